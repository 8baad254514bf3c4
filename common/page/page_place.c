#include "page_impl.h"

enum { LINES_ROWS_MAX = 1 << 24 };

size_t page_lines(const struct page *p)
{
	const struct doc *d = page_tab(p)->doc;
	return d->ops->lines(d->ctx);
}

/* Moved to the side, lines are cut off even where they are wrapped otherwise. */
struct doc_layout page_layout(const struct page *p)
{
	struct doc_layout layout = p->layout;
	if (layout.left)
		layout.wrap = DOC_CHOP;
	return layout;
}

size_t page_line_rows(struct page *p, size_t line)
{
	const struct doc *d = page_tab(p)->doc;
	struct doc_layout layout = page_layout(p);
	if (p->filtering && page_filtered_out(p, line))
		return 0;
	size_t n = d->ops->height(d->ctx, line, &layout);
	return n < LINES_ROWS_MAX ? n : LINES_ROWS_MAX;
}

enum doc_state page_fetch(struct page *p, size_t want)
{
	struct page_tab *tab = page_tab(p);
	size_t lines = page_lines(p);
	enum doc_state state = tab->doc->ops->fetch(tab->doc->ctx, want);
	/* What came may be enough: have it looked at before anything is waited for. */
	if (state == DOC_WAIT && page_lines(p) > lines)
		state = DOC_MORE;
	tab->ended = state == DOC_END;
	tab->waits = state == DOC_WAIT;
	return state;
}

size_t page_rows_after(struct page *p, struct place at, size_t limit)
{
	size_t lines = page_lines(p), n = 0;
	for (size_t line = at.line; line < lines && n < limit; line++) {
		size_t rows = page_line_rows(p, line), skip = line == at.line ? at.row : 0;
		n += rows > skip ? rows - skip : 0;
	}
	return n < limit ? n : limit;
}

size_t page_forward(struct page *p, struct place *at, size_t n)
{
	size_t lines = page_lines(p), left = n;
	struct place to = *at;
	while (left && to.line < lines) {
		size_t rows = page_line_rows(p, to.line);
		if (to.row + left < rows) {
			to.row += left;
			*at = to;
			return n;
		}
		left -= rows > to.row ? rows - to.row : 0;
		to.row = 0;
		to.line++;
	}
	/* Behind the last row of a line is the first one of the next that has any. */
	while (to.line < lines && page_line_rows(p, to.line) == 0)
		to.line++;
	*at = to;
	return n - left;
}

size_t page_back(struct page *p, struct place *at, size_t n)
{
	size_t left = n;
	struct place to = *at;
	while (left) {
		if (to.row) {
			size_t step = to.row < left ? to.row : left;
			to.row -= step;
			left -= step;
			*at = to;
			continue;
		}
		if (!to.line)
			break;
		to.line--;
		to.row = page_line_rows(p, to.line);
	}
	return n - left;
}

/* A place that stands on a row which exists, where there is one. */
void page_clamp(struct page *p, struct place *at)
{
	size_t lines = page_lines(p);
	if (!lines) {
		*at = (struct place){ 0, 0 };
		return;
	}
	if (at->line >= lines)
		*at = (struct place){ lines - 1, 0 };
	size_t rows = page_line_rows(p, at->line);
	if (at->row >= rows)
		at->row = rows ? rows - 1 : 0;
	if (!rows) { /* left out by the filter or the layout: on to the next one, else back */
		struct place next = { at->line, 0 };
		page_forward(p, &next, 0);
		if (next.line < lines)
			*at = next;
		else
			page_back(p, at, 1);
	}
}

struct place page_last_top(struct page *p)
{
	struct place at = { page_lines(p), 0 };
	page_back(p, &at, page_height(p));
	return at;
}

static bool page_one_row(struct page *p, struct place at, struct row *row)
{
	const struct doc *d = page_tab(p)->doc;
	struct doc_layout layout = page_layout(p);
	return at.line < page_lines(p) &&
		d->ops->rows(d->ctx, at.line, &layout, at.row, 1, row) == 1;
}

uint32_t page_byte(struct page *p, struct place at)
{
	struct row row;
	return at.row && page_one_row(p, at, &row) ? row.from : 0;
}

/* The row of the line that shows the byte: halving, since rows begin at rising bytes. */
struct place page_place_of(struct page *p, size_t line, uint32_t byte)
{
	struct place at = { line, 0 };
	size_t low = 0, high = line < page_lines(p) ? page_line_rows(p, line) : 0;
	struct row row;
	while (byte && high > low + 1) {
		at.row = low + (high - low) / 2;
		if (page_one_row(p, at, &row) && row.from <= byte)
			low = at.row;
		else
			high = at.row;
	}
	at.row = low;
	return at;
}

void page_show(struct page *p, size_t line, uint32_t byte)
{
	struct place at = page_place_of(p, line, byte);
	size_t jump = p->conf.jump ? p->conf.jump - 1 : 0, height = page_height(p);
	if (jump >= height)
		jump = height - 1;
	/* The whole line where it fits, so that its beginning is seen too. */
	if (at.row < height - jump)
		at.row = 0;
	page_back(p, &at, jump);
	page_clamp(p, &at);
	page_tab(p)->top = at;
}

/* ---------------------------------------------------------------- numbers and offsets */

static struct doc_line page_line_info(struct page *p, size_t line)
{
	const struct doc *d = page_tab(p)->doc;
	struct doc_line info = { 0 };
	d->ops->line(d->ctx, line, &info);
	return info;
}

size_t page_line_of_number(struct page *p, uint64_t number)
{
	const struct doc *d = page_tab(p)->doc;
	size_t low = 0, high = page_lines(p);
	if (d->ops->find_number)
		return d->ops->find_number(d->ctx, number);
	while (low < high) {
		size_t mid = low + (high - low) / 2, at = mid;
		struct doc_line info = page_line_info(p, at);
		while (!info.number && at + 1 < high) /* a decoration: ask the next line */
			info = page_line_info(p, ++at);
		if (info.number && info.number < number)
			low = at + 1;
		else
			high = mid;
	}
	return low;
}

size_t page_line_of_offset(struct page *p, uint64_t offset)
{
	const struct doc *d = page_tab(p)->doc;
	size_t low = 0, high = page_lines(p);
	if (d->ops->find_offset)
		return d->ops->find_offset(d->ctx, offset);
	while (high > low + 1) {
		size_t mid = low + (high - low) / 2;
		if (page_line_info(p, mid).offset <= offset)
			low = mid;
		else
			high = mid;
	}
	return low;
}

/* ---------------------------------------------------------------- layout */

void page_relayout(struct page *p, const struct doc_layout *layout, unsigned rows)
{
	struct place top = page_tab(p)->top;
	uint32_t byte = page_byte(p, top);
	/* Other documents keep their place by line; their rows are counted when they are shown
	 * again. */
	p->full = false;
	p->layout = *layout;
	p->rows = rows;
	if (top.line < page_lines(p))
		top = page_place_of(p, top.line, byte);
	page_clamp(p, &top);
	page_tab(p)->top = top;
}
