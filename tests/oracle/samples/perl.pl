#!/usr/bin/perl -w
use strict; use warnings qw(all);
package Ring::Event;
our $VERSION = '1.0';
# comment
my ($x, @list, %hash) = (0xFF_FF, 1.5e-3, 0b11);
sub new { my ($class, %args) = @_; return bless { %args }, $class; }
my $str = "interp $x @list $hash{key} $list[0] @{[ 1 + 1 ]} ${x}y \n \x{41} \$no" . 'single $no \'';
my $q = q(nested (parens)) . qq{double $x} . qw/a b c/[0];
if ($str =~ m/^(?<y>\d{4})-[a-z]+$/ix && $str !~ /foo\/bar/) { print "yes: $1 $+{y} $&\n"; }
(my $copy = $str) =~ s/old/new $1/ge; $copy =~ tr/a-z/A-Z/; $copy =~ s{a}{b}; $copy =~ y/a/b/;
my @sorted = sort { $a <=> $b or $a cmp $b } grep { defined && length > 3 } map { $_ => 1 } @list;
foreach my $i (0 .. $#list) { next unless $i % 2; last if $i > 5; redo; }
while (my ($k, $v) = each %hash) { printf("%s = %5.2f %%\n", $k, $v); }
unless (@ARGV) { die "usage: $0\n" } elsif (1) { } else { warn $!; }
print <<EOF . <<'RAW' . <<"Q";
heredoc $x @{[ $x ]}
EOF
raw $x
RAW
quoted ${x}
Q
print STDERR "x" x 3, $obj->{key}[0]->method(@args), \@ref, \&func, &$code, *glob{IO};
local $_ = $ENV{PATH}; my $re = qr/a.b\s+(?#c)/x; open(my $fh, '<', $file) or die; my $line = <$fh>; <STDIN>;
do { $x++ } until $x >= 10; eval { die { code => 1 } }; if ($@) { }
my $sub = sub ($a, $b = 2) { return wantarray ? @_ : $_[0]; };
BEGIN { unshift @INC, 'lib'; }
@hash{qw(a b)} = (1, 2); my ($first) = @$ref; $x **= 2; $x //= 3; $x ||= 4; $x .= "a"; $y = $x ? 'a' : 'b'; $h = { a => 1, 'b', 2 };
format STDOUT =
@<<<< @>>>>
$x,   $y
.
=pod

=head1 NAME

pod B<bold> C<code>

=cut

1;
__END__
after end
