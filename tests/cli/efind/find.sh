#!/usr/bin/env bash
# find's language: the tests and actions, against GNU find.
# shellcheck source=tests/lib/case.sh disable=SC2016
. "$(dirname "$0")/../../lib/case.sh"

mkdir -p a/b/c a/d 'sp ace' empty deep/1/2/3/4
printf 1 >a/one
printf '%600s' x >a/b/six
printf '%1024s' x >a/b/c/kilo
printf '%1025s' x >a/b/c/kilo1
truncate -s 3M a/d/big
: >a/none
: >'sp ace/new
line'
: >'sp ace/tab	x'
: >$'sp ace/bad\xff'
: >'sp ace/é'
: >.hidden
: >a/x.c
: >a/y.h
: >a/Z.C
: >a/'[b]'
: >a/'star*'
: >'a/back\slash'
echo text >deep/1/2/3/4/leaf
ln -s a/one link
ln -s a dirlink
ln -s nowhere dangling
ln -s loop loop
ln -s one/x a/notdir
ln -s .. deep/1/up
ln a/one a/hard
mkfifo pipe
chmod 644 a/one
chmod 755 a/x.c
chmod 600 a/y.h
chmod 4711 a/none
chmod 1777 empty
chmod 2070 a/d
touch -d '2020-01-01 00:00:00.5' a/one
touch -d '2021-06-15 12:00' a/b/six
touch -d '2 days ago' a/b/c/kilo
touch -d '36 hours ago' a/b/c/kilo1
touch -d '23 hours ago' a/x.c
touch -d '90 minutes ago' a/y.h
touch -d '30 seconds ago' a/none
touch -d '400 days ago' a/Z.C
touch -a -d 'now + 36 hours' a/y.h

row 'N50 N51 N52' # roots and their spelling
same 'find'
same 'find .'
same 'find ./'
same 'find a'
same 'find a/'
same 'find a//'
same 'find ./a/.'
same 'find a/b a/d'
same 'find a a'
same 'find -- a'
same 'find "sp ace"'
same 'find a/one'
same 'find .hidden empty pipe'
same 'find dirlink/'
same 'cd a/b && find .. -name six'
same 'find "$PWD" -maxdepth 1'
same 'find / -maxdepth 0'
same 'find // -maxdepth 0'
same 'find nosuch'
same 'find nosuch a/b'
same 'find a/b nosuch a/d'
same 'find ""'
same 'find "" a/d'
same 'find - 2>/dev/null; echo $?'

row 'N1' # operators and precedence
same 'find . -name "*.c" -o -name "*.h"'
same 'find . -name "*.c" -o -name "*.h" -print'
same 'find . \( -name "*.c" -o -name "*.h" \) -print'
same 'find . -type f -name "*.c" -o -type d -name b'
same 'find . ! -type f'
same 'find . -not -type f'
same 'find . ! ! -type f'
same 'find . ! \( -type f -o -type d \)'
same 'find . -type f -a -name "*.c"'
same 'find . -type f -and -name "*.c" -or -type p'
is 'find a -maxdepth 1 -type d , -name "x.c"' 0 'a/x.c\n' # GNU find moves the cheaper test to the front and gives its value up
same 'find . -type d -print , -name "*.c" -print'
same 'find . \( -type d -print , -false \) -o -name "*.c" -print'
same 'find . -false -o -false , -name six'
same 'find . -true -o -print'
same 'find . -false -a -print'
same 'find . ! -name a -o -prune'
same 'find . \( \( \( -name six \) \) \)'
same 'find . -name a -o ! -name b -a -type d'

