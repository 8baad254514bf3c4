#include "direct_build.h"

#include <string.h>

#include "ember/base/size.h"

#define COPIES_MAX 16u  /* of a repeat's body */
#define SWITCH_LEAST 4u /* alternatives that are worth a table */

/* ---------------------------------------------------------------- alternatives */

/* Equal lists of one table are one. */
static uint32_t build_list(struct direct_build *b, size_t first, size_t from)
{
	const size_t n = b->lists.n - from;
	for (size_t at = first; at + n <= from; at++) {
		if (memcmp(b->lists.p + at, b->lists.p + from, n * sizeof(*b->lists.p)) == 0) {
			b->lists.n = from;
			return u32(at);
		}
	}
	return u32(from);
}

static void build_table(struct direct_build *b, const struct tree *t, const uint16_t *places)
{
	struct direct_table table;
	const size_t first = b->lists.n;
	for (unsigned col = 0; col < COLS_N; col++) {
		const size_t from = b->lists.n;
		size_t i = 0;
		for (const struct tree *k = t->kid; k; k = k->next, i++) {
			struct tree_edge e = tree_first(k);
			struct cols may = e.empty ? cols_or(e.cols, e.cond) : e.cols;
			if (cols_has(may, col))
				VEC_PUSH(&b->lists) = places[i];
		}
		VEC_PUSH(&b->lists) = 0;
		table.list[col] = (uint16_t)build_list(b, first, from);
	}
	if (b->lists.n > UINT16_MAX)
		b->unfit = true;
	VEC_PUSH(&b->tables) = table;
}

static void build_switch(struct direct_build *b, const struct tree *t, size_t n, const struct cols *after)
{
	struct arena a = { 0 };
	uint16_t *places = ARENA_ARRAY(&a, uint16_t, n);
	uint32_t *jumps = ARENA_ARRAY(&a, uint32_t, n);
	const uint32_t at = direct_emit(b, DIRECT_SWITCH, 0, 0);
	size_t i = 0;
	for (const struct tree *k = t->kid; k && !b->unfit; k = k->next, i++) {
		places[i] = direct_here(b);
		direct_build(b, k, after);
		jumps[i] = direct_emit(b, DIRECT_JUMP, 0, 0);
	}
	if (!b->unfit) {
		while (i--)
			b->code.p[jumps[i]].a = direct_here(b);
		b->code.p[at].a = (uint16_t)b->tables.n;
		build_table(b, t, places);
	}
	arena_fini(&a);
}

void direct_build_alt(struct direct_build *b, const struct tree *t, const struct cols *after)
{
	uint32_t jumps[SWITCH_LEAST];
	size_t n = 0;
	for (const struct tree *k = t->kid; k; k = k->next)
		n++;
	if (n >= SWITCH_LEAST) {
		build_switch(b, t, n, after);
		return;
	}
	n = 0;
	for (const struct tree *k = t->kid; k && !b->unfit; k = k->next) {
		uint32_t split = 0;
		if (k->next) {
			split = direct_emit(b, DIRECT_SPLIT, direct_here(b) + 1, 0);
			direct_guard(b, split, k);
		}
		direct_build(b, k, after);
		if (k->next) {
			jumps[n++] = direct_emit(b, DIRECT_JUMP, 0, 0);
			if (!b->unfit)
				b->code.p[split].b = direct_here(b);
		}
	}
	while (n-- && !b->unfit)
		b->code.p[jumps[n]].a = direct_here(b);
}

/* ---------------------------------------------------------------- repeats */

