/* lines: text that arrives in pieces, cut into lines. */
#ifndef EMBER_TEXT_LINES_H
#define EMBER_TEXT_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "ember/base/str.h"

#define LINES_LONG ((size_t)1 << 20)   /* a line longer than this is cut ... */
#define LINES_PIECE ((size_t)64 << 10) /* ... into pieces of about this size */

struct lines_line {
	struct str text; /* without LF, and without the CR of CR LF */
	size_t bytes;    /* with them */
	bool lf, cr;     /* how it ended; neither: the end of the text, or a piece */
	bool piece;      /* more of the same line follows */
};

/* Carried from call to call: all-zero at the start of a text. */
struct lines {
	bool cutting; /* inside a line that is too long */
	size_t known; /* bytes at the start of the rest that hold no LF; 0 again for a rest that begins elsewhere */
};

/*
 * Take the next line off *rest. False when *rest holds no whole line and `last` is not set (more
 * may come), or nothing at all. A cut lies between characters of UTF-8, where they are valid.
 * Threads: pure but for *l.
 */
bool lines_next(struct lines *l, struct str *rest, bool last, struct lines_line *line);

#endif
