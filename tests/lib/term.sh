# term.sh: a program on a real terminal of a fixed size, through tmux on a server of its own.
# Source case.sh first. start COLS ROWS 'command'; keys ...; wait_for 'regex'; screen; stop.
# shellcheck shell=bash

TMUX_SOCKET=ember-$$
TERM_RUNS=0
tm() { env -u TMUX TMUX_TMPDIR="$WORK" tmux -L "$TMUX_SOCKET" -f /dev/null "$@"; }

# TERM inside is tmux-256color unless TERM_INSIDE says otherwise; COLORTERM is passed on.
start() { # cols rows command
  tm kill-server 2>/dev/null
  TMUX_SOCKET=ember-$$-$((TERM_RUNS += 1)) # a server that is on its way out takes no session
  tm new-session -d -x "$1" -y "$2" \; set -g status off \; set -g default-terminal "${TERM_INSIDE:-tmux-256color}" \
    \; set -ga terminal-overrides ',*:RGB' 2>/dev/null
  tm respawn-pane -k "cd '$PWD'; PATH='$PATH' HOME='$HOME' LC_ALL=C.UTF-8 COLORTERM='${COLORTERM_INSIDE:-}' \
    TERM='${TERM_INSIDE:-tmux-256color}' bash --norc --noprofile -c '$(printf %s "$3" | sed "s/'/'\\\\''/g")'; printf '[status %d]' \$?; sleep 1000"
}
keys() { tm send-keys "$@"; }
screen() { tm capture-pane -p; }          # text only
screen_sgr() { tm capture-pane -p -e; }   # with colours
resize() { tm resize-window -x "$1" -y "$2"; }
stop() { tm kill-server 2>/dev/null; }

# Polls the screen for up to 10 s until it matches.
wait_for() { # regex
  local tries=0
  while [ $((tries += 1)) -le 200 ]; do
    screen | grep -qE -- "$1" && return 0
    sleep 0.05
  done
  return 1
}

# shows 'name' 'regex': the screen comes to match
shows() {
  if wait_for "$2"; then pass; else fail "$1" "want: $2" "screen:" "$(screen | sed 's/ *$//' | head -n 40)"; fi
}

# asleep NAME: waits for up to 10 s until the program of that name on the terminal has begun to wait for something.
asleep() {
  local tries=0 tty pid
  tty=$(tm display-message -p '#{pane_tty}')
  while [ $((tries += 1)) -le 200 ]; do
    pid=$(pgrep -t "${tty#/dev/}" -x "$1" | head -n 1)
    [ -n "$pid" ] && [ "$(cut -d' ' -f3 "/proc/$pid/stat" 2>/dev/null)" = S ] && return 0
    sleep 0.05
  done
  return 1
}

# never 'name' 'regex': the screen, as it stands, does not match
never() {
  if screen | grep -qE -- "$2"; then fail "$1" "unwanted: $2" "$(screen | head -n 40)"; else pass; fi
}
