#!/usr/bin/env bash
# A start with grammars and a theme of the user's own, from the cache, against bat with its binary cache of the same,
# and what compiling them costs the once. PEERS names the rivals' folder.
set -u
# shellcheck source=tests/lib/bench.sh
. "$(dirname "$0")/../lib/bench.sh"
ecat=$(ours ecat "$PEERS/bin/bat")
export XDG_CONFIG_HOME=$work/config XDG_CACHE_HOME=$work/cache
mkdir -p "$XDG_CONFIG_HOME/bat/syntaxes" "$XDG_CONFIG_HOME/bat/themes"
for i in 1 2 3 4 5 6 7 8; do
  printf '%%YAML 1.2\n---\nname: Own %d\nscope: source.own%d\nfile_extensions: [own%d]\ncontexts:\n  main:\n    - match: \\b(if|then|else)\\b\n      scope: keyword.own\n    - match: "#.*"\n      scope: comment.own\n' \
    $i $i $i >"$XDG_CONFIG_HOME/bat/syntaxes/own$i.sublime-syntax"
done
printf 'if x then y # z\n' >"$work/a.own1"
first() { hyperfine -N --style none --warmup 3 --min-runs 30 --export-csv "$work/csv" "$@" >/dev/null 2>&1; }
tell() { awk -F, -v name="$1" 'NR > 1 { m[NR] = $(NF-4) * 1000 }
  END { printf "%-22s %9.2f ms", name, m[2]; if (m[3]) printf " %9.2f ms %8.2f", m[3], m[2] / m[3]; print "" }' "$work/csv"; }
"$ecat" cache --build
if [ -n "$PEERS" ]; then
  "$PEERS/bin/bat" cache --build >/dev/null 2>&1
  first "$ecat -p --color=always $work/a.own1" "$PEERS/bin/bat -pf $work/a.own1"
else
  first "$ecat -p --color=always $work/a.own1"
fi
tell user-start
first "$ecat cache --build"
tell user-compile
