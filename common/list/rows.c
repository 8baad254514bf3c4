#include "ember/list/rows.h"

#include <stdlib.h>

#include "ember/base/size.h"
#include "ember/base/vec.h"
#include "ember/list/long.h"

void rows_init(struct rows *r, struct column *column)
{
	*r = (struct rows){ .column = column };
}

void rows_fini(struct rows *r)
{
	grid_fini(&r->grid);
	free(r->cells);
	r->cells = NULL;
	r->cap_cells = 0;
}

/* A cell of the grid; `start` is where it begins in the line. */
static void rows_cell(struct column *c, const struct item *it, size_t start)
{
	column_start(c);
	column_frills(c, it);
	column_name(c, it, false, start);
	char mark = column_mark(c->conf, it);
	if (mark)
		out_char(c->out, mark);
}

/* Move from cell `from` to cell `to`, with tabs where they help. */
static void rows_indent(struct column *c, size_t from, size_t to)
{
	size_t tab = c->conf->tab;
	while (from < to) {
		if (tab && to / tab > (from + 1) / tab) {
			out_char(c->out, '\t');
			from += tab - from % tab;
		} else {
			out_char(c->out, ' ');
			from++;
		}
	}
}

static void rows_measure(struct rows *r, const struct listing *l, size_t shown)
{
	if (r->cap_cells < shown)
		vec_grow(
			(void **)&r->cells, &r->cap_cells, sizeof(*r->cells), shown - r->cap_cells);
	for (size_t i = 0; i < shown; i++)
		r->cells[i] = u32(column_cells(r->column, l->v[i]));
}

static void rows_grid(struct rows *r, const struct listing *l, size_t shown)
{
	struct column *c = r->column;
	bool across = c->conf->format == LIST_ACROSS;
	rows_measure(r, l, shown);
	grid_fit(&r->grid, r->cells, shown, c->conf->width, across);
	size_t cols = r->grid.cols, rows = r->grid.rows;
	size_t down = across ? cols : 1, right = across ? 1 : rows;
	for (size_t row = 0; row < rows; row++) {
		size_t pos = 0, from = 0;
		for (size_t col = 0; col < cols; col++) {
			size_t i = row * down + col * right;
			if (i >= shown)
				break;
			rows_indent(c, from, pos);
			rows_cell(c, l->v[i], pos);
			from = pos + r->cells[i];
			pos += r->grid.widths[col];
		}
		out_char(c->out, c->conf->eol);
	}
}

/* Names with `sep` and a blank between them, in lines shorter than the width. */
static void rows_joined(struct rows *r, const struct listing *l, size_t shown, char sep)
{
	struct column *c = r->column;
	size_t width = c->conf->width, pos = 0;
	for (size_t i = 0; i < shown; i++) {
		size_t len = width ? column_cells(c, l->v[i]) : 0;
		if (i) {
			bool fits = !width || pos + len + 2 < width;
			pos = fits ? pos + 2 : 0;
			out_char(c->out, sep);
			out_char(c->out, fits ? ' ' : c->conf->eol);
		}
		rows_cell(c, l->v[i], pos);
		pos += len;
	}
	out_char(c->out, c->conf->eol);
}

void rows_put(struct rows *r, const struct listing *l, size_t shown)
{
	struct column *c = r->column;
	if (shown == 0)
		return;
	column_measure(c, l);
	switch (c->conf->format) {
	case LIST_LONG:
	case LIST_ONE:
		for (size_t i = 0; i < shown; i++) {
			if (c->conf->format == LIST_LONG) {
				column_start(c);
				column_indent(c);
				long_row(c, l->v[i], l->any_acl);
			} else {
				rows_cell(c, l->v[i], 0);
			}
			out_char(c->out, c->conf->eol);
		}
		break;
	case LIST_DOWN:
	case LIST_ACROSS:
		if (c->conf->width)
			rows_grid(r, l, shown);
		else
			rows_joined(r, l, shown, ' ');
		break;
	case LIST_COMMAS: rows_joined(r, l, shown, ','); break;
	}
}
