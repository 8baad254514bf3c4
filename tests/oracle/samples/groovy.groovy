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
/* block é */
trait Flying implements Runnable { private final String name = 'x'; abstract void fly(int height = 10, String... rest) }
@groovy.transform.ToString(includeNames = true, excludes = ['a', "b"])
record Point(int x, int y = 0) { static <T extends Comparable<T>> T max(T a, T b) { a <=> b > 0 ? a : b } }
def text = """\
  dear ${user?.name ?: 'nobody'}, total ${items*.price.sum { it * 1.19 }.round(2)} \$5 \u20ac
"""
def map = [(key): 1, 'quoted key': 2L, other: 3.5f, nested: [a: 0b11, b: 0777, c: 0xFFg]]
def re = ~/^(\w+)\s*=\s*"([^"]*)"$/; if (line =~ re) { def (all, k, v) = (line =~ re)[0] } else if (line ==~ /x+/) assert k in [1, 2, *others]
list.findAll { it > 3 && !(it % 2) }.collectEntries { k, v = 1 -> [k, v] }.each(this.&handle).with { println it }
for (int i = 0; i < 10; i++) { if (i == 5) break; switch (i) { case 1..3: case Integer: case { it > 8 }: continue; default: return } }
label: while (true) { try { throw new IllegalStateException("e ${1}") } catch (IOException | RuntimeException e) { e.printStackTrace() } finally { break label } }
pipeline { agent any; stages { stage('Build') { steps { sh "make -j${env.N}"; sh '''echo 'x' ''' } } } }
int[] a = new int[3]; String s = a as String; boolean b = x instanceof Map || x !instanceof List; a[0]++; s -= 'x'; obj.@field; obj."${dyn}"(); $/ dollar $$ $/ ok /$
println "unterminated ${x
