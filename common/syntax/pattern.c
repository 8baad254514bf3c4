#include "ember/syntax/pattern.h"

#include "ember/base/mem.h"
#include "ember/base/size.h"
#include "ember/os/clock.h"

#define FIRST_RETRIES (RX_GRAMMAR_RETRIES / 1000) /* of the first of PATTERNS_TRIES */
/* A retry may look at all of the text: the product of both is bounded, ... */
#define RETRY_BYTES_MAX UINT64_C(400000000)
#define SEARCH_MORE 16u  /* ... for a search, that has many places, less, */
#define LONG_LESS 25u    /* ... and for one that is made place by place more */
#define LONG_BYTES 1000u /* of a text that is not searched in one go */
#define RETRY_BYTES 256u /* what a retry looks at in the time of one of the direct matcher's instructions */

struct chars_table patterns_chars(const struct pack *p)
{
	struct chars_table t;
	t.sets = pack_chars(p, &t.nsets);
	t.ranges = pack_ranges(p, &t.nranges);
	return t;
}

/* For the candidate automaton, whose patterns are the pack's regexes. */
static struct str pattern_automaton(const void *pack, uint32_t regex)
{
	return pack_automaton(pack, pack_regex(pack, regex));
}

void patterns_init(struct patterns *ps, const struct pack *p)
{
	*ps = (struct patterns){ .pack = p, .line_ms = PATTERNS_LINE_MS };
	ps->nregexes = pack_count(p, PACK_REGEXES);
	ps->nsets = pack_count(p, PACK_SETS);
	ps->chars = patterns_chars(p);
	ps->cand = cand_new(pattern_automaton, p);
	for (unsigned i = PATTERNS_TRIES, retries = RX_GRAMMAR_RETRIES; i--; retries /= 10)
		ps->limit[i] = rx_limit_new(retries, RX_GRAMMAR_STACK);
}

static void pattern_close(struct pattern *p)
{
	rx_free(p->rx);
	direct_free(p->own);
	p->direct = p->own = NULL;
	p->asked = false;
	rx_match_fini(&p->m);
	p->rx = NULL;
	p->line = 0;
}

void patterns_reset(struct patterns *ps)
{
	for (size_t i = 0; i < ps->ends.n; i++)
		pattern_close(ps->ends.p[i]);
	ps->ends.n = 0;
	ps->end_compiled = 0;
	map_fini(&ps->end_ids);
	arena_fini(&ps->end_arena);
}

void patterns_fini(struct patterns *ps)
{
	patterns_reset(ps);
	for (size_t i = 0; i < ps->used.n; i++)
		pattern_close(ps->used.p[i]);
	VEC_FREE(&ps->used);
	VEC_FREE(&ps->by_place);
	idmap_fini(&ps->by_regex);
	free(ps->sets);
	VEC_FREE(&ps->ends);
	cand_free(ps->cand);
	direct_run_fini(&ps->run);
	arena_fini(&ps->arena);
	for (unsigned i = 0; i < PATTERNS_TRIES; i++)
		rx_limit_free(ps->limit[i]);
	*ps = (struct patterns){ 0 };
}

static unsigned pattern_mask(const struct pack_regex *r)
{
	return (r->flags & PACK_REGEX_A ? RX_NOT_A : 0u) |
		(r->flags & PACK_REGEX_G ? RX_NOT_G : 0u);
}

static struct pattern *pattern_of(struct patterns *ps, uint32_t regex)
{
	const struct pack_regex *r = pack_regex(ps->pack, regex);
	struct pattern *p = ARENA_NEW(&ps->arena, struct pattern);
	p->mask = pattern_mask(r);
	p->far_g = r->flags & PACK_REGEX_FAR_G;
	p->regex = regex;
	VEC_PUSH(&ps->used) = p;
	idmap_put(&ps->by_regex, regex, u32(ps->used.n));
	return p;
}

struct pattern *patterns_regex(struct patterns *ps, uint32_t regex)
{
	const uint32_t known = idmap_get(&ps->by_regex, regex);
	if (known)
		return ps->used.p[known - 1];
	return regex && regex < ps->nregexes ? pattern_of(ps, regex) : NULL;
}

struct pattern *patterns_candidate_new(struct patterns *ps, uint32_t place, uint32_t regex)
{
	struct pattern *p = patterns_regex(ps, regex);
	while (ps->by_place.n <= place)
		VEC_PUSH(&ps->by_place) = NULL;
	ps->by_place.p[place] = p;
	return p;
}

/* By number: so many that it comes as untouched pages, which cost nothing. */
static struct pattern_set **pattern_sets(const struct patterns *ps)
{
	struct pattern_set **sets = mem_zero((size_t)ps->nsets + 1, sizeof(struct pattern_set *));
	return sets;
}

