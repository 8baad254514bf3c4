#!/usr/bin/env bash
# tests/peers/lsd_eza.sh: els called lsd or eza lists the same entries in the same order as those programs (spec els
# N3 to N5), with their letters, and its long views say the same about them.
. "$(dirname "$0")/../lib/case.sh"
: "${PEERS:?}"
mkdir t && cd t || exit 1
mkdir -p dir/sub/deep .hid Zdir empty 'with space'
printf 'x%.0s' $(seq 3000) >big.txt
touch a B c10 c2 README.md .dot 'sp ace' file.tar.gz x.c y.h ä dir/one dir/.two dir/sub/three 'old~' run.sh
chmod 755 run.sh && ln -s a link && ln -s dir dlink && ln -s nowhere broken && mkfifo pipe
i=0
find . -mindepth 1 | LC_ALL=C sort | while read -r f; do touch -h -d "2024-01-$((++i)) 12:00" "$f"; done
n=0
find . -type f | LC_ALL=C sort | while read -r f; do head -c $((n += 100)) /dev/zero >"$f"; touch -d "2024-02-$((++i % 28 + 1)) 12:00" "$f"; done
for p in lsd eza; do ln -s "$BUILD/els" "$WORK/ours/$p"; done
unset EZA_COLORS EXA_COLORS LSD_CONFIG

alike() { # program arguments: the same output, blanks apart
  local want got
  want=$(PATH=$PEERS/bin:$SYSTEM_PATH timeout 10 bash -c "$1 $2" 2>/dev/null </dev/null | sed -E 's/\x1b\[[0-9;]*m//g; s/[ \t]+/ /g; s/ $//; s/^ //; /^$/d')
  got=$(PATH=$WORK/ours:$SYSTEM_PATH timeout 10 bash -c "$1 $2" 2>/dev/null </dev/null | sed -E 's/\x1b\[[0-9;]*m//g; s/[ \t]+/ /g; s/ $//; s/^ //; /^$/d')
  if [ "$want" ] && [ "$want" = "$got" ]; then pass; else
    fail "$1 $2" "$(diff <(echo "$want") <(echo "$got") | head -n 8 | cat -v)"
  fi
}
for o in -1 '-1a .' '-1aa .' -1A -1r '-1fs size' '-1s name' '-1s Name' '-1s ext' '-1s Ext' '-1s modified' '-1s age' '-1s inode' \
  '-1frs size' '-1s .name' -1D -1f '-1 --group-directories-first' '-1 --group-directories-last' "-1I '*.c'" "-1I '*.c|*.h'" '-1d' \
  '-1 --no-symlinks' '-1 --classify=always' -R '-1R' -T '-T -L 1' '-TL2' '-Ta .' '-TD' '-1 dir' '-1 dir a' '-1 --sort=none' '-1 -s newest' '-1 -s oldest' \
  '-l --no-time' '-l --no-user --no-time' '-l --no-permissions --no-time' '-lh --no-time' '-lB --no-time' '-lb --no-time' '-lo --no-time' '-lH --no-time' '-li --no-time' \
  '-l --no-filesize --no-time' '-lg --no-time' '-ln --no-time' '-l --time-style=long-iso' '-l --time-style=full-iso' "-l --time-style='+%Y'" '-lm --time-style=long-iso' \
  '-lT --no-time' '-ld --no-time' '-lr --no-time' '-l --links --octal-permissions --no-time' '-1 --color=never' '-1 --icons=never' '--oneline --all' '--long --header --no-time' '-x -1'; do
  case $o in *dir | *a | *.) ;; *) o="$o ." ;; esac # without a name it would read standard input
  alike eza "--color=never $o"
