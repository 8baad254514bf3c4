#include "ember/expr/expr.h"

#include "ember/base/size.h"
#include "ember/walk/entry.h"

#define ANSWER_STEP (EXPR_ANSWER_FALSE + 1) /* of the first step; the others follow */

static bool expr_from(const struct expr *e, struct expr_run *run, uint32_t at)
{
	run->prune = false;
	while (at < EXPR_FALSE) {
		const struct expr_step *s = &e->steps[at];
		at = s->eval(run, s) ? s->yes : s->no;
		if (EMBER_UNLIKELY(run->quit))
			return at == EXPR_TRUE;
	}
	return at == EXPR_TRUE;
}

bool expr_judge(const struct expr *e, struct expr_run *run)
{
	return expr_from(e, run, e->first);
}

bool expr_resume(const struct expr *e, struct expr_run *run, uint32_t answer)
{
	switch (answer) {
	case EXPR_ANSWER_NONE:
		return expr_from(e, run, e->first);
	case EXPR_ANSWER_TRUE:
	case EXPR_ANSWER_FALSE:
		return expr_from(e, run, answer == EXPR_ANSWER_TRUE ? EXPR_TRUE : EXPR_FALSE);
	default:
		return expr_from(e, run, answer - ANSWER_STEP);
	}
}

/* True when the facts are there. A failure is forgotten: who judges in earnest will meet and tell it. */
static bool look_facts(struct entry *e, unsigned mask)
{
	if (entry_stat(e, mask))
		return true;
	e->stat_err = 0;
	return false;
}

uint32_t expr_look(const struct expr *e, struct expr_run *run, unsigned mask, bool *enter)
{
	struct entry *entry = run->entry;
	uint32_t at = e->first;
	while (at < EXPR_FALSE) {
		const struct expr_step *s = &e->steps[at];
		if (!(s->row->flags & EXPR_AHEAD) || ((s->needs & EXPR_NEED_STAT) && !(mask && look_facts(entry, mask))))
			break;
		at = s->eval(run, s) ? s->yes : s->no;
	}
	const struct expr_step *s = at < EXPR_FALSE ? &e->steps[at] : NULL;
	if (s && (s->flags_on & EXPR_PRUNES))
		*enter = false;
	/* A directory's facts are those before it is read, which changes its time of access. */
	if (mask && s && ((*enter ? s->needs_on : s->needs) & EXPR_NEED_STAT))
		*enter = look_facts(entry, mask) && *enter;
	else
		entry->have = 0;
	if (!s)
		return at == EXPR_TRUE ? EXPR_ANSWER_TRUE : EXPR_ANSWER_FALSE;
	return at < ENTRY_ANSWERS - ANSWER_STEP ? at + ANSWER_STEP : EXPR_ANSWER_NONE;
}

void expr_leaf_needs(struct expr_builder *b, const struct expr_row *row, const void *arg, uint8_t needs)
{
	uint32_t at = u32(b->nodes.n);
	VEC_PUSH(&b->nodes) = (struct expr_node){ .row = row, .arg = arg, .flags = row->flags, .needs = needs,
		.first = at };
	VEC_PUSH(&b->stack) = at;
}

void expr_leaf(struct expr_builder *b, const struct expr_row *row, const void *arg)
{
	expr_leaf_needs(b, row, arg, row->needs);
}

static uint32_t expr_pop(struct expr_builder *b)
{
	REQUIRE(b->stack.n > 0);
	return b->stack.p[--b->stack.n];
}

void expr_operator(struct expr_builder *b, enum expr_op op)
{
	struct expr_node n = { .op = op };
	n.right = op == EXPR_NOT ? 0 : expr_pop(b);
	n.left = expr_pop(b);
	n.first = b->nodes.p[n.left].first;
	n.flags = b->nodes.p[n.left].flags;
	if (op != EXPR_NOT)
		n.flags |= b->nodes.p[n.right].flags;
	VEC_PUSH(&b->stack) = u32(b->nodes.n);
	VEC_PUSH(&b->nodes) = n;
}

