#!/usr/bin/env bash
# What deletes is safe: -delete and -exec rm while links are put in the place of directories, entries vanish,
# change their kind, or lie on other file systems. An action of the same line does the mischief in the middle of
# the run, at a place that does not depend on time; what GNU find leaves alone, ours leaves alone (spec B3, B4).
# shellcheck source=tests/lib/case.sh disable=SC2016
. "$(dirname "$0")/../../lib/case.sh"

fixture() { # t is walked, v is none of its business
  rm -rf t v once
  mkdir -p t/a/deep/er t/b/deep t/c v/deep/er
  touch t/a/{1,2,3,4} t/a/deep/{1,2} t/a/deep/er/{1,2} t/b/{1,2,3} t/b/deep/{1,2} t/c/{1,2} t/top
  touch v/{1,2,3,4} v/deep/{1,2} v/deep/er/{1,2} v/mine
  ln -s ../v t/link
}
left() { "$GNU/find" t v -printf '%p %y %l\n' 2>/dev/null | sort; }

# The status is GNU find's; all that GNU find left is left, and the folder of others as it was made.
race() { # 'find line'
  local want
  fixture
  "$GNU/find" v -printf '%p %y\n' | sort >"$WORK/others"
  case_run "$GNU" "$1"
  want=$got
  left >"$WORK/want"
  mv "$WORK/err" "$WORK/want_err"
  fixture
  case_run "$WORK/ours" "$1"
  left >"$WORK/left"
  "$GNU/find" v -printf '%p %y\n' | sort >"$WORK/others_now"
  # GNU find's versions differ in what -ignore_readdir_race hides; ours hides all that vanished.
  [[ $1 == *-ignore_readdir_race* ]] && [ "$got" = 0 ] && want=0
  # What was read as a directory and is a link by now: GNU find looks again and is content, ours tells (spec B4).
  [ "$got" = 1 ] && grep -q 'Not a directory' "$WORK/err" && want=1
  [[ $1 == *touch\ once* ]] && [ ! -e once ] && fail "nothing was done: $1"
  if [ "$got" = "$want" ] && [ -z "$(comm -23 "$WORK/want" "$WORK/left")" ] &&
    { [ -n "${REACHES:-}" ] || cmp -s "$WORK/others" "$WORK/others_now"; }; then pass; else
    fail "race: $1" "status $got, GNU $want" "$(diff "$WORK/want" "$WORK/left" | head -n 8)" \
      "$(head -n 3 "$WORK/err")" "GNU's: $(head -n 3 "$WORK/want_err")"
  fi
}

# once 'commands' as a primary that is true: at the first entry that comes here, they are run.
once() {
  printf '%s\n' "$1" >"$WORK/mischief"
  printf '\\( -exec test -e once \\; -o -exec sh %q \\; -exec touch once \\; -o -true \\)' "$WORK/mischief"
}
# Those that never leave the directory they read, and one that names the whole path, as its writer asked.
deletes=('-delete' '-execdir rm -f {} \;' '-execdir rm -f {} +')

row B4
for rm in "${deletes[@]}"; do
  for few in '' 'ulimit -n 12; '; do
    # The directory in which the walk is becomes a link to the others.
    race "$few find t -depth -path 't/a/*' -type f $(once 'mv t/a t/was; ln -s ../v t/a') $rm"
    race "$few find t -depth $(once 'mv t/a t/was; ln -s ../v t/a') -path 't/[ab]/*' $rm"
    # So does the one above it, and one that was read but not entered yet.
    race "$few find t -depth -path '*/er/*' $(once 'mv t/a t/was; ln -s ../v t/a') $rm"
    race "$few find t -depth -path 't/a/*' $(once 'mv t/b t/was; ln -s ../v t/b') -type f $rm"
    race "$few find t/a/.. t/b -depth -type f $(once 'mv t/b t/was; ln -s ../v t/b; mv t/a t/w; ln -s ../v t/a') $rm"
  done
  # Links that stood there from the start.
  race "find t -depth $rm"
  race "find t -depth -type l $rm"
  race "find -H t/b -depth -type f $rm"
done
race 'find t -depth -exec rm -f {} \;'
race 'find t -depth -type l -exec rm -f {} +'
race 'find t -delete'
race 'find t/link -delete'
race 'find t t/link -delete'
race 'find t/a t/a/deep t/a -delete'
race 'find . -path "./t/a*" -delete'
race 'cd t && find . -delete'
race 'cd t/a && find .. -path "../b*" -delete'
race 'cd t/a && find ../a -delete'
race 'find t -name a -exec rm -rf {} \;'
race 'find t -type d -empty -delete'
race 'find t ! -name 2 -delete'
race 'find t -quit -delete'
race 'find t -depth -false -delete'
race 'find t -name 1 -delete -o -name 2 -delete -quit'
race 'find t -maxdepth 1 -delete'
race 'find t -mindepth 2 -delete'
REACHES=1 # links are followed because the line says so: what GNU find deletes there may go, and no more
race 'find -L t -delete'
race 'find -L t/link -delete'
race 'find -H t/link -delete'
race 'find t/link/ -delete'
race "find t -depth -path '*/er/*' $(once 'mv t/a t/was; ln -s ../v t/a') -exec rm -f {} \\;"
race "find t -depth -path 't/a/*' -type f $(once 'mv t/a t/was; ln -s ../v t/a') -exec rm -f {} +"
REACHES=

