//// module doc
/// doc é
import gleam/io.{println as p, type Foo}
// comment
pub opaque type Shape(a) { Circle(radius: Float) Square(Int) }
@external(erlang, "m", "f")
pub fn ext(x: Int) -> Result(a, Nil)
const x = 0x1F
pub fn main() -> Nil {
  let assert Ok(y) = f(1_000, 1.5e3, 0b101, 0o17)
  let s = "esc \" \u{1F600} \n"
  let #(a, _b) = #(1, <<1:size(8), "x":utf8, rest:bits>>)
  use z <- result.try(g())
  case y, [1, ..rest] { 1 | 2, _ if a >= 3 && !True -> s <> "b"  "pre" <> r, [] as l -> panic as "x" _, _ -> todo }
  y |> fn(q) { q +. 1.0 } |> Foo(..rec, n: 2) |> echo
  r.field.0
}
type Alias = List(fn(Int) -> String)
fn open() { "unterminated
