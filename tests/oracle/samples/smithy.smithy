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
$version: "2.0"
$operationInputSuffix: "In"
metadata k = [{ a: 1, "b c": [true, null, -2.5e-3] }, "s \"q\" \n \u00e9"]
namespace demo.v1#x
use smithy.api#http
use other.ns#Trait
/// doc comment
@http(method: "GET", uri: "/x/{id}?q", code: 200) @readonly @documentation("""
    text "block" \
    lines
    """)
operation Get { input := @tr for R with [Mix] { @required $id, name: String = "d" } output: Out errors: [A, B] }
service S with [M] { version: "1", operations: [Get], resources: [R], rename: { "a#B": "C" } }
@private structure Out for R with [X, Y] { @range(min: 1, max: 5) n: Integer = 0, list: Strs @timestampFormat("epoch-seconds") t: Timestamp, $m }
list Strs { @length(min: 1) member: String } map M { key: K, value: V } union U { a: String, b: Unit } enum E { A = "a" B } intEnum I { X = 1 } resource R { identifiers: { id: Id } properties: { p: P } read: Get put: Q collectionOperations: [] } string Id @pattern("^[a-z]+$") integer N bigDecimal D document Doc blob B @mixin structure Mix {} apply Out$n @deprecated(since: "1") apply X { @a @b(1) } // end
