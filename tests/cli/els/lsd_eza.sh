#!/usr/bin/env bash
# What els has of lsd and of eza, option by option, and where their letters and words meet those of GNU's ls
# (spec els 2.2, 2.3, 3 and 4): the expectations are those of the specification.
# shellcheck source=tests/lib/case.sh disable=SC2016
. "$(dirname "$0")/../../lib/case.sh"
. "$HERE/_fixtures.sh" || exit 1
export TERM=xterm
me=$(id -un) us=$(id -gn)
for p in lsd eza exa; do ln -s "$BUILD/els" "$WORK/ours/$p"; done
mkdir -p t/dir/sub t/Zed
printf '%100s' '' >t/a.c && printf '%3000s' '' >t/b.tar.gz && : >t/.dot && : >t/c10 && : >t/c9 && printf '%40s' '' >t/dir/in && : >t/dir/sub/deep
chmod 755 t/b.tar.gz && ln -s a.c t/link && ln -s dir t/dlink && ln -s nowhere t/broken
i=0
for f in t/dir/in t/dir/sub/deep t/dir/sub t/.dot t/link t/broken t/dlink t/a.c t/b.tar.gz t/c10 t/c9 t/dir t/Zed t; do touch -h -d "2020-02-0$((1 + i / 4)) 12:00:$((10 + ++i))" $f; done
plain='Zed\na.c\nb.tar.gz\nbroken\nc10\nc9\ndir\ndlink\nlink\n'
repo() { git -c init.defaultBranch=main init -q "$1" && (cd "$1" && printf '*.o\n' >.gitignore && echo 1 >one && mkdir sub && echo 2 >sub/two && git add . && git commit -qm 1); }
repo r
(cd r && echo x >>one && echo n >new && git add new && echo u >unknown && echo o >x.o)

