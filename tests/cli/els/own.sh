#!/usr/bin/env bash
# els on its own ground: trees, icons, depth, dialect, names of the program (spec els 2.4, 4, 8.2, 9).
. "$(dirname "$0")/../../lib/case.sh"
. "$HERE/_fixtures.sh" || exit 1
fixture_nested

# Trees (X8 to X11)
is "els --tree nested" 0 'nested\n├── a\n│   ├── b\n│   │   ├── c\n│   │   │   └── four\n│   │   └── three\n│   ├── empty\n│   ├── one\n│   └── two\n├── d\n│   ├── five\n│   ├── side\n│   └── up\n├── top\n└── with space\n    └── in\n'
is "LC_ALL=C els --tree nested/a" 0 'nested/a\n|-- b\n|   |-- c\n|   |   `-- four\n|   `-- three\n|-- empty\n|-- one\n`-- two\n'
is "els --tree --depth=1 nested/a" 0 'nested/a\n├── b\n├── empty\n├── one\n└── two\n'
is "els --tree --level 0 nested/a" 0 'nested/a\n'
is "els --tree -a nested/.hid" 0 'nested/.hid\n├── six\n└── x\n'
is "els --tree -A --depth=1 nested/.hid nested/top" 0 'nested/.hid\n├── six\n└── x\nnested/top\n'
is "els --tree -r nested/a/b" 0 'nested/a/b\n├── three\n└── c\n    └── four\n'
is "els --tree -F nested/d" 0 'nested/d/\n├── five\n├── side@\n└── up@\n'
is "els --tree --group-directories-first --depth=1 nested" 0 'nested\n├── a\n├── d\n├── with space\n└── top\n'
is "cd nested/a/b; els --tree" 0 '.\n├── c\n│   └── four\n└── three\n'
is "els --tree nested/a/b/" 0 'nested/a/b/\n├── c\n│   └── four\n└── three\n'
is "els --tree -L nested/d" 2 'nested/d\n├── five\n├── side\n│   ├── b\n│   │   ├── c\n│   │   │   └── four\n│   │   └── three\n│   ├── empty\n│   ├── one\n│   └── two\n└── up\n    ├── a\n    │   ├── b\n    │   │   ├── c\n    │   │   │   └── four\n    │   │   └── three\n    │   ├── empty\n    │   ├── one\n    │   └── two\n    ├── d [recursive, not followed]\n    ├── top\n    └── with space\n        └── in\n'
is "els --tree --follow-symlinks --depth=2 nested/d" 0 'nested/d\n├── five\n├── side\n│   ├── b\n│   ├── empty\n│   ├── one\n│   └── two\n└── up\n    ├── a\n    ├── d\n    ├── top\n    └── with space\n'
is "els --tree nothere" 2 ''
is "els --tree -s --block-size=1 nested/a/b/c/four" 0 '0 nested/a/b/c/four\n'
is "els --tree -R nested/a/b/c" 0 'nested/a/b/c\n└── four\n'
is "els -C --tree nested/a/b/c" 0 'nested/a/b/c\n└── four\n'
holds "els -l --tree nested/d" 0 '^-rw-r--r-- .* ├── five$'
# The argument's own line stands in line with what lies in it.
mkdir wide && head -c 123456789 /dev/zero >wide/file
holds 'els --tree --blocks=size,name wide' 0 '^  +[0-9]{1,7} wide$'
rm -r wide
holds "els -l --tree nested/d" 0 '^lrwxrwxrwx .* └── up -> \.\.$'
is "els --tree --color=always --depth=1 nested/d | head -n 1" 0 '\033[0m\033[01;34mnested/d\033[0m\n'
mkdir deep
(cd deep && for i in $(seq 300); do mkdir d && cd d || exit 1; done)
yes_ "a deep tree ends" test "$(els --tree deep | wc -l)" = 301
long=$(printf 'n%.0s' $(seq 200))
(cd deep && for i in $(seq 40); do mkdir "$long" 2>/dev/null; cd "$long" || exit 1; done)
yes_ "a path beyond PATH_MAX is walked" test "$(els --tree "deep/$long" | wc -l)" = 40
rm -rf deep

