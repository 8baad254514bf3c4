#!/usr/bin/env bash
# find's language, N22: dates of -newermt read as GNU's date reads them. For each text date(1) says which moment
# T it is; of two files, one at T and one a nanosecond later, only the second is newer. Texts that depend on the
# present moment, and times before the epoch, get ten minutes of room. What date refuses, find refuses.
# shellcheck source=tests/lib/case.sh
. "$(dirname "$0")/../../lib/case.sh"
COUNT=${COUNT:-200} SEED=${SEED:-7}

forms() {
  cat <<'FORMS'
now
today
yesterday
tomorrow
1 day ago
2 days ago
-1 day
+1 day
1 day
next day
last day
this day
next week
last week
next month
last month
next year
last year
last monday
next monday
monday
this monday
mon
Mon.
Monday,
tues
wednes
thur
thurs
third monday
third week
third monday ago
first monday
2 monday
-1 monday
+2 friday
friday 10:00
next friday 17:30
eighth day
twelfth month
second
1 second
noon
midnight
12 noon
12:00 noon
noon tomorrow
midnight yesterday
noon UTC
tomorrow noon
10am
10 am
10a.m.
10 A.M.
12pm
12am
0am
10:30am
10:30:15 pm
10:30:15.5 pm
13:00 pm
00:00
24:00
23:59:60
23:59:61
2024-02-29
2024-2-9
24-2-9
70-1-1
68-12-31
69-1-1
99-12-31
00-1-1
2024-02-30
2024-13-01
2024-00-01
20240229
240229
20240229 1200
20240229T1200
20240229T120000
20240229T12:00
2024-02-29T12:00
2024-02-29T12:00:00
2024-02-29T12:00:00Z
2024-02-29T12:00:00+02
2024-02-29T12:00:00+0200
2024-02-29T12:00:00+02:00
2024-02-29T12:00:00.123456789+02:00
2024-02-29T12:00:00,5Z
2024-02-29 12:00:00 +0200
2024-02-29 12:00 -0530
2024-02-29 12:00:00 UTC
2024-02-29 12:00:00 EST
2024-02-29 12:00:00 EDT
2024-02-29 12:00:00 CET
2024-02-29 12:00:00 CEST
2024-02-29 12:00:00 BST
2024-02-29 12:00:00 MSK
2024-02-29 12:00:00 JST
2024-02-29 12:00:00 CET DST
2024-02-29 12:00:00 EST DST
2024-02-29 12:00 A
2024-02-29 12:00 M
2024-02-29 12:00 N
2024-02-29 12:00 Y
2024-02-29 12:00 Z
2024-02-29 12:00 J
2024-02-29 12:00 UTC+2
2024-02-29 12:00 UTC-3
2024-02-29 12:00 UTC+02:30
2024-02-29 12:00 GMT+1
2024-02-29 12:00 UTC +2 hours
2024-02-29 12:00 +2 hours
2024-02-29 12:00 +2
2024-02-29 12:00 -2 days
2024-02-29 -2 days
2024-02-29 +1 month
2024-01-31 +1 month
2024-01-31 1 month ago
2024-02-29 +1 year
2024-02-29 next year
29 Feb 2024
Feb 29 2024
Feb 29, 2024
February 29, 2024
29 February
29-Feb-2024
29Feb2024
29feb2024
29-feb
Feb-29-2024
Feb 29
Sept 5
Sep. 5
sept. 5 2021
Thu Feb 29 12:00:00 2024
Thu Feb 29 12:00:00 UTC 2024
Thu, 29 Feb 2024 12:00:00 +0000
Thu Feb 29 12:00:00 GMT 2024
Thu 29 Feb 2024 12:00:00 PM CET
2/29/2024
2/29
2/29/24
02/29/99
2024/02/29
2024/2/29
2024/02/29 10:00
1/2/3
@0
@1
@-1
@1234567890
@1234567890.5
@1234567890,5
@-1.5
@1.999999999999
@ 5
@5 days
@
 @7
@0x10
@99999999999999999999
5
05
0530
530
1330
2400
2024
9999
12345
123456
1234567
12345678
010203
1 week ago
1 weeks ago
2 fortnights ago
fortnight ago
3 hours ago
hour ago
an hour ago
a day ago
1 hour 30 minutes ago
1 hour 30 minutes
1 hour ago 30 minutes ago
2 days 3 hours ago
2 days ago 3 hours ago
1.5 hours ago
1.5 seconds ago
-1.5 seconds
+1.5 sec
1,5 sec ago
1.5 seconds
1 min ago
10 mins ago
10 minutes
10 secs
1 hr ago
next hour
last hour
last minute
last second
this week
this month
next fortnight
sunday
last sunday
next sunday
saturday ago
monday ago
1 monday ago
yesterday 10:00
10:00 yesterday
10:00 tomorrow
tomorrow 10:00 UTC
yesterday noon
2 days ago 10:00
10:00 2 days ago
last monday 10:00
monday next week
next week monday
jan 1 + 2 days
2024-01-01 + 2 days
2024-01-01+2 days
2024-01-01 +2days
2days
2days ago
3weeks
12hours ago
2024-01-01 2days
TZ="America/New_York" 2024-02-29 12:00
TZ="UTC+3" 12:00
TZ="Europe/Berlin" now
TZ=UTC 12:00
TZ="X\"Y" now
(comment) 2024-02-29
2024-02-29 (a comment) 12:00
2024-02-29 (nested (comment)) 12:00
2024-02-29 (open
2024-02-29,12:00
2024-02-29, 12:00
12:00, 2024-02-29
,
-
--
+
ago
day ago ago
and
2 and 3
10:00 10:00
2024-01-01 2024-01-01
monday tuesday
monday monday
UTC UTC
UTC
Z
z
GMT
est
10:00 est
+02:00
+0200
-0800
10:00+2
10:00+02
10:00+0230
10:00+24
10:00+25
10:00-24:00
10:00+2:60
10:00 +5 hours
10:00 5 hours
10:00-5
10:00 -5
12:34:56.789
12:34.5
12:3
1:2:3
1:2:
1:
:1
100:00
-10:00
99999 days ago
9999999999 days
99999999999999999999 days
1000000 years
-1000000 years
292277026596 years
3000-01-01
9999-12-31
10000-01-01
123456-01-01
1900-01-01
0001-01-01
0-1-1
1-1-1
-1-1-1
1969-12-31
2038-01-19 03:14:08
2106-02-07
Jan 2024
January
jan
may
march
1 jan
1 january 2024 10:00
january 1
jan 1 10:00
jan 1 10
jan 1 2024 10
10 jan 1
1 jan 24
1 jan 1824
mar 5, 10:00
5 mar, 2024
5th march
dst
10:00 dst
utc dst
10:00 UTC dst
first day
second day
second month
2nd day
sixth hour
next next day
last last week
last next day
1 2 days
20 days 3
20240101 10
20240101 1000
20240101 100000
1000 20240101
2024-01-01 1000
10:00:00 2024
2024 10:00
Jan 5 10:00 2024
Jan 5 2024 10:00
2024-W01-1
2024-060
12:00 UTC 2024-01-01
12:00UTC
12:00utc
12:00Z
12:00z
1200Z
2024-01-01Z
2024-01-01 UTC
2024-01-01T00:00:00.000Z
2024-01-01t00:00:00z
2024-01-01T10
2024-01-01T10Z
2024-01-01 10Z
2024-01-01T10:00 PM
tomorrow UTC
1 month ago UTC
last friday UTC
week
month
year
day
hour
minute
fortnight
days
years ago
1day
1month
1y
1d
1h
1m
1s
1w
sec
secs ago
now now
today today
today now
yesterday tomorrow
now 10:00
today 10:00
today noon
now + 1 day
now - 1 day
now -1 day
now+1day
1 day ago now
2024-06-01 12:00 now
tonight

FORMS
  # Words at random: most are refused, and in what remains each one matters.
  awk -v n="$COUNT" -v seed="$SEED" 'function r(k) { seed = (seed * 1103515245 + 12345) % 2147483648; return int(seed / 65536) % k }
    BEGIN {
      k = split("2024-02-29|2024-3-31|24-1-1|10:00|10:00:30|23:59:59.5|02:30:00|5|12|2024|0530|20240331|+2|-3|+0530|-08:00|UTC|EST|EDT|CEST|T|A|N|monday|Fri|thurs,|last|next|third|this|day|week|months|year|hours|sec|ago|yesterday|now|am|pm|March|Sept|5-mar-2020|3/10/2024|1.5|,|-|(x)|and|@5|1|-1|10am|1:30 AM|UTC+2|dst|-1 day|2 weeks ago|1 month ago|+1 year|2024-03-10 02:30|2024-11-03 01:30", w, "|")
      for (i = 0; i < n; i++) {
        line = w[r(k) + 1]
        for (m = r(3); m > 0; m--) line = line " " w[r(k) + 1]
        print line
      }
    }'
}

probe() { # zone
  local text at later lo hi slack got
  export TZ=$1
  while IFS= read -r text; do
    at=$(date -d "$text" +%s.%N 2>/dev/null) || at=
    if [ -z "$at" ]; then
      if find . -maxdepth 0 -newermt "$text" >/dev/null 2>&1; then
        fail "$1: '$text' is read, date refuses it"
      else
        pass
      fi
      continue
    fi
    # The file system keeps some four centuries.
    case ${at%.*} in -??????????* | ???????????*) continue ;; esac
    later=$(date -d "$text" +%s.%N)
    if [ "$at" = "$later" ] && [ "${at#-}" = "$at" ]; then
      lo=@$at
      slack=$(printf '%09d' $((10#${at#*.} + 1)))
      [ "$slack" = 1000000000 ] && continue
      hi=@${at%.*}.$slack
    else
      lo=@$((${at%.*} - 600))
      hi=@$((${at%.*} + 600))
    fi
    touch -d "$lo" lo && touch -d "$hi" hi
    got=$(find lo hi -newermt "$text" 2>&1)
    if [ "$got" = hi ]; then pass; else fail "$1: '$text' is $at" "newer: $(echo $got)"; fi
  done
}

forms >"$WORK/forms"
probe UTC0 <"$WORK/forms"
for zone in America/New_York Europe/Berlin; do
  [ -e "/usr/share/zoneinfo/$zone" ] && forms | tail -n "$COUNT" | head -n 100 >"$WORK/some" && probe "$zone" <"$WORK/some"
done

# What date of 9.1 refuses and GNU find 4.11 takes: day, month and year joined by points. The moments are those of 4.11.
export TZ=UTC0
dotted() { # date of the same moment, texts
  local same=$1 text got
  shift
  touch -d "$same" lo && touch -d "$same + 0.000000001 seconds" hi
  for text in "$@"; do
    got=$(find lo hi -newermt "$text" 2>&1)
    if [ "$got" = hi ]; then pass; else fail "'$text' is $same" "newer: $(echo $got)"; fi
  done
}
row N22
dotted '2023-05-01' 01.05.2023 1.5.2023 01.05.23 1.5.02023 001.005.2023 '1. 5. 2023' '1.5. 2023' '1 . 5 . 2023' 'Mon, 1.5.2023' \
  '1.5.2023 Mon' '30.4.2023 +1 day' '1.5.2023Z' '(x)1.5.2023(y)' '2.5.2023 yesterday'
dotted '2023-05-01 10:20:30' '01.05.2023 10:20:30' '10:20:30 1.5.2023' '1.5. 2023 10:20:30' '1.5.2023 10:20:29.5 0.5 seconds'
dotted '1969-05-01' 1.5.69
dotted '2068-05-01' 1.5.68
dotted "$(date +%Y)-05-01" 1.5. 01.05. '2.5. -1 day' '1.5.()'
dotted "$(date +%Y)-05-01 03:00" '1.5. 3' '3 1.5.' '1.5. 3:00' '1.5. 3am'
dotted "$(date +%Y)-05-01 00:00:05.5" '1.5. 5.5 seconds'
dotted '2002-05-02' '1.5.02 days'
for text in 32.05.2023 01.13.2023 01.05 1.5.2023. 01.05.2023.5 '1.5.2023.5 seconds' '1.5.5,5 seconds' -1.5.2023 +1.5.2023 1.-5.2023 1.5.-2023 \
  2023.05.01 0.5.2023 1.0.2023 29.2.2023 '1 .5.2023' '1.5 .2023' 1.5,2023 1,5,2023 '1.5.2023 10.20' '1.5.2023 +02:00' '1.5.2023 2.5.2023' \
  1.5.10:00 1.5.2023/3 @1.5. 2.1.5.2023 10:20:30.5.5.2023 1.5.99999999999 1.may.2023; do
  yes_ "date '$text' is refused" bash -c '! find . -maxdepth 0 -newermt "$1"' - "$text"
done
finish
