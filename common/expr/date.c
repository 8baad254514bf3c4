/*
 * Dates of -newerXt and -since, as `date -d` reads them: items in any order (a date, a time of day, a
 * zone, a day of the week, shifts), each kind once at most. The grammar looks one word ahead, at two
 * places two, and never goes back.
 */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "ember/base/number.h"
#include "ember/expr/date_word.h"
#include "ember/expr/primary.h"

#define DATE_MAX 4096 /* a longer text is no date, bytes */
#define DATE_HALF 2   /* neither am nor pm */
#define DATE_FIRST ((find_ns)INT64_MIN * FIND_NS) /* what a time_t with its nanoseconds holds */
#define DATE_LAST ((find_ns)INT64_MAX * FIND_NS + FIND_NS - 1)

struct date_shift {
	int64_t year, month, day, sec, nsec;
};

struct date {
	struct date_reader r;
	struct date_word w, then; /* the next word and, when looked at, the one after it */
	bool has_then;
	int64_t year, month, day, hour, minute, second;
	unsigned year_digits;
	long nsec;
	int half; /* of the day */
	int64_t zone;
	int isdst;
	int64_t weekday, ordinal;
	struct date_shift shift;
	unsigned dates, times, days, zones, locals; /* how many of each were read */
	bool shifted;
};

/* ---- words */

static void take(struct date *d)
{
	d->w = d->has_then ? d->then : date_next(&d->r);
	d->has_then = false;
}

static enum date_kind peek(struct date *d)
{
	if (!d->has_then)
		d->then = date_next(&d->r);
	d->has_then = true;
	return d->then.kind;
}

static bool is_mark(const struct date *d, char c)
{
	return d->w.kind == DATE_MARK && d->w.value == c;
}

static bool is_unit(enum date_kind kind)
{
	return kind == DATE_YEARS || kind == DATE_MONTHS || kind == DATE_DAYS || kind == DATE_SECONDS ||
		kind == DATE_SECOND;
}

/* A word of that kind: its value, and the next one comes up. */
static bool take_kind(struct date *d, enum date_kind kind, struct date_word *out)
{
	if (d->w.kind != kind)
		return false;
	*out = d->w;
	take(d);
	return true;
}

/* ---- shifts */

static bool add(int64_t *to, int64_t n, int64_t unit)
{
	return !__builtin_mul_overflow(n, unit, &n) && !__builtin_add_overflow(*to, n, to);
}

/* `n` (with nsec) of the unit in d->w, and "ago" behind it. */
static bool shift(struct date *d, int64_t n, long nsec)
{
	struct date_word unit = d->w;
	take(d);
	if (d->w.kind == DATE_AGO) {
		if (n == INT64_MIN)
			return false;
		n = -n;
		nsec = -nsec;
		take(d);
	}
	d->shifted = true;
	switch (unit.kind) {
	case DATE_YEARS:
		return add(&d->shift.year, n, unit.value);
	case DATE_MONTHS:
		return add(&d->shift.month, n, unit.value);
	case DATE_DAYS:
		return add(&d->shift.day, n, unit.value);
	default:
		d->shift.nsec += nsec;
		return add(&d->shift.sec, n, unit.value);
	}
}

/* "-3 days": the number is d->w, a unit follows. No "ago" belongs to it where it stands behind a zone or number. */
static bool signed_shift(struct date *d)
{
	int64_t n = d->w.value;
	take(d);
	return shift(d, n, 0);
}

/* ---- zones */

/* "+02", "+0230", "+02:30" in d->w, on top of `base`. */
static bool zone_offset(struct date *d, int64_t base)
{
	struct date_word hours = d->w, minutes = { .kind = DATE_END };
	int64_t n = hours.value;
	take(d);
	if (is_mark(d, ':')) {
		take(d);
		if (!take_kind(d, DATE_NUMBER, &minutes) || n > 9999 || n < -9999 || minutes.value > 9999)
			return false;
		n = n * 60 + (hours.negative ? -minutes.value : minutes.value);
	} else if (hours.digits <= 2) {
		n *= 60;
	} else {
		n = n / 100 * 60 + n % 100;
	}
	if (n < -24 * 60 || n > 24 * 60)
		return false;
	d->zone = base + n * 60;
	d->zones++;
	return true;
}