done
for o in '-1 --only-dirs' '-1 --only-files' '-1 --follow-symlinks' '-T --git-ignore' '-lS --no-time' '-l --blocksize --no-time' '-lT -L1 --no-time' \
  '-l --header --no-user' '-l --smart-group --no-time' '-la --no-time' '-laa --no-time' '-l --time-style=iso' '-l --no-symlinks --no-time' \
  '-1 -s extension' '-1 -s Extension' '-1 -s .Name' '-1r --sort=none' '-x --width 40' '-lG --width 200 --no-time' '-1w 40' '-lh -B --no-time' \
  '-l --time-style=default' '-lT --level=2 --no-user --no-time' '-RL1 -1' '-1R --level=1' '-lR --no-time' '-l --octal-permissions --no-permissions --no-time' \
  '-lM --no-time' '-lZ --no-time' '-1 --no-quotes' "-1 --ignore-glob='*.txt|c*'" '-l --modified --changed --no-user --time-style=+%Y' '-T -r' '-TA' '-Ta -L1' \
  '-1 --group-directories-first -r' '-T --level=1 --group-directories-first' '-l --git --no-time' '--oneline -A' '-lHiSg --no-time' \
  '-lu --time-style=long-iso' '-lU --time-style=+%Y'; do
  alike eza "--color=never $o ."
done
for o in '-1d dir a' '-l pipe a --no-time' '-l dlink --no-time' '-l broken link dlink --no-time' '-1 dlink' '-1d dlink'; do alike eza "--color=never $o"; done
for o in '-1 Zdir dir' '-1r Zdir dir' '-1 a Zdir dir B' '-iZ a B' '-x dir Zdir' '-w 40 dir' '-F=always -d dir' '-TL=1 dir' '-s=Name .' '-s Extension .' \
  '-s type .' '-lf -s accessed --time-style=long-iso .' '-s modified -l --time=accessed --time-style=long-iso Zdir dir' '--absolute=on -s extension dir'; do
  alike eza "--color=never $o"
done
for o in -1 -1a -1A -1r -1t -1v -1U '-1 --group-dirs first' '-1 --group-dirs last' "-1I '*.c'" '-1 --sort time' \
  '-1 --sort none' '-1 --tree' '--tree --depth 1' '--tree -a' '-1d' '-1F' '-R' '-1R' '-1 dir a' \
  '-l --blocks permission,name' '-l --blocks name' '-l --blocks size,name' '-l --blocks user,group,name' '-l --size bytes --blocks size,name' \
  '-l --size short --blocks size,name' '-l --permission octal --blocks permission,name' '-l --blocks links,name' '-l --blocks inode,name' \
  '-l --date +%Y --blocks date,name' '-l --date date' '-l' '-la' '-l --no-symlink' '-l --header' '-l --classic' '-1 --timesort' '-S dir' '-X dir' '-1rS dir/one dir/sub/three' '-1 --sizesort big.txt a' '-1N'; do
  alike lsd "--color never --icon never $o"
done
for o in '-1 --depth 1' '-1 --sort version' '-1 --versionsort' '-1 --reverse' '-1 --group-directories-first' '--tree dir' '--tree --depth 2' '-lA --blocks name' '-1L' \
  '-lL --blocks permission,size,name' '-1 -I "*.c" -I "*.h"' "-1 --ignore-glob '*.txt'" '-lah --blocks permission,name' '-R --depth 1' '-1a dir' '-1A dir' \
  '-l --date "+%H:%M"' '-i -1' '-li --blocks inode,name' '-lF --blocks name' '-1dF dir a' '-l --header --blocks permission,user,size,name' '-1tr' '-1vr' '--tree -A' '-1Z' \
  '-l --truncate-owner-after 2 --blocks user,name' '-l --truncate-owner-after 2 --truncate-owner-marker x --blocks user,group,name' \
  '-l --classic --blocks permission,size,name' '-l broken' '-l dlink' '-l pipe' '-1 link' '--oneline' '--long --blocks name,size' '-l --size default --blocks name,size'; do
  alike lsd "--color never --icon never $o"
done
finish
