#!/bin/sh
# tour.sh: the three programs at work on this repository; what `make run` shows.
set -eu
: "${BUILD:?}"
PATH=$BUILD:$PATH
width=${COLUMNS:-}
[ -n "$width" ] || width=$(tput cols 2>/dev/null || echo 100)
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then color=always; else color=never; fi

show() {
  printf '\n$ %s\n' "$*"
  "$@"
}
show els --color=$color --tree --depth=1 --icons=never
show els --color=$color -l --git common
show efind --color=$color -e h . include/ember/walk
show efind --lang=find common -name '*.c' -path '*/syntax/*' -prune -o -type d -print
show ecat --color=$color --decorations=always --terminal-width="$width" --paging=never -r 1:30 common/base/str.c
printf '\nember is built: %s\n' "$BUILD"
printf 'Try:  alias cat=%s ls=%s find=%s\n' "'$BUILD/ecat'" "'$BUILD/els'" "'$BUILD/efind --lang=find'"
