#include "ember/os/clock.h"

struct stat_time clock_now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_REALTIME, &t);
	return (struct stat_time){ t.tv_sec, (uint32_t)t.tv_nsec };
}

int64_t clock_ns(clockid_t id)
{
	struct timespec t;
	clock_gettime(id, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

int64_t clock_monotonic_ms(void)
{
	return clock_ns(CLOCK_MONOTONIC) / 1000000;
}

/* Since 1972 no zone has changed its offset in the middle of a minute. */
#define CLOCK_WHOLE_MINUTES 63072000

bool clock_local(struct clock_local *c, int64_t sec, struct tm *out)
{
	int64_t minute = sec / 60;
	if (c->filled && sec >= CLOCK_WHOLE_MINUTES && minute == c->minute) {
		*out = c->tm;
		out->tm_sec = (int)(sec % 60);
		return true;
	}
	time_t t = sec;
	if (!localtime_r(&t, out))
		return false;
	c->filled = sec >= CLOCK_WHOLE_MINUTES && out->tm_sec == (int)(sec % 60);
	c->minute = minute;
	c->tm = *out;
	return true;
}

bool clock_utc(int64_t sec, struct tm *out)
{
	time_t t = sec;
	return gmtime_r(&t, out) != NULL;
}
