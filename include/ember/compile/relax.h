/* relax: JSON as people write it, and data in JavaScript modules, made strict JSON. */
#ifndef EMBER_COMPILE_RELAX_H
#define EMBER_COMPILE_RELAX_H

#include "ember/base/buf.h"
#include "ember/base/err.h"
#include "ember/base/str.h"

/*
 * Append `text` to `out` without comments and trailing commas, with double quotes round every key
 * and string. Of a JavaScript module "export default" is dropped, and its "export const NAME ="
 * become the members of one object. Line ends stay, so that places in `out` are places in `text`.
 * Errors: -1 with e->line when nesting or the number of values passes the caps of val.h.
 */
int relax(struct buf *out, struct str text, struct err *e) EMBER_NODISCARD;

#endif
