#!/usr/bin/env bash
# options.sh: the table of options (spec ecat, section 8), each row under its id.
source "$(dirname "$0")/../../lib/case.sh"
unset EMBER_OPTS EMBER_STYLE EMBER_THEME EMBER_TABS EMBER_PAGING EMBER_CONFIG MAN_PN GIT_PAGER_IN_USE FZF_PREVIEW_COLUMNS BAT_WIDTH \
  BAT_TABS BAT_PAGING BAT_CONFIG_PATH BAT_CONFIG_DIR LESSCLOSE COLORFGBG
export TERM=xterm
ln -s "$BUILD/ecat" "$WORK/ours/bat"
D='ecat --decorations=always --color=never --terminal-width=30'
P="$D -p"
C='ecat --color=always -p --theme=ansi'
e=$'\e'

printf 'one\ntwo\nthree\n' >a
printf 'x' >open
: >empty
printf 'a\tb\n\tc\n' >tabs
printf '\n\n\nx\n\n\n\ny\n' >blank
printf 'dos\r\nend\r\n' >dos
printf 'a\tb\001\r\n' >mixed
printf '{ "a": 1 }\n' >x.json
printf 'abc\0def\n' >nul
printf 'a \e[31mred\e[0m \e[2Jb\n' >red
seq 1 20 >twenty

# scope COMMAND SCOPE: the first token of the first line is in that language
scope() {
  holds "$1" 0 "^\[\[[0-9]+,[0-9]+,\"$2"
}
dash() { printf '─%.0s' $(seq "$1"); }

# ---- cat's own
row O1
same 'cat -A mixed'
same 'cat --show-all mixed nul'
is 'ecat -A mixed' 0 'a^Ib^A^M$\n'
is 'bat --show-nonprintable -r 1 a' 0 'one␊\n'
row O2
same 'cat -b blank a'
same 'cat -n --number-nonblank blank'
is 'ecat -bn blank' 0 '\n\n\n     1\tx\n\n\n\n     2\ty\n'
row O3
same 'cat -e mixed nul'
is 'ecat -e mixed' 0 'a\tb^A^M$\n'
row O4
same 'cat -E mixed'
same 'cat --show-ends dos open'
is 'ecat -E dos' 0 'dos^M$\nend^M$\n'
row O5
same 'cat -n a open a'
same 'cat --number blank'
row O6
same 'cat -s blank blank'
same 'cat --squeeze-blank blank'
is 'ecat -s blank' 0 '\nx\n\ny\n'
row O7
same 'cat -t mixed nul'
is 'ecat -t mixed' 0 'a^Ib^A^M\n'
row O8
same 'cat -T mixed'
same 'cat --show-tabs tabs'
is 'ecat -T mixed' 0 'a^Ib\001\r\n'
row O9
same 'cat -u a'
is 'ecat --unbuffered a' 0 'one\ntwo\nthree\n'
row O10
same 'cat -v mixed nul'
same 'cat --show-nonprinting dos'
is 'ecat -v mixed' 0 'a\tb^A^M\n'

# ---- help, version, name
row O11
holds 'ecat -h' 0 '^Usage: ecat \[OPTION\]'
yes_ 'the short help is shorter' bash -c '[ "$(ecat -h | wc -l)" -lt "$(ecat --help | wc -l)" ]'
holds 'bat -h' 0 '^Usage: '
yes_ 'it fits a screen of 80 x 24 with the prompt below it' bash -c '[ "$(ecat -h | wc -l)" -lt 24 ] && ! ecat -h | grep -E "^.{81}"'
row O12
holds 'ecat --help' 0 '^ *-r, --line-range=N:M'
holds 'ecat --help missing --nonsense' 0 '^ *-A, --show-all'
row O13
holds 'ecat -V' 0 '^ecat \(ember\) [0-9]+\.[0-9]+'
is 'ecat --version | cmp - <(ecat -V)' 0 ''
row O14
is 'ecat --bat -A open' 0 'x'
is 'ecat --bat -A tabs' 0 'a├─┤b␊\n├──┤c␊\n'
holds 'ecat a --bat 2>&1' 1 'counts only as the first argument'

