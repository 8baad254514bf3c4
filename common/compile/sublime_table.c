#include <string.h>

#include "ember/base/size.h"
#include "ember/compile/pattern.h"
#include "sublime_own.h"

#define EXPAND_STEPS_MAX 10000u /* variables put into one pattern */
#define SUFFIX STR(".sublime-syntax")

void table_fini(struct table *t)
{
	VEC_FREE(&t->contexts);
	VEC_FREE(&t->variables);
	map_fini(&t->context_at);
	map_fini(&t->variable_at);
	map_fini(&t->plain);
}

static struct named *table_named(const struct table *t, struct str name)
{
	uint64_t i;
	return map_get(&t->context_at, name, &i) ? &t->contexts.p[i] : NULL;
}

static void table_put(struct table *t, struct named n)
{
	bool added;
	uint64_t *at = map_at(&t->context_at, n.name, &added);
	if (added) {
		*at = t->contexts.n;
		VEC_PUSH(&t->contexts) = n;
	} else {
		t->contexts.p[*at] = n;
	}
}

static void table_variable(struct table *t, struct variable v)
{
	bool added;
	uint64_t *at = map_at(&t->variable_at, v.name, &added);
	if (added) {
		*at = t->variables.n;
		VEC_PUSH(&t->variables) = v;
	} else {
		t->variables.p[*at] = v;
	}
}

/* What `from` has goes into t. Beside another parent its inherited things do not replace any. */
static void table_inherit(struct table *t, const struct table *from, uint32_t parent)
{
	for (size_t i = 0; i < from->contexts.n; i++)
		if (from->contexts.p[i].owner == parent ||
			!table_named(t, from->contexts.p[i].name))
			table_put(t, from->contexts.p[i]);
	for (size_t i = 0; i < from->variables.n; i++)
		if (from->variables.p[i].owner == parent ||
			!map_get(&t->variable_at, from->variables.p[i].name, NULL))
			table_variable(t, from->variables.p[i]);
}

/* A syntax of the set by the last component of its path. */
static bool table_file(const struct binder *b, struct str path, uint32_t *syntax)
{
	uint64_t i;
	if (!map_get(&b->set->by_file, str_base(path), &i))
		return false;
	*syntax = (uint32_t)i;
	return true;
}

static int table_extend(struct binder *b, uint32_t syntax, const struct val *parent, unsigned depth)
{
	uint32_t other;
	if (parent->kind != VAL_STRING || !table_file(b, parent->str, &other))
		return err_line(b->e, parent->line, "the syntax that it extends is not there");
	if (b->tables[other].state == TABLE_BUSY || depth >= SUBLIME_EXTENDS_DEPTH)
		return err_line(b->e, parent->line, "syntaxes extend one another without end");
	if (table_make(b, other, depth + 1) != 0)
		return -1;
	b->file = syntax;
	table_inherit(&b->tables[syntax], &b->tables[other], other);
	return 0;
}

static int table_parents(struct binder *b, uint32_t syntax, unsigned depth)
{
	const struct val *v = val_get(&b->set->all.p[syntax].root, STR("extends"));
	if (!v || v->kind == VAL_NULL)
		return 0;
	if (v->kind != VAL_ARRAY)
		return table_extend(b, syntax, v, depth);
	for (size_t i = 0; i < v->n_items; i++)
		if (table_extend(b, syntax, &v->items[i], depth) != 0)
			return -1;
	return 0;
}

enum merge { MERGE_REPLACE, MERGE_PREPEND, MERGE_APPEND };

static enum merge merge_of(const struct val *list)
{
	for (size_t i = 0; i < list->n_items; i++) {
		const struct val *v = val_get(&list->items[i], STR("meta_prepend"));
		if (v && sublime_bool(v))
			return MERGE_PREPEND;
		v = val_get(&list->items[i], STR("meta_append"));
		if (v && sublime_bool(v))
			return MERGE_APPEND;
	}
	return MERGE_REPLACE;
}

