#!/usr/bin/env bash
# rows.sh: the rows of the specification of ecat, each under its id: personalities, styles, languages, inputs.
source "$(dirname "$0")/../../lib/case.sh"
unset EMBER_OPTS EMBER_STYLE EMBER_THEME EMBER_TABS EMBER_PAGING EMBER_CONFIG MAN_PN GIT_PAGER_IN_USE FZF_PREVIEW_COLUMNS BAT_WIDTH \
  BAT_TABS BAT_PAGING BAT_CONFIG_PATH BAT_CONFIG_DIR LESSCLOSE
export TERM=xterm
ln -s "$BUILD/ecat" "$WORK/ours/bat"
ln -s "$BUILD/ecat" "$WORK/ours/batcat"
D='ecat --decorations=always --color=never --terminal-width=30'
C='ecat --color=always -p --theme=ansi'
e=$'\e'

printf 'one\ntwo\nthree\n' >a
printf 'x' >open
: >empty
printf 'a\tb\n\tc\n' >tabs
printf '\n\n\nx\n\n\n\n' >blank
printf 'dos\r\nend\r\n' >dos
printf 'int x; /* y */\n' >x.c
printf '{"k": 1}\n' >x.json
printf 'abc\0def\n' >nul
printf 'a \e[31mred\e[0m b\n' >red
seq 1 20 >twenty
seq 1 20000 >many
dash() { printf '─%.0s' $(seq "$1"); }

# ---- 1: names and personalities
row N1
is 'bat -n a' 0 '   1 one\n   2 two\n   3 three\n'
is 'batcat -n a' 0 '   1 one\n   2 two\n   3 three\n'
is 'ecat --bat -n a' 0 '   1 one\n   2 two\n   3 three\n'
says 'ecat -n --bat a >/dev/null 2>x; s=$?; head -n 1 x >&2; rm x; exit $s' 1 'counts only as the first argument'
row N2
is 'cat -n a' 0 '     1\tone\n     2\ttwo\n     3\tthree\n'
is 'cat --color=always --theme=ansi a' 0 'one\ntwo\nthree\n'
row N3
mkdir -p "$XDG_CONFIG_HOME/ember" "$XDG_CONFIG_HOME/bat"
printf -- '--style=full\n--color=always\n--decorations=always\n--tabs=2\n' >"$XDG_CONFIG_HOME/ember/ecat.conf"
cp "$XDG_CONFIG_HOME/ember/ecat.conf" "$XDG_CONFIG_HOME/bat/config"
is 'EMBER_OPTS=--decorations=always BAT_OPTS=-n EMBER_STYLE=full EMBER_TABS=1 CLICOLOR_FORCE=1 ecat tabs' 0 'a\tb\n\tc\n'
row N4
yes_ 'it is linked with none of them' bash -c '! ldd "$0/ecat" | grep -qE "git2|jansson|expat|yaml"' "$WORK/ours"
rm "$XDG_CONFIG_HOME/ember/ecat.conf"
mkfifo "$XDG_CONFIG_HOME/ember/ecat.conf" # whoever reads it waits for ever
is 'timeout 15 ecat -n a' 0 '     1\tone\n     2\ttwo\n     3\tthree\n'
rm "$XDG_CONFIG_HOME/ember/ecat.conf"
coproc plain { exec ecat; }
plain_pid=$!
printf x >&"${plain[1]}"
IFS= read -r -t 15 -n 1 byte <&"${plain[0]}" # it is at work
yes_ 'a byte came through' test "${byte:-}" = x
# beyond what it is linked with, which a sanitized build's terminfo is
yes_ 'no library was loaded' bash -c 'grep -q /ecat "/proc/$0/maps" &&
  ! grep -E "lib(onig|ncurses|tinfo|git)|ember-git" "/proc/$0/maps" | grep -vF -f <(ldd "$1" | grep -oE "lib(ncursesw|tinfo)")
  ' "$plain_pid" "$WORK/ours/ecat"
