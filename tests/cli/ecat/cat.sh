#!/usr/bin/env bash
# cat.sh: on the plain path ecat is cat: the same bytes and the same status.
source "$(dirname "$0")/../../lib/case.sh"

# ---- the tree
printf 'one\ntwo\nthree\n' >a
printf 'no newline at the end' >open
printf '' >empty
printf '\n\n\n\nx\n\n\ny\n\n\n\n' >blank
printf 'a\tb\t\tc\n\tindented\n' >'tabs'
printf 'dos\r\nline\r\n\r\nlone\rcr\r' >dos
printf 'ends in cr\r' >cr
printf '\nstarts with lf\n' >lf
for i in $(seq 0 255); do printf "\\x$(printf %02x "$i")"; done >bytes
for i in $(seq 0 255); do printf "\\x$(printf %02x "$i")\n"; done >bytelines
head -c 300000 /dev/urandom >random
seq 1 30000 >long
seq 999990 1000020 >wide
head -c 131071 /dev/zero | tr '\0' 'x' >border
printf '\r' >>border
printf '\nnext\n' >>border
head -c 200000 /dev/zero >zeros
mkdir dir
printf 'name\n' >./--odd
printf 'dash\n' >'-x'
printf 'space\n' >'a b'
printf 'nl\n' >$'new\nline'
printf 'esc\n' >$'\e[31mred'
ln -s a link
ln -s nowhere dangling
ln -s loop loop
printf 'secret\n' >locked
chmod 000 locked

# ---- inputs, X7, X11, X12, X14, X18, X21
for f in a open empty blank tabs dos cr lf bytes random long zeros link -- border; do same "cat $f"; done
for command in 'cat a open a' 'cat open a' 'cat a -' 'cat - a <open' 'cat <a' 'cat - <a' 'cat - - <a' \
  'cat - a - <long' 'printf "x\ny" | cat' 'printf "x\ny" | cat - a' 'printf x | cat a - a' 'cat </dev/null' \
  'cat empty empty' 'cat -- --odd' 'cat -- -x' 'cat ./-x' 'cat "a b"' "cat \$'new\\nline'" "cat \$'\\e[31mred'" \
  'cat dir' 'cat a dir open' 'cat <dir' 'cat missing' 'cat a missing open' 'cat missing missing' 'cat ""' \
  'cat dangling' 'cat loop' 'cat a/b' 'cat a a a a a a a a' 'cat random random' 'cat long | wc -c' \
  'cat random | cat' 'cat a >x; cat x; rm x' 'cat random >x; cmp x random; rm x' 'cat random long >x; cksum x; rm x' \
  'cat random | cat >x; cmp x random; rm x' 'cat /proc/self/comm >/dev/null' 'cat /proc/version' 'cat /proc/sys/kernel/ostype' \
  'cat /proc/version >x; cat x; rm x' 'cat /proc/version | cat' 'cat /dev/null' 'head -c 70000 /dev/zero | cat | cksum' \
  'head -c 5 <(cat /dev/zero) | cksum' 'mkfifo p; (cat a >p &) ; cat p; rm p' 'mkfifo p; (cat a >p &) ; cat p - p2 <a; rm p' \
  'exec 3<a; cat <&3; cat <&3' 'exec 3<long; head -c 10 <&3 >/dev/null; cat <&3 | cksum' 'cat <<<"here"' \
  '(sleep 0.1; echo late) | cat' '(echo a; sleep 0.1; printf b) | cat - a' 'dd if=long bs=1 skip=3 count=9 2>/dev/null | cat'; do
  same "$command"
done

# ---- -A -b -e -E -n -s -t -T -u -v, X2
for o in -A -b -e -E -n -s -t -T -u -v; do same "cat $o bytes"; done
for o in -A -b -e -E -n -s -t -T -v -bn -nb -ns -bs -nE -bE -bsE -sE -nT -nA -bA -sA -nsA -bsA -vE -vT -ET -vET -nv \
  -sT -bT -nsE -nsT; do
  same "cat $o blank tabs dos open a cr lf bytes"
done
for o in -A -n -b -E -v -s -nsE -T; do
  same "cat $o random"
  same "cat $o bytelines"
  same "cat $o <border"
  same "cat $o long | cksum"