/* A class, any number of times. */
static void build_loop(struct direct_build *b, const struct tree *t, const struct cols *after)
{
	const struct tree *k = t->kid;
	const uint32_t at = direct_emit(b, DIRECT_LOOP, t->min, t->max);
	const bool whole = direct_take(b, at, k);
	if (t->taste == TREE_POSSESSIVE || (after && cols_empty(cols_and(*after, tree_cols(k)))))
		b->code.p[at].flags |= DIRECT_KEEP;
	/* Without end, what letters stand for is taken letter by letter where they belong to the class. */
	if (!whole &&
		!(t->max == TREE_NO_MAX && t->min < 2 && (k->ascii.w[1] & DIRECT_LETTERS) == DIRECT_LETTERS))
		b->code.p[at].flags |= DIRECT_FOLD;
}

static void build_copies(struct direct_build *b, const struct tree *t, unsigned n)
{
	while (n-- && !b->unfit)
		direct_build(b, t->kid, NULL);
}

/* May the tree take no text? */
static bool takes_none(const struct direct_build *b, const struct tree *t, unsigned depth)
{
	switch ((enum tree_op)t->op) {
	case TREE_CLASS:
	case TREE_DEAD:
		return false;
	case TREE_SEQ:
	case TREE_GROUP:
	case TREE_ATOMIC:
		for (const struct tree *k = t->kid; k; k = k->next)
			if (!takes_none(b, k, depth))
				return false;
		return true;
	case TREE_ALT:
		for (const struct tree *k = t->kid; k; k = k->next)
			if (takes_none(b, k, depth))
				return true;
		return false;
	case TREE_REPEAT:
		return !t->min || takes_none(b, t->kid, depth);
	case TREE_CALL:
	case TREE_BACK:
		return depth > 4 || t->min >= DIRECT_CALLED_MAX || !b->all[t->min] ||
			takes_none(b, b->all[t->min], depth + 1);
	default:
		return true;
	}
}

/* Go on at `begin`, which stands for one more turn, or behind the loop. */
static void build_again(struct direct_build *b, const struct tree *t, uint32_t split, uint16_t begin)
{
	struct direct_ins *in = &b->code.p[split];
	const bool lazy = t->taste == TREE_LAZY;
	in->a = lazy ? direct_here(b) : begin;
	in->b = lazy ? begin : direct_here(b);
	if (!lazy)
		direct_guard(b, split, t->kid);
}

/* What may be of a class, or else one of those that begin otherwise: (?:[a-z]|\\.)*. NULL: it is not so. */
static const struct tree *star_class(const struct direct_build *b, const struct tree *t)
{
	const struct tree *cls = t->kid->kid;
	if (t->kid->op != TREE_ALT || t->taste == TREE_LAZY || t->min > 1)
		return NULL;
	while (cls && cls->op != TREE_CLASS)
		cls = cls->next;
	if (!cls || !cls->exact || cls->fold)
		return NULL;
	for (const struct tree *k = t->kid->kid; k; k = k->next) {
		const struct tree_edge e = tree_first(k);
		if (k != cls && (e.empty || takes_none(b, k, 0) || !cols_empty(cols_and(e.cols, tree_cols(cls)))))
			return NULL;
	}
	return cls;
}

/* An alternative of all but one of them. */
static struct tree *alt_without(struct arena *a, const struct tree *alt, const struct tree *out)
{
	struct tree *made = ARENA_NEW(a, struct tree);
	made->op = TREE_ALT;
	for (const struct tree *k = alt->kid; k; k = k->next) {
		if (k == out)
			continue;
		struct tree *one = ARENA_NEW(a, struct tree);
		*one = *k;
		one->next = NULL;
		one->prev = made->last;
		if (made->last)
			made->last->next = one;
		else
			made->kid = one;
		made->last = one;
		made->first.cols = cols_or(made->first.cols, one->first.cols);
	}
	return made;
}

