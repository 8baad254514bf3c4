#!/usr/bin/env bash
# ecat_rows.sh: the rows of the specification of ecat that need a terminal, each under its id.
source "$(dirname "$0")/../lib/case.sh"
source "$HERE/../lib/term.sh"
trap 'stop; case_clean' EXIT
unset LESS MAN_PN EMBER_STYLE BAT_STYLE EMBER_THEME EMBER_PAGING BAT_PAGING EMBER_OPTS
e=$'\e'
alternate() { tm display-message -p '#{alternate_on}'; }

printf 'int main(void)\n{\n\treturn 0; /* caf\303\251 \342\202\254 */\n}\n' >x.c
printf 'one\ntwo\nthree\n' >a
seq 1 100 >lines
printf 'a%.0s' $(seq 1 100) >wide
printf ' end\n' >>wide

# seen 'command': what it writes to a terminal of 40 columns, byte for byte (lines end with CR LF), in $WORK/seen
seen() {
  timeout 20 script -qefc "bash -c $(printf %q "stty cols 40 rows 20; PATH='$PATH'; $1")" "$WORK/seen" </dev/null >/dev/null 2>&1
  sed -i 1d "$WORK/seen" # what script itself writes
  sed -i '/^Script done/d' "$WORK/seen"
}
# writes 'command' 'exact bytes' (printf %b; a CR stands before each LF)
writes() {
  seen "$1"
  printf '%b' "$2" | sed 's/$/\r/' >"$WORK/want"
  head -c "$(stat -c %s "$WORK/want")" "$WORK/seen" >"$WORK/front"
  if cmp -s "$WORK/front" "$WORK/want"; then pass; else fail "writes: $1" "$(diff "$WORK/want" "$WORK/seen" | cat -v | head -n 12)"; fi
}
dash() { printf -- "${2:-─}%.0s" $(seq "$1"); }

# ---- X4: a terminal has colours, a frame and, where it does not fit, the pager
row X4
writes 'NO_COLOR=1 ecat -P a' "─────┬$(dash 34)\n     │ File: a\n─────┼$(dash 34)\n   1 │ one\n   2 │ two\n   3 │ three\n─────┴$(dash 34)\n"
seen 'TERM=xterm-256color COLORTERM= COLORFGBG="15;0" ecat -P --style=plain --theme=dark-plus x.c'
yes_ 'it is coloured' grep -q "$e\[38;5;[0-9]*mint" "$WORK/seen"
writes 'NO_COLOR=1 cat a' 'one\ntwo\nthree\n'
start 40 10 'ecat lines'
shows 'too long for the screen: the pager' 'lines 1-[0-9]+/100'
keys q
shows 'and it ends' '\[status 0\]'

row O26
one_colour blue '#5f87af'
printf '{ "a": 1 }\n' >x.json
O='COLORTERM= TERM=xterm-256color ecat -P --style=plain --theme=blue'
for o in '' --color=auto --color=always '--color=never --color=auto'; do writes "$O $o x.json" '\e[38;5;67m{ "a": 1 }\e[0m\n'; done
for o in --color=never '--color=always --color never'; do writes "$O $o x.json" '{ "a": 1 }\n'; done
row V10
writes "NO_COLOR=1 $O x.json" '{ "a": 1 }\n'
writes "NO_COLOR= $O x.json" '\e[38;5;67m{ "a": 1 }\e[0m\n'
writes "NO_COLOR=1 $O --color=always x.json" '\e[38;5;67m{ "a": 1 }\e[0m\n'
writes "${O/xterm-256color/dumb} x.json" '{ "a": 1 }\n'
writes "COLORTERM=truecolor ${O#COLORTERM= } x.json" '\e[38;2;95;135;175m{ "a": 1 }\e[0m\n'
rm -r "$XDG_CONFIG_HOME/ember" x.json

