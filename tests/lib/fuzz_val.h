/* fuzz_val: what each reader of a source format promises of its tree, held against any bytes. */
#ifndef EMBER_TESTS_LIB_FUZZ_VAL_H
#define EMBER_TESTS_LIB_FUZZ_VAL_H

#include <stdint.h>

#include "ember/base/panic.h"
#include "ember/compile/val.h"

enum { FUZZ_VAL_SIZE_MAX = 4096 };

typedef int fuzz_val_reader(struct val *v, struct arena *a, struct str text, struct err *e);

/* Walks by recursion: the readers promise the depth. */
static unsigned fuzz_val_depth(const struct val *v)
{
	unsigned max = 0, d;
	bool object = v->kind == VAL_OBJECT;
	for (size_t i = 0; object && i < v->n_members; i++) {
		REQUIRE(val_get(v, v->members[i].key));
		if ((d = fuzz_val_depth(&v->members[i].val)) > max)
			max = d;
	}
	for (size_t i = 0; v->kind == VAL_ARRAY && i < v->n_items; i++)
		if ((d = fuzz_val_depth(&v->items[i])) > max)
			max = d;
	return max + (object || v->kind == VAL_ARRAY);
}

/* The text is refused with a reason, or read into a tree that keeps to the cap of its depth. */
static void fuzz_val(fuzz_val_reader *read, const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct val v;
	struct err e = { 0 };
	if (size > FUZZ_VAL_SIZE_MAX)
		return;
	if (read(&v, &a, (struct str){ (const char *)data, size }, &e) == 0)
		REQUIRE(fuzz_val_depth(&v) <= VAL_DEPTH_MAX);
	else
		REQUIRE(e.what);
	arena_fini(&a);
}

#endif
