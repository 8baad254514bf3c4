#nullable enable
#region Usings
using System; using static System.Math; using Alias = System.Collections.Generic.List<int>;
#endregion
namespace Ember.Ring;
/// <summary>Doc <see cref="Ring{T}"/></summary>
/* block */
[Serializable, Obsolete("x", error: false)]
public sealed partial class Ring<T, in K> : Base<T>, IDisposable where T : class, new() where K : notnull
{
    public const int Max = 0xFF_FF; private static readonly double d = 1.5e-3, m = 2.5m, f = .5f; ulong u = 0b1010UL;
    string s = "esc \t \u00e9 \"q\" {no}", v = @"verbatim \n ""q""", i = $"interp {name,10:F2} {{lit}} {(a ? "x" : $"n{1}")}", r = """
        raw "text" \n
        """, ri = $$"""{{x}} {y}""", vi = $@"c:\{x}";
    char c = '\'', c2 = '\u0041';
    public event EventHandler<Args>? Changed;
    public required int Size { get; private set; } = 1;
    public int this[int i, string k] => items[^1..2][i];
    public Ring(int x) : base(x) { }
    ~Ring() => Dispose();
    public static Ring<T, K> operator +(Ring<T, K> a, Ring<T, K> b) => new();
    public static explicit operator int(Ring<T, K> r) { return checked((int)r.d); }
    public async Task<(int a, string b)> RunAsync<U>(ref int x, out string y, params object?[] rest) where U : struct
    {
        await foreach (var item in Stream().ConfigureAwait(false)) yield return item ?? throw new Exception(nameof(x));
        if (x is not null and > 3 or { Length: > 0, Name: "x" } && y is string { } str) goto end;
        var q = from p in list join o in orders on p.Id equals o.Id into g where p.X > 1 orderby p.Y descending select new { p.X, Y = 1 };
        switch (x) { case 1 when y == null: break; case var z: continue; default: return default; }
        var w = x switch { 1 => "a", > 2 and < 5 => "b", _ => null! };
        Func<int, int> fn = static (a) => { return a << 2; }; Action act = delegate { };
        try { lock (this) { unsafe { fixed (int* p = &arr[0]) { *p++; } } } } catch (E e) when (e.X) { throw; } finally { }
        for (int j = 0; j < 10; j++) { do { x += 1; } while (x <= 3); } foreach (var (k, l) in dict) { }
        using var file = File.Open("x"); a ??= b?.c?[0] ?? typeof(int) ; stackalloc int[3];
    end: return (1, "x");
    }
    public record struct Point(int X, int Y = 0) { public static Point Zero { get; } = new(0, 0); }
    enum Level : byte { Low = 1, High = Low << 1 } delegate void D<in A>(A a); interface I { void F(); }
}
#if DEBUG && !X
#pragma warning disable CS0168
#else
#endif
