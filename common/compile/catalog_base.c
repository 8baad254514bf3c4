#include "ember/compile/catalog.h"

#include "ember/base/size.h"

/* In its own section a folded key of the pack outweighs what the exact ones fold to. */
#define WEIGHT_EXACT 1
#define WEIGHT_FOLDED 10

static void load_keys(struct catalog *c, const struct pack *base, enum pack_section s, unsigned weight)
{
	uint32_t n;
	const struct pack_key *k = pack_keys(base, s, &n);
	for (uint32_t i = 0; i < n; i++)
		if (k[i].id < c->languages.n || (s == PACK_FILES && k[i].id == PACK_UNNAMED))
			catalog_key(c, s, pack_text(base, k[i].text), k[i].id, weight);
}

static void load_languages(struct catalog *c, const struct pack *base)
{
	for (uint32_t i = 0; i < pack_count(base, PACK_LANGUAGES); i++) {
		const struct pack_language *from = pack_language(base, i);
		struct catalog_language l = { .grammar = CATALOG_NONE, .ready = *from };
		uint32_t n;
		const uint32_t *aliases = pack_words(base, from->aliases, &n);
		l.name = pack_text(base, from->name);
		l.display = pack_text(base, from->display);
		l.scope = pack_text(base, from->scope);
		l.licence = from->licence;
		l.hidden = from->hidden;
		for (uint32_t k = 0; k < n; k++)
			VEC_PUSH(&l.aliases) = pack_text(base, aliases[k]);
		VEC_PUSH(&c->languages) = l;
	}
}

void catalog_load(struct catalog *c, struct arena *a, const struct pack *base)
{
	uint32_t n;
	if (!pack_count(base, PACK_LANGUAGES)) {
		catalog_init(c, a);
		return;
	}
	*c = (struct catalog){ .a = a };
	load_languages(c, base);
	load_keys(c, base, PACK_NAMES, CATALOG_OWN);
	load_keys(c, base, PACK_FILES, WEIGHT_EXACT);
	load_keys(c, base, PACK_FILES_FOLD, WEIGHT_FOLDED);
	load_keys(c, base, PACK_EXTENSIONS, WEIGHT_EXACT);
	load_keys(c, base, PACK_EXTENSIONS_FOLD, WEIGHT_FOLDED);
	load_keys(c, base, PACK_INTERPRETERS, CATALOG_OWN);
	load_keys(c, base, PACK_GLOBS, CATALOG_OWN);
	const struct pack_first *first = pack_first_lines(base, &n);
	for (uint32_t i = 0; i < n; i++)
		if (first[i].language < c->languages.n)
			catalog_key(c, PACK_FIRST_LINES, pack_text(base, pack_regex(base, first[i].regex)->text),
				first[i].language, CATALOG_OWN);
	for (uint32_t i = 0; i < pack_count(base, PACK_SUFFIXES); i++)
		catalog_key(c, PACK_SUFFIXES, pack_suffix(base, i), CATALOG_NONE, CATALOG_OWN);
}

/* The language that has this name, display name or scope (an alias does not count). */
static bool same(const struct catalog *c, const struct catalog_language *l, uint32_t *language)
{
	const struct str names[] = { l->scope, l->name, l->display };
	for (size_t i = 0; i < COUNTOF(names); i++) {
		if (!names[i].n || !catalog_find(c, names[i], language) || *language == 0)
			continue;
		const struct catalog_language *old = &c->languages.p[*language];
		if (old->licence != PACK_USER &&
			(str_eq(old->scope, names[i]) || str_eq_nocase(old->name, names[i]) ||
				str_eq_nocase(old->display, names[i])))
			return true;
	}
	return false;
}

uint32_t catalog_add_user(struct catalog *c, const struct catalog_language *l)
{
	uint32_t id;
	if (!same(c, l, &id)) {
		id = u32(c->languages.n);
		VEC_PUSH(&c->languages) = *l;
	} else {
		struct catalog_language *old = &c->languages.p[id];
		old->scope = l->scope;
		old->grammar = l->grammar;
		old->ready = l->ready;
		old->hidden = l->hidden;
		if (l->display.n)
			old->display = l->display;
	}
	c->languages.p[id].licence = PACK_USER;
	catalog_key(c, PACK_NAMES, l->name, id, CATALOG_USER + 2);
	catalog_key(c, PACK_NAMES, l->scope, id, CATALOG_USER + 1);
	catalog_key(c, PACK_NAMES, l->display, id, CATALOG_USER);
	return id;
}
