#!/usr/bin/env bash
# find's language row by row of the specification: what the other files leave out, above all each directive of
# -printf with its flags, the rules that hold for all of it (N50 to N58, Q3 to Q11) and bad input (B5 to B24).
# shellcheck source=tests/lib/case.sh disable=SC2016
. "$(dirname "$0")/../../lib/case.sh"

mkdir -p d/sub/deep 'd/sp ace' d/empty e/f
printf '%700s' x >d/file
printf '%3000s' x >d/sub/three
: >d/none
: >"d/new
line"
: >$'d/esc\e[31m'
: >$'d/bad\xff\xc3'
: >'d/é'
: >'d/日本'
: >'d/tab	"q"\b'
truncate -s 5M d/sparse
ln -s file d/link
ln -s sub d/dirlink
ln -s nowhere d/dangling
ln -s self d/self
ln -s file/x d/notdir
ln d/file d/sub/hard
mkfifo d/fifo
chmod 4751 d/file
chmod 1777 d/sub
chmod 2070 d/empty
chmod 0 d/none
touch -h -d '2020-02-29 23:59:58.123456789' d/file d/link
touch -d '1969-12-31 23:59:59.5' d/sub/three
touch -d '1950-06-01' d/sub/deep
touch -d '2400-01-01 00:00:00.000000001' d/fifo
touch -a -d '2011-11-11 11:11:11.1' d/file
touch -d '90 days ago' d/sparse

"$GNU/find" -L d -ls -printf '%Y %l' >/dev/null 2>&1 # times of access change at the first reading
CASE_SECS=600 # many lines at a time, on a machine that may be busy
# Lines of find, all in one go, and one by one where they differ: bytes, status, whether something was said.
lines() {
  cat >"$WORK/lines"
  local n out=$WORK/lines_out
  n=$(wc -l <"$WORK/lines")
  while IFS= read -r line; do
    printf '%s 2>%s\nr=$?; [ -s %s ]; printf "\\n= %%s %%s\\n" "$r" "$?"\n' "$line" "$WORK/e" "$WORK/e"
  done <"$WORK/lines" >"$WORK/script"
  case_run "$GNU" ". $WORK/script"
  cp "$WORK/out" "$out"
  case_run "$WORK/ours" ". $WORK/script"
  if cmp -s "$WORK/out" "$out"; then passed=$((passed + n)) && return; fi
  local was=$failed
  cp "$WORK/out" "$WORK/lines_ours"
  while IFS= read -r line; do same "$line"; done <"$WORK/lines"
  [ "$failed" != "$was" ] || fail 'differs only in one go' "$(diff -a "$out" "$WORK/lines_ours" | head -n 8 | cat -v)"
}

