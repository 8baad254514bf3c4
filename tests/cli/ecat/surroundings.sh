#!/usr/bin/env bash
# surroundings.sh: the variables (spec ecat, section 9), and ecat at work within other programs (section 5).
source "$(dirname "$0")/../../lib/case.sh"
unset EMBER_OPTS EMBER_STYLE EMBER_THEME EMBER_TABS EMBER_PAGING EMBER_CONFIG MAN_PN GIT_PAGER_IN_USE FZF_PREVIEW_COLUMNS BAT_WIDTH \
  BAT_TABS BAT_PAGING BAT_CONFIG_PATH BAT_CONFIG_DIR LESSCLOSE COLORFGBG EMBER_CACHE BAT_CACHE_PATH EMBER_THEME_DARK EMBER_THEME_LIGHT \
  BAT_THEME_DARK BAT_THEME_LIGHT LINES
export TERM=xterm
ln -s "$BUILD/ecat" "$WORK/ours/bat"
D='ecat --decorations=always --color=never --terminal-width=30'
P="$D -p"
e=$'\e'
dash() { printf '─%.0s' $(seq "$1"); }

printf 'one\ntwo\nthree\n' >a
printf 'a\tb\n' >tabs
printf '{ "a": 1 }\n' >x.json

# ---- 9: variables
row V1
is "EMBER_OPTS='--tabs=2 --style=plain' BAT_OPTS=--tabs=6 $D tabs" 0 'a b\n'
is "EMBER_OPTS='--style=numbers --tabs=\"3\"' $D tabs" 0 '   1 a  b\n'
is "BAT_OPTS='--style=\"numbers\" --tabs 3' bat --decorations=always --color=never tabs" 0 '   1 a  b\n'
row V4
is "BAT_STYLE=numbers $D -r 1 a" 0 '   1 one\n'
is "EMBER_STYLE=header BAT_STYLE=numbers $D -r 1 a" 0 'File: a\none\n'
holds "EMBER_STYLE=nonsense $D -r 1 a 2>&1" 0 '^ecat: warning: EMBER_STYLE: '
row V5
one_colour blue '#5f87af'
one_colour brown '#af5f00' light
in_blue='\e[38;5;67m{ "a": 1 }\e[0m\n' in_brown='\e[38;5;130m{ "a": 1 }\e[0m\n'
for v in EMBER BAT; do
  is "${v}_THEME=blue ecat -pf x.json" 0 "$in_blue"
  is "${v}_THEME=blue bat -pf x.json" 0 "$in_blue"
  is "${v}_THEME=blue ecat -pf --theme=brown x.json" 0 "$in_brown"
  is "EMBER_OPTS=--theme=brown ${v}_THEME=blue ecat -pf x.json" 0 "$in_blue"
  is "COLORFGBG='15;0' ${v}_THEME_DARK=blue ${v}_THEME_LIGHT=brown ecat -pf x.json" 0 "$in_blue"
  is "COLORFGBG='0;15' ${v}_THEME_DARK=blue ${v}_THEME_LIGHT=brown ecat -pf x.json" 0 "$in_brown"
  is "COLORFGBG='0;15' ${v}_THEME_LIGHT=blue ecat -pf --theme-light=brown x.json" 0 "$in_brown"
  is "COLORFGBG='15;0' ${v}_THEME_DARK=blue ecat -pf --theme-dark=brown x.json" 0 "$in_brown"
  is "COLORFGBG='0;15' ${v}_THEME=auto ${v}_THEME_LIGHT=brown ecat -pf x.json" 0 "$in_brown"
  is "${v}_THEME=dark ${v}_THEME_DARK=blue ${v}_THEME_LIGHT=brown ecat -pf x.json" 0 "$in_blue"
  is "${v}_THEME=light ${v}_THEME_DARK=blue ${v}_THEME_LIGHT=brown ecat -pf x.json" 0 "$in_brown"
  is "${v}_THEME=blue ${v}_THEME_DARK=brown ${v}_THEME_LIGHT=brown ecat -pf x.json" 0 "$in_blue"
  is "${v}_THEME=blue ecat x.json" 0 '{ "a": 1 }\n'
