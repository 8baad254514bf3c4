#include "ember/base/map.h"

#include <stdlib.h>

#include "ember/base/mem.h"
#include "ember/base/size.h"

void map_fini(struct map *m)
{
	free(m->slots);
	*m = (struct map){ 0 };
}

static struct map_slot *map_slot(const struct map *m, struct str key, uint64_t hash)
{
	size_t i = (size_t)hash & (m->cap - 1);
	while (m->slots[i].used && !(m->slots[i].hash == hash && str_eq(m->slots[i].key, key)))
		i = (i + 1) & (m->cap - 1);
	return &m->slots[i];
}

bool map_get(const struct map *m, struct str key, uint64_t *value)
{
	if (m->n == 0)
		return false;
	const struct map_slot *s = map_slot(m, key, str_hash(key));
	if (s->used && value)
		*value = s->value;
	return s->used;
}

static void map_grow(struct map *m)
{
	struct map old = *m;
	m->cap = old.cap ? size_mul(old.cap, 2) : 16;
	m->slots = mem_zero(m->cap, sizeof(*m->slots));
	for (size_t i = 0; i < old.cap; i++)
		if (old.slots[i].used)
			*map_slot(m, old.slots[i].key, old.slots[i].hash) = old.slots[i];
	free(old.slots);
}

uint64_t *map_at(struct map *m, struct str key, bool *added)
{
	if (m->n * 4 >= m->cap * 3)
		map_grow(m);
	uint64_t hash = str_hash(key);
	struct map_slot *s = map_slot(m, key, hash);
	if (added)
		*added = !s->used;
	if (!s->used) {
		*s = (struct map_slot){ .key = key, .hash = hash, .used = true };
		m->n++;
	}
	return &s->value;
}

uint64_t *map_copy(struct map *m, struct arena *a, struct str key, bool *added)
{
	return map_at(m, map_get(m, key, NULL) ? key : arena_str(a, key), added);
}

void map_put(struct map *m, struct str key, uint64_t value)
{
	*map_at(m, key, NULL) = value;
}
