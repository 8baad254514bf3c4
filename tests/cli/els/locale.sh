#!/usr/bin/env bash
# els against GNU ls in other locales: order, dates, words, characters (spec els F10 to F12, R1).
# The locales are made here, in a folder of this test's own.
. "$(dirname "$0")/../../lib/case.sh"
. "$HERE/_fixtures.sh" || exit 1
fixture_types
fixture_names
fixture_times
fixture_sizes
fixture_nested
mkdir order && (cd order && touch a B c Z z ä Ä å ö Ö é e f E .a .B _x x-y xy 'x y' ß ss n ñ 1 10 2 ａ Ⅷ A.c a.b a.B b.A w v W V)
mkdir latin && touch latin/$'\344' latin/$'\366x' latin/a latin/z latin/$'\337' latin/$'\240nb' latin/$'\205c1'
mkdir euc && touch euc/$'\306\374\313\334' euc/$'\244\242' euc/$'\216\261' euc/a euc/$'\306' euc/'~'
export LOCPATH=$WORK/locales TERM=xterm
mkdir "$LOCPATH"
made=()
for name in de_DE.UTF-8 sv_SE.UTF-8 ja_JP.EUC-JP de_DE.ISO-8859-1; do
  localedef -c -i "${name%%.*}" -f "${name#*.}" "$LOCPATH/$name" >/dev/null 2>&1
  [ -e "$LOCPATH/$name/LC_CTYPE" ] && made+=("$name")
done
yes_ "locales can be made" test "${#made[@]}" = 4

for name in "${made[@]}"; do
  for fixture in types names order latin euc; do
    for o in '' -l -r -f -X -v -S -lh -s -Q -b -q -F -lt \
      '--quoting-style=shell-escape' '-l --quoting-style=shell-escape' --sort=extension --group-directories-first; do
      later "LC_ALL=$name ls $o $fixture"
    done
    # Quotes that are translated, and widths of what does not print: as in newer versions alone.
    ! newer_ls || for o in --quoting-style=locale --quoting-style=clocale; do later "LC_ALL=$name ls $o $fixture"; done
    case $name$fixture in *latin | *euc | *EUC-JP*) newer_ls || continue ;; esac
    for o in -C -x -m '-C -w40' --sort=width '-Cq -w30' '-CQ'; do later "LC_ALL=$name ls $o $fixture"; done
  done
  later "LC_ALL=$name ls -l times"
  later "LC_ALL=$name ls -lu times"
  later "LC_ALL=$name ls -l --time-style=locale times"
  later "LC_ALL=$name ls -l --time-style='+%c %x %b %B %A %p' times"
  later "LC_ALL=$name ls -l --time-style=+%b times"
  later "LC_ALL=$name ls -l --time-style=posix-iso times"
  later "LC_ALL=$name TIME_STYLE=posix-long-iso ls -l times"
  later "LC_ALL=$name ls -lsh sizes"
  later "LC_ALL=$name ls -ls --block-size=\\'1 sizes"
  later "LC_ALL=$name ls -ls --block-size=\\'K sizes"
  later "LC_ALL=$name ls -lR nested"
  later "LC_ALL=$name ls -R order nested types"
  later "LC_ALL=$name ls --color=always order"
  later "LC_ALL=$name ls -d order/* types/*"
  later "LC_TIME=$name LC_ALL= LANG=C.UTF-8 ls -l times"
  later "LC_COLLATE=$name LC_ALL= LANG=C.UTF-8 ls order"
  later "LC_CTYPE=$name LC_ALL= LANG=C ls -q order latin euc"
  later "LC_MESSAGES=$name LC_ALL= LANG=C.UTF-8 ls -l nested"
  later "LANG=$name LC_ALL= ls -l nested order"
  later "LANG=$name LC_ALL= LC_TIME=C ls -l times"
  later "LANG=$name LC_ALL= LANGUAGE=fr ls -l times"
  later "LC_ALL=$name LANGUAGE=sv:de ls -l times"
done
# One category that cannot be had leaves all at C; names of months that do not print are not aligned.
for name in LC_PAPER LC_TIME LC_MEASUREMENT LC_COLLATE; do
  later "LC_ALL= LANG=de_DE.UTF-8 $name=xx_YY ls -lq order times"
  later "LC_ALL= LANG=C.UTF-8 $name=xx_YY ls -q order"
  later "LC_ALL= LANG=C.UTF-8 $name=sv_SE.UTF-8 ls -q order"
done
later "LC_ALL=xx_YY TIME_STYLE=posix-iso ls -l times"
later "LC_ALL= LC_TIME=de_DE.UTF-8 ls -l times"
later "LC_ALL= LC_TIME=ja_JP.EUC-JP LC_CTYPE=C.UTF-8 ls -l times"
later "LC_ALL=xx_YY.UTF-8 ls -l order times"
later "LANG=xx_YY LC_ALL= ls -l order times"
compare
finish
