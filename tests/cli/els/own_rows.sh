#!/usr/bin/env bash
# els's own options, extended views, icons, and configuration (spec els 2.4, 8, 9, 11; V8, V10 and V11 of 6): the
# expectations are those of the specification.
# shellcheck source=tests/lib/case.sh disable=SC2016
. "$(dirname "$0")/../../lib/case.sh"
. "$HERE/_fixtures.sh" || exit 1
export TERM=xterm
me=$(id -un) us=$(id -gn)
mkdir -p t/dir/sub e
printf '%100s' '' >t/a.c && printf '%3000s' '' >t/b.txt && printf '%40s' '' >t/dir/in && : >t/dir/sub/deep && : >t/.dot
ln -s a.c t/link && ln -s dir t/dlink
touch -h -d '2020-02-29 12:00' t/dir/sub/deep t/dir/in t/dir/sub t/.dot t/a.c t/b.txt t/dir t/link t/dlink t
# On a terminal of 80 columns, without the terminal's own line ends.
tty80() { script -qec "stty cols 80 rows 24 -opost; $1" /dev/null </dev/null; }
export -f tty80

row O1
mkdir -p "$HOME/.config/ember" && echo --icons=unicode >"$HOME/.config/ember/els.conf"
is "tty80 'els t'" 0 '📜 a.c  📝 b.txt  \033[0m\033[34m📁\033[0m \033[01;34mdir\033[0m  \033[36m🔗\033[0m \033[01;36mdlink\033[0m  \033[36m🔗\033[0m \033[01;36mlink\033[0m\n'
is "tty80 'els --gnu t'" 0 'a.c  b.txt  dir  dlink\tlink\n'
touch e/$'g\u202eb' && is "tty80 'els --gnu e'" 0 'g\u202eb\n' && rm e/*
rm "$HOME/.config/ember/els.conf"
row O2
printf '%s\n' --reverse -1 >conf
is "els --config=conf t; tty80 'els --config conf -C t/dir'" 0 'link\ndlink\ndir\nb.txt\na.c\n\033[0m\033[01;34msub\033[0m  in\n'
echo --reverse >"$HOME/.config/ember/els.conf"
is "tty80 'els --color=never t/dir; els --no-config --color=never t/dir'" 0 'sub  in\nin  sub\n'
rm "$HOME/.config/ember/els.conf"
row O3
plain_line="-rw-r--r-- 1 $me $us 100 T t/a.c"
is 'els -l --color=always --time-style=+T t/a.c; els -l --color=always --meta-color=never --time-style=+T t/a.c' 0 "$plain_line\n$plain_line\n"
is 'els -l --color=always --meta-color=always --blocks=size,name t/a.c' 0 '\033[32m100\033[0m t/a.c\n'
is 'TERM=xterm-256color els -l --color=always --meta-color=always --blocks=size,name t/a.c' 0 '\033[38;5;65m100\033[0m t/a.c\n'
is 'els -l --color=never --meta-color=always --blocks=size,name t/a.c' 0 '100 t/a.c\n'
row O4
is 'LS_COLORS=di=31 els -d --color=always --colors=di=7 t' 0 '\033[0m\033[7mt\033[0m\n'
is 'els -d --color=always --colors="*.c=35" --colors di=4 t t/a.c' 0 '\033[0m\033[4mt\033[0m\n\033[35mt/a.c\033[0m\n'
is 'els -l --blocks=size,name --color=always --meta-color=always --colors=size=1 t/a.c' 0 '\033[1m100\033[0m t/a.c\n'
says 'els --color=always --colors=nonsense=1 t/a.c >/dev/null' 0 "no such key"
row O5
printf '# mine\next c @\nname b.txt U+2605\next zz dev-clojure\ntype dir X\n' >icons
is 'els --icons=unicode --icon-map=icons t' 0 '@ a.c\n★ b.txt\nX dir\n🔗 dlink\n🔗 link\n'
says 'echo "ext c nonsense-glyph" >bad; els --icons=unicode --icon-map=bad t >/dev/null' 0 'bad:1: no such glyph'
row O6
is 'els --limit 2 t; els --limit=2 -R t/dir' 0 'a.c\nb.txt\nt/dir:\nin\nsub\n\nt/dir/sub:\ndeep\n'
is "tty80 'els -1 --color=never --limit=2 t'" 0 'a.c\nb.txt\n… and 3 more\n'
is 'els --tree --limit=1 t' 0 't\n└── a.c\n'
row O7
holds 'els --json t/a.c' 0 '^\{"name":"t/a.c","type":"file","mode":"0644","links":1,.*"size":100,.*"modified":1582977600\.000000000,.*\}$'
yes_ 'one object a line' test "$(els --json -A t | wc -l)" = 6
if command -v perl >/dev/null && perl -MJSON::PP -e1 2>/dev/null; then
  touch e/$'bad\xff' e/$'q"\\\n' e/ü
  yes_ 'every line is JSON' bash -c 'els --json -A t e | perl -MJSON::PP -ne "decode_json(\$_)"'
  rm e/*
fi
touch e/$'bad\xff' && holds 'els --json e' 0 '"name_b64":"YmFk/w=="' && rm e/*
row O8
git -c init.defaultBranch=main init -q r
(cd r && mkdir -p a/b && echo 1 >a/b/f && echo 2 >a/g && echo 3 >top && git add . && git commit -qm 1 && echo x >>a/b/f)
is 'els -1 --git --git-depth=full r; els -1 --git --git-depth=dir r; els -1 --git --git-depth=off r' 0 '-M a\n-- top\n-- a\n-- top\n   a\n-- top\n'
is '(cd r && echo x >>a/g); els -1 --git --git-depth=dir r' 0 '-M a\n-- top\n'
row O9
is 'els -1 --git --git-timeout=60000 r' 0 '-M a\n-- top\n'
is 'els --git-timeout=x r' 2 ''
row O10
is "printf 't/a.c\0t/b.txt\0' | els --stdin0; els -l --no-group --show-group --time-style=+T t/a.c" 0 "t/a.c\nt/b.txt\n$plain_line\n"
is 'els -d --count --blocks=size,name t t/dir t/dir/sub e; els -Ad --count --blocks=size,name t' 0 '0 e\n5 t\n2 t/dir\n1 t/dir/sub\n6 t\n'
row O11
mkdir n && touch n/{B,a,c10,C9,.d}
is 'els -A --natural n; els -A n' 0 '.d\na\nB\nC9\nc10\n.d\nB\nC9\na\nc10\n'
row O12
touch e/$'x\u202ey' e/$'z\u200bw' e/$'j\u200dk'
is 'els --guard-names=always e; els --guard-names=never e; els --guard-names=auto e' 0 'j\u200dk\nx?y\nz?w\nj\u200dk\nx\u202ey\nz\u200bw\nj\u200dk\nx\u202ey\nz\u200bw\n'
rm e/*
row O13
is 'els --tree --one-fs t/dir; els -R --one-fs t/dir' 0 't/dir\n├── in\n└── sub\n    └── deep\nt/dir:\nin\nsub\n\nt/dir/sub:\ndeep\n'
is "els -d --total-blocks --blocks=size,name t/dir" 0 "$(($(du -s -B512 t/dir | cut -f1) * 512)) t/dir\n"
row O14
for s in bash zsh fish; do holds "els --completion $s" 0 'group-directories-first'; done
is 'els --completion=tcsh' 1 ''

row X1
all=permission,user,group,size,date,inode,links,octal,blocks,author,time.m,time.a,time.c,name
touch -a -d '2019-01-01' t/a.c
is "els --blocks=$all --time-style=+%Y t/a.c" 0 "-rw-r--r-- $me $us 100 2020 $(stat -c %i t/a.c) 1 0644 $(($(stat -c %b t/a.c) / 2)) $me 2020 2019 $(stat -c %z t/a.c | cut -c1-4) t/a.c\n"
is 'els --blocks=name,size t/a.c t/b.txt t/dir/in' 0 't/a.c     100\nt/b.txt  3000\nt/dir/in   40\n'
is 'els --blocks=git,name r/top; els --icons=unicode --blocks=icon,size t/a.c; els --blocks=context,name t/a.c' 0 '-- r/top\n📜 100\n? t/a.c\n'
holds 'els --blocks=flags,name t/a.c; els --blocks=time.b,name t/a.c; els --blocks=repo,name -d r; els --blocks=xattr,name t/a.c' 0 'main r'
row X2
same 'ls -l --time-style=+T t'
row X3
is 'els -l --header --time-style=+T --blocks=permission,user,group,context,size,date,name t/a.c | tr -s " "' 0 "Permissions User Group Context Size Date Modified Name\n-rw-r--r-- $me $us ? 100 T t/a.c\n"
is 'els --header --blocks=inode,links,octal,blocks,name t/a.c | head -n 1 | tr -s " " | sed "s/^ //"' 0 'inode Links Octal Blocks Name\n'
is 'els --header --blocks=git,name r/top' 0 'Git Name\n--  r/top\n'
is 'els -l --header --time-style=+T --blocks=time.m,time.a,time.c,time.b,name t/a.c | head -n 1 | tr -s " "; for t in atime ctime birth; do els -l --header --time=$t --blocks=date,name t/a.c | head -n 1 | tr -s " "; done' 0 \
  'Date Modified Date Accessed Date Changed Date Created Name\nDate Accessed Name\nDate Changed Name\nDate Created Name\n'
is 'els -l --header --blocks=author,flags,repo,xattr,name t/a.c | head -n 1 | tr -s " "' 0 'Author Flags Repo Attributes Name\n'
row X4
now=$(date +%s)
for pair in '5:now' '-200:3 min ago' '-7300:2 h ago' '-432100:5 days ago' '172900:in 2 days'; do
  touch -d "@$((now + ${pair%%:*}))" e/f
  is 'els --date=relative --blocks=date,name e/f | sed "s/^ *//"' 0 "${pair#*:} e/f\n"
done
rm e/*
row X5
for p in lsd eza; do ln -s "$BUILD/els" "$WORK/ours/$p"; done
if set_attr t/a.c user.x 31; then
  is 'eza -l --no-user --no-time t/a.c; els --blocks=permission,name t/a.c' 0 '.rw-r--r--@ 100 t/a.c\n-rw-r--r-- t/a.c\n'
  is 'els --blocks=xattr,name t/a.c t/b.txt' 0 '1 t/a.c\n- t/b.txt\n'
fi
row X6
is 'els --icons=unicode --hyperlink t/a.c' 0 "📜 \033]8;;file://$(hostname)$(pwd -P)/t/a.c\033\\\\t/a.c\033]8;;\033\\\\\n"
row X7
is 'els --blocks=name t/link; els --blocks=name --colors=arrow==\> --color=always t/link; lsd --blocks name --color never t/link' 0 't/link -> a.c\n\033[0m\033[01;36mt/link\033[0m => a.c\nt/link ⇒ a.c\n'
row X8
is 'els --tree t' 0 't\n├── a.c\n├── b.txt\n├── dir\n│   ├── in\n│   └── sub\n│       └── deep\n├── dlink\n└── link\n'
is 'LC_ALL=C els --tree t/dir' 0 't/dir\n|-- in\n`-- sub\n    `-- deep\n'
is 'els --tree -a t/dir/sub; cd t/dir && els --tree ./' 0 't/dir/sub\n└── deep\n./\n├── in\n└── sub\n    └── deep\n'
is 'els --tree -l --blocks=size,name --total-size t/dir | sed "s/^ *[0-9]* //"' 0 't/dir\n├── in\n└── sub\n    └── deep\n'
is 'els --tree --git r' 0 '-M r\n-M ├── a\n-M │   ├── b\n-M │   │   └── f\n-M │   └── g\n-- └── top\n'
is 'els --tree --icons=unicode t/dir | head -n 2' 0 '📁 t/dir\n├── 📄 in\n'
row X9
if [ -z "${SANITIZE:-}" ]; then
  # 60,000 names of 105 bytes; one folder after the other takes what two folders take
  perl -e 'mkdir "wide"; for my $d (1 .. 300) { mkdir "wide/$d"; for (1 .. 200) { open my $f, ">", sprintf("wide/$d/%s%05d", "n" x 100, $_) } }'
  yes_ 'a tree in little memory' test "$(bash -c 'ulimit -v 11000; els --tree wide | wc -l')" = 60301
  yes_ 'a long one, too' test "$(bash -c 'ulimit -v 11000; els --tree -l wide | wc -l')" = 60301
  rm -r wide
fi
row X10 # unreadable folders: suite own, with a user without rights
is 'els --tree -S t/dir; els --tree --follow-symlinks --depth=2 t | tail -n 4' 0 't/dir\n├── sub\n│   └── deep\n└── in\n├── dlink\n│   ├── in\n│   └── sub\n└── link\n'
is 'els --tree -lF --blocks=name --depth=2 t | tail -n 3' 0 '│   └── sub/\n├── dlink -> dir/\n└── link -> a.c\n' # known to lead to a folder, and yet not entered
row X11
(mkdir loop && cd loop && ln -s . self)
is 'els --tree --follow-symlinks loop' 2 'loop\n└── self [recursive, not followed]\n'
row X12
(mkdir hard && cd hard && printf '%100000s' '' >one && ln one two && truncate -s 5M sparse)
is 'els -d --total-size --blocks=size,name hard' 0 "$(du -sb hard | cut -f1) hard\n"
if unshare -m true 2>/dev/null; then # a number is a file's own on its file system only
  mkdir -p two/{a,b}
  is "unshare -m sh -c 'for m in a b; do mount -t tmpfs none two/\$m && printf %5000s x >two/\$m/one && ln two/\$m/one two/\$m/two; done
    [ \$(els -d --total-size --blocks=size two) = \$(du -sb two | cut -f 1) ] && stat -c %i two/?/one | uniq | wc -l'" 0 '1\n'
fi
row X13
# By what lies below, not by the size of the folder itself, which differs from file system to file system.
mkdir -p sums/dir/sub && printf '%20000s' '' >sums/file && printf '%40000s' '' >sums/dir/in && printf '%50000s' '' >sums/dir/sub/deep
is 'els -S --total-size sums | head -n 1; els -1S sums/dir --total-size; els -1S sums' 0 'dir\nsub\nin\nfile\ndir\n'
if [ -z "${SANITIZE:-}" ] && command -v strace >/dev/null && [ "$(nproc)" -gt 1 ]; then
  perl -e 'mkdir "heap"; for my $d (1 .. 60) { mkdir "heap/$d"; for (1 .. 100) { open my $f, ">", "heap/$d/$_" } }'
  mkdir small && cp -r heap/{1,2,3,4,5} small
  threads() { traced clone,clone3 els -d --total-size --blocks=size "$1" | grep -c 'clone.*) = [0-9]'; }
  yes_ 'one thread for few entries' test "$(threads small)" = 0
  yes_ 'more for many' test "$(threads heap)" -ge 1
  is 'els -d --total-size --blocks=size,name heap' 0 "$(du -sb heap | cut -f1) heap\n"
  rm -r heap small
fi
row X14
endless=() # without an end, and not entered; a bare box may lack one of them
for mount in /proc=proc /sys=sysfs; do
  [ "$(stat -f -c %T "${mount%=*}" 2>/dev/null)" = "${mount#*=}" ] && endless+=("${mount%=*}")
done
for folder in "${endless[@]}"; do is "els -d --total-size --blocks=size,name $folder" 0 "0 $folder\n"; done
is 'els -d --total-size --total-blocks --blocks=size,name hard | cut -d " " -f 2; [ "$(els -d --total-size --total-blocks --blocks=size hard)" = $(($(du -s --block-size=512 hard | cut -f 1) * 512)) ]' 0 'hard\n'
nobody='setpriv --reuid=65534 --regid=65534 --clear-groups'
if $nobody true 2>/dev/null && chmod 755 "$WORK" "$WORK/tree" && $nobody "$BUILD/els" t >/dev/null 2>&1; then
  mkdir -p shut/in && printf '%10s' '' >shut/f && chmod 700 shut/in
  holds "$nobody env PATH=\$PATH els -d --total-size --blocks=size,name shut" 1 '^[0-9]+\? shut$'
  says "$nobody env PATH=\$PATH els -d --total-size --blocks=size,name shut >/dev/null" 1 "shut/in"
fi
row X15
sizes() { els -l --color=always --meta-color=always --color-scale=size --blocks=size,name t/a.c t/b.txt t/dir/in | grep -oE "$1[0-9;]*" | sort -u | wc -l; }
yes_ 'three shades of 24 bits' test "$(COLORTERM=24bit sizes '38;2;')" = 3
yes_ 'steps of 256 colours otherwise' test "$(COLORTERM= TERM=xterm-256color sizes '38;5;')" -ge 2
yes_ 'least luminance' test "$(EZA_MIN_LUMINANCE=100 COLORTERM=truecolor sizes '38;2;')" -le 2

row I1 # unit test icon_code_points: code points within the ranges of version 3
yes_ 'every code point of the two private ranges, none of those that version 3 dropped' perl -ne '
  next if !/^glyph\t\S+\t([0-9A-F]+)$/; my $c = hex $1;
  die "$_\n" if !($c >= 0xE000 && $c <= 0xF8FF || $c >= 0xF0001 && $c <= 0xF1AF0) || $c >= 0xF500 && $c <= 0xFD46' "$HERE/../../../themes/icons.tsv"
row I2
yes_ 'own table: every glyph it names is in its list' test -z "$(awk -F'\t' '$1 == "glyph" { g[$2] = 1 } $1 ~ /^(type|dir|name|ext)$/ && !($2 in g) { print $2 }' "$HERE/../../../themes/icons.tsv")"
row I3
keys() { awk -F'\t' -v k="$1" '$1 == k { n += split($4, a, " ") } END { print n }' "$HERE/../../../themes/icons.tsv"; }
yes_ '650 extensions' test "$(keys ext)" -ge 650
yes_ '350 names' test "$(keys name)" -ge 350
yes_ '40 names of directories' test "$(keys dir)" -ge 40
yes_ '10 types' test "$(keys type)" -ge 10
row I4
mkdir p && (cd p && touch x.tar.gz x.gz Makefile MAKEFILE run plain.c .c && chmod 755 run plain.c && mkdir .git full && ln -s full dl && mkfifo q)
# the type, the name in any case, the longest ending, the bit for execution, and at last the type again
is 'els -A --icons=unicode p' 0 '📄 .c\n🔀 .git\n🔧 MAKEFILE\n🔧 Makefile\n🔗 dl\n📁 full\n📜 plain.c\n🔌 q\n🚀 run\n📦 x.gz\n📦 x.tar.gz\n'
row I5
is 'els --icons=unicode p/x.tar.gz p/Makefile p/q; els -d --icons=unicode p/full p/dl' 0 '🔧 p/Makefile\n🔌 p/q\n📦 p/x.tar.gz\n🔗 p/dl\n📁 p/full\n'
row I6
printf 'name Makefile M # mine\next gz U+2605\ntype fifo dev-clojure\n\n#\nbogus a b\nname x\n' >icons
is 'els --icons=unicode --icon-map=icons p/x.tar.gz p/x.gz p/Makefile p/q 2>/dev/null' 0 'M p/Makefile\n\uE768 p/q\n★ p/x.gz\n★ p/x.tar.gz\n'
yes_ 'bad lines are told with file and line' test "$(els --icons=unicode --icon-map=icons p 2>&1 >/dev/null | grep -cE 'icons:[67]: ')" = 2
mkdir -p "$HOME/.config/ember" && printf 'name run R\n' >"$HOME/.config/ember/els.icons"
is "tty80 'els --color=never --icons=unicode p/run'; els --icons=unicode p/run" 0 'R p/run\n🚀 p/run\n'
rm "$HOME/.config/ember/els.icons"
row I7
is 'EZA_ICON_SPACING=2 els --icons=unicode p/q; EZA_ICON_SPACING=0 els --icons=unicode p/q' 0 '🔌  p/q\n🔌p/q\n'
yes_ 'a nerd glyph is one cell' test "$(els -C -w12 --icons=nerd t/dir | wc -l) $(els -C -w11 --icons=nerd t/dir | wc -l)" = '1 2'
yes_ 'or two, where the font has it so' test "$(els -C -w14 --icons=nerd --colors=icon-width=2 t/dir | wc -l) $(els -C -w13 --icons=nerd --colors=icon-width=2 t/dir | wc -l)" = '1 2'
yes_ 'a glyph of the unicode set is two cells' test "$(els -C -w14 --icons=unicode t/dir | wc -l) $(els -C -w13 --icons=unicode t/dir | wc -l)" = '1 2'
is 'LS_COLORS="di=01;04;34" els -d --icons=unicode --color=always p/full' 0 '\033[0m\033[34m📁\033[0m \033[01;04;34mp/full\033[0m\n'
row I8
for s in TERM=dumb TERM=linux TERM=vt100 LC_ALL=C TERM=xterm-kitty TERM=xterm; do is "tty80 'export $s; els --color=never --icons=auto p/run'" 0 'p/run\n'; done
is "tty80 'EMBER_ICONS=unicode els --color=never --icons=auto p/run; TERM_PROGRAM=ghostty els --color=never p/run; TERM_PROGRAM=WezTerm els --gnu p/run'; els --icons=nerd p/run" 0 '🚀 p/run\n\uE795 p/run\np/run\n\uE795 p/run\n'
row I9
yes_ 'a line for els.conf under the samples' test "$(els --icons=test | grep -c 'els.conf: --icons=')" = 2
row I10
is "TERM=dumb els --icons=always p/q; TERM=dumb els --icons=unicode p/q" 0 '\uF0EC p/q\n🔌 p/q\n'

row K1
mkdir -p c1 c2/ember && echo --classify >c1/els.conf && echo -p >c2/ember/els.conf && printf '%s\n' '# comment' '' "--ignore-glob='b*'" '--time-style "+%Y"' -1 >conf
is "tty80 'EMBER_CONFIG_DIR=c1 els --color=never t/dir; XDG_CONFIG_HOME=$PWD/c2 els --color=never t/dir; EMBER_CONFIG=conf els --color=never t'" 0 'in  sub/\nin  sub/\na.c\ndir\ndlink\nlink\n'
is 'els --config=conf -r t; els --config=conf -l --blocks=date,name t/a.c' 0 'link\ndlink\ndir\na.c\n2020 t/a.c\n'
echo '-I $HOME' >conf && touch e/'$HOME' && is 'els --config=conf e' 0 ''
row K2
printf '%s\n' --nonsense --reverse >conf
is 'els --config=conf t/dir' 0 'sub\nin\n'
says 'els --config=conf t/dir >/dev/null' 0 '^els: warning: conf:1: '
head -c 70000 /dev/zero | tr '\0' '#' >big && says 'els --config=big t/dir >/dev/null' 0 'warning: big: '
says 'els --config=e t/dir >/dev/null' 0 'warning: e: '
rm -f e/*
row K3
if [ -z "${SANITIZE:-}" ] && command -v strace >/dev/null; then
  yes_ 'one open for the file' test "$(traced open,openat els --config=conf t | grep -c '"conf"')" = 1
  yes_ 'none in a pipe' test "$(traced open,openat els t | grep -c 'els.conf')" = 0
fi
row K4 # what stands for each key of lsd's configuration
printf '%s\n' --classic --blocks=permission,name --color=never --colors=user=1 --date=+%Y -L -A --icons=never --icon-theme=fancy \
  "--ignore-glob=*.zz" -F --oneline --depth=3 --size=short --permission=rwx --sort=name --reverse --group-dirs=first --no-symlink \
  --total-size --hyperlink=never --colors=arrow=x --header -N --truncate-owner-after=3 --truncate-owner-marker=. >conf
is 'els --config=conf t/a.c' 0 'Permissions Name\n-rw-r--r--  t/a.c\n'
row K5
for k in user group permission.read permission.write permission.exec permission.exec-sticky permission.no-access permission.octal permission.acl \
  permission.context date.hour-old date.day-old date.older size.small size.medium size.large inode links tree-edge git-status.default git-status.unmodified \
  git-status.new-in-index git-status.new-in-workdir git-status.typechange git-status.deleted git-status.renamed git-status.modified \
  git-status.conflicted git-status.ignored; do
  is "els --color=always --colors=$k=1 t/b.txt 2>&1" 0 't/b.txt\n'
done

row V8
for k in oc ur uw ux ue gr gw gx tr tw tx su sf xa sn nb nk nm ng nt sb ub uk um ug ut df ds uu uR un gu gR gn lc lm ga gm gd gv gt gi gc Gm Go Gc Gd \
  xx da in bl hd lp cc bO sp mp im vi mu lo cr do co tm cm bu sc ic Sn Su Sr St Sl ff; do
  is "els --color=always --colors=$k=1 t/b.txt 2>&1" 0 't/b.txt\n'
done
is "EZA_COLORS='uu=1:bad:nb=31:x' els --color=always --meta-color=always --blocks=size,name t/a.c 2>&1" 0 '\033[31m100\033[0m t/a.c\n'
is "EXA_COLORS=nb=35 els --color=always --meta-color=always --blocks=size,name t/a.c; EZA_COLORS=reset els --color=always --meta-color=always --blocks=size,name t/a.c" 0 '\033[35m100\033[0m t/a.c\n100 t/a.c\n'
is "LS_COLORS=nb=1 els --color=always t/b.txt 2>/dev/null" 0 't/b.txt\n'
row V10
is "tty80 'EZA_ICONS_AUTO=1 els --color=never p/q'; EZA_ICONS_AUTO=1 els p/q" 0 '\uF0EC p/q\np/q\n'
is "EZA_OVERRIDE_GIT=1 eza -1 --git r/top; EXA_GRID_ROWS=3 els -l --grid --blocks=size,name -w60 t/a.c t/b.txt" 0 'r/top\n 100 t/a.c\n3000 t/b.txt\n'
is "EZA_STRICT=1 EZA_DEBUG=1 EZA_WINDOWS_ATTRIBUTES=short eza -1 t/dir" 0 'in\nsub\n'
row V11
is "tty80 'EMBER_ICONS=never TERM_PROGRAM=WezTerm els --color=never p/q; EMBER_ICONS=nerd els --color=never p/q; EMBER_CONFIG=nowhere els --color=never p/q'" 0 'p/q\n\uF0EC p/q\np/q\n'

# A light terminal: as EMBER_THEME or COLORFGBG tell, and only for names that LS_COLORS does not colour.
light='\033[0m\033[01;38;5;26mt/dir\033[0m\n' dark='\033[0m\033[01;34mt/dir\033[0m\n'
is "tty80 'export TERM=xterm-256color; EMBER_THEME=ember-light els -d t/dir; EMBER_THEME=GitHub-Light COLORFGBG=\"15;0\" els -d t/dir; COLORFGBG=\"0;default;15\" els -d t/dir'" 0 "$light$light$light"
is "tty80 'export TERM=xterm-256color; EMBER_THEME=ember-dark COLORFGBG=\"0;15\" els -d t/dir; COLORFGBG=\"15;0\" els -d t/dir; els -d t/dir'" 0 "$dark$dark$dark"
is "tty80 'export COLORFGBG=\"0;15\"; els -d t/dir; export TERM=xterm-256color; LS_COLORS=di=1 els -d t/dir; els --gnu --color -d t/dir; els --color=always -d t/dir >f'; cat f" 0 "$dark\033[0m\033[1mt/dir\033[0m\n$dark$dark"

# Few colours: nothing of ours asks a terminal for more than it has, and 24 bits only where COLORTERM tells of them.
few() { # TERM OPTIONS: the kinds of colours that els writes to such a terminal
  COLORTERM=${3:-} TERM=$1 script -qec "stty cols 80 rows 24 -opost; els --icons=nerd $2 t" /dev/null </dev/null |
    grep -oE $'\033\\[[0-9;]*m' | grep -oE '38;[25]|48;[25]|\[(0?1;)?3[1-7]m' | sed 's/^\[.*/16/' | sort -u | paste -sd ' '
}
for term in xterm linux screen; do
  for options in -1 -l '-l --header --inode --links --total-size' '-l --color-scale' '-l --color-scale --color-scale-mode=fixed' \
    '--tree -l --color-scale=age'; do
    yes_ "16 colours: $term $options" test "$(few $term "$options")" = 16
  done
  yes_ "16 colours: $term, a light ground" test "$(COLORFGBG='0;15' few $term '-l --color-scale')" = 16
