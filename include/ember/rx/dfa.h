/*
 * dfa: a pattern as an automaton over columns, which takes at least the pattern's text. A pack holds
 * it with all its states, as it is used, so that a step is a look into a table.
 *
 * A state is a byte: DFA_DEAD, DFA_ACCEPT, or one of the automaton's own, which count from DFA_FIRST.
 * Columns that no state tells apart are one class; columns before a match that the looks behind do
 * not tell apart are one kind. Behind the head follow the sets of the kinds but that of number 0, a
 * row of classes for each kind and one for an unknown kind where there are several (all that once
 * more for places where \G matches, where the pattern asks), and a row for each own state.
 */
#ifndef EMBER_RX_DFA_H
#define EMBER_RX_DFA_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/base/buf.h"
#include "ember/rx/kinds.h"
#include "ember/rx/tree.h"

/* Where a column leads to: nowhere, to the end of the pattern (it may match whatever follows), or to an own state. */
enum { DFA_DEAD, DFA_ACCEPT, DFA_FIRST };

#define DFA_OWN_MAX (256u - DFA_FIRST) /* own states; what lies behind that many accepts */
#define BEHIND_UNKNOWN COLS_N          /* no column: each look behind counts as true */

struct dfa_head {
	uint8_t classes; /* at least 1 */
	uint8_t kinds;   /* at least 1 */
	uint8_t g;       /* 1: there are rows for \G */
	uint8_t own;     /* states */
	uint8_t class_of[COLS_N];
	uint8_t padding[4];
};

struct dfa {
	const struct dfa_head *head; /* NULL: not read */
	const uint8_t *next;
};

/* Append the tree's automaton, whole multiples of 8 bytes. Never fails. Threads: no shared state. */
void dfa_write(struct buf *out, const struct tree *t);

/*
 * Read it; the bytes, which lie at a multiple of 8, must outlive *d. What does not read as written
 * is an automaton that accepts at once, which is never too little. Threads: no shared state.
 */
void dfa_read(struct dfa *d, struct str bytes);

/* Where a first column leads to; `behind`: the column before it, or BEHIND_UNKNOWN. `g`: \G matches before it. */
unsigned dfa_enter(const struct dfa *d, unsigned column, unsigned behind, bool g);
/* Add the sets that a start with the column looks behind with. */
void dfa_behinds(const struct dfa *d, unsigned column, bool g, struct kinds_behind *b);

/* What a row says of a column; a damaged one accepts. */
static inline unsigned dfa_row(const struct dfa *d, const uint8_t *row, unsigned column)
{
	const unsigned c = d->head->class_of[column];
	const unsigned to = c < d->head->classes ? row[c] : DFA_ACCEPT;
	return to < (unsigned)DFA_FIRST + d->head->own ? to : DFA_ACCEPT;
}

/* Where the next column leads to from an own state. */
static inline unsigned dfa_next(const struct dfa *d, unsigned state, unsigned column)
{
	return dfa_row(d, d->next + (state - DFA_FIRST) * d->head->classes, column);
}

#endif
