#!/usr/bin/env bash
# find's language where things go wrong or grow large: rights, depth, descriptors, batches, signals.
# shellcheck source=tests/lib/case.sh disable=SC2016
. "$(dirname "$0")/../../lib/case.sh"

# ---- messages: one line each, the guilty word named
row 'N53'
says 'find . -nosuch' 1 "^find: unknown predicate .-nosuch'"
for word in -H -L -P -O2 -D -s -x -X -E -f -S -j4; do
  says "find . $word" 1 "^find: unknown predicate .$word': it stands before the start points$"
done
says 'find . -e' 1 "^find: unknown predicate .-e'$"
says 'find . -name' 1 "^find: missing argument to .-name'"
says 'find . -type x' 1 "-type.* x$"
says 'find . -size 5Q' 1 "-size.*Q'"
says 'find . -size +1MB' 1 "no unit .MB': c .*k M G T P"
says 'find . -size 1kb' 1 "no unit .kb'"
says 'find . -size MB' 1 "number, not .MB'"
says 'find . -type file' 1 "-type takes b c d p f l or s, .*not file$"
says 'find . -type fd' 1 "separated by commas, not as in fd"
says 'find . -perm 99' 1 "invalid mode '99'"
says 'find . -perm +111' 1 "invalid mode '.111': /111 .*-111"
says 'find . -exec grep x {}' 1 "missing argument to .-exec': .*\\\\;.*\{\} \+"
for word in nan -nan +NAN 'nan(7)' 1e 0x; do # not a number at all: GNU find ends with an assertion
  says "find . -mtime '$word'" 1 "invalid argument .${word//[(+]/.}.* to .-mtime'"
  says "find . -cmin '$word'" 1 "invalid argument .* to .-cmin'"
  says "find . -used '$word'" 1 "-used takes a number of days"
done
says 'find . -user no-such-user' 1 "no-such-user"
says 'find . -maxdepth x' 1 "-maxdepth.*'x'"
says 'find . \(' 1 "\\)"
says 'find . \( \)' 1 "'\(' and '\)'"
says 'find . -o -name x' 1 "before '-o'"
says 'find . -name x -o' 1 "after '-o'"
says 'find . -name x \)' 1 "'\)' has no '\('"
says 'find . !' 1 "after '!'"
says 'find . -exec echo' 1 "missing argument to .-exec'"
says 'find . -newer nosuch' 1 "'nosuch': No such file"
says 'find . -newermt rubbish' 1 "'rubbish'"
says 'find nosuch' 1 "^find: '?nosuch'?: No such file or directory"
says 'find "" ' 1 "^find: '': No such file"
row B15 # the pattern, a caret under the place, the reason; nothing is walked
bad_regex() { # type, pattern, place in cells, reason
  is "find . -regextype $1 -print -regex '$2' 2>&1; echo \$?" 0 \
    "find: bad regular expression '$2': $4\\nfind:     $2\\nfind:     $(printf "%$3s")^\\n1\\n"
}
bad_regex emacs '[a' 0 'Unmatched [, [^, [:, [., or [='
bad_regex emacs 'a[b]c[d' 5 'Unmatched [, [^, [:, [., or [='
bad_regex posix-extended 'x(a)(b' 4 'Unmatched ( or \\('
bad_regex posix-extended '((a)' 0 'Unmatched ( or \\('
bad_regex posix-extended 'é日[z-a]x' 2 'Invalid range end'
bad_regex posix-extended 'ab[[:nope:]]' 2 'Invalid character class name'
bad_regex posix-extended 'x{2,1}y' 1 'Invalid content of \\{\\}'
says "find . -regex 'a[' 2>&1 >/dev/null | sed -n 3p >&2; exit 1" 1 '^find:      \^$'
says "find . -regextype posix-basic -regex 'ab\\)c' 2>&1 | sed -n 3p >&2; exit 1" 1 '^find:       \^$'
says "find . -regex '$(printf 'a%.0s' {1..2000})[' 2>&1 | wc -l >&2; exit 1" 1 '^1$'
row 'B17 N53'
says 'find . -delete -prune' 1 '-prune'
says 'find . -printf "%"' 1 'ends the format'
says 'find . -maxdepth 0 -printf "%q" ' 0 "warning: no such directive: .%q'"
says 'find . -maxdepth 0 -name x -exec nosuch-command \; -o -exec nosuch-command \;' 0 "'nosuch-command': No such file"
says 'find . -maxdepth 0 -exec sh -c "kill -9 \$\$" \;' 0 "'sh' terminated by signal 9"
says 'find . -files0-from nosuch' 1 "-files0-from"
says "find \$'a\\e[31m\\nb'" 1 '^find: .a.*\\(033|e|x1b)'
holds 'find --help' 0 '^  -newerXY REFERENCE'
holds 'find -help' 0 '^  -execdir COMMAND'
holds 'find --version' 0 '^find \(ember\) [0-9]'
holds 'efind --lang=find --version' 0 '^efind \(ember\)'
is 'efind --lang=find . -maxdepth 0' 0 '.\n'
is 'efind . -maxdepth 0 -printf "%p\n"' 0 '.\n'

