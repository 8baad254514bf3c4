#include "ember/rx/kinds.h"

#include <string.h>

void kinds_add(struct kinds_behind *b, struct cols set)
{
	for (unsigned i = 0; i < b->n; i++)
		if (cols_same(b->set[i], set))
			return;
	if (b->n < KINDS_MAX)
		b->set[b->n++] = set;
	else
		b->more = true;
}

bool kinds_sort(struct kinds *k, const struct kinds_behind *b)
{
	struct cols part[KINDS_MAX] = { { { UINT64_MAX, (UINT64_C(1) << (COLS_N - 64)) - 1 } } };
	unsigned n = 1;
	for (unsigned i = 0; i < b->n; i++) {
		const struct cols in = b->set[i], out = cols_not(in);
		for (unsigned j = 0, before = n; j < before; j++) {
			const struct cols with = cols_and(part[j], in), without = cols_and(part[j], out);
			if (cols_empty(with) || cols_empty(without))
				continue;
			if (n == KINDS_MAX)
				return false;
			part[j] = with;
			part[n++] = without;
		}
	}
	k->n = (uint8_t)n;
	memset(k->of, 0, sizeof(k->of));
	for (unsigned j = 0; j < n; j++) {
		k->sample[j] = (uint8_t)cols_least(part[j]);
		for (struct cols left = part[j]; j && !cols_empty(left);)
			k->of[cols_take(&left)] = (uint8_t)j;
	}
	return !b->more;
}

struct kinds_known {
	struct kinds kinds;
	unsigned n;
	struct cols set[];
};

const struct kinds *kinds_find(struct kinds_memo *m, struct arena *a, const struct kinds_behind *b, uint8_t other)
{
	const size_t bytes = b->n * sizeof(*b->set);
	for (size_t i = 0; i < m->known.n && !b->more; i++) {
		struct kinds_known *k = m->known.p[i];
		if (k->n == b->n && (!bytes || memcmp(k->set, b->set, bytes) == 0))
			return &k->kinds;
	}
	struct kinds_known *k = arena_zalloc(a, sizeof(*k) + bytes);
	k->n = b->n;
	if (bytes)
		memcpy(k->set, b->set, bytes);
	if (!kinds_sort(&k->kinds, b))
		k->kinds = (struct kinds){ .n = 1, .sample = { other } };
	if (!b->more)
		VEC_PUSH(&m->known) = k;
	return &k->kinds;
}
