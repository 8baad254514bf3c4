/* rows: the items of one folder in one of the five formats. */
#ifndef EMBER_LIST_ROWS_H
#define EMBER_LIST_ROWS_H

#include "ember/list/column.h"
#include "ember/list/grid.h"
#include "ember/list/item.h"

struct rows {
	struct column *column;
	struct grid grid;
	int32_t *cells; /* heap, cap_cells of them */
	size_t cap_cells;
};

/* All-zero but for `column` is a fresh value. Threads: one at a time. */
void rows_init(struct rows *r, struct column *column);
void rows_fini(struct rows *r);

/*
 * Write the first `shown` items of `l` in its order; nothing when there are none. The others only count
 * for the widths of the columns, as folders among the arguments do.
 */
void rows_put(struct rows *r, const struct listing *l, size_t shown);

/* "… and N more", where conf wants it and N is not 0. */
void rows_more(struct column *c, size_t left);

#endif
