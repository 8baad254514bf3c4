#!/usr/bin/env bash
# rules.sh: what ember-pack made of every grammar and theme against what the reference makes of them.
set -u
here=$(cd "$(dirname "$0")" && pwd)
: "${BUILD:?the folder of the built programs}"
if [ "${GRAMMARS:-all}" = own ]; then # no reference without the packages: our own must at least be there
  rows=$("$BUILD/ember-pack" dump "$BUILD/ember.pack" | grep -cE '^(rules|languages|themes) +([2-9]|[1-9][0-9]+) records')
  if [ "$rows" = 3 ]; then echo '1 passed, 0 failed'; else echo '0 passed, 1 failed'; exit 1; fi
  exit 0
fi
exec node "$here/rules.mjs" "$BUILD/ember.pack" "$here/../../themes"
