#include "ember/list/grid.h"

#include <stdlib.h>
#include <string.h>

#include "ember/base/vec.h"

static size_t grid_rows(size_t n, size_t cols)
{
	return n / cols + (n % cols != 0);
}

/* Widths of `cols` columns into g; false as soon as the line is too long. */
static bool grid_try(
	struct grid *g, const int32_t *cells, size_t n, size_t cols, size_t width, bool across)
{
	size_t rows = grid_rows(n, cols), line = cols * GRID_MIN;
	/* As in GNU ls, columns that never grow past their least width may fill the line to the brim. */
	for (size_t c = 0; c < cols; c++)
		g->widths[c] = GRID_MIN;
	for (size_t i = 0; i < n; i++) {
		size_t c = across ? i % cols : i / rows;
		size_t need = (size_t)(ptrdiff_t)cells[i] + (c + 1 == cols ? 0 : (size_t)GRID_GAP);
		if (need > g->widths[c]) {
			line += need - g->widths[c];
			g->widths[c] = need;
			if (width && line >= width)
				return false;
		}
	}
	g->cols = cols;
	g->rows = rows;
	return true;
}

void grid_fit(struct grid *g, const int32_t *cells, size_t n, size_t width, bool across)
{
	size_t most = width ? width / GRID_MIN + (width % GRID_MIN != 0) : n;
	if (most > n)
		most = n;
	if (most < 1)
		most = 1;
	if (g->cap < most)
		vec_grow((void **)&g->widths, &g->cap, sizeof(*g->widths), most - g->cap);
	for (size_t cols = most; cols > 1; cols--)
		if (grid_try(g, cells, n, cols, width, across))
			return;
	g->cols = 1;
	g->rows = n;
	g->widths[0] = 0;
}

void grid_fini(struct grid *g)
{
	free(g->widths);
	*g = (struct grid){ .cols = 0 };
}
