# comment é
// slash
/* block */
terraform { required_version = ">= 1.0" 
  backend "s3" { bucket = "x" } }
variable "x" { type = map(object({ a = optional(string, "d"), b = list(number) })) 
  validation { condition = length(var.x) >= 3 && !can(regex("^a\"", var.y)) } }
locals { a = "esc ${var.x["k"].b} ${upper("in ${local.z}")} %{ if a }x%{ else }y%{ endif } $${lit}" n = 0x1F + 1.5e3 }
resource "aws_instance" "web" {
  for_each = toset(["a", "b"]) ; count = var.c ? 1 : 0
  ami = data.aws_ami.u.id ; tags = merge({ Name = "n-${each.key}" }, { for k, v in m : k => v if v != null })
  user_data = <<-EOF
    #!/bin/sh ${var.x}
    %{ for i in l ~}
    ${i}
    %{ endfor ~}
  EOF
  lifecycle { ignore_changes = [tags["x"], ami] } dynamic "ebs" { for_each = l content { s = ebs.value[0] } }
  provisioner "local-exec" { command = "echo ${self.id}" } depends_on = [module.m, aws_x.y[*].id]
}
module "m" { source = "./m" providers = { aws = aws.e } } output "o" { value = [for s in l : s...] sensitive = true }
import { to = a.b id = "x" } moved { from = a to = b } check "c" { assert { condition = true } } 
x = "unterminated ${y
