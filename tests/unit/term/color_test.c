/* color: depth decisions, nearest colours, SGR there and back. */
#include "ember/term/color.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/test.h"

TEST(wanted_by_option_terminal_and_environment)
{
	static const struct {
		enum color_when when;
		bool tty;
		struct color_env env;
		bool want;
	} rows[] = {
		{ COLOR_AUTO, true, { .term = "xterm" }, true },
		{ COLOR_AUTO, false, { .term = "xterm" }, false },
		{ COLOR_AUTO, true, { .term = "dumb" }, false },
		{ COLOR_AUTO, true, { 0 }, false },
		{ COLOR_AUTO, true, { .term = "xterm", .no_color = "1" }, false },
		{ COLOR_AUTO, true, { .term = "xterm", .no_color = "" }, true },
		{ COLOR_ALWAYS, false, { .no_color = "1" }, true },
		{ COLOR_NEVER, true, { .term = "xterm" }, false },
		{ COLOR_AUTO, false, { .term = "xterm", .clicolor_force = "1" }, true },
		{ COLOR_AUTO, false, { .term = "xterm", .clicolor_force = "0" }, false },
		{ COLOR_AUTO, false, { .clicolor_force = "1", .no_color = "1" }, false },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++)
		CHECK(color_wanted(rows[i].when, rows[i].tty, &rows[i].env) == rows[i].want, "row %zu", i);
}

TEST(depth_by_environment)
{
	static const struct {
		struct color_env env;
		unsigned flags;
		enum color_depth want;
	} rows[] = {
		{ { .term = "xterm-256color", .colorterm = "truecolor" }, 0, COLOR_TRUE },
		{ { .term = "xterm-256color", .colorterm = "24bit" }, 0, COLOR_TRUE },
		{ { .term = "xterm-256color", .colorterm = "yes" }, 0, COLOR_256 },
		{ { .term = "xterm-256color" }, COLOR_QUICK, COLOR_256 },
		{ { .term = "someone-256color" }, 0, COLOR_256 },
		{ { .term = "someone-direct" }, 0, COLOR_TRUE },
		{ { .term = "never-heard-of" }, 0, COLOR_256 },
		{ { .term = "dumb" }, 0, COLOR_NONE },
		{ { .term = "dumb", .colorterm = "truecolor" }, 0, COLOR_NONE },
		{ { .term = "dumb" }, COLOR_FORCED, COLOR_256 },
		{ { 0 }, 0, COLOR_NONE },
		{ { 0 }, COLOR_FORCED, COLOR_256 },
		{ { .term = "linux" }, 0, COLOR_16 },
		{ { .term = "vt100" }, 0, COLOR_MONO },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		enum color_depth got = color_depth(&rows[i].env, rows[i].flags);
		CHECK(got == rows[i].want, "row %zu (%s): %d", i, rows[i].env.term ? rows[i].env.term : "-",
			(int)got);
	}
}

/* The slow definition: all of 16 to 255 by squared distance. */
static int best_distance(int r, int g, int b)
{
	int best = 1 << 30;
	for (int i = 16; i < 256; i++) {
		uint32_t c = color_index_rgb((uint8_t)i);
		int dr = r - (int)(c >> 16 & 0xff), dg = g - (int)(c >> 8 & 0xff), db = b - (int)(c & 0xff);
		int d = dr * dr + dg * dg + db * db;
		best = d < best ? d : best;
	}
	return best;
}

TEST(nearest_of_256_is_nearest)
{
	for (int r = 0; r < 256; r += 5)
		for (int g = 0; g < 256; g += 15)
			for (int b = 0; b < 256; b += 3) {
				uint32_t got = color_reduce(COLOR_RGB(r, g, b), COLOR_256);
				CHECK(color_is_index(got) && (got & 0xff) >= 16, "%d,%d,%d", r, g, b);
				uint32_t c = color_index_rgb((uint8_t)got);
				int dr = r - (int)(c >> 16 & 0xff), dg = g - (int)(c >> 8 & 0xff),
				    db = b - (int)(c & 0xff);
				CHECK(dr * dr + dg * dg + db * db == best_distance(r, g, b),
					"%d,%d,%d gave %u", r, g, b, (unsigned)(got & 0xff));
			}
}

