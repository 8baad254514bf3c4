#!/usr/bin/env bash
# els --hyperlink against GNU ls, whose older versions end a link with BEL where newer ones, and we, write ESC \.
. "$(dirname "$0")/../../lib/case.sh"
. "$HERE/_fixtures.sh" || exit 1
fixture_types
fixture_names
fixture_nested
st() { sed -e 's/\a/\x1b\\/g'; }
export -f st
for o in '' -l -C -F -R '--color=always' '-l --color=always' '-C --quoting-style=shell-escape' '-l --quoting-style=shell-escape' -Q -d -1s; do
  for f in types nested names; do later "ls --hyperlink $o $f | st"; done
done
for o in always yes never no auto; do later "ls --hyperlink=$o types | st"; done
later "ls --hyperlink types/plain.txt types/linkdir | st"
later "ls --hyperlink types/dangling | st"
later "ls --hyperlink -d types/loop | st"
later "cd nested; ls --hyperlink | st"
later "ls -L --hyperlink nested/d | st"
compare
finish
