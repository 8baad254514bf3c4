#include "ember/base/number.h"
#include "ember/list/palette.h"
#include "ember/term/color.h"
#include "lib/test.h"
#include "unit/list/contrast.h"

#define CONTRAST_NAME 4.5 /* as the guidelines for the web count and ask for */
#define CONTRAST_REST 3.0

/* The colour that an SGR sequence sets by "38;5;N"; false: it sets none of the 256. */
static bool colour_of(struct str sgr, uint32_t *rgb)
{
	static const char head[] = "38;5;";
	uint64_t n;
	size_t at = str_find(sgr, str_from(head));
	if (at == STR_NONE || !number_u64(str_sub(sgr, at + sizeof(head) - 1, sgr.n), &n) || n < 16 || n > 255)
		return false;
	*rgb = color_index_rgb((uint8_t)n);
	return true;
}

/* Spec els, "Look": all columns can be read on a dark and on a light terminal. */
TEST(columns_stand_out_from_any_ground)
{
	struct palette p;
	palette_init(&p, true);
	size_t coloured = 0;
	for (size_t i = 0; i < PALETTE_COUNT; i++) {
		uint32_t rgb;
		if (!p.sgr[i].n || str_eqc(p.sgr[i], "4")) /* plain, or underlined */
			continue;
		CHECK(colour_of(p.sgr[i], &rgb), "key %zu: '%.*s' is one of 256", i, STR_ARG(p.sgr[i]));
		CHECK(contrast(rgb, 0xffffff) >= CONTRAST_REST, "key %zu on white: %.2f", i, contrast(rgb, 0xffffff));
		CHECK(contrast(rgb, 0) >= CONTRAST_REST, "key %zu on black: %.2f", i, contrast(rgb, 0));
		coloured++;
	}
	CHECK(coloured > 40, "%zu keys have a colour", coloured);
}

TEST(sixteen_are_the_terminals_own)
{
	struct palette p;
	uint32_t rgb;
	palette_init(&p, false);
	for (size_t i = 0; i < PALETTE_COUNT; i++)
		CHECK(!colour_of(p.sgr[i], &rgb), "key %zu: '%.*s'", i, STR_ARG(p.sgr[i]));
}

TEST(names_stand_out_from_white)
{
	struct str rest = STR(PALETTE_LIGHT_NAMES);
	size_t n = 0;
	for (; rest.n; n++) {
		struct str pair = str_cut(&rest, ':');
		uint32_t rgb;
		CHECK(colour_of(pair, &rgb), "'%.*s'", STR_ARG(pair));
		CHECK(contrast(rgb, 0xffffff) >= CONTRAST_NAME, "'%.*s': %.2f", STR_ARG(pair), contrast(rgb, 0xffffff));
	}
	CHECK(n >= 8, "%zu kinds of names", n);
}
