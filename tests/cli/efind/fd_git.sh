#!/usr/bin/env bash
# Ignore rules, judged by git: random trees with random rules must give what `git ls-files -o` gives.
# TREES=n and SEED=n ask for more, or others; LONG=1 for 1,000 trees, each seen from a folder inside as well.
. "$(dirname "$0")/../../lib/case.sh"

# One tree and its rule files as lines: D folder, F file, L link, R rulefile TAB rule.
# shellcheck disable=SC2016
generate='
function pick(s,  a, n) { n = split(s, a, "|"); return a[1 + int(rand() * n)] }
function name() { return pick("a|b|c|foo|bar|a.c|b.o|x.log|.hid|foo.txt|sp ace|ab|abc|#h|!n|t\\ail|[x]|A|dir|end ") }
function dirname() { return pick("a|b|foo|bar|dir|.d|sub|ab|[x]|x.log|d e") }
function glob() {
  return pick("*|*.o|*.c|a*|*b|?|??|[ab]|[!a]|[^ab]*|[a-c]|foo*|*.log|.*|f*o|*a*|\\#h|\\!n|t\\\\ail|\\[x\\]|[[]x]|[[:alpha:]]|[[:digit:]]*|a\\b|*.t?t|[]x]*|[a|foo\\|sp*|end\\ |end |*/|b.[o-q]|a**|**b|***|[a-]|[--b]|[!-a]")
}
function part() { return rand() < 0.55 ? (rand() < 0.5 ? name() : dirname()) : glob() }
function rule(  s, r) {
  r = rand()
  s = part()
  if (r < 0.20) s = s "/" part()
  else if (r < 0.27) s = "**/" s
  else if (r < 0.34) s = s "/**"
  else if (r < 0.41) s = dirname() "/**/" s
  else if (r < 0.45) s = "**/" dirname() "/" s
  else if (r < 0.47) s = s "/**/"
  else if (r < 0.49) s = "/**/" s
  if (rand() < 0.2) s = "/" s
  if (rand() < 0.15) s = s "/"
  if (rand() < 0.25) s = "!" s
  if (rand() < 0.04) s = s "  "
  if (rand() < 0.03) s = s "\r"
  if (rand() < 0.03) s = "#" s
  if (rand() < 0.02) s = ""
  return s
}
BEGIN {
  srand(seed)
  dirs[0] = "."; nd = 1
  for (i = 0; i < 3 + int(rand() * 8); i++) {
    d = dirs[int(rand() * nd)] "/" dirname()
    if (d in seen) continue
    seen[d] = 1; dirs[nd++] = d
    print "D\t" d
  }
  for (i = 0; i < 8 + int(rand() * 20); i++) {
    f = dirs[int(rand() * nd)] "/" name()
    if (f in seen) continue
    seen[f] = 1
    print (rand() < 0.1 ? "L\t" : "F\t") f
  }
  n = 1 + int(rand() * 4)
  for (i = 0; i < n; i++) {
    r = rand()
    f = r < 0.5 ? "./.gitignore" : r < 0.8 ? dirs[int(rand() * nd)] "/.gitignore" : r < 0.86 ? "./.git/info/exclude" : r < 0.93 ? "../home/global" : r < 0.96 ? "../home/own" : "./.own"
    for (k = 0; k < 1 + int(rand() * 5); k++) print "R\t" f "\t" rule()
  }
}'

git init -q -b main .
mkdir -p "$HOME"
printf '[core]\n\texcludesFile = ~/global\n' >"$HOME/.gitconfig"
cp .git/config "$WORK/config"
# Every fourth repository names a file of its own instead.
own_config() { # seed
  cat "$WORK/config"
  [ $(($1 % 4)) = 0 ] && printf '[core]\n\texcludesFile = "%s"\n' "$([ $(($1 % 8)) = 0 ] && echo '~/own' || echo .own)"
}
make_tree() { # seed
  local kind path rule
  find . -mindepth 1 -maxdepth 1 ! -name .git -exec rm -rf {} +
  : >"$HOME/global"
  : >"$HOME/own"
  own_config "$1" >.git/config
  : >.git/info/exclude
  while IFS=$'\t' read -r kind path rule; do
    case $kind in
    D) mkdir -p -- "$path" ;;
    F) [ -e "$path" ] || : >"$path" ;;
    L) [ -e "$path" ] || ln -s nowhere "$path" ;;
    R) printf '%s\n' "$rule" >>"$path" ;;
    esac
  done < <(awk -v seed="$1" "$generate")
}

listing() { LC_ALL=C sort; }
row I20
PATH=$GNU:$PATH
trees=120
[ -n "${LONG:-}" ] && trees=1000

judge() { # name, folder
  (cd "$2" && git ls-files -coz --exclude-standard) | tr '\0' '\n' | listing >"$WORK/want"
  (cd "$2" && "$BUILD/efind" --lang=fd -H -tf -tl -E /.git -0 --strip-cwd-prefix=always .) | tr '\0' '\n' | listing >"$WORK/out"
  if cmp -s "$WORK/want" "$WORK/out"; then
    pass
  else
    fail "$1" "$(diff "$WORK/want" "$WORK/out" | head -n 6 | cat -A)" \
      "$(find . -name .gitignore -exec sh -c 'echo "$1:"; cat -A "$1"' sh {} \; | head -n 20)" \
      "exclude: $(cat -A .git/info/exclude)" "global: $(cat -A "$HOME/global")" "config: $(tail -n 2 .git/config)" \
      "own: $(cat -A "$HOME/own" .own 2>/dev/null)"
  fi
}

for i in $(seq 1 "${TREES:-$trees}"); do
  seed=$((${SEED:-7000} + i))
  make_tree "$seed"
  judge "tree of seed $seed" .
  # shellcheck disable=SC2154
  [ "$failed" -ge "${FAILS:-5}" ] && break
  [ -n "${LONG:-}" ] || continue
  for d in a foo dir; do # what git leaves out, it lists nothing of; we list what was asked for
    [ -d "$d" ] && ! git check-ignore -q "$d" && judge "tree of seed $seed, in $d" "$d"
  done
done
finish
