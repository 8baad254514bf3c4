#include "ember/text/lines.h"

#include "ember/base/buf.h"
#include "lib/test.h"

TEST(lines_are_cut)
{
	static const struct {
		const char *in;
		bool last;
		const char *want; /* text, then how it ended: $ LF, ^ CR LF, . nothing */
	} rows[] = {
		{ "", true, "" },
		{ "a\nb\n", true, "a$b$" },
		{ "a\r\nb\r\n", true, "a^b^" },
		{ "a\rb\n", true, "a\rb$" },
		{ "\n\r\n", true, "$^" },
		{ "a\nb", true, "a$b." },
		{ "a\nb", false, "a$" },
		{ "a\r", true, "a\r." },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct lines l = { 0 };
		struct lines_line line;
		struct str rest = str_from(rows[i].in);
		struct buf b = { 0 };
		while (lines_next(&l, &rest, rows[i].last, &line)) {
			buf_str(&b, line.text);
			buf_char(&b, line.cr ? '^' : line.lf ? '$' : '.');
		}
		CHECK_STR(buf_view(&b), str_from(rows[i].want));
		buf_fini(&b);
	}
}

TEST(lines_too_long_are_cut_between_characters)
{
	struct buf in = { 0 };
	buf_char(&in, 'x');
	while (in.n < LINES_LONG + 3 * LINES_PIECE)
		buf_text(&in, "\u20ac");
	buf_text(&in, "\nnext\n");
	struct lines l = { 0 };
	struct lines_line line;
	struct str rest = buf_view(&in);
	size_t pieces = 0, bytes = 0;
	while (lines_next(&l, &rest, false, &line) && !line.lf) {
		CHECK(line.piece && line.text.n <= LINES_PIECE && line.text.n > LINES_PIECE - 4, "%zu bytes", line.text.n);
		CHECK(bytes == 0 || (line.text.p[0] & 0xc0) != 0x80, "piece %zu starts inside a character", pieces);
		bytes += line.bytes;
		pieces++;
	}
	CHECK(pieces >= 18 && line.lf && !line.piece, "%zu pieces", pieces);
	CHECK(bytes + line.bytes == in.n - 5, "nothing is lost");
	CHECK(lines_next(&l, &rest, false, &line), "the next line");
	CHECK_STR(line.text, STR("next"));
	buf_fini(&in);
}

TEST(what_was_looked_through_is_not_looked_through_again)
{
	struct lines l = { 0 };
	struct lines_line line;
	struct str all = STR("abc\ndef\n"), rest = str_sub(all, 0, 2);
	CHECK(!lines_next(&l, &rest, false, &line) && l.known == 2, "%zu", l.known);
	rest = str_sub(all, 0, 6);
	CHECK(lines_next(&l, &rest, false, &line) && l.known == 0, "%zu", l.known);
	CHECK_STR(line.text, STR("abc"));
	CHECK(!lines_next(&l, &rest, false, &line) && l.known == 2, "%zu", l.known);
	l.known = 3; /* the LF itself was seen by nobody */
	rest = str_sub(all, 4, all.n);
	CHECK(lines_next(&l, &rest, false, &line), "the last line");
	CHECK_STR(line.text, STR("def"));
	l.known = 100; /* more than there is */
	rest = str_sub(all, 0, 2);
	CHECK(lines_next(&l, &rest, true, &line), "a rest that ends");
	CHECK_STR(line.text, STR("ab"));
}
