#include <limits.h>

#include "ember/syntax/engine.h"

struct scan {
	struct tokens *t;
	struct engine_text text;
	size_t pos;
	int anchor; /* where \G matches, -1 = nowhere */
	bool first; /* \A may match */
	const struct state *st;
	bool plain; /* no automaton */
};

/* The best match found so far. */
struct scan_best {
	struct pattern *pattern;
	uint32_t rule;
	bool end;
	int start; /* INT_MAX: none yet */
};

void engine_emit(struct tokens *t, uint32_t scope, size_t end)
{
	if (end <= t->last)
		return;
	VEC_PUSH(&t->out) = (struct engine_token){ (uint32_t)end, scope };
	t->last = (uint32_t)end;
}

static unsigned scan_options(const struct scan *s)
{
	return (s->first ? 0u : RX_NOT_A) | ((int)s->pos == s->anchor ? 0u : RX_NOT_G);
}

/* True when nothing can be better: the match is at the place where the search began. */
static bool scan_try(
	const struct scan *s, struct pattern *p, uint32_t rule, bool end, struct scan_best *b)
{
	int r = patterns_next(
		&s->t->patterns, p, s->text.s, s->text.number, s->pos,
		scan_options(s) | (s->plain ? PATTERNS_PLAIN : 0));
	if (r >= 0 && r < b->start)
		*b = (struct scan_best){ p, rule, end, r };
	return b->start == (int)s->pos;
}

/* The end pattern that holds for a frame; NULL: none, so it never matches. */
static struct pattern *scan_end_pattern(struct tokens *t, const struct pack_rule *r, uint32_t end)
{
	if (end)
		return patterns_end_at(&t->patterns, end);
	return engine_has_end(t, r) ? patterns_regex(&t->patterns, r->end) : NULL;
}

/* Leftmost match of a rule's own set, each pattern searched for on its own. */
static void scan_plain(const struct scan *s, uint32_t rule, uint32_t end, struct scan_best *b)
{
	const struct pack_rule *r = pack_rule(s->t->pack, rule);
	const struct pattern_set *set = patterns_set(&s->t->patterns, r->set);
	struct pattern *ep = r->kind == PACK_BEGIN_END ? scan_end_pattern(s->t, r, end) : NULL;
	bool last = r->flags & PACK_RULE_END_LAST;

	if (ep && !last && scan_try(s, ep, 0, true, b))
		return;
	for (uint32_t i = 0; i < set->n; i++)
		if (scan_try(s, set->patterns[i], set->rules[i], false, b))
			return;
	if (ep && last)
		scan_try(s, ep, 0, true, b);
}

static struct scan_best scan_hit(const struct rule_finder *rf, const struct finder_hit *hit)
{
	const uint32_t found = rf->rules[hit->index];
	const bool is_end = found == RULE_FINDER_END;
	return (struct scan_best){ hit->pattern, is_end ? 0 : found, is_end, (int)hit->start };
}

/* The same by way of the candidates. `upto`: matches that start behind it are of no use. */
static void scan_finder(
	const struct scan *s, uint32_t rule, uint32_t end, size_t upto, struct scan_best *b)
{
	struct tokens *t = s->t;
	const struct pack_rule *r = pack_rule(t->pack, rule);
	struct rule_finder *rf = engine_finder(t, rule);
	struct finder_hit hit;

	if (end && r->kind == PACK_BEGIN_END) { /* with references: a search of its own */
		struct pattern *ep = patterns_end_at(&t->patterns, end);
		bool last = r->flags & PACK_RULE_END_LAST;
		if (ep && scan_try(s, ep, 0, true, b) && !last)
			return;
		if (b->start != INT_MAX && (size_t)b->start - !last < upto)
			upto = (size_t)b->start - !last;
	}
	if (!finder_next(&t->patterns, rf->finder, s->text.s, s->text.number, s->pos, upto,
		    scan_options(s), &hit))
		return;
	*b = scan_hit(rf, &hit);
}

/* Leftmost match of a rule's own set: its children, and its end pattern first or last. */
static void scan_rule_set(
	const struct scan *s, uint32_t rule, uint32_t end, size_t upto, struct scan_best *b)
{
	if (s->plain)
		scan_plain(s, rule, end, b);
	else
		scan_finder(s, rule, end, upto, b);
}

/* Those of a mask at once: what is listed first wins a tie, as when one after the other is asked. */
static void scan_injected(const struct scan *s, uint64_t mask, size_t upto, struct scan_best *b, bool *left)
{
	struct tokens *t = s->t;
	struct rule_finder *rf = engine_injected(t, mask);
	struct finder_hit hit;
	if (!finder_next(&t->patterns, rf->finder, s->text.s, s->text.number, s->pos, upto, scan_options(s), &hit))
		return;
	*b = scan_hit(rf, &hit);
	*left = t->inject.list[rf->owners[hit.index]].priority < 0;
}

