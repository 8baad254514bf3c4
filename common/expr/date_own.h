/* date_own: what was read of a date, and the moment that it is. */
#ifndef EMBER_EXPR_DATE_OWN_H
#define EMBER_EXPR_DATE_OWN_H

#include <time.h>

#include "ember/expr/date_word.h"
#include "ember/expr/primary.h"

#define DATE_HALF 2 /* neither am nor pm */

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

/* ---------------------------------------------------------------- date_item.c */

void date_take(struct date *d); /* the next word comes up */
bool date_is_mark(const struct date *d, char c);
/* One item. False: it is none. */
bool date_item(struct date *d);

/* ---------------------------------------------------------------- date_moment.c */

/* *to += n * unit; false: that does not fit. */
bool date_add(int64_t *to, int64_t n, int64_t unit);
/* `tm`: now, in local time. False: there is no such moment. */
bool date_moment(struct date *d, struct tm tm, find_ns *out);

#endif
