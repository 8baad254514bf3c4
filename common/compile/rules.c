#include "ember/compile/rules.h"

#include "ember/base/size.h"

enum phase { CAPTURES, END_CAPTURES, PATTERNS, FINISHED };

/* A rule in the making. An explicit stack of these replaces recursion over the include graph. */
struct frame {
	uint32_t rule;
	const struct rule_context *context;
	const struct rule_scope *scope;
	enum phase phase;
	uint32_t i;       /* next capture or pattern */
	uint32_t pending; /* child that was asked for, to be accepted */
	const struct val *patterns;
	size_t n_patterns;
	VEC(uint32_t) children;
};

struct binder {
	struct rules *r;
	VEC(struct frame) stack;
};

void rules_init(struct rules *r, struct grammars *set, struct arena *a)
{
	*r = (struct rules){ .set = set, .a = a };
	r->external = ARENA_ARRAY(a, struct rule_context *, set->all.n);
	r->n_foreign = set->base ? pack_count(set->base, PACK_RULES) : 0;
	r->foreign = ARENA_ARRAY(a, uint32_t, r->n_foreign);
	VEC_PUSH(&r->all) = (struct rule){ 0 };
}

void rules_fini(struct rules *r)
{
	VEC_FREE(&r->all);
}

/* `base` may be NULL: the grammar itself. */
static struct rule_context *context_new(struct rules *r, uint32_t grammar, const struct rule_context *base)
{
	const struct grammar_source *g = &r->set->all.p[grammar];
	struct rule_context *c = ARENA_NEW(r->a, struct rule_context);
	const struct val *patterns = val_get(&g->root, STR("patterns"));
	size_t objects = (size_t)g->root.id + 1;
	c->grammar = grammar;
	c->base = base ? base : c;
	c->scope.repository = val_object(&g->root, "repository");
	c->rule_of = ARENA_ARRAY(r->a, uint32_t, objects + 1);
	c->self.kind = VAL_OBJECT;
	c->self.id = u32(objects);
	c->self.members = ARENA_ARRAY(r->a, struct val_member, 2);
	c->self.members[c->self.n_members++] = (struct val_member){ STR("name"), { .kind = VAL_STRING } };
	c->self.members[0].val.str = g->scope;
	if (patterns)
		c->self.members[c->self.n_members++] = (struct val_member){ STR("patterns"), *patterns };
	return c;
}

/* A grammar is loaded once a root; whoever is first decides its $base. */
static struct rule_context *load(struct rules *r, uint32_t grammar, const struct rule_context *base)
{
	if (!r->external[grammar])
		r->external[grammar] = context_new(r, grammar, base);
	return r->external[grammar];
}

static const struct val *lookup(const struct rule_scope *s, struct str name)
{
	for (; s; s = s->outer) {
		const struct val *v = val_get(s->repository, name);
		if (v)
			return v;
	}
	return NULL;
}

static uint32_t group_number(struct str key)
{
	uint32_t n = 0;
	if (key.n == 0 || !ascii_digit(key.p[0]))
		return UINT32_MAX;
	for (size_t i = 0; i < key.n && ascii_digit(key.p[i]) && n <= RULES_CAPTURE_MAX; i++)
		n = n * 10 + (uint32_t)(key.p[i] - '0');
	return n;
}

/* Captures by group: an object's keys are numbers, an array's places are. */
static struct rule_capture *captures(struct rules *r, const struct val *raw, uint32_t *n)
{
	*n = 0;
	bool object = raw && raw->kind == VAL_OBJECT;
	size_t count = object ? raw->n_members : raw && raw->kind == VAL_ARRAY ? raw->n_items : 0;
	for (size_t i = 0; i < count; i++) {
		uint32_t k = object ? group_number(raw->members[i].key) : u32(i);
		if (k <= RULES_CAPTURE_MAX && k >= *n)
			*n = k + 1;
	}
	struct rule_capture *list = ARENA_ARRAY(r->a, struct rule_capture, *n);
	for (size_t i = 0; i < count; i++) {
		uint32_t k = object ? group_number(raw->members[i].key) : u32(i);
		const struct val *v = object ? &raw->members[i].val : &raw->items[i];
		if (k < *n) /* null too: the reference makes an object of it */
			list[k].raw = v;
	}
	return list;
}

