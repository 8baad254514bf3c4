#include "ember/rx/cand.h"

#include <stdlib.h>
#include <string.h>

#include "ember/base/arena.h"
#include "ember/base/panic.h"
#include "ember/base/size.h"
#include "nfa_step.h"

#define STATES_MAX 30000u           /* numbers are 15 bits wide */
#define STATES_MEMORY (3u << 20)    /* bytes of states; then all are dropped */
#define PLACES_MAX (512u << 10)     /* places of patterns kept then */

#define FINAL 0x8000u /* of a state's number: nothing is alive in it */
#define NOTHING (1 | FINAL) /* nor was anything accepted */

/*
 * A state's list: for each pattern that is alive or was accepted, in the set's order, either one
 * item with ITEM_DONE or one with ITEM_ALIVE and then its places in ascending order.
 */
#define ITEM_DONE 0x80000000u
#define ITEM_ALIVE 0x40000000u
#define ITEM_MASK 0x3fffffffu

struct cand_pattern {
	struct nfa_source source;
	struct nfa nfa; /* read when it is first used: when `base` is given */
	struct cols first;
	uint32_t base; /* its places are numbered from here on in lists and marks; 0 = not yet */
};

struct cand_state {
	uint16_t *to;         /* by column: the next state, 0 = not known yet; NULL in a final one */
	const uint32_t *item;
	uint32_t n;
};

/* How a set goes on from a place whose byte is of one column, by the column before it. */
struct cand_start {
	const struct kinds *before; /* columns before that make no difference have one kind */
	uint16_t *to;       /* by kind */
	uint32_t *patterns; /* those that may begin with the column, in the set's order */
	uint32_t n;
};

struct cand_set {
	uint32_t n;
	struct cols *first; /* by place in the set */
	uint32_t *patterns;
	unsigned age;                          /* of the starts: see struct cand */
	struct cand_start *start[2][COLS_N]; /* [\G matches here]; NULL = not made yet */
};

struct cand {
	VEC(struct cand_pattern) patterns;
	VEC(struct cand_set *) sets;
	struct arena arena;                 /* states and starts; dropped when it is too large */
	size_t used;                        /* bytes of it */
	VEC(struct cand_state) states;      /* 0 and FINAL are none; 1 | FINAL: nothing matches */
	uint32_t *slots;                    /* of states, open addressing */
	uint32_t nslots;
	unsigned age;                       /* how often states were dropped */
	bool full;                          /* they are to be dropped before the next place */
	struct step_memory steps;
	struct kinds_memo kinds;
	uint32_t places;                    /* numbered so far */
	VEC(uint32_t) alive;                /* candidates where the walk's limit ended it */
};

struct cand *cand_new(void)
{
	struct cand *c = calloc(1, sizeof(*c));
	if (!c)
		panic_memory();
	c->age = c->places = 1;
	return c;
}

void cand_free(struct cand *c)
{
	if (!c)
		return;
	VEC_FREE(&c->patterns);
	for (size_t i = 0; i < c->sets.n; i++)
		free(c->sets.p[i]);
	VEC_FREE(&c->sets);
	VEC_FREE(&c->states);
	step_memory_fini(&c->steps);
	VEC_FREE(&c->kinds.known);
	VEC_FREE(&c->alive);
	free(c->slots);
	arena_fini(&c->arena);
	free(c);
}

uint32_t cand_pattern(struct cand *c, struct nfa_source source, struct cols first)
{
	VEC_PUSH(&c->patterns) = (struct cand_pattern){ .source = source, .first = first };
	return u32(c->patterns.n - 1) & ITEM_MASK;
}

struct cand_set *cand_set(struct cand *c, const uint32_t *patterns, uint32_t n)
{
	struct cand_set *s = calloc(1, size_add(sizeof(*s), size_mul(n, sizeof(*s->first) + sizeof(*patterns))));
	if (!s)
		panic_memory();
	s->n = n;
	s->first = (struct cols *)(s + 1);
	s->patterns = (uint32_t *)(s->first + n);
	for (uint32_t i = 0; i < n; i++) {
		s->first[i] = c->patterns.p[patterns[i]].first;
		s->patterns[i] = patterns[i];
	}
	VEC_PUSH(&c->sets) = s;
	return s;
}

static void *cand_alloc(struct cand *c, size_t bytes)
{
	c->used += bytes;
	return arena_zalloc(&c->arena, bytes);
}

