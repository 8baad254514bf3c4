/* repo: what this room's files share: an opened repository, its index, its plugin handle. */
#ifndef EMBER_GIT_REPO_H
#define EMBER_GIT_REPO_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/base/map.h"
#include "ember/base/vec.h"
#include "ember/git/discover.h"
#include "ember/git/exclude.h"
#include "ember/git/git.h"
#include "ember/git/index.h"
#include "ember/git/plugin.h"

enum repo_state { REPO_NEW, REPO_READY, REPO_BROKEN };

/* A difference between HEAD and index. */
struct staged {
	struct str path;
	char letter;
	uint32_t mode;           /* of the side that is there */
	const unsigned char *id;
};

struct staged_list {
	const struct staged *p; /* ascending by path */
	size_t n;
};

struct repo {
	struct repo *next;
	struct git *git;
	struct git_place place;
	int top_fd; /* O_PATH, -1 = not open */

	enum repo_state index_state;
	struct index index, base; /* base: of a split index */
	struct index_list all;

	enum repo_state handle_state;
	const struct git_plugin *api; /* of the handle: the plugin's, or that of ask.h */
	void *handle;
	bool file_mode, symlinks, ignore_case;
	struct map folded; /* small letters of all tracked paths, with ignore_case */
	struct exclude exclude; /* ready with the handle */

	enum repo_state staged_state;
	struct staged_list staged;
};

struct git {
	struct arena arena;
	struct git_options options;
	uint64_t deadline_ns; /* 0 = none yet */
	const struct git_plugin *api;
	enum repo_state api_state;
	struct repo *repos;
	struct map dirs;   /* real path → struct git_dir */
	struct map kept;   /* base and path → struct git_kept, of git_changes_ahead */
	unsigned nesting;  /* submodules inside submodules */
	const char *problem_path;
	struct err problem;
};

/* Keep the first problem; the text may be on the caller's stack. */
void repo_problem(struct git *g, const char *path, const struct err *e);

/* The repository of a directory given by its real path; NULL = none, or unusable (then a problem). */
struct repo *repo_find(struct git *g, const char *real, bool *unusable);

/* Read the index; false: unknown (a problem). No index is an empty one. */
bool repo_index(struct repo *r);

/* The plugin; NULL: not to be had (a problem). */
const struct git_plugin *repo_plugin(struct git *g);

/*
 * The plugin with this repository open in it, or the git command's table where the plugin opens no such repository;
 * NULL: not to be had (a problem).
 */
const struct git_plugin *repo_api(struct repo *r);

/* The git command answers for it, so that its first question starts a program. */
bool repo_asks(const struct repo *r);

/*
 * Put into the index's list, for folders that a sparse checkout left out and that are there, the files of their trees:
 * so git does. Part of repo_index.
 */
void repo_unsparse(struct repo *r);

/* The same two ids. */
bool repo_same_id(const struct repo *r, const unsigned char *a, const unsigned char *b);

/* A question to the repository's table failed: note its words. */
void repo_failed(struct repo *r);

/* HEAD against index, renames found; false: unknown (a problem). Computed once. */
bool repo_staged(struct repo *r);

/* How much a letter matters: '-' 0, 'I' 1, '?' 2, 'N', 'T', 'R', 'M', 'D', 'U', '~'. */
unsigned repo_rank(char letter);

/*
 * The worktree letter of a merged, tracked file as its stat data against the entry's decide it; 0: they do not, and
 * repo_compare is to be asked. folder: a descriptor of its folder, name: its last component (NUL-terminated).
 * Threads: any number at once, as long as nobody else uses r.
 */
char repo_glance(const struct repo *r, const struct index_entry *entry, int folder, const char *name);

/* The letter of a file that cannot be looked at, for that errno. */
char repo_missing(const struct index_entry *entry, int num);

/* The same where repo_glance says 0: by its content, the configuration, or as a submodule. */
char repo_compare(struct repo *r, const struct index_entry *entry, int folder, const char *name);

/*
 * Put into letters[i] the worktree letter of list.p[i], for those i where it is `which` now, a value that is no
 * letter. Looks at them on several threads where there are many. timed: what is not known when the time is over is '~'.
 */
void repo_tracked(struct repo *r, struct index_list list, char *letters, char which, bool timed);

/* The stat data alone say that the file is what the entry recorded; never opens the plugin. */
bool repo_unchanged(struct repo *r, const struct index_entry *entry, int folder, const char *name);

/*
 * Of a path that is not tracked: 'I' when git's rules ignore it, else '?'; '~' when the rules are not to be had. '-':
 * it is what git takes for a tracked file where case does not count (core.ignoreCase).
 */
char repo_ignored(struct repo *r, struct str path, bool is_dir);

/* The folder ("a/b/") is a repository of its own: whatever is in it, to this one it is an untracked thing. */
bool repo_nested(const struct repo *r, struct str folder);

/* It lies in a submodule of this repository, whose own repository is gone: git says nothing of what is there. */
bool repo_in_gitlink(const struct repo *r, struct str folder);

enum repo_search {
	REPO_SEARCH_NAMES, /* the folder's own names */
	REPO_SEARCH_NEW,   /* and what lies in folders without anything tracked */
	REPO_SEARCH_ALL,   /* and in all the others */
};

/*
 * Is there an untracked file, not ignored, in this folder ("a/b/", "" = top) or below it? '?', '-' or '~'. An untracked
 * folder itself is none, since one without a file is nothing to git.
 */
char repo_untracked_below(struct repo *r, struct str folder, enum repo_search search);

/* The time that options.timeout_ms gives is over; it starts with the first call. */
bool repo_late(struct git *g);

/* Frees what git_dir made outside the arena. */
void status_free(struct git_dir *d);

#endif
