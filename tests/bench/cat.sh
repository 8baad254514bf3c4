#!/usr/bin/env bash
# ecat against GNU cat and bat: start, big files copied and formatted, many small ones, ranges, previews, memory. The
# first line of each block is the rival, whose time is 1.00; behind a case's name stands what ecat may take of it, or
# its own limit. A case with a pipe or a file is run by the shell, whose time counts for both.
# GB: size of the big file in GiB (default 1). ROUNDS: runs of the big cases (default 5). PEERS: a folder with bin/{cat,bat}.
#   BUILD=build/release PEERS=dir bash tests/bench/cat.sh [word]
set -u
word=${1:-}
ROUNDS=${ROUNDS:-5}
# shellcheck source=tests/lib/bench.sh
. "$(dirname "$0")/../lib/bench.sh"
top=$(cd "$(dirname "$0")/../.." && pwd)
cat=$PEERS/bin/cat
[ -x "$cat" ] || cat=$(command -v cat)
ecat=$(ours ecat "$cat")
bat=$PEERS/bin/bat
[ -x "$bat" ] || bat=
few=$ROUNDS
many=${STARTS:-101}
cd "$work" || exit 1

# against CASE BUDGET RUNS 'arguments': the two cats as they are
against() {
  ROUNDS=$3
  block "$1" "$2" "cat=$cat $4" "ecat=$ecat $4"
}

# within CASE BUDGET RUNS 'shell command in which @ is the program'
within() {
  ROUNDS=$3
  printf '%s\n' "${4//@/$cat}" >theirs.sh
  printf '%s\n' "${4//@/$ecat}" >ours.sh
  block "$1" "$2" "cat=sh theirs.sh" "ecat=sh ours.sh"
}

# beside CASE BUDGET RUNS 'arguments' ["bat's"]
beside() {
  [ -n "$bat" ] || return 0
  ROUNDS=$3
  block "$1" "$2" "bat=$bat --no-config ${5:-$4}" "ecat=$ecat $4"
}

# once: ember's sources; text.c: some 50 MB of them; big: so many copies that GB is reached; c300.c: 300 KB of C
"$cat" "$top"/common/*/*.c "$top"/cmd/*/*.c >once
head -c 300000 once >c300.c
for _ in $(seq $((52428800 / $(stat -c %s once) + 1))); do "$cat" once; done >text.c
for _ in $(seq $((${GB:-1} * 1073741824 / $(stat -c %s text.c) + 1))); do "$cat" text.c; done >big
mkdir small
for i in $(seq 10000); do echo "file $i" >"small/$i"; done
awk 'BEGIN { for (i = 0; i < 49311; i++) printf "#define gcREGISTER_NAME_%d__FIELD_NAME_OF_IT__SHIFT                       0x%x\n", i, i }' >header.h
head -c 100000000 /dev/zero | tr '\0' x >line.c
echo 'int main(void) { return 0; }' >one.c
: >nothing

against cat-start '1.15' "$many" nothing
against cat-start-n '1.15' "$many" '-n one.c'
within cat-small '1.00' 11 '@ small/*'
against cat-null '1.05' 21 big
within cat-pipe '1.05' "$few" '@ big | dd bs=128k of=/dev/null status=none'
within cat-from-pipe '1.05' "$few" 'dd if=big bs=128k status=none | @'
within cat-file '1.05' "$few" '@ big >copy'
rm -f copy
for o in -n -b -s -A -E -T -v; do
  within "cat$o" '1.00' "$few" "@ $o big | dd bs=128k of=/dev/null status=none"
done
against cat-memory 'constant' 1 big
beside bat-memory-line '3 MiB' 1 '-p line.c'
beside bat-memory-colour '16 MiB' 1 '-pf line.c'
beside bat-start '0.8 ms' "$many" 'nothing'
beside bat-one-line '2.5 ms' "$many" '-f one.c'
beside bat-preview '5 ms' 21 '--color=always --style=numbers --line-range=:500 c300.c'
beside bat-plain '0.1' 3 '-p text.c'
beside bat-range-header '30 ms' 3 '-f -r 40000:40010 header.h'
beside bat-range-header-plain '0.1' 3 '-r 40000:40010 header.h'
beside bat-range-big '0.1' 3 '-f -r 40000:40010 --file-name=x.c big'
beside bat-range-big-plain '0.1' 3 '-r 40000:40010 big'
beside bat-last-lines '0.1' 3 '-r -10: text.c'
