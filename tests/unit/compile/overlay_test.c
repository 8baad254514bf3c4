/* overlay: what a user's files become when they are laid over a finished pack. */
#include "ember/compile/overlay.h"

#include <stdlib.h>
#include <string.h>

#include "unit/syntax/fixture.h"

#include "ember/style/theme.h"
#include "ember/syntax/token.h"

struct laid {
	struct fixture base;
	struct overlay o;
	struct buf file;
	struct registry reg;
};

static const char *const grammars[] = {
	"{'name':'alpha','scopeName':'source.alpha','fileTypes':['al','x.y'],'firstLineMatch':'^#alpha','patterns':[{'include':'#word'},"
	"{'include':'#group'}],'repository':{'word':{'match':'a+','name':'word.alpha'},'group':{'patterns':[{'match':'b','name':'b.alpha'},"
	"{'begin':'[(]','end':'[)]','name':'round.alpha','patterns':[{'include':'$base'}]}]},'unused':{'match':'u','name':'u.alpha'}}}",
	"{'name':'beta','scopeName':'source.beta','patterns':[{'match':'b','name':'b.beta'}],'injections':{'c':{'patterns':[]}}}",
	NULL,
};

static void lay(struct laid *l)
{
	*l = (struct laid){ 0 };
	fixture_open(&l->base, grammars, "{'tokenColors':[{'scope':'word','settings':{'foreground':'#010101'}}]}",
		"alpha\talias\tfirst\nbeta\text\tbe BE\n-\tsuffix\t.old\nalpha\tglob\t*/alpha/*\nbeta\tinterp\tbeta\n");
	overlay_init(&l->o, &l->base.reg.pack);
}

static void add(struct laid *l, const char *stem, const char *json)
{
	struct err e = { .what = "" };
	struct str text = arena_str(&l->base.a, str_from(json));
	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] == '\'')
			((char *)(uintptr_t)text.p)[i] = '"';
	bool theme = str_find(text, STR("tokenColors")) != STR_NONE || str_find(text, STR("<plist>")) != STR_NONE;
	int ret = theme ? overlay_theme(&l->o, str_from(stem), text, true, NULL, &e)
			: overlay_grammar(&l->o, str_from(stem), text, true, &e);
	CHECK(ret == 0, "%s: %s", stem, e.what);
}

static void finish(struct laid *l)
{
	struct err e = { .what = "" };
	overlay_finish(&l->o, &l->file, 99);
	/* In memory of that size exactly, so that a sanitizer sees every step outside. */
	char *exact = realloc(l->file.p, l->file.n);
	REQUIRE(exact);
	l->file.p = exact;
	CHECK(registry_open(&l->reg, l->file.p, l->file.n, &e) == 0, "%s", e.what);
	CHECK(pack_hash(&l->reg.pack) == 99, "hash");
}

static void done(struct laid *l)
{
	overlay_fini(&l->o);
	buf_fini(&l->file);
	fixture_close(&l->base);
}

/* The scopes of a line's tokens: "path|path". */
static struct str scopes(const struct laid *l, const char *language, const char *text)
{
	static char out[512];
	struct buf b = { 0 };
	struct language lang;
	size_t n;
	CHECK(registry_find(&l->reg, str_from(language), &lang), "no language %s", language);
	struct tokens *t = tokens_new(&l->reg, NULL);
	tokens_want_scopes(t, true);
	tokens_begin(t, lang.id);
	tokens_line(t, str_from(text), &n);
	for (size_t i = 0; i < n; i++) {
		if (i)
			buf_char(&b, '|');
		tokens_scope_path(t, tokens_scopes(t)[i], &b);
	}
	tokens_free(t);
	size_t len = b.n < sizeof(out) ? b.n : sizeof(out);
	memcpy(out, b.p, len);
	buf_fini(&b);
	return (struct str){ out, len };
}

static struct str found(const struct laid *l, enum pack_section s, const char *key)
{
	uint32_t id;
	if (!pack_find(&l->reg.pack, s, str_from(key), &id))
		return STR("");
	return registry_language(&l->reg, id).name;
}

