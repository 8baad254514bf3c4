#!/usr/bin/env bash
# els against GNU ls: every pair of letters, and triples drawn with a fixed seed, on one fixture.
. "$(dirname "$0")/../../lib/case.sh"
. "$HERE/_fixtures.sh" || exit 1
mkdir mix && cd mix || exit 1
fixture_types
fixture_versions
mv versions/.[!.]* versions/* types/ 2>/dev/null
touch 'types/with space' 'types/日本語'
! newer_ls || touch $'types/new\nline' $'types/inv\377'
chown 12345:6 types/plain.txt
letters=(a A b B c C d F g G h H i k l L m n N o p q Q r R s S t u U v x X 1 T4 w40 w7 'I*.txt')
words=(--color=always --group-directories-first --full-time --si --author --file-type --quoting-style=shell-escape
  --sort=width --time=atime --block-size=K --hide=a\* --zero)
all=()
for l in "${letters[@]}"; do all+=("-$l"); done
all+=("${words[@]}")
n=${#all[@]}
for ((i = 0; i < n; i++)); do
  later "ls '${all[i]}' types"
  for ((j = 0; j < n; j++)); do
    [ "$i" = "$j" ] || { [ "$i" -gt "$j" ] && [ $(((i + j) % 3)) != 0 ]; } || later "ls '${all[i]}' '${all[j]}' types"
  done
done
RANDOM=20
for ((k = 0; k < 400; k++)); do
  a=$((RANDOM % n)) b=$((RANDOM % n)) c=$((RANDOM % n))
  later "ls '${all[a]}' '${all[b]}' '${all[c]}' types/dir types types/link"
done
compare
finish
