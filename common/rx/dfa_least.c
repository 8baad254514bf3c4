#include <string.h>

#include "ember/base/map.h"
#include "ember/base/mem.h"
#include "ember/base/panic.h"
#include "ember/base/size.h"
#include "dfa_table.h"

static size_t own_states(const struct dfa_table *t)
{
	return t->next.n / t->classes;
}

/* Put another number in place of each state's. */
static void states_rename(struct dfa_table *t, const uint16_t *to)
{
	for (size_t i = 0; i < t->enter.n; i++)
		t->enter.p[i] = to[t->enter.p[i]];
	for (size_t i = 0; i < t->next.n; i++)
		t->next.p[i] = to[t->next.p[i]];
}

/* ---- equal states */

/* Sort the states by the blocks that their columns lead to: how many blocks there are. Dead and accepting ones keep theirs. */
static unsigned blocks_sort(const struct dfa_table *t, uint16_t *block, uint16_t *key)
{
	const size_t n = own_states(t), width = t->classes + 1u;
	struct map known = { 0 };
	unsigned blocks = DFA_FIRST;
	bool added;
	for (size_t s = 0; s < n; s++) {
		uint16_t *k = key + s * width;
		const uint16_t *row = t->next.p + s * t->classes;
		unsigned dead = block[DFA_FIRST + s] == DFA_DEAD;
		for (unsigned c = 0; c < t->classes; c++) {
			k[c] = block[row[c]];
			dead += k[c] == DFA_DEAD;
		}
		k[t->classes] = block[DFA_FIRST + s];
		if (dead == width) /* as the dead one */
			continue;
		uint64_t *at = map_at(&known, (struct str){ (const char *)k, width * sizeof(*k) }, &added);
		if (added)
			*at = blocks++;
	}
	for (size_t s = 0; s < n; s++) {
		uint64_t number = DFA_DEAD;
		map_get(&known, (struct str){ (const char *)(key + s * width), width * sizeof(*key) }, &number);
		block[DFA_FIRST + s] = (uint16_t)number;
	}
	map_fini(&known);
	return blocks;
}

/* All that lead to accepting ones, whatever follows, accept. */
static void states_accept(struct dfa_table *t, uint16_t *block)
{
	for (bool more = true; more;) {
		more = false;
		for (size_t s = 0, n = own_states(t); s < n; s++) {
			unsigned c = 0;
			while (c < t->classes && block[t->next.p[s * t->classes + c]] == DFA_ACCEPT)
				c++;
			if (c < t->classes || block[DFA_FIRST + s] == DFA_ACCEPT)
				continue;
			block[DFA_FIRST + s] = DFA_ACCEPT;
			more = true;
		}
	}
}

/* One state of each block is kept. */
static void blocks_merge(struct dfa_table *t, const uint16_t *block, unsigned blocks)
{
	const size_t n = own_states(t);
	const size_t row = t->classes * sizeof(*t->next.p);
	unsigned kept = DFA_FIRST;
	for (size_t s = 0; s < n && kept < blocks; s++)
		if (block[DFA_FIRST + s] == kept) { /* blocks are numbered as they come */
			memmove(t->next.p + (kept - DFA_FIRST) * t->classes, t->next.p + s * t->classes, row);
			kept++;
		}
	REQUIRE(kept == blocks);
	t->next.n = (kept - DFA_FIRST) * t->classes;
	states_rename(t, block);
}

/* By the blocks that states lead to, until no block falls apart. */
static void states_least(struct dfa_table *t)
{
	const size_t n = own_states(t);
	uint16_t *block = mem_zero(DFA_FIRST + n + n * (t->classes + 1u), sizeof(*block));
	uint16_t *key = block + DFA_FIRST + n;
	block[DFA_ACCEPT] = DFA_ACCEPT;
	for (size_t s = 0; s < n; s++)
		block[DFA_FIRST + s] = DFA_FIRST + (uint16_t)s;
	states_accept(t, block);
	states_rename(t, block);
	for (size_t s = 0; s < n; s++)
		block[DFA_FIRST + s] = DFA_DEAD;
	for (unsigned was = 0, blocks = DFA_FIRST; was != blocks;) {
		was = blocks;
		blocks = blocks_sort(t, block, key);
		if (was == blocks)
			blocks_merge(t, block, blocks);
	}
	free(block);
}

/* ---- equal kinds and classes */

static uint16_t *enter_row(struct dfa_table *t, unsigned row)
{
	return t->enter.p + (size_t)row * t->classes;
}

static bool kinds_same(struct dfa_table *t, unsigned a, unsigned b)
{
	const size_t row = t->classes * sizeof(*t->enter.p);
	for (unsigned g = 0; g <= t->g; g++) {
		const unsigned first = g * (t->kinds + 1);
		if (memcmp(enter_row(t, first + a), enter_row(t, first + b), row) != 0)
			return false;
	}
	return true;
}

