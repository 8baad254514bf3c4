/* The states that a pack holds against the automaton that they are made of, gone place by place. */
#include "ember/rx/dfa.h"

#include <stdlib.h>
#include <string.h>

#include "candidates.h"
#include "ember/base/panic.h"
#include "ember/pack/pack.h"
#include "ember/rx/nfa.h"
#include "lib/test.h"

/* Where in the automaton a walk is. */
struct places {
	const struct nfa *nfa;
	bool *at, *next; /* by place */
	bool accepted;
};

static bool has(const struct places *p, uint32_t set, unsigned column)
{
	return set == NFA_ANY || cols_has(p->nfa->pool.sets.p[set], column);
}

/* A place took the column: go the ways of its list. */
static void go_on(struct places *p, uint32_t list, unsigned column)
{
	const uint32_t *way = p->nfa->ways.p + list;
	for (bool last = false; !last; way++) {
		last = nfa_last(*way);
		if (nfa_to(*way) == NFA_DEAD || nfa_g(*way) || !has(p, nfa_behind(*way), column))
			continue;
		if (nfa_to(*way) == NFA_ACCEPT)
			p->accepted = true;
		else
			p->next[nfa_to(*way)] = true;
	}
}

static void take(struct places *p, uint32_t place, unsigned column)
{
	if (has(p, nfa_set(p->nfa->places.p[place]), column))
		go_on(p, nfa_list(p->nfa->places.p[place]), column);
}

static void begin(struct places *p, unsigned column, unsigned behind, bool g)
{
	const uint32_t *way = p->nfa->ways.p;
	p->accepted = false;
	memset(p->next, 0, p->nfa->places.n);
	for (bool last = false; !last; way++) {
		last = nfa_last(*way);
		if (nfa_to(*way) == NFA_DEAD || (nfa_g(*way) && !g) || !has(p, nfa_behind(*way), behind))
			continue;
		if (nfa_to(*way) == NFA_ACCEPT)
			p->accepted = true;
		else
			take(p, nfa_to(*way), column);
	}
}

static void step(struct places *p, unsigned column)
{
	bool *at = p->next;
	p->next = p->at;
	p->at = at;
	memset(p->next, 0, p->nfa->places.n);
	for (uint32_t i = 0; i < p->nfa->places.n; i++)
		if (at[i])
			take(p, i, column);
}

/* Columns that the pattern's own characters are of, and others. */
static unsigned random_column(struct str pattern, uint32_t *seed)
{
	const uint32_t r = candidates_random(seed);
	const unsigned column = r % 8 && pattern.n ? cols_of_byte[(uint8_t)pattern.p[r / 8 % pattern.n]] : r / 8 % COLS_N;
	return column == COLS_GO_ON ? COLS_HIGH : column;
}

/* What the states say of one text: no match is missed, and none is promised that no text could have. */
static void check_text(struct places *p, const struct dfa *d, struct str pattern, uint32_t *seed)
{
	enum { LONG = 80 };
	const unsigned behind = random_column(pattern, seed), first = random_column(pattern, seed);
	const bool g = candidates_random(seed) % 2;
	const bool cut = d->head->own == DFA_OWN_MAX;
	unsigned state = dfa_enter(d, first, behind, g);
	begin(p, first, behind, g);
	for (unsigned i = 0; i < LONG && !p->accepted; i++) {
		const unsigned column = i + 1 < LONG ? random_column(pattern, seed) : COLS_EDGE;
		CHECK(state < (unsigned)DFA_FIRST + d->head->own, "%.*s: state %u", STR_ARG(pattern), state);
		step(p, column);
		if (state >= DFA_FIRST)
			state = dfa_next(d, state, column);
	}
	if (p->accepted)
		CHECK(state != DFA_DEAD, "%.*s: a match is missed", STR_ARG(pattern));
	else if (!cut)
		CHECK(state != DFA_ACCEPT, "%.*s: a match is promised", STR_ARG(pattern));
}

static void check_pattern(struct str pattern, unsigned texts, uint32_t *seed)
{
	struct arena a = { 0 };
	struct nfa n = { 0 };
	struct buf bytes = { 0 };
	struct dfa d;
	struct tree_facts facts;
	const struct tree *t = tree_parse(&a, pattern, &facts);
	nfa_make(&n, t);
	dfa_write(&bytes, t);
	dfa_read(&d, buf_view(&bytes));
	CHECK((const char *)d.head == bytes.p && bytes.n % 8 == 0, "%.*s reads", STR_ARG(pattern));
	struct places p = { .nfa = &n, .at = calloc(n.places.n + 1, 1), .next = calloc(n.places.n + 1, 1) };
	if (!p.at || !p.next)
		panic_memory();
	for (unsigned i = 0; i < texts; i++)
		check_text(&p, &d, pattern, seed);
	free(p.at);
	free(p.next);
	buf_fini(&bytes);
	nfa_fini(&n);
	arena_fini(&a);
}

