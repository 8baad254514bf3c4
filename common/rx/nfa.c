#include "ember/base/size.h"
#include "nfa_graph.h"

#define COPIES_MAX 12u /* of a counted repeat's body; longer counts are taken as endless */
#define EXTRA_MAX 6u   /* optional copies likewise */
#define TRIE_DEPTH 200u /* classes that alternatives are sorted by */

/* Nodes are built from behind: what one leads to is there before it. */
struct build {
	struct graph graph;
	bool full;
};

static uint32_t build_tree(struct build *b, const struct tree *t, uint32_t next);

static uint32_t build_node(struct build *b, enum node_op op, struct cols set, uint32_t next)
{
	const size_t node = b->graph.nodes.n;
	if (node >= NFA_PLACES_MAX) {
		b->full = true;
		return NFA_ACCEPT;
	}
	VEC_PUSH(&b->graph.nodes) = (struct node){ op, next, set };
	return u32(node);
}

static uint32_t build_test(struct build *b, enum node_op op, struct cols c, uint32_t next)
{
	if (op != NODE_SET && cols_same(c, COLS_ALL))
		return next;
	return cols_empty(c) ? NFA_DEAD : build_node(b, op, c, next);
}

static uint32_t build_pair(struct build *b, uint32_t one, uint32_t other)
{
	uint32_t split = build_node(b, NODE_SPLIT, COLS_NONE, one);
	build_node(b, NODE_OTHER, COLS_NONE, other);
	return b->full ? NFA_ACCEPT : split;
}

static uint32_t build_split(struct build *b, uint32_t one, uint32_t other)
{
	if (one == NFA_DEAD)
		return other;
	return other == NFA_DEAD ? one : build_pair(b, one, other);
}

static struct cols cols_letters(const char *letters)
{
	struct cols c = COLS_NONE;
	for (; *letters; letters++) {
		cols_add(&c, cols_of_byte[(unsigned char)*letters]);
		cols_add(&c, cols_of_byte[(unsigned char)*letters - 32]);
	}
	return c;
}

/*
 * (?i): a character past ASCII may be matched by several: "ss", "ff", "fi", "fl", "ffi", "ffl",
 * "st", or a letter with a mark of its own.
 */
static uint32_t build_fold(struct build *b, uint32_t next)
{
	struct cols high = cols_one(COLS_HIGH);
	uint32_t end = build_split(
		b, next, build_test(b, NODE_SET, cols_letters("il"), next));
	uint32_t strings = build_test(
		b, NODE_SET, cols_letters("sf"), build_test(b, NODE_SET, cols_letters("sfilt"), end));
	uint32_t mark = build_split(b, next, build_test(b, NODE_SET, high, next));
	struct cols any = cols_any_of((struct cols){ { 0, 0x07fffffe07fffffeu } });
	cols_add(&any, COLS_HIGH);
	return build_split(b, strings,
		build_test(b, NODE_SET, any, build_test(b, NODE_SET, high, mark)));
}

static uint32_t build_class(struct build *b, const struct tree *t, uint32_t next)
{
	if (!t->fold)
		return build_test(b, NODE_SET, tree_first(t).cols, next);
	if (t->fold == TREE_FOLD_CLASS) { /* U+017F is an s, U+212A a k */
		struct cols all = cols_or(tree_cols(t), cols_letters("ks"));
		/* Letters for a literal may also stand for what follows: nothing more is looked at. */
		uint32_t after = cols_empty(t->ascii) ? NFA_ACCEPT : next;
		return build_split(b, build_test(b, NODE_SET, all, next), build_fold(b, after));
	}
	/* What is past ASCII may stand for more than this letter. */
	uint32_t ascii = build_test(b, NODE_SET, cols_any_of(t->ascii), next);
	return build_split(
		b, ascii, build_test(b, NODE_SET, cols_one(COLS_HIGH), NFA_ACCEPT));
}

/* \b and \B: what is past ASCII may be a letter or not. */
static uint32_t build_boundary(struct build *b, bool boundary, uint32_t next)
{
	struct cols word = cols_any_of((struct cols){ { 0x03ff000000000000u, 0x07fffffe87fffffeu } });
	struct cols other = cols_not(word);
	cols_add(&word, COLS_HIGH);
	uint32_t from_word = build_test(b, NODE_AHEAD, boundary ? other : word, next);
	uint32_t from_other = build_test(b, NODE_AHEAD, boundary ? word : other, next);
	return build_split(b, build_test(b, NODE_BEHIND, word, from_word),
		build_test(b, NODE_BEHIND, other, from_other));
}

