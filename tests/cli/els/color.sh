#!/usr/bin/env bash
# els --color=always against GNU ls: LS_COLORS complete (spec els V5, V6, V7, V9).
. "$(dirname "$0")/../../lib/case.sh"
. "$HERE/_fixtures.sh" || exit 1
fixture_types
fixture_names
fixture_nested
export TERM=xterm
dump=$("$(command -v dircolors)" -b | sed -n "s/^LS_COLORS='\(.*\)';\$/\1/p")
tables=('' "$dump" 'di=' 'di=0' 'di=00' 'di=1' 'fi=32' 'fi=0' 'no=33' 'no=33:fi=32' 'no=00' 'ln=target' 'ln=target:or=31'
  'ln=0' 'or=31' 'mi=35' 'or=31:mi=35' 'or=31:mi=00' 'or=0:mi=35' 'ex=' 'ex=0' 'ex=01;31' 'su=0' 'sg=0' 'su=0:sg=0' 'mh=44' 'ca=30;41'
  'st=0' 'ow=0' 'tw=0' 'st=0:ow=0:tw=0' 'pi=1' 'so=1' 'bd=1' 'cd=1' 'do=1' 'cl=X' 'cl=' 'ec=E' 'ec=' 'lc=<:rc=>' 'lc=<:rc=>:rs=R'
  'rs=5' 'lc=\e[:rc=m' 'lc=\033[' 'lc=\x1b[' 'lc=^[[' 'di=\a\b\f\n\r\t\v\?\_\e' 'di=\7x\101' 'di=^?' 'di=^@' 'di=\q\\\:' 'di=\:'
  '*.txt=31' '*.TXT=31' '*.txt=31:*.TXT=31' '*.txt=' '*=34' '*.gz=31:*.tar.gz=32'
  '*.tar.gz=32:*.gz=31' '*.jpg=35' '*\.txt=31' '*~=2' '*.txt=31:*.txt=33' '*plain.txt=36' '*=1:*.txt=2' '*.txt=2:*=1'
  ':::di=3:::' 'xx=1' 'di' 'di=\' 'd' 'd=1' '*' '*x' '=' 'di=1:zz=2' 'di=^' 'di=3:' 'di=^a:' 'ex=32:*.sh=33' 'fi=1:*.txt=2'
  'ln=01;36:or=40;31;01:mi=01;05;37;41' 'di=1:no=2:ec=^[[m' 'no=1:ln=4:or=9')
for t in "${tables[@]}"; do
  t=LS_COLORS=$(printf %q "$t")
  for o in '' -l -C -CF -x -m -lF -L '-d types/* -C' -R; do
    later "$t ls --color=always $o types"
  done
  later "$t ls --color=always -C -w20 names"
  later "$t ls --color=always -lw30 types/dangling types/link types/plain.txt nested"
  later "$t ls --color types"
done
for t in xterm xterm-256color dumb vt100 linux screen.x tmux '' unknown rxvt-unicode con80x25 putty; do
  later "LS_COLORS= TERM='$t' ls --color=always types"
  later "LS_COLORS= TERM='$t' COLORTERM=1 ls --color=always types"
  later "LS_COLORS=di=3 TERM='$t' ls --color=always types"
done
later "ls --color=always -l types"
later "env -u TERM ls --color=always types"
later "NO_COLOR=1 ls --color=always types"
later "ls --color=always --quoting-style=shell-escape -C names"
later "ls --color=always --quoting-style=shell-escape -l names"
later "ls --color=always -sih types"
later "ls --color=always -C -w0 types"
later "ls --color=always --group-directories-first types"
later "ls --color=always --zero types"
later "ls --zero --color=always types"
later "ls --color=auto types"
later "ls --color=never -l types"
later "ls --colo=always types"
compare

# Where two cases of a suffix have two colours, case counts (newer GNU versions than the one here).
touch types/b.TXT
is "LS_COLORS='*.txt=31:*.TXT=32' ls --color=always types/hard.txt types/b.TXT" 0 \
  '\033[0m\033[32mtypes/b.TXT\033[0m\n\033[31mtypes/hard.txt\033[0m\n'
is "LS_COLORS='*.Txt=31' ls --color=always types/hard.txt types/b.TXT" 0 \
  '\033[0m\033[31mtypes/b.TXT\033[0m\n\033[31mtypes/hard.txt\033[0m\n'
says "LS_COLORS='di' ls --color=always types >/dev/null" 0 'ls: unparsable value for LS_COLORS'
finish
