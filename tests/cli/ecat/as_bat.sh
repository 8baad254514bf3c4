#!/usr/bin/env bash
# as_bat.sh: under the name bat, what bat 0.26.1 was seen to write (tests/peers/bat.sh asks bat itself).
. "$(dirname "$0")/../../lib/case.sh"
ln -s "$BUILD/ecat" "$WORK/ours/bat"
B='bat --color=never'
W="$B --decorations=always --terminal-width=12"

printf 'a\tb\n\tc\n' >tabs
printf '\377\376h\0i\0\n\0' >u16
: >empty
printf 'x\n' >x

# ---- -n and -p: the last one wins, but -n in front of it shows as on a terminal does
is "$B -p -n tabs" 0 '   1 a   b\n   2     c\n'
is "$B -n -p tabs" 0 'a\tb\n\tc\n'
is "$B -n -p u16" 0 'hi\n'
is "$B -p u16" 0 '\0377\0376h\0000i\0000\n\0000'

# ---- where nothing but text is shown, TABs pass
is "$W --style=plain tabs" 0 'a\tb\n\tc\n'
is "$W --style=snip tabs" 0 'a   b\n    c\n'

# ---- an empty input of which nothing is told has no frame either
is "$W --style=grid empty" 0 ''
is "$W --style=numbers,grid empty" 0 ''
is "$W --style=rule x empty" 0 'x\n'
is "$W --style=grid empty x" 0 '────────────\nx\n────────────\n'
is "$W --style=grid,header-filename empty" 0 '────────────\nFile: empty \n  <EMPTY>\n────────────\n'

finish
