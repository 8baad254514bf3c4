#include "ember/compile/grammar.h"

#include "ember/base/size.h"
#include "ember/base/sort.h"
#include "ember/compile/pattern.h"
#include "ember/compile/rules.h"

enum {
	SELECTORS_MAX = 256,
	STEPS_MAX = 1 << 27,     /* of all flattening: 300 grammars take less than a hundredth */
	SET_WORDS_MAX = 1 << 22, /* of all sets */
};

/* Missing ends match nothing: the reference puts this character there. */
#define NEVER STR("\xef\xbf\xbf")

struct emitter {
	struct rules *r;
	struct pack_writer *w;
	struct arena *a;
	uint32_t *id;          /* of the pack, by rule; 0 = not yet */
	uint32_t first;        /* id of the first rule to be written: behind the base pack's */
	VEC(uint32_t) order;   /* rules in the order of their ids */
	uint32_t *seen;        /* by rule: stamp of the last flattening */
	uint32_t *seen_foreign; /* the same by rule of the base pack */
	uint32_t stamp;
	size_t steps, set_words;
	VEC(uint32_t) flat;    /* scratch */
	VEC(uint64_t) path;    /* scratch: rule and place in its children */
};

bool grammars_add(struct grammars *set, const struct grammar_source *g)
{
	bool added;
	if (g->root.kind != VAL_OBJECT || g->scope.n == 0)
		return false;
	uint64_t *at = map_at(&set->by_scope, g->scope, &added);
	if (!added)
		return false;
	*at = set->all.n;
	VEC_PUSH(&set->all) = *g;
	return true;
}

void grammars_fini(struct grammars *set)
{
	VEC_FREE(&set->all);
	map_fini(&set->by_scope);
}

/* The pack's id of a rule, given out on first demand. */
static uint32_t rule_id(struct emitter *e, uint32_t rule)
{
	rule = e->r->all.p[rule].canon;
	if (e->r->all.p[rule].foreign)
		return e->r->all.p[rule].foreign;
	if (rule && !e->id[rule]) {
		e->id[rule] = e->first + u32(e->order.n);
		VEC_PUSH(&e->order) = rule;
	}
	return e->id[rule];
}

/* What a rule of the base pack contributes: its own set has been flattened already. */
static void flatten_foreign(struct emitter *e, uint32_t id)
{
	const struct pack *base = e->r->set->base;
	const struct pack_rule *r = pack_rule(base, id);
	uint32_t n = 1;
	const uint32_t *ids = r->kind == PACK_INCLUDE ? pack_set(base, r->set, &n) : &id;
	for (uint32_t i = 0; i < n && e->flat.n + e->set_words < SET_WORDS_MAX; i++) {
		if (ids[i] >= e->r->n_foreign || e->seen_foreign[ids[i]] == e->stamp)
			continue;
		e->seen_foreign[ids[i]] = e->stamp;
		VEC_PUSH(&e->flat) = ids[i];
	}
}

/*
 * The patterns that a rule's children contribute, in order: include-only rules are replaced by
 * theirs. A rule met again adds nothing (the first place wins), which ends include cycles too.
 */
static uint32_t flatten(struct emitter *e, uint32_t rule)
{
	const struct rule *all = e->r->all.p;
	e->stamp++;
	e->flat.n = e->path.n = 0;
	if (all[rule].kind == PACK_INCLUDE) /* others may hold themselves */
		e->seen[rule] = e->stamp;
	VEC_PUSH(&e->path) = (uint64_t)rule << 32;
	while (e->path.n && e->steps < STEPS_MAX && e->flat.n + e->set_words < SET_WORDS_MAX) {
		e->steps++;
		uint64_t *top = &e->path.p[e->path.n - 1];
		const struct rule *r = &all[*top >> 32];
		uint32_t i = (uint32_t)*top;
		if (i == r->n_children) {
			e->path.n--;
			continue;
		}
		++*top;
		uint32_t child = all[r->children[i]].canon;
		if (e->seen[child] == e->stamp)
			continue;
		e->seen[child] = e->stamp;
		if (all[child].foreign)
			flatten_foreign(e, all[child].foreign);
		else if (all[child].kind == PACK_INCLUDE)
			VEC_PUSH(&e->path) = (uint64_t)child << 32;
		else
			VEC_PUSH(&e->flat) = rule_id(e, child);
	}
	size_t before = e->w->section[PACK_WORDS].n;
	uint32_t set = writer_set(e->w, e->flat.p, e->flat.n);
	e->set_words += (e->w->section[PACK_WORDS].n - before) / sizeof(uint32_t);
	return set;
}