/* A context that the syntax defines itself, joined with the inherited one where it says so. */
static struct body *own_body(struct binder *b, uint32_t syntax, const struct val_member *m)
{
	const struct named *old = table_named(&b->tables[syntax], m->key);
	enum merge how = merge_of(&m->val);
	uint32_t n = how != MERGE_REPLACE && old ? old->body->n : 0;
	struct body *body = ARENA_NEW(b->a, struct body);
	body->n = n + 1;
	body->parts = ARENA_ARRAY(b->a, struct body_part, body->n);
	struct body_part *own = &body->parts[how == MERGE_PREPEND ? 0 : n];
	*own = (struct body_part){ &m->val, syntax };
	if (n)
		memcpy(&body->parts[how == MERGE_PREPEND ? 1 : 0], old->body->parts,
			n * sizeof(*body->parts));
	return body;
}

static int table_own(struct binder *b, uint32_t syntax)
{
	struct table *t = &b->tables[syntax];
	const struct val *root = &b->set->all.p[syntax].root;
	const struct val *variables = val_object(root, "variables");
	const struct val *contexts = val_object(root, "contexts");
	for (size_t i = 0; variables && i < variables->n_members; i++) {
		const struct val_member *m = &variables->members[i];
		if (m->val.kind != VAL_STRING && m->val.kind != VAL_NULL)
			return err_line(b->e, m->val.line, "a variable must be a text");
		struct str text = m->val.kind == VAL_STRING ? m->val.str : STR("");
		table_variable(t, (struct variable){ m->key, text, syntax });
	}
	for (size_t i = 0; contexts && i < contexts->n_members; i++) {
		const struct val_member *m = &contexts->members[i];
		if (m->val.kind != VAL_ARRAY && m->val.kind != VAL_NULL)
			return err_line(b->e, m->val.line, "a context must be a list");
		table_put(t, (struct named){ m->key, own_body(b, syntax, m), syntax });
	}
	return 0;
}

/* Enter a body among those without prototype; true when it is new there. */
static bool plain_add(struct binder *b, struct table *t, const struct body *body)
{
	bool added;
	map_at(&t->plain, sublime_key(b, body, 0, 0), &added);
	return added;
}

struct bodies {
	VEC(const struct body *) list;
};

/* The contexts of this very syntax that a reference names, or holds in place. */
static void plain_target(struct binder *b, uint32_t syntax, const struct val *v, struct bodies *out)
{
	struct table *t = &b->tables[syntax];
	const struct body *body = NULL;
	if (v->kind == VAL_STRING) {
		const struct named *n = table_named(t, v->str);
		body = n ? n->body : NULL;
	} else if (v->kind == VAL_ARRAY) {
		body = table_inline(b, v);
	}
	if (body && plain_add(b, t, body))
		VEC_PUSH(&out->list) = body;
}

static void plain_item(struct binder *b, uint32_t syntax, const struct val *item, struct bodies *out)
{
	const struct val *v = val_get(item, STR("include"));
	if (v)
		plain_target(b, syntax, v, out);
	v = step_targets(item);
	if (!v)
		return;
	if (step_one(v)) {
		plain_target(b, syntax, v, out);
		return;
	}
	for (size_t i = 0; i < v->n_items; i++)
		plain_target(b, syntax, &v->items[i], out);
}

/* The prototype, and what it reaches, do not include the prototype. */
static void table_plain(struct binder *b, uint32_t syntax)
{
	struct table *t = &b->tables[syntax];
	struct bodies todo = { 0 };
	if (!t->prototype)
		return;
	plain_add(b, t, t->prototype);
	VEC_PUSH(&todo.list) = t->prototype;
	while (todo.list.n) {
		const struct body *body = todo.list.p[--todo.list.n];
		for (uint32_t p = 0; p < body->n; p++) {
			b->file = body->parts[p].file;
			for (size_t i = 0; i < body->parts[p].list->n_items; i++)
				plain_item(b, syntax, &body->parts[p].list->items[i], &todo);
		}
	}
	b->file = syntax;
	VEC_FREE(&todo.list);
}

int table_make(struct binder *b, uint32_t syntax, unsigned depth)
{
	struct table *t = &b->tables[syntax];
	if (t->state == TABLE_DONE)
		return 0;
	t->state = TABLE_BUSY;
	b->file = syntax;
	if (table_parents(b, syntax, depth) != 0 || table_own(b, syntax) != 0) {
		table_fini(t);
		*t = (struct table){ 0 };
		return -1;
	}
	const struct named *main = table_named(t, STR("main"));
	const struct named *prototype = table_named(t, STR("prototype"));
	t->main = main ? main->body : NULL;
	t->prototype = prototype ? prototype->body : NULL;
	table_plain(b, syntax);
	t->state = TABLE_DONE;
	return 0;
}

