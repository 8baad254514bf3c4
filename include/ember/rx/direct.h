/*
 * direct: a matcher of its own for most patterns, so that Oniguruma need not compile and run them. It
 * decides what it is sure of (ASCII text, and characters past ASCII where it is known which of them a
 * class holds) and says so when it is not; then Oniguruma is asked. Where it decides, it decides as that does.
 */
#ifndef EMBER_RX_DIRECT_H
#define EMBER_RX_DIRECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/buf.h"
#include "ember/base/str.h"
#include "ember/base/vec.h"
#include "ember/rx/chars.h"
#include "ember/rx/rx.h"

struct direct; /* a pattern's program, read-only */

/*
 * Make the program of a pattern: append its bytes (full words of four) and put its sets into the pool.
 * Returns: false when the pattern is not one of those; nothing is appended then.
 */
bool direct_write(struct buf *out, struct chars_pool *pool, struct str pattern);
/*
 * Read such bytes, aligned to four, which must outlive the program, as the sets must. NULL: they do not read as written.
 * `sound`: they do, which is known; only whether there are any is looked at. Ownership: the arena's.
 */
const struct direct *direct_read(struct arena *a, struct str bytes, const struct chars_table *sets, bool sound);

/* Both in one. NULL: the pattern is not one of those. Ownership: the caller's. */
struct direct *direct_new(struct str pattern);
void direct_free(struct direct *d); /* NULL is fine */
/* In a text whose only LF is at its end, the first place of a search is the only one where it may match. */
bool direct_fixed(const struct direct *d);

/* What one thread needs to run programs; all-zero to begin with. */
struct direct_entry {
	uint16_t kind, pc;
	uint32_t pos, more, call;
};
struct direct_call {
	uint32_t back, start, outer;
};
struct direct_run {
	VEC(struct direct_entry) stack;
	VEC(struct direct_call) calls;
	VEC(int) slots;
	VEC(uint64_t) saved; /* by slot, of a cut */
	uint64_t cuts;
	uint64_t work; /* instructions run so far, and what long loops passed over; whoever counts takes it back to 0 */
	uint64_t most; /* of `work`: no match goes on past it; 0 = there is no such bound */
};
void direct_run_fini(struct direct_run *r);

#define DIRECT_UNSURE -3 /* ask Oniguruma */

/* Is there a text that every match holds? */
bool direct_has_must(const struct direct *d);
/*
 * Where what every match holds stands next, at `from` or behind it; `from` when there is no such text.
 * STR_NONE: no match begins there or further on. For the caller to ask, once for many places.
 */
size_t direct_must(const struct direct *d, struct str text, size_t from);

/* As rx_match_at; m may not be NULL. Returns `at`, RX_NONE, RX_LIMIT or DIRECT_UNSURE. */
int direct_match_at(const struct direct *d, struct direct_run *r, struct str text, size_t at,
	unsigned options, struct rx_match *m);
/*
 * The leftmost match that begins at `from` or behind it; where a look-behind reaches back to \G it is not
 * to be asked. Ends at r->most. Returns as direct_match_at.
 */
int direct_search(const struct direct *d, struct direct_run *r, struct str text, size_t from,
	unsigned options, struct rx_match *m);

#endif
