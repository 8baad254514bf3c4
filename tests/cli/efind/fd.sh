#!/usr/bin/env bash
# fd's language. Expected results are written out: fd itself is not needed. Ids are those of the spec.
. "$(dirname "$0")/../../lib/case.sh"

mkdir -p a/b/c sub/deep/er .hid/x 'sp ace' one.dir node/pkg emptyd
touch a/b.c a/B.C a/b/c/foo.txt a/FOO sub/x.tar.gz sub/deep/y.rs .hidden .hid/x/z 'sp ace/-dash' ./-lead \
  one.dir/é.txt one.dir/É kK a/exe .txt $'new\nline.nl' $'bad\xff.b'
chmod +x a/exe
ln -s a/b link
ln -s nowhere dang
ln -s self self
mkfifo fifo
truncate -s 5000 sub/big
truncate -s 1024 sub/k
touch -d '2020-01-01 12:00:00' sub/old
printf '*.rs\nnode/\n' >.gitignore
printf 'big\n' >sub/.ignore

# P1 P5 P6 P7 P10: regex on the last component, smart case on the parsed form
is "efind foo" 0 'a/FOO\na/b/c/foo.txt\n'
is "efind FOO" 0 'a/FOO\n'
is "efind -s foo" 0 'a/b/c/foo.txt\n'
is "efind -s -i Foo" 0 'a/FOO\na/b/c/foo.txt\n'
is "efind -i -s foo" 0 'a/b/c/foo.txt\n'
is "efind '\\x46OO'" 0 'a/FOO\n'
is "efind '[A-z]oo'" 0 'a/b/c/foo.txt\n'
is "efind '[a-z]oo'" 0 'a/FOO\na/b/c/foo.txt\n'
is "efind '[^a]oo\$'" 0 'a/FOO\n'
is "efind '\\Afoo'" 0 'a/FOO\na/b/c/foo.txt\n'
is "efind '(?i)Foo'" 0 'a/FOO\na/b/c/foo.txt\n'
is "efind '^f.o\$'" 0 'a/FOO\n'
is "efind 'new.line'" 0 'new\nline.nl\n'
is "efind 'line\$'" 0 ''
is "efind '\\.c\$'" 0 'a/B.C\na/b.c\n'
is "efind '^b'" 0 'a/B.C\na/b/\na/b.c\nbad\xff.b\n'
is "efind 'x\\.tar|exe'" 0 'a/exe\nsub/x.tar.gz\n'
is "efind é" 0 'one.dir/É\none.dir/é.txt\n'
is "efind É" 0 'one.dir/É\n'
is "efind -i '^É'" 0 'one.dir/É\none.dir/é.txt\n'
is "efind '^\\w\\.txt'" 0 'one.dir/é.txt\n'
is "efind -u '^\\w{1}\\.TXT' -i" 0 'one.dir/é.txt\n'
is "efind '\\pL{3}\$' a" 0 'a/FOO\na/b/c/foo.txt\na/exe\n'
is "efind 'o{2}'" 0 'a/FOO\na/b/c/foo.txt\n'
is "efind 'a++\$' ." 0 './a/\n'
is "efind 'bad.\\.b'" 0 ''
is "efind 'bad(?-u:.)?[^a]*\\.b\$'" 0 ''
is "efind 'bad'" 0 'bad\xff.b\n'
is "efind '[--.]lead'" 0 './-lead\n'
is "efind '^[a-z--c]\$' . -d1" 0 './a/\n'
is "efind '^[b-z~~a-b]\$' -d1" 0 'a/\n'

