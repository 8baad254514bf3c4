#!/usr/bin/env bash
# engines.sh: the two engines of the tokeniser side by side, on the samples and on this tree's sources: equal tokens,
# and none of the matches that the plain one chooses is missing from the other's candidates.
source "$(dirname "$0")/../../lib/case.sh"
top=$(cd "$HERE/../../.." && pwd)

same() { # file
  local automaton plain words
  automaton=$(EMBER_SYNTAX_ENGINE='' ecat --dump-tokens "$1" | cksum)
  plain=$(EMBER_SYNTAX_ENGINE=plain ecat --dump-tokens "$1" | cksum)
  words=$(EMBER_SYNTAX_ENGINE=check ecat --dump-tokens "$1" 2>&1 >/dev/null)
  if [ "$automaton" = "$plain" ] && [ -z "$words" ]; then pass; else fail "${1#"$top"/}" "$words"; fi
}

for f in "$top"/tests/oracle/samples/* "$top"/{Makefile,README.md,themes/package.json,themes/ember-dark.json} \
  "$top"/common/rx/*.c "$top"/include/ember/rx/*.h "$top"/tests/lib/case.sh "$top"/tests/oracle/*.mjs; do
  same "$f"
done

# One very long line, and lines that are no UTF-8.
{ printf '{"a": ['; seq -s ', ' 1 2000; printf ']}\n'; } | tr -d '\n' >long.json
same long.json
printf 'int \xff\xfe x = "\xc3\xa9\xc3";\n/* \xe4\xb8\xad */ \x00 if (a\xcc\x81)\n' >bad.c
same bad.c
finish
