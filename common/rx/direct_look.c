#include "direct_build.h"

static void build_back(struct direct_build *b, const struct tree *t)
{
	struct tree_width w;
	if (!tree_find_width(t, &w)) {
		b->unfit = true;
		return;
	}
	if (w.most)
		direct_emit(b, DIRECT_BACK, w.least, w.most == TREE_WIDTH_NONE ? DIRECT_NO_MAX : w.most);
	direct_build(b, t, NULL);
	if (w.most != w.least)
		direct_emit(b, DIRECT_ARRIVED, 0, 0);
}

/* Alternatives that each take a number of characters of their own. */
static bool behind_splits(const struct tree *t)
{
	struct tree_width w;
	if (t->op != TREE_ALT)
		return false;
	for (const struct tree *k = t->kid; k; k = k->next)
		if (!tree_find_width(k, &w) || w.least != w.most)
			return false;
	return tree_find_width(t, &w) && w.least != w.most;
}

static void build_behind(struct direct_build *b, const struct tree *t)
{
	if (!behind_splits(t)) {
		build_back(b, t);
		return;
	}
	VEC(uint32_t) jumps = { 0 };
	for (const struct tree *k = t->kid; k && !b->unfit; k = k->next) {
		uint32_t split = k->next ? direct_emit(b, DIRECT_SPLIT, direct_here(b) + 1, 0) : 0;
		build_back(b, k);
		if (!k->next)
			break;
		VEC_PUSH(&jumps) = direct_emit(b, DIRECT_JUMP, 0, 0);
		if (!b->unfit)
			b->code.p[split].b = direct_here(b);
	}
	for (size_t i = 0; i < jumps.n && !b->unfit; i++)
		b->code.p[jumps.p[i]].a = direct_here(b);
	VEC_FREE(&jumps);
}

/*
 * A class with all letters: what several letters may stand for in it is there when one of them is,
 * and more than that looking around does not ask.
 */
static bool look_class(const struct tree *t)
{
	return t->op == TREE_CLASS && (t->ascii.w[1] & DIRECT_LETTERS) == DIRECT_LETTERS;
}

/* One character of a class, as most look for. */
static bool build_peek(struct direct_build *b, const struct tree *t, bool not, bool behind)
{
	const struct tree *k = t->kid;
	if (k->op != TREE_CLASS || (k->fold && !look_class(k)))
		return false;
	const uint32_t at = direct_emit(b, DIRECT_PEEK, 0, 0);
	(void)direct_take(b, at, k);
	b->code.p[at].flags |= (uint8_t)((not ? DIRECT_NONE : 0) | (behind ? DIRECT_BEFORE : 0));
	return true;
}

void direct_build_look(struct direct_build *b, const struct tree *t)
{
	const bool not = t->op == TREE_NOT_AHEAD || t->op == TREE_NOT_BEHIND;
	const bool behind = t->op == TREE_BEHIND || t->op == TREE_NOT_BEHIND;
	if (build_peek(b, t, not, behind))
		return;
	uint32_t mark = direct_emit(b, not ? DIRECT_NOT : DIRECT_MARK, 0, 0);
	if (behind)
		build_behind(b, t->kid);
	else
		direct_build(b, t->kid, NULL);
	direct_emit(b, not ? DIRECT_REFUTED : DIRECT_LOOKED, 0, 0);
	if (not && !b->unfit)
		b->code.p[mark].a = direct_here(b);
}
