# comment é
###
block comment
###
class Animal extends Base
  @count: 0
  constructor: (@name, opts = {}) -> super()
  move: (meters...) => alert "#{@name} moved #{if meters then "#{meters[0]}m" else 'none'}"
re = /[/\]]x+#{not}/gim
heregex = ///
  ^ (\d+)   # digits #{re}
  [^/]+ $
///i
x = (a ? b)?.c ?= 0x1F unless y isnt no and z in [1..10]
html = """
  <b>#{html}</b> "quoted"
"""
raw = '''
  single #{no}
'''
js = `var a = 1;`
for own key, val of obj when val > 3 then do (key) -> key
switch x
  when 1, 2 then yes
  else throw new Error 'x'
try a() catch e finally b()
{a, b: [c, d...]} = await import('x')
open = "unterminated #{x
