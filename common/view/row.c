#include "ember/view/row.h"

#include <string.h>

/* Where the text and its sequences go: one of the two. */
struct row_sink {
	struct out *out;
	struct buf *buf;
	struct look_memo *memo; /* may be NULL */
};

static inline void row_put(const struct row_sink *s, const void *p, size_t n)
{
	if (s->out)
		out_bytes(s->out, p, n);
	else
		buf_add(s->buf, p, n);
}

static void row_link(const struct row_sink *s, const struct row *row, unsigned link)
{
	row_put(s, "\033]8;;", 5);
	if (link && link <= row->n_links)
		row_put(s, row->links[link - 1].p, row->links[link - 1].n);
	row_put(s, "\033\\", 2);
}

static EMBER_APART void row_sgr_new(const struct row_sink *s, struct look from, struct look to, enum color_depth depth)
{
	char sgr[LOOK_SGR_MAX];
	row_put(s, sgr, look_sgr(sgr, from, to, depth));
}

static inline void row_sgr(const struct row_sink *s, struct look from, struct look to, enum color_depth depth)
{
	if (!s->memo) {
		row_sgr_new(s, from, to, depth);
		return;
	}
	const struct str made = look_sgr_memo(s->memo, from, to, depth);
	row_put(s, made.p, made.n);
}

static void row_write(const struct row_sink *s, const struct row *row, enum color_depth depth)
{
	struct look at = { 0 };
	size_t from = 0;
	for (size_t i = 0; i < row->n_runs && from < row->text.n; i++) {
		const struct run *run = &row->runs[i];
		size_t end = run->end < row->text.n ? run->end : row->text.n;
		if (end <= from)
			continue;
		row_sgr(s, at, run->look, depth);
		if (run->look.link != at.link && depth != COLOR_NONE)
			row_link(s, row, run->look.link);
		row_put(s, row->text.p + from, end - from);
		at = run->look;
		from = end;
	}
	if (at.link && depth != COLOR_NONE)
		row_link(s, row, 0);
	row_sgr(s, at, (struct look){ 0 }, depth);
	if (from < row->text.n)
		row_put(s, row->text.p + from, row->text.n - from);
}

void row_out(struct out *o, const struct row *row, enum color_depth depth)
{
	row_write(&(struct row_sink){ .out = o }, row, depth);
}

void row_out_memo(struct out *o, const struct row *row, enum color_depth depth, struct look_memo *memo)
{
	row_write(&(struct row_sink){ .out = o, .memo = memo }, row, depth);
}

void row_buf(struct buf *b, const struct row *row, enum color_depth depth)
{
	row_write(&(struct row_sink){ .buf = b }, row, depth);
}

bool row_range(
	const struct row *row, uint32_t from, uint32_t to, uint32_t *row_from, uint32_t *row_to)
{
	bool found = false;
	for (size_t i = 0; i < row->n_pieces; i++) {
		const struct row_piece *p = &row->pieces[i];
		bool last = i + 1 == row->n_pieces;
		uint32_t end = last ? (uint32_t)row->text.n : row->pieces[i + 1].row;
		if (p->line == ROW_NOTHING || p->row >= end)
			continue;
		/* The line's bytes that this piece stands for: as many as its own, or fewer or more
		 * when the next piece says so (a TAB, a control character made visible). */
		uint32_t stop = p->line + (end - p->row);
		if (!last && row->pieces[i + 1].line != ROW_NOTHING)
			stop = row->pieces[i + 1].line;
		else if (row->to > p->line)
			stop = row->to;
		bool even = stop - p->line == end - p->row;
		uint32_t a = from > p->line ? from : p->line, b = to < stop ? to : stop;
		if (a >= b)
			continue;
		uint32_t ra = even ? p->row + (a - p->line) : p->row;
		uint32_t rb = even ? p->row + (b - p->line) : end;
		if (!found)
			*row_from = ra;
		*row_to = rb;
		found = true;
	}
	return found;
}