TEST(nothing_added_changes_nothing)
{
	struct laid l;
	lay(&l);
	finish(&l);
	static const enum pack_section same[] = { PACK_RULES, PACK_CAPTURES, PACK_SETS, PACK_REGEXES, PACK_ATOMS, PACK_NAMES,
		PACK_FILES, PACK_FILES_FOLD, PACK_EXTENSIONS, PACK_EXTENSIONS_FOLD, PACK_INTERPRETERS, PACK_GLOBS,
		PACK_FIRST_LINES, PACK_SUFFIXES, PACK_THEMES, PACK_THEME_NAMES, PACK_REPOSITORY, PACK_TEXT };
	for (size_t i = 0; i < COUNTOF(same); i++)
		CHECK(str_eq(pack_bytes(&l.reg.pack, same[i]), pack_bytes(&l.base.reg.pack, same[i])), "section %u", same[i]);
	for (uint32_t i = 0; i < registry_count(&l.base.reg); i++) {
		const struct pack_language *was = pack_language(&l.base.reg.pack, i), *now = pack_language(&l.reg.pack, i);
		CHECK(was->name == now->name && was->root == now->root && was->scope == now->scope &&
				was->licence == now->licence && was->injections.first == now->injections.first &&
				was->repository.n == now->repository.n && was->extensions.n == now->extensions.n,
			"language %u", i);
	}
	done(&l);
}

TEST(built_in_grammars_are_included)
{
	struct laid l;
	lay(&l);
	add(&l, "One", "{'scopeName':'source.one','patterns':[{'match':'1','name':'one'},{'include':'source.alpha'}]}");
	add(&l, "two", "{'scopeName':'source.two','patterns':[{'begin':'<','end':'>','name':'t','patterns':[{'include':'source.alpha#word'}]},"
		       "{'include':'source.alpha#unused'},{'include':'source.alpha#none'},{'include':'source.none'}]}");
	add(&l, "three", "{'scopeName':'source.three','patterns':[{'include':'source.two'},{'include':'source.alpha#group'},"
			 "{'include':'source.alpha'},{'match':'c','captures':{'0':{'patterns':[{'match':'c','name':'see'}]}}}]}");
	finish(&l);
	CHECK_STR(scopes(&l, "one", "1ab"), STR("source.one one|source.one word.alpha|source.one b.alpha"));
	CHECK_STR(scopes(&l, "two", "<a"), STR("source.two t|source.two t word.alpha"));
	CHECK_STR(scopes(&l, "two", "abu"), STR("source.two|source.two u.alpha"));
	CHECK_STR(scopes(&l, "three", "(c)c"), STR("source.three round.alpha|source.three see"));
	CHECK_STR(scopes(&l, "alpha", "(a"), STR("source.alpha round.alpha|source.alpha round.alpha word.alpha"));
	uint32_t n;
	struct language lang;
	CHECK(registry_find(&l.reg, STR("three"), &lang), "three");
	const uint32_t *set = pack_set(&l.reg.pack, pack_rule(&l.reg.pack, pack_language(&l.reg.pack, lang.id)->root)->set, &n);
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t k = 0; k < i; k++)
			CHECK(set[i] != set[k], "rule %u is there twice", set[i]);
	done(&l);
}

