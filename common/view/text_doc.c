#include "ember/view/text_doc.h"

#include <string.h>

#include "ember/base/number.h"
#include "ember/base/size.h"
#include "ember/text/safe.h"
#include "ember/text/utf8.h"
#include "ember/text/width.h"

enum { TAB_STOP = 8, GUTTER_COLS = 5 };

/* ---------------------------------------------------------------- lines */

static void text_doc_split(struct text_doc *t, size_t to)
{
	while (t->taken < to) {
		const char *from = t->bytes.p + t->taken;
		const char *lf = memchr(from, '\n', to - t->taken);
		if (!t->starts.n || t->bytes.p[t->taken - 1] == '\n')
			VEC_PUSH(&t->starts) = t->taken;
		t->taken = lf ? (size_t)(lf + 1 - t->bytes.p) : to;
	}
}

void text_doc_init(struct text_doc *t, struct str text)
{
	buf_str(&t->bytes, text);
}

void text_doc_add(struct text_doc *t, struct str more)
{
	buf_str(&t->bytes, more);
}

void text_doc_end(struct text_doc *t)
{
	t->ended = true;
}

void text_doc_fini(struct text_doc *t)
{
	buf_fini(&t->bytes);
	buf_fini(&t->cells);
	VEC_FREE(&t->starts);
	VEC_FREE(&t->runs);
	VEC_FREE(&t->pieces);
	VEC_FREE(&t->rows);
}

static size_t text_doc_lines(void *ctx)
{
	struct text_doc *t = ctx;
	return t->starts.n;
}

static enum doc_state text_doc_fetch(void *ctx, size_t want)
{
	struct text_doc *t = ctx;
	bool partial = t->taken && t->bytes.p[t->taken - 1] != '\n';
	size_t share = t->share ? t->share : t->bytes.n;
	size_t to = t->bytes.n - t->taken > share ? t->taken + share : t->bytes.n;
	if (want > t->wanted)
		t->wanted = want;
	if (t->held)
		return DOC_WAIT;
	if (partial && to > t->taken)
		t->version++; /* a line that was shown grows */
	text_doc_split(t, to);
	return t->taken < t->bytes.n ? DOC_MORE : t->ended ? DOC_END : DOC_WAIT;
}

static void text_doc_line(void *ctx, size_t line, struct doc_line *info)
{
	struct text_doc *t = ctx;
	*info = (struct doc_line){ line + 1, t->starts.p[line] };
}

static struct str text_doc_text(void *ctx, size_t line)
{
	struct text_doc *t = ctx;
	size_t end = line + 1 < t->starts.n ? t->starts.p[line + 1] : t->taken;
	struct str s = { t->bytes.p + t->starts.p[line], end - t->starts.p[line] };
	if (str_ends(s, STR("\n")))
		s.n--;
	return s;
}

/* ---------------------------------------------------------------- rows */

/* A line being laid out. */
struct layout {
	struct text_doc *t;
	const struct doc_layout *want;
	uint64_t number;
	bool numbers;      /* there is room for them */
	size_t text_cols;  /* cells a row has for text */
	size_t skip;       /* cells still to be cut off at the left */
	uint32_t at;       /* byte of the line */
	bool even;         /* the last piece goes on one for one */
};

static void layout_row(struct layout *l)
{
	struct text_doc *t = l->t;
	VEC_PUSH(&t->rows) = (struct text_doc_row){ t->cells.n, t->pieces.n, l->at, l->at, 0 };
	if (l->numbers && t->rows.n == 1) {
		char digits[20];
		unsigned n = number_put(digits, l->number);
		if (n < GUTTER_COLS - 1)
			buf_fill(&t->cells, ' ', GUTTER_COLS - 1 - n);
		buf_add(&t->cells, digits, n);
		buf_char(&t->cells, ' ');
	} else if (l->numbers) {
		buf_fill(&t->cells, ' ', GUTTER_COLS);
	}
	l->even = false;
}

/* What a cluster of the line is shown as: `shown`, `cols` cells. False: the chopped row is full. */
static bool layout_put(struct layout *l, struct str shown, size_t cols, size_t from_n)
{
	struct text_doc *t = l->t;
	struct text_doc_row *row = &t->rows.p[t->rows.n - 1];
	bool chop = l->want->wrap == DOC_CHOP;
	if (l->skip) {
		l->skip -= l->skip < cols ? l->skip : cols;
		l->at += u32(from_n);
		row->from = row->to = l->at;
		return true;
	}
	if (row->cols + cols > l->text_cols) {
		if (chop)
			return false;
		layout_row(l);
		row = &t->rows.p[t->rows.n - 1];
	}
	bool even = shown.n == from_n;
	if (!even || !l->even)
		VEC_PUSH(&t->pieces) = (struct row_piece){ u32(t->cells.n - row->cell), l->at };
	l->even = even;
	buf_str(&t->cells, shown);
	row->cols += u32(cols);
	row->to = l->at += u32(from_n);
	return true;
}

