/* yaml: the part of YAML that .sublime-syntax files are written in, as a tree. */
#ifndef EMBER_COMPILE_YAML_H
#define EMBER_COMPILE_YAML_H

#include "ember/base/arena.h"
#include "ember/base/err.h"
#include "ember/base/str.h"
#include "ember/compile/val.h"

enum { YAML_NODES_MAX = 100000 };

/*
 * Read the first document of a YAML text. Every scalar is a string, whatever it looks like: a
 * pattern "123" or "yes" is text; only a plain ~, null or nothing is VAL_NULL. Each value has its
 * line. Anchors are read over; an alias is an error, so that a small file stays a small tree.
 * Ownership: the tree lives in `a` and keeps nothing of `text`.
 * Errors:    -1 with e->line on a syntax error, a key that is no scalar, or when a cap is passed
 *            (VAL_BYTES_MAX, VAL_DEPTH_MAX, YAML_NODES_MAX).
 * Threads:   no shared state.
 */
int yaml_read(struct val *out, struct arena *a, struct str text, struct err *e) EMBER_NODISCARD;

#endif
