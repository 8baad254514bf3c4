/* efind: what its own files share. */
#ifndef EMBER_CMD_EFIND_H
#define EMBER_CMD_EFIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/cli/diag.h"
#include "ember/cli/opt.h"
#include "ember/expr/fd.h"
#include "ember/expr/fd_exec.h"
#include "ember/expr/fd_print.h"
#include "ember/expr/fd_sort.h"
#include "ember/term/color.h"
#include "ember/walk/ignore_stack.h"
#include "ember/walk/walk.h"

/* ---- which language (dialect.c) */
enum efind_lang { EFIND_FD, EFIND_FIND };

struct dialect {
	enum efind_lang lang;
	const char *because; /* the word that decided, or NULL: the name, --lang, or nothing */
};
/*
 * Decide for this line (spec efind 1.1). `env` is EFIND_LANG or NULL. A leading --lang=... is taken
 * off *argc and *argv. -1: --lang has a value that is none.
 */
int dialect_choose(
	struct dialect *out, const char *program, const char *env, int *argc, char **argv);
/* The first word of the line that is find's and not fd's, or NULL. */
const char *dialect_find_word(int argc, char **argv);

/* ---- fd language: option ids, in the order of opts.c */
enum {
	FD_OPT_HIDDEN = 1,
	FD_OPT_NO_HIDDEN,
	FD_OPT_NO_IGNORE,
	FD_OPT_IGNORE,
	FD_OPT_NO_IGNORE_VCS,
	FD_OPT_IGNORE_VCS,
	FD_OPT_NO_REQUIRE_GIT,
	FD_OPT_REQUIRE_GIT,
	FD_OPT_NO_IGNORE_PARENT,
	FD_OPT_IGNORE_PARENT,
	FD_OPT_NO_GLOBAL_IGNORE,
	FD_OPT_UNRESTRICTED,
	FD_OPT_CASE_SENSITIVE,
	FD_OPT_IGNORE_CASE,
	FD_OPT_GLOB,
	FD_OPT_REGEX,
	FD_OPT_FIXED,
	FD_OPT_EXACT,
	FD_OPT_AND,
	FD_OPT_ABSOLUTE,
	FD_OPT_RELATIVE,
	FD_OPT_LIST,
	FD_OPT_FOLLOW,
	FD_OPT_NO_FOLLOW,
	FD_OPT_FULL_PATH,
	FD_OPT_PRINT0,
	FD_OPT_MAX_DEPTH,
	FD_OPT_MIN_DEPTH,
	FD_OPT_EXACT_DEPTH,
	FD_OPT_EXCLUDE,
	FD_OPT_PRUNE,
	FD_OPT_TYPE,
	FD_OPT_EXTENSION,
	FD_OPT_SIZE,
	FD_OPT_WITHIN,
	FD_OPT_BEFORE,
	FD_OPT_OWNER,
	FD_OPT_FORMAT,
	FD_OPT_EXEC,
	FD_OPT_EXEC_BATCH,
	FD_OPT_BATCH_SIZE,
	FD_OPT_IGNORE_FILE,
	FD_OPT_COLOR,
	FD_OPT_HYPERLINK,
	FD_OPT_IGNORE_CONTAIN,
	FD_OPT_THREADS,
	FD_OPT_BUFFER_TIME,
	FD_OPT_MAX_RESULTS,
	FD_OPT_ONE,
	FD_OPT_QUIET,
	FD_OPT_SHOW_ERRORS,
	FD_OPT_BASE_DIRECTORY,
	FD_OPT_PATH_SEPARATOR,
	FD_OPT_SEARCH_PATH,
	FD_OPT_STRIP_CWD,
	FD_OPT_ONE_FS,
	FD_OPT_BRIEF_HELP,
	FD_OPT_HELP,
	FD_OPT_VERSION,
	FD_OPT_LANG,
	FD_OPT_COMPLETIONS,
	FD_OPT_SORT,
	FD_OPT_REVERSE,
	FD_OPT_OR,
	FD_OPT_NOT,
	FD_OPT_PATTERNS_FROM,
	FD_OPT_MATCH,
	FD_OPT_TIME,
	FD_OPT_UNIQUE,
	FD_OPT_ORDER,
	FD_OPT_LOCAL,
	FD_OPT_EXEC_LABEL,
	FD_OPT_FAIL,
	FD_OPT_ENGINE,
	FD_OPT_NO_CONFIG,
	FD_OPT_COUNT
};