done
for command in 'cat -n a open a' 'cat -n open open' 'cat -b blank blank' 'cat -n a - a <open' 'cat -n wide' \
  'cat -n long long long long | tail -n 3' 'cat -s blank blank' 'cat -s blank lf' 'cat -E cr lf' 'cat -E cr a' 'cat -E cr' \
  'cat -E cr cr lf' 'cat -ns cr lf blank' 'cat -nE cr open lf' 'cat -bE lf cr' 'printf "a\r" | cat -E - lf' \
  '(printf "a\r"; sleep 0.1; printf "\nb\r"; sleep 0.1; printf "c") | cat -E' 'cat -A border | tail -c 20' 'cat -E border | tail -c 20' \
  'cat -n missing a' 'cat -n dir a' 'cat -b empty' 'cat -sn empty blank empty blank' 'cat -v bytes bytes' 'cat -vn </dev/null' \
  'printf "\n\n\n" | cat -s' 'printf "\n\n\n" | cat -b' 'printf "\n\n\n" | cat -nb' 'printf "x\n\n\n\ny" | cat -sE' \
  'printf "\r\n\r\n" | cat -sE' 'printf "\t\t" | cat -T' 'printf "\377\376\177\200" | cat -v'; do
  same "$command"
done

# ---- long names, prefixes, order, N5, N6, X25
for command in 'cat --show-all bytes' 'cat --number a' 'cat --number-nonblank blank' 'cat --squeeze-blank blank' \
  'cat --show-ends dos' 'cat --show-tabs tabs' 'cat --show-nonprinting bytes' 'cat --squeeze blank' 'cat --sq blank' \
  'cat --show-e dos' 'cat --show-a dos' 'cat --show-n dos' 'cat --show-t dos' 'cat --number- blank' 'cat a -n' 'cat a -n -s blank' \
  'cat -n -- a' 'cat -nsu blank' 'cat -u a' 'cat -uuu a' 'cat --num a' 'cat --show a' 'cat --number=3 a' 'cat --help=1' \
  'cat --nonsense' 'cat -a a' 'cat -Q' 'cat -nQ a' 'cat -B a' 'cat -z' 'cat -1' 'cat --squeeze-blank=yes a' 'cat --show-all=' \
  'cat --help >/dev/full' 'cat --version >/dev/full' 'cat --help | head -c 0' 'cat -- -n' \
  'POSIXLY_CORRECT=1 cat a -n' 'POSIXLY_CORRECT=1 cat -n a' 'POSIXLY_CORRECT= cat a -E'; do
  same "$command"
done

# ---- descriptors and failing output, X8, X9, X10, X15, X16, X17, X20
for command in 'cat <&-' 'cat - a <&-' 'cat a - <&-' 'cat a >&-' 'cat >&- <a' 'cat missing >&-' 'cat a 2>&-' 'cat missing 2>&-' \
  'cat a <&- >&- 2>&-' 'cat <a >&- 2>&-' 'cat a >/dev/full' 'cat a a >/dev/full' 'cat empty >/dev/full' 'cat -n a >/dev/full' \
  'cat random >/dev/full' 'cat <long >/dev/full' 'cat long | cat >/dev/full' 'cat -A random >/dev/full' 'cat missing >/dev/full' \
  'cp a x; cat x >>x; cat x; rm x' 'cp a x; cat a x >x; cat x; rm x' 'cp a x; cat a x a >>x; cat x; rm x' \
  'cp a x; cat <x >>x; cat x; rm x' 'cp a x; cat x >x; cat x; rm x' 'cp a x; cat -n x >>x; cat x; rm x' 'cp a x; cat - a >>x <x; cat x; rm x' \
  'cat random | head -c 5 | cksum; echo ${PIPESTATUS[0]}' 'cat long long long | head -n 1; echo ${PIPESTATUS[0]}' \
  'cat /dev/zero | head -c 5 | cksum; echo ${PIPESTATUS[0]}' 'cat -n long long | head -n 1; echo ${PIPESTATUS[0]}' \
  'trap "" PIPE; cat long long long | true; echo ${PIPESTATUS[0]}' 'trap "" PIPE; cat -n long long long | true; echo ${PIPESTATUS[0]}' \
  'cat random 1<>x; cmp x random; rm x' 'cat a >/dev/null' 'cat random >/dev/null'; do
  same "$command"
