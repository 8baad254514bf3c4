# comment é
## doc `x`
#[ block #[ nested ]# ]#
##[ doc block ]##
import std/[os, strutils as su], "x/y"
from math import nil
{.push checks: off.}
type
  Foo*[T: SomeInteger; n: static int] {.pure, inheritable.} = ref object of RootObj
    x*, y: T = 0x1F'u8
    case kind: Kind
    of a, b: z: string
    else: discard
  E = enum A = 1, B
  Conc = concept x; x < y
proc `+`*(a, b: Foo): Foo {.inline, raises: [].} = a
func go(s: string = "esc \" \n \x41", c = 'c', r = r"raw ""q""", t = """triple "q" """): int =
  let f = &"a {s} {1 + 1:>5}"; var g = fmt"x {c}"; const n = 1_000.5e-3'f32 + 0b101 + 0o17
  if s.len >= 3 and not (c in {'a'..'z'}) or x isnot int: result = 1
  elif true: return else: quit "x"
  for i in countup(0, 10): continue
  while true: break
  case n
  of 1..3: discard
  else: raise newException(ValueError, "bad")
  try: f() except E as e: echo e.msg finally: defer: close()
  block outer: break outer
  when defined(js): {.emit: "x".}
iterator it(): int {.closure.} = yield 1
template t(body: untyped) = body
macro m(x): untyped = quote do: `x`
echo x.y.z, $1, @[1, 2], (a: 1), addr x, cast[int](y), a div b mod c shl 1; discard """raw
"""
let open = "unterminated
