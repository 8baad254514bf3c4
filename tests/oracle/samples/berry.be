# comment é
#- block
   comment -#
import string as s
class Node : Base
  var x, y
  static z = 0x1F
  def init(a, b) super(self).init() self.x = a end
  def +(o) return self.x + o.x end
end
var f = / x, y -> x * y + 1.5e-3
var t = "esc \n \x41" 'single' f"{x:.2f} in"
if t != nil && !false || 3 .. 5 == 2
  for i : 0..10 print(i) continue end
elif true while x < 3 break end
else do end end
try raise "e", 'm' except .. as e, m end
var m = {'a': [1,2], 'b': / -> nil}
return x ? y : z
#- block
   comment -#
# line
import string as s, json
var a = 0xFF, b = 1.5e-3, c = 'single \'q\' \n', d = "double \"q\" \x41 \101 \u0041", e = f"fmt {a + 1:.2f} {b=} {{x}}", g = f'{c}'
class P : Q  static var N = 1, M
  var x, y  static def s() end
  def init(a, b, *c) super(self).init(a) self.x = /z, w -> z + w ? nil : [1, 2, {'k': true, "j": false}] end
  def +(o) return self.x .. o end  def ()() end  def item(i) return self.x[i] end  def setmember(k, v) end
end
def f(x, *args) if x > 1 && !(x == 2) || x != 3 return x elif x <= 4 for i : 0..10 if i % 2 continue end break end else while true do() end end try raise 'err', "msg" except 'a', "b" as e, m print(e) except .. as e pass end end
do var l = [1, -2, ~3, 4 << 2, 5 >> 1, 6 ^ 7 | 8 & 9]; l[0..-2]; l.push(classof(l)) end  global.x := 1  import x  var z = def (a) return a end  return a ?: b
