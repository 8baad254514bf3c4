/*
 * plugin: what ember-git.so (libgit2) does for the rest of this room. The plugin is its own file
 * of C without anything of libember; it exports one function that returns this table. ask.h has a
 * second one of the same shape, for repositories that libgit2 does not open.
 */
#ifndef EMBER_GIT_PLUGIN_H
#define EMBER_GIT_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#define GIT_PLUGIN_ABI 4
#define GIT_PLUGIN_SYMBOL "ember_git_plugin"
#define GIT_PLUGIN_FILE "ember-git.so"

/* Bytes of an object's id: SHA-1's, which is all that libgit2 1.5 has, and the most there may be. */
#define GIT_PLUGIN_ID 20
#define GIT_PLUGIN_ID_MAX 32

struct git_plugin_file { /* a file that is new or gone between HEAD and index */
	const char *path;
	const unsigned char *id;
	uint32_t mode;
	int renamed; /* set by renames(): new side: it is one; old side: its file lives on */
};

/*
 * Every function returns 1 (or a value), 0 = there is no such thing, -1 = failure, with words in
 * `why` where it is asked for. Nothing writes. One thread at a time for one repo; repos are
 * independent of each other.
 */
struct git_plugin {
	unsigned abi;
	/*
	 * gitdir is used when the environment named it, else what lies at `top`. Nothing waits longer
	 * than *until_ns (CLOCK_MONOTONIC, 0 = no end), where waiting can be ended.
	 */
	void *(*open)(const char *top, const char *gitdir, int by_gitdir, const uint64_t *until_ns,
		char *why, size_t why_n);
	void (*close)(void *repo);
	int (*flag)(void *repo, const char *name, int unset); /* a boolean of the configuration */
	int (*text)(void *repo, const char *name, char *out, size_t n);
	int (*head_commit)(void *repo, unsigned char *id);    /* 0: no commit yet */
	int (*head_tree)(void *repo, unsigned char *id);
	int (*tree)(void *repo, const unsigned char *id, void *ctx,
		int (*each)(void *ctx, const char *name, uint32_t mode, const unsigned char *id));
	/* The worktree's file holds what the index has for it, filters applied. */
	int (*same)(void *repo, const char *path, uint32_t mode, const unsigned char *id);
	int (*find)(void *repo, const char *revision, const char *path, unsigned char *id); /* a blob */
	int (*blob)(void *repo, const unsigned char *id, size_t max, void *ctx,
		void (*take)(void *ctx, const void *bytes, size_t n));
	/*
	 * Hunks without context between the blob and the worktree's file, filters applied. in_index: the
	 * blob is what the index has. 0: binary.
	 */
	int (*hunks)(void *repo, const unsigned char *id, int in_index, const char *path, void *ctx,
		void (*each)(void *ctx, uint32_t old_start, uint32_t old_lines, uint32_t new_start,
			uint32_t new_lines));
	/*
	 * copies: one old file may go on in several; the last of them, by name, is the renamed one.
	 * limit: of git's search, 0 = its own; libgit2 keeps to its own.
	 */
	int (*renames)(void *repo, int copies, unsigned limit, struct git_plugin_file *old, size_t n_old,
		struct git_plugin_file *now, size_t n_now);
	int (*branch)(void *repo, char *out, size_t n);
	/* What submodule.NAME.ignore passes over: 0 nothing, 1 untracked files, 2 all files, 3 all. */
	int (*submodule_ignore)(void *repo, const char *path);
	const char *(*problem)(void *repo); /* words for the last failure */
	const char *(*version)(void);       /* libgit2's, "1.5.1"; NULL: it is not behind this table */
};

#endif
