#include "ember/compile/catalog.h"

/* Which of our languages the entry is about. *related: only by the grammar that it borrows. */
static bool match(const struct catalog *c, const struct val *entry, uint32_t *language, bool *related)
{
	const struct val *aliases = val_array(entry, "aliases");
	*related = false;
	if (catalog_find(c, val_str(entry, "name"), language))
		return true;
	for (size_t i = 0; aliases && i < aliases->n_items; i++)
		if (aliases->items[i].kind == VAL_STRING && catalog_find(c, aliases->items[i].str, language))
			return true;
	*related = true;
	return catalog_find(c, val_str(entry, "tmScope"), language);
}

static void interpreter(struct catalog *c, struct str name, uint32_t language, unsigned weight)
{
	size_t n = name.n;
	catalog_key(c, PACK_INTERPRETERS, name, language, weight);
	while (n && (ascii_digit(name.p[n - 1]) || name.p[n - 1] == '.'))
		n--;
	if (n != name.n) /* "python3" stands for "python", unless that has an entry of its own */
		catalog_key(c, PACK_INTERPRETERS, str_sub(name, 0, n), language, weight - 1);
}

static void each(struct catalog *c, const struct val *list, enum pack_section s, uint32_t language,
	unsigned first, unsigned rest)
{
	for (size_t i = 0; list && i < list->n_items; i++) {
		const struct val *v = &list->items[i];
		unsigned weight = i == 0 ? first : rest;
		if (v->kind != VAL_STRING)
			continue;
		if (s == PACK_EXTENSIONS && v->str.n > 1 && v->str.p[0] == '.')
			catalog_key(c, s, str_sub(v->str, 1, v->str.n), language, weight);
		else if (s == PACK_INTERPRETERS)
			interpreter(c, v->str, language, weight);
		else if (s == PACK_NAMES)
			catalog_alias(c, language, v->str, weight);
		else if (s == PACK_FILES)
			catalog_key(c, s, v->str, language, weight);
	}
}

bool catalog_add_linguist(struct catalog *c, const struct val *entry)
{
	uint32_t language;
	bool related;
	if (!match(c, entry, &language, &related))
		return false;
	unsigned first = related ? CATALOG_WEAK : CATALOG_FIRST;
	unsigned rest = related ? CATALOG_WEAK : CATALOG_COMMON;
	each(c, val_array(entry, "extensions"), PACK_EXTENSIONS, language, first, rest);
	each(c, val_array(entry, "filenames"), PACK_FILES, language, first, first);
	each(c, val_array(entry, "interpreters"), PACK_INTERPRETERS, language, first, first);
	if (related) /* "GeoJSON" is served by JSON, but is no other name of it that -l should list */
		catalog_key(c, PACK_NAMES, val_str(entry, "name"), language, CATALOG_WEAK);
	else
		each(c, val_array(entry, "aliases"), PACK_NAMES, language, CATALOG_COMMON, CATALOG_COMMON);
	return true;
}
