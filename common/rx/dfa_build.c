#include <string.h>

#include "ember/base/arena.h"
#include "ember/base/map.h"
#include "ember/base/panic.h"
#include "ember/base/size.h"
#include "ember/base/sort.h"
#include "dfa_table.h"
#include "nfa_step.h"

#define STATES_MAX 4000u    /* found for one pattern; what they lead to besides accepts */
#define WORK_MAX 4000000u   /* places that steps were made from, likewise */

/* The places that may be next. */
struct places {
	const uint16_t *p; /* ascending */
	size_t n;
};

struct dfa_build {
	struct dfa_table *table;
	const struct nfa *nfa;
	uint8_t sample[COLS_N]; /* a column of each class */
	struct kinds kinds;
	struct step_memory steps;
	VEC(struct places) states; /* own ones */
	struct map known;          /* their numbers by their places */
	struct arena arena;
	size_t work;
};

/* ---- classes */

/* Nothing asks for the column of the bytes that go on with a character: it goes with the one of the first byte. */
static bool set_has(struct cols set, unsigned column)
{
	return cols_has(set, column == COLS_GO_ON ? COLS_HIGH : column);
}

/* Columns of one class that the set tells apart become two classes. */
static void classes_split(struct dfa_table *t, struct cols set)
{
	uint8_t fresh[COLS_N] = { 0 }; /* by class: what those of its columns become that are in the set */
	unsigned in[COLS_N] = { 0 }, all[COLS_N] = { 0 };
	for (unsigned i = 0; i < COLS_N; i++) {
		all[t->class_of[i]]++;
		in[t->class_of[i]] += set_has(set, i);
	}
	for (unsigned c = 0, n = t->classes; c < n; c++)
		fresh[c] = (uint8_t)(in[c] && in[c] < all[c] ? t->classes++ : c);
	for (unsigned i = 0; i < COLS_N; i++)
		if (set_has(set, i))
			t->class_of[i] = fresh[t->class_of[i]];
}

/* The first list looks behind before a column is taken: that makes kinds, not classes. */
static size_t ways_first(const struct nfa *n)
{
	size_t i = 0;
	while (!nfa_last(n->ways.p[i]))
		i++;
	return i + 1;
}

static void build_classes(struct dfa_build *b)
{
	struct dfa_table *t = b->table;
	const struct nfa *n = b->nfa;
	t->classes = 1;
	for (size_t i = 0; i < n->places.n; i++)
		classes_split(t, n->pool.sets.p[nfa_set(n->places.p[i])]);
	for (size_t i = ways_first(n); i < n->ways.n; i++)
		if (nfa_behind(n->ways.p[i]) != NFA_ANY)
			classes_split(t, n->pool.sets.p[nfa_behind(n->ways.p[i])]);
	for (unsigned i = 0; i < COLS_N; i++)
		if (i != COLS_GO_ON)
			b->sample[t->class_of[i]] = (uint8_t)i;
}

/* ---- kinds */

static void build_kinds(struct dfa_build *b)
{
	struct dfa_table *t = b->table;
	struct kinds_behind behind = { .n = 0 };
	for (size_t i = 0, n = ways_first(b->nfa); i < n; i++)
		t->g = t->g || nfa_g(b->nfa->ways.p[i]);
	for (unsigned c = 0; c < t->classes; c++)
		for (unsigned g = 0; g <= t->g; g++)
			step_behinds(b->nfa, b->sample[c], g, &behind);
	t->kinds = 1;
	b->kinds.sample[0] = BEHIND_UNKNOWN; /* too many: none is believed */
	struct kinds k;
	if (!kinds_sort(&k, &behind))
		return;
	b->kinds = k;
	t->kinds = k.n;
	for (unsigned i = 0; i < COLS_N; i++)
		cols_add(&t->kind[k.of[i]], i);
}

/* ---- states */

static int by_place(const void *a, const void *b, void *ctx)
{
	(void)ctx;
	return (int)*(const uint16_t *)a - (int)*(const uint16_t *)b;
}

static uint16_t build_state(struct dfa_build *b, const uint16_t *place, size_t n)
{
	bool added;
	struct str key = { (const char *)place, n * sizeof(*place) };
	uint64_t number;
	if (map_get(&b->known, key, &number))
		return (uint16_t)number;
	if (b->states.n >= STATES_MAX || b->work > WORK_MAX)
		return DFA_ACCEPT;
	struct places s = { ARENA_ARRAY(&b->arena, uint16_t, n), n };
	memcpy((void *)(uintptr_t)s.p, place, n * sizeof(*place));
	number = DFA_FIRST + b->states.n;
	*map_at(&b->known, (struct str){ (const char *)s.p, key.n }, &added) = number;
	VEC_PUSH(&b->states) = s;
	return (uint16_t)number;
}

/* Where the step that was gone leads to. */
static uint16_t step_end(struct dfa_build *b, const struct step *s)
{
	if (s->accepted)
		return DFA_ACCEPT;
	if (!b->steps.out.n)
		return DFA_DEAD;
	sort_stable(b->steps.out.p, b->steps.out.n, sizeof(*b->steps.out.p), by_place, NULL);
	return build_state(b, b->steps.out.p, b->steps.out.n);
}

static void build_enter(struct dfa_build *b, unsigned behind, bool g)
{
	for (unsigned c = 0; c < b->table->classes; c++) {
		struct step s = step_new(&b->steps, b->nfa, b->sample[c], behind, g);
		step_enter(&s);
		VEC_PUSH(&b->table->enter) = step_end(b, &s);
	}
}

static void build_next(struct dfa_build *b, size_t state)
{
	for (unsigned c = 0; c < b->table->classes; c++) {
		const struct places from = b->states.p[state];
		struct step s = step_new(&b->steps, b->nfa, b->sample[c], BEHIND_UNKNOWN, false);
		for (size_t i = 0; i < from.n && !s.accepted; i++)
			step_on(&s, from.p[i]);
		b->work += from.n;
		VEC_PUSH(&b->table->next) = step_end(b, &s);
	}
}

void dfa_table_make(struct dfa_table *t, const struct nfa *n)
{
	struct dfa_build b = { .table = t, .nfa = n };
	build_classes(&b);
	build_kinds(&b);
	for (unsigned g = 0; g <= t->g; g++) {
		for (unsigned k = 0; k < t->kinds; k++)
			build_enter(&b, b.kinds.sample[k], g);
		if (t->kinds > 1)
			build_enter(&b, BEHIND_UNKNOWN, g);
	}
	for (size_t i = 0; i < b.states.n; i++)
		build_next(&b, i);
	VEC_FREE(&b.states);
	map_fini(&b.known);
	arena_fini(&b.arena);
	step_memory_fini(&b.steps);
}

void dfa_table_fini(struct dfa_table *t)
{
	VEC_FREE(&t->enter);
	VEC_FREE(&t->next);
}
