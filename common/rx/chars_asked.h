/* chars_asked: what Oniguruma says of classes, for the pool that keeps it. */
#ifndef EMBER_RX_CHARS_ASKED_H
#define EMBER_RX_CHARS_ASKED_H

#include "ember/rx/chars.h"

/*
 * What one character of the pattern is, by asking about the characters there are (some 50 ms; a pattern
 * is asked about once). False: it is not to be had.
 */
bool chars_ask(struct chars_pool *p, struct str pattern, struct chars *out);
void chars_asked_free(struct chars_asked *a); /* NULL is fine */

#endif
