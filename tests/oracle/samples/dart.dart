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
