/* From the fields of a date, its day of the week, its shifts and its zone to a moment. */
#include <stdint.h>

#include "date_own.h"

#define DATE_FIRST ((find_ns)INT64_MIN * FIND_NS) /* what a time_t with its nanoseconds holds */
#define DATE_LAST ((find_ns)INT64_MAX * FIND_NS + FIND_NS - 1)

bool date_add(int64_t *to, int64_t n, int64_t unit)
{
	return !__builtin_mul_overflow(n, unit, &n) && !__builtin_add_overflow(*to, n, to);
}

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

bool date_moment(struct date *d, struct tm tm, find_ns *out)
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
		if (!date_add(&day, week, 7) || !date_add(&day, (d->weekday - tm.tm_wday + 7) % 7, 1) ||
			!field(&tm.tm_mday, day))
			return false;
		tm.tm_isdst = -1;
		if (!moment(&tm, &at))
			return false;
	}
	if (s->year || s->month || s->day) {
		int64_t year = tm.tm_year, month = tm.tm_mon, day = tm.tm_mday;
		if (!date_add(&year, s->year, 1) || !date_add(&month, s->month, 1) || !date_add(&day, s->day, 1) ||
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
