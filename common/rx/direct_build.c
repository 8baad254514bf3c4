#include <stdlib.h>
#include <string.h>

#include "direct_own.h"
#include "ember/base/panic.h"
#include "ember/base/size.h"

#define CODE_MAX 30000u /* instructions; larger patterns are Oniguruma's */
#define COPIES_MAX 16u  /* of a repeat's body */
#define SWITCH_LEAST 4u /* alternatives that are worth a table */

#define CALLED_MAX 200u /* groups of a pattern with calls */
#define LETTERS UINT64_C(0x07fffffe07fffffe)

struct build {
	struct direct *d;
	bool unfit;
	bool back;               /* has references to what groups took */
	bool calls;              /* has calls: each group is built once and called */
	const struct tree *all[CALLED_MAX]; /* groups, as far as there is room */
	bool met[CALLED_MAX];    /* what was built calls it */
	uint32_t place[CALLED_MAX]; /* of its code, 0 = not built yet */
};

static void build_tree(struct build *b, const struct tree *t, const struct cols *after);

static uint32_t emit(struct build *b, enum direct_op op, uint32_t a, uint32_t c)
{
	struct direct *d = b->d;
	if (d->code.n >= CODE_MAX)
		b->unfit = true;
	else
		VEC_PUSH(&d->code) = (struct direct_ins){ .op = (uint8_t)op, .a = a, .b = c };
	return u32(d->code.n - 1);
}

static uint32_t here(const struct build *b)
{
	return u32(b->d->code.n);
}

static uint16_t build_set(struct build *b, const struct tree *t)
{
	struct direct *d = b->d;
	struct direct_set s = { t->ascii, t->high, t->high_all };
	size_t i = 0;
	if (!t->exact || d->sets.n >= UINT16_MAX) {
		b->unfit = true;
		return 0;
	}
	while (i < d->sets.n &&
		!(cols_same(d->sets.p[i].ascii, s.ascii) && d->sets.p[i].high == s.high &&
			d->sets.p[i].high_all == s.high_all))
		i++;
	if (i == d->sets.n)
		VEC_PUSH(&d->sets) = s;
	return (uint16_t)i;
}

/* The number of a guard; 0 when what follows may be anything. */
static uint16_t build_guard(struct build *b, const struct tree *t)
{
	struct direct *d = b->d;
	struct tree_edge e = tree_first(t);
	size_t i = 0;
	if (e.empty)
		return 0;
	while (i < d->guards.n && !cols_same(d->guards.p[i], e.cols))
		i++;
	if (i == UINT16_MAX - 1)
		return 0;
	if (i == d->guards.n)
		VEC_PUSH(&d->guards) = e.cols;
	return (uint16_t)(i + 1);
}

/* The byte that a class is, or -1. */
static int class_byte(const struct tree *t)
{
	if (t->op != TREE_CLASS || t->high || !t->exact ||
		__builtin_popcountll(t->ascii.w[0]) + __builtin_popcountll(t->ascii.w[1]) != 1)
		return -1;
	return t->ascii.w[0] ? __builtin_ctzll(t->ascii.w[0]) : 64 + __builtin_ctzll(t->ascii.w[1]);
}

static void build_class(struct build *b, const struct tree *t)
{
	uint16_t set = build_set(b, t);
	uint32_t at = emit(b, DIRECT_SET, 0, 0);
	if (b->unfit)
		return;
	b->d->code.p[at].set = set;
	b->d->code.p[at].fold = t->fold == TREE_FOLD_CLASS;
}

/* As many single bytes as follow one another. Returns the last piece taken. */
static const struct tree *build_text(struct build *b, const struct tree *t)
{
	struct direct *d = b->d;
	const uint32_t from = u32(d->texts.n);
	const struct tree *last = t;
	for (int c; t && (c = class_byte(t)) >= 0; t = t->next) {
		VEC_PUSH(&d->texts) = (char)c;
		last = t;
	}
	emit(b, DIRECT_TEXT, from, u32(d->texts.n) - from);
	return last;
}

static void build_seq(struct build *b, const struct tree *t, const struct cols *after)
{
	for (const struct tree *k = t->kid; k && !b->unfit; k = k->next) {
		if (class_byte(k) >= 0) {
			k = build_text(b, k);
			continue;
		}
		struct tree_edge e = { .empty = true };
		if (k->next)
			e = tree_first(k->next);
		build_tree(b, k, k->next ? (e.empty ? NULL : &e.cols) : after);
	}
}

/* ---------------------------------------------------------------- alternatives */

