#include "ember/syntax/context.h"

#include "context_own.h"

static uint32_t scope_add(struct tokens *t, uint32_t scope, uint32_t template)
{
	return engine_name(t, scope, template, (struct engine_text){ 0 }, &(struct engine_hit){ 0 });
}

/* ---- the scopes of a match's text */

/* A group that has a scope: the part of it within the match. */
struct group {
	int beg, end;
	uint32_t name;
};

#define GROUPS_MAX 64u /* with a scope, of one match; further ones have none */

static size_t groups_sorted(struct tokens *t, struct pack_range captures, const struct engine_hit *h,
	struct group *g)
{
	uint32_t n;
	size_t used = 0;
	const struct pack_capture *c = pack_captures(t->pack, captures, &n);
	for (uint32_t i = 0; i < n && i < (uint32_t)h->n && used < GROUPS_MAX; i++) {
		int beg = t->groups.p[h->at + 2 * (size_t)i], end = t->groups.p[h->at + 2 * (size_t)i + 1];
		beg = beg < h->start ? h->start : beg;
		end = end > h->stop ? h->stop : end;
		if (!c[i].name || t->groups.p[h->at + 2 * (size_t)i] < 0 || end <= beg)
			continue;
		size_t at = used++; /* by place, the longer one outside */
		for (; at && (g[at - 1].beg > beg || (g[at - 1].beg == beg && g[at - 1].end < end)); at--)
			g[at] = g[at - 1];
		g[at] = (struct group){ beg, end, c[i].name };
	}
	return used;
}

/* Tokens of the match's text: `scope`, and the groups' scopes on top of it. */
static void emit_match(struct tokens *t, uint32_t scope, struct pack_range captures, const struct engine_hit *h)
{
	struct group g[GROUPS_MAX];
	size_t n = groups_sorted(t, captures, h, g);
	const size_t base = t->locals.n;
	for (size_t i = 0; i < n; i++) {
		for (; t->locals.n > base && t->locals.p[t->locals.n - 1].end <= g[i].beg; t->locals.n--)
			engine_emit(t, t->locals.p[t->locals.n - 1].scope, (size_t)t->locals.p[t->locals.n - 1].end);
		uint32_t outer = t->locals.n > base ? t->locals.p[t->locals.n - 1].scope : scope;
		engine_emit(t, outer, (size_t)g[i].beg);
		struct engine_local l = { scope_add(t, outer, g[i].name), g[i].end };
		VEC_PUSH(&t->locals) = l;
	}
	for (; t->locals.n > base; t->locals.n--)
		engine_emit(t, t->locals.p[t->locals.n - 1].scope, (size_t)t->locals.p[t->locals.n - 1].end);
	engine_emit(t, scope, (size_t)h->stop);
}

/* ---- matches on no text */

/*
 * A context that was left on no text at this place would do the same again, be it as deep or deeper
 * in the stack. A frame of it further down is another matter: pops come to an end.
 */
static bool seen(const struct contexts *c, const struct state *st)
{
	for (size_t i = 0; i < c->seen.n; i++)
		if (c->seen.p[i].rule == st->rule && c->seen.p[i].depth <= st->depth &&
			c->seen.p[i].kind == st->kind)
			return true;
	return c->seen.n >= CONTEXT_SEEN_MAX;
}

static void seen_add(struct contexts *c, const struct state *st)
{
	VEC_PUSH(&c->seen) = (struct context_seen){ st->rule, st->depth, st->kind };
}

/* Pass one character over. */
static bool advance(struct context_run *r, size_t limit)
{
	struct str s = r->text.s;
	do
		r->pos++;
	while (r->pos < s.n && ((unsigned char)s.p[r->pos] & 0xc0) == 0x80);
	if (r->pos > limit)
		r->pos = limit;
	engine_emit(r->t, r->st->content, r->pos);
	r->t->contexts.seen.n = 0;
	return r->pos < s.n;
}

/* The place moves to the end of a match that begins there. */
static void move(struct context_run *r, int stop)
{
	if ((size_t)stop == r->pos)
		return;
	r->pos = (size_t)stop;
	r->t->contexts.seen.n = 0;
}

/* ---- actions */

static bool embed_full(const struct state *below)
{
	size_t n = 0;
	for (const struct state *f = below->embeds; f; f = f->parent ? f->parent->embeds : NULL)
		n++;
	return n >= CONTEXT_EMBEDS_MAX;
}

/* pop, push, set, embed: false when it would lead back to where the machine was. */
static bool act(struct context_run *r, const struct pack_rule *rule, const struct pack_action *a,
	const struct engine_hit *h)
{
	struct tokens *t = r->t;
	uint32_t n;
	const uint32_t *contexts = pack_words(t->pack, a->contexts, &n);
	const struct state *below = context_below(r->st, a->pop, n > 0);
	const struct state *st = below;
	if (a->kind == PACK_DO_EMBED && embed_full(below))
		n = 0;
	if (n)
		st = context_push(r, below, a, contexts, n, h);
	if (t->stopped)
		return true;
	if (h->stop == h->start) {
		seen_add(&t->contexts, r->st);
		if (seen(&t->contexts, st))
			return false;
	}
	uint32_t scope = context_match_scope(r, below, a, contexts, n);
	emit_match(t, scope_add(t, scope, rule->name), rule->captures, h);
	r->st = st;
	move(r, h->stop);
	context_branch_close(r);
	return true;
}

