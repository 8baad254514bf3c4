#include "ember/compile/catalog.h"

#include <limits.h>

#include "ember/base/size.h"
#include "ember/base/sort.h"
#include "ember/compile/pattern.h"

static struct str fold(struct arena *a, struct str s)
{
	char *p = arena_cstr(a, s);
	for (size_t i = 0; i < s.n; i++)
		p[i] = ascii_lower(p[i]);
	return (struct str){ p, s.n };
}

void catalog_init(struct catalog *c, struct arena *a)
{
	*c = (struct catalog){ .a = a };
	struct catalog_language plain = { .name = STR("plaintext"), .display = STR("Plain Text") };
	plain.grammar = CATALOG_NONE;
	plain.licence = PACK_OWN;
	catalog_add(c, &plain);
}

void catalog_fini(struct catalog *c)
{
	for (size_t i = 0; i < c->languages.n; i++)
		VEC_FREE(&c->languages.p[i].aliases);
	VEC_FREE(&c->languages);
	map_fini(&c->names);
	for (unsigned s = 0; s < PACK_SECTIONS; s++)
		VEC_FREE(&c->keys[s]);
}

void catalog_key(struct catalog *c, enum pack_section s, struct str text, uint32_t language, unsigned weight)
{
	bool added;
	if (text.n == 0)
		return;
	VEC_PUSH(&c->keys[s]) = (struct catalog_key){ text, language, weight };
	if (s == PACK_NAMES && weight >= CATALOG_NAME) {
		uint64_t *at = map_at(&c->names, fold(c->a, text), &added);
		if (added || *at >> 32 < weight)
			*at = (uint64_t)weight << 32 | language;
	}
}

uint32_t catalog_add(struct catalog *c, const struct catalog_language *l)
{
	uint32_t i = u32(c->languages.n);
	VEC_PUSH(&c->languages) = *l;
	catalog_key(c, PACK_NAMES, l->name, i, CATALOG_OWN + 2); /* no alias may hide a name */
	catalog_key(c, PACK_NAMES, l->scope, i, CATALOG_OWN + 1);
	catalog_key(c, PACK_NAMES, l->display, i, CATALOG_NAME + 1);
	return i;
}

void catalog_alias(struct catalog *c, uint32_t language, struct str alias, unsigned weight)
{
	struct catalog_language *l = &c->languages.p[language];
	bool known = str_eq_nocase(alias, l->name) || str_eq_nocase(alias, l->display);
	for (size_t i = 0; i < l->aliases.n; i++)
		known |= str_eq_nocase(alias, l->aliases.p[i]);
	if (!known)
		VEC_PUSH(&l->aliases) = alias;
	catalog_key(c, PACK_NAMES, alias, language, weight);
}

bool catalog_find(const struct catalog *c, struct str name, uint32_t *language)
{
	char folded[128];
	uint64_t at;
	if (name.n > sizeof(folded))
		return false;
	for (size_t i = 0; i < name.n; i++)
		folded[i] = ascii_lower(name.p[i]);
	if (!map_get(&c->names, (struct str){ folded, name.n }, &at))
		return false;
	*language = (uint32_t)at;
	return true;
}

void catalog_add_grammar(struct catalog *c, uint32_t language, const struct val *grammar)
{
	const struct val *types = val_array(grammar, "fileTypes");
	bool user = c->languages.p[language].licence == PACK_USER;
	unsigned weight = user ? CATALOG_USER : CATALOG_GRAMMAR;
	for (size_t i = 0; types && i < types->n_items; i++) {
		if (types->items[i].kind != VAL_STRING)
			continue;
		struct str type = types->items[i].str;
		if (type.n && type.p[0] == '.')
			type = str_sub(type, 1, type.n);
		/* TextMate does not say whether it is an extension or a name. */
		catalog_key(c, PACK_EXTENSIONS, type, language, weight);
		catalog_key(c, PACK_FILES, type, language, user ? CATALOG_USER : CATALOG_WEAK);
	}
	catalog_key(c, PACK_FIRST_LINES, val_str(grammar, "firstLineMatch"), language, weight);
}