done
is "EMBER_THEME=blue BAT_THEME=brown ecat -pf x.json" 0 "$in_blue"
is "COLORFGBG='15;0' EMBER_THEME_DARK=blue BAT_THEME_DARK=brown ecat -pf x.json" 0 "$in_blue"
is "COLORFGBG='0;15' EMBER_THEME_LIGHT=blue BAT_THEME_LIGHT=brown ecat -pf x.json" 0 "$in_blue"
rm -r "$XDG_CONFIG_HOME/ember" "$XDG_CACHE_HOME"
row V6
is "EMBER_TABS=2 BAT_TABS=6 $P tabs" 0 'a b\n'
is "BAT_TABS=6 $P tabs" 0 'a     b\n'
is "BAT_TABS=6 $P --tabs=2 tabs" 0 'a b\n'
is 'BAT_WIDTH=11 COLUMNS=20 ecat --decorations=always --color=never --style=grid -r 1 a' 0 "$(dash 11)\none\n$(dash 11)\n"
row V7
mkdir -p "$XDG_CONFIG_HOME/ember" batdir
printf -- '--tabs=2\n' >ours.conf
printf -- '--tabs=3\n' >bats.conf
printf -- '--tabs=5\n' >batdir/config
is "EMBER_CONFIG=ours.conf $P tabs" 0 'a b\n'
is "BAT_CONFIG_PATH=bats.conf $P tabs" 0 'a  b\n'
is "BAT_CONFIG_DIR=batdir $P tabs" 0 'a    b\n'
is "BAT_CONFIG_DIR=batdir BAT_CONFIG_PATH=bats.conf $P tabs" 0 'a  b\n'
is "EMBER_CONFIG=ours.conf BAT_CONFIG_PATH=bats.conf $P tabs" 0 'a b\n'
is "EMBER_CONFIG=ours.conf BAT_CONFIG_PATH=bats.conf bat -p --decorations=always --color=never tabs" 0 'a  b\n'
is "EMBER_CONFIG=missing $P tabs 2>&1" 0 'a       b\n'
row V8
is "EMBER_CACHE=/x/y ecat --cache-dir" 0 '/x/y\n'
is "EMBER_CACHE=/x/y BAT_CACHE_PATH=/z ecat --cache-dir" 0 '/x/y\n'
is "BAT_CACHE_PATH=/z ecat --cache-dir" 0 '/z\n'
is "EMBER_CACHE=$PWD/kept ecat cache --build; ls kept 2>/dev/null | grep -c 'pack$'" 1 '0\n' # nothing of the user's to compile
mkdir -p "$XDG_CONFIG_HOME/ember/syntaxes"
printf '{"scopeName":"source.mine","fileTypes":["mine"],"patterns":[]}' >"$XDG_CONFIG_HOME/ember/syntaxes/mine.json"
is "EMBER_CACHE=$PWD/kept ecat cache --build; ls kept | grep -c 'pack$'" 0 '1\n'
yes_ 'and nowhere else' test ! -e "$XDG_CACHE_HOME"
row V9
printf -- '--tabs=2\n' >"$XDG_CONFIG_HOME/ember/ecat.conf"
is "$P tabs" 0 'a b\n'
mkdir -p other/.config/ember
printf -- '--tabs=3\n' >other/.config/ember/ecat.conf
is "XDG_CONFIG_HOME= HOME=$PWD/other $P tabs" 0 'a  b\n'
is "XDG_CONFIG_HOME=relative HOME=$PWD/other $P tabs" 0 'a  b\n'
is 'XDG_CONFIG_HOME= HOME=/h ecat --config-file' 0 '/h/.config/ember/ecat.conf\n'
is 'XDG_CACHE_HOME= HOME=/h ecat --cache-dir' 0 '/h/.cache/ember\n'
is 'XDG_CACHE_HOME=/c ecat --cache-dir' 0 '/c/ember\n'
is "XDG_CONFIG_HOME= HOME= $P tabs" 0 'a       b\n'
rm -r "$XDG_CONFIG_HOME"
row V10
one_colour blue '#5f87af'
in_true='\e[38;2;95;135;175m{ "a": 1 }\e[0m\n'
is 'NO_COLOR=1 CLICOLOR_FORCE=1 bat -p --theme=blue x.json' 0 '{ "a": 1 }\n'
is 'CLICOLOR_FORCE=1 bat -p --theme=blue x.json' 0 "$in_blue"
is 'CLICOLOR_FORCE=0 bat -p --theme=blue x.json' 0 '{ "a": 1 }\n'
is 'CLICOLOR_FORCE=0 bat --theme=blue x.json' 0 '{ "a": 1 }\n'
is 'NO_COLOR=1 ecat -pf --theme=blue x.json' 0 "$in_blue"
is 'COLORTERM=24bit ecat -pf --theme=blue x.json' 0 "$in_true"
is 'COLORTERM=truecolor ecat -pf --theme=blue x.json' 0 "$in_true"
is 'COLORTERM=yes ecat -pf --theme=blue x.json' 0 "$in_blue"
is 'COLORTERM= ecat -pf --theme=blue x.json' 0 "$in_blue"
is 'TERM=dumb ecat -pf --theme=blue x.json' 0 "$in_blue" # asked for by name
rm -r "$XDG_CONFIG_HOME/ember" "$XDG_CACHE_HOME"
row V11
is 'COLUMNS=11 ecat --decorations=always --style=grid -r 1 a' 0 "$(dash 11)\none\n$(dash 11)\n"
is 'FZF_PREVIEW_COLUMNS=12 COLUMNS=11 ecat --decorations=always --style=grid -r 1 a' 0 "$(dash 12)\none\n$(dash 12)\n"
is 'FZF_PREVIEW_COLUMNS=x COLUMNS=11 ecat --decorations=always --style=grid -r 1 a' 0 "$(dash 11)\none\n$(dash 11)\n"
is 'COLUMNS=0 ecat --decorations=always --style=grid -r 1 a' 0 "$(dash 80)\none\n$(dash 80)\n"
row V12
is "LESSOPEN='|tr o 0 <%s' LESSCLOSE='echo closed %s >closed' ecat --lessopen a; cat closed; rm closed" 0 '0ne\ntw0\nthree\nclosed a\n'
is "LESSOPEN='tr o 0 <%s >made; echo made' LESSCLOSE='rm made #%s' ecat --lessopen a; ls made 2>/dev/null" 2 '0ne\ntw0\nthree\n'
# Nor does it stay when nobody reads on; the status is what it is without it.
is "LESSOPEN='seq 100000 >made; echo made #%s' LESSCLOSE='rm made #%s' ecat --lessopen a | head -n 1; echo \${PIPESTATUS[0]}; ls made 2>/dev/null" 2 '1\n141\n'
is "trap '' PIPE; LESSOPEN='seq 100000 >made; echo made #%s' LESSCLOSE='rm made #%s' ecat --lessopen a 2>&1 >/dev/null | cat; LESSOPEN='seq 100000 >made; echo made #%s' \
  LESSCLOSE='rm made #%s' ecat --lessopen a 2>x | true; echo \${PIPESTATUS[0]}; cat x; rm x; ls made 2>/dev/null" 2 '1\necat: write error: Broken pipe\n'
