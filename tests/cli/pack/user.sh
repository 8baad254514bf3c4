#!/usr/bin/env bash
# user.sh: the user's own grammars and themes (spec ecat L8, E14): found, compiled on first sight, kept,
# made anew when something changes, and never in the way when they are broken.
. "$(dirname "$0")/../../lib/case.sh"
cache=$XDG_CACHE_HOME/ember ours=$XDG_CONFIG_HOME/ember bats=$XDG_CONFIG_HOME/bat
mkdir -p "$ours/syntaxes" "$ours/themes" "$bats/syntaxes" "$bats/themes"
unset COLORFGBG BAT_CONFIG_DIR EMBER_CACHE BAT_CACHE_PATH EMBER_THEME
export COLORTERM=truecolor TERM=xterm

packs() { find "$cache" -name '*.pack' 2>/dev/null | wc -l; }
made() { # NAME N: after what was just run there are N packs
  local n
  n=$(packs)
  if [ "$n" = "$2" ]; then pass; else fail "$1" "$n packs, want $2"; fi
}
scopes() { # FILE WANT...: the first token of each line of FILE
  local got want
  got=$("$WORK/ours/ecat" --dump-tokens "$1" 2>"$WORK/err" | sed 's/^\[\[[0-9]*,[0-9]*,"\([^"]*\).*/\1/')
  shift
  want=$(printf '%s\n' "$@")
  if [ "$got" = "$want" ] && [ ! -s "$WORK/err" ]; then pass; else fail "scopes" "$got" "want: $want" "$(cat "$WORK/err")"; fi
}

printf 'foo bar\n// x\n' >a.foo
scopes a.foo '' ''
made 'no files, no pack' 0

# L8: a grammar as JSON, found by extension, first line, name and display name
cat >"$ours/syntaxes/Foo Lang.tmLanguage.json" <<'X'
{ "name": "The Foo", "scopeName": "source.foo", "fileTypes": ["foo", ".fo2", "Foofile"], "firstLineMatch": "^#!.*\\bfoo",
  // a comment, and a trailing comma
  "patterns": [ { "match": "\\bfoo\\b", "name": "keyword.foo" }, { "include": "#comment" }, ],
  "repository": { "comment": { "match": "//.*", "name": "comment.line.foo" } } }
