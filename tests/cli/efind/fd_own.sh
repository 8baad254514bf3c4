#!/usr/bin/env bash
# Options of fd's language that fd itself has not (spec efind 7, origin own), and --gen-completions.
. "$(dirname "$0")/../../lib/case.sh"
. "$HERE/_patient.sh"

mkdir -p a/b/c d10 d9/e ünï
touch a/x.c a/b/y.c a/b/c/z.h d10/two d9/e/one foobar barfoo foofoo abab ünï/é
printf 'four' >a/x.c
printf 'ten bytes!' >a/b/y.c
printf '1' >d9/e/one
touch -d '2020-01-01' a/x.c
touch -d '2021-01-01' a/b/y.c
touch -d '2019-06-01 12:00:00.5' d9/e/one
touch -d '2019-06-01 12:00:00.25' d10/two

# --sort, --reverse
is "efind -tf --sort=path" 0 'a/b/c/z.h\na/b/y.c\na/x.c\nabab\nbarfoo\nd10/two\nd9/e/one\nfoobar\nfoofoo\nünï/é\n'
is "efind -tf --sort name -e c -e h" 0 'a/x.c\na/b/y.c\na/b/c/z.h\n'
is "efind -tf --sort=size -S +1b" 0 'd9/e/one\na/x.c\na/b/y.c\n'
is "efind -tf --sort=size --reverse -S +1b" 0 'a/b/y.c\na/x.c\nd9/e/one\n'
is "efind -tf --sort=mtime --changed-before 2022-01-01" 0 'd10/two\nd9/e/one\na/x.c\na/b/y.c\n'
is "efind -d1 -td --sort=version" 0 'a/\nd9/\nd10/\nünï/\n'
is "efind -d1 -td --reverse" 0 'ünï/\nd9/\nd10/\na/\n'
is "efind -d1 -td --sort=size --sort=none" 0 'a/\nd10/\nd9/\nünï/\n'
is "efind -tf --sort=size --reverse --max-results 2 -j3" 0 'a/b/y.c\na/x.c\n'
is "efind -tf --sort=size --reverse -1" 0 'a/b/y.c\n'
is "efind -tf --sort=mtime --changed-before 2022-01-01 -X echo" 0 './d10/two ./d9/e/one ./a/x.c ./a/b/y.c\n'
is "efind -tf -j1 --sort=mtime --reverse --changed-before 2022-01-01 -x echo" 0 './a/b/y.c\n./a/x.c\n./d9/e/one\n./d10/two\n'
is "efind -0 -tf --sort=name 'oo' | tr '\\0' ' '" 0 './barfoo ./foobar ./foofoo '
is "efind --sort=ctime zzz" 0 ''
is "efind --sort=btime -d1 . a | sort" 0 'a/b/\na/x.c\n'
for j in 1 2 16; do
  yes_ "--sort -j$j" test "$(efind -j$j --sort=name -u . /usr/include | cksum)" = \
    "$(efind -j1 -u . /usr/include | sed 's,/$,,' | awk -F/ '{print $NF "\t" $0}' | sort >/dev/null; efind -j1 --sort=name -u . /usr/include | cksum)"
done

