#!/usr/bin/env bash
# styled.sh: the styled path in a pipe, asked for by name: frames, ranges, wrapping, colours, safety.
source "$(dirname "$0")/../../lib/case.sh"
unset EMBER_STYLE EMBER_THEME MAN_PN GIT_PAGER_IN_USE FZF_PREVIEW_COLUMNS
export TERM=xterm
D='ecat --decorations=always --color=never --terminal-width=30'
e=$'\e'

printf 'one\ntwo\nthree\n' >a
printf 'x' >open
: >empty
seq 1 20 >twenty
printf 'int x;\n' >x.c
printf '{"k": [1, true]}\n' >x.json
dash() { printf '─%.0s' $(seq "$1"); }
top() { printf '─────%s%s' "$1" "$(dash 24)"; }

# ---- frames, S1 to S7
is "$D a" 0 "$(top ┬)\n     │ File: a\n$(top ┼)\n   1 │ one\n   2 │ two\n   3 │ three\n$(top ┴)\n"
is "$D <a" 0 "$(top ┬)\n     │ STDIN\n$(top ┼)\n   1 │ one\n   2 │ two\n   3 │ three\n$(top ┴)\n"
is "$D open" 0 "$(top ┬)\n     │ File: open\n$(top ┼)\n   1 │ x\n$(top ┴)\n"
is "$D empty" 0 "$(top ┬)\n     │ File: empty   <EMPTY>\n$(top ┴)\n"
is "$D --style=full a -r 1" 0 "$(top ┬)\n     │ File: a\n     │ Size: 14 B\n$(top ┼)\n   1 │ one\n$(top ┴)\n"
is "$D --style=numbers a" 0 '   1 one\n   2 two\n   3 three\n'
is "$D --style=header a" 0 'File: a\none\ntwo\nthree\n'
is "$D --style=header a open" 0 'File: a\none\ntwo\nthree\n\nFile: open\nx\n'
is "$D --style=rule a open" 0 "one\ntwo\nthree\n$(dash 30)\nx\n"
is "$D --style=grid a -r 1" 0 "$(dash 30)\none\n$(dash 30)\n"
is "$D --style=numbers,grid -r 1 a" 0 "$(top ┬)\n   1 │ one\n$(top ┴)\n"
is "$D --style=default,-grid,-header -r 1 a" 0 '   1 one\n'
is "$D --style=full --style=-grid,-header,-header-filesize -r 1 a" 0 '   1 one\n'
is "EMBER_STYLE=numbers $D -r 1 a" 0 '   1 one\n'
is "BAT_STYLE=numbers $D -r 1 a" 0 '   1 one\n'
is "EMBER_STYLE=full $D --style=plain -r 1 a" 0 'one\n'
is "EMBER_STYLE=numbers $D --style=+header -r 1 a" 0 '     File: a\n   1 one\n'
is "$D -p a open" 0 'one\ntwo\nthree\nx'
is "$D -pp open" 0 'x'
is "$D -p --style=numbers a -r 1" 0 '   1 one\n'
is "$D -n a open" 0 '     1  one\n     2  two\n     3  three\n     4  x\n'
is "$D -b a -r 2" 0 '     2  two\n'
is "$D -p -n open" 0 '     1  x\n'
is "$D -n -p open" 0 'x'
is "$D --terminal-width=9 --style=numbers a -r 1" 0 'one\n'
is "$D --terminal-width=10 --style=numbers a -r 1" 0 '   1 one\n'
is "seq 99999 | $D --style=numbers -r 99999" 0 '99999 99999\n'
is "seq 20000 >many; $D --style=numbers -r 7 -r 20000 many; rm many" 0 '    7 7\n20000 20000\n'
is "$D --file-name=named.txt --style=header - <open" 0 'File: named.txt\nx\n'
is "$D --file-name=b --file-name=c --style=header a open -r 1" 0 'File: b\none\n\nFile: c\nx\n'
is 'cat --decorations=always --color=never a' 0 'one\ntwo\nthree\n'
is 'ecat --color=always -p open' 0 'x'
is 'ecat --color=always a' 0 'one\ntwo\nthree\n'
is 'ecat --color=always --style=numbers -r 2 a | cat -v' 0 '^[[38;5;241m   2 ^[[0mtwo\n'