static void build_table(struct build *b, const struct tree *t, const uint32_t *places)
{
	struct direct *d = b->d;
	struct direct_table table;
	for (unsigned col = 0; col < COLS_N; col++) {
		size_t i = 0;
		table.list[col] = u32(d->lists.n);
		for (const struct tree *k = t->kid; k; k = k->next, i++) {
			struct tree_edge e = tree_first(k);
			struct cols may = e.empty ? cols_or(e.cols, e.cond) : e.cols;
			if (cols_has(may, col))
				VEC_PUSH(&d->lists) = places[i];
		}
		VEC_PUSH(&d->lists) = 0;
	}
	VEC_PUSH(&d->tables) = table;
}

static void build_switch(struct build *b, const struct tree *t, size_t n, const struct cols *after)
{
	struct direct *d = b->d;
	struct arena a = { 0 };
	uint32_t *places = ARENA_ARRAY(&a, uint32_t, n), *jumps = ARENA_ARRAY(&a, uint32_t, n);
	const uint32_t at = emit(b, DIRECT_SWITCH, 0, 0);
	size_t i = 0;
	for (const struct tree *k = t->kid; k && !b->unfit; k = k->next, i++) {
		places[i] = here(b);
		build_tree(b, k, after);
		jumps[i] = emit(b, DIRECT_JUMP, 0, 0);
	}
	if (!b->unfit) {
		while (i--)
			d->code.p[jumps[i]].a = here(b);
		d->code.p[at].a = u32(d->tables.n);
		build_table(b, t, places);
	}
	arena_fini(&a);
}

static void build_alt(struct build *b, const struct tree *t, const struct cols *after)
{
	struct direct *d = b->d;
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
			split = emit(b, DIRECT_SPLIT, here(b) + 1, 0);
			if (!b->unfit)
				d->code.p[split].guard = build_guard(b, k);
		}
		build_tree(b, k, after);
		if (k->next) {
			jumps[n++] = emit(b, DIRECT_JUMP, 0, 0);
			if (!b->unfit)
				d->code.p[split].b = here(b);
		}
	}
	while (n-- && !b->unfit)
		d->code.p[jumps[n]].a = here(b);
}

/* ---------------------------------------------------------------- repeats */

/* A class, any number of times. */
static void build_loop(struct build *b, const struct tree *t, const struct cols *after)
{
	const struct tree *k = t->kid;
	uint16_t set = build_set(b, k);
	uint32_t max = t->max == TREE_NO_MAX ? UINT32_MAX : t->max;
	uint32_t at = emit(b, DIRECT_LOOP, t->min, max);
	if (b->unfit)
		return;
	b->d->code.p[at].set = set;
	b->d->code.p[at].guard = t->taste == TREE_POSSESSIVE ||
		(after && cols_empty(cols_and(*after, tree_cols(k))));
	/* Without end, what letters stand for is taken letter by letter where they belong to the class. */
	b->d->code.p[at].fold = k->fold == TREE_FOLD_CLASS &&
		!(t->max == TREE_NO_MAX && t->min < 2 && (k->ascii.w[1] & LETTERS) == LETTERS);
}

static void build_copies(struct build *b, const struct tree *t, unsigned n)
{
	while (n-- && !b->unfit)
		build_tree(b, t->kid, NULL);
}

/* May the tree take no text? */
static bool takes_none(const struct build *b, const struct tree *t, unsigned depth)
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
		return depth > 4 || t->min >= CALLED_MAX || !b->all[t->min] ||
			takes_none(b, b->all[t->min], depth + 1);
	default:
		return true;
	}
}

/* Go on at `begin`, which stands for one more turn, or behind the loop. */
static void build_again(struct build *b, const struct tree *t, uint32_t split, uint32_t begin)
{
	struct direct_ins *in = &b->d->code.p[split];
	const bool lazy = t->taste == TREE_LAZY;
	in->a = lazy ? here(b) : begin;
	in->b = lazy ? begin : here(b);
	in->guard = lazy ? 0 : build_guard(b, t->kid);
}

/*
 * The body again and again, until it fails (or, lazy, until what follows does not). A turn that took
 * no text is the last one; where groups are referred to, what counts as nothing is Oniguruma's to say.
 */
static void build_endless(struct build *b, const struct tree *t)
{
	struct direct *d = b->d;
	const struct tree *body = t->kid;
	const bool none = takes_none(b, body, 0);
	if (none && (t->min > 1 || (b->back && tree_holds(body, TREE_GROUP)))) {
		b->unfit = true;
		return;
	}
	uint32_t pass = t->min ? 0 : emit(b, DIRECT_SPLIT, 0, 0), turned = 0;
	const uint32_t begin = here(b);
	if (none)
		emit(b, DIRECT_TURN, begin, 0);
	build_tree(b, body, NULL);
	if (none)
		turned = emit(b, DIRECT_TURNED, begin, 0);
	uint32_t again = emit(b, DIRECT_SPLIT, 0, 0);
	if (b->unfit)
		return;
	build_again(b, t, again, begin);
	if (!t->min)
		build_again(b, t, pass, begin);
	if (none)
		d->code.p[turned].b = here(b);
}

