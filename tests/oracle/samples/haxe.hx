// comment é
package ember;
import haxe.ds.StringMap as M; using StringTools;
#if (js && !debug || haxe_ver >= 4.0)
@:native("X") @:keep
#end
/** doc **/
abstract class Foo<T:(Iterable<Int>)> extends Bar implements IBaz {
  public static inline var A:Int = 0x1F; final re = ~/a[\/]b(\d)/gi; var d(get, never):Float = 1.5e3;
  var x(default, set):Null<T>; macro static function m(e:Expr):Expr { return macro $e + ${x}; }
  override public function new(a:String = "dq \" $no", ?b, ...r) { super('sq $a ${a + 'in ${b}'} $$ \n'); }
  function go():Void { for (i in 0...10) { if (i >= 3 && !true) continue else break; } while (true) throw "x"; do {} while (a);
    switch (x) { case A(b, _) if (b > 3): untyped __js__("x"); case 1 | 2: return; default: cast(y, Int); }
    try {} catch (e:Dynamic) {} var f = (a, b) -> a + b; var m = ["k" => 1]; var o:{a:Int, ?b:String} = {a: 1, "b": 'x'}; trace(o?.a ?? 3); }
}
enum E { A(x:Int); B; } typedef T = { > U, var a:Int; } abstract Ab(Int) from Int to String { @:op(A + B) function f(); } interface I {}
var open = "unterminated
