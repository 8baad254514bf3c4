#include "ember/view/picture.h"

#include "lib/test.h"

TEST(picture_shows_every_byte)
{
	static const struct {
		const char *in;
		bool cr, lf, caret;
		unsigned tabs;
		const char *want;
	} rows[] = {
		{ "", false, false, false, 4, "" },
		{ "a b", false, true, false, 4, "a\u00b7b\u240a" },
		{ "\ta\t", false, false, false, 4, "\u251c\u2500\u2500\u2524a\u251c\u2500\u2524" },
		{ "abc\td", false, false, false, 4, "abc\u21b9d" },
		{ "\tx", false, false, false, 1, "\u21b9x" },
		{ "\t", false, false, false, 0, "\u251c\u2500\u2500\u2524" },
		{ "a\tbc\td", false, false, false, 8,
			"a\u251c\u2500\u2500\u2500\u2500\u2500\u2524bc\u251c\u2500\u2500\u2500\u2500\u2524d" },
		{ "\x01\x7f", true, true, false, 4, "\u2401\u2421\u240d\u240a" },
		{ "\x01\x7f", true, true, true, 4, "^A^?^M^J" },
		{ "\u00e9\u6f22", false, false, false, 4, "\\u{e9}\\u{6f22}" },
		{ "\xff\xc3", false, false, false, 4, "\\xFF\\xC3" },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct marked m = { 0 };
		struct picture p = { .caret = rows[i].caret, .tabs = rows[i].tabs };
		picture_line(&m, &p, str_from(rows[i].in), rows[i].cr, rows[i].lf);
		CHECK_STR(buf_view(&m.text), str_from(rows[i].want));
		marked_fini(&m);
	}
}