static bool layout_cluster(
	struct layout *l, struct str cluster, size_t cols, struct buf *seen, size_t *column)
{
	uint32_t cp = 0;
	unsigned len = utf8_decode(cluster, &cp);
	buf_clear(seen);
	if (cp == '\t' && len) {
		cols = TAB_STOP - *column % TAB_STOP;
		buf_fill(seen, ' ', cols);
	} else if (!safe_clean(cluster, 0)) {
		safe_add(seen, cluster, 0);
		cols = width_str(buf_view(seen));
	} else {
		*column += cols;
		return layout_put(l, cluster, cols, cluster.n);
	}
	*column += cols;
	/* What is shown in place of one character may take more than a row: cell by cell then. */
	if (cols <= l->text_cols)
		return layout_put(l, buf_view(seen), cols, cluster.n);
	return layout_put(l, str_sub(buf_view(seen), 0, l->text_cols), l->text_cols, cluster.n);
}

static bool text_doc_numbers(const struct doc_layout *want)
{
	return want->numbers && want->cols > GUTTER_COLS;
}

static void text_doc_lay(struct text_doc *t, size_t line, const struct doc_layout *want)
{
	struct str rest = text_doc_text(t, line), cluster;
	size_t column = 0;
	struct layout l = { .t = t, .want = want, .number = line + 1 };
	struct buf seen = { 0 };
	l.numbers = text_doc_numbers(want);
	l.text_cols = want->cols - (l.numbers ? GUTTER_COLS : 0);
	l.skip = want->wrap == DOC_CHOP ? want->left : 0;
	buf_clear(&t->cells);
	t->rows.n = t->pieces.n = 0;
	buf_reserve(&t->cells, 1); /* an empty line has a place too */
	VEC_RESERVE(&t->pieces, 1);
	layout_row(&l);
	while (rest.n) {
		size_t cols = width_next(&rest, &cluster);
		if (cols > l.text_cols) /* a wide character on a screen one cell wide */
			cols = l.text_cols;
		if (!layout_cluster(&l, cluster, cols, &seen, &column))
			break;
	}
	buf_fini(&seen);
}

static size_t text_doc_height(void *ctx, size_t line, const struct doc_layout *layout)
{
	struct text_doc *t = ctx;
	text_doc_lay(t, line, layout);
	return t->rows.n;
}

static size_t text_doc_rows(void *ctx, size_t line, const struct doc_layout *layout, size_t first,
	size_t max, struct row *rows)
{
	struct text_doc *t = ctx;
	text_doc_lay(t, line, layout);
	size_t n = 0;
	t->runs.n = 0;
	VEC_PUSH(&t->runs) = (struct run){ GUTTER_COLS, { .font = LOOK_DIM } };
	for (size_t i = first; i < t->rows.n && n < max; i++) {
		const struct text_doc_row *r = &t->rows.p[i];
		bool last = i + 1 == t->rows.n;
		size_t end = last ? t->cells.n : r[1].cell;
		rows[n] = (struct row){ .text = { t->cells.p + r->cell, end - r->cell },
			.cols = r->cols };
		rows[n].pieces = t->pieces.p + r->piece;
		rows[n].n_pieces = (last ? t->pieces.n : r[1].piece) - r->piece;
		rows[n].from = r->from;
		rows[n].to = r->to;
		if (text_doc_numbers(layout)) {
			rows[n].cols += GUTTER_COLS;
			rows[n].runs = t->runs.p;
			rows[n].n_runs = 1;
		}
		n++;
	}
	return n;
}

static uint64_t text_doc_version(void *ctx)
{
	return ((struct text_doc *)ctx)->version;
}

static uint64_t text_doc_size(void *ctx)
{
	struct text_doc *t = ctx;
	return t->ended ? t->bytes.n : UINT64_MAX;
}

struct doc text_doc(struct text_doc *t, struct str name)
{
	static const struct doc_ops ops = {
		.lines = text_doc_lines,
		.fetch = text_doc_fetch,
		.line = text_doc_line,
		.text = text_doc_text,
		.height = text_doc_height,
		.rows = text_doc_rows,
		.version = text_doc_version,
		.size = text_doc_size,
	};
	return (struct doc){ .ops = &ops, .ctx = t, .name = name };
}