/* The body up to n times more. */
static void build_optional(struct build *b, const struct tree *t, unsigned n)
{
	struct direct *d = b->d;
	const bool lazy = t->taste == TREE_LAZY;
	uint32_t splits[COPIES_MAX];
	if ((n > 1 || t->min > 1) && takes_none(b, t->kid, 0))
		b->unfit = true;
	for (unsigned i = 0; i < n && !b->unfit; i++) {
		splits[i] = emit(b, DIRECT_SPLIT, 0, 0);
		build_tree(b, t->kid, NULL);
	}
	for (unsigned i = 0; i < n && !b->unfit; i++) {
		struct direct_ins *in = &d->code.p[splits[i]];
		in->a = lazy ? here(b) : splits[i] + 1;
		in->b = lazy ? splits[i] + 1 : here(b);
		in->guard = lazy ? 0 : build_guard(b, t->kid);
	}
}

static void build_repeat(struct build *b, const struct tree *t, const struct cols *after)
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
		emit(b, DIRECT_MARK, 0, 0);
	build_copies(b, t, endless && t->min ? t->min - 1u : t->min); /* the loop begins with one */
	if (endless)
		build_endless(b, t);
	else
		build_optional(b, t, (unsigned)t->max - t->min);
	if (atomic)
		emit(b, DIRECT_CUT, 0, 0);
}

/* ---------------------------------------------------------------- looking around */