/* The captures named `specific` if present, else the general ones. */
static const struct val *captures_of(const struct val *raw, const char *specific)
{
	const struct val *v = val_get(raw, str_from(specific));
	return val_truthy(v) ? v : val_get(raw, STR("captures"));
}

static void set_patterns(struct frame *f, const struct val *raw)
{
	const struct val *v = val_get(raw, STR("patterns"));
	if (v && v->kind == VAL_ARRAY) {
		f->patterns = v->items;
		f->n_patterns = v->n_items;
	} else if (!v && val_str(raw, "include").n) {
		f->patterns = raw; /* read again as an entry: its include is followed */
		f->n_patterns = 1;
	}
}

/* Decides the kind of rule, in the order of the spec, and what of it has to be bound. */
static void start(struct rules *r, struct frame *f, struct rule *rule)
{
	const struct val *raw = rule->raw, *nested;
	f->phase = CAPTURES;
	if (val_str(raw, "match").n) {
		rule->kind = PACK_MATCH;
		rule->captures = captures(r, val_get(raw, STR("captures")), &rule->n_captures);
		return;
	}
	if (!val_get(raw, STR("begin"))) {
		rule->kind = PACK_INCLUDE;
		nested = val_object(raw, "repository");
		if (nested) {
			struct rule_scope *s = ARENA_NEW(r->a, struct rule_scope);
			*s = (struct rule_scope){ nested, f->scope };
			f->scope = s;
		}
		set_patterns(f, raw);
		return;
	}
	bool loops = val_str(raw, "while").n > 0;
	rule->kind = loops ? PACK_BEGIN_WHILE : PACK_BEGIN_END;
	rule->captures = captures(r, captures_of(raw, "beginCaptures"), &rule->n_captures);
	rule->end_captures = captures(r, captures_of(raw, loops ? "whileCaptures" : "endCaptures"),
		&rule->n_end_captures);
	if (val_array(raw, "patterns"))
		set_patterns(f, raw);
}

/* Ask for the rule of `raw`; a new one becomes the top of the stack, so `f` may move. */
static void call(struct binder *b, struct frame *f, const struct val *raw, const struct rule_context *c,
	const struct rule_scope *scope)
{
	struct rules *r = b->r;
	if (raw->kind != VAL_OBJECT)
		return;
	uint32_t *slot = &c->rule_of[raw->id];
	if (!*slot && r->all.n < RULES_MAX) {
		struct frame next = { .rule = u32(r->all.n), .context = c, .scope = scope };
		*slot = next.rule;
		VEC_PUSH(&r->all) = (struct rule){ .raw = raw, .grammar = c->grammar };
		start(r, &next, &r->all.p[next.rule]);
		if (f)
			f->pending = *slot;
		VEC_PUSH(&b->stack) = next;
	} else if (f) {
		f->pending = *slot;
	}
}

/* A rule of the base pack, bound long ago. */
static void call_foreign(struct rules *r, struct frame *f, uint32_t id)
{
	if (!id || id >= r->n_foreign || r->all.n >= RULES_MAX)
		return;
	if (!r->foreign[id]) {
		r->foreign[id] = u32(r->all.n);
		struct rule rule = { .foreign = id, .kind = pack_rule(r->set->base, id)->kind, .done = true };
		VEC_PUSH(&r->all) = rule;
	}
	f->pending = r->foreign[id];
}

static void call_external(struct binder *b, struct frame *f, struct str scope, struct str name)
{
	struct rules *r = b->r;
	uint64_t grammar;
	if (!map_get(&r->set->by_scope, scope, &grammar)) {
		if (r->set->base)
			call_foreign(r, f, pack_scope_rule(r->set->base, scope, name));
		return;
	}
	const struct rule_context *c = load(r, (uint32_t)grammar, f->context->base);
	const struct val *raw = name.n ? lookup(&c->scope, name) : &c->self;
	if (raw)
		call(b, f, raw, c, &c->scope);
}

