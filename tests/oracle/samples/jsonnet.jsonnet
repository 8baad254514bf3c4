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
