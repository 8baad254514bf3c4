#include <stdlib.h>
#include <time.h>

#include "ember/expr/primary.h"
#include "lib/test.h"

/* Wednesday 2024-03-06 12:34:56.5 UTC */
#define NOW ((find_ns)1709728496 * FIND_NS + 500000000)

TEST(date_reads_forms)
{
	static const struct { const char *text; bool ok; long long sec; } rows[] = {
		{ "@0", true, 0 }, { "@-5", true, -5 }, { "@12 x", false, 0 }, { "2024-03-05", true, 1709596800 },
		{ "2024-03-05 07:08:09", true, 1709622489 }, { "2024-03-05T07:08:09Z", true, 1709622489 },
		{ "2024-03-05T07:08:09+02:00", true, 1709615289 }, { "20240305", true, 1709596800 },
		{ "5 Mar 2024", true, 1709596800 }, { "March 5, 2024 10:00", true, 1709632800 },
		{ "3/5/2024", true, 1709596800 }, { "3/5", true, 1709596800 }, { "now", true, 1709728496 },
		{ "yesterday", true, 1709642096 }, { "2 days ago", true, 1709555696 }, { "-1 hour", true, 1709724896 },
		{ "last week", true, 1709123696 }, { "next month", true, 1712406896 }, { "", true, 1709683200 },
		{ "10:30", true, 1709721000 }, { "10:30 pm", true, 1709764200 }, { "12am", true, 1709683200 },
		{ "monday", true, 1710115200 }, { "last friday", true, 1709251200 }, { "wednesday", true, 1709683200 },
		{ "2024-02-29", true, 1709164800 }, { "2023-02-29", false, 0 }, { "2024-13-01", false, 0 },
		{ "24:00", false, 0 }, { "10:60", false, 0 }, { "13pm", false, 0 }, { "nonsense", false, 0 },
		{ "5", true, 1709701200 }, { "2024-03-05 2024-03-06", false, 0 },
		{ "99999999999999999999 days", false, 0 }, { "1 fortnight ago", true, 1708518896 },
	};
	setenv("TZ", "UTC0", 1);
	tzset();
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		find_ns got = 0;
		bool ok = find_date(&got, rows[i].text, NOW);
		CHECK(ok == rows[i].ok, "row %zu '%s': %d", i, rows[i].text, ok);
		CHECK(!ok || got / FIND_NS == rows[i].sec, "row %zu '%s': %lld", i, rows[i].text, (long long)(got / FIND_NS));
	}
}

TEST(date_keeps_fractions)
{
	find_ns got = 0;
	CHECK(find_date(&got, "@1.25", NOW) && got == FIND_NS + 250000000, "of seconds");
	CHECK(find_date(&got, "1970-01-01 00:00:02.000000001Z", NOW) && got == 2 * FIND_NS + 1, "of a time");
	CHECK(find_date(&got, "1 second ago", NOW) && got == NOW - FIND_NS, "of now");
	CHECK(find_date(&got, "yesterday 00:00", NOW) && got % FIND_NS == 0, "none with a time of day");
}

/* Each answer is that of `date -d` in UTC. */
TEST(date_refuses_what_no_number_holds)
{
	static const struct { const char *text; bool ok; } rows[] = {
		{ "133-399999999092108732", false }, { "133-2400", false }, { "1:00 -25:00", false },
		{ "UTC+24:00", true }, { "UTC+24:01", false }, { "UTC+153722867280912931", false },
		{ "UTC-9223372036854775808", false }, { "1:00 -9223372036854775808:00", false },
		{ "9223372036854775807 sec", false }, { "-9223372036854775808 sec ago", false },
		{ "2024-01-01 9223372036854775807 sec", false }, { "-9223372036854775808.5 sec", false },
		{ "@-9223372036854775808.5", false }, { "@-9223372036854775808", true },
		{ "@9223372036854775807.99", true }, { "9223372036854775807 monday", false },
		{ "1317624576693539401 monday", false }, { "2147485547-01-01", true },
		{ "2147485548-01-01", false }, { "@1 2147483647 years", false },
		{ "2147483647 years", false }, { "9223372036854775807 fortnights", false },
		{ "2024-9223372036854775807-9223372036854775807", false },
		{ "9223372036854775807/9223372036854775807/9223372036854775807", false },
		{ "9223372036854775807:9223372036854775807:9223372036854775807", false },
	};
	setenv("TZ", "UTC0", 1);
	tzset();
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		find_ns got = 0;
		bool ok = find_date(&got, rows[i].text, NOW);
		CHECK(ok == rows[i].ok, "row %zu '%s': %d", i, rows[i].text, ok);
	}
}
