#include "ember/syntax/state.h"

#include "ember/base/mem.h"

void states_reset(struct states *s)
{
	arena_fini(&s->keep);
	arena_rewind(&s->line, (struct arena_mark){ 0 });
	s->list.n = 0;
	slots_clear(&s->slots);
}

void states_fini(struct states *s)
{
	arena_fini(&s->keep);
	arena_fini(&s->line);
	VEC_FREE(&s->list);
	VEC_FREE(&s->todo);
	slots_fini(&s->slots);
	*s = (struct states){ 0 };
}

struct state *states_push(struct states *s, const struct state *from)
{
	struct state *st = arena_alloc(&s->line, sizeof(*st));
	*st = *from;
	st->id = 0;
	st->depth = from->parent ? from->parent->depth + 1 : 0;
	st->whiles = st->is_while ? st : from->parent ? from->parent->whiles : NULL;
	st->embeds = st->kind == STATE_EMBED ? st : from->parent ? from->parent->embeds : NULL;
	return st;
}

static bool state_same(const struct state *a, const struct state *b)
{
	return a->parent == b->parent && a->rule == b->rule && a->end == b->end &&
		a->name == b->name && a->content == b->content && a->eol == b->eol &&
		a->kind == b->kind;
}

/* Over what state_same compares; the parent is interned already. */
static uint32_t *states_slot(const struct states *s, const struct state *st)
{
	uint64_t h = st->parent ? st->parent->id : 0;
	const uint32_t words[] = { st->rule, st->end, st->name, st->content, st->eol,
		st->kind };
	for (size_t i = 0; i < COUNTOF(words); i++)
		h = (h ^ words[i]) * 0x9e3779b97f4a7c15u;
	uint32_t i = slots_first(&s->slots, h);
	while (s->slots.p[i] && !state_same(s->list.p[s->slots.p[i] - 1], st))
		i = slots_next(&s->slots, i);
	return &s->slots.p[i];
}

static const struct state *states_intern(
	struct states *s, const struct state *st, const struct state *parent)
{
	struct state key = *st;
	key.parent = parent;
	if (slots_room(&s->slots, s->list.n, 256))
		for (size_t i = 0; i < s->list.n; i++)
			*states_slot(s, s->list.p[i]) = u32(i + 1);
	uint32_t *slot = states_slot(s, &key);
	if (*slot)
		return s->list.p[*slot - 1];

	struct state *kept = arena_alloc(&s->keep, sizeof(*kept));
	*kept = key;
	kept->enter = kept->anchor = -1;
	kept->whiles = kept->is_while ? kept : parent ? parent->whiles : NULL;
	kept->embeds = kept->kind == STATE_EMBED ? kept : parent ? parent->embeds : NULL;
	VEC_PUSH(&s->list) = kept;
	kept->id = u32(s->list.n);
	*slot = kept->id;
	return kept;
}

const struct state *states_fix(struct states *s, const struct state *top)
{
	s->todo.n = 0;
	for (; top && !top->id; top = top->parent)
		VEC_PUSH(&s->todo) = top;
	while (s->todo.n)
		top = states_intern(s, s->todo.p[--s->todo.n], top);
	return top;
}

const struct state *states_keep(struct states *s, const struct state *top)
{
	top = states_fix(s, top);
	arena_rewind(&s->line, (struct arena_mark){ 0 });
	return top;
}

const struct state *states_at(const struct states *s, uint32_t id)
{
	return id - 1 < s->list.n ? s->list.p[id - 1] : NULL;
}
