#!/usr/bin/env bash
# ecat.sh: ecat on terminals of several sizes and kinds.
source "$(dirname "$0")/../lib/case.sh"
source "$HERE/../lib/term.sh"
trap 'stop; case_clean' EXIT
unset LESS MAN_PN EMBER_STYLE BAT_STYLE EMBER_THEME
e=$'\e'

printf '#include <stdio.h>\n\nint main(void)\n{\n\treturn 0;\n}\n' >hello.c
seq 1 500 >lines
printf 'a long line that is certainly wider than eighty columns, for it goes on and on until it has said %s\n' 'what it had to say' >wide
printf 'a\e[2Jb\e]0;title\a\rc\n' >evil
printf 'colours are kept \e[31mred\e[0m\n' >red

sgr() { # name regex: the screen, with its colours, matches
  if wait_for '\[status' && screen_sgr | grep -qE -- "$2"; then pass; else fail "$1" "want: $2" "$(screen_sgr | head -n 20 | cat -v)"; fi
}

# ---- one screen: printed, status 0, at 80 and 200 columns
start 80 24 'ecat hello.c'
shows 'the text' '^   5 │ {9}return 0;'
shows 'the header' 'File: hello\.c'
shows 'the status' '^\[status 0\]'
yes_ 'the grid is as wide as the screen' bash -c '[ "$(head -n 1 | tr -d "\n" | wc -m)" = 80 ]' < <(screen)
start 200 24 'ecat hello.c wide'
shows 'no need to wrap' 'what it had to say$'
yes_ 'the grid is as wide as 200 columns' bash -c '[ "$(head -n 1 | tr -d "\n" | wc -m)" = 200 ]' < <(screen)
start 80 24 'ecat wide'
shows 'wrapped beside an empty gutter' '^     │ .*what it had to say'

# ---- depths of colour
COLORTERM_INSIDE=truecolor start 80 24 'ecat --theme=dark-plus hello.c'
sgr '24 bits' "38;2;86;156;214mint"
start 80 24 'ecat --theme=dark-plus hello.c'
sgr '256 colours' '38;5;[0-9]+mint'
TERM_INSIDE=xterm start 80 24 'ecat --theme=dark-plus hello.c'
sgr '16 colours' "\[(3|9)[0-7]mint"
TERM_INSIDE=dumb start 80 24 'ecat hello.c'
shows 'a dumb terminal has the text' '^   5 │ {9}return 0;'
if screen_sgr | grep -q "$e\[3"; then fail 'a dumb terminal has no colours'; else pass; fi
start 80 24 'NO_COLOR=1 ecat hello.c'
shows 'without colours' '^   3 │ int main'
if screen_sgr | grep -q "$e\[3"; then fail 'NO_COLOR'; else pass; fi

# ---- nothing raw
start 80 24 'printf "\033]0;mine\a"; ecat evil'
shows 'sequences are text' 'a\^\[\[2Jb\^\[\]0;title\^G\^Mc'
if [ "$(tm display-message -p '#{pane_title}')" = title ]; then fail 'the title was set'; else pass; fi

# ---- what is called cat, plain styles, numbers, standard input
start 80 24 'cat hello.c; cat -n hello.c'
shows 'cat has no frame' '^int main\(void\)'
shows "cat's numbers" '^     5          return 0;'
never 'no grid' '│'
start 80 24 'cat lines'
shows 'cat does not page' '^500$'
shows 'and ends' '^\[status 0\]'
start 80 24 'ecat -p red'
sgr "the input's colours" "kept $e\[31mred"
start 80 24 'ecat <red'
shows 'standard input has no frame' '^colours are kept red'
start 80 24 'ecat -P lines'
shows '-P does not page' '^ 500 │ 500|^─+┴'
shows '-P ends' '^\[status 0\]'
start 80 24 'EMBER_PAGING=never ecat lines'
shows 'the environment says so too' '^\[status 0\]'
start 80 24 'ecat'
keys 'typed' Enter
shows 'a line typed comes back' '^typed$'
keys C-d
shows 'until the end' '^\[status 0\]'
start 80 24 'ecat missing hello.c; echo; ecat --nonsense'
shows 'missing' '^ecat: missing: No such file or directory'
shows 'the others are shown' 'int main'
shows 'wrong option' "^ecat: unrecognized option '--nonsense'"

# ---- the pager
start 80 10 'ecat lines'
shows 'the first screen' '^   5 │ 5'
never 'it waits' '\[status'
keys G
shows 'the end' '^ 500 │ 500'
keys q
shows 'it ends' '^\[status 0\]'
start 80 10 'seq 100 | ecat --paging=always; ecat --paging=always hello.c'
shows 'pages a pipe' '^3$'
keys q
shows 'pages one screen when told so' 'hello\.c .*\(END\)|hello\.c  lines'
keys q
shows 'both end' '^\[status 0\]'

# ---- as the pager of others
if command -v git >/dev/null; then
  git init -q . && git add . && git commit -qm 'the first commit' && echo more >>hello.c && git commit -qam 'the second commit'
  start 80 24 'git -c core.pager=ecat -c color.ui=always log -p'
  shows 'git log' 'the second commit'
  never 'without a frame' '│'
  if screen_sgr | grep -qE "$e\[(1;)?3[0-9](;1)?m"; then pass; else fail "git's colours" "$(screen_sgr | head -n 12 | cat -v)"; fi
  keys q
  shows 'git log ends' '\[status'
fi
printf 'NAME(1)\n\nN\bNA\bAM\bME\bE\n       name - _\bt_\bh_\be manual\n' >manual
start 80 6 'MAN_PN="name(1)" ecat --paging=always <manual'
shows 'named as man says' '^name\(1\) '
start 80 24 'MAN_PN="name(1)" ecat <manual'
shows 'a manual page' '^       name - the manual'
if screen_sgr | grep -qE "$e\[[0-9;]*4m[^ ]*the"; then pass; else fail 'underlined' "$(screen_sgr | head -n 6 | cat -v)"; fi


row X5
twice() { # NAME LINE: the terminal's echo, and ecat's
  local tries=0
  while [ $((tries += 1)) -le 200 ]; do
    [ "$(screen | grep -cx "$2")" = 2 ] && { pass; return; }
    sleep 0.05
  done
  fail "$1" "$(screen)"
}
for command in 'ecat -' 'ecat --style=full' 'ecat /dev/tty'; do
  start 80 24 "$command"
  keys 'typed' Enter
  twice "$command: each line at once" typed
  keys 'again' Enter
  twice "$command: and the next" again
  keys C-d
  shows "$command: until the end" '^\[status 0\]'
  if [ "$(screen | head -n 5 | sed 's/ *$//')" = $'typed\ntyped\nagain\nagain\n[status 0]' ]; then pass; else fail "$command: and nothing else" "$(screen)"; fi
done
start 80 24 'ecat -n'
keys 'typed' Enter
shows 'with a number' '^     1  typed$'
keys C-d
never 'and no frame' '│|─'
finish
