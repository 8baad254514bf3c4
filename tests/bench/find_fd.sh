#!/usr/bin/env bash
# The finder against a raw getdents64 walker and its rivals: the budgets of spec efind 6.3, as multiples of the
# first line of each block. TREE is a large tree (default: a generated one of about 84,000 entries; Debian's
# linux-source unpacked is the one that the budgets were written for). PEERS adds the rivals. ROUNDS: runs each.
#   BUILD=build/release PEERS=dir TREE=dir bash tests/bench/find_fd.sh [word]
set -u
word=${1:-}
# shellcheck source=tests/lib/bench.sh
. "$(dirname "$0")/../lib/bench.sh"
efind=$(ours efind "$PEERS/bin/fd") raw=$(ours tests/bench/raw_walk "$PEERS/bin/fd")

ignore_tree() { # 20,000 files under 2,500 folders; 450 of them with 17 rules, one file of 92 at the top
  awk 'BEGIN { for (a = 0; a < 10; a++) for (b = 0; b < 10; b++) { for (c = 0; c < 24; c++) print "d" a "/e" b "/f" c > "dirs"
      for (k = 0; k < 200; k++) print "d" a "/e" b "/f" (k % 24) "/" (k % 7 ? "name" k ".c" : k % 2 ? "out" k ".o" : "n" k ".log") > "files" } }'
  xargs mkdir -p <dirs
  xargs touch <files
  rm dirs files
  git init -q .
  awk 'BEGIN { for (i = 0; i < 30; i++) print "*.ext" i; for (i = 0; i < 30; i++) print "literal" i
    for (i = 0; i < 16; i++) print "/anchored/path" i; for (i = 0; i < 16; i++) print "pre" i "*x/" }' >.gitignore
  if [ "$1" = nested ]; then
    find . -type d -name 'f*' | sort | awk 'NR % 5 < 1 || NR % 80 == 1 { print }' | head -n 450 | while read -r d; do
      printf '%s\n' '*.o' '*.log' 'build/' '/dist' 'tmp*' '!keep.o' '*.a' '*.so' 'core' '.cache/' 'a/b' '**/gen' 'x?y' '[Dd]ebug' '*.tmp' '# note' 'name1.c' >"$d/.gitignore"
    done
  fi
}

enter_tree
mapfile -t full < <(rivals 'fd=fd -u' 'fd-j1=fd -u -j1' 'bfs=bfs' 'bfs-j1=bfs -j1' 'find=find' 'rg=rg --files -uuu')
block walk-u 'K2: 1.25, K9: 3 MiB + 0.3 a thread' "raw=$raw" "efind=$efind -u" "efind-j1=$efind -u -j1" "efind-j8=$efind -u -j8" "${full[@]}"
mapfile -t some < <(rivals 'fd=fd' 'fd-j1=fd -j1')
block walk-rules 'ignore rules on' "raw=$raw" "efind=$efind" "efind-j1=$efind -j1" "${some[@]}"
mapfile -t some < <(rivals 'fd=fd -u [0-9]\.c$' 'bfs=bfs -name *[0-9].c' 'find=find -name *[0-9].c')
block walk-name 'K3: 1.35' "raw=$raw" "efind=$efind -u [0-9]\\.c\$" "efind-j1=$efind -u -j1 [0-9]\\.c\$" "${some[@]}"
mapfile -t some < <(rivals 'fd=fd -u -tf -S +1m' 'bfs=bfs -type f -size +1M' 'find=find -type f -size +1M')
block walk-size 'K4: 1.15' "raw-stat=$raw -s" "efind=$efind -u -tf -S +1m" "efind-j1=$efind -u -j1 -tf -S +1m" "${some[@]}"
for kind in nested top; do
  mkdir "$work/$kind" && cd "$work/$kind" && ignore_tree "$kind"
  mapfile -t some < <(rivals 'fd=fd' 'fd-j1=fd -j1' 'rg=rg --files')
  block "ignore-$kind" 'K5: 2.2' "raw=$raw" "efind=$efind" "efind-j1=$efind -j1" "efind-u-j1=$efind -u -j1" "${some[@]}"
done
rm -rf "$work/nested/.git" && find "$work/nested" -name .gitignore -delete && cd "$work/nested" || exit 1
block ignore-none 'K6: 1.02' "efind-u=$efind -u -j1" "efind=$efind -j1"
mkdir "$work/empty" && cd "$work/empty" || exit 1
mapfile -t some < <(rivals 'fd=fd' 'fd-j1=fd -j1' 'bfs=bfs' 'find=find')
block empty 'K7: 0.65 ms, 2 MiB' "raw=$raw" "efind=$efind" "${some[@]}"
mkdir "$work/many" && cd "$work/many" && seq 210000 | sed 's/^/file-with-a-name-/' | xargs touch
mapfile -t some < <(rivals 'fd=fd -u' 'bfs=bfs' 'find=find')
block many 'K8: 1.5, 2.5 MiB' "raw=$raw" "efind=$efind -u" "efind-rules=$efind" "${some[@]}"
