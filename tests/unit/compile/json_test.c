#include "ember/compile/val.h"

#include <string.h>

#include "ember/base/buf.h"
#include "ember/compile/relax.h"

#include "lib/test.h"

TEST(relaxed_text_becomes_strict)
{
	static const struct {
		const char *in, *out;
	} rows[] = {
		{ "{\"a\": 1}", "{\"a\": 1}" },
		{ "{a: 1,}", "{\"a\": 1 }" },
		{ "[1, 2, /* x */ ]", "[1, 2   ]" },
		{ "[ // c\n1]", "[ \n1]" },
		{ "['it\\'s \"x\"']", "[\"it's \\\"x\\\"\"]" },
		{ "export default { a: [true, null, -1.5e3], }\n", " { \"a\": [true, null, -1.5e3]  }\n" },
		{ "export const a = [1];\nexport const b = 2", "{\"a\": [1]\n,\"b\": 2}" },
		{ "\xef\xbb\xbf{}", "{}" },
		{ "{$x: \"a\tb\"}", "{\"$x\": \"a\\tb\"}" },
		{ "[\"http://x // no comment\"]", "[\"http://x // no comment\"]" },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct buf out = { 0 };
		struct err e = { .what = "" };
		CHECK(relax(&out, str_from(rows[i].in), &e) == 0, "row %zu: %s", i, e.what);
		CHECK_STR(buf_view(&out), str_from(rows[i].out));
		buf_fini(&out);
	}
}

TEST(relax_names_the_line_of_an_error)
{
	static const struct {
		const char *in;
		unsigned line;
	} rows[] = { { "{\n\"a", 2 }, { "[\n\n#]", 3 }, { "[\"a\nb\"]", 1 }, { "/*\n*/ ^", 2 }, { "export let x = 1", 1 } };
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct buf out = { 0 };
		struct err e = { .what = "" };
		CHECK(relax(&out, str_from(rows[i].in), &e) == -1, "row %zu", i);
		CHECK(e.line == rows[i].line, "row %zu: line %u", i, e.line);
		buf_fini(&out);
	}
}

TEST(json_reads_all_kinds)
{
	struct arena a = { 0 };
	struct val v;
	struct err e = { .what = "" };
	CHECK(json_read(&v, &a, STR("{\"s\":\"\\u00e9\",\"n\":-2.5,\"t\":true,\"z\":null,\"l\":[1,{}],\"s\":\"b\"}"), &e) == 0,
		"%s", e.what);
	CHECK_STR(val_str(&v, "s"), STR("b")); /* the last of two counts */
	CHECK(val_get(&v, STR("n"))->number < -2.4, "number");
	CHECK(val_truthy(val_get(&v, STR("t"))), "true");
	CHECK(!val_truthy(val_get(&v, STR("z"))), "null");
	CHECK(val_array(&v, "l")->n_items == 2, "array");
	CHECK(v.id == 1, "the root comes after the object within it: %u", v.id);
	CHECK(!val_get(&v, STR("none")), "missing");
	CHECK(!val_array(&v, "s"), "wrong kind");
	arena_fini(&a);
}

TEST(big_objects_find_every_member)
{
	struct arena a = { 0 };
	struct buf text = { 0 };
	struct val v;
	struct err e = { .what = "" };
	char key[16];
	buf_text(&text, "{");
	for (int i = 0; i < 300; i++)
		buf_printf(&text, "%s\"k%d\": %d", i ? "," : "", i * 7 % 300, i);
	buf_text(&text, "}");
	CHECK(json_read(&v, &a, buf_view(&text), &e) == 0, "%s", e.what);
	for (int i = 0; i < 300; i++) {
		snprintf(key, sizeof(key), "k%d", i * 7 % 300);
		const struct val *m = val_get(&v, str_from(key));
		CHECK(m && (int)m->number == i, "%s", key);
	}
	CHECK(!val_get(&v, STR("k300")), "past the last");
	CHECK(!val_get(&v, STR("")), "before the first");
	buf_fini(&text);
	arena_fini(&a);
}

TEST(json_refuses_what_is_not_json_or_too_deep)
{
	static const char *const rows[] = { "", "{", "[1 2]", "{\"a\" 1}", "nothing here", "[\"\\ud800\"]", "]", "{}{}" };
	struct arena a = { 0 };
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct val v;
		struct err e = { .what = "" };
		CHECK(json_read(&v, &a, str_from(rows[i]), &e) == -1, "row %zu", i);
		CHECK(e.what[0] != 0, "row %zu says why", i);
	}
	char deep[2 * VAL_DEPTH_MAX + 3];
	for (int n = VAL_DEPTH_MAX; n <= VAL_DEPTH_MAX + 1; n++) {
		struct val v;
		struct err e = { .what = "" };
		memset(deep, '[', (size_t)n);
		memset(deep + n, ']', (size_t)n);
		CHECK(json_read(&v, &a, (struct str){ deep, 2 * (size_t)n }, &e) == (n > VAL_DEPTH_MAX ? -1 : 0), "depth %d", n);
	}
	arena_fini(&a);
}

TEST(plists_read_as_json_does)
{
	struct arena a = { 0 };
	struct val v;
	struct err e = { .what = "" };
	struct str text = STR("<?xml version=\"1.0\"?><!DOCTYPE plist PUBLIC \"-//X//EN\" \"x.dtd\"><plist version=\"1.0\">"
		"<!-- c --><dict><key>s</key><string>a&amp;b</string><key>l</key><array><integer>3</integer>"
		"<real>-1.5</real><true/><false/><dict/></array><key>s</key><string>z</string></dict></plist>");
	CHECK(val_read(&v, &a, text, &e) == 0, "%s", e.what);
	CHECK_STR(val_str(&v, "s"), STR("z"));
	const struct val *l = val_array(&v, "l");
	CHECK(l && l->n_items == 5, "array");
	CHECK((int)l->items[0].number == 3 && l->items[1].number < -1.4, "numbers");
	CHECK(val_truthy(&l->items[2]) && !val_truthy(&l->items[3]), "booleans");
	CHECK(l->items[4].kind == VAL_OBJECT && v.id == 1, "objects are numbered inner first");
	arena_fini(&a);
}

TEST(bad_plists_are_refused)
{
	static const char *const rows[] = {
		"<plist></plist>",
		"<plist><dict><string>x</string></dict></plist>",
		"<plist><key>x</key></plist>",
		"<plist><dict></plist>",
		"<!DOCTYPE p [<!ENTITY a \"b\">]><plist><string>&a;</string></plist>",
		"<",
	};
	struct arena a = { 0 };
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct val v;
		struct err e = { .what = "" };
		CHECK(val_read(&v, &a, str_from(rows[i]), &e) == -1, "row %zu", i);
		CHECK(e.what[0] != 0, "row %zu says why", i);
	}
	arena_fini(&a);
}