/* A catalog's language numbers as they will be in the pack: sorted by name, plain text first. */
struct numbering {
	const struct catalog *c;
	uint32_t *by_name; /* catalog's index by pack id */
	uint32_t *id;      /* the reverse */
};

static int by_name(const void *a, const void *b, void *ctx)
{
	const struct catalog *c = ctx;
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	if (x == 0 || y == 0)
		return (x != 0) - (y != 0);
	return str_cmp(c->languages.p[x].name, c->languages.p[y].name);
}

static struct numbering number(struct catalog *c)
{
	struct numbering n = { .c = c };
	n.by_name = ARENA_ARRAY(c->a, uint32_t, c->languages.n);
	n.id = ARENA_ARRAY(c->a, uint32_t, c->languages.n);
	for (uint32_t i = 0; i < c->languages.n; i++)
		n.by_name[i] = i;
	sort_stable(n.by_name, c->languages.n, sizeof(uint32_t), by_name, c);
	for (uint32_t i = 0; i < c->languages.n; i++)
		n.id[n.by_name[i]] = i;
	return n;
}

/* By text, the strongest first, then by language name so that builds are repeatable. */
static int by_strength(const void *a, const void *b, void *ctx)
{
	const struct numbering *n = ctx;
	const struct catalog_key *x = a, *y = b;
	int t = str_cmp(x->text, y->text);
	if (t)
		return t;
	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	if (x->language == CATALOG_NONE || y->language == CATALOG_NONE)
		return (x->language != CATALOG_NONE) - (y->language != CATALOG_NONE);
	return (n->id[x->language] > n->id[y->language]) - (n->id[x->language] < n->id[y->language]);
}

/* The keys of section `from` with one winner a text, into section `to`. */
static void write_keys(struct catalog *c, struct numbering *n, struct pack_writer *w,
	enum pack_section from, enum pack_section to, bool folded)
{
	size_t exact = c->keys[from].n, kept = 0;
	size_t count = exact + (from == to ? 0 : c->keys[to].n); /* what a pack had folded already */
	struct catalog_key *k = ARENA_ARRAY(c->a, struct catalog_key, count);
	struct writer_key *out = ARENA_ARRAY(c->a, struct writer_key, count);
	for (size_t i = 0; i < count; i++) {
		k[i] = i < exact ? c->keys[from].p[i] : c->keys[to].p[i - exact];
		if (!folded)
			continue;
		struct str text = fold(c->a, k[i].text);
		k[i].weight = 2 * k[i].weight + str_eq(text, k[i].text); /* "c" is C before C++'s "C" */
		k[i].text = text;
	}
	sort_stable(k, count, sizeof(*k), by_strength, n);
	for (size_t i = 0; i < count; i++) {
		bool none = k[i].language == CATALOG_NONE;
		if (!(i && str_eq(k[i].text, k[i - 1].text)) && (!none || to == PACK_FILES))
			out[kept++] = (struct writer_key){ k[i].text, none ? PACK_UNNAMED : n->id[k[i].language] };
	}
	writer_clear(w, to);
	writer_keys(w, to, out, kept, folded);
}

static void write_first_lines(struct catalog *c, const struct numbering *n, struct pack_writer *w, unsigned least,
	unsigned below)
{
	for (size_t i = 0; i < c->keys[PACK_FIRST_LINES].n; i++) {
		const struct catalog_key *k = &c->keys[PACK_FIRST_LINES].p[i];
		struct buf text = { 0 };
		if (k->weight < least || k->weight >= below || k->text.n > PATTERN_BYTES_MAX)
			continue;
		uint32_t flags = pattern_text(&text, k->text, false);
		struct pack_first out = { writer_regex(w, buf_view(&text), flags), n->id[k->language] };
		WRITER_ADD(w, PACK_FIRST_LINES, &out);
		buf_fini(&text);
	}
}

