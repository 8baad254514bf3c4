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
mkdir void owners
touch owners/a owners/b owners/c owners/d
chown 12345:23456 owners/a
chown 1:1 owners/b
chown 65534:6 owners/c
export TERM=xterm

mkdir short
touch short/{a,b,c,d,e,f,g,hh,i,j}

for fixture in types names raw times sizes versions nested; do
  later "ls $fixture"
  for o in -l -a -A -1 -C -m -x -R -r -t -S -X -v -s -F -p -i -d -U -B -b -N -q -Q -n -g -o -G -H -k -L -c -u; do
    case $fixture$o in raw-[Cmx]) newer_ls || continue ;; esac
    later "ls $o $fixture"
  done
done

# Several letters that mean something together (spec els section 2.1)
for o in -la -lA -lh -lhs -l\ --si -ls -lsk -lF -lp -li -lis -lR -lRa -lL -lH -ltr -lSr -lX -lv -lc -lu -ltu -ltc \
  -ln -lng -lgo -lG -l\ --author -l\ --full-time -tr -Sr -Xr -vr -CF -CFi -Cs -Csi -xF -xis -mF -mis -ma -mR -CR -xR \
  -sC -sh -s\ --si -sk -isF -aF -aU -aR -AR -Ar -dl -dF -d\ -L -1F -1i -1s -1si -U1i -U1s -Ui -l1 -1l -lC -Cl -lm -mx \
  -CQ -xb -mb -lQ -lb -lN -lq -CN -Cq -CqN; do
  for fixture in types names sizes; do
    later "ls $o $fixture"
  done
done

# Words
for w in literal shell shell-always shell-escape shell-escape-always c c-maybe escape locale clocale; do
  for f in '' -l -C -m -x -q -F '-CF --indicator-style=file-type'; do
    later "ls --quoting-style=$w $f names"
  done
  later "ls -R --quoting-style=$w names"
  for f in '' -l -q -lq; do later "ls $f --quoting-style=$w raw"; done
  later "LC_ALL=C ls -C --quoting-style=$w raw"
  ! newer_ls || for f in -C -x -m '-CF --indicator-style=file-type' -w20 -w200; do later "ls -C $f --quoting-style=$w raw"; done
  later "LC_ALL=C ls --quoting-style=$w names"
  later "LC_ALL=C ls -q --quoting-style=$w -C names"
  later "QUOTING_STYLE=$w ls -l names"
done
for w in none size time version extension width; do later "ls --sort=$w versions sizes"; later "ls -r --sort=$w -l sizes"; done
for w in atime access use ctime status birth creation; do
  later "ls --time=$w times"
  later "ls -l --time=$w --full-time types"
  later "ls -t --time=$w times"
  later "ls -lt --time=$w sizes"
done
for w in across horizontal commas long verbose single-column vertical; do later "ls --format=$w types"; done
for w in none slash file-type classify; do later "ls --indicator-style=$w types"; later "ls -l --indicator-style=$w types"; done
for w in always never auto yes no tty; do later "ls --classify=$w types"; later "ls --color=$w types"; done
later "ls --file-type types"
later "ls --file-type -l types"

# Dates
for s in full-iso long-iso iso locale posix-full-iso posix-long-iso posix-iso posix-locale +%Y '+%s' '+%s.%N' '+%d/%m' \
  '+%b|%h|%B' '+%-d %_H %^a %10Y %5N %3N %-N' '+%z %:z %::z %Z' '+a%%b' '+%e%n%t%j %U %q' '+%10b' '+%^b' '+' \
  $'+old\nrecent' '+%c' '+%x %X %p'; do
  later "ls -l --time-style='$s' times"
  later "TIME_STYLE='$s' ls -l times"
  later "TZ=Europe/Paris ls -l --time-style='$s' times"
