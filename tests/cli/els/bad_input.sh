#!/usr/bin/env bash
# els and what is broken, hostile, gone or beyond all measure (spec els section 12, B1 to B30): as GNU's ls where that
# has an answer, never worse in els's own views.
# shellcheck source=tests/lib/case.sh disable=SC2016
. "$(dirname "$0")/../../lib/case.sh"
. "$HERE/_fixtures.sh" || exit 1
export TERM=xterm
plain_build() { [ -z "${SANITIZE:-}" ]; }
# On a terminal of that many columns: everything that the command writes, as od shows it.
on_tty() { script -qec "stty cols $1 rows 24 -opost; $2" /dev/null </dev/null | od -An -c; }
export -f on_tty
chmod 755 "$WORK" "$WORK/tree"
nobody='setpriv --reuid=65534 --regid=65534 --clear-groups env PATH=$PATH'
can_drop() { setpriv --reuid=65534 --regid=65534 --clear-groups "$BUILD/els" "$WORK/tree" >/dev/null 2>&1; }

row 'B1 B2 B3' # names with control bytes and bad UTF-8
mkdir names && touch names/$'new\nline' names/$'esc\e[31m' names/$'inv\377\376' names/$'cr\r' names/plain
is "cd names && ls --quoting-style=shell-escape" 0 "'cr'\$'\\\\r'\n'esc'\$'\\\\033''[31m'\n'inv'\$'\\\\377\\\\376'\n'new'\$'\\\\n''line'\nplain\n"
both "ls names" 0 'cr\r\nesc\033[31m\ninv\0377\0376\nnew\nline\nplain\n'
both "ls -q names" 0 'cr?\nesc?[31m\ninv??\nnew?line\nplain\n'
for w in 20 80; do same "on_tty $w 'ls --color=never names; ls -l --time-style=+ --color=never names' | sed s/icons//"; done
is "LC_ALL=C ls --quoting-style=c names" 0 '"cr\\r"\n"esc\\033[31m"\n"inv\\377\\376"\n"new\\nline"\n"plain"\n'
row B4 # and links to such names
ln -s $'to\e[31m\nx' names/link
both "ls -l --quoting-style=shell-escape names/link | sed 's/.*names/names/'" 0 "names/link -> 'to'\$'\\\\033''[31m'\$'\\\\n''x'\n"
same "ls -l --quoting-style=c names"
same "ls -lq names"
holds "els --json names" 0 '"target":"to\\u001b\[31m\\u000ax"'
rm names/link
row 'B5 B6' # what turns the text round or is not seen
mkdir turn && touch turn/{$'a\u202eb',$'c\u200bd',$'e\u200df',$'g\u2066h',$'i\ufeffj',$'k\u061cl',$'m\u2060n',$'o\u200ep',$'q\u200cr'}
same "ls turn"
is "els --guard-names=always turn" 0 'a?b\nc?d\ne\u200df\ng?h\ni?j\nk?l\nm?n\no?p\nq\u200cr\n'
is "els --guard-names=always --quoting-style=shell-escape -d turn/a*" 0 "'turn/a'\$'\\\\342\\\\200\\\\256''b'\\n"
is "els --guard-names=never turn | cmp - <(els --guard-names=auto turn)" 0 ''
holds "on_tty 80 'els --color=always -d turn/a*'" 0 '3 +4 +2'
is "cmp <(on_tty 80 'ls --gnu turn') <(PATH=$GNU:\$PATH on_tty 80 'ls turn')" 0 ''
row B7 # words of others than the file system: attributes, branches, configuration
touch attr && if set_attr attr $'user.a\e[1m\x7f' 1b; then
  is 'els --blocks=size,name -l -@ attr | tail -n 1' 0 '    user.a?[1m? (1) "\\x1B"\n'
fi
git -c init.defaultBranch=main init -q repo && (cd repo && touch a b && git add a && git commit -qm 1 && mv .git/refs/heads/main .git/refs/heads/$'m\e[1mx' && printf 'ref: refs/heads/m\033[1mx\n' >.git/HEAD)
is 'els -d --git-repos-no-status --blocks=repo,name repo' 0 'm?[1mx repo\n'
printf -- '--\033[31mbad\n' >conf
is "els --config=conf attr 2>&1 | tr -dc '\\033'" 0 ''
if unshare -m true 2>/dev/null; then
  printf 'ev\033[1mil:x:%s:0::/:/bin/sh\n' "$(id -u)" >passwd
  holds "unshare -m sh -c 'mount --bind passwd /etc/passwd && els -l attr'" 0 ' ev\?\[1mil '
  printf '日本語:x:%s:0::/:/bin/sh\n' "$(id -u)" >passwd # cut by cells, and not within a character (L21)
  for n in 3:日… 4:日本… 5:日本… 6:日本語; do
    is "unshare -m sh -c 'mount --bind passwd /etc/passwd && els -l --truncate-owner-after=${n%:*} --truncate-owner-marker=… --blocks=user,name attr'" 0 "${n#*:} attr\n"
  done
  mkdir mnt && holds "unshare -m sh -c 'mount -t tmpfs \"\$(printf \"so\\033urce\")\" mnt && els -ldM mnt'" 0 'mnt \[so\?urce \(tmpfs\)\]'
