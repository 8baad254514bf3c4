/*
 * gnu_regex: regular expressions as GNU find has them, compiled by the C library (spec efind N56).
 * A program that links Oniguruma must not call re_compile_pattern and its kin by name: Oniguruma
 * exports functions of the same names with other meanings. They are looked up in the C library.
 */
#ifndef EMBER_EXPR_GNU_REGEX_H
#define EMBER_EXPR_GNU_REGEX_H

#include <stdbool.h>

#include "ember/base/str.h"

struct gnu_regex;

/*
 * `syntax`: RE_SYNTAX_* and RE_* bits of <regex.h>. NULL with *wrong (static text) when `text` is no
 * regular expression of that syntax, or there is no such C library.
 * Threads: one at a time compiles, and shares.
 */
struct gnu_regex *gnu_regex_compile(const char *text, unsigned long syntax, const char **wrong);
/*
 * Where `text`, which does not compile, goes wrong: behind the longest part from its start that does.
 * The engine itself says only what is wrong. STR_NONE for texts too long to try.
 */
size_t gnu_regex_place(const char *text, unsigned long syntax);
/* Compile it again for each of `workers`, so that none waits for another. Once, before they start. */
void gnu_regex_share(struct gnu_regex *r, unsigned workers);
/* Make a table of it where the pattern is plain: done by itself once many texts were asked about. Worker 0's. */
void gnu_regex_quicken(struct gnu_regex *r);
void gnu_regex_free(struct gnu_regex *r);

/* Does it match all of `s`? Threads: each its own `worker`; 0 before and without gnu_regex_share. */
bool gnu_regex_whole(struct gnu_regex *r, unsigned worker, struct str s);

/* The same answer from the engine alone: what tests hold the other one against. */
bool gnu_regex_whole_slow(struct gnu_regex *r, unsigned worker, struct str s);

/*
 * Text that every match of the whole must hold, at its end when *at_end, as far as a glance at the
 * pattern tells under any syntax; empty = unknown. A view of `text`.
 */
struct str gnu_regex_must(struct str text, bool *at_end);

#endif