row L1
is 'ls -V | head -n 1 | cmp - <(ls --version | head -n 1)' 0 ''
row L2
is 'els --icon=never t/a.c; els --icon=auto t/a.c' 0 't/a.c\nt/a.c\n'
is 'els --icon=always --icon-theme=unicode t/a.c' 0 '📜 t/a.c\n'
row L3
is 'cmp <(els --icons=always --icon-theme=unicode t) <(els --icons=unicode t); cmp <(els --icons=always --icon-theme=fancy t) <(els --icons=nerd t)' 0 ''
row L4
is 'els --tree t/dir' 0 't/dir\n├── in\n└── sub\n    └── deep\n'
is 'els -R --tree t/dir; els --tree -R t/dir/sub' 0 't/dir\n├── in\n└── sub\n    └── deep\nt/dir/sub\n└── deep\n'
row L5
is 'els --tree --depth=1 t/dir; els --tree --level 0 t/dir' 0 't/dir\n├── in\n└── sub\nt/dir\n'
is 'els -R --depth=1 t/dir; els -R --depth 0 t/dir' 0 't/dir:\nin\nsub\nt/dir\n'
row L6
is 'els --directory-only t' 0 't\n'
is 'els --directory-only --tree t' 0 't\n├── Zed\n└── dir\n    └── sub\n'
row L7
is 'els -l --permission=rwx --blocks=permission,name t/b.tar.gz' 0 '-rwxr-xr-x t/b.tar.gz\n'
is 'els -l --permission octal --blocks=permission,name t/b.tar.gz' 0 '0755 t/b.tar.gz\n'
is 'els -l --permission disable --time-style=+T t/b.tar.gz' 0 "1 $me $us 3000 T t/b.tar.gz\n"
holds 'els -l --permission=attributes --blocks=permission,name t/b.tar.gz' 0 '^[-?a-zA-Z]+ t/b.tar.gz$'
row L8
is "els -l --total-size --blocks=size,name -d t/dir" 0 "$(du -sb t/dir | cut -f1) t/dir\n"
row L9
is 'els -l --date=date --blocks=date,name t/a.c' 0 'Sun Feb  2 12:00:18 2020 t/a.c\n'
is 'els -l --date=locale --blocks=date,name t/a.c' 0 'Feb  2  2020 t/a.c\n'
is 'els -l --date=+%Y --blocks=date,name t/a.c' 0 '2020 t/a.c\n'
holds 'els -l --date relative --blocks=date,name t/a.c' 0 '^ *[0-9]+ years ago t/a.c$'
is 'els --date=bad t' 2 ''
row L10
for o in timesort:t sizesort:S extensionsort:X versionsort:v; do is "cmp <(els -A --${o%:*} t) <(els -A -${o#*:} t)" 0 ''; done
row L11
is 'els --gitsort -A r' 0 'one\nnew\nunknown\n.git\nx.o\n.gitignore\nsub\n'
is 'cmp <(els --gitsort -A r) <(els --sort=git -A r)' 0 ''
row L12
is 'cmp <(els --no-sort t) <(els -U t)' 0 ''
row L13
is 'els -l --size=default --blocks=size,name t/b.tar.gz t/a.c' 0 ' 100 B t/a.c\n2.9 KB t/b.tar.gz\n'
is 'els -l --size=short --blocks=size,name t/b.tar.gz t/a.c' 0 '100B t/a.c\n2.9K t/b.tar.gz\n'
is 'els -l --size=bytes --blocks=size,name t/b.tar.gz t/a.c' 0 ' 100 t/a.c\n3000 t/b.tar.gz\n'
is 'els --size t/a.c' 0 "$(($(stat -c %b t/a.c) / 2)) t/a.c\n"
row L14
is 'els --group-dirs=first t' 0 'Zed\ndir\ndlink\na.c\nb.tar.gz\nbroken\nc10\nc9\nlink\n'
is 'els --group-dirs=last t' 0 'a.c\nb.tar.gz\nbroken\nc10\nc9\nlink\nZed\ndir\ndlink\n'
is 'els --group-dirs=first --group-dirs none t' 0 "$plain"
row L15
is 'els --blocks=size,name,permission t/a.c' 0 '100 t/a.c -rw-r--r--\n'
is 'els --blocks name --blocks links t/a.c' 0 't/a.c 1\n'
is 'els --blocks=user,group,name t/a.c' 0 "$me $us t/a.c\n"
is 'els --blocks=bad t' 2 ''
row L16
is 'els --classic -l --time-style=+T t/a.c; els --icons=always --color=always --classic -l t/a.c' 0 "-rw-r--r-- 1 $me $us 100 T t/a.c\n-rw-r--r-- 1 $me $us 100 Feb  2  2020 t/a.c\n"
row L17
is 'els -l --no-symlink --time-style=+T t/link' 0 "lrwxrwxrwx 1 $me $us 3 T t/link\n"
row L18
is "els -A --ignore-glob='*.c|c*' t" 0 '.dot\nZed\nb.tar.gz\nbroken\ndir\ndlink\nlink\n'
is "els -A --ignore-glob='*' t" 0 ''
is "els -A --ignore-glob='*.c' --ignore-glob='*d*' t" 0 'b.tar.gz\nbroken\nc10\nc9\nlink\n'
mkdir bar && touch 'bar/a|b' bar/a bar/b && is "els --ignore-glob='a\\|b' bar" 0 'a\nb\n'
row L19
is 'els -1A --git r' 0 '-I .git\n-- .gitignore\nN- new\n-M one\n-- sub\n-? unknown\n-I x.o\n'
row L20
is 'els -l --header --blocks=permission,size,name t/a.c' 0 'Permissions Size Name\n-rw-r--r--   100 t/a.c\n'
holds 'els -l --header --color=always --meta-color=always --blocks=size,name t/a.c' 0 $'\033\\[4mSize'
row L21
is "els -l --truncate-owner-after 2 --blocks=user,name t/a.c" 0 "${me:0:2} t/a.c\n"
is "els -l --truncate-owner-after=2 --truncate-owner-marker \~ --blocks=group,name t/a.c" 0 "${us:0:2}~ t/a.c\n"
row L22
echo --reverse >conf
is 'els --config-file conf t/dir; els --config-file=conf --ignore-config t/dir' 0 'sub\nin\nin\nsub\n'
row L23
is 'els --directory t; els --almost-all -F t/dir; els --all t/dir/sub' 0 't\nin\nsub/\n.\n..\ndeep\n'
is 'els --recursive --reverse t/dir' 0 't/dir:\nsub\nin\n\nt/dir/sub:\ndeep\n'
row L24
is 'els --system-protected t/dir; cmp <(els --system-protected t) <(els -A t)' 0 'in\nsub\n'
holds 'els --generate-config' 0 '^#--icons=auto  # '
is 'els --generate-config >conf && els --config conf t' 0 "$plain"