static bool zone(struct date *d)
{
	struct date_word w = d->w;
	take(d);
	if (w.kind == DATE_LOCAL) {
		d->locals++;
		d->isdst = (int)w.value;
		if (d->w.kind == DATE_DST) {
			d->isdst = 1;
			take(d);
		}
		return true;
	}
	d->zone = w.value + (w.kind == DATE_DAYZONE ? 3600 : 0);
	if (w.kind == DATE_ZONE && d->w.kind == DATE_DST) {
		d->zone += 3600;
		take(d);
	} else if (w.kind != DATE_DAYZONE && d->w.kind == DATE_SIGNED) {
		if (!is_unit(peek(d)))
			return w.kind == DATE_ZONE && zone_offset(d, d->zone);
		d->zones++;
		return signed_shift(d);
	}
	d->zones++;
	return true;
}

/* ---- times of day */

static void set_time(struct date *d, int64_t hour, int64_t minute, int64_t second, long nsec)
{
	d->times++;
	d->hour = hour;
	d->minute = minute;
	d->second = second;
	d->nsec = nsec;
	d->half = DATE_HALF;
}

/* Behind "H": a zone, or ":" with the rest of it. `iso`: no am and pm. */
static bool clock_time(struct date *d, int64_t hour, bool iso)
{
	struct date_word minute, second = { .kind = DATE_END };
	if (d->w.kind == DATE_SIGNED) {
		set_time(d, hour, 0, 0, 0);
		return zone_offset(d, 0);
	}
	if (!is_mark(d, ':'))
		return false;
	take(d);
	if (!take_kind(d, DATE_NUMBER, &minute))
		return false;
	if (is_mark(d, ':')) {
		take(d);
		if (!take_kind(d, DATE_NUMBER, &second) &&
			(d->w.has_sign || !take_kind(d, DATE_DECIMAL, &second)))
			return false;
	}
	set_time(d, hour, minute.value, second.value, second.nsec);
	if (d->w.kind == DATE_SIGNED)
		return zone_offset(d, 0);
	if (!iso && d->w.kind == DATE_MERIDIAN) {
		d->half = (int)d->w.value;
		take(d);
	}
	return true;
}

/* ---- dates */

static bool set_date(struct date *d, int64_t year, unsigned year_digits, int64_t month, int64_t day)
{
	d->dates++;
	if (year_digits) {
		d->year = year;
		d->year_digits = year_digits;
	}
	d->month = month;
	d->day = day;
	return true;
}

/* "3/5", "3/5/2024", "2024/3/5": behind the first '/'. */
static bool slash_date(struct date *d, struct date_word first)
{
	struct date_word second, third;
	if (!take_kind(d, DATE_NUMBER, &second))
		return false;
	if (!is_mark(d, '/'))
		return set_date(d, 0, 0, first.value, second.value);
	take(d);
	if (!take_kind(d, DATE_NUMBER, &third))
		return false;
	return first.digits >= 4 ? set_date(d, first.value, first.digits, second.value, third.value)
		: set_date(d, third.value, third.digits, first.value, second.value);
}

/* "2024-03-05", perhaps with "T10:00": behind the year, at "-03" with "-05" next. */
static bool iso_date(struct date *d, struct date_word year)
{
	struct date_word month = d->w, day, hour;
	take(d);
	day = d->w;
	take(d);
	if (month.value == INT64_MIN || day.value == INT64_MIN)
		return false;
	set_date(d, year.value, year.digits, -month.value, -day.value);
	if (d->w.kind != DATE_T)
		return true;
	take(d);
	return take_kind(d, DATE_NUMBER, &hour) && clock_time(d, hour.value, true);
}

