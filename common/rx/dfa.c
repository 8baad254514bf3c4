#include "dfa.h"

#include <stdlib.h>
#include <string.h>

#include "ember/base/panic.h"
#include "ember/base/size.h"

#define COLUMN_BITS 7u
#define SLOTS_FIRST 128u
#define KNOWN_FIRST 512u
#define MIX UINT64_C(0x9e3779b97f4a7c15)

_Static_assert(COLS_N < 1u << COLUMN_BITS, "a column and BEHIND_UNKNOWN fit the bits");

void dfa_fini(struct dfa *d)
{
	VEC_FREE(&d->patterns);
	VEC_FREE(&d->states);
	free(d->slots);
	free(d->known);
	arena_fini(&d->arena);
	step_memory_fini(&d->steps);
}

uint32_t dfa_pattern(struct dfa *d, struct nfa_source source)
{
	VEC_PUSH(&d->patterns) = (struct dfa_pattern){ .source = source };
	return u32(d->patterns.n - 1);
}

static const struct nfa *pattern_nfa(struct dfa *d, uint32_t pattern)
{
	struct dfa_pattern *p = &d->patterns.p[pattern];
	if (!p->nfa.way)
		nfa_read(&p->nfa, &p->source);
	return &p->nfa;
}

static void *table_new(size_t n, size_t size)
{
	void *p = calloc(n, size);
	if (!p)
		panic_memory();
	return p;
}

/* ---- states */

static bool state_is(const struct dfa_state *s, uint32_t pattern, const uint16_t *place, uint32_t n)
{
	return s->n == n && s->pattern == pattern && memcmp(s->place, place, n * sizeof(*place)) == 0;
}

static uint32_t *state_slot(const struct dfa *d, uint32_t pattern, const uint16_t *place, uint32_t n)
{
	uint64_t h = (pattern ^ (uint64_t)n << 32) * MIX;
	for (uint32_t i = 0; i < n; i++)
		h = (h ^ h >> 32 ^ place[i]) * MIX;
	uint32_t i = (uint32_t)(h >> 32) & (d->nslots - 1);
	while (d->slots[i] && !state_is(&d->states.p[d->slots[i]], pattern, place, n))
		i = (i + 1) & (d->nslots - 1);
	return &d->slots[i];
}

static void slots_grow(struct dfa *d)
{
	free(d->slots);
	d->nslots = d->nslots ? d->nslots * 2 : SLOTS_FIRST;
	d->slots = table_new(d->nslots, sizeof(*d->slots));
	for (size_t i = DFA_FIRST; i < d->states.n; i++) {
		const struct dfa_state *s = &d->states.p[i];
		*state_slot(d, s->pattern, s->place, s->n) = u32(i);
	}
}

static void places_sort(uint16_t *place, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		const uint16_t x = place[i];
		size_t k = i;
		for (; k && place[k - 1] > x; k--)
			place[k] = place[k - 1];
		place[k] = x;
	}
}

/* Where the step that was gone leads to. */
static uint32_t step_end(struct dfa *d, const struct step *s, uint32_t pattern)
{
	uint16_t *place = d->steps.out.p;
	const uint32_t n = u32(d->steps.out.n);
	if (s->accepted)
		return DFA_ACCEPT;
	if (!n)
		return DFA_DEAD;
	places_sort(place, n);
	if ((d->states.n + 1) * 2 > d->nslots)
		slots_grow(d);
	while (d->states.n < DFA_FIRST)
		VEC_PUSH(&d->states) = (struct dfa_state){ 0 };
	uint32_t *slot = state_slot(d, pattern, place, n);
	if (!*slot) {
		uint16_t *copy = ARENA_ARRAY(&d->arena, uint16_t, n);
		memcpy(copy, place, n * sizeof(*place));
		d->used += n * sizeof(*place);
		*slot = u32(d->states.n);
		VEC_PUSH(&d->states) = (struct dfa_state){ copy, n, pattern };
	}
	return *slot;
}

/* ---- answers */

static uint64_t *known_slot(const struct dfa *d, uint64_t question)
{
	uint32_t i = (uint32_t)(question * MIX >> 40) & (d->known_cap - 1);
	while (d->known[i] && d->known[i] >> DFA_BITS != question)
		i = (i + 1) & (d->known_cap - 1);
	return &d->known[i];
}

static void known_grow(struct dfa *d)
{
	uint64_t *was = d->known;
	const uint32_t n = d->known_cap;
	d->known_cap = n ? n * 2 : KNOWN_FIRST;
	d->known = table_new(d->known_cap, sizeof(*d->known));
	for (uint32_t i = 0; i < n; i++)
		if (was[i])
			*known_slot(d, was[i] >> DFA_BITS) = was[i];
	free(was);
}

static uint32_t known_put(struct dfa *d, uint64_t *slot, uint64_t question, uint32_t answer)
{
	*slot = question << DFA_BITS | (answer + 1);
	d->nknown++;
	return answer;
}

/* The answer's place, with room for it. */
static uint64_t *known_find(struct dfa *d, uint64_t question)
{
	if ((d->nknown + 1) * 2 > d->known_cap)
		known_grow(d);
	return known_slot(d, question);
}

static uint32_t known_answer(uint64_t known)
{
	return (uint32_t)(known & ((1u << DFA_BITS) - 1)) - 1;
}

uint32_t dfa_enter(struct dfa *d, uint32_t pattern, unsigned column, unsigned behind, bool g)
{
	uint64_t question = (UINT64_C(2) | g) << COLUMN_BITS | behind;
	question = (question << COLUMN_BITS | column) << DFA_BITS | pattern;
	uint64_t *known = known_find(d, question);
	if (*known)
		return known_answer(*known);
	struct step s = step_new(&d->steps, pattern_nfa(d, pattern), column, behind, g);
	step_enter(&s);
	return known_put(d, known, question, step_end(d, &s, pattern));
}

uint32_t dfa_next(struct dfa *d, uint32_t state, unsigned column)
{
	const uint64_t question = (uint64_t)column << DFA_BITS | state;
	uint64_t *known = known_find(d, question);
	if (*known)
		return known_answer(*known);
	const struct dfa_state from = d->states.p[state];
	struct step s = step_new(&d->steps, pattern_nfa(d, from.pattern), column, BEHIND_UNKNOWN, false);
	for (uint32_t i = 0; i < from.n && !s.accepted; i++)
		step_on(&s, from.place[i]);
	return known_put(d, known, question, step_end(d, &s, from.pattern));
}

void dfa_behinds(struct dfa *d, uint32_t pattern, unsigned column, bool g, struct kinds_behind *b)
{
	step_behinds(pattern_nfa(d, pattern), column, g, b);
}

/* ---- memory */

size_t dfa_memory(const struct dfa *d)
{
	return d->used + d->states.n * (sizeof(*d->states.p) + 2 * sizeof(*d->slots)) + d->nknown * 2 * sizeof(*d->known);
}

void dfa_flush(struct dfa *d)
{
	arena_fini(&d->arena);
	d->used = 0;
	VEC_FREE(&d->states);
	free(d->slots);
	free(d->known);
	d->slots = NULL;
	d->known = NULL;
	d->nslots = d->nknown = d->known_cap = 0;
}
