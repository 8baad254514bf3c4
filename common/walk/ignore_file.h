/* ignore_file: reading ignore files, and what of them lies in a repository's own folder. */
#ifndef EMBER_WALK_IGNORE_FILE_H
#define EMBER_WALK_IGNORE_FILE_H

#include <stdbool.h>

#include "ember/base/buf.h"
#include "ember/text/ignore.h"

/* Append what fd holds, whole lines up to IGNORE_FILE_MAX bytes. The errno of a failed read, or 0. */
int ignore_fill(int fd, struct buf *b);

/* The rules of regular file `name` in folder `at`; `flags`: O_NOFOLLOW or 0. NULL when there are none. */
struct ignore *ignore_load(int at, const char *name, int flags);

/* A descriptor that only names the folder, or -1. */
int ignore_open_dir(int at, const char *path);

/* The common folder of the repository whose ".git" lies in `at` (I15): a descriptor, or -1. */
int ignore_git_dir(int at);

/*
 * True when the repository's config (in folder `git`) names a file of its own for git's global one
 * (I6): *out has its rules, or NULL. Relative names start from `at`, the folder with ".git" in it.
 */
bool ignore_own_global(int at, int git, const char *home, struct ignore **out);

#endif
