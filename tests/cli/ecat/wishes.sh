#!/usr/bin/env bash
# wishes.sh: what people ask bat for (spec ecat, section 7), each row under its id. W4 to W9 are in term/ecat_rows.sh.
source "$(dirname "$0")/../../lib/case.sh"
unset EMBER_OPTS EMBER_STYLE EMBER_THEME MAN_PN GIT_PAGER_IN_USE FZF_PREVIEW_COLUMNS BAT_WIDTH COLORFGBG
export TERM=xterm
ln -s "$BUILD/ecat" "$WORK/ours/bat"
D='ecat --decorations=always --color=never --terminal-width=30'
e=$'\e'
printf 'one\ntwo\nthree\n' >a
printf '{ "a": 1 }\n' >x.json
seq 1 100000 >many
head -c 300000 /dev/urandom >random

# ---- W1: what is asked for is what is read: the end of a file too large to be read, the start of an endless one
row W1
if truncate -s 400G huge 2>/dev/null; then
  printf '\nlast but one\nlast\n' >>huge
  is 'ecat -r -2: huge' 0 'last but one\nlast\n'
  is "$D --style=plain --binary=as-text -r -1: huge" 0 'last\n'
  rm huge
fi
is "yes | $D --style=numbers -r 3:4" 0 '   3 y\n   4 y\n'
is "ecat --color=always --theme=ansi -p -r 99999: many" 0 '99999\n100000\n'
row W2
for to in '| cksum' '>x; cksum x; rm x' '| cat | cksum'; do same "cat random many $to"; done
row W3
is 'ecat /dev/zero | head -c 5 | od -An -tx1' 0 ' 00 00 00 00 00\n'
is 'ecat -pf --theme=ansi <(tr "\0" y </dev/zero) 2>/dev/null | head -c 5' 0 'yyyyy'
limit='ulimit -v 200000;'
[ -n "${SANITIZE:-}" ] && limit= # a sanitizer maps the whole address space
is "head -c 50000000 /dev/zero | tr '\0' y >long; ($limit ecat -f --theme=ember-dark --style=numbers -S long | wc -c >n); s=\$?; rm long; exit \$s" 0 ''
yes_ 'all of the line came out' test "$(command cat n)" -gt 50000000

row W10
same 'cat -vET random'
same 'cat -bs a many | cksum'
row W11
is "printf '\377\376h\0i\0\n\0' | $D -p" 0 'hi\n'
is "printf 'na\357ve\n' | $D -p" 0 'naïve\n'
is "printf '\262\342\312\324\n' | ecat --encoding=gb2312" 0 '测试\n'
row W12
# (What a terminal answers is in term/ground.sh.)
one_colour blue '#5f87af'
one_colour brown '#af5f00' light
both='--theme-dark=blue --theme-light=brown'
for fgbg in '15;0' '15;default;0' '12;8' '7;6' nonsense ''; do
  is "COLORFGBG='$fgbg' ecat -pf $both x.json" 0 '\e[38;5;67m{ "a": 1 }\e[0m\n'
done
for fgbg in '0;15' '0;default;15' '0;7' '12;9'; do
  is "COLORFGBG='$fgbg' ecat -pf $both x.json" 0 '\e[38;5;130m{ "a": 1 }\e[0m\n'