/* "5 March", "5 March 2024", "5-Mar-2024": behind the day. */
static bool day_month(struct date *d, struct date_word day)
{
	struct date_word month = d->w, year;
	take(d);
	if (take_kind(d, DATE_SIGNED, &year))
		return year.value != INT64_MIN && set_date(d, -year.value, year.digits, month.value, day.value);
	if (take_kind(d, DATE_NUMBER, &year))
		return set_date(d, year.value, year.digits, month.value, day.value);
	return set_date(d, 0, 0, month.value, day.value);
}

/* "March 5", "March 5, 2024", "Mar-5-2024" */
static bool month_day(struct date *d)
{
	struct date_word month = d->w, day, year;
	take(d);
	if (take_kind(d, DATE_SIGNED, &day))
		return take_kind(d, DATE_SIGNED, &year) && year.value != INT64_MIN && day.value != INT64_MIN &&
			set_date(d, -year.value, year.digits, month.value, -day.value);
	if (!take_kind(d, DATE_NUMBER, &day))
		return false;
	if (!is_mark(d, ','))
		return set_date(d, 0, 0, month.value, day.value);
	take(d);
	return take_kind(d, DATE_NUMBER, &year) && set_date(d, year.value, year.digits, month.value, day.value);
}

/* Digits alone: a year that is still missing, a date, or a time of day. */
static void bare_number(struct date *d, struct date_word n)
{
	if (d->dates && !d->year_digits && !d->shifted && (d->times || n.digits > 2)) {
		d->year = n.value;
		d->year_digits = n.digits;
	} else if (n.digits > 4) {
		set_date(d, n.value / 10000, n.digits - 4, n.value / 100 % 100, n.value % 100);
	} else if (n.digits > 2) {
		set_time(d, n.value / 100, n.value % 100, 0, 0);
	} else {
		set_time(d, n.value, 0, 0, 0);
	}
}

/* ---- items */

static bool weekday(struct date *d, int64_t ordinal)
{
	d->days++;
	d->ordinal = ordinal;
	d->weekday = d->w.value;
	take(d);
	return true;
}

static bool number(struct date *d)
{
	struct date_word n = d->w;
	take(d);
	switch (d->w.kind) {
	case DATE_MERIDIAN:
		set_time(d, n.value, 0, 0, 0);
		d->half = (int)d->w.value;
		take(d);
		return true;
	case DATE_MARK:
		if (d->w.value == '/') {
			take(d);
			return slash_date(d, n);
		}
		if (d->w.value == ':')
			return clock_time(d, n.value, false);
		break;
	case DATE_SIGNED:
		if (peek(d) == DATE_SIGNED)
			return iso_date(d, n);
		if (!is_unit(peek(d)))
			return clock_time(d, n.value, false);
		bare_number(d, n);
		return signed_shift(d);
	case DATE_MONTH:
		return day_month(d, n);
	case DATE_DAY:
		return weekday(d, n.value);
	default:
		if (is_unit(d->w.kind))
			return shift(d, n.value, 0);
		break;
	}
	bare_number(d, n);
	return true;
}

static bool item(struct date *d)
{
	struct date_word w = d->w;
	switch (w.kind) {
	case DATE_NUMBER:
		return number(d);
	case DATE_SIGNED:
		return is_unit(peek(d)) && signed_shift(d);
	case DATE_DECIMAL:
		take(d);
		return d->w.kind == DATE_SECOND && shift(d, w.value, w.nsec);
	case DATE_MONTH:
		return month_day(d);
	case DATE_DAY:
		weekday(d, 0);
		if (is_mark(d, ','))
			take(d);
		return true;
	case DATE_ORDINAL:
		take(d);
		return d->w.kind == DATE_DAY ? weekday(d, w.value) : is_unit(d->w.kind) && shift(d, w.value, 0);
	case DATE_SHIFT:
		take(d);
		d->shifted = true;
		return add(&d->shift.day, w.value, 1);
	case DATE_ZONE:
	case DATE_DAYZONE:
	case DATE_LOCAL:
	case DATE_T:
		return zone(d);
	default:
		return is_unit(w.kind) && shift(d, 1, 0);
	}
}