done
yes_ '256 colours: the columns' test "$(few xterm-256color '-l --blocks=size,date')" = '38;5'
yes_ '256 colours: the scale' test "$(few xterm-256color '-l --blocks=size,date --color-scale')" = '38;5'
yes_ '24 bits: the scale' test "$(few xterm '-l --blocks=size,date --color-scale' truecolor)" = '38;2'
# and terminfo is read once for all of it
yes_ 'terminfo is read once' test "$(TERM=xterm script -qec "strace -f -e trace=openat,open -o $WORK/opened els -l --color-scale t" /dev/null </dev/null >/dev/null; grep -c '/x/xterm"' "$WORK/opened")" -le 1
# files of one time are all the newest
touch -d 2020-01-01 t/a.c t/b.txt
yes_ 'one age is the newest' test "$(COLORTERM=truecolor TZ=UTC0 els -l --color=always --meta-color=always --color-scale=age --blocks=date,name t/a.c t/b.txt | grep -oE '38;2;[0-9;]*' | sort -u)" = \
  "$(COLORTERM=truecolor EZA_MIN_LUMINANCE=100 els -l --color=always --meta-color=always --color-scale=age --blocks=date,name t/a.c | grep -oE '38;2;[0-9;]*')"
# the scale on a light ground: more is darker; on a dark one brighter
sums() { COLORTERM=truecolor els -l --color=always --meta-color=always --color-scale=size --blocks=size,name t/a.c t/b.txt t/dir/in |
  sed -nE $'s/.*38;2;([0-9]*);([0-9]*);([0-9]*)m *([0-9]+)\033.*/\\4 \\1 \\2 \\3/p' | sort -n | awk '{ printf "%s%d", n++ ? " " : "", $2 + $3 + $4 }'; }
