#!/usr/bin/env bash
# The options of GNU ls one by one (spec els 2.1, G1 to G60): what each must print, which GNU's ls is asked to confirm.
# shellcheck source=tests/lib/case.sh disable=SC2016
. "$(dirname "$0")/../../lib/case.sh"
. "$HERE/_fixtures.sh" || exit 1
me=$(id -un) us=$(id -gn) uid=$(id -u) gid=$(id -g)
mkdir -p t/dir/sub e
printf '%100s' '' >t/a.txt
printf '%3000s' '' >t/b.sh
: >t/c~
: >t/.dot
: >t/dir/in
chmod 755 t/b.sh
ln -s a.txt t/link && ln -s dir t/dlink && ln -s nowhere t/broken && mkfifo t/fifo
touch -h -d '2020-02-29 12:00' t/.dot t/a.txt t/b.sh t/c~ t/link t/dlink t/broken t/fifo t/dir/in t/dir
touch -d '2021-06-05 04:03:02.123456789' t/b.sh
touch -a -d '2019-01-01' t/a.txt
all='a.txt\nb.sh\nbroken\nc~\ndir\ndlink\nfifo\nlink\n'
both 'ls t' 0 "$all"

row G1
both 'ls -a t' 0 ".\n..\n.dot\n$all"
both 'ls --all t' 0 ".\n..\n.dot\n$all"
both "ls -a --hide='*' e" 0 '.\n..\n'
row G2
both 'ls -A t' 0 ".dot\n$all"
both 'ls -aA e; ls -Aa e' 0 '.\n..\n'
both 'ls --almost-all t' 0 ".dot\n$all"
row G3
both 'ls -l --author --time-style=+T t/a.txt' 0 "-rw-r--r-- 1 $me $us $me 100 T t/a.txt\n"
both 'ls --author t/a.txt' 0 't/a.txt\n'
row G4
touch e/$'\t \\'
both 'ls -b e' 0 '\\t\\ \\\\\n'
both 'ls --escape e' 0 '\\t\\ \\\\\n'
rm e/$'\t \\'
row G5
both 'ls -l --block-size=1K --time-style=+T t/b.sh' 0 "-rwxr-xr-x 1 $me $us 3 T t/b.sh\n"
both 'ls -l --block-size=K --time-style=+T t/b.sh' 0 "-rwxr-xr-x 1 $me $us 3K T t/b.sh\n"
both 'ls -l --block-size=1000 --time-style=+T t/b.sh' 0 "-rwxr-xr-x 1 $me $us 3 T t/b.sh\n"
both 'ls -l --block-size=human-readable --time-style=+T t/b.sh' 0 "-rwxr-xr-x 1 $me $us 3.0K T t/b.sh\n"
both 'ls -l --block-size=si --time-style=+T t/b.sh' 0 "-rwxr-xr-x 1 $me $us 3.0k T t/b.sh\n"
both 'ls -l --block-size=0 t' 2 ''
both 'ls -l --block-size=1Q1 t' 2 ''
says 'ls --block-size=0 t' 2 "invalid --block-size argument '0'"
row G6
touch t/.back~
both 'ls -B t' 0 'a.txt\nb.sh\nbroken\ndir\ndlink\nfifo\nlink\n'
both 'ls -AB t' 0 '.dot\na.txt\nb.sh\nbroken\ndir\ndlink\nfifo\nlink\n'
both 'ls --ignore-backups -d t/c~' 0 't/c~\n'
rm t/.back~
row G7 # the time of the last status change cannot be set: files are changed one after the other
mkdir c && touch c/{old,mid,new} && for f in old mid new; do touch -d '2020-01-01' c/$f && sleep 0.02; done
both 'ls -c c' 0 'new\nmid\nold\n'
both 'ls -lc --time-style=+T c | cut -d" " -f7' 0 '\nmid\nnew\nold\n'
both 'ls -ltc --time-style=+T c | cut -d" " -f7' 0 '\nnew\nmid\nold\n'
both "ls -lc --time-style=+%s c/old | cut -d' ' -f6 | cmp - <(stat -c %Z c/old)" 0 ''
row G8
mkdir grid && touch grid/{a,b,c,d,e}
both 'ls -C -w8 grid' 0 'a  c  e\nb  d\n'
row G9
both 'TERM=xterm ls --color=never t/a.txt t/dir' 0 't/a.txt\n\nt/dir:\nin\nsub\n'
for w in '' =always =yes =force =alw; do
  both "TERM=xterm ls --color$w -d t/dir" 0 '\033[0m\033[01;34mt/dir\033[0m\n'
