#!/usr/bin/env bash
# ground.sh: light or dark (spec ecat L6, L7): asked of the terminal, remembered, and never left at the prompt.
source "$(dirname "$0")/../lib/case.sh"
source "$HERE/../lib/term.sh"
trap 'stop; case_clean' EXIT
unset LESS MAN_PN EMBER_STYLE BAT_STYLE EMBER_THEME BAT_THEME EMBER_THEME_DARK EMBER_THEME_LIGHT BAT_THEME_DARK \
  BAT_THEME_LIGHT COLORFGBG TMUX TERM_PROGRAM TERM_PROGRAM_VERSION XDG_RUNTIME_DIR
export TERM=xterm-256color COLORTERM=truecolor
one_colour mydark '#0d0d0d'
one_colour mylight '#010203' light
export EMBER_THEME_DARK=mydark EMBER_THEME_LIGHT=mylight
printf '{ }\n' >a.json
ecat -pf a.json >/dev/null # compiled beforehand

white=$'\e]11;rgb:ffff/ffff/ffff\e\\' black=$'\e]11;rgb:0000/0000/0000\a' da=$'\e[?62;22c'
# on ANSWER COMMAND: the command on a terminal that sends ANSWER; what appears is in $WORK/seen. The answer is there
# before the question, so that no case depends on how fast anything is; with WAIT it comes after the question.
on() {
  rm -f "$WORK/answer" "$WORK/seen" "$WORK/over"
  mkfifo "$WORK/answer"
  (
    exec 3>"$WORK/answer"
    [ -n "${WAIT:-}" ] || printf 'g%s' "$1" >&3
    for _ in $(seq 2000); do
      if [ -n "${WAIT:-}" ] && grep -qaF ']11;?' "$WORK/seen" 2>/dev/null; then
        sleep "$WAIT"
        printf '%s' "$1" >&3
        WAIT=
      fi
      [ -e "$WORK/over" ] && break
      sleep 0.01
    done
  ) &
  local go="IFS= read -rsn1; $2"
  [ -n "${WAIT:-}" ] && go=$2
  timeout 20 script -qefc "bash -c $(printf %q "$go")" "$WORK/seen" <"$WORK/answer" >/dev/null 2>&1
  : >"$WORK/over"
  wait
  sed -i 1d "$WORK/seen" # the command
}
asked() { grep -qaF ']11;?' "$WORK/seen"; }
sees() { # NAME light|dark yes|no(asked)
  local want='38;2;13;13;13m' was=no
  [ "$2" = light ] && want='38;2;1;2;3m'
  asked && was=yes
  if grep -qaF "$want" "$WORK/seen" && [ "$was" = "$3" ]; then pass; else fail "$1" "asked: $was, want $3; $2" "$(cat -v "$WORK/seen")"; fi
}
view="ecat -P --style=plain a.json"

