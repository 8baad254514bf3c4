#!/usr/bin/env bash
# How fd's language shows results, runs commands, and ends (spec efind 2.6 to 2.8). O6, O8 and O9 on a
# terminal: tests/term/efind.sh.
. "$(dirname "$0")/../../lib/case.sh"
. "$HERE/_tree.sh"
ln -s "$BUILD/efind" "$WORK/ours/fd"

usage() { # words: status 2, one message that names the program, no output
  yes_ "usage: $1" bash -c "efind $1 </dev/null >\"\$WORK/o\" 2>\"\$WORK/e\"; [ \$? = 2 ] && [ ! -s \"\$WORK/o\" ] && grep -q '^efind: ' \"\$WORK/e\""
}

row O1
is "efind -d1 . sub/" 0 'sub/deep/\nsub/k\nsub/old\nsub/x.tar.gz\n'
is "efind --path-separator '::' '^b\$'" 0 'a::b::\n'
row O2
is "efind kk" 0 'kK\n'
is "efind -0 kk | tr '\\0' 0" 0 './kK0'
is "efind --strip-cwd-prefix -0 kk | tr '\\0' 0" 0 'kK0'
is "efind --strip-cwd-prefix=never kk" 0 './kK\n'
is "efind --strip-cwd-prefix=auto kk" 0 'kK\n'
is "efind lead" 0 './-lead\n'
is "efind --strip-cwd-prefix -0 lead | tr '\\0' 0" 0 './-lead0'
is "efind kk -x echo" 0 './kK\n'
is "efind --strip-cwd-prefix kk -X echo" 0 'kK\n'
row O3
is "efind kk ." 0 './kK\n'
is "efind kk .//" 0 './/kK\n'
is "efind '^c\$' a/./b" 0 'a/./b/c/\n'
is "efind --strip-cwd-prefix=always kk ." 0 'kK\n'
row O4
is "efind -a kk . | sed \"s,^\$WORK,,\"" 0 '/tree/kK\n'
is "efind -a '^c\$' link | sed \"s,^\$WORK,,\"" 0 '/tree/a/b/c/\n'
is "efind -a --relative-path kk" 0 'kK\n'
usage "-l -a"
row O5
is "efind kk -0 -x printf %s | tr '\\0' 0" 0 './kK0'
is "efind -j1 kk -0 -x printf %s | tr '\\0' 0" 0 './kK0'
row O6
printf 'x' >"$(printf 'e\033[31mc\nn')"
is "efind -F '[31m'" 0 'e\033[31mc\nn\n'
is "efind bad" 0 'bad\xff.b\n'
row O7
is "efind --format '{}|{/}|{//}|{.}|{/.}|{{x}}' -e gz" 0 'sub/x.tar.gz|x.tar.gz|sub|sub/x.tar|x.tar|{x}\n'
is "efind --format '{/}|{//}' '^b\$'" 0 'b|a\n'
is "efind --format '{//}' kk" 0 '.\n'
is "efind --format '{}{{{}}}{' kk" 0 'kK{kK}{\n'
is "efind --format '{/.}' -H '^\\.txt\$'" 0 '.txt\n'
is "efind --format '{/}' bad" 0 'bad\xff.b\n'
row O8 # results that are there in time are sorted: component by component
mkdir b b-dir && touch b/y b-dir/z b.x
is "efind . b b-dir -d1" 0 'b/y\nb-dir/z\n'
is "efind '^(b.*|y|z)\$' -d2 -E a -E bad\* -E .hid" 0 'b/\nb/y\nb-dir/\nb-dir/z\nb.x\n'
is "efind --max-buffer-time=0 -j1 kk" 0 'kK\n'
rm -r b b-dir b.x
row O9
is "LS_COLORS='di=34:*.c=33:ln=36' efind --color=always -s '^(b.c|link|b)\$'" 0 \
  '\033[34ma/\033[0m\033[34mb\033[0m\033[34m/\033[0m\n\033[34ma/\033[0m\033[33mb.c\033[0m\n\033[36mlink\033[0m\n'
