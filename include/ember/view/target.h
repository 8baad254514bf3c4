/* target: where the links of file names and line numbers lead, from a template. */
#ifndef EMBER_VIEW_TARGET_H
#define EMBER_VIEW_TARGET_H

#include <stdint.h>

#include "ember/base/buf.h"
#include "ember/base/str.h"

/*
 * Append `format` with {host}, {path} and {line} filled in: the machine's name, `path` with
 * all but unreserved characters as %XX, the number. Line 0: a "#{line}" falls out, a {line} elsewhere
 * is 1. Other braces stand for themselves. Threads: any.
 */
void target_put(struct buf *b, struct str format, struct str path, uint64_t line);

#endif
