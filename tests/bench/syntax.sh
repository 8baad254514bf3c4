#!/usr/bin/env bash
# syntax.sh: coloured output against bat's, language by language, then 20 lines of each language (start-up). Paired
# rounds; printed are medians of CPU and wall time, their ratio (how many times bat takes), and the largest resident
# set. The corpus is what the machine has of each language, put together; our own samples stand in where there is little.
# PEERS: a folder with bin/bat. ROUNDS (7).
set -u
here=$(cd "$(dirname "$0")" && pwd)
ROUNDS=${ROUNDS:-7}
# shellcheck source=tests/lib/bench.sh
. "$here/../lib/bench.sh"
bat=$PEERS/bin/bat
[ -x "$bat" ] || exit 0
ecat=$(ours ecat "$bat")
samples=$here/../oracle/samples
mkdir "$work/corpus" "$work/small" "$work/start"
cd "$work/corpus" || exit 1

# gather EXTENSION BYTES NAME SAMPLE: text files of the system, or the sample again and again
gather() {
  find /usr/include /usr/lib /usr/share -xdev -name "*.$1" -type f -size -200k ! -path '*/terminfo/*' 2>/dev/null | sort |
    head -n 400 | tr '\n' '\0' | xargs -0 -r grep -lIZ . 2>/dev/null | xargs -0 -r cat 2>/dev/null | head -c "$2" >"$3"
  while [ "$(stat -c %s "$3")" -lt $(($2 / 2)) ]; do cat "$samples/$4" >>"$3"; done
}

# colour ROUNDS NAME FILE...
colour() {
  local rounds=$1 name=$2
  shift 2
  "$bench/paired" "$rounds" "ember=$ecat -p --color=always $*" "bat=$bat -pf --no-config $*" |
    awk -v name="$name" '$2 == "cpu" { cpu[NR] = $3; wall[NR] = $7; rss[NR] = $11 }
      END { printf "%-24s %8.2f %9.2f %7.1f   %8.2f %9.2f %7.1f   %6.1f %7.1f\n", name, cpu[1], cpu[2],
        cpu[1] ? cpu[2] / cpu[1] : 0, wall[1], wall[2], wall[1] ? wall[2] / wall[1] : 0, rss[1], rss[2] }'
}

while [ "$(stat -c %s c300.c 2>/dev/null || echo 0)" -lt 300000 ]; do cat "$here"/../../common/*/*.c >>c300.c; done
truncate -s 300000 c300.c
gather h 5000000 header.h c.c
gather hpp 200000 cpp.cpp cpp.cpp
gather py 160000 python.py python.py
gather js 200000 script.js javascript.js
gather ts 100000 script.ts typescript.ts
gather md 200000 text.md markdown.md
gather json 300000 data.json json.json
gather yaml 200000 data.yaml yaml.yaml
gather html 200000 page.html html.html
gather css 150000 style.css css.css
gather sql 150000 query.sql sql.sql
gather rs 100000 rust.rs rust.rs
gather go 100000 go.go go.go
gather java 100000 java.java java.java
gather sh 150000 shell.sh shellscript.sh
gather mk 50000 build.mk make.mk
cat header.h header.h | head -c 10000000 >large.c
{ printf '['; seq -s ', ' 1 150000 | tr -d '\n'; printf ']\n'; } >line.json
echo 'int main(void) { return 0; }' >one.c

printf '%-24s %8s %9s %7s   %8s %9s %7s   %6s %7s\n' 'coloured' 'CPU ms' bat times 'wall ms' bat times MiB bat
colour 15 one-line one.c
for f in c300.c cpp.cpp rust.rs python.py script.ts script.js go.go java.java shell.sh text.md data.json data.yaml \
  page.html style.css build.mk query.sql line.json; do
  colour "$ROUNDS" "$f" "$f"
done
colour 3 header.h header.h
colour 3 large.c large.c
for i in 1 2 3 4 5 6; do
  for f in "$samples"/*; do head -n 20 "$f" >"$work/small/$i-${f##*/}"; done
done
cd "$work/small" || exit 1
mapfile -t few < <(printf '%s\n' * | head -n 200)
colour 3 '200 small files' "${few[@]}"
for f in 1-*; do colour 3 "start ${f#1-}" "$f"; done >"$work/starts"
cat "$work/starts"
awk '{ print $5 }' "$work/starts" | sort -n |
  awk '{ t[NR] = $1 } END { printf "start-up of %d files: median %.1f times, least %.1f\n", NR, t[int((NR + 1) / 2)], t[1] }'
