#include <string.h>

#include "ember/list/grid.h"
#include "lib/test.h"

/* The widest line of a grid as drawn, trailing gap left out. */
static size_t widest(const struct grid *g, const int32_t *cells, size_t n, bool across)
{
	size_t most = 0;
	for (size_t row = 0; row < g->rows; row++) {
		size_t pos = 0, end = 0;
		for (size_t col = 0; col < g->cols; col++) {
			size_t i = across ? row * g->cols + col : col * g->rows + row;
			if (i >= n)
				break;
			end = pos + (size_t)cells[i];
			pos += g->widths[col];
		}
		most = end > most ? end : most;
	}
	return most;
}

TEST(grid_fits_the_line)
{
	int32_t cells[60];
	struct grid g = { 0 };
	uint32_t seed = 7;
	for (int round = 0; round < 400; round++) {
		size_t n = 1 + (size_t)round % COUNTOF(cells), width = 1 + (size_t)round % 97;
		for (size_t i = 0; i < n; i++) {
			seed = seed * 1664525u + 1013904223u;
			cells[i] = (int32_t)(1 + (seed >> 24) % 20);
		}
		for (int across = 0; across < 2; across++) {
			grid_fit(&g, cells, n, width, across);
			CHECK(g.cols >= 1 && g.cols * g.rows >= n, "round %d", round);
			size_t got = widest(&g, cells, n, across);
			bool least = g.cols * GRID_MIN >= width; /* no column grew */
			CHECK(g.cols == 1 || got < width || (least && got < width + GRID_MIN),
				"round %d: %zu columns, %zu of %zu", round, g.cols, got, width);
		}
	}
	grid_fini(&g);
}

TEST(grid_known_shapes)
{
	static const int32_t four[] = { 4, 4, 4, 4 };
	struct grid g = { 0 };
	grid_fit(&g, four, 4, 10, false);
	CHECK(g.cols == 1, "10 cells do not hold two names of 4: %zu", g.cols);
	grid_fit(&g, four, 4, 11, false);
	CHECK(g.cols == 2 && g.rows == 2, "%zu x %zu", g.cols, g.rows);
	grid_fit(&g, four, 4, 0, true);
	CHECK(g.cols == 4 && g.rows == 1, "endless: %zu", g.cols);
	grid_fit(&g, four, 4, 1, true);
	CHECK(g.cols == 1 && g.rows == 4, "narrow: %zu", g.cols);
	static const int32_t two[] = { 1, 1 };
	grid_fit(&g, two, 2, 4, true);
	CHECK(g.cols == 2, "two names of 1 fill 4 cells: %zu", g.cols);
	grid_fit(&g, two, 2, 3, true);
	CHECK(g.cols == 1, "but not 3: %zu", g.cols);
	grid_fini(&g);
}