fi
row B8
mkdir cells && touch cells/{日本語,$'comb\u0301ining',😀,$'👩\u200d💻',plain,ｗide,$'e\u0301\u0302'}
for o in -C -x -m '-C -w20' '-CF -w40' '-l --time-style=+' --sort=width; do same "ls $o cells"; done
row B9
mkdir many && (cd many && perl -e 'open my $f, ">", sprintf("%s%05d", "n" x 100, $_) for 1 .. 20000')
if plain_build; then # 20000 names of 105 bytes are 2.1 MB
  yes_ 'names without order in constant memory' test "$(bash -c 'ulimit -v 8000; els -1U many | wc -l')" = 20000
  yes_ 'names in order: little more than the names' test "$(bash -c 'ulimit -v 14000; els many | wc -l')" = 20000
  yes_ 'long lines too' test "$(bash -c 'ulimit -v 20000; els -l many | wc -l')" = 20001
fi
rm -r many
# Calls of the C library that fail as a file system can make them fail.
cat >shim.c <<'END'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/xattr.h>
static int bad(const char *path)
{
	errno = strstr(path, "vanish") ? ENOENT : strstr(path, "broken") ? EIO : strstr(path, "stale") ? ESTALE : 0;
	return errno;
}
int statx(int at, const char *restrict path, int flags, unsigned mask, struct statx *restrict s)
{
	int (*real)(int, const char *, int, unsigned, struct statx *) = dlsym(RTLD_NEXT, "statx");
	return bad(path) ? -1 : real(at, path, flags, mask, s);
}
static ssize_t grow(const char *path, size_t size)
{
	static ssize_t n = 100;
	if (!strstr(path, "growing")) {
		errno = ENOTSUP;
		return -1;
	}
	n += 100;
	if (getenv("SHIM_TRIES") && n > 100 * atoi(getenv("SHIM_TRIES")))
		abort();
	if (size)
		errno = ERANGE;
	return size ? -1 : n;
}
ssize_t listxattr(const char *path, char *list, size_t size) { (void)list; return grow(path, size); }
ssize_t llistxattr(const char *path, char *list, size_t size) { (void)list; return grow(path, size); }
END
shim=
if plain_build && "${CC:-cc}" -shared -fPIC -o shim.so shim.c -ldl 2>/dev/null; then shim="LD_PRELOAD=$PWD/shim.so"; fi
mkdir fail && touch fail/{a,vanished,z}
mkdir fail2 && touch fail2/{a,broken,stale,z}
row B10
if [ "$shim" ]; then
  both "$shim ls -lgG --time-style=+T fail" 1 'total 0\n-rw-r--r-- 1 0 T a\n-????????? ? ? ? vanished\n-rw-r--r-- 1 0 T z\n'
  for o in -l -F -s -i -t -S --color=always -lh -Z; do same "$shim ls $o --time-style=+T fail"; done
  is "$shim els --tree -l --blocks=octal,name fail" 1 '0755 fail\n0644 ├── a\n???? ├── vanished\n0644 └── z\n'
fi
row B11
mkdir shut && touch shut/a && chmod 700 shut
if can_drop; then
  for o in '' -l -R -a; do both "$nobody ls $o shut" 2 ''; done
  says "$nobody els shut" 2 "^els: cannot open directory 'shut': Permission denied$"
fi
row B12
mkdir half && touch half/a && mkdir half/sub && chmod 744 half
if can_drop; then
  both "$nobody ls half" 0 'a\nsub\n'
  both "$nobody ls -l half" 1 'total 0\n-????????? ? ? ? ?            ? a\nd????????? ? ? ? ?            ? sub\n'
  yes_ 'a row for each in the own views' test "$(setpriv --reuid=65534 --regid=65534 --clear-groups "$BUILD/els" -l --header half 2>/dev/null | wc -l)" = 4
