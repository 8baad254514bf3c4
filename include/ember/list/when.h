/* when: the date column. */
#ifndef EMBER_LIST_WHEN_H
#define EMBER_LIST_WHEN_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/base/buf.h"
#include "ember/os/clock.h"

#define WHEN_RECENT 15778476 /* half a year, seconds: older files show the year */

struct when {
	const char *old, *recent; /* formats; NULL = month, day and year or time, as POSIX says */
	struct stat_time now;
	struct clock_local local;
	struct buf scratch;  /* the format with its month */
	struct buf kept;     /* the last text without a format: of this minute, as clock_local counts them */
	int64_t kept_minute;
	bool kept_recent;
	char months[12][32]; /* abbreviated, padded to one width; filled on first need */
	bool has_months;
};

/* Threads: one at a time. The formats are borrowed. */
void when_init(struct when *w, const char *old, const char *recent);
void when_fini(struct when *w);

/* Add the text of `t` to b: seconds as a number where the calendar ends. */
void when_put(struct when *w, struct buf *b, struct stat_time t);

/* Add how long ago it was: "now", "3 min ago", "in 2 days". */
void when_relative(struct when *w, struct buf *b, struct stat_time t);

/* Cells of a usual date, that of an old file, for lines that have none. */
unsigned when_width(struct when *w);

#endif