X
scopes a.foo 'source.foo keyword.foo' 'source.foo comment.line.foo'
made 'L8: compiled on first sight' 1
before=$(stat -c %i:%Y "$cache"/*.pack)
scopes a.foo 'source.foo keyword.foo' 'source.foo comment.line.foo'
yes_ 'L8: kept' test "$before" = "$(stat -c %i:%Y "$cache"/*.pack)"
printf '#!/usr/bin/foo\n' >noext
printf 'foo\n' >Foofile
scopes noext 'source.foo'
scopes Foofile 'source.foo keyword.foo'
for name in 'foo lang' 'The Foo' source.foo foo .fo2; do
  holds "printf 'foo\n' | ecat --dump-tokens -l '$name'" 0 '^\[\[0,3,"source.foo keyword.foo"\]\]$'
done
holds 'ecat --list-languages' 0 '^The Foo:Foofile,fo2,foo$'
is "ecat --no-custom-assets --dump-tokens a.foo" 0 '[[0,7,""]]\n[[0,4,""]]\n'
is "ecat --no-custom-assets --list-languages | grep -c Foo" 1 '0\n'

# bat's folder, deeper down, as a property list; it includes a built-in language and a name of one
mkdir -p "$bats/syntaxes/deep/er"
cat >"$bats/syntaxes/deep/er/bar.tmLanguage" <<'X'
<?xml version="1.0"?><plist version="1.0"><dict><key>scopeName</key><string>source.bar</string>
<key>fileTypes</key><array><string>bar</string></array>
<key>patterns</key><array><dict><key>include</key><string>source.foo</string></dict>
<dict><key>include</key><string>source.gitignore#comment</string></dict><dict><key>include</key><string>source.hosts</string></dict></array></dict></plist>
X
scopes a.foo 'source.foo keyword.foo' 'source.foo comment.line.foo'
made 'L8: a new file makes a new pack' 2
printf 'foo\n' >a.bar
scopes a.bar 'source.bar keyword.foo'
printf '127.0.0.1 x\n' >b.bar
own=$("$WORK/ours/ecat" --dump-tokens -l hosts b.bar | sed 's/source\.hosts/source.bar/g')
is 'ecat --dump-tokens b.bar' 0 "$own\n"
mkdir -p elsewhere/syntaxes
printf '{"scopeName":"source.baz","fileTypes":["baz"],"patterns":[{"match":"b","name":"keyword"}]}' >elsewhere/syntaxes/baz.json
printf 'b\n' >a.baz
is "BAT_CONFIG_DIR='$PWD/elsewhere' ecat --dump-tokens a.baz" 0 '[[0,1,"source.baz keyword"]]\n'

# a user's language takes the place of a built-in one of the same name, with its extensions
printf '{"name":"Git Ignore","scopeName":"source.mine","patterns":[{"match":"#.*","name":"comment.mine"}]}' >"$ours/syntaxes/gitignore.json"
printf '# x\n' >.gitignore
scopes .gitignore 'source.mine comment.mine'
rm "$ours/syntaxes/gitignore.json"
yes_ 'L8: gone again' bash -c "'$WORK/ours/ecat' --dump-tokens .gitignore | grep -q source.gitignore"

# a user's extension outweighs what is built in, also where content decides else
printf '{"scopeName":"source.head","fileTypes":["h","md"],"patterns":[]}' >"$ours/syntaxes/head.json"
printf '#import\n' >x.h
cp x.h x.md
scopes x.h source.head
scopes x.md source.head
rm "$ours/syntaxes/head.json"

# names that say nothing say nothing beside the user's files either (spec ecat L2)
printf 'From me@example.org Mon Jan 1\n' >build
yes_ 'L2: the first line of build decides' bash -c "'$WORK/ours/ecat' --dump-tokens build | grep -q text.email"
rm build

# an injection says itself where it goes
printf '{"scopeName":"inject.todo","injectionSelector":"L:source.gitignore","injectTo":["source.gitignore"],"patterns":[{"match":"TODO","name":"keyword.todo"}]}' >"$ours/syntaxes/todo.json"
printf 'TODO\n' >.gitignore
yes_ 'an injection into a built-in language' bash -c "'$WORK/ours/ecat' --dump-tokens .gitignore | grep -q 'keyword.todo'"
rm "$ours/syntaxes/todo.json"

# broken files are named with their place, once, and cost nothing else
row E14
printf '{\n "scopeName": "source.x",\n "patterns": [ }' >"$ours/syntaxes/bad.tmLanguage.json"
says 'ecat --dump-tokens a.foo' 0 'ecat: warning: .*/syntaxes/bad\.tmLanguage\.json:3: invalid JSON$'
scopes a.foo 'source.foo keyword.foo' 'source.foo comment.line.foo'
says 'ecat cache --build' 0 'ecat: warning: .*/syntaxes/bad\.tmLanguage\.json:3: invalid JSON$'
printf '<plist>\n<dict>\n<key>' >"$ours/syntaxes/bad.tmLanguage.json"
says 'ecat --dump-tokens a.foo' 0 'bad\.tmLanguage\.json:3: invalid XML$'

# a pattern that is none is told, and the rest of its grammar holds
printf '%s' '{"scopeName":"source.odd","fileTypes":["odd"],"patterns":[{"match":"(\u001b["},{"match":"odd","name":"keyword.odd"},
  {"begin":"(<)","end":"\\1|\\2\\3"}]}' >"$ours/syntaxes/bad.tmLanguage.json"
says 'ecat --dump-tokens a.foo' 0 'bad\.tmLanguage\.json: invalid pattern "\(\\x1B\[": premature end of char-class$'
printf 'odd\n' >a.odd
scopes a.odd 'source.odd keyword.odd'
printf '%s' '{"scopeName":"source.odd","patterns":[{"begin":"(<)","end":"\\1|\\2\\3"},{"match":"\\z"}]}' >"$ours/syntaxes/bad.tmLanguage.json"
scopes a.foo 'source.foo keyword.foo' 'source.foo comment.line.foo' # references in ends are patterns
printf ' \n' >"$ours/syntaxes/bad.tmLanguage.json"
says 'ecat --dump-tokens a.foo' 0 'bad\.tmLanguage\.json: the file is empty$'
rm "$ours/syntaxes/bad.tmLanguage.json" a.odd
row ''
printf '{"contributes":{}}' >"$ours/syntaxes/package.json" # no grammar, and nobody said so
printf '[]' >"$ours/themes/list.json"
scopes a.foo 'source.foo keyword.foo' 'source.foo comment.line.foo'
ln -s loop "$ours/syntaxes/loop"
mkfifo "$ours/syntaxes/pipe.json" # not waited for
mkdir "$ours/syntaxes/dir.tmLanguage"
scopes a.foo 'source.foo keyword.foo' 'source.foo comment.line.foo'

