/* Dates of -newerXt in the forms that `date -d` knows and people write. */
#include <string.h>
#include <time.h>

#include "ember/base/number.h"
#include "ember/expr/primary.h"

#define DATE_MAX 256             /* a longer text is no date, bytes */
#define DATE_REL_MAX 100000000LL /* a larger count of units is no date */

struct date {
	struct str rest;
	int year, month, day; /* month 1..12 */
	int hour, minute, second;
	long nsec;
	bool has_date, has_year, has_time, has_zone, has_weekday, has_rel;
	int zone;             /* seconds east of UTC */
	int weekday, ordinal; /* "next friday": 5, 1 */
	int64_t rel_month, rel_day, rel_sec;
	int64_t count;        /* of the unit that follows ("next": 1) */
	bool has_count;
};

/* ---- pieces */

static char peek(const struct date *d)
{
	return d->rest.n ? d->rest.p[0] : '\0';
}

static void skip(struct date *d, size_t n)
{
	d->rest = str_sub(d->rest, n, d->rest.n);
}

static bool take(struct date *d, char c)
{
	if (peek(d) != c)
		return false;
	skip(d, 1);
	return true;
}

static void blanks(struct date *d)
{
	while (d->rest.n && (ascii_space(peek(d)) || peek(d) == ','))
		skip(d, 1);
}

/* Digits at the front: how many; the value, at most 18 digits of it. */
static size_t digits(struct date *d, int64_t *v)
{
	size_t n = 0;
	*v = 0;
	while (n < d->rest.n && ascii_digit(d->rest.p[n]) && n < 18)
		*v = *v * 10 + (d->rest.p[n++] - '0');
	skip(d, n);
	return n;
}

/* ".5": nanoseconds, further digits dropped. */
static void fraction(struct date *d, long *ns)
{
	long scale = 100000000;
	*ns = 0;
	if (d->rest.n < 2 || (peek(d) != '.' && peek(d) != ',') || !ascii_digit(d->rest.p[1]))
		return;
	skip(d, 1);
	for (; ascii_digit(peek(d)); skip(d, 1), scale /= 10)
		*ns += scale * (peek(d) - '0');
}

static struct str word(struct date *d)
{
	size_t n = 0;
	while (n < d->rest.n && (ascii_alpha(d->rest.p[n]) || (n && d->rest.p[n] == '.')))
		n++;
	struct str w = str_sub(d->rest, 0, n);
	skip(d, n);
	while (w.n && w.p[w.n - 1] == '.')
		w.n--;
	return w;
}

/* Index of the name that `w` is, whole or (with `least` > 0) cut to at least that many letters. */
static int one_of(struct str w, const char *const *names, size_t n, size_t least)
{
	for (size_t i = 0; i < n; i++) {
		struct str name = str_from(names[i]);
		if (least && w.n >= least && w.n < name.n)
			name.n = w.n;
		if (str_eq_nocase(w, name))
			return (int)i;
	}
	return -1;
}

static int month_of(struct str w)
{
	static const char *const names[] = { "january", "february", "march", "april", "may", "june", "july",
		"august", "september", "october", "november", "december" };
	return w.n == 4 && str_eq_nocase(w, STR("sept")) ? 9 : one_of(w, names, COUNTOF(names), 3) + 1;
}

/* ---- forms */

static bool zone_offset(struct date *d, bool west)
{
	int64_t h, m = 0;
	size_t n = digits(d, &h);
	if (n == 4) {
		m = h % 100;
		h /= 100;
	} else if (n > 2 || n == 0) {
		return false;
	} else if (take(d, ':') && digits(d, &m) != 2) {
		return false;
	}
	if (h > 24 || m > 59 || d->has_zone)
		return false;
	d->zone = (int)(h * 3600 + m * 60) * (west ? -1 : 1);
	d->has_zone = true;
	return true;
}

