#!/usr/bin/env bash
# fd's language against fd itself: sorted standard output and exit status of every line must be equal.
# PEERS is the folder with bin/fd. Lines where efind means to differ are listed at the end, with the reason.
# JOBS=n has efind work with -jn, FILES=n with so few descriptors: fd's results are to be the same.
: "${PEERS:?a folder with bin/fd}"
# shellcheck source=tests/lib/case.sh
. "$(dirname "$0")/../lib/case.sh"
fd=$PEERS/bin/fd
[ -x "$fd" ] || { echo "$fd: not there" >&2; exit 1; }
mkdir -p "$WORK/ours/as" "$WORK/rival"
if [ -n "${JOBS:-}${FILES:-}" ]; then
  mkdir "$WORK/ours/real"
  ln -s "$BUILD/efind" "$WORK/ours/real/fd"
  printf '#!/bin/sh\n%s\nexec "%s/ours/real/fd" %s "$@"\n' "${FILES:+ulimit -n $FILES}" "$WORK" "${JOBS:+-j$JOBS}" >"$WORK/ours/as/fd"
  chmod +x "$WORK/ours/as/fd"
else
  ln -s "$BUILD/efind" "$WORK/ours/as/fd"
fi
ln -s "$fd" "$WORK/rival/fd"
lines=0

compare() { # command: leaves $got $want and the outputs, sorted
  PATH=$WORK/rival:$SYSTEM_PATH timeout "$CASE_SECS" bash -c "$1" >"$WORK/o1" 2>"$WORK/want_err" </dev/null
  want=$?
  PATH=$WORK/ours/as:$SYSTEM_PATH timeout "$CASE_SECS" bash -c "$1" >"$WORK/o2" 2>"$WORK/err" </dev/null
  got=$?
  sort "$WORK/o1" >"$WORK/want"
  sort "$WORK/o2" >"$WORK/out"
}

# like 'command': the same lines in any order, the same status
like() {
  compare "$1"
  lines=$((lines + 1))
  if [ "$got" = "$want" ] && cmp -s "$WORK/out" "$WORK/want"; then
    pass
  else
    fail "$1" "status $got, fd's $want" "$(diff "$WORK/want" "$WORK/out" | head -n 6 | cat -v)" \
      "stderr: $(head -n 2 "$WORK/err" | cat -v)" "fd's: $(head -n 2 "$WORK/want_err" | cat -v)"
  fi
}

# alike: one command a line from standard input
alike() {
  local line
  while IFS= read -r line; do [ -n "$line" ] && like "$line"; done
}

# unlike 'command' 'why': efind differs here on purpose; a line that no longer does is to be moved up
unlike() {
  compare "$1"
  if [ "$got" != "$want" ] || ! cmp -s "$WORK/out" "$WORK/want"; then pass; else fail "no longer unlike: $1 ($2)"; fi
}

# ---------------------------------------------------------------- a tree with something for every option
mkdir -p src/core/deep/er src/ui 'sp ace' .hid/x docs/api empty mixed/{A,b,C} node_modules/pkg target/debug 'odd[1]' '{b}' z/y/x/w/v
touch src/{main.c,util.c,Util.h,README.md,Makefile} src/core/{a.rs,b.rs,lib.rs,Lib.RS,x.tar.gz,deep/y.rs,deep/er/z.C} \
  src/ui/{button.tsx,Button.TSX,index.js,index.min.js} 'sp ace/a b.txt' 'sp ace/-dash' ./-lead .hidden .hid/{x/z,.deep} \
  docs/{a.md,b.MD,api/index.html,é.txt,É.md,ß.txt,straße} mixed/{A/One,b/two,C/Three} node_modules/pkg/index.js \
  target/debug/out.o 'odd[1]/f(1).txt' '{b}/c' z/y/x/w/v/end .txt a..b trail. 'new
line' '^caret' '$dollar' 'back\slash' 'q?m' 'st*r' tab$'\t'x kK foo FOO Foo123 _under 0digit K.K
printf 'bad' >$'bad\377.txt'
ln -s src link-dir
ln -s src/main.c link-file
ln -s nowhere dangling
ln -s self self
ln -s .. z/y/up
mkfifo fifo
chmod +x src/Makefile
chmod 755 foo
truncate -s 5000 src/core/lib.rs
truncate -s 1024 src/util.c
truncate -s 1000 src/Util.h
truncate -s 2000000 target/debug/out.o
for d in 1:main.c 10:util.c 400:Util.h; do touch -d "${d%%:*} days ago" "src/${d#*:}"; done
touch -d '2020-01-01 12:00:00 UTC' docs/a.md
touch -d '1969-12-31 00:00:00 UTC' docs/b.MD
touch -d '2037-06-01 00:00:00 UTC' docs/api/index.html