# ---- lines, S10 to S12
is "$D --style=numbers,snip -r 1 -r 4:5 -r 20 twenty" 0 \
  "   1 1\n ...─ ─ ─ ─ ─ ─ 8< ─ ─ ─ ─ ─ ─\n   4 4\n   5 5\n ...─ ─ ─ ─ ─ ─ 8< ─ ─ ─ ─ ─ ─\n  20 20\n"
is "$D --style=numbers -r -2: twenty" 0 '  19 19\n  20 20\n'
is "seq 20 | $D --style=numbers -r -2:" 0 '  19 19\n  20 20\n'
is "$D --style=numbers -r :-19 twenty" 0 '   1 1\n'
is "$D --style=numbers -r 30: twenty" 0 ''
is "$D --style=numbers -r 1 <(yes)" 0 '   1 y\n'
is "$D -p -s <(printf 'a\n\n\n\nb\n')" 0 'a\n\nb\n'
is "$D -E -p <(printf 'a\r\nb')" 0 'a^M$\nb'
is "$D -T -p <(printf 'a\tb\n')" 0 'a^Ib\n'
is "$D -A -p <(printf 'a\t\351\n')" 0 'a^IM-i$\n'

# ---- wrapping and cells, S13, S14
long='the quick brown fox jumps over the lazy dog'
is "echo $long | $D --style=numbers --terminal-width=20" 0 '   1 the quick brown\n      fox jumps over\n      the lazy dog\n'
is "echo $long | $D --style=numbers --terminal-width=20 --wrap=word" 0 '   1 the quick brown\n     fox jumps over \n     the lazy dog\n'
is "echo $long | $D --style=numbers --terminal-width=20 --wrap=never" 0 "   1 $long\n"
is "echo $long | $D --style=numbers --terminal-width=20 -S" 0 "   1 $long\n"
is "echo $long | $D -p --terminal-width=20 --wrap=character" 0 'the quick brown fox \njumps over the lazy \ndog\n'
is "echo $long | ecat --color=always -p" 0 "$long\n"
is "echo 日本語テキスト | $D -p --terminal-width=5" 0 '日本\n語テ\nキス\nト\n'
is "printf 'a\tb\n' | $D -p" 0 'a       b\n'
is "printf 'a\tb\n' | $D -p --tabs=4" 0 'a   b\n'
is "printf '日\tb\n' | $D -p --tabs=4" 0 '日  b\n'
is "printf 'a\tb\n' | $D -p --tabs=0" 0 'a\tb\n'
is "printf 'a\tb\n' | $D --style=numbers --tabs=4" 0 '   1 a   b\n'
is "$D --terminal-width=+5 --style=grid -r 9 a | wc -m" 0 "172\n"
is "COLUMNS=50 ecat --decorations=always --terminal-width=-5 --style=grid -r 9 a | head -n 1 | wc -m" 0 '46\n'

is "printf 'a\tb\n' | EMBER_TABS=4 BAT_TABS=2 $D -p" 0 'a   b\n'
is "printf 'a\tb\n' | BAT_TABS=2 $D -p" 0 'a b\n'
is "printf 'a\tb\n' | BAT_TABS=x $D -p --tabs=3" 0 'a  b\n'
is "BAT_WIDTH=40 COLUMNS=50 ecat --decorations=always --style=grid -r 9 a | head -n 1 | wc -m" 0 '41\n'
is "FZF_PREVIEW_COLUMNS=44 COLUMNS=50 ecat --decorations=always --style=grid -r 9 a | head -n 1 | wc -m" 0 '45\n'

# ---- what arrives: encodings, ends of lines, no text, Y1 to Y5, G6, S17, X6, X23
is "printf '\357\273\277bom\r\nx\r\n' | $D -p" 0 'bom\nx\n'
is "printf '\377\376h\0i\0\n\0' >u; $D u -r 1; rm u" 0 "$(top ┬)\n     │ File: u   <UTF-16LE>\n$(top ┼)\n   1 │ hi\n$(top ┴)\n"
is "printf '\376\377\0h\0i\0\n' | $D -p" 0 'hi\n'
is "printf 'h\0e\0l\0l\0o\0\n\0' | $D -p" 0 'hello\n'
is "printf '\377\376\0\0h\0\0\0\n\0\0\0' | $D -p" 0 'h\n'
is "printf '\0\0\376\377\0\0\0h' | $D -p" 0 'h'
is "printf 'caf\351 \200\n' >w; $D --style=header w; rm w" 0 'File: w   <CP1252>\ncafé €\n'
is "printf 'caf\303\251 \351\n' | $D -p" 0 'café <E9>\n'
is "printf 'a\0b' >n; $D --style=header --terminal-width=80 n; rm n" 0 \
  'File: n   <BINARY>\nBinary content of n is not shown; option -A shows it\n'
