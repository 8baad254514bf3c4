// comment é
# hash
/* block */
#priority 100
import crafttweaker.item.IItemStack as I;
import mods.x.*;
global G as int = 0x1F;
val a = <minecraft:stone:1>; var b = <ore:ingot*> | <liquid:water> * 1000;
static m as string[string] = { "k": "v\"q", 'j': "\u00e9" };
function go(x as int, y as I[]) as bool { if (x >= 3 && !false || y has a) { return true; } else { return null; } }
for i, item in list { if (i == 3) continue; break; } while (true) { } for i in 0 .. 10 { print("n " ~ i); }
zenClass Foo { var n as float = 1.5e3; zenConstructor(x as int) { this.n = x; } function f() as void { } }
recipes.addShaped("r", a, [[a, null, b.withTag({x: 1 as byte})], [<*>]]); a.displayName = "x" in y; var f = function(q) { return q; } as function(int)int; 
$expand string$x() as int { return 1; } instanceof; var o = "unterminated
#priority 10
#loader crafttweaker
/* block
   comment */ // line
import mods.thing.A as B; import crafttweaker.item.IItemStack;
global VAR as IItemStack[string] = { "k": <minecraft:stone:*>, l: <ore:ingotIron> } as IItemStack[string];
static N as int = 0x1F; var list = [1, -2.5e-3, null, true, "s \" \n \u00e9", 'single \''] as float[];
zenClass C { static S as int = 1; val x as string; zenConstructor(a as int, b as string) { this.x = b ~ a; } function m(y as int) as bool { return y >= 1 && !(y in list) || y instanceof C; } }
function f(a as int, b as [string]) as void { for i, item in b { if (i % 2 == 0) { continue; } else { print("i: " + i); break; } } while (a < 3) { a += 1; } for j in 0 .. 10 { } }
recipes.addShaped("name", <a:b>.withTag({display: {Name: "x"}, n: 1 as byte}) * 4, [[<a:b>, null], [<liquid:water> * 1000 | <c:d>, <*>]], function (out, ins, info) { return ins.a ? out : null; });
events.onTick(function (e as crafttweaker.event.T) { e.cancel(); }); $expand string$up() as string { return this.upper; } <d:e>.displayName = game.localize("k");