row N26
lines < <(for c in a b c d D f F g G h H i k l m M n p P s S t u U y Y %; do
  echo "find d -printf '[%$c]\\n'"
  echo "find -L d -printf '[%$c]\\n'"
  echo "find d -printf '[%20$c][%-20$c][%.3$c][%-12.2$c][%020$c][%+$c][%#$c][% $c]\\n'"
  echo "find d/file d/sub/ ./d/none -maxdepth 0 -printf '[%5$c|%-5$c|%1$c]\\n'"
done | grep -v '%[-+# 0-9.]*%')
lines < <(for x in A C T; do
  for k in H I k l M p Z S s X T r R a A b B c d D F g G h j m U w W x y Y V u n t C e '@' '+' G; do
    echo "find d -type f -printf '%p %$x$k\\n'"
    echo "find d/file d/fifo d/sub/three d/sub/deep -maxdepth 0 -printf '%30$x$k|%-30$x$k|%.5$x$k|\\n'"
  done
  echo "TZ=America/New_York find d -printf '%$x+ %$x@ %${x}Z %${x}c %${x}H\\n'"
  echo "TZ=XYZ-5:30 find d -printf '%$x+ %${x}Z %${x}T\\n'"
  echo "find d -printf '%$x'"
  echo "find d -maxdepth 0 -printf '%${x}N %${x}q %$x%%\\n'"
done | grep -v '%B')
lines <<'EOS'
find d -printf '\a\b\f\n\r\t\v\0\\|\101\060\7\08\1234\n'
find d -printf 'a\cb' -printf 'c'
find d -printf '\q\z\n'
find d -printf 'ends\'
find d -printf '%'
find d -printf '%5'
find d -printf '%q %J %o %w %z %K\n'
find d -printf '%{ %[ %( \n'
find d -printf ''
find d -printf '%%%%p%%\n'
find d -printf '%-p|%0p|%+p|% p|%#p\n'
find d -printf '%1000p\n'
find d -printf '%.0p|%.0f|%.0h|\n'
find d -printf '%.p\n'
find d -printf '%5%|%-%|%#%|%.%|%-05.3%|%%\n'
find d -printf '%0-5m|\n'
find d -printf '%-05m|%-0m|%0m|%00m|%010m|%+0d|% 05d|%0+5d|\n'
find d -printf '%--20p|%-020s|%+s|% s|%+d|%#m|%#20m|%05m\n'
find d -printf '%5.3s|%-8.5s|%08s|%+08d\n'
find d -printf '%hp%ff\n'
find . ./ .// d d/sub/ d/sub// e/f/ /dev/null -maxdepth 0 -printf '[%p][%f][%h][%H][%P]\n'
cd d && find . sub/.. ../d -maxdepth 1 -printf '[%p][%f][%h][%H][%P]\n'
find d/ d// e/// ./ .// ./d/ e/f/ -maxdepth 0 -printf '[%p][%f][%h][%H][%P]\n'
find / -maxdepth 0 -printf '[%p][%f][%h][%H][%P]\n'
find // -maxdepth 0 -printf '[%p][%f][%h][%H][%P]\n'
find d/link d/dangling d/self d/dirlink -printf '%y %Y %l %s %f\n'
find -H d/link d/dangling d/dirlink -maxdepth 0 -printf '%y %Y %l %s %f\n'
find -L d -printf '%y %Y %l|%p\n'
find d -printf '%Y %p\n'
find d -fprintf /dev/stdout '%P\n'
find d -name file -printf '%p' -printf '%f' -print0 -print
find d -printf "%p\n%s\n"
find d -depth -printf '%d %p %y\n'
find d -newermt 2001-01-01 -printf '%TY-%Tm-%Td %TH:%TM:%TS %p\n'
find d -printf '%AY%Cy%Tj %t|%a\n' -quit
find d -printf '%b %k %S\n'
find d -samefile d/file -printf '%n %i\n'
find d -printf
find d -printf '%p' '%f'
EOS

row N27
lines <<'EOS'
find d -ls
find -L d -ls
find d -ls -ls
find d -type f -ls
find / -maxdepth 0 -ls
find /dev/null /dev/zero -ls
POSIXLY_CORRECT=1 find d -ls
TZ=Asia/Tokyo find d -ls
find d -fls /dev/stdout
find d/self d/dangling -ls
EOS

row N3
lines <<'EOS'
find -O0 d -name file
find -O1 -O3 d -name file
find -O99 d
find -O d
find -Ox d
find -D nosuch d -name file
find -D
find d -O2
EOS

row 'N51 N52 N53'
lines <<'EOS'
find d e
find d/ e//
find ./d/. ../tree/e
find d -name file e
find -name file d
find d -name *.c extra
find d , e
find d -print d
find d ! 
find -- d
find -- -name file
find -P -- d -name file
find nosuch d
find d nosuch -quit
find '' d
find d ''
find - d
find -
find d -nosuch
find d --name file
find d -name
find d -maxdepth -1
find d -maxdepth 1.5
find d -maxdepth ''
find d -mindepth 3
find d -mindepth 2 -maxdepth 1
find d -maxdepth 1 -maxdepth 2
find d -name file -maxdepth 1
find d -d
find d -print -depth
find d -name file -name '*e' -o -name 'l*' -a -type l -print
find d -follow -type l
find d -xdev -noleaf -nowarn -type f
find d -daystart -mtime +80
find d -mtime +80 -daystart -mtime -200
find d -mtime 1x
find d -mmin -1000.5
find d -mtime +1.5
find d -mtime +8e1
find d -mtime -.9E+2
find d -mmin +1e3
find d -mtime +0x50
find d -mtime +-3
find d -mtime ' 4'
find d -mtime '4 '
find d -mtime +inf
find d -mtime -inf
find d -mtime +1e400
find d -mtime 1e-400
find d -mtime 1e
find d -used -1e3
find d -size +1.5k
find d -newerXY d/file
find d -newermq d/file
find d -newerat d/file
find d -newer nosuch
find d -perm
find d -regextype nosuch
find d -exec
find d -exec ;
find d -exec echo
find d -exec echo {} {} +
find d -files0-from
EOS