static void call_include(struct binder *b, struct frame *f, struct str include)
{
	const struct rule_context *c = f->context;
	if (str_eqc(include, "$self") || str_eqc(include, "$base")) {
		if (include.p[1] == 'b')
			c = c->base;
		call(b, f, &c->self, c, f->scope);
		return;
	}
	size_t hash = str_chr(include, '#');
	if (hash == 0) {
		const struct val *raw = lookup(f->scope, str_sub(include, 1, include.n));
		if (raw)
			call(b, f, raw, c, f->scope);
		return;
	}
	struct str name = hash == STR_NONE ? STR("") : str_sub(include, hash + 1, include.n);
	call_external(b, f, str_sub(include, 0, hash), name);
}

static void step_captures(struct binder *b, struct frame *f)
{
	struct rule *rule = &b->r->all.p[f->rule];
	bool end = f->phase == END_CAPTURES;
	struct rule_capture *list = end ? rule->end_captures : rule->captures;
	uint32_t n = end ? rule->n_end_captures : rule->n_captures;
	if (f->pending) {
		list[f->i - 1].rule = f->pending;
		f->pending = 0;
	}
	while (f->i < n && !(list[f->i].raw && val_truthy(val_get(list[f->i].raw, STR("patterns")))))
		f->i++;
	if (f->i < n) {
		const struct val *raw = list[f->i++].raw;
		call(b, f, raw, f->context, f->scope);
		return;
	}
	f->i = 0;
	f->phase++;
}

static void accept(struct rules *r, struct frame *f)
{
	const struct rule *child = &r->all.p[f->pending];
	/* One in the making is not asked: the reference does not know it yet either. */
	bool dropped = child->done && child->kind != PACK_MATCH && child->missing && child->n_children == 0;
	if (!dropped)
		VEC_PUSH(&f->children) = f->pending;
	f->pending = 0;
}

static void step_patterns(struct binder *b, struct frame *f)
{
	if (f->pending)
		accept(b->r, f);
	if (f->i == f->n_patterns) {
		f->phase++;
		return;
	}
	const struct val *entry = &f->patterns[f->i++];
	struct str include = val_str(entry, "include");
	if (include.n)
		call_include(b, f, include);
	else
		call(b, f, entry, f->context, f->scope);
}

static void finish(struct binder *b, struct frame *f)
{
	struct rule *rule = &b->r->all.p[f->rule];
	rule->n_children = u32(f->children.n);
	rule->children = ARENA_ARRAY(b->r->a, uint32_t, f->children.n);
	for (size_t i = 0; i < f->children.n; i++)
		rule->children[i] = f->children.p[i];
	rule->missing = f->n_patterns != f->children.n;
	rule->done = true;
	VEC_FREE(&f->children);
	b->stack.n--;
}

static uint32_t bind(struct rules *r, const struct val *raw, const struct rule_context *c)
{
	struct binder b = { .r = r };
	if (raw->kind != VAL_OBJECT)
		return 0;
	call(&b, NULL, raw, c, &c->scope);
	while (b.stack.n) {
		struct frame *f = &b.stack.p[b.stack.n - 1];
		if (f->phase == FINISHED)
			finish(&b, f);
		else if (f->phase == PATTERNS)
			step_patterns(&b, f);
		else
			step_captures(&b, f);
	}
	VEC_FREE(&b.stack);
	return c->rule_of[raw->id];
}

uint32_t rules_root(struct rules *r, uint32_t grammar)
{
	for (size_t i = 0; i < r->set->all.n; i++)
		r->external[i] = NULL;
	r->root = context_new(r, grammar, NULL);
	return bind(r, &r->root->self, r->root);
}

uint32_t rules_named(struct rules *r, struct str name)
{
	const struct val *raw = val_get(r->root->scope.repository, name);
	return raw ? bind(r, raw, r->root) : 0;
}

uint32_t rules_injection(struct rules *r, uint32_t grammar, const struct val *raw)
{
	return bind(r, raw, grammar == r->root->grammar ? r->root : load(r, grammar, NULL));
}
