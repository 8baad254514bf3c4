#!/usr/bin/env bash
# What els owes GNU ls beside single options: the general rules, formats and columns, environment and errors, and the
# version followed (spec els 1, 5, 6, 7). Expectations are written out where they are short; GNU's ls confirms them.
# shellcheck source=tests/lib/case.sh disable=SC2016
. "$(dirname "$0")/../../lib/case.sh"
. "$HERE/_fixtures.sh" || exit 1
me=$(id -un) us=$(id -gn)
fixture_nested
mkdir t e && printf '%100s' '' >t/a && printf '%3000s' '' >t/b && mkdir t/dir && : >t/dir/in && chmod 755 t/b
ln -s a t/link && ln -s dir t/dlink && ln -s nowhere t/broken && mkfifo t/fifo
touch -h -d '2020-02-29 12:00' t/* t/dir/in t
names='a\nb\nbroken\ndir\ndlink\nfifo\nlink\n'
# On a terminal of that many columns: everything that the command writes, as od shows it.
on_tty() { script -qec "stty cols $1 rows 24 -opost; $2" /dev/null </dev/null | od -An -c; }
export -f on_tty

row R1 # the suites gnu, color, pairs, locale and hyperlink are this row at length
for l in C C.UTF-8; do both "LC_ALL=$l ls t" 0 "$names"; done
both 'ls t | cat' 0 "$names"
row R2 # and the suite of the terminal
mkdir grid && touch grid/{one,two,three,'fo ur'}
for w in 1 20 200; do
  same "on_tty $w 'ls --color=never grid; ls -l --time-style=+ --color=never grid' | sed s/icons//"
done
is "cmp <(on_tty 20 'ls --gnu grid') <(PATH=$GNU:\$PATH on_tty 20 'ls grid')" 0 ''
row R3
mkdir -p "$HOME/.config/ember" && printf '%s\n' -r --blocks=name >"$HOME/.config/ember/els.conf"
both 'ls t' 0 "$names"
is 'ls --config="$HOME/.config/ember/els.conf" t/a t/b' 0 't/b\nt/a\n'
holds "script -qec 'ls --color=never t/a t/b' /dev/null" 0 '^t/b'
rm -r "$HOME/.config"
row R4
is 'ls --no -l --time-style=+T t/a' 0 "-rw-r--r-- 1 $me 100 T t/a\n"
is 'ls --l t/a; ls --rec -1 t/dir; ls --group t; ls --con t/a; ls --cl t/b' 0 't/a\nt/dir:\nin\ndir\ndlink\na\nb\nbroken\nfifo\nlink\n? t/a\nt/b*\n'
is "ls --numeric --time-style=+T t/a" 0 "-rw-r--r-- 1 $(id -u) $(id -g) 100 T t/a\n"
both 'ls --qu t' 2 ''
holds 'ls --qu t 2>&1' 2 ambiguous
is 'ls --tree --dept=0 t' 0 't\n'
row R5
both 'ls --color always' 2 ''
both 'ls --classify never t/a' 2 't/a\n'
is 'ls --tree --depth=0 t; ls --tree --depth 0 t' 0 't\nt\n'
both 'ls --width 5 -C t/a; ls --width=5 -C t/a' 0 't/a\nt/a\n'
row R6
both 'ls t/dir -a' 0 '.\n..\nin\n'
both 'POSIXLY_CORRECT=1 ls t/dir -a' 2 't/dir:\nin\n'
both 'cd t && ls -- -a' 2 ''
both 'ls -la1iA --time-style=+T e' 0 'total 0\n'
both 'ls -Q -N t/a' 0 't/a\n'
row R7
printf %s "$names" >"$WORK/plain"
holds "LS_COLORS=di=33 TERM=xterm script -qec 'ls -d t/dir' /dev/null" 0 $'\033\\[33mt/dir'
holds "script -qec 'ls \"fo ur\"; cd grid; ls' /dev/null" 0 "'fo ur' +one +three +two"
is "TERM=xterm script -qec 'cd t; ls -l' /dev/null | head -n 1 | tr -d '\r'" 0 "total $(stat -c %b t/* | awk '{ n += $1 } END { print n / 2 }')\n"
row R8
both 'TERM=xterm ls -l --color=always --time-style=+T t/b' 0 "-rwxr-xr-x 1 $me $us 3000 T \033[0m\033[01;32mt/b\033[0m\n"
holds 'TERM=xterm ls -l --color=always --meta-color=always t/b' 0 $'^\033\\[.*33m3000|^\033\\[.*m3000'
row R9 # suite own counts the calls of a listing without stat
if [ -z "${SANITIZE:-}" ] && command -v strace >/dev/null; then
  yes_ 'names alone: no stat of them, no thread, no library' test "$(traced all els nested | grep -cE 'clone|git2|onig|terminfo|lstat|"(a|d|top)"')" = 0
fi
row R10
if [ -z "${SANITIZE:-}" ] && command -v strace >/dev/null; then
  mkdir many && (cd many && seq -f 'some-longer-name-%g' 4000 | xargs touch)
  yes_ 'few writes' test "$(strace -e trace=write els -l many 2>&1 >/dev/null | grep -c '^write')" -le 7
  rm -r many
fi
row R11
is 'env -i "$BUILD/els" t' 0 "$names"
same 'env -i "$(command -v ls)" -ln --time-style=+ t'
same 'env -i TERM=xterm "$(command -v ls)" --color=always t'

row F1
both 'ls -l -C e; ls -C -l e' 0 'total 0\n'
both 'ls -l -1 e; ls -1 -l e' 0 'total 0\ntotal 0\n'
for o in -g -n -o --full-time; do both "ls $o -1 e" 0 'total 0\n'; done
both 'ls -m --zero grid | tr "\0" ,' 0 'fo ur,one,three,two,'
row F2
both 'ls -C grid' 0 'fo ur  one  three  two\n'
both 'COLUMNS=14 ls -C grid' 0 'fo ur  three\none    two\n'
both 'COLUMNS=14 ls -C -w80 grid' 0 'fo ur  one  three  two\n'
both 'COLUMNS=0 ls -C grid; COLUMNS=x ls -C grid; TABSIZE=x ls -C grid' 0 "$(for _ in 1 2 3; do printf '%s' 'fo ur  one  three  two\n'; done)"
says 'COLUMNS=x ls -C grid' 0 "invalid width in environment variable COLUMNS: 'x'"
says 'TABSIZE=x ls -C grid' 0 "invalid tab size in environment variable TABSIZE: 'x'"
row F3
mkdir cells && touch cells/{a,b,c,d,e,f,g}
both 'ls -C -w3 cells' 0 'a\nb\nc\nd\ne\nf\ng\n'
both 'ls -C -T0 -w9 cells' 0 'a  d  g\nb  e\nc  f\n'
both 'ls -x -T0 -w9 cells' 0 'a  b  c\nd  e  f\ng\n'
row F4
both 'ls -lisZ --author --time-style=+T t/link' 0 "$(stat -c %i t/link) 0 lrwxrwxrwx 1 $me $us $me ? 1 T t/link -> a\n"
both 'ls -ln --time-style=+T /dev/null' 0 'crw-rw-rw- 1 0 0 1, 3 T /dev/null\n'
both 'ls -lF --time-style=+T t/dlink' 0 "lrwxrwxrwx 1 $me $us 3 T t/dlink -> dir/\n"
mkdir w && touch w/a && printf '%1234s' '' >w/b
both 'ls -lgG --time-style=+T w' 0 "total $(($(stat -c %b w/b) / 2))\n-rw-r--r-- 1    0 T a\n-rw-r--r-- 1 1234 T b\n"
row F5
mkdir acl && touch acl/{plain,listed}
# user::rw- user:1:r-- group::r-- mask::r-- other::r--
if set_attr acl/listed system.posix_acl_access 0200000001000600ffffffff020004000100000004000400ffffffff10000400ffffffff20000400ffffffff; then
  both 'ls -lgG --time-style=+T acl' 0 'total 0\n-rw-r--r--+ 1 0 T listed\n-rw-r--r--  1 0 T plain\n'
  # a list for what will be made in a folder marks the folder
  mkdir acl.d && set_attr acl.d system.posix_acl_default 0200000001000700ffffffff020007000100000004000500ffffffff10000700ffffffff20000500ffffffff
  both 'ls -ld acl.d | cut -c 1-12' 0 'drwxr-xr-x+ \n'
fi
is 'ls -lgG --time-style=+T acl/plain' 0 '-rw-r--r-- 1 0 T acl/plain\n'
row F6
both 'ls -s e; ls -l e; ls -Rl e' 0 'total 0\ntotal 0\ne:\ntotal 0\n'
both "ls -s --block-size=512 w" 0 "total $(stat -c %b w/b)\n0 a\n$(stat -c %b w/b) b\n"
row F7
both 'ls t/dir e' 0 'e:\n\nt/dir:\nin\n'
both 'ls -R t/dir' 0 't/dir:\nin\n'
mkdir 'co:lon' && both 'ls -b co:lon e' 0 'co\\:lon:\n\ne:\n' && both 'ls --quoting-style=shell co:lon e' 0 "'co:lon':\n\ne:\n"
row F8
both 'ls e t/b t/dir t/a' 0 't/a\nt/b\n\ne:\n\nt/dir:\nin\n'
both 'ls -U t/b t/dir t/a e' 0 't/b\nt/a\n\nt/dir:\nin\n\ne:\n'
both 'ls -F t/dlink; ls -d t/dlink; ls t/dlink' 0 't/dlink@\nt/dlink\nin\n'
row F9
both 'ls --quoting-style=shell-escape -C -w0 grid' 0 "'fo ur'  one  three  two\n"
both 'ls --quoting-style=shell-escape -C -w80 -T0 grid' 0 "'fo ur'   one   three   two\n"
both 'ls --quoting-style=shell-escape grid' 0 "'fo ur'\none\nthree\ntwo\n"
both 'ls --quoting-style=shell-escape -m grid' 0 "'fo ur', one, three, two\n"
both 'ls --quoting-style=c-maybe -lgG --time-style=+T w' 0 "total $(($(stat -c %b w/b) / 2))\n-rw-r--r-- 1    0 T a\n-rw-r--r-- 1 1234 T b\n"
touch 'w/c"d' && both 'ls --quoting-style=c-maybe -lgG --time-style=+T w | tail -n 2' 0 '-rw-r--r-- 1 1234 T  b\n-rw-r--r-- 1    0 T "c\\"d"\n'
row F10
touch -d "@$(($(date +%s) - 15778476 + 7200))" w/newer && touch -d "@$(($(date +%s) - 15778476 - 7200))" w/older && touch -d "@$(($(date +%s) + 86400))" w/ahead
both "ls -l --time-style=\$'+old\nrecent' w/newer w/older w/ahead | cut -d' ' -f6" 0 'old\nrecent\nold\n'
both "ls -lt --time-style=+%F t/a | cut -d' ' -f6" 0 '2020-02-29\n'
row F11 # translated listings: suite locale, where the system has the translations
same 'LC_ALL=C LANGUAGE=de ls -l t'
row F12
mkdir order && touch order/{b,A,a,B,_,.x,ä}
both 'ls -A order' 0 '.x\nA\nB\n_\na\nb\nä\n'
touch -d 2020-01-01 order/*
both 'ls -t order' 0 'A\nB\n_\na\nb\nä\n'
both 'ls -tr order' 0 'ä\nb\na\n_\nB\nA\n'
both 'ls -X order; ls --sort=width order; ls -S order' 0 "$(for _ in 1 2 3; do printf %s 'A\nB\n_\na\nb\nä\n'; done)"
row F13
if chown 12345:7 w/a 2>/dev/null; then
  both 'ls -l --time-style=+T w/a' 0 "-rw-r--r-- 1 12345 $(getent group 7 | cut -d: -f1) 0 T w/a\n"
  chown 123456:"$(id -g)" w/b
  both "ls -lG --time-style=+T w/a w/b" 0 '-rw-r--r-- 1  12345    0 T w/a\n-rw-r--r-- 1 123456 1234 T w/b\n'
fi
both "ls -nG --time-style=+T t/a" 0 "-rw-r--r-- 1 $(id -u) 100 T t/a\n"
row F14
perl -MIO::Socket::UNIX -e 'IO::Socket::UNIX->new(Local => "w/sock", Listen => 1)'
both 'ls -dF t/dir t/link t/fifo w/sock t/b t/a /dev/null' 0 '/dev/null\nt/a\nt/b*\nt/dir/\nt/fifo|\nt/link@\nw/sock=\n'
row F15
if [ -z "${SANITIZE:-}" ] && command -v strace >/dev/null; then
  mkdir many && (cd many && seq -f 'n%g' 100 | xargs touch)
  calls() { strace -f -e trace="$1" els "${@:2}" many 2>&1 >/dev/null | grep -c '^[a-z].*"[^"]*n[0-9]'; }
  yes_ 'names: no stat' test "$(calls %stat,%lstat,statx)" = 0
  yes_ 'types of the directory are enough for --file-type' test "$(calls %stat,%lstat,statx --file-type)" = 0
  yes_ 'colour: one statx each' test "$(TERM=xterm calls %stat,%lstat,statx --color=always)" = 100
  yes_ '-l: one statx each' test "$(calls %stat,%lstat,statx -l)" = 100
  yes_ '-l: one llistxattr each at most' test "$(calls llistxattr,lgetxattr,getxattr,listxattr -l)" -le 100
  rm -r many
fi

row V1
blocks=$(stat -c %b t/b)
for v in LS_BLOCK_SIZE BLOCK_SIZE; do
  both "$v=1 ls -s t/b" 0 "$((blocks * 512)) t/b\n"
  both "$v=K ls -lgG --time-style=+T t/b" 0 '-rwxr-xr-x 1 3K T t/b\n'
done
both 'BLOCKSIZE=1 ls -s t/b' 0 "$((blocks * 512)) t/b\n"
both 'BLOCKSIZE=K ls -lgG --time-style=+T t/b' 0 '-rwxr-xr-x 1 3000 T t/b\n'
both 'POSIXLY_CORRECT=1 ls -s t/b' 0 "$blocks t/b\n"
both 'LS_BLOCK_SIZE=bad BLOCK_SIZE=1 ls -s t/b' 0 "$((blocks / 2)) t/b\n"
row V2
both 'TIME_STYLE=long-iso ls -l t/a | cut -d" " -f6-' 0 '2020-02-29 12:00 t/a\n'
both 'LC_ALL=C TIME_STYLE=posix-full-iso ls -l t/a | cut -d" " -f6-' 0 'Feb 29  2020 t/a\n'
both 'TIME_STYLE=bad ls -l t/a' 2 ''
both 'TIME_STYLE=bad ls t/a' 0 't/a\n'
row V3
both 'QUOTING_STYLE=c ls t/a; QUOTING_STYLE=c ls -N t/a' 0 '"t/a"\nt/a\n'
both 'QUOTING_STYLE=bad ls t/a' 0 't/a\n'
says 'QUOTING_STYLE=bad ls t/a' 0 "QUOTING_STYLE: 'bad'"
row V4
both 'TZ=UTC-5 ls -l --full-time t/a | cut -d" " -f6-' 0 '2020-02-29 17:00:00.000000000 +0500 t/a\n'
both 'LC_ALL= LC_CTYPE=C ls -q order' 0 'A\nB\n_\na\nb\n??\n'
both 'LC_ALL= LC_CTYPE= LANG=C.UTF-8 ls -q order/ä' 0 'order/ä\n'
row V5
blue='\033[0m\033[01;34mt/dir\033[0m\n'
for s in TERM=xterm TERM=linux TERM=screen-256color 'TERM=nonsense COLORTERM=1' 'LS_COLORS= TERM=rxvt-unicode'; do both "$s ls -d --color=always t/dir" 0 "$blue"; done
for s in TERM=nonsense TERM=dumb TERM= 'TERM=dumb COLORTERM='; do both "$s ls -d --color=always t/dir" 0 't/dir\n'; done
row V6 # at length: suite color
both 'LS_COLORS="*.c=1:*.C=2" ls --color=always nested/top' 0 'nested/top\n'
both 'LS_COLORS="*op=1:*top=32" ls --color=always nested/top' 0 '\033[0m\033[32mnested/top\033[0m\n'
both 'LS_COLORS="ln=target:di=7" ls -d --color=always t/dlink' 0 '\033[0m\033[7mt/dlink\033[0m\n'
both 'LS_COLORS="di=3\x36^[\e\_\061" ls -d --color=always t/dir' 0 '\033[0m\033[36\033\033 1mt/dir\033[0m\n'
both 'LS_COLORS="zz=1" ls -d --color=always t/dir' 0 't/dir\n'
yes_ 'an unknown key: two messages' test "$(LS_COLORS=zz=1 els --color=always t 2>&1 >/dev/null | wc -l)" = 2
says 'LS_COLORS=di ls -d --color=always t/dir >/dev/null' 0 'LS_COLORS'
row V7
both 'LS_COLORS="di=1:lc=<:rc=>" ls -d --color=always t/dir' 0 '<0><1>t/dir<0>\n<>'
both 'LS_COLORS="di=1:ec=E:lc=<:rc=>" ls -d --color=always t/dir t' 0 'E<1>tE\n<1>t/dirE\n<>'
both 'LS_COLORS="di=1:cl=!" ls -w5 -d --color=always t/dir' 0 '\033[0m\033[1mt/dir\033[0m\n'
both 'LS_COLORS="di=1:cl=!" ls -w4 -d --color=always t/dir' 0 '\033[0m\033[1mt/dir\033[0m!\n'
row V9
both 'NO_COLOR=1 TERM=xterm ls -d --color=always t/dir' 0 "$blue"
is "TERM=xterm NO_COLOR=1 script -qec 'ls -d t/dir' /dev/null" 0 't/dir\r\n'
is "TERM=xterm NO_COLOR= LS_COLORS=di=7 script -qec 'ls -d t/dir' /dev/null" 0 '\033[0m\033[7mt/dir\033[0m\r\n'
row V12
both 'ls t/a; ls nothere' 2 't/a\n'
both 'ls t/a; ls t/a nothere' 2 't/a\nt/a\n'
both 'ls -L t' 0 "$names"
both 'ls -lL t >/dev/null' 1 ''
for o in --color --sort --format --time --classify --hyperlink --indicator-style --quoting-style; do both "ls $o=bad t" 1 ''; done
for o in --bad --qu --time-style=bad\ -l -wx -Tx --block-size=x; do both "ls $o t" 2 ''; done
both_new 'ls --dired --zero t' 2 ''
(mkdir loop && cd loop && ln -s . in)
both 'ls -RL loop' 2 'loop:\nin\n'
row V13
if [ -w /dev/full ]; then
  both 'ls t >/dev/full' 2 ''
  says 'ls t >/dev/full' 2 'write error: No space left on device'
fi
both 'ls t >&-' 2 ''
both 'ls -R /usr/share | head -n 1; echo "${PIPESTATUS[0]}"' 0 '/usr/share:\n141\n'
row V14
touch $'w/\e[31m\nx'
says "ls 'no such'" 2 "^ls: cannot access 'no such': No such file or directory$"
says "ls \$'w/\\e[31m\\nx/y'" 2 "^ls: cannot access 'w/'\\\$'\\\\033''\\[31m'\\\$'\\\\n''x/y': Not a directory$"
holds 'ls --sort=bad t 2>&1' 1 "^ls: invalid argument 'bad' for '--sort'"

# Messages stand where GNU's do when both go to one file.
mkdir -p places/a places/b && ln -s nowhere places/a/bad && touch places/a/{x,z} places/b/y
both 'ls -LR places nosuch 2>&1 | cat; ls -lL places/b places/a >one 2>&1; grep -n bad one | cut -d: -f1' 0 \
  "ls: cannot access 'nosuch': No such file or directory\nplaces:\na\nb\n\nplaces/a:\nls: cannot access 'places/a/bad': No such file or directory\nbad\nx\nz\n\nplaces/b:\ny\n2\n4\n"

row D1
mkdir d && touch d/{aaaa,bbbb}
both_new 'ls -C -w10 d' 0 'aaaa\nbbbb\n'
both_new 'ls -C -w11 d' 0 'aaaa  bbbb\n'
both_new 'COLUMNS=10 ls -x d' 0 'aaaa\nbbbb\n'
row D2
touch 'd/c,d' && both_new 'ls -m d; ls -m -b d; ls -m --quoting-style=shell d' 0 'aaaa, bbbb, c,d\naaaa, bbbb, c,d\naaaa, bbbb, c,d\n'
row D3
touch $'d/e\nf' && both_new 'ls d' 0 'aaaa\nbbbb\nc,d\ne\nf\n'
row D4
both 'ls -lgGL t 2>/dev/null | grep broken' 0 'l????????? ?    ?            ? broken\n'
row D5
both_new 'ls --hyperlink d/aaaa | tail -c 8' 0 '\033]8;;\033\\\n'
finish
