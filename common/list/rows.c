#include "ember/list/rows.h"

#include <stdlib.h>

#include "ember/base/size.h"
#include "ember/base/vec.h"
#include "ember/list/long.h"
#include "ember/list/table.h"
#include "ember/text/ansi.h"

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
	if (c->conf->show_target && c->conf->format == LIST_ONE) {
		long_name(c, it, start);
		return;
	}
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
		r->cells[i] = (int32_t)column_cells(r->column, l->v[i]);
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
			from = pos + (size_t)(ptrdiff_t)r->cells[i];
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
			/* A cell of -1 wraps round, and what follows it is too far to the right. */
			bool fits = !width || (pos + len + 2 < width && pos <= SIZE_MAX - len - 2);
			pos = fits ? pos + 2 : 0;
			out_char(c->out, sep);
			out_char(c->out, fits ? ' ' : c->conf->eol);
		}
		rows_cell(c, l->v[i], pos);
		pos += len;
	}
	out_char(c->out, c->conf->eol);
}

/* "… and 12 more" below a folder whose items are not all shown. */
void rows_more(struct column *c, size_t left)
{
	if (left && c->conf->more_line)
		out_printf(c->out, "%s and %zu more\n", c->conf->utf8 ? "\xe2\x80\xa6" : "...", left);
}

static int rows_keep(void *ctx, const char *p, size_t n)
{
	buf_add(ctx, p, n);
	return 0;
}

/* Rows of the long format, written to memory first, as cells of a grid. */
static void rows_long_grid(struct rows *r, const struct listing *l, size_t shown)
{
	struct column *c = r->column;
	struct out *real = c->out, sink;
	struct buf text = { 0 };
	VEC(size_t) ends = { 0 };
	if (r->cap_cells < shown)
		vec_grow((void **)&r->cells, &r->cap_cells, sizeof(*r->cells), shown - r->cap_cells);
	out_init_sink(&sink, rows_keep, &text, 4096);
	c->out = &sink;
	for (size_t i = 0; i < shown; i++) {
		long_row(c, l->v[i], l->any_acl);
		out_flush(&sink);
		VEC_PUSH(&ends) = text.n;
	}
	c->out = real;
	out_fini(&sink);
	struct buf bare = { 0 };
	for (size_t i = 0; i < shown; i++) {
		buf_clear(&bare);
		ansi_strip(&bare, str_sub(buf_view(&text), i ? ends.p[i - 1] : 0, ends.p[i]));
		r->cells[i] = (int32_t)column_owner_cols(buf_view(&bare));
	}
	buf_fini(&bare);
	grid_fit(&r->grid, r->cells, shown, c->conf->width, c->conf->long_grid_across);
	if (r->grid.rows < c->conf->long_grid_rows)
		grid_fit(&r->grid, r->cells, shown, 1, false);
	size_t cols = r->grid.cols, rows = r->grid.rows;
	size_t down = c->conf->long_grid_across ? cols : 1, right = c->conf->long_grid_across ? 1 : rows;
	for (size_t row = 0; row < rows; row++) {
		size_t pos = 0, from = 0;
		for (size_t col = 0; col < cols && row * down + col * right < shown; col++) {
			size_t i = row * down + col * right;
			out_fill(real, ' ', pos > from ? pos - from : 0);
			out_str(real, str_sub(buf_view(&text), i ? ends.p[i - 1] : 0, ends.p[i]));
			from = pos + (size_t)r->cells[i];
			pos += r->grid.widths[col];
		}
		out_char(real, c->conf->eol);
	}
	VEC_FREE(&ends);
	buf_fini(&text);
}

void rows_put(struct rows *r, const struct listing *l, size_t shown)
{
	struct column *c = r->column;
	size_t all = shown, limit = c->conf->limit;
	if (shown == 0)
		return;
	column_measure(c, l);
	if (limit && shown > limit)
		shown = limit;
	if (c->conf->header && c->conf->format == LIST_LONG && !c->conf->long_grid)
		table_header(c);
	if (c->conf->format == LIST_LONG && c->conf->long_grid) {
		rows_long_grid(r, l, shown);
		rows_more(c, all - shown);
		return;
	}
	switch (c->conf->format) {
	case LIST_LONG:
	case LIST_ONE:
		for (size_t i = 0; i < shown; i++) {
			listing_ahead(l, i);
			if (c->conf->format == LIST_LONG) {
				column_start(c);
				column_indent(c);
				long_row(c, l->v[i], l->any_acl);
			} else {
				rows_cell(c, l->v[i], 0);
			}
			out_char(c->out, c->conf->eol);
			if (c->conf->show_xattrs)
				table_attrs(c, l->v[i]);
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
	rows_more(c, all - shown);
}
