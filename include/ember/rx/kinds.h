/* kinds: the columns before a place, sorted by what the looks behind there tell apart. */
#ifndef EMBER_RX_KINDS_H
#define EMBER_RX_KINDS_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/rx/cols.h"

#define KINDS_MAX 48u /* different looks behind at one place, and kinds */

/* The sets that are looked for behind a place. */
struct kinds_behind {
	struct cols set[KINDS_MAX];
	unsigned n;
	bool more; /* than there is room for */
};

/* Columns that are in the same of those sets have one kind. */
struct kinds {
	uint8_t of[COLS_N];
	uint8_t n;
	uint8_t sample[KINDS_MAX]; /* a column of each kind */
};

/* Threads (all): pure. */
void kinds_add(struct kinds_behind *b, struct cols set);
/* False: too many to tell apart; *k is of no use. */
bool kinds_sort(struct kinds *k, const struct kinds_behind *b);

#endif
