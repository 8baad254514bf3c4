/* cell_text: what the makers of cells put them together from. */
#ifndef EMBER_LIST_CELL_TEXT_H
#define EMBER_LIST_CELL_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/base/str.h"
#include "ember/list/cell.h"
#include "ember/list/palette.h"

/* Append to c->text, in that colour with `paint`. */
void cell_paint(struct cells *c, struct str sgr, struct str text, bool paint);

/* The palette's colour; empty without a palette. */
struct str cell_sgr(const struct cells *c, enum palette_key key);

/* A whole cell of plain text, a number, '?' and '-': each returns its cells, as cell_make does. */
unsigned cell_plain(struct cells *c, enum palette_key key, struct str text, bool paint);
unsigned cell_number(struct cells *c, enum palette_key key, uint64_t v, bool paint);
unsigned cell_unknown(struct cells *c, bool paint);
unsigned cell_none(struct cells *c, bool paint);

/* The columns of the mode, of its octal digits (four of them) and of the flags, as cell_make makes them. */
unsigned cell_permission(struct cells *c, const struct item *it, bool paint);
unsigned cell_octal(struct cells *c, const struct item *it, bool paint);
unsigned cell_flags(struct cells *c, const struct item *it, bool paint);

#endif
