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