yes_ 'no thread was started' grep -qE '^Threads:[[:space:]]*1$' "/proc/$plain_pid/status"
exec {plain[1]}>&-
wait "$plain_pid"
rm -r "$XDG_CONFIG_HOME/ember" "$XDG_CONFIG_HOME/bat"
row N5
is 'ecat a -n -- open' 0 '     1\tone\n     2\ttwo\n     3\tthree\n     4\tx'
is 'POSIXLY_CORRECT=1 ecat -E open a' 0 'xone$\ntwo$\nthree$\n'
row N6
is 'ecat --squeeze blank' 0 '\nx\n\n'
is 'ecat --squeeze-l=2 -s blank' 0 '\n\nx\n\n\n'
says 'ecat --num a 2>x; s=$?; head -n 1 x >&2; rm x; exit $s' 1 "option '--num' is ambiguous"
says 'bat --squeeze a 2>x; s=$?; head -n 1 x >&2; rm x; exit $s' 2 "unrecognized option '--squeeze'"
row N7
is "$D --style=plain --style=numbers -r 1 a" 0 '   1 one\n'
is 'ecat -r 1 -r 3 a' 0 'one\nthree\n'
is 'ecat --color=always --color=never a' 0 'one\ntwo\nthree\n'
row N8
is 'ecat cache --build; echo $?' 0 '0\n'
holds 'ecat cache --help' 0 '^Usage: ecat cache'
is 'bat cache -c; echo $?' 0 '0\n'
says 'ecat cache -b' 1 'cache: No such file or directory$'
printf 'x\n' >cache # a file of that name is what is meant
is 'ecat cache' 0 'x\n'
is 'ecat cache -b' 0 '     1\tx\n'
is 'ecat cache --show-ends' 0 'x$\n'
for o in --build --clear --source=x --target=x --blank; do
  is "ecat cache $o 2>&1 | grep -c \"unrecognized option '$o'\"" 0 '1\n'
  is "bat cache $o 2>/dev/null" 2 ''
done
is 'bat cache -b' 0 '     1\tx\n'
rm cache
row N10
is 'ecat -A tabs' 0 'a^Ib$\n^Ic$\n'
is 'bat -A tabs' 0 'a├─┤b␊\n├──┤c␊\n'
row N11
is 'ecat -n open a' 0 '     1\txone\n     2\ttwo\n     3\tthree\n'
is 'bat -n open a' 0 '   1 x\n   1 one\n   2 two\n   3 three\n'
is 'bat -ns blank' 0 '   1 \n   4 x\n   5 \n'
row N12
is 'ecat -s blank blank' 0 '\nx\n\nx\n\n'
is 'bat -s blank blank' 0 '\nx\n\n\nx\n\n'
row N13
is 'ecat -u a' 0 'one\ntwo\nthree\n'
is 'bat -u a' 0 'one\ntwo\nthree\n'
row N14
is 'ecat -E open a' 0 'xone$\ntwo$\nthree$\n'
is "bat -E --decorations=always empty" 0 ''
row N15
is 'bat -v nul' 0 'abc^@def\n'
is 'bat -T tabs' 0 'a^Ib\n^Ic\n'
is 'bat -b blank' 0 '\n\n\n     1\tx\n\n\n\n'
row N16
holds 'ecat -h' 0 '^Usage: ecat '
holds 'bat -V' 0 '^ecat \(ember\) '
row N17
is 'ecat --nonsense' 1 ''
is 'bat --nonsense' 2 ''
row N18
is "$D -n -r 2 a" 0 '     2  two\n'
is "$D -n tabs" 0 '     1  a       b\n     2          c\n'
row N20
is 'bat -A --tabs=1 tabs' 0 'a↹b␊\n↹c␊\n'
is 'bat -A --tabs=0 tabs' 0 'a├─┤b␊\n├──┤c␊\n'
is 'bat -A --nonprintable-notation=caret dos' 0 'dos^M^J\nend^M^J\n'
is 'printf "\303\251 \377\177\001" | bat -A' 0 '\\u{e9}·\\xFF␡␁'
is 'ecat -A --nonprintable-notation=unicode nul' 0 'abc␀def␊\n'