void context_branch_enter(struct context_run *r, struct context_branch *b, const struct engine_hit *h)
{
	struct tokens *t = r->t;
	const struct pack_rule *rule = pack_rule(t->pack, b->rule);
	const struct pack_action *a = pack_action(t->pack, b->action);
	uint32_t n;
	const uint32_t *contexts = pack_words(t->pack, a->contexts, &n);
	const uint32_t *one = b->alternative < n ? &contexts[b->alternative] : NULL;
	const struct state *below = context_below(r->st, a->pop, true);
	uint32_t scope = context_match_scope(r, below, a, one, one != NULL);
	emit_match(t, scope_add(t, scope, rule->name), rule->captures, h);
	r->st = context_push(r, below, a, one, one != NULL, h);
	b->depth = r->st->depth;
	move(r, h->stop);
}

/* One match of the top context. False when the line is done. */
static bool match(struct context_run *r, const struct engine_hit *h, size_t limit)
{
	struct tokens *t = r->t;
	const struct pack_rule *rule = pack_rule(t->pack, h->rule);
	const struct pack_action *a = pack_action(t->pack, rule->end);
	engine_emit(t, r->st->content, (size_t)h->start);
	move(r, h->start);
	struct context_branch *b = a->kind == PACK_DO_FAIL ? context_branch_find(r, a->point) : NULL;
	if (b) {
		context_branch_fail(r, b);
		return true;
	}
	if (a->kind == PACK_DO_BRANCH) {
		if (h->stop == h->start && t->contexts.seen.n >= CONTEXT_SEEN_MAX)
			return advance(r, limit);
		if (h->stop == h->start)
			seen_add(&t->contexts, r->st);
		context_branch_open(r, h->rule, h);
		return true;
	}
	if (a->kind == PACK_DO_STACK || a->kind == PACK_DO_EMBED)
		return act(r, rule, a, h) || advance(r, limit);
	emit_match(t, scope_add(t, r->st->content, rule->name), rule->captures, h);
	move(r, h->stop);
	return true;
}

/* The escape of an embed: everything from its frame on is gone. */
static void escape(struct context_run *r, const struct state *embed, const struct engine_hit *h)
{
	struct tokens *t = r->t;
	const struct pack_action *a = pack_action(t->pack, embed->rule);
	const struct state *host = embed->parent;
	const struct state *outer = host->parent && !(a->flags & PACK_ACTION_V2) ? host->parent : host;
	engine_emit(t, r->st->content, (size_t)h->start);
	move(r, h->start);
	if (h->stop == h->start)
		seen_add(&t->contexts, r->st);
	emit_match(t, outer->content, a->captures, h);
	r->st = host;
	move(r, h->stop);
	context_branch_close(r);
}

/* A TextMate grammar at work up to the end of `text`; `root` is its lowest frame. */
static void rules_run(struct context_run *r, struct engine_text text, const struct state *root)
{
	struct tokens *t = r->t;
	const struct state *st = r->pos == 0 ? engine_line(t, text, false, r->st)
					     : engine_scan(t, text, r->pos, -1, false, r->st);
	r->st = st->kind == STATE_RULE ? st : root;
	if (!t->stopped)
		engine_emit(t, r->st->content, text.s.n);
	r->pos = text.s.n;
	t->contexts.seen.n = 0;
}

/* The same, and what with_prototype has for it. False when the line is done. */
static bool rules_step(struct context_run *r, struct engine_text text, bool embedded)
{
	struct tokens *t = r->t;
	const struct state *root = r->st;
	struct engine_hit h;
	while (root->parent && root->parent->kind == STATE_RULE)
		root = root->parent;
	const struct state *host = root->parent;
	bool found = host && host->kind == STATE_CONTEXT && pack_context(t->pack, host->rule)->set &&
		context_find(r, host, text, &h);
	if (!found) {
		rules_run(r, text, root);
		return embedded;
	}
	if ((size_t)h.start > r->pos)
		rules_run(r, context_cut(t, CONTEXT_EMBEDS_MAX, text, (size_t)h.start), root);
	if (t->stopped)
		return false;
	if (pack_action(t->pack, pack_rule(t->pack, h.rule)->end)->pop)
		r->st = host;
	return match(r, &h, text.s.n);
}

bool context_step(struct context_run *r)
{
	struct tokens *t = r->t;
	const struct state *embed = NULL;
	struct engine_hit h, out;
	if (engine_spent(t))
		return false;
	struct engine_text text = r->st->embeds ? context_reach(r, &embed, &out) : r->text;
	if (embed && text.s.n == r->pos) {
		escape(r, embed, &out);
		t->groups.n = 0;
		return !t->stopped && r->pos < r->text.s.n;
	}
	bool more = true;
	if (r->st->kind == STATE_RULE) {
		more = rules_step(r, text, embed != NULL);
	} else if (r->st->kind == STATE_CONTEXT && context_find(r, r->st, text, &h)) {
		more = match(r, &h, text.s.n);
	} else {
		engine_emit(t, r->st->content, text.s.n);
		move(r, (int)text.s.n);
		more = embed != NULL;
	}
	t->groups.n = 0;
	return more && !t->stopped && r->pos < r->text.s.n;
}

const struct state *contexts_root(struct tokens *t, uint32_t context)
{
	const struct pack_context *c = pack_context(t->pack, context);
	uint32_t scope = scope_add(t, 0, c->scope);
	struct state st = { .kind = STATE_CONTEXT, .name = scope, .content = scope, .enter = -1, .anchor = -1 };
	st.parent = states_push(&t->states, &st);
	st.rule = context;
	st.name = scope_add(t, c->clear ? 0 : scope, c->meta);
	st.content = scope_add(t, st.name, c->content);
	return states_push(&t->states, &st);
}
