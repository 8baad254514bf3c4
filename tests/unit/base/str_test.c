#include "ember/base/str.h"

#include "lib/test.h"

TEST(str_cut_splits)
{
	static const struct {
		const char *in, *head, *tail;
	} rows[] = {
		{ "", "", "" },
		{ "a:b", "a", "b" },
		{ ":b", "", "b" },
		{ "a:", "a", "" },
		{ "none", "none", "" },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct str rest = str_from(rows[i].in);
		struct str head = str_cut(&rest, ':');
		CHECK(str_eqc(head, rows[i].head), "row %zu: head '%.*s'", i, STR_ARG(head));
		CHECK(str_eqc(rest, rows[i].tail), "row %zu: rest '%.*s'", i, STR_ARG(rest));
	}
}

TEST(str_base_is_the_last_component)
{
	static const struct {
		const char *in, *base;
	} rows[] = { { "a/b/c", "c" }, { "a/b/", "b" }, { "/", "/" }, { "//", "/" }, { "x", "x" }, { "", "" } };
	for (size_t i = 0; i < COUNTOF(rows); i++)
		CHECK_STR(str_base(str_from(rows[i].in)), str_from(rows[i].base));
}

TEST(str_cmp_orders_bytes_then_length)
{
	CHECK(str_cmp(STR("a"), STR("b")) < 0, "a < b");
	CHECK(str_cmp(STR("ab"), STR("a")) > 0, "ab > a");
	CHECK(str_cmp(STR("\xff"), STR("a")) > 0, "bytes are unsigned");
	CHECK(str_cmp((struct str){ NULL, 0 }, STR("")) == 0, "empty is empty");
}

TEST(str_searches)
{
	CHECK(str_find(STR("hay needle"), STR("needle")) == 4, "found");
	CHECK(str_find(STR("hay"), STR("needle")) == STR_NONE, "not found");
	CHECK(str_chr(STR("a.b.c"), '.') == 1 && str_rchr(STR("a.b.c"), '.') == 3, "first and last");
	CHECK(str_chr((struct str){ NULL, 0 }, 'x') == STR_NONE, "empty has none");
	CHECK_STR(str_trim(STR(" \t x y \n")), STR("x y"));
	CHECK(str_eq_nocase(STR("MakeFile"), STR("makefile")), "folded");
}

TEST(ascii_hex_is_the_value_of_a_digit)
{
	static const char digits[] = "0123456789abcdef0123456789ABCDEF";
	for (int i = 0; i < 32; i++)
		CHECK(ascii_hex(digits[i]) == i % 16, "'%c' is %d", digits[i], ascii_hex(digits[i]));
	unsigned n = 0;
	for (int c = 0; c < 256; c++)
		n += ascii_hex((char)c) >= 0;
	CHECK(n == 22, "%u bytes are digits", n);
}
