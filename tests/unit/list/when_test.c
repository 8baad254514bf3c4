#include <stdlib.h>
#include <string.h>

#include "ember/list/when.h"
#include "ember/os/clock.h"
#include "lib/test.h"

static struct str shown(
	struct buf *b, const char *old, const char *recent, int64_t sec, uint32_t nsec, int64_t now)
{
	struct when w;
	setenv("TZ", "UTC0", 1);
	when_init(&w, old, recent);
	w.now = (struct stat_time){ now, 0 };
	buf_clear(b);
	when_put(&w, b, (struct stat_time){ sec, nsec });
	when_fini(&w);
	return buf_view(b);
}

TEST(when_recent_and_old)
{
	struct buf b = { 0 };
	CHECK_STR(shown(&b, NULL, NULL, 1000000000, 0, 1000000100), STR("Sep  9 01:46"));
	CHECK_STR(shown(&b, NULL, NULL, 1000000000, 0, 1000000000 + WHEN_RECENT + 1),
		STR("Sep  9  2001"));
	CHECK_STR(shown(&b, NULL, NULL, 1000000000, 0, 1000000000 + WHEN_RECENT - 1),
		STR("Sep  9 01:46"));
	CHECK_STR(shown(&b, "old", "new", 1000000000, 0, 1000000000 + WHEN_RECENT), STR("old"));
	buf_fini(&b);
}

/* Each unit from its first second to its last (spec els X4). */
TEST(when_relative_words)
{
	static const struct {
		int64_t age;
		const char *want;
	} rows[] = { { 0, "now" }, { 59, "now" }, { 60, "1 min ago" }, { 119, "1 min ago" }, { 120, "2 min ago" },
		{ 3599, "59 min ago" }, { 3600, "1 h ago" }, { 7200, "2 h ago" }, { 86399, "23 h ago" },
		{ 86400, "1 day ago" }, { 172800, "2 days ago" }, { 604799, "6 days ago" }, { 604800, "1 week ago" },
		{ 1209600, "2 weeks ago" }, { 2629799, "4 weeks ago" }, { 2629800, "1 month ago" },
		{ 31557599, "11 months ago" }, { 31557600, "1 year ago" }, { 63115200, "2 years ago" } };
	struct when w;
	struct buf b = { 0 };
	when_init(&w, NULL, NULL);
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		w.now = (struct stat_time){ 1000000000, 0 };
		buf_clear(&b);
		when_relative(&w, &b, (struct stat_time){ 1000000000 - rows[i].age, 0 });
		CHECK_STR(buf_view(&b), str_from(rows[i].want));
	}
	buf_clear(&b);
	when_relative(&w, &b, (struct stat_time){ clock_now().sec + 3630, 0 });
	CHECK_STR(buf_view(&b), STR("in 1 h"));
	when_fini(&w);
	buf_fini(&b);
}

/* What is remembered of the date before is not shown for another one. */
TEST(when_one_after_another)
{
	static const struct {
		int64_t sec;
		const char *want;
	} rows[] = {
		{ 1000000000, "Sep  9 01:46" },
		{ 1000000019, "Sep  9 01:46" },
		{ 1000000020, "Sep  9 01:47" },
		{ 1000000020 - WHEN_RECENT, "Mar 10  2001" },
		{ 1000000019 - WHEN_RECENT, "Mar 10  2001" },
		{ 0, "Jan  1  1970" },
		{ -1, "Dec 31  1969" },
		{ -62200000000, "Dec 17  -002" },
		{ 253402300800, "Jan  1  10000" },
		{ 1000000019, "Sep  9 01:46" },
	};
	struct when w;
	struct buf b = { 0 };
	setenv("TZ", "UTC0", 1);
	when_init(&w, NULL, NULL);
	w.now = (struct stat_time){ 1000000030, 0 };
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		buf_clear(&b);
		when_put(&w, &b, (struct stat_time){ rows[i].sec, 0 });
		CHECK_STR(buf_view(&b), str_from(rows[i].want));
		w.now = (struct stat_time){ 1000000030, 0 };
	}
	/* The turn to half a year lies within a minute. */
	w.now = (struct stat_time){ 1000000000 + WHEN_RECENT, 0 };
	buf_clear(&b);
	when_put(&w, &b, (struct stat_time){ 1000000000, 0 });
	when_put(&w, &b, (struct stat_time){ 1000000001, 0 });
	CHECK_STR(buf_view(&b), STR("Sep  9  2001Sep  9 01:46"));
	when_fini(&w);
	buf_fini(&b);
}

TEST(when_formats)
{
	static const struct {
		const char *format, *want;
	} rows[] = {
		{ "%Y-%m-%d %H:%M:%S.%N %z", "2001-09-09 01:46:40.012345678 +0000" },
		{ "%3N %6N %10N", "012 012345 0123456780" },
		{ "%:z %::z", "+00:00 +00:00:00" },
		{ "%%b%b%", "%bSep%" },
		{ "", "" },
		{ "%-d %q", "9 3" },
		{ "%F %5Y %+5Y %_6Y %12F", "2001-09-09 02001 +2001   2001 002001-09-09" },
	};
	struct buf b = { 0 };
	for (size_t i = 0; i < COUNTOF(rows); i++)
		CHECK_STR(
			shown(&b, rows[i].format, rows[i].format, 1000000000, 12345678, 2000000000),
			str_from(rows[i].want));
	CHECK_STR(shown(&b, NULL, NULL, INT64_MAX, 0, 0), STR("9223372036854775807"));
	buf_fini(&b);
}
