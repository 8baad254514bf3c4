#!/usr/bin/env bash
# find's language: what GNU find lacks (spec efind N24, N35 to N43). Expected values are thought out, and were
# compared once with bfs; tests/peers/find.sh does it again where bfs is at hand.
# shellcheck source=tests/lib/case.sh disable=SC2016
. "$(dirname "$0")/../../lib/case.sh"

mkdir -p a/b/c d .h/i
: >a/1 >a/b/2 >d/3 >.h/4
: >'a/sp x'
ln a/1 d/1l
sorted() { is "$1 | LC_ALL=C sort" 0 "$2"; }

row 'N35' # -exclude drops what matches and all below it, wherever it stands
sorted 'find . -exclude -name a' '.\n./.h\n./.h/4\n./.h/i\n./d\n./d/1l\n./d/3\n'
sorted 'find . -type f -exclude -name a' './.h/4\n./d/1l\n./d/3\n'
sorted 'find . -depth -exclude -name a' '.\n./.h\n./.h/4\n./.h/i\n./d\n./d/1l\n./d/3\n'
sorted 'find . -exclude \( -name a -o -name d \)' '.\n./.h\n./.h/4\n./.h/i\n'
sorted 'find . -exclude -name a -exclude -name .h' '.\n./d\n./d/1l\n./d/3\n'
sorted 'find . -exclude -not -name "[.d]*"' '.\n./.h\n./d\n'
is 'find . -exclude -name .' 0 ''
is 'find . -not -exclude -name a' 0 ''
says 'find . -exclude -print' 1 'tests only'
says 'find . -exclude -name a -o -exclude -prune' 1 'tests only'
says 'find . -exclude' 1 "after '-exclude'"
sorted 'find -j4 . -exclude -name a -size -100' '.\n./.h\n./.h/4\n./.h/i\n./d\n./d/1l\n./d/3\n'

row 'N36' # -unique
is 'find . -unique -links 2 -type f | wc -l' 0 '1\n'
is 'find a d a -unique | wc -l' 0 '8\n'
is 'ln -s ../a d/up; find -L . -unique -name b | wc -l; rm d/up' 0 '1\n'

row 'N37' # -hidden, -nohidden
is 'find . -hidden' 0 './.h\n'
sorted 'find . -nohidden' '.\n./a\n./a/1\n./a/b\n./a/b/2\n./a/b/c\n./a/sp x\n./d\n./d/1l\n./d/3\n'
is 'find .h -nohidden' 0 ''
is 'find ./ -maxdepth 0 -nohidden' 0 './\n'

row 'N38' # -noerror
is 'find . nosuch -maxdepth 0 -noerror 2>&1' 0 '.\n'
is 'find . -maxdepth 0 -noerror -exec nosuch {} + 2>/dev/null' 1 ''

row 'N39' # -color, -nocolor
is 'LS_COLORS="di=1:*3=31" find . -name 3 -color' 0 '\033[1m./d/\033[0m\033[31m3\033[0m\n'
is 'LS_COLORS="di=1" find d -maxdepth 0 -color' 0 '\033[1md\033[0m\n'
is 'find d -maxdepth 0 -color -nocolor' 0 'd\n'
is 'efind --lang=find d -maxdepth 0' 0 'd\n'

row 'N40' # flags before the paths
is 'find -s a' 0 'a\na/1\na/b\na/b/2\na/b/c\na/sp x\n'
is 'find -s a -depth' 0 'a/1\na/b/2\na/b/c\na/b\na/sp x\na\n'
is 'find -x d -name 3' 0 'd/3\n'
says 'find -X . -name "*x"' 1 './a/sp x.*xargs'
is 'find -E a -regex ".*(1|2)" | sort' 0 'a/1\na/b/2\n'
is 'find -f d -name 3' 0 'd/3\n'
is 'find -f d -f a -maxdepth 0' 0 'd\na\n'
is 'find -f d a -maxdepth 0' 0 'd\na\n'
says 'find -f' 1 'missing argument'
is 'find -s -S bfs a' 0 'a\na/1\na/b\na/sp x\na/b/2\na/b/c\n'
is 'find -s -S ids a' 0 'a\na/1\na/b\na/sp x\na/b/2\na/b/c\n'
is 'find -s -S dfs a' 0 'a\na/1\na/b\na/b/2\na/b/c\na/sp x\n'
is 'find -s -S bfs a -name b -prune -o -print' 0 'a\na/1\na/sp x\n'
is 'find -s -S bfs a -mindepth 1 -maxdepth 1' 0 'a/1\na/b\na/sp x\n'
is 'find -s -S bfs a -mindepth 2' 0 'a/b/2\na/b/c\n'
is 'find -s -S bfs . -exclude -name a' 0 '.\n./.h\n./d\n./.h/4\n./.h/i\n./d/1l\n./d/3\n'
is 'find -s -S bfs . -unique | wc -l' 0 '12\n'
says 'find -S nosuch .' 1 "'nosuch'"
is 'find -j1 d -name 3; find -j8 d -name 3' 0 'd/3\nd/3\n'
says 'find -j0 .' 1 'threads'
says 'find -jx .' 1 'threads'

