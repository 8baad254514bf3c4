# comment é
// another
/* block */
job "x" "y" {
  count = 3 * (1.5e3 + n) % 2
  name  = "a ${upper(var.x)} b ${cond ? "in ${z}" : "no"} %{ if a }x%{ else }y%{ endif } $${lit} \u00e9"
  list  = [for k, v in m : v.name if v.n >= 3 && !v.off]
  map   = { for s in l : s.id => s... }
  doc   = <<-EOT
    text ${a.b[0]} %{ for x in y ~}
    %{~ endfor }
  EOT
  raw = <<EOF
${x}
EOF
  dynamic "set" { for_each = a.*.b content { v = null } }
  bool = true
  idx = a[*].b.c["k"]
}
open = "unterminated ${x
