#include <time.h>

#include "ember/base/number.h"
#include "ember/expr/fd.h"
#include "ember/os/clock.h"

__extension__ typedef __int128 fd_ns; /* any time this file can name, in nanoseconds */
#define FD_NS ((fd_ns)1000000000)
#define FD_DIGITS_MAX 18

/* What is left to read. */
struct fd_cursor {
	struct str s;
};

static int fd_peek(const struct fd_cursor *c)
{
	return c->s.n ? (unsigned char)c->s.p[0] : -1;
}

static bool fd_take(struct fd_cursor *c, char want)
{
	if (!c->s.n || c->s.p[0] != want)
		return false;
	c->s = str_sub(c->s, 1, c->s.n);
	return true;
}

/* min to max digits as a number. */
static bool fd_digits(struct fd_cursor *c, unsigned min, unsigned max, int64_t *v)
{
	unsigned n = 0;
	*v = 0;
	while (n < max && c->s.n && ascii_digit(c->s.p[0])) {
		*v = *v * 10 + (c->s.p[0] - '0');
		c->s = str_sub(c->s, 1, c->s.n);
		n++;
	}
	return n >= min;
}

/* Digits of a fraction as nanoseconds; more than nine are dropped. */
static bool fd_fraction(struct fd_cursor *c, int64_t *nsec)
{
	int64_t scale = 100000000, v = 0;
	bool any = false;
	while (c->s.n && ascii_digit(c->s.p[0])) {
		v += (c->s.p[0] - '0') * scale;
		scale /= 10;
		c->s = str_sub(c->s, 1, c->s.n);
		any = true;
	}
	*nsec = v;
	return any;
}

/* ---------------------------------------------------------------- dates */

/* Z, +hh, +hh:mm, +hhmm: seconds east of UTC. */
static bool fd_offset(struct fd_cursor *c, int64_t *east)
{
	int64_t h, m = 0;
	bool west = fd_peek(c) == '-';
	*east = 0;
	if (fd_take(c, 'Z') || fd_take(c, 'z'))
		return true;
	if (!fd_take(c, '+') && !fd_take(c, '-'))
		return false;
	if (!fd_digits(c, 2, 2, &h))
		return false;
	if (c->s.n && (!fd_take(c, ':') || c->s.n) && !fd_digits(c, 2, 2, &m))
		return false;
	*east = (h * 60 + m) * (west ? -60 : 60);
	return h < 24 && m < 60;
}

/* 2026-11-27 or 20261127. */
static bool fd_calendar(struct fd_cursor *c, struct tm *tm)
{
	int64_t year, month, day;
	if (!fd_digits(c, 4, 4, &year))
		return false;
	bool dashes = fd_take(c, '-');
	if (!fd_digits(c, 2, 2, &month) || fd_take(c, '-') != dashes || !fd_digits(c, 2, 2, &day))
		return false;
	static const uint8_t days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	if (month < 1 || month > 12 || day < 1 || day > days[month - 1] + (month == 2 && leap))
		return false;
	*tm = (struct tm){ .tm_year = (int)year - 1900,
		.tm_mon = (int)month - 1,
		.tm_mday = (int)day,
		.tm_isdst = -1 };
	return true;
}

/* The decimal sign and what follows it, if there is one. */
static bool fd_maybe_fraction(struct fd_cursor *c, int64_t *nsec)
{
	return !(fd_take(c, '.') || fd_take(c, ',')) || fd_fraction(c, nsec);
}

/* 10, 10:00, 1000, 10:00:00.5, 100000,5. */
static bool fd_hour(struct fd_cursor *c, struct tm *tm, int64_t *nsec)
{
	int64_t h, m = 0, s = 0;
	if (!fd_digits(c, 2, 2, &h))
		return false;
	bool colons = fd_take(c, ':');
	if (colons || ascii_digit((char)fd_peek(c))) {
		if (!fd_digits(c, 2, 2, &m))
			return false;
		bool more = colons ? fd_take(c, ':') : ascii_digit((char)fd_peek(c));
		if (more && (!fd_digits(c, 2, 2, &s) || !fd_maybe_fraction(c, nsec)))
			return false;
	}
	tm->tm_hour = (int)h;
	tm->tm_min = (int)m;
	tm->tm_sec = (int)s;
	return h < 24 && m < 60 && s <= 60;
}

