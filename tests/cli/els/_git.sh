# _git.sh: what git says about a folder's entries, in els's letters, and whether els says the same.
# shellcheck shell=bash
git() { command git -c init.defaultBranch=main -c protocol.file.allow=always "$@"; }

# "XY name" of a folder's entries, by git: the most urgent letter at or below each.
by_git() { # folder
  git -C "$(git -C "$1" rev-parse --show-toplevel)" --no-optional-locks -c core.quotePath=false status --porcelain=v2 --ignored=matching -uall |
    awk -v prefix="$(git -C "$1" rev-parse --show-prefix)" -v entries="$(command ls -A "$1")" '
      function rank(c) { return index("-I?NTRMDU", c) }
      function letter(c) { return c == "." ? "-" : c ~ /[AC]/ ? "N" : c } # a copy is new
      function take(path, x, y,  name, below) {
        if (path ~ /\/$/ && substr(prefix, 1, length(path)) == path) { all = y; return }
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
      END {
        if (all) { n = split(entries, list, "\n"); for (i = 1; i <= n; i++) if (!(list[i] in Y)) Y[list[i]] = all }
        for (n in Y) print (X[n] ? X[n] : "-") (Y[n] ? Y[n] : "-") " " n }' | LC_ALL=C sort -k2
}

# The same by els; unchanged entries are left out, and what no longer is there is not listed.
agrees() { # folder
  els -A --git --git-timeout=60000 -1 "$1" >"$WORK/listed" 2>"$WORK/err" || { fail "els --git $1" "$(cat "$WORK/err")"; return; }
  grep -v -e '^-- ' -e '^-I \.git$' "$WORK/listed" | LC_ALL=C sort -k2 >"$WORK/out"
  by_git "$1" | while read -r letters name; do
    [ -e "$1/$name" ] || [ -L "$1/$name" ] && echo "$letters $name"
  done | grep -v '^-- ' >"$WORK/want"
  if cmp -s "$WORK/out" "$WORK/want"; then
    pass
  else
    fail "letters in $1" "$(diff "$WORK/want" "$WORK/out" | head -n 8)"
  fi
}
