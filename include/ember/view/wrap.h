/*
 * wrap: a line of text with looks becomes rows of cells: TABs to their stops, what must not reach
 * a terminal in visible notation, long lines over several rows, a gutter in front of each.
 */
#ifndef EMBER_VIEW_WRAP_H
#define EMBER_VIEW_WRAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/view/marked.h"

enum wrap_mode { WRAP_NEVER, WRAP_CHARACTER, WRAP_WORD };

struct wrap_conf {
	unsigned cols;       /* cells of a row, gutter included; 0 = no end */
	enum wrap_mode mode; /* NEVER with cols: the row is cut there */
	unsigned left;       /* NEVER: cells of the text to leave out */
	unsigned tabs;       /* a stop each so many cells; 0 = TABs pass */
	bool show_tabs;      /* ^I instead */
	bool raw;            /* control characters, escape sequences and bad bytes pass; they take no cell */
	bool show_bytes;     /* cat's M- notation instead of characters */
	struct look notation; /* laid over what is shown in notation */
};

/* In front of a line's rows; text and looks with their cells. */
struct wrap_gutter {
	const struct marked *first, *rest; /* NULL = none */
	unsigned cols;                     /* cells of each of them */
};

struct wrap_row {
	size_t text, text_end, run, run_end, piece, piece_end;
	uint32_t cols, from, to;
};

/* The rows of one line. Memory is kept from line to line. */
struct wrap {
	struct buf text;
	struct runs runs; /* ends relative to their row */
	VEC(struct row_piece) pieces;
	VEC(struct wrap_row) rows;
};

/*
 * Lay `line` out; what w held before is gone. Each row is filled up to its end with blanks of the look
 * `fill`; NULL: it ends with its text. Always at least one row.
 * A text narrower than one of its characters still takes one character a row.
 * Threads: one at a time per wrap.
 */
void wrap_line(struct wrap *w, const struct wrap_conf *c, const struct wrap_gutter *g,
	const struct marked *line, const struct look *fill);

/* Row i for reading; borrows from w until the next wrap_line. `links` as in struct row. */
struct row wrap_row_at(const struct wrap *w, size_t i, const struct str *links, size_t n_links);

void wrap_fini(struct wrap *w);

#endif