# ---- 2.1: style, layout, wrapping
row S1
is "$D --style=full -r 1 a" 0 "─────┬$(dash 24)\n     │ File: a\n     │ Size: 14 B\n─────┼$(dash 24)\n   1 │ one\n─────┴$(dash 24)\n"
is "$D --style=header,snip -r 1 -r 3 a" 0 'File: a\none\n─ ─ ─ ─ ─ ─ ─ 8< ─ ─ ─ ─ ─ ─ ─\nthree\n'
is 'cat --decorations=always --color=never a' 0 'one\ntwo\nthree\n'
row S2
is "EMBER_STYLE=numbers $D --style=+header,-numbers -r 1 a" 0 'File: a\none\n'
is "EMBER_STYLE=numbers $D --style=header -r 1 a" 0 'File: a\none\n'
row S3
is "$D --style=grid,rule -r 1 a open" 0 "$(dash 30)\none\n$(dash 30)\n$(dash 30)\nx\n$(dash 30)\n"
row S4
is "$D -p a" 0 'one\ntwo\nthree\n'
is "$D -p -n -r 1 a" 0 '     1  one\n'
is "$D -n -p -r 1 a" 0 'one\n'
row S5
is 'ecat --decorations=always --color=never --style=numbers --terminal-width=9 a' 0 'one\ntwo\nthree\n'
is 'ecat --decorations=always --color=never --style=numbers --terminal-width=10 -r 1 a' 0 '   1 one\n'
row S6
is "$D --style=numbers -r 9999:10000 many" 0 ' 9999 9999\n10000 10000\n'
row S7
is "$D --style=header,header-filesize nul" 0 'File: nul   <BINARY>\nSize: 8 B\nBinary content of nul is not s\nhown; option -A shows it\n'
holds "$D --style=header-filesize many" 0 '^Size: 106\.3 KiB$'
holds "printf 'h\0i\0' | $D --style=header" 0 '^STDIN   <UTF-16LE>$'
row S10
is "$D --style=snip -r 1 -r 5 twenty" 0 '1\n─ ─ ─ ─ ─ ─ ─ 8< ─ ─ ─ ─ ─ ─ ─\n5\n'
row S11
holds "ecat --color=always -p --theme=ansi -H 2 a | cat -v" 0 '^\^\[\[4mtwo'
holds "$C --highlight-pattern='w.' a | cat -v" 0 '^t\^\[\[7mwo'
holds "ecat --color=always -p --theme=ember-dark -H :2 a | cat -v" 0 '^\^\[\[48;5;[0-9]+mone'
row S12
is 'ecat -r 18: twenty' 0 '18\n19\n20\n'
is 'ecat -r 3:2 twenty' 0 ''
is 'ecat -r -3:-2 twenty' 0 '18\n'
is 'printf "\376\377\0a\0\n\001\012\0\n\0c\0\n" | ecat -r 2' 0 '\0001\0012\0000\0012'
is "$D --style=numbers -r -2: many" 0 '19999 19999\n20000 20000\n'
is 'yes | ecat -r 3' 0 'y\n'
is "yes | $D --style=numbers -r :2" 0 '   1 y\n   2 y\n'
for bad in -2:5 :4: :: 1:2:3:4 ''; do says "ecat -r '$bad' a" 1 '^ecat: --line-range: '; done
row S13
is "$D -p --tabs=4 tabs" 0 'a   b\n    c\n'
is "$D -p --tabs=0 tabs" 0 'a\tb\n\tc\n'
is "$D -p tabs" 0 'a       b\n        c\n'
is "printf '漢\tx\n' | $D -p --tabs=4" 0 '漢  x\n'
row S14
is "printf 'abcdefghij klm\n' | $D --terminal-width=10 -p --wrap=character" 0 'abcdefghij\n klm\n'
is "printf 'abcdef ghij klm\n' | $D --terminal-width=10 -p --wrap=word" 0 'abcdef \nghij klm\n'
is "printf 'abcdefghij klm\n' | $D --terminal-width=10 -p -S" 0 'abcdefghij klm\n'
is "printf '漢漢漢\n' | $D --terminal-width=5 -p --wrap=character" 0 '漢漢\n漢\n'
is "printf 'abcdefgh\n' | $D --terminal-width=11 --style=numbers --wrap=character" 0 '   1 abcdef\n     gh\n'
row S15
says 'ecat -f --terminal-width=0 a' 1 'is not a number'
is 'BAT_WIDTH=11 ecat --decorations=always --color=never --style=grid -r 1 a' 0 "$(dash 11)\none\n$(dash 11)\n"
is 'FZF_PREVIEW_COLUMNS=12 COLUMNS=9 ecat --decorations=always --color=never --style=grid -r 1 a' 0 "$(dash 12)\none\n$(dash 12)\n"
is 'COLUMNS=9 ecat --decorations=always --color=never --style=grid --terminal-width=-2 -r 1 a' 0 "$(dash 7)\none\n$(dash 7)\n"
row S16
holds 'COLORTERM=truecolor ecat --color=always -p --theme=dark-plus x.c' 0 '38;2;'
holds 'TERM=xterm-256color ecat --color=always -p --theme=dark-plus x.c' 0 '38;5;'
row S17
is "printf '\357\273\277x\n' | $D -p" 0 'x\n'
is "printf '\357\273\277x\n' | ecat" 0 '\xef\xbb\xbfx\n'
row S18
# The long line is plain, and what it would change, the comment's end, does not count.
is "printf '/*\n%0300d*/\nint\n' 0 >l.c; $C --max-highlight-line=200 l.c" 0 "\e[90m/*\e[0m\n$(printf %0300d 0)*/\n\e[90mint\e[0m\n"
is "$C --max-highlight-line=302 l.c; rm l.c" 0 "\e[90m/*\e[0m\n\e[90m$(printf %0300d 0)*/\e[0m\n\e[33mint\e[0m\n"
row S19
is "printf 'N\bNA\bA\n' | $D -p -l man" 0 'NA\n'
holds "printf 'N\bNA\bA _\bx\n' | $C -l man | cat -v" 0 '\^\[\[1mNA|\^\[\[[0-9;]*1[0-9;]*mNA'
for o in '' '-l c' '--file-name=x.c'; do is "printf 'N\bN _\bx\n' | $D -p $o" 0 'N^HN _^Hx\n'; done # of other languages it is text
row S20
is "printf 'a\e[31mb\e[0m\e[2Jc\e]0;t\a\n' | $D -p" 0 'ab^[[2Jc^[]0;t^G\n'
is "$D -p --strip-ansi=always red" 0 'a red b\n'
is "$D -p --raw-control-chars red" 0 "a \e[31mred\e[0m b\n"
is "printf 'a\001b\342\200\256\n' | $D -p --sanitize=always" 0 'a\xef\xbf\xbdb\xef\xbf\xbd\n'
is "$D -p --strip-ansi=auto red" 0 'a red b\n'
row S21
is "cp a \$'n\\e[31m'; $D --style=header -r 1 \$'n\\e[31m'; rm \$'n\\e[31m'" 0 'File: n\\x1B[31m\none\n'

