#include "ember/view/wrap.h"

#include "ember/text/width.h"
#include "lib/test.h"

/* Rows as text, each with '|' behind it; each row is checked for its cells and its runs. */
static void rows_of(struct buf *b, const struct wrap *w, unsigned cols)
{
	for (size_t i = 0; i < w->rows.n; i++) {
		struct row row = wrap_row_at(w, i, NULL, 0);
		CHECK(row.n_runs == 0 || row.runs[row.n_runs - 1].end == row.text.n, "row %zu: runs end with the text", i);
		CHECK(row.cols == width_str(row.text), "row %zu: %u cells counted, %zu are", i, row.cols,
			width_str(row.text));
		CHECK(cols == 0 || row.cols <= cols || row.cols <= 2, "row %zu: %u cells", i, row.cols);
		buf_str(b, row.text);
		buf_char(b, '|');
	}
}

TEST(wrap_lays_out)
{
	static const struct {
		struct wrap_conf c;
		const char *in, *want;
	} rows[] = {
		{ { .cols = 5, .mode = WRAP_CHARACTER }, "", "|" },
		{ { .cols = 5, .mode = WRAP_CHARACTER }, "abcde", "abcde|" },
		{ { .cols = 5, .mode = WRAP_CHARACTER }, "abcdefghijk", "abcde|fghij|k|" },
		{ { .cols = 5, .mode = WRAP_NEVER }, "abcdefghijk", "abcde|" },
		{ { .cols = 5, .mode = WRAP_NEVER, .left = 3 }, "abcdefghijk", "defgh|" },
		{ { .cols = 0, .mode = WRAP_NEVER }, "abcdefghijk", "abcdefghijk|" },
		{ { .cols = 5, .mode = WRAP_CHARACTER }, "\u65e5\u672c\u8a9e", "\u65e5\u672c|\u8a9e|" },
		{ { .cols = 5, .mode = WRAP_NEVER }, "\u65e5\u672c\u8a9e", "\u65e5\u672c|" },
		{ { .cols = 5, .mode = WRAP_NEVER, .left = 1 }, "\u65e5\u672c\u8a9e", " \u672c\u8a9e|" },
		{ { .cols = 1, .mode = WRAP_CHARACTER }, "\u65e5x", "\u65e5|x|" },
		{ { .cols = 3, .mode = WRAP_CHARACTER }, "abce\u0301f", "abc|e\u0301f|" },
		{ { .cols = 4, .mode = WRAP_CHARACTER }, "abce\u0301f", "abce\u0301|f|" },
		{ { .cols = 9, .tabs = 4, .mode = WRAP_CHARACTER }, "a\tb\tc", "a   b   c|" },
		{ { .cols = 9, .tabs = 4, .mode = WRAP_NEVER }, "\u65e5\tb", "\u65e5  b|" },
		{ { .cols = 9, .tabs = 8, .mode = WRAP_CHARACTER }, "\t\tx", "         |       x|" },
		{ { .cols = 9, .tabs = 8, .mode = WRAP_WORD }, "\t\tx", "         |x|" },
		{ { .cols = 5, .tabs = 8, .mode = WRAP_CHARACTER }, "abcde\t\tx", "abcde|     |     | x|" },
		{ { .cols = 5, .tabs = 4, .mode = WRAP_CHARACTER }, "abcd\tx\ty", "abcd |   x |  y|" },
		{ { .cols = 0, .tabs = 0, .mode = WRAP_NEVER }, "a\x01\x7f\x80z", "a^A^?<80>z|" },
		{ { .cols = 0, .mode = WRAP_NEVER }, "\x1b[2J\r\u202ex\xc2\x9b", "^[[2J^M<U+202E>x<U+009B>|" },
		{ { .cols = 3, .mode = WRAP_CHARACTER }, "a\x80z", "a<8|0>z|" },
		{ { .show_tabs = true }, "a\tb", "a^Ib|" },
		{ { .show_bytes = true, .tabs = 4 }, "\u00e9\t\x01", "M-CM-)  ^A|" },
		{ { .cols = 8, .mode = WRAP_WORD }, "the quick brown fox", "the |quick |brown |fox|" },
		{ { .cols = 9, .mode = WRAP_WORD }, "the quick brown fox", "the quick|brown fox|" },
		{ { .cols = 5, .mode = WRAP_WORD }, "abcdefgh ij", "abcde|fgh |ij|" },
		{ { .cols = 5, .mode = WRAP_WORD }, "\u65e5 \u672c\u8a9e", "\u65e5 |\u672c\u8a9e|" },
		{ { .cols = 6, .mode = WRAP_WORD }, "ab \x01\x02\x03", "ab |^A^B^C|" },
	};
	struct wrap w = { 0 };
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct marked line = { 0 };
		struct buf b = { 0 };
		marked_add(&line, str_from(rows[i].in), (struct look){ .font = LOOK_BOLD });
		wrap_line(&w, &rows[i].c, NULL, &line, NULL);
		rows_of(&b, &w, rows[i].c.cols);
		CHECK_STR(buf_view(&b), str_from(rows[i].want));
		marked_fini(&line);
		buf_fini(&b);
	}
	wrap_fini(&w);
}

