#!/usr/bin/env bash
# tokens.sh: ecat's tokens on our samples (samples/LANG.*, at least one for each language of the package)
# against the reference tokeniser's, and the colours of 30 of them under five of its themes and one of ours.
# With GRAMMARS=own there is no reference. SWEEP='FOLDER...' takes real files from there instead of the
# samples: up to EACH (3) for each ending, up to BYTES (30000) long.
set -u
here=$(cd "$(dirname "$0")" && pwd)
: "${BUILD:?the folder of the built programs}"
ecat=$BUILD/ecat
export EMBER_DUMP="$ecat --dump-tokens"

own() { # every line of a text gets a row of tokens, and the grammar names something in it
  local sample=$here/samples/diff.diff rows
  rows=$("$ecat" --dump-tokens --language "$1" "$sample") || return 1
  [ "$(wc -l <<<"$rows")" = "$(wc -l <"$sample")" ] && grep -q '\[0,[0-9]*,"[a-z.-]* [a-z]' <<<"$rows"
}

if [ "${GRAMMARS:-all}" = own ]; then
  if own gitlog; then echo '1 passed, 0 failed'; else echo '0 passed, 1 failed'; exit 1; fi
  exit 0
fi

list=$(mktemp "${TMPDIR:-/tmp}/ember-tokens.XXXXXX")
trap 'rm -f "$list"' EXIT

if [ -n "${SWEEP:-}" ]; then
  # shellcheck disable=SC2086
  node "$here/sweep.mjs" "${EACH:-3}" "${BYTES:-30000}" $SWEEP >"$list"
  SHARE=99.9 node "$here/check.mjs" "@$list"
  exit
fi

coloured=' c.c cpp.cpp csharp.cs css.css diff.diff go.go haskell.hs html.html java.java javascript.js json.json kotlin.kt lua.lua
  make.mk markdown.md perl.pl php.php python.py ruby.rb rust.rs scss.scss shellscript.sh sql.sql swift.swift toml.toml
  tsx.tsx typescript.ts vue.vue xml.xml yaml.yaml '
for f in "$here"/samples/*; do
  name=${f##*/}
  themes=
  [[ $coloured == *" $name "* ]] && themes=+nord+light-plus+dracula+solarized-light+one-light+ember-dark
  echo "${name%%.*}$themes=$f"
done >"$list"
node "$here/oracle.mjs" --list | while read -r lang kind; do
  [ "$kind" = injection ] || compgen -G "$here/samples/$lang.*" >/dev/null || echo "$lang=no sample"
done >>"$list"
node "$here/check.mjs" "@$list"
