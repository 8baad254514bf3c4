#!/usr/bin/env bash
# The built-in pager of ecat on a terminal: keys in, screens out (spec ecat section 3).
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/../lib/case.sh"
. "$HERE/../lib/term.sh"
unset LESS EMBER_PAGER BAT_PAGER GIT_PAGER MANPAGER
trap 'stop; case_clean' EXIT

seq 1 300 >numbers
seq 1 5 >five
# The pane's own marks: alternate screen, where the cursor is.
pane() { tm display-message -p "$1"; }
row() { screen | sed -n "$1p" | sed 's/ *$//'; }
# top 'name' 'text': the first row comes to be that text
top() {
  local i
  for i in $(seq 1 100); do
    [ "$(row 1)" = "$2" ] && { pass; return; }
    sleep 0.05
  done
  fail "$1" "top row '$(row 1)', want '$2'" "$(screen | tail -n 1)"
}
sgr_has() { # name regex
  local i
  for i in $(seq 1 60); do
    screen_sgr | grep -qE -- "$2" && { pass; return; }
    sleep 0.05
  done
  fail "$1" "want: $2" "$(screen_sgr | head -n 12 | cat -v)"
}
alternate() { # name 0|1
  if [ "$(pane '#{alternate_on}')" = "$2" ]; then pass; else fail "$1" "alternate screen: $(pane '#{alternate_on}')"; fi
}

# ---------------------------------------------------------------- opening, moving, leaving
start 60 12 'stty -a >before; ecat -p numbers; stty -a >after; cmp before after && echo same modes'
shows 'P7 status' '^numbers +lines 1-11/300 +[0-9]+%'
alternate 'the pager has a screen of its own' 1
top 'K5 first line' 1
keys Space; top 'K3 a window down' 12
keys b; top 'K3 a window up' 1
keys j Down Enter; top 'K2 down' 4
keys k Up; top 'K2 up' 2
keys d; top 'K4 half a window down' 8
keys u; top 'K4 half a window up' 2
keys NPage; top 'K3 PgDn' 13
keys PPage; top 'K3 PgUp' 2
keys G; top 'K5 to the end' 290
shows 'P7 at the end' '\(END\)'
keys g; top 'K5 to the start' 1
keys End; top 'K5 End' 290
keys Home; top 'K5 Home' 1
keys 1 0 0 G; top 'K5 line 100' 100
keys 5 0 p; top 'K6 half way' 164
keys 1 0 %; top 'K6 10%' 40
keys 2 0 0 g; top 'K5 line 200' 200
keys m a g; top 'K13 away' 1
keys "'" a; top 'K13 back to the mark' 200
keys "'" "'"; top 'K13 where we were' 1
keys M-v; keys M-\>; top 'ESC->' 290
keys 5 g; top 'before the wheel' 5
keys -H 1b 5b 4d 61 21 21; top 'P8 wheel down' 8
keys -H 1b 5b 4d 60 21 21; top 'P8 wheel up' 5
keys =; shows 'K21 about the file' 'numbers +line [0-9]+ of 300 +1092 bytes'
keys h; shows 'K21 help' 'KEYS OF THE PAGER'
keys q; shows 'K21 back from the help' '^numbers'
keys 2 j; keys x; shows 'K26 unknown key says so' 'x is no key here'
keys q
shows 'K1 the terminal is as before' 'same modes'
shows 'E1 status' '\[status 0\]'
alternate 'the own screen is left' 0
never 'K1 nothing stays' 'lines 1-11'

# ---------------------------------------------------------------- searching
start 60 12 'ecat -p numbers'
wait_for 'lines 1-11'
keys / 7 7 Enter; top 'K8 down' 77
sgr_has 'K10 the match is coloured' '\[[0-9;]*7m.*77'
keys n; top 'K9 next' 177
keys n; top 'K9 next' 277
shows 'K9 which match it is' 'match 3/3'
keys n; shows 'K9 no more' 'not found: 77'
keys N; top 'K9 previous' 177
keys '?' 3 3 Enter; top 'K8 up' 133
keys / 'nothing' Enter; shows 'K8 not found' 'not found: nothing'
top 'not found: the place stays' 133
keys / '(' Enter; shows 'K8 bad pattern' 'pattern: '
keys / 'x' Escape; sleep 0.3; shows 'K8 a prompt is given up' '^numbers'
keys '&' 9 9 Enter; top 'K11 filter' 199
keys g; top 'K11 first' 99
keys '&' Enter; top 'K11 all lines' 99
keys q; wait_for 'status'

