/*
 * safe: untrusted bytes made fit for a terminal (DESIGN D8). File names, link targets, user names,
 * git's text and our own messages pass here before they are shown; pipes get the original bytes.
 */
#ifndef EMBER_TEXT_SAFE_H
#define EMBER_TEXT_SAFE_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/base/buf.h"
#include "ember/base/str.h"

enum {
	SAFE_TAB = 1 << 0,   /* let TAB pass */
	SAFE_LF = 1 << 1,    /* let LF pass */
	SAFE_SPACE = 1 << 2, /* let U+200B, U+2060, U+FEFF and U+00AD pass (text, not names) */
};

/*
 * True when showing cp could move the cursor, change the terminal, reorder neighbours or hide
 * itself: C0, DEL, C1, bidi controls (061C 200E 200F 202A-202E 2066-2069), zero-width 200B 2060
 * FEFF and other invisible format characters, line and paragraph separators, tag characters
 * (E0000-E007F), interlinear annotation. ZWJ and ZWNJ are not: scripts and emoji need them.
 */
bool safe_hidden(uint32_t cp);

/* Nothing in s needs to be changed under these flags. Pure. */
bool safe_clean(struct str s, unsigned flags);

/*
 * Append s to b: hidden characters below U+0100 and bad bytes as \xNN, other hidden characters as
 * \u{NNNN}; the rest as it is. The result is well-formed UTF-8 without controls (but those let pass).
 */
void safe_add(struct buf *b, struct str s, unsigned flags);

#endif