is "LS_COLORS='di=34:ex=32:or=31:pi=35' efind --color=always '^(exe|dang|fifo)\$'" 0 \
  '\033[34ma/\033[0m\033[32mexe\033[0m\n\033[31mdang\033[0m\n\033[35mfifo\033[0m\n'
is "efind -c never kk" 0 'kK\n'
is "efind --color=auto kk" 0 'kK\n'
is "NO_COLOR=1 LS_COLORS='fi=1' efind --color=always kk" 0 '\033[1mkK\033[0m\n'
holds "efind --color=always '^b\$'" 0 "$(printf '\033')"
usage "-c sometimes"
row O10
is "efind --hyperlink=always kk | sed 's,//[^/]*/.*/tree/,//H/,'" 0 '\033]8;;file://H/kK\033\\kK\033]8;;\033\\\n'
is "efind --hyperlink=always 'sp ace|é.t' | sed 's,//[^/]*/.*/tree/,//H/,'" 0 \
  '\033]8;;file://H/one.dir/%C3%A9.txt\033\\one.dir/é.txt\033]8;;\033\\\n\033]8;;file://H/sp%20ace\033\\sp ace/\033]8;;\033\\\n'
is "efind --hyperlink kk" 0 'kK\n'
is "efind --hyper=never kk" 0 'kK\n'
for o in '-x echo' '-X echo'; do is "efind --hyperlink=always kk $o" 0 './kK\n'; done
holds "efind --hyperlink=always -l kk" 0 ' ./kK$'
row O11
is "efind -l '^k\$' | sed 's/ .* / /'" 0 '-rw-r--r-- ./sub/k\n'
is "efind -l zzz" 0 ''
for o in -0 '--format x' '-x echo' '-X echo'; do usage "-l $o"; done
row O12
is "efind --path-separator '::' -e gz" 0 'sub::x.tar.gz\n'
is "efind --path-separator : -e gz -x echo {//}" 0 '.:sub\n'
is "efind --path-separator '' kk ." 0 './kK\n'

row X1
is "efind gz -x echo" 0 './sub/x.tar.gz\n'
is "efind -x echo {.}! ';' gz" 0 'sub/x.tar!\n'
is "efind gz -x echo -H --nosuch" 0 '-H --nosuch ./sub/x.tar.gz\n'
usage "-x"
usage "-X"
usage "-x ';'"
row X2
is "efind foo -x echo {/} in {//} | LC_ALL=C sort" 0 'FOO in ./a\nfoo.txt in ./a/b/c\n'
is "efind -F exe --exact -x echo 2>/dev/null" 2 ''
printf '#!/bin/sh\necho ran\n' >a/exe
is "efind --exact exe -x {}" 0 'ran\n'
: >a/exe
is "efind gz -x echo a{/}b{/.}c" 0 'ax.tar.gzbx.tarc\n'
usage "-X {}"
row X3
is "efind -j4 -g '*.{c,txt}' -x sh -c 'echo \$0; sleep 0.02; echo \$0' | uniq -c | sed 's/^ *//' | sort" 0 \
  '2 ./a/B.C\n2 ./a/b.c\n2 ./a/b/c/foo.txt\n2 ./one.dir/é.txt\n'
