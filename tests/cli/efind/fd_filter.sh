#!/usr/bin/env bash
# Filters of fd's language (spec efind 2.5).
. "$(dirname "$0")/../../lib/case.sh"
. "$HERE/_tree.sh"

usage() { # words: a mistake on the line: status 2, one message that names the program, no output
  yes_ "usage: $1" bash -c "efind $1 </dev/null >\"\$WORK/o\" 2>\"\$WORK/e\"; [ \$? = 2 ] && [ ! -s \"\$WORK/o\" ] && grep -q '^efind: ' \"\$WORK/e\""
}

row T1
is "efind -t f . a" 0 'a/B.C\na/FOO\na/b/c/foo.txt\na/b.c\na/exe\n'
is "efind -td . a" 0 'a/b/\na/b/c/\n'
is "efind -t dir . a" 0 'a/b/\na/b/c/\n'
is "efind -t directory . a" 0 'a/b/\na/b/c/\n'
is "efind -t l" 0 'dang\nlink\nself\n'
is "efind -t symlink -t p" 0 'dang\nfifo\nlink\nself\n'
is "efind --type=pipe" 0 'fifo\n'
is "efind -t x" 0 'a/exe\n'
is "efind -t executable -td . a" 0 'a/b/\na/b/c/\na/exe\n'
is "efind -tx -tl" 0 'a/exe\nlink\n'
is "efind -te -tl -tp . sub/deep" 0 'sub/deep/er/\nsub/deep/y.rs\n'
is "efind -te -td" 0 'emptyd/\nnode/pkg/\nsub/deep/er/\n'
is "efind -te -tf . 'sp ace'" 0 'sp ace/-dash\n'
is "efind -te . sub/deep" 0 'sub/deep/er/\nsub/deep/y.rs\n'
is "efind -tc -tb" 0 ''
is "efind -t char-device -d1 '^null\$' /dev" 0 '/dev/null\n'
perl -e 'use Socket; socket(my $s, PF_UNIX, SOCK_STREAM, 0) or exit 1; bind($s, sockaddr_un("sock")) or exit 1' && is "efind -t s" 0 'sock\n' && is "efind -t socket sock" 0 'sock\n'
rm -f sock
usage "-t q"
says "efind -t q 2>&1 | head -n 1 >&2; exit 2" 2 "'q' for '--type'.*f, d, l, s, p, c, b, x, e"
row T2
is "efind -S +1k . sub -I" 0 'sub/big\nsub/k\n'
is "efind -S 1ki -S -2k" 0 'sub/k\n'
is "efind -S 1024b" 0 'sub/k\n'
is "efind -S +1KiB -I" 0 'sub/big\nsub/k\n'
is "efind -I --size=-1k -tf . sub/deep" 0 'sub/deep/y.rs\n'
is "efind -I -S5000b -S+4k" 0 'sub/big\n'
ln -s sub/big tobig
is "efind -S 7b" 0 'tobig\n'
is "efind -LS 5000b" 0 'tobig\n'
rm tobig
for s in 5 +x +1x 99999999999t '""' +1.5k 1kk -- +; do usage "-S $s"; done
row T3
is "efind --changed-before 2021-01-01" 0 'sub/old\n'
is "efind --changed-before '2020-01-01 12:00:00'" 0 ''
is "efind --changed-within '2020-01-01 12:00:00' --changed-before 2021-01-01" 0 ''
is "efind --changed-within 2019-12-31 --changed-before 1y" 0 'sub/old\n'
touch -d '2020-01-01 12:00:00.000000002' ns
is "efind --changed-before '2020-01-01 12:00:00.000000003' ns" 0 'ns\n'
is "efind --changed-before '2020-01-01 12:00:00.000000002' ns" 0 ''
is "efind --changed-within '2020-01-01 12:00:00.000000001' ns" 0 'ns\n'
is "efind --changed-within '2020-01-01 12:00:00.000000002' ns" 0 ''
rm ns
for v in x 1M '""' 5 1d1 '2020-13-01' '2020-02-30' '@-1' '@99999999999999999' 'P' '1:2:3:4'; do
  says "efind --changed-within $v" 1 "is neither a date nor a duration"