# P2 P4 P8 P9 P11 G1-G5
is "efind -p 'a/b/'" 0 'a/b/c/\na/b/c/foo.txt\n'
is "efind -p \"^\$WORK/tree/a/b\\\$\"" 0 'a/b/\n'
is "efind a --and b -E .hid" 0 'bad\xff.b\n'
is "efind --and -le" 0 './-lead\n'
is "efind -F .c" 0 'a/B.C\na/b.c\n'
is "efind --literal '[' " 0 ''
is "efind --exact b.c" 0 'a/B.C\na/b.c\n'
is "efind --exact B.C" 0 'a/B.C\n'
is "efind --exact b" 0 'a/b/\n'
is "efind -F k" 0 'kK\nlink\nnode/pkg/\nsub/k\n'
is "efind -g '*.c'" 0 'a/B.C\na/b.c\n'
is "efind -g 'B*'" 0 'a/B.C\n'
is "efind -g '{b,x}.*'" 0 'a/B.C\na/b.c\nsub/x.tar.gz\n'
is "efind -g '{b,{x,q}.tar}.{c,gz}'" 0 'a/B.C\na/b.c\nsub/x.tar.gz\n'
is "efind -g '?'" 0 'a/\na/b/\na/b/c/\none.dir/É\nsub/k\n'
is "efind -g '[[:alpha:]]*'" 0 ''
is "efind -gp '**/b.c'" 0 'a/B.C\na/b.c\n'
is "efind -gp b.c" 0 ''
is "efind -g --regex '^b\\.c'" 0 'a/B.C\na/b.c\n'
is "efind -e c" 0 'a/B.C\na/b.c\n'
is "efind -e .C" 0 'a/B.C\na/b.c\n'
is "efind -e tar.gz -e txt" 0 'a/b/c/foo.txt\none.dir/é.txt\nsub/x.tar.gz\n'
is "efind -H -e txt" 0 'a/b/c/foo.txt\none.dir/é.txt\n'
says "efind a/b" 1 "has a '/'"
says "efind '^\\.h'" 1 'hidden'
is "efind -H '^\\.h'" 0 '.hid/\n.hidden\n'
says "efind -g '.h*'" 1 'hidden'

# P12 and other conflicts, E2 E3
for line in "-g x -F" "--exact x -g" "-F --exact x" "--exact-depth 1 -d 1" "--min-depth 1 --exact-depth 2" \
  "--prune -S +1k" "--prune --exact-depth 1" "-q --max-results 3" "-x echo ';' -X echo" "-q -x echo" "-1 -X echo" \
  "--batch-size 3" "--search-path a . a" "--nosuch" "-tf -d x" "-j 0" "-c sometimes" "-t q" "-S 5" "-S +1x" "-S 99999999999t" \
  "-o nosuchuser" "-o 0:0:0" "-x" "-X" "-X echo {} {/}" "-X {}" "-l -a" "-l -0" "-q -d"; do
  yes_ "usage: $line" bash -c "efind $line </dev/null >\"\$WORK/o\" 2>\"\$WORK/e\"; [ \$? = 2 ] && [ ! -s \"\$WORK/o\" ] && grep -q '^efind: ' \"\$WORK/e\""
done
for line in "'foo{'" "'('" "')'" "'[z-a]'" "'*a'" "'a{,2}'" "--engine=rust '(?=a)'" "'\\1'" "'\\Z'" "'(?>a)'" "'[a'" "'a{2,1}'" "'(?P<n>a)(?P<n>b)'" \
  "'\\p{Nope}'" "'a|*'" "-g '[a'" "-g '{a'" "-g 'a}'" "-g 'a\\'" "-E '[a'" "--changed-within x" "--changed-within 1M" \
  "-C nosuch" ". nosuch" ". a/FOO" "-q zzz" "-x false" "-x nosuchcommand" ". ''" "--changed-before @99999999999999999"; do
  yes_ "fails: $line" bash -c "efind $line </dev/null >\"\$WORK/o\" 2>\"\$WORK/e\"; [ \$? = 1 ]"
done

