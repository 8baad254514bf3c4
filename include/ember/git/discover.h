/* discover: which repository a directory lies in, from the file system alone. */
#ifndef EMBER_GIT_DISCOVER_H
#define EMBER_GIT_DISCOVER_H

#include <stdbool.h>

#include "ember/base/arena.h"
#include "ember/base/err.h"

/* All paths are absolute, without links and without a '/' at the end (but "/" itself). */
struct git_place {
	const char *top;    /* of the worktree */
	const char *gitdir; /* ".git", or of a linked worktree or submodule: HEAD and index are there */
	const char *common; /* config, objects and refs are there; often the gitdir */
	unsigned hash_size; /* bytes of an object's id */
	bool foreign;       /* it has what libgit2 does not read: SHA-256 names, another store of refs */
	bool environment;   /* GIT_DIR decided */
};

/*
 * Look from `real` (absolute, links resolved) upwards, as git does: .git folders and files,
 * commondir, GIT_DIR and GIT_WORK_TREE, GIT_CEILING_DIRECTORIES, never beyond the file system
 * (unless GIT_DISCOVERY_ACROSS_FILESYSTEM). 1: found. 0: in no worktree (also: inside a gitdir or
 * a bare repository). -1: there is a .git that cannot be used; *e. GIT_DIR and GIT_WORK_TREE speak of the repository that
 * was started in, not of `nested` ones: for submodules git takes them away.
 * Ownership: *out lives in `a`. Threads: reads the environment.
 */
int git_discover(struct git_place *out, struct arena *a, const char *real, bool nested, struct err *e);

/* The folder (absolute) is the top of a repository: its .git is a repository, or points to one. */
bool git_is_top(const char *folder);

/* `path` is `folder` or lies below it. */
bool git_below(const char *path, const char *folder);

#endif
