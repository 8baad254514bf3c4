/* cols_pool: sets of columns (or of bytes), each once, by number: what the patterns of a pack share. */
#ifndef EMBER_RX_COLS_POOL_H
#define EMBER_RX_COLS_POOL_H

#include <stdint.h>

#include "ember/base/slots.h"
#include "ember/base/vec.h"
#include "ember/rx/cols.h"

struct cols_pool {
	VEC(struct cols) sets;
	struct slots slots; /* index + 1 */
};

/* All-zero is an empty pool. Threads: one at a time. Errors: none (no memory ends the run). */
void cols_pool_fini(struct cols_pool *p);
/* The set's number, counted from 0. */
uint32_t cols_pool_put(struct cols_pool *p, struct cols c);

#endif
