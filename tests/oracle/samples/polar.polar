# comment é
actor User {}
resource Repo {
  roles = ["reader", "admin"];
  permissions = ["read", "push"];
  relations = { parent: Org };
  "read" if "reader";
  "admin" if "owner" on "parent";
}
has_role(user: User, name: String, repo: Repo) if
  role in user.roles and role.name = name and not role.x matches Foo{a: 1} or cut;
allow(actor, "re\"ad", r) if has_permission(actor, "x", r) and forall(y in z, y >= 1.5e3);
?= allow(new User("a"), true, nil);
global { }
test "x" { setup { } assert allow(User{"a"}, "r", 1); assert_not x(1); }
f(*rest) if print("unterminated
