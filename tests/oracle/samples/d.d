#!/usr/bin/env rdmd
/++ doc $(D x) /+ nested +/ +/
module ember.list; // comment é
import std.stdio : writeln, f = writef;
version (Windows) { pragma(lib, "x"); } else static assert(0);
@safe pure nothrow @nogc struct S(T, int n = 3) if (is(T : int)) {
    T[n] items; alias items this; invariant() { assert(n > 0); }
    enum E : ubyte { a = 0x1F, b = 0b1_0, c = 1.5e-3f, d = 1_000UL }
    unittest { auto r = `raw \n`, w = r"raw\", h = x"0A FF", d = q"(delim (nested))", t = q{ int x; }, u = "\u00e9\x41"d; }
    auto q = q"EOS
heredoc "text"
EOS";
    ref opIndex(size_t i) const scope return { return items[$ - 1 - i]; }
    mixin template M() { mixin("int " ~ "y;"); }
    void main(string[] args) in (args.length) out (r; r) do {
        foreach (ref i, x; 0 .. 10) { if (auto p = "k" in aa) continue; else break; }
        final switch (x) { case 1: .. case 3: goto case; default: throw new Exception(__FILE__); }
        synchronized scope (exit) delete y; asm { mov EAX, 1; } with (E) cast(int) 'c';
        static foreach (m; __traits(allMembers, S)) {} immutable(char)[] z = (a => a !is null)(3) ? typeid(x) : null;
    }
}
/// doc $(B bold) é
/++ nested /+ deeper +/ doc +/
module ember.walk; package import std.stdio : writeln, fmt = format; static import core.memory;
@safe pure nothrow @nogc @property ref const(int)[] items() const return scope { return _items; }
template Fold(alias fn, T...) if (T.length > 1) { static if (is(T[0] : long)) alias Fold = fn!(T[0]); else static foreach (t; T) pragma(msg, t.stringof); }
struct Point(T = double) if (isNumeric!T) { T x = 0x1.8p3, y = 1_000.5e-3L; this(this) { } ~this() { } T opBinary(string op : "+")(in Point r) { mixin("return x " ~ op ~ " r.x;"); } invariant { assert(x >= 0, "x"); } }
enum Color : ubyte { red = 1, green, blue = 0b11 } union U { int i; float f; } interface I { final void go(); }
void main(string[] args) {
    auto s = "esc \" \x41 \u00e9 \&amp; \n" ~ `wysiwyg \n` ~ r"raw\d" ~ x"DE AD" ~ q"(nested (parens))" ~ q"EOS
heredoc text
EOS" ~ q{ token(string) "x" };
    foreach (i, ref const c; s[1 .. $ - 1]) switch (c) { case 'a': .. case 'z': goto case; case '\'': goto default; default: break; }
    scope (exit) writeln(i"$(args.length) items"); synchronized (lock) { version (linux) asm { mov EAX, 1; } else debug (2) { } }
    auto f = (int a, lazy int b) => a ^^ b >>> 2; auto g = delegate int() { return typeid(int).sizeof; }; alias F = int function(ref int) nothrow;
    try { throw new Exception("e", __FILE__, __LINE__); } catch (Exception e) { } finally { } do { continue; } while (a !is null && b !in c); with (p) x = cast(immutable) 3; __traits(allMembers, T); unittest { assert(1); }
}
"unterminated
