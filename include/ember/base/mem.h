/*
 * mem: memory of the C library for what outlives an arena or is given back by itself. None left ends the
 * run (panic_memory), so what comes back is never NULL. The caller owns it, for free(). Threads: any.
 */
#ifndef EMBER_BASE_MEM_H
#define EMBER_BASE_MEM_H

#include <stddef.h>
#include <stdlib.h>

#include "ember/base/panic.h"

/* `bytes` at least 1 here and below: malloc(0) may be NULL. What is in them is not told. */
static inline void *mem_alloc(size_t bytes)
{
	void *p = malloc(bytes);
	if (!p)
		panic_memory();
	return p;
}

/* `n` things of `size` bytes, all zero. */
static inline void *mem_zero(size_t n, size_t size)
{
	void *p = calloc(n, size);
	if (!p)
		panic_memory();
	return p;
}

/* As realloc(3): `p` is NULL or goes over into what comes back. */
static inline void *mem_resize(void *p, size_t bytes)
{
	p = realloc(p, bytes);
	if (!p)
		panic_memory();
	return p;
}

#endif