/* Such a body: the class as often as it goes, then one of the others, and so on. */
static void build_star(struct direct_build *b, const struct tree *t, const struct tree *cls)
{
	struct arena a = { 0 };
	const struct tree *others = alt_without(&a, t->kid, cls);
	if (t->min)
		direct_build(b, t->kid, NULL);
	const uint32_t loop = direct_emit(b, DIRECT_LOOP, 0, DIRECT_NO_MAX);
	direct_take(b, loop, cls);
	if (t->taste == TREE_POSSESSIVE)
		b->code.p[loop].flags |= DIRECT_KEEP;
	if (others->kid) {
		const uint32_t split = direct_emit(b, DIRECT_SPLIT, direct_here(b) + 1u, 0);
		direct_guard(b, split, others);
		direct_build(b, others, NULL);
		direct_emit(b, DIRECT_JUMP, loop, 0);
		if (!b->unfit)
			b->code.p[split].b = direct_here(b);
	}
	arena_fini(&a);
}

/*
 * The body again and again, until it fails (or, lazy, until what follows does not). A turn that took
 * no text is the last one; where groups are referred to, what counts as nothing is Oniguruma's to say.
 */
static void build_endless(struct direct_build *b, const struct tree *t)
{
	const struct tree *body = t->kid;
	const bool none = takes_none(b, body, 0);
	if (none && (t->min > 1 || (b->back && tree_holds(body, TREE_GROUP)))) {
		b->unfit = true;
		return;
	}
	uint32_t pass = t->min ? 0 : direct_emit(b, DIRECT_SPLIT, 0, 0), turned = 0;
	const uint16_t begin = direct_here(b);
	if (none)
		direct_emit(b, DIRECT_TURN, begin, 0);
	direct_build(b, body, NULL);
	if (none)
		turned = direct_emit(b, DIRECT_TURNED, begin, 0);
	uint32_t again = direct_emit(b, DIRECT_SPLIT, 0, 0);
	if (b->unfit)
		return;
	build_again(b, t, again, begin);
	if (!t->min)
		build_again(b, t, pass, begin);
	if (none)
		b->code.p[turned].b = direct_here(b);
}

/* The body up to n times more. */
static void build_optional(struct direct_build *b, const struct tree *t, unsigned n)
{
	const bool lazy = t->taste == TREE_LAZY;
	uint32_t splits[COPIES_MAX];
	if ((n > 1 || t->min > 1) && takes_none(b, t->kid, 0))
		b->unfit = true;
	for (unsigned i = 0; i < n && !b->unfit; i++) {
		splits[i] = direct_emit(b, DIRECT_SPLIT, 0, 0);
		direct_build(b, t->kid, NULL);
	}
	for (unsigned i = 0; i < n && !b->unfit; i++) {
		struct direct_ins *in = &b->code.p[splits[i]];
		const uint16_t body = (uint16_t)(splits[i] + 1);
		in->a = lazy ? direct_here(b) : body;
		in->b = lazy ? body : direct_here(b);
		if (!lazy)
			direct_guard(b, splits[i], t->kid);
	}
}

void direct_build_repeat(struct direct_build *b, const struct tree *t, const struct cols *after)
{
	const struct tree *k = t->kid;
	const bool endless = t->max == TREE_NO_MAX, atomic = t->taste == TREE_POSSESSIVE;
	if (!t->max)
		return;
	if (k->op == TREE_CLASS && t->taste != TREE_LAZY) {
		build_loop(b, t, after);
		return;
	}
	if (t->min > COPIES_MAX || (!endless && (unsigned)t->max - t->min > COPIES_MAX)) {
		b->unfit = true;
		return;
	}
	if (atomic)
		direct_emit(b, DIRECT_MARK, 0, 0);
	const struct tree *cls = endless ? star_class(b, t) : NULL;
	if (!cls)
		build_copies(b, t, endless && t->min ? t->min - 1u : t->min); /* the loop begins with one */
	if (cls)
		build_star(b, t, cls);
	else if (endless)
		build_endless(b, t);
	else
		build_optional(b, t, (unsigned)t->max - t->min);
	if (atomic)
		direct_emit(b, DIRECT_CUT, 0, 0);
}