done
if [ "$(id -u)" = 0 ]; then # root reads everything, unless it may not
  drop='setpriv --bounding-set=-dac_override,-dac_read_search'
else
  drop=
fi
same "$drop cat locked"
same "$drop cat a locked a"
says "$drop cat a locked" 1 '^cat: locked: Permission denied$'

# ---- what the kernel says half way or at the very end, X16 and X19, where processes may be traced
# (and are not traced already: a sanitizer looks for leaks that way)
if [ -z "${SANITIZE:-}" ] && strace -o "$WORK/trace" true 2>/dev/null; then
  inject() { echo "strace -f -o '$WORK/trace' -P '$WORK/tree/$1' -e inject=$2:error=$3:when=$4"; }
  for o in '' -n -A; do
    same "$(inject x close ENOSPC 1+) cat $o a >x; s=\$?; $GNU/cat x; rm x; exit \$s"
    is "$(inject long read EIO 2+) -e inject=copy_file_range,splice,sendfile:error=EINVAL ecat $o long >x; echo \$?" 0 '1\n'
    yes_ "X19: read error: $o" grep -qx 'ecat: long: Input/output error' "$WORK/err"
    n=$(sed -n 's/.* read(.* = \([0-9]*\)$/\1/p' "$WORK/trace" | head -n 1) # what was read before it
    yes_ "X19: all of that is written: $o" bash -c '[ "$2" -gt 4000 ] && head -c "$2" long | "$0/cat" $1 | cmp - x' "$GNU" "$o" "$n"
    rm -f x
  done
  says "$(inject x close ENOSPC 1+) ecat a >x" 1 '^ecat: write error: No space left on device$'
  says "$(inject x close EIO 1+) ecat -pf --theme=ansi a >x; s=\$?; rm x; exit \$s" 1 '^ecat: write error: Input/output error$'
  is "$(inject long read EIO 2+) ecat --decorations=always --color=never -p long >x; echo \$?; \
    head -c \$(stat -c %s x) long | cmp - x; [ \$(stat -c %s x) -gt 10000 ] && rm x" 0 '1\n'
fi
# The size of a file in /proc says nothing of its last lines.
is 'cat -r -1: /proc/filesystems | cmp - <(tail -n 1 /proc/filesystems)' 0 ''
is 'ecat --decorations=always --color=never --style=plain --tabs=0 -r -2: /proc/filesystems | cmp - <(tail -n 2 /proc/filesystems)' 0 ''

# ---- what is said: one line, nothing raw
says 'cat missing' 1 '^cat: missing: No such file or directory$'
says 'ecat missing' 1 '^ecat: missing: No such file or directory$'
says 'cat dir' 1 '^cat: dir: Is a directory$'
says 'cat <&-' 1 '^cat: -: Bad file descriptor$'
says 'cat a >&-' 1 '^cat: standard output: Bad file descriptor$'
says 'cat a >/dev/full' 1 '^cat: write error: No space left on device$'
says 'cat --version >/dev/full' 1 '^cat: write error: No space left on device$'
says 'cp a x; cat x >>x; s=$?; rm x; exit $s' 1 '^cat: x: input file is output file$'
says 'trap "" PIPE; (cat long long long; echo $? >s) | true; s=$(cat s); rm s; exit $s' 1 '^cat: write error: Broken pipe$'
says "cat \$'no\\nsuch'" 1 "^cat: 'no'\\$'\\\\n''such': No such file or directory\$"
says "cat \$'no\\e[31mred'" 1 "^cat: 'no'\\$'\\\\033''\\[31mred': No such file or directory\$"
says 'cat loop' 1 '^cat: loop: Too many levels of symbolic links$'
says 'cat -r 5:x a' 1 "^cat: --line-range: '5:x': the end of the range is not a number$"
says 'cat -r :4: a' 1 "^cat: --line-range: ':4:':"
says 'cat -r "" a' 1 "^cat: --line-range: '': the range is empty$"
case_run "$WORK/ours" 'cat -Q'
yes_ 'a bad option points to --help' grep -qx "Try 'cat --help' for more information\." "$WORK/err"
case_run "$WORK/ours" 'cat -Q'
yes_ "getopt's wording" grep -qx "cat: invalid option -- 'Q'" "$WORK/err"