row 'N11 N12' # patterns
same 'find . -name "*"'
same 'find . -name "*.c"'
same 'find . -name "?.c"'
same 'find . -name "[xZ].*"'
same 'find . -name "[!x].?"'
same 'find . -name "[a-y].[ch]"'
same 'find . -name "[[:upper:]]*"'
same 'find . -name "[^[:lower:]]*"'
same 'find . -name "*[*]"'
same 'find . -name "star\*"'
same 'find . -name "\[b\]"'
same 'find . -name "[[]b]"'
same 'find . -name "back\\\\slash"'
same 'find . -name "*\\"'
same 'find . -name "["'
same 'find . -name "*.["'
same 'find . -name ""'
same 'find . -name "."'
same 'find a/ -name a'
same 'find / -maxdepth 0 -name /'
same 'find . -name "é"'
same 'find . -name "?"'
same 'find . -name "bad?"'
same 'find . -name "bad*"'
same 'find . -name "*e*o*"'
same 'find . -iname "z.c"'
same 'find . -iname "*.C"'
same 'find . -iname "É"'
same 'find . -iname "[X-Z]*"'
same 'find . -path "./a/*"'
same 'find . -path "*/b/*"'
same 'find . -path "./a"'
same 'find . -path "*a/?*"'
same 'find . -wholename "*/six"'
same 'find . -ipath "*/B/*"'
same 'find . -iwholename "*/SIX"'
same 'find . -name "*[a-]*"'
same 'find . -name "*[]]"'
same 'find . -lname "*one"'
same 'find . -lname "no*"'
same 'find . -ilname "NO*"'
mkdir texts && ln -s 'No Such  thing/at all' texts/x && ln -s 'no such' texts/y
same 'find texts -lname "No*all"'
same 'find texts -ilname "NO SUCH*"'
same 'find -L . -lname "*"'

row 'N13 N9' # regular expressions
same 'find . -regex ".*six"'
same 'find . -regex "six"'
same 'find . -regex ".*/[a-z]\.c"'
same 'find . -regex ".*\(six\|one\)"'
same 'find . -regex ".*new.line"'
same 'find . -iregex ".*SIX"'
for kind in findutils-default ed emacs gnu-awk grep posix-awk awk posix-basic posix-egrep egrep \
  posix-extended posix-minimal-basic sed; do
  same "find . -regextype $kind -regex '.*/\\(one\\|six\\)'"
  same "find . -regextype $kind -regex '.*/(one|six)'"
  same "find . -regextype $kind -regex '.*/o+n?e{1}'"
  same "find . -regextype $kind -iregex '.*new.line'"
done
same 'find . -regextype grep -regex ".*x\+.*" -o -regextype egrep -regex ".*k+.*"'
same 'find . -regex "["'
same 'find . -regextype nosuch -regex x'
same 'find . -regextype posix-extended -regex "("'

row 'N14' # types
for t in f d l p s b c f,d l,p f,d,l,p,s,b,c; do
  same "find . -type $t"
  same "find . ! -name loop -xtype $t"
  same "find -L . -type $t"
  same "find -L . -xtype $t"
  same "find -H link dirlink dangling -type $t"
done
same 'find . -type fd'
same 'find . -type f,'
same 'find . -type ,f'
same 'find . -type f,f'
same 'find . -type x'
same 'find . -type D'
same 'find . -type ""'

row 'N15 N16'
for s in 0 1 2 3 +0 +1 -1 -2 1c 600c -600c +600c 0w 300w 1k 2k -2k +1k 1b 2b 1M 3M +1M -1M 1G -1G +0G; do
  same "find . -size $s"
done
same 'find . -size x'
same 'find . -size ""'
same 'find . -size k'
same 'find . -size +'
same 'find . -size 1.5k'
same 'find . -size 1Q'
same 'find . -size 1kk'
same 'find . -size 99999999999999999999c'
same 'find . -empty'
same 'find . ! -empty'
same 'find . -empty -type d'
same 'find -L . -empty'

row 'N17'
for m in 644 755 600 4711 0 -100 -4000 /111 /222 -022 /6000 u=rw,go=r -u=rw -u+x /u+x,g+x a+r -a+r =r u+s -u+s \
  -g+s -o+t +t -1000 /7000 g=u u=rwX -u+X a=rX o=u-x /u=g 0644 00644 a= -a= u+rw,g-x; do
  same "find . -perm $m"
done
for m in +644 8 '""' u+q -u+q 77777 u7 a=7 ',' 'u+x,' ',u' x -0-1 +1; do
  same "find . -perm $m"
