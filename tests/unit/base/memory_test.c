#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "ember/base/arena.h"
#include "ember/base/buf.h"
#include "ember/base/idmap.h"
#include "ember/base/map.h"
#include "ember/base/number.h"
#include "ember/base/slots.h"
#include "ember/base/sort.h"
#include "ember/base/vec.h"
#include "lib/test.h"

TEST(arena_gives_aligned_zeroed_memory)
{
	struct arena a = { 0 };
	for (size_t i = 1; i < 2000; i += 7) {
		char *p = arena_zalloc(&a, i);
		CHECK((uintptr_t)p % 16 == 0, "size %zu aligned", i);
		for (size_t k = 0; k < i; k++)
			CHECK(p[k] == 0, "byte %zu of %zu", k, i);
		memset(p, 0xaa, i);
	}
	arena_fini(&a);
}

TEST(arena_packs_small_records)
{
	struct arena a = { 0 };
	char *text = arena_bytes(&a, 3);
	for (size_t align = 1; align <= 16; align *= 2) {
		char *p = arena_fit(&a, 24, align), *q = arena_fit(&a, 24, align);
		size_t apart = align == 16 ? 32 : 24;
		CHECK((uintptr_t)p % align == 0 && (size_t)(q - p) == apart, "align %zu: %td apart", align, q - p);
		for (size_t k = 0; k < 24; k++)
			CHECK(p[k] == 0 && q[k] == 0, "byte %zu", k);
		memset(p, 0xaa, 24);
	}
	CHECK(text != NULL, "the text before them");
	arena_fini(&a);
}

TEST(arena_rewind_gives_the_same_place_again)
{
	struct arena a = { 0 };
	memset(arena_alloc(&a, 100), 1, 100);
	struct arena_mark m = arena_mark(&a);
	char *first = arena_alloc(&a, 64);
	for (int i = 0; i < 1000; i++) {
		arena_rewind(&a, m);
		CHECK(arena_alloc(&a, 64) == first, "round %d", i);
		memset(arena_alloc(&a, 100000), 1, 100000); /* into a second block, kept as the spare one */
	}
	arena_fini(&a);
}

TEST(arena_rewind_to_empty)
{
	struct arena a = { 0 };
	struct arena_mark m = arena_mark(&a);
	for (int i = 0; i < 10; i++) {
		memset(arena_alloc(&a, 5000), 1, 5000);
		arena_rewind(&a, m);
	}
	CHECK_STR(arena_printf(&a, "%s-%d", "x", 42), STR("x-42"));
	arena_fini(&a);
}

TEST(buf_grows_and_prints)
{
	struct buf b = { 0 };
	for (unsigned i = 0; i < 300; i++)
		buf_uint(&b, i % 10);
	CHECK(b.n == 300, "%zu bytes", b.n);
	buf_clear(&b);
	buf_printf(&b, "%05d|", 42);
	buf_fill(&b, 'x', 3);
	CHECK_STR(buf_view(&b), STR("00042|xxx"));
	CHECK(strlen(buf_cstr(&b)) == 9, "NUL after the text");
	buf_fini(&b);
}

TEST(map_keeps_what_is_put)
{
	struct map m = { 0 };
	struct arena a = { 0 };
	for (uint64_t i = 0; i < 5000; i++)
		map_put(&m, arena_printf(&a, "key%zu", (size_t)i), i * 3);
	for (uint64_t i = 0; i < 5000; i++) {
		uint64_t v = 0;
		CHECK(map_get(&m, arena_printf(&a, "key%zu", (size_t)i), &v) && v == i * 3, "key %zu", (size_t)i);
	}
	CHECK(!map_get(&m, STR("key5000"), NULL), "absent key");
	map_put(&m, STR("key7"), 1);
	uint64_t v;
	CHECK(map_get(&m, STR("key7"), &v) && v == 1 && m.n == 5000, "replaced");
	map_fini(&m);
	arena_fini(&a);
}

