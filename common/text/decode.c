#include "ember/text/decode.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <string.h>

#include "ember/text/utf8.h"

#define REPLACEMENT 0xfffdu

/* CP1252's 0x80 to 0x9f; the five that it leaves free map to themselves, as in browsers. */
static const uint16_t decode_cp1252[32] = {
	0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, /* 80 */
	0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008d, 0x017d, 0x008f, /* 88 */
	0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, /* 90 */
	0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178, /* 98 */
};

const char *decode_name(enum decode_encoding e)
{
	static const char *const names[] = {
		[DECODE_UTF8] = "UTF-8",
		[DECODE_UTF16LE] = "UTF-16LE",
		[DECODE_UTF16BE] = "UTF-16BE",
		[DECODE_UTF32LE] = "UTF-32LE",
		[DECODE_UTF32BE] = "UTF-32BE",
		[DECODE_CP1252] = "CP1252",
		[DECODE_OTHER] = "other",
	};
	return names[e];
}

static bool decode_mark(struct str head, struct decode_guess *g)
{
	static const struct {
		struct str mark;
		enum decode_encoding encoding;
	} marks[] = { /* UTF-32LE's mark begins with UTF-16LE's */
		{ STR_INIT("\xef\xbb\xbf"), DECODE_UTF8 },
		{ STR_INIT("\xff\xfe\0\0"), DECODE_UTF32LE },
		{ STR_INIT("\0\0\xfe\xff"), DECODE_UTF32BE },
		{ STR_INIT("\xff\xfe"), DECODE_UTF16LE },
		{ STR_INIT("\xfe\xff"), DECODE_UTF16BE },
	};
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		if (str_starts(head, marks[i].mark)) {
			g->encoding = marks[i].encoding;
			g->mark = (unsigned)marks[i].mark.n;
			return true;
		}
	}
	return false;
}

/* No valid character of several bytes, and some byte that is not ASCII. */
static bool decode_looks_single(struct str s, bool whole)
{
	bool high = false;
	if (!whole)
		s.n -= utf8_tail(s);
	for (;;) {
		size_t ascii = utf8_ascii(s);
		s = str_sub(s, ascii, s.n);
		if (s.n == 0)
			return high;
		uint32_t cp;
		if (utf8_decode(s, &cp))
			return false;
		high = true;
		s = str_sub(s, 1, s.n);
	}
}

/* Units of four bytes, of which two hold nothing and the lowest nearly always something. */
static bool decode_wide(struct str head, struct decode_guess *g)
{
	size_t zero[4] = { 0 }, units = head.n / 4;
	for (size_t i = 0; i < units * 4; i++)
		zero[i & 3] += head.p[i] == '\0';
	if (units < 2)
		return false;
	if (zero[3] == units && zero[2] * 10 >= units * 9 && zero[0] * 10 < units)
		g->encoding = DECODE_UTF32LE;
	else if (zero[0] == units && zero[1] * 10 >= units * 9 && zero[3] * 10 < units)
		g->encoding = DECODE_UTF32BE;
	return g->encoding != DECODE_UTF8;
}

struct decode_guess decode_sniff(struct str head, bool whole)
{
	struct decode_guess g = { 0 };
	if (head.n > DECODE_SNIFF) {
		head.n = DECODE_SNIFF;
		whole = false;
	}
	if (decode_mark(head, &g))
		return g;
	size_t zero[2] = { 0 };
	for (size_t i = 0; i < head.n; i++)
		zero[i & 1] += head.p[i] == '\0';
	if (decode_wide(head, &g))
		return g;
	size_t half = head.n / 2;
	if (zero[0] + zero[1] == 0) {
		g.binary = str_starts(head, STR("PK\3\4"));
		if (!g.binary && decode_looks_single(head, whole))
			g.encoding = DECODE_CP1252;
	} else if (half >= 2 && zero[1] * 10 >= half * 9 && zero[0] * 10 < half) {
		g.encoding = DECODE_UTF16LE;
	} else if (half >= 2 && zero[0] * 10 >= half * 9 && zero[1] * 10 < half) {
		g.encoding = DECODE_UTF16BE;
	} else {
		g.binary = true;
	}
	return g;
}

static void decode_put(struct buf *b, uint32_t cp)
{
	if (cp > 0x10ffff || (cp >= 0xd800 && cp <= 0xdfff))
		cp = REPLACEMENT;
	buf_reserve(b, 4);
	b->n += utf8_encode(b->p + b->n, cp);
}

static unsigned decode_unit(const struct decode *d, unsigned i)
{
	const unsigned char *p = d->held + i;
	return d->encoding == DECODE_UTF16LE ? p[0] | (unsigned)p[1] << 8 : p[1] | (unsigned)p[0] << 8;
}