done
same 'find . -perm /000'

row 'N18 N19 N20'
same 'find . -readable'
same 'find . -writable'
same 'find . -executable'
same 'find . -user "$(id -un)"'
same 'find . -user "$(id -u)"'
same 'find . ! -user nobody'
same 'find . -user nobody'
same 'find . -group "$(id -gn)"'
same 'find . -uid "$(id -u)"'
same 'find . -uid +0'
same 'find . -uid -1'
same 'find . -gid -99999'
# A number that is a group's and nobody's, and one that is somebody's and no group's, where there are such.
if [ "$(id -u)" = 0 ]; then
  mkdir owners
  for kind in passwd group; do
    [ $kind = passwd ] && other=group || other=passwd
    id=$(getent $kind | cut -d: -f3 | grep -vxFf <(getent $other | cut -d: -f3) | head -n 1)
    if [ -n "$id" ]; then : >owners/$kind && chown "+$id:+$id" owners/$kind; fi
  done
  for test in -nouser -nogroup '-printf "%u %g\n"' '-gid -70000 -nogroup'; do same "find owners $test"; done
  rm -r owners
fi
same 'find . -nouser'
same 'find . -nogroup'
same 'find . -user no-such-user-here'
same 'find . -group no-such-group-here'
same 'find . -uid x'
same 'find . -links 2'
same 'find . -links +2'
same 'find . -links -2'
same 'find . -links x'
same 'find . -inum $(stat -c %i a/one)'
same 'find . -inum +1'
same 'find . -inum 0x10'
same 'find . -samefile a/one'
same 'find . -samefile link'
same 'find -L . -samefile link'
same 'find -H . -samefile link'
same 'find . -samefile nosuch'

row 'N21 N22 N23'
same_now() { # a file may come of age between the two runs
  for _ in 1 2 3; do
    case_run "$GNU" "$1"
    local want=$got
    cp "$WORK/out" "$WORK/want"
    case_run "$WORK/ours" "$1"
    if [ "$got" = "$want" ] && cmp -s "$WORK/out" "$WORK/want"; then pass && return; fi
  done
  same "$1"
}
for t in mtime atime ctime; do
  for n in 0 1 2 -1 -2 +0 +1 +2 +300 0.5 -1.5 +1.5 399 400 401; do
    same_now "find . -$t $n -type f"
  done
  same_now "find . -daystart -$t 0 -type f"
  same_now "find . -daystart -$t -1 -type f"
  same_now "find . -daystart -$t +1 -type f"
done
mkdir midnight # on both sides of the hours at which a day of -daystart could be thought to begin
for at in 00:00 00:00:00.000000001 00:30 23:30 23:59:59.999999999; do
  for day in yesterday today; do : >"midnight/$day $at" && touch -d "$day $at" "midnight/$day $at"; done
done
for n in 0 1 -1 -2 +0 +1 0.5; do
  same_now "find midnight -daystart -mtime $n"
  same_now "TZ=Asia/Kolkata find midnight -daystart -mtime $n -o -mtime $n -print"
  same_now "TZ=UTC-7 find midnight -daystart -mmin -600 -daystart -mtime $n"
done
for t in mmin amin cmin; do
  for n in 1 -1 +1 -60 +60 -91 +89 90 91 1.5; do
    same_now "find . -$t $n -type f"
  done
  same_now "find . -daystart -$t -60 -type f"
done
same 'find . -mtime x'
same 'find . -mtime ""'
same 'find . -mmin 1x'
same 'find . -newer a/one'
same 'find . -newer a/b/six'
same 'find . -anewer a/b/six'
same 'find . -cnewer a/b/six'
same 'find . -newer nosuch'
same 'find . -newer link'
same 'find -L a -newer link'
for xy in aa ac am ca cc cm ma mc mm; do
  same "find . -newer$xy a/y.h"
  same "find . ! -newer$xy a/b/six"
