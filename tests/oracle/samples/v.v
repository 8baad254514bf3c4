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
