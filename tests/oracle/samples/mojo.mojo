# comment é
from python import Python as P
alias N: Int = 0x1F
@value
@register_passable("trivial")
struct Foo[T: AnyType, n: Int = 3](Copyable):
    """Doc "q" """
    var x: SIMD[DType.float32, 4]
    fn __init__(inout self, owned a: T, borrowed b: String = "esc \" \n"): self.x = 1.5e3
    def go(self, *args, **kw) raises -> Bool:
        let y = f"a {x!r:>{w}} {{lit}}"; var z = r'raw\n'
        if y >= 3 and not z or self is None: pass
        elif x := 1: return True
        for i in range(10): continue
        while True: break
        with open("x") as f: raise Error("b")
        try: yield 1
        except e: assert e
        lambda q: q ** 2; __mlir_op.`x`(); return [a for a in b if a] if c else {1: 2}
trait Shape: fn area(self) -> Float64: ...
fn main(): print("unterminated
