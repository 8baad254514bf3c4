#!/usr/bin/env bash
# bat.sh: under the name bat, ecat writes what bat 0.26.1 writes (--color=never) and ends with its status.
# Where it does not, and why, is in the man page, DEVIATIONS FROM BAT; those lines are not in here.
# PEERS is a folder with bin/bat.
: "${PEERS:?a folder with bin/bat}"
source "$(dirname "$0")/../lib/case.sh"
unset EMBER_OPTS EMBER_STYLE EMBER_THEME MAN_PN GIT_PAGER_IN_USE BAT_WIDTH BAT_TABS BAT_PAGING BAT_CONFIG_PATH BAT_CONFIG_DIR
export TERM=xterm
mkdir -p "$WORK/peer"
ln -s "$BUILD/ecat" "$WORK/ours/bat"
cp "$PEERS/bin/bat" "$WORK/peer/bat"

# as_bat 'command': stdout and status are bat's
as_bat() {
  local want
  case_run "$WORK/peer" "$1"
  want=$got
  mv "$WORK/out" "$WORK/want"
  mv "$WORK/err" "$WORK/want_err"
  case_run "$WORK/ours" "$1"
  if [ "$got" = "$want" ] && cmp -s "$WORK/out" "$WORK/want"; then
    pass
  else
    fail "as bat: $1" "status $got, bat $want" "$(diff "$WORK/want" "$WORK/out" | head -n 8 | cat -v)" \
      "stderr: $(head -n 3 "$WORK/err")" "bat's: $(head -n 3 "$WORK/want_err")"
  fi
}
B='bat --color=never'
W="$B --decorations=always --terminal-width=40"

printf 'int main(void)\n{\n\treturn 0;\n}\n' >a.c
printf 'one\ntwo\nthree\n' >a
printf 'no newline at the end' >open
: >empty
printf '\n\n\n\nx\n\n\ny\n\n\n\n' >blank
printf 'a\tb\t\tc\n\tindented\n  \t two\n' >tabs
printf 'dos\r\nline\r\n\r\n\r\nlast\r\n' >dos
printf 'caf\303\251 \346\274\242\345\255\227 x\n\360\237\230\200 smile\ne\314\201 combined\n' >utf
printf '\357\273\277bom\nline\n' >bom
printf 'abc\0def\n' >nul
printf '\377\376h\0i\0\n\0x\0' >u16
seq 1 30 >thirty
seq 1 12000 >many
printf 'a rather long line that goes on and on past forty columns for sure, yes\nshort\n%s\n' "$(printf 'x%.0s' $(seq 100))" >long
printf '漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字\n' >wide
printf '\tx\n%s\tend\n' "$(printf 'y%.0s' $(seq 50))" >longtabs
printf 'title\n=====\n' >doc.md
printf 'one\n' >'a b'
mkdir dir
printf 'bell\a bs\b esc del\177 nul-free\n' >control

# ---- the plain path
for f in a a.c open empty blank tabs dos utf bom nul thirty many long control 'a b'; do
  as_bat "$B '$f'"
  as_bat "$B <'$f'"
  as_bat "$B -p '$f'"
  as_bat "$B -pp '$f'"
  as_bat "$B -A '$f'"
done
for o in '--style=numbers' '--style=full' '--style=plain' '--tabs=2' '--wrap=character' '--wrap=never' -S '-l c' '-l C' '--theme=ansi' \
  '--paging=never' -P '--terminal-width=20' '--italic-text=always' '-H 2' '-u' '--decorations=never' '--decorations=auto' \
  '--file-name x.rs' '-m "*.x:C"' '--ignored-suffix .old' '--strip-ansi=never' '--binary=no-printing' '--binary=as-text' '--no-config' \
  '--style=auto' '--style=default' '--style=+grid' '--style=-grid' '--nonprintable-notation=caret' '--diff-context=3' '--squeeze-limit=2' \
  '--map-syntax=*.foo:C' '--theme-dark=ansi' '--theme-light=ansi' '--set-terminal-title' '-E' ; do
  case $o in -E) continue ;; esac
  as_bat "$B $o a.c"
