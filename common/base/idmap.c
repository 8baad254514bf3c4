#include "ember/base/idmap.h"

#include "ember/base/mem.h"

static void idmap_grow(struct idmap *m)
{
	const struct idmap old = *m;
	m->cap = old.cap ? old.cap * 2 : 64;
	m->slots = mem_zero(m->cap, sizeof(*m->slots));
	for (uint32_t i = 0; i < old.cap; i++)
		if (old.slots[i].value)
			*idmap_slot(m, old.slots[i].key) = old.slots[i];
	free(old.slots);
}

void idmap_put(struct idmap *m, uint32_t key, uint32_t value)
{
	if (m->n >= m->cap / 2)
		idmap_grow(m);
	struct idmap_slot *s = idmap_slot(m, key);
	m->n += !s->value;
	*s = (struct idmap_slot){ key, value };
}
