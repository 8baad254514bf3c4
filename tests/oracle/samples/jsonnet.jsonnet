// comment é
# hash
/* block */
local lib = import 'lib.libsonnet';
local f(x, y=0x1F) = if x >= 3 && !y then x else error "bad \" %d" % x;
{
  name: 'it\'s', "quoted": "esc \u00e9", [if true then 'k']: 1.5e3, hidden:: self.name, forced::: super.x,
  list: [x * 2 for x in std.range(1, 10) if x % 2 == 0],
  text: |||
    multi "raw"
    %(name)s
  |||, verb: @'raw ''q''', m(a):: a { z+: 1 }, assert self.name != null : "msg", local z = $.a.b[1:2],
} + (importstr 'x') { n+: null, f: function(x) x }
local open = "unterminated
/* block
   comment */ # hash
local lib = import 'lib.libsonnet', data = importstr "a.txt", bin = importbin 'x';
local f(x, y=2, z=x + y) = assert x > 0 : 'bad'; if x == y then x % 2 else -y ^ ~z | 1 & 2 << 3;
{
  assert self.a != null && !false || true : "msg",
  'quoted-key': @'verbatim ''x'' \n', "k%d" % 1: @"v""q", [if true then 'computed']: 1.5e-3, hidden:: 0xFF, forced::: null,
  text: |||
    block text %(x)s "not a string"
      indented
  |||,
  strip: |||-
    chomped
  |||,
  method(a, b='c'):: [x * 2 for x in std.range(1, 3) for y in [1] if x > 1 && y in z], nested+: { a+: [1], b: super.b, c: $.text, d: super['e'] },
  s: 'esc \' \n \u00e9 \x', obj: { [k]: v for k in ['a'] }, sl: arr[1:10:2], tail: f(1) tailstrict, fn: function(x) x, err: error 'e', 
} + lib { override: outer['x'].y }
