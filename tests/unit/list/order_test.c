#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ember/list/more.h"
#include "ember/list/order.h"
#include "lib/test.h"

static const struct list_conf by_bytes = { .sort = LIST_BY_NAME, .collate = LIST_COLLATE_BYTES };

/* Whether the names ascend and each of the n is there; their numbers are kept in cols. */
static bool in_order(const struct listing *l, size_t n, bool reverse)
{
	char *seen = calloc(n, 1);
	bool ok = seen && l->n == n;
	for (size_t i = 0; ok && i < n; i++) {
		size_t number = (size_t)(uint16_t)l->v[i]->cols | (size_t)l->v[i]->type << 16;
		int order = i ? strcmp(l->v[i - 1]->name, l->v[i]->name) : 0;
		ok = number < n && !seen[number] && (i == 0 || (reverse ? order > 0 : order < 0));
		if (number < n)
			seen[number] = 1;
	}
	free(seen);
	return ok;
}

static void add(struct listing *l, const char *name)
{
	size_t number = l->n;
	struct item *it = listing_add(l, str_from(name));
	it->cols = (int16_t)(uint16_t)number;
	it->type = (uint8_t)(number >> 16);
}

/* More names than fit beside their keys, in every order that is hard for somebody. */
TEST(many_names_ascend)
{
	static const size_t counts[] = { 2, 17, 1000, 131072, 131073, 150000 };
	for (unsigned kind = 0; kind < 5; kind++) {
		for (size_t c = 0; c < COUNTOF(counts); c++) {
			struct listing l;
			size_t n = counts[c];
			listing_init(&l);
			for (size_t i = 0; i < n; i++) {
				char name[80];
				size_t mixed = i * 7919 % 150001;
				switch (kind) {
				case 0: snprintf(name, sizeof(name), "%zu", mixed); break;
				case 1: snprintf(name, sizeof(name), "a long beginning %06zu", i); break;
				case 2: snprintf(name, sizeof(name), "a long beginning %06zu", n - i); break;
				case 3: snprintf(name, sizeof(name), "%.*s\377%zu", (int)(mixed % 9), "xxxxxxxxx", mixed); break;
				default: snprintf(name, sizeof(name), "%05zx.%.*s", mixed, (int)(i % 3), "ab"); break;
				}
				add(&l, name);
			}
			struct list_conf conf = by_bytes;
			conf.reverse = kind == 4;
			order_items(&conf, &l);
			CHECK(in_order(&l, n, conf.reverse), "kind %u, %zu names", kind, n);
			listing_fini(&l);
		}
	}
}

/* Names that are each other's beginnings, deeper than the parting by bytes goes at once. */
TEST(beginnings_come_first)
{
	struct listing l;
	char name[256];
	listing_init(&l);
	memset(name, 'x', sizeof(name));
	name[255] = '\0';
	for (size_t i = 0; i < 255; i++)
		add(&l, name + i);
	for (size_t i = 0; i < 140000; i++) {
		snprintf(name + 240, 16, "%zu", i);
		add(&l, name);
	}
	order_items(&by_bytes, &l);
	CHECK(in_order(&l, 140255, false), "beginnings");
	listing_fini(&l);
}

/* An unknown birth time is older than 1970, for GNU ls, whether it is the time shown or not. */
TEST(unknown_births_are_oldest)
{
	for (unsigned shown = 0; shown < 2; shown++) {
		struct listing l;
		struct item_more more[2] = { { .has_born = false }, { .has_born = true } };
		struct item_facts facts[2] = { { .more = &more[0] }, { .more = &more[1] } };
		const struct list_conf conf = { .sort = LIST_BY_TIME, .sort_time = LIST_BORN,
			.time = shown ? LIST_BORN : LIST_MODIFIED };
		listing_init(&l);
		for (unsigned i = 0; i < 2; i++) {
			struct item *it = listing_add(&l, i ? STR("b") : STR("a"));
			it->facts = &facts[i];
			it->flags = (uint8_t)(ITEM_KNOWN | (shown && i == 0 ? 0 : ITEM_TIME_KNOWN));
		}
		order_items(&conf, &l);
		CHECK(strcmp(l.v[0]->name, "b") == 0, "shown %u", shown);
		listing_fini(&l);
	}
}
