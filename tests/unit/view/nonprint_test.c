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

/* cat as its manual tells it, a byte at a time. */
static void tell(struct buf *want, const struct nonprint_conf *c, struct str in)
{
	unsigned number = 0;
	bool empty_before = false;
	for (size_t at = 0; at < in.n;) {
		const char *lf = memchr(in.p + at, '\n', in.n - at);
		size_t end = lf ? (size_t)(lf - in.p) : in.n;
		bool empty = lf && end == at;
		bool hidden = c->squeeze && empty && empty_before;
		if (!hidden && (c->number_nonblank ? !empty : c->number))
			buf_printf(want, "%6u\t", ++number);
		for (size_t i = at; i < end; i++) {
			unsigned char b = (unsigned char)in.p[i];
			unsigned char low = b & 127;
			if (b == '\t' ? c->tabs : c->nonprinting && (low < 32 || low == 127 || b > 127))
				buf_printf(want, "%s%s%c", b > 127 ? "M-" : "", low < 32 || low == 127 ? "^" : "",
					low < 32 || low == 127 ? low ^ 64 : low);
			else if (b == '\r' && c->ends && lf && i + 1 == end)
				buf_add(want, "^M", 2);
			else
				buf_add(want, in.p + i, 1);
		}
		if (lf && !hidden)
			buf_text(want, c->ends ? "$\n" : "\n");
		empty_before = empty;
		at = end + (lf != NULL);
	}
}

/* All options, over texts in which runs of all lengths meet the borders of slices, blocks and lanes. */
TEST(nonprint_equals_a_plain_telling)
{
	static const char *const alphabets[] = { "\n\t\rab", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\t\n",
		"aaaaaaaaa\n\t\t\x01\x7f\x80\xff\r\xe9", "\n\t" };
	static const size_t sizes[] = { 5, 127, 129, 1000, 9000 };
	uint64_t seed = 7;
	for (unsigned bits = 0; bits < 64; bits++) {
		const struct nonprint_conf c = { .number = bits & 1, .number_nonblank = bits & 2, .squeeze = bits & 4,
			.squeeze_limit = 1, .ends = bits & 8, .tabs = bits & 16, .nonprinting = bits & 32 };
		for (unsigned i = 0; i < COUNTOF(alphabets) * COUNTOF(sizes); i++) {
			const char *alphabet = alphabets[i % COUNTOF(alphabets)];
			struct buf in = { 0 }, got = { 0 }, want = { 0 };
			for (size_t n = sizes[i / COUNTOF(alphabets)]; n; n--) {
				seed = seed * 6364136223846793005u + 1442695040888963407u;
				buf_add(&in, alphabet + (seed >> 33) % strlen(alphabet), 1);
			}
			tell(&want, &c, buf_view(&in));
			format(&got, &c, buf_view(&in), i % 2 ? in.n : 1 + (seed >> 40) % 4200);
			CHECK(str_eq(buf_view(&got), buf_view(&want)), "options %u, text %u", bits, i);
			buf_fini(&in);
			buf_fini(&got);
			buf_fini(&want);
		}
	}
}

/* Of one byte, of every length up to some blocks, before each byte that may end them. */
TEST(nonprint_shows_runs)
{
	static const char bytes[] = "\r\n\t\0\x7f\x80\xe9\xff" "a";
	for (unsigned bits = 0; bits < 64; bits++) {
		const struct nonprint_conf c = { .number = bits & 1, .number_nonblank = bits & 2, .squeeze = bits & 4,
			.squeeze_limit = 1, .ends = bits & 8, .tabs = bits & 16, .nonprinting = bits & 32 };
		for (unsigned i = 0; i < 81; i++) {
			struct buf in = { 0 }, got = { 0 }, want = { 0 };
			for (size_t n = 1; n < 40; n++) {
				buf_fill(&in, bytes[i / 9], n);
				buf_char(&in, bytes[i % 9]);
			}
			buf_fill(&in, bytes[i / 9], 500);
			buf_char(&in, bytes[i % 9]);
			tell(&want, &c, buf_view(&in));
			format(&got, &c, buf_view(&in), i % 2 ? in.n : 37);
			CHECK(str_eq(buf_view(&got), buf_view(&want)), "options %u, bytes %u", bits, i);
			buf_fini(&in);
			buf_fini(&got);
			buf_fini(&want);
		}
	}
}

TEST(nonprint_shows_every_byte)
{
	struct buf in = { 0 };
	for (unsigned i = 0; i < 65536; i++)
		buf_add(&in, (const char[]){ (char)(i >> 8), (char)i }, 2);
	for (unsigned bits = 0; bits < 64; bits++) {
		const struct nonprint_conf c = { .number = bits & 1, .number_nonblank = bits & 2, .squeeze = bits & 4,
			.squeeze_limit = 1, .ends = bits & 8, .tabs = bits & 16, .nonprinting = bits & 32 };
		struct buf got = { 0 }, want = { 0 };
		tell(&want, &c, buf_view(&in));
		format(&got, &c, buf_view(&in), in.n);
		CHECK(str_eq(buf_view(&got), buf_view(&want)), "options %u", bits);
		buf_fini(&got);
		buf_fini(&want);
	}
	buf_fini(&in);
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
