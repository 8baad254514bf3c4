#include "ember/text/width.h"

#include "lib/test.h"

TEST(cells_of_text)
{
	static const struct {
		const char *in;
		size_t cols;
	} rows[] = {
		{ "", 0 },
		{ "abc", 3 },
		{ "caf\xc3\xa9", 4 },
		{ "cafe\xcc\x81", 4 },                                 /* combining acute */
		{ "\xe6\x97\xa5\xe6\x9c\xac", 4 },                     /* two wide letters */
		{ "\xf0\x9f\x98\x80", 2 },                             /* emoji */
		{ "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb", 2 }, /* joined emoji */
		{ "\xe2\x9d\xa4\xef\xb8\x8f", 2 },                     /* heart asked to be emoji */
		{ "\xf0\x9f\x87\xa9\xf0\x9f\x87\xaa", 2 },             /* flag */
		{ "a\xff" "b", 3 },                                    /* bad byte */
		{ "\xee\x82\xb0", 1 },                                 /* private use: an icon */
	};
	for (size_t i = 0; i < COUNTOF(rows); i++)
		CHECK(width_str(str_from(rows[i].in)) == rows[i].cols, "row %zu: %zu cells", i,
			width_str(str_from(rows[i].in)));
}

TEST(a_cut_never_splits_a_cluster)
{
	struct str s = STR("a\xe6\x97\xa5" "e\xcc\x81x");
	CHECK_STR(width_cut(s, 0), STR(""));
	CHECK_STR(width_cut(s, 1), STR("a"));
	CHECK_STR(width_cut(s, 2), STR("a"));
	CHECK_STR(width_cut(s, 3), STR("a\xe6\x97\xa5"));
	CHECK_STR(width_cut(s, 4), STR("a\xe6\x97\xa5" "e\xcc\x81"));
	CHECK_STR(width_cut(s, 99), s);
}
