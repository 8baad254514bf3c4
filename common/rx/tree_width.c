#include "ember/rx/tree.h"

static uint32_t width_sum(uint32_t a, uint32_t b)
{
	return a == TREE_WIDTH_NONE || b == TREE_WIDTH_NONE || a + b > 4096 ? TREE_WIDTH_NONE : a + b;
}

static bool width_kids(const struct tree *t, struct tree_width *w)
{
	struct tree_width one;
	*w = (struct tree_width){ t->op == TREE_ALT ? TREE_WIDTH_NONE : 0, 0 };
	for (const struct tree *k = t->kid; k; k = k->next) {
		if (!tree_find_width(k, &one))
			return false;
		if (t->op == TREE_ALT) {
			w->least = one.least < w->least ? one.least : w->least;
			w->most = one.most > w->most ? one.most : w->most;
		} else {
			w->least = width_sum(w->least, one.least);
			w->most = width_sum(w->most, one.most);
		}
	}
	return w->least != TREE_WIDTH_NONE;
}

bool tree_find_width(const struct tree *t, struct tree_width *w)
{
	struct tree_width one;
	switch ((enum tree_op)t->op) {
	case TREE_CLASS:
		*w = (struct tree_width){ 1, 1 };
		return true;
	case TREE_ALT:
	case TREE_SEQ:
	case TREE_GROUP:
	case TREE_ATOMIC:
		return width_kids(t, w);
	case TREE_REPEAT:
		if (!tree_find_width(t->kid, &one) || one.least * t->min > 4096)
			return false;
		w->least = one.least * t->min;
		w->most = t->max == TREE_NO_MAX || one.most == TREE_WIDTH_NONE || one.most * t->max > 4096
			? TREE_WIDTH_NONE
			: one.most * t->max;
		return true;
	case TREE_BACK:
		*w = (struct tree_width){ 0, TREE_WIDTH_NONE };
		return true;
	case TREE_CALL:
	case TREE_ANY:
	case TREE_DEAD:
		return false;
	default:
		*w = (struct tree_width){ 0, 0 };
		return true;
	}
}