done
is "COLORFGBG='0;15' ecat -pf $both --theme=dark x.json" 0 '\e[38;5;67m{ "a": 1 }\e[0m\n'
is "COLORFGBG='15;0' ecat -pf $both --theme=light x.json" 0 '\e[38;5;130m{ "a": 1 }\e[0m\n'
rm -r "$XDG_CONFIG_HOME/ember"
row W13
is "echo 'abcdef ghij klm' | $D -p --terminal-width=10 --wrap=word" 0 'abcdef \nghij klm\n'
is "echo '漢字漢字 x' | $D -p --terminal-width=7 --wrap=character" 0 '漢字漢\n字 x\n'
is "printf 'e\314\201e\314\201e\314\201\n' | $D -p --terminal-width=2 --wrap=character" 0 'e\xcc\x81e\xcc\x81\ne\xcc\x81\n'
is "FZF_PREVIEW_COLUMNS=10 ecat --decorations=always --style=numbers --wrap=character <<<'abcdefg'" 0 '   1 abcde\n     fg\n'
row W14
is "ecat -f --style=header --theme=ansi --hyperlink=always --hyperlink-format='x:{path}' a -r 1 | head -n 1 | grep -c ']8;;x:$PWD/a$e'" 0 '1\n'
row W15
is "printf 'N\bNA\bAM\bME\bE\n       _\bf_\bi_\bl_\be caf\303\251\b\303\251 \342\200\220\n' | MAN_PN='x(1)' $D -p" 0 'NAME\n       file café ‐\n'
is "printf '${e}[1mNAME${e}[0m\n' | MAN_PN='x(1)' $D -p" 0 'NAME\n'
row W16
printf '#!/usr/bin/env -S make -f\nall:\n' >unnamed
printf '%s\n' '# vim: set ft=gitignore :' >modeline
holds 'ecat --dump-tokens modeline' 0 'source\.gitignore'
if [ "${GRAMMARS:-all}" != own ]; then
  holds 'ecat --dump-tokens unnamed' 0 'source\.makefile'
  yes_ 'two hundred languages and more' bash -c '[ "$(ecat -L | wc -l)" -gt 200 ]'
fi
row W17
mkdir -p "$XDG_CONFIG_HOME/ember/themes"
printf '{"tokenColors":[{"scope":"source","settings":{"foreground":"#010203"}}]}' >"$XDG_CONFIG_HOME/ember/themes/vs.json"
holds 'COLORTERM=truecolor ecat -pf --theme=vs x.json' 0 '38;2;1;2;3m'
printf '{"tokenColors":[{"scope":"source","settings":{"foreground":"#040506"}}]}' >"$XDG_CONFIG_HOME/ember/themes/vs.json"
holds 'COLORTERM=truecolor ecat -pf --theme=vs x.json' 0 '38;2;4;5;6m'
rm -r "$XDG_CONFIG_HOME/ember"
row W18
is 'EMBER_OPTS=-f CLICOLOR_FORCE=1 EMBER_STYLE=full ecat x.json' 0 '{ "a": 1 }\n'
is 'ecat --color=always --theme=ansi --style=full a' 0 "$(ecat --color=always --theme=ansi --style=full a)\n"
is 'ecat --color=always --theme=ansi a' 0 'one\ntwo\nthree\n'
is 'ecat --style=full --theme=ansi -n a' 0 '     1\tone\n     2\ttwo\n     3\tthree\n'
row W19
is "gzip -k many; LESSOPEN='|gzip -dc <%s' ecat --lessopen many.gz | cmp - many; rm many.gz" 0 ''
row W20
if command -v git >/dev/null; then
  git init -q repo && (cd repo && seq 5 >f && seq 5 >g && git add . && git commit -qm one && sed -i 's/3/three/' f && sed -i 's/4/four/' g)
  is 'cd repo; ecat -d --diff-context=0' 0 'three\nfour\n'
  is 'cd repo; git add f; ecat -d --diff-context=0; ecat -d --diff-context=0 --diff-base=head; git reset -q' 0 'four\nthree\nfour\n'
  is 'cd repo; git commit -qam two; seq 6 >f; ecat -d --diff-context=0 --diff-base=HEAD~1; git checkout -q HEAD f' 0 '6\nfour\n'
  is "cd repo; git diff --color=always HEAD~1 f | ecat -pf --theme=ansi | sed 's/\x1b\[[0-9;]*m//g' | tail -n 5" 0 ' 2\n-3\n+three\n 4\n 5\n'
fi
row W24
is "ecat -pf --theme=ansi --highlight-pattern='w|h' a" 0 "one\nt$e[7mw$e[0mo\nt$e[7mh$e[0mree\n"
row W25
is "printf '$e[31mred$e[0m\n' | ecat -p" 0 "$e[31mred$e[0m\n"
is "printf '$e[31mred$e[0m\n' | ecat -pf --theme=ansi" 0 "$e[31mred$e[0m\n"
finish
