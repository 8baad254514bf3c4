#include "ember/tools/pack_data.h"

#include <stdlib.h>

#include "ember/base/size.h"

#define PACKAGE "node_modules/tm-grammars"

enum pack_licence data_licence(struct str spdx)
{
	static const char *const permissive[] = { "MIT", "ISC", "BSD", "Apache", "MPL", "Unlicense", "CC0" };
	static const char *const copyleft[] = { "GPL", "LGPL", "AGPL", "GNU" };
	for (size_t i = 0; i < COUNTOF(permissive); i++)
		if (str_starts(spdx, str_from(permissive[i])))
			return PACK_PERMISSIVE;
	for (size_t i = 0; i < COUNTOF(copyleft); i++)
		if (str_starts(spdx, str_from(copyleft[i])))
			return PACK_COPYLEFT;
	return PACK_UNSTATED; /* nothing, or NOASSERTION */
}

bool data_allowed(const struct pack_build *b, enum pack_licence licence)
{
	return b->choice == PACK_ALL || licence == PACK_OWN ||
		(b->choice == PACK_PERMISSIVE_ONLY && licence == PACK_PERMISSIVE);
}

static struct str *strings(struct pack_build *b, const struct val *v, size_t *n)
{
	struct str *out = ARENA_ARRAY(&b->arena, struct str, v ? v->n_items : 0);
	*n = 0;
	for (size_t i = 0; v && i < v->n_items; i++)
		if (v->items[i].kind == VAL_STRING)
			out[(*n)++] = v->items[i].str;
	return out;
}

/* A grammar and its language. `about` says what the grammar's file does not, or is NULL. */
static void add(struct pack_build *b, struct grammar_source *g, const struct val *about, enum pack_licence licence)
{
	struct catalog_language l = { .name = g->name, .scope = g->scope, .licence = licence };
	size_t n;
	l.grammar = u32(b->grammars.all.n);
	l.display = about ? val_str(about, "displayName") : val_str(&g->root, "name");
	l.hidden = val_str(&g->root, "injectionSelector").n > 0;
	if (!grammars_add(&b->grammars, g))
		return;
	uint32_t id = catalog_add(&b->catalog, &l);
	struct str *aliases = strings(b, val_array(about, "aliases"), &n);
	for (size_t i = 0; i < n; i++)
		catalog_alias(&b->catalog, id, aliases[i], CATALOG_NAME);
	if (!l.hidden)
		catalog_add_grammar(&b->catalog, id, &g->root);
}

static void own_grammars(struct pack_build *b)
{
	size_t n;
	struct str *names = data_folder(b, "grammars", ".json", &n);
	for (size_t i = 0; i < n; i++) {
		struct grammar_source g = { .name = str_sub(names[i], 0, names[i].n - 5) };
		data_value(b, data_path(b, "grammars", names[i], ""), &g.root);
		g.scope = val_str(&g.root, "scopeName");
		add(b, &g, NULL, PACK_OWN);
	}
}

static void package_grammars(struct pack_build *b, const struct val *list)
{
	for (size_t i = 0; list && i < list->n_items; i++) {
		const struct val *about = &list->items[i];
		enum pack_licence licence = data_licence(val_str(about, "license"));
		struct grammar_source g = { .name = val_str(about, "name") };
		if (!g.name.n || !data_allowed(b, licence))
			continue;
		data_value(b, data_path(b, PACKAGE "/grammars", g.name, ".json"), &g.root);
		g.scope = val_str(&g.root, "scopeName");
		g.inject_to = strings(b, val_array(about, "injectTo"), &g.n_inject_to);
		add(b, &g, about, licence);
		if (!val_str(about, "license").n)
			buf_printf(&b->unstated, "%.*s.json  %.*s\n", STR_ARG(g.name), STR_ARG(val_str(about, "source")));
	}
}

void data_grammars(struct pack_build *b)
{
	struct val index;
	if (b->choice != PACK_OWN_ONLY) {
		data_value(b, PACKAGE "/index.js", &index);
		package_grammars(b, val_array(&index, "grammars"));
		package_grammars(b, val_array(&index, "injections"));
	}
	own_grammars(b);
}