TEST(wrap_puts_gutters_in_front)
{
	struct wrap w = { 0 };
	struct marked line = { 0 }, first = { 0 }, rest = { 0 };
	struct buf b = { 0 };
	struct look grey = { .fg = COLOR_INDEX(8) }, mark = { .bg = COLOR_INDEX(4) };
	marked_add(&first, STR("1: "), grey);
	marked_add(&rest, STR("   "), grey);
	marked_add(&line, STR("abcdef"), mark);
	struct wrap_gutter g = { &first, &rest, 3 };
	struct wrap_conf c = { .cols = 7, .mode = WRAP_CHARACTER };
	wrap_line(&w, &c, &g, &line, &mark);
	rows_of(&b, &w, 7);
	CHECK_STR(buf_view(&b), STR("1: abcd|   ef  |"));
	struct row row = wrap_row_at(&w, 1, NULL, 0);
	CHECK(row.n_runs == 2 && row.runs[0].end == 3 && look_same(row.runs[1].look, mark), "%zu runs", row.n_runs);
	CHECK(row.from == 4 && row.to == 6, "bytes %u to %u", row.from, row.to);
	wrap_fini(&w);
	marked_fini(&line);
	marked_fini(&first);
	marked_fini(&rest);
	buf_fini(&b);
}

/* Where the bytes of a row come from, through a gutter, a TAB and a byte in notation. */
TEST(wrap_tells_where_bytes_come_from)
{
	struct wrap w = { 0 };
	struct marked line = { 0 }, gutter = { 0 };
	marked_add(&gutter, STR("> "), (struct look){ 0 });
	marked_add(&line, STR("a\tb\x01" "c"), (struct look){ 0 });
	struct wrap_gutter g = { &gutter, &gutter, 2 };
	struct wrap_conf c = { .cols = 40, .mode = WRAP_CHARACTER, .tabs = 4 };
	wrap_line(&w, &c, &g, &line, NULL);
	struct row row = wrap_row_at(&w, 0, NULL, 0);
	CHECK_STR(row.text, STR("> a   b^Ac"));
	static const struct { uint32_t from, to, row_from, row_to; } rows[] = {
		{ 0, 1, 2, 3 }, { 1, 2, 3, 6 }, { 2, 3, 6, 7 }, { 3, 4, 7, 9 }, { 4, 5, 9, 10 }, { 0, 5, 2, 10 },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		uint32_t from = 0, to = 0;
		CHECK(row_range(&row, rows[i].from, rows[i].to, &from, &to), "row %zu", i);
		CHECK(from == rows[i].row_from && to == rows[i].row_to, "row %zu: %u to %u", i, from, to);
	}
	wrap_fini(&w);
	marked_fini(&line);
	marked_fini(&gutter);
}

TEST(runs_are_laid_over_each_other)
{
	struct runs under = { 0 }, over = { 0 }, to = { 0 };
	struct look red = { .fg = COLOR_INDEX(1) }, bold = { .font = LOOK_BOLD }, plain = { 0 };
	runs_to(&under, 4, red);
	runs_to(&under, 8, plain);
	runs_to(&over, 2, plain);
	runs_to(&over, 6, bold);
	runs_lay(&to, &under, &over, 10);
	static const uint32_t ends[] = { 2, 4, 6, 10 };
	CHECK(to.of.n == COUNTOF(ends), "%zu runs", to.of.n);
	for (size_t i = 0; i < COUNTOF(ends); i++)
		CHECK(to.of.p[i].end == ends[i], "run %zu ends at %u", i, to.of.p[i].end);
	CHECK(to.of.p[1].look.fg == red.fg && to.of.p[1].look.font == LOOK_BOLD, "both");
	CHECK(look_same(to.of.p[2].look, bold) && look_same(to.of.p[3].look, plain), "one, none");
	VEC_FREE(&under.of);
	VEC_FREE(&over.of);
	VEC_FREE(&to.of);
}
