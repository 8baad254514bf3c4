/* size: arithmetic on sizes that ends the run (or says so) instead of wrapping. */
#ifndef EMBER_BASE_SIZE_H
#define EMBER_BASE_SIZE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/panic.h"

/* True and *out set when the result fits; for sizes that foreign data decides. */
static inline bool size_mul_fits(size_t a, size_t b, size_t *out)
{
	return !__builtin_mul_overflow(a, b, out);
}
static inline bool size_add_fits(size_t a, size_t b, size_t *out)
{
	return !__builtin_add_overflow(a, b, out);
}

/* For sizes of our own: overflow is out of memory. */
static inline size_t size_mul(size_t a, size_t b)
{
	size_t r;
	if (__builtin_mul_overflow(a, b, &r))
		panic_memory();
	return r;
}
static inline size_t size_add(size_t a, size_t b)
{
	size_t r;
	if (__builtin_add_overflow(a, b, &r))
		panic_memory();
	return r;
}

/* Lengths and indices kept in 32 bits; a larger value is a bug of the caller. */
static inline uint32_t u32(size_t n)
{
	REQUIRE(n <= UINT32_MAX);
	return (uint32_t)n;
}

#endif
