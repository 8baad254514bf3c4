/* suggest: the long name that was probably meant. */
#ifndef EMBER_CLI_SUGGEST_H
#define EMBER_CLI_SUGGEST_H

#include <stdbool.h>

#include "ember/base/str.h"
#include "ember/cli/opt.h"

#define SUGGEST_MAX 64 /* longer names are not compared */

/*
 * Edits (insert, delete, replace, swap neighbours) from one name to the other, or a value above
 * `limit` as soon as that is certain. Names longer than SUGGEST_MAX are infinitely far.
 * Threads: pure.
 */
unsigned suggest_distance(struct str a, struct str b, unsigned limit);

/*
 * The visible long name among `dialects` that is closest to `name` (no dashes), when it is close
 * enough to be a slip of the fingers; the first of equals. False: none.
 */
bool suggest_option(const struct opt_table *table, unsigned dialects, struct str name, struct str *out);

#endif
