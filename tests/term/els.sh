#!/usr/bin/env bash
# els on a real terminal: GNU's own bytes with --color=never, colours by default, widths, plain terminals.
. "$(dirname "$0")/../lib/case.sh"
. "$HERE/../lib/term.sh"
. "$HERE/../cli/els/_fixtures.sh" || exit 1
fixture_types
fixture_nested
mkdir few && touch few/plain few/'with space' few/$'new\nline' few/日本語 few/"it's" few/$'inv\377' && mkdir few/dir
ln -s ../few few/link
export TERM_INSIDE COLORTERM_INSIDE

# What the program wrote, byte for byte: script records the terminal's side of a pty of that size.
on_terminal() { # cols command
  script -qec "stty cols $1 rows 50 -opost; $2" /dev/null </dev/null
}
pty_same() { # cols arguments
  local want got
  want=$(PATH=$GNU:$SYSTEM_PATH on_terminal "$1" "ls --color=never $2; echo \$?" | od -c)
  got=$(PATH=$WORK/ours:$SYSTEM_PATH on_terminal "$1" "ls --color=never --icons=never $2; echo \$?" | od -c)
  if [ "$want" = "$got" ]; then pass; else fail "terminal $1: ls $2" "$(diff <(echo "$want") <(echo "$got") | head -n 6)"; fi
  got=$(PATH=$WORK/ours:$SYSTEM_PATH on_terminal "$1" "ls --gnu $2; echo \$?" | od -c)
  if [ "$want" = "$got" ]; then pass; else fail "terminal $1: ls --gnu $2"; fi
}
if command -v script >/dev/null; then
  for cols in 1 2 20 80 200; do
    for o in '' -a -l -x -m -F -N -q -b -Q -s -i -R --show-control-chars -1 --quoting-style=literal; do
      pty_same "$cols" "$o few"
    done
    pty_same "$cols" "types nested"
    pty_same "$cols" "few/* nested"
  done
fi

# The same through tmux's eyes
for cols in 20 80; do
  PATH=$GNU:$SYSTEM_PATH start "$cols" 30 'ls --color=never -F types few'
  wait_for 'status 0'
  want=$(screen)
  start "$cols" 30 'ls --color=never -F types few'
  wait_for 'status 0'
  if [ "$(screen)" = "$want" ]; then pass; else fail "screen of $cols columns" "$(diff <(echo "$want") <(screen) | head -n 8)"; fi
done

# Colours are on by default, and off where they are not wanted
start 80 24 'ls types'
wait_for 'status 0'
yes_ "folders are blue" grep -q $'\033\[1m\033\[34m\(dir\|open\)\|\033\[1;34m\|\033\[01;34m\|\033\[34;1m\|34mdir' <(screen_sgr)
start 80 24 'NO_COLOR=1 ls types'
wait_for 'status 0'
yes_ "NO_COLOR" test -z "$(screen_sgr | grep -a $'\033\[[0-9;]*3[0-9]m')"
start 80 24 'NO_COLOR=1 ls --color=auto types'
wait_for 'status 0'
yes_ "--color wins over NO_COLOR" grep -q $'\033\[' <(screen_sgr)
TERM_INSIDE=dumb start 80 24 'ls types'
wait_for 'status 0'
yes_ "a dumb terminal has no colours" test -z "$(screen_sgr | grep -a $'\033\[[0-9;]*3[0-9]m')"
TERM_INSIDE=dumb COLORTERM_INSIDE=truecolor start 80 24 'LS_COLORS=di=34:ex=32 ls -l types; ls -d types'
wait_for 'status 0'
yes_ "nor where COLORTERM and LS_COLORS are set" test -z "$(screen_sgr | grep -a $'\033\[[0-9;]*3[0-9]m')"
TERM_INSIDE=dumb COLORTERM_INSIDE=truecolor start 80 24 'ls --color=auto types'
wait_for 'status 0'
yes_ "--color wins over a dumb terminal" grep -q $'\033\[' <(screen_sgr)
start 80 24 'ls types | cat'
wait_for 'status 0'
yes_ "a pipe has no colours" test -z "$(screen_sgr | grep -a $'\033\[[0-9;]*3[0-9]m')"
start 80 24 'LS_COLORS="di=38;5;208" ls -d types'
wait_for 'status 0'
yes_ "256 colours pass" grep -q $'38;5;208' <(screen_sgr)

# Names and folders
touch few/$'a\u202eb' few/$'esc\033[31m'
start 80 24 'ls few'
shows "control characters are visible" "esc'\\$'\\\\033'"
shows "direction marks are visible" "'a'\\$'\\\\342\\\\200\\\\256''b'"
shows "names are in columns" 'dir  .*plain'
start 30 24 'ls --tree nested/a'
shows "a tree" '│   ├── c'
start 80 24 'EMBER_ICONS=unicode ls few'
shows "icons by EMBER_ICONS" '📁 *dir'
start 80 24 'EMBER_ICONS=unicode ls --gnu few'
wait_for 'status 0'
never "no icons with --gnu" '📁'
TERM_INSIDE=dumb start 80 24 'EMBER_ICONS=nerd ls few'
wait_for 'status 0'
never "no icons on a dumb terminal" $'\uf07b'
start 80 24 'TERM_PROGRAM=WezTerm ls few'
shows "icons where the terminal has them" $'\uf07b *dir'
row B6 # names are guarded on a terminal, with colours or without, unless the bytes of GNU ls are asked for
mkdir turned && touch turned/a$'\u202e'b
for how in 'ls' 'NO_COLOR=1 ls' 'TERM=dumb ls' 'LS_COLORS=bad ls' 'ls --icons=unicode --color=never'; do
  start 80 24 "$how turned"
  shows "$how: guarded" "'a'\\$'.342.200.256''b'"
done
for how in 'ls --gnu' 'ls --color=never --icons=never' 'ls --color=never' 'ls --zero' 'ls --guard-names=never'; do
  start 80 24 "$how turned"
  wait_for 'status 0'
  never "$how: not guarded" '342'
done

row B28 # a signal in the middle of a long coloured listing leaves plain text behind
start 80 24 'exec 3>&1; (LS_COLORS="di=41:fi=41" ls -R /usr /proc 2>/dev/null & p=$!; sleep 0.2; kill -TERM $p 2>/dev/null; wait $p; echo "ended $?"); echo plain'
wait_for 'plain'
yes_ "colours end with the signal" test -z "$(screen_sgr | grep -a $'41m[^m]*plain')"
# A stop comes in the middle of a colour too seldom to wait for it: that it is seen to is asked.
start 80 24 'set -m; LS_COLORS="di=41:fi=41" ls -R /usr /proc 2>/dev/null & p=$!; for i in $(seq 100); do c=$((0x$(sed -n "s/SigCgt:.//p" /proc/$p/status) >> 19 & 1)); [ $c = 1 ] && break; sleep 0.05; done; kill -TSTP $p; for i in $(seq 100); do s=$(cut -d" " -f3 /proc/$p/stat); [ $s = T ] && break; sleep 0.05; done; echo; echo caught $c, state $s; kill -KILL $p'
shows 'colours end before a stop, which comes' 'caught 1, state T'

mkdir -p "$XDG_CONFIG_HOME/ember" && echo --tree >"$XDG_CONFIG_HOME/ember/els.conf"
start 80 24 'ls nested/a'
shows "els.conf is read on a terminal" '── two'
start 80 24 'ls --gnu nested/a'
wait_for 'status 0'
never "but not with --gnu" '── two'
start 80 24 'ls nested/a | cat'
wait_for 'status 0'
never "nor in a pipe" '── two'
stop
finish
