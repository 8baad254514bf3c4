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
for o in '' -S --color=always '-S --color=always --theme=ansi'; do is "$P $o dos" 0 'dos\nend\n'; done
is 'ecat --color=always -p --theme=ansi dos' 0 'dos\nend\n'
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
# Nine in ten bytes of one kind, and not fewer.
nine=$(printf 'a\\0%.0s' $(seq 9)) eight=$(printf 'a\\0%.0s' $(seq 8))
is "printf '$nine\x2d\x4e' | $P" 0 'aaaaaaaaa中'
holds "printf '$eight\x2d\x4e\x2d\x4e' | $P" 0 'Binary content'
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
# (What the theme ansi makes of words: types yellow, comments grey, headings bold blue.)
row I4
A='ecat -pf --theme=ansi'
is "printf 'int # z\n' | $A --file-name=dir/x.c -" 0 '\e[33mint\e[0m # z\n'
is "printf 'int # z\n' | $A --file-name=dir/x.sh" 0 '\e[34mint\e[0m \e[90m# z\e[0m\n'
is "printf 'int # z\n' | $A" 0 'int # z\n'
if command -v git >/dev/null; then
  git init -q shown && (cd shown && mkdir dir && printf 'int # z\n' >dir/q.sh && git add . && git commit -qm one && rm dir/q.sh)
  is "cd shown; git show HEAD:dir/q.sh | $A --file-name dir/q.sh" 0 '\e[34mint\e[0m \e[90m# z\e[0m\n'
fi
row I5
is "printf 'N\bNA\bA _\bx\n' | MAN_PN='x(1)' $P" 0 'NA x\n'
is "printf 'x\n' | MAN_PN='x(1)' $D --style=header" 0 'File: x(1)\nx\n'
# Headings in the grammar's colour under their own bold, by either kind of markup; hyphens and width as they came.
is "printf 'N\bNA\bAM\bME\bE\n       do\342\200\220it\n' | MAN_PN='x(1)' ecat -f --theme=ansi" 0 '\e[1;34mNAME\e[0m\n       do\0342\0200\0220it\n'
is "printf '\e[1mNAME\e[0m\n       do\342\200\220it\n' | MAN_PN='x(1)' ecat -f --theme=ansi" 0 '\e[1;34mNAME\e[0m\n       do\0342\0200\0220it\n'
is "printf 'N\bNA\bAM\bME\bE\n' | ecat -f --theme=ansi -plman" 0 '\e[1;34mNAME\e[0m\n'
wide=$(printf 'word %.0s' $(seq 50))
is "printf '       %s\n' '$wide' | COLUMNS=30 MAN_PN='x(1)' ecat --decorations=always --color=never" 0 "       $wide\n"
row I7
help='Usage: x [OPTION] FILE\n\nOptions:\n  -a, --all=SIZE  all of it [default: 3]\n'
told='\e[1;34mUsage\e[0m: \e[34mx\e[0m [OPTION] FILE\n\n\e[1;34mOptions:\e[0m\n  \e[33m-a\e[0m, \e[33m--all\e[35m=\e[0mSIZE  all of it [\e[35mdefault\e[0m:\e[33m 3\e[0m]\n'
is "printf '$help' | $A -l help" 0 "$told"
is "printf '$help' | ecat -f --theme=ansi -plhelp" 0 "$told"
holds "printf '$help' | ecat --dump-tokens -l help" 0 '"text\.help markup\.heading\.help entity\.name\.section\.help"'
holds "printf '$help' | ecat --dump-tokens -l help" 0 '\[2,4,"text\.help entity\.other\.attribute-name\.option\.help"\].*\[12,16,"text\.help variable\.parameter\.help"\].*"text\.help constant\.other\.help"'
is "printf 'O\bOp\bpt\bti\bio\bon\bns\bs:\b:\n' | $A -l help" 0 '\e[1;34mOptions:\e[0m\n'
is "printf '\e[1mOptions:\e[0m\n' | $A -l help" 0 '\e[1;34mOptions:\e[0m\n'
row I8
is "$D --style=numbers -r :2 many" 0 '   1 1\n   2 2\n'
row I9
is "ecat --color=always --style=numbers --terminal-width=20 -r :500 many | wc -l" 0 '500\n'
is "FZF_PREVIEW_COLUMNS=7 ecat --color=never --decorations=always --style=rule --terminal-width=20 a open" 0 "one\\ntwo\\nthree\\n$(dash 20)\\nx\\n"
is "ecat --color=never --decorations=always --style=plain --wrap=character --terminal-width=20 - <<<'$(printf 'x%.0s' $(seq 45))'" 0 \
  "$(printf 'x%.0s' $(seq 20))\\n$(printf 'x%.0s' $(seq 20))\\nxxxxx\\n"
