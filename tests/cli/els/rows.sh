#!/usr/bin/env bash
# Every row of the specification of els has checks under its id: `row ID`, or several ids, in a suite of this folder
# or the terminal's. Without one are the rows that are measured (tests/bench), the gates, and what comes later.
. "$(dirname "$0")/../../lib/case.sh"

range() { seq -f "$1%g" "$2" "$3"; }
proven=$(cat "$HERE"/*.sh "$HERE"/../../term/els.sh | sed -nE "s/^ *row ([A-Z][0-9]+.*|'[A-Z].*)/\1/p" | sed 's/ #.*//' | grep -oE '[A-Z][0-9]+')
for id in $(range R 1 11) $(range G 1 60) $(range L 1 24) $(range E 1 10) $(range E 13 29) $(range O 1 14) $(range C 1 33) \
  $(range N 1 6) $(range F 1 15) $(range V 1 14) $(range D 1 5) $(range X 1 15) $(range I 1 10) $(range Y 1 17) $(range Y 27 34) \
  $(range K 1 5) $(range B 1 30) $(range U 3 10) $(range U 12 19) U21 U22; do
  yes_ "$id has checks" grep -qx "$id" <<<"$proven"
done
finish
