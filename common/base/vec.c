#include "ember/base/vec.h"

#include "ember/base/mem.h"
#include "ember/base/size.h"

void vec_grow(void **p, size_t *cap, size_t size, size_t more)
{
	size_t want = size_add(*cap, more);
	if (want < 8)
		want = 8;
	if (want < *cap * 2)
		want = *cap * 2;
	*p = mem_resize(*p, size_mul(want, size));
	*cap = want;
}
