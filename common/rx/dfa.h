/*
 * dfa: the states of single patterns, made when they are asked for and remembered. Sets of patterns
 * (cand.c) are in many states, but each pattern of a set in few: so a step through an automaton is
 * gone once for all the sets that the pattern belongs to.
 */
#ifndef EMBER_RX_DFA_H
#define EMBER_RX_DFA_H

#include "ember/base/arena.h"
#include "nfa_step.h"

/* Where a column leads to: nowhere, to the end of the pattern, or to a state, whose number is larger. */
enum { DFA_DEAD, DFA_ACCEPT, DFA_FIRST };

struct dfa_pattern {
	struct nfa_source source;
	struct nfa nfa; /* read when it is first used: when it has ways */
};

/* The places that may be next. */
struct dfa_state {
	const uint16_t *place; /* ascending */
	uint32_t n;
	uint32_t pattern;
};

/* Fields are its own; all-zero is one without patterns. */
struct dfa {
	VEC(struct dfa_pattern) patterns;
	VEC(struct dfa_state) states; /* from DFA_FIRST on */
	uint32_t *slots;              /* of states, open addressing */
	uint32_t nslots;
	uint64_t *known;              /* answers, open addressing: the question, and 1 + the answer in DFA_BITS */
	uint32_t nknown, known_cap;
	struct arena arena;           /* the states' places */
	size_t used;                  /* bytes of it */
	struct step_memory steps;
};

#define DFA_BITS 24u /* of a pattern's number, and of a state's */

/* Threads: one at a time uses a dfa. The words and sets of its patterns are borrowed. */
void dfa_fini(struct dfa *d);

/* The pattern's number, counted from 0. There may be 2 to the power of DFA_BITS. */
uint32_t dfa_pattern(struct dfa *d, struct nfa_source source);

/* Where a pattern's first column leads to; `behind`: the column before it, or BEHIND_UNKNOWN. `g`: \G matches before it. */
uint32_t dfa_enter(struct dfa *d, uint32_t pattern, unsigned column, unsigned behind, bool g);
/* Where the next column leads to from a state. */
uint32_t dfa_next(struct dfa *d, uint32_t state, unsigned column);
/* Add the sets that a start with the column looks behind with. */
void dfa_behinds(struct dfa *d, uint32_t pattern, unsigned column, bool g, struct kinds_behind *b);

/* Bytes held for states and answers. */
size_t dfa_memory(const struct dfa *d);
/* Forget them: all numbers of states are void. */
void dfa_flush(struct dfa *d);

#endif
