#include "ember/rx/cand.h"

#include <stdlib.h>
#include <string.h>

#include "ember/base/arena.h"
#include "ember/base/idmap.h"
#include "ember/base/mem.h"
#include "ember/base/size.h"
#include "ember/base/slots.h"
#include "ember/base/vec.h"

#define STATES_MAX 30000u           /* numbers are 15 bits wide */
#define STATES_LEAST 256u           /* for which there is room from the beginning */
#define STATES_MEMORY (3u << 20)    /* bytes of states; then all are dropped */

#define FINAL 0x8000u /* of a state's number: nothing is alive in it */
#define NOTHING (1 | FINAL) /* nor was anything accepted */

/* A state's list: for each pattern that is alive or was accepted, in the set's order, its place and the state that it is in. */
static uint32_t item_make(uint32_t place, unsigned state)
{
	return place << CAND_STATE_BITS | state;
}

static unsigned item_state(uint32_t item)
{
	return item & ((1u << CAND_STATE_BITS) - 1);
}

static uint32_t item_place(uint32_t item)
{
	return item >> CAND_STATE_BITS;
}

struct cand_state {
	uint16_t *to;         /* by column: the next state, 0 = not known yet; NULL in a final one */
	const uint32_t *item;
	uint32_t n;
};

/* How a set goes on from a place whose byte is of one column, by the column before it. */
struct cand_start {
	const struct kinds *before; /* columns before that make no difference have one kind */
	uint16_t *to;       /* by kind */
	uint32_t *places;   /* of those that may begin with the column, in the set's order */
	uint32_t n;
};

struct cand_set {
	uint32_t n;
	const struct cols *first; /* by place in the set */
	const uint32_t *patterns;
	unsigned age;                        /* of the starts: see struct cand */
	struct cand_start *start[COLS_N];    /* NULL = not made yet */
	struct cand_start **start_g;         /* the same, where \G matches; NULL = none is */
};

struct cand {
	VEC(struct dfa) patterns; /* by place: those that were needed so far ... */
	VEC(uint32_t) numbers;    /* ... and what they are called */
	struct idmap places;      /* of numbers, from 1 */
	struct str (*automaton)(const void *ctx, uint32_t pattern);
	const void *ctx;
	VEC(struct cand_set *) sets;
	struct arena arena;                 /* states and starts; dropped when it is too large */
	size_t used;                        /* bytes of it */
	VEC(struct cand_state) states;      /* 0 and FINAL are none; 1 | FINAL: nothing matches */
	struct slots slots;                 /* of states */
	unsigned age;                       /* how often states were dropped */
	bool full;                          /* they are to be dropped before the next place */
	struct kinds_memo kinds;
	VEC(uint32_t) out;                  /* a list being made */
};

struct cand *cand_new(struct str (*automaton)(const void *ctx, uint32_t pattern), const void *ctx)
{
	struct cand *c = mem_zero(1, sizeof(*c));
	c->automaton = automaton;
	c->ctx = ctx;
	c->age = 1;
	return c;
}

void cand_free(struct cand *c)
{
	if (!c)
		return;
	VEC_FREE(&c->patterns);
	VEC_FREE(&c->numbers);
	idmap_fini(&c->places);
	for (size_t i = 0; i < c->sets.n; i++)
		free(c->sets.p[i]);
	VEC_FREE(&c->sets);
	VEC_FREE(&c->states);
	VEC_FREE(&c->kinds.known);
	VEC_FREE(&c->out);
	slots_fini(&c->slots);
	arena_fini(&c->arena);
	free(c);
}

struct cand_set *cand_set(struct cand *c, const uint32_t *patterns, const struct cols *first, uint32_t n)
{
	struct cand_set *s = mem_zero(1, sizeof(*s));
	s->n = n;
	s->first = first;
	s->patterns = patterns;
	VEC_PUSH(&c->sets) = s;
	return s;
}

/* Where the pattern's automaton is among those that were needed so far. */
static uint32_t cand_needed(struct cand *c, uint32_t pattern)
{
	const uint32_t known = idmap_get(&c->places, pattern);
	if (known)
		return known - 1;
	dfa_read(&VEC_PUSH(&c->patterns), c->automaton(c->ctx, pattern));
	VEC_PUSH(&c->numbers) = pattern;
	idmap_put(&c->places, pattern, u32(c->numbers.n));
	return u32(c->numbers.n - 1);
}

static void *cand_alloc(struct cand *c, size_t bytes) /* not zeroed */
{
	c->used += bytes;
	return arena_alloc(&c->arena, bytes);
}

static void *cand_zalloc(struct cand *c, size_t bytes)
{
	return memset(cand_alloc(c, bytes), 0, bytes);
}

/* ---------------------------------------------------------------- states */

static uint32_t *state_slot(const struct cand *c, const uint32_t *item, uint32_t n)
{
	uint64_t h = n;
	for (uint32_t i = 0; i < n; i++)
		h = (h ^ item[i]) * 0x9e3779b97f4a7c15u;
	uint32_t i = slots_first(&c->slots, h);
	for (; c->slots.p[i]; i = slots_next(&c->slots, i)) {
		const struct cand_state *s = &c->states.p[c->slots.p[i]];
		if (s->n == n && (!n || memcmp(s->item, item, n * sizeof(*item)) == 0))
			break;
	}
	return &c->slots.p[i];
}

