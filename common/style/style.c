#include "ember/style/style.h"

#include "ember/base/mem.h"
#include "ember/base/size.h"
#include "ember/base/vec.h"

static uint32_t style_hash(struct style s)
{
	uint64_t h = ((uint64_t)s.fg << 32 | s.bg) * 0x9e3779b97f4a7c15u;
	h ^= (uint64_t)(s.font << 8 | s.set) * 0xc2b2ae3d27d4eb4fu;
	return (uint32_t)(h ^ h >> 29);
}

static bool style_same(struct style a, struct style b)
{
	return a.fg == b.fg && a.bg == b.bg && a.font == b.font && a.set == b.set;
}

/* The slot of an equal style, or the empty one where it belongs. */
static uint32_t *styles_slot(const struct styles *t, struct style s)
{
	uint32_t i = style_hash(s) & (t->nslots - 1);
	while (t->slots[i] && !style_same(t->p[t->slots[i] - 1], s))
		i = (i + 1) & (t->nslots - 1);
	return &t->slots[i];
}

static void styles_rehash(struct styles *t)
{
	uint32_t n = t->nslots ? t->nslots * 2 : 64;
	free(t->slots);
	t->slots = mem_zero(n, sizeof(*t->slots));
	t->nslots = n;
	for (uint32_t i = 0; i < t->n; i++)
		*styles_slot(t, t->p[i]) = i + 1;
}

void styles_init(struct styles *t, struct style base)
{
	*t = (struct styles){ 0 };
	styles_id(t, base);
}

void styles_fini(struct styles *t)
{
	free(t->p);
	free(t->slots);
	*t = (struct styles){ 0 };
}

uint16_t styles_id(struct styles *t, struct style s)
{
	if ((t->n + 1) * 2 > t->nslots)
		styles_rehash(t);
	uint32_t *slot = styles_slot(t, s);
	if (!*slot) {
		if (t->n >= STYLE_MAX)
			return 0;
		if (t->n == t->cap) {
			size_t cap = t->cap;
			void *p = t->p;
			vec_grow(&p, &cap, sizeof(*t->p), 1);
			t->p = p;
			t->cap = u32(cap);
		}
		t->p[t->n] = s;
		*slot = ++t->n;
	}
	return (uint16_t)(*slot - 1);
}
