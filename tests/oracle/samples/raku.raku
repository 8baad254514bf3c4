#!/usr/bin/env raku
# comment é
#`( embedded ) #`[[ multi
 line ]]
=begin pod
=head1 Title C<code> B<bold>
text
=end pod
use v6.d; unit module Ember:ver<1.0>:auth<x>;
subset Pos of Int where * > 0; enum E <A B>; 
role R[::T] { method go(T $x --> Str:D) {...} }
class Foo is Bar does R[Int] { has Int $.x is rw = 0x1F; has @!y; has %.z; submethod BUILD(:$!a, *%) { } multi method m(::?CLASS:D: $a?, :named($n)!, *@r) { self.x } }
grammar G { token TOP { ^ <rule>+ % ',' $ } rule r { 'a' | "b" <[a..z]-[q]> \d ** 1..3 { make $/ } } regex x { :i foo || <?before y> } proto token t {*} }
my ($a, @b, %c) = 1_000, 1.5e3, <a b c>; my $s = "esc \" $a @b[] %c<k> {1 + 1} &f() \x[e9]"; my $q = 'sq \' $no' ~ q{raw} ~ qq[interp $a] ~ Q:to/END/;
heredoc $no
END
for ^10 -> $i { next if $i ≥ 3 && !$a or $i %% 2; last } given $x { when Int { } default { } } with $y { .say } loop (;;) { }
say $a.map({ $_ * 2 }).grep(* > 3) »+« @b Z~ @c; $s ~~ s:g/a/b/; $s ~~ m/ (\w+) $<n>=[x] /; my &f = sub ($x) { return $x }; try { die "x"; CATCH { default { } } }
sub MAIN(Str $f, Bool :$v) is export { gather { take 1 } } start { await $p } say 「raw」, :key<v>, :!k, π, ∞, 2**3, $a <=> $b, $a ?? 1 !! 2, @*ARGS, $?FILE
say "unterminated $a
