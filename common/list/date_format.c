#include "ember/list/date_format.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "ember/base/def.h"
#include "ember/base/number.h"

#define DATE_TEXT_MAX 1024 /* bytes of one word of the locale */

/* One conversion: "%-5N". */
struct date_spec {
	char pad;        /* the last of "_-0+", 0 = none */
	bool upper, swap; /* ^, # */
	int width;       /* -1 = none */
	char modifier;   /* E, O or 0 */
	unsigned colons; /* of %:z */
	char conversion; /* 0: the format ends within it */
	struct str text; /* all of it */
};

/* What is written: the time, once as a calendar has it. */
struct date {
	const struct tm *tm;
	struct stat_time t;
};

/* A number with as many digits as the conversion has by itself. */
struct date_number {
	unsigned digits;
	bool negative;
	bool sign;       /* a plus sign is shown */
	uint64_t value;  /* without its sign */
	unsigned colons; /* bit i: one behind the digit i from the right */
};

static void date_run(struct buf *b, struct str format, const struct date *d, char year_pad, int width);

static struct date_spec date_read(struct str f)
{
	struct date_spec s = { .width = -1 };
	size_t at = 1;
	for (; at < f.n && f.p[at] && strchr("_-0+^#", f.p[at]); at++) {
		s.upper |= f.p[at] == '^';
		s.swap |= f.p[at] == '#';
		if (f.p[at] != '^' && f.p[at] != '#')
			s.pad = f.p[at];
	}
	for (; at < f.n && ascii_digit(f.p[at]); at++) {
		s.width = (s.width < 0 ? 0 : s.width) * 10 + (f.p[at] - '0');
		if (s.width > DATE_WIDTH_MAX)
			s.width = DATE_WIDTH_MAX;
	}
	if (at < f.n && (f.p[at] == 'E' || f.p[at] == 'O'))
		s.modifier = f.p[at++];
	size_t z = at;
	while (z < f.n && f.p[z] == ':')
		z++;
	if (z > at && z < f.n && f.p[z] == 'z') {
		s.colons = (unsigned)(z - at);
		at = z;
	}
	s.conversion = at < f.n ? f.p[at] : 0;
	s.text = str_sub(f, 0, at < f.n ? at + 1 : f.n);
	return s;
}

/* Blanks or zeros that make n characters as wide as asked for. */
static void date_fill(struct buf *b, const struct date_spec *s, size_t n)
{
	if (s->pad != '-' && s->width > 0 && (size_t)s->width > n)
		buf_fill(b, s->pad == '0' || s->pad == '+' ? '0' : ' ', (size_t)s->width - n);
}

static void date_text(struct buf *b, const struct date_spec *s, struct str text, bool upper, bool lower)
{
	date_fill(b, s, text.n);
	for (size_t i = 0; i < text.n; i++) {
		const char c = text.p[i];
		buf_char(b, lower ? ascii_lower(c) : upper ? ascii_upper(c) : c);
	}
}

/* It is none: shown as it was written. */
static void date_bad(struct buf *b, const struct date_spec *s, struct str text)
{
	const bool month = s->swap && (s->conversion == 'b' || s->conversion == 'h'); /* as GNU does */
	date_text(b, s, text, s->upper || month, false);
}

static void date_number(struct buf *b, const struct date_spec *s, const struct date_number *v)
{
	char digits[40];
	size_t at = sizeof(digits);
	uint64_t rest = v->value;
	unsigned colons = v->colons;
	do {
		if (colons & 1)
			digits[--at] = ':';
		colons >>= 1;
		digits[--at] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest || colons);
	const char sign = v->negative ? '-' : v->sign ? '+' : 0;
	const size_t n = sizeof(digits) - at, used = n + (sign != 0),
		     width = s->width < 0 ? v->digits : (size_t)s->width,
		     gap = s->pad != '-' && width > used ? width - used : 0;
	if (s->pad == '_')
		buf_fill(b, ' ', gap);
	if (sign)
		buf_char(b, sign);
	if (s->pad != '_')
		buf_fill(b, '0', gap);
	buf_add(b, digits + at, n);
}