# ---- language
row O15
is "$D -p open" 0 'x'
is "$D --plain open" 0 'x'
is "$D --style=full -p open" 0 'x'
row O16
scope 'ecat --dump-tokens -l json a' source.json
scope 'ecat --dump-tokens --language=JSON a' source.json
scope 'ecat --dump-tokens --language json a' source.json
says 'ecat -f -l nonsense a' 1 "^ecat: unknown language 'nonsense'$"
is 'bat -f -l nonsense a 2>&1' 1 "[bat error]: unknown syntax: 'nonsense'\n" # bat 0.26.1's words
A='ecat -pf --theme=ansi'
as_json='{ \e[36m"a"\e[0m: \e[33m1\e[0m }\n' as_ignore='\e[32m{ "a": 1 }\e[0m\n'
row O17
is "$A --fallback-syntax=c - <<<'int # z'" 0 '\e[33mint\e[0m # z\n'
is "$A --fallback-language=c - <<<'int # z'" 0 '\e[33mint\e[0m # z\n'
is "$A - <<<'int # z'" 0 'int # z\n'
is "$A --fallback-syntax=nonsense a 2>&1" 1 "ecat: unknown language 'nonsense'\n"
is "$A --fallback-syntax=json --file-name=q.gitignore - <<<'# x'" 0 '\e[90m# x\e[0m\n'
row O18
is "cp x.json x.foo; $A -m '*.foo:json' x.foo" 0 "$as_json"
is "$A --map-syntax='*.FOO:json' x.foo" 0 "$as_json"
is "$A -m '$PWD/x.*:json' x.foo" 0 "$as_json"
is "$A -m '*.foo:json' -m 'x.*:gitignore' x.foo" 0 "$as_ignore"
is "$A -m '*.json:Git Ignore' x.json" 0 "$as_ignore"
says "ecat -m nonsense a" 1 "not of the form GLOB:NAME"
says "ecat -f -m '*.a:nonsense' a" 1 "unknown language 'nonsense'"
# bat 0.26.1 asks for the name only where the glob matches
is "bat -pf --theme=ansi -m '*.zz:nonsense' x.json 2>/dev/null" 0 "$as_json"
is "$A --dump-tokens -m '*.foo:gitignore' -m '*.foo:json' x.foo | cmp - <($A --dump-tokens x.json)" 0 ''
holds "ecat --dump-tokens -m '*.foo:Git Ignore' x.foo" 0 ignore
holds "ecat --dump-tokens -m '$PWD/x.*:Git Ignore' x.foo" 0 ignore
scope 'ecat --dump-tokens --fallback-syntax=c a' source.c
scope 'ecat --dump-tokens --fallback-syntax=c - <a' source.c
scope 'ecat --dump-tokens --fallback-syntax=c x.json' source.json
scope 'ecat --dump-tokens --file-name=x.json - <a' source.json
is "ecat --dump-tokens -m '*.foo:nonsense' x.foo 2>&1" 1 "ecat: unknown language 'nonsense'\n"
is "ln -s x.json pointing; ecat --dump-tokens pointing | cmp - <(ecat --dump-tokens x.json)" 0 ''
row O19
as_properties='\e[36mkey\e[0m \e[35m=\e[32m value\e[0m\n'
printf 'key = value\n' >p.properties
cp p.properties p.properties.mine
cp p.properties p.properties.mine.yours
scope 'ecat --dump-tokens --ignored-suffix=.mine p.properties.mine' source.properties
is "$A --ignored-suffix=.mine p.properties.mine" 0 "$as_properties"
is "$A p.properties.mine" 0 'key = value\n'
is "$A --ignored-suffix .mine --ignored-suffix .yours p.properties.mine.yours" 0 "$as_properties"
row O20
is "$D --style=header --file-name=q --file-name=w a open -r 1" 0 'File: q\none\n\nFile: w\nx\n'
is "$A --file-name=x.json - <x.json" 0 "$as_json"
says 'ecat --file-name=q --file-name=w a' 1 'once for each input'
row O21
holds 'ecat -L' 0 '^JSON:([^:]*,)?json(,|$)'
is 'ecat --list-languages | cmp - <(ecat -L)' 0 ''
row O22
holds "ecat -pf --theme=ember-dark x.json" 0 "$e\[38;5;"
is "ecat -pf --theme=ember-light x.json | cmp -s - <(ecat -pf --theme=ember-dark x.json)" 1 ''
says 'ecat -pf --theme=nonsense a >/dev/null' 0 "warning: unknown theme 'nonsense'$"
row O23
one_colour blue '#5f87af'
one_colour brown '#af5f00' light
in_blue='\e[38;5;67m{ "a": 1 }\e[0m\n' in_brown='\e[38;5;130m{ "a": 1 }\e[0m\n'
for asked in '' --theme=auto --theme=auto:always; do
  is "COLORFGBG='15;0' ecat -pf $asked --theme-dark=blue --theme-light=brown x.json" 0 "$in_blue"
  is "COLORFGBG='0;15' ecat -pf $asked --theme-dark blue --theme-light brown x.json" 0 "$in_brown"