# --or, --not, --patterns-from
is "efind -d1 '^foo' --or 'bar\$'" 0 'foobar\nfoofoo\n'
is "efind -d1 --or '^bar' --or '^abab'" 0 'abab\nbarfoo\n'
is "efind -d1 '' --or '^bar'" 0 'barfoo\n'
is "efind -d1 foo --not bar" 0 'foofoo\n'
is "efind -d1 foo --not '^bar' --not 'bar\$'" 0 'foofoo\n'
is "efind -tf --not 'o' -E a" 0 'abab\nünï/é\n'
is "efind -d1 '^foo' --or '^bar' --and oob --not zzz" 0 'foobar\n'
is "efind -g 'foo*' --or '*.h' --not '*bar'" 0 'a/b/c/z.h\nfoofoo\n'
is "efind FOO --or bar" 0 'barfoo\nfoobar\n'
is "efind -F fooFOO --not x -i" 0 'foofoo\n'
printf '^foo\r\n\n\\.h$\n' >"$WORK/list"
is "efind --patterns-from \"\$WORK/list\"" 0 'a/b/c/z.h\nfoobar\nfoofoo\n'
is "efind --patterns-from - <\"\$WORK/list\"" 0 'a/b/c/z.h\nfoobar\nfoofoo\n'
is "efind --patterns-from /dev/null" 0 ''
is "efind --patterns-from /dev/null foofoo" 0 'foofoo\n'
says "efind --patterns-from nosuch" 1 'nosuch: No such file'
says "efind --or 'a/b'" 1 "has a '/'"
says "efind --not '^\\.x' zzz --or y --and '^\\.'" 1 'hidden'

# --match
is "efind --match=rel '^b/' a" 0 'a/b/c/\na/b/c/z.h\na/b/y.c\n' 
is "efind --match=rel '^b/.*c' ." 0 ''
is "efind --match=rel '^a/b' --match=name ^b" 1 ''
is "efind --match=rel -g 'a/*'" 0 'a/b/\na/x.c\n'
is "efind --match=abs \"^\$WORK/tree/a/x\"" 0 'a/x.c\n'
is "efind -p --match=name 'x.c'" 0 'a/x.c\n'

# --time
touch -a -d '2001-01-01' a/x.c
is "efind --time=a --changed-before 2002-01-01" 0 'a/x.c\n'
is "efind --time=c --changed-within 1d '^x'" 0 'a/x.c\n'
is "efind --time c --changed-before 1d '^x'" 0 ''
is "efind --time=m --changed-before 2020-06-01 '^x'" 0 'a/x.c\n'
is "efind --time=b --changed-before 1970-01-02" 0 ''

# --unique, --order, --local, --fail-on-error
ln -s ../a d9/again
is "efind -L -e h" 0 'a/b/c/z.h\nd9/again/b/c/z.h\n'
yes_ "--unique" test "$(efind -L --unique -e h | wc -l)" = 1
is "efind --unique . a a -e h" 0 'a/b/c/z.h\n'
is "efind --order=bfs --max-results 100 -td | awk -F/ '{print NF}' | uniq" 0 '2\n3\n4\n'
is "efind --order=bfs . a d9 -td" 0 'a/b/\nd9/e/\na/b/c/\n'
# Each folder before what is in it; among neighbours the order is the file system's.
parents_first() { awk '{ up = $0; sub(/[^\/]*\/?$/, "", up); if (up != "a/" && !(up in seen)) bad = 1; seen[$0] } END { exit bad || NR != 5 }'; }
is "efind --order=dfs . a | sort" 0 'a/b/\na/b/c/\na/b/c/z.h\na/b/y.c\na/x.c\n'
yes_ "--order=dfs: folders first" parents_first < <(efind --order=dfs . a)
is "efind --local -e h" 0 'a/b/c/z.h\n'
is "efind --local -1 '^self\$' /proc" 0 '/proc/self\n'
yes_ "--local does not cross" bash -c '[ ! -d /proc/self ] || [ -z "$(efind -u --local -d2 . / | grep "^/proc/.")" ]'
drop= # root reads everything, unless it may not
[ "$(id -u)" = 0 ] && drop='setpriv --bounding-set=-dac_override,-dac_read_search'
mkdir locked && chmod 0 locked
is "$drop efind --fail-on-error lock" 1 'locked/\n'
is "$drop efind --no-ignore lock" 0 'locked/\n'
says "$drop efind --fail-on-error --show-errors lock" 1 'locked: Permission denied'
rmdir locked

