#!/usr/bin/env bash
# sublime.sh: .sublime-syntax files of the user's, from the file to the colours: found, embedded languages of the
# pack, branch points over lines whatever way the text comes in, and broken ones named with their lines.
. "$(dirname "$0")/../../lib/case.sh"
syntaxes=$XDG_CONFIG_HOME/ember/syntaxes fixtures=$HERE/../../unit/syntax/sublime
mkdir -p "$syntaxes" "$XDG_CONFIG_HOME/ember/themes"
unset COLORFGBG BAT_CONFIG_DIR EMBER_CACHE BAT_CACHE_PATH EMBER_THEME
export COLORTERM=truecolor TERM=xterm
cp "$fixtures"/{Ember,Data,Tuned}.sublime-syntax "$syntaxes"
cat >"$XDG_CONFIG_HOME/ember/themes/T.tmTheme" <<'X'
<plist version="1.0"><dict><key>name</key><string>T</string><key>settings</key><array>
<dict><key>settings</key><dict><key>foreground</key><string>#000001</string></dict></dict>
<dict><key>scope</key><string>variable.parameter</string><key>settings</key><dict><key>foreground</key><string>#0000aa</string></dict></dict>
<dict><key>scope</key><string>meta.group variable.other</string><key>settings</key><dict><key>foreground</key><string>#0000bb</string></dict></dict>
</array></dict></plist>
X

# found by extension, name, display name, scope, first line, hidden extension and name
printf 'let x\n' >a.emb
is 'ecat --dump-tokens a.emb' 0 '[[0,3,"source.emb keyword.control.emb"],[3,4,"source.emb"],[4,5,"source.emb variable.other.emb"]]\n'
for name in ember 'Ember Script' source.emb emb; do
  holds "printf 'let\n' | ecat --dump-tokens -l '$name'" 0 '^\[\[0,3,"source.emb keyword.control.emb"\]\]$'
done
printf '#!/usr/bin/emb\n' >first
holds 'ecat --dump-tokens first' 0 'comment.line.number-sign.emb'
for name in x.datarc Datafile .datarc; do printf '1\n' >"$name"; done
holds 'ecat --dump-tokens Datafile' 0 '^\[\[0,1,"source.data constant.numeric.data"\]\]$'
holds 'ecat --dump-tokens .datarc' 0 '^\[\[0,1,"source.data constant.numeric.data"\]\]$'
is 'ecat --dump-tokens x.datarc' 0 '[[0,1,""]]\n'
holds 'ecat --list-languages' 0 '^Ember Script:emb$'
printf '@@x\n' >a.tuned
holds 'ecat --dump-tokens a.tuned' 0 '^\[\[0,3,"source.emb.tuned variable.language.emb"\]\]$'

# a built-in grammar inside, up to the escape
cat >"$syntaxes/host.sublime-syntax" <<'X'
scope: source.host
version: 2
file_extensions: [host]
contexts:
  main:
    - match: <<
      embed: scope:source.json
      escape: '>>'
      escape_captures: {0: close}
X
if [ "${GRAMMARS:-all}" != own ]; then
  printf '<<{"a>>b\n<<[\n1>> 2\n' >a.host
  is 'ecat --dump-tokens a.host | grep -c "source.host close"' 0 '2\n'
  holds 'ecat --dump-tokens a.host' 0 '^\[\[0,1,"source.host source.json meta.structure.array.json constant.numeric.json"\],\[1,3,"source.host close"\],\[3,5,"source.host"\]\]$'
fi

# what a parenthesis means is told by a line further on: the same from a file, a pipe, in pieces, by ranges
{
  for i in $(seq 700); do
    printf '(aa%s,\n  # some words that fill the line so that the text is longer than what is read at once\n\n' "$i"
    if [ $((i % 3)) = 0 ]; then printf '  b) => c\n'; else printf '  b) + c\n'; fi
  done
} >long.emb
ecat --color=always --theme=T -p --paging=never long.emb >whole
is "grep -ac '0;0;170maa' whole; grep -ac '0;0;187maa' whole" 0 '233\n467\n'
is 'ecat --color=always --theme=T -p --paging=never -l emb <long.emb | cmp - whole && echo same' 0 'same\n'
is 'cat long.emb | ecat --color=always --theme=T -p --paging=never -l emb | cmp - whole && echo same' 0 'same\n'
is "sed -n '1400,1700p' whole >want; ecat --color=always --theme=T -p --paging=never -r 1400:1700 long.emb | cmp - want && echo same" 0 'same\n'
is "(head -c 70000 long.emb; sleep 0.2; tail -c +70001 long.emb) | ecat --color=always --theme=T -p --paging=never -l emb | wc -l" 0 '2800\n'
is 'ecat long.emb | cmp - long.emb && echo same' 0 'same\n'

# where a link leads stays the same while the lines ahead are read
for i in $(seq 600); do printf '\e]8;;http://x.example/%d\e\\a\e]8;;\e\\ # %0900d\n' "$i" 0; done >links.emb
grep -ao 'http://x.example/[0-9]*' links.emb >want
is 'ecat --color=always --theme=T -p --paging=never links.emb | grep -ao "http://x.example/[0-9]*" | cmp - want && echo same' 0 'same\n'

# broken ones are named with the line, the rest goes on
printf 'scope: source.b1\ncontexts:\n  main:\n    - match: (x\n' >"$syntaxes/b1.sublime-syntax"
printf 'scope: source.b2\ncontexts:\n  main:\n    - match: [\n' >"$syntaxes/b2.sublime-syntax"
printf 'scope: source.b3\ncontexts:\n  main:\n    - include: nowhere\n' >"$syntaxes/b3.sublime-syntax"
case_run "$WORK/ours" 'ecat --dump-tokens a.emb'
if [ "$got" = 0 ] && grep -q 'keyword.control.emb' "$WORK/out" &&
  grep -qE '/b1.sublime-syntax:4: invalid pattern$' "$WORK/err" &&
  grep -qE '/b2.sublime-syntax:5: invalid YAML$' "$WORK/err" &&
  grep -qE '/b3.sublime-syntax:4: no such context$' "$WORK/err"; then pass; else fail 'broken files' "$(cat "$WORK/err")"; fi
rm "$syntaxes"/b?.sublime-syntax

# one that has a built-in language's scope stands for it
printf 'scope: source.json\nfile_extensions: [json]\ncontexts:\n  main:\n    - {match: x, scope: mine}\n' >"$syntaxes/json.sublime-syntax"
printf 'x\n' >a.json
holds 'ecat --dump-tokens a.json' 0 '^\[\[0,1,"source.json mine"\]\]$'
finish
