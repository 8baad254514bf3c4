#include "ember/rx/rx.h"

#include "lib/test.h"

static int search(
	enum rx_dialect d, unsigned flags, const char *pattern, struct str text, struct rx_match *m)
{
	struct err e = { 0 };
	char why[RX_WHY_MAX];
	struct rx *rx = rx_new(str_from(pattern), d, flags, why, &e);
	int at = rx ? rx_search(rx, NULL, text, 0, text.n, 0, m) : -100;
	CHECK(rx || why[0], "%s: no reason given", pattern);
	rx_free(rx);
	return at;
}

TEST(dialects)
{
	static const struct {
		enum rx_dialect dialect;
		unsigned flags;
		const char *pattern, *text;
		int at;
	} rows[] = {
		{ RX_GRAMMAR, 0, "b+", "abbb", 1 },
		{ RX_GRAMMAR, 0, "^b", "a\nb", 2 },
		{ RX_GRAMMAR, 0, "(?<n>a)(b)\\2", "abb", 0 }, /* numbered beside named */
		{ RX_GRAMMAR, 0, "a.c", "a\nc", RX_NONE },
		{ RX_GRAMMAR, 0, "(?i)strasse",
			"Stra\xc3\x9f"
			"e",
			0 }, /* full folding */
		{ RX_GRAMMAR, 0, "(", "(", -100 },
		{ RX_SEARCH, RX_IGNORE_CASE, "ABC", "xabc", 1 },
		{ RX_SEARCH, 0, "ABC", "xabc", RX_NONE },
		{ RX_RUST, 0, "a++", "aa", 0 },
		{ RX_RUST, 0, "(?:a++)a", "aaa", 0 }, /* no possessive repeats */
		{ RX_RUST, RX_IGNORE_CASE, "ss", "\xc3\x9f", RX_NONE },
		{ RX_RUST, RX_IGNORE_CASE, "\xc3\xa9", "\xc3\x89", 0 },
		{ RX_RUST, 0, "a.c", "a\nc", RX_NONE },
		{ RX_RUST, RX_DOT_ALL, "a.c", "a\nc", 0 },
		{ RX_RUST, 0, "[a-z&&[^b]]+$", "abac", 2 },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		int at = search(rows[i].dialect, rows[i].flags, rows[i].pattern,
			str_from(rows[i].text), NULL);
		CHECK(at == rows[i].at, "row %zu: %s at %d", i, rows[i].pattern, at);
	}
}

TEST(groups_are_offsets)
{
	struct rx_match m = { 0 };
	CHECK(search(RX_GRAMMAR, 0, "a(b)?(c)", STR("xacx"), &m) == 1, "found");
	CHECK(m.n == 3 && m.beg[0] == 1 && m.end[0] == 3, "whole: %d groups %d-%d", m.n, m.beg[0],
		m.end[0]);
	CHECK(m.beg[1] == -1 && m.end[1] == -1 && m.beg[2] == 2 && m.end[2] == 3,
		"a group that took no part");
	CHECK(search(RX_GRAMMAR, 0, "(((((((((((((a)))))))))))))", STR("a"), &m) == 0 &&
			m.n == 14 && m.end[13] == 1,
		"more groups than before: %d", m.n);
	rx_match_fini(&m);
}

TEST(anchors_by_option)
{
	struct err e;
	struct rx *g = rx_new(STR("\\Ga"), RX_GRAMMAR, 0, NULL, &e),
		  *a = rx_new(STR("\\Aa"), RX_GRAMMAR, 0, NULL, &e);
	const struct str text = STR("aaa");
	CHECK(rx_search(g, NULL, text, 1, 3, 0, NULL) == 1, "\\G at the start of the search");
	CHECK(rx_search(g, NULL, text, 1, 3, RX_NOT_G, NULL) == RX_NONE, "\\G not allowed");
	CHECK(rx_match_at(g, NULL, text, 2, 0, NULL) == 2, "\\G where a match is tried");
	CHECK(rx_search(a, NULL, text, 0, 3, 0, NULL) == 0, "\\A at the start of the text");
	CHECK(rx_search(a, NULL, text, 1, 3, 0, NULL) == RX_NONE, "\\A is not at 1");
	CHECK(rx_search(a, NULL, text, 0, 3, RX_NOT_A, NULL) == RX_NONE, "\\A not allowed");
	rx_free(g);
	rx_free(a);
}

TEST(look_behind_sees_what_is_before)
{
	struct err e;
	struct rx *rx = rx_new(STR("(?<=a)b"), RX_GRAMMAR, 0, NULL, &e);
	CHECK(rx_search(rx, NULL, STR("ab"), 1, 2, 0, NULL) == 1, "the text before `from` counts");
	CHECK(rx_match_at(rx, NULL, STR("cb"), 1, 0, NULL) == RX_NONE, "and can say no");
	CHECK(rx_search(rx, NULL, STR("ab"), 2, 2, 0, NULL) == RX_NONE, "an empty range");
	rx_free(rx);
	rx = rx_new(STR("$"), RX_GRAMMAR, 0, NULL, &e);
	CHECK(rx_search(rx, NULL, STR("ab"), 2, 2, 0, NULL) == 2, "an empty match at the end");
	CHECK(rx_search(rx, NULL, STR(""), 0, 0, 0, NULL) == 0, "in no text");
	rx_free(rx);
}

TEST(limits_stop_searches)
{
	struct err e;
	struct rx_limit *l = rx_limit_new(10000, 1000);
	struct rx *rx = rx_new(STR("^(a|aa)+c"), RX_GRAMMAR, 0, NULL, &e);
	CHECK(rx_search(rx, l, STR("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
		      0, 60, 0, NULL) == RX_LIMIT,
		"stopped, and said so");
	CHECK(rx_search(rx, l, STR("aac"), 0, 3, 0, NULL) == 0, "the next search is free again");
	rx_free(rx);
	rx_limit_free(l);
}

TEST(patterns_that_do_not_compile)
{
	static char big[RX_PATTERN_MAX + 2];
	struct err e = { 0 };
	char why[RX_WHY_MAX] = "x";
	memset(big, 'a', sizeof(big));
	CHECK(!rx_new((struct str){ big, sizeof(big) }, RX_GRAMMAR, 0, why, &e) && e.what,
		"a pattern over the cap");
	CHECK(!rx_new(STR("[z-a]"), RX_GRAMMAR, 0, why, &e) && strlen(why) > 5, "why: %s", why);
}