TEST(sixteen_by_hue)
{
	static const struct {
		uint32_t color;
		unsigned want;
	} rows[] = {
		{ COLOR_RGB(0, 0, 0), 0 },
		{ COLOR_RGB(255, 255, 255), 15 },
		{ COLOR_RGB(200, 200, 200), 7 },
		{ COLOR_RGB(100, 100, 105), 8 },
		{ COLOR_RGB(255, 0, 0), 9 },
		{ COLOR_RGB(120, 10, 10), 1 },
		{ COLOR_RGB(0, 128, 0), 2 },
		{ COLOR_RGB(0, 0, 160), 4 },
		{ COLOR_RGB(255, 120, 255), 13 },
		{ COLOR_RGB(255, 255, 0), 11 },
		{ COLOR_RGB(0, 100, 100), 6 },
		{ COLOR_INDEX(196), 9 },
		{ COLOR_INDEX(5), 5 },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		uint32_t got = color_reduce(rows[i].color, COLOR_16);
		CHECK(got == COLOR_INDEX(rows[i].want), "row %zu: %u", i, (unsigned)(got & 0xff));
		CHECK(color_reduce(got, COLOR_16) == got, "row %zu again", i);
	}
}

static struct str sgr_of(struct look from, struct look to, enum color_depth depth)
{
	static char p[LOOK_SGR_MAX];
	return (struct str){ p, look_sgr(p, from, to, depth) };
}

TEST(shortest_sequences)
{
	struct look plain = { 0 }, red = { .fg = COLOR_INDEX(1) };
	struct look bold_red = { .fg = COLOR_INDEX(1), .font = LOOK_BOLD };
	struct look rgb = { .fg = COLOR_RGB(1, 2, 3), .bg = COLOR_INDEX(200) };
	struct look bold_dim = { .font = LOOK_BOLD | LOOK_DIM }, dim = { .font = LOOK_DIM };
	struct look bright = { .fg = COLOR_INDEX(12), .bg = COLOR_INDEX(9) };
	CHECK_STR(sgr_of(plain, plain, COLOR_TRUE), STR(""));
	CHECK_STR(sgr_of(plain, red, COLOR_TRUE), STR("\033[31m"));
	CHECK_STR(sgr_of(red, bold_red, COLOR_TRUE), STR("\033[1m"));
	CHECK_STR(sgr_of(bold_red, red, COLOR_TRUE), STR("\033[22m"));
	CHECK_STR(sgr_of(bold_red, plain, COLOR_TRUE), STR("\033[0m"));
	CHECK_STR(sgr_of(plain, rgb, COLOR_TRUE), STR("\033[38;2;1;2;3;48;5;200m"));
	CHECK_STR(sgr_of(plain, rgb, COLOR_256), STR("\033[38;5;16;48;5;200m"));
	CHECK_STR(sgr_of(plain, rgb, COLOR_16), STR("\033[30;105m"));
	CHECK_STR(sgr_of(plain, rgb, COLOR_MONO), STR(""));
	CHECK_STR(sgr_of(plain, bold_red, COLOR_MONO), STR("\033[1m"));
	CHECK_STR(sgr_of(plain, bold_red, COLOR_NONE), STR(""));
	CHECK_STR(sgr_of(bold_dim, dim, COLOR_16), STR("\033[0;2m"));
	CHECK_STR(sgr_of(plain, bright, COLOR_16), STR("\033[94;101m"));
}

