#include <locale.h>
#include <string.h>

#include "ember/text/quote.h"
#include "lib/test.h"

static struct str quoted(struct buf *b, enum quote_style style, bool hide, const char *name)
{
	struct quote q = { .style = style, .hide = hide };
	buf_clear(b);
	quote_name(b, &q, str_from(name));
	return buf_view(b);
}

TEST(quote_styles)
{
	static const struct {
		enum quote_style style;
		const char *name, *want;
	} rows[] = {
		{ QUOTE_LITERAL, "a b", "a b" },
		{ QUOTE_SHELL, "a b", "'a b'" },
		{ QUOTE_SHELL, "ab", "ab" },
		{ QUOTE_SHELL, "it's", "\"it's\"" },
		{ QUOTE_SHELL, "it's $", "'it'\\''s $'" },
		{ QUOTE_SHELL_ALWAYS, "ab", "'ab'" },
		{ QUOTE_SHELL_ESCAPE, "new\nline", "'new'$'\\n''line'" },
		{ QUOTE_SHELL_ESCAPE, "\n", "''$'\\n'" },
		{ QUOTE_SHELL_ESCAPE, "\xff", "''$'\\377'" },
		{ QUOTE_SHELL_ESCAPE, "", "''" },
		{ QUOTE_SHELL_ESCAPE, "#a", "'#a'" },
		{ QUOTE_SHELL_ESCAPE, "a#", "a#" },
		{ QUOTE_SHELL_ESCAPE_ALWAYS, "a", "'a'" },
		{ QUOTE_C, "a\"b\t", "\"a\\\"b\\t\"" },
		{ QUOTE_C_MAYBE, "ab", "ab" },
		{ QUOTE_C_MAYBE, "a\x1b", "\"a\\033\"" },
		{ QUOTE_ESCAPE, "a\\\x7f", "a\\\\\\177" },
		{ QUOTE_LOCALE, "a",
			"\xe2\x80\x98"
			"a\xe2\x80\x99" },
	};
	struct buf b = { 0 };
	setlocale(LC_ALL, "C.UTF-8");
	for (size_t i = 0; i < COUNTOF(rows); i++)
		CHECK_STR(quoted(&b, rows[i].style, false, rows[i].name), str_from(rows[i].want));
	buf_fini(&b);
}

TEST(quote_hides_what_does_not_print)
{
	struct buf b = { 0 };
	setlocale(LC_ALL, "C.UTF-8");
	CHECK_STR(quoted(&b, QUOTE_LITERAL, true, "a\x1b[31m\xff\xc3"), STR("a?[31m??"));
	CHECK_STR(quoted(&b, QUOTE_LITERAL, true, "\xe6\x97\xa5"), STR("\xe6\x97\xa5"));
	CHECK_STR(quoted(&b, QUOTE_SHELL, true, "a\nb"), STR("'a?b'"));
	buf_fini(&b);
}

TEST(quote_guard_shows_direction_marks)
{
	struct quote q = { .style = QUOTE_SHELL_ESCAPE, .guard = true };
	struct buf b = { 0 };
	setlocale(LC_ALL, "C.UTF-8");
	quote_name(&b, &q,
		STR("a\xe2\x80\xae"
		    "b"));
	CHECK_STR(buf_view(&b), STR("'a'$'\\342\\200\\256''b'"));
	q.style = QUOTE_LITERAL;
	buf_clear(&b);
	quote_name(&b, &q,
		STR("a\xe2\x80\x8b"
		    "b"));
	CHECK_STR(buf_view(&b), STR("a?b"));
	buf_clear(&b); /* the joiner of emoji stays */
	quote_name(&b, &q,
		STR("a\xe2\x80\x8d"
		    "b"));
	CHECK_STR(buf_view(&b),
		STR("a\xe2\x80\x8d"
		    "b"));
	buf_fini(&b);
}

TEST(quote_result_and_needed_agree)
{
	static const char *const names[] = { "a", "a b", "it's", "", "~", "a~", "{", "{}", "\\",
		"\"", "a\n", "\xff", "\xe6\x97\xa5", ":", "a=b", "@" };
	struct buf b = { 0 };
	setlocale(LC_ALL, "C.UTF-8");
	for (int style = QUOTE_LITERAL; style <= QUOTE_CLOCALE; style++) {
		for (size_t i = 0; i < COUNTOF(names); i++) {
			struct quote q = { .style = (enum quote_style)style };
			struct str name = str_from(names[i]);
			buf_clear(&b);
			struct quote_result r = quote_name(&b, &q, name);
			bool changed = !str_eq(buf_view(&b), name);
			CHECK(changed == quote_needed(&q, name), "style %d name '%s'", style,
				names[i]);
			CHECK(r.cols == quote_cols(buf_view(&b)), "style %d name '%s': %zu", style,
				names[i], r.cols);
		}
	}
	buf_fini(&b);
}

TEST(quote_also_escapes_more)
{
	struct quote q = { .style = QUOTE_ESCAPE, .also = " :" };
	struct buf b = { 0 };
	quote_name(&b, &q, STR("a b:c"));
	CHECK_STR(buf_view(&b), STR("a\\ b\\:c"));
	q.style = QUOTE_SHELL;
	buf_clear(&b);
	quote_name(&b, &q, STR("b:c"));
	CHECK_STR(buf_view(&b), STR("'b:c'"));
	buf_fini(&b);
}

TEST(quote_counts_cells)
{
	setlocale(LC_ALL, "C.UTF-8");
	CHECK(quote_cols(STR("abc")) == 3, "plain");
	CHECK(quote_cols(STR("\xe6\x97\xa5\xe6\x9c\xac")) == 4, "wide");
	CHECK(quote_cols(STR("e\xcc\x81")) == 1, "combining");
	CHECK(quote_cols(STR("ab\xff\xfe")) == QUOTE_NO_COLS, "bad bytes");
	CHECK(quote_cols(STR("a\tb")) == QUOTE_NO_COLS, "control");
	CHECK(quote_cols(STR("a\xe6\x97")) == QUOTE_NO_COLS, "cut short");
}
