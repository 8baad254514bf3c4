/*
 * Dates of -newerXt and -since, as `date -d` reads them: items, each kind once at most, or "@" and
 * seconds; a time zone may stand in front.
 */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "date_own.h"
#include "ember/base/number.h"

#define DATE_MAX 4096 /* a longer text is no date, bytes */

/* "@1709622489.5" */
static bool epoch(struct date *d, find_ns *out)
{
	struct date_word w;
	date_take(d);
	w = d->w;
	if (w.kind != DATE_NUMBER && w.kind != DATE_SIGNED && w.kind != DATE_DECIMAL)
		return false;
	*out = (find_ns)w.value * FIND_NS + w.nsec;
	date_take(d);
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
	date_take(&d);
	if (date_is_mark(&d, '@'))
		return epoch(&d, out);
	while (d.w.kind != DATE_END)
		if (!date_item(&d))
			return false;
	return date_moment(&d, tm, out);
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
