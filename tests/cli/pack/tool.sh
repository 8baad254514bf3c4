#!/usr/bin/env bash
# tool.sh: ember-pack's own line: what it builds from a folder of one's own, and what it says of bad ones.
. "$(dirname "$0")/../../lib/case.sh"
ln -s "$BUILD/ember-pack" "$WORK/ours/ember-pack"

fresh() { # the smallest folder that makes a pack
  rm -rf t
  mkdir -p t/grammars
  echo '{"name":"Mine","scopeName":"source.mine","patterns":[{"match":"x","name":"keyword"}]}' >t/grammars/mine.json
  echo '{"name":"dark","type":"dark","tokenColors":[{"scope":"keyword","settings":{"foreground":"#ff0000"}}]}' >t/dark.json
  printf 'mine\text\tmi\n' >t/languages.tsv
  printf 'night\tdark\nnone\tgone\n' >t/themes.tsv
}

fresh
is 'ember-pack build --grammars=own --themes=t --output=p' 0 ''
is "ember-pack dump p | grep -cE '^(rules +3|languages +2|themes +2|extensions +1|theme names +2) '" 0 '5\n'
cp p first
is 'ember-pack build --grammars=own --themes=t --output=p && cmp p first && echo same' 0 'same\n'

is 'ember-pack check p' 0 '1 regexes, 0 bad\n'
echo '{"scopeName":"source.mine","patterns":[{"match":"(x"},{"begin":"(a)","end":"\\\\1b"}]}' >t/grammars/mine.json
is 'ember-pack build --grammars=own --themes=t --output=q && ember-pack check q' 1 'end pattern with unmatched parenthesis: (x\n3 regexes, 1 bad\n'
is "ember-pack check '$BUILD/ember.pack' | grep -cE '^[0-9]{3,} regexes, 0 bad'" 0 '1\n'
fresh
says 'ember-pack build --grammars=all --themes=t --output=p' 1 '^ember-pack: t/node_modules/tm-grammars/index.js: No such file or directory$'
says 'ember-pack build --grammars=own --themes=none --output=p' 1 '^ember-pack: none.*: No such file or directory$'
says 'ember-pack build --grammars=own --themes=t --output=/none/p' 1 '^ember-pack: /none/p: No such file or directory$'
says 'ember-pack build --grammars=own --themes=t --output=/dev/full' 1 '^ember-pack: /dev/full: No space left on device$'
says 'ember-pack dump t/dark.json' 1 '^ember-pack: t/dark.json: not a pack$'
says 'ember-pack dump none' 1 '^ember-pack: none: No such file or directory$'

for line in '' 'build' 'build --grammars=some --themes=t --output=p' 'dump' 'build --themes=t' 'build --themes=t --output=p x'; do
  case_run "$WORK/ours" "ember-pack $line"
  if [ "$got" = 2 ] && [ ! -s "$WORK/out" ] && grep -q '^usage: ember-pack build' "$WORK/err"; then pass; else fail "usage: $line" "status $got"; fi
done

