/* def: what every unit may need: attributes, array length, banned functions. */
#ifndef EMBER_BASE_DEF_H
#define EMBER_BASE_DEF_H

#include <stddef.h>

#define EMBER_NODISCARD __attribute__((warn_unused_result))
#define EMBER_PRINTF(n, m) __attribute__((format(printf, n, m)))
#define EMBER_COLD __attribute__((cold))
#define EMBER_APART __attribute__((noinline)) /* the slow path of what stands around it: not in its registers' way */
#define EMBER_NORETURN __attribute__((noreturn))
#define EMBER_UNUSED __attribute__((unused))
#define EMBER_FALLTHROUGH __attribute__((fallthrough))
/* A local that the compiler is not to fill with zeros: large, on a hot path, and written before it is read. */
#if defined(__has_attribute)
#if __has_attribute(uninitialized)
#define EMBER_UNFILLED __attribute__((uninitialized))
#endif
#endif
#ifndef EMBER_UNFILLED
#define EMBER_UNFILLED
#endif
#define EMBER_LIKELY(x) __builtin_expect(!!(x), 1)
#define EMBER_UNLIKELY(x) __builtin_expect(!!(x), 0)

/* Number of elements of an array (not of a pointer). */
#define COUNTOF(a) (sizeof(a) / sizeof(0 [a]))

#endif
