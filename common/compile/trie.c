#include "ember/compile/theme.h"

#include "ember/base/size.h"
#include "ember/base/sort.h"

/* A rule at a node: with the depth of the scope it was written for. */
struct style {
	unsigned depth;
	const struct str *parents; /* nearest first */
	size_t n_parents;
	struct theme_look look;
};

/* A node starts as a copy of what its parent node was when it was made. */
struct node {
	struct str part;
	struct node *child, *last, *next; /* children in the order of their making */
	struct style main;
	VEC(struct style) styles; /* those with parents */
	uint32_t id;
	unsigned depth;
};

struct trie {
	struct arena *a;
	struct node root;
	size_t n_styles;
	struct pack_writer *w;
};

static int cmp_parents(const struct theme_source_rule *x, const struct theme_source_rule *y)
{
	if (x->n_parents != y->n_parents)
		return x->n_parents < y->n_parents ? -1 : 1;
	for (size_t i = 0; i < x->n_parents; i++) {
		int c = str_cmp(x->parents[i], y->parents[i]);
		if (c)
			return c;
	}
	return 0;
}

static int by_scope(const void *a, const void *b, void *ctx)
{
	const struct theme_source_rule *x = a, *y = b;
	(void)ctx;
	int c = str_cmp(x->scope, y->scope);
	return c ? c : cmp_parents(x, y);
}

static bool same_parents(const struct style *s, const struct theme_source_rule *rule)
{
	struct theme_source_rule own = { .parents = (struct str *)(uintptr_t)s->parents, .n_parents = s->n_parents };
	return cmp_parents(&own, rule) == 0;
}

static struct node *step(struct trie *t, struct node *at, struct str part)
{
	for (struct node *n = at->child; n; n = n->next)
		if (str_eq(n->part, part))
			return n;
	struct node *n = ARENA_NEW(t->a, struct node);
	n->part = part;
	n->depth = at->depth + 1;
	n->main = at->main;
	for (size_t i = 0; i < at->styles.n; i++)
		VEC_PUSH(&n->styles) = at->styles.p[i];
	t->n_styles += at->styles.n + 1;
	if (at->last)
		at->last->next = n;
	else
		at->child = n;
	return at->last = n;
}

static void insert(struct trie *t, const struct theme_source_rule *rule)
{
	struct node *at = &t->root;
	for (struct str rest = rule->scope; rest.n;)
		at = step(t, at, str_cut(&rest, '.'));
	if (rule->n_parents == 0) {
		at->main.depth = at->depth;
		theme_look_overlay(&at->main.look, &rule->look);
		return;
	}
	for (size_t i = 0; i < at->styles.n; i++) {
		if (!same_parents(&at->styles.p[i], rule))
			continue;
		at->styles.p[i].depth = at->depth;
		theme_look_overlay(&at->styles.p[i].look, &rule->look);
		return;
	}
	struct style s = { at->depth, rule->parents, rule->n_parents, at->main.look };
	theme_look_overlay(&s.look, &rule->look);
	VEC_PUSH(&at->styles) = s;
	t->n_styles++;
}

/* Deeper scope first; then parent by parent the longer text; then more parents. */
static int by_precedence(const void *a, const void *b, void *ctx)
{
	const struct style *x = a, *y = b;
	size_t i = 0, j = 0;
	(void)ctx;
	if (x->depth != y->depth)
		return x->depth > y->depth ? -1 : 1;
	for (;; i++, j++) {
		i += i < x->n_parents && str_eqc(x->parents[i], ">");
		j += j < y->n_parents && str_eqc(y->parents[j], ">");
		if (i >= x->n_parents || j >= y->n_parents)
			break;
		if (x->parents[i].n != y->parents[j].n)
			return x->parents[i].n > y->parents[j].n ? -1 : 1;
	}
	return (x->n_parents < y->n_parents) - (x->n_parents > y->n_parents);
}