void expr_move(struct expr_builder *from, struct expr_builder *to)
{
	uint32_t top = expr_pop(from), first = from->nodes.p[top].first, base = u32(to->nodes.n);
	REQUIRE(top + 1 == from->nodes.n); /* an operand is the nodes from its first leaf to itself */
	for (uint32_t i = first; i <= top; i++) {
		struct expr_node n = from->nodes.p[i];
		n.first += base - first;
		n.left += base - first;
		n.right += base - first;
		VEC_PUSH(&to->nodes) = n;
	}
	from->nodes.n = first;
	VEC_PUSH(&to->stack) = base + top - first;
}

/* Only a test that answers without side effect and without a message may change its place. */
static bool expr_movable(const struct expr_node *n)
{
	return n->row && !(n->flags & (EXPR_ACTS | EXPR_STEERS));
}

/*
 * Insertion sort of `n` leaves given by index, stable: tests that may report keep their order among
 * themselves because they share one class of cost.
 */
static void expr_sort_run(struct expr_node *nodes, const uint32_t *leaf, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		const struct expr_row *row = nodes[leaf[i]].row;
		const void *arg = nodes[leaf[i]].arg;
		uint8_t needs = nodes[leaf[i]].needs;
		size_t k = i;
		uint8_t cost = row->flags & EXPR_REPORTS ? EXPR_COST_STAT : row->cost;
		for (; k > 0; k--) {
			const struct expr_node *before = &nodes[leaf[k - 1]];
			uint8_t other = before->row->flags & EXPR_REPORTS ? EXPR_COST_STAT : before->row->cost;
			if (other <= cost)
				break;
			nodes[leaf[k]].row = before->row;
			nodes[leaf[k]].arg = before->arg;
			nodes[leaf[k]].needs = before->needs;
			nodes[leaf[k]].flags = before->flags;
		}
		nodes[leaf[k]].row = row;
		nodes[leaf[k]].arg = arg;
		nodes[leaf[k]].needs = needs;
		nodes[leaf[k]].flags = row->flags;
	}
}

#define EXPR_RUN_MAX 64 /* neighbours sorted together; a longer chain is sorted in pieces */

/*
 * The nodes of `a and b and c ...` as parsed are (((a b &) c &) ...): walking the array forward,
 * leaves whose next node is their AND (or that start such a chain) are neighbours.
 */
static void expr_reorder(struct expr_builder *b)
{
	struct expr_node *nodes = b->nodes.p;
	uint32_t leaf[EXPR_RUN_MAX];
	size_t n = 0;
	uint32_t chain = UINT32_MAX; /* node that holds the chain so far */

	for (uint32_t i = 0; i < b->nodes.n; i++) {
		bool is_and = !nodes[i].row && nodes[i].op == EXPR_AND;
		if (is_and && nodes[nodes[i].right].row && nodes[i].right + 1 == i) {
			uint32_t left = nodes[i].left, right = nodes[i].right;
			if (left != chain || n == EXPR_RUN_MAX) {
				expr_sort_run(nodes, leaf, n);
				n = 0;
				if (nodes[left].row && expr_movable(&nodes[left]))
					leaf[n++] = left;
			}
			if (expr_movable(&nodes[right])) {
				leaf[n++] = right;
			} else {
				expr_sort_run(nodes, leaf, n);
				n = 0;
			}
			chain = i;
		} else if (!nodes[i].row) {
			expr_sort_run(nodes, leaf, n);
			n = 0;
			chain = UINT32_MAX;
		}
	}
	expr_sort_run(nodes, leaf, n);
}

