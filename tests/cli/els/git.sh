#!/usr/bin/env bash
# els --git: the letters of each listed entry are those of git status (spec els 10.1), in every folder.
. "$(dirname "$0")/../../lib/case.sh"
. "$HERE/_git.sh" || exit 1

git init -q states
(
  cd states || exit
  mkdir -p src/deep docs clean build
  for f in src/a.c src/b.c src/deep/c.c docs/x docs/y clean/1 gone moved typed exec same meant; do echo "$f" >"$f"; done
  printf '*.o\nbuild/\n' >.gitignore
  git add . && git commit -qm 1
  echo x >>src/a.c && git add src/a.c && echo y >>src/a.c
  echo new >src/deep/new && git add src/deep/new
  git rm -q gone && rm docs/x && git mv moved docs/renamed
  rm typed && ln -s x typed && chmod +x exec
  echo u >untracked && echo o >x.o && echo b >build/out
  mkdir new && echo n >new/n && touch same
  git rm -q --cached meant && git add -N meant
)
agrees states
agrees states/src
agrees states/src/deep
agrees states/docs

git init -q conflict
(
  cd conflict || exit
  mkdir s && echo 1 >s/f && git add . && git commit -qm 1 && git checkout -qb other
  echo 2 >s/f && git commit -qam 2 && git checkout -q main && echo 3 >s/f && git commit -qam 3
  git merge -q other >/dev/null
)
agrees conflict
agrees conflict/s

git init -q unborn
(cd unborn && mkdir d && echo 1 >d/1 && git add d && echo x >>d/1 && echo 2 >two)
agrees unborn

git init -q inner
(cd inner && echo 1 >f && git add . && git commit -qm 1)
git init -q super
(
  cd super || exit
  git submodule -q add "$WORK/tree/inner" sub && git submodule -q add "$WORK/tree/inner" tidy && git commit -qm 1
  echo x >>sub/f
)
agrees super
git -C super worktree add -q ../linked
(cd linked && echo x >n && echo y >>.gitmodules)
agrees linked

# A file that a sparse checkout leaves out counts again once it is there; one that was told to be skipped does not.
git init -q sparse
(
  cd sparse || exit
  mkdir in out && echo 1 >in/f && echo 1 >out/f && echo 1 >out/g && echo 1 >top && git add . && git commit -qm 1
  git sparse-checkout set --cone in && mkdir -p out && echo 22 >out/f
) >/dev/null 2>&1
agrees sparse
agrees sparse/out
git -C sparse config sparse.expectFilesOutsideOfPatterns true
agrees sparse
agrees sparse/out
# So do those below a folder that is one entry of a sparse index.
git init -q collapsed
(
  cd collapsed || exit
  mkdir -p in 'out/deep er/x' out/not && echo 1 >in/f && echo 1 >out/f && echo 1 >out/g && echo 1 >'out/deep er/f' && echo 1 >'out/deep er/x/f' &&
    echo 1 >out/not/f && git add . && git commit -qm 1
  git sparse-checkout set --cone --sparse-index in
  mkdir -p 'out/deep er/x' && echo 22 >out/f && echo 1 >'out/deep er/f' && echo 22 >'out/deep er/x/f' && echo new >'out/deep er/new'
  cp .git/index ../collapsed.index
) >/dev/null 2>&1
for config in false true; do
  git -C collapsed config sparse.expectFilesOutsideOfPatterns $config
  for folder in . out out/'deep er' out/'deep er'/x; do
    cp collapsed.index collapsed/.git/index # git may have written what it found
    agrees collapsed/"$folder"
  done
done
git init -q skipped
(cd skipped && echo 1 >f && echo 1 >g && git add . && git commit -qm 1 && git update-index --skip-worktree f g && echo 22 >f && rm g)
agrees skipped

# No repository: no letters; a broken one: unknown, one line, the listing whole, status 0.
mkdir -p plain && touch plain/a
is 'els -1 --git plain' 0 'a\n'
cp -r states broken && echo nonsense >broken/.git/HEAD && printf 'DIRC' >broken/.git/index
is 'els -1 --git broken/docs' 0 '~~ renamed\n~~ y\n'
says 'els -1 --git broken/docs' 0 'broken'
# A file that is stored with CRLF although text=auto would convert it is not changed for that (the index tells git).
git init -q ends
(
  cd ends || exit
  printf 'x\r\ny\r\n' | tee a.text b.text >same && cp same c.text && git add . && git commit -qm 1
  echo '*.text text=auto' >.gitattributes && touch a.text && printf 'x\r\nz\r\n' >b.text && printf 'x\ny\n' >c.text
)
agrees ends
# A partial clone, whose missing objects are not fetched.
git -C states config uploadpack.allowFilter true && git clone -q --filter=blob:none "file://$WORK/tree/states" partial 2>/dev/null
(cd partial && echo x >>src/a.c && touch src/b.c && git mv same other && rm clean/1)
agrees partial
agrees partial/src