# a match that the wrapping cuts in two
{ seq 1 20; printf 'x%.0s' $(seq 1 35); echo 'NEEDLEend'; seq 22 60; } >long
start 40 12 'ecat -p long'
wait_for 'lines 1-11'
keys / NEEDLE Enter; top 'P12 found across the wrap' "$(printf 'x%.0s' $(seq 1 35))NEEDL"
sgr_has 'P12 coloured in both rows' 'x.*\[[0-9;]*7m.*NEEDL'
keys - S; shows 'K15 cut off' 'cut off'
keys g; top 'K15 cut off' 1
keys q; wait_for status

# ---------------------------------------------------------------- the window changes its size
start 60 12 'ecat -p numbers'
wait_for 'lines 1-11'
keys 5 0 g; top 'P6 before' 50
resize 30 20; shows 'P6 more rows' 'lines 50-68/300'
top 'P6 the top stays' 50
resize 60 8; shows 'P6 fewer rows' 'lines 50-56/300'
top 'P6 the top stays' 50
keys q; wait_for status

# ---------------------------------------------------------------- one screen
start 60 12 'ecat -p five'
shows 'P3 one screen is written and left' '\[status 0\]'
top 'P3 its rows' 1
alternate 'P3 never another screen' 0
start 60 12 'ecat -p --paging=always five'
shows 'P3 not with always' '\(END\)'
alternate 'P3 always' 1
keys q; wait_for status
mkfifo gate
start 60 12 '(echo a; cat gate; echo b) | ecat -p'
shows 'P3 the first rows come at once' '^a$'
never 'P3 the second later' '^b$'
: >gate
shows 'P3 and then the rest' '^b$'
shows 'P3 ends' 'status 0'
alternate 'P3 a pipe on the normal screen' 0
start 60 12 '(echo a; sleep 0.5; seq 1 100) | ecat -p'
shows 'P3 more than a screen' 'lines 1-11/'
top 'P3 from row 1' a
keys q; shows 'P3 nothing of it stays' '^\[status 0\]'
never 'P3 what was written is taken off' '^a$'
start 60 12 'stty -a >before; ecat -p < <(echo a; sleep 20); s=$?; stty -a >after; cmp before after && echo same modes $s'
wait_for '^a$'
keys q; shows 'P3 q leaves while more may come' 'same modes 0'
start 60 12 'ecat -p < <(echo a; sleep 20)'
wait_for '^a$'
keys =; shows 'P3 another key opens the pager' 'standard input +line 1'
alternate 'P3 on its own screen' 1
keys q; shows 'P3 left' '^\[status 0\]'
start 60 12 'true | ecat -p'
shows 'P3 empty input' '\[status 0\]'

# ---------------------------------------------------------------- pipes
start 60 12 'seq 1 300 | ecat -p'
shows 'P9 a pipe' 'lines 1-11/'
keys G; top 'P9 keys come from the terminal' 290
keys q; wait_for status
start 60 12 'yes | ecat -p'
shows 'P2 endless' 'lines 1-11/\?'
pid=$(pgrep -t "$(pane '#{pane_tty}' | sed 's,/dev/,,')" -x ecat | head -n 1)
sleep 0.5
rss=$(awk '/VmRSS/ {print $2}' "/proc/$pid/status")
if [ "${rss:-99999}" -lt 16384 ] || [ -n "${SANITIZE:-}" ]; then pass; else fail 'P2 memory' "RSS $rss KiB"; fi
keys 5 Space; keys q; shows 'P2 left' '\[status'
# slowly, so that a busy machine does not gather gigabytes before the key arrives
start 60 12 'while seq 1 50; do sleep 0.01; done | ecat -p'
wait_for 'lines 1-11/'
keys G; shows 'P11 a jump without end says so' 'reading'
keys C-c; shows 'P11 ^C stops it' 'interrupted'
keys / nowhere Enter; shows 'P11 so does a search' 'searching'
keys C-c; shows 'P11 ^C stops it too' 'interrupted'
keys q; shows 'P11 left' '\[status'

