/* fixture: a pack of the test's own grammars and theme, made in memory. */
#ifndef EMBER_TESTS_UNIT_SYNTAX_FIXTURE_H
#define EMBER_TESTS_UNIT_SYNTAX_FIXTURE_H

#include "ember/base/arena.h"
#include "ember/base/panic.h"
#include "ember/compile/catalog.h"
#include "ember/compile/grammar.h"
#include "ember/compile/theme.h"
#include "ember/compile/write.h"
#include "ember/syntax/registry.h"
#include "lib/test.h"

struct fixture {
	struct arena a;
	struct pack_writer w; /* until fixture_finish */
	struct grammars grammars;
	struct catalog catalog;
	struct buf file;
	struct registry reg;
};

/* A JSON text with ' for ", so that it can stand in a C string. */
static inline struct val fixture_json(struct fixture *f, const char *text)
{
	struct err e = { 0 };
	struct val v;
	struct str s = arena_str(&f->a, str_from(text));
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '\'')
			((char *)(uintptr_t)s.p)[i] = '"';
	if (json_read(&v, &f->a, s, &e) != 0)
		panic(e.what);
	val_index(&v, &f->a);
	return v;
}

/* Add a grammar; its name is its scope when it has none. */
static inline void fixture_source(struct fixture *f, struct val root)
{
	struct grammar_source g = { .root = root };
	g.scope = val_str(&g.root, "scopeName");
	g.name = val_str(&g.root, "name");
	g.name = g.name.n ? g.name : g.scope;
	const struct val *into = val_array(&g.root, "injectTo");
	g.inject_to = ARENA_ARRAY(&f->a, struct str, into ? into->n_items : 0);
	for (; into && g.n_inject_to < into->n_items; g.n_inject_to++)
		g.inject_to[g.n_inject_to] = into->items[g.n_inject_to].str;
	struct catalog_language l = { .name = g.name,
		.scope = g.scope,
		.display = g.name,
		.grammar = u32(f->grammars.all.n) };
	REQUIRE(grammars_add(&f->grammars, &g));
	uint32_t id = catalog_add(&f->catalog, &l);
	catalog_add_grammar(&f->catalog, id, &g.root);
}

static inline void fixture_grammar(struct fixture *f, const char *text)
{
	fixture_source(f, fixture_json(f, text));
}

static inline void fixture_begin(struct fixture *f)
{
	*f = (struct fixture){ 0 };
	catalog_init(&f->catalog, &f->a);
	writer_init(&f->w);
}

static inline void fixture_theme(struct fixture *f, struct pack_writer *w, const char *text)
{
	struct err e = { 0 };
	struct theme_source t = { 0 };
	struct val v = fixture_json(f, text);
	struct writer_key key = { .text = STR("test") };
	if (theme_source_read(&t, &f->a, &v, STR("dark"), NULL, &e) != 0)
		panic(e.what);
	t.name = t.display = key.text;
	if (theme_source_write(&t, w, &key.id, &e) != 0)
		panic(e.what);
	theme_source_fini(&t);
	writer_keys(w, PACK_THEME_NAMES, &key, 1, true);
}

/* A theme as JSON, `tsv` as languages.tsv; both may be NULL. */
static inline void fixture_finish(struct fixture *f, const char *theme, const char *tsv)
{
	struct err e = { 0 };
	if (tsv && catalog_add_tsv(&f->catalog, str_from(tsv), &e) != 0)
		panic(e.what);
	struct grammar_result *results = ARENA_ARRAY(
		&f->a, struct grammar_result, f->grammars.all.n);
	grammars_compile(&f->grammars, &f->w, results);
	if (theme)
		fixture_theme(f, &f->w, theme);
	catalog_write(&f->catalog, &f->w, results);
	writer_finish(&f->w, &f->file, 1);
	writer_fini(&f->w);
	if (registry_open(&f->reg, f->file.p, f->file.n, &e) != 0)
		panic(e.what);
}

/* Grammars as JSON, the last of texts is NULL; the rest as for fixture_finish. */
static inline void fixture_open(
	struct fixture *f, const char *const *texts, const char *theme, const char *tsv)
{
	fixture_begin(f);
	for (; *texts; texts++)
		fixture_grammar(f, *texts);
	fixture_finish(f, theme, tsv);
}

static inline void fixture_close(struct fixture *f)
{
	catalog_fini(&f->catalog);
	grammars_fini(&f->grammars);
	buf_fini(&f->file);
	arena_fini(&f->a);
}

#endif