static void kind_drop(struct dfa_table *t, unsigned into, unsigned k)
{
	const unsigned last = --t->kinds;
	t->kind[into] = cols_or(t->kind[into], t->kind[k]);
	memmove(t->kind + k, t->kind + k + 1, (last - k) * sizeof(*t->kind));
	for (unsigned g = t->g + 1u; g--;) { /* `last` + 2 rows each */
		const size_t row = (size_t)g * (last + 2) + k;
		uint16_t *at = enter_row(t, (unsigned)row), *end = t->enter.p + t->enter.n;
		memmove(at, at + t->classes, (size_t)(end - at - t->classes) * sizeof(*at));
		t->enter.n -= t->classes;
	}
	if (last > 1)
		return;
	if (t->g) /* of one kind: nobody asks for an unknown one */
		memmove(enter_row(t, 1), enter_row(t, 2), t->classes * sizeof(*t->enter.p));
	t->enter.n = (t->g + 1u) * t->classes;
}

static void kinds_least(struct dfa_table *t)
{
	for (unsigned k = 1; k < t->kinds;) {
		unsigned same = 0;
		while (same < k && !kinds_same(t, same, k))
			same++;
		if (same < k)
			kind_drop(t, same, k);
		else
			k++;
	}
}

static bool column_same(const uint16_t *p, size_t n, unsigned classes, unsigned a, unsigned b)
{
	for (size_t i = 0; i < n; i += classes)
		if (p[i + a] != p[i + b])
			return false;
	return true;
}

static size_t column_drop(uint16_t *p, size_t n, unsigned classes, unsigned c)
{
	size_t kept = 0;
	for (size_t i = 0; i < n; i++)
		if (i % classes != c)
			p[kept++] = p[i];
	return kept;
}

static void classes_least(struct dfa_table *t)
{
	for (unsigned c = 1; c < t->classes;) {
		unsigned same = 0;
		while (same < c && !(column_same(t->enter.p, t->enter.n, t->classes, same, c) &&
				column_same(t->next.p, t->next.n, t->classes, same, c)))
			same++;
		if (same == c) {
			c++;
			continue;
		}
		t->enter.n = column_drop(t->enter.p, t->enter.n, t->classes, c);
		t->next.n = column_drop(t->next.p, t->next.n, t->classes, c);
		t->classes--;
		for (unsigned i = 0; i < COLS_N; i++) {
			const unsigned was = t->class_of[i];
			t->class_of[i] = (uint8_t)(was == c ? same : was > c ? was - 1 : was);
		}
	}
}

/* ---- few states */

/* Those that are met first keep a number: behind the others, the pattern may match. */
static void states_cut(struct dfa_table *t)
{
	const size_t n = own_states(t);
	uint16_t *to = mem_zero(2 * (DFA_FIRST + n), sizeof(*to));
	uint16_t *met = to + DFA_FIRST + n;
	size_t nmet = 0;
	uint16_t *next = mem_alloc((t->next.n + 1) * sizeof(*next));
	if (n)
		memcpy(next, t->next.p, t->next.n * sizeof(*next));
	to[DFA_ACCEPT] = DFA_ACCEPT;
	for (size_t i = 0, s = 0; s <= nmet; s++) {
		const uint16_t *row = s ? next + (size_t)(met[s - 1] - DFA_FIRST) * t->classes : t->enter.p;
		const size_t width = s ? t->classes : t->enter.n;
		for (i = 0; i < width; i++) {
			const uint16_t state = row[i];
			if (state < DFA_FIRST || to[state])
				continue;
			to[state] = DFA_ACCEPT;
			if (nmet < DFA_OWN_MAX) {
				met[nmet++] = state;
				to[state] = (uint16_t)(DFA_FIRST + nmet - 1);
			}
		}
	}
	for (size_t s = 0; s < nmet; s++)
		memcpy(t->next.p + s * t->classes, next + (size_t)(met[s] - DFA_FIRST) * t->classes,
			t->classes * sizeof(*next));
	t->next.n = nmet * t->classes;
	states_rename(t, to);
	free(next);
	free(to);
}

void dfa_table_least(struct dfa_table *t)
{
	states_least(t);
	kinds_least(t);
	states_cut(t);
	classes_least(t);
}

/* ---- writing */

static void write_row(struct buf *out, const uint16_t *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		buf_char(out, (char)p[i]);
}

void dfa_write(struct buf *out, const struct tree *tree)
{
	struct nfa n = { 0 };
	struct dfa_table t = { 0 };
	nfa_make(&n, tree);
	dfa_table_make(&t, &n);
	dfa_table_least(&t);
	struct dfa_head h = { (uint8_t)t.classes, (uint8_t)t.kinds, t.g, (uint8_t)own_states(&t), { 0 }, { 0 } };
	memcpy(h.class_of, t.class_of, sizeof(h.class_of));
	buf_add(out, &h, sizeof(h));
	buf_add(out, t.kind + 1, (t.kinds - 1) * sizeof(*t.kind));
	write_row(out, t.enter.p, t.enter.n);
	write_row(out, t.next.p, t.next.n);
	buf_fill(out, 0, -out->n & 7);
	dfa_table_fini(&t);
	nfa_fini(&n);
}
