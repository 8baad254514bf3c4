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

