#include "ember/os/clock.h"

#include "lib/test.h"

TEST(monotonic_time_is_the_kernels_and_never_goes_back)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	int64_t before = (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
	int64_t ms = clock_monotonic_ms(), ns = clock_ns(CLOCK_MONOTONIC);
	CHECK(ms >= before / 1000000 && ns / 1000000 >= ms, "%lld ns, then %lld ms, then %lld ns",
		(long long)before, (long long)ms, (long long)ns);
	clock_gettime(CLOCK_MONOTONIC, &t);
	CHECK(ns <= (int64_t)t.tv_sec * 1000000000 + t.tv_nsec, "it is not ahead");
}

TEST(a_clock_is_the_one_that_was_asked_for)
{
	CHECK(clock_ns(CLOCK_REALTIME) > INT64_C(1600000000) * 1000000000, "the wall clock counts from 1970");
	int64_t used = clock_ns(CLOCK_PROCESS_CPUTIME_ID);
	CHECK(used > 0 && used < INT64_C(1000000000) * 60, "%lld ns of a test's own", (long long)used);
}
