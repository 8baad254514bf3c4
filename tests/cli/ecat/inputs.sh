#!/usr/bin/env bash
# inputs.sh: the rows of the specification of ecat, each under its id: what is read, options, environment, messages.
source "$(dirname "$0")/../../lib/case.sh"
unset EMBER_OPTS EMBER_STYLE EMBER_THEME EMBER_TABS EMBER_PAGING EMBER_CONFIG MAN_PN GIT_PAGER_IN_USE FZF_PREVIEW_COLUMNS BAT_WIDTH \
  BAT_TABS BAT_PAGING BAT_CONFIG_PATH BAT_CONFIG_DIR LESSCLOSE
export TERM=xterm
ln -s "$BUILD/ecat" "$WORK/ours/bat"
D='ecat --decorations=always --color=never --terminal-width=30'
P="$D -p"
C='ecat --color=always -p --theme=dark-plus'
e=$'\e'

printf 'one\ntwo\nthree\n' >a
printf 'x' >open
: >empty
printf 'a\tb\n\tc\n' >tabs
printf 'dos\r\nend\r\n' >dos
printf 'int x; /* y */\n' >x.c
printf 'abc\0def\n' >nul
printf '\377\303\251\n' >bad
seq 1 20 >twenty
seq 1 50000 >many
head -c 300000 /dev/urandom >random
mkdir dir
dash() { printf '─%.0s' $(seq "$1"); }

# ---- 4: drop-in behaviour (cat.sh compares it with GNU cat at length)
row X1
same 'cat random | cksum'
row X2
same 'cat -A bad dos tabs'
row X3
is 'ecat --style=full --wrap=character --tabs=2 -S -H 1 -l c --theme=ansi a' 0 'one\ntwo\nthree\n'
is 'ecat -r 2 a' 0 'two\n'
is 'ecat --strip-ansi=always -' 0 ''
is "printf 'a\e[31mb\tc\n' | ecat --strip-ansi=always" 0 'ab\tc\n'
is "printf 'a\001b\n' | ecat --sanitize=always" 0 'a\xef\xbf\xbdb\n'
is "printf '\351\n' | ecat --encoding=latin1" 0 '\xc3\xa9\n'
row X5
yes_ 'X5 is in term/ecat.sh' grep -q 'a line typed comes back' "$HERE/../../term/ecat.sh"
row X6
is "$P open" 0 'x'
is "$D --style=numbers open" 0 '   1 x\n'
row X7
same 'cat - a - <many | cksum'
row X8
says 'ecat <&-' 1 '^ecat: -: Bad file descriptor$'
row X9
says 'ecat a >&-' 1 '^ecat: standard output: Bad file descriptor$'
row X10
same 'cat a <&- 2>&-'
row X11
says 'ecat dir' 1 '^ecat: dir: Is a directory$'
says "$P dir" 1 '^ecat: dir: Is a directory$'
row X12
says 'ecat missing' 1 '^ecat: missing: No such file or directory$'
row X13
says "ecat \$'a\\nb'" 1 "^ecat: 'a'\\$'\\\\n''b': No such file"
row X14
is "mkfifo p; (cat a >p &) ; $P p; rm p" 0 'one\ntwo\nthree\n'
holds "$P /proc/version" 0 Linux
row X15
says "cp a x; $P x >>x; s=\$?; rm x; exit \$s" 1 '^ecat: x: input file is output file$'
row X16
says "$P many >/dev/full" 1 '^ecat: write error: No space left on device$'
row X17
is "$P many | head -n 1; echo \${PIPESTATUS[0]}" 0 '1\n141\n'
row X18
is "$P a missing open" 1 'one\ntwo\nthree\nx'
row X19
says 'ecat /proc/self/mem' 1 '^ecat: /proc/self/mem: Input/output error$'
row X20
yes_ 'X20 is in cat.sh' grep -q 'a non-blocking output' "$HERE/cat.sh"
row X21
is 'ecat nul' 0 'abc\0def\n'
row X22
limit='ulimit -v 60000;'
[ -n "${SANITIZE:-}" ] && limit= # a sanitizer maps the whole address space
is "head -c 20000000 /dev/zero | tr '\0' y >long; ($limit ecat long | wc -c; ecat -p --decorations=always long | wc -c); rm long" 0 \
  '20000000\n20000000\n'
