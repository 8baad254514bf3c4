#include "ember/compile/sublime.h"

#include <string.h>

#include "ember/base/size.h"
#include "ember/compile/yaml.h"
#include "sublime_own.h"

struct str sublime_key(struct binder *b, const void *p, uint32_t x, uint32_t y)
{
	char *key = arena_bytes(b->a, sizeof(p) + 2 * sizeof(x));
	memcpy(key, &p, sizeof(p));
	memcpy(key + sizeof(p), &x, sizeof(x));
	memcpy(key + sizeof(p) + sizeof(x), &y, sizeof(y));
	return (struct str){ key, sizeof(p) + 2 * sizeof(x) };
}

/* ---- reading */

static int file_check(const struct sublime *s, struct err *e)
{
	if (s->root.kind != VAL_OBJECT)
		return err_line(e, s->root.line, "not a syntax");
	if (!s->scope.n)
		return err_line(e, s->root.line, "no scope");
	if (!val_object(&s->root, "contexts") && !val_get(&s->root, STR("extends")))
		return err_line(e, s->root.line, "no contexts");
	return 0;
}

int sublimes_add(struct sublimes *set, struct arena *a, struct str path, struct str text, struct err *e)
{
	struct sublime s = { .path = path, .name = str_base(path), .error_path = path };
	struct str suffix = STR(".sublime-syntax");
	bool added;
	if (yaml_read(&s.root, a, text, e) != 0)
		return -1;
	if (str_ends(s.name, suffix))
		s.name = str_sub(s.name, 0, s.name.n - suffix.n);
	char *lower = arena_cstr(a, s.name);
	for (size_t i = 0; i < s.name.n; i++)
		lower[i] = ascii_lower(lower[i]);
	s.name.p = lower;
	s.scope = str_trim(val_str(&s.root, "scope"));
	s.display = val_str(&s.root, "name");
	if (!s.display.n)
		s.display = str_sub(str_base(path), 0, s.name.n);
	s.v2 = str_eqc(val_str(&s.root, "version"), "2");
	const struct val *hidden = val_get(&s.root, STR("hidden"));
	s.hidden = hidden && sublime_bool(hidden);
	if (file_check(&s, e) != 0)
		return -1;
	uint64_t i = set->all.n, *at = map_at(&set->by_scope, s.scope, &added);
	if (added)
		*at = i;
	at = map_at(&set->by_file, str_base(path), &added);
	if (added)
		*at = i;
	VEC_PUSH(&set->all) = s;
	return 0;
}

void sublimes_fini(struct sublimes *set)
{
	VEC_FREE(&set->all);
	map_fini(&set->by_scope);
	map_fini(&set->by_file);
}

/* ---- contexts */

static int context_room(struct binder *b)
{
	return ++b->contexts <= SUBLIME_CONTEXTS_MAX ? 0 : err_text(b->e, "too many contexts");
}

int context_bind(struct binder *b, const struct target *t, uint32_t graft, uint32_t *id)
{
	struct pack_context c = { 0 };
	bool added;
	struct str key = t->body ? sublime_key(b, t->body, t->syntax, graft)
				 : arena_printf(b->a, "outside %u %.*s", graft, STR_ARG(t->language));
	uint64_t *at = map_at(&b->made, key, &added);
	if (!added) {
		*id = (uint32_t)*at;
		return 0;
	}
	if (context_room(b) != 0)
		return -1;
	if (!t->body)
		c.language = writer_text(b->w, t->language);
	*at = *id = WRITER_ADD(b->w, PACK_CONTEXTS, &c);
	if (t->body || graft)
		VEC_PUSH(&b->queue) = (struct work){ *id, t->syntax, graft, t->body };
	return 0;
}

/* A place in the items of a body, while they are put in a row. */
struct place {
	const struct body *body;
	uint32_t syntax, graft, part;
	size_t item;
};

struct row {
	VEC(struct place) places;
	VEC(uint32_t) rules;
};

/* Go on with that body's items, unless they were there already: the first place wins. */
static void row_open(struct binder *b, struct row *r, const struct body *body, uint32_t syntax,
	uint32_t graft)
{
	bool added;
	map_at(&b->seen, sublime_key(b, body, syntax, graft), &added);
	if (added)
		VEC_PUSH(&r->places) = (struct place){ body, syntax, graft, 0, 0 };
}

static int row_include(struct binder *b, struct row *r, const struct val *item, const struct val *ref,
	uint32_t syntax, uint32_t graft)
{
	const struct val *apply = val_get(item, STR("apply_prototype"));
	struct target t;
	if (table_find(b, syntax, ref, &t) != 0)
		return -1;
	if (!t.body)
		return 0;
	row_open(b, r, t.body, t.syntax, graft);
	const struct table *other = &b->tables[t.syntax];
	if (apply && sublime_bool(apply) && t.syntax != syntax && other->prototype)
		row_open(b, r, other->prototype, t.syntax, graft); /* on top: comes first */
	return 0;
}

