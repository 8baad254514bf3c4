#include "ember/text/decode.h"

#include "lib/test.h"

#define S(lit) STR_INIT(lit)

TEST(decode_guesses)
{
	static const struct {
		struct str head;
		bool whole;
		enum decode_encoding encoding;
		unsigned mark;
		bool binary;
	} rows[] = {
		{ S(""), true, DECODE_UTF8, 0, false },
		{ S("plain\n"), true, DECODE_UTF8, 0, false },
		{ S("\xef\xbb\xbfx"), true, DECODE_UTF8, 3, false },
		{ S("\xff\xfex\0"), true, DECODE_UTF16LE, 2, false },
		{ S("\xfe\xff\0x"), true, DECODE_UTF16BE, 2, false },
		{ S("\xff\xfe\0\0x\0\0\0"), true, DECODE_UTF32LE, 4, false },
		{ S("\0\0\xfe\xff\0\0\0x"), true, DECODE_UTF32BE, 4, false },
		{ S("a\0b\0c\0d\0"), true, DECODE_UTF16LE, 0, false },
		{ S("\0a\0b\0c\0d"), true, DECODE_UTF16BE, 0, false },
		{ S("ab\0cd"), true, DECODE_UTF8, 0, true },
		{ S("\0\0\0\0\0\0"), true, DECODE_UTF8, 0, true },
		{ S("PK\3\4...."), true, DECODE_UTF8, 0, true },
		{ S("caf\xe9\n"), true, DECODE_CP1252, 0, false },
		{ S("caf\xc3\xa9\n"), true, DECODE_UTF8, 0, false },
		{ S("caf\xc3\xa9 \xe9\n"), true, DECODE_UTF8, 0, false },
		{ S("caf\xc3"), false, DECODE_UTF8, 0, false },
		{ S("caf\xc3"), true, DECODE_CP1252, 0, false },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct decode_guess g = decode_sniff(rows[i].head, rows[i].whole);
		CHECK(g.encoding == rows[i].encoding, "row %zu: %s", i, decode_name(g.encoding));
		CHECK(g.mark == rows[i].mark && g.binary == rows[i].binary, "row %zu: mark %u, binary %d", i, g.mark,
			g.binary);
	}
}

TEST(decode_to_utf8_in_pieces)
{
	static const struct {
		enum decode_encoding encoding;
		struct str in, want;
	} rows[] = {
		{ DECODE_UTF8, S("a\xff\xc3\xa9"), S("a\xff\xc3\xa9") },
		{ DECODE_CP1252, S("\x80\xe9z\x9f"), S("\u20ac\u00e9z\u0178") },
		{ DECODE_UTF16LE, S("a\0\xac\x20\x3d\xd8\x00\xde"), S("a\u20ac\U0001f600") },
		{ DECODE_UTF16BE, S("\0a\x20\xac\xd8\x3d\xde\x00"), S("a\u20ac\U0001f600") },
		{ DECODE_UTF16LE, S("\x3d\xd8\x41\0"), S("\ufffdA") },
		{ DECODE_UTF16LE, S("\x3d\xd8\x3d\xd8\x00\xde"), S("\ufffd\U0001f600") },
		{ DECODE_UTF16LE, S("\x00\xde\x41\0"), S("\ufffdA") },
		{ DECODE_UTF16LE, S("a\0b"), S("a\ufffd") },
		{ DECODE_UTF32LE, S("a\0\0\0\x00\xf6\x01\x00"), S("a\U0001f600") },
		{ DECODE_UTF32BE, S("\0\0\0a\xff\xff\xff\xff"), S("a\ufffd") },
		{ DECODE_UTF32BE, S("\0\0\xd8\0"), S("\ufffd") },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		for (size_t step = 1; step < 5; step++) {
			struct decode d = { .encoding = rows[i].encoding };
			struct buf b = { 0 };
			for (size_t at = 0; at < rows[i].in.n; at += step)
				decode_feed(&d, &b, str_sub(rows[i].in, at, at + step));
			decode_end(&d, &b);
			CHECK(str_eq(buf_view(&b), rows[i].want), "row %zu, step %zu: '%.*s'", i, step, (int)b.n, b.p);
			buf_fini(&b);
		}
	}
}