/* Parents come after their branches in the array, so one backward pass hands targets down. */
static void expr_aim(struct expr_node *nodes, size_t n)
{
	nodes[n - 1].yes = EXPR_TRUE;
	nodes[n - 1].no = EXPR_FALSE;
	for (size_t i = n; i-- > 0;) {
		const struct expr_node *p = &nodes[i];
		if (p->row)
			continue;
		struct expr_node *l = &nodes[p->left];
		struct expr_node *r = &nodes[p->right];
		switch (p->op) {
		case EXPR_NOT:
			l->yes = p->no;
			l->no = p->yes;
			continue;
		case EXPR_AND:
			l->yes = r->first;
			l->no = p->no;
			break;
		case EXPR_OR:
			l->yes = p->yes;
			l->no = r->first;
			break;
		case EXPR_COMMA:
			l->yes = l->no = r->first;
			break;
		}
		r->yes = p->yes;
		r->no = p->no;
	}
}

#define EXPR_PASSED UINT32_MAX /* place of a leaf that is no step */

/* Jump targets are node numbers until the leaves are packed. */
static uint32_t expr_target(uint32_t to, const struct expr_node *nodes, const uint32_t *place)
{
	while (to < EXPR_FALSE && place[to] == EXPR_PASSED)
		to = nodes[to].yes;
	return to < EXPR_FALSE ? place[to] : to;
}

/* Where each leaf will stand among the steps. Of an expression that is of nothing but constants, all stay. */
static uint32_t expr_places(const struct expr_node *nodes, size_t n, uint32_t *place)
{
	uint32_t steps = 0;
	bool asks = false;
	for (size_t i = 0; i < n; i++)
		asks |= nodes[i].row && !(nodes[i].row->flags & EXPR_ALWAYS);
	for (size_t i = 0; i < n; i++)
		if (nodes[i].row)
			place[i] = asks && (nodes[i].row->flags & EXPR_ALWAYS) ? EXPR_PASSED : steps++;
	return steps;
}

/* Jumps go forward, so one backward pass sees what may still come. */
static void expr_look_on(struct expr_step *steps, uint32_t n)
{
	for (uint32_t i = n; i-- > 0;) {
		struct expr_step *s = &steps[i];
		const uint32_t next[] = { s->yes, s->no };
		s->needs_on = s->needs;
		s->flags_on = s->row->flags;
		for (size_t k = 0; k < COUNTOF(next); k++) {
			if (next[k] >= EXPR_FALSE)
				continue;
			s->needs_on |= steps[next[k]].needs_on;
			s->flags_on |= steps[next[k]].flags_on;
		}
	}
}

void expr_finish(struct expr *out, struct arena *a, struct expr_builder *b)
{
	*out = (struct expr){ .first = EXPR_TRUE };
	while (b->stack.n > 1)
		expr_operator(b, EXPR_AND);
	if (b->nodes.n) {
		struct expr_node *nodes = b->nodes.p;
		size_t n = b->nodes.n;
		expr_reorder(b);
		expr_aim(nodes, n);
		struct expr_step *steps = ARENA_ARRAY(a, struct expr_step, n);
		uint32_t *place = ARENA_ARRAY(a, uint32_t, n);
		out->n = expr_places(nodes, n, place);
		for (size_t i = 0; i < n; i++) {
			if (!nodes[i].row || place[i] == EXPR_PASSED)
				continue;
			steps[place[i]] = (struct expr_step){ .eval = nodes[i].row->eval, .arg = nodes[i].arg,
				.yes = expr_target(nodes[i].yes, nodes, place), .no = expr_target(nodes[i].no, nodes, place),
				.row = nodes[i].row, .needs = nodes[i].needs };
			out->needs |= nodes[i].needs;
			out->flags |= nodes[i].row->flags;
		}
		expr_look_on(steps, out->n);
		out->steps = steps;
		out->first = expr_target(nodes[n - 1].first, nodes, place);
	}
	VEC_FREE(&b->nodes);
	VEC_FREE(&b->stack);
}