# SHA-256: libgit2 1.5 opens no such repository, the git command answers for it.
git init -q --object-format=sha256 wide
(
  cd wide || exit
  mkdir -p d/e .gone && seq 9 >moved && for f in a b c d/1 d/e/2 text; do echo $f >$f; done && ln -s a link
  printf '*.o\n' >.gitignore && echo '*.text text=auto' >.gitattributes && printf 'x\r\ny\r\n' >ends.text
  git -c core.autocrlf=false add . && git commit -qm 1
  git mv moved d/renamed && echo x >>a && git add a && echo y >>a && echo 1 >d/1 && touch b c d/e/2 link ends.text
  rm link && ln -s b link && echo n >d/e/new && git add d/e/new && echo o >x.o && echo u >u && chmod +x c
  git config status.renames true && git config submodule.x.ignore all
)
agrees wide
agrees wide/d
agrees wide/d/e
git -C wide worktree add -q ../wide2 && (cd wide2 && echo n >n && echo x >>b && rm c)
agrees wide2
is 'els -l --git-repos --blocks=name,repo -d wide wide2 inner' 0 'inner | main\nwide  + main\nwide2 + wide2\n'
is 'export GIT_DIR=wide/.git GIT_WORK_TREE=wide GIT_INDEX_FILE=wide/.git/index; els -1 --git --git-timeout=60000 wide/b wide/a' 0 'MM wide/a\n-- wide/b\n'
is 'PATH=$WORK/ours:.:: els -1 --git wide/a' 0 '~~ wide/a\n'
says 'PATH=$WORK/ours:.:: els -1 --git wide/a' 0 'wide: the git command is needed'
mkdir "$WORK/slow" && printf '#!/bin/bash\nexec sleep 60\n' >"$WORK/slow/git" && chmod +x "$WORK/slow/git" # a git that never answers
is 'PATH=$WORK/slow:$PATH; els -1 --git --git-timeout=200 wide/a; els -l --git-repos --git-timeout=200 --blocks=name,repo -d wide' 0 '~~ wide/a\nwide -\n'
says 'PATH=$WORK/slow:$PATH; els -1 --git --git-timeout=200 wide/a' 0 'wide: git did not answer in time'
if [ "$(id -u)" = 0 ] && cp -r wide theirs && chown -R 65534:65534 theirs; then
  says 'els -1 --git theirs/a' 0 'theirs: .*dubious ownership'
  cp -r states theirs1 && chown -R 65534:65534 theirs1
  says 'els -1 --git theirs1' 0 'theirs1: belongs to another user; .*safe.directory'
  git config --global --add safe.directory /nowhere
  says 'els -1 --git theirs1' 0 'theirs1: belongs to another user; .*safe.directory'
  git config --global --add safe.directory "$PWD/theirs1"
  agrees theirs1
fi
# Files whose contents decide are asked about together, not by a process each.
if [ -z "${SANITIZE:-}" ] && command -v strace >/dev/null; then
  git init -q --object-format=sha256 many
  (cd many && for d in a b/c d; do mkdir -p $d && for i in $(seq 100); do echo $i >$d/$i; done; done && git add . && git commit -qm 1 && touch -- */* */*/*)
  n=$(traced execve els -R --git --git-timeout=60000 many | grep -c 'execve(.*= 0$')
  yes_ "programs started for 300 files: $n" test "$n" -le 8
  n=$(traced execve els -R --git --git-timeout=60000 states | grep -c 'execve(.*= 0$')
  yes_ "programs started with SHA-1 names: $n" test "$n" = 1
fi
# Nothing of the repository is touched.
before=$(find states/.git -type f -printf '%p %T@ %s\n' | sort)
els -R --git states >"$WORK/out"
if [ "$before" = "$(find states/.git -type f -printf '%p %T@ %s\n' | sort)" ] && [ "$before" ]; then pass; else fail 'the repository was written to'; fi
finish