TEST(idmap_keeps_what_is_put)
{
	struct idmap m = { 0 };
	CHECK(!idmap_get(&m, 0) && !idmap_get(&m, 7), "empty");
	for (uint32_t i = 0; i < 5000; i++)
		idmap_put(&m, i * 64, i + 1); /* keys that are alike in their low bits */
	for (uint32_t i = 0; i < 5000; i++) {
		CHECK(idmap_get(&m, i * 64) == i + 1, "key %u", i * 64);
		CHECK(!idmap_get(&m, i * 64 + 1), "absent key %u", i * 64 + 1);
	}
	idmap_put(&m, 64, 9);
	idmap_put(&m, UINT32_MAX, 10);
	CHECK(idmap_get(&m, 64) == 9 && idmap_get(&m, UINT32_MAX) == 10 && m.n == 5001, "replaced, largest key");
	CHECK(m.n * 2 <= m.cap, "%u of %u slots", m.n, m.cap);
	idmap_fini(&m);
	CHECK(!idmap_get(&m, 64), "empty again");
}

TEST(map_copy_keeps_a_key_whose_bytes_go)
{
	struct map m = { 0 };
	struct arena a = { 0 };
	char key[16];
	bool added;
	for (unsigned round = 0; round < 2; round++)
		for (unsigned i = 0; i < 1000; i++) {
			snprintf(key, sizeof(key), "key%u", i);
			uint64_t *at = map_copy(&m, &a, str_from(key), &added);
			CHECK(added == !round && *at == (round ? i + 1 : 0), "round %u, key %u", round, i);
			*at = i + 1;
		}
	CHECK(m.n == 1000, "%zu keys", m.n);
	map_fini(&m);
	arena_fini(&a);
}

/* Numbers that are held, from slot to list; all of one hash, so that each stands behind the others. */
static uint32_t *held_slot(const struct slots *s, const uint32_t *held, uint32_t number)
{
	uint32_t i = slots_first(s, UINT64_MAX);
	while (s->p[i] && held[s->p[i] - 1] != number)
		i = slots_next(s, i);
	return &s->p[i];
}

TEST(slots_find_what_is_held)
{
	struct slots s = { 0 };
	uint32_t held[300];
	for (uint32_t n = 0; n < COUNTOF(held); n++) {
		if (slots_room(&s, n, 4))
			for (uint32_t i = 0; i < n; i++)
				*held_slot(&s, held, held[i]) = i + 1;
		uint32_t *slot = held_slot(&s, held, n * 7);
		CHECK(!*slot && (n + 1) * 2 <= s.n, "%u of %u slots", n, s.n);
		held[n] = n * 7;
		*slot = n + 1;
	}
	for (uint32_t i = 0; i < COUNTOF(held); i++)
		CHECK(*held_slot(&s, held, held[i]) == i + 1, "number %u", i);
	slots_clear(&s);
	CHECK(!*held_slot(&s, held, 7) && s.n == 1024, "cleared: %u slots", s.n);
	slots_fini(&s);
}

struct pair {
	unsigned key, serial;
};

static int pair_cmp(const void *a, const void *b, void *ctx)
{
	const struct pair *x = a, *y = b;
	(*(size_t *)ctx)++;
	return x->key < y->key ? -1 : x->key > y->key;
}

TEST(sort_is_stable)
{
	VEC(struct pair) v = { 0 };
	unsigned seed = 1;
	for (size_t n = 0; n < 700; n += 13) {
		v.n = 0;
		for (unsigned i = 0; i < n; i++) {
			seed = seed * 1103515245u + 12345u;
			VEC_PUSH(&v) = (struct pair){ seed >> 16 & 15, i };
		}
		size_t calls = 0;
		sort_stable(v.p, v.n, sizeof(*v.p), pair_cmp, &calls);
		for (size_t i = 1; i < n; i++)
			CHECK(v.p[i - 1].key < v.p[i].key ||
					(v.p[i - 1].key == v.p[i].key && v.p[i - 1].serial < v.p[i].serial),
				"n %zu at %zu", n, i);
	}
	VEC_FREE(&v);
}

TEST(numbers_are_checked)
{
	uint64_t u;
	int64_t s;
	CHECK(number_u64(STR("18446744073709551615"), &u) && u == UINT64_MAX, "largest");
	CHECK(!number_u64(STR("18446744073709551616"), &u), "one too many");
	CHECK(!number_u64(STR(""), &u) && !number_u64(STR("1a"), &u) && !number_u64(STR("+1"), &u), "not numbers");
	CHECK(number_i64(STR("-9223372036854775808"), &s) && s == INT64_MIN, "smallest");
	CHECK(!number_i64(STR("9223372036854775808"), &s), "too large");
}
