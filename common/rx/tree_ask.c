#include "ember/rx/tree.h"

bool tree_holds(const struct tree *t, enum tree_op op)
{
	for (const struct tree *k = t->kid; k; k = k->next)
		if (k->op == op || tree_holds(k, op))
			return true;
	return t->op == op;
}

bool tree_refers(const struct tree *t, unsigned group)
{
	for (const struct tree *k = t->kid; k; k = k->next)
		if ((k->op == TREE_BACK && k->min == group) || tree_refers(k, group))
			return true;
	return false;
}

static bool takes_text(const struct tree *t)
{
	struct tree_width w;
	return !tree_find_width(t, &w) || w.most;
}

/* In a look-behind: is there a \G that lies before its place? `moved`: text may follow t. */
static bool g_before(const struct tree *t, bool moved)
{
	switch ((enum tree_op)t->op) {
	case TREE_G:
		return moved;
	case TREE_REPEAT:
		return g_before(t->kid, moved || (t->max > 1 && takes_text(t->kid)));
	case TREE_AHEAD:
	case TREE_NOT_AHEAD:
		return tree_holds(t, TREE_G);
	default:
		break;
	}
	for (const struct tree *k = t->last; k; k = k->prev) {
		if (g_before(k, moved))
			return true;
		moved = moved || (t->op != TREE_ALT && takes_text(k));
	}
	return false;
}

bool tree_far_g(const struct tree *t)
{
	if (t->op == TREE_BEHIND || t->op == TREE_NOT_BEHIND)
		return g_before(t, false);
	for (const struct tree *k = t->kid; k; k = k->next)
		if (tree_far_g(k))
			return true;
	return false;
}

bool tree_fixed(const struct tree *t)
{
	const struct tree *k = t->kid;
	switch ((enum tree_op)t->op) {
	case TREE_BEGIN:
	case TREE_G:
		return true;
	case TREE_ALT:
		while (k && tree_fixed(k))
			k = k->next;
		return !k;
	case TREE_SEQ:
	case TREE_GROUP:
	case TREE_ATOMIC:
		return k && tree_fixed(k);
	default:
		return false;
	}
}
