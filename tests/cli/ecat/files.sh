#!/usr/bin/env bash
# files.sh: the configuration files of ecat (spec ecat, section 10): where they are, what may stand in them, whom they concern.
source "$(dirname "$0")/../../lib/case.sh"
unset EMBER_OPTS EMBER_STYLE EMBER_THEME EMBER_TABS EMBER_PAGING EMBER_PAGER EMBER_CONFIG MAN_PN GIT_PAGER_IN_USE FZF_PREVIEW_COLUMNS \
  BAT_WIDTH BAT_TABS BAT_PAGING BAT_CONFIG_PATH BAT_CONFIG_DIR LESSCLOSE COLORFGBG EMBER_CACHE BAT_CACHE_PATH
export TERM=xterm
ln -s "$BUILD/ecat" "$WORK/ours/bat"
D='ecat --decorations=always --color=never --terminal-width=30'
P="$D -p"
CONF=$XDG_CONFIG_HOME/ember/ecat.conf
BATS=$XDG_CONFIG_HOME/bat/config
mkdir -p "${CONF%/*}" "${BATS%/*}"

printf 'one\ntwo\nthree\n' >a
printf 'a\tb\n\tc\n' >tabs
printf 'a: 1 # c\n' >x.é
at2='a b\n  c\n' at3='a  b\n   c\n' at5='a    b\n     c\n' at8='a       b\n        c\n'
conf() { rm -f "$CONF" && printf '%b' "$1" >"$CONF"; } # with no one's rights but the umask's
# quiet 'command' 'exact stdout': status 0, and nothing is told
quiet() {
  is "$1" 0 "$2"
  yes_ "nothing is told: $1" test ! -s "$WORK/err"
}
# told LINE 'reason' 'command' 'exact stdout': one line on stderr names file, line and reason; status 0
told() {
  is "$3" 0 "$4"
  yes_ "told: $3: $2" bash -c '[ "$(wc -l <"$4")" = 1 ] && grep -qE -- "^ecat: $1:$2: .*$3" "$4"' x "$CONF" "$1" "$2" "$WORK/err"
}

row F1
quiet "$P tabs" "$at8"
conf '--tabs=2\n'
quiet "$P tabs" "$at2"
mkdir -p other/.config/ember
printf -- '--tabs=3\n' >other/.config/ember/ecat.conf
quiet "HOME=$PWD/other $P tabs" "$at2"
quiet "unset XDG_CONFIG_HOME; HOME=$PWD/other $P tabs" "$at3"
quiet "XDG_CONFIG_HOME=$PWD/other/.config $P tabs" "$at3"
printf -- '--tabs=5\n' >five
quiet "EMBER_CONFIG=five $P tabs" "$at5"
quiet "EMBER_CONFIG=nosuch $P tabs" "$at8"
quiet "$P --tabs=5 tabs" "$at5"
inside=
private_mounts
# in_etc 'ecat.conf' 'bat/config' 'command': with these system files; what the loader needs of /etc stays
in_etc() {
  printf '%s <<"EOS"\nset -e\nmkdir %s\ncp -L /etc/ld.so.* /etc/passwd %s 2>/dev/null || :\nmount -t tmpfs none /etc\ncp %s/* /etc 2>/dev/null || :\nmkdir -p /etc/ember /etc/bat\n' \
    "$inside bash" etc etc etc
  [ -z "$1" ] || printf "printf '%%b' '%s' >/etc/ember/ecat.conf\n" "$1"
  [ -z "$2" ] || printf "printf '%%b' '%s' >/etc/bat/config\n" "$2"
  printf 'rm -r etc\n%s\nEOS\n' "$3"
}
if [ -n "$inside" ]; then
  quiet "$(in_etc '--tabs=3\n' '' "$D -p tabs")" "$at2"
  rm "$CONF"
  quiet "$(in_etc '--tabs=3\n' '' "$D -p tabs")" "$at3"
  quiet "$(in_etc '--tabs=3\n' '' "EMBER_CONFIG=nosuch $P tabs")" "$at3"
  conf '--tabs=2\n'
  quiet "$(in_etc '--style=numbers --tabs=3\n' '' "$D tabs")" '   1 a b\n   2   c\n'
  quiet "$(in_etc '--tabs=3\n' '' 'cat tabs')" 'a\tb\n\tc\n'