# Unreadable folders
mkdir locked && chmod 700 locked && chmod 755 "$WORK" "$WORK/tree"
nobody='setpriv --reuid=65534 --regid=65534 --clear-groups'
if $nobody true 2>/dev/null && $nobody "$BUILD/els" nested >/dev/null 2>&1; then
  mkdir outer && mkdir outer/in && chmod 700 outer/in && chmod 755 outer
  is "$nobody env PATH=\$PATH els --tree outer" 1 'outer\n└── in\n'
  says "$nobody env PATH=\$PATH els --tree outer" 1 "cannot open directory 'outer/in': Permission denied"
  is "$nobody env PATH=\$PATH els --tree locked" 2 'locked\n'
fi

# Depth of -R
is "els -R --depth=1 nested/a" 0 'nested/a:\nb\nempty\none\ntwo\n'
is "els -R --depth=2 nested/a" 0 'nested/a:\nb\nempty\none\ntwo\n\nnested/a/b:\nc\nthree\n\nnested/a/empty:\n'
is "els -R --depth=0 nested/a" 0 'nested/a\n'
says "els --depth=x nested" 2 "invalid depth"

# Icons (I4, I5, I7, I8)
mkdir pics && touch pics/a.c pics/b.png pics/Makefile pics/x.tar.gz pics/plain && mkdir pics/dir pics/.git
is "els --icons=unicode pics" 0 '🔧 Makefile\n📜 a.c\n📷 b.png\n📁 dir\n📄 plain\n📦 x.tar.gz\n'
is "els --icons=nerd pics" 0 '\uE673 Makefile\n\uE649 a.c\n\uF1C5 b.png\n\uF07B dir\n\uF15B plain\n\uE6AA x.tar.gz\n'
is "els --icons=always pics/a.c" 0 '\uE649 pics/a.c\n'
is "EMBER_ICONS=unicode els --icons=always pics/a.c" 0 '📜 pics/a.c\n'
is "els --icons=always --icon-theme unicode pics/a.c" 0 '📜 pics/a.c\n'
is "EMBER_ICONS=nerd els --icons=auto pics/a.c" 0 'pics/a.c\n'
is "els --icons pics/a.c" 0 'pics/a.c\n'
is "els --icons=never pics/a.c" 0 'pics/a.c\n'
is "EZA_ICON_SPACING=3 els --icons=unicode pics/a.c" 0 '📜   pics/a.c\n'
is "EZA_ICON_SPACING=0 els --icons=unicode pics/a.c" 0 '📜pics/a.c\n'
is "EZA_ICON_SPACING=9 els --icons=unicode pics/a.c" 0 '📜 pics/a.c\n'
is "els -d --icons=unicode --color=always pics" 0 '\033[0m\033[34m📁\033[0m \033[01;34mpics\033[0m\n'
is "LS_COLORS='di=38;5;1;4' els -d --icons=unicode --color=always pics" 0 '\033[0m\033[38;5;1m📁\033[0m \033[38;5;1;4mpics\033[0m\n'
is "els -C -w40 --icons=unicode pics" 0 '🔧 Makefile  📷 b.png  📄 plain\n📜 a.c       📁 dir    📦 x.tar.gz\n'
is "els --tree --icons=unicode pics | head -n 2" 0 '📁 pics\n├── 🔧 Makefile\n'
holds "els --icons=test" 0 "els.conf: --icons=unicode"

# A pipe looks at no file of ours
mkdir -p "$HOME/.config/ember"
echo --reverse >"$HOME/.config/ember/els.conf"
is "els nested/a/b" 0 'c\nthree\n'

printf '# mine\n-r\nF\n--bogus\n--sort=bad\n' >conf
is "els --config conf -F nested/a/b" 0 'three\nc/\n'
says "els --config conf nested/a/b 2>&1 >/dev/null | grep -c warning >&2" 0 '^3$'
says "els --config nowhere nested/a/b" 0 'warning: nowhere: no such file'
is "els --config=conf --no-config nested/a/b" 0 'c\nthree\n'

