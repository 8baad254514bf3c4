/* width: terminal cells of text, by grapheme cluster (utf8proc's tables; UAX 11, UAX 29). */
#ifndef EMBER_TEXT_WIDTH_H
#define EMBER_TEXT_WIDTH_H

#include <stddef.h>
#include <stdint.h>

#include "ember/base/str.h"

/* Threads: all functions are pure. */

/* Cells of one character: 0 (combining, control), 1 or 2. */
unsigned width_char(uint32_t cp);

/*
 * Take the next grapheme cluster (or one bad byte) off *rest. Returns its cells: those of its
 * widest character, 2 when an emoji variation selector asks for it, 1 for a bad byte.
 * An empty *rest gives 0 and an empty *cluster.
 */
unsigned width_next(struct str *rest, struct str *cluster);

/* Cells of the whole text; control characters count 0. */
size_t width_str(struct str s);

/* The longest head of s that is at most `cols` cells wide and does not cut a cluster. */
struct str width_cut(struct str s, size_t cols);

/* The version of the tables' library, "2.8.0". */
const char *width_version(void);

#endif
