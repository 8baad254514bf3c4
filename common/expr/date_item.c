/*
 * The items of a date in any order: a date, a time of day, a zone, a day of the week, shifts. The
 * grammar looks one word ahead, at two places two, and never goes back.
 */
#include <stdint.h>

#include "date_own.h"

/* ---- words */

void date_take(struct date *d)
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

bool date_is_mark(const struct date *d, char c)
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
	date_take(d);
	return true;
}

/* ---- shifts */

/* `n` (with nsec) of the unit in d->w, and "ago" behind it. */
static bool shift(struct date *d, int64_t n, long nsec)
{
	struct date_word unit = d->w;
	date_take(d);
	if (d->w.kind == DATE_AGO) {
		if (n == INT64_MIN)
			return false;
		n = -n;
		nsec = -nsec;
		date_take(d);
	}
	d->shifted = true;
	switch (unit.kind) {
	case DATE_YEARS:
		return date_add(&d->shift.year, n, unit.value);
	case DATE_MONTHS:
		return date_add(&d->shift.month, n, unit.value);
	case DATE_DAYS:
		return date_add(&d->shift.day, n, unit.value);
	default:
		d->shift.nsec += nsec;
		return date_add(&d->shift.sec, n, unit.value);
	}
}

/* "-3 days": the number is d->w, a unit follows. No "ago" belongs to it where it stands behind a zone or number. */
static bool signed_shift(struct date *d)
{
	int64_t n = d->w.value;
	date_take(d);
	return shift(d, n, 0);
}

/* ---- zones */

/* "+02", "+0230", "+02:30" in d->w, on top of `base`. */
static bool zone_offset(struct date *d, int64_t base)
{
	struct date_word hours = d->w, minutes = { .kind = DATE_END };
	int64_t n = hours.value;
	date_take(d);
	if (date_is_mark(d, ':')) {
		date_take(d);
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
	date_take(d);
	if (w.kind == DATE_LOCAL) {
		d->locals++;
		d->isdst = (int)w.value;
		if (d->w.kind == DATE_DST) {
			d->isdst = 1;
			date_take(d);
		}
		return true;
	}
	d->zone = w.value + (w.kind == DATE_DAYZONE ? 3600 : 0);
	if (w.kind == DATE_ZONE && d->w.kind == DATE_DST) {
		d->zone += 3600;
		date_take(d);
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
	if (!date_is_mark(d, ':'))
		return false;
	date_take(d);
	if (!take_kind(d, DATE_NUMBER, &minute))
		return false;
	if (date_is_mark(d, ':')) {
		date_take(d);
		if (!take_kind(d, DATE_NUMBER, &second) &&
			(d->w.has_sign || !take_kind(d, DATE_DECIMAL, &second)))
			return false;
	}
	set_time(d, hour, minute.value, second.value, second.nsec);
	if (d->w.kind == DATE_SIGNED)
		return zone_offset(d, 0);
	if (!iso && d->w.kind == DATE_MERIDIAN) {
		d->half = (int)d->w.value;
		date_take(d);
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
	if (!date_is_mark(d, '/'))
		return set_date(d, 0, 0, first.value, second.value);
	date_take(d);
	if (!take_kind(d, DATE_NUMBER, &third))
		return false;
	return first.digits >= 4 ? set_date(d, first.value, first.digits, second.value, third.value)
		: set_date(d, third.value, third.digits, first.value, second.value);
}

/* "5.3." and "5.3.2024": behind the first '.' */
static bool dotted_date(struct date *d, struct date_word day)
{
	struct date_word month, year = { .kind = DATE_END };
	if (!take_kind(d, DATE_NUMBER, &month) || !date_is_mark(d, '.'))
		return false;
	date_take(d);
	if (d->w.joined)
		take_kind(d, DATE_NUMBER, &year);
	return set_date(d, year.value, year.digits, month.value, day.value);
}

/* "2024-03-05", perhaps with "T10:00": behind the year, at "-03" with "-05" next. */
static bool iso_date(struct date *d, struct date_word year)
{
	struct date_word month = d->w, day, hour;
	date_take(d);
	day = d->w;
	date_take(d);
	if (month.value == INT64_MIN || day.value == INT64_MIN)
		return false;
	set_date(d, year.value, year.digits, -month.value, -day.value);
	if (d->w.kind != DATE_T)
		return true;
	date_take(d);
	return take_kind(d, DATE_NUMBER, &hour) && clock_time(d, hour.value, true);
}

/* "5 March", "5 March 2024", "5-Mar-2024": behind the day. */
static bool day_month(struct date *d, struct date_word day)
{
	struct date_word month = d->w, year;
	date_take(d);
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
	date_take(d);
	if (take_kind(d, DATE_SIGNED, &day))
		return take_kind(d, DATE_SIGNED, &year) && year.value != INT64_MIN && day.value != INT64_MIN &&
			set_date(d, -year.value, year.digits, month.value, -day.value);
	if (!take_kind(d, DATE_NUMBER, &day))
		return false;
	if (!date_is_mark(d, ','))
		return set_date(d, 0, 0, month.value, day.value);
	date_take(d);
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
	date_take(d);
	return true;
}

static bool number(struct date *d)
{
	struct date_word n = d->w;
	date_take(d);
	switch (d->w.kind) {
	case DATE_MERIDIAN:
		set_time(d, n.value, 0, 0, 0);
		d->half = (int)d->w.value;
		date_take(d);
		return true;
	case DATE_MARK:
		if (d->w.value == '/') {
			date_take(d);
			return slash_date(d, n);
		}
		if (d->w.value == '.') {
			date_take(d);
			return dotted_date(d, n);
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

bool date_item(struct date *d)
{
	struct date_word w = d->w;
	switch (w.kind) {
	case DATE_NUMBER:
		return number(d);
	case DATE_SIGNED:
		return is_unit(peek(d)) && signed_shift(d);
	case DATE_DECIMAL:
		date_take(d);
		return d->w.kind == DATE_SECOND && shift(d, w.value, w.nsec);
	case DATE_MONTH:
		return month_day(d);
	case DATE_DAY:
		weekday(d, 0);
		if (date_is_mark(d, ','))
			date_take(d);
		return true;
	case DATE_ORDINAL:
		date_take(d);
		return d->w.kind == DATE_DAY ? weekday(d, w.value) : is_unit(d->w.kind) && shift(d, w.value, 0);
	case DATE_SHIFT:
		date_take(d);
		d->shifted = true;
		return date_add(&d->shift.day, w.value, 1);
	case DATE_ZONE:
	case DATE_DAYZONE:
	case DATE_LOCAL:
	case DATE_T:
		return zone(d);
	default:
		return is_unit(w.kind) && shift(d, 1, 0);
	}
}
