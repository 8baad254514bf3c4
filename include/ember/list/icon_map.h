/* icon_map: a user's own icons, which go before the built-in ones (--icon-map, els.icons). */
#ifndef EMBER_LIST_ICON_MAP_H
#define EMBER_LIST_ICON_MAP_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/map.h"
#include "ember/base/str.h"

#define ICON_MAP_MAX 65536 /* bytes of a file that is read */

/* All-zero is an empty map. */
struct icon_map {
	struct map codes; /* "ext gz" → code point */
};

/*
 * Read lines "KIND KEY GLYPH": KIND is name, ext, dir or type; GLYPH is one character, U+XXXX, or the
 * name of a glyph of the built-in table. Keys of names also stand for other cases when written
 * in lower case. '#' at the start of a word begins a comment. A line that says nothing of the kind is told to `bad`
 * (1-based, may be NULL) and passed over.
 * Ownership: what is kept lives in `a`, but for the map itself (icon_map_fini).
 */
void icon_map_parse(struct icon_map *m, struct arena *a, struct str text,
	void (*bad)(void *ctx, unsigned line, const char *what), void *ctx);
void icon_map_fini(struct icon_map *m);

/* The code point for a key of that kind ("name", "ext", "dir", "type"), 0 = none. */
uint32_t icon_map_get(const struct icon_map *m, const char *kind, struct str key);

#endif