fi
# Where processes may be traced: the system's file is asked for first, each once.
if strace -o "$WORK/trace" true 2>/dev/null; then
  strace -f -o "$WORK/trace" -e trace=open,openat,openat2 ecat --no-config -pf a >"$WORK/out" 2>&1
  yes_ '--no-config opens none' bash -c '! grep -E "ecat\.conf|bat/config" "$1"' x "$WORK/trace"
  strace -f -o "$WORK/trace" -e trace=open,openat,openat2 ecat -pf a >"$WORK/out" 2>&1
  yes_ 'first the system, then the user' test \
    "$(grep -oE '"[^"]*(ecat\.conf|bat/config)"' "$WORK/trace" | tr '\n' ' ')" = "\"/etc/ember/ecat.conf\" \"$CONF\" "
fi

row F2
for text in '--tabs=2\n' '--tabs 2\n' 'tabs = 2\n' 'tabs=2\n' 'tabs =2\n' 'tabs= 2\n' '  --tabs=2  \n' '\t--tabs\t2\n' "--tabs='2'\n" '--tabs "2"\n' \
  "'--tabs' 2\n" '"--tabs=2"\n' '--tabs=\\2\n' '--\\tabs 2\n' "--t'ab's=2\n" '--tabs=2' '--tabs=2\r\n' 'tabs = 2\r\n# x\r\n\r\n' '\xef\xbb\xbf--tabs=2\n' \
  '#--tabs=3\n--tabs=2\n' '--tabs=2\n  # --tabs=3\n' '--tabs=2 # --tabs=3\n' '\n\n   \n--tabs=2\n\n' '--tabs=3\n--tabs=2\n' '--tabs=3 --tabs=2\n'; do
  conf "$text"
  quiet "$P tabs" "$at2"
done
for text in '-p --tabs=2\n' '--style="plain" --tabs=2\n' '-p\n--tabs 2\n' 'style = plain\ntabs = 2\n'; do
  conf "$text"
  quiet "$D tabs" "$at2"
done
conf '--style=numbers,header\n'
quiet "$D -r 2 a" '     File: a\n   2 two\n'
# The shell's quotes and nothing else of the shell.
export S=2
for text in '--tabs=$S\n' '--tabs="$S"\n' '--tabs ${S}\n' '--tabs=$(touch ran)\n' '--tabs=`touch ran`\n' '--tabs=<five\n'; do
  conf "$text"
  told 1 '--?tabs.*' "$P tabs" "$at8"
done
for text in 'include five\n' '@five\n' '. five\n' 'source five\n' '!touch ran\n' '--tabs=2;touch ran\n' '$(touch ran)\n' '`touch ran`\n'; do
  conf "$text--tabs=3\n"
  told 1 '.' "$P tabs" "$at3"
done
yes_ 'nothing was run' test ! -e ran
for text in "--tabs='2\n" '--tabs="2\n' '--tabs=2\\\n'; do
  conf "$text--tabs=3\n"
  told 1 '(no closing|backslash)' "$P tabs" "$at3"
done
# UTF-8: what is not is a bad line, and only that line.
conf "--map-syntax='*.é:YAML'\n"
yes_ 'without the entry nothing is coloured' bash -c '! ecat -pf --no-config --theme=ansi x.é | grep -q "$1"' x $'\e\[[0-9;]*m#'
holds "ecat -pf --theme=ansi x.é" 0 $'\e\[[0-9;]*m#'
for text in '--tabs=3\n--theme=caf\xe9\n' '--tabs=3\n# caf\xe9\n' '--tabs=3\n--tabs=\xc2\n' '--tabs=3\n\xed\xa0\x80\n' '--tabs=3\n-\xffp\n'; do
  conf "$text--style=plain\n"
  told 2 'UTF-8' "$D tabs" "$at3"
done
# 64 KiB and not a byte more.
{ printf '%65525s\n' '#'; printf -- '--tabs=2\n#'; } >"$CONF"
yes_ 'a file of 64 KiB' test "$(wc -c <"$CONF")" = 65536
quiet "$P tabs" "$at2"
printf x >>"$CONF"
is "$P tabs" 0 "$at8"
says "$P tabs >/dev/null" 0 "^ecat: $CONF: .*64 KiB"

row F3
for text in '--nonsense' '--nonsense=1' '-Q' '--tabs=x' '--tabs' '--tabs=-1' '--style=nonsense' '--wrap=sideways' '--color=perhaps' '-p=1' '--paging' 'nonsense = 1' 'tabs' \
  'a.txt' 'tabs 4' '--plain=1' '--max-highlight-line=x'; do
  conf "--style=plain\n\n$text\n--tabs=3\n"
  told 3 '.' "$D tabs" "$at3"
done
conf '--nonsense\n--tabs=x\n--tabs=2\n--wrap=sideways\n'
is "$P tabs 2>/dev/null" 0 "$at2"
is "$P tabs 2>&1 >/dev/null | grep -oE 'ecat\.conf:[0-9]+: '" 0 'ecat.conf:1: \necat.conf:2: \necat.conf:4: \n'
# Told, but the inputs alone decide the status.
is "$P nosuch a 2>/dev/null" 1 'one\ntwo\nthree\n'
# Names that only the pack or a library knows are told the same way, and passed over.
printf 'int x; // y\n' >x.c
C="ecat -pf --theme=ansi" in_c='\e[33mint\e[0m x;\e[90m // y\e[0m\n'
for text in --language=nonsense '-l nonsense' --fallback-syntax=nonsense "--map-syntax='*.c:nonsense'" --encoding=nonsense "--highlight-pattern='('" \
  '--pager=ecat' "--pager=\"'unclosed\""; do
  conf "--style=plain\n\n$text\n--tabs=3\n"
  case $text in
  --pager*)
    script -qec "ecat --paging=always --terminal-width=30 --color=never a >/dev/tty 2>$WORK/err" "$WORK/typed" < <(printf q; sleep 2) >"$WORK/out" 2>&1
    yes_ "told: $text" grep -qE "^ecat: $CONF:3: .*(own pager|clos)" "$WORK/err"
    yes_ "and paged by the one built in" grep -q $'\e\\[?1049h' "$WORK/typed"
    ;;
  *)
    told 3 '.*(nonsense|parenthes)' "$D tabs" "$at3"
    told 3 '.*(nonsense|parenthes)' "$C x.c" "$in_c"
    told 3 '.*(nonsense|parenthes)' "EMBER_OPTS= $C - x.c <tabs" "a  b\n   c\n$in_c"
    ;;
  esac
