/*
 * nfa_step: one step through the places of a pattern's automaton, for the states of dfa_build.c: what
 * do they lead to when a column is taken?
 */
#ifndef EMBER_RX_NFA_STEP_H
#define EMBER_RX_NFA_STEP_H

#include <stdbool.h>

#include "ember/rx/dfa.h"
#include "ember/rx/nfa.h"

/* What steps write to; all-zero to begin with. */
struct step_memory {
	VEC(uint16_t) out;   /* the places that the step leads to, each once */
	VEC(uint32_t) marks; /* by place: the last step that led to it */
	uint32_t step;
};

struct step {
	struct step_memory *m;
	unsigned column, behind;
	bool g;        /* \G matches here */
	bool accepted;
	const struct nfa *nfa;
};

/* Begin a step with an empty list. */
struct step step_new(struct step_memory *m, const struct nfa *nfa, unsigned column, unsigned behind, bool g);
void step_memory_fini(struct step_memory *m);

/* Enter the automaton and take the column: add to `out` the places that wait for the next one, or accept. */
void step_enter(struct step *s);
/* Take the column at a place, where its set has it. */
void step_on(struct step *s, uint32_t place);

/* Add the sets that a start with the column looks behind with; `g`: \G matches before it. */
void step_behinds(const struct nfa *nfa, unsigned column, bool g, struct kinds_behind *b);

#endif
