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
"unterminated
