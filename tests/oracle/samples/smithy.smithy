$version: "2.0"
// comment é
/// doc
metadata suppressions = [{ id: "x", n: -1.5e3, t: true, z: null }]
namespace ember.list
use smithy.api#http
@http(method: "GET", uri: "/x/{id}", code: 200)
@readonly
operation Get with [Mixin] { input := { @required @httpLabel id: String = "d" } output: Out errors: [Bad] }
service S { version: "1" operations: [Get] resources: [R] }
resource R { identifiers: { id: Id } create: C }
@pattern("^[a-z\"]+$") @length(min: 1, max: 0x1F) string Id
structure Out for R { $id @deprecated x: smithy.api#Integer list: L }
list L { member: String } map M { key: String, value: Blob } union U { a: A } enum E { A = "a" B } intEnum I { X = 1 }
@trait(selector: """
    text block
    """)
structure t {} apply Out$x @documentation("esc \n \u00e9") simple timestamp T
string open = "unterminated