# ---- 2.2: languages
row L1
# The same line in four languages: how it looks tells which one was taken.
printf 'int # z\n' >z
in_c='\e[33mint\e[0m # z\n' in_shell='\e[34mint\e[0m \e[90m# z\e[0m\n' in_git='\e[32mint # z\e[0m\n' in_none='int # z\n'
Z='ecat -pf --theme=ansi'
is "$Z -l c z" 0 "$in_c"
is "$Z -l sh z" 0 "$in_shell"
is "$Z -l 'Git Ignore' z" 0 "$in_git"
is "$Z z" 0 "$in_none"
says 'ecat --color=always -l nonsense a' 1 "unknown language 'nonsense'"
# Each way in front of the one behind it.
is "$Z -l c -m '*.sh:gitignore' --file-name=q.sh z" 0 "$in_c"
is "$Z -m '*.sh:gitignore' --file-name=q.sh z" 0 "$in_git"
is "$Z -m '*.q:sh' -m '*.q:c' --file-name=z.q z" 0 "$in_c"
is "$Z -m '*.Q:c' --file-name=z.q z" 0 "$in_c"
is "$Z -m 'Z*:c' z" 0 "$in_c"
mkdir -p deep && cp z deep/in.q
is "$Z -m '$PWD/deep/*:c' deep/in.q" 0 "$in_c"
is "$Z -m 'in.*:c' deep/in.q" 0 "$in_c"
is "$Z -m '*.sh:c' --file-name=Makefile z" 0 'int \e[90m# z\e[0m\n'
is "$Z --file-name=/etc/fstab z" 0 '\e[32mint\e[0m \e[34m#\e[0m \e[33mz\e[0m\n'
is "$Z --file-name=.gitignore z" 0 "$in_git"
is "$Z --file-name=.bashrc z" 0 "$in_shell"
is "$Z --file-name=sh z" 0 "$in_shell"
is "$Z --file-name=q.sh z" 0 "$in_shell"
ln -s deep/real.sh pointer && cp z deep/real.sh
is "$Z pointer" 0 "$in_shell"
is "$Z -r 2 --file-name=q.c - < <(echo '#!/bin/sh'; cat z)" 0 "$in_c"
is "$Z -r 2 - < <(echo '#!/bin/sh'; cat z)" 0 "$in_shell"
is "$Z -r 2 --fallback-syntax=c - < <(echo '#!/bin/sh'; cat z)" 0 "$in_shell"
is "$Z -r 2 --fallback-syntax=c - < <(echo '# vim: ft=sh'; cat z)" 0 "$in_shell"
is "$Z -r 2 --fallback-syntax=c - < <(echo '# -*- mode: sh -*-'; cat z)" 0 "$in_shell"
is "$Z --fallback-syntax=c z" 0 "$in_c"
is "$Z --fallback-syntax=c --file-name=q.sh z" 0 "$in_shell"
row L3
for s in '~' .bak .old .orig .dpkg-dist .dpkg-new .dpkg-old .dpkg-tmp .ucf-dist .ucf-new .ucf-old .rpmnew .rpmorig .rpmsave .in .in.bak~; do
  is "$Z --file-name=q.sh$s z" 0 "$in_shell"
