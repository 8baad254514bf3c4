#!/usr/bin/env bash
# find's language: expressions made at random, the same on every run, against GNU find.
# shellcheck source=tests/lib/case.sh
. "$(dirname "$0")/../../lib/case.sh"

COUNT=${COUNT:-600} SEED=${SEED:-20260}

mkdir -p src/core/net doc/man lib/x64/.cache build 'with space'
for f in src/main.c src/core/a.c src/core/b.h src/core/net/tcp.c doc/README doc/man/find.1 lib/x64/libx.so \
  lib/x64/.cache/obj.o build/a.o build/b.O 'with space/a b' .profile; do
  printf '%*s' $((${#f} * 37)) x >"$f"
done
: >src/empty.c
mkdir build/void
ln -s ../src lib/src
ln -s missing lib/broken
ln -s ../../lib doc/man/back
ln src/main.c build/main.c
mkfifo build/fifo
perl -MSocket -e 'socket(S, PF_UNIX, SOCK_STREAM, 0) && bind(S, sockaddr_un("lib/x64/sock")) or die' # base system's perl
mknod build/null c 1 3 2>/dev/null && mknod lib/disk b 7 99 || true # for who may; others meet devices in /dev
chmod 600 src/core/b.h
chmod 755 lib/x64/libx.so
chmod 4750 build/a.o
i=0
for f in src/main.c src/core/a.c doc/README build/b.O .profile doc lib; do
  touch -h -d "$((i * 17)) hours ago" "$f"
  i=$((i + 1))
done

# A generator of its own (no srand, whose numbers differ between awks).
make_lines() {
  awk -v n="$COUNT" -v seed="$SEED" '
    function r(k) { seed = (seed * 1103515245 + 12345) % 2147483648; return int(seed / 65536) % k }
    function pick(list,   w, k) { k = split(list, w, " "); return w[r(k) + 1] }
    function pattern() { return "\"" pick("* *.c *.[ch] a* ?.* *o* [!.]* [a-m]* *[0-9] main.c .* *.o *.O ?[!x]* *src* *a*b* [[:upper:]]*") "\"" }
    function test(   k) {
      k = r(26)
      if (k < 4) return "-name " pattern()
      if (k == 4) return "-iname " pattern()
      if (k == 5) return "-path \"" pick("./src/* */core/* *lib* ./*/*/* *c */.*") "\""
      if (k == 6) return "-regex \"" pick(".*c .*/[a-m][^/]* .*\\.[ch] .*o.* .*src.*") "\""
      if (k < 10) return "-type " pick("f d l p f,d d,l f,l,p s c,b b,c,d,f,l,p,s")
      if (k == 10) return "-xtype " pick("f d l f,l")
      if (k == 11) return "-size " pick("+0 -2 1 2 +1 +400c -500c 1k +0k")
      if (k == 12) return "-empty"
      if (k == 13) return "-perm " pick("644 -600 /111 -u+x 600 /6000 -444")
      if (k == 14) return "-mtime " pick("0 1 -1 +0 +1 -3 2")
      if (k == 15) return "-mmin " pick("-60 +60 -2000 +2000")
      if (k == 16) return "-newer " pick("src/main.c doc/README doc .profile lib")
      if (k == 17) return "-links " pick("1 2 +1 -3")
      if (k == 18) return "-lname \"" pick("* *src miss* ../*") "\""
      if (k == 19) return pick("-true -false")
      if (k == 20) return "-samefile " pick("src/main.c doc lib/src")
      if (k == 21) return pick("-readable -executable -nouser")
      if (k == 22) return "-user \"$(id -un)\""
      if (k == 23) return "-inum +100"
      if (k == 24) return "-prune"
      return "-newermt \"" pick("yesterday @1700000000 now 2000-01-01") "\""
    }
    function action(   k) {
      k = r(9)
      if (k < 4) return "-print"
      if (k == 4) return "-printf \"" pick("%p|%y|%s\\\\n %f:%h:%P:%d\\\\n %m\\\\040%l\\\\n [%10f][%-6d]\\\\n") "\""
      if (k == 5) return "-print0"
      if (k == 6) return "-ls"
      if (k == 7) return "-exec echo {} " pick("\\; +")
      return "-execdir echo {} " pick("\\; +")
    }
    function expr(depth,   k) {
      k = r(depth > 3 ? 4 : 12)
      if (k < 4) return test()
      if (k == 4) return pick("! -not") " " expr(depth + 1)
      if (k < 7) return expr(depth + 1) " " pick("-a -and") " " expr(depth + 1)
      if (k < 9) return "\\( " expr(depth + 1) " " pick("-o -or") " " expr(depth + 1) " \\)"
      if (k == 9) return expr(depth + 1) " " action()
      if (k == 10) return expr(depth + 1) " " expr(depth + 1)
      return "\\( " expr(depth + 1) " \\)"
    }
    BEGIN {
      for (i = 0; i < n; i++) {
        line = pick("-P -P -P -L -H") " " pick(". . . src lib/src ./lib/ doc/man/back build/.. .//doc /dev/null")
        if (r(8) == 0) line = line " -depth"
        if (r(6) == 0) line = line " -maxdepth " r(4)
        if (r(8) == 0) line = line " -mindepth " r(3)
        line = line " " expr(0)
        if (r(4) == 0) line = line " " action()
        if (r(5) == 0) line = line " -o " expr(1) " " action()
        if (r(12) == 0) line = line " " action() " , " expr(1) " -print"
        if (r(30) == 0) line = line " -quit"
        print line
      }
    }'
}

make_lines >"$WORK/lines"
script() { # words before the lines, in turn: each line with its status and whether it said anything
  local i=0 line
  while IFS= read -r line; do
    i=$((i % $# + 1))
    printf 'find %s %s 2>%s\nr=$?; [ -s %s ]; printf "\\n= %%s %%s\\n" "$r" "$?"\n' "${!i}" "$line" \
      "$WORK/e" "$WORK/e"
  done <"$WORK/lines" >"$WORK/script"
}

row 'N58 Q4 Q5 Q10 Q11' # one order, one evaluation, whatever the number of threads
CASE_SECS=600
script ''
case_run "$GNU" ". $WORK/script"
mv "$WORK/out" "$WORK/want"
cp "$WORK/want" "$WORK/wanted"
yes_ 'most expressions find something' test "$(grep -avc '^= ' "$WORK/want")" -gt "$COUNT"
yes_ 'all lines were run' test "$(grep -ac '^= ' "$WORK/want")" = "$COUNT"
compare() {
  script "$@"
  case_run "$WORK/ours" ". $WORK/script"
  cmp -s "$WORK/wanted" "$WORK/out" && passed=$((passed + COUNT)) && return
  # Line by line, to name those that differ. No link leads to itself here: which test meets it first,
  # and so the exit status, is the optimiser's business (spec efind N58).
  while IFS= read -r line; do
    same "find $line 2>/dev/null"
  done <"$WORK/lines"
  [ "$failed" != 0 ] || fail "differs only with $*" "$(diff -a "$WORK/wanted" "$WORK/out" | head -n 8 | cat -v)"
}
# Every line with one number of threads at least (spec Q11), with LONG set with each of them.
if [ -n "${LONG:-}" ]; then
  for threads in 1 2 4 8; do compare "-j$threads"; done
fi
compare -j1 -j2 -j4 -j8
finish
