/* row: one line of the screen as text and looks; printing and the pager both take it from here. */
#ifndef EMBER_VIEW_ROW_H
#define EMBER_VIEW_ROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/out.h"
#include "ember/base/str.h"
#include "ember/term/color.h"

/* A run of bytes of one look: up to (not including) byte `end` of the row's text. */
struct run {
	uint32_t end;
	struct look look;
};

/*
 * Where bytes of the row's text come from: from byte `row` on, they stand for the bytes from `line`
 * on of the line's searchable text (doc.h), one for one, until the next piece begins. A TAB at byte
 * 5 shown as three blanks gives {5, 5}, {8, 6}: bytes 6 and 7 of the row reach no further than the
 * next piece's `line`. Bytes before the first piece (gutter, decorations) stand for nothing, and so
 * do the bytes from a piece with line == ROW_NOTHING on.
 */
#define ROW_NOTHING UINT32_MAX
struct row_piece {
	uint32_t row, line;
};

struct row {
	struct str text;        /* UTF-8, safe: no control byte, TAB or LF; what the cells show */
	const struct run *runs; /* ends ascending, the last one is text.n; none = all plain */
	size_t n_runs;
	const struct row_piece *pieces; /* ascending by both; none = a decoration */
	size_t n_pieces;
	const struct str *links; /* OSC 8 targets for look.link (index + 1); without control bytes */
	size_t n_links;
	uint32_t cols;  /* cells the text takes, at most the layout's */
	uint32_t from;  /* bytes of the line's searchable text that the row covers: [from, to) */
	uint32_t to;
};

/* Text with SGR (and OSC 8 where looks have links), plain again at the end; no LF. */
void row_out(struct out *o, const struct row *row, enum color_depth depth);
/* As row_out, with a memory of sequences for the many rows of one file. */
void row_out_memo(struct out *o, const struct row *row, enum color_depth depth, struct look_memo *memo);
void row_buf(struct buf *b, const struct row *row, enum color_depth depth);

/*
 * The byte range of the row's text that shows bytes [from, to) of the line's searchable text; false
 * when none of it is in this row. from == to asks for nothing and is false.
 */
bool row_range(const struct row *row, uint32_t from, uint32_t to, uint32_t *row_from, uint32_t *row_to);

#endif