is "LESS=FRX LESSOPEN='|tr o 0 <%s' ecat a" 0 'one\ntwo\nthree\n'
row V14
is "printf 'N\bNA\bA\n' | MAN_PN='x(1)' $D --style=header" 0 'File: x(1)\nNA\n'
is "GIT_PAGER_IN_USE=1 ecat --decorations=always --color=never a" 0 'one\ntwo\nthree\n'
is "GIT_PAGER_IN_USE=1 ecat --decorations=always --color=never --style=numbers -r 1 a" 0 '   1 one\n'
if command -v git >/dev/null; then
  git init -q repo && (cd repo && seq 9 >f && git add . && git commit -qm one && sed -i 's/^5$/five/' f)
  is "cd repo; ecat -d --diff-context=0 f" 0 'five\n'
  is "mv repo/.git elsewhere; GIT_DIR=$PWD/elsewhere GIT_WORK_TREE=$PWD/repo ecat -d --diff-context=0 repo/f; mv elsewhere repo/.git" 0 'five\n'
fi
row V15
printf 'caf\303\251\n' >utf
is "LC_ALL=C ecat utf" 0 'café\n'
is "LANG=de_DE.ISO-8859-1 LC_ALL= $P utf" 0 'café\n' # what a pipe gets does not depend on it
is "LC_ALL=C $D --style=grid --terminal-width=5 utf" 0 "$(dash 5)\ncafé\n$(dash 5)\n"
row V16
is 'POSIXLY_CORRECT=1 ecat a -n 2>/dev/null' 1 'one\ntwo\nthree\n'
is 'POSIXLY_CORRECT=1 ecat -n a | head -n 1' 0 '     1\tone\n'
is "TMPDIR=/nowhere $P a" 0 'one\ntwo\nthree\n'

# ---- 5: shells complete; completions ask for lists alone
row I13
complete_bash() { # WORDS...: what the bash completion offers for the last word
  bash --norc --noprofile -c 'source <("$1" --completion=bash) && shift && COMP_WORDS=(ecat "$@") COMP_CWORD=$# &&
    fn=$(complete -p ecat) && fn=${fn##*-F } && "${fn%% *}" ecat "${@: -1}" "${@: -2:1}"; printf "%s\n" "${COMPREPLY[@]}"' x "$WORK/ours/ecat" "$@" 2>&1
}
offers() { # LINE WORDS...
  local want=$1
  shift
  if complete_bash "$@" | grep -qxE -- "$want"; then pass; else fail "bash: $* offers $want" "$(complete_bash "$@" | head -n 5)"; fi
}
offers '--highlight-pattern=? ?' --highl
offers '--strip-ansi=? ?' --str
offers 'never' --paging = n
offers 'never' --paging n
offers 'zenburn' --theme zen
offers 'Git\\ Ignore|Git Ignore' -l Git
for shell in bash zsh fish; do
  yes_ "$shell: asks ecat for nothing but lists" bash -c '! ecat --completion="$1" | grep -oE "(\\$\(|\(|\`|<\()ecat [^|)]*" | grep -vE "ecat --list-(languages|themes)( 2>/dev/null)? ?$"' x "$shell"
done
command -v zsh >/dev/null && yes_ 'zsh reads it' bash -c 'ecat --completion=zsh >_ecat && zsh -n _ecat'
command -v fish >/dev/null && yes_ 'fish reads it' bash -c 'ecat --completion=fish >ecat.fish && fish -n ecat.fish'
finish