static uint32_t regex(struct emitter *e, struct str source, bool ends)
{
	struct buf text = { 0 };
	if (source.n > PATTERN_BYTES_MAX)
		source = NEVER;
	uint32_t flags = pattern_text(&text, source, ends);
	uint32_t id = writer_regex(e->w, buf_view(&text), flags);
	buf_fini(&text);
	return id;
}

static struct pack_range emit_captures(struct emitter *e, const struct rule_capture *list, uint32_t n)
{
	struct pack_range range = { 0, n };
	for (uint32_t i = 0; i < n; i++) {
		struct pack_capture c = { .used = list[i].raw != NULL };
		if (c.used) {
			c.name = writer_template(e->w, val_str(list[i].raw, "name"));
			c.content = writer_template(e->w, val_str(list[i].raw, "contentName"));
			c.rule = list[i].rule ? rule_id(e, list[i].rule) : 0;
		}
		uint32_t at = WRITER_ADD(e->w, PACK_CAPTURES, &c);
		if (i == 0)
			range.first = at;
	}
	return range;
}

static void emit_rule(struct emitter *e, uint32_t index)
{
	const struct rule *r = &e->r->all.p[index];
	struct pack_rule out = { .kind = (uint8_t)r->kind };
	writer_grammar(e->w, r->grammar);
	out.name = writer_template(e->w, val_str(r->raw, "name"));
	if (r->kind != PACK_MATCH) /* the reference never reads it there */
		out.content = writer_template(e->w, val_str(r->raw, "contentName"));
	out.captures = emit_captures(e, r->captures, r->n_captures);
	out.end_captures = emit_captures(e, r->end_captures, r->n_end_captures);
	if (r->kind == PACK_MATCH) {
		uint32_t self = rule_id(e, index);
		out.begin = regex(e, val_str(r->raw, "match"), false);
		out.set = writer_set(e->w, &self, 1);
	} else {
		out.set = flatten(e, index);
	}
	if (r->kind == PACK_BEGIN_END || r->kind == PACK_BEGIN_WHILE) {
		struct str end = val_str(r->raw, r->kind == PACK_BEGIN_END ? "end" : "while");
		out.begin = regex(e, val_str(r->raw, "begin"), false);
		out.end = regex(e, end.n ? end : NEVER, true);
		if (r->kind == PACK_BEGIN_END && val_truthy(val_get(r->raw, STR("applyEndPatternLast"))))
			out.flags |= PACK_RULE_END_LAST;
	}
	WRITER_ADD(e->w, PACK_RULES, &out);
}

/* An injection as collected: one alternative of one selector. */
struct injection {
	struct pattern_selector selector;
	uint32_t rule; /* index in rules.all */
};

struct injections {
	VEC(struct injection) list;
};

static void collect(struct emitter *e, struct injections *in, struct str selector, uint32_t rule)
{
	struct pattern_selector found[SELECTORS_MAX];
	size_t n = rule ? pattern_selectors(e->w, selector, found, COUNTOF(found)) : 0;
	for (size_t i = 0; i < n; i++)
		VEC_PUSH(&in->list) = (struct injection){ found[i], rule };
}

static bool injects_exactly(const struct grammar_source *g, struct str scope)
{
	for (size_t i = 0; i < g->n_inject_to; i++)
		if (str_eq(g->inject_to[i], scope))
			return true;
	return false;
}

bool grammar_injects(const struct grammar_source *g, struct str scope)
{
	for (size_t n = 1; n <= scope.n; n++)
		if ((n == scope.n || scope.p[n] == '.') && injects_exactly(g, str_sub(scope, 0, n)))
			return true;
	return false;
}

/* A grammar's own injections, then those that go into its scope, the shorter prefix first. */
static void collect_injections(struct emitter *e, struct injections *in, uint32_t grammar)
{
	const struct grammars *set = e->r->set;
	const struct grammar_source *g = &set->all.p[grammar];
	const struct val *own = val_object(&g->root, "injections");
	for (size_t i = 0; own && i < own->n_members; i++)
		collect(e, in, own->members[i].key, rules_injection(e->r, grammar, &own->members[i].val));
	for (size_t n = 1; n <= g->scope.n; n++) {
		if (n < g->scope.n && g->scope.p[n] != '.')
			continue;
		for (size_t i = 0; i < set->all.n; i++) {
			const struct grammar_source *other = &set->all.p[i];
			struct str selector = val_str(&other->root, "injectionSelector");
			if (selector.n && injects_exactly(other, str_sub(g->scope, 0, n)))
				collect(e, in, selector, rules_injection(e->r, u32(i), &other->root));
		}
	}
}

