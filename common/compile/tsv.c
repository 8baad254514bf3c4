#include "ember/compile/catalog.h"

struct kind {
	const char *name;
	enum pack_section section;
	bool whole; /* the field is one value, blanks and all */
};

static const struct kind kinds[] = {
	{ "alias", PACK_NAMES, false },
	{ "title", PACK_NAMES, true },
	{ "ext", PACK_EXTENSIONS, false },
	{ "file", PACK_FILES, false },
	{ "glob", PACK_GLOBS, false },
	{ "interp", PACK_INTERPRETERS, false },
	{ "first", PACK_FIRST_LINES, true },
	{ "suffix", PACK_SUFFIXES, false },
};

static const struct kind *find_kind(struct str name)
{
	for (size_t i = 0; i < COUNTOF(kinds); i++)
		if (str_eqc(name, kinds[i].name))
			return &kinds[i];
	return NULL;
}

static void value(struct catalog *c, const struct kind *k, uint32_t language, struct str v)
{
	if (k->section == PACK_NAMES)
		catalog_alias(c, language, v, CATALOG_OWN);
	else
		catalog_key(c, k->section, v, language, CATALOG_OWN);
}

/* What may stand for no language: a key that others would give one, and suffixes. */
static bool may_be_none(const struct kind *k)
{
	return k->section == PACK_EXTENSIONS || k->section == PACK_FILES || k->section == PACK_SUFFIXES ||
		k->section == PACK_INTERPRETERS;
}

int catalog_add_tsv(struct catalog *c, struct str text, struct err *e)
{
	struct str row;
	for (unsigned line = 1; str_line(&text, &row); line++) {
		if (row.n == 0 || row.p[0] == '#')
			continue;
		struct str language = str_cut(&row, '\t'), name = str_cut(&row, '\t');
		const struct kind *k = find_kind(name);
		uint32_t id = CATALOG_NONE;
		if (!language.n || !k || !row.n)
			return err_line(e, line, "expected: language TAB kind TAB values");
		if (str_eqc(language, "-")) {
			if (!may_be_none(k))
				return err_line(e, line, "this kind needs a language");
		} else if (!catalog_find(c, language, &id)) {
			continue;
		}
		if (k->whole)
			value(c, k, id, row);
		for (struct str v; !k->whole && row.n;)
			if ((v = str_cut(&row, ' ')).n)
				value(c, k, id, v);
	}
	return 0;
}
