#include "ember/base/size.h"
#include "ember/syntax/engine.h"

bool engine_has_end(const struct tokens *t, const struct pack_rule *r)
{
	const struct pack_regex *rx = pack_regex(t->pack, r->end);
	return !(rx->flags & PACK_REGEX_BACKREF) && pack_text(t->pack, rx->text).n;
}

static struct rule_finder *finder_make(struct tokens *t, const struct pack_rule *r, bool end)
{
	struct arena *a = &t->patterns.arena;
	struct rule_finder *rf = ARENA_NEW(a, struct rule_finder);
	const bool last = r->flags & PACK_RULE_END_LAST;
	uint32_t n, k = 0;
	const uint32_t *rules = pack_set(t->pack, r->set, &n);
	uint32_t *regexes = ARENA_ARRAY(a, uint32_t, n + 1);
	rf->rules = ARENA_ARRAY(a, uint32_t, n + 1);
	if (end && !last) {
		rf->rules[k] = RULE_FINDER_END;
		regexes[k++] = r->end;
	}
	for (uint32_t i = 0; i < n; i++) {
		rf->rules[k] = rules[i];
		regexes[k++] = pack_rule(t->pack, rules[i])->begin;
	}
	if (end && last) {
		rf->rules[k] = RULE_FINDER_END;
		regexes[k++] = r->end;
	}
	rf->finder = finder_new(&t->patterns, regexes, k);
	return rf;
}

/* Rules with the same children and the same end share a finder. */
static struct rule_finder *finder_share(struct tokens *t, uint32_t rule)
{
	const struct pack_rule *r = pack_rule(t->pack, rule);
	const bool end = r->kind == PACK_BEGIN_END && engine_has_end(t, r);
	const uint32_t key[] = { r->set, end ? r->end : 0, end && (r->flags & PACK_RULE_END_LAST) };
	struct str text = { (const char *)key, sizeof(key) };
	uint64_t known;
	if (map_get(&t->finder_ids, text, &known))
		return t->shared.p[known];
	struct rule_finder *rf = finder_make(t, r, end);
	VEC_PUSH(&t->shared) = rf;
	map_put(&t->finder_ids, arena_str(&t->patterns.arena, text), t->shared.n - 1);
	return rf;
}

struct rule_finder *engine_finder(struct tokens *t, uint32_t rule)
{
	if (rule >= t->nfinders)
		rule = 0;
	if (!t->finders[rule])
		t->finders[rule] = finder_share(t, rule);
	return t->finders[rule];
}
