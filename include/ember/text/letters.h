/* letters: upper and lower case, by Unicode's tables (utf8proc), in no locale. */
#ifndef EMBER_TEXT_LETTERS_H
#define EMBER_TEXT_LETTERS_H

#include "ember/base/buf.h"
#include "ember/base/str.h"

/*
 * Append s in upper or lower case. Letters stand for one letter each, but sharp s, which is SS in upper case,
 * and I with a dot, which is i and a dot above in lower case; other such ones stay as they are. Bad bytes stay
 * too. Threads: no shared state.
 */
void letters_upper(struct buf *b, struct str s);
void letters_lower(struct buf *b, struct str s);

#endif
