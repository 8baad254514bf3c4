#include "ember/style/style.h"

#include "ember/base/mem.h"
#include "ember/base/size.h"
#include "ember/base/vec.h"

static uint64_t style_hash(struct style s)
{
	uint64_t h = ((uint64_t)s.fg << 32 | s.bg) * 0x9e3779b97f4a7c15u;
	return (h ^ h >> 32 ^ (uint64_t)(s.font << 8 | s.set)) * 0xc2b2ae3d27d4eb4fu;
}

static bool style_same(struct style a, struct style b)
{
	return a.fg == b.fg && a.bg == b.bg && a.font == b.font && a.set == b.set;
}

/* The slot of an equal style, or the empty one where it belongs. */
static uint32_t *styles_slot(const struct styles *t, struct style s)
{
	uint32_t i = slots_first(&t->slots, style_hash(s));
	while (t->slots.p[i] && !style_same(t->p[t->slots.p[i] - 1], s))
		i = slots_next(&t->slots, i);
	return &t->slots.p[i];
}

void styles_init(struct styles *t, struct style base)
{
	*t = (struct styles){ 0 };
	styles_id(t, base);
}

void styles_fini(struct styles *t)
{
	free(t->p);
	slots_fini(&t->slots);
	*t = (struct styles){ 0 };
}

uint16_t styles_id(struct styles *t, struct style s)
{
	if (slots_room(&t->slots, t->n, 64))
		for (uint32_t i = 0; i < t->n; i++)
			*styles_slot(t, t->p[i]) = i + 1;
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