row 'N17' # '=' takes no set-ID bit of a directory that it does not name
lines < <(for mode in u+s,u= g+rs,ugo+= ug+s,u=s,g=r +s,u=g +s,=0 +s,a= +s,= u+s,u=s ug+st+s,ug=st,a=g-rwx; do
  for sign in '' - /; do echo "find d e -perm $sign$mode"; done
done)

row 'N15 N20' # numbers as strtoumax(3) reads them
lines < <(for n in ' 1' '+ 1' '++1' '-+1' '+-1' '--1' '1 ' "$(printf '\t2')" '' ' ' '- '; do
  for test in -links -size -inum -uid; do echo "find d $test '$n'"; done
  echo "find d -size '${n}k'"
done)

row 'N1 N5' # constants and options, wherever they stand
lines < <(for e in -true '! -true' '-true -true' '-maxdepth 1' '-mindepth 1 -maxdepth 2' '-true -o -print' '! \( -true -o -name a \) -o -print' \
  '-maxdepth 0 , -print' '\( -true , -false \) -o -print' '-name file -o -true' '-name file , -true' '! \( -true -name file \)' \
  '! \( ! -true -o ! -type d \)' '-true -print -o -false' '-depth -maxdepth 1 -printf "%p %d\n"' '-false , ! -true , -true' \
  '-daystart -name file -noleaf' '! -false -print , -true -prune'; do echo "find d e $e"; echo "find -L d -mindepth 1 $e"; done)

row 'N31 N32' # what one test has asked for, others know when the file is gone
lines <<'EOS'
touch x; find x -newermt 2000-01-01 -delete , -links 1 -printf '%s %n %U %m\n'
touch x; find x -size 0 -delete -ok echo {} \; , -links 1 -print </dev/null
touch x; find x -perm 7777 , -delete -printf '%U\n'
touch x; find x -delete -links 1 -print
rm -f x
EOS

row 'N54 B9'
mkdir -p loop/a/b
ln -s .. loop/a/b/up
ln -s ../a loop/a/again
lines <<'EOS'
find -L loop
find -L loop -depth
find -L loop/a/b/up -maxdepth 2
find -H loop/a/b/up
find -L loop -type l
find -L loop -xtype l
find -L d/self
find -L d -name self
find -L d/dangling d/notdir
find -L d -type f
EOS