# ---- depth: paths far beyond PATH_MAX, no recursion
row 'B7 B8'
deep() { # levels name-length: the shell itself would take minutes on the way down
  perl -e 'my ($n, $name) = ($ARGV[0], "d" x $ARGV[1]); mkdir "deep"; chdir "deep" or die;
    for (1 .. $n) { mkdir $name or die; chdir $name or die } open F, ">leaf" or die' "$1" "$2"
}
deep 60 200
same 'find deep | sha256sum'
same 'find deep -depth | sha256sum'
same 'find deep -type f -printf "%d %f\n"'
is 'find -L deep -name leaf -printf "%d\n"' 0 '61\n' # GNU find: File name too long
same 'find deep -name leaf -execdir pwd \; 2>/dev/null | wc -c'
same 'ulimit -n 20; find deep -depth | sha256sum'
find deep -depth -delete
yes_ 'a path of 12,000 bytes is deleted' test ! -e deep
deep 1200 1
same 'find deep | tail -n 1 | wc -c'
same 'find deep -depth | sha256sum'
same 'find -L deep | sha256sum'
is 'ulimit -n 8; find deep | wc -l; find deep -depth | wc -l' 0 '1202\n1202\n'
is 'ulimit -s 256; find deep -depth | wc -l' 0 '1202\n'
find deep -depth -delete
yes_ 'a depth of 1,200 is deleted' test ! -e deep
mkdir -p long # names of every length that there is, copied in steps
perl -e 'chdir "long"; my $d = "d" x 255; mkdir $d; for my $n (1 .. 255) { open F, ">", $_ . "x" x ($n - 1) for ("f", "$d/f") }'
same 'find long'
same 'find long/. -name "*x" -printf "%p|%f|%s\n"'
for n in 1 2 8; do is "find -j$n long | cmp - <(/bin/sh -c '$GNU/find long')" 0 ''; done
same 'find long -printf "%P\n"'
same 'find ./long/ -printf "%P %h %H\n"'
row 'N26 N27'
mkdir bytes # a name of each byte that there is; times on both sides of what -ls calls recent; flags beside a precision
perl -e 'chdir "bytes"; for (1 .. 46, 48 .. 255) { open F, ">", "x" . chr }'
touch -d '30 minutes' bytes/xa
touch -d '2 hours' bytes/xb
touch -d '179 days ago' bytes/xc
touch -d '181 days ago' bytes/xd
same 'find bytes -ls'
same 'find bytes -print0'
same 'find bytes -maxdepth 0 -printf "[%05.3d][%-05.3d][%+05.3d][%08.5m][%#08.5m][%.0d][%5.0d]\n"'
: >bytes/reserved
if fallocate -n -l 8192 bytes/reserved 2>/dev/null; then same 'find bytes/reserved -printf "[%S][%09S][%-9S][%+S]\n"'; fi
row 'B7 B8'
# Parentheses nest on the heap.
is 'ulimit -s 2048; find . -maxdepth 0 $(yes "(" | head -n 20000) -name . $(yes ")" | head -n 20000)' 0 '.\n'
is 'find . -maxdepth 0 $(yes ! | head -n 20000) -name .' 0 '.\n'

# ---- few descriptors
row 'B11'
mkdir -p wide/{1,2,3}/{1,2,3}/{1,2,3}/{1,2,3}/{1,2,3}
touch wide/{1,2,3}/{1,2,3}/{1,2,3}/{1,2,3}/f{1,2,3}
want=$(find wide | sha256sum)
for n in 8 9 16 32 300; do
  yes_ "ulimit -n $n" test "$(ulimit -n $n; find wide | sha256sum)" = "$want"
done
want=$(find wide -depth -empty -type d | sha256sum)
yes_ 'ulimit -n 8, -depth -empty' test "$(ulimit -n 8; find wide -depth -empty -type d | sha256sum)" = "$want"

# ---- rights: root reads everything, so another user asks
row 'B1 B2'
mkdir -p r/no/x r/nosearch/d r/ok r/sticky
: >r/nosearch/f
: >r/ok/f
: >r/ok/run
chmod 111 r/ok/run
ln -s /proc/1/cwd/x r/ok/far
chmod 0 r/no
chmod 644 r/nosearch
chmod 755 . r r/ok "$WORK" "$WORK/tree"
as() { printf '%s' "$*"; }
if [ "$(id -u)" = 0 ] && setpriv --reuid=65534 --clear-groups true 2>/dev/null; then
  chown -R 65534 r
  chmod 711 "$WORK/ours" "$WORK/gnu"
  as() { printf 'P=$(command -v find); setpriv --reuid=65534 --clear-groups "$P" %s' "$*"; }
