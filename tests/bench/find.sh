#!/usr/bin/env bash
# find's language against GNU find and bfs, as multiples of GNU find's times (the first line of each block), then
# of bfs's with its own number of threads. Goals: in CPU at most 0.8 of GNU find's on a listing and 0.5 on -name; in
# wall time no more than bfs's. TREE is a large tree (default: a generated one of about 84,000 entries).
#   BUILD=build/release PEERS=dir TREE=dir bash tests/bench/find.sh [word]
set -u
word=${1:-}
# shellcheck source=tests/lib/bench.sh
. "$(dirname "$0")/../lib/bench.sh"
gnu=$PEERS/bin/find
[ -x "$gnu" ] || gnu=$(command -v find)
ln -s "$(ours efind "$gnu")" "$work/find"

against() { # case, goal, arguments
  local some
  mapfile -t some < <(rivals "bfs=bfs $3" "bfs-j1=bfs -j1 $3")
  block "$1" "$2" "find=$gnu $3" "efind=$work/find $3" "efind-j1=$work/find -j1 $3" "${some[@]}"
}

enter_tree
touch -d '2020-01-01' "$work/old"
against find-all 'CPU 0.8' ''
against find-name 'CPU 0.5' '-name *[0-9].c'
against find-path 'CPU' '-path *drivers*/i*.h'
against find-regex 'CPU' '-regex .*/[a-m][^/]*\.[ch]'
against find-size 'CPU' '-type f -size +40k'
against find-newer 'CPU' "-newer $work/old"
against find-printf 'CPU' '-printf %p|%s|%y\n'
against find-printf-name 'CPU' '-printf %f\n'
against find-exec 'CPU' '-exec true {} +'

# What deletes needs a tree of its own each time.
delete() { # tree
  local i
  case find-delete in *"${word:-}"*) ;; *) return ;; esac
  mkdir "$work/copies"
  for ((i = 0; i < (ROUNDS + 2) / 3; i++)); do
    for tool in find efind bfs; do cp -a "$1" "$work/copies/$tool"; done
    mapfile -t some < <(rivals "bfs=bfs $work/copies/bfs -delete")
    "$bench/paired" 1 "find=$gnu $work/copies/find -delete" "efind=$work/find $work/copies/efind -delete" "${some[@]}"
    rm -rf "$work/copies"/*
  done >"$work/rounds"
  printf 'find-delete (CPU; one copy of a part of the tree each run)\n'
  for tool in find efind bfs; do grep -w "^ *$tool" "$work/rounds" | sort -n -k2,2 | awk '{ l[NR] = $0 } END { if (NR) print l[int((NR + 1) / 2)] }'; done
}
part=$("$gnu" . -mindepth 1 -maxdepth 1 -type d -not -name '.*' -print -quit)
[ -d fs ] && part=fs
delete "$part"