# P1 to P12, R1 to R21: every pattern under every way to read it
patterns=('' . a foo FOO '[a-c]' '^s' 's$' '\.rs$' '\.c$|\.h$' 'x\.tar' '(?i)readme' '\d' '\w{4}' '^\W' 'index.*js' 'é' 'É' 'ß' 'SS' '^.$' '^..$'
  '[A-Z]' '[[:upper:]]' '[[:alpha:]]+$' '[^a-z]' 'o{2}' 'o+?' '(a|b)c?' 'a|b|lib' '\bmain\b' 'new.line' 'line$' '\x66oo' '\u{e9}' '\pL' '\p{Greek}' '\p{Lu}'
  '(?-i)foo' '(?P<n>o)o' '(?:ma)in' '[a-z&&[^m-z]]' '[[a-f]--[b]]' '[a-f~~b-h]' '\<ma' 'in\>' 'a{2,}' '.{9,}' '^(src|docs)$' '\Afoo\z' 'foo{' '(' ')'
  '[z-a]' '*a' 'a{,2}' '(?=a)' '\1' '\Z' '\R' '[a' 'a{2,1}' '\p{Nope}' '(?<n>o)' '(?x) f o o' '(?m)^line' '(?s).l' '\.' '\-' '^-' '[-a]' 'K' '\x{212a}' '(?-u:\w)oo')
for p in "${patterns[@]}"; do
  for how in '' -s -i -p -H; do like "fd $how -- '$p'"; done
done
for p in '*' '*.rs' '*.{rs,c}' '?oo' '[fF]oo*' '[!a-z]*' 'index.*' '**' '**/*.rs' '{a,b}*' '*[1]*' '\*' '*\\*' '[a' '{a' 'a}' '[^f]*' '*é*' '[]x]*' '.*' 'FOO' 'foo' '*.RS'; do
  for how in -g '-g -s' '-g -i' '-g -H' '-gp'; do like "fd $how -- '$p'"; done
done
for p in foo FOO . '[' 'a b' '-lead' 'é' 'É' K '$' '^' '\' 'st*r' ''; do
  for how in -F '-F -s' '-F -i' --exact '--exact -i' '-F -p'; do like "fd $how -- '$p'"; done
done

# T1 to T10
for t in f d p s x e b c file directory dir pipe executable empty; do
  alike <<END
fd -t $t
fd -HI -t $t
fd --type=$t -e c
fd -L -t $t
END
done
alike <<'END'
fd -tf -td
fd -te -tf
fd -te -td
fd -te -tl
fd -te -tp
fd -tx -tl
fd -tx -tp -td
fd -tx -td
fd -tx -te
fd -t q
fd -S +1k
fd -S -1k
fd -S 1k
fd -S 1ki
fd -S 1024b
fd -S 0b
fd -S +1K -S -1m
fd -S +1kb
fd -S +1KiB
fd -S 5
fd -S +x
fd -S +1x
fd -S +1.5k
fd -S ''
fd -S +1m -tf
fd -S -1t -L
fd --size=+4k
fd --size +4k
fd -S+4k
fd --changed-within 2d
fd --changed-within 2weeks -tf
fd --changed-before 2d
fd --changed-before 1y
fd --changed-before 1970-01-01
fd --changed-before '1970-01-01 00:00:00'
fd --changed-before @0
fd --changed-within @1577880000
fd --changed-before @1577880001
fd --changed-before '2020-01-01T12:00:01Z'
fd --changed-before '2020-01-01T14:00:01+02:00'
fd --changed-before '2020-01-01 12:00:01'
fd --changed-before 2020-01-02
fd --changed-within 2030-01-01
fd --newer 5d --older 1h
fd --change-newer-than 5d
fd --change-older-than 5d
fd --changed-after 5d
fd --changed-within '1 day 2h'
fd --changed-within 1month
fd --changed-within 1M
fd --changed-within 36500d
fd --changed-within 10min
fd --changed-within nonsense
fd --changed-before ''
fd --changed-within 1d --changed-within 500d
fd -o "$(id -u)"
fd -o "$(id -un)"
fd -o "!$(id -un)"
fd -o ":$(id -g)"
fd -o ":!$(id -g)"
fd -o "$(id -u):$(id -g)"
fd -o :
fd -o ''
fd -o nosuchuser
fd -o :nosuchgroup
fd -o 1:2:3
fd -o 12345
fd -d 1
fd -d1
fd -d 0
fd -d 2 -tf
fd --maxdepth 2
fd --min-depth 3
fd --mindepth 2 -d 2
fd --exact-depth 2
fd --exact-depth 1 -d 1
fd --exact-depth 1 --min-depth 1
fd -d x
fd -d -1
fd -d 99999999999999999999
fd --min-depth 5 -d 2
fd --prune
fd --prune src
fd --prune -td '^(src|z)$'
fd --prune -S +1k
fd --prune --exact-depth 2
fd --max-results 0
fd --max-results=0 foo
fd --max-results x
fd -1 '^main.c$'
fd -q foo
fd -q zzzz
fd -q --max-results 3
fd -q -1 foo
fd --has-results foo
fd -tl
fd -L -td
fd -L -td . z
fd --follow --no-follow -tl
fd --one-file-system
fd --mount -tf
fd --xdev -td
fd -e rs
fd -e .rs
fd -e RS
fd -e tar.gz
fd -e gz -e c
fd -e ''
fd -e txt -E 'bad*'
fd -e c -s
fd -e md --and a
fd -e .
fd --extension=js index
END

