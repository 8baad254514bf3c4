/* ignore_global: ignore files that lie in no walked folder: git's for the user, and named ones. */
#ifndef EMBER_WALK_IGNORE_GLOBAL_H
#define EMBER_WALK_IGNORE_GLOBAL_H

#include "ember/base/arena.h"
#include "ember/base/buf.h"
#include "ember/base/err.h"
#include "ember/text/ignore.h"
#include "ember/walk/ignore_stack.h"

/*
 * What the user has set for all folders: git's global file (I6), the own rules for efind and fd (I8),
 * home, ceilings. The two files are `owned`'s, for the caller to free (NULL: not there).
 * Errors: none: what cannot be read is not there. Threads: one, before the walk, for it reads the environment.
 */
void ignore_users(struct ignore_conf *c, struct arena *a, struct ignore *owned[2]);

/*
 * One file by path: *out, the caller's to free, is NULL when it has no rule. -1 with e->num when it cannot be read.
 * Threads: any.
 */
int ignore_open(struct ignore **out, const char *path, struct err *e);

/*
 * The value of core.excludesFile in the text of a git config file: true with it in `value`
 * (quotes and escapes resolved, "~/" kept); the last one counts. Threads: pure.
 */
bool ignore_git_config(struct str text, struct buf *value);

#endif
