#include <string.h>

#include "ember/base/mem.h"
#include "ember/base/size.h"
#include "ember/base/sort.h"
#include "nfa_graph.h"

#define WALK_MAX 60000u /* nodes that are passed for one pattern */

/* A place: it is in front of the node `next`, or of NFA_ACCEPT, once a column of the set was taken. */
struct place {
	uint32_t set, next;
	uint32_t same; /* another one in front of that, + 1 */
};

/* A node that a walk comes to, and what it asked for on its way. */
struct walk {
	uint32_t node;
	bool g;
	struct cols ahead, behind;
};

struct close {
	const struct graph *graph;
	struct nfa out;
	VEC(struct place) places;
	uint32_t *first; /* by node, and behind them NFA_ACCEPT: the first place in front of it, + 1; */
	uint32_t *list;  /* likewise: where the list of such places begins, + 1; */
	uint32_t *mark;  /* likewise: the last walk that came there and asked for nothing */
	VEC(struct walk) stack;
	VEC(struct walk) asked; /* nodes that this walk came to otherwise */
	uint32_t number; /* of the walk */
	uint32_t passed; /* nodes so far */
	bool full;
};

/* The index in the tables of what a node leads to. */
static uint32_t close_index(const struct close *c, uint32_t node)
{
	return node == NFA_ACCEPT ? u32(c->graph->nodes.n) : node;
}

static uint32_t close_set(struct close *c, struct cols set)
{
	const uint32_t n = cols_pool_put(&c->out.pool, set);
	c->full = c->full || n >= NFA_ANY;
	return n;
}

static uint32_t close_place(struct close *c, struct cols columns, uint32_t next)
{
	const uint32_t set = close_set(c, columns);
	uint32_t *first = &c->first[close_index(c, next)];
	for (uint32_t i = *first; i; i = c->places.p[i - 1].same)
		if (c->places.p[i - 1].set == set)
			return i - 1;
	if (c->places.n >= NFA_PLACES_MAX) {
		c->full = true;
		return 0;
	}
	VEC_PUSH(&c->places) = (struct place){ set, next, *first };
	*first = u32(c->places.n);
	return *first - 1;
}

static void close_way(struct close *c, const struct walk *w, uint32_t to)
{
	const uint32_t behind = cols_same(w->behind, COLS_ALL) ? NFA_ANY : close_set(c, w->behind);
	VEC_PUSH(&c->out.ways) = nfa_way(to, behind, w->g, false);
}

/* What the walk asks for is no less than what a former one asked for that came here. */
static bool walk_known(struct close *c, const struct walk *w)
{
	uint32_t *mark = &c->mark[close_index(c, w->node)];
	if (*mark == c->number)
		return true;
	if (!w->g && cols_same(w->ahead, COLS_ALL) && cols_same(w->behind, COLS_ALL)) {
		*mark = c->number;
		return false;
	}
	for (size_t i = 0; i < c->asked.n; i++) {
		const struct walk *k = &c->asked.p[i];
		if (k->node == w->node && (!k->g || w->g) && cols_same(cols_or(k->ahead, w->ahead), k->ahead) &&
			cols_same(cols_or(k->behind, w->behind), k->behind))
			return true;
	}
	VEC_PUSH(&c->asked) = *w;
	return false;
}

static void walk_push(struct close *c, struct walk w, uint32_t node)
{
	w.node = node;
	if (node != NFA_DEAD && !cols_empty(w.ahead) && !cols_empty(w.behind))
		VEC_PUSH(&c->stack) = w;
}

static void walk_node(struct close *c, struct walk w)
{
	if (w.node == NFA_ACCEPT) {
		close_way(c, &w, cols_same(w.ahead, COLS_ALL) ? NFA_ACCEPT : close_place(c, w.ahead, NFA_ACCEPT));
		return;
	}
	const struct node *n = &c->graph->nodes.p[w.node];
	switch (n->op) {
	case NODE_SET: {
		const struct cols set = cols_and(n->set, w.ahead);
		if (!cols_empty(set) && n->next != NFA_DEAD)
			close_way(c, &w, close_place(c, set, n->next));
		return;
	}
	case NODE_AHEAD:
		w.ahead = cols_and(w.ahead, n->set);
		break;
	case NODE_BEHIND:
		w.behind = cols_and(w.behind, n->set);
		break;
	case NODE_G:
		w.g = true;
		break;
	case NODE_SPLIT:
		walk_push(c, w, n[1].next);
		break;
	case NODE_OTHER:
		break;
	}
	walk_push(c, w, n->next);
}

