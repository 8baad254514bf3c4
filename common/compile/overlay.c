#include "ember/compile/overlay.h"

#include "ember/base/size.h"
#include "ember/base/sort.h"

enum { INJECT_TO_MAX = 64, INJECTIONS_MAX = 1024 };

void overlay_init(struct overlay *o, const struct pack *base)
{
	*o = (struct overlay){ .base = base };
	o->grammars.base = base;
	writer_load(&o->writer, base);
	catalog_load(&o->catalog, &o->arena, base);
}

void overlay_fini(struct overlay *o)
{
	VEC_FREE(&o->themes);
	map_fini(&o->theme_names);
	catalog_fini(&o->catalog);
	grammars_fini(&o->grammars);
	sublimes_fini(&o->syntaxes);
	writer_fini(&o->writer);
	arena_fini(&o->arena);
}

static struct str fold(struct overlay *o, struct str s)
{
	char *p = arena_cstr(&o->arena, s);
	for (size_t i = 0; i < s.n; i++)
		p[i] = ascii_lower(p[i]);
	return (struct str){ p, s.n };
}

/* Nobody's package says where a single file injects, so the grammar itself may: "injectTo". */
static void inject_to(struct overlay *o, struct grammar_source *g)
{
	const struct val *to = val_array(&g->root, "injectTo");
	size_t n = to ? to->n_items : 0;
	if (n > INJECT_TO_MAX)
		n = INJECT_TO_MAX;
	g->inject_to = ARENA_ARRAY(&o->arena, struct str, n);
	for (size_t i = 0; i < n; i++)
		if (to->items[i].kind == VAL_STRING)
			g->inject_to[g->n_inject_to++] = to->items[i].str;
}

int overlay_grammar(struct overlay *o, struct str stem, struct str text, bool sure, struct err *e)
{
	struct grammar_source g = { .name = fold(o, stem) };
	if (val_read(&g.root, &o->arena, text, e) != 0)
		return -1;
	g.scope = val_str(&g.root, "scopeName");
	if (!g.scope.n || !val_array(&g.root, "patterns"))
		return sure ? err_text(e, "not a grammar: it lacks scopeName or patterns") : 0;
	inject_to(o, &g);
	struct catalog_language l = { .name = g.name, .scope = g.scope, .licence = PACK_USER };
	l.display = val_str(&g.root, "name").n ? val_str(&g.root, "name") : stem;
	l.grammar = u32(o->grammars.all.n);
	l.hidden = val_str(&g.root, "injectionSelector").n > 0;
	if (!grammars_add(&o->grammars, &g))
		return 0; /* the same grammar in two folders: the first stays */
	uint32_t id = catalog_add_user(&o->catalog, &l);
	if (!l.hidden)
		catalog_add_grammar(&o->catalog, id, &o->grammars.all.p[l.grammar].root);
	return 0;
}

int overlay_syntax(struct overlay *o, struct str path, struct str text, struct err *e)
{
	return sublimes_add(&o->syntaxes, &o->arena, path, text, e);
}

static bool is_theme(const struct val *root)
{
	static const char *const keys[] = { "tokenColors", "settings", "colors", "include" };
	for (size_t i = 0; i < COUNTOF(keys); i++)
		if (val_get(root, str_from(keys[i])))
			return true;
	return false;
}

int overlay_theme(struct overlay *o, struct str stem, struct str text, bool sure,
	const struct theme_loader *loader, struct err *e)
{
	struct theme_source t = { 0 };
	struct val *root = ARENA_NEW(&o->arena, struct val);
	uint32_t id;
	bool added;
	if (val_read(root, &o->arena, text, e) != 0)
		return -1;
	if (!is_theme(root))
		return sure ? err_text(e, "not a theme") : 0;
	struct str name = fold(o, stem);
	if (map_get(&o->theme_names, name, NULL))
		return 0;
	int ret = theme_source_read(&t, &o->arena, root, STR(""), loader, e);
	struct str display = t.display.n ? t.display : stem;
	t.name = stem;
	t.display = display;
	if (ret == 0)
		ret = theme_source_write(&t, &o->writer, &id, e);
	theme_source_fini(&t);
	if (ret != 0)
		return -1;
	*map_at(&o->theme_names, name, &added) = id;
	VEC_PUSH(&o->themes) = (struct writer_key){ stem, id };
	VEC_PUSH(&o->themes) = (struct writer_key){ display, id };
	return 0;
}

/* ---- injections into the base's languages */

static int by_priority(const void *a, const void *b, void *ctx)
{
	(void)ctx;
	return ((const struct pack_injection *)a)->priority - ((const struct pack_injection *)b)->priority;
}