# ---- S8: marks that git takes its time for come by themselves, whether the file fits the screen or not
row S8
if [ -z "${SANITIZE:-}" ] && strace -o "$WORK/trace" true 2>/dev/null && git init -q repo 2>/dev/null && [ -e "$BUILD/ember-git.so" ]; then
  (cd repo && seq 1 100 >f && seq 1 6 >g && seq 1 900000 >huge && git add . && git commit -qm one &&
    sed -i 's/^3$/three/' f && sed -i 's/^3$/three/' g && sed -i 's/^3$/three/' huge)
  slow="cd repo; strace -f -qq -o '$WORK/trace' -P '$PWD/repo/.git/index' -e inject=open,openat:delay_enter=1500000"
  for f in f g huge; do
    start 40 20 "$slow ecat --paging=always $f"
    shows "$f is there" '^   4 +│ 4$|^ +4 │ 4$'
    shows "$f: the marks follow" '^ +3 ~ │ three$'
  done
  start 40 20 "$slow ecat --paging=always f"
  shows 'and so does the number of lines' 'lines 1-[0-9]+/100'
  keys q
  shows 'left' '\[status 0\]'
  rm -rf repo
fi

# ---- G1: when to page
row G1
start 40 10 'ecat -P lines'
shows '-P: all lines, and the end' '\[status 0\]'
never 'no pager' 'lines 1-'
start 40 10 'ecat --paging=never lines'
shows 'never' '\[status 0\]'
start 40 10 'ecat --no-pager lines; ecat -pp lines'
shows '--no-pager, -pp' '\[status 0\]'
start 40 10 'ecat --paging=always a'
shows 'always: one screen too' '\(END\)'
keys q
shows 'always: left' '\[status 0\]'
start 40 10 'ecat --paging=auto a'
shows 'auto: not for one screen' '\[status 0\]'
start 40 10 'ecat missing gone'
shows 'no input is there: nothing to page' '\[status 1\]'
shows 'both are told' '^ecat: gone: No such file'
if [ "$(alternate)" = 0 ]; then pass; else fail 'the screen is the usual one'; fi
start 40 10 'ecat'
keys 'typed' Enter
shows 'what is typed is no text for a pager' '^typed$'
keys C-d
shows 'its end' '\[status 0\]'
start 40 10 'ecat --paging=always lines | tail -n 1'
shows 'nothing pages in a pipe' '^100$'
start 40 10 'cat lines'
shows 'nor for cat' '^100$'
row V3
start 40 10 'EMBER_PAGING=never ecat lines'
shows 'EMBER_PAGING' '\[status 0\]'
start 40 10 'BAT_PAGING=never ecat lines'
shows 'BAT_PAGING' '\[status 0\]'
start 40 10 'BAT_PAGING=never EMBER_PAGING=always ecat a'
shows 'ours wins' '\(END\)'
keys q
start 40 10 'EMBER_PAGING=always ecat -P lines'
shows 'the command line wins' '\[status 0\]'
start 100 20 'EMBER_PAGING=often ecat a'
shows 'a bad word is told, and passed over' '^ecat: warning: EMBER_PAGING: '

