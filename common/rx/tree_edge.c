#include "ember/rx/tree.h"

/* (?i): the letters that "ss", "fi" and the like begin or end with; they are all taken. */
#define FOLD_LETTERS ((struct cols){ { 0, 0x07fffffe07fffffeu } })

struct cols tree_cols(const struct tree *cls)
{
	struct cols c = cols_any_of(cls->ascii);
	if (cls->high)
		cols_add(&c, COLS_HIGH);
	return c;
}

static struct tree_edge edge_class(const struct tree *t)
{
	struct tree_edge e = { tree_cols(t), COLS_NONE, false };
	if (t->fold == TREE_FOLD_CLASS)
		e.cols = cols_or(e.cols, cols_any_of(FOLD_LETTERS));
	return e;
}

static struct tree_edge edge_empty(struct cols cond)
{
	return (struct tree_edge){ COLS_NONE, cond, true };
}

static struct tree_edge edge_any(void)
{
	return (struct tree_edge){ COLS_ALL, COLS_ALL, true };
}

static struct cols cols_eol(void)
{
	struct cols c = cols_one(COLS_EDGE);
	cols_add(&c, COLS_LF);
	return c;
}

static struct tree_edge edge_of(const struct tree *t, bool first);

static struct tree_edge edge_kid(const struct tree *t, bool first)
{
	return first ? t->first : edge_of(t, false);
}

static struct tree_edge edge_seq(const struct tree *t, bool first)
{
	struct tree_edge all = edge_empty(COLS_ALL);
	for (const struct tree *k = first ? t->kid : t->last; k; k = first ? k->next : k->prev) {
		struct tree_edge e = edge_kid(k, first);
		all.cols = cols_or(all.cols, cols_and(e.cols, all.cond));
		all.cond = cols_and(all.cond, e.cond);
		if (!e.empty) {
			all.empty = false;
			break;
		}
	}
	return all;
}

static struct tree_edge edge_alt(const struct tree *t, bool first)
{
	struct tree_edge all = { COLS_NONE, COLS_NONE, false };
	for (const struct tree *k = t->kid; k; k = k->next) {
		struct tree_edge e = edge_kid(k, first);
		all.cols = cols_or(all.cols, e.cols);
		if (e.empty)
			all.cond = cols_or(all.cond, e.cond);
		all.empty = all.empty || e.empty;
	}
	return all;
}

static struct tree_edge edge_repeat(const struct tree *t, bool first)
{
	if (!t->max)
		return edge_empty(COLS_ALL);
	struct tree_edge e = edge_kid(t->kid, first);
	if (!t->min)
		e.cond = COLS_ALL;
	e.empty = e.empty || !t->min;
	return e;
}

/* The bytes that an assertion's body may begin (end) with. */
static struct cols edge_body(const struct tree *t, bool first)
{
	struct tree_edge e = edge_kid(t->kid, first);
	return e.empty ? cols_or(e.cols, e.cond) : e.cols;
}

static struct tree_edge edge_assert(const struct tree *t, bool first)
{
	const enum tree_op op = t->op;
	if (first && op == TREE_EOL)
		return edge_empty(cols_eol());
	if (first && op == TREE_END)
		return edge_empty(cols_one(COLS_EDGE));
	if (!first && op == TREE_BEGIN)
		return edge_empty(cols_one(COLS_EDGE));
	if (op == (first ? TREE_AHEAD : TREE_BEHIND))
		return edge_empty(edge_body(t, first));
	if (op == (first ? TREE_NOT_AHEAD : TREE_NOT_BEHIND))
		return edge_empty(cols_not(tree_surely(t->kid, !first)));
	return edge_empty(COLS_ALL);
}

static struct tree_edge edge_of(const struct tree *t, bool first)
{
	switch ((enum tree_op)t->op) {
	case TREE_CLASS:
		return edge_class(t);
	case TREE_SEQ:
	case TREE_GROUP:
	case TREE_ATOMIC:
		return edge_seq(t, first);
	case TREE_ALT:
		return edge_alt(t, first);
	case TREE_REPEAT:
		return edge_repeat(t, first);
	case TREE_CALL:
	case TREE_BACK:
	case TREE_ANY:
		return edge_any();
	case TREE_DEAD:
		return (struct tree_edge){ COLS_NONE, COLS_NONE, false };
	default:
		return edge_assert(t, first);
	}
}

void tree_find_first(struct tree *t)
{
	for (struct tree *k = t->kid; k; k = k->next) {
		if (k->op == TREE_CLASS)
			k->first = edge_class(k);
		else
			tree_find_first(k);
	}
	t->first = edge_of(t, true);
}

struct tree_edge tree_last(const struct tree *t)
{
	return edge_of(t, false);
}

struct cols tree_surely(const struct tree *t, bool edge_begins)
{
	struct cols c = COLS_NONE;
	if (t->op == TREE_GROUP || t->op == TREE_ATOMIC) {
		c = tree_surely(t->kid, edge_begins);
	} else if (t->op == TREE_ALT) {
		for (const struct tree *k = t->kid; k; k = k->next)
			c = cols_or(c, tree_surely(k, edge_begins));
	} else if (t->op == TREE_CLASS && t->exact) {
		c = cols_all_of(t->ascii);
		if (t->high_all)
			cols_add(&c, COLS_HIGH);
	} else if (t->op == TREE_BEGIN && edge_begins) {
		cols_add(&c, COLS_EDGE);
	} else if ((t->op == TREE_EOL || t->op == TREE_END) && !edge_begins) {
		c = t->op == TREE_EOL ? cols_eol() : cols_one(COLS_EDGE);
	}
	return c;
}
