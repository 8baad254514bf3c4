/*
 * nfa: a pattern as an automaton over columns, which takes at least the pattern's text: words that
 * name each other by number, of which dfa makes the states. Nothing in it is passed without taking a
 * column, so that a step costs what it leads to.
 *
 * A place waits for a column of its set, which is taken, and then the ways of its list lead on. The
 * first list leads into the automaton. The last way of a list is marked.
 */
#ifndef EMBER_RX_NFA_H
#define EMBER_RX_NFA_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/base/vec.h"
#include "ember/rx/cols_pool.h"
#include "ember/rx/tree.h"

#define NFA_SET_BITS 14u
#define NFA_ANY ((1u << NFA_SET_BITS) - 1) /* no set: a way that is open behind every column */
#define NFA_ACCEPT 0x7fffu /* where a way may lead to besides places: the end of the pattern, ... */
#define NFA_DEAD 0x7ffeu   /* ... and nowhere */
#define NFA_PLACES_MAX 0x7000u /* of one pattern; a larger one accepts where it may begin */
#define NFA_WAYS_MAX (1u << 18)

/* All-zero is none. */
struct nfa {
	VEC(uint32_t) places;
	VEC(uint32_t) ways;
	struct cols_pool pool; /* the sets */
};

/* Of a place: the number of its set, and where its list begins. */
static inline uint32_t nfa_set(uint32_t place)
{
	return place & NFA_ANY;
}

static inline uint32_t nfa_list(uint32_t place)
{
	return place >> NFA_SET_BITS;
}

static inline uint32_t nfa_place(uint32_t set, uint32_t list)
{
	return set | list << NFA_SET_BITS;
}

/* Of a way: the columns behind which it is open, whether it asks for \G, where it leads to, whether it is the last one. */
static inline uint32_t nfa_behind(uint32_t way)
{
	return way & NFA_ANY;
}

static inline uint32_t nfa_to(uint32_t way)
{
	return way >> NFA_SET_BITS & 0x7fff;
}

static inline bool nfa_g(uint32_t way)
{
	return way >> 30 & 1;
}

static inline bool nfa_last(uint32_t way)
{
	return way >> 31;
}

static inline uint32_t nfa_way(uint32_t to, uint32_t behind, bool g, bool last)
{
	return behind | to << NFA_SET_BITS | (uint32_t)g << 30 | (uint32_t)last << 31;
}

/* The tree's automaton, into an all-zero *n. Never fails. Threads: no shared state. */
void nfa_make(struct nfa *n, const struct tree *t);
void nfa_fini(struct nfa *n);

#endif
