/* range: which lines are wanted (-r) or marked (-H). */
#ifndef EMBER_VIEW_RANGE_H
#define EMBER_VIEW_RANGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/err.h"
#include "ember/base/str.h"
#include "ember/base/vec.h"

/* A line counted from the start (1 = first), or from the end. */
struct range_bound {
	uint64_t n;
	bool from_end;
};

/*
 * Lines from `first` to `last`, both included. Counted from the end, first n is the n-th last
 * line, and last n leaves n lines out at the end. An open end is last.n == UINT64_MAX.
 */
struct range {
	struct range_bound first, last;
};

/* A union of ranges; owned memory. All-zero is the empty set. */
struct range_set {
	VEC(struct range) of;
};

/*
 * N  N:M  N:  :M  N:+K (N to N+K)  N:-K (N-K to N)  -K: (last K)  :-K (all but the last K)
 * -K:-J  N::C  N:M:C (C lines of context). A range that ends before it starts is empty, no error.
 * Errors:  -1, e->what in words. Threads: pure.
 */
int range_parse(struct range *r, struct str text, struct err *e);
int range_add(struct range_set *s, struct str text, struct err *e);
void range_fini(struct range_set *s);

/*
 * Is line `line` (1-based) in the set, when `after` lines follow it? Any value of at least
 * range_reach() stands for "that many or more".
 */
bool range_has(const struct range_set *s, uint64_t line, uint64_t after);

/* The last line that can be wanted; UINT64_MAX when only the end of the input tells. */
uint64_t range_last(const struct range_set *s);
/* How many lines ahead must be known to decide; 0 when no bound counts from the end. */
uint64_t range_reach(const struct range_set *s);
/* All ranges are "the last K": the largest K; else 0. Such a set can be read from the end. */
uint64_t range_tail(const struct range_set *s);

#endif
