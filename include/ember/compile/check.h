/* check: which pattern of a grammar is none. */
#ifndef EMBER_COMPILE_CHECK_H
#define EMBER_COMPILE_CHECK_H

#include <stdbool.h>

#include "ember/compile/val.h"

/*
 * Look for a pattern in a TextMate grammar that Oniguruma refuses: such a rule never matches, as in the
 * reference, and its author would never learn why.
 * Returns: true with one of them in `pattern` (borrowed from the tree) and Oniguruma's words in `why`, a
 *          buffer of RX_WHY_MAX bytes; false also when there is no Oniguruma.
 */
bool check_grammar(const struct val *root, struct str *pattern, char *why);

#endif
