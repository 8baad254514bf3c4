#include "ember/compile/rules.h"

#include <string.h>

#include "ember/base/size.h"

/*
 * Partition refinement: rules start in one class if they come from the same text, and are parted
 * as long as two of a class reach different classes. Signatures are 64-bit hashes.
 */
struct table {
	uint64_t *key; /* 0 = free */
	uint32_t *value;
	size_t cap;
};

enum { ROUNDS_MAX = 500 };

#define SEED 0x243f6a8885a308d3u

static uint64_t mix(uint64_t h, uint64_t v)
{
	h = (h ^ v) * 0x9e3779b97f4a7c15u;
	return h ^ (h >> 29);
}

static uint32_t class_of(struct table *t, uint64_t key, uint32_t *classes)
{
	key |= 1;
	size_t i = (size_t)(key >> 20) & (t->cap - 1);
	while (t->key[i] && t->key[i] != key)
		i = (i + 1) & (t->cap - 1);
	if (!t->key[i]) {
		t->key[i] = key;
		t->value[i] = ++*classes;
	}
	return t->value[i];
}

static uint64_t mix_captures(uint64_t h, const struct rule_capture *list, uint32_t n, const uint32_t *class)
{
	for (uint32_t i = 0; i < n; i++)
		h = mix(h, list[i].rule ? class[list[i].rule] : 0);
	return mix(h, n);
}

static uint64_t signature(const struct rule *rule, uint32_t own, const uint32_t *class)
{
	uint64_t h = mix(mix(SEED, own), rule->n_children);
	for (uint32_t i = 0; i < rule->n_children; i++)
		h = mix(h, class[rule->children[i]]);
	h = mix_captures(h, rule->captures, rule->n_captures, class);
	return mix_captures(h, rule->end_captures, rule->n_end_captures, class);
}

/* The text that a rule comes from. */
static uint64_t origin(const struct rule *rule)
{
	return rule->raw ? mix(mix(SEED, rule->grammar), rule->raw->id) : mix(mix(SEED, UINT64_MAX), rule->foreign);
}

/* What has to be told apart takes too many rounds: no grammar that people wrote, so nothing is lost. */
static void alone(struct rules *r)
{
	for (size_t i = 1; i < r->all.n; i++)
		r->all.p[i].canon = u32(i);
}

void rules_merge(struct rules *r)
{
	size_t n = r->all.n;
	uint32_t *class = ARENA_ARRAY(r->a, uint32_t, n), *next = ARENA_ARRAY(r->a, uint32_t, n);
	uint32_t before = 0, now = 0;
	struct table t = { .cap = 16 };
	while (t.cap < 2 * n)
		t.cap *= 2;
	t.key = ARENA_ARRAY(r->a, uint64_t, t.cap);
	t.value = ARENA_ARRAY(r->a, uint32_t, t.cap);
	for (size_t i = 1; i < n; i++)
		class[i] = class_of(&t, origin(&r->all.p[i]), &now);
	for (unsigned round = 0; now != before; round++) {
		if (round == ROUNDS_MAX) {
			alone(r);
			return;
		}
		before = now;
		now = 0;
		memset(t.key, 0, t.cap * sizeof(*t.key));
		for (size_t i = 1; i < n; i++)
			next[i] = class_of(&t, signature(&r->all.p[i], class[i], class), &now);
		uint32_t *spare = class;
		class = next;
		next = spare;
	}
	memset(next, 0, n * sizeof(*next)); /* from here on: the first rule of a class */
	for (size_t i = 1; i < n; i++) {
		if (!next[class[i]])
			next[class[i]] = u32(i);
		r->all.p[i].canon = next[class[i]];
	}
}
