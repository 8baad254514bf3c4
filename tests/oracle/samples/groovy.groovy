#!/usr/bin/env groovy
// comment é
/** doc @param x */
package ember
@Grab('a:b:1.0') import java.util.List as L
import static java.lang.Math.*
@CompileStatic
class Foo<T> extends Bar implements Baz {
  def name = "esc \$ ${x.y} $a.b \u00e9 ${-> lazy}"
  static final int N = 0x1F, M = 1_000L; BigDecimal d = 1.5e3G
  String s = 'it\'s' + '''multi
 $no''' + """multi ${x}
 dq""" + /slashy ${re} \/ x/ + $/dollar $$ ${x} /$
  def go(int a, Closure c = { it * 2 }) throws E { a?.b*.c ?: d <=> e =~ /re/ ==~ ~/x/ }
  enum E { A, B } trait T2 { abstract f() }
}
def m = [a: 1, 'b': [1, 2..<5], (k): null]; m.each { k, v -> println "$k" }
if (a instanceof B && !c in d) { for (i in 1..10) { continue } } else switch (x) { case ~/a/: break; default: assert true : "m" }
try { throw new X() } catch (A | B e) { } finally { return a as int }
task build(type: Copy) { dependsOn 'x'; doLast { } }
println "unterminated ${x