static bool half_of_day(struct date *d)
{
	struct date at = *d;
	blanks(&at);
	struct str w = word(&at);
	bool am = str_eq_nocase(w, STR("am")) || str_eq_nocase(w, STR("a.m"));
	bool pm = str_eq_nocase(w, STR("pm")) || str_eq_nocase(w, STR("p.m"));
	if (!am && !pm)
		return true;
	if (d->hour < 1 || d->hour > 12)
		return false;
	d->hour = d->hour % 12 + (pm ? 12 : 0);
	d->rest = at.rest;
	return true;
}

/* Behind "HH:". */
static bool clock_time(struct date *d, int64_t hour)
{
	int64_t v;
	size_t n = digits(d, &v);
	if (d->has_time || n < 1 || n > 2 || hour > 23 || v > 59)
		return false;
	d->has_time = true;
	d->hour = (int)hour;
	d->minute = (int)v;
	if (take(d, ':')) {
		n = digits(d, &v);
		if (n < 1 || n > 2 || v > 60)
			return false;
		d->second = (int)v;
		fraction(d, &d->nsec);
	}
	if (!half_of_day(d))
		return false;
	if (peek(d) == '+' || peek(d) == '-') {
		bool west = peek(d) == '-';
		skip(d, 1);
		return zone_offset(d, west);
	}
	return true;
}

static int full_year(int64_t v, size_t n)
{
	return (int)(n <= 2 ? v + (v < 69 ? 2000 : 1900) : v);
}

static bool set_date(struct date *d, int64_t year, size_t year_digits, int64_t month, int64_t day)
{
	if (d->has_date || month < 1 || month > 12 || day < 1 || day > 31 || year > 2000000)
		return false;
	d->has_date = true;
	d->has_year = year_digits > 0;
	d->year = full_year(year, year_digits);
	d->month = (int)month;
	d->day = (int)day;
	return true;
}

/* "2024-03-05": behind the first '-'. */
static bool iso_date(struct date *d, int64_t year, size_t n)
{
	int64_t month, day;
	if (ascii_alpha(peek(d))) { /* 5-Mar-2024 */
		int64_t y;
		month = month_of(word(d));
		size_t k = take(d, '-') ? digits(d, &y) : 0;
		return k && set_date(d, y, k, month, year);
	}
	size_t k = digits(d, &month);
	if (k < 1 || k > 2 || !take(d, '-'))
		return false;
	k = digits(d, &day);
	if (k < 1 || k > 2 || !set_date(d, year, n, month, day))
		return false;
	if ((peek(d) == 'T' || peek(d) == 't') && d->rest.n > 1 && ascii_digit(d->rest.p[1]))
		skip(d, 1);
	return true;
}

/* "3/5" or "3/5/2024": behind the first '/'; a first number of four digits is the year. */
static bool slash_date(struct date *d, int64_t a, size_t n)
{
	int64_t b, c = 0;
	size_t k = digits(d, &b), y = 0;
	if (k < 1 || k > 2)
		return false;
	if (take(d, '/') && (y = digits(d, &c)) == 0)
		return false;
	return n >= 3 ? y && set_date(d, a, n, b, c) : set_date(d, c, y, a, b);
}

static bool set_count(struct date *d, int64_t v)
{
	if (d->has_count || v > DATE_REL_MAX || v < -DATE_REL_MAX)
		return false;
	d->count = v;
	d->has_count = true;
	return true;
}

/* A number that no sign came before. */
static bool number(struct date *d)
{
	int64_t v;
	size_t n = digits(d, &v);
	if (n < 18 && take(d, ':'))
		return clock_time(d, v);
	if (peek(d) == '-' && d->rest.n > 1 && d->rest.p[1] != ' ') {
		skip(d, 1);
		return iso_date(d, v, n);
	}
	if (take(d, '/'))
		return slash_date(d, v, n);
	struct date at = *d;
	blanks(&at);
	struct str w = word(&at);
	if (w.n && month_of(w)) { /* 5 March [2024] */
		int64_t year = 0;
		d->rest = at.rest;
		blanks(&at);
		size_t k = digits(&at, &year);
		if (k == 4 && peek(&at) != ':')
			d->rest = at.rest;
		else
			k = 0;
		return set_date(d, year, k, month_of(w), v);
	}
	if (str_eq_nocase(w, STR("am")) || str_eq_nocase(w, STR("pm"))) {
		if (d->has_time || v > 12)
			return false;
		d->has_time = true;
		d->hour = (int)v;
		return half_of_day(d);
	}
	if (w.n)
		return set_count(d, v);
	if (n == 8)
		return set_date(d, v / 10000, 4, v / 100 % 100, v % 100);
	if (n == 4 && d->has_date && !d->has_year) {
		d->year = (int)v;
		return d->has_year = true;
	}
	if ((n == 4 || n <= 2) && !d->has_time && v % 100 < 60 && (n <= 2 ? v : v / 100) < 24) {
		d->has_time = true;
		d->hour = (int)(n <= 2 ? v : v / 100);
		d->minute = (int)(n <= 2 ? 0 : v % 100);
		return true;
	}
	return false;
}

