#!/usr/bin/env bash
# efind on a terminal: colours, names that would move the cursor, order, hints.
. "$(dirname "$0")/../lib/case.sh"
. "$HERE/../lib/term.sh"
trap 'stop; case_clean' EXIT

mkdir -p sub/deep 'b-dir' b
touch sub/deep/x.c b/y 'b-dir/z' "$(printf 'evil\033[2J\033]0;t\007.c')" "$(printf 'line\nbreak.c')" "$(printf 'bi\342\200\256di.c')" \
  "$(printf 'bad\377.c')"
export LS_COLORS='di=34:*.c=31'

row O6
start 80 24 "LS_COLORS='$LS_COLORS' efind -e c"
shows "escape bytes are visible" 'evil\\x1B\[2J\\x1B\]0;t\\x07\.c'
shows "a line feed is visible" 'line\\x0Abreak\.c'
shows "bidi controls are visible" 'bi\\u\{202E\}di\.c'
shows "bad bytes are visible" 'bad\\xFF\.c'
shows "the rest is shown" '^sub/deep/x\.c'
row O9
yes_ "parents and names are coloured" bash -c 'printf "%s" "$1" | grep -q "$(printf "\033\\[34msub/deep/.*\033\\[31mx.c")"' - "$(screen_sgr)"
stop

start 80 24 "efind -c never . b b-dir sub; efind --max-buffer-time=60000 -c never '^[bs]' -d1"
shows "both searches end" '\[status 0'
yes_ "order" test "$(screen | grep -nE '^b/$|^b-dir/$' | cut -d: -f2 | tr -d '\n')" = 'b/b-dir/'
stop

start 80 24 "efind sub -e nothing; efind -emtpy; efind -tf -name x; efind -tq; efind --maxdepht 3"
row A17
shows "a directory as the pattern" "'sub' was the pattern"
row A18
shows "a mistyped word of find" "find's word is -empty"
row L20
shows "what chose the language" "'-name' is find's, but '-tf' made this fd's language; --lang=find first"
never "no more where no word is find's" "'(-tq|--maxdepht)' made"
stop
start 80 24 "efind -name x -e c; efind . -nam x; efind -tz; efind --lang=find . -tf; find . -e c"
shows "what made it find's language" "'-name' made this find's language; --lang=fd first"
shows "a mistyped primary" 'did you mean -name\?'
shows "a word of neither" "'-tz' is no option of fd's either"
row L14
shows "nothing more where find was asked for" '\[status 1'
never "--lang=find has nothing to explain" "'-tf' is no|'-tf' made|'-e' "
stop
finish