# ---- V2, N30 to N34: which pager
row V2
mkdir fake
printf '#!/bin/sh\n[ "$1" = --version ] && { echo "less 590 (GNU)"; exit; }\necho "${0##*/} $*" >>"%s/log"\ncat >"%s/paged"\n' "$PWD" "$PWD" >fake/less
chmod +x fake/less
for name in mine more most old busy; do cp fake/less "fake/$name"; done
mkdir fake/o fake/b
sed 's/less 590 (GNU)/less 487 (GNU)/' fake/less >fake/o/less
sed 's/less 590 (GNU)/BusyBox v1.35/' fake/less >fake/b/less
chmod +x fake/?/less
ln -s "$BUILD/ecat" "$WORK/ours/bat"
# paged 'command' 'line of the log': the pager of that name and those arguments got the text; '': none was started
paged() {
  rm -f log paged
  seen "export NO_COLOR=1 PATH='$PWD/fake':\$PATH; $1"
  if [ "$(command cat log 2>/dev/null)" = "$2" ] && { [ -z "$2" ] || cmp -s paged a; }; then pass; else
    fail "paged: $1" "log '$(command cat log 2>/dev/null)', want '$2'" "$(cat -v paged "$WORK/seen" 2>/dev/null | head -n 8)"
  fi
}
paged 'ecat -p --pager=mine a' 'mine '
paged 'ecat -p --pager="mine -x '"'two words'"'" a' 'mine -x two words'
paged 'EMBER_PAGER=mine BAT_PAGER=most PAGER=more ecat -p a' 'mine '
paged 'BAT_PAGER="most -a" PAGER=more ecat -p a' 'most -a'
paged 'PAGER="mine -a" ecat -p a' 'mine -a'
row N30
paged 'EMBER_PAGER=most ecat -p --pager=mine a' 'mine '
paged 'EMBER_PAGER=mine ecat -p --pager=builtin a' ''
paged 'EMBER_PAGER=mine ecat -P -p a' ''
paged 'EMBER_PAGER=mine ecat -p missing' ''
paged 'EMBER_PAGER=mine cat -p a' ''
paged 'EMBER_PAGER=mine cat -p --paging=always a' 'mine '
for none in cat '' /bin/cat; do paged "PAGER=mine BAT_PAGER='$none' ecat -p a" ''; done
row N31
for name in less more most bat ecat; do paged "PAGER=$name ecat -p a" ''; done
paged 'PAGER=less bat -p a' 'less -R -F -K'
paged 'PAGER="less -x5" bat -p a' 'less -R -F -K'
for name in more most bat; do paged "PAGER=$name bat -p a" 'less -R -F -K'; done
paged 'BAT_PAGER=less ecat -p a' 'less -R -F -K'
row N33
paged 'ecat -p --pager=less --paging=always -S a' 'less -R -S -K'
paged 'ecat -p --pager="less -j5" a' 'less -j5'
paged "ecat -p --pager=$PWD/fake/o/less a" 'less -R -F -K -X'
paged "ecat -p --pager=$PWD/fake/b/less a" 'less -R -F'
row N32
for own in ecat /usr/bin/bat 'ecat -p'; do
  seen "ecat -p --pager='$own' a"
  yes_ "$own is refused" grep -q 'ecat cannot be its own pager' "$WORK/seen"
done
row N34
# (A PATH with folders that may not be looked into would have another reason.)
writes "PATH='$WORK/ours:/usr/bin:/bin'; "'NO_COLOR=1 ecat -p --pager=none-such a; echo $?' "ecat: warning: pager 'none-such': No such file or directory\none\ntwo\nthree\n0\n"
writes 'NO_COLOR=1 ecat -p --pager="a '"'"'b" a; echo $?' "ecat: --pager: 'a 'b': no closing '\n1\n"
writes 'NO_COLOR=1 ecat -p --pager=true <(yes); echo $?' '0\n'
writes 'NO_COLOR=1 ecat -p --pager="sh -c '"'"'echo \$LESSCHARSET; cat'"'"'" a' 'UTF-8\none\ntwo\nthree\n'
writes 'NO_COLOR=1 ecat -p --pager="sh -c '"'"'tr o 0 >got'"'"'" a missing; echo $?; head got' "ecat: missing: No such file or directory\n1\n0ne\ntw0\nthree\n"