TEST(names_and_keys_are_the_users_first)
{
	struct laid l;
	lay(&l);
	add(&l, "Mine", "{'name':'My Language','scopeName':'source.mine','fileTypes':['be','.new','Makefile'],'firstLineMatch':'^#a','patterns':[]}");
	finish(&l);
	CHECK_STR(found(&l, PACK_EXTENSIONS, "be"), STR("mine"));
	CHECK_STR(found(&l, PACK_EXTENSIONS, "BE"), STR("beta"));
	CHECK_STR(found(&l, PACK_EXTENSIONS_FOLD, "Be"), STR("mine"));
	CHECK_STR(found(&l, PACK_EXTENSIONS, "new"), STR("mine"));
	CHECK_STR(found(&l, PACK_FILES, "Makefile"), STR("mine"));
	CHECK_STR(found(&l, PACK_EXTENSIONS, "al"), STR("alpha"));
	CHECK_STR(found(&l, PACK_EXTENSIONS, "x.y"), STR("alpha"));
	CHECK_STR(found(&l, PACK_INTERPRETERS, "beta"), STR("beta"));
	static const char *const names[] = { "mine", "MINE", "my language", "source.mine" };
	for (size_t i = 0; i < COUNTOF(names); i++)
		CHECK_STR(found(&l, PACK_NAMES, names[i]), STR("mine"));
	CHECK_STR(found(&l, PACK_NAMES, "first"), STR("alpha"));
	uint32_t n;
	const struct pack_first *f = pack_first_lines(&l.reg.pack, &n);
	CHECK(n == 2, "%u first lines", n);
	CHECK_STR(registry_language(&l.reg, f[0].language).name, STR("mine"));
	CHECK_STR(registry_language(&l.reg, f[1].language).name, STR("alpha"));
	CHECK_STR(pack_suffix(&l.reg.pack, 0), STR(".old"));
	const struct pack_key *glob = pack_keys(&l.reg.pack, PACK_GLOBS, &n);
	CHECK(n == 1 && str_eqc(registry_language(&l.reg, glob[0].id).name, "alpha"), "globs");
	done(&l);
}

TEST(one_of_the_same_name_takes_the_place)
{
	static const struct {
		const char *stem, *json;
	} rows[] = {
		{ "alpha", "{'scopeName':'source.mine','patterns':[{'match':'a','name':'mine'}]}" },
		{ "other", "{'name':'ALPHA','scopeName':'source.mine','patterns':[{'match':'a','name':'mine'}]}" },
		{ "other", "{'scopeName':'source.alpha','patterns':[{'match':'a','name':'mine'}]}" },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct laid l;
		lay(&l);
		uint32_t before = registry_count(&l.base.reg);
		add(&l, rows[i].stem, rows[i].json);
		finish(&l);
		CHECK(registry_count(&l.reg) == before, "row %zu: %u languages", i, registry_count(&l.reg));
		CHECK_STR(found(&l, PACK_EXTENSIONS, "al"), STR("alpha"));
		CHECK_STR(found(&l, PACK_NAMES, "first"), STR("alpha"));
		struct str got = scopes(&l, "alpha", "a");
		CHECK(str_ends(got, STR(" mine")), "row %zu: %.*s", i, STR_ARG(got));
		done(&l);
	}
}

TEST(an_alias_is_no_name)
{
	struct laid l;
	lay(&l);
	add(&l, "first", "{'scopeName':'source.first','patterns':[]}");
	finish(&l);
	CHECK_STR(found(&l, PACK_NAMES, "first"), STR("first"));
	CHECK_STR(found(&l, PACK_EXTENSIONS, "al"), STR("alpha"));
	CHECK(registry_count(&l.reg) == registry_count(&l.base.reg) + 1, "count");
	done(&l);
}

TEST(of_two_the_first_stays)
{
	struct laid l;
	lay(&l);
	add(&l, "m", "{'scopeName':'source.m','patterns':[{'match':'x','name':'first'}]}");
	add(&l, "m", "{'scopeName':'source.m','patterns':[{'match':'x','name':'second'}]}");
	add(&l, "T", "{'tokenColors':[{'scope':'word','settings':{'foreground':'#111111'}}]}");
	add(&l, "t", "{'tokenColors':[{'scope':'word','settings':{'foreground':'#222222'}}]}");
	finish(&l);
	CHECK_STR(scopes(&l, "m", "x"), STR("source.m first"));
	CHECK(theme_count(&l.reg.pack) == 2, "%u themes", theme_count(&l.reg.pack));
	done(&l);
}

