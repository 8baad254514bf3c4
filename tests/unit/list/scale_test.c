#include "ember/list/palette.h"
#include "ember/list/scale.h"
#include "ember/term/color.h"
#include "lib/test.h"
#include "unit/list/contrast.h"

#define CONTRAST_LEAST 3.0
#define SIZES 12

/* Of the smallest to the largest size of a listing, what --color-scale shows on such a terminal; returns how many. */
static size_t shades(uint32_t *fg, struct str base, enum color_depth depth, bool light, bool fixed, struct buf *text)
{
	const struct list_conf conf = { .scale = LIST_SCALE_SIZE,
		.scale_min = 50,
		.scale_depth = depth,
		.scale_light = light,
		.scale_fixed = fixed };
	struct scale s;
	struct buf b = { 0 };
	size_t n = 0;
	scale_init(&s, &conf, 0);
	s.filled = true;
	s.least = 1;
	s.most = UINT64_C(1) << (4 * (SIZES - 1));
	for (unsigned i = 0; i < SIZES; i++) {
		struct look look = { .fg = 0 };
		if (!scale_size(&s, &b, base, UINT64_C(1) << (4 * i)))
			continue;
		look_apply_sgr(&look, buf_view(&b));
		buf_str(text, buf_view(&b));
		buf_char(text, ' ');
		fg[n++] = color_is_index(look.fg) ? color_index_rgb((uint8_t)look.fg) : look.fg;
	}
	buf_fini(&b);
	return n;
}

/* Spec els 8.4, "Look": on each ground the scale can be read, and goes one way. */
TEST(scale_stands_out_from_its_ground)
{
	static const enum color_depth depths[] = { COLOR_256, COLOR_TRUE };
	for (unsigned k = 0; k < 8 * PALETTE_COUNT; k++) {
		const bool light = k & 1, deep = k & 2;
		const enum color_depth depth = depths[k >> 2 & 1];
		const uint32_t ground = light ? 0xffffff : 0;
		struct palette p;
		palette_init(&p, deep);
		struct str base = p.sgr[k / 8];
		struct buf text = { 0 };
		uint32_t fg[SIZES];
		size_t n = shades(fg, base, depth, light, false, &text);
		CHECK(n == SIZES, "'%.*s': %zu shades", STR_ARG(base), n);
		for (size_t i = 0; i < n; i++) {
			double c = contrast(fg[i], ground);
			CHECK(c >= CONTRAST_LEAST, "'%.*s' %zu of %zu, on %s at depth %d: %.2f (%.*s)", STR_ARG(base), i, n,
				light ? "white" : "black", depth, c, STR_ARG(buf_view(&text)));
		}
		for (size_t i = 1; i < n; i++)
			CHECK(contrast(fg[i], ground) >= contrast(fg[i - 1], ground),
				"'%.*s' %zu: more is nearer to the ground (%.*s)", STR_ARG(base), i, STR_ARG(buf_view(&text)));
		CHECK(contrast(fg[n - 1], ground) > contrast(fg[0], ground), "'%.*s': one shade", STR_ARG(base));
		size_t steps = 1;
		for (size_t i = 1; i < n; i++)
			steps += fg[i] != fg[i - 1];
		CHECK(depth == COLOR_TRUE ? steps > 6 : steps <= 6, "'%.*s': %zu steps (%.*s)", STR_ARG(base), steps,
			STR_ARG(buf_view(&text)));
		buf_fini(&text);
	}
}

TEST(scale_of_sixteen_colours_is_plain_and_bright)
{
	static const struct {
		const char *base;
		enum color_depth depth;
		bool light;
		const char *text;
	} rows[] = {
		{ "32", COLOR_16, false, "32 32 32 32 32 32 92 92 92 92 92 92 " },
		{ "", COLOR_16, false, "37 37 37 37 37 37 97 97 97 97 97 97 " },
		{ "1;38;5;65", COLOR_16, false, "1;32 1;32 1;32 1;32 1;32 1;32 1;92 1;92 1;92 1;92 1;92 1;92 " },
		{ "32", COLOR_16, true, "" },
		{ "32", COLOR_MONO, false, "            " },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct buf text = { 0 };
		uint32_t fg[SIZES];
		shades(fg, str_from(rows[i].base), rows[i].depth, rows[i].light, false, &text);
		CHECK(str_eqc(buf_view(&text), rows[i].text), "row %zu: '%.*s'", i, STR_ARG(buf_view(&text)));
		buf_fini(&text);
	}
}

TEST(scale_of_classes_has_one_shade_each)
{
	struct buf text = { 0 };
	uint32_t fg[SIZES];
	size_t n = shades(fg, STR("32"), COLOR_TRUE, true, true, &text), changes = 0;
	for (size_t i = 1; i < n; i++)
		changes += fg[i] != fg[i - 1];
	CHECK(n == SIZES && changes == 4, "%zu changes", changes);
	buf_fini(&text);
}

/* The fixed mode: one shade from a class's first value to its last, another one in the next class (spec els X15). */
TEST(fixed_classes)
{
	static const uint64_t sizes[][2] = { { 0, 1023 }, { 1024, 1048575 }, { 1048576, (UINT64_C(1) << 30) - 1 },
		{ UINT64_C(1) << 30, (UINT64_C(1) << 40) - 1 }, { UINT64_C(1) << 40, UINT64_MAX } };
	static const int64_t ages[][2] = { { 0, 3599 }, { 3600, 86399 }, { 86400, 7 * 86400 - 1 },
		{ 7 * 86400, 30 * 86400 - 1 }, { 30 * 86400, INT64_C(1) << 40 } };
	const struct str base = STR("38;2;20;200;40");
	const struct list_conf conf = { .scale = LIST_SCALE_SIZE | LIST_SCALE_AGE, .scale_min = 20,
		.scale_depth = COLOR_TRUE, .scale_fixed = true };
	struct scale s;
	struct buf first = { 0 }, last = { 0 }, before = { 0 };
	scale_init(&s, &conf, 2000000000);
	s.filled = true;
	for (int age = 0; age < 2; age++) {
		buf_clear(&before);
		for (size_t i = 0; i < COUNTOF(sizes); i++) {
			struct buf *ends[] = { &first, &last };
			for (size_t k = 0; k < 2; k++)
				CHECK(age ? scale_age(&s, ends[k], base, 2000000000 - ages[i][k])
					  : scale_size(&s, ends[k], base, sizes[i][k]), "class %zu", i);
			CHECK_STR(buf_view(&last), buf_view(&first));
			CHECK(!str_eq(buf_view(&before), buf_view(&first)), "%s: classes %zu and before", age ? "age" : "size", i);
			buf_clear(&before);
			buf_str(&before, buf_view(&first));
		}
	}
	buf_fini(&first);
	buf_fini(&last);
	buf_fini(&before);
}
