#!/usr/bin/env bash
# The letters of git row by row (spec els 10): what each state must show, and by which means it may be found.
# shellcheck source=tests/lib/case.sh disable=SC2016
. "$(dirname "$0")/../../lib/case.sh"
. "$HERE/_git.sh" || exit 1
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE
ln -s "$BUILD/els" "$WORK/ours/lsd"
plain_build() { [ -z "${SANITIZE:-}" ]; }
lines() { for i in $(seq 20); do echo "line $i of $1"; done; }
new_repo() { git init -q "$1" && cd "$1" || return; }

( # one file for each state
  new_repo r
  for f in same staged edited both gone wiped old typed retyped sub/deep sub/same; do mkdir -p "$(dirname "$f")" && lines "$f" >"$f"; done
  printf '*.o\nbuild/\n' >.gitignore
  git add . && git commit -qm 1
  echo x >>staged && git add staged
  echo x >>edited
  echo x >>both && git add both && echo y >>both
  git rm -q gone && rm wiped
  git mv old new-name
  rm typed && ln -s x typed && rm retyped && ln -s x retyped && git add retyped
  echo n >added && git add added && echo u >unknown && echo o >x.o && mkdir build fresh && echo b >build/b && echo f >fresh/f
)
listed() { els -1 --git --git-timeout=60000 "$@"; }
export -f listed
is 'listed r' 0 'N- added
MM both
-I build
-M edited
-? fresh
R- new-name
T- retyped
-- same
M- staged
-- sub
-T typed
-? unknown
-I x.o
'
row Y1
is 'listed r/same; lsd -1 --git r/same' 0 '-- r/same\n.. r/same\n'
row Y2
mkdir -p none && touch none/a
is 'listed none; els -l --git --blocks=git,name none' 0 'a\na\n'
is 'listed -d none/a r/same' 0 '   none/a\n-- r/same\n'
row Y3
is 'listed r/added' 0 'N- r/added\n'
row Y4
is 'listed r/unknown' 0 '-? r/unknown\n'
row Y5
is 'listed r/staged r/edited r/both' 0 'MM r/both\n-M r/edited\nM- r/staged\n'
row Y6 # what is gone shows where it lay
is 'listed -d r' 0 'DD r\n'
(cd r && rm sub/deep)
is 'listed r/sub; listed -d r/sub' 0 '-- same\n-D r/sub\n'
(cd r && git checkout -q sub/deep)
row Y7
is 'listed r/new-name' 0 'R- r/new-name\n'
row Y8
is 'listed r/typed r/retyped' 0 'T- r/retyped\n-T r/typed\n'
row Y9
is 'listed r/x.o; listed -d r/build; listed r/build' 0 '-I r/x.o\n-I r/build\n-I b\n'
holds 'TERM=xterm els -1 --git --color=always --meta-color=always r/x.o' 0 $'\033\\[2mI'
row Y10
(
  new_repo conflict
  mkdir s && echo 1 >s/f && git add . && git commit -qm 1 && git checkout -qb other && echo 2 >s/f && git commit -qam 2
  git checkout -q main && echo 3 >s/f && git commit -qam 3 && git merge -q other >/dev/null
)
is 'listed conflict; listed conflict/s; lsd -1 --git conflict/s' 0 'UU s\nUU f\nCC f\n'
row Y11
cp -r r unread && printf DIRC >unread/.git/index
is 'listed unread/sub' 0 '~~ deep\n~~ same\n'
says 'listed unread' 0 'unread'
row Y12
( # a folder tells the most urgent below it
  new_repo urgent
  for d in a b c; do mkdir -p $d/in && for f in 1 2 3; do lines $f >$d/in/$f; done; done
  printf '*.o\n' >.gitignore && git add . && git commit -qm 1
  echo x >>a/in/1 && echo n >a/in/new && git add a/in/new && echo o >a/in/x.o
  rm b/in/1 && echo x >>b/in/2 && echo u >b/in/u
  echo o >c/in/x.o && mkdir -p d/e && echo u >d/e/u && mkdir i && echo o >i/i.o
)
is 'listed urgent' 0 'NM a\n-D b\n-- c\n-? d\n-- i\n' || true
is 'listed urgent/d; listed urgent/d/e' 0 '-? e\n-? u\n'
( # each letter against its neighbour: U > D > M > R > T > N > ? > I
  new_repo order
  for d in ud dm mr rt tn; do mkdir $d && for f in 1 2 3; do lines "$d$f" >$d/$f; done; done
  printf '*.o\n' >.gitignore && git add . && git commit -qm 1 && git checkout -qb other && echo o >ud/1 && git commit -qam 2
  git checkout -q main && echo m >ud/1 && git commit -qam 3 && git merge -q other >/dev/null
  git rm -q ud/2 dm/1 && echo x >>dm/2 && echo x >>mr/1 && git add dm mr
  git mv mr/2 mr/new && git mv rt/1 rt/new && ln -sf x rt/2 && ln -sf x tn/1 && echo n >tn/new && git add rt tn
  mkdir unknown && echo u >unknown/u && echo o >unknown/x.o && mkdir meant && echo n >meant/n && echo u >meant/u && git add -N meant/n
)
is 'listed order' 0 'D- dm\n-N meant\nM- mr\nR- rt\nT- tn\nUU ud\n-? unknown\n'
row Y13
is 'listed -A r | grep "\.git$"' 0 '-I .git\n'
is 'listed -d r/.git r/.git/ | sed "s/ .*//"; cd r && listed -d .git' 0 '-I\n-I\n-I .git\n'
row Y14
git init -q inner && (cd inner && echo 1 >f && git add . && git commit -qm 1)
(
  new_repo super
  for m in clean dirty ahead quiet same-files no-new; do git submodule -q add "$WORK/tree/inner" $m; done
  git config -f .gitmodules submodule.quiet.ignore all && git config submodule.same-files.ignore dirty
  git config -f .gitmodules submodule.no-new.ignore untracked && git add . && git commit -qm 1
  echo x >>dirty/f && echo x >>quiet/f && git -C quiet commit -qam 2 && git -C ahead commit -q --allow-empty -m 2
  echo x >>same-files/f && echo x >no-new/new
)
is 'listed super; listed super/dirty; listed super/clean' 0 '-M ahead\n-- clean\n-M dirty\n-- no-new\n-- quiet\n-- same-files\n-M f\n-- f\n'
(cd super && echo x >>no-new/f && git -C same-files commit -qam 2)
is 'listed super/.' 0 '-M ahead\n-- clean\n-M dirty\n-M no-new\n-- quiet\n-M same-files\n'
is 'export ASAN_OPTIONS=detect_leaks=0 GIT_DIR=super/.git GIT_WORK_TREE=super; listed super/.; listed -d super/.' 0 '-M ahead\n-- clean\n-M dirty\n-M no-new\n-- quiet\n-M same-files\n-M super/.\n'
(new_repo nested && for m in new clean; do git submodule -q add "$WORK/tree/inner" $m; done && git commit -qm 1 && echo u >new/u)
is 'listed nested' 0 '-- clean\n-M new\n' # something untracked in it is enough
row Y15
is 'export ASAN_OPTIONS=detect_leaks=0 GIT_DIR=r/.git GIT_WORK_TREE=r; listed none inner/f' 0 'inner/f\n\nnone:\na\n' # what lies outside
if unshare -m true 2>/dev/null; then # another file system is another matter, unless it is asked for
  mkdir r/sub/mnt
  is "unshare -m bash -c 'mount -t tmpfs none r/sub/mnt && touch r/sub/mnt/u && listed r/sub/mnt; GIT_DISCOVERY_ACROSS_FILESYSTEM=1 listed r/sub/mnt'" 0 'u\n-? u\n'
  rmdir r/sub/mnt
