#!/usr/bin/env bash
# languages.sh: which language a name leads to: our own table, the outside map, the grammars' own types.
. "$(dirname "$0")/../../lib/case.sh"

# named SCOPE NAME...: a file of that name, holding one x, is tokenized in that language; "-" is plain text.
named() {
  local scope=$1 name got
  shift
  for name; do
    mkdir -p "$(dirname "./$name")"
    [ -e "$name" ] || printf 'x\n' >"$name"
    got=$("$WORK/ours/ecat" --dump-tokens "$PWD/$name" | sed -n '1s/^\[\[[0-9]*,[0-9]*,"\([^ "]*\).*/\1/p')
    if [ "${got:--}" = "$scope" ]; then pass; else fail "$name" "in '$got', want '$scope'"; fi
  done
}

# begins SCOPE LINE...: a file without a telling name that begins with that line.
begins() {
  local scope=$1 line got
  shift
  for line; do
    printf '%b\n' "$line" >first
    got=$("$WORK/ours/ecat" --dump-tokens "$PWD/first" | sed -n '1s/^\[\[[0-9]*,[0-9]*,"\([^ "]*\).*/\1/p')
    if [ "${got:--}" = "$scope" ]; then pass; else fail "first line $line" "in '$got', want '$scope'"; fi
  done
}

# looks SCOPE NAME TEXT: a file of that name with that text.
looks() {
  local got
  mkdir -p "$(dirname "./$2")"
  printf '%b' "$3" >"$2"
  got=$("$WORK/ours/ecat" --dump-tokens "$PWD/$2" | sed -n '1s/^\[\[[0-9]*,[0-9]*,"\([^ "]*\).*/\1/p')
  if [ "${got:--}" = "$1" ]; then pass; else fail "$2 with $3" "in '$got', want '$1'"; fi
  rm -f "$2"
}

# called SCOPE NAME...: -l takes that name.
called() {
  local scope=$1 name got
  shift
  printf 'x\n' >any
  for name; do
    got=$("$WORK/ours/ecat" --dump-tokens -l "$name" any 2>&1 | sed -n '1s/^\[\[[0-9]*,[0-9]*,"\([^ "]*\).*/\1/p')
    if [ "${got:--}" = "$scope" ]; then pass; else fail "-l '$name'" "in '$got', want '$scope'"; fi
  done
}

# Names that say nothing: the first line decides, and nothing else (spec ecat L2).
row L2
looks - x.conf 'key = value\n'
looks - build 'x\n'
looks - rails 'x\n'
looks text.email x.conf 'From me@example.org Mon Jan 1\n'
looks text.email build 'From me@example.org Mon Jan 1\n'
looks text.email rails 'From me@example.org Mon Jan 1\n'
if [ "${GRAMMARS:-all}" != own ]; then
  looks source.shell x.conf '#!/bin/sh\n'
  looks source.shell build '#!/bin/sh\n'
  looks source.ruby rails '#!/usr/bin/env ruby\n'
  looks text.xml x.conf '<?xml version="1.0"?>\n'
  looks source.shell build.conf.bak '#!/bin/sh\n'
fi
row ''

# What our own grammars serve, with or without the packages.
named source.gitignore .gitignore .dockerignore .fdignore repo/.git/info/exclude
named source.gitconfig .gitconfig .gitmodules repo/.git/config home/git/config
named source.gitattributes .gitattributes
named source.mailmap .mailmap
named source.ninja build.ninja
named source.requirements requirements.txt dev-requirements.txt requirements/base.txt
named source.go-mod go.mod go.sum go.work
named source.dot a.dot a.gv
named source.properties a.properties
named text.groff ls.1 printf.3 a.troff
named source.m4 configure.ac a.m4
named source.kconfig Kconfig Kconfig.debug
named source.meson meson.build
named source.dts a.dts a.dtsi
named source.jq a.jq
named source.crontab crontab
named source.hosts hosts
named source.passwd passwd group
named source.fstab fstab
named source.resolv resolv.conf
named source.sudoers sudoers
named source.debsources sources.list
named source.debcontrol debian/control
named source.authorized-keys known_hosts .ssh/id_ed25519.pub
named source.inputrc .inputrc
named source.xcompose .XCompose
named source.dircolors .dircolors
named source.keyvalue .wgetrc
named source.tmux .tmux.conf
named text.syslog syslog
named text.email a.eml
named text.robots robots.txt
named text.checksums SHA256SUMS a.sha256
named text.todo todo.txt
named source.strace a.strace
named text.help a.cmd-help
named source.cabal a.cabal
named source.rego a.rego
named source.robot a.robot
named source.sml a.sml
named text.pem a.pem server.crt
named text.slim a.slim
named - a.txt README LICENSE a.unknown

