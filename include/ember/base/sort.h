/* sort: stable sorting of any array, with a context for the comparison. */
#ifndef EMBER_BASE_SORT_H
#define EMBER_BASE_SORT_H

#include <stddef.h>

typedef int sort_cmp(const void *a, const void *b, void *ctx);

/*
 * Stable merge sort of n elements of `size` bytes. cmp must be a strict weak order.
 * Uses n * size bytes of heap meanwhile; no memory ends the run.
 */
void sort_stable(void *base, size_t n, size_t size, sort_cmp *cmp, void *ctx);

#endif
