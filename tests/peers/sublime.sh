#!/usr/bin/env bash
# sublime.sh: colours of .sublime-syntax files as bat paints them, character by character, under a theme that
# gives each scope a colour of its own. The cases are those of the unit tests that bat's library can read:
# version 1, no branch points, no TextMate grammar beside it, no stated error.
. "$(dirname "$0")/../lib/case.sh"
: "${PEERS:?the folder of the rivals}"
bat=$PEERS/bin/bat
fixtures=$HERE/../unit/syntax/sublime

# What the other engine does otherwise, on purpose or by design; each has its case in the unit tests.
differs="
in version 1 the escape's text lacks the meta scopes
first all cleared, then all metas
clear_scopes: of push is on the matched text, of set only in version 2
the escape wins at the same place, and nothing embedded reaches over it
embed: ends at the escape, however deep the stack
embed: an empty escape at the place of the embed does not hang
embed: pop of what is embedded leaves the escape
pop: of the main context does nothing
pop: false is no pop
set: of the main context keeps
a match on no text without action is passed over
loop guard: a push of itself without text
loop guard: contexts that set one another without text
include: contexts that include one another end
"

norm() { # one line for each run of one colour
  awk '{
    s = $0; col = ""; last = ""; out = ""
    while (length(s)) {
      if (match(s, /^\033\[[0-9;]*m/)) {
        col = substr(s, 3, RLENGTH - 3); s = substr(s, RLENGTH + 1)
        if (col == "0") col = ""
        continue
      }
      c = substr(s, 1, 1); s = substr(s, 2)
      if (col != last) { out = out "\n  [" col "] "; last = col }
      out = out c
    }
    print FNR ":" out
  }'
}

theme() { # a colour for each scope named in the syntaxes of a folder
  local n=0 s
  echo '<plist version="1.0"><dict><key>name</key><string>Peers</string><key>settings</key><array>'
  echo '<dict><key>settings</key><dict><key>foreground</key><string>#fefefe</string></dict></dict>'
  grep -rhoE '[a-z][a-z0-9_]*([.][a-z0-9_-]+)*' "$1"/*.sublime-syntax | sort -u | while read -r s; do
    n=$((n + 1))
    printf '<dict><key>scope</key><string>%s</string><key>settings</key><dict><key>foreground</key><string>#%02x%02x%02x</string></dict></dict>\n' \
      "$s" $((n * 7 % 250)) $((n * 53 % 250)) $((n % 250))
  done
  echo '</array></dict></plist>'
}

rival() { # bat, held: an embed of no text takes all the memory there is
  (
    ulimit -v 2097152
    BAT_CONFIG_DIR=$PWD/conf/ember BAT_CACHE_PATH=$PWD/kept COLORTERM=truecolor \
      exec timeout "$CASE_SECS" "$bat" "$@"
  )
}

compare() { # name text...: the folder conf/ember holds syntaxes; each text is shown by both
  local name=$1
  shift
  mkdir -p conf/ember/themes
  theme conf/ember/syntaxes >conf/ember/themes/Peers.tmTheme
  rm -rf kept # a file named "cache" would hide the command
  mkdir kept
  if ! rival cache --build >built 2>&1; then
    fail "$name" "$(cat built)"
    return
  fi
  for text in "$@"; do
    rival --color=always --theme Peers -p --paging=never "$text" | norm >want
    XDG_CONFIG_HOME=$PWD/conf COLORTERM=truecolor \
      ecat --color=always --theme Peers -p --paging=never "$text" 2>&1 | norm >got
    if cmp -s want got; then pass; else fail "$name" "$(diff want got | head -n 20)"; fi
  done
}

mkdir -p conf/ember/syntaxes
cp "$fixtures"/{Data,Note,Page}.sublime-syntax conf/ember/syntaxes/
cp "$fixtures"/syntax_test_{data.dat,note.note,page.page} .
compare 'the realistic fixtures' syntax_test_data.dat syntax_test_note.note syntax_test_page.page

# The cases, each as a folder of files: name, syntaxes, text.
rm -rf case.*
awk '
  /^===/ { n++; dir = sprintf("case.%03d", n); system("mkdir -p " dir "/syntaxes"); print substr($0, 5) >(dir "/name"); out = ""; next }
  /^--- FILE/ {
    name = $3; sub(/.*\//, "", name)
    out = dir "/syntaxes/" name
    base = name; sub(/\.sublime-syntax/, "", base)
    printf "name: %s\nfile_extensions: [%s]\n", base, base == "a" ? "caseext" : "none" base >out
    next
  }
  /^--- TEXT/ { out = dir "/text.caseext"; next }
  /^--- /{ print >(dir "/not"); out = ""; next }
  /^#[ ]*(\^|<-)/ || /^# <-/ { if (out ~ /text/) next }
  out != "" { print >out }
' "$fixtures"/cases_context.txt "$fixtures"/cases_file.txt
tried=0
for c in case.*; do
  name=$(cat "$c/name")
  [ -e "$c/not" ] && continue
  [ -e "$c/text.caseext" ] || continue
  grep -qE '^version: 2|^extends:|apply_prototype|^%YAML|not\.there' "$c"/syntaxes/* && continue
  printf '%s\n' "$name" | grep -qF -f <(printf '%s' "$differs" | grep .) && continue
  tried=$((tried + 1))
  rm -rf conf/ember
  mkdir -p conf/ember
  cp -r "$c/syntaxes" conf/ember/syntaxes
  compare "$name" "$c/text.caseext"
done
if [ "$tried" -ge 30 ]; then pass; else fail 'number of cases' "$tried"; fi
finish
