/*
 * exclude: git's ignore rules of one repository: .gitignore from the top down, info/exclude,
 * core.excludesFile. Each file is read when a name beside or below it is asked about first.
 */
#ifndef EMBER_GIT_EXCLUDE_H
#define EMBER_GIT_EXCLUDE_H

#include <stdbool.h>

#include "ember/base/arena.h"
#include "ember/base/map.h"
#include "ember/base/str.h"
#include "ember/text/ignore.h"

struct exclude_folder;

struct exclude {
	struct arena *arena;
	int top;                      /* descriptor of the worktree's top */
	const struct ignore *info;    /* info/exclude, or NULL */
	const struct ignore *global;  /* core.excludesFile, or NULL */
	struct map folders;           /* "" or "a/b" → struct exclude_folder */
};

/*
 * `info` and `global` are paths, NULL = none. What is kept lives in `arena` and in *x; `top` is
 * borrowed. Threads: one at a time. A file that cannot be read has no rules.
 */
void exclude_init(struct exclude *x, struct arena *arena, int top, const char *info, const char *global);
void exclude_fini(struct exclude *x);

/* `path` is from the top, without a '/' at its end: it, or a folder above it, is ignored. */
bool exclude_is(struct exclude *x, struct str path, bool is_dir);

#endif