done
# What else the entries say holds.
conf "--map-syntax='*.zz:nonsense'\n--map-syntax='*.zz:c'\n--highlight-pattern='('\n--highlight-pattern=x\n"
cp x.c x.zz
is "$C x.zz 2>/dev/null" 0 '\e[33mint\e[0m \e[7mx\e[0m;\e[90m // y\e[0m\n'
is "$C x.zz 2>&1 >/dev/null | grep -oE '^ecat: .*/ecat\.conf:[0-9]+: ' | grep -oE '[0-9]+: $'" 0 '1: \n3: \n'
# The command line has the last word: its own names are checked as ever, and what it outdoes is not looked at.
conf '--language=nonsense\n--encoding=nonsense\n'
quiet "$C --language=c --encoding=auto x.c" "$in_c"
is "$C --language=worse --encoding=auto x.c 2>&1" 1 "ecat: unknown language 'worse'\n"
conf '--tabs=3\n--theme=nonsense\n'
says 'ecat -pf x.c >/dev/null' 0 "^ecat: warning: $CONF:2: unknown theme 'nonsense'$"
rm "$CONF"
says 'EMBER_OPTS=--language=nonsense ecat -pf x.c >/dev/null' 0 "^ecat: EMBER_OPTS:1: unknown language 'nonsense'$"
says 'EMBER_THEME=nonsense ecat -pf x.c >/dev/null' 0 "^ecat: warning: EMBER_THEME: unknown theme 'nonsense'$"
says 'BAT_THEME_DARK=nonsense ecat -pf x.c >/dev/null' 0 "^ecat: warning: BAT_THEME_DARK: unknown theme 'nonsense'$"
printf -- "--map-syntax='*.zz:nonsense'\n--theme=nonsense\n" >"$BATS"
is 'bat -pf x.c 2>&1 >/dev/null' 0 "[bat error]: $BATS:1: unknown syntax: 'nonsense'\n[bat warning]: $BATS:2: unknown theme 'nonsense'\n"
rm "$BATS"
# No file at all, as people and scripts write it.
quiet "EMBER_CONFIG=/dev/null $P tabs" "$at8"
quiet "BAT_CONFIG_PATH=/dev/null $P tabs" "$at8"
printf -- '--tabs=2\n' >"$BATS"
quiet "EMBER_CONFIG=/dev/null $P tabs" "$at8"
quiet "BAT_CONFIG_PATH=/dev/null $P tabs" "$at8"
rm "$BATS"
for o in --help -h --version -V --diagnostic --list-languages --config-file --cache-dir --completion=bash; do
  yes_ "$o asks no file" bash -c 'ecat -f --no-config "$1" >one 2>&1; ecat -f "$1" >two 2>&1; cmp one two && [ -s one ]' x "$o"
