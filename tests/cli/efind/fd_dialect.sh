#!/usr/bin/env bash
# Which of the two languages a line is in (spec efind 1.2, 1.3): told by whose --help it shows.
. "$(dirname "$0")/../../lib/case.sh"
mkdir -p dir
touch name

lang() { # want, name of the program, words...
  local want=$1 program=$2 first
  shift 2
  first=$("$WORK/ours/$program" "$@" </dev/null 2>/dev/null | head -n 2 | tr -d '\n')
  case $first in
  *'[PATTERN '*) first=fd ;;
  *) first=find ;;
  esac
  if [ "$first" = "$want" ]; then pass; else fail "$program $*" "is $first, want $want"; fi
}
for name in fd fdfind gfind bfs; do ln -s "$BUILD/efind" "$WORK/ours/$name"; done

# told ROW want words...: each line of words, under the name efind
told() {
  row "$1"
  local want=$2 words
  shift 2
  for words in "$@"; do
    # shellcheck disable=SC2086
    lang "$want" efind --help $words
  done
}

# Words that only find knows, after the neutral --help.
told L10 find "-name x" "-iname x" "-maxdepth 1" "-newermt x" "-newerac x" "-newer x" "-O3" "-D help" "-P" "-print0" "-prune" "-type f" "-size +1k" \
  "-not -true" "-and" "-depth" "-mtime 1" "dir -name x" "-L -name x" "-H dir -empty"
told L11 find "( -true )" "! -true" ", -true"
told L12 find "-d" "-d x"
told L13 find "-S bfs" "-S dfs" "-S ids" "-S eds"
told L14 find "-tpye f" "-tfq=x" "-j4x" "-Szz" "-d1x"
told L15 fd "--type f" "--exec echo ;" "--hidden" "--no-ignore ( x"
told L16 fd "-tf" "-uu" "-HI" "-j4" "-e" "-x" "-a" "-0" "-t f" "-e c" "-ec" "-tx"
told L17 fd "-H" "-L" "-"
told L17 find "-H -name x" "-L -empty" "--version -name x"
told L18 fd "-- -x" "-- --x" "--" "-- -dash" "-- -tpye"
told L18 find "-- -name x"
told L19 fd "-e c -x find {} -name x" "-tf -name x"
told L19 find ". -exec fd -tf {} ;"

# Spellings that both could read.
told A1 find "-ls"
told A2 find "-exec echo ;"
told A3 find "-execdir echo ;" "-executable" "-empty" "-exclude -name x" "-exit"
told A4 find "-perm 644"
told A5 find "-user x" "-used 1"
told A6 find "-uid 0" "-gid 0"
told A7 find "-quit" "-quit f"
told A8 find "-xdev" "-xtype f"
told A9 find "-or" "-ok echo ;" "-okdir echo ;"
row A10
for words in -hidden -help; do lang find efind $words --help; done
told A11 fd "-d 1" "-d1"
told A12 fd "-a" "-o root" "-oroot"
told A13 fd "-s" "-x echo" "-X echo" "-E x" "-S +1k" "-S+1k" "-j 4"
told A14 fd "-H" "-L"
told A15 fd "-h" "-V" "-0" "-1" "-q" "-l" "-p" "-i" "-u" "-g" "-F" "-I" "-C dir" "-c never" "-t f" "-e c"
told A16 fd ". dir"
told A17 fd "name" "dir"
told A18 fd "-emtpy"
told L6 fd "" "src"

row L2
for name in find gfind bfs; do lang find $name --help -tf; done
(exec -a -find "$BUILD/efind" --help -tf) 2>/dev/null | head -n 1 | grep -q 'PATTERN' && fail "a login shell's dash" || pass
row L3
for name in fd fdfind; do lang fd $name --help -name x; done
row A16
is "find . dir -maxdepth 0" 0 '.\ndir\n'
row L1
lang find efind --lang=find --help
lang find efind --lang=find --help . dir
lang find efind --lang=find --help . -tf
lang find efind --lang=find -E . -help
lang find efind --lang=find -s -x . -help
lang find efind --lang=find -j2 . -help
lang find efind --lang=find -X -f dir -help
lang fd efind --lang=fd --help -name x
lang fd efind --lang=auto --help
lang find efind --lang=auto --help -name x
row L4
export EFIND_LANG=find
lang find efind --help dir
lang fd efind --help -tf
lang fd fd --help dir
lang fd efind --lang=fd --help dir
export EFIND_LANG=fd
lang fd efind --help -name x
lang find find --help dir
export EFIND_LANG=nonsense
lang find efind --help -name x
unset EFIND_LANG

row L5
lang find efind --help dir -name x -tf
lang fd efind --help dir -tf -name x

# both helps fit a screen of 80 columns, and the short one 24 lines with the prompt
yes_ "efind -h" bash -c '[ "$(efind -h | wc -l)" -lt 24 ] && ! efind -h | grep -E "^.{81}"'
yes_ "efind --help, -help" bash -c '! { efind --help; efind -help; } | grep -E "^.{81}"'
holds 'efind -h' 0 "-help: find's words"

# a word of the other language is an error; what standard output is changes nothing
row L14
is "efind -tz 2>&1" 1 "efind: unknown predicate \`-tz'\n"
is "efind . -nam x 2>&1" 1 "efind: unknown predicate \`-nam'\nefind: did you mean -name?\n"
is "efind . -newerXX x 2>&1" 1 "efind: unknown predicate \`-newerXX'\nefind: in -newerXY, X is one of a B c m, Y one of those or t\n"
row L20
is "efind -tf -name x 2>/dev/null" 2 ''
is "efind --lang=find -tf 2>&1" 1 "efind: unknown predicate \`-tf'\n"
is "efind --lang=find --type f 2>/dev/null" 1 ''
is "efind --lang=find -s -E . -regex './(na|x)m.' -o -name dir" 0 './dir\n./name\n'
is "efind --lang=find -s ." 0 '.\n./dir\n./name\n'
is "efind --lang=find . -d -type f" 0 './name\n'
touch -- -dash
is "efind -- -dash" 0 './-dash\n'
rm -- -dash
is "efind . -name name --hidden 2>/dev/null" 1 ''
is "efind --lang=nonsense 2>/dev/null" 2 ''
is "efind --lang 2>/dev/null" 2 ''
is "efind -tf --lang=find 2>/dev/null" 2 ''
is "efind . -maxdepth 1 -type f" 0 './name\n'
finish