done
for d in 2020-01-01 '2020-01-01 00:00:00.5' '2020-01-01 00:00:01' '2021-06-15 12:00' 'Jun 15 2021' '15 jun 2021 13:00' \
  '1 day ago' '2 days ago' '30 hours ago' yesterday 'last week' now @1600000000 '@1600000000.25' '2021-06-15T12:00:00Z' \
  '2021-06-15 14:00 +0200' '3 weeks ago' '1 year ago' '20210615' '6/15/2021' ''; do
  same "find . -type f -newermt '$d'"
done
same 'find . -newermt nonsense'
same 'find . -newermt "2021-02-30"'
same 'find . -newerat "1 hour"'
same 'find . -used 0'
same 'find . -used 1'
same 'find . -used 2'
same 'find . -used +0'
same 'find . -used -3'
same 'find . -used x'
same 'find . -fstype nosuchtype'
same 'find . -fstype "$(stat -f -c %T . | sed "s/ext2.ext3/ext4/")" -name six'
same 'find /proc /dev/shm -maxdepth 0 -fstype proc'
same 'find /proc /dev/shm -maxdepth 0 -fstype tmpfs'
same 'find . -true'
same 'find . -false'

row 'N2' # links
for p in -P -L -H; do
  same "find $p ."
  same "find $p link dirlink dangling"
  same "find $p dirlink/"
  same "find $p dirlink/."
  same "find $p loop"
  same "find $p a/notdir"
  same "find $p . -type l"
  same "find $p . -depth"
  same "find $p deep"
done
same 'find -H -L . -name six'
same 'find -L -P . -name six'
same 'find . -follow'
same 'find -P . -follow -type l'
same 'find -O3 . -name six'
same 'find -O . -name six'
same 'find -Ox . -name six'
same 'find -D tree a/one 2>/dev/null'

row 'N4 N5 N6 N7 N8'
same 'find . -depth'
same 'find . -d'
same 'find . -depth -name a'
same 'find . -depth -prune'
same 'find a/b . -depth'
for n in 0 1 2 3 9; do
  same "find . -maxdepth $n"
  same "find . -mindepth $n"
  same "find . -depth -maxdepth $n"
  same "find . -depth -mindepth $n"
  same "find . -mindepth 1 -maxdepth $n"
done
same 'find . -maxdepth x'
same 'find . -maxdepth -1'
same 'find . -maxdepth'
same 'find . -xdev'
same 'find /dev -xdev -maxdepth 1 -type d'
same 'find . -noleaf -name six'
same 'find . -ignore_readdir_race -name six'
same 'find . -noignore_readdir_race -name six'
same 'find nosuch -ignore_readdir_race'
for race in -ignore_readdir_race -noignore_readdir_race "-ignore_readdir_race -noignore_readdir_race"; do
  same "mkdir -p v && : >v/f && find v $race -type f -exec rm {} \\; -delete; e=\$?; rm -r v; exit \$e"
done
same 'find . -warn -name six'
same 'find . -nowarn -name a/b'
row 'N10'
same 'printf "a\0deep\0" | find -files0-from - -maxdepth 1'
same 'printf "a\0\0deep\0" | find -files0-from - -maxdepth 0'
same 'printf "a\0deep" | find -files0-from - -maxdepth 1'
same 'printf "a\0\0nosuch\0deep\0" | find -files0-from - -maxdepth 1'
same 'find -files0-from nosuch'
same 'printf "a\0" >"$HOME/l"; find -files0-from "$HOME/l" -name six'
same 'find a -files0-from /dev/null'
same 'find -files0-from /dev/null'

