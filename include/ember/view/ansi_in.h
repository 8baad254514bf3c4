/*
 * ansi_in: coloured input: SGR and OSC 8 taken out of a line and kept as looks. Erasing to the line's end, which
 * grep and compilers put behind each colour, is left out.
 */
#ifndef EMBER_VIEW_ANSI_IN_H
#define EMBER_VIEW_ANSI_IN_H

#include "ember/base/str.h"
#include "ember/base/vec.h"
#include "ember/term/color.h"
#include "ember/view/marked.h"

/* Targets that looks name by look.link; they borrow from the line. */
struct links {
	VEC(struct str) of;
};

/*
 * Append the line's text to m, without SGR and OSC 8; every other sequence stays as text (its ESC
 * is shown later as ^[). *look is the look at the line's start, and at its end on return; a link
 * ends with its line. `links` may be NULL: then targets are dropped.
 * Threads: one at a time.
 */
void ansi_in_line(struct marked *m, struct links *links, struct str line, struct look *look);

/* Only the look at the end of the line. */
void ansi_in_skip(struct str line, struct look *look);

#endif
