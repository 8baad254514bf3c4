#include "ember/compile/pattern.h"

#include <stdio.h>

#include "ember/pack/pack.h"

#include "lib/test.h"

TEST(patterns_are_rewritten_and_flagged)
{
	static const struct {
		const char *in, *out;
		bool ends;
		uint32_t flags;
	} rows[] = {
		{ "a", "a", false, 0 },
		{ "\\Ga", "\\Ga", false, PACK_REGEX_G },
		{ "\\A|\\G", "\\A|\\G", false, PACK_REGEX_A | PACK_REGEX_G },
		{ "\\\\G", "\\\\G", false, 0 },
		{ "a\\z", "a$(?!\\n)(?<!\\n)", false, 0 },
		{ "\\\\z", "\\\\z", false, 0 },
		{ "\\1", "\\1", false, 0 },
		{ "\\1", "\\1", true, PACK_REGEX_BACKREF },
		{ "\\\\1", "\\\\1", true, PACK_REGEX_BACKREF }, /* textual, as in the reference */
		{ "a\\", "a\\", true, 0 },
		{ "", "", true, 0 },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct buf out = { 0 };
		uint32_t flags = pattern_text(&out, str_from(rows[i].in), rows[i].ends);
		CHECK_STR(buf_view(&out), str_from(rows[i].out));
		CHECK(flags == rows[i].flags, "row %zu: flags %u", i, flags);
		buf_fini(&out);
	}
}

TEST(templates_are_told_from_literal_names)
{
	static const struct {
		const char *name;
		bool is;
	} rows[] = {
		{ "a.$1", true },
		{ "a.${2:/downcase}.b", true },
		{ "${12:/upcase}", true },
		{ "a.${1}", false },
		{ "a.$", false },
		{ "$x", false },
		{ "${1:/camel}", false },
		{ "", false },
		{ "$${1:/downcase}", true },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++)
		CHECK(pattern_template(str_from(rows[i].name)) == rows[i].is, "row %zu", i);
}

/* A selector's program as text: paths in quotes, & | - for and, or, not. */
static void show(const struct pack *p, struct pack_range program, char *out, size_t max)
{
	uint32_t n;
	const uint32_t *w = pack_words(p, program, &n);
	size_t at = 0;
	out[0] = 0;
	for (uint32_t i = 0; i + 1 < n; i += 2) {
		if (w[i] != PACK_SEL_PATH) {
			static const char op[] = "??&|-";
			at += (size_t)snprintf(out + at, max - at, "%c", op[w[i]]);
			continue;
		}
		at += (size_t)snprintf(out + at, max - at, "'");
		for (uint32_t k = 0; k < pack_word(p, w[i + 1]); k++) {
			struct str s = pack_text(p, pack_word(p, w[i + 1] + 1 + k));
			at += (size_t)snprintf(out + at, max - at, "%s%.*s", k ? " " : "", STR_ARG(s));
		}
		at += (size_t)snprintf(out + at, max - at, "'");
	}
}

TEST(selectors_become_postfix)
{
	static const struct {
		const char *in, *out[3];
		int priority[3];
		size_t n;
	} rows[] = {
		{ "a.b c", { "'a.b c'" }, { 0 }, 1 },
		{ "L:a -b", { "'a''b'-&" }, { -1 }, 1 },
		{ "R:a - (b, c d, e)", { "'a''b''c d'|'e'|-&" }, { 1 }, 1 },
		{ "(a | b) c", { "'a''b'|'c'&" }, { 0 }, 1 },
		{ "a, L:b, R:c", { "'a'", "'b'", "'c'" }, { 0, -1, 1 }, 3 },
		{ "a * > b", { "'a b'" }, { 0 }, 1 },
		{ "", { 0 }, { 0 }, 0 },
		{ "-", { "''-" }, { 0 }, 1 }, /* "not nothing" never holds */
		{ "()", { "''" }, { 0 }, 1 },
		{ "(a", { "'a'" }, { 0 }, 1 },
		{ "--a", { "'a'--" }, { 0 }, 1 },
		{ "a)b", { "'a'" }, { 0 }, 1 },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct pack_writer w;
		struct pattern_selector got[4];
		struct buf file = { 0 };
		struct pack p;
		struct err e = { .what = "" };
		char text[128];
		writer_init(&w);
		size_t n = pattern_selectors(&w, str_from(rows[i].in), got, COUNTOF(got));
		writer_finish(&w, &file, 0);
		CHECK(n == rows[i].n, "row %zu: %zu alternatives", i, n);
		CHECK(pack_open(&p, file.p, file.n, &e) == 0, "%s", e.what);
		for (size_t k = 0; k < n; k++) {
			show(&p, got[k].program, text, sizeof(text));
			CHECK_STR(str_from(text), str_from(rows[i].out[k]));
			CHECK(got[k].priority == rows[i].priority[k], "row %zu: priority %d", i, got[k].priority);
		}
		buf_fini(&file);
		writer_fini(&w);
	}
}