# ---- G2: the title
row G2
title() { # NAME WANT: the title comes to be that
  local i
  for i in $(seq 1 100); do
    [ "$(tm display-message -p '#{pane_title}')" = "$2" ] && { pass; return; }
    sleep 0.05
  done
  fail "$1" "title '$(tm display-message -p '#{pane_title}')', want '$2'"
}
start 40 10 'printf "\033]0;mine\a"; ecat --set-terminal-title --paging=always a x.c'
title 'while it pages' 'a, x.c'
keys q
shows 'left' '\[status 0\]'
title 'then as before' mine
start 40 10 'printf "\033]0;mine\a"; ecat --paging=always a'
shows 'without the option' '\(END\)'
title 'no other title' mine
keys q
start 40 10 'printf "\033]0;mine\a"; ecat --set-terminal-title --paging=always --file-name=other <a'
title 'the name that was given' other
keys q
start 40 10 'printf "\033]0;mine\a"; ecat --set-terminal-title --paging=always <a'
title 'standard input' STDIN
keys q
cp a $'n\e]0;evil\a'
start 60 10 "printf '\033]0;mine\a'; ecat --set-terminal-title --paging=always n*"
title 'nothing raw' 'n\x1B]0;evil\x07'
keys q
rm n*
seen 'ecat -P --set-terminal-title a'
if grep -q ']0;' "$WORK/seen"; then fail 'a title without a pager'; else pass; fi

# ---- G7, L9: help and lists on a terminal are documents too
row G7
start 80 24 'EMBER_OPTS=--nonsense ecat --help'
shows 'help pages' 'ecat --help +lines 1-23/'
shows 'from its start' '^Usage: ecat '
keys /--line-range Enter
shows 'and is searched' '^ *-r, --line-range=N:M'
keys q
shows 'and ends' '\[status 0\]'
start 80 24 'ecat -P --help | tail -n 1; ecat -P -h'
shows 'it need not page' '\[status 0\]'
seen 'TERM=xterm-256color COLORFGBG="15;0" ecat -P -h'
yes_ 'it is coloured' grep -q "$e\[38;5;[0-9;]*m" "$WORK/seen"
seen 'NO_COLOR=1 ecat -P -h'
yes_ 'its words are those that a pipe gets' bash -c 'cmp <(tr -s "\r\n " "\n" <"$1") <(ecat -h | tr -s "\n " "\n")' x "$WORK/seen"
start 80 24 'ecat -V'
shows 'the version is a line' '^ecat \(ember\) '
row L9
start 80 24 'ecat --list-themes'
shows 'themes page' 'ecat --list-themes +lines'
shows 'each by its name' '^Theme: '
shows 'with a sample' '^#define LIMIT 1000u'
keys q
start 80 24 'NO_COLOR=1 ecat --list-themes'
shows 'without colours a sample shows nothing' '^ember-dark|^base16'
keys q
start 80 24 'ecat -L'
shows 'languages page' 'ecat --list-languages +lines'
keys q

# ---- X14: a FIFO that nobody writes to: waiting for one can be ended, by key and from outside
row X14
mkfifo pipe
start 40 10 'trap : INT; ecat pipe; echo "left $?"'
asleep ecat
sleep 0.3 # in open, too
keys C-c
shows '^C ends it' '^(\^C)?left [0-9]'
start 40 10 'ecat -p pipe'
asleep ecat
echo written >pipe
shows 'a writer may come late' '^written$'
shows 'and go' '\[status 0\]'
start 40 10 'ecat -p a pipe'
asleep ecat
: >pipe
shows 'or write nothing' '^three$'
shows 'and go so' '\[status 0\]'
start 40 10 'timeout -s TERM --foreground 1 ecat pipe; echo "left $?"'
shows 'SIGTERM ends it' '^left (124|143)'
start 40 10 'seq 50 | ecat -p --paging=always - pipe'
wait_for 'lines 1-9'
keys G
sleep 0.3
keys C-c
keys q
shows 'it is left behind another input too' '\[status 0\]'
rm pipe