/* ---- from fields to a moment */

static bool field(int *to, int64_t v)
{
	*to = (int)v;
	return v >= INT32_MIN && v <= INT32_MAX;
}

static int64_t hour_of(const struct date *d)
{
	int64_t h = d->hour;
	if (d->half == DATE_HALF)
		return h >= 0 && h < 24 ? h : -1;
	return h < 1 || h > 12 ? -1 : h % 12 + (d->half ? 12 : 0);
}

static bool fields(struct date *d, struct tm *tm)
{
	int64_t year = d->year;
	if (year < 0) /* a sign in front of a year counts for nothing */
		year = year == INT64_MIN ? INT64_MAX : -year;
	else if (d->year_digits == 2)
		year += year < 69 ? 2000 : 1900;
	if (!field(&tm->tm_year, year - 1900) || !field(&tm->tm_mon, d->month - 1) || !field(&tm->tm_mday, d->day))
		return false;
	tm->tm_hour = tm->tm_min = tm->tm_sec = 0;
	if (d->times || (d->shifted && !d->dates && !d->days)) {
		if (!field(&tm->tm_hour, hour_of(d)) || tm->tm_hour < 0 || !field(&tm->tm_min, d->minute) ||
			!field(&tm->tm_sec, d->second))
			return false;
	} else {
		d->nsec = 0;
	}
	if (d->dates || d->days || d->times)
		tm->tm_isdst = -1;
	if (d->locals)
		tm->tm_isdst = d->isdst;
	return true;
}

/* A day that no month has, an hour that summer time leaves out. */
static bool was_real(const struct tm *asked, const struct tm *got)
{
	return asked->tm_sec == got->tm_sec && asked->tm_min == got->tm_min && asked->tm_hour == got->tm_hour &&
		asked->tm_mday == got->tm_mday && asked->tm_mon == got->tm_mon && asked->tm_year == got->tm_year;
}

/* mktime, with its one error told from the second before the epoch. */
static bool moment(struct tm *tm, time_t *at)
{
	tm->tm_wday = -1;
	*at = mktime(tm);
	return tm->tm_wday >= 0;
}

/* In another zone the hour exists, whatever the local clock did. */
static bool moment_asked(const struct date *d, struct tm *tm, time_t *at)
{
	struct tm asked = *tm;
	if (moment(tm, at) && was_real(&asked, tm))
		return true;
	if (!d->zones)
		return false;
	*tm = asked;
	tm->tm_isdst = 0;
	*at = timegm(tm);
	if (!was_real(&asked, tm))
		return false;
	return true;
}

static bool finish(struct date *d, struct tm tm, find_ns *out)
{
	time_t at;
	const struct date_shift *s = &d->shift;
	if (d->dates > 1 || d->times > 1 || d->days > 1 || d->zones + d->locals > 1 || !fields(d, &tm))
		return false;
	struct tm asked = tm;
	if (!moment_asked(d, &tm, &at))
		return false;
	if (d->days && !d->dates) {
		int64_t week = d->ordinal - (d->ordinal > 0 && tm.tm_wday != d->weekday), day = tm.tm_mday;
		if (!add(&day, week, 7) || !add(&day, (d->weekday - tm.tm_wday + 7) % 7, 1) ||
			!field(&tm.tm_mday, day))
			return false;
		tm.tm_isdst = -1;
		if (!moment(&tm, &at))
			return false;
	}
	if (s->year || s->month || s->day) {
		int64_t year = tm.tm_year, month = tm.tm_mon, day = tm.tm_mday;
		if (!add(&year, s->year, 1) || !add(&month, s->month, 1) || !add(&day, s->day, 1) ||
			!field(&tm.tm_year, year) || !field(&tm.tm_mon, month) || !field(&tm.tm_mday, day))
			return false;
		tm.tm_hour = asked.tm_hour;
		tm.tm_min = asked.tm_min;
		tm.tm_sec = asked.tm_sec;
		tm.tm_isdst = asked.tm_isdst;
		if (!moment(&tm, &at))
			return false;
	}
	find_ns sec = at;
	if (d->zones)
		sec += tm.tm_gmtoff - d->zone;
	*out = (sec + s->sec) * FIND_NS + d->nsec + s->nsec;
	return *out >= DATE_FIRST && *out <= DATE_LAST;
}

