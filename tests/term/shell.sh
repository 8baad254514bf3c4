#!/usr/bin/env bash
# shell.sh: what one meets in a day with `alias cat=ecat` in a shell on a terminal.
. "$(dirname "$0")/../lib/case.sh"
. "$HERE/../lib/term.sh"
trap 'stop; case_clean' EXIT
unset LESS MAN_PN EMBER_STYLE BAT_STYLE EMBER_THEME

printf 'one\ntwo\n' >two
seq 1 100 >long
printf 'a\e[31mred\e[0m \e[2Jx\b\n' >esc

# ---- a person types an input, X5 and G1: nothing pages, and the line is there at once
typed() { # 'command' 'regex of the screen behind the typed line'
  start 80 24 "$1"
  sleep 0.3
  keys -l 'typed'
  keys Enter
  shows "$1" "$2"
  never "$1: no pager" 'lines 1-'
  keys C-d
  shows "$1 ends" '\[status 0\]'
}
typed 'ecat' '^typed$'
typed 'ecat -' '^typed$'
typed 'ecat /dev/tty' '^typed$'
typed 'ecat /dev/stdin' '^typed$'
typed 'ecat two -' '│ typed$'
typed 'ecat - two' '│ typed$'
typed 'ecat two /dev/tty' '│ typed$'
typed 'ecat long -' '│ typed$'
typed 'cat two -' '^typed$'

# ---- -v and its kin show the sequences of the input; without them its colours are kept, N10
start 80 24 'ecat -v esc; ecat -A esc; ecat -pt esc; ecat -e esc'
shows '-v' '│ a\^\[\[31mred\^\[\[0m \^\[\[2Jx\^H$'
shows '-A' '│ a\^\[\[31mred\^\[\[0m \^\[\[2Jx\^H\$$'
shows '-t' '^a\^\[\[31mred\^\[\[0m \^\[\[2Jx\^H$'
start 80 24 'ecat -E esc; ecat -n esc'
shows '-E' '│ ared \^\[\[2Jx\^H\$$'

# ---- grep and compilers erase to the end of the line behind each colour: nothing of it is seen, I10
start 80 24 'grep --color=always -n two two | ecat; printf "\e[01m\e[Kx.c:\e[m\e[0K gone\e[K\n" | ecat -p; printf "\e[1K\e[2Kkept\n" | ecat'
shows 'grep' '^2:two$'
shows 'a compiler' '^x\.c: gone$'
shows 'another erasure is shown' '^\^\[\[1K\^\[\[2Kkept$'

# ---- -n and -b count on from file to file, on one screen and in the pager, N11
start 80 24 'ecat -n two two; ecat -b two missing two; TERM=dumb ecat -n two two'
shows '-n: the second file goes on' '^     4  two$'
shows 'and ends' '\[status 0\]'
if [ "$(screen | grep -c '^     3  one *$')" = 3 ]; then pass; else fail '-n, -b, and where nothing can page' "$(screen)"; fi
start 80 24 'ecat -n long long two'
wait_for 'lines 1-23/100'
keys :x :n :n
shows 'the third of three long ones' '^   201  one$'
keys :p
shows 'the second' '^   101  1$'
keys q

stop
finish