row 'N41' # -limit, -exit, -since and the times of birth
is 'find -s . -print -limit 3' 0 '.\n./.h\n./.h/4\n'
says 'find . -limit 3' 1 'print'
says 'find . -print -limit 0' 1 "'0'"
is 'find . -print -exit' 0 '.\n'
is 'find -s . -name b -exit 5 -o -print | tail -n 1' 0 './a/1\n'
is 'find . -exit 5' 5 ''
is 'find . -exit 200' 200 ''
is 'find . -name nosuch -exit 5' 0 ''
says 'find . -exit 256' 1 "'256'"
is 'find . -since 2020-01-01 -name d' 0 './d\n'
is 'find . -since tomorrow' 0 ''
is 'find d -asince 2020-01-01 -csince 2020-01-01 -msince 2020-01-01 -name 3' 0 'd/3\n'
is 'touch -d 2001-01-01 old; find d old -maxdepth 0 -mnewer old; rm old' 0 'd\n'
if [ "$(stat -c %W d)" -gt 0 ]; then
  is 'find d -Btime 0 -Bmin -100 -Bsince yesterday -name 3' 0 'd/3\n'
  is 'touch -d 2001-01-01 old; find d old -maxdepth 0 -Bnewer old; rm old' 0 'd\nold\n'
fi

row 'N42' # -sparse, attributes, -printx, -rm, -status, -depth N
is 'truncate -s 1M hole; find hole a/1 -sparse; rm hole' 0 'hole\n'
is 'find . -xattrname user.nosuch' 0 ''
if setfattr -n user.ember -v x a/1 2>/dev/null; then
  is 'find . -xattrname user.ember -name 1' 0 './a/1\n'
  is 'find a/1 -xattr' 0 'a/1\n'
fi
is 'find a -acl' 0 ''
is 'find a -capable' 0 ''
is 'find a -name "sp*" -printx' 0 'a/sp\\ x\n'
is 'mkdir -p t/u; find t -rm; find t 2>&1 | wc -l' 0 '1\n'
is 'find . -status -name 3' 0 './d/3\n'
is 'ln -s a lnk; find . -depth 1 -name lnk; rm lnk' 0 './lnk\n'
sorted 'find . -depth 1' './.h\n./a\n./d\n'
is 'find . -depth +2 | sort' 0 './a/b/2\n./a/b/c\n'
is 'find a/1 -depth -1 -depth' 0 'a/1\n'

row N15 # bfs's units
is 'find d/3 -size 0T -size -1P' 0 'd/3\n'

row 'N24' # -context is an error where SELinux does not run
[ -e /sys/fs/selinux/enforce ] || says 'find . -context x' 1 'SELinux'

row 'N43' # -gitignore
mkdir -p g/build g/src
git -C g init -q
printf '*.o\n/build/\n' >g/.gitignore
printf '!keep.o\n' >g/src/.gitignore
: >g/build/x >g/src/a.o >g/src/keep.o >g/src/a.c
is 'find -s g -gitignore -path "*/.git" -prune -o -gitignore -type f -print' 0 'g/.gitignore\ng/src/.gitignore\ng/src/a.c\ng/src/keep.o\n'
is 'cd g/src && find -s . -gitignore -name "*.o"' 0 './keep.o\n'
finish
