#!/usr/bin/env bash
# Hidden names and ignore rules (spec efind 2.4); their judge is git, in fd_git.sh.
. "$(dirname "$0")/../../lib/case.sh"
. "$HERE/_tree.sh"

row I1 # -E: gitignore syntax, relative to each start point; absolute globs as well; nothing switches it off
is "efind -E a -E 's*' -E '*.{dir,nl}'" 0 './-lead\nbad\xff.b\ndang\nemptyd/\nfifo\nkK\nlink\nnode/\nnode/pkg/\n'
is "efind -E /a/b -E /sub -tf -e c -e txt" 0 'a/B.C\na/b.c\none.dir/é.txt\n'
is "efind -E \"\$PWD/a/*.c\" -e c" 0 'a/B.C\n'
is "efind -I -E deep/ y . sub -e rs" 0 ''
is "efind -u -E .hid -E a ^z" 0 ''
is "efind -E /x.tar.gz gz sub a" 0 ''
is "efind -E '!foo.txt' -E '#x' foo" 0 'a/FOO\na/b/c/foo.txt\n'
is "efind -E '' kk" 0 'kK\n'

row I2
printf 'x.tar.gz\n' >sub/.fdignore
is "efind gz" 0 ''
is "efind -I gz" 0 'sub/x.tar.gz\n'
is "efind -u gz" 0 'sub/x.tar.gz\n'
is "efind --no-ignore-vcs gz" 0 ''
rm sub/.fdignore
row I3
is "efind -e rs -e b 'big|y|bad'" 0 'bad\xff.b\nsub/deep/y.rs\n'
is "efind big" 0 ''
is "efind --no-ignore-vcs big" 0 ''
is "efind -I big" 0 'sub/big\n'
is "efind -u --ignore big" 0 ''
row I4 # .gitignore needs a repository
is "efind . sub" 0 'sub/deep/\nsub/deep/er/\nsub/deep/y.rs\nsub/k\nsub/old\nsub/x.tar.gz\n'
is "efind --no-require-git . sub" 0 'sub/deep/\nsub/deep/er/\nsub/k\nsub/old\nsub/x.tar.gz\n'
is "efind --no-require-git --require-git -e rs" 0 'sub/deep/y.rs\n'
mkdir .git
is "efind . sub" 0 'sub/deep/\nsub/deep/er/\nsub/k\nsub/old\nsub/x.tar.gz\n'
is "efind -tf . node" 0 ''
is "efind pkg" 0 ''
is "efind -I pkg" 0 'node/pkg/\n'
is "efind --no-ignore-vcs 'pkg|big'" 0 'node/pkg/\n'
is "efind --no-ignore-vcs --ignore-vcs pkg" 0 ''
row I5
mkdir -p .git/info && printf 'kK\n' >.git/info/exclude
is "efind -F kk" 0 ''
is "efind -F kk --no-ignore-vcs" 0 'kK\n'
: >.git/info/exclude
row I6 # git's global file, and the repository's own name for it
mkdir -p "$XDG_CONFIG_HOME/git" "$XDG_CONFIG_HOME/fd" "$XDG_CONFIG_HOME/efind"
printf 'kK\n' >"$XDG_CONFIG_HOME/git/ignore"
is "efind -F kk" 0 ''
printf '[core]\n\texcludesFile = "~/none"\n' >"$HOME/.gitconfig"
is "efind -F kk" 0 'kK\n'
printf '[core]\n\texcludesfile = ~/mine # note\n' >"$HOME/.gitconfig"
printf '/sub\n' >"$HOME/mine"
is "efind -F k" 0 'kK\nlink\n'
printf '[core]\n\texcludesFile = own-rules\n' >.git/config
printf 'lin*\n' >own-rules
is "efind -F k" 0 'kK\nsub/k\n'
is "cd sub && efind -F k" 0 'k\n'
is "efind --no-ignore-vcs -F k" 0 'kK\nlink\nnode/pkg/\nsub/k\n'
rm own-rules .git/config "$HOME/.gitconfig"
printf '[core]\n\texcludesFile = ~/mine\n' >"$XDG_CONFIG_HOME/git/config"
is "efind -F k" 0 'kK\nlink\n'
rm -r "$XDG_CONFIG_HOME/git"
row I7 # --ignore-file: the last one wins; not switched off
printf 'kK\n/a\n' >"$WORK/rules"
printf '!kK\n' >"$WORK/rules2"
is "efind -u --ignore-file \"\$WORK/rules\" 'kk|foo'" 0 ''
is "efind --ignore-file \"\$WORK/rules\" --ignore-file \"\$WORK/rules2\" 'kk|foo'" 0 'kK\n'
is "efind --ignore-file \"\$WORK/rules2\" --ignore-file \"\$WORK/rules\" 'kk|foo'" 0 ''
is "efind --ignore-file /nonexistent/x kk 2>/dev/null" 0 'kK\n'
says "efind --ignore-file /nonexistent/x kk" 0 'nonexistent/x: No such file'
row I8 # the user's own file loses to it
printf 'kK\n' >"$XDG_CONFIG_HOME/fd/ignore"
is "efind -F kk" 0 ''
is "efind -F kk --no-global-ignore-file" 0 'kK\n'
is "efind -F kk -I" 0 'kK\n'
is "efind -F kk --ignore-file \"\$WORK/rules2\"" 0 'kK\n'
printf 'link\n' >"$XDG_CONFIG_HOME/efind/ignore"
is "efind -F k -d1" 0 'kK\n'
rm -r "$XDG_CONFIG_HOME"
row I9
is "efind hid" 0 ''
is "efind -H hid" 0 '.hid/\n.hidden\n'
is "efind -H --no-hidden hid" 0 ''
printf '!.hid\n!.hidden\n' >.ignore
is "efind hid" 0 '.hid/\n.hidden\n'
rm .ignore
row I10 # in a file the last line wins; nearer beats farther; kind beats nearness
printf '*.[cC]\n!b.c\n' >a/.ignore
is "efind -e c" 0 'a/b.c\n'
printf 'b.c\n' >.fdignore
is "efind -e c" 0 ''
printf '!B.C\n' >a/.fdignore
is "efind -e c" 0 'a/B.C\n'
rm a/.ignore .fdignore a/.fdignore
row I11
mkdir syn && touch syn/{'#c','!e','t ',u,v.x,crlf,bom} && mkdir -p syn/d/e/f syn/g
touch syn/d/{u,e/u,e/f/u} syn/g/u
printf '\xef\xbb\xbfbom\n# c\n\\#c\n\\!e\nt\\ \nv.x   \ncrlf\r\n/u\nd/**/f\n**/g/\n' >syn/.ignore
is "efind . syn" 0 'syn/d/\nsyn/d/e/\nsyn/d/e/u\nsyn/d/u\n'
rm -r syn
row I12
mkdir -p in/deep && touch in/deep/keep
printf 'in/\n!in/deep\n!keep\n' >.ignore
is "efind keep" 0 ''
rm -r .ignore in
row I13 # files of the parents, relative to where they lie
is "cd sub/deep && efind" 0 'er/\n'
is "cd sub/deep && efind --no-ignore-parent" 0 'er/\ny.rs\n'
is "cd sub/deep && efind --no-ignore-parent --ignore-parent" 0 'er/\n'
is "cd sub/deep && efind . \"\$PWD\" | sed \"s,\$WORK/tree/,,\"" 0 'sub/deep/er/\n'
mkdir -p "$WORK/up/mid/low" "$WORK/up/.git"
touch "$WORK/up/mid/low/f"
echo f >"$WORK/up/.gitignore"
is "cd \"\$WORK/up/mid/low\" && efind" 0 ''
is "cd \"\$WORK/up/mid/low\" && GIT_CEILING_DIRECTORIES=\$WORK/up efind" 0 'f\n'
echo mid/low/f >"$WORK/up/.gitignore"
is "cd \"\$WORK/up/mid\" && efind" 0 'low/\n'
is "cd / && efind . \"\$WORK/up/mid/low\"" 0 ''
ln -s up/mid "$WORK/way"
is "cd \"\$WORK\" && efind . way/low" 0 ''
is "cd \"\$WORK/up\" && efind . mid/../mid/low" 0 ''
echo f >"$WORK/up/mid/low/.gitignore"
is "cd \"\$WORK/up/mid/low\" && efind --no-ignore-parent" 0 ''
row I14
mkdir -p nest/.git && touch nest/x.rs
is "efind -e rs" 0 'nest/x.rs\n'
rm -r nest/.git
is "efind -e rs" 0 ''
mkdir nest/.jj
is "efind -e rs" 0 'nest/x.rs\n'
rm -r nest
row I15
mkdir -p "$WORK/wt/meta/info" "$WORK/wt/meta/worktrees/w" "$WORK/wt/tree"
echo "gitdir: ../meta/worktrees/w" >"$WORK/wt/tree/.git"
echo ../.. >"$WORK/wt/meta/worktrees/w/commondir"
echo skip >"$WORK/wt/meta/info/exclude"
touch "$WORK/wt/tree/skip" "$WORK/wt/tree/keep"
is "cd \"\$WORK/wt/tree\" && efind" 0 'keep\n'
row I16 # start points are never left out themselves
is "efind . node" 0 'node/pkg/\n'
is "efind . .hid" 0 '.hid/x/\n.hid/x/z\n'
row I17
echo x >.git/HEAD
is "efind -H HEAD" 0 '.git/HEAD\n'
is "efind HEAD" 0 ''
row I18
is "efind -e txt --ignore-contain exe" 0 'one.dir/é.txt\n'
is "efind . a --ignore-contain exe" 0 ''
ln -s ../kK one.dir/marker
is "efind -e txt --ignore-contain marker" 0 'a/b/c/foo.txt\n'
is "efind --ignore-contain exe -d1 -td 'a\$'" 0 ''
row I19
printf '[a\nkK\n\\\n' >.ignore
is "efind kk" 0 ''
rm .ignore
says "efind -E '[a'" 1 'exclude: bad glob'
says "efind -E '{a'" 1 'exclude: bad glob'
finish