/* ---------------------------------------------------------------- states */

static uint32_t *state_slot(const struct cand *c, const uint32_t *item, uint32_t n)
{
	uint64_t h = n;
	for (uint32_t i = 0; i < n; i++)
		h = (h ^ item[i]) * 0x9e3779b97f4a7c15u;
	uint32_t i = (uint32_t)(h >> 32) & (c->nslots - 1);
	for (; c->slots[i]; i = (i + 1) & (c->nslots - 1)) {
		const struct cand_state *s = &c->states.p[c->slots[i]];
		if (s->n == n && (!n || memcmp(s->item, item, n * sizeof(*item)) == 0))
			break;
	}
	return &c->slots[i];
}

static void states_rehash(struct cand *c)
{
	uint32_t n = c->nslots ? c->nslots * 2 : 1024;
	free(c->slots);
	c->slots = calloc(n, sizeof(*c->slots));
	if (!c->slots)
		panic_memory();
	c->nslots = n;
	for (uint32_t i = 1; i < c->states.n; i++)
		*state_slot(c, c->states.p[i].item, c->states.p[i].n) = i;
}

static bool list_final(const uint32_t *item, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		if (!(item[i] & ITEM_DONE))
			return false;
	return true;
}

static bool cand_full(const struct cand *c)
{
	return c->used > STATES_MEMORY || c->states.n > STATES_MAX || c->places > 2 * PLACES_MAX;
}

/* The number of the state with the list in c->out; FINAL in it when nothing is alive. */
static uint16_t state_intern(struct cand *c)
{
	const uint32_t n = u32(c->steps.out.n);
	if ((c->states.n + 1) * 2 > c->nslots)
		states_rehash(c);
	uint32_t *slot = state_slot(c, c->steps.out.p, n);
	const unsigned final = list_final(c->steps.out.p, n) ? FINAL : 0;
	if (*slot)
		return (uint16_t)(*slot | final);
	uint32_t *item = cand_alloc(c, (n + 1) * sizeof(*item));
	if (n)
		memcpy(item, c->steps.out.p, n * sizeof(*item));
	struct cand_state s = { NULL, item, n };
	if (!final)
		s.to = cand_alloc(c, COLS_N * sizeof(*s.to));
	*slot = u32(c->states.n);
	VEC_PUSH(&c->states) = s;
	c->full = cand_full(c);
	if (s.to) /* the rest of a character takes no step */
		s.to[COLS_GO_ON] = (uint16_t)*slot;
	return (uint16_t)(*slot | final);
}

/* Drop all states, and the places' numbers when they are many. */
static void cand_flush(struct cand *c)
{
	arena_fini(&c->arena);
	c->used = 0;
	c->states.n = c->kinds.known.n = 0;
	if (c->nslots)
		memset(c->slots, 0, c->nslots * sizeof(*c->slots));
	c->full = false;
	c->age++;
	if (c->places > PLACES_MAX) {
		c->places = 1;
		for (size_t i = 0; i < c->patterns.n; i++)
			c->patterns.p[i].base = 0;
	}
}

/* ---------------------------------------------------------------- lists */

static void list_sort(uint32_t *item, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		uint32_t x = item[i];
		size_t k = i;
		for (; k && item[k - 1] > x; k--)
			item[k] = item[k - 1];
		item[k] = x;
	}
}

/* Close a pattern's part of the list, which began at `from` with ITEM_ALIVE. */
static void step_close(struct step *s, size_t from)
{
	struct step_memory *m = s->m;
	if (s->accepted) {
		m->out.p[from] = (m->out.p[from] & ITEM_MASK) | ITEM_DONE;
		m->out.n = from + 1;
	} else if (m->out.n == from + 1) {
		m->out.n = from;
	} else {
		list_sort(m->out.p + from + 1, m->out.n - from - 1);
	}
	s->accepted = false;
}

/* The pattern whose places the step goes through. */
static void step_pattern(struct step *s, const struct cand *c, uint32_t pattern)
{
	const struct cand_pattern *p = &c->patterns.p[pattern];
	s->nfa = &p->nfa;
	s->base = p->base;
}