row E1
is 'cmp <(els "-?") <(els --help)' 0 ''
row E2
is "printf '%s\n' t/a.c t/dir | els --stdin" 0 't/a.c\n\nt/dir:\nin\nsub\n'
is "printf 't/a.c\0t/c9\0' | els --stdin0" 0 't/a.c\nt/c9\n'
is 'echo t/a.c | els t/dir' 0 'in\nsub\n'
is "printf 't/a.c:t/c9' | EZA_STDIN_SEPARATOR=: els --stdin" 0 't/a.c\nt/c9\n'
is "printf 't/a.c\n' | eza --stdin" 0 't/a.c\n'
row E3
is 'els --grid -w9 t/dir' 0 'in  sub\n'
is 'els -l --grid --blocks=size,name -w40 t/a.c t/b.tar.gz' 0 ' 100 t/a.c  3000 t/b.tar.gz\n'
is 'EZA_GRID_ROWS=3 els -l --grid --blocks=size,name -w40 t/a.c t/b.tar.gz' 0 ' 100 t/a.c\n3000 t/b.tar.gz\n'
row E4
is 'els --tree --level=1 t/dir' 0 't/dir\n├── in\n└── sub\n'
row E5
(mkdir up && cd up && ln -s .. up && mkdir x && ln -s ../x x/again && : >x/f)
is 'els --tree --follow-symlinks up/x' 2 'up/x\n├── again [recursive, not followed]\n└── f\n'
row E6
here=$(pwd -P)
is 'cd t && els --absolute link dir' 0 "$here/t/link\n\n$here/t/dir:\n$here/t/dir/in\n$here/t/dir/sub\n"
is 'cd t && els --absolute=follow -d link' 0 "$here/t/a.c\n"
is 'cd t && els --absolute=off -d link' 0 'link\n'
row E7
export COLORTERM=truecolor
for f in '' =all =size =age =size,age; do
  holds "els -l --color=always --meta-color=always --color-scale$f t" 0 $'\033\\[[0-9;]*38;2;'