row X23
is "$P dos" 0 'dos\nend\n'
is "printf 'a\rb\n' | $P" 0 'a^Mb\n'
row X24
at_once() { head -c 3 < <({ printf now; sleep 9; } | timeout 20 "$WORK/ours/ecat" "$@") | grep -q now; }
SECONDS=0
yes_ 'a partial line passes' at_once
yes_ 'a partial line is shown' at_once -p --decorations=always
yes_ 'nobody waited' test "$SECONDS" -lt 8
row X25
same 'cat --number=3'
row X26
says 'ecat --help >/dev/full' 1 'No space left on device'
row X27
same 'LC_ALL=POSIX cat -v bad'

# ---- encodings
row Y1
is "printf '\357\273\277caf\303\251\n' | $P" 0 'caf\xc3\xa9\n'
row Y2
for e16 in UTF-16LE UTF-16BE; do
  is "printf 'some text\nmore\n' | iconv -t $e16 | $P" 0 'some text\nmore\n'
  is "{ printf '\ufeff'; printf 'caf\u00e9\n'; } | iconv -f UTF-8 -t $e16 | $P" 0 'caf\xc3\xa9\n'
  holds "printf 'some text\nmore\n' | iconv -t $e16 | $D --style=header" 0 "<$e16>"
done
row Y3
for e32 in UTF-32LE UTF-32BE; do
  is "{ printf '\ufeff'; printf 'caf\u00e9\n'; } | iconv -f UTF-8 -t $e32 | $P" 0 'caf\xc3\xa9\n'
  is "printf 'some text\nmore\n' | iconv -t $e32 | $P" 0 'some text\nmore\n'
done
row Y4
is "printf 'caf\351 \200\n' | $P" 0 'caf\xc3\xa9 \xe2\x82\xac\n'
holds "printf 'caf\351\n' | $D --style=header" 0 '<CP1252>'
is "printf 'caf\351\n' | $P --encoding=utf-8" 0 'caf<E9>\n'
row Y5
is "$P bad" 0 '<FF>\xc3\xa9\n'
holds "$C bad | cat -v" 0 '\^\[\[7m<FF>'
row Y6
is "printf '\223\372\226\173\n' | $P --encoding=shift_jis" 0 '日本\n'
is "printf '\223\372\226\173\n' | ecat --encoding=SHIFT_JIS" 0 '日本\n'
is "printf '\244\306\n' | $P --encoding=euc-jp" 0 'て\n'
says "$P --encoding=nonsense a" 1 "nobody knows 'nonsense'"

# ---- 5: as a part of other programs
row I4
holds "$C --file-name=dir/x.c - <x.c" 0 "$e"
row I5
is "printf 'N\bNA\bA _\bx\n' | MAN_PN='x(1)' $P" 0 'NA x\n'
holds "printf '%s[1mNAME%s[0m\n' '$e' '$e' | MAN_PN='x(1)' ecat --color=always | cat -v" 0 'NAME'
holds "printf 'x\n' | MAN_PN='x(1)' $D --style=header" 0 'File: x\(1\)'
row I7
holds "printf 'Usage: x [OPTION]\n\nOptions:\n  -a, --all  all of it\n' | $C -l help" 0 "$e"
row I8
is "$D --style=numbers -r :2 many" 0 '   1 1\n   2 2\n'
row I9
holds "ecat --color=always --style=numbers --terminal-width=20 -r :500 many | wc -l" 0 '^500$'
row I10
is "printf '\e[31mred\e[0m\n' | ecat -p" 0 '\e[31mred\e[0m\n'
holds "printf '\e[31mred\e[0m\n' | $C | cat -v" 0 '\^\[\[31mred'
row I11
yes_ 'as tail -f would send it' at_once -P -l log
row I12
holds "LESSOPEN='|-ecat -fpp %s' ecat -fpp --theme=dark-plus x.c" 0 "$e"
row I14
is 'ecat a >b; cat b; rm b' 0 'one\ntwo\nthree\n'

# ---- 7: what people ask for
row W10
same 'cat -vET tabs'
row W14
is "ecat --decorations=always --color=never --style=numbers --terminal-width=30 --hyperlink=always --hyperlink-format='x:{path}:{line}' -r 1 /dev/null" 0 ''
holds "ecat -f --style=numbers --theme=ansi --hyperlink=always --hyperlink-format='x:{path}:{line}' -r 2 a | cat -v" 0 \
  '\^\[\]8;;x:/.*/a:2\^\[\\'
