#include "ember/list/when.h"

#include <langinfo.h>
#include <stdio.h>
#include <string.h>

#include "ember/base/def.h"
#include "ember/base/number.h"
#include "ember/text/quote.h"

/* One conversion of a date format: "%-5N". */
struct when_spec {
	char flag;       /* one of "_-0^#+", 0 = none */
	unsigned width;  /* 0 = default */
	unsigned colons; /* of %:z, %::z, %:::z */
	bool alternative; /* %Ey, %Od */
	char conversion;
	size_t len; /* bytes, the percent sign included; 0 = not a conversion */
};

#define WHEN_WIDTH_MAX 1024

void when_init(struct when *w, const char *old, const char *recent)
{
	*w = (struct when){ .old = old, .recent = recent, .now = clock_now() };
}

void when_fini(struct when *w)
{
	buf_fini(&w->scratch);
	buf_fini(&w->kept);
}

/* Month names of one width, so that the columns behind them line up. */
static void when_months(struct when *w)
{
	static const nl_item items[] = { ABMON_1, ABMON_2, ABMON_3, ABMON_4, ABMON_5, ABMON_6,
		ABMON_7, ABMON_8, ABMON_9, ABMON_10, ABMON_11, ABMON_12 };
	size_t cols[12], widest = 0;
	for (int i = 0; i < 12; i++) {
		snprintf(w->months[i], 20, "%s", nl_langinfo(items[i]));
		cols[i] = quote_cols(str_from(w->months[i]));
		if (cols[i] == QUOTE_NO_COLS)
			cols[i] = 0;
		if (cols[i] > widest && cols[i] <= 12)
			widest = cols[i];
	}
	for (int i = 0; i < 12; i++) {
		char *end = w->months[i] + strlen(w->months[i]);
		for (; cols[i] < widest; cols[i]++)
			*end++ = ' ';
		*end = 0;
	}
	w->has_months = true;
}

static void when_two(struct buf *b, int v, char pad)
{
	buf_char(b, (char)(v < 10 ? pad : '0' + v / 10 % 10));
	buf_char(b, (char)('0' + v % 10));
}

/*
 * A year in at least `width` characters, its sign among them. flag: '_' pads with blanks instead of zeros, '-' not at
 * all, '+' shows the sign of what takes more room than four digits.
 */
static void when_year(struct buf *b, const struct tm *tm, char flag, unsigned width)
{
	char digits[20];
	int64_t year = (int64_t)tm->tm_year + 1900;
	char sign = 0;
	if (year < 0)
		sign = '-';
	else if (flag == '+' && (year > 9999 || width > 4))
		sign = '+';
	unsigned n = number_put(digits, year < 0 ? -(uint64_t)year : (uint64_t)year), used = n + (sign != 0);
	unsigned pad = flag != '-' && used < width ? width - used : 0;
	if (flag == '_')
		buf_fill(b, ' ', pad);
	if (sign)
		buf_char(b, sign);
	if (flag != '_')
		buf_fill(b, '0', pad);
	buf_add(b, digits, n);
}

/* %Y, and the year of %F, which is of so many characters as leave room for month and day. */
static void when_calendar(struct buf *b, const struct when_spec *s, const struct tm *tm)
{
	if (s->conversion == 'Y') {
		when_year(b, tm, s->flag, s->width ? s->width : 4);
		return;
	}
	if (!s->flag && !s->width)
		when_year(b, tm, '+', 4);
	else
		when_year(b, tm, s->flag, s->width > 6 ? s->width - 6 : 0);
	buf_char(b, '-');
	when_two(b, tm->tm_mon + 1, '0');
	buf_char(b, '-');
	when_two(b, tm->tm_mday, '0');
}

/* "Jan  2 15:04" and "Jan  2  2006". */
static void when_posix(struct when *w, struct buf *b, const struct tm *tm, bool recent)
{
	if (!w->has_months)
		when_months(w);
	buf_text(b, w->months[tm->tm_mon]);
	buf_char(b, ' ');
	when_two(b, tm->tm_mday, ' ');
	buf_char(b, ' ');
	if (recent) {
		when_two(b, tm->tm_hour, '0');
		buf_char(b, ':');
		when_two(b, tm->tm_min, '0');
	} else {
		buf_char(b, ' ');
		when_year(b, tm, 0, 4);
	}
}

/* Many files are of the same minute, and of one the text is known. */
static void when_posix_kept(struct when *w, struct buf *b, const struct tm *tm, bool recent)
{
	if (!w->local.filled || !w->kept.n || w->kept_minute != w->local.minute || w->kept_recent != recent) {
		buf_clear(&w->kept);
		when_posix(w, &w->kept, tm, recent);
		w->kept_minute = w->local.minute;
		w->kept_recent = recent;
	}
	buf_str(b, buf_view(&w->kept));
}

static struct when_spec when_read(const char *f)
{
	struct when_spec s = { .len = 0 };
	const char *at = f + 1;
	while (*at && strchr("_-0^#+", *at))
		s.flag = *at++;
	for (; ascii_digit(*at); at++)
		if (s.width < WHEN_WIDTH_MAX)
			s.width = s.width * 10 + (unsigned)(*at - '0');
	if (s.width > WHEN_WIDTH_MAX)
		s.width = WHEN_WIDTH_MAX;
	for (; *at == ':' && s.colons < 3; at++)
		s.colons++;
	if ((*at == 'E' || *at == 'O') && at[1]) {
		s.alternative = true;
		at++;
	}
	s.conversion = *at;
	if (*at)
		s.len = (size_t)(at - f) + 1;
	return s;
}

