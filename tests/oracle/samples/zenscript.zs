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
