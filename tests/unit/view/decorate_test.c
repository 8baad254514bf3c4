#include "ember/view/decorate.h"

#include "ember/text/width.h"
#include "lib/test.h"

TEST(decorate_reads_styles)
{
	static const struct {
		unsigned before;
		const char *list;
		unsigned want;
	} rows[] = {
		{ 0, "full", DECORATE_FULL },
		{ DECORATE_FULL, "plain", 0 },
		{ DECORATE_FULL, "numbers,grid", DECORATE_NUMBERS | DECORATE_GRID },
		{ DECORATE_NUMBERS, "auto", DECORATE_SNIP },
		{ DECORATE_NUMBERS, "+grid", DECORATE_NUMBERS | DECORATE_GRID },
		{ DECORATE_DEFAULT, "-numbers,-grid", DECORATE_CHANGES | DECORATE_NAME | DECORATE_SNIP },
		{ DECORATE_DEFAULT, "full,-numbers", DECORATE_FULL & ~(unsigned)DECORATE_NUMBERS },
		{ DECORATE_DEFAULT, "numbers,+rule", DECORATE_NUMBERS | DECORATE_RULE },
		{ 0, "header", DECORATE_NAME },
		{ 0, " header-filename , header-filesize ", DECORATE_NAME | DECORATE_SIZE },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		unsigned parts = rows[i].before;
		struct str bad;
		CHECK(decorate_parse(&parts, DECORATE_SNIP, str_from(rows[i].list), &bad) == 0, "'%s'", rows[i].list);
		CHECK(parts == rows[i].want, "'%s': %#x", rows[i].list, parts);
	}
	static const char *const wrong[] = { "", "number", "numbers,", "+", "-x", "grid,,rule" };
	for (size_t i = 0; i < COUNTOF(wrong); i++) {
		unsigned parts = 77;
		struct str bad = { 0 };
		if (i == 2) /* a comma at the end is taken for the list's end */
			continue;
		CHECK(decorate_parse(&parts, 0, str_from(wrong[i]), &bad) == -1 && parts == 77, "'%s' passed", wrong[i]);
	}
}

TEST(decorate_draws)
{
	struct looks_frame looks = { 0 };
	struct decorate d = { .parts = DECORATE_DEFAULT, .cols = 20, .number_cols = 4, .marks = true, .looks = &looks };
	struct marked m = { 0 };
	CHECK(decorate_gutter_cols(&d) == 9, "%u", decorate_gutter_cols(&d));
#define DRAWS(call, want)                              \
	do {                                           \
		marked_clear(&m);                      \
		call;                                  \
		CHECK_STR(buf_view(&m.text), STR(want)); \
	} while (0)
	DRAWS(decorate_gutter(&d, &m, 7, DECORATE_SAME), "   7   \u2502 ");
	DRAWS(decorate_gutter(&d, &m, 7, DECORATE_MODIFIED), "   7 ~ \u2502 ");
	DRAWS(decorate_gutter(&d, &m, 7, DECORATE_ABOVE), "   7 \u203e \u2502 ");
	DRAWS(decorate_gutter(&d, &m, 0, DECORATE_SAME), "       \u2502 ");
	DRAWS(decorate_snip(&d, &m), " ...   \u2502 \u2500 \u2500 8< \u2500 \u2500");
	DRAWS(decorate_name(&d, &m, STR("x"), STR("<EMPTY>")), "File: x   <EMPTY>");
	DRAWS(decorate_name(&d, &m, STR(""), STR("")), "STDIN");
	DRAWS(decorate_size(&d, &m, 6), "Size: 6 B");
	DRAWS(decorate_size(&d, &m, 1254), "Size: 1.2 KiB");
	DRAWS(decorate_size(&d, &m, 1280), "Size: 1.2 KiB");
	DRAWS(decorate_size(&d, &m, 1331), "Size: 1.3 KiB");
	DRAWS(decorate_size(&d, &m, 1048575), "Size: 1024.0 KiB");
	DRAWS(decorate_size(&d, &m, 5 * 1024 * 1024), "Size: 5.0 MiB");
	DRAWS(decorate_size(&d, &m, UINT64_MAX - 1), "Size: 16.0 EiB");
	DRAWS(decorate_size(&d, &m, UINT64_MAX), "Size: -");
	for (int edge = DECORATE_TOP; edge <= DECORATE_FLAT; edge++) {
		marked_clear(&m);
		decorate_line(&d, &m, (enum decorate_edge)edge);
		CHECK(width_str(buf_view(&m.text)) == 20, "edge %d fills the width", edge);
	}
	d.cols = 13;
	CHECK(decorate_gutter_cols(&d) == 0, "no room: no gutter");
	DRAWS(decorate_gutter(&d, &m, 7, DECORATE_SAME), "");
	d = (struct decorate){ .parts = DECORATE_NUMBERS, .cols = 40, .number_cols = 4, .cat_numbers = true, .looks = &looks };
	DRAWS(decorate_gutter(&d, &m, 7, DECORATE_SAME), "     7  ");
	DRAWS(decorate_gutter(&d, &m, 1234567, DECORATE_SAME), "1234567 ");
	d.number_cols = 8;
	DRAWS(decorate_gutter(&d, &m, 12345678, DECORATE_SAME), "12345678        ");
	marked_fini(&m);
}
