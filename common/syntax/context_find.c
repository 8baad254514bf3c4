#include <limits.h>

#include "context_own.h"

static void hit_take(struct tokens *t, const struct rx_match *m, uint32_t rule, struct engine_hit *h)
{
	*h = (struct engine_hit){ rule, false, m->beg[0], m->end[0], t->groups.n, m->n };
	VEC_RESERVE(&t->groups, 2 * (size_t)m->n);
	for (int i = 0; i < m->n; i++) {
		t->groups.p[t->groups.n++] = m->beg[i];
		t->groups.p[t->groups.n++] = m->end[i];
	}
}

/* The text cut off at `end`, with a number of its own as long as nothing changes. */
static struct engine_text cut(struct tokens *t, size_t level, struct engine_text text, size_t end)
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
		text = cut(t, level, text, (size_t)at);
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
		at = patterns_next(ps, p, text.s, text.number, from, 0);
	}
	return at;
}

bool context_find(struct context_run *r, struct engine_text text, struct engine_hit *h)
{
	struct tokens *t = r->t;
	const struct pack_context *c = pack_context(t->pack, r->st->rule);
	const struct pattern_set *set = patterns_set(&t->patterns, c->set);
	const struct context_fill *fill = r->st->end ? &t->contexts.fills.p[r->st->end - 1] : NULL;
	struct pattern *best = NULL;
	uint32_t filled = 0, rule = 0;
	int start = INT_MAX;

	for (uint32_t i = 0; i < set->n && start > (int)r->pos; i++) {
		struct pattern *p = set->patterns[i];
		uint32_t regex = pack_rule(t->pack, set->rules[i])->begin;
		if ((c->flags & PACK_CONTEXT_BACKREF) &&
			(pack_regex(t->pack, regex)->flags & PACK_REGEX_BACKREF)) {
			uint32_t k = filled++;
			p = fill && k < fill->n ? patterns_end_at(&t->patterns, fill->ends[k]) : NULL;
		}
		int at = p ? next(r, p, set->rules[i], text) : -1;
		if (at < 0 || at >= start)
			continue;
		start = at;
		best = p;
		rule = set->rules[i];
	}
	if (!best)
		return false;
	if (best->m.beg[0] != start) /* the same pattern without an action went on */
		patterns_next(&t->patterns, best, text.s, text.number, (size_t)start, 0);
	t->groups.n = 0;
	hit_take(t, &best->m, rule, h);
	return true;
}
