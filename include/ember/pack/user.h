/* user: which files of the user's own there are for the pack, and whether they have changed. */
#ifndef EMBER_PACK_USER_H
#define EMBER_PACK_USER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/str.h"
#include "ember/base/vec.h"
#include "ember/os/stat.h"

enum {
	USER_FOLDERS = 2,       /* ours, and bat's */
	USER_DEPTH_MAX = 8,     /* folders within "syntaxes" and "themes" */
	USER_FILES_MAX = 2000,  /* files that count */
	USER_NAMES_MAX = 20000, /* names looked at */
};

enum user_kind { USER_SYNTAX, USER_THEME };

struct user_file {
	enum user_kind kind;
	const char *path;
	const char *top; /* the "syntaxes" or "themes" folder that it was found in */
	uint64_t size;
	struct stat_time modified;
};

/* All-zero, with `a` set, is empty. */
struct user_files {
	struct arena *a;
	VEC(struct user_file) all; /* folder by folder, sorted within one */
	size_t names;
	bool capped; /* a limit was met: some files are left out */
};

/*
 * The configuration folders that may hold syntaxes and themes, ours first: out[0 .. n).
 * Ownership: they live in `a`. Nothing is opened.
 */
size_t user_folders(struct arena *a, const char *out[USER_FOLDERS]);

/*
 * Append the files below `folder`/syntaxes and `folder`/themes whose names end as grammars and
 * themes do; links are followed (a folder is read once), hidden names passed over. A folder that is
 * not there costs one call of the kernel.
 */
void user_files_find(struct user_files *u, const char *folder);
void user_files_fini(struct user_files *u);

/*
 * What they and the pack they are laid over come to: another number when a file is new, gone or
 * changed (by size or time), or the pack is another. Never 0.
 */
uint64_t user_files_key(const struct user_files *u, uint64_t pack_hash);

/* The file's name without its folder and the ending that says what it is ("a.b.tmTheme": "a.b"). */
struct str user_file_stem(const struct user_file *f);

#endif
