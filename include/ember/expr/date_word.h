/* date_word: the words and numbers of a date as `date -d` reads it; private to the room. */
#ifndef EMBER_EXPR_DATE_WORD_H
#define EMBER_EXPR_DATE_WORD_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "ember/base/str.h"

enum date_kind {
	DATE_END,
	DATE_BAD,      /* no word of a date */
	DATE_MARK,     /* one of @ / : , . as `value` */
	DATE_T,        /* the letter: between date and time, or a zone */
	DATE_NUMBER,   /* unsigned */
	DATE_SIGNED,   /* a sign stood before it */
	DATE_DECIMAL,  /* with a fraction */
	DATE_MERIDIAN, /* 0 = am, 1 = pm */
	DATE_MONTH,    /* 1 to 12 */
	DATE_DAY,      /* of the week: 0 = Sunday */
	DATE_ORDINAL,  /* last -1, this 0, next 1, first 1, third 3 ... */
	DATE_SHIFT,    /* yesterday -1, today and now 0, tomorrow 1: days */
	DATE_AGO,
	DATE_YEARS, DATE_MONTHS, DATE_DAYS, DATE_SECONDS, /* unit; value = how many of it */
	DATE_SECOND,   /* the unit that takes a fraction */
	DATE_ZONE,     /* seconds east of Greenwich */
	DATE_DAYZONE,  /* the same, of a zone that is in its summer time: one hour more */
	DATE_LOCAL,    /* a name of the local zone; value = its tm_isdst */
	DATE_DST,
};

struct date_word {
	enum date_kind kind;
	int64_t value;
	unsigned digits;    /* of a number, its sign not counted */
	bool negative, has_sign;
	bool joined;        /* a number: nothing stands between it and the word before it */
	long nsec;          /* DATE_DECIMAL: 0 to 999999999 on top of value, which is rounded down */
};

/* Where the reading is. */
struct date_reader {
	struct str rest;
	bool dotted; /* within numbers that points join */
	struct { const char *name; int isdst; } local[2]; /* names of the local zone, or NULL */
};

/* The next word, DATE_END when nothing is left; after DATE_BAD, r->rest is of no use. Threads: pure. */
struct date_word date_next(struct date_reader *r);

#endif
