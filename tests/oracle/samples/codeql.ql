/**
 * @name Title
 * @kind problem
 * @id js/x
 */
import javascript
private import semmle.code.cpp.DataFlow as DF
// comment é
module M implements Sig { signature predicate p(int x); }
abstract class Src extends DataFlow::Node instanceof Expr {
  /** doc */
  cached predicate f(string s, int n) { s = "a\"b\n" and n = [1 .. 10] and not s.regexpMatch("x.*") or none() }
  override string toString() { result = "x" + this.getName().(StrLit).getValue() }
}
newtype T = A(int x) { x = 1 } or B()
from Src a, Expr b, float c
where exists(int i | i = count(Expr e | e.getType() = a)) and forall(int j | j > 3 | j < 1.5e0) and a != b
select a, "msg $@" + max(int k | k = 1 | k order by k desc), b, "here"
/** QLDoc
 * @name Demo @kind problem @id x/y */
import cpp as C private import semmle.code.java.dataflow.DataFlow::PathGraph
module M<SigModule S> implements T { predicate p(int i) { none() } } signature module SigModule { predicate q(); class C; }
newtype TN = TA(int x) { x in [1 .. 10] } or TB()
abstract class X extends @expr, Y, TN instanceof Z { int f; X() { this.hasName("str \"q\" \n") and not exists(int i | i = 1.5 | i > 2) or forall(Y y | y.f(_)) } override string toString() { result = "x" + count(int i | i = any(int j) | i order by i desc) + strictsum(float z | z = 2.0) + concat(string s | s = "a" | s, ", ") }
  cached private predicate g(X other, string s) { other = this.(Y).h+() and s.regexpMatch("[a-z]+\\d*") and (if a instanceof X then b() else c()) and super.g(s, s) implies forex(X q | q.p() ) } pragma[nomagic] final Z h() { result = this or result = rank[1](Z z | | z) } bindingset[s] deprecated language[monotonicAggregates] predicate k(string s) { s != "e" and s.length() >= -1 % 2 } }
from X x, Y y, int n where x.getA() = y and n = max(int i | i = x.b() | i) and x.(Y) = y and exists(x.c()) and unique( | | 1) = 1 and true = false.booleanNot() select x, "msg $@ " + n, y as alias, "text" order by n desc, x asc
query predicate edges(A a, B b) { a = b.c*() } extensible predicate ext(int i); overlay[local] import M::N<int> // end
