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

# A1 to A10, L10 to L14: words that only find knows, after the neutral --help
for words in "-ls" "-exec echo ;" "-execdir echo ;" "-executable" "-empty" "-perm 644" "-user x" "-used 1" "-uid 0" "-gid 0" \
  "-quit" "-xdev" "-xtype f" "-or" "-ok echo ;" "-okdir echo ;" "-name x" "-iname x" "-maxdepth 1" "-newermt x" \
  "-newerac x" "-O3" "-D help" "-P" "( -true )" "! -true" ", -true" "-d" "-d x" "-S bfs" "-S dfs" "-print0" "-prune" "-type f" "-size +1k" \
  "-not -true" "-and" "-tpye f" "-tfq=x" "-j4x" "-Szz" "dir -name x" "-L -name x" "-H dir -empty" "-- -name x" "-depth" "-mtime 1"; do
  # shellcheck disable=SC2086
  lang find efind --help $words
done

# A11 to A16, A18, L15 to L18
for words in "-d 1" "-d1" "-a" "-o root" "-oroot" "-s" "-x echo" "-X echo" "-E x" "-S +1k" "-S+1k" "-j 4" "-j4" "-H" "-L" "-h" "-V" "-0" \
  "-1" "-q" "-l" "-p" "-i" "-u" "-uu" "-g" "-F" "-I" "-C dir" "-c never" "-t f" "-tf" "-tx" "-e c" "-ec" "-HI" ". dir" "name" "dir" \
  "-emtpy" "--type f" "--exec echo ;" "--hidden" "-- -x" "-- --x" "--" "-" "" "-tf -name x" "-e c -x find {} -name x" "--no-ignore ( x"; do
  # shellcheck disable=SC2086
  lang fd efind --help $words
done

# L1 to L4: names, --lang, EFIND_LANG
for name in find gfind bfs; do lang find $name --help -tf; done
for name in fd fdfind; do lang fd $name --help -name x; done
lang find efind --lang=find --help
lang find efind --lang=find --help . dir
lang fd efind --lang=find --help -tf
lang fd efind --lang=fd --help -name x
lang fd efind --lang=auto --help
lang find efind --lang=auto --help -name x
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

# L20: a word of the other language is an error; what standard output is changes nothing
is "efind -tf -name x 2>/dev/null" 2 ''
is "efind . -name name --hidden 2>/dev/null" 1 ''
is "efind --lang=nonsense 2>/dev/null" 2 ''
is "efind --lang 2>/dev/null" 2 ''
is "efind -tf --lang=find 2>/dev/null" 2 ''
is "efind . -maxdepth 1 -type f" 0 './name\n'
finish