yes_ 'darker on a light ground' awk -v s="$(COLORFGBG='0;15' sums)" 'BEGIN { n = split(s, v, " "); exit !(n == 3 && v[1] > v[2] && v[2] > v[3]) }'
yes_ 'brighter on a dark one' awk -v s="$(COLORFGBG='15;0' sums)" 'BEGIN { n = split(s, v, " "); exit !(n == 3 && v[1] < v[2] && v[2] < v[3]) }'

# What users of lsd and eza asked those programs for (spec els 13)
row U3
same 'ls -ltr --time-style=+ t'
row U4
is 'els t/dir </dev/null; els t/dir <&-; echo t/a.c | els t/dir' 0 'in\nsub\nin\nsub\nin\nsub\n'
row U5
for o in -f -h -G; do is "els $o t >/dev/null" 0 ''; done
row U6
echo --oneline >conf && is 'els --config=conf -C t/dir; els -C --config=conf --blocks=name t/dir' 0 'in  sub\nin\nsub\n'
row U7
is 'els --blocks=name,octal,links t/a.c' 0 't/a.c 0644 1\n'
row U8
holds 'els --json t' 0 '^\{"name":"link","directory":"t","type":"link",.*"target":"a.c",'
row U9
(cd r && echo '*.o' >.gitignore && touch a/x.o) && is 'els --tree --git-ignore r/a' 0 'r/a\n├── b\n│   └── f\n└── g\n'
row U10
is 'els --tree --limit=2 t' 0 't\n├── a.c\n└── b.txt\n'
row U12
is "els -d --total-size --blocks=size,name hard" 0 "$(du -sb hard | cut -f1) hard\n"
row U13
mkdir cells && touch cells/{a,ä,日本,$'e\u0301'}
is 'els -C -T0 -w80 --icons=unicode -F cells' 0 "📄 a  📄 e\u0301  📄 ä  📄 日本\n"
is 'els -x -T0 -w10 cells' 0 "a  e\u0301\nä  日本\n"
row U14
is 'els --icons=auto t/a.c; LC_ALL=C els --icons=auto t/a.c' 0 't/a.c\nt/a.c\n'
row U15
is 'EZA_ICON_SPACING=2 els --icons=unicode t/a.c' 0 '📜  t/a.c\n'
row U16
same 'ls -A n'
is 'els -A --natural n' 0 '.d\na\nB\nC9\nc10\n'
row U17
mkdir bits && (cd bits && touch su sg && chmod 4755 su && chmod 2755 sg && mkdir st ow tw && chmod 1755 st && chmod 777 ow && chmod 1777 tw)
for k in sg st su tw ow; do is "LS_COLORS=$k=7 els -d --color=always bits/$k" 0 "\033[0m\033[7mbits/$k\033[0m\n"; done
row U18
touch e/$'c\rr' e/$'b\xff' && is 'els e | od -An -c | tr -d " \n"' 0 'b377\\nc\\rr\\n' && rm e/*
row U19
is 'els -1 --git --git-timeout=1 t >/dev/null' 0 ''
row U21
is 'els -l --count --blocks=size,name t/dir/sub -d' 0 '1 t/dir/sub\n'
row U22
is 'els --blocks=size,name t/link; els -L --blocks=size,name t/link' 0 '3 t/link -> a.c\n100 t/link\n'
row P3
if [ -z "${SANITIZE:-}" ] && command -v strace >/dev/null; then
  yes_ 'an empty folder takes at most 60 calls' test "$(traced all els e | wc -l)" -le 60
fi
finish