/* Ways to the end first, then by place; what asks for nothing before what does. */
static int by_to(const void *a, const void *b, void *ctx)
{
	const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	const uint32_t to_x = (nfa_to(x) + 1) & 0x7fff, to_y = (nfa_to(y) + 1) & 0x7fff;
	(void)ctx;
	if (to_x != to_y)
		return to_x < to_y ? -1 : 1;
	const uint32_t key_x = x ^ NFA_ANY, key_y = y ^ NFA_ANY;
	return (key_x > key_y) - (key_x < key_y);
}

static bool way_open(uint32_t way)
{
	return nfa_behind(way) == NFA_ANY && !nfa_g(way);
}

/* Sort the list that begins at `from`, and leave out what says nothing new. */
static void list_close(struct close *c, size_t from)
{
	const size_t n = c->out.ways.n - from;
	size_t kept = 0;
	if (!n) {
		VEC_PUSH(&c->out.ways) = nfa_way(NFA_DEAD, NFA_ANY, false, true);
		return;
	}
	uint32_t *way = c->out.ways.p + from;
	sort_stable(way, n, sizeof(*way), by_to, NULL);
	for (size_t i = 0; i < n; i++) {
		if (kept && (way[i] == way[kept - 1] || (nfa_to(way[i]) == nfa_to(way[kept - 1]) && way_open(way[kept - 1]))))
			continue;
		way[kept++] = way[i];
	}
	if (nfa_to(way[0]) == NFA_ACCEPT && way_open(way[0]))
		kept = 1;
	way[kept - 1] |= nfa_way(0, 0, false, true);
	c->out.ways.n = from + kept;
}

/* The list of all that a node leads to before a column is taken: where it begins. */
static uint32_t close_list(struct close *c, uint32_t node)
{
	const size_t from = c->out.ways.n;
	c->number++;
	c->asked.n = 0;
	walk_push(c, (struct walk){ .ahead = COLS_ALL, .behind = COLS_ALL }, node);
	while (c->stack.n && !c->full) {
		const struct walk w = c->stack.p[--c->stack.n];
		if (walk_known(c, &w))
			continue;
		walk_node(c, w);
		c->full = c->full || ++c->passed > WALK_MAX;
	}
	list_close(c, from);
	c->full = c->full || c->out.ways.n >= NFA_WAYS_MAX;
	return u32(from);
}

static void close_places(struct close *c)
{
	VEC_RESERVE(&c->out.places, c->places.n);
	for (size_t i = 0; i < c->places.n; i++) {
		const struct place *p = &c->places.p[i];
		VEC_PUSH(&c->out.places) = nfa_place(p->set, c->list[close_index(c, p->next)] - 1);
	}
}

bool nfa_close(struct nfa *out, const struct graph *g)
{
	const size_t n = g->nodes.n + 1;
	struct close c = { .graph = g, .first = mem_zero(3 * n, sizeof(*c.first)) };
	c.list = c.first + n;
	c.mark = c.list + n;
	close_list(&c, g->start);
	for (size_t i = 0; i < c.places.n && !c.full; i++) {
		const uint32_t next = c.places.p[i].next;
		uint32_t *list = &c.list[close_index(&c, next)];
		if (!*list)
			*list = close_list(&c, next) + 1;
	}
	if (c.full) {
		nfa_fini(&c.out);
	} else {
		close_places(&c);
		*out = c.out;
	}
	VEC_FREE(&c.places);
	VEC_FREE(&c.stack);
	VEC_FREE(&c.asked);
	free(c.first);
	return !c.full;
}