/* The best of the injections that apply here; *left when it is one that wins ties. */
static void scan_injections(const struct scan *s, size_t upto, struct scan_best *b, bool *left)
{
	struct inject *in = &s->t->inject;
	const uint64_t mask = inject_mask(in, s->st->content);
	if (!s->plain && in->n <= INJECT_MASKED) {
		if (mask)
			scan_injected(s, mask, upto, b, left);
		return;
	}
	for (uint32_t i = 0; i < in->n; i++) {
		struct scan_best one = { .start = INT_MAX };
		if (!inject_applies(in, mask, i, s->st->content))
			continue;
		scan_rule_set(s, in->list[i].rule, 0, upto, &one);
		if (one.start >= b->start)
			continue;
		*b = one;
		*left = in->list[i].priority < 0;
		if (b->start == (int)s->pos)
			return;
		upto = (size_t)b->start - 1;
	}
}

/* Copies the match out of its pattern: what follows may search with the same pattern again. */
static void scan_take(const struct scan *s, const struct scan_best *b, struct engine_hit *h)
{
	const struct rx_match *m = &b->pattern->m;
	struct tokens *t = s->t;
	*h = (struct engine_hit){ b->rule, b->end, m->beg[0], m->end[0], t->groups.n, m->n };
	VEC_RESERVE(&t->groups, 2 * (size_t)m->n);
	for (int i = 0; i < m->n; i++) {
		t->groups.p[t->groups.n++] = m->beg[i];
		t->groups.p[t->groups.n++] = m->end[i];
	}
}

static bool scan_choose(const struct scan *s, struct engine_hit *h)
{
	struct scan_best main = { .start = INT_MAX }, inj = { .start = INT_MAX };
	bool left = false;
	size_t upto = s->text.s.n;

	scan_rule_set(s, s->st->rule, s->st->end, upto, &main);
	if (main.start != INT_MAX) {
		scan_take(s, &main, h);
		upto = (size_t)main.start;
	}
	if (s->t->inject.n) {
		scan_injections(s, upto, &inj, &left);
		if (inj.start < main.start || (left && inj.start == main.start)) {
			if (main.start != INT_MAX)
				s->t->groups.n = h->at;
			main = inj;
			scan_take(s, &main, h);
		}
	}
	return main.start != INT_MAX;
}

/* Both engines must choose the same match. */
static bool scan_check(struct scan *s, struct engine_hit *h)
{
	struct tokens *t = s->t;
	struct engine_hit other;
	const unsigned limited = t->patterns.limited;
	s->plain = true;
	bool found = scan_choose(s, h);
	const size_t after = t->groups.n;
	s->plain = false;
	bool same = scan_choose(s, &other) == found;
	if (found && same)
		same = h->rule == other.rule && h->end == other.end && h->n == other.n &&
			memcmp(&t->groups.p[h->at], &t->groups.p[other.at],
				2 * (size_t)h->n * sizeof(int)) == 0;
	t->groups.n = after;
	/* A limit that ended a search but not a try at one place is no difference of the engines. */
	if (!same && t->patterns.limited == limited && !t->patterns.spent && !t->missed.n++ && found) {
		const struct pack_rule *r = pack_rule(t->pack, h->end ? s->st->rule : h->rule);
		t->missed.pattern = pack_text(
			t->pack, pack_regex(t->pack, h->end ? r->end : r->begin)->text);
	}
	return found;
}

/* The end pattern matched: leave the frame. True when the line is done. */
static bool scan_leave(struct scan *s, const struct engine_hit *h, bool moved)
{
	struct tokens *t = s->t;
	const struct state *st = s->st;
	engine_emit(t, st->content, (size_t)h->start);
	if (st->content != st->name) {
		struct state *named = states_push(&t->states, st);
		named->content = st->name;
		st = named;
	}
	engine_captures(t, s->text, s->first, st, pack_rule(t->pack, st->rule)->end_captures, h);
	engine_emit(t, st->content, (size_t)h->stop);
	s->st = st->parent ? st->parent : st;
	s->anchor = st->anchor;
	if (moved || st->enter != (int)s->pos)
		return false;
	s->st = st; /* entered and left in one place: the reference stays in it */
	engine_emit(t, st->content, s->text.s.n);
	return true;
}

/* Is the new frame's rule one that was entered at the same place already? */
static bool scan_same_rule(const struct state *below, const struct state *st)
{
	for (; below && below->enter == st->enter; below = below->parent)
		if (below->rule == st->rule)
			return true;
	return false;
}

