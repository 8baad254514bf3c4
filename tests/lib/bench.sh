# bench.sh: what the timings share: rivals, ours on the rivals' C library, blocks of paired runs, a tree to walk. Source
# it with BUILD set.
# PEERS adds the rivals. ROUNDS: runs each. $word chooses cases by a part of their name.
# shellcheck shell=bash

: "${BUILD:?}"
BUILD=$(cd "$BUILD" && pwd)
PEERS=${PEERS:-}
ROUNDS=${ROUNDS:-21}
bench=$BUILD/tests/bench
work=$(mktemp -d "${TMPDIR:-/tmp}/ember-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 HOME=$work GIT_CONFIG_NOSYSTEM=1
unset XDG_CONFIG_HOME LS_COLORS

# name=program arguments, for those rivals that are there
rivals() {
  local one name program
  for one in "$@"; do
    name=${one%%=*} program=${one#*=}
    [ -n "$PEERS" ] && [ -x "$PEERS/bin/${program%% *}" ] && printf '%s=%s/bin/%s\n' "$name" "$PEERS" "$program"
  done
}

# interpreter PROGRAM: the loader that its file names
interpreter() { readelf -lW "$1" 2>/dev/null | sed -n 's/.*program interpreter: \(.*\)\]/\1/p'; }

# ours PROGRAM RIVAL: the path of our program (as under BUILD) or, where the rival has been bound to another loader than ours, of a copy
# that is bound to it as well: the C library is most of a start, and two versions of it are a fifth of one apart.
ours() {
  local loader
  loader=$(interpreter "$2")
  if [ -z "$loader" ] || [ "$loader" = "$(interpreter "$BUILD/$1")" ] || ! command -v patchelf >/dev/null; then
    printf '%s\n' "$BUILD/$1"
    return
  fi
  mkdir -p "$work/bound" && cp "$BUILD/$1" "$BUILD"/ember-git.so "$BUILD"/ember-pack "$work/bound/" || return
  patchelf --set-interpreter "$loader" --set-rpath "${loader%/*}" --force-rpath "$work/bound/${1##*/}" || return
  printf '%s\n' "$work/bound/${1##*/}"
}

block() { # case, budget, name=command...
  case $1 in *"${word:-}"*) ;; *) return ;; esac
  printf '%s (%s)\n' "$1" "$2"
  shift 2
  "$bench/paired" "$ROUNDS" "$@"
}

generate() { # 5,000 folders, 84,000 entries, at most seven deep
  awk 'BEGIN { srand(7); d[0] = "."; n = 1
    while (n < 5000) { p = d[int(rand() * n)]; if (split(p, x, "/") > 7) continue; d[n] = p "/dir-" n; print d[n++] > "dirs" }
    for (i = 0; i < 79000; i++) print d[int(rand() * n)] "/" (i % 3 ? "file_" i ".c" : i % 2 ? "header" i ".h" : "Kconfig" i) > "files" }'
  xargs mkdir -p <dirs
  xargs touch <files
  rm dirs files
}

# The tree to walk: TREE, or a generated one; the shell goes there.
enter_tree() {
  if [ -z "${TREE:-}" ]; then
    TREE=$work/tree
    mkdir "$TREE" && (cd "$TREE" && generate)
  fi
  cd "$TREE" || exit 1
}
