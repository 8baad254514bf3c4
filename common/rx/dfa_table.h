/*
 * dfa_table: an automaton's states while they are made: dfa_build.c finds them, dfa_least.c leaves
 * as few as will do and writes them as ember/rx/dfa.h says.
 */
#ifndef EMBER_RX_DFA_TABLE_H
#define EMBER_RX_DFA_TABLE_H

#include "ember/base/vec.h"
#include "ember/rx/dfa.h"
#include "ember/rx/nfa.h"

/* Fields as in struct dfa_head. States are numbered as there, but may be more. */
struct dfa_table {
	unsigned classes, kinds;
	bool g;
	uint8_t class_of[COLS_N];
	struct cols kind[KINDS_MAX];
	VEC(uint16_t) enter; /* rows of classes */
	VEC(uint16_t) next;  /* likewise, by own state */
};

/* Rows to enter by. */
static inline unsigned dfa_table_rows(const struct dfa_table *t)
{
	return (t->g + 1u) * (t->kinds > 1 ? t->kinds + 1 : 1);
}

/* All states of the automaton, into an all-zero *t; where they are too many, those behind accept. */
void dfa_table_make(struct dfa_table *t, const struct nfa *n);
/* Take states, kinds and classes that no text tells apart for one; at most DFA_OWN_MAX states are left. */
void dfa_table_least(struct dfa_table *t);
void dfa_table_fini(struct dfa_table *t);

#endif
