/* looks: a theme's styles and frame colours as looks of the terminal. */
#ifndef EMBER_VIEW_LOOKS_H
#define EMBER_VIEW_LOOKS_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/style/style.h"
#include "ember/style/theme.h"
#include "ember/term/color.h"

/* What the frame is drawn with. */
struct looks_frame {
	struct look grid, number, name, note;
	struct look added, modified, removed;
	struct look marked;   /* background of -H lines; underline where the theme has none */
	struct look matched;  /* what --highlight-pattern finds */
	struct look notation; /* control characters and bad bytes */
};

/* `theme` NULL: no colours but the frame's plain ones. Pure. */
struct looks_frame looks_frame(const struct theme *theme);

/*
 * The look of one style: its colour on the theme's background where it is translucent; a
 * background only where the theme's rule sets one that is not the theme's own; italics on request.
 */
struct look looks_style(const struct theme *theme, const struct style *style, bool italic);

#endif
