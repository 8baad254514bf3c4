/* style: resolved looks, as a table of distinct styles with small ids. */
#ifndef EMBER_STYLE_STYLE_H
#define EMBER_STYLE_STYLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/slots.h"

enum { STYLE_ITALIC = 1, STYLE_BOLD = 2, STYLE_UNDERLINE = 4, STYLE_STRIKE = 8 };
enum { STYLE_FG = 1, STYLE_BG = 2, STYLE_FONT = 4 };

/*
 * A complete look: fg, bg and font are always valid, inherited where no rule set them. `set` says
 * which of them some rule of the theme set; without the bit the field is the theme's default
 * (and a painter may leave it to the terminal).
 */
struct style {
	uint32_t fg, bg; /* 0xRRGGBBAA, alpha as in the theme */
	uint8_t font;    /* STYLE_ITALIC and kin */
	uint8_t set;     /* STYLE_FG and kin */
};

#define STYLE_MAX 65535u /* distinct styles; further ones read as the default */

/* Distinct styles; id 0 is the default style. All-zero is an empty table. */
struct styles {
	struct style *p;
	uint32_t n, cap;
	struct slots slots; /* id + 1 */
};

/* Threads: one at a time. The table owns its memory. */
void styles_init(struct styles *t, struct style base); /* id 0 = base */
void styles_fini(struct styles *t);
uint16_t styles_id(struct styles *t, struct style s); /* the id of an equal style, new if needed */

/* Id 0 for an id out of range. */
static inline const struct style *styles_at(const struct styles *t, uint16_t id)
{
	return &t->p[id < t->n ? id : 0];
}

#endif