static uint32_t build_assert(struct build *b, const struct tree *t, uint32_t next)
{
	switch ((enum tree_op)t->op) {
	case TREE_WORD:
	case TREE_NOT_WORD:
		return build_boundary(b, t->op == TREE_WORD, next);
	case TREE_G:
		return build_node(b, NODE_G, COLS_NONE, next);
	case TREE_BEGIN:
	case TREE_BEHIND:
	case TREE_NOT_BEHIND:
		return build_test(b, NODE_BEHIND, tree_last(t).cond, next);
	case TREE_AHEAD:
		if (next == NFA_ACCEPT) /* nothing follows: its text is looked for as well */
			return build_tree(b, t->kid, next);
		return build_test(b, NODE_AHEAD, tree_first(t).cond, next);
	default:
		return build_test(b, NODE_AHEAD, tree_first(t).cond, next);
	}
}

/* Where an assertion comes among its neighbours: what looks behind is tested first. */
static unsigned assert_order(enum tree_op op)
{
	switch (op) {
	case TREE_BEGIN:
	case TREE_G:
	case TREE_BEHIND:
	case TREE_NOT_BEHIND:
		return 3;
	case TREE_WORD:
	case TREE_NOT_WORD:
		return 2;
	case TREE_AHEAD:
		return 0;
	default:
		return 1;
	}
}

static bool tree_asserts(const struct tree *t)
{
	return t->op >= TREE_BEGIN;
}

/* The pieces from `from` to the last one, built from behind. */
static uint32_t build_seq(struct build *b, const struct tree *from, const struct tree *last, uint32_t next)
{
	const struct tree *stop = from->prev;
	for (const struct tree *t = last; t != stop && !b->full;) {
		if (!tree_asserts(t)) {
			next = build_tree(b, t, next);
			t = t->prev;
			continue;
		}
		const struct tree *begin = t;
		while (begin->prev != stop && tree_asserts(begin->prev))
			begin = begin->prev;
		for (unsigned order = 0; order < 4; order++)
			for (const struct tree *k = t; k != begin->prev; k = k->prev)
				if (assert_order(k->op) == order)
					next = build_assert(b, k, next);
		t = begin->prev;
	}
	return next;
}

static uint32_t build_repeat(struct build *b, const struct tree *t, uint32_t next)
{
	const unsigned extra = (unsigned)t->max - t->min;
	if (!t->max)
		return next;
	uint32_t tail = next;
	unsigned copies = t->min < COPIES_MAX ? t->min : COPIES_MAX;
	if (t->max == TREE_NO_MAX || extra > EXTRA_MAX || t->max > COPIES_MAX) {
		tail = build_pair(b, next, 0);
		uint32_t body = build_tree(b, t->kid, tail);
		if (!b->full)
			b->graph.nodes.p[tail + 1].next = body;
		if (t->min) { /* the loop is entered through its body: that is the first copy */
			tail = body;
			copies--;
		}
	} else {
		for (unsigned i = 0; i < extra; i++)
			tail = build_split(b, build_tree(b, t->kid, tail), next);
	}
	for (; copies && !b->full; copies--)
		tail = build_tree(b, t->kid, tail);
	return tail;
}

/* ---------------------------------------------------------------- alternatives as a trie */

/* An alternative: what of it is not taken yet. */
struct branch {
	const struct tree *from, *last; /* NULL: nothing is left */
	struct branch *next;
};

/* Alternatives that begin with the same class. */
struct group {
	const struct tree *head;
	struct branch *branches, *tail;
	struct group *next;
};

static const struct tree *branch_head(const struct branch *br)
{
	return br->from && br->from->op == TREE_CLASS ? br->from : NULL;
}

static bool class_same(const struct tree *a, const struct tree *b)
{
	return cols_same(a->ascii, b->ascii) && a->high == b->high && a->fold == b->fold;
}

/* Where the branches of a trie lead, how deep it is, and what it is made in. */
struct trie {
	struct arena arena;
	uint32_t next;
	unsigned depth;
};