row 'N25 N26 N27 N28'
same 'find . -print0'
same 'find . -print -print0'
same 'find . -name six -print -o -print0'
same 'find . -ls'
same 'find a/one link -ls'
same 'POSIXLY_CORRECT=1 find . -ls'
same 'find -L . -ls'
same 'find /dev -maxdepth 1 -type c -name "[tz]*" -ls'
same 'find . -fprint "$HOME/o"; cat "$HOME/o"'
same 'find . -name nosuch -fprint "$HOME/o"; cat "$HOME/o"'
same 'find . -fprint0 "$HOME/o"; cat "$HOME/o"'
same 'find . -fls "$HOME/o"; cat "$HOME/o"'
same 'find . -fprintf "$HOME/o" "%p|%s\n"; cat "$HOME/o"'
same 'find . -type d -fprint "$HOME/o" -o -fprint0 "$HOME/o"; cat "$HOME/o"'
same 'find . -type d -fprint "$HOME/o" -o -fprint0 "$HOME/./o"; cat "$HOME/o"'
same 'find . -fprint /dev/stdout -name six -print'
same 'find a/one -fprint /dev/stderr 2>&1'
same 'find . -fprint /nosuch/file'
same 'find . -fprint'
same 'find . -fprintf "$HOME/o"'

row 'N29 N30 N31'
same 'find . -name a -prune -o -print'
same 'find . -path ./a -prune -o -type f -print'
same 'find . -name a -prune'
same 'find . \( -name b -o -name deep \) -prune -o -name "*i*" -print'
same 'find . -type d ! -name . -prune'
same 'find . -prune -print'
same 'find . -prune -name nosuch'
same 'find . -quit'
same 'find . -print -quit'
same 'find . -name six -print -quit'
same 'find . -name six -quit -o -print'
same 'find . -quit , -print'
same 'find . -exec echo {} + -name a -quit'
same 'mkdir -p t/u/v && touch t/u/f && find t -delete; find t'
for dot in . ./ ././. t/.; do
  same "mkdir -p t/u/v && touch t/u/f && cd t && mkdir t && find $dot -delete; e=\$?; find . | sort; cd ..; rm -r t; exit \$e"
done
same 'mkdir -p t/u/v && touch t/u/f && find t -print -delete'
same 'mkdir -p t/u/v && touch t/u/f && find t -type f -delete; find t; rm -r t'
same 'mkdir -p t/u/v && touch t/u/f && find t -type d -delete; find t; rm -r t'
same 'mkdir -p t/u/v && touch t/u/f && find t -name u -delete; find t; rm -r t'
same 'mkdir -p t/u && touch t/u/f && find t -delete -name u -print'
same 'mkdir -p t/u && touch t/u/f && touch -d 2020-01-01 t/u/f t/u t && find t -mtime +9 -delete; find t'
same 'mkdir -p t/u && (cd t && find . -delete); find t; rmdir t'
same 'mkdir -p t && ln -s ../a t/l && find t -delete; find a -name six'
same 'find . -delete -prune'
same 'find nosuch -delete'

row 'N32 N33 N34'
same 'find . -exec echo {} \;'
same 'find . -name six -exec echo one {} two {}x x{} \;'
same 'find . -name six -exec echo \;'
same 'find . -exec echo {} +'
same 'find . -exec echo a b {} +'
same 'find . -type f -exec echo {} + -print'
same 'find . -exec true {} \; -print'
same 'find . -exec false {} \; -print'
same 'find . -exec false {} \; -o -name six -print'
same 'find . -exec false {} +'
same 'find . -exec true {} + -name six -print'
same 'find . -name six -exec nosuchcommand {} \;'
same 'find . -name six -exec nosuchcommand {} +'
same 'find . -name six -exec sh -c "kill -9 \$\$" \; -print'
same 'find . -name six -exec sh -c "exit 3" \; ; echo $?'
same 'find . -name six -exec sh -c "cat; echo read" \;'
same 'echo hi | find a/one -exec cat \;'
same 'find . -exec'
same 'find . -exec echo'
same 'find . -exec \;'
same 'find . -exec echo {}'
same 'find . -exec echo +'
same 'find . -exec echo {}x +'
same 'find . -exec echo {} {} +'
same 'find a/one -exec echo {} + + \;'
same 'find a/one -exec echo + {} \;'
same 'find . -execdir echo {} \;'
same 'find . -execdir echo {} +'
same 'find . -depth -execdir echo {} +'
same 'find a deep a/one -execdir echo {} +'
same 'find . -mindepth 2 -execdir echo {} +'
same 'find . -execdir sh -c "echo \"\${PWD##*/}\" \"\$0\"" {} \; | tail -n +2'
same 'find a/b/ a/.. a// / -maxdepth 0 -execdir echo {} \;'
same 'PATH=$PATH: find . -execdir echo {} \;'
same 'PATH=.:$PATH find . -execdir echo {} \;'
same 'PATH=$PATH:rel find . -execdir echo {} \;'
same 'find . -ok echo {} \;'
same 'printf "y\nn\nyes\n" | find a/b -ok echo {} \; 2>/dev/null'
same 'printf "y\ny\ny\ny\n" | find a/b -okdir echo {} \; 2>/dev/null'
for ok in -ok -okdir; do same "printf 'y\\nrest\\n' | find a/one $ok cat \\; 2>/dev/null"; done
same 'printf "y\n" | find a/one -ok cat \; 2>/dev/null'
same 'printf "y\n" | find a/one -ok echo {} \; 2>&1'
same 'find . -ok echo {} +'
same 'printf "echo no shebang \$1\n" >"$HOME/s"; chmod +x "$HOME/s"; find a/one -exec "$HOME/s" {} \;'

