# case.sh: what the command-line tests are written with. Source it, call the checks, end with `finish`.
# The programs under test are on PATH as cat, ls, find (links) and as ecat, els, efind; the system's
# own are reached as "$GNU/cat" and so on. Every check runs in $WORK, a fresh folder of its own.
# BUILD must be set to the folder of the built programs.
# shellcheck shell=bash

set -u
: "${BUILD:?}"
umask 022
export LC_ALL=C.UTF-8 TZ=UTC0 TERM=xterm-256color
# Whatever else the programs ask for is the tester's own.
unset LS_COLORS LS_BLOCK_SIZE BLOCK_SIZE BLOCKSIZE QUOTING_STYLE TIME_STYLE TABSIZE COLUMNS LINES POSIXLY_CORRECT \
  NO_COLOR COLORTERM COLORFGBG CLICOLOR CLICOLOR_FORCE PAGER MANPAGER LESS LESSOPEN LESSCLOSE TMUX TERM_PROGRAM \
  XDG_RUNTIME_DIR MAN_PN ${!GIT_*} ${!EMBER_*} ${!BAT_*} ${!ELS_*} ${!EFIND_*} ${!EXA_*} ${!EZA_*} ${!LSD_*} ${!FD_*} ${!GREP_COLOR*}
HERE=$(cd "$(dirname "${BASH_SOURCE[1]:-$0}")" && pwd)
WORK=$(mktemp -d "${TMPDIR:-/tmp}/ember-case.XXXXXX")
export HERE WORK HOME="$WORK/home" XDG_CONFIG_HOME="$WORK/home/.config" XDG_CACHE_HOME="$WORK/home/.cache"
export GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=T GIT_AUTHOR_EMAIL=t@example.org GIT_COMMITTER_NAME=T \
  GIT_COMMITTER_EMAIL=t@example.org
mkdir -p "$WORK/home" "$WORK/ours" "$WORK/gnu" "$WORK/tree"
for pair in cat:ecat ls:els find:efind; do
  ln -s "$BUILD/${pair#*:}" "$WORK/ours/${pair%%:*}"
  ln -s "$BUILD/${pair#*:}" "$WORK/ours/${pair#*:}"
  ln -s "$(command -v "${pair%%:*}")" "$WORK/gnu/${pair%%:*}"
done
# FIND_REF: another GNU find than the system's to compare with. FIND_THREADS: ours reads ahead with so many.
[ -n "${FIND_REF:-}" ] && ln -sf "$FIND_REF" "$WORK/gnu/find"
if [ -n "${FIND_THREADS:-}" ]; then
  rm "$WORK/ours/find"
  printf '#!/bin/bash\nexec -a find %q -j%s "$@"\n' "$BUILD/efind" "$FIND_THREADS" >"$WORK/ours/find"
  chmod +x "$WORK/ours/find"
fi
GNU=$WORK/gnu
SYSTEM_PATH=$PATH
PATH=$WORK/ours:$PATH
cd "$WORK/tree" || exit 1
passed=0 failed=0
CASE_SECS=${CASE_SECS:-20}

case_clean() {
  cd /
  chmod -R u+rwx "$WORK" 2>/dev/null
  rm -rf "$WORK"
}
trap case_clean EXIT