/* One more byte of UTF-16; a high surrogate waits in held[0..2). */
static void decode_16(struct decode *d, struct buf *b, unsigned char c)
{
	d->held[d->n_held++] = c;
	if (d->n_held == 2) {
		unsigned u = decode_unit(d, 0);
		if (u >= 0xd800 && u <= 0xdbff)
			return;
		decode_put(b, u);
		d->n_held = 0;
	} else if (d->n_held == 4) {
		unsigned high = decode_unit(d, 0), low = decode_unit(d, 2);
		if (low >= 0xdc00 && low <= 0xdfff) {
			decode_put(b, 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00));
			d->n_held = 0;
			return;
		}
		decode_put(b, REPLACEMENT);
		if (low >= 0xd800 && low <= 0xdbff) { /* another high one: it may still find its half */
			memmove(d->held, d->held + 2, 2);
			d->n_held = 2;
		} else {
			decode_put(b, low);
			d->n_held = 0;
		}
	}
}

static void decode_32(struct decode *d, struct buf *b, unsigned char c)
{
	d->held[d->n_held++] = c;
	if (d->n_held < 4)
		return;
	uint32_t cp = 0;
	for (unsigned i = 0; i < 4; i++)
		cp = cp << 8 | d->held[d->encoding == DECODE_UTF32LE ? 3 - i : i];
	decode_put(b, cp);
	d->n_held = 0;
}

/*
 * Convert the start of s, and say how many bytes that took. Less than all: an unfinished character
 * follows. What is no character becomes U+FFFD, one for each of its bytes.
 */
static size_t decode_iconv(struct decode *d, struct buf *b, struct str s)
{
	char *in = (char *)(uintptr_t)s.p; /* iconv's type; it does not write there */
	size_t left = s.n;
	while (left) {
		buf_reserve(b, left * 4 + 16);
		char *out = b->p + b->n;
		size_t room = b->cap - b->n;
		size_t got = iconv((iconv_t)d->iconv, &in, &left, &out, &room);
		int why = got == (size_t)-1 ? errno : 0;
		b->n = (size_t)(out - b->p);
		if (why == EINVAL)
			break;
		if (why == EILSEQ) {
			decode_put(b, REPLACEMENT);
			in++;
			left--;
		}
	}
	return s.n - left;
}

static void decode_other(struct decode *d, struct buf *b, struct str bytes)
{
	while (bytes.n && d->n_held) {
		d->held[d->n_held++] = (unsigned char)bytes.p[0];
		bytes = str_sub(bytes, 1, bytes.n);
		size_t used = decode_iconv(d, b, (struct str){ (char *)d->held, d->n_held });
		if (used == 0 && d->n_held == sizeof(d->held)) { /* longer than any character */
			decode_put(b, REPLACEMENT);
			used = d->n_held;
		}
		d->n_held -= (unsigned)used;
		memmove(d->held, d->held + used, d->n_held);
	}
	bytes = str_sub(bytes, decode_iconv(d, b, bytes), bytes.n);
	while (bytes.n > sizeof(d->held)) {
		decode_put(b, REPLACEMENT);
		bytes = str_sub(bytes, 1, bytes.n);
	}
	if (bytes.n) {
		memcpy(d->held, bytes.p, bytes.n);
		d->n_held = (unsigned)bytes.n;
	}
}

int decode_open(struct decode *d, const char *name)
{
	static const struct {
		const char *name;
		enum decode_encoding encoding;
	} own[] = {
		{ "raw", DECODE_UTF8 },
		{ "utf-8", DECODE_UTF8 },
		{ "utf8", DECODE_UTF8 },
		{ "utf-16", DECODE_UTF16LE },
		{ "utf-16le", DECODE_UTF16LE },
		{ "utf-16be", DECODE_UTF16BE },
		{ "utf-32", DECODE_UTF32LE },
		{ "utf-32le", DECODE_UTF32LE },
		{ "utf-32be", DECODE_UTF32BE },
		{ "cp1252", DECODE_CP1252 },
		{ "windows-1252", DECODE_CP1252 },
	};
	for (size_t i = 0; i < sizeof(own) / sizeof(*own); i++) {
		if (!str_eq_nocase(str_from(name), str_from(own[i].name)))
			continue;
		*d = (struct decode){ .encoding = own[i].encoding };
		return 0;
	}
	iconv_t made = iconv_open("UTF-8", name);
	if (made == (iconv_t)-1)
		return -1;
	*d = (struct decode){ .encoding = DECODE_OTHER, .iconv = made };
	return 0;
}

void decode_close(struct decode *d)
{
	if (d->iconv)
		iconv_close((iconv_t)d->iconv);
	d->iconv = NULL;
}

void decode_feed(struct decode *d, struct buf *b, struct str bytes)
{
	if (d->encoding == DECODE_UTF8) {
		buf_str(b, bytes);
		return;
	}
	if (d->encoding == DECODE_OTHER) {
		decode_other(d, b, bytes);
		return;
	}
	for (size_t i = 0; i < bytes.n; i++) {
		unsigned char c = (unsigned char)bytes.p[i];
		switch (d->encoding) {
		case DECODE_UTF16LE:
		case DECODE_UTF16BE:
			decode_16(d, b, c);
			break;
		case DECODE_UTF32LE:
		case DECODE_UTF32BE:
			decode_32(d, b, c);
			break;
		default:
			decode_put(b, c >= 0x80 && c < 0xa0 ? decode_cp1252[c - 0x80] : c);
			break;
		}
	}
}

void decode_end(struct decode *d, struct buf *b)
{
	if (d->n_held)
		decode_put(b, REPLACEMENT);
	d->n_held = 0;
}
