/*
 * nfa: a pattern as an automaton over columns, which takes at least the pattern's text: words that
 * name each other by place, so that they lie in a pack as they are used.
 *
 * A word is a node: enum nfa_op in 3 bits, the number of a set in 14, the place of the next node
 * in 15. Behind a NFA_SPLIT stands its NFA_OTHER.
 */
#ifndef EMBER_RX_NFA_H
#define EMBER_RX_NFA_H

#include <stdint.h>

#include "ember/base/vec.h"
#include "ember/rx/cols_pool.h"
#include "ember/rx/tree.h"

enum nfa_op {
	NFA_SET,    /* takes a column of the set, then `next` */
	NFA_AHEAD,  /* the next column is of the set */
	NFA_BEHIND, /* the column before is of the set */
	NFA_G,
	NFA_SPLIT,  /* `next`, and that of the word behind it */
	NFA_OTHER,
};

#define NFA_ACCEPT 0x7fffu /* places that stand for no word: the end of the pattern, ... */
#define NFA_DEAD 0x7ffeu   /* ... and no way on */
#define NFA_WORDS_MAX 0x7000u /* of one pattern; a larger one accepts where it begins */
#define NFA_SETS_MAX 0x4000u

struct nfa {
	const uint32_t *word;
	uint32_t n;
	uint32_t start; /* a place */
	const struct cols *sets;
	uint32_t nsets;
};

static inline enum nfa_op nfa_op(uint32_t word)
{
	return (enum nfa_op)(word & 7);
}

static inline uint32_t nfa_set(uint32_t word)
{
	return word >> 3 & 0x3fff;
}

static inline uint32_t nfa_next(uint32_t word)
{
	return word >> 17;
}

/* The words of a pattern, the first one the place of its start. Their sets go into the pool. */
struct nfa_words {
	uint32_t *p;
	size_t n, cap;
};
void nfa_write(struct nfa_words *out, struct cols_pool *pool, const struct tree *t);

/* Such words, and the sets they name. */
struct nfa_source {
	const uint32_t *words;
	uint32_t n;
	const struct cols *sets;
	uint32_t nsets;
};
/*
 * Read them; they must outlive *n. What does not read as written is an automaton that accepts at
 * once, which is never too little. Threads: no shared state.
 */
void nfa_read(struct nfa *n, const struct nfa_source *s);

#endif
