#!/usr/bin/env bash
# themes.sh: themes by name, alias and kind of terminal (spec ecat L6; syntax.md, section 2.2).
. "$(dirname "$0")/../../lib/case.sh"
unset COLORFGBG EMBER_THEME EMBER_THEME_DARK EMBER_THEME_LIGHT BAT_THEME_DARK BAT_THEME_LIGHT
export TERM=xterm-256color COLORTERM=truecolor

printf '{ }\n' >a.json
known() { # NAME...: no warning, and the theme is not the default's
  local name
  for name; do
    case_run "$WORK/ours" "ecat -pf --theme=$(printf %q "$name") a.json"
    if [ "$got" = 0 ] && [ ! -s "$WORK/err" ] && [ -s "$WORK/out" ]; then pass; else fail "L6: $name" "$(cat "$WORK/err")"; fi
  done
}
# ours, whatever else the pack has
known ember-dark ember-light default dark light auto auto:always auto:system ansi base16 base16-256 Coldark-Cold Coldark-Dark \
  DarkNeon 'Monokai Extended' 'Monokai Extended Bright' 'Monokai Extended Light' 'Monokai Extended Origin' 'Sublime Snazzy' zenburn 1337
if [ "${GRAMMARS:-all}" != own ]; then # the other names that bat 0.26 has
  known 'Catppuccin Frappe' 'Catppuccin Latte' 'Catppuccin Macchiato' 'Catppuccin Mocha' Dracula GitHub Nord OneHalfDark \
    OneHalfLight 'Solarized (dark)' 'Solarized (light)' TwoDark 'Visual Studio Dark+' gruvbox-dark gruvbox-light
  known nord NORD 'one-dark-pro' 'One Dark Pro' 'github light'
fi
says 'ecat -pf --theme=none-such a.json' 0 "^ecat: warning: unknown theme 'none-such'$"
is 'ecat -pf --theme=none-such a.json 2>/dev/null | cmp - <(ecat -pf --theme=dark a.json) && echo same' 0 'same\n'
is 'ecat -pf --theme=default a.json | cmp - <(ecat -pf --theme=ember-dark a.json) && echo same' 0 'same\n'
is 'ecat -pf --theme=dark --theme-dark=zenburn a.json | cmp - <(ecat -pf --theme=zenburn a.json) && echo same' 0 'same\n'
is 'ecat -pf --theme=light --theme-light=1337 a.json | cmp - <(ecat -pf --theme=1337 a.json) && echo same' 0 'same\n'
is 'COLORFGBG="0;15" ecat -pf --theme-light=1337 a.json | cmp - <(ecat -pf --theme=1337 a.json) && echo same' 0 'same\n'
is 'COLORFGBG="15;0" ecat -pf --theme-dark=1337 a.json | cmp - <(ecat -pf --theme=1337 a.json) && echo same' 0 'same\n'
is 'COLORFGBG="0;15" ecat -pf --theme=default --theme-light=1337 a.json | cmp - <(ecat -pf --theme=ember-dark a.json) && echo same' 0 'same\n'
yes_ 'each theme of the list is known by its name' bash -c "'$WORK/ours/ecat' --list-themes | while read -r t; do '$WORK/ours/ecat' -pf --theme=\"\$t\" a.json 2>&1 >/dev/null | grep . && exit 1; done; true"

# a colour in each kind of terminal; a palette theme speaks of the terminal's own everywhere
mkdir -p "$XDG_CONFIG_HOME/ember/themes"
printf '{"tokenColors":[{"scope":"source","settings":{"foreground":"#5f87af","fontStyle":"bold"}}]}' >"$XDG_CONFIG_HOME/ember/themes/x.json"
half='#ff000080' # half red over black
printf '{"colors":{"editor.background":"#000000"},"tokenColors":[{"scope":"source","settings":{"foreground":"%s"}}]}' "$half" >"$XDG_CONFIG_HOME/ember/themes/half.json"
for n in 00 07 08 0f 10 ff; do
  printf '<plist><dict><key>settings</key><array><dict><key>scope</key><string>source</string><key>settings</key><dict><key>foreground</key><string>#%s000000</string></dict></dict></array></dict></plist>' "$n" >"$XDG_CONFIG_HOME/ember/themes/p$n.tmTheme"
done
printf '<plist><dict><key>settings</key><array><dict><key>scope</key><string>source</string><key>settings</key><dict><key>foreground</key><string>#00000001</string></dict></dict></array></dict></plist>' >"$XDG_CONFIG_HOME/ember/themes/own.tmTheme"
printf '{"tokenColors":[{"scope":"source","settings":{"foreground":"#07000000"}}]}' >"$XDG_CONFIG_HOME/ember/themes/clear.json"
ecat -pf a.json >/dev/null
first() { # ENV THEME SGR: the first sequence of the line
  case_run "$WORK/ours" "env $1 ecat -pf --theme=$2 a.json"
  local seen
  seen=$(sed -n '1s/^\x1b\[\([0-9;]*\)m.*/\1/p' "$WORK/out")
  if [ "$seen" = "$3" ]; then pass; else fail "$2 with $1" "'$seen', want '$3'" "$(cat -v "$WORK/out")"; fi
}
first COLORTERM=truecolor x '1;38;2;95;135;175'
first COLORTERM= x '1;38;5;67'
first COLORTERM=truecolor half '38;2;128;0;0'
for kind in COLORTERM=truecolor COLORTERM=; do
  first "$kind" p00 30
  first "$kind" p07 37
  first "$kind" p08 90
  first "$kind" p0f 97
  first "$kind" own ''
done
first COLORTERM=truecolor p10 '38;5;16'
first COLORTERM= pff '38;5;255'
case_run "$WORK/ours" 'ecat -pf --theme=clear a.json' # in JSON alpha 00 is no palette
if grep -q $'\e\[37m' "$WORK/out"; then fail 'alpha 00 in JSON'; else pass; fi
finish
