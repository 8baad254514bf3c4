#!/usr/bin/env bash
# els --git in repositories of random states: the letters of every folder are those of git status (spec els Y1 to Y17,
# Y27, Y29, Y34). Each seed is one repository, SEEDS of them from SEED on; LONG=1 tries 240.
. "$(dirname "$0")/../../lib/case.sh"
. "$HERE/_git.sh" || exit 1
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE
for kind in sha1 sha256; do
  git init -q --object-format=$kind "$WORK/inner.$kind" && (cd "$WORK/inner.$kind" && mkdir d && echo 1 >f && echo 2 >d/g && git add . && git commit -qm 1)
done

# Numbers of our own: those of bash begin anew in every subshell. They are left in $R, names in $N.
state=1
roll() { state=$(((state * 1103515245 + 12345) % 2147483648)) R=$((state / 65536 % $1)); }
path() { roll 8 && N=${dirs[R]} && roll 8 && N=$N/${names[R]}; }
dirs=(. a a/b a/b/c d d/e 'x y' z)
names=(f g h.o i.txt 'sp ace' é -n .dot)

change() { # one random change of the worktree or the index
  local f g d n k
  path && f=$N && path && g=$N
  roll 8 && d=${dirs[R]} && roll 8 && n=${names[R]}
  roll 1000 && k=$R && roll 18
  case $R in
    0 | 1) mkdir -p "${f%/*}" && echo "$k$end" >"$f" ;;
    2) [ -f "$f" ] && echo "more$end" >>"$f" ;;
    3) rm -f "$f" ;;
    4) git add -A -f -- "$f" ;;
    5) git rm -q --cached -- "$f" ;;
    6) mkdir -p "${g%/*}" && git mv -f -- "$f" "$g" ;;
    7) rm -rf "$f" && ln -s nowhere "$f" ;;
    8) [ -f "$f" ] && chmod +x "$f" ;;
    9) git add -N -- "$f" ;;
    10) [ -f "$f" ] && touch -d "2001-01-$((k % 28 + 1))" "$f" ;;
    11) rm -rf "$f" && mkdir -p "$f" && echo 1 >"$f/in" ;;
    12) echo "$n" >>"$d/.gitignore" ;;
    13) git add -A -- "$d" ;;
    14) rm -rf "$d" ;;
    15) git update-index --assume-unchanged -- "$f" ;;
    17) rm -f "$f" && mkfifo "$f" ;;
    16) [ -f "$f" ] && cp -p "$f" "$f.copy" ;;
  esac
}

make_repo() { # seed
  local i
  state=$1 end=
  export GIT_DEFAULT_HASH=sha1
  [ $(($1 % 5)) = 3 ] && GIT_DEFAULT_HASH=sha256 # the git command answers for these
  git init -q repo && cd repo || return 1
  [ $(($1 % 7)) = 2 ] && git config index.skipHash true
  [ $(($1 % 4)) = 1 ] && git config index.version 4
  [ $(($1 % 9)) = 3 ] && git config feature.manyFiles true
  [ $(($1 % 11)) = 3 ] && git config core.fileMode false
  if [ $(($1 % 13)) -lt 2 ]; then # line ends that are converted, in files stored with and without them
    end=$'\r'
    [ $(($1 % 2)) = 0 ] && git config core.autocrlf true || echo '*.txt text' >.gitattributes
  fi
  mkdir -p "${dirs[@]}" && printf '*.o\nskip/\n!keep.o\n' >.gitignore
  for i in 1 2 3 4 5 6 7 8 9 10 11 12; do path && echo "$i$end" >"$N"; done
  mkdir skip && echo 1 >skip/1
  if [ $(($1 % 10)) != 4 ]; then # else: no commit yet
    git add -A && git commit -qm 1
    if [ $(($1 % 6)) = 5 ]; then
      git submodule -q add "$WORK/inner.$GIT_DEFAULT_HASH" sub 2>/dev/null && git commit -qm sub
      roll 4
      case $R in 0) echo x >>sub/f ;; 1) echo x >sub/new ;; 2) git -C sub commit -q --allow-empty -m 2 ;; esac
    fi
    if [ $(($1 % 8)) = 6 ]; then # a conflict
      git checkout -qb other && echo other >a/f && git add -f a/f && git commit -qm 2
      git checkout -q - && echo ours >a/f && git add -f a/f && git commit -qm 3 && git merge -q other
    fi
    [ $(($1 % 6)) = 1 ] && git update-index --split-index
    [ "$end" ] && echo '* text=auto' >.gitattributes && touch ./*
    [ $(($1 % 12)) = 7 ] && git sparse-checkout set --cone --sparse-index a d
    if [ $(($1 % 9)) = 7 ]; then git worktree add -q ../linked && cd ../linked; fi
  fi >/dev/null 2>&1
  roll 14
  for ((i = R; i > 0; i--)); do change; done >/dev/null 2>&1
  pwd
}

seeds=${SEEDS:-12}
[ -n "${LONG:-}" ] && seeds=240
for ((seed = ${SEED:-1}; seed < ${SEED:-1} + seeds; seed++)); do
  mkdir "s$seed" && cd "s$seed" || exit 1
  top=$(make_repo "$seed")
  before=$failed
  while read -r folder; do agrees "$folder"; done < <(find "$top" -name .git -prune -o -type d -print)
  [ "$failed" = "$before" ] || echo "  seed $seed"
  cd .. && rm -rf "s$seed"
done
finish
