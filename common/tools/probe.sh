#!/bin/sh
# probe.sh: which flags and libraries this compiler and system take, as make variables on stdout.
# Reads CC, MODE, SANITIZE, LTO from the environment.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo 'int main(void) { return 0; }' >"$work/empty.c"

takes() { # flags...: the compiler compiles and links with them, without a word
  [ -z "$($CC -Werror "$@" "$work/empty.c" -o "$work/a.out" 2>&1)" ]
}

cflags="-fPIE -g"
ldflags="-pie"
try() { takes "$1" && cflags="$cflags $1" || true; }
tryld() { takes "$1" && ldflags="$ldflags $1" || true; }

case $MODE in
debug) cflags="$cflags -O0 -DEMBER_DEBUG=1" ;;
release) cflags="$cflags -O2" ;;
*) echo "probe.sh: MODE is debug or release, not '$MODE'" >&2; exit 1 ;;
esac

if [ -n "$SANITIZE" ]; then
  cflags="$cflags -fsanitize=$SANITIZE -fno-omit-frame-pointer"
  case $SANITIZE in # gcc's "undefined" leaves out what a floating number that no integer holds becomes
  *undefined*) cflags="$cflags -fsanitize=float-cast-overflow" ;;
  esac
  cflags="$cflags -fno-sanitize-recover=all"
else
  [ "$MODE" = release ] && takes -O2 -D_FORTIFY_SOURCE=3 && cflags="$cflags -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3"
  try -ftrivial-auto-var-init=zero
fi
try -fstack-protector-strong
try -fstack-clash-protection
try -fcf-protection
try -fno-plt
try -fno-semantic-interposition
tryld -Wl,-z,relro
tryld -Wl,-z,now
tryld -Wl,-z,noexecstack
tryld -Wl,--as-needed
tryld -Wl,-O1
[ -n "$LTO" ] && try -flto=auto

# A static archive saves the start-up cost of a shared library; a sanitized build keeps the shared ones.
lib() { # package archive: prefers lib<archive>.a
  a=$($CC -print-file-name="lib$2.a")
  if [ -z "$SANITIZE" ] && [ "$a" != "lib$2.a" ] && takes -fPIE -pie -Wl,--whole-archive "$a" -Wl,--no-whole-archive $3; then
    printf '%s ' "$a"
  else
    pkg-config --libs "$1" | tr '\n' ' '
  fi
}
utf8proc=$(lib libutf8proc utf8proc '')
tinfo=$(lib tinfo tinfo '')
ncursesw=$(lib ncursesw ncursesw "$tinfo")

cat <<EOF
EMBER_CFLAGS := $cflags $(pkg-config --cflags-only-I oniguruma ncursesw libutf8proc | tr '\n' ' ')
EMBER_LDFLAGS := $ldflags
LIBS := $ncursesw $tinfo $utf8proc -lpthread -ldl
LIBS_COMPILE := $(pkg-config --libs jansson expat yaml-0.1 | tr '\n' ' ')
LIBS_GIT := $(pkg-config --libs libgit2 | tr '\n' ' ')
LIBS_TEST := $(pkg-config --libs cmocka | tr '\n' ' ')
EOF
