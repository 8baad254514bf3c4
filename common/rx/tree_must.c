#include "ember/rx/tree.h"

struct must {
	struct tree_must now, best;
};

static void must_end(struct must *m)
{
	if (m->now.n > m->best.n)
		m->best = m->now;
	m->now.n = 0;
}

static void must_walk(struct must *m, const struct tree *t)
{
	int byte;
	switch ((enum tree_op)t->op) {
	case TREE_CLASS:
		byte = tree_byte(t);
		if (byte < 0 || m->now.n == sizeof(m->now.text))
			must_end(m);
		if (byte >= 0)
			m->now.text[m->now.n++] = (char)byte;
		break;
	case TREE_SEQ:
	case TREE_GROUP:
	case TREE_ATOMIC:
		for (const struct tree *k = t->kid; k; k = k->next)
			must_walk(m, k);
		break;
	case TREE_REPEAT:
		must_end(m);
		if (t->min)
			must_walk(m, t->kid);
		must_end(m);
		break;
	case TREE_ALT:
	case TREE_CALL:
	case TREE_BACK:
	case TREE_ANY:
	case TREE_DEAD:
		must_end(m);
		break;
	default: /* takes no text: what is before it and behind it are neighbours */
		break;
	}
}

struct tree_must tree_find_must(const struct tree *t)
{
	struct must m = { .now = { .n = 0 } };
	must_walk(&m, t);
	must_end(&m);
	return m.best;
}

int tree_byte(const struct tree *t)
{
	if (t->op != TREE_CLASS || t->high || !t->exact ||
		__builtin_popcountll(t->ascii.w[0]) + __builtin_popcountll(t->ascii.w[1]) != 1)
		return -1;
	return t->ascii.w[0] ? __builtin_ctzll(t->ascii.w[0]) : 64 + __builtin_ctzll(t->ascii.w[1]);
}