# --exec-label
is "efind --exec-label -j1 foofoo -x echo out" 0 './foofoo\nout ./foofoo\n'
is "efind --exec-label -j3 foofoo -x echo out" 0 './foofoo\nout ./foofoo\n'
is "efind --exec-label -j2 '^(foo|bar)' -x true | sort" 0 './barfoo\n./foobar\n./foofoo\n'

# --engine (R15): look-around and back-references
is "efind '^(?!foo).*oo\$'" 0 'barfoo\n'
is "efind 'foo(?=bar)'" 0 'foobar\n'
is "efind '(?<=bar)foo'" 0 'barfoo\n'
is "efind '(?<!bar)foo\$'" 0 'foofoo\n'
is "efind '^(..)\\1\$'" 0 'abab\n'
is "efind '^(?:f)(?P<x>o+)(f)\\k<x>\$'" 0 'foofoo\n'
is "efind '^(foo)(?:\\1)+\$' -s" 0 'foofoo\n'
is "efind '(?!x)?^foofoo'" 0 'foofoo\n'
for p in '(?=a)' '(?<!a)b' '(a)\1' '(?<n>a)\k<n>'; do says "efind --engine=rust '$p' 2>&1 | head -n 1 >&2; exit 1" 1 'not supported|unrecognized'; done
for p in '\1' '(a)\2' '\k<x>' '(?>a)' '(?=a' '\0'; do yes_ "refused: $p" bash -c "efind '$p' 2>/dev/null; [ \$? = 1 ]"; done
ln -s "$BUILD/efind" "$WORK/ours/fd"
says "fd '(?=a)' 2>&1 | head -n 1 >&2; exit 1" 1 'look-around'
is "fd --engine=onig 'foo(?=bar)'" 0 'foobar\n'

# --format with facts
is "efind --format '{size} {type} {/}' '^[xy]\\.c'" 0 '10 f y.c\n4 f x.c\n'
is "TZ=UTC0 efind --format '{mtime}' '^x'" 0 '2020-01-01T00:00:00+0000\n'
is "efind --format '{type}{{size}}' '^c\$'" 0 'd{size}\n'
is "efind --format '{inode}' '^x.c' | grep -cx \"\$(stat -c %i a/x.c)\"" 0 '1\n'
is "efind -x echo {size} ';' foofoo" 0 '{size} ./foofoo\n'

# --gen-completions
for shell in bash zsh fish; do
  yes_ "completions for $shell" bash -c "efind --gen-completions=$shell | grep -q changed-within && efind --gen-completions $shell | cmp -s - <(SHELL=/bin/$shell efind --gen-completions)"
  command -v $shell >/dev/null && yes_ "$shell reads them" bash -c "fd --gen-completions $shell | $shell -n /dev/stdin"
done
holds "fd --gen-completions bash" 0 '^complete -F [a-z_]* fd$'
says "efind --gen-completions=tcsh 2>&1 | head -n 1 >&2; exit 2" 2 'bash, zsh, fish'
says "efind --gen-completions bash -H 2>&1 | head -n 1 >&2; exit 2" 2 'alone'

# EFIND_OPTS counts on a terminal only
is "EFIND_OPTS='-e c' efind '^z'" 0 'a/b/c/z.h\n'
yes_ "EFIND_OPTS on a terminal" bash -c "EFIND_OPTS=\"-e 'c' --color=never\" script -qec \"efind . a\" /dev/null </dev/null | tr -d '\\r' | cmp -s - <(printf 'a/b/y.c\\na/x.c\\n')"
yes_ "--no-config" bash -c "EFIND_OPTS='-e c' script -qec 'efind --no-config -c never . a/b/c' /dev/null </dev/null | tr -d '\\r' | cmp -s - <(printf 'a/b/c/z.h\\n')"
yes_ "EFIND_OPTS takes no operand" bash -c "EFIND_OPTS='-- x' script -qec 'efind zzz' /dev/null </dev/null | grep -q 'EFIND_OPTS: .x. is not an option'"
finish
