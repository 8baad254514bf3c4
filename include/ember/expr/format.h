/* format: a format of -printf, read once; private to the room. */
#ifndef EMBER_EXPR_FORMAT_H
#define EMBER_EXPR_FORMAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/str.h"

#define FORMAT_WIDTH_MAX 65536 /* a wider field is cut to this, cells */

enum { FORMAT_LEFT = 1, FORMAT_ZERO = 2, FORMAT_PLUS = 4, FORMAT_BLANK = 8, FORMAT_ALT = 16 };

struct format_piece {
	char kind;      /* directive letter; 0 = text; '\c' is FORMAT_END */
	char sub;       /* letter after A B C T */
	uint8_t flags;
	bool has_precision;
	uint32_t width, precision;
	struct str text; /* kind 0; else the directive as typed */
};
#define FORMAT_END '\f' /* nothing after it is put out, and the stream is flushed */

struct find_format {
	const struct format_piece *pieces;
	size_t n;
	unsigned needs; /* STATX_ bits of all directives */
	uint8_t wants;  /* EXPR_NEED_* of all directives */
};

/* STATX_ bits that a piece needs. */
unsigned format_needs(const struct format_piece *p);

#endif
