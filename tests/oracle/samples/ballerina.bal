// comment
import ballerina/http;
import ballerina/log as l;
# Documentation line
# + name - the `name`
# + return - text or error
public type Person record {|
    readonly string name = "é\n";
    int age?;
    float|decimal... rest;
|};
service /hello on new http:Listener(9090) {
    resource function get [string id]/greet(@http:Query string? q) returns json|error {
        string t = string `Hi ${id} and ${q ?: "x"}`;
        xml x = xml `<a b="1">${t}</a>`;
        json j = {"a": [1, 2.5e3, 0xFF], b: check foo(q)};
        lock { worker w1 { int y = <- w2; } }
        foreach var i in 0 ..< 10 { if i is int && i > 3 { continue; } else { break; } }
        from var p in people where p.age > 3 order by p.name select {n: p.name};
        match t { "a"|"b" => { return; } var z => { panic error("bad", c = z); } }
        return trap x.toString() ?: ();
    }
}
function f() = @java:Method external;
import ballerina/http as h;
configurable int port = ?;
public type Person record {| readonly int id; string name?; decimal pay = 1.5d; Person[]...; |};
type Shape distinct object { float area; function grow(float by) returns error?; };
enum Level { LOW = "l", HIGH }
const map<string> CODES = { "a": "b" };
isolated service class Counter { private int n = 0x1F; isolated resource function get items/[int id](http:Request req, @http:Header string? auth) returns Person|http:NotFound|error { lock { self.n += 1; } return check find(id); } }
service /shop on new h:Listener(port) { remote function onMessage(string... m) { } }
function query(Person[] all) returns string[]|error { transaction { check commit; } on fail var e { rollback; log:printError("x", e); }
  return from var {name, pay: p} in all let int k = 1 where p > 10d && name is string order by name descending limit 5 join var q in qs on k equals q.id select string `Hi ${name ?: "you"} ${k}`; }
worker w1 returns int { int x = <- w2; x -> w2; fork { worker a { } } _ = wait {a, w1}; return trap x ?: 0; }
match v { var [a, ...b] if a > 1 => { panic error("bad", code = 1); } {x: 1, ...var r} | "s" => { } _ => { foreach int i in 0 ..< 10 { continue; } while true { break; } } }
xml x = xml `<a:b c="${d}">text<!-- c --></a:b>`; table<Person> key(id) t = table []; (int|string)? u = x.<a>/*; future<int> f = start calc(); byte[] b = base16 `aa bb`; final function (int) returns int g = n => n * 2;
