#include "context_own.h"

#include <string.h>

#include "ember/base/mem.h"

void contexts_reset(struct contexts *c)
{
	map_fini(&c->fill_ids);
	c->fills.n = 0;
	arena_fini(&c->fill_arena);
	c->seen.n = c->branches.n = c->groups.n = 0;
	c->language_roots.n = 0;
	c->first = c->parked = 0;
	c->skips.n = 0;
}

void contexts_fini(struct contexts *c)
{
	contexts_reset(c);
	VEC_FREE(&c->fills);
	VEC_FREE(&c->ends);
	VEC_FREE(&c->seen);
	VEC_FREE(&c->branches);
	VEC_FREE(&c->groups);
	VEC_FREE(&c->skips);
	VEC_FREE(&c->finders);
	VEC_FREE(&c->language_roots);
	for (size_t i = 0; c->ring && i < CONTEXT_RING; i++) {
		buf_fini(&c->ring[i].text);
		buf_fini(&c->ring[i].out);
	}
	free(c->ring);
	*c = (struct contexts){ 0 };
}

bool contexts_branch(const struct pack *p)
{
	for (uint32_t i = 1; i < pack_count(p, PACK_ACTIONS); i++)
		if (pack_action(p, i)->kind == PACK_DO_BRANCH)
			return true;
	return false;
}

/* ---- branch points */

/* Drop the point at index i and those that were opened after it. */
static void branches_cut(struct contexts *c, size_t i)
{
	if (i >= c->branches.n)
		return;
	c->groups.n = c->branches.p[i].groups;
	c->branches.n = i;
}

/* Drop the oldest point. */
static void branches_shift(struct contexts *c)
{
	memmove(c->branches.p, c->branches.p + 1, --c->branches.n * sizeof(*c->branches.p));
	if (!c->branches.n)
		c->groups.n = 0;
}

void context_branch_close(struct context_run *r)
{
	struct contexts *c = &r->t->contexts;
	while (c->branches.n && c->branches.p[c->branches.n - 1].depth > r->st->depth)
		branches_cut(c, c->branches.n - 1);
}

void context_branch_open(struct context_run *r, uint32_t rule, const struct engine_hit *h)
{
	struct tokens *t = r->t;
	struct contexts *c = &t->contexts;
	struct context_branch b = {
		.rule = rule,
		.action = pack_rule(t->pack, rule)->end,
		.st = states_fix(&t->states, r->st),
		.line = r->line,
		.last = t->last,
		.out = t->out.n,
		.start = h->start,
		.stop = h->stop,
		.groups = c->groups.n,
		.n = h->n,
	};
	for (size_t i = 0; i < 2 * (size_t)h->n; i++)
		VEC_PUSH(&c->groups) = t->groups.p[h->at + i];
	if (c->branches.n == CONTEXT_BRANCHES_MAX)
		branches_shift(c);
	r->st = b.st;
	context_branch_enter(r, &b, h);
	VEC_PUSH(&c->branches) = b;
}

struct context_branch *context_branch_find(struct context_run *r, uint32_t point)
{
	struct contexts *c = &r->t->contexts;
	if (c->rewinds >= CONTEXT_REWINDS_MAX)
		return NULL;
	for (size_t i = c->branches.n; i-- > 0;) {
		struct context_branch *b = &c->branches.p[i];
		const struct pack_action *a = pack_action(r->t->pack, b->action);
		if (a->point == point)
			return b->alternative + 1 < a->contexts.n ? b : NULL;
	}
	return NULL;
}

/* Go back to a parked line: its text, and its tokens before the match. */
static void line_load(struct context_run *r, uint32_t number)
{
	struct tokens *t = r->t;
	struct context_line *l = &t->contexts.ring[number % CONTEXT_RING];
	r->text = (struct engine_text){ buf_view(&l->text), l->text_number };
	r->line = number;
	t->out.n = 0;
	size_t n = l->out.n / sizeof(*t->out.p);
	VEC_RESERVE(&t->out, n);
	if (n)
		memcpy(t->out.p, l->out.p, l->out.n);
	t->out.n = n;
	t->contexts.parked = number - t->contexts.first;
}

void context_branch_fail(struct context_run *r, struct context_branch *b)
{
	struct tokens *t = r->t;
	struct contexts *c = &t->contexts;
	branches_cut(c, (size_t)(b - c->branches.p) + 1);
	if (r->line != b->line)
		line_load(r, b->line);
	c->rewinds++;
	t->patterns.searches++;
	t->out.n = b->out;
	t->last = b->last;
	r->pos = (size_t)b->start;
	r->st = b->st;
	b->alternative++;
	c->seen.n = 0;
	if (b->start == b->stop) {
		if (c->skip_line != b->line || c->skip_at != b->start)
			c->skips.n = 0;
		c->skip_line = b->line;
		c->skip_at = b->start;
		VEC_PUSH(&c->skips) = b->rule;
	}
	struct engine_hit h = { .rule = b->rule, .start = b->start, .stop = b->stop, .n = b->n };
	t->groups.n = 0;
	for (size_t i = 0; i < 2 * (size_t)b->n; i++)
		VEC_PUSH(&t->groups) = c->groups.p[b->groups + i];
	context_branch_enter(r, b, &h);
}