static bool list_final(const uint32_t *item, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		if (item_state(item[i]) != DFA_ACCEPT)
			return false;
	return true;
}

size_t cand_memory(const struct cand *c)
{
	return c->used;
}

static bool cand_full(const struct cand *c)
{
	return cand_memory(c) > STATES_MEMORY || c->states.n > STATES_MAX;
}

/* The number of the state with the list in c->out; FINAL in it when nothing is alive. */
static uint16_t state_intern(struct cand *c)
{
	const uint32_t n = u32(c->out.n);
	if (slots_room(&c->slots, c->states.n, 1024))
		for (uint32_t i = 1; i < c->states.n; i++)
			*state_slot(c, c->states.p[i].item, c->states.p[i].n) = i;
	uint32_t *slot = state_slot(c, c->out.p, n);
	const unsigned final = list_final(c->out.p, n) ? FINAL : 0;
	if (*slot)
		return (uint16_t)(*slot | final);
	uint32_t *item = cand_alloc(c, (n + 1) * sizeof(*item));
	if (n)
		memcpy(item, c->out.p, n * sizeof(*item));
	struct cand_state s = { NULL, item, n };
	if (!final)
		s.to = cand_zalloc(c, COLS_N * sizeof(*s.to));
	*slot = u32(c->states.n);
	VEC_PUSH(&c->states) = s;
	c->full = cand_full(c);
	if (s.to) /* the rest of a character takes no step */
		s.to[COLS_GO_ON] = (uint16_t)*slot;
	return (uint16_t)(*slot | final);
}

/* Drop all states. */
static void cand_flush(struct cand *c)
{
	arena_fini(&c->arena);
	c->used = 0;
	c->states.n = c->kinds.known.n = 0;
	slots_clear(&c->slots);
	c->full = false;
	c->age++;
}

/* ---------------------------------------------------------------- lists */

/* A pattern went on to a state of its own: its item, if there is one. */
static void list_add(struct cand *c, uint32_t place, unsigned state)
{
	if (state != DFA_DEAD)
		VEC_PUSH(&c->out) = item_make(place, state);
}

/* The state behind `from` and a column. */
static EMBER_APART uint16_t state_step(struct cand *c, uint16_t from, unsigned column)
{
	const struct cand_state st = c->states.p[from];
	c->out.n = 0;
	for (uint32_t i = 0; i < st.n; i++) {
		const uint32_t place = item_place(st.item[i]);
		const unsigned state = item_state(st.item[i]);
		list_add(c, place, state == DFA_ACCEPT ? state : dfa_next(&c->patterns.p[place], state, column));
	}
	uint16_t to = state_intern(c);
	c->states.p[from].to[column] = to;
	return to;
}

/* ---------------------------------------------------------------- starts */

/* Where the start of a column stands. */
static struct cand_start **start_slot(struct cand *c, struct cand_set *set, unsigned column, bool g)
{
	if (!g)
		return &set->start[column];
	if (!set->start_g)
		set->start_g = cand_zalloc(c, COLS_N * sizeof(*set->start_g));
	return &set->start_g[column];
}

/* Put those of the set into c->out that may begin with the column: their number. Most may not, four at a time. */
static uint32_t start_patterns(struct cand *c, const struct cand_set *set, unsigned column)
{
	const unsigned word = column / 64;
	const uint64_t bit = UINT64_C(1) << column % 64;
	uint32_t n = 0, i = 0;
	c->out.n = 0;
	VEC_RESERVE(&c->out, set->n);
	while (i < set->n) {
		const struct cols *f = &set->first[i];
		const uint32_t some = set->n - i < 4 ? set->n - i : 4;
		if (some == 4 && !((f[0].w[word] | f[1].w[word] | f[2].w[word] | f[3].w[word]) & bit)) {
			i += 4;
			continue;
		}
		for (const uint32_t end = i + some; i < end; i++) {
			c->out.p[n] = set->patterns[i];
			n += cols_has(set->first[i], column);
		}
	}
	return n;
}

static struct cand_start *start_new(struct cand *c, struct cand_set *set, unsigned column, bool g)
{
	struct cand_start **slot = start_slot(c, set, column, g);
	struct kinds_behind b;
	struct cand_start made = { .n = start_patterns(c, set, column) };
	b.n = 0;
	b.more = false;
	made.places = cand_alloc(c, (made.n + 1) * sizeof(*made.places));
	for (uint32_t i = 0; i < made.n; i++) {
		made.places[i] = cand_needed(c, c->out.p[i]);
		dfa_behinds(&c->patterns.p[made.places[i]], column, g, &b);
	}
	made.before = kinds_find(&c->kinds, &c->arena, &b, BEHIND_UNKNOWN); /* too many: none is believed */
	made.to = cand_zalloc(c, made.before->n * sizeof(*made.to));
	struct cand_start *st = cand_alloc(c, sizeof(*st));
	*st = made;
	*slot = st;
	return st;
}

