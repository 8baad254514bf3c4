#!/usr/bin/env bash
# Patterns of fd's language (spec efind 2.1 to 2.3): smart case, dialect of regular expressions, globs.
# Expected results are written out: fd itself is not needed.
. "$(dirname "$0")/../../lib/case.sh"
. "$HERE/_tree.sh"

row P1 # unanchored, the last component; nothing given matches all; start points are no results
is "efind foo" 0 'a/FOO\na/b/c/foo.txt\n'
is "efind b/c" 1 ''
is "efind '' a/b" 0 'a/b/c/\na/b/c/foo.txt\n'
is "efind . a/b" 0 'a/b/c/\na/b/c/foo.txt\n'
is "efind '^b\$' a/b" 0 ''
yes_ "no pattern is every pattern" test "$(efind | cksum)" = "$(efind . | cksum)"

row P2 # -p: the absolute path, no links resolved
is "efind -p 'a/b/'" 0 'a/b/c/\na/b/c/foo.txt\n'
is "efind -p \"^\$WORK/tree/a/b\\\$\"" 0 'a/b/\n'
is "efind -p \"^\$WORK/tree/a/b\\\$\" ./ " 0 './a/b/\n'
is "cd \"\$WORK\" && efind -p '/tree/a/b\$' tree" 0 'tree/a/b/\n'
is "cd / && efind -p '^/.*/tree/kK' \"\$WORK/tree\" | sed \"s,\$WORK,,\"" 0 '/tree/kK\n'

row P3 # a '/' can match no name
says "efind a/b" 1 "has a '/'.*efind \. 'a/b'.*--full-path"
says "efind a --and b/c" 1 "has a '/'"
is "efind -p a/b/c/f" 0 'a/b/c/foo.txt\n'

row P4 # --and: all must match, in the same dialect; its value may start with '-'
is "efind a --and b -E .hid" 0 'bad\xff.b\n'
is "efind --and -le" 0 './-lead\n'
is "efind --and=-le --and ad" 0 './-lead\n'
is "efind -g '*.c' --and 'b*'" 0 'a/B.C\na/b.c\n'
is "efind -F . --and c --and b" 0 'a/B.C\na/b.c\n'

row P5 # smart case is one for all patterns; the last of -s and -i wins
is "efind FOO" 0 'a/FOO\n'
is "efind foo --and O" 0 ''
is "efind -s foo" 0 'a/b/c/foo.txt\n'
is "efind -s -i Foo" 0 'a/FOO\na/b/c/foo.txt\n'
is "efind -i -s foo" 0 'a/b/c/foo.txt\n'

row P6 # ... judged on the parsed expression
is "efind '\\x46OO'" 0 'a/FOO\n'
is "efind '[A-z]oo'" 0 'a/b/c/foo.txt\n'
is "efind '[a-z]oo'" 0 'a/FOO\na/b/c/foo.txt\n'
is "efind '[^a]oo\$'" 0 'a/FOO\n'
is "efind '[^A]oo\$'" 0 ''
is "efind '\\Afoo'" 0 'a/FOO\na/b/c/foo.txt\n'
is "efind '\\Woo|foo'" 0 'a/b/c/foo.txt\n'
is "efind '\\woo'" 0 'a/b/c/foo.txt\n'
is "efind 'foo|\\pL{9}'" 0 'a/b/c/foo.txt\n'

row P7 # inline flags are independent of it
is "efind '(?i)Foo'" 0 'a/FOO\na/b/c/foo.txt\n'
is "efind '(?-i)foo'" 0 'a/b/c/foo.txt\n'
is "efind -i '(?-i)foo'" 0 'a/b/c/foo.txt\n'

row P8 # what can only match hidden names
for p in '^\.h' '\A\.' '^\x2e' '^[.]h' '^(?i)\.h' '^\.{1}h'; do says "efind '$p'" 1 'hidden.*--hidden'; done
for p in '^\.?h' '^\.*h' '^(\.)h' '^\.{2}' '^[.h]h' '^\.|^hh'; do is "efind '$p'" 0 ''; done
for p in '.h*' '[.]h*'; do says "efind -g '$p'" 1 'hidden'; done
says "efind --exact .hidden" 1 'hidden'
is "efind -H '^\\.h'" 0 '.hid/\n.hidden\n'
is "efind '^\\.h|foo'" 0 'a/FOO\na/b/c/foo.txt\n'

row P9 # plain text
is "efind -F .c" 0 'a/B.C\na/b.c\n'
is "efind --literal '[' " 0 ''
is "efind -F k" 0 'kK\nlink\nnode/pkg/\nsub/k\n'
is "efind --exact b.c" 0 'a/B.C\na/b.c\n'
is "efind --exact B.C" 0 'a/B.C\n'
is "efind --exact b" 0 'a/b/\n'
is "efind --exact ''" 0 ''
is "efind -p --exact \"\$PWD/a/b\"" 0 'a/b/\n'