# .sublime-syntax: found, run, and named with its place when it is broken
sublime() { # NAME: the file's text comes from stdin
  { printf '%%YAML 1.2\n---\n'; cat; } >"$bats/syntaxes/$1.sublime-syntax"
}
sublime Sub <<'X'
name: The Sub
scope: source.sub
file_extensions: [sub]
first_line_match: ^#sub
contexts:
  main:
    - match: '"'
      scope: punctuation.sub
      push:
        - meta_scope: string.sub
        - match: '"'
          pop: true
    - match: H
      push: scope:source.hosts
X
printf '"a"\n' >a.sub
scopes a.sub 'source.sub string.sub punctuation.sub'
printf '#sub\n' >first
scopes first source.sub
holds 'ecat --list-languages' 0 '^The Sub:sub$'
sublime Bad <<'X'
scope: source.bad
contexts:
  main:
    - match: 'x'
      push: none
X
says 'ecat --dump-tokens a.sub' 0 'ecat: warning: .*/syntaxes/Bad\.sublime-syntax:7: '
scopes a.sub 'source.sub string.sub punctuation.sub'
printf 'scope: [\n' >"$bats/syntaxes/Bad.sublime-syntax"
says 'ecat --dump-tokens a.sub' 0 'ecat: warning: .*/syntaxes/Bad\.sublime-syntax:[0-9]+: '
rm "$bats/syntaxes/Bad.sublime-syntax"

# themes: .tmTheme, JSON, include, a path as tokenColors
red='\x1b\[38;2;255;0;0mfoo'
theme() { # NAME WANT(grep -P)
  "$WORK/ours/ecat" -pf --theme="$1" a.foo >"$WORK/out" 2>"$WORK/err"
  if grep -qP -- "$2" "$WORK/out" && [ ! -s "$WORK/err" ]; then pass; else fail "theme $1" "$(cat -v "$WORK/out" "$WORK/err")"; fi
}
printf '{"name":"Red One","tokenColors":[{"scope":"keyword","settings":{"foreground":"#ff0000"}}], /* c */}' >"$ours/themes/red.json"
theme red "$red"
theme 'RED ONE' "$red"
printf '{"include":"./red.json","tokenColors":[{"scope":"comment","settings":{"foreground":"#00ff00"}}]}' >"$ours/themes/both.json"
theme both "$red"
theme both '\x1b\[38;2;0;255;0m// x'
tm() { # SCOPE COLOUR: a property list of one rule
  printf '<plist><dict><key>name</key><string>n</string><key>settings</key><array><dict><key>settings</key><dict><key>foreground</key><string>#101010</string></dict></dict><dict><key>scope</key><string>%s</string><key>settings</key><dict><key>foreground</key><string>%s</string></dict></dict></array></dict></plist>' "$1" "$2"
}
mkdir "$bats/themes/sub"
tm keyword '#ff0000' >"$bats/themes/sub/Plist One.tmTheme"
theme 'plist one' "$red"
tm keyword '#01000000' >"$bats/themes/palette.tmTheme"
theme palette '\x1b\[31mfoo'
printf '{"tokenColors":"./sub/Plist One.tmTheme"}' >"$bats/themes/points.json"
theme points "$red"
holds 'ecat --list-themes' 0 '^Plist One$'
printf '{"tokenColors":[{"scope":"keyword","settings":{"foreground":"#ff0000"}}]}' >"$ours/themes/NORD.json"
theme nord "$red"
is 'ecat --list-themes | grep -ic "^nord$"' 0 '1\n'
rm "$ours/themes/NORD.json"
tm keyword '#ff0000' >outside.tmTheme
for path in "$PWD/outside.tmTheme" ../../../../../tree/outside.tmTheme; do
  printf '{"tokenColors":"%s"}' "$path" >"$ours/themes/out.json"
  says 'ecat -pf a.foo' 0 'ecat: warning: .*/themes/out\.json: includes a file outside of the folder of themes$'
done
printf '{"include":"./none.json"}' >"$ours/themes/out.json"
says 'ecat -pf a.foo' 0 'ecat: warning: .*/themes/none\.json: No such file or directory$'
printf '{"include":"./out.json"}' >"$ours/themes/out.json"
says 'ecat -pf a.foo' 0 'ecat: warning: .*/themes/out\.json: themes include one another too deeply$'
rm "$ours/themes/out.json"

# the cache: never more than a few, cleared on demand, not trusted where others may write
for i in 1 2 3 4 5 6; do
  printf '{"scopeName":"s.%d","patterns":[]}' "$i" >"$ours/syntaxes/more.json"
  touch -d "2020-01-0$i" "$ours/syntaxes/more.json"
  "$WORK/ours/ecat" --dump-tokens a.foo >/dev/null