# bad lines (N53: always 1)
for line in '-nosuch' '. -nosuch' '. -name' '. -name a b' '. a -name b c' '. \(' '. \)' '. \( \)' '. -name a \)' \
  '. \( -name a' '. !' '. -name a -o' '. -o -name a' '. -a' '. -name a -a -o -name b' '. , -name a' '. -name a ,' \
  '. -not' '. \( -o \)' '. -type' '. -newerXX a' '. -newermm' '. --name x' '. -' '. -E x' '. -x' '. -tf' '-H -nosuch' \
  '. -printf' '. -size' '. -user' '. -print foo' 'a -print b' '. \( -name a \) b'; do
  same "find $line"
done

row 'N53' # exit status
same 'find . -name six; echo $?'
same 'find . -name nothing-here; echo $?'
same 'find nosuch . -maxdepth 0; echo $?'
# ---- what GNU find 4.11 does and 4.9, which may be the one here, does otherwise
row N14 # a link to itself is a dangling link
is 'find loop -xtype l' 0 'loop\n'
is 'find loop -xtype f' 0 ''
is 'find . -maxdepth 1 -xtype l -name loop' 0 './loop\n' # an ordinary user may not read all below
row N19 # numbers of 32 bits, and with a plus before them
is 'find a/one -group 4294967290' 0 ''
is 'find a/one -user 4294967295' 0 ''
is 'find a/one ! -user +4294967294' 0 'a/one\n'
is 'find a/one -user "+$(id -u)" -group "+$(id -g)"' 0 'a/one\n'
says 'find a/one -user 4294967296' 1 4294967296
says 'find a/one -user ++0' 1 '\+\+0'
says 'find a/one -user +' 1 "'\+'"
row N13 # Emacs has sets of characters and intervals by now
is 'find a/b -regex "a/b/s[[:alpha:]]*"' 0 'a/b/six\n'
is 'find deep -regex "deep\(/[0-9]\)\{2\}"' 0 'deep/1/2\n'
is 'find deep -regextype emacs -regex "deep\(/[0-9]\)\{2\}"' 0 'deep/1/2\n'
is 'find deep -regex "deep\(/[0-9]\)\{3,\}"' 0 'deep/1/2/3\ndeep/1/2/3/4\n'
says 'find deep -regex "d\{2" 2>&1 | head -n 1 >&2; exit 1' 1 "bad regular expression .d.\{2."
row N33 # a file's name is never the command's
says 'find . -execdir {} \;' 1 -execdir
says 'find . -execdir ./{} x \;' 1 -execdir
says 'find . -okdir {} \;' 1 -okdir
says 'find . -execdir {} +' 1 -execdir
row N32 # only a word that is {} stands before a + that ends
says 'find . -exec echo Z{} +' 1 -exec
is 'find a/one -exec echo Z{} + \;' 0 'Za/one +\n'
row ''

finish