holds "ecat -f --style=header --theme=ansi --hyperlink=always -r 1 a | cat -v" 0 '\]8;;file://[^/]*/.*/a\^\['

# ---- 9: environment
row V1
is "EMBER_OPTS=--style=numbers ecat --decorations=always --color=never -r 1 a" 0 '   1 one\n'
is "EMBER_OPTS='--tabs=2 --style=plain' ecat --decorations=always --color=never tabs" 0 'a b\n  c\n'
is "BAT_OPTS='--tabs=2 --style=plain' ecat --decorations=always --color=never tabs" 0 'a b\n  c\n'
row V4
is "EMBER_STYLE=plain BAT_STYLE=full ecat --decorations=always --color=never -r 1 a" 0 'one\n'
row V5
holds "EMBER_THEME=dark-plus ecat --color=always -p x.c" 0 "$e"
says "EMBER_THEME=nonsense ecat --color=always -p x.c >/dev/null" 0 "warning: unknown theme"
row V6
is "EMBER_TABS=2 $P tabs" 0 'a b\n  c\n'
says "EMBER_TABS=x $P tabs >/dev/null" 0 'warning: EMBER_TABS'
is "EMBER_TABS=x $P tabs 2>/dev/null" 0 'a       b\n        c\n'

# ---- 11: messages and status
row E1
is 'ecat a' 0 'one\ntwo\nthree\n'
row E2
is 'ecat -r x a' 1 ''
row E3
is 'bat -r x a' 1 ''
is 'bat --tabs=x a' 2 ''
row E4
is "ecat many | head -n 1; echo \${PIPESTATUS[0]}" 0 '1\n141\n'
row E10
case_run "$WORK/ours" 'ecat -Q'
yes_ "getopt's words" grep -qx "ecat: invalid option -- 'Q'" "$WORK/err"
yes_ 'the hint' grep -qx "Try 'ecat --help' for more information\." "$WORK/err"
row E11
says 'ecat --encoding=nonsense -f a' 1 '^ecat: --encoding: '
row E12
says 'ecat --color=always -p --theme=nonsense x.c >/dev/null' 0 "^ecat: warning: unknown theme 'nonsense'$"
row E13
says 'bat missing' 1 '^\[bat error\]: missing: No such file or directory$'
says 'bat --color=always -p --theme=nonsense x.c >/dev/null' 0 '^\[bat warning\]: '

# ---- changes against git, S8, S9 and O33 to O35
if command -v git >/dev/null; then
  mkdir repo && cd repo && git init -q . && seq 1 20 >f && seq 1 5 >clean && mkdir sub && seq 3 >sub/g && git add . && git commit -qm one
  { seq 1 4; echo changed; seq 6 9; seq 12 20; echo added; } >f
  row S8
  is "$D --style=changes -r 4:6 f" 0 '  4\n~ changed\n  6\n'
  is "$D --style=changes clean" 0 '1\n2\n3\n4\n5\n'
  row S9
  is 'ecat -d --diff-context=0 f' 0 'changed\n9\nadded\n'
  is 'ecat -d --diff-context=1 f clean' 0 '4\nchanged\n6\n8\n9\n12\n20\nadded\n'
  is 'ecat -d clean' 0 ''
  is "$D -d clean" 0 ''
  echo x >>sub/g
  is 'ecat -d --diff-context=0' 0 'changed\n9\nadded\nx\n'
  is 'cd sub; ecat -d --diff-context=0' 0 'changed\n9\nadded\nx\n'
  says 'ecat -d -r 1 f 2>x; s=$?; head -n 1 x >&2; rm x; exit $s' 1 'exclude each other'
  says 'cd /; ecat -d' 1 'in no git repository'
  row O35
  git add f
  is "$D --style=changes -r 5 f" 0 'changed\n'
  is "$D --style=changes --diff-base=head -r 5 f" 0 '~ changed\n'
  git commit -qm two
  is "$D --style=changes --diff-base=HEAD~1 -r 5 f" 0 '~ changed\n'
  is "ecat -d --diff-context=0 --diff-base=HEAD~1 f" 0 'changed\n9\nadded\n'
  cd ..
fi

finish
