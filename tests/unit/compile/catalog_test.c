#include "ember/compile/catalog.h"

#include "ember/pack/pack.h"

#include "lib/test.h"

struct built {
	struct arena a;
	struct catalog c;
	struct pack_writer w;
	struct buf file;
	struct pack pack;
};

static uint32_t add(struct built *b, const char *name, const char *display, const char *scope)
{
	struct catalog_language l = { .grammar = CATALOG_NONE };
	l.name = str_from(name);
	l.display = str_from(display);
	l.scope = str_from(scope);
	return catalog_add(&b->c, &l);
}

static void start(struct built *b)
{
	catalog_init(&b->c, &b->a);
	writer_init(&b->w);
	add(b, "zed", "Zed", "source.zed");
	add(b, "c", "C", "source.c");
	add(b, "cpp", "C++", "source.cpp");
}

static void finish(struct built *b)
{
	struct err e = { .what = "" };
	catalog_write(&b->c, &b->w, NULL);
	writer_finish(&b->w, &b->file, 0);
	CHECK(pack_open(&b->pack, b->file.p, b->file.n, &e) == 0, "%s", e.what);
}

static void done(struct built *b)
{
	buf_fini(&b->file);
	writer_fini(&b->w);
	catalog_fini(&b->c);
	arena_fini(&b->a);
}

/* The name of the language that a key leads to; "-" for none. */
static struct str found(const struct built *b, enum pack_section s, const char *key)
{
	uint32_t id;
	if (!pack_find(&b->pack, s, str_from(key), &id))
		return STR("-");
	return pack_text(&b->pack, pack_language(&b->pack, id)->name);
}

static void linguist(struct built *b, const char *json)
{
	struct val *v = ARENA_NEW(&b->a, struct val);
	struct err e = { .what = "" };
	CHECK(json_read(v, &b->a, str_from(json), &e) == 0, "%s", e.what);
	catalog_add_linguist(&b->c, v);
}

static void tsv(struct built *b, const char *text)
{
	struct err e = { .what = "" };
	CHECK(catalog_add_tsv(&b->c, str_from(text), &e) == 0, "line %u: %s", e.line, e.what);
}

TEST(languages_are_sorted_and_named)
{
	struct built b = { 0 };
	start(&b);
	catalog_alias(&b.c, 2, STR("Ansi C"), CATALOG_NAME);
	catalog_alias(&b.c, 2, STR("ZED"), CATALOG_OWN);
	finish(&b);
	static const char *const order[] = { "plaintext", "c", "cpp", "zed" };
	for (uint32_t i = 0; i < COUNTOF(order); i++)
		CHECK_STR(pack_text(&b.pack, pack_language(&b.pack, i)->name), str_from(order[i]));
	CHECK_STR(found(&b, PACK_NAMES, "c++"), STR("cpp"));
	CHECK_STR(found(&b, PACK_NAMES, "SOURCE.C"), STR("c"));
	CHECK_STR(found(&b, PACK_NAMES, "ansi c"), STR("c"));
	CHECK_STR(found(&b, PACK_NAMES, "zed"), STR("zed")); /* an alias never hides a name */
	uint32_t id;
	CHECK(catalog_find(&b.c, STR("Zed"), &id) && id == 1, "nor while the catalog is made");
	CHECK_STR(found(&b, PACK_NAMES, "plain text"), STR("plaintext"));
	CHECK_STR(found(&b, PACK_NAMES, "d"), STR("-"));
	uint32_t n;
	const uint32_t *aliases = pack_words(&b.pack, pack_language(&b.pack, 1)->aliases, &n);
	CHECK(n == 2, "%u aliases", n);
	CHECK_STR(pack_text(&b.pack, n ? aliases[0] : 0), STR("Ansi C"));
	done(&b);
}

