#!/usr/bin/env bash
# els against GNU ls on odd lines: values with blanks, wrong sizes that count all the same, names that nobody can look
# at, offsets for Emacs beside colours, dates with flags and widths (spec els R1, F2, F4, F10, V1, V3, V6, B12, B14).
. "$(dirname "$0")/../../lib/case.sh"
. "$HERE/_fixtures.sh" || exit 1
fixture_types
fixture_times
fixture_nested
mkdir short && touch short/{a,b,c,d,e,f,g,hh,i,j}
ln -s loopb loopa && ln -s loopa loopb && ln -s types/link chain && ln -s nowhere/x deep
for i in 1 2 3 4 5 6 7 8 9; do ln -s "l$((i + 1))" "l$i"; done && ln -s l1 l10
export TERM=xterm

# Numbers as strtoul takes them (F2)
for v in ' 7' '+5' $'\t12' '-1' '+' ' ' '0x' '08' '+0x10' '1K' '8x' ''; do
  later "ls -C -w '$v' short"
  later "ls -C -T '$v' short"
  for o in -C -x -m -1 -l '-1 --color=always'; do later "COLUMNS='$v' ls $o short"; done
  later "TABSIZE='$v' ls -C short"
done

# Sizes of the environment: what was read of a wrong one counts (V1)
for b in ' 1' '+1' '1b' '1x' '2w' '1Ki' 'KK' '1KiBx' '1R' R Q x 0 -1 '' '99999999999999999999' '18446744073709551616' 1Y Y "'1x"; do
  for n in LS_BLOCK_SIZE BLOCK_SIZE BLOCKSIZE; do later "$n=\"$b\" ls -ls types/plain.txt types/run.sh"; done
  later "ls -s --block-size=\"$b\" types/plain.txt"
done

for b in {,1}{e,p,z,y,g,t}{,B,x} posix eval; do
  later "BLOCKSIZE=$b ls -s types/plain.txt"
  later "ls -s --block-size=$b types/plain.txt"
done

# Abbreviated styles (V3)
for q in l lo cl e sh shell-a c- li x ''; do later "QUOTING_STYLE='$q' ls -m types nested"; done

# Messages of all that is wrong, and that there are no others
newest() { newer_ls 9.10; }
for o in -l -C '-C --color=always' '-l --color=always' '-D --zero'; do
  [ "$o" != '-D --zero' ] || newest || continue
  for t in x +%Y; do
    later "COLUMNS=x TABSIZE=x QUOTING_STYLE=x LS_COLORS=x TIME_STYLE=$t ls $o short 2>&1 | grep -c 'ls: ignoring\\|unpars'"
    later "COLUMNS=x TABSIZE=x QUOTING_STYLE=x LS_COLORS=x TIME_STYLE=$t ls $o short 2>&1 | sed -n '/^ls: /s/ .*//p' | head -n 2"
  done
done
for c in no=^ di=^@ 'ec=\' lc=1:mi=^; do later "LS_COLORS='$c' ls --color=always short 2>&1 | grep -c 'ls: unrecognized prefix'"; done

# Names in messages
later 'cd types; ls -lL 2>&1 >/dev/null | LC_ALL=C sort'
later 'cd types; ls -lL . 2>&1 >/dev/null | LC_ALL=C sort'
later 'ls -1UL types 2>&1' # in the place of their rows
later 'ls -1ULF types 2>&1'
later "ls -l --quoting-style=shell-escape 'no such' loopa"
! newest || later "ls -C -w80 --quoting-style=shell-escape 'no such' loopa chain"

# Offsets do not count colours, which end before them (F4), in the newest versions
if newest; then
  for o in '' -F -R -a -Q; do later "ls --dired --color=always $o types nested"; done
  later "LS_COLORS='no=1:lc=<:rc=>:rs=:ec=' ls -D --color=always types"
  later "LS_COLORS='lc=<' ls -D --color=always types"
fi

# Links of links that lead nowhere (B14)
st() { sed -e 's/\a/\x1b\\/g'; }
export -f st
for f in loopa loopb types/loop chain deep l1 l7 types/dangling nested/d/up; do later "ls --hyperlink -d $f | st"; done
later 'ls --hyperlink | st'
later 'ls -lL --hyperlink | st'
later 'ls -RL --hyperlink nested | st'

# Rows of which nothing is known (B12)
mkdir search && touch search/{b,cc} && mkdir search/sub && ln -s x search/l && chmod 744 search
chmod 755 "$WORK" "$WORK/tree"
nobody='setpriv --reuid=65534 --regid=65534 --clear-groups'
if $nobody true 2>/dev/null && $nobody "$BUILD/els" types >/dev/null 2>&1; then
  in_search="$nobody env PATH=\$PATH ls"
  [ "$(id -u)" = 0 ] || in_search=ls
  for o in -xi -Cs -CZ -xisZ -lis '-l --block-size=K' '-l --time-style=+%Y%m' "-l --time-style=\$'+older\\nnew'" \
    "-l --time-style=+%e%n%j" -lZ '-mi' '-Ci -T0'; do
    [[ $o != *%n* ]] || newest || continue
    later "$in_search $o search"
    later "$in_search $o search types/plain.txt"
  done
  later "$in_search --hyperlink search types/plain.txt | st"
  later "$in_search -la --hyperlink search | st"
fi

# Dates (F10): flags and widths that newer versions take otherwise are in unit/list/when_test
for f in %5d %_5d %05d %^a %#Z %^B %10Y %_3m %-d%-m %e%k%l %D%F%R%T %n%t %E %O %Q %5Q %::::z %:d %z%:z%::z%:::z %Od %OH %q %N%3N%12N%_12N%-N \
  '%%%' %5S%%d %% %_H %-I %b%b %h %c %x%X%r %p%P%#p %s %C%y%G%g%V%u%w%U%W%j 'a%' ''; do
  later "TZ=XYZ-5:30:15 ls -l '--time-style=+$f' times"
done
later "ls -l --time-style=+\$(printf '%%c%.0s' {1..60}) times" # as wide as no date may be
later "ls -l --time-style=+\$(printf x%.0s {1..1000}) times/nano"
later "ls -l --time-style=+\$(printf x%.0s {1..1001}) times/nano"

# Names that are none, in every layout and style
for o in -m -C '-x -w0' -l '-1 --sort=width'; do
  for q in literal shell-escape c-maybe escape; do later "ls $o --quoting-style=$q '' short/a '' 'no such'"; done
done

# The blank in the place of quotes counts as width, by which names are sorted
mkdir widths && touch widths/{'"q"',broken,file9,'x y',"it's",'a"b',abcdefg} && ln -s broken widths/plain && ln -s 'x y' widths/spaced
for q in shell shell-escape c-maybe c literal; do
  for o in -C -x -m -1 -l -w0; do later "ls $o --sort=width --quoting-style=$q widths"; done
  for o in -l -C -1; do later "ls $o --hyperlink --quoting-style=$q widths | st"; done
done

# Unknown times are older than 1970; /proc knows no birth
for o in -t -tr '-1 --sort=time' -Ut; do
  later "ls -d $o --time=birth /proc types/plain.txt /proc/version times"
done
compare
finish
