package de.ember.views {
	import flash.display.Sprite; // comment
	/**
	 * ASDoc: @param x the value
	 */
	[Event(name="change", type="flash.events.Event")]
	public dynamic class View extends Sprite implements IView {
		private static const RE:RegExp = /a[\/\]]+(\d+)/gi;
		public var items:Vector.<int> = new <int>[1, 0xFF, 1.5e-3];
		internal namespace my_ns = "http://example.org/\u00e9";
		public function get size():uint { return items.length; }
		override protected function draw(event:Event = null, ...rest):void {
			var xml:XML = <root attr="1"><!-- x --><a>{size}</a><![CDATA[ raw ]]></root>;
			for each (var n:String in rest) trace('it\'s', "dq \"x\"", n is String, typeof n);
			if (a && !b || (c ^ d) >>> 2) { label: while (true) break label; }
			/* multi
			   line ü */ super.draw(event);
		}
	}
}
/** asdoc @param x */ /* block */ // line
package demo.sub { import flash.display.*; use namespace ns; include "x.as"; [Embed(source="a.png", mimeType='x')] [Bindable] public dynamic final class A extends B implements C, D { private static const N:int = 0xFF; internal var v:Vector.<Vector.<Object>> = new <Number>[1.5e-3, -2], r:RegExp = /re[\/]g\/x/gimsx, s:String = "str \"q\" \n \u00e9" + 'it\'s', x:XML = <a b="c" {d}="e"><!-- c --><b>{v}</b><![CDATA[ & ]]></a>; namespace ns = "u";
  public function A(a:int = 1, b:* = null, ...rest) { super(a); try { throw new Error("m"); } catch (e:Error) { } finally { } } override protected function get y():uint { return x..b.@id.(@c == "d").ns::z; } ns function set y(v:uint):void { delete this[v]; }
  function f():void { for each (var o:Object in list) { if (o is A && !(o as B) || o instanceof C) continue; else break outer; } outer: for (var i:int = 0; i < 10; i++) { switch (i) { case 1: return; default: } } while (true) { do { } while (a >>> 1 !== b); } with (o) { trace(typeof a, void 0, a in b, undefined, NaN, Infinity); } var g:Function = function (...args):* { return args.length > 0 ? arguments : null; }; o = {a: 1, "b": [2, 3], c: true}; a &&= b; a ||= c; default xml namespace = ns; } } } interface I { function q():Boolean; }
/** A doc comment @param x the x @see #go() */
[Embed(source="a.png", mimeType="image/png")] [Bindable(event="changed")]
public final dynamic class Box extends Sprite implements IBox, IOther { private static const MAX:uint = 0xFF00; protected var _items:Vector.<Array> = new <Array>[[1], [2.5e-3]]; internal namespace mine = "http://example.org"; use namespace mine;
  mine override public function get width():Number { return super.width * 2; } public function set width(v:Number):void { if (v is int && !(v as Object === null)) _w = v >>> 1; else throw new ArgumentError("bad \u00e9 \n" + v); }
  public function go(a:*, b:String = 'x', ...rest):XMLList { for each (var o:Object in rest) { for (var k:String in o) { delete o[k]; continue; } } outer: while (true) { do { break outer; } while (b in o); }
    var re:RegExp = /^(\w+)\s*=[^\/]*$/gi; var x:XML = <root id={a}><item name="q">text &amp; {b}</item><!-- c --><![CDATA[raw]]></root>; return x..item.(@name == "q").@*; }
  switch (typeof a) { case "number": default: with (a) { trace(this, arguments.length, undefined, NaN, Infinity); } } try { f(function (e:Event):void { e.target.removeEventListener(Event.X, arguments.callee); }); } catch (e:Error) { } finally { var n:int = a ? b || c : ~d ^ 0777; } }
package org.example { import flash.display.*; include "part.as"; CONFIG::debug { public interface IBox { function get size():int; } } }
