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

/* Flags, widths and modifiers as GNU ls 9.10 takes them, on 2001-02-03 04:05:06.7890123 UTC (spec els G47). */
TEST(when_conversions)
{
	static const struct {
		const char *format, *want;
	} rows[] = {
		{ "%5d", "00003" }, { "%_5d", "    3" }, { "%-5d", "3" }, { "%05d", "00003" },
		{ "%1d", "3" }, { "%+5d", "00003" }, { "%05e", "00003" }, { "%-5a", "Sat" },
		{ "%5a", "  Sat" }, { "%^a", "SAT" }, { "%#A", "SATURDAY" }, { "%_+a", "Sat" },
		{ "%-12B", "February" }, { "%12Ob", "         Feb" }, { "%Eb", "%Eb" }, { "%#Eb", "%#EB" },
		{ "%5%", "   %5%" }, { "%E%", "%E%" }, { "%-5%", "%-5%" }, { "%%", "%" },
		{ "%12s", "000981173106" }, { "%q", "1" }, { "%2q", "01" }, { "%Eq", "1" }, { "%Eu", "6" },
		{ "%_D", "02/03/ 1" }, { "%-D", "02/03/1" }, { "%12D", "    02/03/01" },
		{ "%12F", "002001-02-03" }, { "%_12F", "  2001-02-03" }, { "%+12F", "+02001-02-03" },
		{ "%10T", "  04:05:06" }, { "%-10T", "04:05:06" }, { "%-2n", "\n" }, { "%5t", "    \t" },
		{ "%1y", "1" }, { "%+5y", "+0001" }, { "%+5C", "+0020" }, { "%+6G", "+02001" },
		{ "%1V", "5" }, { "%2j", "34" }, { "%-j", "34" }, { "%_j", " 34" }, { "%1H", "4" },
		{ "%12N", "789012300000" }, { "%_12N", "7890123     " }, { "%-N", "7890123" },
		{ "%EN", "%EN" }, { "%#2EN", "%#2EN" }, { "%#p", "am" }, { "%P", "am" }, { "%#Z", "utc" },
		{ "%5Z", "  UTC" }, { "%1z", "+0" }, { "%:z", "+00:00" }, { "%::z", "+00:00:00" },
		{ "%:::z", "+00" }, { "%::::z", "%::::z" }, { "%12z", "+00000000000" },
		{ "%_12z", "          +0" }, { "%-z", "+0" }, { "%:d", "%:d" }, { "%-5Q", "%-5Q" },
		{ "%5Q", "  %5Q" }, { "%+8Q", "0000%+8Q" }, { "%^q", "1" }, { "%OY", "2001" },
		{ "%Od", "03" }, { "%6Y", "002001" }, { "%+6Y", "+02001" }, { "%", "%" }, { "%5", "   %5" },
		{ "%E", "%E" }, { "%^v", "%^V" },
	};
	struct buf b = { 0 };
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		const struct str got = shown(&b, rows[i].format, NULL, 981173106, 789012300, 1000000000 + WHEN_RECENT);
		CHECK(str_eqc(got, rows[i].want), "%s: '%.*s'", rows[i].format, STR_ARG(got));
	}
	buf_fini(&b);
}

/* A date of more than 1000 bytes is shown by its seconds. */
TEST(when_too_long)
{
	struct buf b = { 0 }, format = { 0 };
	buf_fill(&format, 'x', 1000);
	CHECK(shown(&b, buf_cstr(&format), NULL, 5, 0, 1000000000).n == 1000, "%zu", b.n);
	buf_char(&format, 'x');
	CHECK_STR(shown(&b, buf_cstr(&format), NULL, 5, 0, 1000000000), STR("5"));
	buf_fini(&format);
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