done
later "ls -l --time-style=bogus times"
later "TIME_STYLE=bogus ls -l times"
later "TIME_STYLE=bogus ls times"
later "ls -l --time-style=\$'+a\nb\nc' times"
for z in Europe/Paris America/New_York Asia/Kolkata XYZ-5:30 XYZ12 nonsense; do later "TZ=$z ls -l --full-time times"; done

# Sizes
for b in 1 2 7 512 1K K KB KiB M MB MiB 1M G T human-readable si "\\'1" "\\'K" 1000 0x10 010 k m 1kB 3KD; do
  later "ls -ls --block-size=$b sizes"
  later "LS_BLOCK_SIZE=$b ls -ls sizes"
  later "BLOCK_SIZE=$b ls -ls sizes"
  later "BLOCKSIZE=$b ls -ls sizes"
done
for b in 0 -1 x 1x 1Ki KK '' 99999999999999999999 1Y; do later "ls -ls --block-size='$b' sizes"; done
later "POSIXLY_CORRECT=1 ls -s sizes"
later "POSIXLY_CORRECT=1 ls -sk sizes"
later "ls -sk --block-size=1 sizes"
later "LS_BLOCK_SIZE=K ls -lsk sizes"
later "ls -lshk sizes"
later "LS_BLOCK_SIZE=bogus ls -ls sizes"

# Line widths
for w in 0 1 2 3 5 10 20 40 79 80 81 100 132 200 500 0x50 010 99999999999999999999; do
  for f in -C -x -m '-CF' '-xs' '-mi' '-C -T0' '-C -T1' '-x -T4' '-C --quoting-style=shell-escape'; do
    later "ls $f -w$w versions"
  done
  later "ls -C -w$w names"
  later "COLUMNS=$w ls -C types"
done
for w in 2 3 4 5 6 7 8 9 10 11 12 13; do
  for o in -C -x -m '-C -T0' '-xF'; do
    later "ls $o -w$w short"
  done
done
later "ls -wx types"
later "ls -w -1 types"
later "ls -w '' types"
later "ls -T x types"
later "COLUMNS=junk ls -C types"
later "TABSIZE=4 ls -C types"
later "TABSIZE=junk ls -C types"
later "TABSIZE=0 ls -x types"

# Which names
for p in '*' '.*' '*.txt' '[a-f]*' 'a?' '*~' '' '[' '\\*'; do
  later "ls -I '$p' types"; later "ls -aI '$p' types"; later "ls --hide='$p' types"; later "ls -A --hide='$p' types"
done
later "ls -I '*.txt' -I '*.sh' --hide='d*' types"
later "ls -B -a types"