begins text.git-log 'commit 0123456789abcdef0123456789abcdef01234567' 'commit 0123456 (HEAD -> main)'
begins source.jq '#!/usr/bin/jq -f'
begins source.http-exchange 'GET /a HTTP/1.1' 'HTTP/1.1 200 OK' 'HTTP/2 404'
begins - 'Some words.' '#!' '#!/usr/bin/env' '#!/no/such-program'

# ties that our own grammars win
looks text.groff a.man '.TH A 1\n'
looks text.man a.man 'NAME\n   a\n'
looks source.keyvalue a.conf '# comment\nkey = 1\n'
looks text.email a.msg 'From: a@b\n'
looks source.crontab a.tab '5 * * * * x\n'
looks source.go-mod a.mod 'module x\n'
looks text.pem a.pub '-----BEGIN PUBLIC KEY-----\n'
looks source.authorized-keys a.pub 'ssh-rsa A\n'

# modelines at the end of a file, read only where names say nothing (spec syntax.md, 5.1, row 8)
filler=$(seq 3000 | sed 's/$/ words/')
looks source.dot x8 "$filler\n// vim: ft=dot\n"
looks source.dot x8 '1\n2\n3\n4\n5\n6\n7\n8\n9\n// vim: set ft=dot :\n11\n'
looks - x8 '1\n2\n3\n4\n5\n6\n7\n8\n9\n// vim: set ft=dot :\n11\n12\n13\n14\n15\n'
looks source.dot x8 '1\n2\n3\n\n# Local Variables:\n# mode: dot\n# End:\n'
looks source.ninja build.ninja "$filler\n// vim: ft=dot\n"
shown() { # TEXT: a file with it is coloured as -l dot has it
  printf '%b' "$1" >x9
  is "ecat -pf x9 | cmp - <(ecat -pf -l dot x9) && ecat -pf <x9 | cmp - <(ecat -pf -l dot x9) && echo same" 0 'same\n'
}
shown 'digraph { a -> b }\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n// vim: ft=dot\n'
shown "digraph { a -> b }\n$filler\n// vim: ft=dot\n"