done
rm -f one two
says "ecat --strict-config a 2>&1 | head -n 1 >&2; exit \${PIPESTATUS[0]}" 1 "^ecat: unrecognized option '--strict-config'"
conf '--strict-config\n--tabs=2\n'
told 1 'strict-config' "$P tabs" "$at2"
rm "$CONF"; mkfifo "$CONF"
is "$P tabs" 0 "$at8"
says "$P tabs >/dev/null" 0 "^ecat: $CONF: not a regular file"
rm "$CONF"; mkdir "$CONF"
is "$P tabs" 0 "$at8"
says "$P tabs >/dev/null" 0 "^ecat: $CONF: not a regular file"
rmdir "$CONF"

row F4
B='bat -p --decorations=always --color=never'
printf -- '--tabs=2\n' >"$BATS"
quiet "$P tabs" "$at2"
quiet "$B tabs" "$at2"
conf ''
quiet "$P tabs" "$at8"
quiet "$B tabs" "$at2"
conf '--tabs=3\n'
quiet "$P tabs" "$at3"
quiet "$B tabs" "$at2"
quiet "ecat --bat -p --decorations=always --color=never tabs" "$at2"
# In bat's personality, in a pipe too; in cat's never there.
printf -- '--decorations=always\n--style=numbers\n--tabs=2\n' >"$BATS"
quiet 'bat tabs' '   1 a b\n   2   c\n'
rm "$CONF"
quiet 'ecat tabs' 'a\tb\n\tc\n'
# The same syntax of a line; what ecat does not know is passed over in silence, what it does is checked.
for text in '# x\n--tabs=2\n' '--tabs 2\r\n' "--tabs='2'\n" '--frobnicate\n--tabs=2\n' '--frobnicate=3 --wrap=sideways\n--tabs=2\n'; do
  printf '%b' "$text" >"$BATS"
  quiet "$P tabs" "$at2"
  quiet "$B tabs" "$at2"
done
printf -- '--tabs=x\n--wrap=never\n' >"$BATS"
says "$P tabs >/dev/null" 0 "^ecat: $BATS:1: "
says "$B tabs >/dev/null" 0 "^\[bat [a-z]*\]: $BATS:1: "
printf -- '--theme=caf\xe9\n--tabs=2\n' >"$BATS"
is "$P tabs 2>/dev/null" 0 "$at2"
says "$P tabs >/dev/null" 0 "^ecat: $BATS:1: not valid UTF-8$"
if [ -n "$inside" ]; then
  printf -- '--tabs=2\n' >"$BATS"
  quiet "$(in_etc '' '--tabs=3 --style=numbers\n' "$D tabs")" '   1 a b\n   2   c\n'
  quiet "$(in_etc '' '--tabs=3\n' "BAT_CONFIG_PATH=nosuch $P tabs")" "$at3"
  quiet "$(in_etc '--tabs=5\n' '--tabs=3\n' "$P tabs")" "$at5"
  quiet "$(in_etc '--tabs=5\n' '--tabs=3\n' "BAT_CONFIG_PATH=nosuch $B tabs")" "$at3"
fi
rm "$BATS"

row F5
for o in --file-name=x '--file-name x' 'file-name = x' '-r 1' --line-range=1 '-H 1' --highlight-line=1 -d --diff -A --show-all -b --number-nonblank -e -E --show-ends -n \
  --number 'number =' -s --squeeze-blank -t -T --show-tabs -v --show-nonprinting --bat '--compare a b' a ./a -; do
  conf "--style=plain\n$o\n--tabs=3\n"
  told 2 '.' "$D tabs" "$at3"
done
# In a variable that stands for the file they are refused as well.
is "EMBER_OPTS='-n' $P a 2>/dev/null" 0 'one\ntwo\nthree\n'
says "EMBER_OPTS='-n' $P a >/dev/null" 0 '^ecat: EMBER_OPTS:1: '