TEST(states_say_what_the_automaton_says)
{
	static const char *const rows[] = { "a", "a|b", "ab*c", "(?<=a)b|(?<=c)d|(?<=e)f", "\\bif\\b", "\\Gab|(?<=a)\\Gc|d",
		"(?!ab)[a-c]+$", "^(?:a|b)*abb", "[a-c]{2,9}x", "(?:if|else|elseif)\\b(?!\\()", "(?<!\\.)\\w+(?=\\s*=)", "(?=a)", "$",
		"^$", ".*", "", "(?!)", "(?i)stra\u00dfe", "\u4e2d+", "(a)\\1", "(" };
	uint32_t seed = 3;
	for (size_t i = 0; i < COUNTOF(rows); i++)
		check_pattern(str_from(rows[i]), 400, &seed);
}

TEST(so_do_those_of_the_pack)
{
	struct pack p;
	struct err e;
	uint32_t seed = 5;
	REQUIRE(pack_open(&p, ember_pack_data, (size_t)(ember_pack_end - ember_pack_data), &e) == 0);
	for (uint32_t i = 1, every = getenv("LONG") ? 1 : 9; i < pack_count(&p, PACK_REGEXES); i += every) {
		struct str text = pack_text(&p, pack_regex(&p, i)->text);
		if (text.n < 4096)
			check_pattern(text, 40, &seed);
	}
}

static unsigned states_of(const char *pattern)
{
	struct arena a = { 0 };
	struct buf bytes = { 0 };
	struct tree_facts facts;
	struct dfa d;
	dfa_write(&bytes, tree_parse(&a, str_from(pattern), &facts));
	dfa_read(&d, buf_view(&bytes));
	const unsigned n = d.head->own;
	buf_fini(&bytes);
	arena_fini(&a);
	return n;
}

TEST(no_state_is_too_many)
{
	static const struct {
		const char *pattern;
		unsigned states;
	} rows[] = {
		{ "a", 0 },
		{ "abc", 2 },
		{ "abc|xbc", 2 },    /* what follows is the same */
		{ "ab[^\\n]*", 1 },  /* whatever follows, it matches */
		{ "a(?:b|c)d", 2 },
		{ "(?:a|b)*abb", 3 },
		{ "a(?!)", 0 },      /* never */
	};
	for (size_t i = 0; i < COUNTOF(rows); i++)
		CHECK(states_of(rows[i].pattern) == rows[i].states, "%s: %u", rows[i].pattern, states_of(rows[i].pattern));
	CHECK(states_of("[a-d]*a[a-d]{9}x") == DFA_OWN_MAX, "more than there is room for: %u", states_of("[a-d]*a[a-d]{9}x"));
}

TEST(a_damaged_one_accepts_at_once)
{
	struct {
		struct dfa_head head;
		struct cols kind;
		uint8_t row[16];
	} one;
	static const struct {
		uint8_t classes, kinds, g, own;
		size_t bytes;
	} rows[] = {
		{ 0, 1, 0, 0, sizeof(one) }, /* no class */
		{ 1, 0, 0, 0, sizeof(one) }, /* no kind */
		{ 1, 1, 2, 0, sizeof(one) },
		{ 1, 1, 0, 255, sizeof(one) },
		{ 1, 1, 0, 0, sizeof(one.head) - 1 },
		{ 1, 1, 0, 0, sizeof(one.head) },         /* no row */
		{ 17, 1, 0, 2, sizeof(one) },             /* too few rows */
		{ 1, 3, 0, 0, sizeof(one.head) + 31 },    /* too few sets */
		{ 4, 2, 1, 1, sizeof(one) },
	};
	struct dfa d;
	memset(&one, 0, sizeof(one));
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		one.head.classes = rows[i].classes;
		one.head.kinds = rows[i].kinds;
		one.head.g = rows[i].g;
		one.head.own = rows[i].own;
		dfa_read(&d, (struct str){ (const char *)&one, rows[i].bytes });
		CHECK(d.head != &one.head && dfa_enter(&d, COLS_BLANK, COLS_EDGE, false) == DFA_ACCEPT, "row %zu", i);
	}
	one.head = (struct dfa_head){ .classes = 2, .kinds = 1, .own = 1 };
	one.head.class_of[COLS_TAB] = 2;                    /* no such class */
	memcpy(&one.kind, (uint8_t[]){ 2, 3, 0, 2 }, 4); /* row to enter by: its own state, none such; the state's row */
	dfa_read(&d, (struct str){ (const char *)&one, sizeof(one) });
	CHECK(d.head == &one.head, "this one reads");
	CHECK(dfa_enter(&d, COLS_LF, COLS_EDGE, false) == DFA_FIRST, "to its state");
	CHECK(dfa_next(&d, DFA_FIRST, COLS_LF) == DFA_DEAD, "to none");
	CHECK(dfa_enter(&d, COLS_TAB, COLS_EDGE, false) == DFA_ACCEPT, "no such class");
	one.head.class_of[COLS_LF] = 1;
	CHECK(dfa_enter(&d, COLS_LF, COLS_EDGE, false) == DFA_ACCEPT, "no such state");
}
