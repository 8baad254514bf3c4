/* row: text with looks as bytes, and where bytes of a line show in a row. */
#include "ember/view/row.h"

#include <string.h>

#include "lib/test.h"

static struct str printed(const struct row *row, enum color_depth depth)
{
	static struct buf b;
	buf_clear(&b);
	row_buf(&b, row, depth);
	return buf_view(&b);
}

TEST(runs_become_sequences)
{
	struct run runs[] = { { 3, { .fg = COLOR_INDEX(1) } }, { 4, { 0 } },
		{ 8, { .fg = COLOR_INDEX(1), .font = LOOK_BOLD } } };
	struct row row = { .text = STR("int main"), .runs = runs, .n_runs = 3 };
	CHECK_STR(printed(&row, COLOR_16), STR("\033[31mint\033[0m \033[1;31mmain\033[0m"));
	CHECK_STR(printed(&row, COLOR_NONE), STR("int main"));
	CHECK_STR(printed(&row, COLOR_MONO), STR("int \033[1mmain\033[0m"));
	struct row plain = { .text = STR("int main") };
	CHECK_STR(printed(&plain, COLOR_TRUE), STR("int main"));
}

/* Runs that end too early or too late neither lose text nor read past it. */
TEST(short_and_long_runs)
{
	struct run early[] = { { 2, { .font = LOOK_BOLD } } }, late[] = { { 200, { .font = LOOK_BOLD } } };
	struct row a = { .text = STR("abcd"), .runs = early, .n_runs = 1 };
	struct row b = { .text = STR("abcd"), .runs = late, .n_runs = 1 };
	CHECK_STR(printed(&a, COLOR_16), STR("\033[1mab\033[0mcd"));
	CHECK_STR(printed(&b, COLOR_16), STR("\033[1mabcd\033[0m"));
}

TEST(links)
{
	struct str targets[] = { STR_INIT("https://example.org/") };
	struct run runs[] = { { 1, { 0 } }, { 3, { .link = 1 } }, { 4, { .link = 9 } } };
	struct row row = { .text = STR("abcd"), .runs = runs, .n_runs = 3, .links = targets, .n_links = 1 };
	CHECK_STR(printed(&row, COLOR_16),
		STR("a\033]8;;https://example.org/\033\\bc\033]8;;\033\\d\033]8;;\033\\"));
	CHECK_STR(printed(&row, COLOR_NONE), STR("abcd"));
}

/* "12  ab<tab>cd^Mef", the gutter in front; line text "ab\tcd\ref", row of it from byte 0. */
TEST(places)
{
	struct row_piece pieces[] = { { 4, 0 }, { 6, 2 }, { 10, 3 }, { 12, 5 }, { 14, 6 } };
	struct row row = { .text = STR("12  ab    cd^Mef"), .pieces = pieces, .n_pieces = 5, .from = 0, .to = 8 };
	static const struct {
		uint32_t from, to;
		bool found;
		uint32_t a, b;
	} rows[] = {
		{ 0, 2, true, 4, 6 },
		{ 1, 2, true, 5, 6 },
		{ 1, 4, true, 5, 11 },
		{ 2, 3, true, 6, 10 },
		{ 4, 7, true, 11, 15 },
		{ 7, 8, true, 15, 16 },
		{ 7, 100, true, 15, 16 },
		{ 3, 3, false, 0, 0 },
		{ 8, 9, false, 0, 0 },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		uint32_t a = 0, b = 0;
		bool found = row_range(&row, rows[i].from, rows[i].to, &a, &b);
		CHECK(found == rows[i].found, "row %zu: found %d", i, found);
		CHECK(a == rows[i].a && b == rows[i].b, "row %zu: %u to %u", i, a, b);
	}
}

/* The second row of a wrapped line: bytes 80 on, behind an empty gutter, a mark at its end. */
TEST(places_in_a_continuation)
{
	struct row_piece pieces[] = { { 4, 80 }, { 8, ROW_NOTHING } };
	struct row row = { .text = STR("    wxyz>"), .pieces = pieces, .n_pieces = 2, .from = 80, .to = 84 };
	uint32_t a = 0, b = 0;
	CHECK(row_range(&row, 78, 82, &a, &b) && a == 4 && b == 6, "%u to %u", a, b);
	CHECK(row_range(&row, 83, 90, &a, &b) && a == 7 && b == 8, "%u to %u", a, b);
	CHECK(!row_range(&row, 70, 80, &a, &b), "before it");
	CHECK(!row_range(&row, 84, 90, &a, &b), "behind it");
	struct row decoration = { .text = STR("-----") };
	CHECK(!row_range(&decoration, 0, 5, &a, &b), "a decoration shows nothing of the line");
}