/* Of an hour that comes twice, the later one (T4). */
static time_t fd_local(const struct tm *tm)
{
	struct tm first = *tm, winter = *tm;
	time_t t = mktime(&first);
	winter.tm_isdst = 0;
	time_t later = mktime(&winter);
	bool same = winter.tm_hour == tm->tm_hour && winter.tm_min == tm->tm_min &&
		winter.tm_isdst == 0;
	return same && later > t ? later : t;
}

static bool fd_date(struct str text, fd_ns *out)
{
	struct fd_cursor c = { text };
	struct tm tm;
	int64_t nsec = 0, east = 0;
	bool utc = false;
	if (!fd_calendar(&c, &tm))
		return false;
	if (c.s.n && (fd_take(&c, 'T') || fd_take(&c, 't') || fd_take(&c, ' '))) {
		if (!fd_hour(&c, &tm, &nsec))
			return false;
		while (fd_take(&c, ' '))
			;
		if (c.s.n) {
			if (!fd_offset(&c, &east))
				return false;
			utc = true;
		}
	}
	if (c.s.n)
		return false;
	time_t sec = utc ? timegm(&tm) - (time_t)east : fd_local(&tm);
	*out = (fd_ns)sec * FD_NS + nsec;
	return true;
}

/* ---------------------------------------------------------------- durations */

struct fd_span {
	int64_t months; /* years and months go by the calendar */
	fd_ns ns;
};

static const struct {
	const char *words; /* blank-separated */
	int64_t months;
	int64_t ns;
} fd_units[] = {
	{ "years year yrs yr y", 12, 0 },
	{ "months month mos mo", 1, 0 },
	{ "weeks week wks wk w", 0, 7 * 86400 * INT64_C(1000000000) },
	{ "days day d", 0, 86400 * INT64_C(1000000000) },
	{ "hours hour hrs hr h", 0, 3600 * INT64_C(1000000000) },
	{ "minutes minute mins min m", 0, 60 * INT64_C(1000000000) },
	{ "seconds second secs sec s", 0, INT64_C(1000000000) },
	{ "milliseconds millisecond millis milli msecs msec ms", 0, 1000000 },
	{ "microseconds microsecond micros micro usecs usec us \xc2\xb5s", 0, 1000 },
	{ "nanoseconds nanosecond nanos nano nsecs nsec ns", 0, 1 },
};

static bool fd_unit(struct str word, size_t *unit)
{
	for (size_t i = 0; i < COUNTOF(fd_units); i++) {
		struct str words = str_from(fd_units[i].words);
		while (words.n) {
			if (str_eq(str_cut(&words, ' '), word)) {
				*unit = i;
				return true;
			}
		}
	}
	return false;
}

static bool fd_add(struct fd_span *span, size_t unit, int64_t v, int64_t fraction)
{
	if (fd_units[unit].months) {
		if (fraction || v > 12 * 20000)
			return false;
		span->months += v * fd_units[unit].months;
		return true;
	}
	span->ns += (fd_ns)v * fd_units[unit].ns + (fd_ns)fraction * fd_units[unit].ns / FD_NS;
	return true;
}

static void fd_blanks(struct fd_cursor *c)
{
	while (fd_take(c, ' ') || fd_take(c, '\t'))
		;
}

/* "P1Y2M3W4DT5H6M7.5S", case-free. */
static bool fd_iso(struct fd_cursor *c, struct fd_span *span)
{
	bool clock = false, any = false;
	while (c->s.n) {
		int64_t v, fraction = 0;
		if (!clock && (fd_take(c, 'T') || fd_take(c, 't'))) {
			clock = true;
			continue;
		}
		if (!fd_digits(c, 1, FD_DIGITS_MAX, &v) || !fd_maybe_fraction(c, &fraction))
			return false;
		static const char day[] = "ymwd", time[] = "hms";
		int letter = fd_peek(c) < 0 ? -1 : ascii_lower((char)fd_peek(c));
		const char *at = letter > 0 ? strchr(clock ? time : day, letter) : NULL;
		if (!at || !*at)
			return false;
		c->s = str_sub(c->s, 1, c->s.n);
		size_t unit = clock ? 4 + (size_t)(at - time) : (size_t)(at - day);
		if (!fd_add(span, unit, v, fraction))
			return false;
		any = true;
	}
	return any;
}

