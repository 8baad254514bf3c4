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
#endif
