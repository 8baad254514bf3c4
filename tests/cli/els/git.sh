#!/usr/bin/env bash
# els --git: the letters of each listed entry are those of git status (spec els 10.1), in every folder.
. "$(dirname "$0")/../../lib/case.sh"
git() { command git -c init.defaultBranch=main -c protocol.file.allow=always "$@"; }

# "XY name" of a folder's entries, by git: the most urgent letter at or below each.
by_git() { # folder
  git -C "$(git -C "$1" rev-parse --show-toplevel)" --no-optional-locks status --porcelain=v2 --ignored=matching -uall |
    awk -v prefix="$(git -C "$1" rev-parse --show-prefix)" '
      function rank(c) { return index("-I?NTRMDU", c) }
      function letter(c) { return c == "." ? "-" : c == "A" ? "N" : c }
      function take(path, x, y,  name, below) {
        if (substr(path, 1, length(prefix)) != prefix) return
        path = substr(path, length(prefix) + 1); below = 0
        sub(/\/$/, "", path)
        name = path; if (sub(/\/.*/, "", name)) below = 1
        if (below && y == "I") return
        if (rank(x) > rank(X[name])) X[name] = x
        if (rank(y) > rank(Y[name])) Y[name] = y
      }
      /^1/ { p = $0; for (i = 0; i < 8; i++) sub(/^[^ ]* /, "", p); take(p, letter(substr($2, 1, 1)), letter(substr($2, 2, 1))) }
      /^2/ { p = $0; for (i = 0; i < 9; i++) sub(/^[^ ]* /, "", p); sub(/\t.*/, "", p); take(p, letter(substr($2, 1, 1)), letter(substr($2, 2, 1))) }
      /^u/ { p = $0; for (i = 0; i < 10; i++) sub(/^[^ ]* /, "", p); take(p, "U", "U") }
      /^\?/ { take(substr($0, 3), "-", "?") }
      /^!/ { take(substr($0, 3), "-", "I") }
      END { for (n in Y) print (X[n] ? X[n] : "-") (Y[n] ? Y[n] : "-") " " n }' | LC_ALL=C sort -k2
}

# The same by els; unchanged entries are left out, and what no longer is there is not listed.
agrees() { # folder
  els -A --git -1 "$1" >"$WORK/listed" 2>"$WORK/err" || { fail "els --git $1" "$(cat "$WORK/err")"; return; }
  grep -v -e '^-- ' -e '^-I \.git$' "$WORK/listed" | LC_ALL=C sort -k2 >"$WORK/out"
  by_git "$1" | while read -r letters name; do
    [ -e "$1/$name" ] || [ -L "$1/$name" ] && echo "$letters $name"
  done | grep -v '^-- ' >"$WORK/want"
  if [ -s "$WORK/want" ] && cmp -s "$WORK/out" "$WORK/want"; then
    pass
  else
    fail "letters in $1" "$(diff "$WORK/want" "$WORK/out" | head -n 8)"
  fi
}

git init -q states
(
  cd states || exit
  mkdir -p src/deep docs clean build
  for f in src/a.c src/b.c src/deep/c.c docs/x docs/y clean/1 gone moved typed exec same; do echo "$f" >"$f"; done
  printf '*.o\nbuild/\n' >.gitignore
  git add . && git commit -qm 1
  echo x >>src/a.c && git add src/a.c && echo y >>src/a.c
  echo new >src/deep/new && git add src/deep/new
  git rm -q gone && rm docs/x && git mv moved docs/renamed
  rm typed && ln -s x typed && chmod +x exec
  echo u >untracked && echo o >x.o && echo b >build/out
  mkdir new && echo n >new/n && touch same
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

# No repository: no letters; a broken one: unknown, one line, the listing whole, status 0.
mkdir -p plain && touch plain/a
is 'els -1 --git plain' 0 'a\n'
cp -r states broken && echo nonsense >broken/.git/HEAD && printf 'DIRC' >broken/.git/index
is 'els -1 --git broken/docs' 0 '~~ renamed\n~~ y\n'
says 'els -1 --git broken/docs' 0 'broken'
# Nothing of the repository is touched.
before=$(find states/.git -type f -printf '%p %T@ %s\n' | sort)
els -R --git states >"$WORK/out"
if [ "$before" = "$(find states/.git -type f -printf '%p %T@ %s\n' | sort)" ] && [ "$before" ]; then pass; else fail 'the repository was written to'; fi
finish