done
is 'ecat -pf --theme=light --theme-dark=blue --theme-light=brown x.json' 0 "$in_brown"
is 'ecat -pf --theme=dark --theme-dark=brown --theme-dark=blue --theme-light=brown x.json' 0 "$in_blue"
is 'ecat -pf --theme=blue --theme-dark=brown --theme-light=brown x.json' 0 "$in_blue"
says 'ecat -pf --theme-dark=nonsense x.json >/dev/null' 0 "warning: unknown theme 'nonsense'$"
says "COLORFGBG='0;15' ecat -pf --theme-light=nonsense x.json >/dev/null" 0 "warning: unknown theme 'nonsense'$"
is 'ecat -pf --theme-light=nonsense --theme-dark=blue x.json 2>&1' 0 "$in_blue" # not asked for
row O24
holds 'ecat --list-themes' 0 '^ember-light$'

# ---- looks
row O25
is "$D --style=numbers,header -r 1 a" 0 '     File: a\n   1 one\n'
is "$D --style=full --style=-numbers,-grid,-header,-header-filesize -r 1 a" 0 'one\n'
is "$D --style numbers -r 1 a" 0 '   1 one\n'
says "$D --style=nonsense a" 1 "unknown component 'nonsense'"
row O26
is 'ecat x.json' 0 '{ "a": 1 }\n'
is 'ecat --color=auto x.json' 0 '{ "a": 1 }\n'
is 'ecat --color=never x.json' 0 '{ "a": 1 }\n'
is 'ecat --color=always --theme=blue x.json' 0 "$in_blue"
is 'ecat --color=never --color=always --theme=blue x.json' 0 "$in_blue"
is 'ecat --color always --style=numbers --theme=blue x.json' 0 "\e[38;5;59m   1 $in_blue"
is 'ecat -f --color=never --style=numbers --theme=blue x.json' 0 '   1 { "a": 1 }\n'
is 'ecat --color=always --color=auto --theme=blue x.json' 0 '{ "a": 1 }\n'
is 'bat --color=never --theme=blue x.json' 0 '{ "a": 1 }\n'
is 'bat --color=always --style=plain --theme=blue x.json' 0 "$in_blue"
holds 'ecat --color=sometimes x.json 2>&1' 1 "sometimes"
row O27
is 'ecat --decorations=auto --style=numbers a' 0 'one\ntwo\nthree\n'
is 'ecat --decorations=never --color=always --theme=ansi --style=numbers a' 0 'one\ntwo\nthree\n'
is 'ecat --decorations=always --style=numbers -r 1 a' 0 '   1 one\n'
row O28
for o in -f --force-colorization --force-col; do
  is "ecat $o --theme=blue --style=numbers x.json" 0 "\e[38;5;59m   1 $in_blue"
done
is 'bat -f --theme=blue --style=numbers x.json' 0 "\e[38;5;59m   1 $in_blue"
is 'ecat -f --theme=blue --style=rule --terminal-width=12 open x.json' 0 "x\n\e[38;5;59m$(dash 12)\e[0m\n$in_blue"
is 'ecat --color=never --decorations=never -f --theme=blue --style=numbers x.json' 0 "\e[38;5;59m   1 $in_blue"
is 'ecat -f --decorations=never --theme=blue --style=numbers x.json' 0 "$in_blue"
is 'NO_COLOR=1 ecat -f --theme=blue --style=numbers x.json' 0 "\e[38;5;59m   1 $in_blue"
rm -r "$XDG_CONFIG_HOME/ember"
row O29
mkdir -p "$XDG_CONFIG_HOME/ember/themes"
printf '{"tokenColors":[{"scope":"source","settings":{"foreground":"#ff0000","fontStyle":"italic"}}]}' >"$XDG_CONFIG_HOME/ember/themes/leaning.json"
holds 'ecat -pf --italic-text=always --theme=leaning x.json' 0 "$e\[3;"
is "ecat -pf --theme=leaning x.json | grep -c '$e\[3;'" 1 '0\n'
is "ecat -pf --italic-text=never --theme=leaning x.json | grep -c '$e\[3;'" 1 '0\n'
rm -r "$XDG_CONFIG_HOME/ember"

