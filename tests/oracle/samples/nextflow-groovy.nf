// comment é
def f(int a, Map m = [k: 'v', "x": 1]) {
    def s = "esc ${a + 1} $a.b \n" + 'sq' + """multi
 ${x}""" + ~/re\/x/
    try { assert a instanceof B } catch (E e) { throw e }
    for (x in 1..10) { if (x >= 3 && !y) continue; else break }
    return a?.b ?: null
}
class Foo { static final int N = 0x1F }
"unterminated
