#!/usr/bin/env bash
# tests/peers/ls.sh: els against the newest GNU ls, which PEERS/bin/ls is: the differential suites of tests/cli/els and
# the terminal's, with that program in the place of the system's; and in a terminal of each width.
set -u
: "${BUILD:?}" "${PEERS:?}"
top=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/ember-peers.XXXXXX")
trap 'rm -rf "$work"' EXIT
chmod 755 "$work" # some lines are run by a user without rights
mkdir "$work/bin" && ln -s "$PEERS/bin/ls" "$work/bin/ls"
bad=0
for suite in cli/els/gnu cli/els/gnu_odd cli/els/gnu_rows cli/els/gnu_rules cli/els/color cli/els/pairs cli/els/locale \
  cli/els/hyperlink cli/els/bad_input term/els; do
  printf '%-16s ' "$suite"
  PATH=$work/bin:$PATH bash "$top/tests/$suite.sh" >"$work/log" 2>&1 || bad=1
  tail -n 1 "$work/log"
  grep '^FAIL' -A 3 "$work/log" | head -n 40
done
exit $bad