# O1 to O12 and the spelling of roots
alike <<'END'
fd . src
fd . src/
fd . ./src
fd . src//
fd . ./src/./
fd . src/../src
fd foo .
fd foo ./
fd . "$PWD/src"
fd foo /nonexistent
fd foo /nonexistent .
fd . src src
fd . src/core src
fd . src/main.c
fd -a foo
fd -a . src
fd -a . ./src/../docs
fd -a --relative-path foo
fd -0 foo | tr '\0' '\n'
fd -0 . src | tr '\0' '\n'
fd --strip-cwd-prefix foo
fd --strip-cwd-prefix=never foo
fd --strip-cwd-prefix=always -0 foo | tr '\0' '\n'
fd --strip-cwd-prefix=auto foo
fd --strip-cwd-prefix=zzz foo
fd lead
fd --format '{}' main
fd --format '{/}' main
fd --format '{//}' main
fd --format '{.}' '\.rs$'
fd --format '{/.}' '\.gz$'
fd --format 'x{}y{/}z' main
fd --format '{{}}' main
fd --format '{' main
fd --format '}' main
fd --format '{/' main
fd --format '{//' main
fd --format '{.' main
fd --format '{x}' main
fd --format '{}{}' -td '^core$'
fd --format '{//}' '^src$'
fd --format '{/}' '^src$'
fd --format '{.}' '^\.txt$' -H
fd --format '{.}' a..b
fd --format '{.}' 'trail'
fd --format '{}' lead
fd --format '{/.}' lead
fd --format '{//}' . src
fd --format '{//}' foo .
fd --format '' foo
fd --path-separator=: rs
fd --path-separator='::' . src
fd --path-separator='' foo
fd --path-separator=- --format '{//}|{/}' rs
fd -C src
fd -C src . core
fd -C nosuch
fd --base-directory src/core -e rs
fd -C src -a rs
fd -C src -p core
fd --search-path src
fd --search-path src --search-path docs a
fd --search-path=src . docs
fd -c never foo
fd -c auto foo
fd -c sometimes foo
fd --color=always zzz
fd --hyperlink=never foo
fd --hyperlink foo
fd --hyperlink=zzz foo
fd --hyperlink=always foo -x echo
fd --hyperlink=always foo -X echo | tr ' ' '\n'
fd -p 'src/.*rs'
fd -p "^$PWD/src/core$"
fd -p 'tree/foo$'
fd -p -g '**/core/*.rs'
fd -p -F src/core
fd -p --exact "$PWD/foo"
fd -p . ./src
fd -p src/ui "$PWD"
fd -pg "$PWD/src/*"
fd src/core
fd --and a b
fd --and b --and a -F .
fd --and -le
fd a --and 'x/y'
fd a --and '['
fd foo --and K -i
fd -l -0 foo
fd -l -a foo
fd -l --format x foo
fd -l -x echo
END

