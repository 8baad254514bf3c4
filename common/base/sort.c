#include "ember/base/sort.h"

#include <stdlib.h>
#include <string.h>

#include "ember/base/mem.h"
#include "ember/base/size.h"

#define SORT_RUN 8 /* runs of this length are sorted by insertion first */

static void sort_insertion(char *base, size_t n, size_t size, char *tmp, sort_cmp *cmp, void *ctx)
{
	for (size_t i = 1; i < n; i++) {
		size_t j = i;
		while (j > 0 && cmp(base + (j - 1) * size, base + i * size, ctx) > 0)
			j--;
		if (j == i)
			continue;
		memcpy(tmp, base + i * size, size);
		memmove(base + (j + 1) * size, base + j * size, (i - j) * size);
		memcpy(base + j * size, tmp, size);
	}
}

/* Merge the sorted neighbours a[0, na) and a[na, na + nb) into to. */
static void sort_merge(char *to, const char *a, size_t na, size_t nb, size_t size, sort_cmp *cmp,
	void *ctx)
{
	const char *b = a + na * size, *a_end = b, *b_end = b + nb * size;
	while (a < a_end && b < b_end) {
		const char **from = cmp(a, b, ctx) <= 0 ? &a : &b;
		memcpy(to, *from, size);
		*from += size;
		to += size;
	}
	memcpy(to, a, (size_t)(a_end - a));
	memcpy(to + (a_end - a), b, (size_t)(b_end - b));
}

void sort_stable(void *base, size_t n, size_t size, sort_cmp *cmp, void *ctx)
{
	if (n < 2)
		return;
	char *from = base, *to = mem_alloc(size_mul(n, size));
	char *spare = to;
	for (size_t i = 0; i < n; i += SORT_RUN)
		sort_insertion(from + i * size, n - i < SORT_RUN ? n - i : SORT_RUN, size, to, cmp, ctx);
	for (size_t run = SORT_RUN; run < n; run *= 2) {
		for (size_t i = 0; i < n; i += run * 2) {
			size_t na = n - i < run ? n - i : run;
			size_t nb = n - i - na < run ? n - i - na : run;
			sort_merge(to + i * size, from + i * size, na, nb, size, cmp, ctx);
		}
		char *swap = from;
		from = to;
		to = swap;
	}
	if (from != base)
		memcpy(base, from, n * size);
	free(spare);
}