# B15 R21: the place and the reason
case_run "$WORK/ours" "efind 'foo{'"
yes_ "caret" cmp -s "$WORK/err" - <<'END'
efind: bad regular expression: unclosed counted repetition
efind:     foo{
efind:        ^
efind: for plain text use --fixed-strings or --exact, for globs --glob
END

# R20 B16: an endless search is given up, with the pattern's name
touch "$(printf 'a%.0s' $(seq 60))"
says "timeout 20 efind '^(a|aa)+[cd]'" 1 'takes too long'
rm a*aaa

# I2 to I19
is "efind . sub" 0 'sub/deep/\nsub/deep/er/\nsub/deep/y.rs\nsub/k\nsub/old\nsub/x.tar.gz\n'
is "efind --no-require-git . sub" 0 'sub/deep/\nsub/deep/er/\nsub/k\nsub/old\nsub/x.tar.gz\n'
mkdir .git
is "efind . sub" 0 'sub/deep/\nsub/deep/er/\nsub/k\nsub/old\nsub/x.tar.gz\n'
is "cd sub && efind deep" 0 'deep/\n'
is "cd sub/deep && efind" 0 'er/\n'
is "cd sub/deep && efind --no-ignore-parent" 0 'er/\ny.rs\n'
is "cd sub/deep && efind . \"\$PWD\" | sed \"s,\$WORK/tree/,,\"" 0 'sub/deep/er/\n'
is "efind -tf . node" 0 ''
is "efind pkg" 0 ''
is "efind . node" 0 'node/pkg/\n'
is "efind -I pkg" 0 'node/pkg/\n'
is "efind --no-ignore-vcs 'pkg|big'" 0 'node/pkg/\n'
is "efind -I 'pkg|big|^z'" 0 'node/pkg/\nsub/big\n'
is "efind -u 'pkg|big|^z'" 0 '.hid/x/z\nnode/pkg/\nsub/big\n'
is "efind -u --ignore 'pkg|big|^z'" 0 ''
is "efind -E a -E 's*' -E '*.{dir,nl}'" 0 './-lead\nbad\xff.b\ndang\nemptyd/\nfifo\nkK\nlink\n'
is "efind -E /a/b -E /sub -tf -e c -e txt" 0 'a/B.C\na/b.c\none.dir/é.txt\n'
is "efind -E \"\$PWD/a/*.c\" -e c" 0 'a/B.C\n'
is "efind -I -E deep/ y . sub -e rs" 0 ''
printf '!y.rs\n' >sub/.fdignore
is "efind -e rs" 0 'sub/deep/y.rs\n'
rm sub/.fdignore
printf '!.hid\n!.hidden\n' >.ignore
is "efind '^\\.?hid'" 1 '' 2>/dev/null
is "efind 'hid'" 0 '.hid/\n.hidden\n'
rm .ignore
mkdir -p .git/info && printf 'kK\n' >.git/info/exclude
is "efind -F kk" 0 ''
is "efind -F kk --no-ignore-vcs" 0 'kK\n'
mkdir -p "$XDG_CONFIG_HOME/git" "$XDG_CONFIG_HOME/fd"
printf 'kK\n' >"$XDG_CONFIG_HOME/git/ignore"
: >.git/info/exclude
is "efind -F kk" 0 ''
printf '[core]\n\texcludesFile = "~/none"\n' >"$HOME/.gitconfig"
is "efind -F kk" 0 'kK\n'
rm "$HOME/.gitconfig" "$XDG_CONFIG_HOME/git/ignore"
printf 'kK\n' >"$XDG_CONFIG_HOME/fd/ignore"
is "efind -F kk" 0 ''
is "efind -F kk --no-global-ignore-file" 0 'kK\n'
rm "$XDG_CONFIG_HOME/fd/ignore"
printf 'kK\n/a\n' >"$WORK/rules"
is "efind -u --ignore-file \"\$WORK/rules\" 'kk|foo'" 0 ''
is "efind --ignore-file /nonexistent/x kk 2>/dev/null" 0 'kK\n'
is "efind -e txt --ignore-contain exe" 0 'one.dir/é.txt\n'
is "efind . a --ignore-contain exe" 0 ''
mkdir -p nest/.git && touch nest/x.rs
is "efind -e rs" 0 'nest/x.rs\n'
rm -r nest
mkdir -p "$WORK/wt/meta/info" "$WORK/wt/meta/worktrees/w" "$WORK/wt/tree"
echo "gitdir: ../meta/worktrees/w" >"$WORK/wt/tree/.git"
echo ../.. >"$WORK/wt/meta/worktrees/w/commondir"
echo skip >"$WORK/wt/meta/info/exclude"
touch "$WORK/wt/tree/skip" "$WORK/wt/tree/keep"
is "cd \"\$WORK/wt/tree\" && efind" 0 'keep\n'
rm -r .git
mkdir "$WORK/up" "$WORK/up/mid" "$WORK/up/mid/low" "$WORK/up/.git"
touch "$WORK/up/mid/low/f"
echo f >"$WORK/up/.gitignore"
is "cd \"\$WORK/up/mid/low\" && efind" 0 ''
is "cd \"\$WORK/up/mid/low\" && GIT_CEILING_DIRECTORIES=\$WORK/up efind" 0 'f\n'
echo mid/low/f >"$WORK/up/.gitignore"
is "cd \"\$WORK/up/mid\" && efind" 0 'low/\n'
is "cd / && efind . \"\$WORK/up/mid/low\"" 0 ''
echo f >"$WORK/up/mid/low/.gitignore"
is "cd \"\$WORK/up/mid/low\" && efind --no-ignore-parent" 0 ''

# T1 to T10
is "efind -t f . a" 0 'a/B.C\na/FOO\na/b/c/foo.txt\na/b.c\na/exe\n'
is "efind -td . a" 0 'a/b/\na/b/c/\n'
is "efind -t l" 0 'dang\nlink\nself\n'
is "efind --type=pipe" 0 'fifo\n'
is "efind -t x" 0 'a/exe\n'
is "efind -te -td" 0 'emptyd/\nnode/pkg/\nsub/deep/er/\n'
is "efind -te -tf . 'sp ace'" 0 'sp ace/-dash\n'
is "efind -S +1k . sub -I" 0 'sub/big\nsub/k\n'
is "efind -S 1ki -S -2k" 0 'sub/k\n'
is "efind -I --size=-1k -tf . sub/deep" 0 'sub/deep/y.rs\n'
is "efind --changed-before 2021-01-01" 0 'sub/old\n'
is "efind --changed-before '2020-01-01 12:00:00'" 0 ''
is "efind --older '2020-01-01T13:00:01+01:00'" 0 'sub/old\n'
is "efind --changed-before @1577880001" 0 'sub/old\n'
is "efind --changed-within 2019-12-31 --changed-before 1y" 0 'sub/old\n'
is "efind --newer '3d ago'" 0 ''
is "efind --changed-before 'P1Y2M'" 0 'sub/old\n'
is "efind --changed-within '1 week 2 days 01:30:00' kk" 0 'kK\n'
is "efind -o \"\$(id -u)\" kk" 0 'kK\n'
is "efind -o \"!\$(id -un)\"" 0 ''
is "efind -o : kk" 0 'kK\n'
is "efind -d 1 -td" 0 'a/\nemptyd/\nnode/\none.dir/\nsp ace/\nsub/\n'
is "efind --min-depth 3" 0 'a/b/c/\na/b/c/foo.txt\nsub/deep/er/\nsub/deep/y.rs\n'
is "efind --exact-depth 2 -td" 0 'a/b/\nnode/pkg/\nsub/deep/\n'
is "efind -d0" 0 ''
is "efind --prune '^(a|sub)\$'" 0 'a/\nsub/\n'
is "efind -1 kk" 0 'kK\n'
is "efind --max-results=2 | wc -l" 0 '2\n'
is "efind --max-results 0 foo" 0 'a/FOO\na/b/c/foo.txt\n'
is "efind -q foo" 0 ''
is "efind -L . link" 0 'link/c/\nlink/c/foo.txt\n'
is "efind -L foo.txt" 0 'a/b/c/foo.txt\nlink/c/foo.txt\n'
is "efind -L -tl" 0 'dang\nself\n'
mkdir -p loop/in && ln -s .. loop/in/up
is "efind -L . loop" 0 'loop/in/\n'
says "efind -L --show-errors . loop" 0 'loop/in/up: '
rm -r loop

# O1 to O7, O12
is "efind -d1 . sub/" 0 'sub/deep/\nsub/k\nsub/old\nsub/x.tar.gz\n'
is "efind kk ." 0 './kK\n'
is "efind kk .//" 0 './/kK\n'
is "efind -0 kk | tr '\\0' 0" 0 './kK0'
is "efind --strip-cwd-prefix -0 kk | tr '\\0' 0" 0 'kK0'
is "efind --strip-cwd-prefix=never kk" 0 './kK\n'
is "efind --strip-cwd-prefix=always kk ." 0 'kK\n'
is "efind lead" 0 './-lead\n'
is "efind -a kk . | sed \"s,^\$WORK,,\"" 0 '/tree/kK\n'
is "efind --format '{}|{/}|{//}|{.}|{/.}|{{x}}' -e gz" 0 'sub/x.tar.gz|x.tar.gz|sub|sub/x.tar|x.tar|{x}\n'
is "efind --format '{/}|{//}' '^b\$'" 0 'b|a\n'
is "efind --path-separator '::' -e gz" 0 'sub::x.tar.gz\n'
is "efind --search-path sub --search-path a 'gz|exe'" 0 'a/exe\nsub/x.tar.gz\n'
is "efind -C sub gz" 0 'x.tar.gz\n'
is "efind --base-directory=sub old ../sub" 0 '../sub/old\n'
is "LS_COLORS='di=34:*.c=33:ln=36' efind --color=always -s '^(b.c|link|b)\$'" 0 \
  '\033[34ma/\033[0m\033[34mb\033[0m\033[34m/\033[0m\n\033[34ma/\033[0m\033[33mb.c\033[0m\n\033[36mlink\033[0m\n'
is "efind -c never kk" 0 'kK\n'
is "efind --hyperlink=always kk | sed 's,//[^/]*/.*/tree/,//H/,'" 0 '\033]8;;file://H/kK\033\\kK\033]8;;\033\\\n'

# X1 to X7
is "efind foo -x echo {/} in {//} | LC_ALL=C sort" 0 'FOO in ./a\nfoo.txt in ./a/b/c\n'
is "efind -j1 gz -x echo" 0 './sub/x.tar.gz\n'
is "efind -x echo {.}! ';' gz" 0 'sub/x.tar!\n'
is "efind gz -x echo 1 ';' -x echo 2 {}" 0 '1 ./sub/x.tar.gz\n2 ./sub/x.tar.gz\n'
is "efind gz -x sh -c 'exit 3' ';' -x echo no" 1 ''
is "efind foo -X echo" 0 './a/FOO ./a/b/c/foo.txt\n'
is "efind foo -X echo x{/}y z" 0 'xFOOy xfoo.txty z\n'
is "efind -e c -e txt --batch-size 2 -X sh -c 'echo \$#' x" 0 '2\n2\n'
is "efind zzz -X echo no" 0 ''
is "efind kk -0 -x printf %s | tr '\\0' 0" 0 './kK0'
is "efind -j4 -g '*.{c,txt}' -x sh -c 'echo \$0; sleep 0.02; echo \$0' | uniq -c | sed 's/^ *//' | sort" 0 \
  '2 ./a/B.C\n2 ./a/b.c\n2 ./a/b/c/foo.txt\n2 ./one.dir/é.txt\n'
says "efind kk -x nosuchcommand" 1 'nosuchcommand: No such file'
says "efind kk -x sh -c 'kill -9 \$\$'" 1 'Killed'

is "efind -l '^k\$' | sed 's/ .* / /'" 0 '-rw-r--r-- ./sub/k\n'

# E1 to E10, B1 B5 B13 B21 B22
is "efind . nosuch sub/deep/er 2>/dev/null" 0 ''
says "efind . nosuch emptyd" 0 'nosuch: No such file or directory'
is "efind -- -lead" 0 './-lead\n'
yes_ "full disk" bash -c 'efind >/dev/full 2>"$WORK/e"; [ $? = 1 ] && grep -q "No space left" "$WORK/e"'
yes_ "closed output" bash -c 'efind >&- 2>"$WORK/e"; [ $? = 1 ] && [ -s "$WORK/e" ]'
yes_ "broken pipe" bash -c 'set -o pipefail; efind -u . /usr/share 2>"$WORK/e" | head -n 1 >/dev/null; [ "${PIPESTATUS[0]}" = 1 ] && [ ! -s "$WORK/e" ]'
yes_ "interrupt" bash -c 'efind -j1 kk -x sh -c "kill -INT \$PPID; sleep 0.2" >/dev/null 2>&1; [ $? = 130 ]'
says "mkdir -p gone && cd gone && rmdir ../gone && efind" 1 'working directory'
drop= # root reads everything, unless it may not
[ "$(id -u)" = 0 ] && drop='setpriv --bounding-set=-dac_override,-dac_read_search'
mkdir locked && chmod 0 locked
is "$drop efind lock" 0 'locked/\n'
says "$drop efind --show-errors lock" 0 'locked: Permission denied'
rmdir locked
printf 'x' >"$(printf 'e\033[31mc\nn')"
is "efind -F '[31m'" 0 'e\033[31mc\nn\n'
says "efind . \"\$(printf 'no\\033[2Jwhere')\" emptyd" 0 "no.*033.*where"
ln -s "$BUILD/efind" "$WORK/ours/fd"
is "fd kk" 0 'kK\n'
holds "fd --version" 0 '^fd [0-9]'
holds "efind --version" 0 '^efind [0-9]'
holds "efind --help" 0 'exec-batch'
says "fd --nosuch 2>&1 >/dev/null | head -n 1 >&2; exit 2" 2 '^fd: |^\[fd error\]'

# O8 and threads: the same results whatever the number of threads and descriptors
mkdir -p big/{1..12}/{1..12} && touch big/{1..12}/{1..12}/f{1..6}
want=$(efind -u . big | LC_ALL=C sort | cksum)
for j in 1 2 16; do
  yes_ "-j$j" test "$(efind -u -j$j . big | LC_ALL=C sort | cksum)" = "$want"
  yes_ "-j$j, 8 descriptors" test "$(ulimit -n 8 && efind -u -j$j . big | LC_ALL=C sort | cksum)" = "$want"
  yes_ "-j$j rules, 8 descriptors" test "$(ulimit -n 8 && efind -j$j --no-require-git . big | LC_ALL=C sort | cksum)" = "$want"
done
yes_ "find agrees" test "$("$GNU/find" big -mindepth 1 | LC_ALL=C sort | cksum)" = "$(efind -u . big --format '{}' | LC_ALL=C sort | cksum)"
is "efind -j1 -u f1 big/1 | head -n 3" 0 'big/1/1/f1\nbig/1/10/f1\nbig/1/11/f1\n'

# B7 B8: any path length, any depth
long=$(printf 'd%.0s' $(seq 200))
(cd big && for _ in $(seq 40); do mkdir "$long" && cd "$long" || exit 1; done && touch end)
is "efind end big | wc -c" 0 "$((4 + 40 * 201 + 4))\n"
is "ulimit -n 8; efind -j4 end big | wc -c" 0 "$((4 + 40 * 201 + 4))\n"

# L1 to L20
is "efind . -name kK" 0 './kK\n'
is "efind --lang=find kK" 0 'kK\n'
is "EFIND_LANG=find efind kK" 0 'kK\n'
is "EFIND_LANG=find efind -d 1 kk" 0 'kK\n'
is "efind -tf kk" 0 'kK\n'
is "efind -d 1 kk" 0 'kK\n'
is "efind . emptyd" 0 ''
is "efind emptyd -d" 0 'emptyd\n'
is "efind emptyd '!' -name x" 0 'emptyd\n'
is "efind emptyd -empty" 0 'emptyd\n'
is "efind -e c -x echo {} -name x | wc -l" 0 '2\n'
is "efind --lang=fd . emptyd" 0 ''
is "find kK" 0 'kK\n'
is "efind --lang=perl" 2 ''
finish
