#!/usr/bin/env bash
# find's language as it is written: the calls of find in the shell scripts of this system (of the folders in
# HARVEST too; LONG=1 looks everywhere below /usr) are read alike by GNU find and by ours, and print the same
# on a tree of our own where they only look.
# shellcheck source=tests/lib/case.sh
. "$(dirname "$0")/../../lib/case.sh"

mkdir -p src/{testsuite,debian,.git/objects/0a,CVS,include/linux,arch/x86,__pycache__,x.git,slot-1} empty old
for f in Makefile Makefile.am Makefile.in configure.ac Kconfig main.c main.o .main.o.cmd lib.so lib.so.1 lib.la lib.a \
  x.h x.hxx x.cc x.S mod.ko a.py a.pyc a.pyo b.orig c.rej d~ '#e#' x.gpg y.asc z.crt w.pem q.deb p.list t.tar.gz \
  r.patch .coverage.1 modules.order .tmp_x vmlinux README.md 'sp ace'; do
  for d in . src src/debian src/include/linux src/arch/x86; do printf '%s' "$f$d" >"$d/$f"; done
done
: >src/zero
: >src/include/linux/zero.h
ln -s main.c src/link
ln -s nowhere src/dangling
ln -s include src/inc
ln -s ssl-cert-snakeoil.pem src/cert
chmod 755 src/configure.ac src/lib.so
touch -d '10 days ago' src/q.deb q.deb src/main.o src/debian
touch -d '2001-02-03' old src/arch/x86/x.h

read -ra folders <<<"${HARVEST:-}"
scripts() {
  local all=(/bin/ /usr/bin /usr/sbin /etc /var/lib/dpkg/info /usr/lib/git-core ${LONG:+/usr/lib /usr/share} "${folders[@]}")
  "$GNU/find" "${all[@]}" -type f -size -2000k -print0 2>/dev/null |
    xargs -0 grep -lZIE '^#! ?/(usr/)?bin/(env )?(ba|da|k|z)?sh' 2>/dev/null
  # Shell without that line: makefiles, macros of autoconf, what is sourced.
  "$GNU/find" "${all[@]}" -type f -size -2000k \( -name '*akefile*' -o -name '*.mk' -o -name '*.m4' -o -name '*.am' \
    -o -name '*.sh' -o -name rules \) -print0 2>/dev/null
}
scripts | perl "$HERE/_harvest.pl" >"$WORK/calls"
n=$(wc -l <"$WORK/calls")
yes_ "calls of find were met: $n" test "$n" -ge "$([ -n "${LONG:-}" ] && echo 100 || echo 5)"

# What acts is read and goes no further: -quit comes before it.
script() {
  local kind line
  while read -r kind line; do
    if [ "$kind" = read ]; then printf 'find empty -quit %s' "$line"; else printf 'find %s' "$line"; fi
    printf ' 2>%s\nr=$?; [ -s %s ]; printf "\\n= %%s %%s\\n" "$r" "$?"\n' "$WORK/e" "$WORK/e"
  done <"$WORK/calls" >"$WORK/script"
}
# Behind -quit start points are no longer that.
perl -pi -e 's/^read(?: '"'"'(?:-[HLP]|[^-(!][^'"'"']*)'"'"')+/read/' "$WORK/calls"
script
CASE_SECS=600
case_run "$GNU" ". $WORK/script"
mv "$WORK/out" "$WORK/wanted"
yes_ 'most are right' test "$(grep -ac '^= 0 1' "$WORK/wanted")" -gt $((n / 2))
case_run "$WORK/ours" ". $WORK/script"
if cmp -s "$WORK/wanted" "$WORK/out"; then
  passed=$((passed + n))
else
  while read -r kind line; do
    [ "$kind" = read ] && line="empty -quit $line"
    same "find $line"
  done <"$WORK/calls"
  [ "$failed" != 0 ] || fail 'what is said differs' "$(diff -a "$WORK/wanted" "$WORK/out" | head -n 8 | cat -v)"
fi
finish
