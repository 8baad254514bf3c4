/*
 * chars: sets of characters, each once, by number: what the programs of a pack's patterns share. A set
 * is a set of ASCII bytes and, where it is known which, ranges of characters past ASCII.
 */
#ifndef EMBER_RX_CHARS_H
#define EMBER_RX_CHARS_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/map.h"
#include "ember/base/str.h"
#include "ember/base/vec.h"
#include "ember/rx/cols.h"

struct chars_range {
	uint32_t first, last; /* characters */
};

struct chars {
	struct cols ascii; /* or columns, where a program asks for those */
	uint32_t from, n;  /* ranges, ascending; none: what there is past ASCII is not told here */
};

/* Sets as they lie in a pack; borrowed. */
struct chars_table {
	const struct chars *sets;
	const struct chars_range *ranges;
	uint32_t nsets, nranges;
};

/* Is the character in the set's ranges, which must lie in the table? */
bool chars_has(const struct chars_table *t, struct chars c, uint32_t code);

/*
 * Under (?i) this character may stand for several, begin several that stand for one, or stand for an ASCII
 * letter (Unicode's CaseFolding.txt, status F, and the signs for kelvin and long s; others beside them).
 */
bool chars_special(uint32_t code);
/* Does the set, whose ranges lie in the table, hold such? */
bool chars_fold(const struct chars_table *t, struct chars c);

/* A pool of sets being made. All-zero is an empty one. Threads: one at a time. Errors: none. */
struct chars_asked; /* see chars_find */
struct chars_pool {
	VEC(struct chars) sets;
	VEC(struct chars_range) ranges;
	struct map ids, lists; /* a set's bytes → its number; ranges' bytes → the first one's place */
	struct arena arena;
	bool ask;                  /* Oniguruma may be asked what a class holds: it is loaded then */
	struct chars_asked *asked; /* what came of it */
};
void chars_pool_fini(struct chars_pool *p);
/* The pool as a table, until the next change. */
struct chars_table chars_pool_table(const struct chars_pool *p);
/* Begin with the sets of a table. */
void chars_pool_load(struct chars_pool *p, const struct chars_table *t);
/* The set's number, counted from 0. */
uint32_t chars_pool_put(struct chars_pool *p, struct chars c);
/* Put such ranges in; they become the set's. */
void chars_pool_ranges(struct chars_pool *p, struct chars *c, const struct chars_range *ranges, size_t n);

/*
 * Which characters a piece of a pattern stands for: a class, an escape or a character, under (?i) or not.
 * Oniguruma is asked about what is not plain from the text. False: the pool does not ask, or it is not to
 * be had.
 */
bool chars_find(struct chars_pool *p, struct str text, bool nocase, struct chars *out);
/* What either holds. */
struct chars chars_or(struct chars_pool *p, struct chars a, struct chars b);

#endif
