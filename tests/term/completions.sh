#!/usr/bin/env bash
# The completions of the three programs in the shells that read them: each is loaded by an interactive shell on a
# terminal, and Tab pressed. bash is always there; zsh and fish where they are installed.
. "$(dirname "$0")/../lib/case.sh"
. "$HERE/../lib/term.sh"
trap 'stop; case_clean' EXIT

doc=$BUILD/doc
mkdir -p only/folder
touch only/name.txt Makefile $'new\nline'

shell_bash() { # program: its prompt is "ready>"
  printf 'PS1="ready> "\nalias ll="els -l"\nalias find="efind --lang=find"\nbind "set show-all-if-ambiguous on"\n. %q\n' "$doc/$1.bash" >"$WORK/bashrc"
  start 100 30 "exec bash --noprofile --rcfile '$WORK/bashrc' -i"
}
shell_zsh() {
  mkdir -p "$WORK/zdot"
  printf 'fpath=(%q $fpath)\nautoload -Uz compinit\ncompinit -u -d %q\nPS1="ready> "\nalias ll="els -l"\nalias find="efind --lang=find"\n' "$doc" "$WORK/zdot/dump" >"$WORK/zdot/.zshrc"
  start 100 30 "ZDOTDIR='$WORK/zdot' exec zsh -d -i"
}
shell_fish() {
  printf 'function fish_prompt; echo "ready> "; end\nfunction fish_greeting; end\nalias ll="els -l"\nalias find="efind --lang=find"\nsource %q\n' "$doc/$1.fish" >"$WORK/config.fish"
  start 100 30 "exec env TMPDIR='$WORK/home' fish --no-config -C 'source $WORK/config.fish'"
}

# tab 'typed' 'regex': after a Tab the screen comes to match; the line is cleared for the next one
tab() {
  keys -l "$1"
  wait_for "ready> $(printf %s "$1" | sed 's/[][\\.*^$+?(){}|]/\\&/g; s/ *$//')" || true
  keys Tab
  shows "$shell: $1" "$2"
  keys C-c
  keys -l ' clear'
  keys Enter
  wait_for '^ready> *$' || true
}

for shell in bash zsh fish; do
  command -v $shell >/dev/null || continue
  shell_$shell efind
  shows "$shell starts" '^ready>'
  tab 'efind --change-old' '--change-older-than'
  tab 'efind --sort ver' 'ready> efind --sort version'
  tab 'efind --hyperlink=al' 'ready> efind --hyperlink=always'
  tab 'efind pattern on' 'ready> efind pattern only/'
  tab 'efind -x wc Make' 'ready> efind -x wc Makefile'
  tab 'efind --lang=find only/na' 'ready> efind --lang=find only/name.txt'
  tab 'find only/na' 'ready> find only/name.txt'
  tab 'find . -newer Make' 'ready> find . -newer Makefile'
  shell_$shell els
  shows "$shell starts" '^ready>'
  tab 'els --group-directories-fi' '--group-directories-first'
  tab 'els only/na' 'ready> els only/name.txt'
  tab 'els --color-scale=si' 'ready> els --color-scale=size'
  tab 'els --blocks=size,na' 'ready> els --blocks=size,name'
  tab 'els --blocks=size,git,perm' 'ready> els --blocks=size,git,permission'
  tab 'll --group-directories-fi' '--group-directories-first'
  if [ $shell = bash ]; then # names are completed as bash does it where nobody tells it how
    tab 'll ~roo' 'ready> ll ~root'
    tab 'll $HOM' 'ready> ll \$HOME'
    tab 'll new' "ready> ll 'new"
    tab 'll --config=only/na' 'ready> ll --config=only/name.txt'
  fi
  shell_$shell ecat
  shows "$shell starts" '^ready>'
  tab 'ecat --squeeze-bl' 'ready> ecat --squeeze-blank'
  tab 'ecat --color=nev' 'ready> ecat --color=never'
  tab 'ecat --language Makefi' 'ready> ecat --language Makefile'
  tab 'ecat Makef' 'ready> ecat Makefile'
done
stop
finish
