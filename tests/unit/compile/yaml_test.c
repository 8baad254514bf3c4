#include "ember/compile/yaml.h"

#include <stdio.h>
#include <string.h>

#include "ember/base/buf.h"
#include "lib/test.h"

/* The tree as text: {k:v} [v] 'text' ~, each value behind its line. */
static void show(struct buf *b, const struct val *v)
{
	buf_printf(b, "%u", v->line);
	if (v->kind == VAL_STRING) {
		buf_printf(b, "'%.*s'", STR_ARG(v->str));
	} else if (v->kind == VAL_ARRAY) {
		buf_char(b, '[');
		for (size_t i = 0; i < v->n_items; i++)
			show(b, &v->items[i]);
		buf_char(b, ']');
	} else if (v->kind == VAL_OBJECT) {
		buf_char(b, '{');
		for (size_t i = 0; i < v->n_members; i++) {
			buf_printf(b, "%.*s:", STR_ARG(v->members[i].key));
			show(b, &v->members[i].val);
		}
		buf_char(b, '}');
	} else {
		buf_char(b, v->kind == VAL_NULL ? '~' : '?');
	}
}

TEST(yaml_trees)
{
	static const struct {
		const char *yaml, *tree;
	} rows[] = {
		{ "a: b\nc: [d, e]\n", "1{a:1'b'c:2[2'd'2'e']}" },
		{ "%YAML 1.2\n---\na: 1.5\n", "3{a:3'1.5'}" },
		{ "- yes\n- 0x1F\n- null\n- ~\n-\n- 'null'\n- \"\"\n", "1[1'yes'2'0x1F'3~4~5~6'null'7'']" },
		{ "a: {b: {c: d}}\n", "1{a:1{b:1{c:1'd'}}}" },
		{ "a: |\n  x\n   y\nb: >-\n  x\n  y\n", "1{a:1'x\n y\n'b:4'x y'}" },
		{ "a: \"\\t\\u00e9\\x41\"\n", "1{a:1'\t\xc3\xa9""A'}" },
		{ "# comment\na: b # more\n", "2{a:2'b'}" },
		{ "a: 'it''s'\n", "1{a:1'it's'}" },
		{ "- - a\n  - b\n- c\n", "1[1[1'a'2'b']3'c']" },
		{ "a: !!str b\nc: &anchor d\n", "1{a:1'b'c:2'd'}" },
		{ "? a\n: b\n", "1{a:2'b'}" },
		{ "a: 1\n---\nb: 2\n", "1{a:1'1'}" },
		{ "", "0~" },
		{ "[]\n", "1[]" },
		{ "{}\n", "1{}" },
		{ "plain\n", "1'plain'" },
		{ "a: 1\na: 2\n", "1{a:1'1'a:2'2'}" },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct arena a = { 0 };
		struct err e = { 0 };
		struct val v;
		struct buf b = { 0 };
		int r = yaml_read(&v, &a, str_from(rows[i].yaml), &e);
		CHECK(r == 0, "row %zu: line %u: %s", i, e.line, e.what);
		show(&b, &v);
		CHECK(str_eqc(buf_view(&b), rows[i].tree), "row %zu: '%.*s'", i, STR_ARG(buf_view(&b)));
		buf_fini(&b);
		arena_fini(&a);
	}
}

TEST(yaml_errors)
{
	static const struct {
		const char *yaml, *what;
		unsigned line;
	} rows[] = {
		{ "a: b\n\tc: d\n", "invalid YAML", 2 },
		{ "a: [b\n", "invalid YAML", 2 },
		{ "a: 'b\n", "invalid YAML", 2 },
		{ "a: &x b\nc: *x\n", "aliases are not supported", 2 },
		{ "[a, b]: c\n", "a key must be a plain text", 1 },
		{ "{a: b}: c\n", "a key must be a plain text", 1 },
		{ "a: \xff\n", "invalid YAML", 1 },
		{ "a: \x01\n", "invalid YAML", 1 },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct arena a = { 0 };
		struct err e = { 0 };
		struct val v;
		int r = yaml_read(&v, &a, str_from(rows[i].yaml), &e);
		CHECK(r == -1 && str_eqc(str_from(e.what), rows[i].what) && e.line == rows[i].line,
			"row %zu: %d, line %u: %s", i, r, e.line, e.what ? e.what : "");
		arena_fini(&a);
	}
}

static void refused(struct buf *text, const char *what)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct val v;
	int r = yaml_read(&v, &a, buf_view(text), &e);
	CHECK(r == -1 && str_eqc(str_from(e.what), what), "%d: %s", r, e.what ? e.what : "");
	buf_fini(text);
	arena_fini(&a);
}

TEST(yaml_caps)
{
	struct buf b = { 0 };
	buf_fill(&b, '[', VAL_DEPTH_MAX + 1);
	refused(&b, "nested too deeply");
	buf_fill(&b, '[', 1 << 20); /* seen at the 65th, not after reading on */
	refused(&b, "nested too deeply");
	for (size_t i = 0; i <= YAML_NODES_MAX; i++)
		buf_text(&b, "- x\n");
	refused(&b, "too many values");
	for (size_t i = 0; i <= YAML_NODES_MAX; i++)
		buf_text(&b, "- []\n");
	refused(&b, "too many values");
	buf_fill(&b, '#', VAL_BYTES_MAX + 1);
	refused(&b, "file too large");
}