done
is 'cmp <(els -l --color=always --meta-color=always --color-scale t) <(els -l --color=always --meta-color=always --colour-scale=all t)' 0 ''
is 'els --color-scale=bad t' 2 ''
row E8
shades() { els -l --color=always --meta-color=always --blocks=size,name "$@" t/a.c t/b.tar.gz t/dir/in | grep -o '38;2;[0-9;]*' | sort -u | wc -l; }
yes_ 'a shade for each size' test "$(shades --color-scale=size)" = 3
yes_ 'a shade for each class: bytes, K' test "$(shades --color-scale=size --color-scale-mode=fixed)" = 2
yes_ 'gradient is the default' test "$(shades --color-scale=size --color-scale-mode=fixed --colour-scale-mode=gradient)" = 3
unset COLORTERM
row E9
is 'els --icons t/a.c; els --icons=never t/a.c; els --icons=unicode t/a.c; els --icons=always t/a.c' 0 't/a.c\nt/a.c\n📜 t/a.c\n\uE649 t/a.c\n'
holds 'els --icons=test' 0 '^nerd: '
row E10
touch 't/sp ace'
is 'els --quoting-style=shell --no-quotes t | tail -n 1' 0 'sp ace\n'
holds "script -qec 'els --no-quotes --color=never t' /dev/null" 0 '(^| )sp ace'
rm 't/sp ace'
row E13
is 'els --treat-dirs-as-files t; els --list-dirs t/dir' 0 't\nt/dir\n'
row E14
is 'els --only-dirs t; els --only-files t' 0 'Zed\ndir\na.c\nb.tar.gz\nc10\nc9\n'
is 'els --tree --only-files t/dir' 0 't/dir\n├── in\n└── sub\n    └── deep\n'
is 'els --tree --only-dirs t' 0 't\n├── Zed\n└── dir\n    └── sub\n'
row E15
is 'els --no-symlinks t; els --no-symlinks --show-symlinks t' 0 "Zed\na.c\nb.tar.gz\nc10\nc9\ndir\n$plain"
row E16
(cd r && mkdir build && touch build/f build/keep.o sub/y.o && echo /build >>.git/info/exclude && git config core.excludesFile "$WORK/exclude" && echo unk\* >"$WORK/exclude" && echo z >k.o && git add -f k.o)
is 'els --git-ignore r' 0 'k.o\nnew\none\nsub\n'
is 'els --tree --git-ignore r' 0 'r\n├── k.o\n├── new\n├── one\n└── sub\n    └── two\n'
is 'els -R --git-ignore r' 0 'r:\nk.o\nnew\none\nsub\n\nr/sub:\ntwo\n'
row E17
is 'cmp <(els --group-directories-last t) <(els --group-dirs=last t)' 0 ''
row E18
is "els -l --octal-permissions --time-style=+T t/a.c" 0 "0644 -rw-r--r-- 1 $me $us 100 T t/a.c\n"
is "els -l --blocksize --time-style=+T t/b.tar.gz" 0 "-rwxr-xr-x 1 $me $us 3000 $(stat -c %b t/b.tar.gz | awk '{ print $1 / 2 }') T t/b.tar.gz\n"
is "els -l --links --time-style=+T t/a.c; els -l --inode --context --time-style=+T t/a.c" 0 "-rw-r--r-- 1 $me $us 100 T t/a.c\n$(stat -c %i t/a.c) -rw-r--r-- 1 $me $us ? 100 T t/a.c\n"
row E19
is 'els -l --binary --blocks=size,name t/b.tar.gz' 0 '2.9Ki t/b.tar.gz\n'
is 'els -l --bytes --blocks=size,name t/b.tar.gz' 0 '3000 t/b.tar.gz\n'
row E20
is "els -l --no-group --show-group --time-style=+T t/a.c; eza -l --group --no-time --no-permissions t/a.c" 0 "-rw-r--r-- 1 $me $us 100 T t/a.c\n100 $me $us t/a.c\n"
row E21
same_names=$us
[ "$me" = "$us" ] && same_names=
is "els -l --smart-group --blocks=size,name t/a.c" 0 '100 t/a.c\n'
is "els -l --smart-group --time-style=+T t/a.c | tr -s ' '" 0 "-rw-r--r-- 1 $me ${same_names:+$same_names }100 T t/a.c\n"
row E22
is "cmp <(els --numeric t/a.c) <(els -n t/a.c)" 0 ''
row E23
touch -a -d 2019-01-01 t/a.c
is "els -l --accessed --modified --time-style=+%F t/a.c" 0 "-rw-r--r-- 1 $me $us 100 2020-02-02 2019-01-01 t/a.c\n"
is "els -l --changed --time-style=+%s t/a.c" 0 "-rw-r--r-- 1 $me $us 100 $(stat -c %Z t/a.c) t/a.c\n"
is "els -l --created --time-style=+%s t/a.c | sed 's/ - / 0 /'" 0 "-rw-r--r-- 1 $me $us 100 $(stat -c %W t/a.c) t/a.c\n"
row E24
holds 'els -l -O t/a.c' 0 " 100 [-?a-zA-Z]+ Feb  2  2020 t/a.c$"
is 'cmp <(els -l -O t) <(els -l --flags t)' 0 ''
row E25
repo clean && git -C clean checkout -qb side
mkdir repos && mv clean repos && cp -r r repos/dirty && mkdir repos/none
is 'els -l --git-repos --blocks=name,repo repos' 0 'clean | side\ndirty + main\nnone  -\n'
is 'els -l --git-repos-no-status --blocks=name,repo repos' 0 'clean side\ndirty main\nnone  -\n'
row E26
holds 'els -ld --mounts /proc' 0 ' /proc \[proc \(proc\)\]$'
is 'els -dM --blocks=name t' 0 't\n'
row E27
printf '%100s' '' >noted
if set_attr noted user.note 7661 && set_attr noted user.x 1b5b31; then
  # In the file system's order, which is none.
  is 'els -l -@ --blocks=size,name noted | sed 1q; els -l -@ --blocks=size,name noted | sed 1d | sort' 0 \
    '100 noted\n    user.note (2) "va"\n    user.x (3) "\\x1B[1"\n'
