#!/usr/bin/env bash
# find's language in large directories: batches of 100,000, sorted by inode above 10,000 but not on tmpfs
# (spec Q1, Q2, Q11). LONG=1: up to 210,000 entries, on the disk and on tmpfs, with more questions.
# shellcheck source=tests/lib/case.sh
. "$(dirname "$0")/../../lib/case.sh"
row Q1
CASE_SECS=600

fill() { # folder count
  mkdir -p "$1"
  perl -e 'chdir $ARGV[0] or die; for (1 .. $ARGV[1]) { open F, sprintf(">f%06d", $_) or die }' "$1" "$2"
  [ "${3:-}" = dirs ] || return
  mkdir "$1/f000500.d" "$1"/d.{1,2,3} "$1/z.d"
  : >"$1/f000500.d/x"
  : >"$1/d.2/x"
  : >"$1/z.d/y"
}

# GNU find once, ours with each number of threads. The command's "find" takes the option.
big() { # 'command'
  local j
  case_run "$GNU" "$1"
  mv "$WORK/out" "$WORK/wanted"
  for j in 1 2 4 8; do
    case_run "$WORK/ours" "${1/find /find -j$j }"
    if [ "$got" = 0 ] && cmp -s "$WORK/wanted" "$WORK/out"; then pass; else
      fail "-j$j: $1" "status $got" "$(diff "$WORK/wanted" "$WORK/out" | head -n 4)"
    fi
  done
}

sweep() { # folder
  local n
  for n in 9000 10000 10001 ${LONG:+99999 100000 100001 110000 110001 210000}; do
    fill "$1/$n" "$n" "$([ "$n" -gt 10000 ] && echo dirs)"
    big "find $1/$n"
    [ "$n" = 9000 ] && continue
    big "find $1/$n -type d"
    [ -n "${LONG:-}" ] || { rm -rf "${1:?}/$n"; continue; }
    big "find $1/$n -depth"
    big "find $1/$n -size 0 -name '*7*'"
    big "find $1/$n -exec echo {} +"
    big "find $1/$n -name '*99' -prune -o -newer $1/$n/f000001 -print"
    rm -rf "${1:?}/$n"
  done
  rm -rf "$1/9000"
}

sweep disk
if [ -d /dev/shm ] && [ -w /dev/shm ]; then
  shm=$(mktemp -d /dev/shm/ember.XXXXXX)
  sweep "$shm"
  rm -rf "$shm"
fi

if [ -z "${LONG:-}" ]; then # the border of a batch; names are made faster than files
  mkdir -p n/f000500.d n/d.{1,2,3} n/z.d
  : >n/d.2/x
  perl -e 'chdir "n" or die; for (0 .. 6) { open F, ">s$_" or die }
    for (1 .. 99994) { link "s" . $_ * 5 % 7, sprintf("f%06d", $_) or die } mkdir "last"; open F, ">last/y"'
  big 'find n'
  is 'ulimit -n 8; find n | wc -l' 0 '100010\n'
  row B10 # a batch is kept packed (a sanitizer's own memory is not ours)
  cat >peak <<'EOS'
awk '/^VmHWM/ { print $2 < 6144 ? "packed" : $2 }' "/proc/$PPID/status"
EOS
  [ -n "${SANITIZE:-}" ] || is 'find n -name f099000 -exec sh peak \;' 0 'packed\n'
fi
row Q2
rm -rf n
fill n 10000
same 'find n -exec echo {} + | sha256sum'
same 'find n -execdir echo {} + | sha256sum'
finish
