#include <errno.h>
#include <string.h>

#include "ember/text/human.h"
#include "lib/test.h"

static struct str shown(char *p, uint64_t n, uint64_t from, const char *size)
{
	struct human h = HUMAN_BYTES;
	CHECK(human_parse(&h, str_from(size)) == 0, "size '%s'", size);
	return (struct str){ p, human_put(p, n, from, &h) };
}

TEST(human_rounds_up)
{
	static const struct {
		uint64_t n;
		const char *size, *want;
	} rows[] = {
		{ 0, "human-readable", "0" },
		{ 1023, "human-readable", "1023" },
		{ 1024, "human-readable", "1.0K" },
		{ 1025, "human-readable", "1.1K" },
		{ 10138, "human-readable", "10K" },
		{ 10240, "human-readable", "10K" },
		{ 10241, "human-readable", "11K" },
		{ 1047553, "human-readable", "1.0M" },
		{ 1000, "si", "1.0k" },
		{ 999999, "si", "1.0M" },
		{ UINT64_MAX, "human-readable", "16E" },
		{ UINT64_MAX, "1", "18446744073709551615" },
		{ 1, "K", "1K" },
		{ 2049, "KiB", "3KiB" },
		{ 2049, "KB", "3kB" },
		{ 1, "1K", "1" },
		{ 1025, "0x400", "2" },
	};
	char p[HUMAN_MAX];
	for (size_t i = 0; i < COUNTOF(rows); i++)
		CHECK_STR(shown(p, rows[i].n, 1, rows[i].size), str_from(rows[i].want));
	CHECK_STR(shown(p, UINT64_MAX, 512, "1"), STR("9444732965739290426880"));
}

TEST(human_rounds_to_the_nearest)
{
	static const struct {
		uint64_t n;
		const char *want;
	} rows[] = { { 1023, "1023" }, { 1024, "1.0K" }, { 1075, "1.0K" }, { 1076, "1.1K" }, { 3000, "2.9K" },
		{ 10137, "9.9K" }, { 10189, "10K" }, { 10751, "10K" }, { 10752, "11K" }, { 1048063, "1023K" },
		{ 1048064, "1.0M" }, { UINT64_MAX, "16E" } };
	char p[HUMAN_MAX];
	struct human h = { .unit = 1, .scale = true, .suffix = true, .nearest = true };
	for (size_t i = 0; i < COUNTOF(rows); i++)
		CHECK_STR(((struct str){ p, human_put(p, rows[i].n, 1, &h) }), str_from(rows[i].want));
}

TEST(human_refuses)
{
	static const struct {
		const char *size;
		int want;
	} rows[] = { { "", EINVAL }, { "0", EINVAL }, { "x", EINVAL }, { "-1", EINVAL },
		{ "1x", EINVAL }, { "1Ki", EINVAL }, { "99999999999999999999", ERANGE },
		{ "1Y", ERANGE }, { "99E", ERANGE } };
	struct human h;
	for (size_t i = 0; i < COUNTOF(rows); i++)
		CHECK(human_parse(&h, str_from(rows[i].size)) == rows[i].want, "'%s'",
			rows[i].size);
}

/* What had been read of a wrong one, which counts where GNU looks over that. */
TEST(human_keeps_what_was_read)
{
	static const struct {
		const char *size;
		uint64_t want;
	} rows[] = { { "", 0 }, { "x", 0 }, { "R", 0 }, { " K", 0 }, { "0", 0 }, { "1x", 1 }, { "2w", 2 }, { "1Ki", 1024 },
		{ "KK", 1024 }, { "1KBx", 1000 }, { "99999999999999999999", UINT64_MAX }, { "1Y", UINT64_MAX } };
	struct human h;
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		CHECK(human_parse(&h, str_from(rows[i].size)) != 0, "'%s'", rows[i].size);
		CHECK(h.unit == rows[i].want, "'%s': %llu", rows[i].size, (unsigned long long)h.unit);
	}
	CHECK(human_parse(&h, STR(" 7")) == 0 && h.unit == 7, "a blank before it");
	CHECK(human_parse(&h, STR("+7K")) == 0 && h.unit == 7168, "a plus sign");
}
