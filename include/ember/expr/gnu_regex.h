/* gnu_regex: the C library's own regex engine, which GNU find uses. */
#ifndef EMBER_EXPR_GNU_REGEX_H
#define EMBER_EXPR_GNU_REGEX_H

#include <stdbool.h>

#include "ember/base/str.h"

/*
 * libonig exports functions of the same names (re_match, regfree ...) with another layout of their
 * argument, so these are looked up in the C library by name and never linked.
 */
struct gnu_regex; /* opaque: a compiled pattern */

/*
 * `syntax`: RE_SYNTAX_ bits of <regex.h>. NULL with *wrong (static text of the C library).
 * Threads: one at a time compiles (the engine's syntax is a global of the C library).
 */
struct gnu_regex *gnu_regex_compile(const char *text, unsigned long syntax, const char **wrong);
void gnu_regex_free(struct gnu_regex *re);

/* All of `subject` matches. Threads: one at a time uses a pattern, the engine caches states in it. */
bool gnu_regex_whole(struct gnu_regex *re, struct str subject);

#endif