static void date_int(struct buf *b, const struct date_spec *s, unsigned digits, int v)
{
	const struct date_number n = { .digits = digits, .negative = v < 0,
		.value = v < 0 ? -(uint64_t)v : (uint64_t)v };
	date_number(b, s, &n);
}

/* A day or an hour, before which a blank stands. */
static void date_spaced(struct buf *b, struct date_spec s, int v)
{
	s.pad = s.pad ? s.pad : '_';
	date_int(b, &s, 2, v);
}

/* A year or a part of one. With the flag + what takes more room than usual has its sign. */
static void date_year(struct buf *b, struct date_spec s, char pad, unsigned digits, int64_t v, bool negative)
{
	struct date_number n = { .digits = digits, .negative = negative, .value = (uint64_t)(v < 0 ? -v : v) };
	s.pad = s.pad ? s.pad : pad;
	n.sign = s.pad == '+' && (n.value > (digits == 2 ? 99 : 9999) || s.width > (int)digits);
	date_number(b, &s, &n);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
/* What the C library makes of the conversion, without flags and width. Good until the next call with that buffer. */
static struct str date_library(char *p, const struct date_spec *s, char conversion, const struct tm *tm)
{
	const char mod[2] = { s->modifier, 0 };
	char f[5] = " %"; /* the blank tells an empty text from none */
	size_t at = 2;
	if (*mod)
		f[at++] = *mod;
	f[at++] = conversion;
	f[at] = 0;
	const size_t n = strftime(p, DATE_TEXT_MAX, f, tm);
	return n ? (struct str){ p + 1, n - 1 } : STR("");
}
#pragma GCC diagnostic pop

static void date_word(struct buf *b, const struct date_spec *s, const struct tm *tm, bool upper, bool lower)
{
	char p[DATE_TEXT_MAX];
	date_text(b, s, date_library(p, s, s->conversion == 'P' ? 'p' : s->conversion, tm), upper, lower);
}

/* A format of several conversions in the place of one. */
static void date_whole(
	struct buf *b, const struct date_spec *s, const char *format, const struct date *d, char pad, int width)
{
	const size_t from = b->n;
	date_run(b, str_from(format), d, pad, width);
	const size_t n = b->n - from;
	date_fill(b, s, n);
	const size_t gap = b->n - from - n;
	if (gap) {
		const char fill = b->p[b->n - 1];
		memmove(b->p + from + gap, b->p + from, n);
		memset(b->p + from, fill, gap);
	}
}

/* %F: its year has as much room as month and day leave. */
static void date_day(struct buf *b, const struct date_spec *s, const struct date *d)
{
	const bool plain = !s->pad && s->width < 0;
	const int width = plain ? 4 : s->width > 6 ? s->width - 6 : 0;
	date_whole(b, s, "%Y-%m-%d", d, plain ? '+' : s->pad, width);
}

/* Nanoseconds are a fraction: digits go missing at its end. */
static void date_fraction(struct buf *b, const struct date_spec *s, uint32_t nsec)
{
	char digits[9];
	const size_t width = s->width > 0 ? (size_t)s->width : 9;
	size_t n = sizeof(digits);
	for (size_t i = n; i-- > 0; nsec /= 10)
		digits[i] = (char)('0' + nsec % 10);
	if (n > width)
		n = width;
	const bool zeros = !s->pad || s->pad == '0' || s->pad == '+';
	while (!zeros && n > 1 && digits[n - 1] == '0')
		n--;
	buf_add(b, digits, n);
	if (s->pad != '-')
		buf_fill(b, zeros ? '0' : ' ', width - n);
}

/* %z +0100, %:z +01:00, %::z +01:00:00, %:::z as short as can be. False: more colons than that. */
static bool date_zone(struct buf *b, const struct date_spec *s, const struct tm *tm)
{
	const long off = tm->tm_gmtoff;
	const uint64_t abs = (uint64_t)(off < 0 ? -off : off), h = abs / 3600, m = abs / 60 % 60, sec = abs % 60;
	unsigned colons = s->colons;
	struct date_number n = { .sign = true,
		.negative = off < 0 || (off == 0 && tm->tm_zone && *tm->tm_zone == '-') };
	if (colons == 3)
		colons = sec ? 2 : m ? 1 : 3;
	switch (colons) {
	case 0:
		n.digits = 5;
		n.value = h * 100 + m;
		break;
	case 1:
		n.digits = 6;
		n.value = h * 100 + m;
		n.colons = 1 << 2;
		break;
	case 2:
		n.digits = 9;
		n.value = (h * 100 + m) * 100 + sec;
		n.colons = 1 << 2 | 1 << 4;
		break;
	case 3:
		n.digits = 3;
		n.value = h;
		break;
	default: return false;
	}
	date_number(b, s, &n);
	return true;
}

/* The week of ISO 8601 and the year it belongs to. */
static int64_t date_iso(char conversion, const struct tm *tm)
{
	const struct date_spec s = { .width = -1 };
	char p[DATE_TEXT_MAX], number[32] = { 0 };
	const struct str text = date_library(p, &s, conversion, tm);
	memcpy(number, text.p, text.n < sizeof(number) ? text.n : sizeof(number) - 1);
	return strtoll(number, NULL, 10);
}

/* Names of days and months, and what else the locale decides. False: none of these. */
static bool date_named(struct buf *b, const struct date_spec *s, const struct tm *tm)
{
	const char c = s->conversion;
	switch (c) {
	case 'a':
	case 'A':
		if (s->modifier)
			return false;
		break;
	case 'b':
	case 'h':
	case 'B':
		if (s->modifier == 'E')
			return false;
		break;
	case 'c':
	case 'x':
	case 'X':
		if (s->modifier == 'O')
			return false;
		date_word(b, s, tm, s->upper, false);
		return true;
	case 'r':
		date_word(b, s, tm, s->upper, false);
		return true;
	case 'p':
	case 'P': date_word(b, s, tm, s->upper && !s->swap, s->swap || c == 'P'); return true;
	case 'C':
	case 'y':
	case 'Y':
		if (s->modifier != 'E')
			return false;
		date_word(b, s, tm, s->upper, false);
		return true;
	default: return false;
	}
	date_word(b, s, tm, s->upper || s->swap, false);
	return true;
}

/* Years and their parts. False: none of these. */
static bool date_yearly(struct buf *b, const struct date_spec *s, const struct tm *tm, char pad)
{
	const int64_t year = (int64_t)tm->tm_year + 1900;
	int64_t v;
	switch (s->conversion) {
	case 'Y': date_year(b, *s, pad, 4, year, year < 0); return true;
	case 'C':
		v = (tm->tm_year - 99 * (int64_t)(year >= 0 && tm->tm_year < 0)) / 100 + 19;
		date_year(b, *s, pad, 2, v, year < 0);
		return true;
	case 'y':
		v = tm->tm_year % 100;
		date_year(b, *s, pad, 2, v >= 0 ? v : year < 0 ? -v : v + 100, false);
		return true;
	case 'g': date_year(b, *s, pad, 2, date_iso('g', tm), false); return true;
	case 'G':
		v = date_iso('G', tm);
		date_year(b, *s, pad, 4, v, v < 0);
		return true;
	default: return false;
	}
}

/* Other numbers. False: none of these. */
static bool date_numeric(struct buf *b, const struct date_spec *s, const struct date *d)
{
	const struct tm *tm = d->tm;
	const int half = tm->tm_hour % 12 ? tm->tm_hour % 12 : 12;
	switch (s->conversion) {
	case 'd': date_int(b, s, 2, tm->tm_mday); return true;
	case 'e': date_spaced(b, *s, tm->tm_mday); return true;
	case 'H': date_int(b, s, 2, tm->tm_hour); return true;
	case 'I': date_int(b, s, 2, half); return true;
	case 'k': date_spaced(b, *s, tm->tm_hour); return true;
	case 'l': date_spaced(b, *s, half); return true;
	case 'j': date_int(b, s, 3, tm->tm_yday + 1); return true;
	case 'm': date_int(b, s, 2, tm->tm_mon + 1); return true;
	case 'M': date_int(b, s, 2, tm->tm_min); return true;
	case 'S': date_int(b, s, 2, tm->tm_sec); return true;
	case 'w': date_int(b, s, 1, tm->tm_wday); return true;
	case 'U': date_int(b, s, 2, (tm->tm_yday - tm->tm_wday + 7) / 7); return true;
	case 'W': date_int(b, s, 2, (tm->tm_yday - (tm->tm_wday + 6) % 7 + 7) / 7); return true;
	case 'V': date_int(b, s, 2, (int)date_iso('V', tm)); return true;
	case 'N': date_fraction(b, s, d->t.nsec); return true;
	default: return false;
	}
}

/* Those that a modifier does not turn into something else. False: none of these. */
static bool date_fixed(struct buf *b, const struct date_spec *s, const struct date *d)
{
	const struct tm *tm = d->tm;
	const int64_t sec = d->t.sec;
	switch (s->conversion) {
	case 'q': date_int(b, s, 1, tm->tm_mon / 3 + 1); return true;
	case 'u': date_int(b, s, 1, (tm->tm_wday + 6) % 7 + 1); return true;
	case 'n': date_text(b, s, STR("\n"), false, false); return true;
	case 't': date_text(b, s, STR("\t"), false, false); return true;
	case 'R': date_whole(b, s, "%H:%M", d, s->pad, -1); return true;
	case 'T': date_whole(b, s, "%H:%M:%S", d, s->pad, -1); return true;
	case 'Z':
		date_text(b, s, str_from(tm->tm_zone ? tm->tm_zone : ""), s->upper && !s->swap, s->swap);
		return true;
	case 'z': return date_zone(b, s, tm);
	case 's': {
		const struct date_number n = { .digits = 1, .negative = sec < 0,
			.value = sec < 0 ? -(uint64_t)sec : (uint64_t)sec };
		date_number(b, s, &n);
		return true;
	}
	default: return false;
	}
}

static bool date_conversion(struct buf *b, const struct date_spec *s, const struct date *d, char year_pad)
{
	if (date_fixed(b, s, d) || date_named(b, s, d->tm))
		return true;
	if (s->conversion == 'D' && !s->modifier)
		date_whole(b, s, "%m/%d/%y", d, s->pad, -1);
	else if (s->conversion == 'F' && !s->modifier)
		date_day(b, s, d);
	else
		return s->modifier != 'E' && (date_yearly(b, s, d->tm, year_pad) || date_numeric(b, s, d));
	return true;
}

/* year_pad: what years are filled with where their conversion does not say so; width: of the first conversion. */
static void date_run(struct buf *b, struct str format, const struct date *d, char year_pad, int width)
{
	while (format.n) {
		const size_t percent = str_chr(format, '%');
		if (percent == STR_NONE) {
			buf_str(b, format);
			return;
		}
		buf_str(b, str_sub(format, 0, percent));
		format = str_sub(format, percent, format.n);
		struct date_spec s = date_read(format);
		size_t used = s.text.n;
		if (s.width < 0)
			s.width = width;
		width = -1;
		if (s.conversion == '%' && used == 2)
			buf_char(b, '%');
		else if (s.conversion == '%') /* it begins the next one */
			date_bad(b, &s, str_sub(s.text, 0, --used));
		else if (!date_conversion(b, &s, d, year_pad))
			date_bad(b, &s, s.text);
		format = str_sub(format, used, format.n);
	}
}

void date_format(struct buf *b, struct str format, const struct tm *tm, struct stat_time t)
{
	const struct date d = { tm, t };
	date_run(b, format, &d, 0, -1);
}
