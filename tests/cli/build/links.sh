#!/usr/bin/env bash
# What a start costs, and how the programs are built: link map, hardening, files opened, install and uninstall.
. "$(dirname "$0")/../../lib/case.sh"

needed() { readelf -d "$BUILD/$1" | sed -nE 's/.*\(NEEDED\).*\[(.*)\]/\1/p'; }
no_library() { ! needed "$1" | grep -E "$2"; }
for p in ecat els efind; do
  yes_ "$p maps no library of git, network or file formats" no_library "$p" 'git2|curl|ssl|ssh|jansson|expat|yaml'
done

# The regex engine is loaded by what needs it, and one line tells where it is not to be had.
for p in ecat els efind ember-pack; do
  yes_ "$p maps no regex engine" no_library "$p" onig
done
mkdir -p "$WORK/broken" names
: >"$WORK/broken/libonig.so.5" # found first, and no library
touch names/É names/plain.c
without="LD_LIBRARY_PATH='$WORK/broken'"
lacks='libonig\.so\.5 cannot be loaded'
is "$without efind . names" 0 'names/plain.c\nnames/É\n'
is "$without efind -e c '' names" 0 'names/plain.c\n'
is "$without efind -s 'ain|x' names" 0 'names/plain.c\n'
is "$without efind -g '*.c' names" 0 'names/plain.c\n'
is "$without efind --lang=find names -name '*.c'" 0 'names/plain.c\n'
says "$without efind '[a-p]l' names" 1 "^efind: $lacks\$" # before the search
says "$without efind ain names" 1 "^efind: $lacks\$"     # at a name whose case ASCII does not tell
printf 'int main;\n' >main.c
is "$without ecat main.c" 0 'int main;\n'
says "$without ecat -p --color=always --highlight-pattern=main main.c" 1 "$lacks"
says "$without '$BUILD/ember-pack' check '$BUILD/ember.pack'" 1 "$lacks"
rm -r names main.c

# A sanitized build is not hardened in the same way, and takes shared libraries where others take archives.
if [ -z "${SANITIZE:-}" ]; then
  yes_ "els maps no curses" no_library els 'curses|tinfo'
  yes_ "efind maps no curses" no_library efind 'curses|tinfo'
  for p in ecat els efind ember-git.so; do
    yes_ "$p: relocations are read-only after start" bash -c "readelf -d '$BUILD/$p' | grep -qE 'BIND_NOW|FLAGS.*NOW'"
    yes_ "$p: the stack is not executable" bash -c "readelf -lW '$BUILD/$p' | grep GNU_STACK | grep -q 'RW '"
  done
  for p in ecat els efind; do
    yes_ "$p: is position-independent" bash -c "readelf -h '$BUILD/$p' | grep -qE 'Type: +DYN'"
    yes_ "$p: has stack protector" bash -c "readelf -sW --dyn-syms '$BUILD/$p' | grep -q __stack_chk_fail"
  done

  # Nothing but the program's libraries and its operands is opened on the plain paths; no thread is started.
  plain() { # program argument...
    local program=$1
    shift
    strace -f -o "$WORK/trace" -e trace=open,openat,clone,clone3,fork,vfork,socket,connect "$BUILD/$program" "$@" | cat >/dev/null
    ! grep -vE '^[0-9]+ +(openat\(AT_FDCWD, "(/etc/ld\.so|(/usr)?/lib|/usr/(lib|share)/locale|/usr/lib/[a-z0-9_-]+/gconv|/proc/self/maps)|\+\+\+|---|exit)' "$WORK/trace" |
      grep -vE "open(at)?\(.*\"$WORK/tree[^\"]*\"|openat\([0-9]+, " | grep .
  }
  mkdir -p src && echo 'int x;' >src/a.c
  yes_ "ecat FILE | opens FILE alone" plain ecat "$WORK/tree/src/a.c"
  yes_ "els DIR | opens DIR alone" plain els "$WORK/tree/src"
  yes_ "efind --lang=find DIR | opens DIR alone" plain efind --lang=find "$WORK/tree/src"
fi

# The program is one file that works wherever it is copied.
cp "$BUILD/ecat" "$WORK/alone"
yes_ "a copied ecat highlights" bash -c "printf 'int x;\n' | '$WORK/alone' --color=always -l c -p | grep -q \$'\\033'"

# What install puts down, uninstall takes away.
installed() {
  local top
  top=$(cd "$HERE/../../.." && pwd)
  (cd "$top" && DESTDIR=$WORK/dest PREFIX=/usr BUILD=$BUILD sh common/tools/install.sh install) || return 1
  [ -x "$WORK/dest/usr/bin/ecat" ] && [ -e "$WORK/dest/usr/share/man/man1/els.1" ] && [ -e "$WORK/dest/usr/libexec/ember/ember-git.so" ] &&
    [ "$("$WORK/dest/usr/libexec/ember/bin/cat" src/a.c)" = "$(cat src/a.c)" ]
}
# Every link speaks the language of its name: an option that only that program has is taken.
speak() {
  local bin=$WORK/dest/usr/libexec/ember/bin
  "$bin/bat" --style=numbers --decorations=always --color=never src/a.c | grep -q '1 int x;' &&
    "$bin/lsd" --blocks=name src | grep -q a.c && "$bin/eza" --no-user -l src | grep -q a.c &&
    "$bin/fd" -e c a src | grep -q a.c && "$bin/find" src -name a.c -print | grep -q a.c
}
emptied() {
  local top
  top=$(cd "$HERE/../../.." && pwd)
  (cd "$top" && DESTDIR=$WORK/dest PREFIX=/usr BUILD=$BUILD sh common/tools/install.sh uninstall) || return 1
  [ -z "$(command find "$WORK/dest" ! -type d)" ]
}
mkdir -p src && echo 'int x;' >src/a.c
yes_ "install puts everything in place" installed
yes_ "every link speaks its program's language" speak
yes_ "uninstall leaves nothing" emptied

for p in ecat els efind; do
  yes_ "bash takes the completion of $p" bash -n "$BUILD/doc/$p.bash"
  yes_ "the manual of $p is well-formed" bash -c "! mandoc -Tlint -W warning '$BUILD/doc/$p.1' | grep ."
done
finish