fi
row B13
mkdir links && ln -s nowhere links/dangling && ln -s b links/a && ln -s a links/b
both "ls -lgG --time-style=+T links/dangling" 0 'lrwxrwxrwx 1 7 T links/dangling -> nowhere\n'
both "ls -L links/dangling" 2 ''
both "ls -H links/dangling" 2 ''
same "ls -lL links"
is "els -1 links/dangling; els --tree links" 0 'links/dangling\nlinks\n├── a\n├── b\n└── dangling\n'
row B14
both "ls -lgG --time-style=+T links/a" 0 'lrwxrwxrwx 1 1 T links/a -> b\n'
same "ls -lL links/a"
same "ls -lL --time-style=+ links"
says "ls -L links/a" 2 'Too many levels of symbolic links'
row B15
mkdir -p loop/in && ln -s .. loop/in/up
both "ls -RL loop" 2 'loop:\nin\n\nloop/in:\nup\n'
says "ls -RL loop >/dev/null" 2 'loop/in/up: not listing already-listed directory'
is "els --tree --follow-symlinks loop" 2 'loop\n└── in\n    └── up [recursive, not followed]\n'
is "els --tree loop" 0 'loop\n└── in\n    └── up\n'
row B16
touch owned
if chown 1234567:7654321 owned 2>/dev/null; then
  both "ls -lgG --time-style=+T owned; ls -l --time-style=+T owned; ls -ln --time-style=+T owned" 0 \
    '-rw-r--r-- 1 0 T owned\n-rw-r--r-- 1 1234567 7654321 0 T owned\n-rw-r--r-- 1 1234567 7654321 0 T owned\n'
  mkdir ids && (cd ids && seq -f 'f%g' 300 | xargs touch && for i in $(seq 300); do echo "$((900000 + i)):$((800000 + i)) f$i"; done | xargs -n 2 chown)
  same 'ls -l --time-style=+T ids'
fi
row B17
mkdir one && (cd one && seq -f 'f%g' 200 | xargs touch)
if plain_build && command -v strace >/dev/null; then
  opens() { traced open,openat "$@" | grep -c '"/etc/\(passwd\|group\|nsswitch.conf\)"'; }
  yes_ '-n asks for no names' test "$(opens els -n one)" = 0
  yes_ 'each name is looked up once' test "$(opens els -l one)" -le 3
  if [ -d ids ] && (cd one && ls | sed 'N; s/\n/ /' | while read -r a b; do chown 1234567:7654321 "$a" && chown 1234568:7654322 "$b"; done); then
    yes_ 'and that there is none, too' test "$(opens els -l one)" -le 8
  fi
fi
row 'B18 B19'
for s in -1 -2208988800 4291747200 15032385535 9999999999; do touch -d "@$s" "time$s" 2>/dev/null; done
same "ls -l time*"
same "ls -l --full-time time*"
same "ls -t time*"
touch -d '1901-12-14 UTC' t1901 && both "ls -lgG t1901" 0 '-rw-r--r-- 1 0 Dec 14  1901 t1901\n'
touch -d '+2 days' ahead && both "ls -lgG ahead | cut -d' ' -f4- | cmp - <(date -d '+2 days' '+%b %e  %Y ahead')" 0 ''
row B20
truncate -s 8E large 2>/dev/null || truncate -s 15T large
for o in -l -lh --si\ -l '-l --block-size=K'; do same "ls $o --time-style=+ large"; done
mem=$(mktemp -d -p /dev/shm ember.XXXXXX 2>/dev/null) && if touch "$mem"/{a,b,c} && truncate -s 9223372036854771712 "$mem"/{a,b,c} 2>/dev/null; then
  is "els -d --total-size --blocks=size,name '$mem' | cut -d' ' -f1" 0 '18446744073709551615+\n'
  same "ls -lS --time-style=+ '$mem'"
fi
[ "$mem" ] && rm -rf "$mem"
row B21
mkdir dev && if mknod dev/big c 4095 1048575 2>/dev/null && mknod dev/b b 1 2; then
  both "ls -lgG --time-style=+T dev" 0 'total 0\nbrw-r--r-- 1    1,       2 T b\ncrw-r--r-- 1 4095, 1048575 T big\n'
fi
row B22
for w in 0 1 2 3 65535 9223372036854775807 18446744073709551616 99999999999999999999999; do
  for o in -C -x -m; do same "ls $o -w$w cells"; done
done
for w in 0 1 65535 9223372036854775807 9223372036854775808 18446744073709551615 18446744073709551616; do
  ! newer_ls || { same "ls -C -w$w names" && same "COLUMNS=$w ls -C names"; }
  ! newer_ls || { same "ls -C -T$w names" && same "TABSIZE=$w ls -C names"; }
