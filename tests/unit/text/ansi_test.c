#include "ember/text/ansi.h"

#include "lib/test.h"

TEST(ansi_scans)
{
	static const struct {
		const char *in;
		enum ansi_kind kind;
		size_t n;
		const char *body;
	} rows[] = {
		{ "\x1b[mx", ANSI_SGR, 3, "" },
		{ "\x1b[1;38;5;208mx", ANSI_SGR, 13, "1;38;5;208" },
		{ "\x1b[4:3mx", ANSI_SGR, 6, "4:3" },
		{ "\x1b[?25lx", ANSI_OTHER, 6, "\x1b[?25l" },
		{ "\x1b[>1mx", ANSI_OTHER, 5, "\x1b[>1m" },
		{ "\x1b[1 mx", ANSI_OTHER, 5, "\x1b[1 m" },
		{ "\x1b[2Jx", ANSI_OTHER, 4, "\x1b[2J" },
		{ "\x1b]8;;http://a\x1b\\x", ANSI_LINK, 15, "http://a" },
		{ "\x1b]8;id=1;http://a\ax", ANSI_LINK, 18, "http://a" },
		{ "\x1b]8;;\ax", ANSI_LINK, 6, "" },
		{ "\x1b]0;title\ax", ANSI_OTHER, 10, "\x1b]0;title\a" },
		{ "\x1bPq#0\x1b\\x", ANSI_OTHER, 7, "\x1bPq#0\x1b\\" },
		{ "\x1b_G\x1b\\x", ANSI_OTHER, 5, "\x1b_G\x1b\\" },
		{ "\x1b""7x", ANSI_OTHER, 2, "\x1b""7" },
		{ "\x1b(Bx", ANSI_OTHER, 3, "\x1b(B" },
		{ "\x1b", ANSI_PARTIAL, 1, "\x1b" },
		{ "\x1b[12", ANSI_PARTIAL, 1, "\x1b" },
		{ "\x1b[\x01m", ANSI_PARTIAL, 1, "\x1b" },
		{ "\x1b]0;no end", ANSI_PARTIAL, 1, "\x1b" },
		{ "\x1b]0;\nx\a", ANSI_PARTIAL, 1, "\x1b" },
		{ "\x1b\x1b[m", ANSI_PARTIAL, 1, "\x1b" },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		enum ansi_kind kind;
		struct str body;
		size_t n = ansi_scan(str_from(rows[i].in), &kind, &body);
		CHECK(n == rows[i].n && kind == rows[i].kind, "row %zu: %zu bytes, kind %d", i, n, kind);
		CHECK_STR(body, str_from(rows[i].body));
	}
}

TEST(ansi_strips)
{
	static const struct { const char *in, *want; } rows[] = {
		{ "", "" },
		{ "plain", "plain" },
		{ "\x1b[1ma\x1b[0mb", "ab" },
		{ "a\x1b]8;;u\x1b\\b\x1b]8;;\ac", "abc" },
		{ "a\x1b[2Jb\x1b(B", "ab" },
		{ "cut \x1b[", "cut \x1b[" },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct buf b = { 0 };
		ansi_strip(&b, str_from(rows[i].in));
		CHECK_STR(buf_view(&b), str_from(rows[i].want));
		buf_fini(&b);
	}
}

TEST(ansi_pieces)
{
	static const struct {
		enum ansi_kind kind;
		const char *bytes;
	} want[] = {
		{ ANSI_TEXT, "a b" },
		{ ANSI_SGR, "\x1b[1m" },
		{ ANSI_OTHER, "\x1b[2J" },
		{ ANSI_TEXT, "c" },
		{ ANSI_LINK, "\x1b]8;;u\a" },
		{ ANSI_PARTIAL, "\x1b" },
		{ ANSI_PARTIAL, "\x1b" },
		{ ANSI_TEXT, "[1;" },
	};
	struct str rest = STR("a b\x1b[1m\x1b[2Jc\x1b]8;;u\a\x1b\x1b[1;");
	struct ansi_piece piece;
	for (size_t i = 0; i < COUNTOF(want); i++) {
		CHECK(ansi_next(&rest, &piece), "row %zu: ends", i);
		CHECK(piece.kind == want[i].kind, "row %zu: kind %d", i, piece.kind);
		CHECK_STR(piece.bytes, str_from(want[i].bytes));
	}
	CHECK(!ansi_next(&rest, &piece), "goes on");
}
