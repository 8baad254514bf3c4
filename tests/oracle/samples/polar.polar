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
# comment
actor User {}
resource Repo {
  roles = ["reader", "writer"]; permissions = ["read", "push"];
  relations = { parent: Org };
  "read" if "reader" on "parent"; "reader" if "writer";
}
allow(actor: User{name: "a \"q\" \n", age: n}, _action, resource) if
  n >= 1.5e3 and not forall(x in resource.tags, x.ok = true) or cut and actor.f(1, k: [1, *rest]) matches Dict{a: -2} and debug("m") and new Foo(x) == nil;
has_role(user: User, name: String, repo: Repo) if role in user.roles and role.name = name and print(role) and x := 1 mod 2 rem 3;
?= allow("alice", "read", new Repo());
type is_x(a: Integer); test "t" { setup { a("b"); } assert has_role(x, y); assert_not false; }
global { roles = ["admin"]; } declare x; isa; f(x, *y) if x.y.("z") in [1, inf, nan]; on global "a" if "b" on "c";