else
  as() { printf 'find %s' "$*"; }
fi
if setpriv --reuid=65534 --clear-groups test -x "$BUILD/efind" 2>/dev/null || [ "$(id -u)" != 0 ]; then
  same "$(as r)"
  same "$(as r -depth)"
  same "$(as -L r)"
  same "$(as r/no)"
  same "$(as r/nosearch -type f)"
  same "$(as r/nosearch -size 0)"
  same "$(as r/nosearch -name f -size 0)"
  same "$(as r/nosearch -ls)"
  same "$(as r -empty)"
  same "$(as r -readable)"
  same "$(as r -writable)"
  is "$(as r -noerror 2>\&1 \>/dev/null)" 0 ''
  same "$(as r -executable)"
  same "$(as r -name no -prune -o -print)"
  same "$(as r -maxdepth 1)"
  same "$(as r/ok -xtype l)"
  same "$(as r/no -delete)"
  same "$(as r -maxdepth 1 -name no -delete)"
fi
chmod 755 r/no r/nosearch
rm -rf r

# ---- standard output
row ''
mkdir o
touch o/{1,2,3}
is 'find / -xdev 2>/dev/null | head -n 1; echo "${PIPESTATUS[0]}"' 0 '/\n141\n'
says 'find o >/dev/full' 1 'standard output.*No space left'
says 'find o >&-' 1 'Bad file descriptor'
says 'find o -fprint /dev/full' 1 '/dev/full.*No space left'
is 'find o -name 1 -exec echo {} \; -print' 0 'o/1\no/1\n'
is 'find o -prune -print -exec echo b \; -print' 0 'o\nb\no\n'

# ---- the parts of a start point with slashes at its end or nothing else
row ''
mkdir -p parts/in
for p in parts parts/ parts// parts/. parts//. parts/in/ parts//in// / // /// //. ///. . ./ .// ./parts// ./// ././/  ./..// ../ parts/../parts/; do
  same "find $p -maxdepth 0 -printf '%p|%h|%f|%P|%H\\n'"
done
same "find parts/ parts// -printf '%p|%h|%f|%P|%H\\n'"

# ---- a terminal: what does not print, or hides, is shown as '?'
row 'N55'
if command -v script >/dev/null; then
  mkdir tty
  : >$'tty/a\eb'
  : >$'tty/n\nl'
  : >'tty/é'
  : >$'tty/bad\xff'
  : >$'tty/c1\u0085'
  on_tty='script -qec'
  same "$on_tty 'find tty' /dev/null"
  same "$on_tty 'find tty -printf \"%p|%f|%10p|%.3f|%P|%h\\\\n\"' /dev/null"
  same "$on_tty 'find tty -ls' /dev/null"
  same "$on_tty 'find tty -fprint /dev/stdout' /dev/null"
  : >$'tty/bidi\u202e'
  is "$on_tty 'find tty -name bidi?' /dev/null" 0 'tty/bidi?\r\n'
  is "find tty -name 'bidi?'" 0 'tty/bidi\xe2\x80\xae\n'
fi

# ---- the program is called as others call it
row ''
same 'find o -type f -print0 | xargs -0 echo | tr " " "\n" | sort'
same 'find o -type f | sort | head -n 2'
same 'cd o && find -name "[12]" | sort'
same 'find $PWD/o -newer nosuch -o -print 2>/dev/null'

# ---- N33: a start point's own -execdir waits for the next start point, or for the end
row N33
same 'find o/1 -exec echo x {} + -execdir echo d {} +'
same 'find o/1 o/2 nosuch -exec echo x {} + -execdir echo d {} +'
same 'find o -maxdepth 1 -execdir echo d {} + -exec echo x {} +'
same 'find o -maxdepth 0 -exec echo x {} + -execdir echo d {} + , -print'
row ''

# ---- N1: operators with a dash before them, which GNU find takes with a warning
row N1
same "find o '-(' -name 1 -o -name 2 '-)' -type f"
same "find o '-!' -name 1"
same "find o -name 1 '-,' -name 2"
same "find '-(' -path './o/*' ')' '-!' -type d"
same "find o '-(' '-)'"
same "find o -name 1 '-,'"
same "find o '-!'"
says "find o '-!' -name 1 -nowarn" 0 "-!"
row ''

# ---- the man page lists what --help lists
row ''
if [ -e "$BUILD/doc/efind.1" ]; then
  find --help | sed -n 's/^  \(--*[A-Za-z0-9_][A-Za-z0-9_-]*\).*/\1/p' >"$WORK/listed"
  sed -n '/^\.nf/,/^\.fi/s/^\(\\-[^ ]*\).*/\1/p' "$BUILD/doc/efind.1" | tr -d '\\' >"$WORK/in_man"
  yes_ 'help lists the primaries' test "$(wc -l <"$WORK/listed")" -gt 70
  yes_ 'man page and help list the same' diff "$WORK/listed" "$WORK/in_man"
fi
finish