is "efind -j1 kk -x cat < \"\$WORK/tree/kK\"" 0 ''
is "echo in | efind -j1 kk -x sh -c 'cat; echo'" 0 'in\n\n'
is "echo in | efind -j2 kk -x sh -c 'cat; echo'" 0 '\n'
row X4
is "efind gz -x echo 1 ';' -x echo 2 {}" 0 '1 ./sub/x.tar.gz\n2 ./sub/x.tar.gz\n'
is "efind gz -x sh -c 'exit 3' ';' -x echo no" 1 ''
is "efind -j4 foo -x echo {/} ';' -x echo {/} | uniq -c | sed 's/^ *//' | LC_ALL=C sort" 0 '2 FOO\n2 foo.txt\n'
row X5
is "efind foo -X echo" 0 './a/FOO ./a/b/c/foo.txt\n'
is "efind foo -X echo x{/}y z" 0 'xFOOy xfoo.txty z\n'
is "efind -e c -e txt --batch-size 2 -X sh -c 'echo \$#' x" 0 '2\n2\n'
is "efind -e c -e txt --batch-size 0 -X sh -c 'echo \$#' x" 0 '4\n'
is "efind zzz -X echo no" 0 ''
is "efind gz -X echo 1 ';' -X echo 2" 0 '1 ./sub/x.tar.gz\n2 ./sub/x.tar.gz\n'
usage "-X echo {} {/}"
usage "-x echo ';' -X echo"
usage "--batch-size 3"
mkdir many && (cd many && seq 9000 | sed 's/^/a-name-that-is-fairly-long-so-that-few-of-them-fit-/' | xargs touch)
is "efind -uX sh -c 'echo \$#' x ';' . many | awk '{n += \$1} END {print n, (NR >= 1)}'" 0 '9000 1\n'
is "(ulimit -s 256; efind -uX sh -c 'echo \$#' x ';' . many | awk '{n += \$1} END {print n, (NR > 1)}')" 0 '9000 1\n'
rm -r many
row X6
is "efind kk -x false" 1 ''
says "efind kk -x nosuchcommand" 1 'nosuchcommand: No such file'
says "efind kk -X nosuchcommand" 1 'nosuchcommand: No such file'
is "efind -j1 foo -x sh -c 'case \$0 in *FOO) exit 1;; esac; echo \$0'" 1 './a/b/c/foo.txt\n'
row X7
is "efind lead -x echo {} {/} {.}" 0 './-lead -lead ./-lead\n'
is "efind -F 'sp ace' -x printf '<%s>'" 0 '<./sp ace>'
yes_ "no descriptor of ours" test "$(efind kk -x sh -c 'ls /proc/self/fd | wc -l')" = "$(sh -c 'ls /proc/self/fd | wc -l')"
is "efind -j1 kk -x sh -c 'grep -c \"SigBlk:.0*\$\" /proc/self/status'" 0 '1\n'

row E1
is "efind zzz" 0 ''
row E2
for line in "'foo('" "--changed-within x" "-g '[a'" "-C nosuch" ". nosuch" ". a/FOO" "-q zzz" "-x false" "-x nosuchcommand" ". ''"; do
  yes_ "fails: $line" bash -c "efind $line </dev/null >\"\$WORK/o\" 2>\"\$WORK/e\"; [ \$? = 1 ]"
done
row E3
for line in --nosuch --hid "-tf -e" "-j 0" "-j x" "--search-path a . a" "-c x" "--max-buffer-time x" "-H --no-hidden=x"; do usage "$line"; done
row E4
is "efind . nosuch sub/deep/er 2>/dev/null" 0 ''
says "efind . nosuch emptyd" 0 'nosuch: No such file or directory'
says "efind . a/FOO emptyd" 0 'a/FOO: Not a directory'
row E5
drop= # root reads everything, unless it may not
[ "$(id -u)" = 0 ] && drop='setpriv --bounding-set=-dac_override,-dac_read_search'
mkdir locked && chmod 0 locked
is "$drop efind lock" 0 'locked/\n'
says "$drop efind --show-errors lock" 0 'locked: Permission denied'
rmdir locked
row E6
yes_ "interrupt" bash -c 'efind -j1 kk -x sh -c "kill -INT \$PPID; sleep 0.2" >/dev/null 2>&1; [ $? = 130 ]'
row E7
yes_ "broken pipe" bash -c 'set -o pipefail; efind -u . /usr/share 2>"$WORK/e" | head -n 1 >/dev/null; [ "${PIPESTATUS[0]}" = 1 ] && [ ! -s "$WORK/e" ]'
row E8
yes_ "full disk" bash -c 'efind >/dev/full 2>"$WORK/e"; [ $? = 1 ] && grep -q "No space left" "$WORK/e"'
row E9
says "mkdir -p gone && cd gone && rmdir ../gone && \"\$BUILD/efind\"" 1 'working directory'
row E10
says "efind -C nosuch" 1 '^efind: nosuch: No such file'
says "fd -C nosuch" 1 '^\[fd error\]: nosuch: No such file'
holds "fd --version" 0 '^fd [0-9]'
holds "efind --version" 0 '^efind [0-9]'
is "fd kk" 0 'kK\n'
finish
