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
