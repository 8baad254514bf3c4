#!/usr/bin/env bash
# els against GNU ls: stdout and status equal in a pipe.
. "$(dirname "$0")/../../lib/case.sh"
. "$HERE/_fixtures.sh" || exit 1
fixture_types
fixture_names
fixture_times
fixture_sizes
fixture_versions
fixture_nested
mkdir void
export TERM=xterm

for fixture in types names times sizes versions nested; do
  same "ls $fixture"
  for o in -l -a -A -1 -C -m -x -R -r -t -S -X -v -s -F -p -i -d -U -B -b -N -q -Q -n -g -o -G -H -k -L -c -u; do
    same "ls $o $fixture"
  done
done

# Several letters that mean something together (spec els section 2.1)
for o in -la -lA -lh -lhs -l\ --si -ls -lsk -lF -lp -li -lis -lR -lRa -lL -lH -ltr -lSr -lX -lv -lc -lu -ltu -ltc \
  -ln -lng -lgo -lG -l\ --author -l\ --full-time -tr -Sr -Xr -vr -CF -CFi -Cs -Csi -xF -xis -mF -mis -ma -mR -CR -xR \
  -sC -sh -s\ --si -sk -isF -aF -aU -aR -AR -Ar -dl -dF -d\ -L -1F -1i -1s -1si -U1i -U1s -Ui -l1 -1l -lC -Cl -lm -mx \
  -CQ -xb -mb -lQ -lb -lN -lq -CN -Cq -CqN; do
  for fixture in types names sizes; do
    same "ls $o $fixture"
  done
done

# Words
for w in literal shell shell-always shell-escape shell-escape-always c c-maybe escape locale clocale; do
  for f in '' -l -C -m -x -q -F '-CF --indicator-style=file-type'; do
    same "ls --quoting-style=$w $f names"
  done
  same "ls -R --quoting-style=$w names"
  same "LC_ALL=C ls --quoting-style=$w names"
  same "LC_ALL=C ls -q --quoting-style=$w -C names"
  same "QUOTING_STYLE=$w ls -l names"
done
for w in none size time version extension width; do same "ls --sort=$w versions sizes"; same "ls -r --sort=$w -l sizes"; done
for w in atime access use ctime status birth creation; do
  same "ls --time=$w times"
  same "ls -l --time=$w --full-time types"
  same "ls -t --time=$w times"
  same "ls -lt --time=$w sizes"
done
for w in across horizontal commas long verbose single-column vertical; do same "ls --format=$w types"; done
for w in none slash file-type classify; do same "ls --indicator-style=$w types"; same "ls -l --indicator-style=$w types"; done
for w in always never auto yes no tty; do same "ls --classify=$w types"; same "ls --color=$w types"; done
same "ls --file-type types"
same "ls --file-type -l types"

# Dates
for s in full-iso long-iso iso locale posix-full-iso posix-long-iso posix-iso posix-locale +%Y '+%s' '+%s.%N' '+%d/%m' \
  '+%b|%h|%B' '+%-d %_H %^a %10Y %5N %3N %-N' '+%z %:z %::z %Z' '+a%%b' '+%e%n%t%j %U %q' '+%10b' '+%^b' '+' \
  $'+old\nrecent' '+%c' '+%x %X %p'; do
  same "ls -l --time-style='$s' times"
  same "TIME_STYLE='$s' ls -l times"
  same "TZ=Europe/Paris ls -l --time-style='$s' times"
done
same "ls -l --time-style=bogus times"
same "TIME_STYLE=bogus ls -l times"
same "TIME_STYLE=bogus ls times"
same "ls -l --time-style=\$'+a\nb\nc' times"
for z in Europe/Paris America/New_York Asia/Kolkata XYZ-5:30 XYZ12 nonsense; do same "TZ=$z ls -l --full-time times"; done

# Sizes
for b in 1 2 7 512 1K K KB KiB M MB MiB 1M G T human-readable si "\\'1" "\\'K" 1000 0x10 010 k m 1kB 3KD; do
  same "ls -ls --block-size=$b sizes"
  same "LS_BLOCK_SIZE=$b ls -ls sizes"
  same "BLOCK_SIZE=$b ls -ls sizes"
  same "BLOCKSIZE=$b ls -ls sizes"
done
for b in 0 -1 x 1x 1Ki KK '' 99999999999999999999 1Y; do same "ls -ls --block-size='$b' sizes"; done
same "POSIXLY_CORRECT=1 ls -s sizes"
same "POSIXLY_CORRECT=1 ls -sk sizes"
same "ls -sk --block-size=1 sizes"
same "LS_BLOCK_SIZE=K ls -lsk sizes"
same "ls -lshk sizes"
same "LS_BLOCK_SIZE=bogus ls -ls sizes"

# Line widths
for w in 0 1 2 3 5 10 20 40 79 80 81 100 132 200 500 0x50 010 99999999999999999999; do
  for f in -C -x -m '-CF' '-xs' '-mi' '-C -T0' '-C -T1' '-x -T4' '-C --quoting-style=shell-escape'; do
    same "ls $f -w$w versions"
  done
  same "ls -C -w$w names"
  same "COLUMNS=$w ls -C types"
