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
terraform { required_version = ">= 1.5, < 2.0"; required_providers { aws = { source = "hashicorp/aws", version = "~> 5.0" } } }
variable "names" { type = map(object({ size = optional(number, 1.5e3), tags = list(string) })); default = {}; validation { condition = length(var.names) > 0 && !contains(keys(var.names), "é"); error_message = "Need ${upper("one")}." } }
locals { all = { for k, v in var.names : "${k}-x" => merge(v, { n = v.size >= 3 ? 0x1F : -1 }) if v.size != null }; flat = flatten([for s in local.all : s.tags[*]]); first = try(one(local.flat[0]), null) }
resource "aws_instance" "web" {
  for_each = toset(["a", "b"]); count = 2
  ami      = data.aws_ami.x.id # comment
  user_data = <<-EOT
    #!/bin/sh
    echo "${each.key} %{ if true ~} yes %{ else } no %{ endif }" $${literal} %%{x}
  EOT
  dynamic "ebs" { for_each = var.names; iterator = it; content { size = it.value["size"] } }
  lifecycle { create_before_destroy = true; ignore_changes = [tags, ami] } depends_on = [module.net]
  provisioner "local-exec" { command = join(" ", ["x", self.id]); when = destroy }
}
/* block */ module "net" { source = "./net"; providers = { aws = aws.eu } } // line
output "ip" { value = aws_instance.web["a"].public_ip; sensitive = true } moved { from = a.b; to = a.c } import { to = a.b; id = "x" } check "c" { assert { condition = true; error_message = "m" } }
data "aws_ami" "x" { filter { name = "n"; values = ["a-*"] } } provider "aws" { alias = "eu"; region = "eu-west-1" }
x = "unterminated ${y