done
for w in never no none auto tty if-tty; do both "TERM=xterm ls --color=$w -d t/dir" 0 't/dir\n'; done
is 'TERM=xterm ls --colour=always -d t/dir' 0 '\033[0m\033[01;34mt/dir\033[0m\n'
both 'ls --color=a t' 1 ''
row G10
both 'ls -d' 0 '.\n'
both 'ls -d t t/dir' 0 't\nt/dir\n'
both 'ls --directory -R t' 0 't\n'
row G11
both_new 'ls -D --time-style=+T t/a.txt' 0 "  -rw-r--r-- 1 $me $us 100 T t/a.txt\n//DIRED// $((${#me} + ${#us} + 23)) $((${#me} + ${#us} + 30))\n//DIRED-OPTIONS// --quoting-style=literal\n"
both 'ls -D -C e' 0 ''
both_new 'ls -D --zero t' 2 ''
both_new 'ls -D --hyperlink e' 0 'total 0\n' # links and places of names exclude each other: the last counts
both_new 'ls --hyperlink -D e' 0 '  total 0\n//DIRED-OPTIONS// --quoting-style=literal\n'
both_new 'ls -DR e | tail -n 2' 0 '//SUBDIRED// 2 3\n//DIRED-OPTIONS// --quoting-style=literal\n'
row G12
both 'ls -f t | sort' 0 "$(printf '%b' ".\n..\n.dot\n$all" | sort)\n"
both 'ls -f --color=always -l --time-style=+T t >/dev/null' 0 ''
is 'cmp <(ls -f t) <(ls -aU t)' 0 ''
row G13
both 'ls -F t' 0 'a.txt\nb.sh*\nbroken@\nc~\ndir/\ndlink@\nfifo|\nlink@\n'
both 'ls --classify t/b.sh' 0 't/b.sh*\n'
both 'ls --classify=never t/b.sh; ls --classify=auto t/b.sh' 0 't/b.sh\nt/b.sh\n'
row G14
both 'ls --file-type t' 0 'a.txt\nb.sh\nbroken@\nc~\ndir/\ndlink@\nfifo|\nlink@\n'
row G15
for w in across horizontal; do both "ls --format=$w -w8 grid" 0 'a  b  c\nd  e\n'; done
both 'ls --format=commas grid' 0 'a, b, c, d, e\n'
both 'ls --format=vertical -w8 grid' 0 'a  c  e\nb  d\n'
both 'ls --format=single-column grid' 0 'a\nb\nc\nd\ne\n'
for w in long verbose; do both "ls --format=$w --time-style=+T t/a.txt" 0 "-rw-r--r-- 1 $me $us 100 T t/a.txt\n"; done
row G16
both 'ls --full-time t/b.sh' 0 "-rwxr-xr-x 1 $me $us 3000 2021-06-05 04:03:02.123456789 +0000 t/b.sh\n"
row G17
both 'ls -g --time-style=+T t/a.txt' 0 "-rw-r--r-- 1 $us 100 T t/a.txt\n"
row G18
both 'ls --group-directories-first t' 0 'dir\ndlink\na.txt\nb.sh\nbroken\nc~\nfifo\nlink\n'
both 'ls --group-directories-first -r t' 0 'dlink\ndir\nlink\nfifo\nc~\nbroken\nb.sh\na.txt\n'
row G19
both 'ls -lG --time-style=+T t/a.txt; ls -l --no-group --time-style=+T t/a.txt' 0 "-rw-r--r-- 1 $me 100 T t/a.txt\n-rw-r--r-- 1 $me 100 T t/a.txt\n"
row G20
truncate -s 1025 e/x && truncate -s 10241 e/y && touch -d '2020-02-29 12:00' e/x e/y
both 'ls -lh --time-style=+T e/x e/y t/a.txt' 0 "-rw-r--r-- 1 $me $us 1.1K T e/x\n-rw-r--r-- 1 $me $us  11K T e/y\n-rw-r--r-- 1 $me $us  100 T t/a.txt\n"
row G21
both 'ls -l --si --time-style=+T e/x e/y' 0 "-rw-r--r-- 1 $me $us 1.1k T e/x\n-rw-r--r-- 1 $me $us  11k T e/y\n"
rm e/x e/y
row G22
both 'ls -lH --time-style=+T t/link' 0 "-rw-r--r-- 1 $me $us 100 T t/link\n"
both 'ls -H t/dlink' 0 'in\nsub\n'
both 'ls -FH t' 0 'a.txt\nb.sh*\nbroken@\nc~\ndir/\ndlink@\nfifo|\nlink@\n'
row G23
both 'ls t/dlink' 0 'in\nsub\n'
both 'ls -F t/dlink' 0 't/dlink@\n'
both 'ls -F --dereference-command-line-symlink-to-dir t/dlink t/link' 0 't/link@\n\nt/dlink:\nin\nsub/\n'
row G24
both "ls --hide='*r*' t" 0 'a.txt\nb.sh\nc~\ndlink\nfifo\nlink\n'
both "ls --hide='*r*' --hide='?l*' t" 0 'a.txt\nb.sh\nc~\nfifo\nlink\n'
both "ls -A --hide='*r*' t" 0 ".dot\n$all"
row G25
here=$(pwd -P)
is 'ls --hyperlink t/a.txt' 0 "\033]8;;file://$(hostname)$here/t/a.txt\033\\\\t/a.txt\033]8;;\033\\\\\n"
is 'touch "e/ä b%" && ls --hyperlink=always e' 0 "\033]8;;file://$(hostname)$here/e/%c3%a4%20b%25\033\\\\ä b%\033]8;;\033\\\\\n"
both 'ls --hyperlink=never e; ls --hyperlink=auto e' 0 'ä b%\nä b%\n'
rm e/*
row G26
both 'ls --indicator-style=none t' 0 "$all"
both 'ls -p t; ls --indicator-style=slash t/dir' 0 'a.txt\nb.sh\nbroken\nc~\ndir/\ndlink\nfifo\nlink\nin\nsub/\n'
both 'ls --indicator-style=file-type t/dir t/b.sh' 0 't/b.sh\n\nt/dir:\nin\nsub/\n'
both 'ls --indicator-style=classify t/b.sh' 0 't/b.sh*\n'
row G27
both 'ls -i t/a.txt' 0 "$(stat -c %i t/a.txt) t/a.txt\n"
both 'ls --inode -m t/a.txt t/b.sh' 0 "$(stat -c %i t/a.txt) t/a.txt, $(stat -c %i t/b.sh) t/b.sh\n"
row G28
both "ls -I '*r*' -I '?l*' -A t" 0 '.dot\na.txt\nb.sh\nc~\nfifo\nlink\n'
both "ls -A --ignore='.d*' t" 0 "$all"
both "ls -A -I '*' t" 0 '.dot\n'
row G29
both "ls -ks t/b.sh" 0 "$(($(stat -c %b t/b.sh) / 2)) t/b.sh\n"
both "BLOCK_SIZE=1 ls --kibibytes -s t/b.sh" 0 "$(($(stat -c %b t/b.sh) / 2)) t/b.sh\n"
both "ls -ks --block-size=1 t/b.sh" 0 "$(($(stat -c %b t/b.sh) * 512)) t/b.sh\n"
both 'ls -lk --time-style=+T t/b.sh' 0 "-rwxr-xr-x 1 $me $us 3000 T t/b.sh\n"
row G30
both 'ls -l t/a.txt' 0 "-rw-r--r-- 1 $me $us 100 Feb 29  2020 t/a.txt\n"
is 'ls --long t/a.txt' 0 "-rw-r--r-- 1 $me $us 100 Feb 29  2020 t/a.txt\n"
row G31
both 'ls -L t/link t/dlink' 0 't/link\n\nt/dlink:\nin\nsub\n'
both 'ls -lL --time-style=+T t/link' 0 "-rw-r--r-- 1 $me $us 100 T t/link\n"
both 'ls --dereference -F t' 1 'a.txt\nb.sh*\nbroken@\nc~\ndir/\ndlink/\nfifo|\nlink\n'
row G32
both 'ls -m -w7 grid' 0 'a, b,\nc, d,\ne\n'
both 'ls -m -w9 grid' 0 'a, b, c,\nd, e\n'
both 'ls -m e' 0 ''
row G33
both 'ls -n --time-style=+T t/a.txt' 0 "-rw-r--r-- 1 $uid $gid 100 T t/a.txt\n"
row G34
touch e/$'a\tb c'
both 'ls -N e; ls -Q --literal e' 0 'a\tb c\na\tb c\n'
row G35
both 'ls -o --time-style=+T t/a.txt' 0 "-rw-r--r-- 1 $me 100 T t/a.txt\n"
row G36
both 'ls -p t/b.sh t/dir' 0 't/b.sh\n\nt/dir:\nin\nsub/\n'
row G37
both 'ls -q e; ls --hide-control-chars e' 0 'a?b c\na?b c\n'
row G38
both 'ls -q --show-control-chars e' 0 'a\tb c\n'
row G39
both 'ls -Q e; ls --quote-name e' 0 '"a\\tb c"\n"a\\tb c"\n'
row G40
touch e/"it's" e/plain
both 'ls --quoting-style=literal e' 0 "a\tb c\nit's\nplain\n"
both 'ls --quoting-style=shell e' 0 "'a\tb c'\n\"it's\"\nplain\n"
both 'ls --quoting-style=shell-always e' 0 "'a\tb c'\n\"it's\"\n'plain'\n"
both 'ls --quoting-style=shell-escape e' 0 "'a'\$'\\\\t''b c'\n\"it's\"\nplain\n"
both 'ls --quoting-style=shell-escape-always e' 0 "'a'\$'\\\\t''b c'\n\"it's\"\n'plain'\n"
both 'ls --quoting-style=c e' 0 '"a\\tb c"\n"it'"'"'s"\n"plain"\n'
both 'ls --quoting-style=c-maybe e' 0 '"a\\tb c"\nit'"'"'s\nplain\n'
both 'ls --quoting-style=escape e' 0 "a\\\\tb\\\\ c\nit's\nplain\n"
both 'ls --quoting-style=locale e' 0 "‘a\\\\tb c’\n‘it's’\n‘plain’\n"
both 'LC_ALL=C ls --quoting-style=locale e' 0 "'a\\\\tb c'\n'it\\\\'s'\n'plain'\n"
both 'LC_ALL=C ls --quoting-style=clocale e' 0 "\"a\\\\tb c\"\n\"it's\"\n\"plain\"\n"
rm e/*
row G41
both 'ls -r t; ls --reverse grid' 0 'link\nfifo\ndlink\ndir\nc~\nbroken\nb.sh\na.txt\ne\nd\nc\nb\na\n'
row G42
both 'ls -R t/dir; ls --recursive t/dir' 0 't/dir:\nin\nsub\n\nt/dir/sub:\nt/dir:\nin\nsub\n\nt/dir/sub:\n'
is 'ls --recurse t/dir' 0 't/dir:\nin\nsub\n\nt/dir/sub:\n'
row G43
both "ls -s t/b.sh; ls --size t/b.sh" 0 "$(($(stat -c %b t/b.sh) / 2)) t/b.sh\n$(($(stat -c %b t/b.sh) / 2)) t/b.sh\n"
both "ls -s --block-size=1 grid | head -n 1" 0 'total 0\n'
row G44
mkdir s && truncate -s 5 s/five && truncate -s 50 s/b50 s/a50 && : >s/none
both 'ls -S s' 0 'a50\nb50\nfive\nnone\n'
both 'ls -Sr s' 0 'none\nfive\nb50\na50\n'
row G45
touch -d '2020-01-01' s/five && touch -d '2020-01-03' s/none && touch -d '2020-01-02' s/a50 s/b50
both 'ls --sort=size s' 0 'a50\nb50\nfive\nnone\n'
both 'ls --sort=time s' 0 'none\na50\nb50\nfive\n'
both 'ls --sort=version s' 0 'a50\nb50\nfive\nnone\n'
both 'ls --sort=width s' 0 'a50\nb50\nfive\nnone\n'
both 'ls --sort=extension t' 0 'broken\nc~\ndir\ndlink\nfifo\nlink\nb.sh\na.txt\n'
both 'ls --sort=none s | sort' 0 'a50\nb50\nfive\nnone\n'
both_new 'ls -S --sort=name s' 0 'a50\nb50\nfive\nnone\n'
row G46
touch -a -d '2018-05-05' s/none && touch -a -d '2018-05-06' s/five && touch -a -d '2018-05-07' s/a50 s/b50
for w in atime access use; do both "ls -t --time=$w s" 0 'a50\nb50\nfive\nnone\n'; done
for w in mtime modification; do both_new "ls -t --time=$w s" 0 'none\na50\nb50\nfive\n'; done
for w in ctime status; do both "ls -l --time=$w --time-style=+%s s/none | cut -d' ' -f6 | cmp - <(stat -c %Z s/none)" 0 ''; done
for w in birth creation; do same "ls -l --time=$w --full-time s"; done
for w in modified:m mod:m accessed:a acc:a changed:c ch:c created:b cr:b; do
  g=${w#*:} && g=${g/m/mtime} g=${g/#a/atime} g=${g/#c/ctime} g=${g/#b/birth}
  is "cmp <(ls -l --full-time --time=${w%:*} s) <(ls -l --full-time --time=${g/mmtime/mtime} s)" 0 ''
done
row G47
both 'ls -l --time-style=full-iso t/b.sh | cut -d" " -f6-' 0 '2021-06-05 04:03:02.123456789 +0000 t/b.sh\n'
both 'ls -l --time-style=long-iso t/b.sh | cut -d" " -f6-' 0 '2021-06-05 04:03 t/b.sh\n'
both 'ls -l --time-style=iso t/b.sh | cut -d" " -f6-' 0 '2021-06-05  t/b.sh\n'
both 'ls -l --time-style=locale t/b.sh | cut -d" " -f6-' 0 'Jun  5  2021 t/b.sh\n'
both "ls -l --time-style='+%d %s' t/b.sh | cut -d' ' -f6-" 0 '05 1622865782 t/b.sh\n'
both "ls -l --time-style=\$'+old\nnew' t/b.sh | cut -d' ' -f6-" 0 'old t/b.sh\n'
both 'LC_ALL=C ls -l --time-style=posix-long-iso t/b.sh | cut -d" " -f6-' 0 'Jun  5  2021 t/b.sh\n'
is 'cmp <(ls -l --time-style=default t) <(ls -l t)' 0 ''
holds 'ls -l --time-style=relative t/b.sh' 0 ' [0-9]+ years ago t/b.sh$'
row G48
both 'ls -t s' 0 'none\na50\nb50\nfive\n'
both 'ls -tr s' 0 'five\nb50\na50\nnone\n'
row G49
mkdir tabs && touch tabs/{aaaaaa,bbbbbb}
both 'ls -C -w40 tabs' 0 'aaaaaa\tbbbbbb\n'
both 'ls -C -T4 -w40 tabs' 0 'aaaaaa\tbbbbbb\n'
both 'ls -C -T 5 -w40 tabs; ls -C --tabsize=0 -w40 tabs' 0 'aaaaaa  bbbbbb\naaaaaa  bbbbbb\n'
both 'TABSIZE=5 ls -C -w40 tabs' 0 'aaaaaa  bbbbbb\n'
both 'TERM=xterm LS_COLORS=rs=0 ls -C -w40 --color=always tabs' 0 'aaaaaa  bbbbbb\n'
row G50
both 'ls -u s' 0 'a50\nb50\nfive\nnone\n'
both 'ls -lu --time-style=+%F s | sed "s/.* 20/20/;1d"' 0 '2018-05-07 a50\n2018-05-07 b50\n2018-05-06 five\n2018-05-05 none\n'
both 'ls -ltu --time-style=+T s | sed "s/.* //;1d"' 0 'a50\nb50\nfive\nnone\n'
row G51
same 'ls -U t'
same 'ls -1U t s'
same 'ls -1Us t'
row G52
mkdir v && touch v/{a10,a9,a09,a1.txt,a1.9,a1.10,B}
both 'ls -v v' 0 'B\na1.txt\na1.9\na1.10\na09\na9\na10\n'
row G53
both 'ls -C -w0 grid; ls -C -w 1 grid; ls -C -w0x8 grid; ls -C --width=010 grid' 0 'a  b  c  d  e\na\nb\nc\nd\ne\na  c  e\nb  d\na  c  e\nb  d\n'
both 'ls -C -w99999999999999999999 grid' 0 'a  b  c  d  e\n'
both 'ls -wx grid' 2 ''
row G54
both 'ls -x -w8 grid' 0 'a  b  c\nd  e\n'
is 'ls --across -w8 grid' 0 'a  b  c\nd  e\n'
row G55
both 'ls -X t' 0 'broken\nc~\ndir\ndlink\nfifo\nlink\nb.sh\na.txt\n'
row G56
both 'ls -Z t/a.txt; ls --context t/a.txt' 0 '? t/a.txt\n? t/a.txt\n'
both 'ls -lZ --time-style=+T t/a.txt' 0 "-rw-r--r-- 1 $me $us ? 100 T t/a.txt\n"
row G57
both 'ls --zero grid | tr "\0" ,' 0 'a,b,c,d,e,'
both 'ls --zero -l --time-style=+T t/a.txt | tr "\0" ,' 0 "-rw-r--r-- 1 $me $us 100 T t/a.txt,"
both 'ls -l --zero --time-style=+T t/a.txt | tr "\0" ,' 0 "-rw-r--r-- 1 $me $us 100 T t/a.txt,"
touch e/$'n\nl' && both 'ls --zero -Q e | tr "\0" ,' 0 '"n\\nl",' && both 'ls -Q --zero e | tr "\0" ,' 0 'n\nl,'
rm e/*
row G58
both 'ls -C1 grid' 0 'a\nb\nc\nd\ne\n'
both 'ls -l1 --time-style=+T t/a.txt' 0 "-rw-r--r-- 1 $me $us 100 T t/a.txt\n"
is 'ls -C --oneline grid' 0 'a\nb\nc\nd\ne\n'
row G59
holds 'ls --help' 0 '^ *-l +one line a name'
yes_ 'the short help fits a screen' test "$(els --help | wc -l)" -le 24
holds 'ls --help=all' 0 'group-directories-first'
row G60
holds 'ls --version' 0 '^els \(ember\) [0-9]'
finish
