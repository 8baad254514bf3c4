#!/usr/bin/env bash
# cat.sh: ecat against GNU cat and bat: big files copied and formatted, many small ones, ranges, previews.
# Alternating runs of user + system time and of wall time; the least of each counts, since other work disturbs.
# GB: size of the big file in GiB (default 1). PEERS: a folder with bin/{cat,bat}.
set -u
: "${BUILD:?}"
PEERS=${PEERS:-}
RUNS=${RUNS:-7}
work=$(mktemp -d "${TMPDIR:-/tmp}/ember-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 HOME=$work TIMEFORMAT='%R %U %S'
top=$(cd "$(dirname "$0")/../.." && pwd)
ours=$BUILD/ecat
cat=$(if [ -x "$PEERS/bin/cat" ]; then echo "$PEERS/bin/cat"; else command -v cat; fi)
bat=$(if [ -x "$PEERS/bin/bat" ]; then echo "$PEERS/bin/bat"; fi)
cd "$work" || exit 1

# least 'command': smallest wall and CPU milliseconds of its runs, appended to the file named
least() { { time bash -c "$1" >/dev/null 2>&1; } 2>>"$2"; }
versus() { # NAME 'ours' 'the rival'
  local i
  : >t1
  : >t2
  for ((i = 0; i < RUNS; i++)); do
    least "$2" t1
    least "$3" t2
  done
  awk -v name="$1" 'FNR == 1 { f++ } { cpu = ($2 + $3) * 1000; wall = $1 * 1000
      if (!(f in w) || wall < w[f]) w[f] = wall
      if (!(f in c) || cpu < c[f]) c[f] = cpu }
    END { printf "%-22s %9.2f ms %9.2f ms %8.2f   CPU %8.2f %8.2f %6.2f\n", name, w[1], w[2], w[1] / w[2], c[1], c[2],
      c[2] ? c[1] / c[2] : 0 }' t1 t2
}

# text.c: some 50 MB of source text; big: so many copies that GB is reached
"$cat" "$top"/common/*/*.c "$top"/cmd/*/*.c >once
for _ in $(seq $((52428800 / $(stat -c %s once) + 1))); do "$cat" once; done >text.c
for _ in $(seq $((${GB:-1} * 1073741824 / $(stat -c %s text.c) + 1))); do "$cat" text.c; done >big
mkdir small
for i in $(seq 10000); do echo "file $i" >"small/$i"; done
awk 'BEGIN { for (i = 0; i < 49311; i++) printf "#define gcREGISTER_NAME_%d__FIELD_NAME_OF_IT__SHIFT                       0x%x\n", i, i }' >header.h
echo 'int main(void) { return 0; }' >one.c

printf '%-22s %12s %12s %8s   (least of %d)\n' 'ecat against cat' ember cat ratio "$RUNS"
versus cat-start "$ours /dev/null" "$cat /dev/null"
versus cat-null "$ours big" "$cat big"
versus cat-pipe "$ours big | dd bs=128k of=/dev/null" "$cat big | dd bs=128k of=/dev/null"
versus cat-from-pipe "dd if=big bs=128k | $ours" "dd if=big bs=128k | $cat"
versus cat-file "$ours big >copy" "$cat big >copy"
for o in -n -b -s -A -E -T -v; do
  versus "cat$o" "$ours $o big | dd bs=128k of=/dev/null" "$cat $o big | dd bs=128k of=/dev/null"
done
versus cat-small "$ours small/*" "$cat small/*"
[ -n "$bat" ] || exit 0
RUNS=3
bat="$bat --no-config"
printf '%-22s %12s %12s %8s\n' 'ecat against bat' ember bat ratio
versus bat-range-header "$ours -f -r 40000:40010 header.h" "$bat -f -r 40000:40010 header.h"
versus bat-range-big "$ours -f -r 40000:40010 --file-name=x.c big" "$bat -f -r 40000:40010 --file-name=x.c big"
versus bat-last-lines "$ours -r -10: text.c" "$bat -r -10: text.c"
versus bat-preview "$ours --color=always --style=numbers -r :500 once --file-name=x.c" \
  "$bat --color=always --style=numbers -r :500 once --file-name=x.c"
versus bat-plain "$ours -p text.c" "$bat -p text.c"
versus bat-one-line "$ours -f one.c" "$bat -f one.c"
