#include "ember/rx/chars.h"

#include "chars_asked.h"
#include "ember/base/def.h"
#include "ember/base/size.h"

/* Ascending. */
static const struct chars_range chars_specials[] = {
	{ 0xdf, 0xdf }, { 0x130, 0x130 }, { 0x149, 0x149 }, { 0x17f, 0x17f }, { 0x1f0, 0x1f0 }, { 0x2bc, 0x2bc },
	{ 0x345, 0x345 }, { 0x370, 0x39b }, { 0x39d, 0x3bb }, { 0x3bd, 0x3ff }, { 0x531, 0x587 }, { 0x1e96, 0x1e9e },
	{ 0x1f00, 0x1fff }, { 0x2126, 0x2126 }, { 0x212a, 0x212a }, { 0xfb00, 0xfb17 },
};

static bool ranges_have(const struct chars_range *r, size_t n, uint32_t code)
{
	size_t low = 0;
	while (n) { /* the first that ends at or behind it is in [low, low + n) */
		const size_t half = n / 2;
		if (r[low + half].last < code) {
			low += half + 1;
			n -= half + 1;
		} else if (r[low + half].first <= code) {
			return true;
		} else {
			n = half;
		}
	}
	return false;
}

bool chars_has(const struct chars_table *t, struct chars c, uint32_t code)
{
	return ranges_have(t->ranges + c.from, c.n, code);
}

bool chars_special(uint32_t code)
{
	return ranges_have(chars_specials, COUNTOF(chars_specials), code);
}

bool chars_fold(const struct chars_table *t, struct chars c)
{
	for (size_t i = 0; i < COUNTOF(chars_specials); i++) {
		const struct chars_range s = chars_specials[i];
		for (uint32_t k = 0; k < c.n; k++)
			if (t->ranges[c.from + k].first <= s.last && t->ranges[c.from + k].last >= s.first)
				return true;
	}
	return false;
}

void chars_pool_fini(struct chars_pool *p)
{
	VEC_FREE(&p->sets);
	VEC_FREE(&p->ranges);
	map_fini(&p->ids);
	map_fini(&p->lists);
	chars_asked_free(p->asked);
	arena_fini(&p->arena);
	*p = (struct chars_pool){ 0 };
}

struct chars_table chars_pool_table(const struct chars_pool *p)
{
	return (struct chars_table){ p->sets.p, p->ranges.p, u32(p->sets.n), u32(p->ranges.n) };
}

uint32_t chars_pool_put(struct chars_pool *p, struct chars c)
{
	const struct str bytes = { (const char *)&c, sizeof(c) };
	uint64_t at;
	if (map_get(&p->ids, bytes, &at))
		return (uint32_t)at;
	at = p->sets.n;
	VEC_PUSH(&p->sets) = c;
	map_put(&p->ids, arena_str(&p->arena, bytes), at);
	return (uint32_t)at;
}

void chars_pool_ranges(struct chars_pool *p, struct chars *c, const struct chars_range *ranges, size_t n)
{
	const struct str bytes = { (const char *)ranges, n * sizeof(*ranges) };
	uint64_t at;
	c->from = 0;
	c->n = u32(n);
	if (n == 0)
		return;
	if (!map_get(&p->lists, bytes, &at)) {
		at = p->ranges.n;
		for (size_t i = 0; i < n; i++)
			VEC_PUSH(&p->ranges) = ranges[i];
		map_put(&p->lists, arena_str(&p->arena, bytes), at);
	}
	c->from = (uint32_t)at;
}

void chars_pool_load(struct chars_pool *p, const struct chars_table *t)
{
	for (uint32_t i = 0; i < t->nranges; i++)
		VEC_PUSH(&p->ranges) = t->ranges[i];
	for (uint32_t i = 0; i < t->nsets; i++) {
		const struct chars c = t->sets[i];
		if (c.n && c.from <= t->nranges && c.n <= t->nranges - c.from)
			map_put(&p->lists, arena_str(&p->arena, (struct str){ (const char *)(t->ranges + c.from), c.n * sizeof(*t->ranges) }), c.from);
		chars_pool_put(p, c);
	}
}
