#include <limits.h>

#include "context_own.h"
#include "ember/syntax/finder.h"

static void hit_take(struct tokens *t, const struct rx_match *m, uint32_t rule, struct engine_hit *h)
{
	*h = (struct engine_hit){ rule, false, m->beg[0], m->end[0], t->groups.n, m->n };
	VEC_RESERVE(&t->groups, 2 * (size_t)m->n);
	for (int i = 0; i < m->n; i++) {
		t->groups.p[t->groups.n++] = m->beg[i];
		t->groups.p[t->groups.n++] = m->end[i];
	}
}

/* With a number of its own as long as nothing changes. */
struct engine_text context_cut(struct tokens *t, size_t level, struct engine_text text, size_t end)
{
	if (t->contexts.cut[level].of != text.number || t->contexts.cut[level].end != end) {
		t->contexts.cut[level].of = text.number;
		t->contexts.cut[level].end = end;
		t->contexts.cut[level].number = ++t->texts;
	}
	return (struct engine_text){ str_sub(text.s, 0, end), t->contexts.cut[level].number };
}

struct engine_text context_reach(struct context_run *r, const struct state **embed, struct engine_hit *h)
{
	struct tokens *t = r->t;
	const struct state *chain[CONTEXT_EMBEDS_MAX];
	struct engine_text text = r->text;
	size_t n = 0;
	*embed = NULL;
	for (const struct state *f = r->st->embeds; f && n < COUNTOF(chain); f = f->parent ? f->parent->embeds : NULL)
		chain[n++] = f;
	for (size_t level = 0; n; level++) {
		const struct state *f = chain[--n];
		struct pattern *p = f->end ? patterns_end_at(&t->patterns, f->end)
					   : patterns_regex(&t->patterns, pack_action(t->pack, f->rule)->escape);
		int at = p ? patterns_next(&t->patterns, p, text.s, text.number, r->pos, 0) : -1;
		if (at < 0)
			continue;
		*embed = f;
		t->groups.n = 0;
		hit_take(t, &p->m, 0, h);
		text = context_cut(t, level, text, (size_t)at);
	}
	return text;
}

/* The length of the character at p. */
static size_t character(struct str s, size_t at)
{
	size_t n = 1;
	while (at + n < s.n && ((unsigned char)s.p[at + n] & 0xc0) == 0x80)
		n++;
	return n;
}

/* A match of that rule on no text does nothing, or is one that was done before. */
static bool idle(struct context_run *r, uint32_t rule, int at)
{
	struct tokens *t = r->t;
	const struct contexts *c = &t->contexts;
	const struct pack_action *a = pack_action(t->pack, pack_rule(t->pack, rule)->end);
	if (a->kind == PACK_DO_FAIL)
		return !context_branch_find(r, a->point);
	for (size_t i = 0; i < c->skips.n && r->line == c->skip_line && at == c->skip_at; i++)
		if (c->skips.p[i] == rule)
			return true;
	return a->kind == 0;
}

/* The next match that counts of one pattern; -1 = none. */
static int next(struct context_run *r, struct pattern *p, uint32_t rule, struct engine_text text)
{
	struct patterns *ps = &r->t->patterns;
	size_t from = r->pos;
	int at = patterns_next(ps, p, text.s, text.number, from, 0);
	while (at >= 0 && p->m.end[0] == at) {
		if ((size_t)at >= text.s.n) /* there the escape has come, or the next line */
			return -1;
		if (!idle(r, rule, at))
			return at;
		from = (size_t)at + character(text.s, (size_t)at);
		ps->searches++;
		at = patterns_next(ps, p, text.s, text.number, from, RX_NOT_G);
	}
	return at;
}

/* The best match found so far. */
struct best {
	struct pattern *pattern;
	uint32_t rule, index; /* its place in the set */
	int start;            /* INT_MAX: none yet */
};

static bool is_filled(const struct tokens *t, uint32_t rule)
{
	return pack_regex(t->pack, pack_rule(t->pack, rule)->begin)->flags & PACK_REGEX_BACKREF;
}

/* Those with back references that were filled in: each is searched for, they are few. */
static void find_filled(struct context_run *r, const struct state *f, struct engine_text text, const uint32_t *rules, uint32_t n,
	struct best *b)
{
	struct tokens *t = r->t;
	const struct context_fill *fill = f->end ? &t->contexts.fills.p[f->end - 1] : NULL;
	for (uint32_t i = 0, k = 0; fill && i < n && k < fill->n; i++) {
		if (!is_filled(t, rules[i]))
			continue;
		struct pattern *p = patterns_end_at(&t->patterns, fill->ends[k++]);
		int at = p ? next(r, p, rules[i], text) : -1;
		if (at >= 0 && at < b->start)
			*b = (struct best){ p, rules[i], i, at };
	}
}

/* Every pattern is searched for. */
static void find_plain(struct context_run *r, struct engine_text text, const uint32_t *rules, uint32_t n,
	struct best *b)
{
	struct tokens *t = r->t;
	for (uint32_t i = 0; i < n; i++) {
		if (is_filled(t, rules[i]))
			continue;
		struct pattern *p = patterns_regex(&t->patterns, pack_rule(t->pack, rules[i])->begin);
		int at = p ? next(r, p, rules[i], text) : -1;
		if (at >= 0 && (at < b->start || (at == b->start && i < b->index)))
			*b = (struct best){ p, rules[i], i, at };
		if (b->start == (int)r->pos && b->index <= i)
			return;
	}
}

