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

/* The sets of the kinds, from number 1 on. */
static const struct cols *dfa_sets(const struct dfa_head *h)
{
	return (const struct cols *)(h + 1);
}

/* The row to enter by. */
static const uint8_t *dfa_enter_row(const struct dfa_head *h, unsigned kind, bool g)
{
	const uint8_t *rows = (const uint8_t *)(dfa_sets(h) + h->kinds - 1);
	const size_t first = g && h->g ? dfa_rows(h) : 0;
	return rows + (first + kind) * h->classes;
}

static void dfa_lay(struct dfa *d, const void *bytes)
{
	d->head = bytes;
	d->next = dfa_enter_row(d->head, 0, false) + (d->head->g + 1u) * dfa_rows(d->head) * d->head->classes;
}

void dfa_read(struct dfa *d, struct str bytes)
{
	const struct dfa_head *h = (const void *)bytes.p;
	dfa_lay(d, &dfa_accepts);
	if (bytes.n < sizeof(*h) || !h->classes || !h->kinds || h->g > 1 || h->own > DFA_OWN_MAX)
		return;
	const size_t rows = (h->g + 1u) * dfa_rows(h) + h->own;
	if ((bytes.n - sizeof(*h)) >= (h->kinds - 1u) * sizeof(struct cols) + rows * h->classes)
		dfa_lay(d, h);
}

static unsigned dfa_kind(const struct dfa_head *h, unsigned behind)
{
	const unsigned n = h->kinds;
	if (behind == BEHIND_UNKNOWN && n > 1)
		return n;
	for (unsigned i = 1; i < n; i++)
		if (cols_has(dfa_sets(h)[i - 1], behind))
			return i;
	return 0;
}

unsigned dfa_enter(const struct dfa *d, unsigned column, unsigned behind, bool g)
{
	return dfa_row(d, dfa_enter_row(d->head, dfa_kind(d->head, behind), g), column);
}

/* The columns of all kinds that lead to the same. */
static struct cols dfa_alike(const struct dfa *d, unsigned column, bool g, unsigned to)
{
	struct cols c = COLS_NONE;
	for (unsigned i = 1; i < d->head->kinds; i++)
		if (dfa_row(d, dfa_enter_row(d->head, i, g), column) == to)
			c = cols_or(c, dfa_sets(d->head)[i - 1]);
	return c;
}

void dfa_behinds(const struct dfa *d, unsigned column, bool g, struct kinds_behind *b)
{
	if (d->head->kinds == 1)
		return;
	const unsigned other = dfa_row(d, dfa_enter_row(d->head, 0, g), column);
	for (unsigned i = 1; i < d->head->kinds; i++) {
		const unsigned to = dfa_row(d, dfa_enter_row(d->head, i, g), column);
		if (to != other) /* one of several with the same is added once: kinds_add knows them */
			kinds_add(b, dfa_alike(d, column, g, to));
	}
}
