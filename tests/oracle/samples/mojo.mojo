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
from memory import UnsafePointer as P
alias Width: Int = 0x1F + 0b1010_1
@value
@register_passable("trivial")
struct Box[T: CollectionElement, size: Int = 4, *Ts: Copyable](Movable, Stringable):
    var data: P[T]; let n: SIMD[DType.float32, size]
    fn __init__(inout self, owned x: T, borrowed y: Int, *args: Int, **kw: String) raises -> None:
        self.data = P[T].alloc(size); self.n = 1.5e-3
        @parameter
        for i in range(size): constrained[i < 10, "too big"]()
    fn __moveinit__(out self, owned o: Self): self.data = o.data^
    @staticmethod
    async def run(mut x: Int) -> Optional[Int]: return await foo(x) if x is not None and not x == 3 else None
trait Shape: fn area(self) -> Float64: ...
fn main() raises:
    try: print("a\t\x41 {}".format(1), r"raw\n", """doc"""); assert_true(__mlir_op.`index.add`[x]())
    except e: raise Error("x" + str(e)) from e
    finally: pass
    with open("f", "w") as f: f.write(String(1)); var t = (1, [2, 3], {"k": 4}); lambda a, b=2: a ** b // 3 @ m; x := t[0:2:-1]; global g; del t; yield 1
