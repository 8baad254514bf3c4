/*
 * slots: open addressing over a list that its owner keeps. A slot holds a number of the owner's for a
 * thing of the list, never 0; what is alike, and by which hash, the owner knows:
 *
 *	uint32_t i = slots_first(&s, hash);
 *	while (s.p[i] && !alike(s.p[i]))
 *		i = slots_next(&s, i);
 *
 * Threads: as the list.
 */
#ifndef EMBER_BASE_SLOTS_H
#define EMBER_BASE_SLOTS_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "ember/base/mem.h"

/* All-zero is empty; then it may not be looked into. */
struct slots {
	uint32_t *p;
	uint32_t n; /* 0 or a power of two; half of them stay free */
};

/*
 * Room for one thing more than `held`. True: they were made anew, all free, and all that is held is to be
 * put in again. `least`: how many there are at first, a power of two.
 */
static inline bool slots_room(struct slots *s, size_t held, uint32_t least)
{
	if ((held + 1) * 2 <= s->n)
		return false;
	s->n = s->n ? s->n * 2 : least;
	free(s->p);
	s->p = mem_zero(s->n, sizeof(*s->p));
	return true;
}

/* The upper half of the hash counts. */
static inline uint32_t slots_first(const struct slots *s, uint64_t hash)
{
	return (uint32_t)(hash >> 32) & (s->n - 1);
}

static inline uint32_t slots_next(const struct slots *s, uint32_t i)
{
	return (i + 1) & (s->n - 1);
}

/* All are free again, as many as before. */
static inline void slots_clear(struct slots *s)
{
	if (s->n)
		memset(s->p, 0, s->n * sizeof(*s->p));
}

static inline void slots_fini(struct slots *s)
{
	free(s->p);
	*s = (struct slots){ 0 };
}

#endif
