# The tree that the tests of fd's language look at; sourced behind case.sh.
# shellcheck shell=bash

[ -n "${IMPATIENT:-}" ] || . "$HERE/_patient.sh"

mkdir -p a/b/c sub/deep/er .hid/x 'sp ace' one.dir node/pkg emptyd
touch a/b.c a/B.C a/b/c/foo.txt a/FOO sub/x.tar.gz sub/deep/y.rs .hidden .hid/x/z 'sp ace/-dash' ./-lead \
  one.dir/é.txt one.dir/É kK a/exe .txt $'new\nline.nl' $'bad\xff.b'
chmod +x a/exe
ln -s a/b link
ln -s nowhere dang
ln -s self self
mkfifo fifo
truncate -s 5000 sub/big
truncate -s 1024 sub/k
touch -d '2020-01-01 12:00:00' sub/old
printf '*.rs\nnode/\n' >.gitignore
printf 'big\n' >sub/.ignore
