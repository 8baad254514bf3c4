# efind with all the time it wants to sort what it found: however loaded the machine is, results come in order.
# For tests of fd's language; sourced behind case.sh.
# shellcheck shell=bash

rm "$WORK/ours/efind"
cat >"$WORK/ours/efind" <<'END'
#!/bin/sh
lang=
case $1 in --lang=*) lang=$1 && shift ;; esac
case "$*" in
*--gen-completions* | *--max-buffer-time* | *--order*) exec "$BUILD/efind" ${lang:+"$lang"} "$@" ;;
esac
exec "$BUILD/efind" ${lang:+"$lang"} --max-buffer-time=600000 "$@"
END
chmod +x "$WORK/ours/efind"
