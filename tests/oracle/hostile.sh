#!/usr/bin/env bash
# hostile.sh: lines that are made to take long (tests/lib/hostile_main.c), under a few languages with both engines:
# nothing fails, and each line has its tokens. LONG=1: under every language (or those in LANGS), and a line that takes
# more than LIMIT (100) ms of processor time twice is a failure; ENGINES='auto plain' says with which engines.
# Times are judged by hand only: no ordinary test may depend on them.
set -u
here=$(cd "$(dirname "$0")" && pwd)
: "${BUILD:?the folder of the built programs}"
passed=0 failed=0
if [ -n "${LONG:-}" ]; then
  flags=(-m "${LIMIT:-100}")
  read -ra languages <<<"${LANGS:-}"
else
  flags=(-s 1e9)
  languages=(json make)
  [ "${GRAMMARS:-all}" = own ] && languages=(gitlog man)
fi

for engine in ${ENGINES:-auto plain}; do
  [ "$engine" = plain ] && flags+=(-p)
  if "$BUILD/tests/hostile" "${flags[@]}" "$here/samples" "${languages[@]}"; then
    passed=$((passed + 1))
  else
    echo "FAIL: engine $engine, status $?"
    failed=$((failed + 1))
  fi
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