/* ---- words */

static bool add_unit(struct date *d, int unit)
{
	static const struct { int64_t month, day, sec; } units[] = { { 0, 0, 1 }, { 0, 0, 60 }, { 0, 0, 3600 },
		{ 0, 1, 0 }, { 0, 7, 0 }, { 0, 14, 0 }, { 1, 0, 0 }, { 12, 0, 0 } };
	int64_t n = d->has_count ? d->count : 1;
	struct date at = *d;
	blanks(&at);
	if (str_eq_nocase(word(&at), STR("ago"))) {
		n = -n;
		d->rest = at.rest;
	}
	d->rel_month += n * units[unit].month;
	d->rel_day += n * units[unit].day;
	d->rel_sec += n * units[unit].sec;
	d->has_rel = true;
	d->has_count = false;
	return true;
}

static int unit_of(struct str w)
{
	static const struct { const char *name; int unit; } names[] = { { "sec", 0 }, { "second", 0 },
		{ "min", 1 }, { "minute", 1 }, { "hour", 2 }, { "day", 3 }, { "week", 4 }, { "fortnight", 5 },
		{ "month", 6 }, { "year", 7 } };
	if (w.n > 3 && (w.p[w.n - 1] == 's' || w.p[w.n - 1] == 'S'))
		w.n--;
	for (size_t i = 0; i < COUNTOF(names); i++)
		if (str_eq_nocase(w, str_from(names[i].name)))
			return names[i].unit;
	return -1;
}

static bool month_first(struct date *d, int month)
{
	int64_t day, year = 0;
	blanks(d);
	size_t k = digits(d, &day);
	if (k < 1 || k > 2 || peek(d) == ':')
		return false;
	struct date at = *d;
	blanks(&at);
	k = digits(&at, &year);
	if (k == 4 && peek(&at) != ':')
		d->rest = at.rest;
	else
		k = 0;
	return set_date(d, year, k, month, day);
}

static bool name(struct date *d)
{
	static const char *const days[] = { "sunday", "monday", "tuesday", "wednesday", "thursday", "friday",
		"saturday" };
	static const char *const zones[] = { "z", "utc", "gmt", "ut", "wet", "cet", "met", "eet", "est", "edt",
		"cst", "cdt", "mst", "mdt", "pst", "pdt", "jst", "ist" };
	static const int minutes[] = { 0, 0, 0, 0, 0, 60, 60, 120, -300, -240, -360, -300, -420, -360, -480,
		-420, 540, 330 };
	static const char *const shifts[] = { "last", "this", "next" };
	static const char *const near[] = { "yesterday", "today", "tomorrow", "now" };
	struct str w = word(d);
	int i;
	if (unit_of(w) >= 0)
		return add_unit(d, unit_of(w));
	if ((i = one_of(w, shifts, COUNTOF(shifts), 0)) >= 0)
		return set_count(d, i - 1);
	if ((i = one_of(w, near, COUNTOF(near), 0)) >= 0) {
		d->rel_day += i == 3 ? 0 : i - 1;
		return d->has_rel = true;
	}
	if ((i = one_of(w, days, COUNTOF(days), 3)) >= 0) {
		if (d->has_weekday)
			return false;
		d->has_weekday = true;
		d->weekday = i;
		d->ordinal = d->has_count ? (int)d->count : 0;
		return !(d->has_count = false);
	}
	if (month_of(w))
		return month_first(d, month_of(w));
	if ((i = one_of(w, zones, COUNTOF(zones), 0)) >= 0 && !d->has_zone) {
		d->zone = minutes[i] * 60;
		return d->has_zone = true;
	}
	return false;
}

