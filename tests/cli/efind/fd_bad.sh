#!/usr/bin/env bash
# Bad input and hostile surroundings in fd's language (spec efind 5).
. "$(dirname "$0")/../../lib/case.sh"
# shellcheck disable=SC2034  # no shell before efind: it is to be alone with few descriptors and little memory
IMPATIENT=1
. "$HERE/_tree.sh"

drop= # root reads everything, unless it may not
[ "$(id -u)" = 0 ] && drop='setpriv --bounding-set=-dac_override,-dac_read_search'

row B1
mkdir locked && touch locked/in && chmod 0 locked
is "$drop efind lock" 0 'locked/\n'
is "$drop efind . locked" 0 ''
says "$drop efind . locked --show-errors" 0 'locked: Permission denied'
row B2 # readable, not searchable
chmod 400 locked
is "$drop efind ^in locked" 0 'locked/in\n'
is "$drop efind -S -1k ^in locked" 0 ''
says "$drop efind -S -1k ^in locked --show-errors" 0 'locked/in: Permission denied'
is "$drop efind -tf ^in locked" 0 'locked/in\n'
chmod 700 locked && rm -r locked
row B3 # gone between being read and being opened
mkdir -p race/{1,2,3}/x
is "efind -j1 . race -d1 -x rm -r" 0 ''
mkdir -p race/{1,2,3}/x
is "efind -j1 -td . race -x sh -c 'rm -r \"\$0\"; echo gone'" 0 'gone\ngone\ngone\n'
mkdir -p race/{1,2,3}/x
says "efind -j1 '^1\$' race --show-errors -x rm -r" 0 'race/1: No such file'
row B4 # a directory becomes a link on the way
mkdir -p race/1/x "$WORK/secret/inside"
is "efind -j1 '^1\$|inside' race -x sh -c 'rm -r \"\$0\"; ln -s \"\$WORK/secret\" \"\$0\"; echo swapped'" 0 'swapped\n'
rm race/1 && mkdir race/1
says "efind -j1 '^1\$|inside' race --show-errors -x sh -c 'rm -r \"\$0\"; ln -s \"\$WORK/secret\" \"\$0\"'" 0 'race/1: (Not a directory|Too many levels)'
rm -r race
row B5
printf 'x' >"$(printf 'e\033[31mc\nn')"
is "efind -F '[31m'" 0 'e\033[31mc\nn\n'
says "efind . \"\$(printf 'no\\033[2Jwhere')\" emptyd" 0 "no.*033.*where"
says "efind \"\$(printf '\\033[2J(')\" 2>&1 | sed -n 2p >&2; exit 1" 1 '^efind:     .x1B\[2J\($'
row B6
is "efind bad" 0 'bad\xff.b\n'
is "efind -0 bad | tr '\\0' 0" 0 './bad\xff.b0'
row B7 # longer than PATH_MAX
long=$(printf 'd%.0s' $(seq 200))
mkdir deep && (cd deep && for _ in $(seq 60); do mkdir "$long" && cd "$long" || exit 1; done && echo in >end)
for j in 1 4; do
  is "efind -j$j '^end\$' deep | wc -c" 0 "$((5 + 60 * 201 + 4))\n"
  is "ulimit -n 8; efind -j$j -tf -S +1b '^end\$' deep | wc -c" 0 "$((5 + 60 * 201 + 4))\n"
done
is "efind -j1 '^end\$' deep -x cat 2>/dev/null" 1 ''
says "efind '^end\$' deep -X cat 2>&1 | tail -c 20 >&2; exit 1" 1 'name too long'
row B8 # any depth; memory grows by the folder, and no stack
perl -e 'chdir "deep"; for (1 .. 2000) { mkdir "d" or die; chdir "d" or die } open F, ">", "end-of-all"'
is "efind -j1 '^end-of-all' deep | wc -c" 0 "$((5 + 2000 * 2 + 11))\n"
is "efind -j4 '^end-of-all' deep | wc -c" 0 "$((5 + 2000 * 2 + 11))\n"
is "ulimit -s 256; efind -j1 -d 2000 '^end-of-all' deep" 0 ''
rm -rf deep
row B9
mkdir -p loop/in && ln -s .. loop/in/up
is "efind -L . loop" 0 'loop/in/\n'
is "efind -L self" 0 'self\n'
says "efind -L --show-errors . loop" 0 'loop/in/up: Too many levels'
row B10 # a large directory is not held in memory
many=3000
[ -n "${LONG:-}" ] && many=1000000
mkdir big && (cd big && seq $many | sed 's/^/name-/' | xargs touch)
if [ -z "${SANITIZE:-}" ]; then
  is "efind -u . big >\"\$WORK/o\" && sort -u \"\$WORK/o\" | wc -l" 0 "$(find big -mindepth 1 | wc -l)\n"
  # 8 MiB beyond what listing an empty folder takes
  room() { (ulimit -v "$1" && efind -u -j1 . "$2" >/dev/null 2>&1); }
  need() { local v=2000; while ! room $v "$1"; do v=$((v + 500)); done; echo $v; }
  yes_ "address space" test $(($(need big) - $(need emptyd))) -le 3000