/* The finder over a set's patterns, without those that have to be filled in. */
static struct finder *set_finder(struct tokens *t, uint32_t set, const uint32_t *rules, uint32_t n)
{
	struct contexts *c = &t->contexts;
	uint32_t *regexes;
	while (c->finders.n <= set)
		VEC_PUSH(&c->finders) = NULL;
	if (c->finders.p[set])
		return c->finders.p[set];
	c->ends.n = 0;
	VEC_RESERVE(&c->ends, n);
	regexes = c->ends.p;
	for (uint32_t i = 0; i < n; i++)
		regexes[i] = is_filled(t, rules[i]) ? 0 : pack_rule(t->pack, rules[i])->begin;
	return c->finders.p[set] = finder_new(&t->patterns, regexes, n);
}

/* At a place where the pattern at `index` matches no text to no end: the first one behind it that counts. */
static bool find_behind(struct context_run *r, struct engine_text text, const uint32_t *rules, uint32_t n,
	struct best *b)
{
	struct tokens *t = r->t;
	const unsigned opts = b->start == (int)r->pos ? 0 : RX_NOT_G;
	for (uint32_t i = b->index + 1; i < n; i++) {
		struct pattern *p = is_filled(t, rules[i])
			? NULL : patterns_regex(&t->patterns, pack_rule(t->pack, rules[i])->begin);
		if (!p || !patterns_at(&t->patterns, p, text.s, text.number, (size_t)b->start, opts))
			continue;
		if (p->m.end[0] == b->start && idle(r, rules[i], b->start))
			continue;
		*b = (struct best){ p, rules[i], i, b->start };
		return true;
	}
	return false;
}

/* The same by way of the candidates. */
static void find_candidates(struct context_run *r, const struct state *st, struct engine_text text,
	const uint32_t *rules, uint32_t n, struct best *b)
{
	struct tokens *t = r->t;
	struct finder *f = set_finder(t, pack_context(t->pack, st->rule)->set, rules, n);
	struct finder_hit hit;
	size_t from = r->pos, last = text.s.n - 1; /* a match behind has no text: the escape has come */
	if (b->start != INT_MAX)
		last = (size_t)b->start;
	while (from <= last && finder_next(&t->patterns, f, text.s, text.number, from, last,
				       from == r->pos ? 0 : RX_NOT_G, &hit)) {
		struct best one = { hit.pattern, rules[hit.index], hit.index, (int)hit.start };
		bool counts = one.pattern->m.end[0] > one.start || !idle(r, one.rule, one.start);
		if (counts || find_behind(r, text, rules, n, &one)) {
			if (one.start < b->start || one.index < b->index)
				*b = one;
			return;
		}
		from = hit.start + character(text.s, hit.start);
		t->patterns.searches++;
	}
}

static bool find(struct context_run *r, const struct state *f, struct engine_text text, bool plain,
	struct engine_hit *h)
{
	struct tokens *t = r->t;
	const struct pack_context *c = pack_context(t->pack, f->rule);
	struct best b = { .start = INT_MAX };
	uint32_t n;
	const uint32_t *rules = pack_set(t->pack, c->set, &n);

	if (!n || text.s.n <= r->pos)
		return false;
	if (c->flags & PACK_CONTEXT_BACKREF)
		find_filled(r, f, text, rules, n, &b);
	if (plain)
		find_plain(r, text, rules, n, &b);
	else
		find_candidates(r, f, text, rules, n, &b);
	if (!b.pattern)
		return false;
	if (!b.pattern->m.n || b.pattern->m.beg[0] != b.start) /* the same one went on for another rule */
		patterns_next(&t->patterns, b.pattern, text.s, text.number, (size_t)b.start,
			b.start == (int)r->pos ? 0 : RX_NOT_G);
	t->groups.n = 0;
	hit_take(t, &b.pattern->m, b.rule, h);
	return true;
}

/* Both engines must find the same; the plain one's match is taken. */
static bool find_both(struct context_run *r, const struct state *f, struct engine_text text, struct engine_hit *h)
{
	struct tokens *t = r->t;
	struct engine_hit other = { 0 };
	const unsigned limited = t->patterns.limited;
	bool found = find(r, f, text, false, &other);
	bool plain = find(r, f, text, true, h);
	bool same = found == plain &&
		(!found || (h->rule == other.rule && h->start == other.start && h->stop == other.stop));
	if (!same && t->patterns.limited == limited && !t->patterns.spent && !t->missed.n++) {
		uint32_t regex = pack_rule(t->pack, plain ? h->rule : other.rule)->begin;
		t->missed.pattern = pack_text(t->pack, pack_regex(t->pack, regex)->text);
	}
	return plain;
}

bool context_find(struct context_run *r, const struct state *f, struct engine_text text, struct engine_hit *h)
{
	if (r->t->engine == TOKENS_CHECK)
		return find_both(r, f, text, h);
	return find(r, f, text, r->t->engine == TOKENS_PLAIN, h);
}