# Guarded names (B6), --gnu, dir and vdir (N2)
touch $'g\u202eb'
is "els --guard-names=always -d g*" 0 'g?b\n'
is "els --guard-names=always --quoting-style=shell-escape -d g*" 0 "'g'\$'\\\\342\\\\200\\\\256''b'\\n"
is "els -d g*" 0 'g\u202eb\n'
ln -s "$BUILD/els" "$WORK/ours/dir" && ln -s "$(command -v dir)" "$WORK/gnu/dir"
ln -s "$BUILD/els" "$WORK/ours/vdir" && ln -s "$(command -v vdir)" "$WORK/gnu/vdir"
fixture_names
for o in '' -1 -l -a -N -Q -b -F -x; do
  later "dir $o names"
  later "vdir $o names"
done
compare
mv "$WORK/ours/ls" "$WORK/ours/saved"
ln -s "$BUILD/els" "$WORK/ours/-ls"
says "exec -a -ls els nothere" 2 "^ls: cannot access 'nothere': No such file or directory"
mv "$WORK/ours/saved" "$WORK/ours/ls"

# Messages: one line, whatever the name
says "els \$'no\nsuch\033[31m'" 2 "^els: cannot access 'no'.*No such file or directory$"
holds "els --help" 0 '^ *-a, --all'
holds "els --version" 0 '^els \(ember\) '
holds "els -V" 0 '^els \(ember\) '

# Little is asked of the system (R9, R10, P3)
if [ -z "${SANITIZE:-}" ] && command -v strace >/dev/null; then
  yes_ "no stat for names" test "$(traced statx,lstat,newfstatat els nested | grep -c '"[abcd]"')" = 0
  mkdir many && (cd many && seq -f 'name-of-some-length-%g' 8000 | xargs touch)
  yes_ "one write per 64 KiB" test "$(strace -e trace=write els many 2>&1 >/dev/null | grep -c '^write')" -le 4
fi
# A sanitized build keeps what no one calls, and the libraries that needs.
[ -n "${SANITIZE:-}" ] || yes_ "no library but libc" test -z "$(ldd "$BUILD/els" | grep -E 'git2|onig|ncurses|tinfo')"
# Letters that mean something else to eza say what is meant here.
is 'els --tree -L2 . 2>&1 | head -n 1; els -L2 . 2>&1 | head -n 1' 0 "els: invalid option -- '2'; a tree's depth: --level=2\nels: invalid option -- '2'\n"
is 'els --tree=2 . 2>&1 | head -n 1; els --tree=12 2>&1 | head -n 1; els --tree=x 2>&1 | head -n 1' 0 "els: option '--tree' doesn't allow an argument; a tree's depth: --level=2\nels: option '--tree' doesn't allow an argument; a tree's depth: --level=12\nels: option '--tree' doesn't allow an argument\n"
is 'els --tree -L 2 nested/a/b 2>&1; echo $?; els -L 2 2>&1; els --tree -L ./2 2>&1; mkdir 2; els --tree -L 2' 0 "els: cannot access '2': No such file or directory; a tree's depth: --level=2\nnested/a/b\n├── c\n│   └── four\n└── three\n2\nels: cannot access '2': No such file or directory\nels: cannot access './2': No such file or directory\n2\n"
is 'els --icons always nested 2>&1; els --color auto 2>&1; els -F never 2>&1; els --hyperlink sometimes 2>&1; els --color=auto auto 2>&1' 2 "els: cannot access 'always': No such file or directory; did you mean '--icons=always'?\nnested:\na\nd\ntop\nwith space\nels: cannot access 'auto': No such file or directory; did you mean '--color=auto'?\nels: cannot access 'never': No such file or directory; did you mean '--classify=never'?\nels: cannot access 'sometimes': No such file or directory\nels: cannot access 'auto': No such file or directory\n"
is 'els -T 2>&1 | head -n 1; els -lT 2>&1 | head -n 1' 0 "els: option requires an argument -- 'T'; a tree: --tree\nels: option requires an argument -- 'T'; a tree: --tree\n"
is 'els -T . 2>&1; els -T 8x 2>&1' 2 "els: invalid tab size: '.'; a tree: --tree\nels: invalid tab size: '8x'\n"
finish