done
is "$Z --file-name=Makefile.in z" 0 'int \e[90m# z\e[0m\n'
is "$Z --file-name=q.sh.none z" 0 "$in_none"
is "$Z --file-name=q.sh.mine z" 0 "$in_none"
is "$Z --ignored-suffix=.mine --file-name=q.sh.mine z" 0 "$in_shell"
is "$Z --ignored-suffix=.mine --ignored-suffix=.more --file-name=q.sh.more.mine.orig z" 0 "$in_shell"
row L4
is "$D --style=header --file-name=y -r 1 a" 0 'File: y\none\n'
says 'ecat --file-name=y a open' 1 'once for each input'
row L9
holds 'ecat -L' 0 '^C:.*c'
holds 'ecat --list-themes' 0 '^dark-plus$'
holds 'ecat --completion=bash' 0 'COMPREPLY'
holds 'ecat --completion=fish' 0 '^complete -c ecat'
holds 'ecat --completion=zsh' 0 '#compdef ecat'
is 'ecat --generate-config-file >/dev/null && ecat --decorations=always --color=never --style=plain a; rm -r "$HOME/.config"' 0 'one\ntwo\nthree\n'
says 'ecat --generate-config-file >/dev/null; ecat --generate-config-file; s=$?; rm -r "$HOME/.config"; exit $s' 1 'exists and stays'