static int by_priority(const void *a, const void *b, void *ctx)
{
	(void)ctx;
	return ((const struct injection *)a)->selector.priority -
		((const struct injection *)b)->selector.priority;
}

static struct pack_range emit_injections(struct emitter *e, struct injections *in)
{
	struct pack_range range = { 0, u32(in->list.n) };
	sort_stable(in->list.p, in->list.n, sizeof(*in->list.p), by_priority, NULL);
	for (size_t i = 0; i < in->list.n; i++) {
		struct pack_injection out = {
			.selector = in->list.p[i].selector.program,
			.priority = in->list.p[i].selector.priority,
			.rule = rule_id(e, in->list.p[i].rule),
		};
		uint32_t at = WRITER_ADD(e->w, PACK_INJECTIONS, &out);
		if (i == 0)
			range.first = at;
	}
	return range;
}

/* The rules of a repository's names, in the order of the names. */
struct named {
	VEC(uint32_t) rules;
	VEC(struct str) names;
};

static int by_bytes(const void *a, const void *b, void *ctx)
{
	(void)ctx;
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static void collect_named(struct emitter *e, struct named *named, const struct val *root)
{
	const struct val *repository = val_object(root, "repository");
	for (size_t i = 0; repository && i < repository->n_members; i++)
		VEC_PUSH(&named->names) = repository->members[i].key;
	if (named->names.n)
		sort_stable(named->names.p, named->names.n, sizeof(*named->names.p), by_bytes, NULL);
	for (size_t i = 0; i < named->names.n; i++)
		VEC_PUSH(&named->rules) = rules_named(e->r, named->names.p[i]);
}

static struct pack_range emit_named(struct emitter *e, const struct named *named)
{
	struct pack_range range = { 0 };
	for (size_t i = 0; i < named->names.n; i++) {
		if (!named->rules.p[i] || (i && str_eq(named->names.p[i], named->names.p[i - 1])))
			continue;
		struct pack_key out = writer_key(e->w, named->names.p[i], rule_id(e, named->rules.p[i]));
		uint32_t at = WRITER_ADD(e->w, PACK_REPOSITORY, &out);
		if (!range.n++)
			range.first = at;
	}
	return range;
}

static void emit_rules(struct emitter *e, size_t *done)
{
	while (*done < e->order.n)
		emit_rule(e, e->order.p[(*done)++]);
}

void grammars_compile(struct grammars *set, struct pack_writer *w, struct grammar_result *results)
{
	struct arena a = { 0 };
	struct rules r;
	struct emitter e = { .r = &r, .w = w, .a = &a };
	rules_init(&r, set, &a);
	uint32_t *roots = ARENA_ARRAY(&a, uint32_t, set->all.n);
	struct injections *lists = ARENA_ARRAY(&a, struct injections, set->all.n);
	struct injections *offered = ARENA_ARRAY(&a, struct injections, set->all.n);
	struct named *named = ARENA_ARRAY(&a, struct named, set->all.n);
	size_t done = 0;
	for (uint32_t i = 0; i < set->all.n; i++) {
		roots[i] = rules_root(&r, i);
		collect_injections(&e, &lists[i], i);
		const struct val *root = &set->all.p[i].root;
		if (!set->base)
			collect_named(&e, &named[i], root);
		else if (set->all.p[i].n_inject_to)
			collect(&e, &offered[i], val_str(root, "injectionSelector"), roots[i]);
	}
	rules_merge(&r);
	e.id = ARENA_ARRAY(&a, uint32_t, r.all.n);
	e.first = u32(w->section[PACK_RULES].n / sizeof(struct pack_rule));
	e.seen = ARENA_ARRAY(&a, uint32_t, r.all.n);
	e.seen_foreign = ARENA_ARRAY(&a, uint32_t, r.n_foreign);
	for (size_t i = 0; i < set->all.n; i++) {
		results[i].root = rule_id(&e, roots[i]);
		results[i].injections = emit_injections(&e, &lists[i]);
		emit_rules(&e, &done); /* what a language reaches lies together */
		results[i].offered = emit_injections(&e, &offered[i]);
		emit_rules(&e, &done);
		VEC_FREE(&lists[i].list);
		VEC_FREE(&offered[i].list);
	}
	for (size_t i = 0; i < set->all.n; i++) { /* what only other grammars may ask for comes last */
		results[i].repository = emit_named(&e, &named[i]);
		emit_rules(&e, &done);
		VEC_FREE(&named[i].rules);
		VEC_FREE(&named[i].names);
	}
	VEC_FREE(&e.order);
	VEC_FREE(&e.flat);
	VEC_FREE(&e.path);
	rules_fini(&r);
	arena_fini(&a);
}