/* "@1709622489.5" */
static bool epoch(struct date *d, find_ns *out)
{
	struct date_word w;
	take(d);
	w = d->w;
	if (w.kind != DATE_NUMBER && w.kind != DATE_SIGNED && w.kind != DATE_DECIMAL)
		return false;
	*out = (find_ns)w.value * FIND_NS + w.nsec;
	take(d);
	return d->w.kind == DATE_END;
}

static void local_names(struct date_reader *r, time_t now)
{
	struct tm tm;
	for (int i = 0; i < 4; i++) { /* four looks at a year meet both names */
		time_t at = now + (time_t)i * 90 * 86400;
		if (!localtime_r(&at, &tm) || (i > 0 && tm.tm_isdst == r->local[0].isdst))
			continue;
		r->local[i > 0].name = tm.tm_zone;
		r->local[i > 0].isdst = tm.tm_isdst;
		if (i > 0)
			break;
	}
}

static bool date_read(find_ns *out, struct str text, find_ns now)
{
	struct date d = { .r = { .rest = text }, .half = DATE_HALF };
	time_t sec = (time_t)(now / FIND_NS);
	struct tm tm;
	if (!localtime_r(&sec, &tm))
		return false;
	local_names(&d.r, sec);
	d.year = tm.tm_year + 1900;
	d.month = tm.tm_mon + 1;
	d.day = tm.tm_mday;
	d.hour = tm.tm_hour;
	d.minute = tm.tm_min;
	d.second = tm.tm_sec;
	d.nsec = (long)(now % FIND_NS);
	take(&d);
	if (is_mark(&d, '@'))
		return epoch(&d, out);
	while (d.w.kind != DATE_END)
		if (!item(&d))
			return false;
	return finish(&d, tm, out);
}

/* TZ="..." in front: *zone is what stands between the quotes, its escapes resolved; NULL = none. */
static bool date_zone(struct str *text, char *to, size_t cap, char **zone)
{
	struct str s = *text;
	size_t n = 0, i = 4;
	*zone = NULL;
	while (s.n && ascii_space(s.p[0]))
		s = str_sub(s, 1, s.n);
	if (!str_starts(s, STR("TZ=\"")))
		return true;
	for (; i < s.n && s.p[i] != '"'; i++) {
		if (s.p[i] == '\\' && (++i == s.n || (s.p[i] != '\\' && s.p[i] != '"')))
			return false;
		if (n + 1 == cap)
			return false;
		to[n++] = s.p[i];
	}
	if (i >= s.n)
		return false;
	to[n] = '\0';
	*zone = to;
	*text = str_sub(s, i + 1, s.n);
	return true;
}

bool find_date(find_ns *out, const char *text, find_ns now)
{
	struct str rest = str_from(text);
	char zone[256], *name, *was = getenv("TZ");
	if (rest.n > DATE_MAX || !date_zone(&rest, zone, sizeof(zone), &name))
		return false;
	tzset();
	if (!name)
		return date_read(out, rest, now);
	if (was && !(was = strdup(was)))
		return false;
	setenv("TZ", name, 1);
	tzset();
	bool ok = date_read(out, rest, now);
	if (was)
		setenv("TZ", was, 1);
	else
		unsetenv("TZ");
	tzset();
	free(was);
	return ok;
}
