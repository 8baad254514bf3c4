#include "ember/expr/fd.h"

#include <stdlib.h>
#include <time.h>

#include "ember/expr/fd_format.h"
#include "ember/expr/fd_print.h"
#include "lib/test.h"

TEST(sizes)
{
	static const struct {
		const char *text;
		bool ok;
		char sign;
		uint64_t bytes;
	} rows[] = {
		{ "10b", true, 0, 10 }, { "+1k", true, '+', 1000 }, { "-1Ki", true, '-', 1024 }, { "2MB", true, 0, 2000000 },
		{ "1mib", true, 0, 1 << 20 }, { "1g", true, 0, 1000000000 }, { "3TiB", true, 0, UINT64_C(3) << 40 },
		{ "10", false, 0, 0 }, { "k", false, 0, 0 }, { "", false, 0, 0 }, { "1x", false, 0, 0 }, { "1kk", false, 0, 0 },
		{ "1ib", false, 0, 0 }, { "1bb", false, 0, 0 }, { "1.5k", false, 0, 0 }, { "99999999999t", false, 0, 0 },
		{ "+ 1k", false, 0, 0 },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct fd_size s = { 0 };
		bool ok = fd_size(str_from(rows[i].text), &s);
		CHECK(ok == rows[i].ok, "%s", rows[i].text);
		CHECK(!ok || (s.sign == rows[i].sign && s.bytes == rows[i].bytes), "%s: %c %llu", rows[i].text, s.sign,
			(unsigned long long)s.bytes);
	}
}

/* 2024-03-31 12:00:00 UTC */
#define NOW INT64_C(1711886400)

TEST(times)
{
	static const struct {
		const char *text;
		bool ok;
		int64_t sec;
		uint32_t nsec;
	} rows[] = {
		{ "@0", true, 0, 0 }, { "@1577880000", true, 1577880000, 0 }, { "@-1", false, 0, 0 }, { "@x", false, 0, 0 },
		{ "@99999999999999999", false, 0, 0 },
		{ "2020-01-01", true, 1577836800, 0 }, { "2020-01-01 12:00", true, 1577880000, 0 },
		{ "2020-01-01T12:00:01.5", true, 1577880001, 500000000 }, { "2020-01-01T12:00:00Z", true, 1577880000, 0 },
		{ "2020-01-01T12:00:00+01:00", true, 1577876400, 0 }, { "2020-01-01T12:00:00-0130", true, 1577885400, 0 },
		{ "1960-01-01", true, -315619200, 0 }, { "2020-02-30", false, 0, 0 }, { "2020-13-01", false, 0, 0 },
		{ "20200101", true, 1577836800, 0 }, { "20200101 12", true, 1577880000, 0 }, { "2020-01-01T1200Z", true, 1577880000, 0 },
		{ "2020-01-01 120001,5+01", true, 1577876401, 500000000 }, { "2020-0101", false, 0, 0 }, { "202001-01", false, 0, 0 },
		{ "2020-01-01 12:0", false, 0, 0 }, { "2020-01-01 1200:00", false, 0, 0 }, { "2020-01-01 12:0000", false, 0, 0 },
		{ "2020-01-01T25:00", false, 0, 0 }, { "2020-01-01x", false, 0, 0 }, { "2023-02-29", false, 0, 0 },
		{ "1d", true, NOW - 86400, 0 }, { "1 day 2h", true, NOW - 93600, 0 }, { "1.5h", true, NOW - 5400, 0 },
		{ "01:30:00", true, NOW - 5400, 0 }, { "P1D", true, NOW - 86400, 0 }, { "PT90M", true, NOW - 5400, 0 },
		{ "1,5h", true, NOW - 5400, 0 }, { "1:29:60", true, NOW - 5400, 0 }, { "0:90:0", true, NOW - 5400, 0 },
		{ "01:29:59,5", true, NOW - 5400, 500000000 }, { "1,", false, 0, 0 }, { "1:30", false, 0, 0 },
		{ "2weeks", true, NOW - 14 * 86400, 0 }, { "10min", true, NOW - 600, 0 }, { "1w, 1d", true, NOW - 8 * 86400, 0 },
		{ "500ms", true, NOW - 1, 500000000 }, { "1us", true, NOW - 1, 999999000 }, { "1ns", true, NOW - 1, 999999999 },
		{ "1month", true, 1709208000, 0 }, /* 2024-02-29 12:00: the day is cut to the month's last */
		{ "1y", true, 1680264000, 0 }, { "3d ago", true, NOW + 3 * 86400, 0 },
		{ "1M", false, 0, 0 }, { "x", false, 0, 0 }, { "", false, 0, 0 }, { "1", false, 0, 0 }, { "1d x", false, 0, 0 },
		{ "P", false, 0, 0 }, { "ago", false, 0, 0 }, { "1.y", false, 0, 0 }, { "99999999999999999999d", false, 0, 0 },
	};
	setenv("TZ", "UTC0", 1);
	tzset();
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct stat_time t = { 0 };
		bool ok = fd_time(str_from(rows[i].text), (struct stat_time){ .sec = NOW }, &t);
		CHECK(ok == rows[i].ok, "%s", rows[i].text);
		CHECK(!ok || (t.sec == rows[i].sec && t.nsec == rows[i].nsec), "%s: %lld.%u", rows[i].text, (long long)t.sec,
			t.nsec);
	}
}

