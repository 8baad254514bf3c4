/* kinds: the columns before a place, sorted by what the looks behind there tell apart. */
#ifndef EMBER_RX_KINDS_H
#define EMBER_RX_KINDS_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/vec.h"
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

/* Kinds that were sorted before: many starts look behind with the same sets. All-zero is empty. */
struct kinds_memo {
	VEC(struct kinds_known *) known; /* they lie in the caller's arena */
};

/* Threads: one at a time uses a memo; the others are pure. */
void kinds_add(struct kinds_behind *b, struct cols set);
/* False: too many to tell apart; *k is of no use. */
bool kinds_sort(struct kinds *k, const struct kinds_behind *b);
/* The kinds, one for all columns where there are too many, with `other` for its sample. They live as long as the arena. */
const struct kinds *kinds_find(struct kinds_memo *m, struct arena *a, const struct kinds_behind *b, uint8_t other);

#endif
