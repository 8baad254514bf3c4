/*
 * idmap: numbers to numbers, open addressing. For the few that are needed of very many: a table of all
 * would take a page of memory for each of them.
 */
#ifndef EMBER_BASE_IDMAP_H
#define EMBER_BASE_IDMAP_H

#include <stdint.h>
#include <stdlib.h>

struct idmap_slot {
	uint32_t key;
	uint32_t value; /* 0: nothing here */
};

/* All-zero is an empty map. */
struct idmap {
	struct idmap_slot *slots;
	uint32_t n, cap; /* cap is 0 or a power of two, and never full */
};

static inline void idmap_fini(struct idmap *m)
{
	free(m->slots);
	*m = (struct idmap){ 0 };
}

/* The slot that holds the key, or the free one for it. Not of an empty map. */
static inline struct idmap_slot *idmap_slot(const struct idmap *m, uint32_t key)
{
	uint32_t i = (key * 0x9e3779b9u >> 8) & (m->cap - 1);
	while (m->slots[i].value && m->slots[i].key != key)
		i = (i + 1) & (m->cap - 1);
	return &m->slots[i];
}

/* 0: the key is not in it. */
static inline uint32_t idmap_get(const struct idmap *m, uint32_t key)
{
	return m->cap ? idmap_slot(m, key)->value : 0;
}

/* `value`: not 0. Replaces. No memory ends the run. */
void idmap_put(struct idmap *m, uint32_t key, uint32_t value);

#endif