fi
is 'els -l -@ --blocks=size,name t/c9; els -l --extended --blocks=size,name t/c9' 0 '0 t/c9\n0 t/c9\n'
row E28
is "els -l --no-permissions --no-user --time-style=+T t/a.c" 0 "1 $us 100 T t/a.c\n"
is "els -l --no-filesize --no-time t/a.c" 0 "-rw-r--r-- 1 $me $us t/a.c\n"
is 'els -1 --git --no-git r/one' 0 'r/one\n'
row E29
is 'els --sort=size --reverse --classify --width=40 --header t/a.c t/b.tar.gz' 0 't/a.c\nt/b.tar.gz*\n'

row C1
is "els -g --time-style=+T t/a.c; lsd -1g r/one" 0 "-rw-r--r-- 1 $us 100 T t/a.c\n.M r/one\n"
row C2
is "els -lG --time-style=+T t/a.c; lsd -G r" 0 "-rw-r--r-- 1 $me 100 T t/a.c\none\nk.o\nnew\nbuild\nunknown\nx.o\nsub\n"
row C3
is "els -lh --time-style=+T t/b.tar.gz; lsd -1h t/b.tar.gz" 0 "-rwxr-xr-x 1 $me $us 3.0K T t/b.tar.gz\nt/b.tar.gz\n"
row C4
is "els -A -I '*' t; lsd -A -I '*' t" 0 '.dot\n'
row C5
is "els -d --tree t/dir; lsd -d --tree t/dir" 0 't/dir\nt/dir\n└── sub\n'
row C6
is 'els -a t/dir; eza -a t | head -n 2; eza -aa t | head -n 3' 0 '.\n..\nin\nsub\n.dot\na.c\n.\n..\n.dot\n'
row C7
touch $'bar/\t'
is 'els -b bar | head -n 1' 0 '\\t\n'
is 'eza -lb --no-user --no-time --no-permissions t/b.tar.gz' 0 '2.9Ki t/b.tar.gz\n'
rm $'bar/\t'
row C8
touch bar/x~
is 'els -B bar' 0 'a\na|b\nb\n'
is 'eza -lB --no-user --no-time --no-permissions t/b.tar.gz' 0 '3000 t/b.tar.gz\n'
rm bar/x~
row C9
holds 'els -D t' 0 '^//DIRED'
is 'eza -D t' 0 'dir\nZed\n'
row C10
holds 'els -f t' 0 '^\.\.$'
is 'eza -f t' 0 'a.c\nb.tar.gz\nc9\nc10\n'
row C11
is 'els -F t/dir; eza -F t/dir' 0 'in\nsub/\nin\nsub\n'
row C12
is "els -g --time-style=+T t/a.c; eza -lg --no-time --no-permissions t/a.c" 0 "-rw-r--r-- 1 $us 100 T t/a.c\n100 $me $us t/a.c\n"
row C13
is "els -lG --time-style=+T t/a.c; eza -G -w 20 t/dir" 0 "-rw-r--r-- 1 $me 100 T t/a.c\nin  sub\n"
row C14
is "eza -lh --no-user --no-time t/a.c" 0 'Permissions Size Name\n.rw-r--r--   100 t/a.c\n'
row C15
is 'els -lH --time-style=+T t/link | cut -c1-10; eza -lH --no-time --no-user t/a.c' 0 '-rw-r--r--\n.rw-r--r-- 1 100 t/a.c\n'
row C16
is "els -I '*.c|c*' t; eza -I '*.c|c*' t" 0 "${plain}b.tar.gz\nbroken -> nowhere\ndir\ndlink -> dir\nlink -> a.c\nZed\n"
row C17
is 'els -L -d t/dlink -F; eza -T -L 1 t/dir' 0 't/dlink/\nt/dir\n├── in\n└── sub\n'
row C18
is "els -m t/dir; eza -lm --no-user --time-style=+%F t/a.c" 0 'in, sub\n.rw-r--r-- 100 2020-02-02 t/a.c\n'
row C19
is "eza -n t/a.c; eza -ln --no-time t/a.c" 0 "t/a.c\n.rw-r--r-- 100 $(id -u) t/a.c\n"
row C20
is "eza -lo --no-user --no-time t/a.c" 0 '0644 .rw-r--r-- 100 t/a.c\n'
row C21
is "els -s t/dir/in; eza -s size t/b.tar.gz t/a.c" 0 "$(($(stat -c %b t/dir/in) / 2)) t/dir/in\nt/a.c\nt/b.tar.gz\n"
row C22
is "eza -lS --no-user --no-time t/b.tar.gz" 0 ".rwxr-xr-x 3.0k $(stat -c %b t/b.tar.gz | awk '{ printf "%.1fk", $1 * 512 / 1000 }') t/b.tar.gz\n"
row C23
is "eza -l -t accessed --no-user --time-style=+%F t/a.c" 0 '.rw-r--r-- 100 2019-01-01 t/a.c\n'
row C24
is 'els -C -T 4 t/dir; eza -T t/dir/sub' 0 'in\tsub\nt/dir/sub\n└── deep\n'
row C25
is "eza -lu --no-user --time-style=+%F t/a.c" 0 '.rw-r--r-- 100 2019-01-01 t/a.c\n'
holds "eza -lU --no-user --time-style=+%F t/a.c" 0 '^.rw-r--r-- 100 (-|20..-..-..) t/a.c$'
row C26
is 'els -v t/dir; eza -v | head -n 1 | cut -c1-4' 0 'in\nsub\neza \n'
row C27
is 'els -X t/dir; eza -lX --no-user --no-time t/link' 0 'in\nsub\n.rw-r--r-- 100 t/link\n'
row C28
is 'els --sort=oldest t/dir; els --sort=modified t/dir; els --sort=newest t/dir' 0 'sub\nin\nin\nsub\nin\nsub\n'
for w in modified mod date new newest; do is "els --sort=$w t" 0 'link\nbroken\ndlink\na.c\nb.tar.gz\nc10\nc9\ndir\nZed\n'; done
for w in age old oldest time; do is "els --sort=$w t" 0 'Zed\ndir\nc9\nc10\nb.tar.gz\na.c\ndlink\nbroken\nlink\n'; done
is 'els --sort=inode t | cmp - <(cd t && stat -c "%i %n" * | sort -n | cut -d" " -f2)' 0 ''
is 'els --sort=Name t' 0 'Zed\na.c\nb.tar.gz\nbroken\nc9\nc10\ndir\ndlink\nlink\n'
is 'els -A --sort=.name t' 0 'a.c\nb.tar.gz\nbroken\nc9\nc10\ndir\ndlink\n.dot\nlink\nZed\n'
is 'els -A --sort=.Name t' 0 'Zed\na.c\nb.tar.gz\nbroken\nc9\nc10\ndir\ndlink\n.dot\nlink\n'
is 'els --sort=ext t; eza -s ext --no-symlinks t' 0 'Zed\nbroken\nc10\nc9\ndir\ndlink\nlink\na.c\nb.tar.gz\nc9\nc10\ndir\nZed\na.c\nb.tar.gz\n'
is 'els --sort=Extension t' 0 'Zed\nbroken\nc9\nc10\ndir\ndlink\nlink\na.c\nb.tar.gz\n'
is 'els --sort=type t' 0 'Zed\ndir\na.c\nb.tar.gz\nc10\nc9\nbroken\ndlink\nlink\n'
is 'els --sort=n t; els --sort=no t/a.c' 0 't/a.c\n' # name and none: ambiguous, then not
row C29
is 'els -l --time=acc --blocks=date,name --time-style=+%F t/a.c; els -l --time=a --blocks=date,name --time-style=+%F t/a.c' 0 '2019-01-01 t/a.c\n2019-01-01 t/a.c\n'
row C30
is 'els --color -d t/dir; els --classify -d t/dir; eza --color -d t/dir; eza --classify -d t/dir' 0 '\033[0m\033[01;34mt/dir\033[0m\nt/dir/\nt/dir\nt/dir\n'
row C31
is 'els -l --blocks=date,name --time-style=iso t/a.c' 0 '2020-02-02  t/a.c\n'
row C32
is 'els --all t/dir/sub; lsd --all t/dir/sub' 0 '.\n..\ndeep\n.\n..\ndeep\n'
row C33
holds 'els --sort=bad t 2>&1' 1 "'none'.*'width'.*'modified'"

