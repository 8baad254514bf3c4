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
/** doc @param x text **/ /* block */ // line
package demo.sub; import haxe.ds.*; import a.B in C; using Lambda;
#if (js && !debug || haxe_ver >= 4.1) @:native("x") #elseif sys @:keep #else #error "no" #end
@:build(M.build()) @meta(1, "a") final class P<T:(A, {x:Int})> extends Q<T> implements I { public static inline final N = 0xFF; var x(default, null):Null<Array<Map<String, Int>>> = []; @:isVar public var y(get, never):Int; private var f:(Int, ?name:String) -> Void; extern overload function z():Void;
  public function new(a:Int = 1, ?b:Float, ...rest:Dynamic) { super(); this.x = [for (i in 0...10) if (i % 2 == 0) i => "k" + i]; var re = ~/re[g]\/x/gi, s = 'interp ${a + 1} $b $$ \' \u00e9', t = "no $interp \"q\" \n"; }
  override macro function m<K>(e:Expr):haxe.macro.Expr { return macro { var $name = $v{1.5e-3}; $a{args}; $b{x}; $i{y}; ${z}; }; } dynamic function d():Int return cast(1, Int); }
enum Color { Red; Rgb(r:Int, ?g:Int); } abstract Ab(Int) from Int to String { @:op(A + B) static function add(a:Ab, b:Ab):Ab; @:from static public function f(x:Float) return new Ab(1); } enum abstract EA(String) { var A = "a"; } typedef T = { > Base, var x:Int; ?y:String, function z():Void; } & Other; interface I {}
function main() { switch (v) { case Rgb(_, g) | Red if (g > 1): trace(v); case [1, {a: x}]: case "s" => y: untyped __js__("x"); default: } try { throw "e"; } catch (e:Dynamic) { } while (true) break; do { continue; } while (false); var g = (x, y) -> x > y ? 1 : -y; a ?? b; a?.b; x is Int; 1...2; i++ >>> 2; var n:Int = null; return; }