# the options of hiding; without a repository
alike <<'END'
fd -H
fd -I
fd -HI
fd -u
fd -uu
fd -uuu
fd -u --no-hidden
fd -u --ignore
fd -H --no-hidden
fd --no-hidden -H
fd -I --ignore
fd --hidden '^\.'
fd '^\.'
fd '^\.hid'
fd -g '.hid*'
fd -F .hid
fd --exact .hidden
fd -E src
fd -E '*.rs'
fd -E '*.{rs,c}'
fd -E /src
fd -E 'src/core'
fd -E '/core'
fd -E 'core/' -E '*.md'
fd -E '**/deep/**'
fd -E '!foo'
fd -E '[a'
fd -u -E .hid
fd -E '*' -E '!foo'
fd -E src . src
fd -E core . src
fd -E /core . src
fd . .hid
fd . .hid/x
fd z .hid
fd --ignore-contain index.js
fd --ignore-contain main.c . src
fd --ignore-contain core
fd --ignore-contain link-file
fd --ignore-contain dangling
fd --no-ignore-vcs
fd --no-ignore-parent
fd --no-require-git
fd --no-global-ignore-file
fd --ignore-file nosuch foo
fd -j 1
fd -j 3 -u
fd -j 0
fd -j x
fd --threads=2 a
fd --max-buffer-time 0 a
fd --max-buffer-time=1000 a
fd --max-buffer-time x a
fd --show-errors a
END

