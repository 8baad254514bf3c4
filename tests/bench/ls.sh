#!/usr/bin/env bash
# The lister against GNU ls, lsd and eza: the budgets of spec els 14, as multiples of the first line of each block (the
# memory of each beside it). TREE is a large tree (default: a generated one of about 84,000 entries). PEERS adds the
# rivals. ROUNDS: runs each. HUGE=1 also lists a million names.
#   BUILD=build/release PEERS=dir TREE=dir bash tests/bench/ls.sh [word]
set -u
word=${1:-}
# shellcheck source=tests/lib/bench.sh
. "$(dirname "$0")/../lib/bench.sh"
[ -n "$PEERS" ] && [ -x "$PEERS/bin/ls" ] && PATH=$PEERS/bin:$PATH
ls=$(command -v ls)
els=$(ours els "$ls")
start=$PWD

files() { # count: empty files with 15 extensions
  seq "$1" | awk '{ split("c h txt md png jpg o a so py rs go js json html", e); print "some-file-" $1 "." e[$1 % 15 + 1] }' | xargs touch -d '2020-01-01'
}
repository() { # 78,000 files in 1,300 folders, the index of a fresh commit
  git init -q . && git config gc.auto 0
  seq 0 1299 | awk '{ print "d" int($1 / 100) "/e" $1 }' | xargs mkdir -p
  seq 0 77999 | awk '{ print "d" int($1 % 1300 / 100) "/e" $1 % 1300 "/f" $1 ".c" }' | xargs touch -d '2020-01-01'
  git add . && git -c user.name=T -c user.email=t@example.org commit -qm 1
}

mkdir "$work/empty" && cd "$work/empty" || exit 1
mapfile -t some < <(rivals 'lsd=lsd' 'eza=eza .')
block ls-start '1.0' "ls=$ls" "els=$els" "${some[@]}"
block ls-start-l '1.0' "ls=$ls -l" "els=$els -l"
mkdir "$work/many" && cd "$work/many" && files 100000
mapfile -t some < <(rivals 'lsd=lsd -l' 'eza=eza -l .')
block ls-100k '0.85' "ls=$ls" "els=$els"
block ls-100k-l '0.85, 18 MB' "ls=$ls -l" "els=$els -l" "${some[@]}"
block ls-100k-color '0.85' "ls=$ls -C -w200 --color=always" "els=$els -C -w200 --color=always"
if [ -n "${HUGE:-}" ]; then
  mkdir "$work/huge" && cd "$work/huge" && files 1000000
  ROUNDS=3 block ls-million '1.0, 60 MB' "ls=$ls" "els=$els"
fi
cd "$start" && enter_tree
block ls-tree-lR '0.85' "ls=$ls -lR" "els=$els -lR"
mapfile -t some < <(rivals 'eza=eza --tree .' 'lsd=lsd --tree')
block ls-tree 'of eza 0.2' "ls=$ls -R" "els=$els --tree" "${some[@]}"
mapfile -t some < <(rivals 'eza=eza -l --total-size .' 'lsd=lsd -l --total-size')
block ls-total-size 'of eza 0.5' "du=du -sb ." "els=$els -l --total-size" "${some[@]}"
mkdir "$work/repo" && cd "$work/repo" && repository
mapfile -t some < <(rivals 'eza=eza -l --git .' 'lsd=lsd -l --git')
block ls-git-top '1.0' "git=git --no-optional-locks status --porcelain -- ." "els=$els -l --git" "${some[@]}"
cd d7/e710 || exit 1
block ls-git-below '20 ms' "git=git --no-optional-locks status --porcelain -- ." "els=$els -l --git" "${some[@]}"
