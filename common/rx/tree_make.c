#include "tree_make.h"

void tree_append(struct tree *t, struct tree *kid)
{
	kid->prev = t->last;
	kid->next = NULL;
	if (t->last)
		t->last->next = kid;
	else
		t->kid = kid;
	t->last = kid;
}

static bool class_plain(const struct tree *t)
{
	return t->op == TREE_CLASS && t->exact && !t->fold;
}

/* One alternative more; classes that are neighbours are one class. */
static void tree_add(struct tree *t, struct tree *kid)
{
	struct tree *last = t->last;
	if (t->op != TREE_ALT || !last || !class_plain(last) || !class_plain(kid)) {
		tree_append(t, kid);
		return;
	}
	last->ascii = cols_or(last->ascii, kid->ascii);
	last->high = last->high || kid->high;
	last->high_all = last->high_all || kid->high_all;
	while (last->also)
		last = last->also;
	last->also = kid;
}

/* A kid of the same kind is taken in, kid by kid. */
void tree_join(struct tree *t, struct tree *kid)
{
	if (kid->op != t->op) {
		tree_add(t, kid);
		return;
	}
	for (struct tree *k = kid->kid, *next; k; k = next) {
		next = k->next;
		tree_add(t, k);
	}
}

/* A sequence or an alternative of one is that one. */
struct tree *tree_single(struct tree *t)
{
	if (t->kid && t->kid == t->last && (t->op == TREE_SEQ || t->op == TREE_ALT))
		return t->kid;
	return t;
}