done
same "ls -wx types"
same "ls -w -1 types"
same "ls -w '' types"
same "ls -T x types"
same "COLUMNS=junk ls -C types"
same "TABSIZE=4 ls -C types"
same "TABSIZE=junk ls -C types"
same "TABSIZE=0 ls -x types"

# Which names
for p in '*' '.*' '*.txt' '[a-f]*' 'a?' '*~' '' '[' '\\*'; do
  same "ls -I '$p' types"; same "ls -aI '$p' types"; same "ls --hide='$p' types"; same "ls -A --hide='$p' types"
done
same "ls -I '*.txt' -I '*.sh' --hide='d*' types"
same "ls -B -a types"

# Arguments
same "ls types/plain.txt types/dir types/link types/linkdir"
same "ls -l types/plain.txt types/dir types/link types/linkdir"
same "ls -L types/link types/linkdir types/dangling"
same "ls -H types/link types/linkdir types/dangling"
same "ls -lH types/link types/linkdir"
same "ls -F types/link types/linkdir"
same "ls -d types/linkdir types/linkdir/ types"
same "ls -d"
same "ls -ld . .. types/*"
same "ls types/dangling types/loop"
same "ls -l types/dangling types/loop"
same "ls --dereference-command-line-symlink-to-dir -l types/linkdir types/link types/dangling"
same "ls nothere"
same "ls nothere types"
same "ls void nothere"
same "ls void"
same "ls -a void"
same "ls -l void"
same "ls -s void"
same "ls -R void"
same "ls void void"
same "ls types/plain.txt void"
same "ls types/plain.txt"
same "ls ''"
same "ls types/plain.txt/x"
same "ls -t sizes/s1 times/nano nested types/link"
same "ls -r types/fifo nested types/plain.txt void"
same "ls -U types/fifo nested types/plain.txt void"
same "ls -R nested types/plain.txt"
same "ls -R nested/a/"
same "ls -R nested/a//"
same "ls -LR nested/a"
same "cd nested; ls -R"
same "cd nested; ls -R ."
same "cd nested; ls -Ra"
same "cd nested; ls -lRA --block-size=1"
same "cd nested; ls -R a ./d ../void"
same "ls -LR nested/d"
same "ls -1R nested"
same "ls -mR nested"
same "ls -RF --quoting-style=escape names"
same "ls --group-directories-first types"
same "ls --group-directories-first -r types nested"
same "ls --group-directories-first -lS types"
same "ls --group-directories-first -U types"
same "ls -- -l"
same "cd names; ls -- --help -dash"
same "cd names; POSIXLY_CORRECT=1 ls plain -l"
same "cd names; ls plain -l"
same "ls -l /dev/null /dev/zero types/plain.txt"
same "ls -lh /dev/null types"
same "ls -n /dev/null /dev/tty types/fifo"
same "ls -1 /dev/null; ls -s /dev/null; ls -F /dev/null"
same "chown 12345:23456 types/empty; ls -l types; chown 0:0 types/empty"
same "chown 1:1 types/empty; ls -l --author types; ls -lG types; ls -go types; chown 0:0 types/empty"
same "ls -zz types"
same "ls --bogus types"
same "ls --qu types"
same "ls --sort=bogus types"
same "ls --color=bogus types"
same "ls --format=bogus types"
same "ls --time=bogus types"
same "ls --indicator-style=bogus types"
same "ls --quoting-style=bogus types"
same "QUOTING_STYLE=bogus ls types"
same "ls --all=3 types"
same "ls --width types"
same "ls -I"
same "ls --zero types"
same "ls --zero -l types"
same "ls -l --zero types"
same "ls --zero -s names"
same "ls --zero -R nested"
same "ls --zero -C types"
same "ls types >/dev/full"
same "ls --reverse --almost-all --size types"
for p in --l --rec --no --group --numeric --con=x --cl --hu --full --inod --rev --sh --hide-c --dir --esc --lit; do same "ls $p types"; done

# A user without rights (root reads everything)
chmod 755 "$WORK" "$WORK/tree"
mkdir locked search && touch locked/a search/b && mkdir search/sub && ln -s x search/l && chmod 700 locked && chmod 744 search
nobody='setpriv --reuid=65534 --regid=65534 --clear-groups'
if $nobody true 2>/dev/null && $nobody "$BUILD/els" types >/dev/null 2>&1; then
  for o in '' -l -a -R -i -s -F -lF -d -C -L -la -lh -lt -S -lis '--color=always' '-l --color=always' '-p' '-Z'; do
    same "$nobody env PATH=\$PATH ls $o search"
    same "$nobody env PATH=\$PATH ls $o locked types/plain.txt"
    same "$nobody env PATH=\$PATH ls $o search/b locked/a void"
  done
  same "$nobody env PATH=\$PATH ls -R ."
fi
finish
