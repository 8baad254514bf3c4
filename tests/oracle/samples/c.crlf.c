/* A ring of events: what a C grammar has to get right. */
#define _GNU_SOURCE 1
#include <stdint.h>
#include "ring.h"

#ifndef RING_CAP
#  define RING_CAP (1u << 6) /* entries */
#endif
#define MIN(a, b) \
	((a) < (b) ? (a) : (b))
#define NAME(x) #x "-" __FILE__
#if defined(__GNUC__) && __GNUC__ >= 12 || !RING_CAP
#pragma GCC diagnostic push
#error "unreachable \
	on purpose"
#elif 0
this is 'skipped text
#else
_Static_assert(sizeof(int) == 4, "int");
#endif
