/// Doc [Ref] comment
library ember; // é
import 'dart:io' as io show File hide Directory; part 'x.dart';
@override @Deprecated('x')
abstract class Foo<T extends Object?> extends Bar with Mixin implements Baz {
  static const int x = 0x1F; final double? y = 1.5e3; late var z = <String, int>{'a': 1, ...?m};
  const Foo(this.a, {required super.key, this.b = 'it\'s'}) : assert(a != null), super();
  factory Foo.named() => Foo._();
  Future<void> go() async* { await for (final e in s) { yield* f(e); } }
  String s() => "esc \n \u{1F600} $x ${y ?? 'in ${z['k']}'} " r'raw $x' '''multi
 line ${x + 1}''' """dq $x""";
  operator ==(Object o) => o is! Foo && o as Foo != this;
  get v => a?.b?..c()..d = 1; set v(int q) {}
  void sw(Object o) { switch (o) { case int i when i > 3: break; case {'a': var q}: default: rethrow; } }
}
extension E on String { int get n => length ~/ 2; } enum M { a, b; } typedef F = void Function(int);
sealed class X {} (int, {String s}) rec = (1, s: 'x');
/* block /* nested */ */
var open = 'unterminated $x
/// doc [Ref] `code` ```block```
/* block /* nested */ */ #!/usr/bin/env dart
library demo.sub; import 'dart:io' if (dart.library.html) "web.dart" deferred as io show A, B hide C; part 'a.g.dart'; export 'x.dart'; part of "y";
@Deprecated('x') @override abstract interface class P<T extends num?> extends Q with M, N implements R { static const int n = 0xFF; late final String? s; final List<Map<String, T>> l = <Map<String, T>>[{'k': 1.5e-3 as T}, ...?o, if (a) 1 else 2, for (var i in x) i]; const P(this.s, {required super.key, int a = 1, this.b}) : c = a, super(); factory P.named() => _P(); external int get x; set y(int v) => _y = v; operator ==(Object o) => identical(this, o); covariant int z = 1; static T f<T>(T Function(int, [String?])? cb, void Function({int a}) g) async* { yield* h(); await for (final (a, b: c) in s) { } } }
var str = 'interp ${a + 1} $b \' \u{1F600} ${'nested ${x}'}' "adj" r'raw $n' """multi $x
 "q" """ r'''raw '''; enum E<T> with M { a(1), b(2); final int v; const E(this.v); } extension X on String { } extension type I(int i) implements int { } mixin M on P { } typedef F<T> = void Function(T); sealed class S { }
void main(List<String> args) async { try { throw E('m'); } on E catch (e, st) { rethrow; } finally { } switch (o) { case int n when n > 0: break; case [1, ...var r] || {'k': _}: continue lbl; case P(x: var y)?: default: } final r = switch (x) { 1 || 2 => 'a', >= 3 && < 5 => 'b', _ => null }; a?.b!..c = 1 ..d(); x ??= y ?? z; x is! int; (1, a: 2).$1; do { } while (!a && b || c); assert(a != b, 'm'); lbl: for (;;) { } var g = (int a, [b = 1]) => a ~/ b >>> 2; Symbol s = #sym; await io.loadLibrary(); new P(); get; set; dynamic d = null; int Function()? h; yield; late; 1_000; }