done
both 'ls -C -T99999999999999999999 names' 2 ''
both_new 'ls -m -w9223372036854775808 cells/plain; ls -C -T9223372036854775808 names' 2 'cells/plain\n'
row B23
long=$(printf 'n%.0s' $(seq 250))
(mkdir far && cd far && for _ in $(seq 20); do mkdir "$long" && cd "$long" || exit; done)
yes_ 'a path beyond PATH_MAX in a tree' test "$(els --tree far | wc -l)" = 21
same "ls -R far"
is 'els -d --total-size --blocks=size far | cmp - <(du -sb far | cut -f1)' 0 ''
row B24
(mkdir deep && cd deep && perl -e 'for (1 .. 3000) { mkdir "d"; chdir "d" or die }')
yes_ 'a deep tree with few descriptors' test "$(bash -c 'ulimit -n 32; ulimit -s 256; els --tree deep | wc -l')" = 3001
is "ulimit -n 32; ulimit -s 256; els -d --total-size --blocks=size deep | cmp - <(du -sb deep | cut -f1)" 0 ''
rm -rf deep far
row B25
if [ "$shim" ]; then
  for o in -l -i --color=always -s; do same "$shim ls $o --time-style=+T fail2"; done
  says "$shim ls -l fail2 2>&1 >/dev/null | grep -v stale >&2; exit 1" 1 "cannot access 'fail2/broken': Input/output error"
  touch growing
  is "timeout 5 env SHIM_TRIES=10 $shim els -l -@ --blocks=size,name growing" 0 '0 growing\n    ?\n'
  both "timeout 5 env $shim ls -lgG --time-style=+T growing" 0 '-rw-r--r-- 1 0 T growing\n'
fi
row B26
if plain_build && command -v strace >/dev/null; then
  yes_ 'nothing is mounted by asking' test "$(traced statx,newfstatat,lstat,stat els -la one /proc/self | grep -E '"[^"]' | grep -vc 'AT_NO_AUTOMOUNT\|AT_EMPTY_PATH\|"/etc/\|"/usr/\|"/"')" = 0
fi
is 'els -l /proc >/dev/null 2>&1; test $? -le 1' 0 ''
row B27
if [ -w /dev/full ]; then
  both "ls names >/dev/full" 2 ''
  both "ls -l names >/dev/full" 2 ''
  for o in --tree --json --help --version '-l --header'; do is "els $o names >/dev/full" 2 ''; done
  says "els names >/dev/full" 2 '^els: write error: No space left on device$'
fi
both "ls names >&-" 2 ''
cat >slow.pl <<'END'
use Fcntl; pipe(my $r, my $w); fcntl($w, F_SETFL, fcntl($w, F_GETFL, 0) | O_NONBLOCK);
if (!fork) { open STDOUT, ">&", $w; close $w; exec @ARGV }
close $w; select undef, undef, undef, 0.2; local $/; print <$r>;
END
is "perl slow.pl els -lR /usr/share/perl* /etc 2>/dev/null | cmp - <(els -lR /usr/share/perl* /etc 2>/dev/null)" 0 ''
row B29 # a broken repository: unknown letters, the listing whole, status 0
git -c init.defaultBranch=main init -q whole && (cd whole && touch a b && git add a b && git commit -qm 1)
cp -r whole short && truncate -s 40 short/.git/index
cp -r whole noise && head -c 4096 /dev/urandom >noise/.git/index
cp -r whole headless && printf 'ref: ../../x\n' >headless/.git/HEAD
cp -r whole unpacked && rm -r unpacked/.git/refs/heads/main && head -c 300 /dev/urandom >unpacked/.git/packed-refs
cp -r whole hollow && rm -rf hollow/.git/objects/*
for r in short noise; do
  is "els -1 --git $r" 0 '~~ a\n~~ b\n'
  says "els -1 --git $r" 0 "$r"
done
for r in headless unpacked hollow; do is "els -1 --git $r | cut -c4-" 0 'a\nb\n'; done
row B30
big=$(printf '*.e%.0s=31:' $(seq 15000))
is "LS_COLORS='${big}di=7' els --color=always -d turn names/plain" 0 'names/plain\n\033[0m\033[7mturn\033[0m\n'
same "LS_COLORS='${big}di=\\' ls --color=always -d turn names/plain"
for bad in 'di' 'di=\' '*x' 'zz=1' 'di=^' '=' 'd=1' '*='; do same "LS_COLORS='$bad' ls --color=always -d turn"; done
printf 'name\nbogus a b\next c U+110000\n' >icons
is "els --icons=unicode --icon-map=icons names/plain 2>/dev/null" 0 '📄 names/plain\n'
yes_ 'a bad icon map is told line by line' test "$(els --icons=always --icon-map=icons names 2>&1 >/dev/null | grep -c '^els: warning: icons:[123]: ')" = 3
head -c 200000 /dev/urandom >junk
is "els --icons=unicode --icon-map=junk --config=junk names/plain 2>/dev/null" 0 '📄 names/plain\n'
says "els --config=junk names/plain >/dev/null" 0 'warning: junk'
head -c 60000 /dev/urandom >junk
is "timeout 10 els --icons=unicode --icon-map=junk --config=junk names/plain 2>&1 | tr -d '\\n' | grep -c '[[:cntrl:]]'" 1 '0\n'
says "els --config names names/plain >/dev/null" 0 'warning: names'
finish
