#include "ember/text/safe.h"

#include <string.h>

#include "ember/text/utf8.h"
#include "lib/test.h"

TEST(hidden_characters_become_visible)
{
	static const struct {
		const char *in;
		unsigned flags;
		const char *want;
	} rows[] = {
		{ "plain text", 0, "plain text" },
		{ "a\x1b[31mb", 0, "a\\x1B[31mb" },
		{ "a\nb\tc", 0, "a\\x0Ab\\x09c" },
		{ "a\nb\tc", SAFE_TAB | SAFE_LF, "a\nb\tc" },
		{ "\x7f", 0, "\\x7F" },
		{ "\xc2\x9b" "31m", 0, "\\x9B31m" }, /* C1 CSI as UTF-8 */
		{ "bad\xff\xfe", 0, "bad\\xFF\\xFE" },
		{ "\xe2\x80\xae" "txt", 0, "\\u{202E}txt" }, /* right-to-left override */
		{ "z\xe2\x80\x8bw", 0, "z\\u{200B}w" },
		{ "z\xe2\x80\x8bw", SAFE_SPACE, "z\xe2\x80\x8bw" },
		{ "\xe2\x80\x8d", 0, "\xe2\x80\x8d" },   /* joiner stays */
		{ "\xf3\xa0\x81\x81", 0, "\\u{E0041}" }, /* tag letter */
		{ "caf\xc3\xa9", 0, "caf\xc3\xa9" },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct buf b = { 0 };
		safe_add(&b, str_from(rows[i].in), rows[i].flags);
		CHECK(str_eqc(buf_view(&b), rows[i].want), "row %zu: '%.*s'", i, STR_ARG(buf_view(&b)));
		CHECK(safe_clean(str_from(rows[i].in), rows[i].flags) == (strcmp(rows[i].in, rows[i].want) == 0),
			"row %zu clean", i);
		buf_fini(&b);
	}
}

TEST(whatever_goes_in_comes_out_printable)
{
	unsigned seed = 7;
	for (int round = 0; round < 3000; round++) {
		char p[40];
		for (size_t i = 0; i < sizeof(p); i++) {
			seed = seed * 1103515245u + 12345u;
			p[i] = (char)(seed >> 16);
		}
		struct buf b = { 0 };
		safe_add(&b, (struct str){ p, sizeof(p) }, 0);
		CHECK(utf8_valid(buf_view(&b)), "round %d is UTF-8", round);
		CHECK(safe_clean(buf_view(&b), 0), "round %d is clean", round);
		buf_fini(&b);
	}
}
