#!/usr/bin/env bash
# Every row of the spec that is fd's language's has checks under its id: `row ID`, or a unit test named after it.
. "$(dirname "$0")/../../lib/case.sh"

range() { seq -f "$1%g" "$2" "$3"; }
proven=$(cat "$HERE"/fd*.sh "$HERE"/../../term/efind.sh | sed -nE 's/^ *(row|told) ([A-Z][0-9]+).*/\2/p'
  cat "$HERE"/../../unit/walk/*_test.c | sed -nE 's/^TEST\(([BIW][0-9]+)_.*/\1/p')
for id in $(range L 1 6) $(range L 10 20) $(range A 1 18) $(range P 1 12) $(range R 1 21) $(range G 1 5) $(range I 1 20) \
  $(range T 1 10) $(range O 1 12) $(range X 1 7) $(range E 1 10) $(range B 1 25); do
  yes_ "$id has checks" grep -qx "$id" <<<"$proven"
done
finish
