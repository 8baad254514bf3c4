#!/usr/bin/env bash
# find's language once more, with the GNU find of PEERS as the judge, each line with 1, 2, 4 and 8 threads; and
# what bfs has beyond it, against bfs.
: "${PEERS:?a folder with bin/find and bin/bfs}"
: "${BUILD:?}"
BUILD=$(cd "$BUILD" && pwd)
PEERS=$(cd "$PEERS" && pwd)
export BUILD
here=$(cd "$(dirname "$0")" && pwd)
bad=0
for t in find find_edge find_rows find_race find_harvest; do
  for threads in 1 2 4 8; do
    FIND_REF=$PEERS/bin/find FIND_THREADS=$threads bash "$here/../cli/efind/$t.sh" >"${TMPDIR:-/tmp}/ember-peers.$$" 2>&1 || bad=1
    printf '%s, %s threads: %s\n' "$t" "$threads" "$(tail -n 1 "${TMPDIR:-/tmp}/ember-peers.$$")"
    grep '^FAIL' "${TMPDIR:-/tmp}/ember-peers.$$"
  done
done
rm -f "${TMPDIR:-/tmp}/ember-peers.$$"
FIND_REF=$PEERS/bin/find LONG=1 bash "$here/../cli/efind/find_random.sh" || bad=1
FIND_REF=$PEERS/bin/find bash "$here/../cli/efind/find_date.sh" || bad=1

# shellcheck source=tests/lib/case.sh
. "$here/../lib/case.sh"
mkdir -p a/b/c a/.h/x e 'sp ace'
touch a/{1,2} a/b/{1,2} a/.h/y a/.dot 'sp ace/q"' "sp ace/b\\s"
truncate -s 3M a/sparse
ln a/1 a/b/one
ln -s a l
# Sorted: bfs has an order of its own.
like() { # arguments
  local want
  "$PEERS/bin/bfs" "$@" >"$WORK/o1" 2>"$WORK/e1" </dev/null
  want=$?
  find "$@" >"$WORK/o2" 2>"$WORK/e2" </dev/null
  got=$?
  sort "$WORK/o1" >"$WORK/want"
  sort "$WORK/o2" >"$WORK/out"
  if [ "$got" = "$want" ] && cmp -s "$WORK/want" "$WORK/out"; then pass; else
    fail "bfs $*" "status $got, bfs's $want" "$(diff "$WORK/want" "$WORK/out" | head -n 6)" "$(head -n 2 "$WORK/e2")"
  fi
}
like . -exclude -name b
like . -name '*' -exclude \( -name b -o -name .h \) -print
like . -hidden
like . -nohidden
like . ! -hidden -type f
like -L . -unique -type f
like . -sparse
like . -depth 2
like . -depth +1 -type f
like . -printx
like -X a/b
like -x a -name 1
like -s a
like -E a -regex '.*/(1|2)'
like -f a -f e -name '[12]'
like a -limit 1000 -print
like a -since 2000-01-01
like a -asince 2000-01-01 -csince 2000-01-01 -msince 2000-01-01
like a -mnewer a/1
like a -exit 3
like . -nosuch-thing
like -S bfs a -type d
like -S dfs a -type d
like -j3 a
like nosuch -noerror
like a -size -1T -type f
like a -status -name 1
like a -nocolor
[ "$bad" = 0 ] || failed=$((failed + 1))
finish