static uint32_t build_branches(struct build *b, struct trie *t, struct branch *list);

/* The group with that head; a new one goes to the end of the list. */
static struct group *group_find(struct arena *a, struct group **groups, const struct tree *head)
{
	for (; *groups; groups = &(*groups)->next)
		if (class_same((*groups)->head, head))
			return *groups;
	struct group *g = ARENA_NEW(a, struct group);
	g->head = head;
	return *groups = g;
}

static void branch_drop(struct branch *br)
{
	br->from = br->from == br->last ? NULL : br->from->next;
	br->next = NULL;
}

static uint32_t build_branch(struct build *b, const struct branch *br, uint32_t next)
{
	return br->from ? build_seq(b, br->from, br->last, next) : next;
}

/* Put each branch that begins with a class into its group; *rest gets the others. */
static struct group *branches_sort(struct trie *t, struct branch *list, struct branch **rest)
{
	struct group *groups = NULL;
	for (struct branch *br = list, *after; br; br = after) {
		const struct tree *head = t->depth < TRIE_DEPTH ? branch_head(br) : NULL;
		after = br->next;
		if (!head) {
			br->next = *rest;
			*rest = br;
			continue;
		}
		struct group *g = group_find(&t->arena, &groups, head);
		branch_drop(br);
		if (g->tail)
			g->tail->next = br;
		else
			g->branches = br;
		g->tail = br;
	}
	return groups;
}

/* As deep as a common beginning is long; each level takes one class of it. */
static uint32_t build_branches(struct build *b, struct trie *t, struct branch *list)
{
	struct branch *rest = NULL;
	if (!list->next)
		return build_branch(b, list, t->next);
	struct group *g = branches_sort(t, list, &rest);
	uint32_t all = rest ? build_branch(b, rest, t->next) : NFA_DEAD;
	for (struct branch *br = rest ? rest->next : NULL; br && !b->full; br = br->next)
		all = build_split(b, build_branch(b, br, t->next), all);
	t->depth++;
	for (; g && !b->full; g = g->next)
		all = build_split(b, build_class(b, g->head, build_branches(b, t, g->branches)), all);
	t->depth--;
	return all;
}

static uint32_t build_alt(struct build *b, const struct tree *t, uint32_t next)
{
	struct trie trie = { .next = next };
	struct branch *list = NULL, **end = &list;
	for (const struct tree *k = t->kid; k; k = k->next) {
		struct branch *br = ARENA_NEW(&trie.arena, struct branch);
		br->from = k->op == TREE_SEQ ? k->kid : k;
		br->last = k->op == TREE_SEQ ? k->last : k;
		*end = br;
		end = &br->next;
	}
	uint32_t first = build_branches(b, &trie, list);
	arena_fini(&trie.arena);
	return first;
}

static uint32_t build_tree(struct build *b, const struct tree *t, uint32_t next)
{
	if (b->full)
		return NFA_ACCEPT;
	switch ((enum tree_op)t->op) {
	case TREE_CLASS:
		return build_class(b, t, next);
	case TREE_SEQ:
	case TREE_GROUP:
	case TREE_ATOMIC:
		return t->kid ? build_seq(b, t->kid, t->last, next) : next;
	case TREE_ALT:
		return build_alt(b, t, next);
	case TREE_REPEAT:
		return build_repeat(b, t, next);
	case TREE_CALL:
	case TREE_BACK:
	case TREE_ANY:
		return NFA_ACCEPT;
	case TREE_DEAD:
		return NFA_DEAD;
	default:
		return build_assert(b, t, next);
	}
}

void nfa_make(struct nfa *n, const struct tree *t)
{
	struct build b = { .full = false };
	b.graph.start = build_tree(&b, t, NFA_ACCEPT);
	if (b.full || !nfa_close(n, &b.graph)) {
		struct tree_edge e = tree_first(t);
		b.graph.nodes.n = 0;
		b.graph.start = build_test(&b, NODE_AHEAD, e.empty ? cols_or(e.cols, e.cond) : e.cols, NFA_ACCEPT);
		REQUIRE(nfa_close(n, &b.graph));
	}
	VEC_FREE(&b.graph.nodes);
}

void nfa_fini(struct nfa *n)
{
	VEC_FREE(&n->places);
	VEC_FREE(&n->ways);
	cols_pool_fini(&n->pool);
}
