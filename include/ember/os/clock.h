/* clock: now, time that goes by, and seconds as local calendar time. */
#ifndef EMBER_OS_CLOCK_H
#define EMBER_OS_CLOCK_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "ember/os/stat.h"

struct stat_time clock_now(void); /* wall clock */
/* What a clock of clock_gettime(2) says, in nanoseconds; "monotonic" is the one that is never set. */
int64_t clock_ns(clockid_t id);
int64_t clock_monotonic_ms(void);

/* Remembers the last conversion, so that files of one minute cost one. All-zero is empty. */
struct clock_local {
	struct tm tm;
	int64_t minute; /* of `tm`, counted from the epoch */
	bool filled;
};

/*
 * Local time (TZ) of `sec`. False when the year does not fit.
 * Threads: one at a time uses a clock_local; TZ is read at the first call of the process.
 */
bool clock_local(struct clock_local *c, int64_t sec, struct tm *out);

/* Calendar time of UTC. */
bool clock_utc(int64_t sec, struct tm *out);

#endif