row B3
for rm in "${deletes[@]}" '-exec rm -f {} \;'; do
  for race in '' -ignore_readdir_race; do
    race "find t -depth $race -path 't/a/*' $(once 'rm -rf t/a/[1-4]') $rm"
    race "find t -depth $race -path 't/a/*' $(once 'rm -rf t/b t/c') $rm"
    race "find t -depth $race -path 't/a/*' $(once 'rm -rf t/a') $rm"
    race "find t $race -path 't/a*' $(once 'rm -rf t/a') -type f $rm"
    race "find t -depth $race -path '*/er/*' $(once 'rm -rf t/a/deep') $rm"
  done
  # Another kind of thing under the name that was read.
  race "find t -depth -path 't/a/*' $(once 'rm -f t/a/[1-4]; mkdir t/a/1 t/a/2 t/a/3 t/a/4') $rm"
  race "find t -depth -path 't/a/*' $(once 'rm -f t/a/[1-4]; mkdir -p t/a/1/x t/a/2/x t/a/3/x t/a/4/x') $rm"
  race "find t -depth -path 't/a/*' $(once 'rm -rf t/b; touch t/b') $rm"
  race "find t -depth -path 't/a/*' $(once 'rm -rf t/b t/c; ln v/1 t/b; ln -s ../v/2 t/c') $rm"
done

# What is deleted by several threads is told as one would: the same messages in the same order.
row Q4
many() {
  chmod -R u+rwx m 2>/dev/null
  rm -rf m
  mkdir -p m/{a,b,c,d,e,f}/{x,y}/{1,2,3}
  touch m/{a,b,c,d,e,f}/{1,2,3,4,5,6,7,8,9}z m/{a,b,c,d,e,f}/{x,y}/{1,2,3}/{p,q,r}
  touch m/{a,c,f}/y/2/keep m/{b,d}/keep m/keep
  ln m/a/1z m/b/one
  ln m/a/1z m/f/one
  ln -s nowhere m/c/dangling
  chmod 0 m/b/x m/d/y/2 # who is not root cannot read these ...
  chmod 500 m/e/x/3 m/f # ... nor delete in those
}
# GNU find's versions say differently that a directory is met within itself.
said() {
  sed -E "s/^[^:]*: //; s/‘|’/'/g; s/^(File system loop detected);[^']*('[^']*').*/\\2: \\1/" "$WORK/err"
}
tells() { # 'find line': as GNU find's, by two threads and by several
  local want line
  many
  case_run "$GNU" "$1"
  want=$got
  said >"$WORK/want_err"
  "$GNU/find" m 2>/dev/null | sort >"$WORK/want"
  for line in "${1//find m/find -j2 m}" "${1//find m/find -j8 m}"; do
    many
    case_run "$WORK/ours" "$line"
    said >"$WORK/said"
    "$GNU/find" m 2>/dev/null | sort >"$WORK/left"
    if [ "$got" = "$want" ] && cmp -s "$WORK/want_err" "$WORK/said" && cmp -s "$WORK/want" "$WORK/left"; then pass; else
      fail "tells: $line" "status $got, GNU $want" "$(diff "$WORK/want_err" "$WORK/said" | head -n 8)" "$(diff "$WORK/want" "$WORK/left" | head -n 8)"
    fi
  done
}
tells 'find m -delete'
tells 'find m ! -name keep -delete'
tells 'find m -mindepth 1 ! -name keep -delete'
tells 'find m ! -type f -delete'
tells 'find m -name "[2-7]z" -size 0 -mtime -3 -delete'
tells 'find m m/a m ! -name keep -delete'
tells 'find m/a m/b m/a ! -name keep -delete'
tells 'find m ! -name keep -newer nosuch -delete'
tells 'find m/a/../../m -regex "m/a/.*/m/[abf]/.*" ! -path "*/keep" -delete'
tells 'find m ! -name keep -size -2 -delete'
tells 'find m -ignore_readdir_race ! -name keep -delete'
tells 'find m -maxdepth 2 ! -name keep -delete'
# What another deletion changes is asked after it.
tells 'find m -links 1 -type f -delete'
tells 'find m -links -3 -type f -delete -o -links 3 -delete'
tells 'find m -type f -delete -o -type d -empty -delete'
tells 'find m -type d -empty -delete'
tells 'find m -name keep -o -delete -quit'
tells 'find m -xtype l -delete'
tells 'find -L m ! -name keep -delete'