is "printf 'a\0b' | $D -p -A" 0 'a^@b'
is "printf 'a\rb\n' | $D -p" 0 'a^Mb\n'

# ---- nothing raw, D8, S20, S21
is "printf 'a\033[2Jb\033]0;t\007c\302\233d\342\200\256e\033' | ecat --color=always -p --theme=ansi | cat -v" 0 \
  "a^[[7m^[^[[0m[2Jb^[[7m^[^[[0m]0;t^[[7m^G^[[0mc^[[7m<U+009B>^[[0md^[[7m<U+202E>^[[0me^[[7m^[^[[0m"
is "printf 'a\033[1;31mred\033[0m \033]8;;http://x/\033\\\\link\033]8;;\007.\n' | ecat --color=always -p | cat -v" 0 \
  "a^[[1;31mred^[[0m ^[]8;;http://x/^[\\\\link^[]8;;^[\\\\.\n"
is "printf '\033[32mone\ntwo\n' | ecat --color=always -p | cat -v" 0 '^[[32mone^[[0m\n^[[32mtwo^[[0m\n'
is "printf '\033[32mone\033[m\n' | ecat --color=never --decorations=always -p" 0 'one\n'
printf 'x\n' >$'n\e[31m\nl\xe2\x80\xae\xff'
is "$D --terminal-width=80 --style=header \$'n\\e[31m\\nl\\xe2\\x80\\xae\\xff'" 0 'File: n\\x1B[31m\\x0Al\\u{202E}\\xFF\nx\n'
rm n?*
is "printf 'N\bNA\bAM\bME\bE _\bf_\bi\n' | MAN_PN='ls(1)' ecat -f -p --theme=nonsense 2>&1 >/dev/null | cut -c1-40" 0 \
  "ecat: warning: unknown theme 'nonsense'\n"
yes_ 'no byte of a random file is a control' bash -c \
  'head -c 100000 /dev/urandom | tr -d "\0" >r; ecat --color=never --decorations=always --terminal-width=99 r | LC_ALL=C tr -d "\n\40-\176\200-\377" | cmp - /dev/null; s=$?; rm r; exit $s'

# ---- colours: themes, depths, marked lines, languages, S11, S16, L1, L6
is "COLORTERM=truecolor ecat -pf --theme=dark-plus x.c" 0 \
  "${e}[38;2;86;156;214mint${e}[38;2;212;212;212m x;${e}[0m\n"
is "COLORTERM=truecolor ecat -pf --theme='Dark Plus' -l C <x.c | grep -c '38;2;86;156;214mint'" 0 '1\n'
is "ecat -pf --theme=dark-plus x.c | grep -c '38;5;[0-9]*mint'" 0 '1\n'
is "ecat --decorations=always --color=never -p x.c" 0 'int x;\n'
is "NO_COLOR=1 ecat -pf x.c | grep -c '\[38;'" 0 '1\n'
is "ecat -f --style=plain -H 2 a --terminal-width=8 | grep -c '48;[0-9;]*mtwo  *.\[0m'" 0 '1\n'
is "ecat -f --style=plain -H 2 --theme=ansi a | cat -v" 0 'one\n^[[4mtwo^[[0m\nthree\n'
yes_ 'a language by its name' bash -c 'ecat -pf x.json | sed "s/\x1b\[[0-9;]*m//g" | cmp - x.json && ecat -pf x.json | grep -q "38;5"'
yes_ 'a language from the first line' bash -c 'printf "#!/bin/sh\nif true; then :; fi\n" | ecat -pf | grep -q "38;5"'
yes_ 'a name given for it' bash -c 'ecat -pf --file-name=q.c <x.c | grep -q "38;5"'
yes_ 'text without colours is the file' bash -c \
  'for f in "$0"/*.sh; do ecat -pf "$f" | sed "s/\x1b\[[0-9;]*m//g" | cmp - <(expand "$f") || exit 1; done' "$HERE"