row N57
lines < <(for p in '[[:alpha:]]*' '[!a-f]*' '[^[:lower:]]*' '*[[:space:]]*' '*[[:punct:]]' 'e?' 'é' '??' '日*' '*本' '[é日]*' '[à-ü]' \
  '*\\b' '*"*' 'bad*' 'bad??' '*[' '[]' '[!]' '[a' '[a-' '[]-a]*' '[--z]*' 'new*line' 'new?line' '*[^a]' '\f\i\l\e' 'file\' '**' '?*?' \
  '[[:nosuch:]]*' '[[.e.]]*' '[[=e=]]*' '[a-f' '*sp[ ]ace' 'ſ*' '[[:upper:]]' 'F*' 'É'; do
  q=${p//\'/\'\\\'\'}
  echo "find d -name '$q'"
  echo "find d -iname '$q'"
  echo "find d -path '*/$q'"
  echo "LC_ALL=C find d -name '$q'"
  echo "find d -lname '$q'"
done)

row N56
lines < <(for t in findutils-default emacs grep egrep posix-basic posix-extended sed awk gnu-awk posix-awk ed posix-egrep posix-minimal-basic; do
  for r in 'd/f\(ile\|ifo\)' 'd/f(ile|ifo)' 'd/.*e{2}p' 'd/.*e\{2\}p' 'd/[a-f]+' 'd/[a-f]\+' 'd/l?ink' '^d/file$' 'd/\(f\).*\1*' '.*/[^/]*' \
    'd/.\{4\}' 'd/\<file\>' 'd/\w*' 'd/\(a*\)*file' '*d' 'd/fil*e*' 'd/new.line' 'd/é' 'd/.' 'd/..' 'D/FILE' '[[:lower:]/]*' '(' 'a**' '\(\)d' 'd\|e'; do
    echo "LC_ALL=C.UTF-8 find d e -regextype $t -regex '$r'"
    echo "find d e -regextype $t -iregex '$r'"
  done
done | if [ "$("$GNU/find" d/file -regex 'd/[[:lower:]]*')" ]; then cat; else grep -vE 'type (findutils-default|emacs).*(\[:|\{)'; fi)

row B6
lines <<'EOS'
find d -name '*\377*'
find d -name 'bad*' -print0
find d -name 'bad??'
LC_ALL=C find d -name 'bad??'
find d -regex 'd/bad.*'
LC_ALL=C find d -regex 'd/bad..'
find d -name 'bad*' -printf '%f|%p|%10f|%-8f|\n'
find d -name 'bad*' -ls
EOS

row B16 # repeats within repeats: the time stays what GNU find takes
mkdir many
: >"many/$(printf 'a%.0s' $(seq 200))"
lines <<'EOS'
find many -regextype posix-extended -regex '(.*a)*(a|aa)*x'
find many -regextype posix-extended -regex '.*/((a|aa)+)+'
find many -regextype emacs -regex '\(a*\)*\(.*\)*b'
find many -name '*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b'
find many -path '*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b'
EOS

row 'B5 B21 B22'
lines <<'EOS'
find 'd/new
line' d/*esc* d/bad*
find d -name 'new*' -o -name 'esc*'
find ./-x
find d -path './-*'
find "d/nosuch$(printf '\033[31m\nx')"
EOS
says "find \$'d/no\\e[31m\\nsuch'" 1 '^find: [^[:cntrl:]]*No such file'

row B19
lines <<'EOS'
find d/file -exec nosuch-program {} \;
find d/file -exec nosuch-program {} +
find d/file -exec d/none {} \; -o -print
find d/file -exec d {} \;
find d/file -exec sh -c 'kill -9 $$' \; -print
find d/file -exec sh -c 'exit 3' \; -o -print
find d/file -exec sh -c 'exit 3' {} + -print
find d/file -exec sh -c 'kill -9 $$' {} +
find d/file -execdir nosuch-program {} \;
find d/file -execdir sh -c 'pwd' {} \;
find d/file d/sub -execdir echo {} +
find d -maxdepth 1 -name 'f*' -exec echo a{}b{} \;
find d -maxdepth 1 -name 'f*' -exec echo {} \; -exec echo second {} \;
PATH=.:$PATH find d -maxdepth 0 -execdir echo {} \;
PATH=$PATH: find d -maxdepth 0 -execdir echo {} \;
PATH=x/y:$PATH find d -maxdepth 0 -execdir echo {} \;
EOS

row 'B13 B14'
is 'find e -name f >&-; echo $?' 0 '1\n'
is 'exec 2>&-; find e -name f; echo $?' 0 'e/f\n0\n'
is 'exec <&-; find e -name f; echo $?' 0 'e/f\n0\n'
is 'exec <&- >&-; find e -fprint o.out; [ "$(wc -l <o.out)" = 2 ]' 0 ''
is '(find / 2>/dev/null; echo $? >"$HOME/st") | head -n 1; [ "$(cat "$HOME/st")" != 0 ]' 0 '/\n'
rm -f o.out

row B18
# A sanitizer maps the whole address space.
[ -n "${SANITIZE:-}" ] || yes_ 'little memory ends in a message' bash -c 'ulimit -v 20000; '"$WORK/ours/find"' d >/dev/null 2>&1 || [ $? -le 1 ] || [ $? = 127 ]'

row B24
lines <<'EOS'
find d -newermt 1969-01-01 ! -newermt 1970-01-01 -printf '%p %T@ %T+\n'
find d -mtime +20000
find d -mtime -0
find d -mtime -99999999999
find d -mmin +9223372036854775807
find d -mtime -99999999999999999999999
find d -mtime 99999999999999999999999
find d -newermt '2399-12-31'
find d -newermt '1901-01-01' ! -newermt '1969-01-01'
find d -size -9223372036854775807c
find d -size 9223372036854775808c
find d -inum 18446744073709551615
find d -inum 18446744073709551616
find d -links 99999999999999999999
EOS

row B23 # entries that appear while a directory is read are met at most once, and the walk ends
mkdir grow
touch grow/{1,2,3}
yes_ 'a directory that grows' timeout 10 bash -c '[ -z "$(find grow -type f -exec sh -c "touch grow/new\$\$" \; -print | sort | uniq -d)" ]'

row 'Q3 Q8'
if [ "$(id -u)" != 0 ]; then
  mkdir -p shut/{1,2,3}
  chmod 0 shut/2
  lines <<'EOS'
find shut d shut
find shut -name 2 -prune -o -print
find shut -depth
EOS
  chmod 755 shut/2
fi
finish
