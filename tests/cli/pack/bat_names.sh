#!/usr/bin/env bash
# bat_names.sh: the names and extensions by which bat knows its languages are known here too (spec ecat L5).
. "$(dirname "$0")/../../lib/case.sh"
printf 'x\n' >any

# known NAME...: -l and -m take each of them; all in one run, and one by one where that fails
known() {
  local name maps=()
  for name; do maps+=(-m "*.none:$name"); done
  if "$WORK/ours/ecat" -pf --theme=ansi "${maps[@]}" any >"$WORK/out" 2>&1 && printf 'x\n' | cmp -s - "$WORK/out"; then
    passed=$((passed + $#))
    return
  fi
  for name; do
    if "$WORK/ours/ecat" -pf -l "$name" any >"$WORK/out" 2>&1; then pass; else fail "'$name'" "$(cat "$WORK/out")"; fi
  done
}

row L5
mapfile -t must <<'X'
Manpage
Command Help
Git Ignore
Git Config
Git Attributes
Git Log
crontab
fstab
hosts
passwd
group
resolv
syslog
strace
Ninja
Groff
go.mod
DOT
properties
requirements.txt
X
known "${must[@]}"
if [ "${GRAMMARS:-all}" != own ]; then
  mapfile -t names < <(sed '1d; /^$/,$d' "$HERE/bat_names.txt")
  mapfile -t extensions < <(sed '1,/^$/d' "$HERE/bat_names.txt")
  yes_ 'the lists are whole' test "${#names[@]}/${#extensions[@]}" = 183/613
  known "${names[@]}"
  known "${extensions[@]}"
fi
says 'ecat -pf -l "No Such Language" any' 1 "unknown language 'No Such Language'"
finish