/* A begin pattern matched: the frame was pushed, complete it. True when the line is done. */
static bool scan_begin(struct scan *s, const struct engine_hit *h, const struct pack_rule *r,
	struct state *st, bool moved)
{
	struct tokens *t = s->t;
	s->anchor = h->stop;
	st->content = engine_name(t, st->name, r->content, s->text, h);
	if (pack_regex(t->pack, r->end)->flags & PACK_REGEX_BACKREF)
		st->end = engine_end_text(t, r->end, s->text, h);
	if (moved || !scan_same_rule(st->parent, st))
		return false;
	s->st = st->parent;
	engine_emit(t, s->st->content, s->text.s.n);
	return true;
}

/* A rule of the set matched. True when the line is done. */
static bool scan_enter(struct scan *s, const struct engine_hit *h, bool moved)
{
	struct tokens *t = s->t;
	const struct state *below = s->st;
	const struct pack_rule *r = pack_rule(t->pack, h->rule);

	if (below->depth >= STATE_DEPTH_MAX) {
		t->stopped = true;
		return true;
	}
	engine_emit(t, below->content, (size_t)h->start);
	uint32_t name = engine_name(t, below->content, r->name, s->text, h);
	struct state *st = states_push(&t->states,
		&(struct state){ .parent = below,
			.rule = h->rule,
			.name = name,
			.content = name,
			.enter = (int)s->pos,
			.anchor = s->anchor,
			.eol = (size_t)h->stop == s->text.s.n,
			.is_while = r->kind == PACK_BEGIN_WHILE });
	s->st = st;
	engine_captures(t, s->text, s->first, st, r->captures, h);
	engine_emit(t, st->content, (size_t)h->stop);
	if (r->kind == PACK_BEGIN_END || r->kind == PACK_BEGIN_WHILE)
		return scan_begin(s, h, r, st, moved);
	s->st = below;
	if (moved)
		return false;
	if (below->parent)
		s->st = below->parent; /* as the reference: an empty match costs one frame more */
	engine_emit(t, s->st->content, s->text.s.n);
	return true;
}

bool engine_spent(struct tokens *t)
{
	t->patterns.searches++; /* a step that only meets known results counts too */
	if (t->patterns.searches > t->budget || patterns_spent(&t->patterns))
		t->stopped = true;
	return t->stopped;
}

/* One match. True when the line is done. */
static bool scan_step(struct scan *s)
{
	struct tokens *t = s->t;
	struct engine_hit h;

	if (engine_spent(t))
		return true;
	if (!(t->engine == TOKENS_CHECK ? scan_check(s, &h) : scan_choose(s, &h))) {
		engine_emit(t, s->st->content, s->text.s.n);
		return true;
	}
	bool moved = h.stop > (int)s->pos;
	bool done = h.end ? scan_leave(s, &h, moved) : scan_enter(s, &h, moved);
	t->groups.n = h.at;
	if (moved) {
		s->pos = (size_t)h.stop;
		s->first = false;
	}
	return done;
}

const struct state *engine_scan(struct tokens *t, struct engine_text text, size_t pos, int anchor,
	bool first, const struct state *st)
{
	struct scan s = { t, text, pos, anchor, first, st, t->engine == TOKENS_PLAIN };
	while (!scan_step(&s))
		continue;
	return s.st;
}

/* Does the frame's while pattern match? Then its tokens are made and the place moves behind it. */
static bool scan_while(struct scan *s, const struct state *f)
{
	struct tokens *t = s->t;
	const struct pack_rule *r = pack_rule(t->pack, f->rule);
	struct pattern *p = scan_end_pattern(t, r, f->end);
	struct scan_best b = { .start = INT_MAX };
	struct engine_hit h;

	if (p)
		scan_try(s, p, 0, true, &b);
	if (b.start == INT_MAX)
		return false;
	scan_take(s, &b, &h);
	engine_emit(t, f->content, (size_t)h.start);
	engine_captures(t, s->text, s->first, f, r->end_captures, &h);
	engine_emit(t, f->content, (size_t)h.stop);
	t->groups.n = h.at;
	s->anchor = h.stop;
	if (h.stop > (int)s->pos) {
		s->pos = (size_t)h.stop;
		s->first = false;
	}
	return true;
}

const struct state *engine_line(
	struct tokens *t, struct engine_text text, bool first, const struct state *st)
{
	struct scan s = { t, text, 0, st->eol ? 0 : -1, first, st, t->engine != TOKENS_AUTOMATON };

	t->whiles.n = 0;
	for (const struct state *f = st->whiles; f; f = f->parent ? f->parent->whiles : NULL)
		VEC_PUSH(&t->whiles) = f;
	while (t->whiles.n) { /* from the bottom up */
		const struct state *f = t->whiles.p[--t->whiles.n];
		if (!scan_while(&s, f)) {
			st = f->parent ? f->parent : f;
			break;
		}
	}
	return engine_scan(t, text, s.pos, s.anchor, s.first, st);
}
