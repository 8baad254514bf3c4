/* els: what its command line, environment and terminal asked for. */
#ifndef EMBER_CMD_ELS_H
#define EMBER_CMD_ELS_H

#include <stdbool.h>
#include <stddef.h>

#include "ember/base/arena.h"
#include "ember/cli/diag.h"
#include "ember/list/conf.h"

/* GNU's exit statuses. */
enum { ELS_MINOR = 1, ELS_SERIOUS = 2 };

/* Ids of the rows in opts.c. */
enum els_id {
	ELS_ALL = 1,
	ELS_ALMOST_ALL,
	ELS_AUTHOR,
	ELS_ESCAPE,
	ELS_BLOCK_SIZE,
	ELS_IGNORE_BACKUPS,
	ELS_CHANGED,
	ELS_COLUMNS,
	ELS_COLOR,
	ELS_CONTEXT,
	ELS_DIRECTORY,
	ELS_DIRED,
	ELS_UNSORTED_ALL,
	ELS_CLASSIFY,
	ELS_FILE_TYPE,
	ELS_FORMAT,
	ELS_FULL_TIME,
	ELS_NO_OWNER,
	ELS_DIRS_FIRST,
	ELS_NO_GROUP,
	ELS_HUMAN,
	ELS_SI,
	ELS_FOLLOW_ARGS,
	ELS_FOLLOW_ARGS_TO_DIRS,
	ELS_HIDE,
	ELS_HYPERLINK,
	ELS_INDICATOR_STYLE,
	ELS_INODE,
	ELS_IGNORE,
	ELS_KIBIBYTES,
	ELS_LONG,
	ELS_FOLLOW,
	ELS_COMMAS,
	ELS_NUMERIC,
	ELS_LITERAL,
	ELS_LONG_NO_GROUP,
	ELS_SLASH,
	ELS_HIDE_CONTROL,
	ELS_SHOW_CONTROL,
	ELS_QUOTE_NAME,
	ELS_QUOTING_STYLE,
	ELS_REVERSE,
	ELS_RECURSIVE,
	ELS_BLOCKS,
	ELS_BY_SIZE,
	ELS_SORT,
	ELS_TIME,
	ELS_TIME_STYLE,
	ELS_BY_TIME,
	ELS_TAB_SIZE,
	ELS_ACCESSED,
	ELS_UNSORTED,
	ELS_BY_VERSION,
	ELS_WIDTH,
	ELS_ACROSS,
	ELS_BY_EXTENSION,
	ELS_ZERO,
	ELS_ONE,
	ELS_TREE,
	ELS_DEPTH,
	ELS_FOLLOW_LINKS,
	ELS_ICONS,
	ELS_ICON_THEME,
	ELS_GIT,
	ELS_GIT_DEPTH,
	ELS_GIT_TIMEOUT,
	ELS_BY_GIT,
	ELS_META_COLOR,
	ELS_CONFIG,
	ELS_NO_CONFIG,
	ELS_GNU,
	ELS_GUARD,
	ELS_HELP,
	ELS_VERSION,
};

enum els_task { ELS_LIST, ELS_TELL_HELP, ELS_TELL_VERSION, ELS_TELL_ICONS };

struct els_conf {
	enum els_task task;
	char **files;
	size_t n_files; /* 0: the current folder */
	bool terminal;  /* stdout is one */
	struct list_conf list;
};

/*
 * Read argv, and the environment where it counts, into *c. -1: told, exit with diag's status.
 * Borrows argv and the environment; what is made lives in `a`.
 */
int conf_read(struct els_conf *c, struct arena *a, struct diag *d, int argc, char **argv);

/* Do what was asked; failures are told, the status is in diag. */
void run(const struct els_conf *c, struct diag *d);

#endif