static int row_item(struct binder *b, struct row *r, const struct val *item, uint32_t syntax, uint32_t graft)
{
	const struct val *include = val_get(item, STR("include"));
	uint32_t rule;
	if (include)
		return row_include(b, r, item, include, syntax, graft);
	if (!val_get(item, STR("match")))
		return 0;
	if (step_bind(b, syntax, item, graft, &rule) != 0)
		return -1;
	VEC_PUSH(&r->rules) = rule;
	return 0;
}

/* The patterns of all open places, in order. */
static int row_run(struct binder *b, struct row *r)
{
	while (r->places.n) {
		struct place *p = &r->places.p[r->places.n - 1];
		if (p->part == p->body->n) {
			r->places.n--;
			continue;
		}
		const struct body_part *part = &p->body->parts[p->part];
		if (p->item == part->list->n_items) {
			p->part++;
			p->item = 0;
			continue;
		}
		const struct val *item = &part->list->items[p->item++];
		b->file = part->file;
		if (++b->steps > SUBLIME_STEPS_MAX || r->rules.n + b->set_words > SUBLIME_SET_WORDS_MAX)
			return err_line(b->e, item->line, "too many includes");
		if (row_item(b, r, item, p->syntax, p->graft) != 0)
			return -1;
	}
	return 0;
}

/* The patterns of with_prototype; the outermost list comes first. */
static int row_grafts(struct binder *b, struct row *r, uint32_t graft)
{
	VEC(uint32_t) chain = { 0 };
	int ret = 0;
	for (; graft; graft = b->grafts.p[graft].below)
		VEC_PUSH(&chain) = graft;
	while (chain.n && ret == 0) {
		struct graft o = b->grafts.p[chain.p[--chain.n]];
		b->file = o.file;
		row_open(b, r, table_inline(b, o.list), o.syntax, 0);
		ret = row_run(b, r);
	}
	VEC_FREE(&chain);
	return ret;
}

/* What the items with meta_* keys say; the file that extends has the last word. */
struct meta {
	const struct val *scope, *content, *clear;
	bool prototype;
};

static void meta_part(struct meta *m, const struct val *list)
{
	for (size_t i = 0; i < list->n_items; i++) {
		const struct val *v;
		if ((v = val_get(&list->items[i], STR("meta_scope"))))
			m->scope = v;
		if ((v = val_get(&list->items[i], STR("meta_content_scope"))))
			m->content = v;
		if ((v = val_get(&list->items[i], STR("clear_scopes"))))
			m->clear = v;
		if ((v = val_get(&list->items[i], STR("meta_include_prototype"))))
			m->prototype = sublime_bool(v);
	}
}

/* Parts in the order of extension: inherited ones before one's own, wherever its patterns go. */
static struct meta meta_of(const struct body *body, uint32_t syntax)
{
	struct meta m = { .prototype = true };
	for (unsigned own = 0; own < 2; own++)
		for (uint32_t i = 0; i < body->n; i++)
			if ((body->parts[i].file == syntax) == own)
				meta_part(&m, body->parts[i].list);
	return m;
}

static uint32_t clear_count(const struct val *v)
{
	uint32_t n = 0;
	if (!v || v->kind != VAL_STRING || !sublime_bool(v))
		return 0;
	for (size_t i = 0; i < v->str.n && n < 100000; i++) {
		if (!ascii_digit(v->str.p[i]))
			return PACK_CLEAR_ALL;
		n = n * 10 + (uint32_t)(v->str.p[i] - '0');
	}
	return n;
}

static struct str scope_text(const struct val *v)
{
	return v && v->kind == VAL_STRING ? str_trim(v->str) : STR("");
}

static int context_rules(struct binder *b, const struct work *work, bool prototype, struct row *r)
{
	const struct table *t = &b->tables[work->syntax];
	if (row_grafts(b, r, work->graft) != 0)
		return -1;
	if (!work->body)
		return 0;
	row_open(b, r, work->body, work->syntax, work->graft);
	if (prototype && t->prototype && !map_get(&t->plain, sublime_key(b, work->body, 0, 0), NULL))
		row_open(b, r, t->prototype, work->syntax, work->graft);
	return row_run(b, r);
}

