// comment é
/* block /* nested */ */
module ember
import os { read_file, ls as l }
#include "x.h"
#flag -lm
[inline; deprecated: 'x']
@[heap]
pub struct Foo[T] { Base pub mut: x int = 0x1F @[json: 'y'] y ?string __global: z &T }
const ( a = 1_000 b = 1.5e-3 )
enum E as u8 { a = 1 b } type Sum = int | string | []Foo[int] interface I { go(a int) !string mut: n int }
pub fn (mut f Foo[T]) go(a int, b ...string) !(int, ?string) {
	s := 'sq ${f.x + 1:05.2f} $a \n' + "dq ${"in"}" + r'raw \n' + c'cs'; ch := `c`; m := { 'k': 1, "j": 2 }; arr := [1, 2]!; mut z := []int{len: 3, init: it}
	for i, v in arr { if i >= 3 && !true || v !in z { continue } else if f is Foo { break } } for i := 0; i < 3; i++ {} for mut x in 0 .. 10 {}
	match a { 1, 2...5 { return error('x') } .a { } else { panic('y') } } defer { unsafe { free(p) } } x := f() or { return none } y := g()!
	go h() spawn k(fn [a] (q int) int { return q }) lock s { } rlock t { } ch <- 1; select { v := <-c { } } $if linux { asm amd64 { mov eax, 1 } } $for fld in T.fields { } assert a == 1, 'm' goto l l: 
	sql db { select from T where id > 3 } println(@FN) shared q := 1 isreftype(T) as int typeof(x) &f.x %
}
fn C.puts(s &char) int
o := 'unterminated ${x
[heap; params]
pub struct Point[T] {
	Base
mut:
	x T = 0 @[required]
	names []string = ['a', 'b']
pub mut:
	cb fn (int, ...string) !f64 = unsafe { nil }
}
enum Level as u8 { low = 1 high = 0x0f }
type Any = int | string | []Point[f64]
interface Drawer { draw(mut s Surface) ?string }
fn (mut p Point[T]) move[T](dx T, opts ...string) !T {
	defer { println('moved ${p.x:05.2f} by $dx') }
	p.x += dx or { return error('no ${err.msg()}') }
	match true { p.x in [1, 2]! { return p.x } p.x !in 3 .. 9 { goto done } else {} }
	for i, mut v in p.names { if v is string && i % 2 == 0 { v = r'raw\n' + `\u00e9`.str() + c'z' } }
	$if linux && !debug { C.printf(c'%d', p.x) } $else { asm amd64 { mov eax, 1 } }
	lock p { spawn worker(ch) ; x := <-ch ; ch <- 0b1010_1 }
	done: return p.x
}
