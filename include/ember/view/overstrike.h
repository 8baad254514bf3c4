/* overstrike: a printer's bold and underline (X BS X, _ BS X), as man pages have them, as looks. */
#ifndef EMBER_VIEW_OVERSTRIKE_H
#define EMBER_VIEW_OVERSTRIKE_H

#include "ember/view/marked.h"

/*
 * Append the text of `from` to `to` with overstrikes resolved: the last character struck on a
 * place stays, bold when it was struck on itself, underlined when on (or under) an underscore.
 * A BS with nothing before it in the line stays. Threads: one at a time.
 */
void overstrike_line(struct marked *to, const struct marked *from);

#endif