/* What the language has and `more` of the writer, sorted, as a new run of records. */
static struct pack_range join(struct overlay *o, struct pack_range have, struct pack_range more)
{
	VEC(struct pack_injection) all = { 0 };
	uint32_t n = u32(o->writer.section[PACK_INJECTIONS].n / sizeof(struct pack_injection));
	const struct pack_range parts[] = { have, more };
	struct pack_range out = { n, 0 };
	for (size_t p = 0; p < COUNTOF(parts); p++)
		for (uint32_t i = 0; i < parts[p].n && parts[p].first + i < n && all.n < INJECTIONS_MAX; i++)
			VEC_PUSH(&all) = *(const struct pack_injection *)writer_at(
				&o->writer, PACK_INJECTIONS, parts[p].first + i, sizeof(struct pack_injection));
	if (all.n)
		sort_stable(all.p, all.n, sizeof(*all.p), by_priority, NULL);
	for (size_t i = 0; i < all.n; i++)
		WRITER_ADD(&o->writer, PACK_INJECTIONS, &all.p[i]);
	out.n = u32(all.n);
	VEC_FREE(&all);
	return out;
}

static void inject(struct overlay *o, const struct grammar_result *results)
{
	for (size_t g = 0; g < o->grammars.all.n; g++) {
		if (!results[g].offered.n)
			continue;
		for (size_t i = 0; i < o->catalog.languages.n; i++) {
			struct catalog_language *l = &o->catalog.languages.p[i];
			if (l->grammar == CATALOG_NONE && grammar_injects(&o->grammars.all.p[g], l->scope))
				l->ready.injections = join(o, l->ready.injections, results[g].offered);
		}
	}
}

/* ---- the list of themes */

struct theme_row {
	struct str name;
	uint32_t from; /* id in the writer as it is */
	struct pack_theme record;
};

static int by_name(const void *a, const void *b, void *ctx)
{
	(void)ctx;
	return str_cmp(((const struct theme_row *)a)->name, ((const struct theme_row *)b)->name);
}

/*
 * Themes anew in the order of their names, without those of the base that one of the user's takes
 * the name of; to[from] becomes the new id.
 */
static void write_themes(struct overlay *o, uint32_t *to, uint32_t count)
{
	struct theme_row *rows = ARENA_ARRAY(&o->arena, struct theme_row, count);
	uint32_t n = 0, base = pack_count(o->base, PACK_THEMES);
	for (uint32_t i = 1; i < count; i++) {
		const struct pack_theme *t = writer_at(&o->writer, PACK_THEMES, i, sizeof(*t));
		struct str name = pack_text(o->base, t->name);
		for (size_t k = 0; i >= base && k < o->themes.n && !name.n; k += 2)
			if (o->themes.p[k].id == i)
				name = o->themes.p[k].text;
		uint64_t mine;
		if (i < base && map_get(&o->theme_names, fold(o, name), &mine)) {
			to[i] = 0;
			continue;
		}
		rows[n++] = (struct theme_row){ name, i, *t };
	}
	sort_stable(rows, n, sizeof(*rows), by_name, NULL);
	writer_clear(&o->writer, PACK_THEMES);
	WRITER_ADD(&o->writer, PACK_THEMES, &(struct pack_theme){ 0 });
	for (uint32_t i = 0; i < n; i++)
		to[rows[i].from] = WRITER_ADD(&o->writer, PACK_THEMES, &rows[i].record);
}

static void finish_themes(struct overlay *o)
{
	uint32_t n, count = u32(o->writer.section[PACK_THEMES].n / sizeof(struct pack_theme)), kept = 0;
	if (!o->themes.n)
		return;
	const struct pack_key *base = pack_keys(o->base, PACK_THEME_NAMES, &n);
	uint32_t *to = ARENA_ARRAY(&o->arena, uint32_t, count);
	struct writer_key *keys = ARENA_ARRAY(&o->arena, struct writer_key, o->themes.n + n);
	write_themes(o, to, count);
	for (size_t first = 0; first < 2; first++) /* names before display names */
		for (size_t i = first; i < o->themes.n; i += 2)
			keys[kept++] = (struct writer_key){ o->themes.p[i].text, to[o->themes.p[i].id] };
	for (uint32_t i = 0; i < n; i++) {
		struct pack_key k = base[i];
		uint64_t mine;
		if (k.id >= count)
			continue;
		struct str name = pack_text(o->base, pack_theme(o->base, k.id)->name);
		if (!to[k.id] && map_get(&o->theme_names, fold(o, name), &mine))
			to[k.id] = to[mine];
		keys[kept++] = (struct writer_key){ pack_text(o->base, k.text), to[k.id] };
	}
	writer_clear(&o->writer, PACK_THEME_NAMES);
	writer_keys(&o->writer, PACK_THEME_NAMES, keys, kept, true);
}

void overlay_finish(struct overlay *o, struct buf *out, uint64_t hash)
{
	struct grammar_result *results = ARENA_ARRAY(&o->arena, struct grammar_result, o->grammars.all.n);
	grammars_compile(&o->grammars, &o->writer, results);
	inject(o, results);
	sublimes_compile(&o->syntaxes, &o->arena, &o->writer);
	for (size_t i = 0; i < o->syntaxes.all.n; i++)
		if (o->syntaxes.all.p[i].context)
			catalog_add_sublime(&o->catalog, &o->syntaxes.all.p[i]);
	catalog_write(&o->catalog, &o->writer, results);
	finish_themes(o);
	writer_finish(&o->writer, out, hash);
}
