/*
 * ask: the table of plugin.h answered by the git command, for repositories with SHA-256 names, which libgit2 1.5 does
 * not open. What the two tables say of one repository is the same.
 */
#ifndef EMBER_GIT_ASK_H
#define EMBER_GIT_ASK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/map.h"
#include "ember/base/str.h"
#include "ember/base/vec.h"
#include "ember/git/command.h"
#include "ember/git/plugin.h"

const struct git_plugin *ask_table(void);

/* ---- what its files share ---- */

struct ask_setting {
	struct str name;  /* "section.Sub.key", section and key in small letters */
	struct str value;
	bool bare;        /* it had no '=', which means true */
};

struct ask_settings {
	VEC(struct ask_setting) list; /* of two with one name the last holds */
};

/* Files whose contents are not what the index says, asked for one folder ("" = all) at a time. */
struct ask_changed {
	bool known, failed;
	struct str folder;
	struct map paths;
};

struct ask {
	struct command command;
	struct arena arena;
	unsigned id_n;               /* bytes of an id */
	struct ask_settings settings;
	bool modules_known;
	struct ask_settings modules; /* of .gitmodules */
	struct command_run objects;  /* git cat-file --batch, kept until the end */
	bool talks;                  /* it runs */
	unsigned starts;
	struct ask_changed changed;
};

/*
 * Read settings, those of `file` alone or (NULL) all that hold in this repository. 1, -1 (a->command.why).
 * They live in a->arena.
 */
int ask_settings_read(struct ask *a, struct ask_settings *s, const char *file);

/* The last value of `name`, NULL = it is not set. */
const struct ask_setting *ask_setting(const struct ask_settings *s, struct str name);

/* As git reads a boolean; `unset` where it is none. */
int ask_flag(const struct ask_settings *s, const char *name, int unset);

/* Take the commands of content filters away from every later run. -1: there are too many. */
int ask_silence_filters(struct ask *a);

/* Three rows of the table, which look at files. */
int ask_same(void *repo, const char *path, uint32_t mode, const unsigned char *id);
int ask_hunks(void *repo, const unsigned char *id, int in_index, const char *path, void *ctx,
	void (*each)(void *ctx, uint32_t old_start, uint32_t old_lines, uint32_t new_start, uint32_t new_lines));
int ask_renames(void *repo, int copies, unsigned limit, struct git_plugin_file *old, size_t n_old,
	struct git_plugin_file *now, size_t n_now);

struct ask_object {
	unsigned char id[GIT_PLUGIN_ID_MAX];
	char type[8]; /* "blob", "tree", "commit", "tag" */
	struct str bytes; /* valid until the next object is asked for */
};

/* The object of that name (an id's digits, "HEAD^{tree}"); not more than `max` bytes. 1, 0 = there is none, -1. */
int ask_object(struct ask *a, struct str name, size_t max, struct ask_object *out);
int ask_object_id(struct ask *a, const unsigned char *id, size_t max, struct ask_object *out);
void ask_objects_end(struct ask *a);

/* The entries of a tree's bytes, in their order: false at the end. A name ends with a NUL. */
#define ASK_DAMAGED UINT32_MAX /* as the mode: the rest is not to be read */
bool ask_tree_next(const struct ask *a, struct str *rest, const char **name, uint32_t *mode, const unsigned char **id);

/* "@@ -A[,B] +C[,D] @@", a hunk's first line: A, B, C and D, where B and D may be left out for 1. */
bool ask_hunk(struct str line, uint32_t at[4]);

/* The digits at the start of `text` into `id`; false: there are not enough of them. And the other way, with a NUL. */
bool ask_id(const struct ask *a, struct str text, unsigned char *id);
void ask_digits(const struct ask *a, const unsigned char *id, char *text);

#endif