is 'ecat -l nonsense --theme=x --tabs=1 --wrap=never a' 0 'one\ntwo\nthree\n'
says 'ecat -f -l nonsense a' 1 "^ecat: unknown language 'nonsense'$"
says 'ecat -f --theme=nonsense a >/dev/null' 0 "^ecat: warning: unknown theme 'nonsense'$"
holds 'ecat --list-themes' 0 '^dark-plus$'
holds 'ecat --list-themes' 0 '^ember-dark$'
holds 'ecat -L' 0 '^C\+?\+?:.*'
holds 'ecat --list-languages' 0 '^Rust:.*rs'
is 'ecat --list-themes | sort | uniq -d' 0 ''
is 'ecat --dump-tokens -l json x.json | head -c 3' 0 '[[0'

# ---- change marks, S8
if git init -q repo 2>/dev/null && [ -e "$BUILD/ember-git.so" ]; then
  (cd repo && printf '1\n2\n3\n4\n5\n' >f && git add f && git commit -qm f && printf '1\nnew\n2\nchanged\n5\nlast\n' >f)
  is "cd repo; $D --style=changes,numbers f" 0 '   1   1\n   2 + new\n   3   2\n   4 ~ changed\n   5   5\n   6 + last\n'
  is "cd repo; git add f; $D --style=changes,numbers -r 1:2 f" 0 '   1 1\n   2 new\n'
  is "cd repo; $D --style=changes,numbers - <f | head -n 1" 0 '   1 1\n'
fi

# ---- a line that comes in pieces, X24
is '(printf ab; sleep 0.3; printf "cd\nx") | ecat -pf' 0 'abcd\nx'
is "(printf ab; sleep 0.3; printf 'cd\r'; sleep 0.3; printf '\nx') | $D --style=numbers" 0 '   1 abcd\n   2 x\n'
is "(printf '0123456789abcdefghijkl'; sleep 0.3; printf 'mnopqrstuvwxyz\n') | $D --style=numbers --terminal-width=20" 0 \
  '   1 0123456789abcde\n     fghijklmnopqrst\n     uvwxyz\n'
is "(printf 'caf\303'; sleep 0.3; printf '\251\n') | $D -p" 0 'café\n'
is "(printf 'x\b'; sleep 0.3; printf 'x\n') | $D -p -lman" 0 'x^H\nx\n'
yes_ 'a part is shown at once' bash -c 'test "$(head -c 3 < <({ printf now; sleep 9; } | timeout 20 ecat -pf))" = now'
yes_ 'a line is shown at once' bash -c 'test "$(head -n 1 < <({ printf "now\n"; sleep 9; } | timeout 20 ecat -f --style=numbers | sed -u "s/\x1b[^m]*m//g"))" = "   1 now"'

# ---- wrong use and failing inputs
says "ecat -f missing" 1 '^ecat: missing: No such file or directory$'
says "ecat -f ." 1 '^ecat: \.: Is a directory$'
is "$D --style=numbers missing a -r 1 2>/dev/null" 1 '   1 one\n'
says "$D a >/dev/full" 1 '^ecat: write error: No space left on device$'
says "cp a s; $D s >>s; r=\$?; cmp a s && rm s; exit \$r" 1 '^ecat: s: input file is output file$'
says "$D --style=nonsense a" 1 "^ecat: --style: unknown component 'nonsense'$"
says "$D -H 3:x a" 1 "^ecat: --highlight-line: '3:x': "
says "$D -H -2: a" 1 "^ecat: --highlight-line: '-2:': lines to mark are not counted from the end$"
says "$D --tabs=x a" 1 "^ecat: --tabs: 'x' is not a number"
says "$D --terminal-width=0 a" 1 "^ecat: --terminal-width: '0' is not a number"
says "$D --file-name=x a open" 1 '^ecat: --file-name must be given once for each input$'
case_run "$WORK/ours" 'ecat --color=sometimes a'
yes_ 'a bad word' grep -q "sometimes" "$WORK/err"
is 'ecat --color=always -p a | head -c 2; echo ${PIPESTATUS[0]}' 0 'on0\n'

finish
