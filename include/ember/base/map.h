/* map: byte strings to 64-bit values, open addressing. */
#ifndef EMBER_BASE_MAP_H
#define EMBER_BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/str.h"

struct map_slot {
	struct str key;
	uint64_t hash;
	uint64_t value;
	bool used;
};

/* Keys are borrowed: their bytes must outlive the map. All-zero is an empty map. */
struct map {
	struct map_slot *slots;
	size_t n, cap; /* cap is 0 or a power of two */
};

void map_fini(struct map *m);
bool map_get(const struct map *m, struct str key, uint64_t *value); /* value may be NULL */
void map_put(struct map *m, struct str key, uint64_t value);        /* replaces */
/* The slot's value, made 0 when the key is new (then *added is true). Valid until the next put. */
uint64_t *map_at(struct map *m, struct str key, bool *added);
/* The same; a new key is copied into the arena first. */
uint64_t *map_copy(struct map *m, struct arena *a, struct str key, bool *added);

#endif
