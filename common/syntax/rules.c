#include <string.h>

#include "ember/base/size.h"
#include "ember/syntax/engine.h"

bool engine_has_end(const struct tokens *t, const struct pack_rule *r)
{
	const struct pack_regex *rx = pack_regex(t->pack, r->end);
	return !(rx->flags & PACK_REGEX_BACKREF) && rx->text;
}

/* Rules and their regexes in the order in which they are tried. */
struct finder_list {
	VEC(uint32_t) rules, regexes;
	VEC(uint32_t) owners; /* of injected ones: which injection */
};

/* There is room. */
static void list_add(struct finder_list *l, uint32_t rule, uint32_t regex)
{
	l->rules.p[l->rules.n++] = rule;
	l->regexes.p[l->regexes.n++] = regex;
}

static bool rule_ends(const struct tokens *t, const struct pack_rule *r)
{
	return r->kind == PACK_BEGIN_END && engine_has_end(t, r);
}

/* A rule's children, and its end pattern before or behind them. */
static void list_rule(struct finder_list *l, struct tokens *t, const struct pack_rule *r)
{
	const bool end = rule_ends(t, r), last = r->flags & PACK_RULE_END_LAST;
	uint32_t n;
	const uint32_t *rules = pack_set(t->pack, r->set, &n);
	VEC_RESERVE(&l->rules, n + 2);
	VEC_RESERVE(&l->regexes, n + 2);
	if (end && !last)
		list_add(l, RULE_FINDER_END, r->end);
	for (uint32_t i = 0; i < n; i++)
		list_add(l, rules[i], pack_rule(t->pack, rules[i])->begin);
	if (end && last)
		list_add(l, RULE_FINDER_END, r->end);
}

/* The finder of a list, by the name it is known by: its index in `shared`. The list is done with. */
static uint64_t finder_make(struct tokens *t, struct finder_list *l, struct str name)
{
	struct arena *a = &t->patterns.arena;
	const size_t bytes = l->rules.n * sizeof(uint32_t);
	struct rule_finder *rf = ARENA_NEW(a, struct rule_finder);
	rf->rules = ARENA_ARRAY(a, uint32_t, l->rules.n);
	if (bytes)
		memcpy(rf->rules, l->rules.p, bytes);
	if (l->owners.n) {
		rf->owners = ARENA_ARRAY(a, uint32_t, l->owners.n);
		memcpy(rf->owners, l->owners.p, l->owners.n * sizeof(*l->owners.p));
	}
	rf->finder = finder_new(&t->patterns, l->regexes.p, u32(l->regexes.n));
	VEC_PUSH(&t->shared) = rf;
	map_put(&t->finder_ids, arena_str(a, name), t->shared.n - 1);
	VEC_FREE(&l->rules);
	VEC_FREE(&l->regexes);
	VEC_FREE(&l->owners);
	return t->shared.n - 1;
}

/* Rules with the same children and the same end share a finder. */
static uint64_t finder_share(struct tokens *t, uint32_t rule)
{
	const struct pack_rule *r = pack_rule(t->pack, rule);
	const bool end = rule_ends(t, r);
	const uint32_t key[] = { r->set, end ? r->end : 0, end && (r->flags & PACK_RULE_END_LAST) };
	struct str name = { (const char *)key, sizeof(key) };
	uint64_t known;
	if (map_get(&t->finder_ids, name, &known))
		return known;
	struct finder_list l = { .rules = { 0 } };
	list_rule(&l, t, r);
	return finder_make(t, &l, name);
}

struct rule_finder *engine_finder_new(struct tokens *t, uint32_t rule)
{
	const uint64_t index = finder_share(t, rule);
	idmap_put(&t->by_rule, rule, u32(index + 1));
	return t->shared.p[index];
}

struct rule_finder *engine_injected(struct tokens *t, uint64_t mask)
{
	if (t->injected && t->injected_mask == mask)
		return t->injected;
	const uint32_t key[] = { t->language, (uint32_t)mask, (uint32_t)(mask >> 32), 0 };
	struct str name = { (const char *)key, sizeof(key) };
	uint64_t known;
	t->injected_mask = mask;
	if (map_get(&t->finder_ids, name, &known))
		return t->injected = t->shared.p[known];
	struct finder_list l = { .rules = { 0 } };
	for (uint32_t i = 0; i < t->inject.n && i < INJECT_MASKED; i++)
		if (mask >> i & 1) {
			list_rule(&l, t, pack_rule(t->pack, t->inject.list[i].rule));
			while (l.owners.n < l.rules.n)
				VEC_PUSH(&l.owners) = i;
		}
	known = finder_make(t, &l, name);
	return t->injected = t->shared.p[known];
}