# ---- 2.3: the rest
row G3
is "LESSOPEN='|printf made' ecat --lessopen a" 0 'one\ntwo\nthree\n' 2>/dev/null
is "LESSOPEN='|tr o 0 <%s' ecat --lessopen a" 0 '0ne\ntw0\nthree\n'
is "LESSOPEN='|true %s' ecat --lessopen a" 0 'one\ntwo\nthree\n'
is "LESSOPEN='||true %s' ecat --lessopen a" 0 ''
is "LESSOPEN='|-tr o 0' ecat --lessopen <a" 0 'one\ntwo\nthree\n'
is "LESSOPEN='|-cat %s' ecat --lessopen <a" 0 'one\ntwo\nthree\n'
is "LESSOPEN='|-tr o 0 #%s' ecat --lessopen <a" 0 '0ne\ntw0\nthree\n'
is "LESSOPEN='|tr o 0 #%s' ecat --lessopen <a" 0 'one\ntwo\nthree\n'
is "LESSOPEN='||false %s' ecat --lessopen a" 0 'one\ntwo\nthree\n'
is "LESSOPEN='|cat %s %s' ecat --lessopen a" 0 'one\ntwo\nthree\n'
is "LESSOPEN='|tr o 0 <%s' ecat --lessopen --no-lessopen a" 0 'one\ntwo\nthree\n'
is "cp a 'a;b'; LESSOPEN='|cat %s' ecat --lessopen 'a;b'; rm 'a;b'" 0 'one\ntwo\nthree\n'
is "LESSOPEN='printf x.c # %s' ecat --lessopen a" 0 'int x; /* y */\n'
# More than is kept is not lost in silence.
: >big
is "LESSOPEN='|[ %s = big ] && yes | head -c 268435456' ecat --lessopen -r 1 big a 2>&1" 0 'y\none\n'
is "LESSOPEN='|[ %s = big ] && yes | head -c 268435457' ecat --lessopen -r 1 big a 2>&1" 1 "ecat: big: what LESSOPEN's command writes is cut off at 256 MiB\ny\none\n"
rm big
# The only input is shown while the command works, and one that goes on in silence is not waited for.
mkfifo gate
is "LESSOPEN='|echo first; cat gate; : %s' ecat --lessopen a | { read -r line; echo \"got \$line\"; echo second >gate; cat; }" 0 'got first\nsecond\n'
rm gate
is "LESSOPEN='|echo first; exec sleep 1000; : %s' ecat --lessopen -r 1 a" 0 'first\n'
is "LESSOPEN='|echo first; exit 3; : %s' LESSCLOSE='echo closed %s >closed' ecat --lessopen a; cat closed; rm closed" 0 'first\nclosed a\n'
is "LESSOPEN='|exec >&-; exit 3; : %s' ecat --lessopen a" 0 'one\ntwo\nthree\n'
row G4
holds 'ecat -f --style=numbers --theme=dark-plus x.c | cat -v' 0 '\^\[.* 1 '
is 'ecat -f --color=never --style=numbers a' 0 '   1 one\n   2 two\n   3 three\n'
row G5
is 'ecat --color=always --theme=ansi a' 0 'one\ntwo\nthree\n'
holds 'bat --color=always --theme=ansi --terminal-width=30 a' 0 'File: '
row G6
is "$D --terminal-width=80 --style=plain nul" 0 'Binary content of nul is not shown; option -A shows it\n'
is "$D --style=plain --binary=as-text nul" 0 'abc^@def\n'
is "printf 'PK\3\4x' | $D --terminal-width=80 --style=plain" 0 'Binary content is not shown; option -A shows it\n'
is 'ecat nul' 0 'abc\0def\n'
row G7
holds 'EMBER_OPTS=--nonsense ecat --help' 0 '^Usage: ecat '
row G9
S='--decorations=always --style=plain --theme=ansi'
coloured='\e[33mint\e[0m x;\e[90m /* y */\e[0m\n'
is "NO_COLOR=1 ecat $S x.c" 0 'int x; /* y */\n'
is "NO_COLOR=1 CLICOLOR_FORCE=1 bat $S x.c" 0 'int x; /* y */\n'
is "NO_COLOR=1 ecat $S --color=always x.c" 0 "$coloured"
is "NO_COLOR=1 ecat $S -f x.c" 0 "$coloured"
is "NO_COLOR= bat $S -f x.c" 0 "$coloured"
is 'CLICOLOR_FORCE=1 ecat x.c' 0 'int x; /* y */\n'
is 'CLICOLOR_FORCE=1 ecat -n x.c' 0 '     1\tint x; /* y */\n'
is "CLICOLOR_FORCE=1 bat $S x.c" 0 "$coloured"
is "CLICOLOR_FORCE=1 bat --theme=ansi x.c" 0 "$coloured"
is "NO_COLOR= CLICOLOR_FORCE=1 bat $S x.c" 0 "$coloured"
is "CLICOLOR_FORCE=1 bat $S --color=never x.c" 0 'int x; /* y */\n'
is "CLICOLOR_FORCE=0 bat $S x.c" 0 'int x; /* y */\n'

finish