/* ---- lines */

static struct context_line *line_at(struct contexts *c, uint32_t number)
{
	if (!c->ring)
		c->ring = mem_zero(CONTEXT_RING, sizeof(*c->ring));
	return &c->ring[number % CONTEXT_RING];
}

static void line_park(struct context_run *r)
{
	struct tokens *t = r->t;
	struct context_line *l = line_at(&t->contexts, r->line);
	if (r->text.s.p != l->text.p) {
		buf_clear(&l->text);
		buf_str(&l->text, r->text.s);
	}
	buf_clear(&l->out);
	buf_add(&l->out, t->out.p, t->out.n * sizeof(*t->out.p));
	l->number = r->line;
	l->text_number = r->text.number;
	l->after = r->st;
	t->contexts.parked = r->line - t->contexts.first + 1;
}

/* Begin the line after the one at hand, if the caller has it. */
static bool line_fetch(struct context_run *r)
{
	struct tokens *t = r->t;
	struct str line;
	if (!t->ahead || !t->ahead(t->ahead_ctx, r->line - t->contexts.first, &line))
		return false;
	if (line.n && line.p[line.n - 1] == '\r')
		line.n--;
	if (line.n > t->limit)
		return false;
	engine_copy(t, line);
	t->budget += ENGINE_BUDGET_AHEAD + ENGINE_BUDGET_BYTE * (uint32_t)line.n;
	r->line++;
	r->text = (struct engine_text){ buf_view(&t->line), ++t->texts };
	r->pos = 0;
	t->out.n = 0;
	t->last = 0;
	t->contexts.seen.n = 0;
	return true;
}

/* Close the points that are too far back. */
static void branches_expire(struct contexts *c, uint32_t line)
{
	while (c->branches.n && line - c->branches.p[0].line >= CONTEXT_AHEAD)
		branches_shift(c);
}

static bool line_open(const struct contexts *c, uint32_t number)
{
	for (size_t i = 0; i < c->branches.n; i++)
		if (c->branches.p[i].line == number)
			return true;
	return false;
}

/* Run from where `r` is until no point of the first line is open. */
static void lines_run(struct context_run *r)
{
	struct tokens *t = r->t;
	struct contexts *c = &t->contexts;
	for (;;) {
		while (context_step(r))
			continue;
		if (t->stopped)
			break;
		engine_emit(t, r->st->content, r->text.s.n);
		r->st = states_keep(&t->states, r->st);
		branches_expire(c, r->line);
		bool open = line_open(c, c->first);
		if (!open && r->line == c->first && !c->branches.n)
			return;
		line_park(r);
		if (!open)
			return;
		if (!line_fetch(r)) {
			branches_cut(c, 0);
			return;
		}
	}
	branches_cut(c, 0); /* what is known of this line is all there will be */
	if (r->line != c->first)
		t->stopped = false;
	else
		c->parked = 0;
}

/* The tokens of the first line, which is parked; the rest waits. */
static const struct state *line_hand_out(struct tokens *t)
{
	struct contexts *c = &t->contexts;
	struct context_line *l = line_at(c, c->first);
	size_t n = l->out.n / sizeof(*t->out.p);
	t->out.n = 0;
	VEC_RESERVE(&t->out, n);
	if (n)
		memcpy(t->out.p, l->out.p, l->out.n);
	t->out.n = n;
	c->first++;
	c->parked--;
	return l->after;
}

/* Is the line asked for the one that waits first? */
static bool line_waits(const struct tokens *t, const struct state *st)
{
	const struct contexts *c = &t->contexts;
	if (!c->parked)
		return false;
	const struct context_line *before = &c->ring[(c->first - 1) % CONTEXT_RING];
	const struct context_line *l = &c->ring[c->first % CONTEXT_RING];
	return before->after == st && str_eq(buf_view(&l->text), buf_view(&t->line));
}

const struct state *contexts_line(struct tokens *t, const struct state *st)
{
	struct contexts *c = &t->contexts;
	struct context_run r = { .t = t, .st = st };
	c->rewinds = 0;
	c->seen.n = 0;
	if (line_waits(t, st)) {
		if (!line_open(c, c->first))
			return line_hand_out(t);
		uint32_t last = c->first + c->parked - 1;
		r.line = last;
		r.st = line_at(c, last)->after;
		if (!line_fetch(&r)) {
			branches_cut(c, 0);
			return line_hand_out(t);
		}
	} else {
		branches_cut(c, 0);
		c->parked = 0;
		c->skips.n = 0;
		r.line = c->first;
		r.text = (struct engine_text){ buf_view(&t->line), ++t->texts };
	}
	lines_run(&r);
	if (c->parked)
		return line_hand_out(t);
	c->first++;
	return r.st;
}
