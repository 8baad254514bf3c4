#include "context_own.h"

/* The enclosing scopes without the n innermost. */
static uint32_t scope_cut(const struct tokens *t, uint32_t scope, uint32_t n)
{
	while (n-- && scope)
		scope = scopes_parent(t->scopes, scope);
	return scope;
}

static uint32_t scope_add(struct tokens *t, uint32_t scope, uint32_t template)
{
	return engine_name(t, scope, template, (struct engine_text){ 0 }, &(struct engine_hit){ 0 });
}

static uint32_t scope_meta(struct tokens *t, uint32_t scope, const struct pack_context *c)
{
	return scope_add(t, scope_cut(t, scope, c->clear), c->meta);
}

/* The root rule of the language that a context stands for; 0 when it has none. */
static const struct pack_language *context_language(struct tokens *t, uint32_t context)
{
	struct contexts *c = &t->contexts;
	struct language l;
	while (c->language_roots.n <= context)
		VEC_PUSH(&c->language_roots) = 0;
	uint32_t *known = &c->language_roots.p[context];
	if (!*known) {
		struct str name = pack_text(t->pack, pack_context(t->pack, context)->language);
		*known = 1 + (registry_find(t->reg, name, &l) ? l.id : 0);
	}
	return pack_language(t->pack, *known - 1);
}

/* End patterns of the context, filled from the match that pushes it; 0 when it has none. */
static uint32_t context_fills(struct context_run *r, const struct pack_context *c, const struct engine_hit *h)
{
	struct tokens *t = r->t;
	struct contexts *k = &t->contexts;
	uint32_t n;
	bool added;
	const uint32_t *rules = pack_set(t->pack, c->set, &n);
	if (!(c->flags & PACK_CONTEXT_BACKREF))
		return 0;
	k->ends.n = 0;
	for (uint32_t i = 0; i < n; i++) {
		uint32_t regex = pack_rule(t->pack, rules[i])->begin;
		if (pack_regex(t->pack, regex)->flags & PACK_REGEX_BACKREF)
			VEC_PUSH(&k->ends) = engine_end_text(t, regex, r->text, h);
	}
	struct str key = { (const char *)k->ends.p, k->ends.n * sizeof(*k->ends.p) };
	uint64_t *at, known;
	if (map_get(&k->fill_ids, key, &known))
		return (uint32_t)known;
	uint32_t *ends = arena_alloc(&k->fill_arena, key.n);
	if (key.n)
		memcpy(ends, key.p, key.n);
	at = map_at(&k->fill_ids, (struct str){ (const char *)ends, key.n }, &added);
	VEC_PUSH(&k->fills) = (struct context_fill){ ends, u32(k->ends.n) };
	*at = k->fills.n;
	return u32(k->fills.n);
}

static struct state *frame(struct context_run *r, const struct state *below, uint8_t kind, uint32_t rule)
{
	struct state st = { .parent = below, .rule = rule, .kind = kind, .enter = -1, .anchor = -1 };
	st.name = st.content = below->content;
	return states_push(&r->t->states, &st);
}

static const struct state *push_one(struct context_run *r, const struct state *below, uint32_t context,
	bool bare, const struct engine_hit *h)
{
	struct tokens *t = r->t;
	const struct pack_context *c = pack_context(t->pack, context);
	if (c->language) {
		const struct pack_language *l = context_language(t, context);
		if (l->root) {
			if (c->set) /* with_prototype: looked for while the grammar is at work */
				below = frame(r, below, STATE_CONTEXT, context);
			struct state *st = frame(r, below, STATE_RULE, l->root);
			if (!bare)
				st->name = st->content = scope_add(t, below->content, pack_rule(t->pack, l->root)->name);
			return st;
		}
		context = l->context;
		c = pack_context(t->pack, context);
	}
	struct state *st = frame(r, below, STATE_CONTEXT, context);
	st->name = scope_meta(t, below->content, c);
	st->content = bare ? st->name : scope_add(t, st->name, c->scope);
	st->content = scope_add(t, st->content, c->content);
	st->end = context_fills(r, c, h);
	return st;
}

/* The frame below what is embedded. */
static const struct state *push_embed(struct context_run *r, const struct state *below, uint32_t action,
	const struct engine_hit *h)
{
	struct tokens *t = r->t;
	const struct pack_action *a = pack_action(t->pack, action);
	struct state *st = frame(r, below, STATE_EMBED, action);
	st->content = scope_add(t, below->content, a->scope);
	if (pack_regex(t->pack, a->escape)->flags & PACK_REGEX_BACKREF)
		st->end = engine_end_text(t, a->escape, r->text, h);
	return st;
}

const struct state *context_push(struct context_run *r, const struct state *below,
	const struct pack_action *a, const uint32_t *contexts, uint32_t n, const struct engine_hit *h)
{
	struct tokens *t = r->t;
	bool bare = false;
	if (below->depth + n + 1 > STATE_DEPTH_MAX) {
		t->stopped = true;
		return below;
	}
	if (a->kind == PACK_DO_EMBED) {
		bare = (a->flags & PACK_ACTION_V2) && a->scope;
		below = push_embed(r, below, pack_rule(t->pack, h->rule)->end, h);
	}
	for (uint32_t i = 0; i < n; i++)
		below = push_one(r, below, contexts[i], bare, h);
	return below;
}

const struct state *context_below(const struct state *st, uint32_t n, bool all)
{
	for (; n && st->parent && (all || st->parent->parent); n--)
		st = st->parent;
	return st;
}

/* Scopes of text that pops down to `below`: without what the popped frames' contents add. */
static uint32_t popped_scope(struct tokens *t, const struct state *st, const struct state *below)
{
	uint32_t chain[16], n = 0;
	if (st == below)
		return st->content;
	for (; st->parent && st->parent != below && n < COUNTOF(chain); st = st->parent)
		chain[n++] = st->kind == STATE_CONTEXT ? st->rule : 0;
	uint32_t scope = st->name;
	while (n)
		scope = scope_meta(t, scope, pack_context(t->pack, chain[--n]));
	return scope;
}

uint32_t context_match_scope(struct context_run *r, const struct state *below,
	const struct pack_action *a, const uint32_t *contexts, uint32_t n)
{
	struct tokens *t = r->t;
	const bool v2 = a->flags & PACK_ACTION_V2, set = a->flags & PACK_ACTION_SET;
	uint32_t scope;
	if (a->kind == PACK_DO_EMBED)
		scope = below->content;
	else if (set && !v2)
		scope = r->st->content;
	else
		scope = popped_scope(t, r->st, below);
	for (uint32_t i = 0; i < n && !v2 && !set; i++)
		scope = scope_cut(t, scope, pack_context(t->pack, contexts[i])->clear);
	for (uint32_t i = 0; i < n; i++) {
		const struct pack_context *c = pack_context(t->pack, contexts[i]);
		scope = v2 ? scope_meta(t, scope, c) : scope_add(t, scope, c->meta);
	}
	return scope;
}
