/* table: lines of LIST_LONG with the columns that conf names, in its order, and their titles. */
#ifndef EMBER_LIST_TABLE_H
#define EMBER_LIST_TABLE_H

#include "ember/list/column.h"
#include "ember/list/item.h"

/* Widen the columns for the items of `l`. */
void table_measure(struct column *c, const struct listing *l);

/* The titles, with the line's end. */
void table_header(struct column *c);

/* The row of `it`, one of the items that table_measure has seen, without the line's end. */
void table_row(struct column *c, const struct item *it);

/* Cells before the name, for lines without an item; 0 with GNU's columns. */
size_t table_indent(const struct column *c);

/* What follows the row's end: a line for each extended attribute. */
void table_attrs(struct column *c, const struct item *it);

#endif
