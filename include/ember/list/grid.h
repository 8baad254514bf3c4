/* grid: how many columns fit, and how wide each is. Numbers in, numbers out. */
#ifndef EMBER_LIST_GRID_H
#define EMBER_LIST_GRID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define GRID_MIN 3 /* cells a column takes at least, its gap included */
#define GRID_GAP 2

struct grid {
	size_t cols, rows;
	size_t *widths; /* cols of them, gap included; heap */
	size_t cap;
};

/*
 * The most columns in which n cells of the given widths (in cells) make lines shorter than `width`
 * (0 = no limit). A cell of -1 counts as GNU ls 9.10 counts it: its sums wrap round. `across` fills rows first, else columns first. n >= 1.
 * Memory: g->widths is kept between calls and freed by grid_fini. All-zero is a fresh grid.
 */
void grid_fit(struct grid *g, const int32_t *cells, size_t n, size_t width, bool across);
void grid_fini(struct grid *g);

#endif
