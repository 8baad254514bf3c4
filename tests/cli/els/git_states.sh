#!/usr/bin/env bash
# States of repositories that are rare, with SHA-1 and with SHA-256 names: the letters are those of git status.
. "$(dirname "$0")/../../lib/case.sh"
. "$HERE/_git.sh" || exit 1
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE
one() { git init -q "$1" && (cd "$1" && echo 1 >y && git add . && git commit -qm 1); } # a repository with one file
add() { git add "$1" 2>/dev/null && git commit -qm "$1"; }
lines() { for i in $(seq "$1"); do echo "line $i"; done; }

for kind in sha1 sha256; do
  export GIT_DEFAULT_HASH=$kind
  mkdir $kind && cd $kind || exit 1
  one nest
  ( # repositories inside one, known to it or not
    cd nest || exit
    git init -q empty && git init -q files && echo 1 >files/x && one committed && echo z >committed/z
    for n in edited ahead gone emptied filed bare; do one $n && add $n; done
    echo z >>edited/y && git -C ahead commit -q --allow-empty -m 2 && rm -rf gone emptied/y emptied/.git filed && echo x >filed
    rm -rf bare/.git && mkdir bare/d && echo 1 >bare/d/new
    git init -q deep/er/repo && echo 1 >deep/er/repo/q && mkdir -p deep/none && git init -q deep/none/empty
    echo ig >.gitignore && git init -q ig && echo 1 >ig/x
    mkdir plain odd odd/.git && echo junk >plain/.git && echo p >plain/p && echo p >odd/p
  )
  for d in nest nest/deep nest/deep/er nest/deep/none nest/committed nest/files nest/bare nest/bare/d nest/odd nest/edited; do agrees $d; done

  git init -q links # a file system without links
  (cd links && echo 1 >f && ln -s f l && ln -s f other && ln -s f long && git add . && git commit -qm 1 && git config core.symlinks false &&
    rm l other long && git checkout -q l && chmod +x l && printf g >other && echo longer >long)
  agrees links

  git init -q stats # what of stat's answers counts
  (cd stats && for f in a b c d; do echo $f >$f; done && git add . && git commit -qm 1 && git config core.checkStat minimal &&
    git config core.trustctime false && touch -d 2001-01-01 a && chmod 600 b && cp c c2 && mv c2 c && git config core.untrackedCache true &&
    git status >/dev/null && mkdir n && echo 1 >n/n && git update-index --fsmonitor 2>/dev/null && echo x >>d)
  agrees stats

  git init -q cases # a file system where case does not count
  (cd cases && mkdir Dir && echo 1 >Dir/File && echo 2 >Alpha && echo 3 >Dir/zeta && git add . && git commit -qm 1 && git config core.ignorecase true &&
    echo 1 >Dir/file && echo 2 >alpha && echo 3 >Dir/Zeta && mkdir dir && echo 2 >dir/new && echo 2 >dir/FILE)
  for d in cases cases/Dir cases/dir; do agrees $d; done

  git init -q filters # what is stored otherwise than it lies there
  (cd filters && printf '*.x working-tree-encoding=UTF-16\n*.i ident\n' >.gitattributes && printf '\xff\xfea\0\n\0' | tee u.x >v.x &&
    printf '$Id$\n' | tee i.i >j.i && git add . && git commit -qm 1 && touch v.x && printf '$Id: abc $\n' >i.i && printf '$Id: abc $\nx' >j.i &&
    printf '\xff\xfeb\0\n\0' >u.x)
  agrees filters

  git init -q renames
  (cd renames && mkdir a && lines 30 >a/2 && for i in 1 3; do echo $i >a/$i; done && git add . && git commit -qm 1 && git mv a b &&
    echo x >>b/1 && lines 31 >b/2 && cp b/3 copy && git add .)
  for set in 'status.renames true' 'diff.renames copies' 'status.renames false' 'status.renames copies' 'diff.renames false'; do
    # shellcheck disable=SC2086
    git -C renames config $set
    row "$kind, $set"
    agrees renames
    agrees renames/b
  done
  git -C renames config --unset diff.renames
  git -C renames config --unset status.renames
  for set in 'diff.renameLimit 9' 'diff.renameLimit 1' 'status.renameLimit 9' 'status.renameLimit 1' 'diff.renameLimit 0' 'status.renameLimit 0'; do
    [[ $kind = sha1 && $set != *9 ]] && continue # libgit2 has a limit of its own
    # shellcheck disable=SC2086
    git -C renames config $set
    row "$kind, $set"
    agrees renames
    agrees renames/b
  done
  row ''
  cd ..
done
finish
