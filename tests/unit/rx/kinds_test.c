#include "ember/rx/kinds.h"

#include "lib/test.h"

static bool same_sets(const struct kinds_behind *b, unsigned one, unsigned other)
{
	for (unsigned i = 0; i < b->n; i++)
		if (cols_has(b->set[i], one) != cols_has(b->set[i], other))
			return false;
	return true;
}

static void check_kinds(const struct kinds_behind *b)
{
	struct kinds k;
	CHECK(kinds_sort(&k, b), "%u sets", b->n);
	for (unsigned one = 0; one < COLS_N; one++) {
		CHECK(k.of[one] < k.n, "column %u", one);
		CHECK(same_sets(b, one, k.sample[k.of[one]]), "the sample of column %u", one);
		for (unsigned other = 0; other < COLS_N; other++)
			CHECK((k.of[one] == k.of[other]) == same_sets(b, one, other), "%u and %u", one, other);
	}
}

TEST(columns_of_the_same_sets_are_of_one_kind)
{
	struct kinds_behind b = { .n = 0 };
	check_kinds(&b);
	for (unsigned i = 0; i < 40; i++) { /* overlapping stretches, over the border of the two words */
		struct cols c = COLS_NONE;
		for (unsigned at = i; at < i + 70 && at < COLS_N; at += 1 + i % 3)
			cols_add(&c, at);
		kinds_add(&b, c);
		if (i < 8)
			check_kinds(&b);
	}
}

TEST(a_set_counts_once)
{
	struct kinds_behind b = { .n = 0 };
	for (unsigned i = 0; i < 100; i++)
		kinds_add(&b, cols_one(COLS_LF));
	CHECK(b.n == 1 && !b.more, "%u", b.n);
	kinds_add(&b, COLS_NONE);
	kinds_add(&b, COLS_ALL);
	check_kinds(&b);
}

TEST(too_many_cannot_be_told_apart)
{
	struct kinds_behind b = { .n = 0 };
	struct kinds k;
	for (unsigned i = 0; i < KINDS_MAX - 1; i++)
		kinds_add(&b, cols_one(i));
	check_kinds(&b);
	kinds_add(&b, cols_one(KINDS_MAX)); /* one kind more than there may be */
	CHECK(!kinds_sort(&k, &b), "%u sets", b.n);
	kinds_add(&b, cols_one(KINDS_MAX + 1));
	CHECK(b.more, "%u sets", b.n);
	CHECK(!kinds_sort(&k, &b), "%u sets", b.n);
}

TEST(equal_sets_are_sorted_once)
{
	struct kinds_memo memo = { .known = { 0 } };
	struct arena a = { 0 };
	struct kinds_behind none = { .n = 0 }, lf = none, more = none;
	kinds_add(&lf, cols_one(COLS_LF));
	for (unsigned i = 0; i < KINDS_MAX + 1; i++)
		kinds_add(&more, cols_one(i));
	const struct kinds *k = kinds_find(&memo, &a, &lf, COLS_N);
	CHECK(k->n == 2 && k->of[COLS_LF] != k->of[COLS_TAB], "%u", k->n);
	CHECK(kinds_find(&memo, &a, &none, COLS_N)->n == 1, "nothing is told apart");
	CHECK(kinds_find(&memo, &a, &lf, COLS_N) == k, "sorted again");
	k = kinds_find(&memo, &a, &more, COLS_N);
	CHECK(k->n == 1 && k->sample[0] == COLS_N, "too many");
	CHECK(kinds_find(&memo, &a, &none, COLS_N)->sample[0] != COLS_N, "what does not fit is not known");
	VEC_FREE(&memo.known);
	arena_fini(&a);
}