fi
git -C inner worktree add -q ../linked && echo x >>linked/f
is 'listed linked' 0 '-M f\n'
cp -r r moved && mv moved/.git there && echo "gitdir: ../there" >moved/.git
# With GIT_WORK_TREE libgit2 1.5 itself loses 16 bytes.
is 'listed moved/edited; export ASAN_OPTIONS=detect_leaks=0; GIT_DIR=r/.git GIT_WORK_TREE=r listed r/edited' 0 '-M moved/edited\n-M r/edited\n'
git clone -q --bare inner bare.git 2>/dev/null && is 'listed bare.git | head -n 1' 0 'HEAD\n' || true
if [ "$(id -u)" = 0 ] && cp -r r theirs && chown -R 65534:65534 theirs; then
  is 'listed theirs/same' 0 '~~ theirs/same\n'
  says 'listed theirs/same' 0 'theirs'
fi
row Y16
is 'listed -d r/edited conflict/s inner/f none/a' 0 'UU conflict/s\n-- inner/f\n   none/a\n-M r/edited\n'
row Y17
(new_repo odd && for f in $'bad\377\376' $'new\nline' $'tab\t' 'sp ace' é '"q"' '-d'; do echo 1 >"$f"; done && git add -- . && git commit -qm 1 && for f in *; do echo x >>"./$f"; done)
yes_ 'any bytes in names' test "$(listed --quoting-style=escape odd | grep -c '^-M ')" = 7
row Y27
(new_repo kinds && mkdir s t && for f in 1 2 s/3 t/4; do lines $f >$f; done && git add . && git commit -qm 1 && echo x >>s/3)
for v in 2 3 4; do
  git -C kinds update-index --index-version $v
  is 'listed kinds; listed kinds/s' 0 '-- 1\n-- 2\n-M s\n-- t\n-M 3\n'