# ---- Y7: a terminal that is not UTF-8
row Y7
writes 'NO_COLOR=1 LC_ALL=C ecat -P x.c' "-----+$(dash 34 -)\n     | File: x.c\n-----+$(dash 34 -)\n   1 | int main(void)\n   2 | {\n   3 |         return 0; /* caf? ? */\n   4 | }\n-----+$(dash 34 -)\n"
writes 'NO_COLOR=1 LC_ALL=C ecat -P --style=snip -r 1 -r 4 x.c' 'int main(void)\n- - - - - - - - - 8< - - - - - - - - - -\n}\n'
writes 'NO_COLOR=1 LC_ALL=C.UTF-8 ecat -P --style=plain -r 3 x.c' '        return 0; /* café € */\n'
writes 'NO_COLOR=1 LC_ALL= LC_CTYPE= LANG= ecat -P --style=plain -r 3 x.c' '        return 0; /* café € */\n'
writes 'NO_COLOR=1 LC_ALL=no_SUCH.ISO-8859-1 ecat -P --style=plain -r 3 x.c' '        return 0; /* café € */\n'
row V15
writes 'NO_COLOR=1 LC_ALL= LC_CTYPE=C LANG=C.UTF-8 ecat -P --style=plain -r 3 x.c' '        return 0; /* caf? ? */\n'
writes 'NO_COLOR=1 LC_ALL=C.UTF-8 LC_CTYPE=C LANG=C ecat -P --style=plain -r 3 x.c' '        return 0; /* café € */\n'
writes 'NO_COLOR=1 LC_ALL=C cat x.c' 'int main(void)\n{\n        return 0; /* caf? ? */\n}\n'
start 40 10 'LC_ALL=C ecat --paging=always --style=plain x.c'
shows 'the pager too' '/\* caf\? \? \*/'
keys q

# ---- I6: PAGER of psql, systemctl, bash's help
row I6
start 40 10 'export PAGER=ecat; sh -c "seq 1 3 | \$PAGER"'
shows 'short output is written, and that is all' '\[status 0\]'
shows 'as it is' '^3$'
never 'no frame' '│|STDIN'
start 40 10 'export PAGER=ecat; sh -c "seq 1 100 | \$PAGER"'
shows 'long output pages' 'lines 1-9/'
keys G
shows 'to its end' '^100$'
keys q
shows 'and ends' '\[status 0\]'
start 40 10 'export PAGER=ecat LESS=FRSXMK; cat wide | sh -c "\$PAGER --paging=always"'
shows 'S of LESS: wide rows are cut off' 'END'
never 'nothing is wrapped' 'end$'
keys Right Right Right Right
shows 'and are moved along' 'a end'
keys q
start 40 10 'export PAGER=ecat LESS=FRX; cat wide | sh -c "\$PAGER"'
shows 'without S they wrap' 'a end$'
start 40 10 'export PAGER=ecat LESS=FRSX; cat wide | sh -c "\$PAGER"'
shows 'cut off on the usual screen too' '\[status 0\]'
never 'nothing is wrapped' 'end$'
if (PAGER='' && help -m cd) >/dev/null 2>&1; then
  start 80 24 'help cd | ecat'
  shows 'bash help' '^cd: cd'
fi

