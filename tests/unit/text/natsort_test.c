#include "ember/text/natsort.h"
#include "lib/test.h"

/* Each list is in order; every pair must agree with its places. */
static void ordered(
	const char *what, int (*compare)(struct str, struct str), const char *const *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		for (size_t j = 0; j < n; j++) {
			int got = compare(str_from(p[i]), str_from(p[j]));
			bool right = i == j ? got == 0 : i < j ? got < 0 : got > 0;
			CHECK(right, "%s: '%s' and '%s' give %d", what, p[i], p[j], got);
		}
	}
}

TEST(natsort_version_order)
{
	static const char *const names[] = { "", ".", "..", ".a", ".a1", ".a2", "1", "2", "10", "a",
		"a~", "a1", "a1.2", "a1.10", "a2", "a10", "b.tar.gz", "b-1.tar.gz" };
	ordered("version", natsort_version, names, 9);
	CHECK(natsort_version(STR("a2"), STR("a10")) < 0, "numbers");
	CHECK(natsort_version(STR("a1.tar.gz"), STR("a1.1.tar.gz")) < 0, "suffix");
	CHECK(natsort_version(STR("a~"), STR("a")) < 0, "tilde before the end");
	CHECK(natsort_version(STR("a1"), STR("a01")) == 0, "zeros do not count");
	CHECK(natsort_version(STR("99999999999999999999999"), STR("100000000000000000000000")) < 0,
		"no overflow");
}

TEST(natsort_natural_order)
{
	static const char *const names[] = { "", "a", "A1", "a2", "A10", "a10b", "b" };
	ordered("natural", natsort_natural, names, COUNTOF(names));
	CHECK(natsort_natural(STR("A"), STR("a")) < 0, "ties by bytes");
}