# X1 to X7, E1 to E10
alike <<'END'
fd foo -x echo
fd foo -x echo {}
fd rs -x echo {/} {//} {.} {/.} {}
fd rs -x echo a{}b{}c
fd rs -x echo {{}} {{/}}
fd foo -x
fd foo -X
fd foo -x ';'
fd foo -x echo ';'
fd -x echo {} ';' foo
fd foo -x echo 1 ';' -x echo 2
fd -j1 foo -x sh -c 'exit 3' ';' -x echo no
fd foo -x false
fd foo -x nosuchcommand
fd foo -x sh -c 'kill -9 $$'
fd foo -X false
fd foo -X nosuchcommand
fd zzzz -x echo
fd zzzz -X echo
fd -j1 . -td -d1 -x echo dir
fd -e rs -X echo | tr ' ' '\n'
fd -e rs -X echo {/} | tr ' ' '\n'
fd -e rs -X echo a{/}b | tr ' ' '\n'
fd -e rs -X echo {} {/}
fd -e rs -X {}
fd -e rs -X echo first {} last | tr ' ' '\n'
fd -e rs --batch-size 2 -X sh -c 'echo $#' x
fd -e rs --batch-size=0 -X sh -c 'echo $#' x
fd -e rs --batch-size x -X echo
fd -e rs --batch-size 2 -x echo
fd -e rs --batch-size 2
fd -e rs -X echo 1 ';' -X echo 2 | tr ' ' '\n'
fd -e rs -x echo ';' -X echo
fd foo -q -x echo
fd foo -1 -x echo
fd foo -1 -X echo
fd foo --max-results 2 -X echo
fd foo -a -x echo
fd foo -a -X echo | tr ' ' '\n'
fd lead -x echo
fd lead -X echo
fd lead -x echo {/}
fd foo . -x echo
fd foo --strip-cwd-prefix -x echo
fd main -0 -x echo | tr '\0' Z
fd main -0 -j1 -x printf %s | tr '\0' Z
fd rs --path-separator=: -x echo
fd -L rs link-dir -x echo {}
fd foo -x awk 'BEGIN { print "out"; print "err" >"/dev/stderr" }'
fd foo -x cat
fd -j1 '^foo$' -x sh -c 'cat' 
fd foo --exec=echo
fd main --exec-batch=echo
fd foo -xecho
fd foo -x{}
fd -x {} foo
fd --exec echo {} \; --exec echo b \; foo
fd --nosuch
fd -Z
fd --hid
fd --type
fd -t
fd -e
fd a b c
fd -- -lead
fd -- --lead
fd -h >/dev/null
fd --help >/dev/null
fd --hidden=yes
fd -e=rs
fd -ers
fd -d=1
fd -HIp src/core
fd -tfd
fd -s -i FOO
fd -i -s FOO
fd -s -s foo
fd -g -F foo
fd --exact -g foo
fd --exact -F foo
fd -g --regex '^foo$'
fd --regex -g 'foo*'
fd --fixed-strings --regex .c
fd --literal .c
fd -u -E a -E b
fd --gen-completions nosuch
END

# ---------------------------------------------------------------- ignore files (2.4)
rules() { # file line...: written as given
  local f=$1
  shift
  mkdir -p "$(dirname "$f")"
  printf '%s\n' "$@" >"$f"
}
mkdir -p "$WORK/repo" && cd "$WORK/repo" || exit 1
mkdir -p a/b/c lib/x build/out .cfg s/t/u nested/in 'sp d' k
touch a/{1.o,2.c,keep.o} a/b/{3.o,4.c} a/b/c/{5.o,6.log} lib/x/{7.o,y} build/out/bin .cfg/{c,d.o} s/t/{y,z.o} s/t/u/v nested/{n.o,in/m.c} \
  'sp d/f g' k/{'#h','!n','tr ',x.tmp} top.log .env root.o debug.txt
rules .gitignore '*.o' '!keep.o' 'build/' '/top.log' 's/t/' '# comment' '\#h' '\!n' 'tr\ ' '  ' 'x.tmp   ' '**/c/6.log' '!.env'
rules a/.gitignore '!1.o' 'b/4.c'
rules a/b/.ignore '!3.o' 'c'
rules lib/.fdignore 'y' '!7.o'
rules nested/.gitignore 'm.c'
rules k/.gitignore $'\xef\xbb\xbf*.bom' 'crlf'$'\r'
touch k/x.bom k/crlf
cover() {
  local opts
  for opts in '' -H -I -HI -u --no-ignore-vcs --no-ignore-parent '--no-ignore --no-ignore-parent' --no-require-git '--no-require-git --no-ignore-parent' '-H -E a' "--ignore-file $WORK/extra" "-u --ignore-file $WORK/extra"; do
    like "fd $opts"
    like "cd a/b && fd $opts"
    like "fd $opts . s/t a"
    like "cd lib && fd $opts . ../a x"
  done
}
printf '2.c\n/lib\n!root.o\n' >"$WORK/extra"
cover            # no repository
git init -q .
cover            # a repository
mkdir -p .git/info "$XDG_CONFIG_HOME/git" "$XDG_CONFIG_HOME/fd"
echo 'debug.txt' >.git/info/exclude
printf '2.c\nlib\n' >"$XDG_CONFIG_HOME/git/ignore"
printf 'k\n!2.c\n' >"$XDG_CONFIG_HOME/fd/ignore"
cover            # all the global files
printf '[core]\n\texcludesFile = "~/mine"\n' >"$HOME/.gitconfig"
echo 'f*' >"$HOME/mine"
alike <<'END'
fd
fd --no-global-ignore-file
fd --no-ignore-vcs
fd -H . nested
END
git -C nested init -q .
alike <<'END'
fd
fd . nested
cd nested && fd
cd nested/in && fd
cd nested && fd --no-ignore-parent
END
rm -rf nested/.git "$HOME/.gitconfig" "$XDG_CONFIG_HOME"
mkdir -p "$WORK/repo/jj/.jj" && printf 'q\n' >jj/.gitignore && touch jj/q jj/r.o
like 'fd . jj'
like 'cd jj && fd'
git -C "$WORK/repo" -c commit.gpgsign=false commit -q --allow-empty -m x && git -C "$WORK/repo" worktree add -q "$WORK/tree2" 2>/dev/null
cd "$WORK/tree2" && echo w >"$WORK/repo/.git/info/exclude" && touch w v
like 'fd'
like 'fd -u -E .git'

# ---------------------------------------------------------------- efind differs on purpose
cd "$WORK/tree" || exit 1
unlike 'fd --strip-cwd-prefix foo .' 'O3: accepted with roots too'
unlike 'fd --sort=name foo >/dev/null' 'an option of its own'
unlike "fd -g '{,x}foo'" 'an empty alternative counts, as in shells'
unlike 'fd -L self' 'B9: a link that leads to itself is shown as a link; fd drops it'
unlike 'fd -e txt bad' 'R19: a name that is not UTF-8 has an extension all the same'
unlike 'fd foo .//' 'O3: roots are shown as typed'
unlike "fd . ''" 'E2: an empty root is an invalid root, not a usage error'
unlike "fd --format '{{{}}}' main" 'O7: a placeholder beside escapes is a placeholder'
unlike "fd --format '{.}' lead" 'X7: never something that looks like an option'
unlike "fd -E ''" 'an empty glob leaves nothing out; in fd it leaves out everything'
unlike 'fd --exact' 'P1: no pattern matches all, also with --exact'
unlike 'fd -L --min-depth=1 dangling' 'T6: fd has no depth for a broken link and drops it'
unlike 'fd -l -1 main >/dev/null' 'O11: a listing may stop after so many results'
unlike "fd --format '{size}' main" 'placeholders for facts'
unlike "fd -S +99999999999t" 'T2: a size that no number holds is an error; fd takes another one'
echo "$lines lines compared" >&2
finish
