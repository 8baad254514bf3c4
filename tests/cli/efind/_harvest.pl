#!/usr/bin/perl
# _harvest.pl ROOT < names of shell scripts, NUL after each: the calls of find in them, one a line, words quoted
# for the shell. What is not known before the script runs (variables, substitutions) becomes a start point or a
# word; nothing is evaluated. A word before each line says what may be done with it: "look" (it only prints) or
# "read" (it would act, so it may only be parsed). Perl of the base system.
use strict;
use warnings;

my $acts = qr/^-(?:exec|execdir|ok|okdir|delete|rm|fprint|fprint0|fprintf|fls|files0-from|quit)$/;
my $writes = qr/^-(?:fprint|fprint0|fprintf|fls)$/;
my %seen;

# Words of one simple command from its text; unknown parts become $unknown.
sub words {
	my ($s, $unknown) = @_;
	my (@w, $word);
	while (length $s) {
		if ($s =~ s/^[ \t]+//) { push @w, $word if defined $word; undef $word; next }
		last if $s =~ /^(?:[\n|;&)}#]|\d*[<>])/ && !($s =~ /^[#}]/ && defined $word);
		if ($s =~ s/^\\\n//) { next }
		if ($s =~ s/^\\(.)//s) { $word .= $1; next }
		if ($s =~ s/^'([^']*)'//s) { $word .= $1; next }
		if ($s =~ s/^"((?:[^"\\]|\\.)*)"//s) {
			my $in = $1;
			$in =~ s/\$\([^()]*(?:\([^()]*\)[^()]*)*\)|`[^`]*`|\$\{[^}]*\}|\$\w+|\$[\@*#?]/$unknown/g;
			$in =~ s/\\([\$`"\\])/$1/g;
			$word .= $in;
			next;
		}
		if ($s =~ s/^(?:\$\([^()]*(?:\([^()]*\)[^()]*)*\)|`[^`]*`|\$\{[^}]*\}|\$\w+|\$[\@*#?])//s) { $word .= $unknown; next }
		return if $s =~ /^[`\$"'(]/;
		$s =~ s/^(.)//s;
		$word .= $1;
	}
	push @w, $word if defined $word;
	return @w;
}

# A value in place of the unknown one, of the kind that the primary before it takes.
sub fit {
	my ($before, $w) = @_;
	return $w =~ s/src/1/gr if $before =~ /^-(?:[acm](?:time|min)|used|maxdepth|mindepth|links|inum|uid|gid|size)$/;
	return 'root' if $before =~ /^-(?:user|group)$/ && $w =~ /src/;
	return 'f' if $before =~ /^-x?type$/ && $w =~ /src/;
	return $w =~ s/src/644/gr if $before eq '-perm';
	return '2020-01-01' if $before =~ /^-newer.t$/ && $w =~ /src/;
	return $w;
}

sub quoted { my $w = shift; $w =~ s/'/'\\''/g; return "'$w'" }

sub call {
	my @w = words($_[0], 'src');
	my ($roots, $out, $kind) = (1, '', 'look');
	return unless grep { /^-[a-z]{3}/ } @w;
	return if grep { /\n/ } @w;
	for my $i (0 .. $#w) {
		my $w = $w[$i];
		$roots = 0 if $w =~ /^[-(!]./ || $w =~ /^[(!]$/;
		$roots = 1 if $w =~ /^-[HLP]$/ && !$out;
		$w = $w =~ /src/ ? 'src' : '.' if $roots && $w !~ /^-/;
		$w = fit($w[$i - 1], $w) if $i && !$roots;
		return if $w =~ $writes;
		$kind = 'read' if $w =~ $acts;
		$out .= ' ' . quoted($w);
	}
	print "$kind$out\n" unless $seen{$out}++;
}

$/ = "\0";
my @files = <STDIN>;
chomp @files;
$/ = undef;
for my $name (@files) {
	open my $f, '<', $name or next;
	my $text = <$f>;
	next unless defined $text;
	$text =~ s/^\s*#.*$//mg;
	while ($text =~ /(?:^|[|;&(`{!]|\bthen|\bdo|\belse|\bif|\bwhile|\bxargs|\bsudo|\bexec|\bfakeroot|\$\(shell|\t\@)[ \t]*(?:LC_ALL=\w+ )?(?:\/usr\/bin\/|\/bin\/)?find[ \t]+/mg) {
		my $rest = substr $text, pos $text, 2000;
		$rest =~ s/`[^`]*\z//s if substr($text, $-[0], 1) eq '`' && $rest =~ s/`.*//s;
		call($rest);
	}
}
