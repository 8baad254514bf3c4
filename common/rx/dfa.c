#include "ember/rx/dfa.h"

/* Of one class and one kind, and each column accepts. */
static const struct {
	struct dfa_head head;
	uint8_t enter[8];
} dfa_accepts = { { .classes = 1, .kinds = 1 }, { DFA_ACCEPT } };

_Static_assert(sizeof(struct dfa_head) % sizeof(struct cols) == 0, "sets follow it");

/* Rows of one answer about \G. */
static size_t dfa_rows(const struct dfa_head *h)
{
	return h->kinds > 1 ? h->kinds + 1u : 1;
}

static void dfa_lay(struct dfa *d, const void *bytes)
{
	d->head = bytes;
	d->kind = (const struct cols *)(d->head + 1);
	d->enter = (const uint8_t *)(d->kind + d->head->kinds - 1);
	d->next = d->enter + (d->head->g + 1u) * dfa_rows(d->head) * d->head->classes;
}

void dfa_read(struct dfa *d, struct str bytes)
{
	const struct dfa_head *h = (const void *)bytes.p;
	dfa_lay(d, &dfa_accepts);
	if (bytes.n < sizeof(*h) || !h->classes || !h->kinds || h->g > 1 || h->own > DFA_OWN_MAX)
		return;
	const size_t rows = (h->g + 1u) * dfa_rows(h) + h->own;
	if ((bytes.n - sizeof(*h)) >= (h->kinds - 1u) * sizeof(*d->kind) + rows * h->classes)
		dfa_lay(d, h);
}

static unsigned dfa_kind(const struct dfa *d, unsigned behind)
{
	const unsigned n = d->head->kinds;
	if (behind == BEHIND_UNKNOWN && n > 1)
		return n;
	for (unsigned i = 1; i < n; i++)
		if (cols_has(d->kind[i - 1], behind))
			return i;
	return 0;
}

static const uint8_t *dfa_enter_row(const struct dfa *d, unsigned kind, bool g)
{
	const size_t first = g && d->head->g ? dfa_rows(d->head) : 0;
	return d->enter + (first + kind) * d->head->classes;
}

unsigned dfa_enter(const struct dfa *d, unsigned column, unsigned behind, bool g)
{
	return dfa_row(d, dfa_enter_row(d, dfa_kind(d, behind), g), column);
}

/* The columns of all kinds that lead to the same. */
static struct cols dfa_alike(const struct dfa *d, unsigned column, bool g, unsigned to)
{
	struct cols c = COLS_NONE;
	for (unsigned i = 1; i < d->head->kinds; i++)
		if (dfa_row(d, dfa_enter_row(d, i, g), column) == to)
			c = cols_or(c, d->kind[i - 1]);
	return c;
}

void dfa_behinds(const struct dfa *d, unsigned column, bool g, struct kinds_behind *b)
{
	if (d->head->kinds == 1)
		return;
	const unsigned other = dfa_row(d, dfa_enter_row(d, 0, g), column);
	for (unsigned i = 1; i < d->head->kinds; i++) {
		const unsigned to = dfa_row(d, dfa_enter_row(d, i, g), column);
		if (to != other) /* one of several with the same is added once: kinds_add knows them */
			kinds_add(b, dfa_alike(d, column, g, to));
	}
}
