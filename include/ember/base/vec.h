/* vec: growing arrays of any type on the heap, as three fields: pointer, count, capacity. */
#ifndef EMBER_BASE_VEC_H
#define EMBER_BASE_VEC_H

#include <stddef.h>
#include <stdlib.h>

#include "ember/base/def.h"

/* Declares the fields: VEC(struct token) toks; then toks.p[i], toks.n. All-zero is empty. */
#define VEC(type)         \
	struct {          \
		type *p;  \
		size_t n; \
		size_t cap; \
	}

/* Make room for one more element and return its index: VEC_PUSH(&v) = value. */
#define VEC_PUSH(v) \
	(*((v)->n < (v)->cap ? (void)0 : vec_grow((void **)&(v)->p, &(v)->cap, sizeof(*(v)->p), 1), \
		(v)->p + (v)->n++))

/* Make room for `more` elements beyond n. */
#define VEC_RESERVE(v, more)                                      \
	((v)->cap - (v)->n >= (size_t)(more)                      \
			? (void)0                                 \
			: vec_grow((void **)&(v)->p, &(v)->cap, sizeof(*(v)->p), (more)))

#define VEC_FREE(v) (free((v)->p), (v)->p = NULL, (v)->n = (v)->cap = 0)

/* Grow *p to hold at least *cap + more elements of `size` bytes. No memory ends the run. */
void vec_grow(void **p, size_t *cap, size_t size, size_t more);

#endif