TEST(injections_reach_built_in_languages)
{
	struct laid l;
	lay(&l);
	add(&l, "todo", "{'scopeName':'todo','injectionSelector':'L:source.beta','injectTo':['source'],'patterns':[{'match':'b','name':'todo'}]}");
	add(&l, "own", "{'scopeName':'source.own','patterns':[{'match':'b','name':'b.own'}]}");
	finish(&l);
	CHECK_STR(scopes(&l, "beta", "b"), STR("source.beta todo"));
	CHECK_STR(scopes(&l, "alpha", "b"), STR("source.alpha b.alpha"));
	CHECK_STR(scopes(&l, "own", "b"), STR("source.own b.own"));
	struct language lang;
	CHECK(registry_find(&l.reg, STR("todo"), &lang) && lang.hidden, "it is no language to list");
	done(&l);
}

TEST(themes_are_listed_by_name)
{
	struct laid l;
	struct theme t;
	lay(&l);
	add(&l, "zz", "{'name':'Last One','tokenColors':[{'scope':'word','settings':{'foreground':'#00ff00'}}]}");
	add(&l, "Aa", "<plist><dict><key>settings</key><array><dict><key>scope</key><string>word</string><key>settings</key>"
		      "<dict><key>foreground</key><string>#02000000</string></dict></dict></array></dict></plist>");
	finish(&l);
	static const char *const names[] = { "Aa", "test", "zz" };
	for (uint32_t i = 0; i < COUNTOF(names); i++) {
		CHECK(theme_at(&t, &l.reg.pack, i), "theme %u", i);
		CHECK_STR(t.name, str_from(names[i]));
	}
	CHECK(theme_find(&t, &l.reg.pack, STR("last one")) && str_eqc(t.name, "zz"), "by its display name");
	CHECK(theme_find(&t, &l.reg.pack, STR("aa")) && t.palette, "a property list speaks of the palette");
	CHECK(theme_find(&t, &l.reg.pack, STR("TEST")) && str_eqc(t.name, "test"), "the built-in one");
	done(&l);
}

TEST(a_theme_of_the_same_name_takes_the_place)
{
	struct laid l;
	struct theme t;
	lay(&l);
	add(&l, "Test", "{'type':'light','tokenColors':[]}");
	finish(&l);
	CHECK(theme_count(&l.reg.pack) == 1, "%u themes", theme_count(&l.reg.pack));
	CHECK(theme_find(&t, &l.reg.pack, STR("test")) && t.light, "the user's");
	done(&l);
}

TEST(what_is_none_is_told)
{
	static const struct {
		bool theme, sure;
		const char *text;
		unsigned line;
		int ret;
	} rows[] = {
		{ false, true, "{\"scopeName\":\"a\"}", 0, -1 },
		{ false, true, "{\"patterns\":[]}", 0, -1 },
		{ false, true, "[]", 0, -1 },
		{ false, false, "{\"patterns\":[]}", 0, 0 },
		{ false, false, "\"text\"", 0, 0 },
		{ false, false, "{\n\n:", 3, -1 },
		{ false, true, "", 0, -1 },
		{ false, true, "<plist>\n</dict>", 2, -1 },
		{ true, true, "{}", 0, -1 },
		{ true, false, "{}", 0, 0 },
		{ true, true, "{\"include\":\"./x.json\"}", 0, -1 },
		{ true, true, "{\n\"tokenColors\": [", 2, -1 },
	};
	struct laid l;
	lay(&l);
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct err e = { 0 };
		struct str text = str_from(rows[i].text);
		int ret = rows[i].theme ? overlay_theme(&l.o, STR("x"), text, rows[i].sure, NULL, &e)
					: overlay_grammar(&l.o, STR("x"), text, rows[i].sure, &e);
		CHECK(ret == rows[i].ret && (!ret || e.what), "row %zu: %d", i, ret);
		CHECK(!ret || e.line == rows[i].line, "row %zu: line %u", i, e.line);
	}
	finish(&l);
	CHECK(registry_count(&l.reg) == registry_count(&l.base.reg), "nothing was added");
	done(&l);
}