if [ "${GRAMMARS:-all}" != own ]; then
  # ties settled by content
  looks source.c a.h '/* class X is not here */\nint x;\n'
  looks source.cpp a.h 'namespace a {\n'
  looks source.cpp b.h 'std::string f();\n'
  looks source.objc a.h '@interface A\n'
  looks source.matlab a.m 'function x = f()\n'
  looks source.objc a.m '#import <a.h>\n'
  looks source.wolfram a.m '(* c *)\n'
  looks source.perl a.pl 'use strict;\n'
  looks source.prolog a.pl 'a(X) :- b.\n'
  looks source.perl.6 a.pl 'use v6;\n'
  looks source.verilog a.v 'module m(input a);\n'
  looks source.rocq a.v 'Lemma x : True.\n'
  looks source.v a.v 'fn main() {\n'
  looks - a.r 'REBOL []\n'
  looks source.plsql.oracle a.sql 'begin\nend;\n/\n'
  looks source.sql a.sql 'select 1;\n'
  looks text.xml a.ts '<?xml version="1.0"?>\n<TS>\n'
  looks text.xml a.tsx '<tileset/>\n'
  looks text.tex.latex a.cls '\\ProvidesClass{x}\n'
  looks source.apex a.cls 'public class A {\n'
  looks source.asp.vb.net a.cls 'VERSION 1.0 CLASS\n'
  looks source.nginx a.conf 'server {\n'
  looks source.apacheconf a.conf '<VirtualHost *:80>\n'
  looks source.ini a.conf '[a]\nb=c\n'
  looks text.xml a.conf '<?xml version="1.0"?>\n'
  looks source.shell a.conf '#!/bin/sh\n'
  looks source.mips a.s 'lw $t0, 4($sp)\n'
  looks source.riscv a.S 'csrr t0, mhartid\n'
  looks source.php a.inc '<?php\n'
  looks source.c a.inc '#define X\n'
  looks source.asm.x86_64 a.inc 'mov eax, 1\n'
  looks source.rosmsg a.msg 'uint8 X=1\n'
  looks source.genie a.gs '[indent=4]\n'
  looks source.js a.gs 'function f() {\n'
  looks source.pascal a.pp 'unit x;\n'
  looks source.makefile a.d 'a.o: a.c\n'
  looks source.d a.d 'module a;\n'
  looks source.glsl a.fs '#version 330\n'
  looks source.c a.cl '__kernel void f()\n'
  looks source.hack a.php '<?hh\n'
  looks source.scheme a.sls '(library)\n'
  # modelines, first and last five lines
  looks source.python x1 'a\n# vim: set ft=python :\n'
  looks source.makefile x2 '# -*- mode: makefile-gmake -*-\n'
  looks source.shell x3 '# -*- Shell-script -*-\n'
  looks source.cpp x4 '// -*- C++ -*-\n'
  looks - x5 '1\n2\n3\n4\n5\n# vim: ft=python\n7\n8\n9\n10\n11\n12\n'
  # names of bat, of Vim and of Emacs
  called text.csv 'Separated Values'
  called source.shell 'Bourne Again Shell (bash)' zsh Shell-script
  called source.asm.x86_64 'x86_64 Assembly' nasm
  called text.git-commit 'Git Commit' gitcommit
  called source.js.jsx javascriptreact
  called text.xml nxml 'NAnt Build File'
  called text.html.basic CFML cfc
  called source.cpp hh.in
  called source.ruby cgi fcgi
  called source.coffee ls.erb
  called - show-nonprintable 'Highlight non-printables'
  called text.html.erb 'HTML (EEx)' eruby
  begins source.shell '#!/bin/sh' '#! /bin/bash -e' '#!/usr/bin/env zsh' '#!/usr/bin/env -S bash -x'
  begins source.python '#!/usr/bin/python3' '#!/usr/bin/env python3.11' '#!/usr/bin/pypy3'
  begins source.perl '#!/usr/bin/perl -w' '#!/usr/bin/env perl5.36'
  begins source.js '#!/usr/bin/env node'
  begins source.ruby '#!/usr/bin/ruby'
  begins source.awk '#!/usr/bin/gawk -f'
  begins source.makefile '#!/usr/bin/make -f'
  begins source.lua '#!/usr/bin/lua5.4'
  begins source.tcl '#!/usr/bin/expect'
  begins source.r '#!/usr/bin/env Rscript'
  begins source.commonlisp '#!/usr/bin/sbcl --script'
  begins text.xml '<?xml version="1.0"?>'
  begins text.html.basic '<!DOCTYPE html>'
  begins source.php '<?php'
  begins source.yaml '%YAML 1.2'
  begins source.diff 'diff --git a/x b/x'
  # ties
  named source.c a.c a.h a.h.in
  named source.cpp a.cpp a.hh a.C a.cu
  named source.objc a.m
  named source.verilog a.v
  named source.perl a.pl a.t Makefile.PL
  named source.ts a.ts a.d.ts
  named source.fsharp a.fs
  named source.puppet a.pp
  named source.r a.r a.R
  named source.php a.phtml
  named source.js a.es a.mjs
  named - a.conf a.cgi a.spec
  # names, prefixes, suffixes that are stripped
  named source.makefile Makefile GNUmakefile Makefile.am Makefile.local a.mk makefile.old Makefile.in
  named source.dockerfile Dockerfile Dockerfile.dev dockerfile Containerfile a.dockerfile
  named source.cmake CMakeLists.txt a.cmake.in
  named source.python SConstruct BUILD.bazel a.py a.pyi a.py~ a.py.orig
  named source.ruby Rakefile Gemfile Vagrantfile a.gemspec
  named source.shell .bashrc .zshrc .profile PKGBUILD a.sh a.bash a.zsh a.sh.bak
  named source.groovy Jenkinsfile a.gradle
  named source.json package.json a.geojson a.ipynb
  named source.json.comments tsconfig.json a.jsonc .vscode/settings.json
  named source.toml Cargo.lock Cargo.toml .cargo/config
  named source.yaml a.yml .clang-format
  named source.ini .editorconfig a.ini setup.cfg .npmrc
  named source.dotenv .env .env.local
  named source.systemd a.service a.timer
  named source.ssh-config .ssh/config sshd_config
  named source.nginx nginx.conf etc/nginx/sites-enabled/default
  named text.git-commit COMMIT_EDITMSG
  named text.git-rebase git-rebase-todo
  named text.xml a.svg pom.xml a.xsd a.tmTheme
  # longest extension first
  named text.html.erb a.html.erb
  # and one of each of the commonest
  named source.rust a.rs
  named source.go a.go
  named source.java a.java
  named source.js a.js
  named source.css a.css
  named source.css.scss a.scss
  named text.html.basic a.html
  named text.html.markdown a.md README.md
  named source.sql a.sql
  named source.diff a.diff a.patch
  named source.lua a.lua
  named source.haskell a.hs
  named source.swift a.swift
  named source.kotlin a.kt
  named source.viml .vimrc a.vim
  named source.emacs.lisp .emacs a.el
  named source.rst a.rst
  named text.tex.latex a.tex
  named text.tex a.sty
  named source.ocaml a.ml
  named source.zig a.zig
  named source.asm.x86_64 a.S a.asm
fi
finish