const struct pattern_set *patterns_set(struct patterns *ps, uint32_t set)
{
	if (set >= ps->nsets)
		set = 0;
	if (!ps->sets)
		ps->sets = pattern_sets(ps);
	struct pattern_set *s = ps->sets[set];
	if (s)
		return s;
	uint32_t n;
	const uint32_t *rules = pack_set(ps->pack, set, &n);
	s = ARENA_NEW(&ps->arena, struct pattern_set);
	s->rules = ARENA_ARRAY(&ps->arena, uint32_t, n);
	s->patterns = ARENA_ARRAY(&ps->arena, struct pattern *, n);
	for (uint32_t i = 0; i < n; i++) {
		struct pattern *p = patterns_regex(ps, pack_rule(ps->pack, rules[i])->begin);
		if (!p)
			continue;
		s->rules[s->n] = rules[i];
		s->patterns[s->n++] = p;
	}
	ps->sets[set] = s;
	return s;
}

uint32_t patterns_end(struct patterns *ps, struct str text, uint32_t regex)
{
	uint64_t id;
	if (map_get(&ps->end_ids, text, &id))
		return (uint32_t)id;
	struct pattern *p = ARENA_NEW(&ps->end_arena, struct pattern);
	p->text = arena_str(&ps->end_arena, text);
	p->mask = pattern_mask(pack_regex(ps->pack, regex));
	p->far_g = pack_regex(ps->pack, regex)->flags & PACK_REGEX_FAR_G;
	VEC_PUSH(&ps->ends) = p;
	map_put(&ps->end_ids, p->text, ps->ends.n);
	return u32(ps->ends.n);
}

/* Too many compiled at a time: all are closed, and compile again when they are needed. */
static void patterns_end_room(struct patterns *ps)
{
	if (ps->end_compiled < PATTERN_ENDS_MAX)
		return;
	for (size_t i = 0; i < ps->ends.n; i++)
		pattern_close(ps->ends.p[i]);
	ps->end_compiled = 0;
}

struct pattern *patterns_end_at(struct patterns *ps, uint32_t end)
{
	if (end - 1 >= ps->ends.n)
		return NULL;
	struct pattern *p = ps->ends.p[end - 1];
	if (!p->rx && !p->asked && !p->bad) {
		patterns_end_room(ps);
		ps->end_compiled++;
	}
	return p;
}

/* The pack's texts lie apart: they are looked at where one is compiled. */
static bool pattern_ready(struct patterns *ps, struct pattern *p)
{
	if (!p->rx && !p->bad) {
		struct str text = p->regex ? pack_text(ps->pack, pack_regex(ps->pack, p->regex)->text) : p->text;
		p->rx = rx_new(text, RX_GRAMMAR, 0, NULL, NULL);
		p->bad = !p->rx;
	}
	return !p->bad;
}

void patterns_line(struct patterns *ps)
{
	ps->searches = ps->limited = 0;
	ps->run.work = 0;
	ps->run.most = PATTERNS_LINE_WORK;
	ps->look_at = PATTERNS_LOOK_EVERY;
	ps->spent = false;
	ps->looked = ps->deadline = 0;
}

/* The coarse clock costs next to nothing; the exact one is asked when that has moved on. */
static bool pattern_late(struct patterns *ps)
{
	int64_t now = clock_ns(CLOCK_MONOTONIC_COARSE);
	if (!ps->looked)
		ps->looked = now;
	if (now - ps->looked < PATTERNS_LOOK_MS * INT64_C(1000000))
		return false;
	ps->looked = now;
	now = clock_ns(CLOCK_THREAD_CPUTIME_ID);
	if (!ps->deadline)
		ps->deadline = now + ps->line_ms * INT64_C(1000000);
	return now > ps->deadline;
}

/* Before a search that may take as long as the limits of rx let it. */
static bool pattern_spent_now(struct patterns *ps)
{
	ps->look_at = ps->searches + PATTERNS_LOOK_EVERY;
	if (!ps->spent)
		ps->spent = pattern_late(ps);
	return ps->spent;
}

bool patterns_spent(struct patterns *ps)
{
	ps->spent = ps->spent || ps->run.work > PATTERNS_LINE_WORK;
	return ps->spent || (ps->searches >= ps->look_at && pattern_spent_now(ps));
}

static void pattern_ask(struct patterns *ps, struct pattern *p)
{
	if (p->asked || p->bad)
		return;
	p->asked = true;
	if (p->regex) {
		struct str program = pack_program(ps->pack, pack_regex(ps->pack, p->regex));
		p->direct = direct_read(&ps->arena, program, &ps->chars, ps->pack->sound);
	} else {
		p->direct = p->own = direct_new(p->text);
	}
	p->has_must = p->direct && direct_has_must(p->direct);
}

/* The direct matcher's search, from place to place. */
static int pattern_search_direct(
	struct patterns *ps, struct pattern *p, struct str text, size_t from, unsigned opts)
{
	pattern_ask(ps, p);
	if (!p->direct || p->far_g)
		return DIRECT_UNSURE;
	ps->searches++;
	if (patterns_spent(ps))
		return RX_NONE;
	return direct_search(p->direct, &ps->run, text, from, opts, &p->m);
}