static uint16_t start_step(struct cand *c, const struct cand_start *st, unsigned column, unsigned behind, bool g)
{
	c->out.n = 0;
	for (uint32_t i = 0; i < st->n; i++)
		list_add(c, st->places[i], dfa_enter(&c->patterns.p[st->places[i]], column, behind, g));
	return state_intern(c);
}

/* The state behind the byte at a place. */
static EMBER_APART uint16_t cand_start(struct cand *c, struct cand_set *set, unsigned column, unsigned behind, bool g)
{
	struct cand_start *st = *start_slot(c, set, column, g);
	if (!st)
		st = start_new(c, set, column, g);
	const unsigned kind = st->before->of[behind];
	if (!st->to[kind])
		st->to[kind] = start_step(c, st, column, st->before->sample[kind], g);
	return st->to[kind];
}

/* ---------------------------------------------------------------- searching */

/* Follow the text from `at`, the place behind the first byte. */
static uint16_t cand_walk(struct cand *c, struct str text, uint16_t st, size_t at)
{
	const uint8_t *p = (const uint8_t *)text.p + at;
	const bool whole = text.n - at <= CAND_WALK;
	const uint8_t *end = p + (whole ? text.n - at : CAND_WALK);
	while (p < end && !(st & FINAL)) {
		const struct cand_state *states = c->states.p;
		const uint16_t *to = states[st].to;
		uint16_t next = 0;
		for (; p < end; p++) { /* what is known */
			next = to[cols_of_byte[*p]];
			if (!next || next & FINAL)
				break;
			st = next;
			to = states[st].to;
		}
		if (p < end)
			st = next ? next : state_step(c, st, cols_of_byte[*p]);
		p++;
	}
	if (whole && !(st & FINAL)) {
		uint16_t to = c->states.p[st].to[COLS_EDGE];
		st = to ? to : state_step(c, st, COLS_EDGE);
	}
	return st;
}

/* The candidates of a state; those still alive in it included. */
static struct cand_list cand_list(const struct cand *c, uint16_t st)
{
	const struct cand_state *s = &c->states.p[st & ~FINAL];
	return (struct cand_list){ s->item, c->numbers.p, s->n };
}

static EMBER_APART void cand_renew(struct cand *c, struct cand_set *set)
{
	if (c->full)
		cand_flush(c);
	if (!c->states.n) {
		VEC_RESERVE(&c->states, STATES_LEAST);
		VEC_PUSH(&c->states) = (struct cand_state){ 0 };
		c->out.n = 0;
		state_intern(c);
	}
	if (set->age != c->age) {
		memset(set->start, 0, sizeof(set->start));
		set->start_g = NULL;
		set->age = c->age;
	}
}

/* The first place from `at` to `last` where something may begin or where that is not known yet; text.n is none of them. */
static size_t cand_skip(const struct cand_set *set, struct str text, size_t at, size_t last, unsigned *behind)
{
	const uint8_t *p = (const uint8_t *)text.p;
	const size_t end = last < text.n ? last + 1 : text.n;
	unsigned before = *behind;
	for (; at < end; at++) {
		const unsigned column = cols_of_byte[p[at]];
		const struct cand_start *known = set->start[column];
		if (column == COLS_GO_ON) /* what is behind the next place is this character still */
			continue;
		if (!known || known->to[known->before->of[before]] != NOTHING)
			break;
		before = column;
	}
	*behind = before;
	return at;
}

static inline void cand_ready(struct cand *c, struct cand_set *set)
{
	if (c->full || !c->states.n || set->age != c->age)
		cand_renew(c, set);
}

size_t cand_next(struct cand *c, struct cand_set *set, struct str text, size_t pos, size_t last, bool g,
	struct cand_list *list)
{
	const uint8_t *p = (const uint8_t *)text.p;
	unsigned behind = pos ? cols_before(p[pos - 1]) : COLS_EDGE;
	cand_ready(c, set);
	if (last > text.n)
		last = text.n;
	for (size_t at = pos; at <= last; at++) {
		const bool here = g && at == pos;
		if (!here && (at = cand_skip(set, text, at, last, &behind)) > last)
			break;
		const unsigned column = at < text.n ? cols_of_byte[p[at]] : COLS_EDGE;
		if (column == COLS_GO_ON)
			continue;
		const struct cand_start *known = here ? *start_slot(c, set, column, true) : set->start[column];
		uint16_t st = known ? known->to[known->before->of[behind]] : 0;
		if (!st)
			st = cand_start(c, set, column, behind, here);
		behind = column;
		if (st == NOTHING)
			continue;
		if (!(st & FINAL))
			st = cand_walk(c, text, st, at + 1);
		if (st != NOTHING) {
			*list = cand_list(c, st);
			return at;
		}
		if (c->full) /* a long stretch of text that made many states */
			cand_ready(c, set);
	}
	return STR_NONE;
}

unsigned cand_flushes(const struct cand *c)
{
	return c->age - 1;
}
