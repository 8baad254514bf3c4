/*
 * nfa_step: one step through the places of a pattern's automaton, for the states of cand.c: what do
 * they lead to when a column is taken?
 */
#ifndef EMBER_RX_NFA_STEP_H
#define EMBER_RX_NFA_STEP_H

#include <stdbool.h>

#include "ember/rx/kinds.h"
#include "ember/rx/nfa.h"

#define BEHIND_UNKNOWN COLS_N /* a look behind counts as true */

/* What steps write to; all-zero to begin with. */
struct step_memory {
	VEC(uint32_t) out;   /* the list being made: places, by their numbers in marks */
	VEC(uint32_t) stack;
	VEC(uint32_t) marks; /* by place, two each: the walks that saw it, before and behind */
	uint32_t walk;
};

struct step {
	struct step_memory *m;
	unsigned column, behind;
	bool g;             /* \G matches here */
	uint32_t at, after; /* numbers of the two walks */
	bool accepted;
	const struct nfa *nfa; /* the pattern's, whose places are numbered from `base` on */
	uint32_t base;
};

/* `places`: so many are numbered. */
struct step step_new(struct step_memory *m, uint32_t places, unsigned column, unsigned behind, bool g);
void step_memory_fini(struct step_memory *m);

/* From a place before the column: add to `out` the places that wait for the next one, or accept. */
void step_at(struct step *s, uint32_t place);
/* The same from a place of a state's list: most take one column, and not this one. */
void step_on(struct step *s, uint32_t place);

/* The sets that a start looks behind with. */
void step_behinds(struct step *s, struct kinds_behind *b);

#endif
