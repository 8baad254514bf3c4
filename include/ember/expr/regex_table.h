/*
 * regex_table: a plain pattern of GNU's syntaxes as a table that is walked byte by byte, for ASCII text; the C
 * library's engine judges the rest. Private to gnu_regex.
 */
#ifndef EMBER_EXPR_REGEX_TABLE_H
#define EMBER_EXPR_REGEX_TABLE_H

#include <stdbool.h>

#include "ember/base/str.h"

struct regex_table; /* immutable */

/* The ASCII bytes that the bracket expression `set` stands for, as the engine has it. False: it is none. */
typedef bool regex_set_fn(void *ctx, struct str set, bool bytes[128]);

/*
 * `syntax` as for gnu_regex_compile, by which `text` was found to be right. NULL when the pattern is not plain:
 * anything but characters, the dot, sets, groups, branches, and * + ? behind one of them; or too large.
 * Ownership: the caller's, for regex_table_free. `text` is not kept.
 */
struct regex_table *regex_table_new(struct str text, unsigned long syntax, regex_set_fn *set, void *ctx);
void regex_table_free(struct regex_table *t); /* NULL is fine */

/* Does all of `s` match? 1 yes, 0 no, -1: it is not ASCII, as far as that matters. */
int regex_table_whole(const struct regex_table *t, struct str s);

#endif
