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