done
for command in "$B a open a" "$B a - a.c <open" "$B - <a" "$B missing" "$B a missing open" "$B dir" "$B a dir open" "$B empty empty" \
  "$B a -r 2" "$B -- a" "cat a | $B" "printf x | $B" "$B /dev/null" "$B -s blank" "$B -s dos" "$B -s blank blank" "$B -s --squeeze-limit 2 blank" \
  "$B -s --squeeze-limit=3 dos blank" "$B -s open a" "$B -s -r 2:9 blank"; do
  as_bat "$command"
done

# ---- lines
for r in 1 2 30 31 2:4 4:2 :3 28: 30: 31: 5:+3 5:-3 5:+0 3:-9 -3: -1: -30: -40: :-3 :-30 :-40 10::2 1::3 10:12:2 29::5 0 0:2 1:0; do
  as_bat "$B -r $r thirty"
  as_bat "$W -r $r thirty"
done
for r in x 5:x x:5 : :: -3 1:2:3:4 '' :4: -2:5 5:+ 1:: ; do as_bat "$B --line-range='$r' thirty"; done
for rr in '-r 1:2 -r 5:6' '-r 5:6 -r 1:2' '-r 1:3 -r 2:5' '-r 1 -r 3 -r 5' '-r -2: -r 1' '-r 2 -r 29:' '-r :2 -r -2:'; do
  as_bat "$B $rr thirty"
  as_bat "$W $rr thirty"
  as_bat "$W --style=numbers $rr thirty"
  as_bat "$W --style=snip $rr thirty"
done

# ---- -n
for f in a a.c open empty blank tabs dos utf thirty long; do
  as_bat "$B -n '$f'"
  as_bat "$B -n a '$f'"
done
as_bat "$B -n -s blank"
as_bat "$B -n -r 3:5 thirty"
as_bat "$B -n --tabs=2 tabs"
as_bat "$B -n --wrap=character --terminal-width=40 long"
as_bat "$B -n --terminal-width=40 long"
as_bat "$B -np a"
as_bat "$B -pn a"
for o in '-p -n' '-n -p' '-n -pp' '-n --style=plain' '-n -p -s' '-n -p --terminal-width=30' '-n -p -r 2'; do
  for f in tabs dos long bom u16 blank; do as_bat "$B $o $f"; done
done
as_bat "$B -n --style=grid a"
as_bat "$B -n --style=full --decorations=always a"

# ---- frames
for f in a a.c open empty blank tabs dos utf thirty long wide longtabs doc.md 'a b'; do
  as_bat "$W '$f'"
  as_bat "$W --style=full '$f'"
done
for style in plain numbers grid header header-filename header-filesize rule snip changes numbers,grid header,grid header,numbers rule,numbers rule,header \
  full default auto +grid -grid -numbers +header-filesize,-grid header-filename,header-filesize,grid numbers,rule,header grid,rule changes,numbers snip,grid; do
  as_bat "$W --style=$style a"
  as_bat "$W --style=$style a open"
done
for style in grid numbers,grid grid,header header grid,changes rule header,rule full numbers grid,header-filesize; do
  for f in empty 'empty empty' 'a empty' 'empty a'; do as_bat "$W --style=$style $f"; done
done
as_bat "$W <a"
as_bat "$W - <a"
as_bat "$W --file-name=x a"
as_bat "$W --file-name=x <a"
as_bat "$W --file-name=x --file-name=y a open"
as_bat "$W --file-name=x a open"
as_bat "$W a missing open"
as_bat "$W missing"
as_bat "$W -p a"
as_bat "$W -p --style=numbers a"
as_bat "$W --style=numbers -p a"
as_bat "$W --style=numbers --style=grid a"
as_bat "$W --style=numbers --style=+grid a"
as_bat "$W --style=full --style=-grid --style=+rule a"
as_bat "$W --style=plain,numbers a"
as_bat "$W -s blank"
as_bat "$W -A a"
as_bat "$W -A tabs"
as_bat "$W -A --tabs=8 tabs"
as_bat "$W -A nul"
as_bat "$W -A --nonprintable-notation=caret control"
as_bat "$B -A --nonprintable-notation=caret control"
as_bat "$B -A --tabs=1 tabs"
as_bat "$B -A --tabs=0 tabs"
as_bat "$W --squeeze-blank --squeeze-limit=2 blank"

