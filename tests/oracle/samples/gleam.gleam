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
//// module doc
/// doc
// line
import gleam/io.{println as p, type X as Y} import a/b as c
@external(erlang, "m", "f") @target(javascript) @deprecated("x") pub fn ext(a: Int) -> Result(String, Nil)
pub opaque type T(a) { A(x: a, y: List(#(Int, Float))) B Nested(fn(Int, _) -> a) } pub type Alias = T(Int) pub const n: Int = 0xFF_FF const s = "str \"q\" \n \u{1F600}
multi"
pub fn f(x label: Int, with y: Option(a), _ignored) -> Bool { let assert Ok(v) = g(x) as "msg" let #(a, b) = #(1, 2.5e-3) use z <- result.try(h(x)) case x, y { 0, _ | 1, Some(_) if x > 0 && !b || v >=. 1.0 -> True n, None -> { panic as "p" } _, [first, ..rest] -> todo "pre" <> suffix, A(x:, ..) -> x |> fn(q) { q + 1 } |> p(_, label: 1) } echo [1, ..l] <<1:size(8), "s":utf8, x:bits-little-unit(1)>> a.0 r.field T(..r, x: 1) -1 x % 2 - 1 /. 2.0 *. 3.0 == != <. >=. "a" <> "b" assert x == 1 Nil }