# ---- I8: a previewer's call writes nothing to the terminal that it runs on, and asks it nothing
row I8
seen 'ecat --color=always --style=numbers --line-range=:2 x.c >previewed'
yes_ 'the preview is there' test "$(sed "s/$e\[[0-9;]*m//g" previewed)" = $'   1 int main(void)\n   2 {'
yes_ 'the terminal got nothing' test -z "$(tr -d '\r\n' <"$WORK/seen")" # but the line end of script itself

# ---- W: what people ask bat for
row W4
start 40 10 "PATH='$WORK/ours' ecat lines"
shows 'a pager without another program' 'lines 1-[0-9]+/100'
keys / 9 7 Enter
shows 'that searches' '97 '
keys q
shows 'and leaves' '\[status 0\]'
row W5
mkfifo late
start 40 10 '(seq 1 30; cat late) | ecat -p'
wait_for 'lines 1-9/'
keys F
wait_for '^30$'
echo came later >late
shows 'what comes later is followed' '^came later$'
keys C-c
wait_for 'lines'
keys q
shows 'and it ends' '\[status 0\]'
for style in plain full; do
  seq 1 30 >grows
  start 40 12 "ecat --style=$style grows"
  wait_for 'lines 1-[0-9]+/30'
  keys F
  wait_for 'waiting for more'
  echo appended >>grows
  shows "$style: a file that grows" '^(  31 │ )?appended$'
  printf 'begun' >>grows
  shows "$style: a line that has begun" '^(  32 │ )?begun$'
  printf ' and ended\n' >>grows
  shows "$style: and ends" '^(  32 │ )?begun and ended$'
  echo short >grows
  shows "$style: a file that was cut off" '^(   1 │ )?short$'
  never "$style: nothing of it stays" 'begun'
  mv grows gone
  echo another >grows
  shows "$style: one that took its place" '^(   1 │ )?another$'
  keys C-c
  wait_for 'lines'
  keys q
  shows "$style: and it ends" '\[status 0\]'
done
row W6
start 40 12 'ecat lines'
shows 'a frame' '^   1 │ 1$'
keys L
shows 'numbers off' '^1$|^│ 1$|^ +│ 1$'
keys L
shows 'and on' '^   1 │ 1$'
keys D L
shows 'nothing but the text, to be copied' '^1$'
keys q
row W7
start 60 12 'ecat --paging=always wide'
shows 'a frame as wide as the screen' "^─────┬─{54}$"
resize 30 12
shows 'it follows the screen' "^─────┬─{24}$"
shows 'and so do the lines' '^ +│ a{23}$'
keys q
row W8
start 60 12 'ecat --paging=always a x.c'
shows 'two files' 'file 1 of 2'
shows 'each with its header' 'File: a'
keys : n
shows 'the second one' 'file 2 of 2'
shows 'with its own' 'File: x\.c'
keys q
# What cannot be read comes last, and is told when the others have been seen, be it looked at or not.
mkdir dir
start 60 12 'ecat dir a missing lines dir'
shows 'it opens at the first that can be read' '^a  lines 1-3/3  100%  \[file 1 of 5\]  \(END\)  SPACE: next'
shows 'with its header' 'File: a$'
keys Space
shows 'then the next one' '^lines  lines 1-.*\[file 2 of 5\]$'
keys : n : n
shows 'then what is none' 'No such file or directory$|^missing'
keys : n
shows 'a folder' '^Is a directory$'
keys : n
shows 'and behind the last one there is none' '^this is the last file$'
keys q
shows 'the others are told' '^ecat: missing: No such file or directory$'
shows 'each as often as it was named' '^ecat: dir: Is a directory$'
shows 'and the status says so' '\[status 1\]'
start 60 12 'ecat dir missing'
shows 'none of them: no page' '\[status 1\]'
if [ "$(alternate)" = 0 ] && [ "$(screen | grep -c '^ecat: ')" = 2 ]; then pass; else fail 'and both are told' "$(screen)"; fi
start 60 12 "LESSOPEN='|seq 40; : %s' ecat --lessopen dir"
shows 'unless LESSOPEN makes something of it' '^dir  lines 1-'
keys q
# On one screen each stands where its input would.
writes 'NO_COLOR=1 ecat -p dir a missing a dir; echo $?' \
  'ecat: dir: Is a directory\none\ntwo\nthree\necat: missing: No such file or directory\none\ntwo\nthree\necat: dir: Is a directory\n1\n'
rmdir dir
row W9
start 40 10 'LESS=+50g ecat -p lines'
shows 'opened at a line' '^50$'
keys q
start 40 10 'LESS=+G ecat -p lines'
shows 'and at the end' '^100$'
keys q

# ---- O: options that only a terminal shows
row O15
start 40 10 'ecat -p lines'
shows '-p pages' 'lines 1-9/100'
keys q
row O43
seen 'printf "a\033[2Kb\n" | ecat -P --raw-control-chars'
yes_ 'it passes' grep -q "a$e\[2Kb" "$WORK/seen"
seen 'printf "a\033[2Kb\n" | NO_COLOR=1 ecat -P'
yes_ 'it is shown' grep -qF 'a^[[2Kb' "$WORK/seen"
row O59
yes_ 'under G2' grep -q '^row G2$' "$HERE/ecat_rows.sh"
finish
