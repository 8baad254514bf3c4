/* icon: the picture before a name, by type, name and extension (themes/icons.tsv). */
#ifndef EMBER_LIST_ICON_H
#define EMBER_LIST_ICON_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/base/str.h"
#include "ember/list/conf.h"
#include "ember/list/icon_map.h"
#include "ember/list/item.h"

#define ICON_MAX 4 /* bytes of one icon */

/*
 * The icon of the item as UTF-8 into p (ICON_MAX bytes); its length. own: the user's, NULL = none.
 * Threads: any.
 */
unsigned icon_put(char *p, enum list_icons set, const struct icon_map *own, const struct item *it);

/* The code point of a glyph of the built-in table by its name, 0 = not there. */
uint32_t icon_glyph(struct str name);

/* Cells of each icon of the set. */
unsigned icon_cols(enum list_icons set);

/*
 * The code point for a name of the given type (DT_ constant) and, for regular files, execute
 * permission; to_dir: a link that leads to a folder. What icon_put shows.
 */
uint32_t icon_find(enum list_icons set, struct str name, unsigned type, bool runs, bool to_dir);

#endif