static struct pack_range write_parents(struct trie *t, const struct style *s)
{
	VEC(uint32_t) words = { 0 };
	for (size_t i = 0; i < s->n_parents; i++)
		VEC_PUSH(&words) = writer_text(t->w, s->parents[i]);
	struct pack_range r = writer_words(t->w, words.p, words.n);
	VEC_FREE(&words);
	return r;
}

static struct pack_range write_styles(struct trie *t, struct node *n)
{
	struct pack_range r = { 0 };
	if (n->main.depth || n->main.look.set) /* else it has never been set and says nothing */
		VEC_PUSH(&n->styles) = n->main;
	sort_stable(n->styles.p, n->styles.n, sizeof(*n->styles.p), by_precedence, NULL);
	for (size_t i = 0; i < n->styles.n; i++) {
		const struct theme_look *l = &n->styles.p[i].look;
		struct pack_style_rule out = { write_parents(t, &n->styles.p[i]), l->set, l->fg, l->bg, l->font };
		uint32_t at = WRITER_ADD(t->w, PACK_STYLES, &out);
		if (i == 0)
			r.first = at;
	}
	r.n = u32(n->styles.n);
	return r;
}

static int by_part(const void *a, const void *b, void *ctx)
{
	(void)ctx;
	return str_cmp((*(struct node *const *)a)->part, (*(struct node *const *)b)->part);
}

/* Breadth first: ids are given to a node's children when it is written, so they lie together. */
static uint32_t write_nodes(struct trie *t)
{
	VEC(struct node *) queue = { 0 };
	struct pack_node none = { 0 };
	t->root.id = WRITER_ADD(t->w, PACK_NODES, &none);
	VEC_PUSH(&queue) = &t->root;
	for (size_t done = 0; done < queue.n; done++) {
		struct node *n = queue.p[done];
		struct pack_node out = { .styles = write_styles(t, n) };
		size_t first = queue.n;
		for (struct node *c = n->child; c; c = c->next)
			VEC_PUSH(&queue) = c;
		out.edges.n = u32(queue.n - first);
		if (out.edges.n)
			sort_stable(queue.p + first, out.edges.n, sizeof(*queue.p), by_part, NULL);
		for (size_t i = first; i < queue.n; i++) {
			struct node *c = queue.p[i];
			c->id = WRITER_ADD(t->w, PACK_NODES, &none);
			struct pack_key edge = writer_key(t->w, c->part, c->id);
			uint32_t at = WRITER_ADD(t->w, PACK_EDGES, &edge);
			if (i == first)
				out.edges.first = at;
		}
		*(struct pack_node *)writer_at(t->w, PACK_NODES, n->id, sizeof(out)) = out;
		VEC_FREE(&n->styles);
	}
	VEC_FREE(&queue);
	return t->root.id;
}

int theme_source_write(const struct theme_source *source, struct pack_writer *w, uint32_t *id, struct err *e)
{
	struct arena a = { 0 };
	struct trie t = { .a = &a, .w = w };
	size_t n = source->rules.n;
	struct theme_source_rule *sorted = ARENA_ARRAY(&a, struct theme_source_rule, n);
	for (size_t i = 0; i < n; i++)
		sorted[i] = source->rules.p[i];
	sort_stable(sorted, n, sizeof(*sorted), by_scope, NULL);
	for (size_t i = 0; i < n && t.n_styles <= THEME_STYLES_MAX; i++)
		insert(&t, &sorted[i]);
	bool fits = t.n_styles <= THEME_STYLES_MAX;
	t.root.main.look = source->base; /* after the children took their copies */
	struct pack_theme out = {
		.name = writer_text(w, source->name),
		.display = writer_text(w, source->display),
		.type = source->light ? PACK_THEME_LIGHT : PACK_THEME_DARK,
		.root = write_nodes(&t),
		.palette = source->palette,
		.has = source->has,
	};
	for (unsigned i = 0; i < PACK_UI_COLORS; i++)
		out.ui[i] = source->ui[i];
	*id = WRITER_ADD(w, PACK_THEMES, &out);
	arena_fini(&a);
	return fits ? 0 : err_text(e, "theme too large");
}