# ---------------------------------------------------------------- files
start 60 12 'ecat -p --paging=always numbers five'
shows 'K17 first of two' 'numbers .*\[file 1 of 2\]'
keys 3 0 g; top 'K17 moved' 30
keys : n; shows 'K17 next' 'five .*\[file 2 of 2\]'
keys : n; shows 'K17 no more' 'this is the last file'
keys : p; top 'K17 back where we were' 30
keys q; wait_for status
start 60 12 'ecat -p --paging=always numbers missing'
wait_for 'file 1 of 2'
keys : n; shows 'G8 a missing file is told' 'No such file'
keys q; shows 'E2 status' '\[status 1\]'

# ---------------------------------------------------------------- signals and stops
start 60 12 'stty -a >before; ecat -p numbers; s=$?; stty -a >after; cmp before after && echo same modes $s'
wait_for 'lines 1-11'
pid=$(pgrep -t "$(pane '#{pane_tty}' | sed 's,/dev/,,')" -x ecat | head -n 1)
kill -TERM "$pid"
shows 'P6 SIGTERM puts the terminal back' 'same modes 143'
alternate 'P6 SIGTERM leaves the screen' 0
if [ -z "${SANITIZE:-}" ]; then # a sanitizer has handlers of its own
  start 60 12 'ulimit -c 0; stty -a >before; ecat -p numbers; s=$?; stty -a >after; cmp before after && echo same modes $s'
  wait_for 'lines 1-11'
  kill -SEGV "$(pgrep -t "$(pane '#{pane_tty}' | sed 's,/dev/,,')" -x ecat | head -n 1)"
  shows 'P6 a crash puts the terminal back' 'same modes 139'
  alternate 'P6 a crash leaves the screen' 0
fi
start 60 12 'ecat -p numbers'
wait_for 'lines 1-11'
pid=$(pgrep -t "$(pane '#{pane_tty}' | sed 's,/dev/,,')" -x ecat | head -n 1)
stop
for i in $(seq 1 40); do
  kill -0 "$pid" 2>/dev/null || break
  sleep 0.05
done
if kill -0 "$pid" 2>/dev/null; then fail 'P6 goes with its terminal'; else pass; fi
start 60 12 'bash --norc --noprofile -i'
keys 'PS1=ready-; ecat -p numbers' Enter
wait_for 'lines 1-11'
keys C-z; shows 'P6 ^Z stops' 'Stopped'
alternate 'P6 stopped: the normal screen' 0
keys fg Enter; shows 'P6 and goes on' 'lines 1-11/300'
alternate 'P6 on its own screen' 1
keys q; wait_for 'ready-'; keys 'clear; yes | ecat -p' Enter
wait_for 'lines 1-11/[?]'
keys C-z; shows 'P6 ^Z stops the whole pipe' 'Stopped'
keys fg Enter; shows 'P6 and it goes on' 'lines 1-11/[?]'
keys q; wait_for 'ready-'; keys exit Enter

# ---------------------------------------------------------------- colours and hostile bytes
printf 'int main(void) { return 0; }\n%.0s' $(seq 1 40) >main.c
COLORTERM_INSIDE=truecolor start 60 12 'ecat -p main.c'
wait_for 'lines 1-11'
sgr_has 'S16 truecolour' '38[;:]2[;:]'
keys q; wait_for status
start 60 12 'COLORTERM= ecat -p main.c'
wait_for 'lines 1-11'
sgr_has 'S16 256 colours' '38[;:]5[;:]'
keys q; wait_for status
TERM_INSIDE=screen start 60 12 'ecat -p main.c'
wait_for 'lines 1-11'
sgr_has 'S16 16 colours' '\[[0-9;]*[39][0-7]m'
if screen_sgr | grep -qE '[34]8[;:]'; then fail 'S16 more than 16'; else pass; fi
keys / main Enter; sgr_has 'S16 16 colours: matches' '\[[0-9;]*7m.*main'
keys q; wait_for status
TERM_INSIDE=vt100 start 60 12 'ecat -p main.c'
wait_for 'lines 1-11'
if screen_sgr | grep -qE '\[[0-9;]*[349][0-7]m'; then fail 'S16 no colour on a VT100'; else pass; fi
keys / main Enter; sgr_has 'S16 VT100: matches in reverse' '\[[0-9;]*7m.*main'
keys q; wait_for status
start 60 12 'NO_COLOR=1 ecat -p main.c'
wait_for 'lines 1-11'
if screen_sgr | head -n 5 | grep -qE '38[;:]|\[[0-9;]*3[0-7]m'; then fail 'G9 NO_COLOR'; else pass; fi
keys q; wait_for status
# The terminal's own background decides between the dark and the light theme (L7). This tmux is the terminal and
# answers for itself; TMUX would say that another one is behind it, which an old tmux does not pass the question to.
first_look() { screen_sgr | grep -m 1 'int'; }
start 60 12 'sleep 0.3; env -u TMUX ecat -p main.c'
wait_for 'lines 1-11'
dark=$(first_look)
keys q; wait_for status
start 60 12 'cat gate; env -u TMUX ecat -p main.c'
tm set -g window-style 'bg=#ffffff'
: >gate
wait_for 'lines 1-11'
light=$(first_look)
keys q; wait_for status
start 60 12 "COLORFGBG='0;15' ecat -p main.c"
wait_for 'lines 1-11'
told=$(first_look)
keys q; wait_for status
if [ -n "$light" ] && [ "$light" != "$dark" ] && [ "$light" = "$told" ]; then pass; else
  fail 'L7 light and dark' "$(printf '%s\n' "$dark" "$light" "$told" | cat -v)"