# ---- lines that are there arrive before the writer ends, X24
at_once() { # options...: what was written is seen while the writer still sleeps
  head -c "$1" < <({ printf now; sleep 9; } | timeout 20 "$WORK/ours/cat" "${@:2}") | grep -q 'now$'
}
SECONDS=0
yes_ 'a partial line passes' at_once 3
yes_ 'a partial line passes, numbered' at_once 10 -n
yes_ 'a partial line passes, by lines' at_once 3 -r 1:5
yes_ 'none of them waited' test "$SECONDS" -lt 8
yes_ 'endless input ends with its reader' bash -c '"$0/cat" /dev/zero | head -c 5 | cksum' "$WORK/ours"
yes_ 'a non-blocking output is waited for' perl -MFcntl -e '
pipe(my $r, my $w) or die;
fcntl($w, F_SETFL, fcntl($w, F_GETFL, 0) | O_NONBLOCK) or die;
my $pid = fork;
if (!$pid) {
	open(STDOUT, ">&", $w) or die;
	close($r);
	exec("$ARGV[0]/cat", "random");
}
close($w);
select(undef, undef, undef, 0.2);
local $/;
my $got = <$r>;
waitpid($pid, 0);
my $status = $?;
open(my $f, "<", "random") or die;
exit($status != 0 || $got ne <$f>);' "$WORK/ours"

# ---- environment and configuration change no byte, N3
mkdir -p "$XDG_CONFIG_HOME/ember"
printf -- '--style=full\n--color=always\n--decorations=always\n' >"$XDG_CONFIG_HOME/ember/ecat.conf"
same 'BAT_OPTS="-n --color=always" EMBER_OPTS=-n EMBER_STYLE=full BAT_STYLE=full EMBER_THEME=nord CLICOLOR_FORCE=1 cat a tabs'
same 'LESSOPEN="|cat %s" PAGER=less MAN_PN=ls TERM=dumb COLUMNS=10 BAT_PAGING=always cat a tabs'
same 'LC_ALL=de_DE.UTF-8 LANG=C cat -v bytes'
rm -r "$XDG_CONFIG_HOME/ember"

# ---- lines, S12 and X3
is 'cat -r 2 a' 0 'two\n'
is 'cat -r 2:3 a' 0 'two\nthree\n'
is 'cat -r 2: a' 0 'two\nthree\n'
is 'cat -r :2 a' 0 'one\ntwo\n'
is 'cat -r 1:+1 a' 0 'one\ntwo\n'
is 'cat -r 3:-1 a' 0 'two\nthree\n'
is 'cat -r -2: a' 0 'two\nthree\n'
is 'cat -r -2: <a' 0 'two\nthree\n'
is 'printf "1\n2\n3" | cat -r -2:' 0 '2\n3'
is 'cat a | cat -r -2:' 0 'two\nthree\n'
is 'cat -r :-2 a' 0 'one\n'
is 'cat a | cat -r :-2' 0 'one\n'
is 'cat -r -3:-1 a' 0 'one\ntwo\n'
is 'cat -r 2::1 a' 0 'one\ntwo\nthree\n'
is 'cat -r 500:501:1 long' 0 '499\n500\n501\n502\n'
is 'cat -r 3:2 a' 0 ''
is 'cat -r 9 a' 0 ''
is 'cat -r 1 -r 3 a open' 0 'one\nthree\nno newline at the end'
is 'cat -n -r 2: a a' 0 '     2\ttwo\n     3\tthree\n     5\ttwo\n     6\tthree\n'
is 'cat -n -r -1: a a' 0 '     3\tthree\n     6\tthree\n'
is 'cat -A -r 2 dos' 0 'line^M$\n'
is 'cat -r -5: long' 0 '29996\n29997\n29998\n29999\n30000\n'
is 'cat -r -30000: long | cmp - long' 0 ''
is 'cat -r -40000: long | cmp - long' 0 ''
is 'cat -r -29999: long | cmp - <(tail -n 29999 long)' 0 ''
is 'cat -r 29999: long' 0 '29999\n30000\n'
is 'cat -r :1 <(yes)' 0 'y\n'
is '(cat -r 1; cat) <<<"$(printf "a\nb")" | head -c 2' 0 'a\n'

finish
