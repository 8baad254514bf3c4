#!/usr/bin/env bash
# sublime.sh: colours by a .sublime-syntax file of the user's own, against bat with the same file built into its
# cache: 250 KB of data, and the start on one line.
# shellcheck source=tests/lib/bench.sh
. "$(dirname "$0")/../lib/bench.sh"
[ -x "$PEERS/bin/bat" ] || exit 0
fixtures=$(cd "$(dirname "$0")/../unit/syntax/sublime" && pwd)
ecat=$(ours ecat "$PEERS/bin/bat")
cd "$work" || exit 1
mkdir -p conf/ember/syntaxes bat
cp "$fixtures/Data.sublime-syntax" conf/ember/syntaxes/
for i in $(seq 4000); do
  echo "{\"a$i\": [1.5, true, \"text $i\"], \"b\": {\"c\": null, \"d\": \"x\\n\"}}"
done >big.dat
head -n 1 big.dat >one.dat
export XDG_CONFIG_HOME=$work/conf XDG_CACHE_HOME=$work/kept BAT_CONFIG_DIR=$work/conf/ember BAT_CACHE_PATH=$work/bat
"$PEERS/bin/bat" cache --build >/dev/null
"$ecat" --color=always one.dat >/dev/null # compiles, once
for name in big one; do
  hyperfine -N --style none --warmup 3 --min-runs "${RUNS:-20}" --export-csv csv \
    "$ecat -p --color=always $name.dat" "$PEERS/bin/bat -pf --no-config $name.dat" >/dev/null 2>err ||
    { echo "colour-sublime-$name failed: $(head -n 1 err)"; continue; }
  awk -F, -v name="colour-sublime-$name" 'NR > 1 { m[NR] = $(NF-4) * 1000 }
    END { printf "%-22s %9.2f ms %9.2f ms %8.2f\n", name, m[2], m[3], m[2] / m[3] }' csv
done
