#include "ember/tools/pack_data.h"

#include <stdlib.h>

#include "ember/base/sort.h"
#include "ember/compile/theme.h"

#define PACKAGE "node_modules/tm-themes"

struct theme_file {
	const char *path;
	struct theme_source source;
};

struct theme_files {
	struct pack_build *b;
	VEC(struct theme_file) all;
	const char *folder; /* of the theme being read, for what it includes */
};

static int load(void *ctx, struct str path, struct val *out, struct err *e)
{
	struct theme_files *f = ctx;
	(void)e;
	if (str_starts(path, STR("./")))
		path = str_sub(path, 2, path.n);
	data_value(f->b, data_path(f->b, f->folder, path, ""), out);
	return 0;
}

static void add(struct theme_files *f, const char *folder, struct str file, struct str name, struct str display,
	struct str type)
{
	struct val root;
	struct err e = { 0 };
	struct theme_file t = { .path = data_path(f->b, folder, file, "") };
	struct theme_loader loader = { load, f };
	f->folder = folder;
	data_value(f->b, t.path, &root);
	if (theme_source_read(&t.source, &f->b->arena, &root, type, &loader, &e) != 0)
		data_die(data_path(f->b, f->b->themes, str_from(t.path), ""), &e);
	t.source.name = name;
	if (display.n)
		t.source.display = display;
	VEC_PUSH(&f->all) = t;
}

static void own_themes(struct theme_files *f)
{
	static const char *const kinds[] = { ".json", ".tmTheme" };
	for (size_t k = 0; k < COUNTOF(kinds); k++) {
		size_t n, ext = str_from(kinds[k]).n;
		struct str *names = data_folder(f->b, "", kinds[k], &n);
		for (size_t i = 0; i < n; i++)
			if (!str_starts(names[i], STR("package"))) /* npm's, in the same folder */
				add(f, "", names[i], str_sub(names[i], 0, names[i].n - ext), STR(""), STR(""));
	}
}

static void package_themes(struct theme_files *f)
{
	struct val index;
	data_value(f->b, PACKAGE "/index.js", &index);
	const struct val *list = val_array(&index, "themes");
	for (size_t i = 0; list && i < list->n_items; i++) {
		const struct val *about = &list->items[i];
		struct str name = val_str(about, "name");
		if (!name.n || !data_allowed(f->b, data_licence(val_str(about, "license"))))
			continue;
		struct str file = str_from(data_path(f->b, "", name, ".json"));
		add(f, PACKAGE "/themes", file, name, val_str(about, "displayName"), val_str(about, "type"));
	}
}

static int by_name(const void *a, const void *b, void *ctx)
{
	(void)ctx;
	return str_cmp(((const struct theme_file *)a)->source.name, ((const struct theme_file *)b)->source.name);
}

/* themes.tsv: other names of themes. A name of a theme that the pack lacks is passed over. */
static void aliases(struct theme_files *f, struct map *ids, struct writer_key *keys, size_t *n, size_t max)
{
	struct str text = data_file(f->b, "themes.tsv", false), line;
	while (str_line(&text, &line)) {
		struct str alias = str_cut(&line, '\t');
		uint64_t id;
		if (alias.n && alias.p[0] != '#' && map_get(ids, str_trim(line), &id) && *n < max)
			keys[(*n)++] = (struct writer_key){ alias, (uint32_t)id };
	}
}

void data_themes(struct pack_build *b)
{
	enum { ALIASES_MAX = 256 };
	struct theme_files f = { .b = b };
	struct map ids = { 0 };
	size_t n = 0;
	own_themes(&f);
	if (b->choice != PACK_OWN_ONLY)
		package_themes(&f);
	sort_stable(f.all.p, f.all.n, sizeof(*f.all.p), by_name, NULL);
	size_t max = 2 * f.all.n + ALIASES_MAX;
	struct writer_key *keys = ARENA_ARRAY(&b->arena, struct writer_key, max);
	for (size_t i = 0; i < f.all.n; i++) {
		struct err e = { 0 };
		uint32_t id;
		if (theme_source_write(&f.all.p[i].source, &b->writer, &id, &e) != 0)
			data_die(data_path(b, b->themes, str_from(f.all.p[i].path), ""), &e);
		keys[n++] = (struct writer_key){ f.all.p[i].source.name, id };
		map_put(&ids, f.all.p[i].source.name, id);
	}
	aliases(&f, &ids, keys, &n, max);
	for (size_t i = 0; i < f.all.n; i++) {
		uint64_t id = 0;
		map_get(&ids, f.all.p[i].source.name, &id);
		keys[n++] = (struct writer_key){ f.all.p[i].source.display, (uint32_t)id };
		theme_source_fini(&f.all.p[i].source);
	}
	writer_keys(&b->writer, PACK_THEME_NAMES, keys, n, true);
	VEC_FREE(&f.all);
	map_fini(&ids);
}
