#!/usr/bin/env bash
# as_bat.sh: under the name bat, what bat 0.26.1 was seen to write (tests/peers/bat.sh asks bat itself).
. "$(dirname "$0")/../../lib/case.sh"
ln -s "$BUILD/ecat" "$WORK/ours/bat"
B='bat --color=never'
W="$B --decorations=always --terminal-width=12"

printf 'a\tb\n\tc\n' >tabs
printf '\377\376h\0i\0\n\0' >u16
: >empty
printf 'x%.0s' {1..100} >long100
echo >>long100
seq 9995 >many
printf 'x\n' >x

# ---- -n and -p: the last one wins, but -n in front of it shows as on a terminal does
is "$B -p -n tabs" 0 '   1 a   b\n   2     c\n'
is "$B -n -p tabs" 0 'a\tb\n\tc\n'
is "$B -n -p u16" 0 'hi\n'
is "$B -p u16" 0 '\0377\0376h\0000i\0000\n\0000'
is "BAT_OPTS=-n $B tabs" 0 'a\tb\n\tc\n'
is "BAT_OPTS='--decorations=always --style=plain' $B -n tabs" 0 '   1 a   b\n   2     c\n'
printf -- '--decorations=always\n--style=numbers\n' >conf
is "BAT_CONFIG_PATH=conf $B x" 0 '   1 x\n'
is "BAT_CONFIG_PATH=conf BAT_OPTS= $B x" 0 'x\n'

# ---- where nothing but text is shown, TABs pass
is "$W --style=plain tabs" 0 'a\tb\n\tc\n'
is "$W --style=snip tabs" 0 'a   b\n    c\n'

# ---- an empty input of which nothing is told has no frame either
is "$W --style=grid empty" 0 ''
is "$W --style=numbers,grid empty" 0 ''
is "$W --style=rule x empty" 0 'x\n'
is "$W --style=grid empty x" 0 '────────────\nx\n────────────\n'
is "$W --style=grid,header-filename empty" 0 '────────────\nFile: empty \n  <EMPTY>\n────────────\n'

# ---- lines: context round a range whose end lies before its start, UTF-16's two bytes, what -s counts
printf '1\n2\n3\n4\n5\n6\n' >six
printf 'a\n\n\n\nb\n\n\nc\n' >blank
printf '\377\376a\0\n\0\012\001\n\0c\0\n\0' >lines16
printf '\376\377\0a\0\n\012\001\0\n\0c\0\n' >lines16be
is "$B -r 4:2:1 six" 0 '3\n'
is "$B -r 5:1:2 six" 0 '3\n'
is "$B -r 5:1:1 six" 0 ''
is "$B -r +3 six" 0 '3\n'
is "$B -r +2:+1 six" 0 '2\n3\n'
is "$B -r -+2: six" 0 '5\n6\n'
is "$B -r 5:+-3 six" 1 ''
is "$W --style=snip --tabs=+2 tabs" 0 'a b\n  c\n'
holds "$B x '' 2>&1" 2 .
is "$B -r 2 lines16" 0 '\0012\0001\0012\0000'
is "$B -r 2: lines16" 0 '\0012\0001\0012\0000c\0000\0012\0000'
is "$B -r -1: lines16" 0 'c\0000\0012\0000'
is "$B -r :-1 lines16" 0 '\0377\0376a\0000\0012\0000\0012\0001\0012\0000'
is "cat lines16 | $B -r 2" 0 '\0012\0001\0012\0000'
is "(head -c 5 lines16; sleep 0.1; tail -c +6 lines16) | $B -r 2" 0 '\0012\0001\0012\0000'
is "$B -r -1: lines16be" 0 '\0000c\0000\0012'
is "$W --style=numbers -s -r 3: blank" 0 '   3 \n   5 b\n   6 \n   8 c\n'
is "$W --style=plain -A -s blank" 0 'a␊\n␊\n␊\n␊\nb␊\n␊\n␊\nc␊\n'
is "$B -A -s -r -5: blank" 0 'b␊\n␊\nc␊\n'
is "$B -A -s -r 3: blank" 0 'b␊\n␊\nc␊\n'
is "$B -A -s blank" 0 'a␊\n␊\nb␊\n␊\nc␊\n'

# ---- layout: a TAB goes on in the next row; no wrapping where the width is not known; columns of each file
printf 'abcd\tx\ty\n' >stops
is "$B --decorations=always --style=snip --terminal-width=5 stops" 0 'abcd \n   x \n  y\n'
is "$B --decorations=always --style=snip --wrap=character long100" 0 "$(printf 'x%.0s' {1..100})\n"
is "$B --decorations=always --style=numbers many x | tail -n 1" 0 '   1 x\n'
is "$B --paging=always --decorations=always --style=plain tabs" 0 'a   b\n    c\n'

printf 'abcde\t\t\tx\n' >full
is "$B --decorations=always --style=snip --tabs=8 --terminal-width=5 full" 0 'abcde\n     \n     \n     \n    x\n'
is "$W --style=numbers,snip -r 1 -r 3 six" 0 '   1 1\n ...─ 8< ─ ─\n   3 3\n'
is "CLICOLOR_FORCE=1 bat --theme=ansi -l txt x" 0 'x\n'
printf 'abcdefg' >open
is "$B --decorations=always -p --wrap=character --terminal-width=5 open" 0 'abcde\nfg\n'
is "$W -p open" 0 'abcdefg'
printf 'x%.0s' {1..1331} >size
is "$B --decorations=always --style=header-filesize -r 9 size" 0 'Size: 1.3 KiB\n'

# ---- -d of a folder, names for standard input
mkdir folder
is "$B -d folder 2>/dev/null" 1 ''
is "$B --file-name=a --file-name=b <x" 0 'x\n'

finish
