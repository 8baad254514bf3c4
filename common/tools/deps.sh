#!/bin/sh
# deps.sh [npm]: see that what the build and the tests need is there; install what is missing from
# Debian's packages (as root, or through sudo), or say what is needed and stop.
set -eu

# command-or-header package, one a line
needs='
cmd:gcc gcc
cmd:ar binutils
cmd:pkg-config pkg-config
cmd:git git
cmd:tmux tmux
cmd:strace strace
cmd:valgrind valgrind
cmd:groff groff
cmd:mandoc mandoc
cmd:clang clang
cmd:man man-db
cmd:less less
cmd:find findutils
cmd:cmp diffutils
cmd:script bsdutils
cmd:pgrep procps
pkg:oniguruma libonig-dev
pkg:ncursesw libncurses-dev
pkg:tinfo libncurses-dev
pkg:libutf8proc libutf8proc-dev
pkg:libgit2 libgit2-dev
pkg:jansson libjansson-dev
pkg:expat libexpat1-dev
pkg:yaml-0.1 libyaml-dev
pkg:cmocka libcmocka-dev
inc:stdlib.h libc6-dev
cmd:localedef libc-bin
file:/usr/share/i18n/locales/sv_SE locales
inc:linux/landlock.h linux-libc-dev
'
[ "${1:-}" = npm ] && needs='
cmd:node nodejs
cmd:npm npm
'

missing() {
  printf '%s\n' "$needs" | while read -r what package; do
    case $what in
    '') continue ;;
    cmd:*) command -v "${what#cmd:}" >/dev/null 2>&1 && continue ;;
    pkg:*) pkg-config --exists "${what#pkg:}" 2>/dev/null && continue ;;
    inc:*) [ -e "/usr/include/${what#inc:}" ] && continue ;;
    file:*) [ -e "${what#file:}" ] && continue ;;
    esac
    echo "$package"
  done | sort -u | tr '\n' ' '
}

want=$(missing)
[ -z "$want" ] && exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "ember: needed and not found: $want" >&2
  echo "ember: (Debian's names; install them with your system's package manager, then run make again)" >&2
  exit 1
fi
if [ "$(id -u)" = 0 ]; then
  as_root=
elif command -v sudo >/dev/null 2>&1 && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
  as_root=sudo
else
  echo "ember: needed and not found: $want" >&2
  echo "ember: without root or sudo nothing can be installed; as root: apt-get install $want" >&2
  exit 1
fi
echo "ember: installing $want"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086  # as_root and want are lists of words
if ! { $as_root apt-get update -qq && $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $want; } >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  echo "ember: apt-get could not install: $want" >&2
  exit 1
fi
want=$(missing)
[ -z "$want" ] && exit 0
echo "ember: still not found after installing: $want" >&2
exit 1