done
row T4
is "efind --older '2020-01-01T13:00:01+01:00'" 0 'sub/old\n'
is "efind --older '2020-01-01T12:00:01Z'" 0 'sub/old\n'
is "efind --older '2020-01-01 12:00'" 0 ''
is "TZ=Etc/GMT+3 efind --older '2020-01-01 09:00:01'" 0 'sub/old\n'
is "efind --changed-before @1577880001" 0 'sub/old\n'
is "efind --newer '3d ago'" 0 ''
is "efind --older '3d ago' kk" 0 'kK\n'
is "efind --changed-before 'P1Y2M'" 0 'sub/old\n'
for d in '1 week 2 days 01:30:00' 1d '1 day 2h' 1.5h 01:30:00 P1D PT2H 2weeks 1y 1mo 1month 90min 5400s 5400000ms 1h30m; do
  is "efind --changed-within '$d' kk" 0 'kK\n'
  is "efind --changed-before '$d' kk" 0 ''
done
row T5
is "efind -o \"\$(id -u)\" kk" 0 'kK\n'
is "efind -o \"\$(id -un)\" kk" 0 'kK\n'
is "efind -o \"!\$(id -un)\"" 0 ''
is "efind -o \":\$(id -g)\" kk" 0 'kK\n'
is "efind -o \"\$(id -u):!\$(id -g)\" kk" 0 ''
is "efind -o : kk" 0 'kK\n'
is "efind -o '' kk" 0 'kK\n'
is "efind -o 4294967294 kk" 0 ''
usage "-o nosuchuser"
usage "-o :nosuchgroup"
usage "-o 0:0:0"
row T6
is "efind -d 1 -td" 0 'a/\nemptyd/\nnode/\none.dir/\nsp ace/\nsub/\n'
is "efind -d 5 -d1 -td" 0 'a/\nemptyd/\nnode/\none.dir/\nsp ace/\nsub/\n'
is "efind --min-depth 3" 0 'a/b/c/\na/b/c/foo.txt\nsub/deep/er/\nsub/deep/y.rs\n'
is "efind --exact-depth 2 -td" 0 'a/b/\nnode/pkg/\nsub/deep/\n'
is "efind --mindepth 2 --maxdepth=2 -td" 0 'a/b/\nnode/pkg/\nsub/deep/\n'
is "efind -d0" 0 ''
is "efind --min-depth 2 -d1" 0 ''
usage "--exact-depth 1 -d 1"
usage "--min-depth 1 --exact-depth 2"
usage "--max-depth x"
usage "--max-depth -1"
row T7
is "efind --prune '^(a|sub)\$'" 0 'a/\nsub/\n'
is "efind --prune -td" 0 'a/\nemptyd/\nnode/\none.dir/\nsp ace/\nsub/\n'
is "efind --prune --min-depth 2 '^(a|b|er)\$'" 0 'a/b/\nsub/deep/er/\n'
usage "--prune -S +1k"
usage "--prune --exact-depth 1"
row T8
is "efind -1 kk" 0 'kK\n'
is "efind --max-results=2 | wc -l" 0 '2\n'
is "efind -j4 --max-results=3 -1 -u | wc -l" 0 '1\n'
is "efind -1 --max-results=3 | wc -l" 0 '3\n'
is "efind --max-results 0 foo" 0 'a/FOO\na/b/c/foo.txt\n'
is "efind -q foo" 0 ''
is "efind -q zzz" 1 ''
is "efind --has-results -j4 -u ." 0 ''
usage "-q --max-results 3"
usage "-q -x echo"
usage "-1 -X echo"
usage "--max-results 2 -x echo"
usage "--max-results x"
row T9
is "efind -L . link" 0 'link/c/\nlink/c/foo.txt\n'
is "efind -L foo.txt" 0 'a/b/c/foo.txt\nlink/c/foo.txt\n'
is "efind -L -tl" 0 'dang\nself\n'
is "efind -L -td '^link\$'" 0 'link/\n'
is "efind -L --no-follow -td '^link\$'" 0 ''
mkdir -p loop/in && ln -s .. loop/in/up
is "efind -L . loop" 0 'loop/in/\n'
says "efind -L --show-errors . loop" 0 'loop/in/up: '
rm -r loop
row T10
is "efind --one-file-system kk" 0 'kK\n'
[ -d /proc/self ] && is "efind -u --mount -d2 . / | grep -c '^/proc/.'" 1 '0\n'
is "efind --xdev -1 '^self\$' /proc" 0 '/proc/self\n'
finish
