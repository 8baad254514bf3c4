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
/* block
   comment */ // line
# hash
variable "x" { type = list(object({ a = string, b = optional(number, 1.5e-3) })) default = [{ a = "b" }] validation { condition = can(regex("^a\\d+$", var.x)) error_message = "m ${var.x} %{ if x }y%{ else }z%{ endif } $${esc} %%{e} \"q\" \u00e9" } }
locals { a = { for k, v in var.m : upper(k) => v... if v != null && !false || k >= 0xFF }, b = [for i, x in l : x.y[*].z[0]], c = x ? y : -z % 2, d = a.*.b, "quoted" = (1 + 2) * 3, (dyn) = true, e = null }
resource "aws_x" "y" { count = length(var.l) > 0 ? 1 : 0 dynamic "setting" { for_each = toset(["a"]) iterator = it labels = [] content { n = it.value["k"] } } lifecycle { ignore_changes = [tags, a[0]] } provisioner "local-exec" { command = <<-EOT
    heredoc ${join(", ", var.l)} %{ for x in l ~}
      ${x}
    %{~ endfor }
  EOT
  } depends_on = [module.m] text = <<EOF
plain ${ "nested ${1}" }
EOF
}
block label "other" { one_line = func(a, b...) }
attr = provider::x::f(1) + each.value + self.id
