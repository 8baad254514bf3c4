/*
 * git: what repositories say about files: letters for a listing, changed lines for a viewer,
 * blobs. Nothing is ever written or locked. Questions that the index and the file system answer
 * are answered here; others open ember-git.so (libgit2) on first need. Repositories with SHA-256
 * names, which libgit2 does not open, are asked through the git command.
 */
#ifndef EMBER_GIT_GIT_H
#define EMBER_GIT_GIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/err.h"
#include "ember/base/str.h"

/* All repositories that a run has met; each is opened once. */
struct git;
/* One directory seen through its repository. */
struct git_dir;

enum git_depth {
	GIT_DEPTH_FULL, /* a directory's letters sum up everything below it */
	GIT_DEPTH_DIR,  /* only its direct files */
	GIT_DEPTH_OFF,  /* directories have no letters but those of their own: ignored, untracked */
};

struct git_options {
	enum git_depth depth;
	unsigned timeout_ms; /* directories whose letters are not known by then stay unknown; 0 = none */
	const char *plugin;  /* path of ember-git.so; NULL = as env_part finds it */
};

/*
 * Threads: a struct git and all that comes from it belong to one thread at a time; several may
 *          exist. Errors are soft: an answer is "unknown", and git_problem tells why.
 * Nothing is opened or loaded by git_new. `o` may be NULL and is copied; o->plugin is borrowed.
 */
struct git *git_new(const struct git_options *o);
void git_free(struct git *g);

/*
 * The first thing that went wrong since git_new: *e is filled; *path names the repository or the
 * plugin (lives as long as g). False: nothing did. Say it once, keep the exit status.
 */
bool git_problem(const struct git *g, const char **path, struct err *e);

/* libgit2's version; loads the plugin, NULL when that is not to be had. Static text. */
const char *git_library_version(struct git *g);

/* ---- for a listing ---- */

/*
 * The letters of a status: '-' unchanged, 'N' new, '?' untracked, 'M' modified, 'D' deleted,
 * 'R' renamed, 'T' type changed, 'U' conflict, 'I' ignored, '~' unknown. Both 0: not in a
 * repository.
 */
struct git_letters {
	char index, worktree;
};

/*
 * The directory `path` (as the kernel takes it), to be asked about its entries. NULL: it lies in
 * no repository (or in a .git folder's inside, or in a bare one). The scan of what is tracked
 * below it is made by the first git_letters call.
 * Ownership: lives in g; asking twice for one path gives the same answer without a new scan.
 */
struct git_dir *git_dir(struct git *g, const char *path);

/*
 * Letters of the entry `name` of that directory. is_dir: the entry is a directory itself (not a
 * link to one). For directories each letter is the most urgent below: U > D > M > R > T > N > ?.
 * A missing entry that is tracked has 'D'.
 */
struct git_letters git_letters(struct git_dir *d, struct str name, bool is_dir);

/* Letters of the directory itself, as its parent's listing would show them (for "."). */
struct git_letters git_dir_letters(struct git_dir *d);

/* Larger = more urgent, for sorting: unchanged 0, then I ? N T R M D U, unknown above all. */
unsigned git_urgency(struct git_letters l);

/* The entry is ignored by git's rules and not tracked (nor, a directory, has tracked files below). */
bool git_ignored(struct git_dir *d, struct str name, bool is_dir);

/* ---- for a viewer ---- */

enum git_mark { GIT_SAME, GIT_ADDED, GIT_MODIFIED, GIT_REMOVED_ABOVE, GIT_REMOVED_BELOW };

/* Lines first..last (1-based, inclusive) of the file as it is now carry the mark. */
struct git_range {
	uint32_t first, last;
	enum git_mark mark;
};

struct git_changes {
	const struct git_range *ranges; /* ascending; a removal may share its line with another range */
	size_t n;
};

/*
 * How the file `path` differs from its version in `base`: "index" (or NULL), "head", or a
 * revision. 1: *out is filled (n > 0). 0: no difference, or nothing to compare with (no
 * repository, file not in base, binary). -1: unknown, *e says why.
 * Only this file's index entry is read, never a whole status; a file whose stat data match the
 * index is clean without opening the plugin.
 * Ownership: *out lives in `a` (what git_changes_ahead found out: in g).
 */
int git_changes(struct git *g, struct arena *a, const char *path, const char *base,
	struct git_changes *out, struct err *e);

/*
 * Ask now what git_changes will be asked about the file, where the answer starts a program (SHA-256
 * names): later, behind a sandbox, none can be started. Elsewhere nothing happens.
 */
void git_changes_ahead(struct git *g, const char *path, const char *base);

/* git_changes has that answer already. */
bool git_changes_kept(const struct git *g, const char *path, const char *base);

/* The mark of a line; a removal gives way to an addition or modification of the same line. */
enum git_mark git_mark(const struct git_changes *c, uint32_t line);

/*
 * The bytes of `path` as in `base` (as for git_changes), smudge filters not applied; at most
 * `max` bytes. 1: *out lives in `a`. 0: not there. -1: unknown, *e says why.
 */
int git_blob(struct git *g, struct arena *a, const char *path, const char *base, size_t max,
	struct str *out, struct err *e);

/* ---- about repositories ---- */

/*
 * The branch that is checked out in the repository whose top is exactly `path` ("main", or the
 * start of the commit's id when detached). 1, 0 = not the top of a repository, -1 = unknown.
 */
int git_branch(struct git *g, struct arena *a, const char *path, struct str *out);

#endif