is "ecat --color=always --style=numbers --terminal-width=20 many | head -n 1 >/dev/null; echo \${PIPESTATUS[0]}" 0 '141\n'
# A previewer ends what it started by a signal: nothing of it stays, and the status says which.
mkfifo never
fresh='env --default-signal' # whoever runs this may ignore some of them
$fresh true 2>/dev/null || fresh=
for s in TERM HUP INT; do
  LESSOPEN='|cat %s' timeout --preserve-status -s $s 1 $fresh bash -c 'exec 8<>never; exec ecat --color=always --style=numbers --terminal-width=20 never' >/dev/null 2>&1
  yes_ "SIG$s ends it" test $? = $((128 + $(kill -l $s)))
done
rm never
# Nor does a command of LESSOPEN that is at work stay behind, also where whoever started ecat ignores SIGPIPE.
printf '#!/bin/sh\nwhile :; do echo x; sleep 0.1; done\n' >"$WORK/ours/endless"
chmod +x "$WORK/ours/endless"
printf %s "$WORK/ours/endless" >"$WORK/name"
works() { grep -qsaF -f "$WORK/name" /proc/[0-9]*/cmdline; } # with -q a process that just went is no error
within() { # 10 s: the condition comes to hold
  local i
  for i in $(seq 200); do "$@" && return; sleep 0.05; done
  return 1
}
gone() { ! works; }
for s in TERM HUP PIPE KILL; do
  for ignored in '' PIPE; do
    [ "$s" = "$ignored" ] && continue
    LESSOPEN='|endless %s' $fresh bash -c '[ "$0" = none ] || trap "" "$0"; exec ecat --lessopen --color=always a' "${ignored:-none}" >/dev/null 2>&1 &
    yes_ "the command is at work: $s" within works
    kill -s $s $!
    wait $! 2>/dev/null
    yes_ "SIG$s ends it${ignored:+, with SIG$ignored ignored}" test $? = $((128 + $(kill -l $s)))
    yes_ "and the command: $s" within gone
  done
done
row I10
is "printf '\e[31mred\e[0m\n' | ecat -p" 0 '\e[31mred\e[0m\n'
holds "printf '\e[31mred\e[0m\n' | $C | cat -v" 0 '\^\[\[31mred'
row I11
yes_ 'as tail -f would send it' at_once -P -l log
row I12
is "LESSOPEN='|-ecat -fpp --theme=ansi %s' ecat -fpp --theme=ansi x.c" 0 '\e[33mint\e[0m x;\e[90m /* y */\e[0m\n'
if command -v less >/dev/null; then
  is "LESSOPEN='|-ecat -fpp --theme=ansi %s' less x.c" 0 '\e[33mint\e[0m x;\e[90m /* y */\e[0m\n'
  is "LESSOPEN='|-ecat -fpp --theme=ansi %s' less <x.c" 0 'int x; /* y */\n'
  is "LESSOPEN='|-ecat -fpp --theme=ansi %s' PAGER=less EMBER_PAGER=less less x.c" 0 '\e[33mint\e[0m x;\e[90m /* y */\e[0m\n'
fi
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
says "EMBER_THEME=nonsense ecat --color=always -p x.c >/dev/null" 0 "^ecat: warning: EMBER_THEME: unknown theme 'nonsense'$"
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
  # All four marks, as bat 0.26.1 sets them; below a change at the top, what is taken away above the first line.
  cp f was
  { echo 0; seq 2 4; echo new; seq 5 8; seq 11 20; echo z; } >f
  is "$D --style=changes f" 0 '~ 0\n  2\n  3\n  4\n+ new\n  5\n  6\n  7\n_ 8\n  11\n  12\n  13\n  14\n  15\n  16\n  17\n  18\n  19\n  20\n+ z\n'
  seq 3 20 >f
  is "$D --style=changes -r :2 f" 0 '‾ 3\n  4\n'
  seq 1 18 >f
  is "$D --style=changes -r 17: f" 0 '  17\n_ 18\n'
  is "$D --style=changes,numbers -r 17: f" 0 '  17   17\n  18 _ 18\n'
  # Against the index, not HEAD; none for what git does not track or ignores.
  git add f
  is "$D --style=changes -r 17: f" 0 '17\n18\n'
  is "$D --style=changes --diff-base=head -r 17: f" 0 '  17\n_ 18\n'
  git reset -q
  seq 3 >untracked
  is "$D --style=changes untracked" 0 '1\n2\n3\n'
  is "$D --style=changes - <f | head -n 1" 0 '1\n'
  mv was f
  rm untracked
  # Of a link what it leads to, as that is shown.
  (cd sub && ln -s ../f link)
  is "$D --style=changes -r 4:6 sub/link" 0 '  4\n~ changed\n  6\n'
  row S9
  is 'ecat -d --diff-context=0 sub/link' 0 'changed\n9\nadded\n'
  rm sub/link
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
