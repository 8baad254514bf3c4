# syntax.sh: coloured output against bat's, for tests/bench/run, which sources it: cases syntax-*. The corpus is what
# the machine has of each language, put together; the tree's own samples stand in where there is little.
# shellcheck shell=bash
# shellcheck disable=SC2154
samples=$(cd "$(dirname "${BASH_SOURCE[0]}")/../oracle/samples" && pwd)
corpus=$work/corpus
mkdir "$corpus"

# gather EXTENSION BYTES NAME SAMPLE: files of the system, or the sample again and again
gather() {
  find /usr/include /usr/lib /usr/share -xdev -name "*.$1" -type f -size -200k 2>/dev/null | sort | head -n 400 |
    tr '\n' '\0' | xargs -0 -r cat 2>/dev/null | head -c "$2" >"$corpus/$3"
  while [ "$(stat -c %s "$corpus/$3")" -lt $(($2 / 2)) ]; do cat "$samples/$4" >>"$corpus/$3"; done
}

colour() { # NAME FILES: RUNS is small where a run is long
  local name=$1
  shift
  pair "syntax-$name" "$BUILD/ecat -p --color=always $*" "$(rival bat) -pf --no-config $*"
}

while [ "$(stat -c %s "$corpus/c.c" 2>/dev/null || echo 0)" -lt 300000 ]; do
  cat "$samples"/../../../common/*/*.c >>"$corpus/c.c"
done
head -c 300000 "$corpus/c.c" >"$corpus/c300.c"
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
cat "$corpus/header.h" "$corpus/header.h" | head -c 10000000 >"$corpus/large.c"
{ printf '['; seq -s ', ' 1 150000 | tr -d '\n'; printf ']\n'; } >"$corpus/line.json"

RUNS=5
for f in c300.c cpp.cpp rust.rs python.py script.ts script.js go.go java.java shell.sh text.md data.json data.yaml \
  page.html style.css build.mk query.sql line.json; do
  colour "$f" "$corpus/$f"
done
RUNS=2
colour header.h "$corpus/header.h"
colour large.c "$corpus/large.c"
mkdir "$corpus/small"
for i in 1 2 3 4 5 6; do
  for f in "$samples"/*; do head -n 20 "$f" >"$corpus/small/$i-${f##*/}"; done
done
RUNS=5
# shellcheck disable=SC2046
colour small-files $(find "$corpus/small" -type f | sort | head -n 200)
for f in "$corpus"/small/1-*; do colour "start-${f##*/1-}" "$f"; done
unset RUNS
