#!/usr/bin/env bash
# Quoting, here documents, expansions.
set -euo pipefail
readonly NAME="world" num=$((1 + 2 * 3)) arr=(a "b c" $'d\n\x41' [5]=e)
declare -A map=([key]=value ["other key"]='x')
export PATH=$PATH:/usr/local/bin; alias ll='ls -l'
echo "hello ${NAME:-default} $1 $@ $# $? $$ $! ${#arr[@]} ${arr[*]:1:2} \$escaped \"q\" `date +%s` $(id -u)"
echo 'single $not' "nested $(echo "inner ${x/#a/b} $(cat <<<"here")")" ${v^^} ${v%%.*} ${!ref} ${v:?message}

function greet() {
  local -r who=${1:?usage}
  if [[ $who == *.txt && ! -f "$who" || $who =~ ^[a-z]+\.(c|h)$ ]]; then
    printf '%s\n' "$who" >&2 2>/dev/null | tee -a log &
  elif [ "$who" = "x" -a -d /tmp ] || test -n "$who"; then
    return 1
  else
    :
  fi
}

other() ( cd /tmp && ls )

for i in {1..10..2} *.c "$@"; do
  case "$i" in
    -h|--help) usage; exit 0 ;;
    [0-9]*) (( i++ )) ;;&
    *.c) continue ;;
    *) break 2
  esac
done
for ((i = 0; i < 10; i++)); do echo $i; done
while IFS= read -r line || [[ -n $line ]]; do echo "${line,,}"; done < <(grep -v '^#' file) 3<&0
until false; do sleep 1; done
select x in a b; do break; done

cat <<EOF > out.txt
expanded $NAME ${arr[0]} $(pwd) \$no `uname`
	tab
EOF
cat <<-'END' | sed -e 's/a/b/g' -e "/x/d"
	literal $NAME
	END
cat <<"E O F"
quoted
E O F
trap 'rm -f "$tmp"' EXIT INT
[ -z "${x-}" ] && { echo a; echo b; } || ! true
x=$(( (a << 2) | 0xff, b ? c : d ** 2 )) y=${x:+set}
let "z = x + 1"; eval "$cmd"; source ./lib.sh; . ./lib2.sh
exec 5<>/dev/tcp/host/80
coproc worker { cat; }
time sudo -u root find . -name '*.c' -exec grep -l foo {} + | xargs -0 -n1 echo \
  continued --long-option=value -x
echo "unterminated ${x
