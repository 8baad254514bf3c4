/* plist: an XML property list is read or refused; what is read is a tree within the caps. */
#include <stdint.h>

#include "ember/base/panic.h"
#include "ember/compile/val.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Walks by recursion: the readers promise the depth. */
static unsigned depth(const struct val *v)
{
	unsigned max = 0, d;
	bool object = v->kind == VAL_OBJECT;
	for (size_t i = 0; object && i < v->n_members; i++) {
		REQUIRE(val_get(v, v->members[i].key));
		if ((d = depth(&v->members[i].val)) > max)
			max = d;
	}
	for (size_t i = 0; v->kind == VAL_ARRAY && i < v->n_items; i++)
		if ((d = depth(&v->items[i])) > max)
			max = d;
	return max + (object || v->kind == VAL_ARRAY);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct val v;
	struct err e = { 0 };
	if (size > 4096)
		return 0;
	if (plist_read(&v, &a, (struct str){ (const char *)data, size }, &e) == 0)
		REQUIRE(depth(&v) <= VAL_DEPTH_MAX);
	else
		REQUIRE(e.what);
	arena_fini(&a);
	return 0;
}
