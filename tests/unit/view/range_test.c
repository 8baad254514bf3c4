#include "ember/view/range.h"

#include "lib/test.h"

#define END UINT64_MAX

TEST(range_reads_every_form)
{
	static const struct {
		const char *text;
		uint64_t first, last;
		bool first_end, last_end;
	} rows[] = {
		{ "7", 7, 7, false, false },
		{ "0", 0, 0, false, false },
		{ "3:9", 3, 9, false, false },
		{ "9:3", 9, 3, false, false },
		{ "3:", 3, END, false, false },
		{ ":3", 1, 3, false, false },
		{ "10:+5", 10, 15, false, false },
		{ "10:-5", 5, 10, false, false },
		{ "3:-5", 0, 3, false, false },
		{ "-4:", 4, END, true, false },
		{ ":-4", 1, 4, false, true },
		{ "-4:-2", 4, 2, true, true },
		{ "10::2", 8, 12, false, false },
		{ "10:20:3", 7, 23, false, false },
		{ "4:2:1", 3, 3, false, false },
		{ "9:2:1", 8, 3, false, false },
		{ "18446744073709551615:+9", END, END, false, false },
		{ "+3", 3, 3, false, false }, /* a + before a number says nothing, as for bat */
		{ "+2:+1", 2, 3, false, false },
		{ "2:++1", 2, 3, false, false },
		{ ":+3", 1, 3, false, false },
		{ "-+4:", 4, END, true, false },
		{ ":-+4", 1, 4, false, true },
		{ "+5::+2", 3, 7, false, false },
		{ "2:+3:1", 1, 4, false, false },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct range r;
		struct err e = { 0 };
		CHECK(range_parse(&r, str_from(rows[i].text), &e) == 0, "'%s': %s", rows[i].text,
			e.what ? e.what : "");
		CHECK(r.first.n == rows[i].first && r.first.from_end == rows[i].first_end, "first of '%s': %llu",
			rows[i].text, (unsigned long long)r.first.n);
		CHECK(r.last.n == rows[i].last && r.last.from_end == rows[i].last_end, "last of '%s': %llu",
			rows[i].text, (unsigned long long)r.last.n);
	}
}

TEST(range_refuses_the_rest)
{
	static const char *const rows[] = { "", ":", "::", ":4:", "1:2:3:4", "-2:5", "-3", "x", "1:x", "x:1", "1:-",
		"1:+", "++3", "5:+-3", "+", "+:", ":+", "2:+:1", "--2:", "5:-2:1", "-:", ":-",
		"1::", "1:2:", "1::x", " 1", "1 ", "99999999999999999999999", "::1" };
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct range r;
		struct err e = { 0 };
		CHECK(range_parse(&r, str_from(rows[i]), &e) == -1 && e.what, "'%s' passed", rows[i]);
	}
}

/* Which of the lines 1 to 10 does a set hold, as a string of their digits (0 is the tenth)? */
static void range_shows(const char *one, const char *two, const char *want)
{
	struct range_set s = { 0 };
	char got[11];
	size_t n = 0;
	CHECK(range_add(&s, str_from(one), NULL) == 0, "%s", one);
	CHECK(!two || range_add(&s, str_from(two), NULL) == 0, "%s", two);
	for (unsigned line = 1; line <= 10; line++) {
		uint64_t after = 10 - line, reach = range_reach(&s);
		bool has = range_has(&s, line, after < reach ? after : reach);
		CHECK(has == range_has(&s, line, after), "line %u: the reach of %s is enough", line, one);
		CHECK(!has || line <= range_last(&s), "line %u is after the last of %s", line, one);
		if (has)
			got[n++] = (char)('0' + line % 10);
	}
	CHECK_STR(((struct str){ got, n }), str_from(want));
	range_fini(&s);
}

TEST(range_has_lines)
{
	range_shows("3", NULL, "3");
	range_shows("3:5", "8:", "345890");
	range_shows("5:3", NULL, "");
	range_shows("-3:", NULL, "890");
	range_shows(":-3", NULL, "1234567");
	range_shows("-4:-2", NULL, "78");
	range_shows("-20:", NULL, "1234567890");
	range_shows(":-20", NULL, "");
	range_shows("1", "-1:", "10");
	range_shows("0:2", NULL, "12");
}

TEST(range_tells_where_to_stop)
{
	struct range_set s = { 0 };
	CHECK(range_last(&s) == 0 && range_reach(&s) == 0, "empty");
	range_add(&s, STR("3:5"), NULL);
	range_add(&s, STR("2"), NULL);
	CHECK(range_last(&s) == 5 && range_tail(&s) == 0, "last %llu", (unsigned long long)range_last(&s));
	range_add(&s, STR("-6:"), NULL);
	CHECK(range_last(&s) == END && range_reach(&s) == 6 && range_tail(&s) == 0, "mixed");
	range_fini(&s);
	range_add(&s, STR("-6:"), NULL);
	range_add(&s, STR("-9:"), NULL);
	CHECK(range_tail(&s) == 9, "tail");
	range_fini(&s);
}
