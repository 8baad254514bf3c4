/* icon_hash: the layout of the icon tables, which their generator and their reader share. */
#ifndef EMBER_LIST_ICON_HASH_H
#define EMBER_LIST_ICON_HASH_H

#include <stdint.h>

#include "ember/base/str.h"

#define ICON_BUCKETS 1024u

enum icon_kind { ICON_TYPE, ICON_DIR, ICON_NAME, ICON_EXT };

/* Four bytes a key; the generator checks that all fit. */
struct icon_entry {
	unsigned at : 15; /* of the key in the pool */
	unsigned len : 6;
	unsigned kind : 2;
	unsigned look : 9; /* index of glyph and group */
};

static inline uint32_t icon_hash(unsigned kind, struct str key)
{
	uint32_t h = 2166136261u ^ kind;
	for (size_t i = 0; i < key.n; i++)
		h = (h ^ (unsigned char)key.p[i]) * 16777619u;
	return h ^ h >> 15;
}

#endif