row F6
conf '--nonsense\n--color=always\n--decorations=always\n--style=full\n--tabs=2\n--wrap=character\n--terminal-width=5\n--strip-ansi=always\n--paging=always\n'
for line in 'cat tabs' 'cat -n tabs' 'cat -b tabs a' 'cat -A tabs' 'cat -E a' 'cat -T tabs' 'cat -v tabs' 'cat -s a' 'cat - <tabs' 'cat <a' 'cat -u tabs nosuch'; do
  same "$line"
  yes_ "and nothing is told: $line" bash -c '! grep -q "ecat\.conf" "$1"' x "$WORK/err"
done
quiet 'ecat --paging=never tabs' 'a\tb\n\tc\n'
for o in --color=always --decorations=always -f --force-colorization; do
  case_run "$WORK/ours" "ecat $o a"
  yes_ "read for $o" grep -q "^ecat: $CONF:1: " "$WORK/err"
done
if strace -o "$WORK/trace" true 2>/dev/null; then
  for line in a '-n a' '-A tabs' '--style=numbers a' '-p a' '-u a'; do
    # shellcheck disable=SC2086
    strace -f -o "$WORK/trace" -e trace=open,openat,openat2 ecat $line >"$WORK/out" 2>&1
    yes_ "plain: no file but libraries and input: $line" test \
      "$(grep -vE '\.so[."0-9]|ld\.so|exited|locale|"/(proc|sys|dev)/' "$WORK/trace" | grep -oE '"[^"]*"' | tr -d '\n')" = "\"${line##* }\""
  done
fi
script -qec "ecat --style=plain --paging=never --color=never a" "$WORK/typed" </dev/null >"$WORK/out" 2>&1
yes_ 'read on a terminal' grep -q "ecat: $CONF:1: " "$WORK/typed"

row F7
conf '--tabs=2\n'
chmod 666 "$CONF"
quiet "$P tabs" "$at2"
ran() { [ -e "$WORK/ran" ] && rm "$WORK/ran"; }
L="LESSOPEN='|touch $WORK/ran; cat a %s'"
skipped() { # name: with these rights the file is skipped as a whole, with one warning
  is "$L $P tabs" 0 "$at8"
  yes_ "one warning: $1" bash -c '[ "$(wc -l <"$1")" = 1 ] && grep -qE "^ecat: warning: $2:2: others may write" "$1"' x "$WORK/err" "$CONF"
  yes_ "nothing is run: $1" test ! -e "$WORK/ran"
}
for o in --lessopen '--pager=less' "--pager 'sh -c \"touch $WORK/ran\"'" 'pager = less'; do
  conf "--tabs=2\n$o\n--wrap=never\n"
  for mode in 666 646 664 602 622; do
    chmod $mode "$CONF"
    skipped "$o in $mode"
  done
  chmod 644 "$CONF"
  is "$P a --no-lessopen 2>&1" 0 'one\ntwo\nthree\n'
done
conf '--tabs=2\n--lessopen\n'
for mode in 644 600 755 444; do
  chmod $mode "$CONF"
  quiet "$L $P tabs" "one\ntwo\nthree\n$at2"
  yes_ "the preprocessor is run in $mode" ran
done
conf "--pager='sh -c \"touch $WORK/ran; cat\"'\n--tabs=2\n"
for mode in 600 622; do
  chmod $mode "$CONF"
  PAGER=cat script -qec "ecat --paging=always --style=plain --color=never a" "$WORK/typed" </dev/null >"$WORK/out" 2>&1
  case $mode in
  600) yes_ 'a pager of one'\''s own file is started' ran ;;
  622) yes_ 'a pager of a file that others write is not' test ! -e "$WORK/ran" ;;
  esac
done
# A file of another owner is others' to write, root's is not.
conf '--tabs=2\n--lessopen\n'
if [ "$(id -u)" = 0 ] && chown 12345 "$CONF" 2>/dev/null; then
  skipped 'of another user'
  chown 0 "$CONF"
  if setpriv --reuid=12345 --clear-groups test -r "$CONF" -a -x "$BUILD/ecat" 2>/dev/null; then
    is "LESSOPEN='|cat a %s' setpriv --reuid=12345 --clear-groups $P tabs" 0 "one\ntwo\nthree\n$at2"
  fi
fi
rm "$CONF"
printf -- '--tabs=2\n--lessopen\n' >"$BATS"
chmod 666 "$BATS"
is "$L $P tabs 2>/dev/null" 0 "$at8"
says "$L $P tabs >/dev/null" 0 "^ecat: warning: $BATS:2: others may write"
finish