on "$white$da" "$view"
sees 'L7: a light terminal' light yes
on "$black$da" "$view"
sees 'L7: a dark one' dark yes
on "$da" "$view"
sees 'L7: one that does not know the question' dark yes
on '' "$view"
sees 'L7: one that does not answer at all' dark yes
on "$white$da" "$view --theme=auto"
sees 'L6: auto' light yes
on "$white$da" "$view --theme=auto:always"
sees 'L6: auto:always' light yes
on "$white$da" "$view --theme=auto:always -f | $GNU/cat"
sees 'L6: auto:always, into a pipe' light yes
on "$white$da" "$view --theme=auto -f | $GNU/cat"
sees 'L6: auto, into a pipe' dark no
on "$white$da" "$view --theme=auto:system"
sees 'L6: auto:system' dark no
on "$white$da" "$view --theme=dark"
sees 'L6: dark' dark no
on "$black$da" "$view --theme=light"
sees 'L6: light' light no
on "$black$da" "$view --theme=mylight"
sees 'L7: a theme that is named' light no
on "$white$da" "COLORFGBG='15;0' $view"
sees 'L7: COLORFGBG, dark' dark no
on "$black$da" "COLORFGBG='0;15' $view"
sees 'L7: COLORFGBG, light' light no
on "$white$da" "TMUX=x $view"
sees 'L7: tmux without passthrough' dark no
on "$white$da" "TMUX=x TERM_PROGRAM=tmux TERM_PROGRAM_VERSION=3.3a $view"
sees 'L7: an old tmux' dark no
on "$white$da" "TMUX=x TERM_PROGRAM=tmux TERM_PROGRAM_VERSION=3.5a $view"
sees 'L7: a tmux that answers' light yes
on "$white$da" "TERM=screen-256color $view"
sees 'L7: screen' dark no
on "$white$da" "TERM=linux $view"
if asked; then fail 'L7: the console is not asked'; else pass; fi
on "$white$da" "TERM=dumb $view"
if asked; then fail 'L7: nor is a dumb terminal'; else pass; fi
on "$white$da" "NO_COLOR=1 $view"
if asked; then fail 'L7: nor one without colours'; else pass; fi

# no reply is left for whoever reads next, and none is echoed, be it late or in time
left="stty -echo -icanon min 0 time 3; $view; printf 'left<'; cat -v | tr -d '\n'; printf '>'"
for late in 0 0.08; do
  WAIT=$late on "$white$da" "$left"
  if grep -qaF 'left<>' "$WORK/seen" && ! grep -qaE '\^\[|\]11;rgb' "$WORK/seen"; then pass; else fail "replies after $late s" "$(cat -v "$WORK/seen")"; fi
done

# remembered for an hour, by terminal and session
export XDG_RUNTIME_DIR=$WORK/run
mkdir -m 700 "$XDG_RUNTIME_DIR"
twice="$view; printf '==\n'; $view"
second() { sed '1,/==/d' "$WORK/seen" >"$WORK/second" && mv "$WORK/second" "$WORK/seen"; }
on "$white$da" "$twice"
sees 'L7: asked at first' light yes
second
sees 'L7: then remembered' light no
on "$da" "$twice"
second
sees 'L7: no answer is remembered too' dark no
on "$white$da" "$view; touch -d '2 hours ago' '$XDG_RUNTIME_DIR'/ember/*; printf '==\n'; $view"
second
if asked; then pass; else fail 'L7: not for longer than an hour' "$(cat -v "$WORK/seen")"; fi
on "$white$da" "$view; touch -d '1 second' '$XDG_RUNTIME_DIR'/ember/*; printf '==\n'; $view"
second
sees 'L7: remembered, be its time a little ahead of the clock' light no
on "$white$da" "$view; touch -d '2 hours' '$XDG_RUNTIME_DIR'/ember/*; printf '==\n'; $view"
second
if asked; then pass; else fail 'L7: a time far ahead is no answer' "$(cat -v "$WORK/seen")"; fi
mode=$(stat -c %a "$XDG_RUNTIME_DIR"/ember/* | sort -u)
if [ "$mode" = 600 ]; then pass; else fail 'the file is ours alone' "$mode"; fi
rm -rf "$XDG_RUNTIME_DIR/ember"
ln -s /etc/passwd "$XDG_RUNTIME_DIR/ember"
on "$white$da" "$view"
sees 'a runtime folder that is none' light yes
unset XDG_RUNTIME_DIR

# in the pager, within a real terminal
start 80 10 "env -u TMUX COLORTERM=truecolor EMBER_THEME_DARK=mydark EMBER_THEME_LIGHT=mylight XDG_CONFIG_HOME='$XDG_CONFIG_HOME' ecat --paging=always a.json"
shows 'the pager comes up' '\{ \}'
keys q
shows 'and goes' '\[status 0\]'
never 'without a reply on the screen' '11;rgb|62;|\?1;2c'
finish