row P10 # the dot takes a line feed; ^ and $ only the ends
is "efind 'new.line'" 0 'new\nline.nl\n'
is "efind '^line'" 0 ''
is "efind '(?m)^line'" 0 'new\nline.nl\n'
is "efind 'new\$'" 0 ''

row P11 # --glob; --regex undoes it
is "efind -g '*.c'" 0 'a/B.C\na/b.c\n'
is "efind -g --regex '^b\\.c'" 0 'a/B.C\na/b.c\n'
is "efind -F --regex .c" 0 'a/B.C\na/b.c\n'

row P12
for line in "-g x -F" "--exact x -g" "-F --exact x"; do
  yes_ "usage: $line" bash -c "efind $line </dev/null >\"\$WORK/o\" 2>\"\$WORK/e\"; [ \$? = 2 ] && [ ! -s \"\$WORK/o\" ]"
done

row R1 # $ is the very end
touch 'end
'
is "efind 'end\$' -d1" 0 ''
is "efind 'end.\$' -d1" 0 'end\n\n'
is "efind 'end\\z' -d1" 0 ''
row R2
is "efind '^f.o\$'" 0 'a/FOO\n'
is "efind 'x|^e' a" 0 'a/b/c/foo.txt\na/exe\n'
row R3 # nested repetition, not possessive
is "efind 'a++\$' ." 0 './a/\n'
is "efind '^a+a?\$' ." 0 './a/\n'
is "efind 'o{2}+t*'" 0 'a/FOO\na/b/c/foo.txt\n'
is "efind '^k++k\$' -i" 0 'kK\n'
row R4
says "efind 'a{,2}' 2>&1 | head -n 1 >&2; exit 1" 1 'repetition quantifier expects a valid decimal'
row R5
for p in 'a{' 'a{x' 'a{2' 'a{2,1}'; do says "efind '$p' 2>&1 | head -n 1 >&2; exit 1" 1 'bad regular expression: .*repetition'; done
row R6 # difference, symmetric difference
is "efind '[--.]lead'" 0 './-lead\n'
is "efind '^[a-z--c]\$' . -d1" 0 './a/\n'
is "efind '^[b-z~~a-b]\$' -d1" 0 'a/\n'
row R7 # intersection, union
is "efind '^[a-z&&[^b-z]]\$'" 0 'a/\n'
is "efind '^[a[bc]]\$'" 0 'a/\na/b/\na/b/c/\n'
is "efind '^[a-z&&[^a]&&[^b]]\$'" 0 'a/b/c/\nsub/k\n'
row R8
is "efind '\\pL{3}\$' a" 0 'a/FOO\na/b/c/foo.txt\na/exe\n'
is "efind '^\\PL' -H -d1" 0 './-lead\n.gitignore\n.hid/\n.hidden\n.txt\n'
row R9
touch αβ
is "efind '\\p{Greek}'" 0 'αβ\n'
is "efind '\\p{sc=Greek}'" 0 'αβ\n'
is "efind '\\p{scx=Greek}'" 0 'αβ\n'
is "efind '^\\p{gc=Lu}'" 0 'a/B.C\na/FOO\none.dir/É\n'
is "efind '^\\p{Lu}'" 0 'a/B.C\na/FOO\none.dir/É\n'
row R10 # word edges
touch 'in word' inword
is "efind '\\<word'" 0 'in word\n'
is "efind 'in\\>'" 0 'in word\n'
is "efind '\\b{start}word'" 0 'in word\n'
is "efind 'in\\b{end}'" 0 'in word\n'
is "efind '\\b{start-half}word'" 0 'in word\n'
is "efind '\\bword'" 0 'in word\n'
is "efind '\\Bword'" 0 'inword\n'
row R11
is "efind -s '\\xE9'" 0 'one.dir/é.txt\n'
is "efind '\\x{e9}\\.'" 0 'one.dir/é.txt\n'
row R12
is "efind '\\u{e9}'" 0 'one.dir/É\none.dir/é.txt\n'
is "efind '\\u00e9\\.'" 0 'one.dir/é.txt\n'
is "efind '\\U000000E9\\.'" 0 'one.dir/é.txt\n'
row R13 # flags that Oniguruma has not
is "efind '(?U)^f.*o'" 0 'a/FOO\na/b/c/foo.txt\nfifo\n'
is "efind '^(?-u:\\w)\$' one.dir" 0 ''
is "efind '^\\w\$' one.dir" 0 'one.dir/É\n'
is "efind '(?R)line.nl'" 0 'new\nline.nl\n'
row R14
is "efind '(?P<n>o)o'" 0 'a/FOO\na/b/c/foo.txt\n'
is "efind '(?<n>o)o'" 0 'a/FOO\na/b/c/foo.txt\n'
row R15
is "efind 'foo(?!\\.)'" 0 'a/FOO\n'
is "efind '(o)\\1'" 0 'a/FOO\na/b/c/foo.txt\n'
says "efind --engine=rust '(?=a)' 2>&1 | head -n 1 >&2; exit 1" 1 'look-around'
row R16
for p in '\Z' '\G' '\K' '\R' '\N' '\Qa\E' '(?>a)' '(?#a)' '\h' '\y'; do
  says "efind '$p' 2>&1 | head -n 1 >&2; exit 1" 1 'bad regular expression: unrec|bad regular expression: .*escape|flag'