# ---- lines
row O30
is 'ecat -r 19: twenty' 0 '19\n20\n'
is 'ecat --line-range=2:3 --line-range 5 twenty' 0 '2\n3\n5\n'
is "$D --style=numbers -r 2:3 twenty" 0 '   2 2\n   3 3\n'
row O31
is "ecat -pf --theme=ansi -H 2 a" 0 "one\n$e[4mtwo$e[0m\nthree\n"
is "ecat -pf --theme=ansi --highlight-line=2: -H 1 a | grep -c '$e\[4m'" 0 '3\n'
says "$D -H x a" 1 "--highlight-line: 'x'"
row O32
is "ecat -pf --theme=ansi --highlight-pattern='t\w' a" 0 "one\n$e[7mtw$e[0mo\n$e[7mth$e[0mree\n"
is "ecat -pf --theme=ansi --highlight-pattern=o --highlight-pattern=e -r 1 a" 0 "$e[7mo$e[0mn$e[7me$e[0m\n"
says "$P --highlight-pattern='(' a" 1 "^ecat: --highlight-pattern: '\\('"
is "ecat --highlight-pattern='(' a" 0 'one\ntwo\nthree\n'
if command -v git >/dev/null; then
  git init -q repo && (cd repo && seq 1 20 >f && seq 5 >same && git add . && git commit -qm one && sed -i 's/^10$/ten/' f)
  row O33
  is 'cd repo; ecat -d f' 0 '8\n9\nten\n11\n12\n'
  is 'cd repo; ecat --diff f same' 0 '8\n9\nten\n11\n12\n'
  is 'cd repo; ecat -d <f' 0 '8\n9\nten\n11\n12\n'
  row O34
  is 'cd repo; ecat -d --diff-context=0 f' 0 'ten\n'
  is 'cd repo; ecat -d --diff-context 1 f' 0 '9\nten\n11\n'
  holds 'ecat -d --diff-context=x a 2>&1' 1 "'x' is not a number"
  row O35
  is 'cd repo; git add f; ecat -d f; ecat -d --diff-base=head --diff-context=0 f; ecat -d --diff-base=HEAD --diff-context=0 f; git reset -q' 0 'ten\nten\n'
  is 'cd repo; ecat -d --diff-base=index --diff-context=0 f' 0 'ten\n'
fi

# ---- layout
row O36
is "$P --tabs=4 tabs" 0 'a   b\n    c\n'
is "$P tabs" 0 'a       b\n        c\n'
is "bat --decorations=always --color=never --style=numbers -r 1 tabs" 0 '   1 a   b\n'
is "$P --tabs=0 tabs" 0 'a\tb\n\tc\n'
says "$P --tabs=x a" 1 'is not a number from 0 to 1000'
row O37
wide='abcdef ghij klm'
is "echo $wide | $P --terminal-width=10 --wrap=auto" 0 'abcdef ghi\nj klm\n'
is "echo $wide | $P --terminal-width=10 --wrap=character" 0 'abcdef ghi\nj klm\n'
is "echo $wide | $P --terminal-width=10 --wrap=word" 0 'abcdef \nghij klm\n'
is "echo $wide | $P --terminal-width=10 --wrap=never" 0 "$wide\n"
holds "$P --wrap=nonsense a 2>&1" 1 nonsense
row O38
is "echo $wide | $P --terminal-width=10 -S" 0 "$wide\n"
is "echo $wide | $P --terminal-width=10 --chop-long-lines" 0 "$wide\n"
row O39
is "ecat --decorations=always --style=grid --terminal-width=12 -r 1 a" 0 "$(dash 12)\none\n$(dash 12)\n"
is "COLUMNS=10 ecat --decorations=always --style=grid --terminal-width=+3 -r 1 a" 0 "$(dash 13)\none\n$(dash 13)\n"
is "COLUMNS=10 ecat --decorations=always --style=grid --terminal-width=-3 -r 1 a" 0 "$(dash 7)\none\n$(dash 7)\n"
for bad in 0 x +0 ''; do holds "ecat -f --terminal-width='$bad' a 2>&1" 1 'is not a number'; done
row O40
is 'ecat -s --squeeze-limit=2 blank' 0 '\n\nx\n\n\ny\n'
is 'ecat -s --squeeze-limit=0 blank' 0 'x\ny\n'
is "$P -s --squeeze-limit=2 blank" 0 '\n\nx\n\n\ny\n'