static void build_back(struct build *b, const struct tree *t)
{
	struct tree_width w;
	if (!tree_find_width(t, &w)) {
		b->unfit = true;
		return;
	}
	if (w.most)
		emit(b, DIRECT_BACK, w.least, w.most);
	build_tree(b, t, NULL);
	if (w.most != w.least)
		emit(b, DIRECT_ARRIVED, 0, 0);
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

static void build_behind(struct build *b, const struct tree *t)
{
	struct direct *d = b->d;
	if (!behind_splits(t)) {
		build_back(b, t);
		return;
	}
	VEC(uint32_t) jumps = { 0 };
	for (const struct tree *k = t->kid; k && !b->unfit; k = k->next) {
		uint32_t split = k->next ? emit(b, DIRECT_SPLIT, here(b) + 1, 0) : 0;
		build_back(b, k);
		if (!k->next)
			break;
		VEC_PUSH(&jumps) = emit(b, DIRECT_JUMP, 0, 0);
		if (!b->unfit)
			d->code.p[split].b = here(b);
	}
	for (size_t i = 0; i < jumps.n && !b->unfit; i++)
		d->code.p[jumps.p[i]].a = here(b);
	VEC_FREE(&jumps);
}

/*
 * A class with all letters: what several letters may stand for in it is there when one of them is,
 * and more than that looking around does not ask.
 */
static bool look_class(const struct tree *t)
{
	return t->op == TREE_CLASS && (t->ascii.w[1] & LETTERS) == LETTERS;
}

static void build_look(struct build *b, const struct tree *t)
{
	const bool not = t->op == TREE_NOT_AHEAD || t->op == TREE_NOT_BEHIND;
	const bool behind = t->op == TREE_BEHIND || t->op == TREE_NOT_BEHIND;
	uint32_t mark = emit(b, not ? DIRECT_NOT : DIRECT_MARK, 0, 0);
	if (look_class(t->kid)) {
		struct tree one = *t->kid;
		one.fold = 0;
		one.next = NULL;
		if (behind)
			emit(b, DIRECT_BACK, 1, 1);
		build_tree(b, &one, NULL);
	} else if (behind) {
		build_behind(b, t->kid);
	} else {
		build_tree(b, t->kid, NULL);
	}
	emit(b, not ? DIRECT_REFUTED : DIRECT_LOOKED, 0, 0);
	if (not && !b->unfit)
		b->d->code.p[mark].a = here(b);
}

/* ---------------------------------------------------------------- groups */

static void build_group(struct build *b, const struct tree *t, const struct cols *after)
{
	if (b->back && tree_refers(t, t->min)) { /* what it took before is not there in it */
		b->unfit = true;
	} else if (b->calls) { /* its body stands behind the rest */
		b->met[t->min] = true;
		emit(b, DIRECT_CALL, t->min, 0);
	} else {
		emit(b, DIRECT_SAVE, 2u * t->min, 0);
		build_seq(b, t, after);
		emit(b, DIRECT_SAVE, 2u * t->min + 1, 0);
	}
}

static void build_refer(struct build *b, const struct tree *t)
{
	if (t->min > b->d->groups || (t->op == TREE_CALL && t->min >= CALLED_MAX))
		b->unfit = true;
	emit(b, t->op == TREE_CALL ? DIRECT_CALL : DIRECT_SAME, t->min, 0);
}

/* Which groups are called, before anything is built. */
static void calls_find(struct build *b, const struct tree *t)
{
	if (t->op == TREE_CALL)
		b->calls = true;
	if (t->op == TREE_GROUP && t->min < CALLED_MAX)
		b->all[t->min] = t;
	if (t->op == TREE_BACK)
		b->back = true;
	for (const struct tree *k = t->kid; k; k = k->next)
		calls_find(b, k);
}

/* The bodies of called groups; those may call others. */
static void build_called(struct build *b)
{
	struct direct *d = b->d;
	for (bool more = b->calls; more && !b->unfit;) {
		more = false;
		for (unsigned i = 1; i <= d->groups && !b->unfit; i++) {
			if (b->place[i] || !b->met[i])
				continue;
			b->place[i] = here(b);
			build_seq(b, b->all[i], NULL);
			emit(b, DIRECT_RETURN, i, 0);
			more = true;
		}
	}
	for (unsigned i = 1; b->calls && !b->unfit && i <= d->groups; i++)
		if (!b->place[i]) /* a call of what stands nowhere else */
			b->unfit = true;
	for (size_t i = 0; i < d->code.n && !b->unfit; i++)
		if (d->code.p[i].op == DIRECT_CALL)
			d->code.p[i].a = b->place[d->code.p[i].a];
}

static void build_place(struct build *b, const struct tree *t)
{
	static const uint8_t ops[][2] = {
		[TREE_BEGIN] = { DIRECT_BEGIN, DIRECT_TEXT_BEGIN },
		[TREE_G] = { DIRECT_G, DIRECT_G },
		[TREE_WORD] = { DIRECT_WORD, DIRECT_WORD },
		[TREE_NOT_WORD] = { DIRECT_NOT_WORD, DIRECT_NOT_WORD },
		[TREE_EOL] = { DIRECT_EOL, DIRECT_TEXT_EOL },
		[TREE_END] = { DIRECT_END, DIRECT_END },
	};
	emit(b, (enum direct_op)ops[t->op][t->strict], 0, 0);
}

static void build_tree(struct build *b, const struct tree *t, const struct cols *after)
{
	if (b->unfit)
		return;
	switch ((enum tree_op)t->op) {
	case TREE_CLASS:
		if (class_byte(t) >= 0) {
			struct tree one = *t;
			one.next = NULL;
			build_text(b, &one);
		} else {
			build_class(b, t);
		}
		break;
	case TREE_SEQ:
		build_seq(b, t, after);
		break;
	case TREE_ALT:
		build_alt(b, t, after);
		break;
	case TREE_REPEAT:
		build_repeat(b, t, after);
		break;
	case TREE_GROUP:
		build_group(b, t, after);
		break;
	case TREE_CALL:
	case TREE_BACK:
		build_refer(b, t);
		break;
	case TREE_ATOMIC:
		emit(b, DIRECT_MARK, 0, 0);
		build_seq(b, t, NULL);
		emit(b, DIRECT_CUT, 0, 0);
		break;
	case TREE_ANY:
		b->unfit = true;
		break;
	case TREE_DEAD:
		emit(b, DIRECT_FAIL, 0, 0);
		break;
	case TREE_AHEAD:
	case TREE_NOT_AHEAD:
	case TREE_BEHIND:
	case TREE_NOT_BEHIND:
		build_look(b, t);
		break;
	default:
		build_place(b, t);
	}
}

bool direct_fixed(const struct direct *d)
{
	return d->fixed;
}

struct direct *direct_new(struct str pattern)
{
	struct arena a = { 0 };
	struct tree_facts facts;
	const struct tree *t = tree_parse_exact(&a, pattern, &facts);
	struct build b = { .d = calloc(1, sizeof(struct direct)) };
	if (!b.d)
		panic_memory();
	calls_find(&b, t);
	b.unfit = !facts.whole || facts.odd || (b.calls && (b.back || facts.groups >= CALLED_MAX));
	b.d->groups = facts.groups;
	emit(&b, DIRECT_FAIL, 0, 0); /* place 0 ends lists */
	build_tree(&b, t, NULL);
	emit(&b, DIRECT_MATCH, 0, 0);
	b.d->fixed = tree_fixed(t);
	build_called(&b);
	arena_fini(&a);
	if (!b.unfit)
		return b.d;
	direct_free(b.d);
	return NULL;
}

void direct_free(struct direct *d)
{
	if (!d)
		return;
	VEC_FREE(&d->code);
	VEC_FREE(&d->sets);
	VEC_FREE(&d->guards);
	VEC_FREE(&d->tables);
	VEC_FREE(&d->lists);
	VEC_FREE(&d->texts);
	free(d);
}