const struct body *table_inline(struct binder *b, const struct val *list)
{
	bool added;
	uint64_t *at = map_at(&b->bodies, sublime_key(b, list, 0, 0), &added);
	if (added) {
		struct body *body = ARENA_NEW(b->a, struct body);
		body->parts = ARENA_NEW(b->a, struct body_part);
		body->parts[0] = (struct body_part){ list, b->file };
		body->n = 1;
		*at = (uint64_t)(uintptr_t)body;
	}
	return (const struct body *)(uintptr_t)*at;
}

/* A reference to another syntax: by scope or by path. True when the set has it. */
static bool table_other(const struct binder *b, struct str name, uint32_t *syntax, struct str *language)
{
	uint64_t i;
	if (str_starts(name, STR("scope:"))) {
		*language = str_sub(name, STR("scope:").n, name.n);
		if (!map_get(&b->set->by_scope, *language, &i))
			return false;
		*syntax = (uint32_t)i;
		return true;
	}
	*language = str_base(name);
	if (str_ends(*language, SUFFIX))
		*language = str_sub(*language, 0, language->n - SUFFIX.n);
	return table_file(b, name, syntax);
}

int table_find(struct binder *b, uint32_t syntax, const struct val *ref, struct target *out)
{
	*out = (struct target){ .syntax = syntax };
	if (ref->kind == VAL_ARRAY) {
		out->body = table_inline(b, ref);
		return 0;
	}
	if (ref->kind != VAL_STRING)
		return err_line(b->e, ref->line, "a context must be named or given as a list");
	struct str context = ref->str, name = str_cut(&context, '#');
	if (!str_starts(name, STR("scope:")) && !str_ends(name, SUFFIX)) {
		context = ref->str;
	} else {
		if (!table_other(b, name, &out->syntax, &out->language)) {
			out->missing = context.n > 0;
			return 0;
		}
		uint32_t file = b->file;
		if (table_make(b, out->syntax, 0) != 0)
			return -1;
		b->file = file;
		if (!context.n)
			context = STR("main");
	}
	const struct named *n = table_named(&b->tables[out->syntax], context);
	if (!n)
		return err_line(b->e, ref->line, "no such context");
	out->body = n->body;
	return 0;
}

/* Length of "{{name}}" at the start of s, with the name; 0 when there is none. */
static size_t variable_at(struct str s, struct str *name)
{
	size_t i = 2;
	if (!str_starts(s, STR("{{")) || s.n < 5 || !(ascii_alpha(s.p[2]) || s.p[2] == '_'))
		return 0;
	while (i < s.n && (ascii_alnum(s.p[i]) || s.p[i] == '_'))
		i++;
	*name = str_sub(s, 2, i);
	return str_starts(str_sub(s, i, s.n), STR("}}")) ? i + 2 : 0;
}

int table_expand(struct binder *b, uint32_t syntax, const struct val *value, struct str *out)
{
	const struct table *t = &b->tables[syntax];
	struct str open[SUBLIME_VARIABLES_DEPTH + 1] = { value->kind == VAL_STRING ? value->str : STR("") };
	size_t depth = 1, steps = 0;
	struct str name = { 0 };
	uint64_t i;
	buf_clear(&b->text);
	while (depth) {
		struct str *s = &open[depth - 1];
		size_t n = variable_at(*s, &name);
		if (!s->n) {
			depth--;
		} else if (!n) {
			buf_char(&b->text, s->p[0]);
			*s = str_sub(*s, 1, s->n);
		} else {
			*s = str_sub(*s, n, s->n);
			if (!map_get(&t->variable_at, name, &i))
				return err_line(b->e, value->line, "no such variable");
			if (depth > SUBLIME_VARIABLES_DEPTH || ++steps > EXPAND_STEPS_MAX)
				return err_line(b->e, value->line, "variables without end");
			open[depth++] = t->variables.p[i].text;
		}
		if (b->text.n > PATTERN_BYTES_MAX)
			return err_line(b->e, value->line, "pattern too long");
	}
	*out = buf_view(&b->text);
	return 0;
}
