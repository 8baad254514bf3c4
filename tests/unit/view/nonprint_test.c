#include "ember/view/nonprint.h"

#include <string.h>

#include "ember/base/buf.h"
#include "lib/test.h"

static int collect(void *ctx, const char *p, size_t n)
{
	buf_add(ctx, p, n);
	return 0;
}

/* Formats `in`, in pieces of `step` bytes. */
static void format(struct buf *got, const struct nonprint_conf *c, struct str in, size_t step)
{
	struct nonprint np;
	struct out o;
	out_init_sink(&o, collect, got, NONPRINT_OUT);
	nonprint_init(&np, c);
	for (size_t at = 0; at < in.n; at += step)
		nonprint_feed(&np, &o, str_sub(in, at, at + step));
	nonprint_end(&np, &o);
	out_flush(&o);
	out_fini(&o);
}

TEST(nonprint_formats)
{
	static const struct {
		struct nonprint_conf c;
		const char *in, *want;
	} rows[] = {
		{ { .number = true }, "a\n\nb", "     1\ta\n     2\t\n     3\tb" },
		{ { .number_nonblank = true, .number = true }, "a\n\nb\n", "     1\ta\n\n     2\tb\n" },
		{ { .squeeze = true, .squeeze_limit = 1 }, "\n\n\na\n\n\n", "\na\n\n" },
		{ { .squeeze = true, .squeeze_limit = 1, .number = true }, "\n\n\na\n", "     1\t\n     2\ta\n" },
		{ { .ends = true }, "a\r\n\rb\r", "a^M$\n\rb\r" },
		{ { .ends = true }, "\r\r\n", "\r^M$\n" },
		{ { .ends = true, .squeeze = true, .squeeze_limit = 1 }, "\n\n\r\n", "$\n^M$\n" },
		{ { .tabs = true }, "\ta\t", "^Ia^I" },
		{ { .nonprinting = true }, "\t\x01\x7f\x80\xff\xe9\n", "\t^A^?M-^@M-^?M-i\n" },
		{ { .nonprinting = true, .ends = true }, "\r\n", "^M$\n" },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		for (size_t step = 1; step < 9; step++) {
			struct buf got = { 0 };
			format(&got, &rows[i].c, str_from(rows[i].in), step);
			CHECK_STR(buf_view(&got), str_from(rows[i].want));
			buf_fini(&got);
		}
	}
}

TEST(nonprint_numbers_grow_past_their_field)
{
	struct buf in = { 0 }, got = { 0 };
	buf_fill(&in, '\n', 1000001);
	format(&got, &(struct nonprint_conf){ .number = true }, buf_view(&in), 4096);
	struct str text = buf_view(&got);
	CHECK_STR(str_sub(text, 0, 8), STR("     1\t\n"));
	CHECK_STR(str_sub(text, text.n - 26, text.n), STR("999999\t\n1000000\t\n1000001\t\n"));
	buf_fini(&in);
	buf_fini(&got);
}

TEST(nonprint_worst_case_fits)
{
	struct buf in = { 0 }, got = { 0 };
	for (unsigned i = 0; i < 70000; i++)
		buf_add(&in, i % 2 ? "\x80" : "\n", 1);
	format(&got, &(struct nonprint_conf){ .number = true, .ends = true, .nonprinting = true }, buf_view(&in), 70000);
	/* 35001 numbers, the first for an empty line; 35000 ends, 35000 bytes in M- notation. */
	CHECK(got.n == 35001u * 7 + 35000u * 2 + 35000u * 4, "%zu bytes", got.n);
	buf_fini(&in);
	buf_fini(&got);
}
