/* search: patterns over lines, forwards and backwards. */
#include "ember/view/search.h"

#include <string.h>

#include "lib/test.h"

static struct search pattern(const char *text, unsigned flags, enum search_case kind)
{
	struct search s = { 0 };
	char why[RX_WHY_MAX];
	struct err e = { 0 };
	CHECK(search_set(&s, str_from(text), flags, kind, why, &e) == 0, "%s: %s", text, why);
	return s;
}

TEST(next_and_last)
{
	static const struct {
		const char *pattern;
		unsigned flags;
		enum search_case kind;
		struct str text;
		size_t from;
		int next_from, next_to, last_from; /* last: before the end */
	} rows[] = {
		{ "ab", 0, SEARCH_EXACT, STR_INIT("xxabxxabx"), 0, 2, 4, 6 },
		{ "ab", 0, SEARCH_EXACT, STR_INIT("xxabxxabx"), 3, 6, 8, 6 },
		{ "ab", 0, SEARCH_EXACT, STR_INIT("xxabxxabx"), 7, -1, 0, 6 },
		{ "AB", 0, SEARCH_EXACT, STR_INIT("ab"), 0, -1, 0, -1 },
		{ "ab", 0, SEARCH_SMART, STR_INIT("AB"), 0, 0, 2, 0 },
		{ "Ab", 0, SEARCH_SMART, STR_INIT("ab"), 0, -1, 0, -1 },
		{ "\\Sb", 0, SEARCH_SMART, STR_INIT("AB"), 0, 0, 2, 0 },
		{ "AB", 0, SEARCH_IGNORE, STR_INIT("ab"), 0, 0, 2, 0 },
		{ "a.c", SEARCH_LITERAL, SEARCH_EXACT, STR_INIT("abc a.c"), 0, 4, 7, 4 },
		{ "a|(", SEARCH_LITERAL, SEARCH_EXACT, STR_INIT("a a|("), 0, 2, 5, 2 },
		{ "a", SEARCH_NOT, SEARCH_EXACT, STR_INIT("bcd"), 0, 0, 3, 0 },
		{ "a", SEARCH_NOT, SEARCH_EXACT, STR_INIT("bad"), 0, -1, 0, -1 },
		{ "^", 0, SEARCH_EXACT, STR_INIT("abc"), 0, 0, 1, 0 },
		{ "$", 0, SEARCH_EXACT, STR_INIT("abc"), 0, 3, 3, -1 },
		{ "^$", 0, SEARCH_EXACT, STR_INIT(""), 0, 0, 0, -1 },
		{ "\xc3\xa9+", 0, SEARCH_EXACT, STR_INIT("x\xc3\xa9\xc3\xa9y"), 0, 1, 5, 1 },
		{ "ca", 0, SEARCH_EXACT, STR_INIT("\xff\xfe" "cat"), 0, 2, 4, 2 },
		{ "\t", 0, SEARCH_EXACT, STR_INIT("a\tb"), 0, 1, 2, 1 },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct search s = pattern(rows[i].pattern, rows[i].flags, rows[i].kind);
		struct search_hit hit = { 0 };
		struct str text = search_text(&s, rows[i].text);
		bool found = search_next(&s, text, rows[i].from, text.n, &hit);
		CHECK(found == (rows[i].next_from >= 0), "row %zu: next %d", i, found);
		if (found)
			CHECK((int)hit.from == rows[i].next_from && (int)hit.to == rows[i].next_to,
				"row %zu: %u to %u", i, hit.from, hit.to);
		found = search_last(&s, text, text.n, &hit);
		CHECK(found == (rows[i].last_from >= 0), "row %zu: last %d", i, found);
		if (found)
			CHECK((int)hit.from == rows[i].last_from, "row %zu: last at %u", i, hit.from);
		search_fini(&s);
	}
}

TEST(bad_pattern_keeps_the_old)
{
	struct search s = pattern("ab", 0, SEARCH_EXACT);
	char why[RX_WHY_MAX] = "";
	struct err e = { 0 };
	CHECK(search_set(&s, STR("a("), 0, SEARCH_EXACT, why, &e) == -1 && why[0], "took a(");
	CHECK(search_line(&s, STR("xab")), "old pattern lost");
	CHECK_STR(buf_view(&s.pattern), STR("ab"));
	search_fini(&s);
	CHECK(!search_ready(&s), "not empty");
}

/* Every match walked forwards is the one walked backwards. */
TEST(both_ways_agree)
{
	struct search s = pattern("a+|b", 0, SEARCH_EXACT);
	struct str text = STR("aab abba xx b aaa");
	struct search_hit hit[32], back;
	size_t n = 0, from = 0;
	while (n < 32 && search_next(&s, text, from, text.n, &hit[n])) {
		from = hit[n].to;
		n++;
	}
	CHECK(n == 8, "%zu matches", n);
	size_t before = text.n;
	for (size_t i = n; i-- > 0; before = back.from) {
		CHECK(search_last(&s, text, before, &back), "match %zu", i);
		CHECK(back.from == hit[i].from && back.to == hit[i].to, "match %zu: %u to %u", i, back.from, back.to);
	}
	CHECK(!search_last(&s, text, before, &back), "one more");
	search_fini(&s);
}

TEST(matches_in_a_part)
{
	struct search s = pattern("a", 0, SEARCH_EXACT);
	struct str text = STR("xxaxxaxx");
	struct search_hit hit;
	CHECK(search_next(&s, text, 0, 4, &hit) && hit.from == 2, "first");
	CHECK(!search_next(&s, text, 3, 4, &hit), "beyond the part");
	CHECK(!search_next(&s, text, 9, 9, &hit), "beyond the text");
	search_fini(&s);
}

/* A pattern that explodes is given up, not waited for. */
TEST(runaway_pattern_ends)
{
	struct search s = pattern("(a*)*(a*)*(a*)*c\\1", 0, SEARCH_EXACT);
	struct search_hit hit;
	struct str text = STR("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab");
	CHECK(!search_next(&s, text, 0, text.n, &hit), "found");
	search_fini(&s);
}
