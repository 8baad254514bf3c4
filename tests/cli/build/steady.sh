#!/usr/bin/env bash
# The steady state allocates nothing per line and per entry: twice the work, (nearly) the same count of
# allocations, as valgrind counts them. A sanitized program brings its own allocator and is not counted.
. "$(dirname "$0")/../../lib/case.sh"
[ -n "${SANITIZE:-}" ] && { yes_ "ecat runs sanitized" ecat --version; finish; }

allocations() { # program argument...
  local program=$1
  shift
  valgrind --vgdb=no --log-file="$WORK/heap" "$BUILD/$program" "$@" >/dev/null 2>&1
  sed -nE 's/.*total heap usage: ([0-9,]+) allocs.*/\1/p' "$WORK/heap" | tr -d ,
}

# steady NAME LIMIT 'small command' 'twice the work': at most LIMIT more allocations for the second half
steady() {
  local small large
  small=$(eval "allocations $3")
  large=$(eval "allocations $4")
  if [ -n "$small" ] && [ -n "$large" ] && [ $((large - small)) -le "$2" ]; then pass; else
    fail "$1" "$small allocations, $large for twice the work; at most $2 more allowed"
  fi
}

# Plain text, so that all but the tokeniser is counted: Oniguruma allocates in each of its matches.
lines() { # count
  local i
  for ((i = 0; i < $1; i++)); do printf 'a line with a\ttab, caf\303\251 and \033[31mcolour\033[m, longer than the terminal is wide\n'; done
}
lines 300 >small.txt
lines 600 >large.txt
steady "ecat: no allocation a line, plain" 0 'ecat -n small.txt' 'ecat -n large.txt'
steady "ecat: no allocation a line, coloured" 16 'ecat --color=always -p small.txt' 'ecat --color=always -p large.txt'
steady "ecat: no allocation a line, decorated" 16 'ecat -f --terminal-width=40 small.txt' 'ecat -f --terminal-width=40 large.txt'

mkdir small large
(cd small && touch $(seq -f 'file%g.c' 500))
(cd large && touch $(seq -f 'file%g.c' 1000))
steady "els: no allocation an entry" 24 'els small' 'els large'
steady "els -l: no allocation an entry" 24 'els -l small' 'els -l large'
steady "efind: no allocation an entry" 8 'efind -j1 file small' 'efind -j1 file large'
steady "efind, find's language: no allocation an entry" 8 'efind --lang=find small -name "*.c" -size 0' 'efind --lang=find large -name "*.c" -size 0'
finish
