/* visible: untrusted bytes inside a one-line message. */
#ifndef EMBER_CLI_VISIBLE_H
#define EMBER_CLI_VISIBLE_H

#include <stdbool.h>

#include "ember/base/buf.h"
#include "ember/base/str.h"

/*
 * Append `s` so that nothing of it moves a cursor or forges a line: control bytes as \n, \t or
 * octal, bad UTF-8 as octal, bidi and zero-width characters as \u{…}.
 * Threads: pure but for *b.
 */
void visible_add(struct buf *b, struct str s);

/*
 * Append `name` in the shell's quotes: as it stands when a shell would read it back unchanged
 * (and not `always`), else '…', "…" or '…'$'\n''…'.
 */
void visible_quote(struct buf *b, struct str name, bool always);

#endif
