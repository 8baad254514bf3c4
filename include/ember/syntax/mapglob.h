/* mapglob: the globs that map paths to languages. */
#ifndef EMBER_SYNTAX_MAPGLOB_H
#define EMBER_SYNTAX_MAPGLOB_H

#include <stdbool.h>

#include "ember/base/str.h"

#define MAPGLOB_MAX 1024u /* bytes of a pattern; longer ones match nothing */

/*
 * Does the whole of `text` match? `*` and `**` any bytes, slashes included, `?` one byte,
 * `[a-z]` `[!a-z]` a class, `{a,b}` alternatives (not nested), `\` takes the next byte as it is.
 * ASCII letters match in either case. No shared state.
 */
bool mapglob_match(struct str pattern, struct str text);

#endif