done
row R17 # one letter folds to one letter
touch ß Kelvin $'\u212a'
is "efind -i '^ss\$'" 0 ''
is "efind -i '^k\$'" 0 $'sub/k\n\u212a\n'
is "efind -i '^É'" 0 'one.dir/É\none.dir/é.txt\n'
is "efind é" 0 'one.dir/É\none.dir/é.txt\n'
is "efind É" 0 'one.dir/É\n'
row R18
touch ٣x
is "efind '^\\d'" 0 '٣x\n'
is "efind '^\\w\\.txt'" 0 'one.dir/é.txt\n'
is "efind '\\s' -d1 -td" 0 'sp ace/\n'
row R19 # names that are no UTF-8: valid parts match, '.' takes no bad byte
is "efind 'bad.\\.b'" 0 ''
is "efind 'bad(?-u:.)?[^a]*\\.b\$'" 0 ''
is "efind 'bad'" 0 'bad\xff.b\n'
is "efind '\\.b\$'" 0 'bad\xff.b\n'
touch $'cut\xc3'
is "efind '^cut'" 0 'cut\xc3\n'
is "efind 'cut.'" 0 ''
row R20 # an endless search is given up, with the pattern's name
touch "$(printf 'a%.0s' $(seq 60))"
says "efind '^(a|aa)+[cd]'" 1 '\^\(a\|aa\)\+\[cd\].*takes too long'
rm a*aaa
row R21 # pattern, caret, reason, hint
case_run "$WORK/ours" "efind 'foo{'"
yes_ "caret" cmp -s "$WORK/err" - <<'END'
efind: bad regular expression: unclosed counted repetition
efind:     foo{
efind:        ^
efind: for plain text use --fixed-strings or --exact, for globs --glob
END
case_run "$WORK/ours" "efind 'éé(x'"
yes_ "caret counts characters" test "$(sed -n 3p "$WORK/err")" = 'efind:       ^'

row G1 # * and ? stop at '/', ** spans components, a leading dot is ordinary
is "efind -g '?'" 0 $'a/\na/b/\na/b/c/\none.dir/É\nsub/k\nß\n\u212a\n'
is "efind -i -gp \"\$PWD/a/*.c\"" 0 'a/B.C\na/b.c\n'
is "efind -i -gp '**/b/**'" 0 'a/b/c/\na/b/c/foo.txt\n'
is "efind -i -gp '/**/a/**/foo.txt'" 0 'a/b/c/foo.txt\n'
is "efind -Hg '*hidden'" 0 '.hidden\n'
row G2
is "efind -g '[bx].*'" 0 'a/B.C\na/b.c\nsub/x.tar.gz\n'
is "efind -g '[!a-z]*.txt'" 0 'one.dir/é.txt\n'
is "efind -g '[^a-z]*.txt'" 0 'one.dir/é.txt\n'
is "efind -g '[]k]'" 0 'sub/k\n'
is "efind -g '[[:alpha:]]*'" 0 ''
row G3
is "efind -g '{b,x}.*'" 0 'a/B.C\na/b.c\nsub/x.tar.gz\n'
is "efind -g '{b,{x,q}.tar}.{c,gz}'" 0 'a/B.C\na/b.c\nsub/x.tar.gz\n'
is "efind -g '\\b.c'" 0 'a/B.C\na/b.c\n'
is "efind -g '{,x}foo*'" 0 'a/FOO\na/b/c/foo.txt\n'
for p in '[a' '{a' 'a}' 'a\' '[z-a]'; do says "efind -g '$p'" 1 'bad glob'; done
row G4
is "efind -g foo" 0 'a/FOO\n'
is "efind -i -gp b.c" 0 ''
is "efind -i -gp '**/b.c'" 0 'a/B.C\na/b.c\n'
is "efind -g 'B*'" 0 'a/B.C\n'
row G5 # -e
is "efind -e c" 0 'a/B.C\na/b.c\n'
is "efind -e .C -s" 0 'a/B.C\na/b.c\n'
is "efind -e ..c" 0 'a/B.C\na/b.c\n'
is "efind -He txt" 0 'a/b/c/foo.txt\none.dir/é.txt\n'
is "efind -e tar.gz -e txt" 0 'a/b/c/foo.txt\none.dir/é.txt\nsub/x.tar.gz\n'
finish