/* Oniguruma's answer: a search from `at`, or whether there is a match just there. `most`: retries times bytes. */
static int pattern_onig(struct patterns *ps, struct pattern *p, struct str text, size_t at, unsigned opts, bool search,
	uint64_t most)
{
	const uint64_t cost = PATTERNS_RETRY_WORK + text.n / RETRY_BYTES;
	uint64_t retries = FIRST_RETRIES;
	int r = RX_LIMIT;
	if (patterns_spent(ps) || pattern_spent_now(ps) || !pattern_ready(ps, p))
		return RX_NONE;
	for (unsigned i = 0; i < PATTERNS_TRIES && r == RX_LIMIT && !patterns_spent(ps); i++, retries *= 10) {
		if (i && retries * text.n > most)
			break;
		r = search ? rx_search(p->rx, ps->limit[i], text, at, text.n, opts, &p->m)
			   : rx_match_at(p->rx, ps->limit[i], text, at, opts, &p->m);
		if (r == RX_LIMIT)
			ps->run.work += retries * cost;
	}
	ps->limited += r == RX_LIMIT;
	return r;
}

/*
 * Oniguruma's search of a long text, place by place: one call may take seconds for the whole of it, without
 * a retry, and cannot be ended.
 */
static int pattern_search_long(struct patterns *ps, struct pattern *p, struct str text, size_t from, unsigned opts)
{
	const struct cols first = patterns_first(pack_regex(ps->pack, p->regex));
	int r = RX_NONE;
	for (size_t at = from; at <= text.n && r == RX_NONE && !ps->spent; at++) {
		const unsigned column = at < text.n ? cols_of_byte[(uint8_t)text.p[at]] : COLS_EDGE;
		if (column == COLS_GO_ON || !cols_has(first, column))
			continue;
		ps->searches++;
		r = pattern_onig(ps, p, text, at, at > from ? opts | RX_NOT_G : opts, false, RETRY_BYTES_MAX / LONG_LESS);
	}
	return r;
}

static int pattern_search(
	struct patterns *ps, struct pattern *p, struct str text, size_t from, unsigned opts)
{
	int r = opts & PATTERNS_PLAIN ? DIRECT_UNSURE : pattern_search_direct(ps, p, text, from, opts);
	ps->limited += r == RX_LIMIT;
	if (r != DIRECT_UNSURE)
		return r < 0 ? -1 : r;
	ps->searches++;
	opts &= ~PATTERNS_PLAIN;
	r = text.n > LONG_BYTES && p->regex && !p->far_g ? pattern_search_long(ps, p, text, from, opts)
							 : pattern_onig(ps, p, text, from, opts, true, RETRY_BYTES_MAX * SEARCH_MORE);
	return r < 0 ? -1 : r;
}

int patterns_next(struct patterns *ps, struct pattern *p, struct str text, uint64_t line,
	size_t pos, unsigned opts)
{
	if (p->bad)
		return -1;
	opts &= p->mask | PATTERNS_PLAIN;
	/* With \G allowed the result holds for this very place only. */
	const bool anchored = (p->mask & RX_NOT_G) && !(opts & RX_NOT_G);
	const bool known = p->line == line && p->opts == opts &&
		(anchored ? p->from == (int)pos : p->from <= (int)pos);
	if (known && (p->found < 0 || p->found >= (int)pos))
		return p->found;
	p->line = line;
	p->opts = opts;
	p->from = (int)pos;
	p->found = pattern_search(ps, p, text, pos, opts);
	return p->found;
}

/* Is what every match holds still to come? Looked for once, not at each place. */
static bool pattern_may(struct pattern *p, struct str text, uint64_t line, size_t at)
{
	if (p->must_line != line || at < p->must_from || (at > p->must_at && p->must_at != STR_NONE)) {
		p->must_line = line;
		p->must_from = at;
		p->must_at = direct_must(p->direct, text, at);
	}
	return p->must_at != STR_NONE;
}

bool patterns_at(struct patterns *ps, struct pattern *p, struct str text, uint64_t line, size_t at, unsigned opts)
{
	if (patterns_spent(ps))
		return false;
	p->line = 0; /* p->m speaks of no search any more */
	ps->searches++;
	pattern_ask(ps, p);
	if (p->direct) {
		if (p->has_must && !pattern_may(p, text, line, at))
			return false;
		const uint64_t before = ps->run.work;
		int r = direct_match_at(p->direct, &ps->run, text, at, opts & p->mask, &p->m);
		ps->limited += r == RX_LIMIT;
		if (r != DIRECT_UNSURE)
			return r >= 0;
		ps->run.work += ps->run.work - before; /* Oniguruma takes as long again, and does not tell */
	}
	return pattern_onig(ps, p, text, at, opts & p->mask, false, RETRY_BYTES_MAX) >= 0;
}
