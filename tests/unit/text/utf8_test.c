#include "ember/text/utf8.h"

#include "lib/test.h"

TEST(every_scalar_value_goes_round)
{
	for (uint32_t cp = 0; cp <= 0x10ffff; cp++) {
		char p[4];
		uint32_t back = 0;
		if (cp == 0xd800)
			cp = 0xe000;
		unsigned len = utf8_encode(p, cp);
		CHECK(utf8_decode((struct str){ p, len }, &back) == len && back == cp, "U+%04X", (unsigned)cp);
		for (unsigned cut = 1; cut < len; cut++) {
			CHECK(utf8_decode((struct str){ p, cut }, &back) == 0, "U+%04X cut to %u", (unsigned)cp, cut);
			CHECK(utf8_tail((struct str){ p, cut }) == cut, "U+%04X tail of %u", (unsigned)cp, cut);
		}
		CHECK(utf8_tail((struct str){ p, len }) == 0, "U+%04X is whole", (unsigned)cp);
	}
}

TEST(malformed_text_is_found_at_its_first_byte)
{
	static const struct {
		const char *in;
		size_t bad;
	} rows[] = {
		{ "plain", 5 },
		{ "caf\xc3\xa9", 5 },
		{ "a\x80", 1 },
		{ "ab\xc0\xaf", 2 },       /* overlong / */
		{ "\xe0\x80\xaf", 0 },     /* overlong / in three */
		{ "x\xed\xa0\x80", 1 },    /* surrogate */
		{ "\xf4\x90\x80\x80", 0 }, /* beyond U+10FFFF */
		{ "\xf5\x80\x80\x80", 0 },
		{ "12345678\xe2\x82", 8 }, /* cut off */
		{ "\xe2\x82\xac\xff", 3 },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct str s = str_from(rows[i].in);
		CHECK(utf8_bad(s) == rows[i].bad, "row %zu: %zu", i, utf8_bad(s));
		CHECK(utf8_valid(s) == (rows[i].bad == s.n), "row %zu valid", i);
	}
}

TEST(ascii_heads)
{
	CHECK(utf8_ascii(STR("0123456789abcdef")) == 16, "all");
	CHECK(utf8_ascii(STR("0123456789\xc3\xa9")) == 10, "up to the letter");
	CHECK(utf8_ascii(STR("\xff")) == 0, "none");
}