TEST(an_hour_that_comes_twice_is_the_later_one)
{
	struct stat_time t = { 0 };
	setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
	tzset();
	CHECK(fd_time(STR("2023-10-29 02:30:00"), (struct stat_time){ .sec = NOW }, &t), "refused");
	CHECK(t.sec == 1698543000, "%lld", (long long)t.sec); /* 01:30 UTC */
	setenv("TZ", "UTC0", 1);
	tzset();
}

TEST(owners)
{
	struct fd_owner o = { 0 };
	CHECK(fd_owner(STR("0:!12345"), &o) == FD_OWNER_OK && o.by_user && o.uid == 0 && !o.not_user && o.by_group &&
			o.not_group && o.gid == 12345, "0:!12345");
	CHECK(fd_owner(STR(":"), &o) == FD_OWNER_OK && !o.by_user && !o.by_group, ":");
	CHECK(fd_owner(STR(""), &o) == FD_OWNER_OK && !o.by_user, "empty");
	CHECK(fd_owner(STR("+0:!+7"), &o) == FD_OWNER_OK && o.uid == 0 && o.gid == 7, "+0:!+7");
	CHECK(fd_owner(STR("!"), &o) == FD_OWNER_USER && fd_owner(STR("0:!"), &o) == FD_OWNER_GROUP, "no name after !");
	CHECK(fd_owner(STR("a:b:c"), &o) == FD_OWNER_SYNTAX, "three parts");
	CHECK(fd_owner(STR("no such user"), &o) == FD_OWNER_USER, "user");
	CHECK(fd_owner(STR(":no such group"), &o) == FD_OWNER_GROUP, "group");
}

TEST(templates)
{
	static const struct {
		const char *format, *path, *separator, *want;
	} rows[] = {
		{ "{}", "a/b.c", "", "a/b.c" }, { "{/}", "a/b.c", "", "b.c" }, { "{//}", "a/b.c", "", "a" },
		{ "{.}", "a/b.c", "", "a/b" }, { "{/.}", "a/b.tar.gz", "", "b.tar" }, { "{//}", "a", "", "." },
		{ "{//}", "/a", "", "/" }, { "{/}", "/", "", "/" }, { "{.}", ".hid", "", ".hid" }, { "{.}", "a.d/x", "", "a.d/x" },
		{ "{/.}", "a/.hid.c", "", ".hid" }, { "{.}", "./a.c", "", "a" }, { "{.}", "./-a.c", "", "./-a" },
		{ "{{}}", "x", "", "{}" }, { "{x}", "y", "", "{x}" }, { "a{}b{/}c", "d/e", "", "ad/ebec" }, { "{", "x", "", "{" },
		{ "{}", "a/b/c", "::", "a::b::c" }, { "{}/x", "a/b", "+", "a+b/x" }, { "{/}", "dir/", "", "dir" }, { "", "x", "", "" },
	};
	struct arena a = { 0 };
	struct buf b = { 0 };
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct fd_format f;
		fd_format_parse(&f, &a, str_from(rows[i].format), false);
		buf_clear(&b);
		fd_format_put(&f, &b, NULL, str_from(rows[i].path), str_from(rows[i].separator));
		CHECK(str_eqc(buf_view(&b), rows[i].want), "%s of %s: '%.*s'", rows[i].format, rows[i].path,
			STR_ARG(buf_view(&b)));
	}
	buf_fini(&b);
	arena_fini(&a);
}

TEST(order_of_paths)
{
	static const char *const sorted[] = { "a", "a/b", "a/b/c", "a/c", "a-b", "a.b", "ab", "b", "\xc3\xa9" };
	for (size_t i = 0; i < COUNTOF(sorted); i++)
		for (size_t k = 0; k < COUNTOF(sorted); k++) {
			int got = fd_path_cmp(str_from(sorted[i]), str_from(sorted[k]));
			CHECK((got > 0) - (got < 0) == (i > k) - (i < k), "%s, %s: %d", sorted[i], sorted[k], got);
		}
}