row N1
says 'ls nothere' 2 '^ls: '
says 'els nothere' 2 '^els: '
row N2 # suite own compares dir and vdir with GNU's
for p in dir vdir; do ln -s "$BUILD/els" "$WORK/ours/$p"; done
is 'dir -w0 t/dir; vdir --time-style=+T t/a.c' 0 "in  sub\n-rw-r--r-- 1 $me $us 100 T t/a.c\n"
row N3
is 'lsd t/dir; lsd --color never --icon never -1 t/dir' 0 'in\nsub\nin\nsub\n'
is "lsd -l t/a.c | tr -s ' '" 0 ".rw-r--r-- $me $us 100 B Sun Feb 2 12:00:18 2020 t/a.c\n"
is 'lsd -1 --git r' 0 '.I build\nN. k.o\nN. new\n.M one\n.. sub\n.I unknown\n.I x.o\n'
row N4
is "eza -l --time-style=+T t/a.c; exa -l --time-style=+T t/a.c" 0 ".rw-r--r-- 100 $me T t/a.c\n.rw-r--r-- 100 $me T t/a.c\n"
is 'eza t; eza --icons never t/a.c; eza --icons t/a.c' 0 'a.c\nb.tar.gz\nbroken -> nowhere\nc9\nc10\ndir\ndlink -> dir\nlink -> a.c\nZed\nt/a.c\nt/a.c\n'
is 'eza -l --no-user --no-time t/dlink; eza -ldS --no-user --no-time t/dlink' 0 '.rw-r--r-- 40 in\ndrwxr-xr-x  - sub\nlrwxrwxrwx - - t/dlink -> dir\n'
is 'eza -ldG -w80 --no-user --no-time --no-permissions t/link t/dlink' 0 '- t/dlink  - t/link\n'
mkdir -p ez.d/Zdir ez.d/dir ez.d/build && touch ez.d/Zdir/z{10,2} ez.d/dir/one ez.d/{a,B,image.PNG,x.c,.h}
touch -d '2024-01-01 12:00' ez.d/{a,B} && touch -a -d '2024-02-02 12:00' ez.d/a && touch -a -d '2024-02-01 12:00' ez.d/B
is 'eza ez.d/Zdir ez.d/dir; eza -r ez.d/Zdir ez.d/dir' 0 \
  'ez.d/Zdir:\nz2\nz10\n\nez.d/dir:\none\nez.d/Zdir:\nz10\nz2\n\nez.d/dir:\none\n' # folders stay in their order
