#!/usr/bin/env bash
# ids.sh: every row of the specification of ecat that is in scope has checks under its id: `row ID` with at least one
# check behind it, or checks whose names begin with the id.
# Left out: the pager's rows and options (P, K, O52 to O58, V13), the diff view's (D, I3, O63 to O70) and
# what the specification puts off or refuses (W21 to W23).
. "$(dirname "$0")/../../lib/case.sh"

range() { seq -f "$1%g" "$2" "$3"; }
suites=("$HERE"/*.sh "$HERE"/../pack/*.sh "$HERE"/../../term/{ecat,ecat_rows,ground,pager}.sh)
proven=$(awk '
  FNR == 1 { id = "" }
  /^ *row [A-Z][0-9]+$/ { id = $2; next }
  /(^|; do |then |&& ) *(same|is|says|holds|yes_|quiet|told|scope|scopes|known|named|looks|offers|writes|paged|title|shows|never|sees|sgr|sgr_has|if) / && id { print id }
  { rest = $0
    while (match(rest, /(same|is|says|holds|yes_|shows|never|sees|sgr|sgr_has|top|alternate|fail|made|known)( [^ ]*[A-Za-z}"$]+)? .[A-Z][0-9]+:? /)) {
      word = substr(rest, RSTART, RLENGTH); rest = substr(rest, RSTART + RLENGTH)
      sub(/:? $/, "", word); sub(/.*[^A-Z0-9]/, "", word); print word
    } }' "${suites[@]}" | sort -u)
for id in $(range N 1 8) $(range N 10 18) N20 $(range S 1 21) $(range L 1 9) $(range G 1 9) $(range X 1 27) $(range Y 1 7) \
  I1 I2 $(range N 30 34) $(range I 4 14) $(range W 1 20) W24 W25 $(range O 1 51) $(range O 59 62) $(range O 71 77) $(range V 1 12) $(range V 14 16) \
  $(range F 1 7) $(range E 1 4) $(range E 10 15); do
  yes_ "$id has checks" grep -qx "$id" <<<"$proven"
done
finish