done
git -C kinds update-index --split-index && is 'listed kinds' 0 '-- 1\n-- 2\n-M s\n-- t\n'
# What changed since lies beside the shared base: entries gone, replaced and added.
(new_repo split && git config splitIndex.maxPercentChange 100 && mkdir d && for f in a b c d/e d/f same; do lines $f >$f; done && git add . && git commit -qm 1 &&
  git update-index --split-index && git rm -q --cached a d/e && echo x >>b && git add b && git mv c new && echo y >added && git add added)
yes_ 'a base that holds what is gone' bash -c 'grep -aq d/e split/.git/sharedindex.* && ! grep -aq d/f split/.git/index'
is 'listed split; listed split/d; listed -d split/d' 0 'D? a\nN- added\nM- b\nD? d\nR- new\n-- same\nD? e\n-- f\nD? split/d\n'
git -C kinds update-index --no-split-index
git -C kinds -c index.skipHash=true add 1 && is 'listed kinds' 0 '-- 1\n-- 2\n-M s\n-- t\n'
(cp -r kinds sparse && cd sparse && git checkout -q s/3 && git update-index -q --refresh && git sparse-checkout set --cone --sparse-index s) && is 'listed sparse; listed sparse/s' 0 '-- 1\n-- 2\n-- s\n-- 3\n'
(cp -r kinds five && printf '\5' | dd of=five/.git/index bs=1 seek=7 conv=notrunc 2>/dev/null)
is 'listed five/1' 0 '~~ five/1\n'
says 'listed five/1' 0 'version'
row Y28
if plain_build && command -v strace >/dev/null; then
  yes_ 'libgit2 is not even looked at without --git' test "$(traced open,openat els -l r | grep -c 'git2\|ember-git')" = 0
  yes_ 'nor linked' test "$(ldd "$BUILD/els" | grep -c git2)" = 0
  row 'Y29 Y30' # a clean folder is told by the index and by what stat says: nothing is read or unpacked
  git -C inner update-index -q --refresh && sleep 1 && touch -d '2020-01-01' inner/f && git -C inner update-index -q --refresh
  yes_ 'a clean file is not read' test "$(traced open,openat els -1 --git inner | grep -c 'inner/f"')" = 0
