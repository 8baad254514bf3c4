#!/usr/bin/env bash
# own.sh: what our own grammars say of the texts in own.txt, word by word.
. "$(dirname "$0")/../../lib/case.sh"
texts=$HERE/own.txt

awk '/^#/ && !lang { next } /^=== /{ lang = $2; next }
  /^[?][?] / { print n "\t" substr($0, 4) >("says." lang); next }
  { if (was != lang) { n = 0; was = lang } n++; print >("text." lang); print lang }' "$texts" | uniq >langs

# Rows of numbered lines, words and scopes against the tokens: a row of trouble for each that is not so.
judge() { # LANG
  "$WORK/ours/ecat" --dump-tokens -l "$1" "text.$1" >tokens
  LC_ALL=C awk -v lang="$1" '
    FILENAME == "tokens" { tokens[FNR] = $0; next }
    FILENAME ~ /^text/ { text[FNR] = $0; next }
    {
      line = $0; sub(/\t.*/, "", line)
      scope = $0; sub(/^[0-9]*\t/, "", scope)
      word = scope; sub(/ .*/, "", scope); sub(/^[^ ]* /, "", word)
      from = index(text[line], word) - 1
      to = from + length(word)
      rest = tokens[line]; covered = 0
      while (match(rest, /\[[0-9]+,[0-9]+,"[^"]*"/)) {
        t = substr(rest, RSTART + 1, RLENGTH - 2); rest = substr(rest, RSTART + RLENGTH)
        split(t, f, ","); names = t; sub(/^[0-9]*,[0-9]*,"/, "", names)
        a = f[1] > from ? f[1] : from; b = f[2] < to ? f[2] : to
        if (a < b && index(" " names, " " scope ".")) covered += b - a
      }
      if (from < 0 || covered != to - from) print lang ":" line ": " word ": not " scope ": " tokens[line]
      else print "ok"
    }' tokens "text.$1" "says.$1"
}

while read -r lang; do
  while read -r row; do
    if [ "$row" = ok ]; then pass; else fail "$lang" "$row"; fi
  done < <(judge "$lang")
done <langs
if [ "$(wc -l <langs)" -ge 45 ]; then pass; else fail 'languages' "$(wc -l <langs)"; fi
finish