is 'eza -iZS ez.d/a; eza -x ez.d/Zdir; eza -x -w60 ez.d/Zdir; COLUMNS=60 eza ez.d/Zdir' 0 'ez.d/a\nz2\nz10\nz2  z10\nz2  z10\n'
is 'eza -F=always -d ez.d/dir; eza -TL=1 ez.d/dir; eza -s=Name ez.d/Zdir' 0 'ez.d/dir/\nez.d/dir\n└── one\nz2\nz10\n'
is 'eza -s Extension ez.d; eza -s type -D ez.d' 0 'B\nZdir\na\nbuild\ndir\nx.c\nimage.PNG\nZdir\nbuild\ndir\n'
is 'eza -s extension --absolute ez.d/Zdir | sed s,.*/,,' 0 'z2\nz10\n'
is 'eza -ls accessed --time-style=+%m --no-permissions --no-user --no-filesize ez.d/a ez.d/B' 0 '01 ez.d/B\n01 ez.d/a\n'
is 'els --sort=accessed -t ez.d/a ez.d/B; els -t --sort=accessed ez.d/a ez.d/B' 0 'ez.d/B\nez.d/a\nez.d/B\nez.d/a\n'
row N5
is 'eza --bad t' 3 ''
is 'lsd --bad t' 2 ''
is 'lsd nothere' 2 ''
is 'eza nothere' 2 ''
row N6
is "EZA_COLORS='sb=7:nb=7' els -l --color=always --meta-color=always --blocks=size,name t/dir/in" 0 '\033[7m40\033[0m t/dir/in\n'
is "EZA_COLORS='*.c=31' els --color=always t/a.c; EZA_COLORS='*.c=31' eza --color=always t/a.c" 0 't/a.c\n\033[0m\033[31mt/a.c\033[0m\n'
finish