static void when_nanoseconds(struct buf *b, const struct when_spec *s, uint32_t nsec)
{
	char digits[16];
	snprintf(digits, sizeof(digits), "%09u", nsec);
	unsigned width = s->width ? s->width : 9;
	if (s->flag == '-' && !s->width)
		while (width > 1 && digits[width - 1] == '0')
			width--;
	buf_add(b, digits, width < 9 ? width : 9);
	if (width > 9)
		buf_fill(b, s->flag == '_' ? ' ' : '0', width - 9);
}

/* %:z +01:00, %::z +01:00:00, %:::z as short as can be. */
static void when_zone(struct buf *b, const struct when_spec *s, const struct tm *tm)
{
	long off = tm->tm_gmtoff, abs = off < 0 ? -off : off;
	int h = (int)(abs / 3600), m = (int)(abs / 60 % 60), sec = (int)(abs % 60);
	buf_char(b, off < 0 ? '-' : '+');
	when_two(b, h, '0');
	if (s->colons < 3 || m || sec) {
		buf_char(b, ':');
		when_two(b, m, '0');
	}
	if (s->colons == 2 || (s->colons == 3 && sec)) {
		buf_char(b, ':');
		when_two(b, sec, '0');
	}
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
/* The C library's part, one conversion at a time. */
static void when_strftime(struct buf *b, const char *f, size_t len, const struct tm *tm)
{
	char spec[64], text[2 * WHEN_WIDTH_MAX];
	if (len >= sizeof(spec))
		return;
	memcpy(spec, f, len);
	spec[len] = 0;
	size_t n = strftime(text, sizeof(text), spec, tm);
	buf_add(b, text, n);
}
#pragma GCC diagnostic pop

static void when_format(
	struct when *w, struct buf *b, const char *f, const struct tm *tm, uint32_t nsec)
{
	while (*f) {
		const char *percent = strchr(f, '%');
		if (!percent) {
			buf_text(b, f);
			return;
		}
		buf_add(b, f, (size_t)(percent - f));
		f = percent;
		struct when_spec s = when_read(f);
		bool bare = !s.flag && !s.width;
		if (!s.len) {
			buf_text(b, f);
			return;
		}
		if (s.conversion == 'N') {
			when_nanoseconds(b, &s, nsec);
		} else if (s.conversion == 'z' && s.colons) {
			when_zone(b, &s, tm);
		} else if (s.conversion == 'q') {
			buf_char(b, (char)('1' + tm->tm_mon / 3));
		} else if (!s.alternative && (s.conversion == 'Y' || s.conversion == 'F')) {
			when_calendar(b, &s, tm);
		} else if ((s.conversion == 'b' || s.conversion == 'h') && bare) {
			if (!w->has_months)
				when_months(w);
			buf_text(b, w->months[tm->tm_mon]);
		} else {
			when_strftime(b, f, s.len, tm);
		}
		f += s.len;
	}
}

static bool when_before(struct stat_time a, struct stat_time b)
{
	return a.sec != b.sec ? a.sec < b.sec : a.nsec < b.nsec;
}

void when_put(struct when *w, struct buf *b, struct stat_time t)
{
	struct tm tm;
	if (!clock_local(&w->local, t.sec, &tm)) {
		char number[32];
		int n = snprintf(number, sizeof(number), "%lld", (long long)t.sec);
		unsigned width = when_width(w);
		if ((unsigned)n < width)
			buf_fill(b, ' ', width - (unsigned)n);
		buf_text(b, number);
		return;
	}
	if (when_before(w->now, t)) /* written since we looked at the clock? */
		w->now = clock_now();
	struct stat_time half = { w->now.sec - WHEN_RECENT, w->now.nsec };
	bool recent = when_before(half, t) && when_before(t, w->now);
	const char *format = recent ? w->recent : w->old;
	if (format)
		when_format(w, b, format, &tm, t.nsec);
	else
		when_posix_kept(w, b, &tm, recent);
}

void when_relative(struct when *w, struct buf *b, struct stat_time t)
{
	static const struct {
		int64_t seconds;
		const char *one, *many;
	} units[] = { { 31557600, "year", "years" }, { 2629800, "month", "months" },
		{ 604800, "week", "weeks" }, { 86400, "day", "days" }, { 3600, "h", "h" },
		{ 60, "min", "min" } };
	if (when_before(w->now, t))
		w->now = clock_now();
	bool future = when_before(w->now, t);
	uint64_t age = future ? (uint64_t)t.sec - (uint64_t)w->now.sec
			      : (uint64_t)w->now.sec - (uint64_t)t.sec;
	for (size_t i = 0; i < COUNTOF(units); i++) {
		uint64_t n = age / (uint64_t)units[i].seconds;
		if (n == 0)
			continue;
		buf_printf(b, "%s%llu %s%s", future ? "in " : "", (unsigned long long)n,
			n == 1 ? units[i].one : units[i].many, future ? "" : " ago");
		return;
	}
	buf_text(b, "now");
}

unsigned when_width(struct when *w)
{
	struct tm tm;
	buf_clear(&w->scratch);
	if (!clock_local(&w->local, 0, &tm))
		return 0;
	if (w->recent)
		when_format(w, &w->scratch, w->recent, &tm, 0);
	else
		when_posix(w, &w->scratch, &tm, true);
	size_t cols = quote_cols(buf_view(&w->scratch));
	return cols == QUOTE_NO_COLS ? 0 : (unsigned)cols;
}