static uint32_t random_next(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static uint32_t random_color(uint32_t *seed)
{
	switch (random_next(seed) % 4) {
	case 0: return COLOR_DEFAULT;
	case 1: return COLOR_INDEX(random_next(seed));
	case 2: return COLOR_INDEX(random_next(seed) % 16);
	default: return COLOR_RGB(random_next(seed), random_next(seed), random_next(seed));
	}
}

/* Few pairs that come again and again, then more than it has room for. */
TEST(remembered_sequences_are_the_same)
{
	struct look_memo memo;
	struct look looks[40];
	uint32_t seed = 11;
	memset(&memo, 0xa5, sizeof(memo));
	look_memo_init(&memo);
	for (size_t i = 0; i < COUNTOF(looks); i++)
		looks[i] = (struct look){ .fg = random_color(&seed), .bg = random_color(&seed), .font = (uint16_t)(random_next(&seed) & 0xff) };
	for (unsigned i = 0; i < 20000; i++) {
		const size_t few = i < 5000 ? 5 : COUNTOF(looks);
		const struct look from = looks[random_next(&seed) % few], to = looks[random_next(&seed) % few];
		const struct str got = look_sgr_memo(&memo, from, to, COLOR_TRUE);
		CHECK_STR(got, sgr_of(from, to, COLOR_TRUE));
	}
}

/* Whatever is written, read back, gives the look that was meant: both ways prove one another. */
TEST(sequences_read_back)
{
	uint32_t seed = 7;
	for (int i = 0; i < 20000; i++) {
		struct look from = { .fg = random_color(&seed), .bg = random_color(&seed),
			.font = (uint16_t)(random_next(&seed) & 0xff) };
		struct look to = { .fg = random_color(&seed), .bg = random_color(&seed),
			.font = (uint16_t)(random_next(&seed) & 0xff) };
		if (random_next(&seed) % 3 == 0)
			to.fg = from.fg;
		struct str s = sgr_of(from, to, COLOR_TRUE);
		struct look at = from;
		if (s.n)
			look_apply_sgr(&at, str_sub(s, 2, s.n - 1));
		CHECK(look_same(at, to), "round %d: %.*s", i, STR_ARG(s));
		CHECK(s.n <= LOOK_SGR_MAX, "length %zu", s.n);
	}
}

TEST(foreign_parameters)
{
	static const struct {
		const char *params;
		struct look want;
	} rows[] = {
		{ "", { 0 } },
		{ "0", { 0 } },
		{ "1;31", { .fg = COLOR_INDEX(1), .font = LOOK_BOLD } },
		{ "38;5;208", { .fg = COLOR_INDEX(208) } },
		{ "38:5:208", { .fg = COLOR_INDEX(208) } },
		{ "38:2:1:2:3", { .fg = COLOR_RGB(1, 2, 3) } },
		{ "38:2::1:2:3", { .fg = COLOR_RGB(1, 2, 3) } },
		{ "48;2;255;0;9;4", { .bg = COLOR_RGB(255, 0, 9), .font = LOOK_UNDERLINE } },
		{ "58;5;9;1", { .font = LOOK_BOLD } },
		{ "58;2;1;2;3;3", { .font = LOOK_ITALIC } },
		{ "4:3", { .font = LOOK_UNDERLINE } },
		{ "4;4:0", { 0 } },
		{ "1;2;22", { 0 } },
		{ ";1", { .font = LOOK_BOLD } },
		{ "1;;4", { .font = LOOK_UNDERLINE } },
		{ "38;5", { 0 } },
		{ "38", { 0 } },
		{ "38;5;300", { 0 } },
		{ "38;2;1;2", { 0 } },
		{ "99999999999;1", { .font = LOOK_BOLD } },
		{ "97;107", { .fg = COLOR_INDEX(15), .bg = COLOR_INDEX(15) } },
		{ "31;39;42;49", { 0 } },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct look got = { 0 };
		look_apply_sgr(&got, str_from(rows[i].params));
		CHECK(look_same(got, rows[i].want), "row %zu '%s': fg %x bg %x font %x", i, rows[i].params,
			got.fg, got.bg, got.font);
	}
}

TEST(links_survive_sgr)
{
	struct look look = { .fg = COLOR_INDEX(1), .link = 3 };
	look_apply_sgr(&look, STR("0"));
	CHECK(look.link == 3 && look.fg == 0, "link %u", look.link);
	struct look over = look_over((struct look){ .fg = COLOR_INDEX(2), .font = LOOK_BOLD, .link = 4 },
		(struct look){ .bg = COLOR_INDEX(5), .font = LOOK_REVERSE });
	CHECK(over.fg == COLOR_INDEX(2) && over.bg == COLOR_INDEX(5), "colours %x %x", over.fg, over.bg);
	CHECK(over.font == (LOOK_BOLD | LOOK_REVERSE) && over.link == 4, "font %x link %u", over.font, over.link);
}
