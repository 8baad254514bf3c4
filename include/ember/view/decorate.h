/* decorate: what stands round the text: header, grid, rule, numbers, change marks, snip lines. */
#ifndef EMBER_VIEW_DECORATE_H
#define EMBER_VIEW_DECORATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/err.h"
#include "ember/base/str.h"
#include "ember/view/looks.h"
#include "ember/view/marked.h"

/* The components of a style. */
enum {
	DECORATE_CHANGES = 1 << 0,
	DECORATE_GRID = 1 << 1,
	DECORATE_RULE = 1 << 2,
	DECORATE_NAME = 1 << 3,
	DECORATE_SIZE = 1 << 4,
	DECORATE_NUMBERS = 1 << 5,
	DECORATE_SNIP = 1 << 6,
};
#define DECORATE_DEFAULT \
	(DECORATE_CHANGES | DECORATE_GRID | DECORATE_NAME | DECORATE_NUMBERS | DECORATE_SNIP)
#define DECORATE_FULL (DECORATE_DEFAULT | DECORATE_SIZE)

/*
 * Read a list of components ("numbers,grid", "full", "+header,-grid") into *parts. Words with a
 * sign edit what *parts holds, but only where all have one; `standard` is what "auto" stands for.
 * Errors: -1 and *bad is the word that is none; *parts untouched.
 */
int decorate_parse(unsigned *parts, unsigned standard, struct str list, struct str *bad);

enum decorate_mark { DECORATE_SAME, DECORATE_ADDED, DECORATE_MODIFIED, DECORATE_ABOVE, DECORATE_BELOW };

/* How one input is framed. */
struct decorate {
	unsigned parts;
	unsigned cols;        /* of the terminal */
	unsigned number_cols; /* cells of the number field, at least 4 */
	bool cat_numbers;     /* -n: six cells, text from column 8 on, no grid beside it */
	bool marks;           /* a column for change marks */
	uint16_t link;        /* what name and numbers are links to: look.link, 0 = nothing */
	const struct looks_frame *looks;
};

/* Cells in front of the text. 0 when there is no room for them (S5). */
unsigned decorate_gutter_cols(const struct decorate *d);
/* Append the gutter of a line; number 0: of a continuation row. Threads (all): pure but for m. */
void decorate_gutter(const struct decorate *d, struct marked *m, uint64_t number, enum decorate_mark mark);
/* As a header's: no number, but the bar. */
void decorate_gutter_empty(const struct decorate *d, struct marked *m);

enum decorate_edge { DECORATE_TOP, DECORATE_MIDDLE, DECORATE_BOTTOM, DECORATE_FLAT };
void decorate_line(const struct decorate *d, struct marked *m, enum decorate_edge edge);
void decorate_snip(const struct decorate *d, struct marked *m);
/* "File: name   <TAG>"; `name` is safe text, empty for standard input. */
void decorate_name(const struct decorate *d, struct marked *m, struct str name, struct str tag);
/* "Size: 1.2 KiB"; UINT64_MAX: "-". */
void decorate_size(const struct decorate *d, struct marked *m, uint64_t bytes);

#endif