/* "H:M:S[.f]" behind the hours that were read: minutes and seconds may well pass 59. */
static bool fd_clock(struct fd_cursor *c, int64_t hours, struct fd_span *span)
{
	int64_t m, s, fraction = 0;
	if (!fd_digits(c, 1, FD_DIGITS_MAX, &m) || !fd_take(c, ':') || !fd_digits(c, 1, FD_DIGITS_MAX, &s) ||
		!fd_maybe_fraction(c, &fraction))
		return false;
	span->ns += ((fd_ns)hours * 3600 + (fd_ns)m * 60 + s) * FD_NS + fraction;
	return true;
}

static bool fd_words(struct fd_cursor *c, struct fd_span *span)
{
	bool any = false;
	for (;;) {
		int64_t v, fraction = 0;
		size_t n = 0, unit;
		fd_blanks(c);
		if (any && fd_take(c, ','))
			fd_blanks(c);
		if (!c->s.n || !ascii_digit(c->s.p[0]))
			return any;
		if (!fd_digits(c, 1, FD_DIGITS_MAX, &v))
			return false;
		if (fd_take(c, ':')) {
			any = true;
			if (!fd_clock(c, v, span))
				return false;
			continue;
		}
		if (!fd_maybe_fraction(c, &fraction))
			return false;
		fd_blanks(c);
		while (n < c->s.n && (ascii_alpha(c->s.p[n]) || (unsigned char)c->s.p[n] >= 0x80))
			n++;
		if (!fd_unit(str_sub(c->s, 0, n), &unit) || !fd_add(span, unit, v, fraction))
			return false;
		c->s = str_sub(c->s, n, c->s.n);
		any = true;
	}
}

/* `now` less the span; months by the calendar, the day cut to the month's last. */
static bool fd_back(struct stat_time now, const struct fd_span *span, bool forward, fd_ns *out)
{
	int64_t sec = now.sec;
	int64_t months = forward ? span->months : -span->months;
	if (months) {
		struct clock_local cl = { 0 };
		struct tm tm;
		if (!clock_local(&cl, now.sec, &tm))
			return false;
		int64_t index = (int64_t)tm.tm_year * 12 + tm.tm_mon + months;
		int64_t month = (index % 12 + 12) % 12;
		int day = tm.tm_mday;
		tm.tm_year = (int)((index - month) / 12);
		tm.tm_isdst = -1;
		do { /* the 31st of a shorter month is its last day */
			tm.tm_mon = (int)month;
			tm.tm_mday = day--;
			struct tm probe = tm;
			sec = mktime(&probe);
			if (probe.tm_mon == (int)month)
				break;
		} while (day > 27);
	}
	*out = (fd_ns)sec * FD_NS + now.nsec + (forward ? span->ns : -span->ns);
	return true;
}

static bool fd_duration(struct str text, struct stat_time now, fd_ns *out)
{
	struct fd_cursor c = { text };
	struct fd_span span = { 0 };
	bool minus = fd_take(&c, '-'), ok;
	if (!minus)
		fd_take(&c, '+');
	if (fd_take(&c, 'P') || fd_take(&c, 'p')) {
		ok = fd_iso(&c, &span);
	} else {
		ok = fd_words(&c, &span);
		fd_blanks(&c);
		if (ok && str_eq(c.s, STR("ago"))) { /* back from now, and back again: a time to come */
			minus = !minus;
			c.s.n = 0;
		}
	}
	return ok && !c.s.n && fd_back(now, &span, minus, out);
}

bool fd_time(struct str text, struct stat_time now, struct stat_time *out)
{
	fd_ns ns;
	uint64_t sec;
	text = str_trim(text);
	if (text.n && text.p[0] == '@') {
		if (!number_u64(str_sub(text, 1, text.n), &sec) || sec > INT64_C(253402300799))
			return false;
		*out = (struct stat_time){ .sec = (int64_t)sec };
		return true;
	}
	if (!fd_date(text, &ns) && !fd_duration(text, now, &ns))
		return false;
	fd_ns s = ns / FD_NS, rest = ns % FD_NS;
	if (rest < 0) {
		rest += FD_NS;
		s--;
	}
	if (s > INT64_MAX || s < INT64_MIN)
		return false;
	*out = (struct stat_time){ .sec = (int64_t)s, .nsec = (uint32_t)rest };
	return true;
}