# damage: the file and the line are named, whatever is wrong
head -c 300 first >cut
says 'ember-pack dump cut' 1 '^ember-pack: cut: not a pack$'
head -c -8 first >cut
says 'ember-pack dump cut' 1 '^ember-pack: cut: damaged pack: wrong size$'
printf '{\n"scopeName": "source.mine",\n"patterns": [}' >t/grammars/mine.json
says 'ember-pack build --grammars=own --themes=t --output=p' 1 '^ember-pack: t/grammars/mine.json: line 3: invalid JSON$'
fresh
printf 'mine\text\tmi\nmine\twhat\tx\n' >t/languages.tsv
says 'ember-pack build --grammars=own --themes=t --output=p' 1 '^ember-pack: t/languages.tsv: line 2: expected'
fresh
echo '[]' >t/dark.json
says 'ember-pack build --grammars=own --themes=t --output=p' 1 '^ember-pack: t/dark.json: not a theme$'
fresh
echo '{"include":"./dark.json"}' >t/dark.json
says 'ember-pack build --grammars=own --themes=t --output=p' 1 '^ember-pack: t/dark.json: themes include one another too deeply$'
fresh
{ echo '{'; head -c 5000000 /dev/zero | tr '\0' ' '; } >t/grammars/big.json
says 'ember-pack build --grammars=own --themes=t --output=p' 1 '^ember-pack: t/grammars/big.json: file too large$'
fresh
yes '[' | head -n 100 | tr -d '\n' >t/grammars/deep.json
says 'ember-pack build --grammars=own --themes=t --output=p' 1 '^ember-pack: t/grammars/deep.json: line 1: nested too deeply$'
# a property list is as good
fresh
rm t/grammars/mine.json
printf '<plist><dict><key>scopeName</key><string>source.mine</string><key>patterns</key><array><dict><key>match</key><string>x</string></dict></array></dict></plist>' >t/grammars/mine.json
is "ember-pack build --grammars=own --themes=t --output=p && ember-pack dump p | grep -cE '^rules +3 '" 0 '1\n'
# grammars that include one another without end
echo '{"scopeName":"source.mine","patterns":[{"include":"#a"}],"repository":{"a":{"patterns":[{"include":"#b"}]},"b":{"patterns":[{"include":"#a"},{"include":"source.mine"},{"match":"x"}]}}}' >t/grammars/mine.json
is 'ember-pack build --grammars=own --themes=t --output=p' 0 ''

# our own alone need nothing from outside
cp -r "$HERE/../../../themes" mine
rm -rf mine/node_modules
is 'ember-pack build --grammars=own --themes=mine --output=mine.pack && ember-pack languages mine.pack | cut -f 3 | sort -u' 0 'own\n'
is 'ember-pack check mine.pack | grep -c " 0 bad$"' 0 '1\n'
is 'ember-pack notices mine.pack | wc -c' 0 '0\n'

if [ "${GRAMMARS:-all}" != own ]; then # what a permissive pack leaves out
  themes=$HERE/../../../themes
  for choice in all permissive; do
    CASE_SECS=200 is "ember-pack build --grammars=$choice --themes='$themes' --output=$choice" 0 ''
  done
  licences() { grep -aoE '^SPDX: +[^ ]*' "$1" | sed 's/.* //' | sort -u; }
  if licences all | grep -q GPL && ! licences permissive | grep -vqE '^(MIT|ISC|BSD|Apache|MPL|CC0|Unlicense)'; then pass; else
    fail 'licences of a permissive pack' "$(licences permissive | head -n 5)"
  fi
  # what spec syntax.md 5.4 lists as copyleft, without a licence, or not asserted
  left_out='ada gnuplot nginx org racket ahk2 abap apl applescript dax dream-maker erb glsl hurl kusto logo matlab mipsasm po
    rel sparql ssh-config tcl toml ts-tags turtle yaml apache apex asciidoc cue elixir llvm luau nim nsis purescript sass wolfram'
  ember-pack languages all | cut -f 1 >all.names
  ember-pack languages permissive >permissive.list
  cut -f 1 permissive.list >permissive.names
  for name in $left_out; do
    if grep -qx -- "$name" all.names && ! grep -qx -- "$name" permissive.names; then pass; else fail "permissive leaves out $name"; fi
  done
  if ! cut -f 3 permissive.list | grep -vqE '^(permissive|own)$'; then pass; else fail 'licences of the languages of a permissive pack'; fi
  for name in c python rust typescript markdown html css json shellscript gitignore man; do
    if grep -qx -- "$name" permissive.names; then pass; else fail "permissive keeps $name"; fi
  done
  count() { ember-pack dump "$1" | sed -nE "s/^languages +([0-9]+) .*/\\1/p"; }
  if [ "$(count permissive)" -lt "$(count all)" ] && [ "$(count permissive)" -gt 200 ]; then pass; else
    fail 'languages of a permissive pack' "$(count permissive) of $(count all)"
  fi
fi
finish