TEST(the_stronger_source_wins)
{
	struct built b = { 0 };
	start(&b);
	linguist(&b, "{name:'C++', extensions:['.cpp','.h','.C','.x'], interpreters:['cint2.3']}");
	linguist(&b, "{name:'C', extensions:['.c','.h','.x'], filenames:['Cfile'], aliases:['see']}");
	linguist(&b, "{name:'Zed Dialect', tmScope:'source.zed', extensions:['.x','.zz']}");
	linguist(&b, "{name:'Unknown', extensions:['.u']}");
	tsv(&b, "zed\text\th\n-\text\tx\nnone\text\ty\n");
	finish(&b);
	CHECK_STR(found(&b, PACK_EXTENSIONS, "h"), STR("zed"));
	CHECK_STR(found(&b, PACK_EXTENSIONS, "x"), STR("-")); /* taken away from all */
	CHECK_STR(found(&b, PACK_EXTENSIONS, "C"), STR("cpp"));
	CHECK_STR(found(&b, PACK_EXTENSIONS_FOLD, "C"), STR("c")); /* exact lower case before folded */
	CHECK_STR(found(&b, PACK_EXTENSIONS, "zz"), STR("zed"));
	CHECK_STR(found(&b, PACK_EXTENSIONS, "u"), STR("-"));
	CHECK_STR(found(&b, PACK_EXTENSIONS, "y"), STR("-"));
	CHECK_STR(found(&b, PACK_FILES, "Cfile"), STR("c"));
	CHECK_STR(found(&b, PACK_FILES_FOLD, "CFILE"), STR("c"));
	CHECK_STR(found(&b, PACK_INTERPRETERS, "cint"), STR("cpp"));
	CHECK_STR(found(&b, PACK_INTERPRETERS, "cint2.3"), STR("cpp"));
	CHECK_STR(found(&b, PACK_NAMES, "see"), STR("c"));
	CHECK_STR(found(&b, PACK_NAMES, "zed dialect"), STR("zed"));
	done(&b);
}

TEST(grammars_bring_their_own_types)
{
	struct built b = { 0 };
	struct val v;
	struct err e = { .what = "" };
	uint32_t n;
	start(&b);
	CHECK(json_read(&v, &b.a, STR("{fileTypes:['zed','.zd','Zedfile',7], firstLineMatch:'^zed'}"), &e) == 0, "%s", e.what);
	catalog_add_grammar(&b.c, 1, &v);
	tsv(&b, "c\tfirst\t^own first\n-\tsuffix\t~ .bak\ncpp\tglob\t*/b/* */a/*\nc\ttitle\tBig C\n");
	finish(&b);
	CHECK_STR(found(&b, PACK_EXTENSIONS, "zd"), STR("zed"));
	CHECK_STR(found(&b, PACK_FILES, "Zedfile"), STR("zed"));
	pack_words(&b.pack, pack_language(&b.pack, 3)->extensions, &n);
	CHECK(n == 3, "%u extensions and names to show: zed, zd, Zedfile", n);
	const struct pack_first *first = pack_first_lines(&b.pack, &n);
	CHECK(n == 2, "%u first lines", n);
	CHECK_STR(pack_text(&b.pack, pack_regex(&b.pack, first[0].regex)->text), STR("^own first"));
	CHECK_STR(pack_text(&b.pack, pack_regex(&b.pack, first[1].regex)->text), STR("^zed"));
	const struct pack_key *globs = pack_keys(&b.pack, PACK_GLOBS, &n);
	CHECK(n == 2, "%u globs", n);
	CHECK_STR(pack_text(&b.pack, globs[0].text), STR("*/b/*"));
	CHECK(pack_count(&b.pack, PACK_SUFFIXES) == 2, "suffixes");
	CHECK_STR(found(&b, PACK_NAMES, "BIG c"), STR("c"));
	done(&b);
}

TEST(bad_rows_name_their_line)
{
	static const struct {
		const char *text;
		unsigned line;
	} rows[] = { { "c\text\tc\nc\tnokind\tx\n", 2 }, { "c\text\n", 1 }, { "# c\n\n-\talias\tx\n", 3 }, { "\text\tc", 1 } };
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct built b = { 0 };
		struct err e = { 0 };
		start(&b);
		CHECK(catalog_add_tsv(&b.c, str_from(rows[i].text), &e) == -1, "row %zu", i);
		CHECK(e.line == rows[i].line, "row %zu: line %u", i, e.line);
		done(&b);
	}
}
