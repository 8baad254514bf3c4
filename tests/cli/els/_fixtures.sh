# _fixtures.sh: folders that the listing tests share. Each fixture is made below the current folder.
# shellcheck shell=bash

fixture_types() {
  mkdir types
  (
    cd types || exit 1
    : >empty
    printf 'x%.0s' $(seq 100) >plain.txt
    printf '#!/bin/sh\n' >run.sh && chmod 755 run.sh
    cp run.sh setuid && chmod 4755 setuid
    cp run.sh setgid && chmod 2755 setgid
    cp run.sh both && chmod 6755 both
    : >nox && chmod 6644 nox
    mkdir dir sticky open stickyopen
    chmod 1755 sticky
    chmod 777 open
    chmod 1777 stickyopen
    mkfifo fifo
    ln -s plain.txt link
    ln -s dir linkdir
    ln -s run.sh linkexec
    ln -s nowhere dangling
    ln -s loop loop
    ln -s ../types/fifo linkfifo
    ln plain.txt hard.txt
    : >secret && chmod 000 secret
    : >.hidden
    : >backup~
    : >.dotback~
    : >archive.tar.gz
    : >photo.JPG
    perl -MIO::Socket::UNIX -e 'IO::Socket::UNIX->new(Local => "socket", Listen => 1)' 2>/dev/null
    touch -h -d '2024-03-01 12:00' -- * .[!.]*
  )
}

# GNU ls since 9.5 gives no width to a name that does not print; els does as the newest, the system's may be older.
newer_ls() { # [version]
  [ "$(printf '%s\n' "${1:-9.5}" "$("$GNU/ls" --version | sed -n '1s/.* //p')" | sort -V | head -n 1)" = "${1:-9.5}" ]
}

# What an older GNU ls does in another way is confirmed by a newer one alone.
both_new() { if newer_ls; then both "$@"; else is "$@"; fi; }

# Names that print, and in "raw" those that do not.
fixture_names() {
  mkdir names raw
  touch raw/plain raw/$'new\nline' raw/$'esc\033[31mred' raw/$'bell\a' raw/$'del\177' raw/'tab	x' raw/$'inv\377\376' \
    raw/$'cut\303' raw/$'n\n\'q' raw/zzz
  mkdir raw/$'dir\nline'
  ln -s $'new\nline' raw/linknew
  (
    cd names || exit 1
    touch -- 'plain' 'with space' "it's" 'a"b' 'back\slash' '#hash' '~tilde' 'mid#~' 'dollar$' 'star*' 'q?' '[a]' '{' '}' \
      'a{b}' 'semi;' 'amp&' 'pipe|' 'par(en)' '<>' '!bang' '=eq' 'a=b' '^hat' '`tick`' 'a:b' 'a,b' 'ünïcode' \
      '日本語' 'ｗide' $'comb\u0301ining' $'zw\u200bsp' $'rtl\u202eabc' '😀' "both'\"q" "sp ' ace" '-dash' \
      '--help' '%p' '@at' '+plus' $'nb\u00a0sp' $'\u2018curly\u2019'
    mkdir 'dir with space' 'dir:colon'
    ln -s 'with space' 'link to space'
  )
}

fixture_times() {
  mkdir times
  (
    cd times || exit 1
    touch -d '1970-01-01 00:00:00 UTC' epoch
    touch -d '1969-12-31 23:59:59.5 UTC' before
    touch -d '1901-12-14' old1901
    touch -d '2038-01-19 03:14:08 UTC' y2038
    touch -d '2106-02-08' y2106
    touch -d '2030-05-05 05:05:05' future
    touch -d '2001-02-03 04:05:06.789012345' nano
    touch -d '2001-02-03 04:05:06.789012344' nano2
    touch -d '2001-02-03 04:05:06' nano0
    touch -d '-3 months' quarter
    touch -d '-5 months' nearly
    touch -d '-7 months' past
    touch -d '-1 hour' hour
    touch -a -d '2010-10-10 10:10' quarter
  )
}

