/* human: sizes as people read them, and the block sizes they ask for. */
#ifndef EMBER_TEXT_HUMAN_H
#define EMBER_TEXT_HUMAN_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/base/str.h"

struct human {
	uint64_t unit;  /* bytes of one unit; not used with `scale` */
	bool scale;     /* choose the unit by the value: 1.5K, 23M */
	bool si;        /* powers of 1000 instead of 1024, for `scale` and the suffix */
	bool suffix;    /* show the unit's letter */
	bool b;         /* and a B (KiB, kB) after it */
	bool iec;       /* the letter alone has an i behind it (Ki) */
	bool group;     /* digits grouped as the locale asks */
	bool nearest;   /* with `scale`: to the nearest, not up */
};

#define HUMAN_MAX 64 /* bytes that human_put writes at most */

/* Unit of one byte, nothing else. */
#define HUMAN_BYTES ((struct human){ .unit = 1 })

/* Is a count of units of `from` bytes shown as it is, digit by digit? */
static inline bool human_plain(const struct human *h, uint64_t from)
{
	return h->unit == from && !h->scale && !h->suffix && !h->group;
}

/*
 * `n` units of `from` bytes as text into p (HUMAN_MAX bytes), rounded up unless `nearest`. Returns the length, no NUL.
 * Threads: any.
 */
unsigned human_put(char *p, uint64_t n, uint64_t from, const struct human *h);

/*
 * A SIZE as GNU takes it: "human-readable", "si", "1K", "K", "KiB", "MB", "'1", "4096" …
 * Returns 0, or an errno value: EINVAL not a size or zero, ERANGE too large. Then h->unit is what had been read, which
 * counts where GNU looks over a wrong size: 0 = nothing, UINT64_MAX = too large.
 */
int human_parse(struct human *h, struct str size);

#endif
