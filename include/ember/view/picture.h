/* picture: a line with every byte made visible, as bat's -A shows it. */
#ifndef EMBER_VIEW_PICTURE_H
#define EMBER_VIEW_PICTURE_H

#include <stdbool.h>

#include "ember/view/marked.h"

struct picture {
	bool caret;    /* ^X for control characters, else a character of U+2400 on */
	unsigned tabs; /* cells between tab stops, counted from the last TAB; 0 = 4 */
	struct look look; /* of what is shown in place of something */
};

/*
 * Append the line, its CR and LF included where it had them (the LF's own picture only: the caller
 * ends the row). Blanks are middle dots, TABs arrows as wide as their place, characters beyond
 * ASCII \u{hex}, bad bytes \xHH. Threads: pure but for *m.
 */
void picture_line(struct marked *m, const struct picture *p, struct str line, bool cr, bool lf);

#endif
