#include "ember/view/changes.h"

#include "lib/test.h"

TEST(changes_become_ranges_with_context)
{
	static const struct git_range ranges[] = { { 1, 1, GIT_REMOVED_ABOVE }, { 5, 6, GIT_MODIFIED }, { 20, 20, GIT_ADDED } };
	const struct git_changes c = { ranges, COUNTOF(ranges) };
	struct range_set s = { 0 };
	changes_ranges(&s, &c, 2);
	for (unsigned line = 1; line < 30; line++) {
		bool want = line <= 8 || (line >= 18 && line <= 22);
		CHECK(range_has(&s, line, UINT64_MAX) == want, "line %u", line);
	}
	range_fini(&s);
	CHECK(changes_mark(&c, 1) == DECORATE_ABOVE && changes_mark(&c, 6) == DECORATE_MODIFIED &&
			changes_mark(&c, 20) == DECORATE_ADDED && changes_mark(&c, 7) == DECORATE_SAME,
		"marks");
}

TEST(changes_are_answered_in_their_time)
{
	struct changes_job *j = changes_ask("/no/such/file", NULL);
	struct git_changes c = { .n = 9 };
	CHECK(j != NULL, "a thread");
	CHECK(changes_answer(j, 10000, &c) && c.n == 0, "no such file: no change");
	CHECK(changes_answer(j, 0, &c), "the answer stays");
	changes_free(j);
	changes_free(NULL);
}
