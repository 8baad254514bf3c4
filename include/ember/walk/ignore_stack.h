/* ignore_stack: all ignore sources that count in one folder, by precedence (spec efind 2.4). */
#ifndef EMBER_WALK_IGNORE_STACK_H
#define EMBER_WALK_IGNORE_STACK_H

#include <stdbool.h>
#include <stddef.h>

#include "ember/base/err.h"
#include "ember/base/str.h"
#include "ember/text/ignore.h"

/* What the walk leaves out; frozen while it runs. The ignore files given here are borrowed. */
struct ignore_conf {
	bool hidden;      /* dot names are shown (-H); a '!' rule re-includes a name without it (I9) */
	bool files;       /* .fdignore and .ignore are read (I2, I3) */
	bool vcs;         /* .gitignore, info/exclude, git's global file (I4 to I6) */
	bool require_git; /* ... only inside a repository (I14) */
	bool parents;     /* files of the roots' parent folders count (I13) */
	bool global;      /* `own_global` counts (I8) */
	const struct ignore *exclude;    /* -E rules, relative to each root (I1), or NULL */
	const struct ignore *exclude_abs; /* -E globs that start with '/', against the absolute path */
	struct ignore *const *extra;     /* --ignore-file, last wins (I7) */
	size_t n_extra;
	const struct ignore *own_global; /* fd/ignore and efind/ignore, or NULL */
	const struct ignore *git_global; /* core.excludesFile of the user, or NULL (I6) */
	const char *home;                /* for "~/" in a repository's own config, or NULL */
	struct str ceilings;             /* GIT_CEILING_DIRECTORIES, ':'-separated */
	struct str cwd;                  /* absolute path of the working directory, for relative roots */
};

/*
 * One folder's sources over its parent's: immutable, counted, shared by threads and by all folders
 * below that have no ignore file of their own (spec efind W15).
 */
struct ignore_stack;

/* Which of the special names a folder holds, as seen while it was read (W10). */
enum {
	IGNORE_HAS_FDIGNORE = 1 << 0,
	IGNORE_HAS_IGNORE = 1 << 1,
	IGNORE_HAS_GITIGNORE = 1 << 2,
	IGNORE_HAS_REPO = 1 << 3, /* .git or .jj */
};
/* The bit of a name, 0 for an ordinary one. */
unsigned ignore_special(const char *name, size_t len);

/*
 * The stack above root folder `fd` (open): reads the parents' files when the conf says so.
 * `root`: the operand as typed; `has`: special names in it. One reference is the caller's. Never NULL.
 */
struct ignore_stack *ignore_stack_root(const struct ignore_conf *c, int fd, struct str root, unsigned has);

/*
 * The stack in a folder `fd` below (or at) `above`, whose path relative to the walk's root is
 * `rel_len` bytes long ('/' at its end counted; 0 for the root itself). `has`: special names in it.
 * Takes no reference of `above`; returns one reference, of `above` itself when nothing is new.
 */
struct ignore_stack *ignore_stack_enter(struct ignore_stack *above, const struct ignore_conf *c,
	int fd, unsigned has, size_t rel_len);
struct ignore_stack *ignore_stack_ref(struct ignore_stack *s);
void ignore_stack_unref(struct ignore_stack *s);

/*
 * Is the entry left out? `rel`: its path relative to the walk's root; `base`: view of its last
 * component.
 */
bool ignore_stack_drops(const struct ignore_stack *s, const struct ignore_conf *c, struct str rel,
	struct str base, bool is_dir);

#endif