# Other file systems: for who may mount, in a space of mounts of its own.
row N6
mounted() { # 'mount commands' 'find line': t/a is a mount point with files of its own
  printf '%s <<"EOS"\n%s\ntouch t/a/on t/a/on2; mkdir t/a/dir; touch t/a/dir/in\n%s\nr=$?\nls -R t/a v; exit $r\nEOS\n' "$inside sh" "$1" "$2"
}
if private_mounts; then
  # The same directory under two names.
  cat >"$WORK/bind" <<'EOS'
mount --bind m/a m/b; mount --bind m/d m/c/x; mount --bind m/e/x m/e/y
"$@"
r=$?
ls -R m >&2
exit $r
EOS
  tells "$inside sh $WORK/bind find m -delete"
  tells "$inside sh $WORK/bind find m ! -name keep -delete"
  tells "$inside sh $WORK/bind find m -type f -delete"
  tells "$inside sh $WORK/bind find m/a m/b m/e -delete"
  # A directory within itself is told and not entered: so nothing is deleted through it.
  cat >"$WORK/loop" <<'EOS'
mount --bind m m/f; mount --bind m/a/x m/a/x/1; mount --bind m/c/y m/c/x
"$@"
EOS
  for line in 'find m' 'find m -depth' 'find m -size -9 -printf "%p %y %d\n"' 'find m -exec echo {} \;' 'find m -exec echo {} +' \
    'find m -name "[pqr]"' 'find m -xdev' 'find m -mount' 'find m -mount -depth' 'find m -path m/f -prune -o -print' 'find m/a/x m/f' 'find m -type d -mindepth 2'; do
    many
    # Files of an overlay may be of another device than their folders: -mount leaves those out, 4.9's shows them.
    [[ $line == *-mount* && "$(command find m -printf '%D\n' | sort -u | wc -l)" != 1 ]] && continue
    case_run "$GNU" "$inside sh $WORK/loop $line"
    cp "$WORK/out" "$WORK/want"
    want=$got
    said >"$WORK/want_err"
    for threads in 1 2 8; do
      case_run "$WORK/ours" "$inside sh $WORK/loop ${line/find m/find -j$threads m}"
      said >"$WORK/said"
      yes_ "loop: $line, $threads threads" test "$got" = "$want" -a "$(cmp "$WORK/out" "$WORK/want" 2>&1)" = ''
      yes_ "loop: $line, $threads threads: told" diff "$WORK/want_err" "$WORK/said"
    done
  done
  tells "$inside sh $WORK/loop find m -path 'm/f/*' -delete"
  tells "$inside sh $WORK/loop find m -path 'm/a/x/1/*' -delete"
  tells "$inside sh $WORK/loop find m -depth -path 'm/*/*/1/*' -execdir rm -f {} +"
  # The mount point itself is -xdev's and not -mount's (N7; 4.9 took both words for one).
  fixture
  for line in 'find t -xdev -path "t/a*"' 'find t -xdev -depth -path "t/a*"'; do
    is "$(mounted 'mount -t tmpfs none t/a' "$line" | sed 's/ls -R t.a v; //')" 0 't/a\n'
    is "$(mounted 'mount -t tmpfs none t/a' "${line/-xdev/-mount}" | sed 's/ls -R t.a v; //')" 0 ''
  done
  for line in 'find t -xdev -delete' 'find t -xdev -type f -delete' 'find t -depth -xdev -type f -exec rm -f {} \;' \
    'find t -xdev -depth -execdir rm -f {} +' 'find t/a -xdev -delete' 'find t -delete' 'find t -mount -type f -delete'; do
    fixture
    case_run "$GNU" "$(mounted 'mount -t tmpfs none t/a' "$line")"
    cp "$WORK/out" "$WORK/want"
    want=$got
    left >"$WORK/left_gnu"
    fixture
    case_run "$WORK/ours" "$(mounted 'mount -t tmpfs none t/a' "$line")"
    left >"$WORK/left"
    yes_ "mounted: $line" test "$got" = "$want" -a "$(cmp "$WORK/out" "$WORK/want" 2>&1)$(comm -23 "$WORK/left_gnu" "$WORK/left")" = ''
    # The same where the mount comes in the middle of the run, on a directory that was read and not entered.
    late="find t -xdev -depth $(once 'mount -t tmpfs none t/c; touch t/c/on') -path 't/*' -type f ${line##*-type f}"
    [[ $line == *'-type f'* ]] || continue
    fixture
    case_run "$GNU" "$(mounted : "$late")"
    cp "$WORK/out" "$WORK/want"
    want=$got
    fixture
    case_run "$WORK/ours" "$(mounted : "$late")"
    yes_ "mounted late: $line" test "$got" = "$want" -a "$(cmp "$WORK/out" "$WORK/want" 2>&1)" = ''
  done
fi
finish
