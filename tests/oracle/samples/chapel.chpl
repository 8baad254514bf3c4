// comment é
/* block /* nested */ text */
module M {
  use IO, Time only sleep;
  config const n: int(64) = 0x1F, eps = 1.5e-3i;
  param p = 0b101;
  record R { type t; var x: [1..n] t; proc init(type t) { this.t = t; } }
  class C : Base { forwarding var a; override proc f(in x: int, ref y) throws where x > 3 { try! g(); } }
  proc main(args: [] string): void {
    var D = {1..n, 0..#10 by 2}, s = "esc \n \"q\"", t = 'single', u = """triple " x""";
    forall (i, j) in D with (+ reduce sum) do sum += i**2;
    coforall loc in Locales on loc { cobegin { a(); b(); } sync { begin c(); } }
    select s { when "a", 'b' do writeln("x"); otherwise halt("no"); }
    if !a && b || c then return; else for param k in 1..3 { continue; }
    iter it() { yield 1; }
    var A: sync int = [i in D] i; extern proc cfun(x: c_ptr(int)): void;
  }
}
/* block /* nested */ */ // line
module M { private use IO, List as L only list; public import A.{b as c, d}; require "x.h", "-lm"; extern proc printf(fmt: c_string, vals...?n): c_int; config const n: int(64) = 0xFF, s = "str \"q\" \n \u00e9", t = 'single', u = """triple
"raw" """, b = b"bytes", z = 1.5e-3 + 2.0i, bin = 0b1010, o = 0o17; config param debug = false; type T = [1..n, 0..<5 by 2] real(32);
  @deprecated("x") class C : P, I { var x: owned D?; let y; proc init(in a, ref b: ?t, const ref c = 1, out d, inout e) where isNumeric(t) { super.init(); this.x = new owned D(); } override proc f(x): int throws { return x.size; } iter these() { yield 1; } operator +(l: C, r: C) do return l; proc type make() {} }
  record R { var a, b: int; } union U { var x: int; } enum E { a = 1, b } interface I { proc g(x: Self); } implements I(C);
  coforall (i, j) in zip(D, 1..) with (+ reduce s, ref q) do on Locales[i] { begin with (in x) { sync { atomic.add(1); } } } forall x in A do A[x] += 1; for param k in 1..3 { if k % 2 == 0 && !b then continue; else if k > 2 { break outer; } }
  label outer while true { do { } while false; } select x { when 1, 2 do writeln("a"); otherwise halt(); } try! { throw new Error(); } catch e: MyError { } catch { } defer { } cobegin { a(); b(); } serial { } local { } var D: domain(2) dmapped new blockDist(x) = {1..n, 1..n}; + reduce A; max scan B; lambda(x) { return x; }; x <=> y; a..b # 3 align 1; delete p; sparse subdomain(D); single; nil; none; here.id; }