static int context_fill(struct binder *b, struct work work)
{
	struct meta meta = work.body ? meta_of(work.body, work.syntax) : (struct meta){ 0 };
	struct row r = { 0 };
	struct pack_context c = *(const struct pack_context *)writer_at(b->w, PACK_CONTEXTS, work.id, sizeof(c));
	c.meta = writer_template(b->w, scope_text(meta.scope));
	c.content = writer_template(b->w, scope_text(meta.content));
	c.clear = clear_count(meta.clear);
	if (work.body && work.body == b->tables[work.syntax].main)
		c.scope = writer_template(b->w, b->set->all.p[work.syntax].scope);
	int ret = context_rules(b, &work, meta.prototype, &r);
	for (size_t i = 0; ret == 0 && i < r.rules.n; i++) {
		const struct pack_rule *rule = writer_at(b->w, PACK_RULES, r.rules.p[i], sizeof(*rule));
		const struct pack_regex *rx = writer_at(b->w, PACK_REGEXES, rule->begin, sizeof(*rx));
		if (rx->flags & PACK_REGEX_BACKREF)
			c.flags |= PACK_CONTEXT_BACKREF;
	}
	if (ret == 0) {
		size_t before = b->w->section[PACK_WORDS].n;
		c.set = writer_set(b->w, r.rules.p, r.rules.n);
		b->set_words += (b->w->section[PACK_WORDS].n - before) / sizeof(uint32_t);
		*(struct pack_context *)writer_at(b->w, PACK_CONTEXTS, work.id, sizeof(c)) = c;
	}
	VEC_FREE(&r.places);
	VEC_FREE(&r.rules);
	map_fini(&b->seen);
	return ret;
}

/* ---- syntaxes */

static int first_line(struct binder *b, uint32_t syntax)
{
	struct sublime *s = &b->set->all.p[syntax];
	const struct val *v = val_get(&s->root, STR("first_line_match"));
	struct str text;
	if (!v || v->kind != VAL_STRING)
		return 0;
	if (table_expand(b, syntax, v, &text) != 0)
		return -1;
	s->first_line = arena_str(b->a, text);
	return 0;
}

static int syntax_bind(struct binder *b, uint32_t syntax, uint32_t *context)
{
	struct target t = { .syntax = syntax };
	b->contexts = b->steps = 0;
	if (table_make(b, syntax, 0) != 0)
		return -1;
	b->file = syntax;
	t.body = b->tables[syntax].main;
	if (!t.body)
		return err_line(b->e, b->set->all.p[syntax].root.line, "no context main");
	if (first_line(b, syntax) != 0 || context_bind(b, &t, 0, context) != 0)
		return -1;
	while (b->done < b->queue.n)
		if (context_fill(b, b->queue.p[b->done++]) != 0)
			return -1;
	return 0;
}

/* Forget what was made for a broken syntax: some of it was never filled. */
static void binder_forget(struct binder *b)
{
	map_fini(&b->made);
	map_fini(&b->bound);
	b->queue.n = b->done = 0;
}

static void binder_fini(struct binder *b)
{
	binder_forget(b);
	for (size_t i = 0; i < b->set->all.n; i++)
		table_fini(&b->tables[i]);
	map_fini(&b->graft_at);
	map_fini(&b->bodies);
	map_fini(&b->seen);
	VEC_FREE(&b->grafts);
	VEC_FREE(&b->queue);
	buf_fini(&b->text);
}

void sublimes_compile(struct sublimes *set, struct arena *a, struct pack_writer *w)
{
	struct arena own = { 0 };
	struct binder b = { .set = set, .w = w, .a = &own };
	b.tables = ARENA_ARRAY(&own, struct table, set->all.n);
	VEC_PUSH(&b.grafts) = (struct graft){ 0 };
	for (uint32_t i = 0; i < set->all.n; i++) {
		struct sublime *s = &set->all.p[i];
		s->error = (struct err){ 0 };
		b.e = &s->error;
		if (syntax_bind(&b, i, &s->context) != 0) {
			s->context = 0;
			s->error_path = set->all.p[b.file].path;
			binder_forget(&b);
		}
		s->first_line = arena_str(a, s->first_line);
	}
	binder_fini(&b);
	arena_fini(&own);
}

/* ---- the language */

static void add_extensions(struct catalog *c, uint32_t id, const struct val *list)
{
	for (size_t i = 0; list && i < list->n_items; i++) {
		if (list->items[i].kind != VAL_STRING)
			continue;
		struct str ext = list->items[i].str; /* a name without extension is written so too */
		catalog_key(c, PACK_FILES, ext, id, CATALOG_USER);
		if (!str_starts(ext, STR(".")))
			catalog_key(c, PACK_EXTENSIONS, ext, id, CATALOG_USER);
	}
}

uint32_t catalog_add_sublime(struct catalog *c, const struct sublime *s)
{
	struct catalog_language l = {
		.name = s->name,
		.display = s->display,
		.scope = s->scope,
		.grammar = CATALOG_NONE,
		.ready.context = s->context,
		.hidden = s->hidden,
	};
	uint32_t id = catalog_add_user(c, &l);
	add_extensions(c, id, val_array(&s->root, "file_extensions"));
	add_extensions(c, id, val_array(&s->root, "hidden_file_extensions"));
	catalog_key(c, PACK_FIRST_LINES, s->first_line, id, CATALOG_USER);
	return id;
}
