// comment é
/** doc {@link x} */
/* block */
[CCode (cname = "x", has_target = false)]
using GLib;
namespace Ember.List {
    public abstract class Foo<T> : Object, IBar {
        public signal void hit (int n); public string name { get; private set; default = "d"; } private const int X = 0x1F; public weak Foo? next;
        public Foo (string s = "esc \" %d \u00e9") { Object (name: s); base (); }
        public async int go (owned T a, out int b, ref string[] c, ...) throws Error requires (b > 3) ensures (result != 0) {
            var t = @"tpl $name $(b + 1)"; var v = """raw "q" \n"""; unichar ch = '\n'; double d = 1.5e-3f; Regex re = /a[\/]b/i; yield x ();
            foreach (var e in c) { if (e != null && !(e is string) || b >= 3) continue; else break; } switch (b) { case 1: return 0; default: throw new E.X ("m"); }
            try { lock (x) { } } catch (Error e) { } finally { } hit.connect ((n) => { return; }); delegate int D (int a); var l = new int[3] { 1, 2, 3 }; 
            unowned string u = (string) p; assert (typeof (T) == a.get_type ()); do { } while (b --> 0); s[1:2]; x ?? y; a in b; sizeof (int); with (x) { }
        }
        static construct { } ~Foo () { } public virtual extern int ext (); public override inline void f () {}
    }
    public enum E { A = 1, B; public string s () { return this.to_string (); } } errordomain Er { X } struct S { int a; } public interface IBar : Object { }
}
#if X
"unterminated
/** doc {@link x} é */
[CCode (cname = "box", has_target = false)] [Version (deprecated = true)]
public delegate G MapFunc<G, T> (owned T item, int n = 0x1F) throws IOError;
namespace Ember.Views { errordomain ParseError { BAD = 1, WORSE } [Flags] public enum Mode { A = 1 << 0, B; public string to_s () { return this.to_string (); } } struct Point { int x; double y; } 
public abstract class Box<G> : Object, Iterable<G> where G : Object {
  public signal void changed (string? name, out int n); private weak Gtk.Widget? _w; [GtkChild] unowned Label label; public int size { get; protected set construct; default = 3; }
  construct { _w = null; } ~Box () { } public async bool load_async (Cancellable? c = null) throws Error requires (size >= 0) ensures (result) { yield; var s = @"n $size $(size + 1) \n"; string v = """raw "q" \n"""; char ch = '\''; unichar u = 'é';
    foreach (unowned var i in list) { if (i is Point && !(i in map) || i == null) continue; switch (i) { case 'a': break; default: assert_not_reached (); } }
    try { throw new ParseError.BAD ("x %d".printf (1)); } catch (ParseError.WORSE e) { lock (_w) { delete p; } } finally { } var f = (a, b) => { return a ?? b; }; int[,] m = new int[2, 3] { }; m[0, 1] = (int) sizeof (int) + 1.5e3f; base.changed.connect (on_x); return typeof (G) as Object != null ? true : false; }
  public static extern void ext (ref int a, ...); private const string[] NAMES = { "a", N_("b") }; internal override void go () { do { } while (x >> 1 != ~y); } } }
#if DEBUG && !WIN || X
using GLib;
#endif
#endif
