#include "ember/cli/suggest.h"

#include <string.h>

#include "lib/test.h"

TEST(distances)
{
	static const struct {
		const char *a, *b;
		unsigned limit, want;
	} rows[] = { { "", "", 3, 0 }, { "abc", "abc", 3, 0 }, { "abc", "abd", 3, 1 },
		{ "abc", "ab", 3, 1 }, { "abc", "acb", 3, 1 }, { "kitten", "sitting", 3, 3 },
		{ "kitten", "sitting", 2, 3 }, { "color", "colour", 2, 1 }, { "ca", "abc", 3, 3 },
		{ "short", "muchlongername", 3, 4 }, { "", "abc", 3, 3 } };
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		unsigned d = suggest_distance(
			str_from(rows[i].a), str_from(rows[i].b), rows[i].limit);
		CHECK(d == rows[i].want, "%s, %s: %u", rows[i].a, rows[i].b, d);
		CHECK(d ==
				suggest_distance(
					str_from(rows[i].b), str_from(rows[i].a), rows[i].limit),
			"the same both ways");
	}
	char huge[SUGGEST_MAX + 2];
	memset(huge, 'a', sizeof(huge));
	CHECK(suggest_distance((struct str){ huge, sizeof(huge) },
		      (struct str){ huge, sizeof(huge) }, 3) == 4,
		"too long");
	CHECK(suggest_distance(
		      (struct str){ huge, SUGGEST_MAX }, (struct str){ huge, SUGGEST_MAX }, 3) == 0,
		"just short enough");
}

TEST(options)
{
	static const struct opt rows[] = {
		{ .id = 1, .name = "color", .also = "colour", .dialects = OPT_GNU },
		{ .id = 2, .name = "columns", .dialects = OPT_BAT },
		{ .id = 3, .name = "secret", .flags = OPT_HIDDEN, .dialects = OPT_GNU },
		{ .id = 4, .letter = 'x', .dialects = OPT_GNU }
	};
	static const struct opt_table table = { .program = "p", .rows = rows, .n = COUNTOF(rows) };
	static const struct {
		const char *name, *want;
		unsigned dialects;
	} cases[] = { { "colr", "color", OPT_ALL }, { "clour", "colour", OPT_ALL },
		{ "collour", "colour", OPT_ALL }, { "collumns", "columns", OPT_ALL },
		{ "collumns", NULL, OPT_GNU }, { "secrte", NULL, OPT_ALL }, { "xy", NULL, OPT_ALL },
		{ "", NULL, OPT_ALL }, { "entirely", NULL, OPT_ALL } };
	for (size_t i = 0; i < COUNTOF(cases); i++) {
		struct str got = { NULL, 0 };
		bool found = suggest_option(
			&table, cases[i].dialects, str_from(cases[i].name), &got);
		CHECK(found == (cases[i].want != NULL), "%s", cases[i].name);
		CHECK_STR(found ? got : STR(""), str_from(cases[i].want));
	}
}
