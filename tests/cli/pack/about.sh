#!/usr/bin/env bash
# about.sh: what ecat tells of itself (spec ecat O72, O75, O76).
. "$(dirname "$0")/../../lib/case.sh"
export TERM=xterm-256color
unset EMBER_SYNTAX_ENGINE

# O75: engine, pack, counts, libraries, terminal, files; and of the environment only what the list names
for line in 'ecat \(ember\) [0-9.]+' '  engine +automaton' '  pack +built in' '  languages +[0-9]{2,}' '  grammars +[0-9]{2,}' \
  '  themes +[0-9]{2,}' '  regexes +[0-9]{3,}' '  oniguruma +[0-9.]+' '  libgit2 +[0-9.]+' '  jansson +[0-9.]+' '  utf8proc +[0-9.]+' \
  '  output +not a terminal' '  colours +256' "  config +$XDG_CONFIG_HOME/ember/ecat.conf \(not there\)" '  syntax files +0' '  HOME +.*'; do
  holds 'ecat --diagnostic' 0 "^$line\$"
done
is 'ecat --diagnostics | head -n 1' 0 "$(ecat --version)\n"
is 'EMBER_TOKEN=secret AWS_SECRET=secret ecat --diagnostic | grep -c secret' 1 '0\n'
holds 'EMBER_SYNTAX_ENGINE=plain ecat --diagnostic' 0 '^  engine +plain$'
holds 'BAT_OPTS="--theme=a" ecat --diagnostic' 0 '^  BAT_OPTS +--theme=a$'
is "BAT_STYLE=\$'a\\e[31m' ecat --diagnostic | grep -c \$'\\e'" 1 '0\n'
holds "BAT_STYLE=\$'a\\e[31m' ecat --diagnostic" 0 '^  BAT_STYLE +a\\x1B\[31m$'
is 'HOME= XDG_CONFIG_HOME= XDG_CACHE_HOME= ecat --diagnostic | grep -c "^  cache  *none$"' 0 '1\n'
# with a broken configuration, and with the user's files
mkdir -p "$XDG_CONFIG_HOME/ember/syntaxes"
printf -- '--no-such-option\n' >"$XDG_CONFIG_HOME/ember/ecat.conf"
printf '{"scopeName":"source.mine","patterns":[]}' >"$XDG_CONFIG_HOME/ember/syntaxes/mine.json"
holds 'ecat --diagnostic' 0 '^  of them yours +1$'
holds 'ecat --diagnostic' 0 '^  pack +built in, with your files$'
holds 'ecat --no-custom-assets --diagnostic' 0 '^  of them yours +0$'
holds 'ecat --diagnostic' 0 '^  syntax files +1$'
rm "$XDG_CONFIG_HOME/ember/ecat.conf"

# O76: the notices of what the pack holds
if [ "${GRAMMARS:-all}" != own ]; then
  holds 'ecat --acknowledgements' 0 '^Licence: MIT$'
  holds 'ecat --acknowledgements' 0 '^tm-grammars$'
  if [ "${GRAMMARS:-all}" = all ]; then # a grammar under no licence is told with its source
    holds 'ecat --acknowledgements' 0 '^Licence: none stated$'
    holds 'ecat --acknowledgements' 0 '^toml\.json  http'
  else
    is 'ecat --acknowledgements | grep -c "none stated"' 1 '0\n'
  fi
  yes_ 'O76: those of the pack' bash -c "'$WORK/ours/ecat' --acknowledgements | cmp - '$BUILD/NOTICES'"
else
  is 'ecat --acknowledgements' 0 ''
fi

# O72: without a home there is nothing to tell
says 'HOME= XDG_CONFIG_HOME= ecat --config-dir' 1 '^ecat: '
says 'HOME= XDG_CACHE_HOME= ecat --cache-dir' 1 '^ecat: '
is 'XDG_CONFIG_HOME=/c ecat --config-dir' 0 '/c/ember\n'
is 'EMBER_CONFIG=/c/x ecat --config-file' 0 '/c/x\n'
finish
