#include <stdlib.h>
#include <string.h>

#include "direct_own.h"
#include "ember/base/mem.h"
#include "ember/base/panic.h"

static bool set_valid(const struct chars_table *t, unsigned set)
{
	if (set >= t->nsets)
		return false;
	const struct chars *c = &t->sets[set];
	return c->from <= t->nranges && c->n <= t->nranges - c->from;
}

static bool ins_valid(const struct direct *d, const struct direct_ins *in)
{
	const struct direct_head *h = &d->head;
	switch ((enum direct_op)in->op) {
	case DIRECT_SET:
	case DIRECT_PEEK:
	case DIRECT_LOOP:
		return set_valid(&d->sets, in->set);
	case DIRECT_WORD:
	case DIRECT_NOT_WORD:
		return !(in->flags & DIRECT_HIGH) || set_valid(&d->sets, in->set);
	case DIRECT_TEXT:
		return (uint32_t)in->a + in->b <= h->texts;
	case DIRECT_SPLIT:
		return in->a < h->code && in->b < h->code && (!(in->flags & DIRECT_GUARD) || in->set < d->sets.nsets);
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

/* Are all numbers below the bound? Without a way out on the way, which a compiler makes wide steps of. */
static bool below(const uint16_t *p, size_t n, unsigned bound)
{
	unsigned over = 0;
	for (size_t i = 0; i < n; i++)
		over |= p[i] >= bound;
	return !over;
}

/* What the code names is there, its end is not run over, and lists end. */
static bool direct_valid(const struct direct *d)
{
	static const uint8_t last[] = { DIRECT_MATCH, DIRECT_RETURN };
	const struct direct_head *h = &d->head;
	for (uint32_t i = 0; i < h->code; i++)
		if (!ins_valid(d, &d->code[i]))
			return false;
	if (!below(d->tables->list, h->tables * (size_t)COLS_N, h->lists) || !below(d->lists, h->lists, h->code))
		return false;
	if ((h->lists && d->lists[h->lists - 1]) || h->must > h->texts)
		return false;
	return h->code && memchr(last, d->code[h->code - 1].op, sizeof(last));
}

static bool read_program(struct direct *d, struct str bytes, const struct chars_table *sets, bool sound)
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
	d->sets = *sets;
	return sound || direct_valid(d);
}

const struct direct *direct_read(struct arena *a, struct str bytes, const struct chars_table *sets, bool sound)
{
	struct direct d;
	if (!read_program(&d, bytes, sets, sound))
		return NULL;
	struct direct *made = ARENA_NEW(a, struct direct);
	*made = d;
	return made;
}

struct direct *direct_new(struct str pattern)
{
	struct buf bytes = { 0 };
	struct chars_pool pool = { 0 };
	struct direct *d = NULL;
	if (direct_write(&bytes, &pool, pattern)) {
		struct chars_table table = chars_pool_table(&pool);
		const size_t sets = table.nsets * sizeof(*table.sets);
		d = mem_alloc(sizeof(*d) + sets + bytes.n);
		struct chars *own_sets = (struct chars *)(d + 1);
		char *own = (char *)(own_sets + table.nsets);
		if (sets)
			memcpy(own_sets, table.sets, sets);
		memcpy(own, bytes.p, bytes.n);
		table.sets = own_sets;
		if (!read_program(d, (struct str){ own, bytes.n }, &table, false))
			panic("a program does not read as written");
	}
	buf_fini(&bytes);
	chars_pool_fini(&pool);
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

/* May a match begin at that place of the text (or at its end)? */
static bool direct_begins(const struct direct *d, struct str text, size_t at)
{
	const unsigned column = at < text.n ? cols_of_byte[(uint8_t)text.p[at]] : COLS_EDGE;
	return column != COLS_GO_ON && cols_has(d->head.first, column);
}

bool direct_has_must(const struct direct *d)
{
	return d->head.must;
}

size_t direct_must(const struct direct *d, struct str text, size_t from)
{
	const char *must = d->texts + d->head.texts - d->head.must;
	const char *hit;
	if (!d->head.must)
		return from;
	hit = d->head.must == 1 ? memchr(text.p + from, must[0], text.n - from)
				: memmem(text.p + from, text.n - from, must, d->head.must);
	return hit ? (size_t)(hit - text.p) : STR_NONE;
}

int direct_search(const struct direct *d, struct direct_run *r, struct str text, size_t from,
	unsigned options, struct rx_match *m)
{
	const size_t last = d->head.fixed ? from : text.n;
	size_t must = direct_must(d, text, from);
	int found = RX_NONE;
	for (size_t at = from; found == RX_NONE && at <= last && (!r->most || r->work <= r->most); at++) {
		if (!direct_begins(d, text, at))
			continue;
		if (must < at)
			must = direct_must(d, text, at);
		if (must == STR_NONE)
			break;
		found = direct_match_at(d, r, text, at, at > from ? options | RX_NOT_G : options, m);
	}
	return found;
}
