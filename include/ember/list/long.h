/* long: one line an item, with mode, links, owners, size and date. */
#ifndef EMBER_LIST_LONG_H
#define EMBER_LIST_LONG_H

#include "ember/list/column.h"
#include "ember/list/item.h"

/*
 * Write the row of `it`, one of the items that column_measure has seen, without the line's end.
 * `any_acl`: the mode has an eleventh character.
 */
void long_row(struct column *c, const struct item *it, bool any_acl);

/*
 * The name with what follows it: marks, a link's target, what is mounted. `at`: cells of the line
 * before it.
 */
void long_name(struct column *c, const struct item *it, size_t at);

/* The cells of that. Needs column_measure. */
size_t long_name_cells(struct column *c, const struct item *it);

#endif