/* The state behind `from` and a column. */
static EMBER_APART uint16_t state_step(struct cand *c, uint16_t from, unsigned column)
{
	const struct cand_state st = c->states.p[from];
	struct step s = step_new(&c->steps, c->places, column, BEHIND_UNKNOWN, false);
	c->steps.out.n = 0;
	for (uint32_t i = 0; i < st.n;) {
		const size_t begin = c->steps.out.n;
		VEC_PUSH(&c->steps.out) = st.item[i];
		if (st.item[i++] & ITEM_DONE)
			continue;
		step_pattern(&s, c, st.item[i - 1] & ITEM_MASK);
		for (; i < st.n && !(st.item[i] & (ITEM_DONE | ITEM_ALIVE)); i++)
			if (!s.accepted)
				step_on(&s, st.item[i] - s.base);
		step_close(&s, begin);
	}
	uint16_t to = state_intern(c);
	c->states.p[from].to[column] = to;
	return to;
}

/* ---------------------------------------------------------------- starts */

/* Number a pattern's places, which are in use from now on. */
static void pattern_use(struct cand *c, struct cand_pattern *p)
{
	if (p->base)
		return;
	nfa_read(&p->nfa, &p->source);
	p->base = c->places;
	c->places += p->nfa.nplaces;
}

static struct cand_start *start_new(struct cand *c, struct cand_set *set, unsigned column, bool g)
{
	struct kinds_behind b;
	struct cand_start made = { .n = 0 };
	b.n = 0;
	b.more = false;
	c->steps.out.n = 0;
	for (uint32_t i = 0; i < set->n; i++)
		if (cols_has(set->first[i], column))
			VEC_PUSH(&c->steps.out) = set->patterns[i];
	made.n = u32(c->steps.out.n);
	made.patterns = cand_alloc(c, (made.n + 1) * sizeof(*made.patterns));
	for (uint32_t i = 0; i < made.n; i++) {
		made.patterns[i] = c->steps.out.p[i];
		pattern_use(c, &c->patterns.p[made.patterns[i]]);
	}
	struct step s = step_new(&c->steps, c->places, column, BEHIND_UNKNOWN, g);
	for (uint32_t i = 0; i < made.n; i++) {
		step_pattern(&s, c, made.patterns[i]);
		step_behinds(&s, &b);
	}
	made.before = kinds_find(&c->kinds, &c->arena, &b, BEHIND_UNKNOWN); /* too many: none is believed */
	made.to = cand_alloc(c, made.before->n * sizeof(*made.to));
	struct cand_start *st = cand_alloc(c, sizeof(*st));
	*st = made;
	set->start[g][column] = st;
	return st;
}

static uint16_t start_step(struct cand *c, const struct cand_start *st, unsigned column, unsigned behind, bool g)
{
	struct step s = step_new(&c->steps, c->places, column, behind, g);
	c->steps.out.n = 0;
	for (uint32_t i = 0; i < st->n; i++) {
		const size_t begin = c->steps.out.n;
		VEC_PUSH(&c->steps.out) = st->patterns[i] | ITEM_ALIVE;
		step_pattern(&s, c, st->patterns[i]);
		step_enter(&s);
		step_close(&s, begin);
	}
	return state_intern(c);
}

/* The state behind the byte at a place. */
static EMBER_APART uint16_t cand_start(struct cand *c, struct cand_set *set, unsigned column, unsigned behind, bool g)
{
	struct cand_start *st = set->start[g][column];
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
static struct cand_list cand_list(struct cand *c, uint16_t st)
{
	const struct cand_state *s = &c->states.p[st & ~FINAL];
	if (st & FINAL)
		return (struct cand_list){ s->item, s->n };
	c->alive.n = 0;
	for (uint32_t i = 0; i < s->n; i++)
		if (s->item[i] & (ITEM_DONE | ITEM_ALIVE))
			VEC_PUSH(&c->alive) = s->item[i];
	return (struct cand_list){ c->alive.p, u32(c->alive.n) };
}

static EMBER_APART void cand_renew(struct cand *c, struct cand_set *set)
{
	if (c->full)
		cand_flush(c);
	if (!c->states.n) {
		VEC_PUSH(&c->states) = (struct cand_state){ 0 };
		c->steps.out.n = 0;
		state_intern(c);
	}
	if (set->age != c->age) {
		memset(set->start, 0, sizeof(set->start));
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
		const struct cand_start *known = set->start[0][column];
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
		const struct cand_start *known = set->start[here][column];
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

size_t cand_memory(const struct cand *c)
{
	return c->used + c->steps.marks.cap * sizeof(*c->steps.marks.p);
}

unsigned cand_flushes(const struct cand *c)
{
	return c->age - 1;
}