/* "+3 days", "-1 week", "+02:00" behind a time. */
static bool signed_number(struct date *d)
{
	bool minus = peek(d) == '-';
	int64_t v;
	skip(d, 1);
	struct date at = *d;
	if (d->has_time && !d->has_zone && digits(&at, &v) && !ascii_alpha(peek(&at)) && peek(&at) != ' ')
		return zone_offset(d, minus);
	blanks(d);
	size_t n = digits(d, &v);
	return n && set_count(d, minus ? -v : v);
}

/* ---- the whole */

static bool finish(const struct date *d, find_ns now, find_ns *out)
{
	time_t sec = (time_t)(now / FIND_NS) + (d->has_zone ? d->zone : 0);
	long ns = (long)(now % FIND_NS);
	struct tm tm;
	if (!(d->has_zone ? gmtime_r(&sec, &tm) : localtime_r(&sec, &tm)))
		return false;
	if (d->has_date) {
		if (d->has_year)
			tm.tm_year = d->year - 1900;
		tm.tm_mon = d->month - 1;
		tm.tm_mday = d->day;
	}
	if (d->has_time || d->has_date || d->has_weekday || !d->has_rel) {
		tm.tm_hour = d->has_time ? d->hour : 0;
		tm.tm_min = d->has_time ? d->minute : 0;
		tm.tm_sec = d->has_time ? d->second : 0;
		ns = d->has_time ? d->nsec : 0;
	}
	/* "1 month ago" keeps the clock of today, summer time or not; a date has its own. */
	if (d->has_time || d->has_date || d->has_weekday)
		tm.tm_isdst = -1;
	struct tm asked = tm;
	time_t at = d->has_zone ? timegm(&tm) : mktime(&tm);
	if (tm.tm_mday != asked.tm_mday || tm.tm_mon != asked.tm_mon || tm.tm_hour != asked.tm_hour)
		return false; /* 30 February; an hour that summer time leaves out */
	if (d->has_weekday && !d->has_date) {
		int off = (d->weekday - tm.tm_wday + 7) % 7;
		tm.tm_mday += off + 7 * (d->ordinal - (d->ordinal > 0 && tm.tm_wday != d->weekday));
	}
	tm.tm_mon += (int)d->rel_month % 12;
	tm.tm_year += (int)(d->rel_month / 12);
	tm.tm_mday += (int)d->rel_day;
	tm.tm_isdst = asked.tm_isdst;
	at = d->has_zone ? timegm(&tm) - d->zone : mktime(&tm);
	*out = ((find_ns)at + d->rel_sec) * FIND_NS + ns;
	return true;
}

/* "@1709622489.5" */
static bool seconds(struct date *d, find_ns *out)
{
	bool minus = take(d, '-');
	int64_t v;
	long ns;
	if (!minus)
		take(d, '+');
	if (!digits(d, &v))
		return false;
	fraction(d, &ns);
	*out = (find_ns)v * FIND_NS + ns;
	if (minus)
		*out = -*out;
	blanks(d);
	return d->rest.n == 0;
}

bool find_date(find_ns *out, const char *text, find_ns now)
{
	struct date d = { .rest = str_from(text) };
	if (d.rest.n > DATE_MAX)
		return false;
	blanks(&d);
	if (take(&d, '@'))
		return seconds(&d, out);
	while (d.rest.n) {
		char c = peek(&d);
		bool ok = ascii_digit(c) ? number(&d) : ascii_alpha(c) ? name(&d)
			: c == '+' || c == '-' ? signed_number(&d) : false;
		if (!ok)
			return false;
		blanks(&d);
	}
	return !d.has_count && finish(&d, now, out);
}