/* Globs and first lines keep their order; first lines are the user's first, then ours. */
static void write_ordered(struct catalog *c, const struct numbering *n, struct pack_writer *w)
{
	writer_clear(w, PACK_GLOBS);
	writer_clear(w, PACK_FIRST_LINES);
	writer_clear(w, PACK_SUFFIXES);
	for (size_t i = 0; i < c->keys[PACK_GLOBS].n; i++) {
		const struct catalog_key *k = &c->keys[PACK_GLOBS].p[i];
		struct pack_key out = writer_key(w, k->text, n->id[k->language]);
		WRITER_ADD(w, PACK_GLOBS, &out);
	}
	write_first_lines(c, n, w, CATALOG_USER, UINT_MAX);
	write_first_lines(c, n, w, CATALOG_OWN, CATALOG_USER);
	write_first_lines(c, n, w, 0, CATALOG_OWN);
	for (size_t i = 0; i < c->keys[PACK_SUFFIXES].n; i++) {
		uint32_t text = writer_text(w, c->keys[PACK_SUFFIXES].p[i].text);
		WRITER_ADD(w, PACK_SUFFIXES, &text);
	}
}

static bool has(const uint32_t *words, size_t n, uint32_t word)
{
	for (size_t i = 0; i < n; i++)
		if (words[i] == word)
			return true;
	return false;
}

/* What listings show: the extensions and names that do lead to this language, each once. */
static struct pack_range shown(struct pack_writer *w, uint32_t id)
{
	static const enum pack_section sections[] = { PACK_EXTENSIONS, PACK_FILES };
	VEC(uint32_t) words = { 0 };
	for (size_t s = 0; s < COUNTOF(sections); s++) {
		const struct buf *b = &w->section[sections[s]];
		const struct pack_key *keys = (const struct pack_key *)(const void *)b->p;
		for (size_t i = 0; i < b->n / sizeof(*keys); i++)
			if (keys[i].id == id && !has(words.p, words.n, keys[i].text))
				VEC_PUSH(&words) = keys[i].text;
	}
	struct pack_range r = writer_words(w, words.p, words.n);
	VEC_FREE(&words);
	return r;
}

static void write_language(struct pack_writer *w, uint32_t id,
	const struct catalog_language *l, const struct grammar_result *results)
{
	VEC(uint32_t) words = { 0 };
	struct pack_language out = {
		.root = l->ready.root,
		.injections = l->ready.injections,
		.repository = l->ready.repository,
		.name = writer_text(w, l->name),
		.display = writer_text(w, l->display.n ? l->display : l->name),
		.scope = writer_text(w, l->scope),
		.licence = l->licence,
		.hidden = l->hidden,
		.context = l->ready.context,
	};
	if (l->grammar != CATALOG_NONE) {
		out.root = results[l->grammar].root;
		out.injections = results[l->grammar].injections;
		out.repository = results[l->grammar].repository;
	}
	for (size_t i = 0; i < l->aliases.n; i++)
		VEC_PUSH(&words) = writer_text(w, l->aliases.p[i]);
	out.aliases = writer_words(w, words.p, words.n);
	VEC_FREE(&words);
	out.extensions = shown(w, id);
	WRITER_ADD(w, PACK_LANGUAGES, &out);
}

void catalog_write(struct catalog *c, struct pack_writer *w, const struct grammar_result *results)
{
	struct numbering n = number(c);
	write_keys(c, &n, w, PACK_NAMES, PACK_NAMES, true);
	write_keys(c, &n, w, PACK_FILES, PACK_FILES, false);
	write_keys(c, &n, w, PACK_FILES, PACK_FILES_FOLD, true);
	write_keys(c, &n, w, PACK_EXTENSIONS, PACK_EXTENSIONS, false);
	write_keys(c, &n, w, PACK_EXTENSIONS, PACK_EXTENSIONS_FOLD, true);
	write_keys(c, &n, w, PACK_INTERPRETERS, PACK_INTERPRETERS, false);
	write_ordered(c, &n, w);
	writer_clear(w, PACK_LANGUAGES);
	for (uint32_t i = 0; i < c->languages.n; i++)
		write_language(w, i, &c->languages.p[n.by_name[i]], results);
}
