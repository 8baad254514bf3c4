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
=begin pod
=head1 NAME
Text with C<code> and B<bold>
=end pod
grammar Sum::Line { token TOP { <num>+ % [ \s* '+' \s* ] } ; token num { \d+ [ '.' \d+ ]? } }
role Shaped[::T = Int] { has T $.size is rw = 1; method grow(T $by --> T) { $!size += $by } }
class Box does Shaped[Rat] is export { submethod BUILD(:$!size = 0.5) { } }
multi sub pick-one(Int $n where * > 0, Str :$label!, *@rest) returns Str { "$label: {$n + @rest.elems}" }
multi sub pick-one(Str $s) { q:to/END/ }
  raw \text $s
  END
my %h = a => 1, :b(2), |%*ENV; my @m = [1, 2; 3, 4]; my $re = rx:i/ ^ <[a..z]>+ $<tail>=(.*) $ /;
say "sum {[+] 1..10} and $(%h<a>) @m[0;1] \x[263A]" if $_ ~~ $re for @m».Str;
for 1, 3 ...^ 9 -> $x, $y? { next unless $x %% 3; last when 7; say $x <=> ($y // 0) }
my &f = -> $a, |c { $a ** 2 }; f(0x1F) R- 0b101; say 1_000.5e-3, <1/3>, 3+4i;
