/* dump: tokens as text, one JSON array for each line, in the form of the reference tokeniser. */
#ifndef EMBER_SYNTAX_DUMP_H
#define EMBER_SYNTAX_DUMP_H

#include <stdbool.h>

#include "ember/base/out.h"
#include "ember/base/str.h"
#include "ember/syntax/token.h"

/*
 * Tokenise `text`, a whole file in UTF-8 (after tokens_begin), and write for each of its lines
 *   [[startByte,endByte,"scope scope"],...]
 * and, with `styles`, a fourth element {"fg":"#RRGGBB","bg":"#RRGGBB","font":"bold italic"}.
 * Neighbours with equal scopes are joined. A CR before LF belongs to no token.
 */
void dump_tokens(struct out *o, struct tokens *t, struct str text, bool styles);

#endif