# Arguments
later "ls types/plain.txt types/dir types/link types/linkdir"
later "ls -l types/plain.txt types/dir types/link types/linkdir"
later "ls -L types/link types/linkdir types/dangling"
later "ls -H types/link types/linkdir types/dangling"
later "ls -lH types/link types/linkdir"
later "ls -F types/link types/linkdir"
later "ls -d types/linkdir types/linkdir/ types"
later "ls -d"
later "ls -ld . types/*"
later "ls types/dangling"
later "ls -l types/dangling types/loop"
later "ls --dereference-command-line-symlink-to-dir -l types/linkdir types/link types/dangling"
later "ls nothere"
later "ls nothere types"
later "ls void nothere"
later "ls void"
later "ls -a void"
later "ls -l void"
later "ls -s void"
later "ls -R void"
later "ls void void"
later "ls types/plain.txt void"
later "ls types/plain.txt"
later "ls ''"
later "ls types/plain.txt/x"
later "ls -t sizes/s1 times/nano nested types/link"
later "ls -r types/fifo nested types/plain.txt void"
later "ls -U types/fifo nested types/plain.txt void"
later "ls -R nested types/plain.txt"
later "ls -R nested/a/"
later "ls -R nested/a//"
later "ls -LR nested/a"
later "cd nested; ls -R"
later "cd nested; ls -R ."
later "cd nested; ls -Ra"
later "cd nested; ls -lRA --block-size=1"
later "cd nested; ls -R a ./d ../void"
later "ls -LR nested/d"
later "ls -1R nested"
later "ls -mR nested"
later "ls -RF --quoting-style=escape names"
later "ls --group-directories-first types"
later "ls --group-directories-first -r types nested"
later "ls --group-directories-first -lS types"
later "ls --group-directories-first -U types"
later "ls -- -l"
later "cd names; ls -- --help -dash"
later "cd names; POSIXLY_CORRECT=1 ls plain -l"
later "cd names; ls plain -l"
later "ls -l /dev/null /dev/zero types/plain.txt --time-style=+"
later "ls -lh /dev/null types --time-style=+"
later "ls -n /dev/null /dev/tty types/fifo --time-style=+"
later "ls -1 /dev/null; ls -s /dev/null; ls -F /dev/null"
later "ls -l owners; ls -l --author owners; ls -lG owners; ls -go owners; ls -n owners; ls -lZ owners; ls -lgZ --author owners"
later "ls -Z types; ls -CZ types; ls -mZ names; ls -ldZ types"
for o in '' -R -a -i -F -L --full-time -A -s -Q -d; do later "ls -lD $o nested"; later "ls -lD $o names types void"; done
later "ls -zz types"
later "ls --bogus types"
later "ls --qu types"
later "ls --sort=bogus types"
later "ls --color=bogus types"
later "ls --format=bogus types"
later "ls --time=bogus types"
later "ls --indicator-style=bogus types"
later "ls --quoting-style=bogus types"
later "QUOTING_STYLE=bogus ls types"
later "ls --all=3 types"
later "ls --width types"
later "ls -I"
later "ls --zero types"
later "ls --zero -l types"
later "ls -l --zero types"
later "ls --zero -s names"
later "ls --zero -R nested"
later "ls --zero -C types"
later "ls types >/dev/full"
later "cd \$WORK/home && mkdir gone && cd gone && rmdir ../gone && ls && ls -la && ls -R ."
later "ls types >&-"
later "ls void >&-"
later "ls -d / /. // /../"
later "ls --reverse --almost-all --size types"
for p in --l --rec --no --group --numeric --con=x --cl --hu --full --inod --rev --sh --hide-c --dir --esc --lit; do later "ls $p types"; done

# Every abbreviation of every GNU name (spec els R4)
for word in all almost-all author escape block-size=K ignore-backups color=never directory classify=always file-type \
  format=long full-time group-directories-first no-group human-readable si dereference-command-line \
  dereference-command-line-symlink-to-dir hide=a\* hyperlink=never indicator-style=slash inode ignore=a\* kibibytes \
  dereference numeric-uid-gid literal hide-control-chars show-control-chars quote-name quoting-style=c reverse recursive \
  size sort=size time=atime time-style=long-iso tabsize=4 width=30 context zero; do
  name=${word%%=*} value=
  [ "$name" = "$word" ] || value==${word#*=}
  for ((k = 1; k <= ${#name}; k++)); do later "ls --${name:0:k}$value nested"; done
done

# A user without rights (root reads everything)
chmod 755 "$WORK" "$WORK/tree"
mkdir locked search && touch locked/a search/b && mkdir search/sub && ln -s x search/l && chmod 700 locked && chmod 744 search
nobody='setpriv --reuid=65534 --regid=65534 --clear-groups'
if $nobody true 2>/dev/null && $nobody "$BUILD/els" types >/dev/null 2>&1; then
  for o in '' -l -a -R -i -s -F -lF -d -C -L -la -lh -lt -S -lis '--color=always' '-l --color=always' '-p' '-Z'; do
    later "$nobody env PATH=\$PATH ls $o search"
    later "$nobody env PATH=\$PATH ls $o locked types/plain.txt"
    later "$nobody env PATH=\$PATH ls $o search/b locked/a void"
  done
  later "$nobody env PATH=\$PATH ls -R ."
fi
compare
says "ls -D --zero types" 2 "incompatible"
finish
