/* ignore_global: ignore files that lie in no walked folder: git's for the user, and named ones. */
#ifndef EMBER_WALK_IGNORE_GLOBAL_H
#define EMBER_WALK_IGNORE_GLOBAL_H

#include "ember/base/arena.h"
#include "ember/base/buf.h"
#include "ember/base/err.h"
#include "ember/text/ignore.h"

/*
 * The user's core.excludesFile (I6): from `home`/.gitconfig, else `config`/git/config, else the
 * default `config`/git/ignore. Either folder may be NULL. NULL when there is no such file or rule.
 */
struct ignore *ignore_git_global(const char *home, const char *config);

/* The user's own rules for fd and efind, of the first file that has any (I8); NULL = none. */
struct ignore *ignore_user_rules(struct arena *a);

/* One file by path: *out is NULL when it has no rule. -1 with e->num when it cannot be read. */
int ignore_open(struct ignore **out, const char *path, struct err *e);

/*
 * The value of core.excludesFile in the text of a git config file: true with it in `value`
 * (quotes and escapes resolved, "~/" kept); the last one counts.
 */
bool ignore_git_config(struct str text, struct buf *value);

#endif