fixture_sizes() {
  mkdir sizes
  (
    cd sizes || exit 1
    for n in 0 1 9 10 511 512 513 999 1000 1023 1024 1025 1126 9999 10000 10137 10138 10239 10240 \
      99999 102400 1047552 1047553 1048575 1048576 1048577 10485760; do
      truncate -s "$n" "s$n"
    done
    truncate -s 1T tera
    truncate -s 999G giga
    truncate -s 4P peta 2>/dev/null
    head -c 70000 /dev/zero >full
    head -c 5000000 /dev/zero >mega
    touch -d '2024-03-01 12:00' -- *
  )
}

fixture_versions() {
  mkdir versions
  (
    cd versions || exit 1
    touch a1 a2 a10 a01 a001 a1b a1.2 a1.10 file.txt file1.txt file10.txt file2.txt file.tar.gz file-1.0.tar.gz \
      file-1.0~rc1.tar.gz file-1.0.1.tar.gz .dot1 .dot10 .dot2 ..x A1 Z b B zz.a zz.b noext x. .x.y 'x~' x \
      1 2 10 01 x_1 x-1 x+1 foo.c foo.h foo.C README
    touch -d '2024-03-01 12:00' -- * .[!.]*
  )
}

fixture_nested() {
  mkdir -p nested/a/b/c nested/a/empty nested/d nested/.hid/x 'nested/with space/in'
  (
    cd nested || exit 1
    touch top a/one a/two a/b/three a/b/c/four d/five .hid/six
    ln -s .. d/up
    ln -s ../a d/side
    touch -h -d '2024-03-01 12:00' top a/one a/two a/b/three a/b/c/four d/five d/up d/side
    touch -d '2024-03-01 12:00' a/b/c a/b a/empty a d .hid .hid/x 'with space/in' 'with space' .
  )
}

# Hundreds of comparisons at the price of a few: `later CMD` notes what `same CMD` would run at once, and
# `compare` runs all of them in one shell with GNU's ls and in one with ours.
later() { printf '%s\0' "$1" >>"$WORK/commands"; }

run_commands() { # PATH-front output
  timeout 300 env PATH="$1:$SYSTEM_PATH" ERRORS="$WORK/errors" bash -c '
    while IFS= read -r -d "" command; do
      printf "\0\1%s\0\2" "$command"
      (eval "$command") 2>"$ERRORS" </dev/null
      printf "\0\3%d" $?
      [ ! -s "$ERRORS" ] || printf " with messages"
    done' <"$WORK/commands" >"$2"
}

compare() {
  run_commands "$GNU" "$WORK/all.gnu"
  run_commands "$WORK/ours" "$WORK/all.ours"
  local sums
  sums=$(perl -e '
    my ($good, $bad) = (0, 0);
    my @runs = map { open my $f, "<", $_ or die; binmode $f; local $/; my $t = <$f>; [split /\x00\x01/, $t] } @ARGV;
    die "runs of different length\n" if @{$runs[0]} != @{$runs[1]};
    for my $i (1 .. $#{$runs[0]}) {
      my ($want, $got) = map { $_->[$i] } @runs;
      if ($want eq $got) { $good++; next }
      $bad++;
      my ($command, $rest) = split /\x00\x02/, $got, 2;
      print STDERR "FAIL same: $command\n";
      next if $bad > 20;
      my @w = split /\n/, (split /\x00\x02/, $want, 2)[1];
      my @g = split /\n/, $rest;
      for my $l (0 .. (@w > @g ? $#w : $#g)) {
        my ($x, $y) = ($w[$l] // "(end)", $g[$l] // "(end)");
        next if $x eq $y;
        s/([^ -~])/sprintf "\\x%02x", ord $1/ge for $x, $y;
        print STDERR "  line $l: GNU  $x\n  line $l: ours $y\n";
        last;
      }
    }
    print "$good $bad";' "$WORK/all.gnu" "$WORK/all.ours")
  passed=$((passed + ${sums% *}))
  failed=$((failed + ${sums#* }))
  rm -f "$WORK/commands"
}

# set_attr FILE NAME HEX: an extended attribute, by the kernel's own call, for nothing of the base system sets one.
# False where the file system has none.
set_attr() {
  perl -e 'my $n = { x86_64 => 188, aarch64 => 5, riscv64 => 5, i686 => 226, ppc64le => 209, s390x => 224 }->{$ARGV[0]} // exit 1;
    my $v = pack "H*", $ARGV[3];
    exit(syscall($n, $ARGV[1], $ARGV[2], $v, length $v, 0) != 0);' "$(uname -m)" "$@"
}