pass() { passed=$((passed + 1)); }
row() { ROW=$1; } # the row of the specification that the checks below prove; failures name it
ROW=
fail() { # name [more lines]
  failed=$((failed + 1))
  printf 'FAIL %s: %s%s\n' "${0##*/}" "${ROW:+$ROW: }" "$1"
  shift
  [ $# -gt 0 ] && printf '  %s\n' "$@"
}

case_run() { # PATH-front command: leaves $WORK/out $WORK/err and the status in $got
  timeout "$CASE_SECS" env PATH="$1:$SYSTEM_PATH" bash -c "$2" >"$WORK/out" 2>"$WORK/err" </dev/null
  got=$?
}

# traced CALLS command...: the system calls of that kind that it makes, a line each. Not through a pipe that it
# writes to as well: what it says would stand within the lines.
traced() {
  strace -f -o "$WORK/traced" -e trace="$1" "${@:2}" >/dev/null 2>&1
  cat "$WORK/traced"
}

# same 'command': stdout bytes and exit status are those of the GNU tools. The command uses the names
# cat, ls, find; it is run twice in the same folder, so it must leave the folder as it found it.
same() {
  local want
  case_run "$GNU" "$1"
  want=$got
  mv "$WORK/out" "$WORK/want"
  mv "$WORK/err" "$WORK/want_err"
  case_run "$WORK/ours" "$1"
  if [ "$got" = "$want" ] && cmp -s "$WORK/out" "$WORK/want" &&
    { [ ! -s "$WORK/want_err" ] || [ -s "$WORK/err" ]; }; then
    pass
  else
    fail "same: $1" "status $got, GNU $want" "$(diff "$WORK/want" "$WORK/out" | head -n 8 | cat -v)" \
      "stderr: $(head -n 3 "$WORK/err")" "GNU's: $(head -n 3 "$WORK/want_err")"
  fi
}

# is 'command' STATUS 'exact stdout' (printf %b escapes; the final newline is written out)
is() {
  case_run "$WORK/ours" "$1"
  printf '%b' "$3" >"$WORK/want"
  if [ "$got" = "$2" ] && cmp -s "$WORK/out" "$WORK/want"; then
    pass
  else
    fail "is: $1" "status $got, want $2" "$(diff "$WORK/want" "$WORK/out" | head -n 8 | cat -v)" \
      "stderr: $(head -n 3 "$WORK/err")"
  fi
}

# both 'command' STATUS 'exact stdout': what `is` checks, and the GNU tool called the same way says so too
both() {
  is "$@"
  case_run "$GNU" "$1"
  if [ "$got" = "$2" ] && cmp -s "$WORK/out" "$WORK/want"; then
    pass
  else
    fail "both: $1" "GNU's status $got, want $2" "$(diff "$WORK/want" "$WORK/out" | head -n 8 | cat -v)"
  fi
}

# says 'command' STATUS 'extended regex': stderr is exactly one line and matches
says() {
  case_run "$WORK/ours" "$1"
  if [ "$got" = "$2" ] && [ "$(wc -l <"$WORK/err")" = 1 ] && grep -qE -- "$3" "$WORK/err"; then
    pass
  else
    fail "says: $1" "status $got, want $2" "stderr: $(head -n 4 "$WORK/err" | cat -v)" "want: $3"
  fi
}

# holds 'command' STATUS 'extended regex': stdout has a line that matches
holds() {
  case_run "$WORK/ours" "$1"
  if [ "$got" = "$2" ] && grep -qE -- "$3" "$WORK/out"; then
    pass
  else
    fail "holds: $1" "status $got, want $2" "$(head -n 6 "$WORK/out" | cat -v)" "stderr: $(head -n 3 "$WORK/err")"
  fi
}

# yes_ 'name' command...: the command (a shell function or program) succeeds
yes_() {
  local name=$1
  shift
  if "$@" >"$WORK/out" 2>&1; then pass; else fail "$name" "$(head -n 6 "$WORK/out" | cat -v)"; fi
}

# one_colour NAME '#rrggbb' [dark|light]: a theme of the user's of that name, in which every source is of that colour and line
# numbers are #5f5f5f. Its bytes can be told beforehand: 38;2;R;G;B, or 38;5;N for a colour of the cube of 256.
one_colour() {
  mkdir -p "$XDG_CONFIG_HOME/ember/themes"
  printf '{"type":"%s","colors":{"editor.foreground":"%s","editorLineNumber.foreground":"#5f5f5f"},"tokenColors":[{"scope":"source","settings":{"foreground":"%s"}}]}' \
    "${3:-dark}" "$2" "$2" >"$XDG_CONFIG_HOME/ember/themes/$1.json"
}

# private_mounts: leaves in $inside the command that runs another in a space of mounts of its own, in which it may mount.
# Fails, and leaves it empty, where nobody lets us: in most containers, and for users without user namespaces.
private_mounts() {
  for inside in 'unshare -m' 'unshare -rm'; do
    $inside sh -c "mount -t tmpfs none '$WORK/tree'" 2>/dev/null && return
  done
  inside=
  return 1
}

finish() {
  printf '%d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
  exit $?
}
