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