# ---- layout
for w in 5 6 9 10 11 12 13 20 80 200; do
  as_bat "$B --decorations=always --terminal-width=$w a"
  as_bat "$B --decorations=always --terminal-width=$w long"
  as_bat "$B --decorations=always --style=numbers --terminal-width=$w -r 1:2 -r 10 thirty"
done
for wrap in auto never character; do
  as_bat "$W --wrap=$wrap long"
  as_bat "$W --wrap=$wrap wide"
  as_bat "$W --wrap=$wrap --style=plain long"
  as_bat "$W --wrap=$wrap --style=numbers longtabs"
  as_bat "$B --decorations=always --wrap=$wrap a"
done
as_bat "$W -S long"
for style in plain numbers snip changes grid; do
  for f in tabs longtabs; do as_bat "$W --style=$style $f"; done
done
as_bat "BAT_STYLE=plain $W tabs"
as_bat "$W -p tabs"
as_bat "$W -p -P tabs"
as_bat "$W -A tabs --style=plain"
for t in 0 1 2 3 8; do
  as_bat "$W --tabs=$t tabs"
  as_bat "$W --tabs=$t --style=plain tabs"
  as_bat "$W --tabs=$t tabs --decorations=never"
  as_bat "$W --tabs=$t --wrap=never longtabs"
done

# ---- the line
for o in --nonsense -Z --tabs=x --tabs=-1 --terminal-width=0 --terminal-width=x --style=nonsense --color=maybe --decorations=maybe --wrap=maybe --paging=maybe \
  --italic-text=maybe --squeeze-limit=x --diff-context=x --binary=maybe --strip-ansi=maybe --nonprintable-notation=maybe --style= '-r' '--language' \
  '-A -l c' '-d -r 1' '--map-syntax=nonsense' '--completion=csh' '--sty=full' '--num' '--style=full=x' '-n=3' '--number=3' '--plain=1'; do
  as_bat "bat $o a"
done
as_bat "$B --style=numbers --decorations=always -r=2 thirty"
as_bat "$B -r2 thirty"
as_bat "$B -r 2 --line-range 4 thirty"
as_bat 'BAT_OPTS="--style=numbers --decorations=always" bat --color=never a'
as_bat 'BAT_OPTS="--tabs 2" bat --color=never -n tabs'
as_bat 'BAT_STYLE=numbers bat --color=never --decorations=always a'
as_bat 'BAT_STYLE=numbers bat --color=never --decorations=always --style=+grid --terminal-width=20 a'
as_bat 'BAT_STYLE=full bat --color=never a'
as_bat 'BAT_TABS=2 bat --color=never -n tabs'
as_bat 'BAT_PAGING=always bat --color=never a'
as_bat 'NO_COLOR=1 bat a'
mkdir -p conf
printf '# a comment\n--style="numbers"\n--decorations=always\n\n--tabs 2\n' >conf/config
as_bat 'BAT_CONFIG_DIR=conf bat --color=never tabs'
as_bat 'BAT_CONFIG_PATH=conf/config bat --color=never tabs'
as_bat 'BAT_CONFIG_PATH=conf/config bat --color=never --style=plain tabs'
as_bat 'BAT_CONFIG_PATH=conf/config BAT_STYLE=grid bat --color=never --terminal-width=20 tabs'

# ---- change marks
if command -v git >/dev/null; then
  mkdir repo && cd repo && git init -q . && seq 1 20 >f && seq 1 5 >clean && git add . && git commit -qm one
  { seq 1 4; echo changed; seq 6 9; seq 12 20; echo added; } >f
  as_bat "$W f"
  as_bat "$W clean"
  as_bat "$W --style=changes f"
  as_bat "$W --style=changes,grid f"
  as_bat "$W --style=numbers,changes f"
  as_bat "$W -d f"
  as_bat "$B -d f"
  as_bat "$B -d clean"
  as_bat "$W -d clean"
  as_bat "$B -d --diff-context=0 f"
  as_bat "$W -d --diff-context=0 f"
  as_bat "$W -d --diff-context=1 f clean"
  as_bat "$B -d f clean"
  as_bat "$B -d -p f"
  as_bat "$B -d <f"
  cd ..
fi

finish
