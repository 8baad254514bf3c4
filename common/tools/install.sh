#!/bin/sh
# install.sh install|uninstall: put what BUILD holds under DESTDIR/PREFIX, or take exactly that away again.
set -eu
root=$DESTDIR$PREFIX
programs='ecat els efind'

files() { # source and target of every installed file
  for p in $programs; do
    echo "755 $BUILD/$p bin/$p"
    echo "644 $BUILD/doc/$p.1 share/man/man1/$p.1"
    echo "644 $BUILD/doc/$p.bash share/bash-completion/completions/$p"
    echo "644 $BUILD/doc/_$p share/zsh/site-functions/_$p"
    echo "644 $BUILD/doc/$p.fish share/fish/vendor_completions.d/$p.fish"
  done
  echo "755 $BUILD/ember-pack libexec/ember/ember-pack"
  echo "755 $BUILD/ember-git.so libexec/ember/ember-git.so"
  echo "644 LICENSE share/doc/ember/LICENSE"
  echo "644 $BUILD/NOTICES share/doc/ember/NOTICES"
}

# Links of the replaced programs' names, each of which speaks that program's language, for whoever puts this folder
# on PATH.
links='cat:ecat bat:ecat batcat:ecat ls:els lsd:els eza:els exa:els find:efind fd:efind fdfind:efind'

case $1 in
install)
  files | while read -r mode from to; do
    install -D -m "$mode" "$from" "$root/$to"
  done
  mkdir -p "$root/libexec/ember/bin"
  for pair in $links; do
    ln -sf "../../../bin/${pair#*:}" "$root/libexec/ember/bin/${pair%%:*}"
  done
  ;;
uninstall)
  files | while read -r _ _ to; do rm -f "$root/$to"; done
  for pair in $links; do rm -f "$root/libexec/ember/bin/${pair%%:*}"; done
  rmdir "$root/libexec/ember/bin" "$root/libexec/ember" "$root/share/doc/ember" 2>/dev/null || true
  ;;
*)
  echo "install.sh: install or uninstall" >&2
  exit 1
  ;;
esac
