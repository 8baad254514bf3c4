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
