#!/usr/bin/env bash
# Every row of the spec that is find's language's has checks under its id: `row 'ID ...'`, a unit test named after
# it, or a fuzz target (B25). B20 is fd's alone.
. "$(dirname "$0")/../../lib/case.sh"

range() { seq -f "$1%g" "$2" "$3"; }
proven=$(cat "$HERE"/find*.sh | sed -nE "s/^ *row '?([A-Z][0-9 A-Z]+).*/\1/p" | tr ' ' '\n'
  cat "$HERE"/../../unit/walk/*_test.c | sed -nE 's/^TEST\(([BQ][0-9]+)_.*/\1/p'
  grep -oE 'N22' "$HERE/find_date.sh")
for id in $(range N 1 43) $(range N 50 58) $(range Q 1 11) $(range B 1 19) $(range B 21 24); do
  yes_ "$id has checks" grep -qx "$id" <<<"$proven"
done
row B25
for target in expr findargs findprintf date regex glob ignore lscolors; do
  yes_ "$target is fuzzed" test -f "$HERE/../../fuzz/${target}_fuzz.c"
done
finish