enum fd_task { FD_SEARCH, FD_TELL_BRIEF, FD_TELL_HELP, FD_TELL_VERSION, FD_TELL_COMPLETIONS };
enum fd_syntax { FD_SYNTAX_REGEX, FD_SYNTAX_GLOB, FD_SYNTAX_FIXED, FD_SYNTAX_EXACT };
enum fd_engine { FD_ENGINE_NAME, FD_ENGINE_RUST, FD_ENGINE_ONIG }; /* NAME: by the program's name */
enum fd_case { FD_CASE_SMART, FD_CASE_SENSITIVE, FD_CASE_IGNORE };

/* What a pattern of the line is for. */
enum fd_role { FD_MAIN, FD_AND, FD_OR, FD_NOT };
struct fd_given {
	struct str text;
	enum fd_role role;
};

struct fd_conf {
	enum fd_task task;
	struct arena *arena;
	struct diag *diag;
	bool given[FD_OPT_COUNT];
	/* As read: */
	VEC(struct fd_given) patterns;
	VEC(const char *) pattern_files;
	const char *shell; /* --gen-completions */
	enum fd_engine engine;
	size_t n_given; /* options on the line itself */
	bool defaults;  /* the words being read are those of EFIND_OPTS */
	VEC(const char *) roots;
	VEC(struct str) excludes;
	VEC(const char *) ignore_files;
	VEC(struct str) contain;
	VEC(struct fd_command) commands;
	enum fd_syntax syntax;
	enum fd_case fold;
	bool operand_roots, search_paths, absolute, unrestricted;
	const char *base_directory, *format, *time_within, *time_before;
	enum color_when color, hyperlink;
	bool hyperlink_on;
	int strip; /* -1 never, 0 auto, 1 always */
	/* Made of it: */
	struct fd_query query;
	struct ignore_conf ignore;
	struct walk_conf walk;
	struct fd_print print;
	struct fd_exec_conf exec;
	struct lscolors lscolors;
	struct fd_format template;
	uint64_t max_results; /* 0 = all */
	bool quiet, prune, show_errors, fail_on_error, batch, list;
	struct fd_sort sort;
	unsigned buffer_ms;
	/* Owned: */
	struct ignore *owned[4]; /* exclude, exclude_abs, and what ignore_users reads */
	VEC(struct ignore *) extra;
};

/* Read argv; -1 after a message (d->status is set). fd_conf_fini is due either way. */
int fd_conf_read(struct fd_conf *c, struct arena *a, struct diag *d, int argc, char **argv);
/* One option of the line (conf_option.c). -1 after a message. */
int fd_conf_option(struct fd_conf *c, const struct opt_parser *p);
/* Say that the value is none of the option's, and why; -1. */
int fd_conf_bad_value(
	struct fd_conf *c, const struct opt *row, const char *value, const char *why);
/* Patterns, roots, ignore files, colours: what needs the system. -1 after a message. */
int fd_conf_finish(struct fd_conf *c);
/* --patterns-from (patterns.c): its lines as further FD_OR patterns. -1 after a message. */
int fd_patterns_read(struct fd_conf *c);
/* Check all patterns, settle smart case and compile them into c->query. -1 after a message. */
int fd_patterns_finish(struct fd_conf *c);
void fd_conf_fini(struct fd_conf *c);

/* Two lines below a message: the regular expression, and a caret under byte `at` of it (R21, B15). */
void show_place(struct diag *d, struct str pattern, size_t at);
/* We were called by fd's own name, fd or fdfind. */
bool fd_name(const struct diag *d);

/* ---- running */
/* `because` is the word that chose the language, or NULL; named in hints on a terminal. */
void run_fd(struct diag *d, struct arena *a, const char *because, int argc, char **argv);
void run_find(struct diag *d, struct arena *a, const char *because, int argc, char **argv);

#endif
