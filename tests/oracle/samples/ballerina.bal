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
