#include "ember/view/highlight.h"

#include "lib/test.h"

/* '#' where the look is reversed. */
static void shape(char *to, const struct marked *m)
{
	size_t k = 0;
	for (size_t i = 0; i < m->text.n; i++) {
		while (k < m->runs.of.n && m->runs.of.p[k].end <= i)
			k++;
		bool on = k < m->runs.of.n && (m->runs.of.p[k].look.font & LOOK_REVERSE);
		to[i] = on ? '#' : '.';
	}
	to[m->text.n] = '\0';
}

TEST(highlight_lays_a_look_over_matches)
{
	static const struct {
		const char *one, *two, *text, *want;
	} rows[] = {
		{ "b+", NULL, "abbcb", ".##.#" },
		{ "x", NULL, "abc", "..." },
		{ "a", "c", "abc", "#.#" },
		{ "$", NULL, "abc", "..." },
		{ "\xc3\xa9", NULL, "x\xc3\xa9\xff", ".##." },
		{ "b", NULL, "\xff" "b\xff", ".#." },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct highlight h = { 0 };
		struct marked m = { 0 };
		struct err e;
		char why[RX_WHY_MAX], got[32];
		CHECK(highlight_add(&h, str_from(rows[i].one), why, &e) == 0, "row %zu", i);
		if (rows[i].two)
			CHECK(highlight_add(&h, str_from(rows[i].two), why, &e) == 0, "row %zu", i);
		marked_add(&m, str_from(rows[i].text), (struct look){ .fg = COLOR_INDEX(1) });
		highlight_lay(&h, &m, (struct look){ .font = LOOK_REVERSE });
		shape(got, &m);
		CHECK_STR(str_from(got), str_from(rows[i].want));
		CHECK(m.runs.of.n && m.runs.of.p[0].look.fg == COLOR_INDEX(1), "row %zu: its colour stays", i);
		marked_fini(&m);
		highlight_fini(&h);
	}
}

TEST(highlight_refuses_bad_patterns)
{
	struct highlight h = { 0 };
	struct err e;
	char why[RX_WHY_MAX] = "";
	CHECK(highlight_add(&h, STR("("), why, &e) == -1 && why[0] && h.of.n == 0, "'(' passed");
	highlight_fini(&h);
}