fi
(cp -r kinds flags && cd flags && git checkout -q s/3 && git update-index --assume-unchanged 1 && git update-index --skip-worktree 2 && echo x >>1 && echo x >>2 && git config core.fileMode false && chmod +x t/4)
is 'listed flags; git -C flags config core.fileMode true; listed flags/t' 0 '-- 1\n-- 2\n-- s\n-- t\n-M 4\n'
(cp -r kinds racy && cd racy && git checkout -q s/3 && lines 9 >1 && git add 1 && git commit -qm 2 && lines 8 >1 && touch -r .git/index 1)
is 'listed racy/1' 0 '-M racy/1\n' # same size and time, other contents
# Written again in the tick in which the index was: all that stat says is the same, and the contents decide. Not so for an
# index that was written later.
( new_repo tick && lines 1 >f && lines 2 >g && git add . && git commit -qm 1 && git update-index --index-version 2 && sed -i 's/line 1 of 1/line 1 of 7/' f &&
  perl -e 'my ($c, $cn, $m, $mn, $dev, $ino) = map { s/^0+(?=\d)//r } split /[ .]/, `stat -c "%.9Z %.9Y %d %i" f`; open my $i, "+<", ".git/index"; seek $i, 12, 0; print $i pack "N6", $c, $cn, $m, $mn, $dev, $ino & 0xffffffff')
is 'touch -r tick/f tick/.git/index; listed tick; touch -d "@$(($(stat -c %Y tick/f) + 10))" tick/.git/index; listed tick' 0 '-M f\n-- g\n-- f\n-- g\n'
# The index knows the tree of each folder, yet HEAD may be another commit than the one they are of.
(new_repo soft && mkdir -p a/b c && lines 1 >a/b/f && lines 2 >c/f && git add . && git commit -qm 1 && lines 3 >a/b/f && git commit -qam 2 && git reset -q --soft HEAD~1)
is 'listed soft; listed soft/a' 0 'M- a\n-- c\nM- b\n'
row Y31
(new_repo depth && mkdir -p x/y/z w && for f in x/y/z/f x/f w/f; do lines $f >$f; done && git add . && git commit -qm 1 && echo x >>x/y/z/f && echo x >>w/f)
is 'listed --git-depth=dir depth; listed --git-depth=dir depth/x; listed depth; listed --git-depth=off depth' 0 '-M w\n-- x\n-- f\n-- y\n-M w\n-M x\nw\nx\n'
is 'listed --git-depth=dir kinds; listed --git-depth=full kinds' 0 '-- 1\n-- 2\n-M s\n-- t\n-- 1\n-- 2\n-M s\n-- t\n'
is 'mkdir kinds/t/below && echo 1 >kinds/t/below/f && listed --git-depth=dir -d kinds/t; listed -d kinds/t' 0 '-- kinds/t\n-? kinds/t\n'
row Y32
(new_repo rules && mkdir -p a/b && echo '*.x' >.gitignore && echo '!keep.x' >a/.gitignore && echo '/q' >a/b/.gitignore && touch a/b/{1.x,keep.x,q,z} && git add . && git commit -qm 1)
is 'listed rules/a/b' 0 '-I 1.x\n-- keep.x\n-I q\n-- z\n'
(cd rules && mkdir -p u/in v/in && touch u/in/{1..100}.x v/in/{1..100}.x v/in/y)
is 'listed rules' 0 '-- a\n-- u\n-? v\n' # however many ignored files an untracked folder holds
row Y33
before=$(find r/.git -printf '%p %T@ %C@ %s\n' | sort)
els -R --git r >"$WORK/out"
if [ "$before" = "$(find r/.git -printf '%p %T@ %C@ %s\n' | sort)" ] && [ "$before" ]; then pass; else fail 'the repository was written to'; fi
is 'touch r/.git/index.lock && listed r/edited; rm r/.git/index.lock' 0 '-M r/edited\n'
row 'Y5 Y8' # a pipe is no file to git: it is not new, and where a file was it is a change
(new_repo pipes && : >empty && lines 1 >was && lines 2 >same && git add . && git commit -qm 1 && rm was empty && mkfifo was empty new && mkdir d && mkfifo d/p)
agrees pipes
row Y34 # at length: the suites git and git_random
for f in r r/sub conflict conflict/s urgent urgent/a/in urgent/b super linked kinds sparse racy rules/a/b; do agrees $f; done
finish