# ---- what the input holds
row O41
is 'ecat --strip-ansi=always red' 0 'a red b\n'
is 'ecat --strip-ansi=never red | cmp - red' 0 ''
is "$P --strip-ansi=auto red" 0 'a red ^[[2Jb\n'
is "$P --strip-ansi=auto -l json red" 0 'a red b\n'
is "$P --strip-ansi=always red" 0 'a red b\n'
{ printf '{ "a": %05000d }\n' 0; cat red; } >late.json # in a pipe the language is the command line's, or none
is 'ecat --strip-ansi=auto late.json | cmp - late.json; rm late.json' 0 ''
row O42
is "printf 'a\033[31mb\001\342\200\256\302\205\342\200\213\n' | ecat --sanitize=always" 0 'ab\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\n'
is "printf 'a\tb\001\n' | $P --sanitize=always" 0 'a       b\xef\xbf\xbd\n'
is "printf 'a\001\n' | ecat --sanitize=never" 0 'a\001\n'
row O43
is "$P --raw-control-chars red | cmp - red" 0 ''
is "printf 'a\001b\n' | $P --raw-control-chars" 0 'a\001b\n'
row O44
is 'bat -A --nonprintable-notation=caret dos' 0 'dos^M^J\nend^M^J\n'
is 'bat -A --nonprintable-notation unicode dos' 0 'dos␍␊\nend␍␊\n'
is 'ecat -A --nonprintable-notation=unicode dos' 0 'dos␍␊\nend␍␊\n'
row O45
is "$P --binary=no-printing --terminal-width=80 nul" 0 'Binary content of nul is not shown; option -A shows it\n'
is "$P --binary=as-text nul" 0 'abc^@def\n'
is 'ecat --binary=no-printing nul' 0 'abc\0def\n'
row O46
is "printf '\351\n' | ecat --encoding=latin1" 0 'é\n'
is "printf '\351\n' | $P --encoding=koi8-r" 0 'И\n'
is "printf '\351\n' | ecat --encoding=raw" 0 '\xe9\n'
is "printf '\351\n' | ecat --encoding=auto" 0 'é\n'
is "printf '\303\251\n' | $P --encoding=auto" 0 'é\n'
says "$P --encoding=nonsense a" 1 "nobody knows 'nonsense'"
row O47
is "$D --quiet-empty empty" 0 ''
is "$D --style=header --quiet-empty empty a -r 1" 0 'File: a\none\n'
is "bat --decorations=always --color=never -E empty" 0 ''
row O48
one_colour blue '#5f87af'
for n in 0 5 9; do is "ecat -pf --theme=blue --max-highlight-line=$n x.json" 0 '{ "a": 1 }\n'; done
for n in 10 11 1000000; do is "ecat -pf --theme=blue --max-highlight-line $n x.json" 0 "$in_blue"; done
{ printf '"'; printf 'x%.0s' $(seq 16382); printf '"\n"'; printf 'x%.0s' $(seq 16383); printf '"\n1\n'; } >limit.json # 16384 and 16385 bytes
is "ecat -pf --theme=blue limit.json | cut -c 1-10" 0 '\e[38;5;67m\n"xxxxxxxxx\n\e[38;5;67m\n'
is "ecat -pf --theme=blue --max-highlight-line=16385 limit.json | cut -c 1-10" 0 '\e[38;5;67m\n\e[38;5;67m\n\e[38;5;67m\n'
rm -r "$XDG_CONFIG_HOME/ember" limit.json
says 'ecat -f --max-highlight-line=x a' 1 'is not a number'

