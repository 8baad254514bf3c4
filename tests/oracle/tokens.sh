#!/usr/bin/env bash
# tokens.sh: ecat's tokens on our samples against the reference tokeniser's; one check for each sample,
# and colours of some of them under several themes. With GRAMMARS=own there is no reference.
set -u
here=$(cd "$(dirname "$0")" && pwd)
: "${BUILD:?the folder of the built programs}"
ecat=$BUILD/ecat

own() { # every line of a text gets a row of tokens, and the grammar names something in it
  local sample=$here/samples/diff.diff rows
  rows=$("$ecat" --dump-tokens --language "$1" "$sample") || return 1
  [ "$(wc -l <<<"$rows")" = "$(wc -l <"$sample")" ] && grep -q '\[0,[0-9]*,"[a-z.-]* [a-z]' <<<"$rows"
}

if [ "${GRAMMARS:-all}" = own ]; then
  if own gitlog; then echo '1 passed, 0 failed'; else echo '0 passed, 1 failed'; exit 1; fi
  exit 0
fi

checks=()
for f in "$here"/samples/*; do
  name=$(basename "$f")
  checks+=("${name%%.*}=$f")
done
for theme in nord light-plus dracula solarized-light; do
  for name in c.c markdown.md html.html typescript.ts scss.scss; do
    checks+=("${name%%.*}+$theme=$here/samples/$name")
  done
done
EMBER_DUMP="$ecat --dump-tokens" exec node "$here/check.mjs" "${checks[@]}"