else
  yes_ "as many as find" test "$(efind -u . big | sort -u | wc -l)" = "$(find big -mindepth 1 | wc -l)"
fi
rm -r big
row B11 # few descriptors
mkdir -p wide/{1..12}/{1..12} && touch wide/{1..12}/{1..12}/f{1..6}
want=$(efind -u -j1 . wide | LC_ALL=C sort | cksum)
for n in 1024 32 8; do
  for j in 1 2 16; do
    yes_ "-j$j, $n descriptors" test "$(ulimit -n $n && efind -u -j$j . wide | LC_ALL=C sort | cksum)" = "$want"
    yes_ "-j$j rules, $n descriptors" test "$(ulimit -n $n && efind -j$j --no-require-git . wide | LC_ALL=C sort | cksum)" = "$want"
    yes_ "-j$j -x, $n descriptors" test "$(ulimit -n $n && efind -j$j -tf f1 wide -x echo | wc -l)" = 144
  done
done
yes_ "as find" test "$("$GNU/find" wide -mindepth 1 | LC_ALL=C sort | cksum)" = "$(efind -u . wide --format '{}' | LC_ALL=C sort | cksum)"
rm -r wide
# B12: tests/unit/walk/unknown_test.c
row B13
yes_ "closed output" bash -c 'efind >&- 2>"$WORK/e"; [ $? = 1 ] && [ -s "$WORK/e" ]'
yes_ "closed input and output of errors" bash -c '[ "$(efind kk <&- 2>&-)" = kK ]'
yes_ "nothing was written to a file" test ! -s kK
row B14 # the reader has gone before anything is printed
yes_ "reader gone" bash -c '(sleep 0.3; exec efind -u zzzz "$WORK") 2>"$WORK/e" | true; [ "${PIPESTATUS[0]}" = 1 ] && [ ! -s "$WORK/e" ]'
row B15
says "efind 'a(b' 2>&1 | sed -n 3p >&2; exit 1" 1 '^efind:      \^$'
says "efind 'x[b-a]' 2>&1 | head -n 1 >&2; exit 1" 1 'invalid character class range'
row B16
touch "$(printf 'a%.0s' $(seq 50))"
says "efind -j2 '^(a|aa)+[cd]'" 1 'takes too long'
rm a*aaa
row B17
while IFS='|' read -r line status reason; do
  says "efind $line 2>&1 | head -n 1 >&2; exit \${PIPESTATUS[0]}" "$status" "$reason"
done <<'END'
-S 5 zz|2|'5' for '--size'
--changed-within foo|1|'foo'
--max-depth x|2|'x' for '--max-depth'
-t q|2|'q' for '--type'
-o nosuch|2|'nosuch' for '--owner'
-j 0|2|'0' for '--threads'
--color=x|2|'x' for '--color'
--sort=x|2|'x' for '--sort'
END
row B18 # no memory: a message, status 1, no half line
if [ -z "${SANITIZE:-}" ]; then
  yes_ "out of memory" bash -c '(ulimit -v 6000; efind -u -j1 --sort=name . /usr >"$WORK/o" 2>"$WORK/e"; [ $? = 1 ] && [ ! -s "$WORK/o" ] && grep -q "^efind: " "$WORK/e")'
fi
row B19
says "efind kk -x nosuchcommand" 1 'nosuchcommand: No such file'
says "efind kk -x ./kK" 1 './kK: Permission denied'
says "efind kk -x sh -c 'kill -9 \$\$'" 1 'Killed'
says "efind kk -X sh -c 'kill -9 \$\$'" 1 'Killed'
yes_ "too large an argument" bash -c 'efind kk -x true "$(head -c 200000 /dev/zero | tr "\\0" x)" 2>/dev/null; [ $? != 0 ]'
row B20
is "efind -j2 kk -x cat </dev/zero" 0 ''
row B21
says "efind . '' emptyd" 0 "''"
row B22
is "efind -- -lead" 0 './-lead\n'
is "efind . ./-lead 2>/dev/null" 1 ''
mkdir -p -- -d/x && is "efind --lang=fd . -- -d" 0 '-d/x/\n' && is "efind . ./-d" 0 './-d/x/\n'
rm -r -- -d
row B23 # others write at the same time
mkdir busy
(i=0; while [ ! -e "$WORK/enough" ]; do touch busy/n$((i += 1)); rm -f busy/n$((i - 50)); done) &
writer=$!
for _ in 1 2 3 4 5; do yes_ "each name once" test -z "$(efind -u . busy | sort | uniq -d)"; done
touch "$WORK/enough" && wait "$writer"
rm -r busy
row B24
touch -d @-5000000 old && touch -d '2400-01-01' future
is "efind --changed-before 1970-01-01" 0 'old\n'
is "efind --changed-within 2399-01-01" 0 'future\n'
is "efind -d1 --sort=mtime '^(old|future|kk)\$'" 0 'old\nkK\nfuture\n'
is "efind --changed-within 300000000y kk 2>/dev/null" 1 ''
is "efind --changed-within 9000y kk 2>/dev/null" 0 'kK\n'
row B25
for target in opt expr regex glob ignore fdvalue fdtime fdformat lscolors; do
  yes_ "fuzz target $target" test -e "$HERE/../../fuzz/${target}_fuzz.c"
done
finish