done
made 'old packs go' 4
is 'ecat cache --clear' 0 ''
made 'O77: cleared' 0
is 'ecat cache --clear' 0 ''
is 'ecat cache --build' 0 ''
made 'O77: built' 1
for args in '--build --source=x' '--build --target x' '--build --blank'; do is "ecat cache $args" 0 ''; done
is 'ecat cache --blank' 1 ''
is 'ecat cache --build --what' 1 ''
holds 'ecat cache --help' 0 '^Usage: ecat cache --build\|--clear$'
printf 'x\n' >cache
is 'ecat cache' 0 'x\n'
is 'ecat cache --help | head -n 1 | grep -c "cache --build"' 1 '0\n'
is 'ecat --bat cache -b' 0 '     1\tx\n'
rm cache
is 'ecat --bat cache -b; ecat --bat cache --clear' 0 ''
made 'N8: -b as bat' 0
says 'ecat cache -b' 1 'cache: No such file or directory'
is 'ecat cache --build' 0 ''
pack=$(echo "$cache"/*.pack)
head -c 5000 "$pack" >short && cat short >"$pack"
scopes a.foo 'source.foo keyword.foo' 'source.foo comment.line.foo'
yes_ 'a damaged pack is made anew' test "$(stat -c %s "$pack")" -gt 100000
printf x | dd of="$pack" bs=1 seek=20 conv=notrunc status=none
scopes a.foo 'source.foo keyword.foo' 'source.foo comment.line.foo'
chmod 666 "$pack"
before=$(stat -c %i "$pack")
scopes a.foo 'source.foo keyword.foo' 'source.foo comment.line.foo'
yes_ 'a pack that others may write is not used' test "$before" != "$(stat -c %i "$pack")"
is 'ecat cache --clear' 0 ''
chmod 777 "$cache"
scopes a.foo 'source.foo keyword.foo' 'source.foo comment.line.foo'
made 'nor a folder' 0
rmdir "$cache" && ln -s /dev/null "$cache"
scopes a.foo 'source.foo keyword.foo' 'source.foo comment.line.foo'
rm "$cache"
is "EMBER_CACHE=/proc/none ecat --dump-tokens a.foo | grep -c source.foo" 0 '2\n'
is "EMBER_CACHE='$PWD/here' ecat --cache-dir" 0 "$PWD/here\n"
is "BAT_CACHE_PATH='$PWD/here' ecat --dump-tokens a.foo | grep -c source.foo; ls here | wc -l" 0 '2\n1\n'
is "ecat --config-dir; ecat --config-file; ecat --cache-dir" 0 "$ours\n$ours/ecat.conf\n$cache\n"
is "ecat --bat --config-dir; ecat --bat --config-file; BAT_CONFIG_DIR=/x ecat --bat --config-file" 0 "$bats\n$bats/config\n/x/config\n"

# the compiler is missing: a word, and the built-in languages
mkdir apart
cp "$BUILD/ecat" apart/ecat
if [ ! -e /usr/local/libexec/ember/ember-pack ]; then
  says './apart/ecat -pf a.foo' 0 'warning: your syntaxes and themes cannot be used: a part of ember is not installed'
fi
# N4: the plain path looks at none of it
if command -v strace >/dev/null; then
  strace -f -e trace=openat -o trace "$WORK/ours/ecat" a.foo >/dev/null 2>&1
  if grep -qE '/(syntaxes|themes|ember)' trace; then fail 'N4: the plain path' "$(cat trace)"; else pass; fi
fi

# a pattern that would try for ever: its line is shown, plain where the limit was met, and the lines behind it as ever
row E15
cat >"$ours/syntaxes/slow.json" <<'X'
{ "scopeName": "source.slow", "fileTypes": ["slow"], "patterns": [
  { "match": "(x+x+)+(?<=y)y", "name": "keyword.x" }, { "match": "^((a+)+)+(b|\\1c)$", "name": "keyword.a" },
  { "match": "fine", "name": "keyword.fine" } ] }
X
printf 'fine\n%s\n%s\nfine\n' "$(printf 'x%.0s' $(seq 3000))" "$(printf 'a%.0s' $(seq 3000))" >blow.slow
for engine in '' plain; do
  export EMBER_SYNTAX_ENGINE=$engine
  scopes blow.slow 'source.slow keyword.fine' source.slow source.slow 'source.slow keyword.fine'
  is 'ecat -pf blow.slow | sed "s/\x1b\[[0-9;]*m//g" | cmp - blow.slow' 0 ''
  is 'ecat -pf blow.slow 2>&1 >/dev/null' 0 ''
done
unset EMBER_SYNTAX_ENGINE
finish
