#include "ember/rx/cols_pool.h"

#include <stdlib.h>

#include "ember/base/mem.h"
#include "ember/base/size.h"

static uint32_t *pool_slot(const struct cols_pool *p, struct cols c)
{
	uint64_t h = (c.w[0] ^ c.w[1] * 0x9e3779b97f4a7c15u) * 0xc2b2ae3d27d4eb4fu;
	uint32_t i = slots_first(&p->slots, h);
	while (p->slots.p[i] && !cols_same(p->sets.p[p->slots.p[i] - 1], c))
		i = slots_next(&p->slots, i);
	return &p->slots.p[i];
}

void cols_pool_fini(struct cols_pool *p)
{
	VEC_FREE(&p->sets);
	slots_fini(&p->slots);
	*p = (struct cols_pool){ 0 };
}

uint32_t cols_pool_put(struct cols_pool *p, struct cols c)
{
	if (slots_room(&p->slots, p->sets.n, 64))
		for (size_t i = 0; i < p->sets.n; i++)
			*pool_slot(p, p->sets.p[i]) = u32(i + 1);
	uint32_t *slot = pool_slot(p, c);
	if (!*slot) {
		VEC_PUSH(&p->sets) = c;
		*slot = u32(p->sets.n);
	}
	return *slot - 1;
}