fi
printf 'a\033]0;owned\007b\033[2Jc\033[31mred\033[0m\n%.0s' $(seq 1 30) >hostile
start 60 12 'ecat -p hostile'
wait_for 'lines 1-11'
if [ "$(pane '#{pane_title}')" != owned ]; then pass; else fail 'S20 the title was changed'; fi
shows 'S20 shown, not obeyed' 'a.*owned.*b.*c.*red'
keys q; wait_for status
start 60 12 'setsid -w ecat -p numbers'
shows 'P9 no terminal for keys: unpaged' '^300$'
shows 'P9 ends' 'status 0'
TERM_INSIDE=dumb start 60 12 'TERM=dumb ecat -p numbers'
shows 'P: a dumb terminal gets plain output' '^300$'
shows 'P: dumb ends' 'status 0'

# ---------------------------------------------------------------- LESS
start 60 12 'LESS=FRX ecat -p numbers'
shows 'P10 X' 'lines 1-11/300'
alternate 'P10 X: no screen of its own' 0
keys Space q; shows 'P10 X: the rows stay' '^22$'
wait_for status
start 30 12 'LESS=SN ecat -p long'
shows 'P10 N numbers, S cut off' '^ +21 x+$|^ +1 1$'
keys q; wait_for status
start 30 12 'LESS=i ecat -p --paging=always main.c'
wait_for 'main.c'
keys / INT Enter; shows 'P10 i: capitals count' 'not found: INT'
keys / MAIN Enter; shows 'P10 i' 'not found: MAIN'
keys q; wait_for status
start 60 12 'LESS=+50g ecat -p numbers'
top 'P10 +cmd' 50
keys q; wait_for status

# ---------------------------------------------------------------- for git and man
git init -q repo && cd repo && for i in $(seq 1 30); do echo "line $i" >>file; git add file; git commit -qm "change $i"; done
start 60 12 'git -c core.pager=ecat -c color.ui=always log -p'
shows 'I1 git log' '^commit [0-9a-f]{40}'
shows 'I2 changes' '^    change 30'
sgr_has 'I1 colours' '\[[0-9;]*3[0-9].*commit|\[33m.*commit'
keys / 'change 12' Enter; shows 'I1 search' '^    change 12$'
keys q; shows 'I1 left' '\[status 0\]'
cd ..
mkdir -p man/man1
{
  echo '.TH EMBERTEST 1'
  echo '.SH NAME'
  echo 'embertest \- a page of its own'
  echo '.SH DESCRIPTION'
  for i in $(seq 1 60); do printf '.PP\nparagraph \\fB%s\\fR and \\fIunder\\fR\n' "$i"; done
} >man/man1/embertest.1
if man -M "$PWD/man" embertest >/dev/null 2>&1; then
  start 60 12 "MANPAGER='ecat -plman' man -M '$PWD/man' embertest"
  shows 'I5 man page' '^NAME'
  never 'I5 no overstrikes' 'N.?N.?A.?A'
  keys / 'paragraph 40' Enter; shows 'I5 search in it' '^ +paragraph 40 and under'
  keys q; wait_for status
fi

finish