# ---- paging, in a pipe: nothing pages
row O49
is 'ecat --paging=always a' 0 'one\ntwo\nthree\n'
is 'ecat --paging never a' 0 'one\ntwo\nthree\n'
holds 'ecat --paging=x a 2>&1' 1 "'x'|“x”|x"
row O50
for o in -P --no-paging --no-pager; do is "ecat $o a" 0 'one\ntwo\nthree\n'; done
row O51
is 'ecat --pager=none-such a' 0 'one\ntwo\nthree\n'
is 'ecat -pf --theme=ansi --pager=none-such --paging=always a' 0 'one\ntwo\nthree\n'
row O59
is 'ecat --set-terminal-title -f --style=plain --theme=ansi a' 0 'one\ntwo\nthree\n'
row O60
is "LESSOPEN='|tr o 0 <%s' ecat a" 0 'one\ntwo\nthree\n'
is "LESSOPEN='|tr o 0 <%s' ecat --lessopen a" 0 '0ne\ntw0\nthree\n'
is "LESSOPEN='|tr o 0 <%s' ecat --lessopen --no-lessopen a" 0 'one\ntwo\nthree\n'
is 'ecat --lessopen a' 0 'one\ntwo\nthree\n'
says 'LESSOPEN="|tr o 0" ecat --lessopen a' 0 'warning: LESSOPEN must hold %s exactly once'
row O61
is "ecat -f --style=plain --theme=ansi --hyperlink=always a" 0 'one\ntwo\nthree\n'
is "ecat -f --style=header --theme=ansi --hyperlink=auto -r 1 a | grep -c ']8;;'" 1 '0\n'
is "ecat -f --style=header --theme=ansi --hyperlink=never -r 1 a | grep -c ']8;;'" 1 '0\n'
is "ecat --hyperlink=always a" 0 'one\ntwo\nthree\n'
row O62
is "ecat -f --style=header --theme=ansi --hyperlink=always --hyperlink-format='f:{path}' -r 1 a | grep -c ']8;;f:$PWD/a$e'" 0 '1\n'
is "ecat -f -l c --style=header --theme=ansi --hyperlink=always --hyperlink-format='f:{path}' -r 1 a | grep -c ']8;;f:$PWD/a$e'" 0 '1\n'

# ---- files and telling
row O71
mkdir -p "$XDG_CONFIG_HOME/ember/syntaxes"
printf -- '--tabs=2\n' >"$XDG_CONFIG_HOME/ember/ecat.conf"
is "$P tabs" 0 'a b\n  c\n'
is "$P --no-config tabs" 0 'a       b\n        c\n'
is "EMBER_OPTS=--tabs=3 $P --no-config tabs" 0 'a       b\n        c\n'
is "EMBER_TABS=3 $P --no-config tabs" 0 'a  b\n   c\n'
mkdir -p "$XDG_CONFIG_HOME/bat"
printf -- '--style=numbers\n' >"$XDG_CONFIG_HOME/bat/config"
is 'bat --decorations=always --color=never -r 1 a' 0 '   1 one\n'
is 'bat --decorations=always --color=never --no-config --style=header -r 1 a' 0 'File: a\none\n'
printf '{"scopeName":"source.mine","fileTypes":["mine"],"patterns":[]}' >"$XDG_CONFIG_HOME/ember/syntaxes/mine.json"
scope 'ecat --dump-tokens -l mine a' source.mine
says 'ecat --no-custom-assets --dump-tokens -l mine a' 1 "unknown language 'mine'"
rm -r "$XDG_CONFIG_HOME/ember" "$XDG_CONFIG_HOME/bat"
row O72
is 'ecat --config-file' 0 "$XDG_CONFIG_HOME/ember/ecat.conf\n"
is 'ecat --config-dir' 0 "$XDG_CONFIG_HOME/ember\n"
is 'ecat --cache-dir' 0 "$XDG_CACHE_HOME/ember\n"
row O73
is 'ecat --generate-config-file >/dev/null; grep -cvE "^(#|$)" "$XDG_CONFIG_HOME/ember/ecat.conf"' 1 '0\n'
is "$D --style=plain a 2>&1" 0 'one\ntwo\nthree\n'
says 'echo --tabs=3 >"$XDG_CONFIG_HOME/ember/ecat.conf"; ecat --generate-config-file' 1 'exists and stays'
is 'cat "$XDG_CONFIG_HOME/ember/ecat.conf"; rm -r "$XDG_CONFIG_HOME/ember"' 0 '--tabs=3\n'
row O74
for shell in bash fish zsh; do holds "ecat --completion=$shell" 0 '--highlight-pattern|highlight-pattern'; done
holds 'ecat --completion=ksh 2>&1' 1 ksh
row O75
holds 'ecat --diagnostic' 0 '^ecat \(ember\) '
holds 'ecat --diagnostics' 0 '^Highlighting$'
row O76
is 'ecat --acknowledgements >/dev/null' 0 ''
row O77
is 'ecat cache --build' 0 ''
is 'ecat cache --clear' 0 ''

# ---- letters that are kept for cat, refused in its words
row E10
for letter in a B c C D g G j J k M o O q Q R U w W x X y Y z Z 0 1 9; do
  case_run "$WORK/ours" "ecat -$letter a"
  yes_ "-$letter is refused" bash -c '[ "$1" = 1 ] && [ ! -s "$2/out" ] && [ "$(cat "$2/err")" = "ecat: invalid option -- '"'"'$3'"'"'
Try '"'"'ecat --help'"'"' for more information." ]' x "$got" "$WORK" "$letter"
done
finish
