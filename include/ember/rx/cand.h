/*
 * cand: where in a text could a pattern match? For sets of patterns, an automaton that is built as
 * the text asks for it names at each place the patterns that may match there: never too few.
 * Whoever asks decides the rest with rx_match_at.
 */
#ifndef EMBER_RX_CAND_H
#define EMBER_RX_CAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/str.h"
#include "ember/rx/dfa.h"

struct cand;     /* patterns, their automaton, the states built so far */
struct cand_set; /* an ordered set of patterns */

#define CAND_WALK 48u /* bytes that are looked at from one place */

/*
 * Patterns are named by numbers of whoever asks. `automaton` is asked once for each that is needed, of which
 * there are at most 2 to the power of 24: it returns what dfa_write wrote, which is borrowed.
 * Threads: one at a time uses a cand and its sets. Sets live as long as it does.
 */
struct cand *cand_new(struct str (*automaton)(const void *ctx, uint32_t pattern), const void *ctx);
void cand_free(struct cand *c); /* NULL is fine */

/*
 * A set: numbers of patterns, each once, in the order in which they are to be tried, and the columns that a
 * match of each may begin at. Both are borrowed.
 */
struct cand_set *cand_set(struct cand *c, const uint32_t *patterns, const struct cols *first, uint32_t n);

/* Candidates: patterns, in the set's order, valid until the next call. */
struct cand_list {
	const uint32_t *item;   /* see cand_place */
	const uint32_t *number; /* by place */
	uint32_t n;
};
#define CAND_STATE_BITS 8u /* of an item: the pattern's state, dfa.h */
/* A pattern's place among all those that were needed so far: numbers from 0 on, which stay. */
static inline uint32_t cand_place(struct cand_list l, uint32_t i)
{
	return l.item[i] >> CAND_STATE_BITS;
}
/* The pattern's number. */
static inline uint32_t cand_item(struct cand_list l, uint32_t i)
{
	return l.number[cand_place(l, i)];
}

/*
 * The first place at or after `pos`, at most `last`, that has candidates.
 * Takes:   text, one line of valid UTF-8 (LF at its end or nowhere); a place in the middle of a character is never one. `g`: \G matches at
 *          `pos` (it never does elsewhere).
 * Returns: the place, text.n included; STR_NONE when there is none.
 */
size_t cand_next(struct cand *c, struct cand_set *set, struct str text, size_t pos, size_t last, bool g,
	struct cand_list *list);

/* Memory held for states, in bytes, and how often it was dropped and built anew. */
size_t cand_memory(const struct cand *c);
unsigned cand_flushes(const struct cand *c);

#endif
