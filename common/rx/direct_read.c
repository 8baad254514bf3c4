#include <stdlib.h>
#include <string.h>

#include "direct_own.h"
#include "ember/base/panic.h"

static bool ins_valid(const struct direct *d, const struct direct_ins *in, size_t nsets)
{
	const struct direct_head *h = &d->head;
	switch ((enum direct_op)in->op) {
	case DIRECT_SET:
	case DIRECT_PEEK:
	case DIRECT_LOOP:
		return in->set < nsets;
	case DIRECT_TEXT:
		return (uint32_t)in->a + in->b <= h->texts;
	case DIRECT_SPLIT:
		return in->a < h->code && in->b < h->code && (!(in->flags & DIRECT_GUARD) || in->set < nsets);
	case DIRECT_JUMP:
	case DIRECT_CALL:
	case DIRECT_NOT:
		return in->a < h->code;
	case DIRECT_TURNED:
		return in->b < h->code;
	case DIRECT_SAVE:
		return in->a < 2u * (h->groups + 1u);
	case DIRECT_RETURN:
	case DIRECT_SAME:
		return in->a <= h->groups;
	case DIRECT_SWITCH:
		return in->a < h->tables;
	default:
		return in->op < DIRECT_OPS;
	}
}

/* What the code names is there, its end is not run over, and lists end. */
static bool direct_valid(const struct direct *d, size_t nsets)
{
	const struct direct_head *h = &d->head;
	for (uint32_t i = 0; i < h->code; i++)
		if (!ins_valid(d, &d->code[i], nsets))
			return false;
	for (uint32_t i = 0; i < h->tables; i++)
		for (unsigned col = 0; col < COLS_N; col++)
			if (d->tables[i].list[col] >= h->lists)
				return false;
	for (uint32_t i = 0; i < h->lists; i++)
		if (d->lists[i] >= h->code)
			return false;
	if (h->lists && d->lists[h->lists - 1])
		return false;
	if (h->must > h->texts)
		return false;
	static const uint8_t last[] = { DIRECT_MATCH, DIRECT_RETURN };
	return h->code && memchr(last, d->code[h->code - 1].op, sizeof(last));
}

static bool read_program(struct direct *d, struct str bytes, const struct cols *sets, size_t nsets)
{
	if (bytes.n < sizeof(d->head))
		return false;
	memcpy(&d->head, bytes.p, sizeof(d->head));
	const struct direct_head *h = &d->head;
	const size_t code = sizeof(*h), tables = code + h->code * sizeof(*d->code),
		lists = tables + h->tables * sizeof(*d->tables), texts = lists + h->lists * sizeof(*d->lists);
	if (bytes.n < texts + h->texts)
		return false;
	d->code = (const void *)(bytes.p + code);
	d->tables = (const void *)(bytes.p + tables);
	d->lists = (const void *)(bytes.p + lists);
	d->texts = bytes.p + texts;
	d->sets = sets;
	return direct_valid(d, nsets);
}

const struct direct *direct_read(struct arena *a, struct str bytes, const struct cols *sets, size_t nsets)
{
	struct direct d;
	if (!read_program(&d, bytes, sets, nsets))
		return NULL;
	struct direct *made = ARENA_NEW(a, struct direct);
	*made = d;
	return made;
}

struct direct *direct_new(struct str pattern)
{
	struct buf bytes = { 0 };
	struct cols_pool pool = { 0 };
	struct direct *d = NULL;
	if (direct_write(&bytes, &pool, pattern)) {
		const size_t sets = pool.sets.n * sizeof(*pool.sets.p);
		d = malloc(sizeof(*d) + sets + bytes.n);
		if (!d)
			panic_memory();
		struct cols *own_sets = (struct cols *)(d + 1);
		char *own = (char *)(own_sets + pool.sets.n);
		if (sets)
			memcpy(own_sets, pool.sets.p, sets);
		memcpy(own, bytes.p, bytes.n);
		if (!read_program(d, (struct str){ own, bytes.n }, own_sets, pool.sets.n))
			panic("a program does not read as written");
	}
	buf_fini(&bytes);
	cols_pool_fini(&pool);
	return d;
}

void direct_free(struct direct *d)
{
	free(d);
}

bool direct_fixed(const struct direct *d)
{
	return d->head.fixed;
}
