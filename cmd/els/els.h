/* els: what its command line, environment and terminal asked for. */
#ifndef EMBER_CMD_ELS_H
#define EMBER_CMD_ELS_H

#include <stdbool.h>
#include <stddef.h>

#include "ember/base/arena.h"
#include "ember/cli/diag.h"
#include "ember/cli/opt.h"
#include "ember/list/conf.h"

/* GNU's exit statuses. */
enum { ELS_MINOR = 1, ELS_SERIOUS = 2 };
/* eza's, where els is called so. */
enum { ELS_EZA_USAGE = 3, ELS_EZA_DENIED = 13 };

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
	ELS_SYSTEM_PROTECTED,
	ELS_DIRECTORY_ONLY,
	ELS_LIST_DIRS,
	ELS_ONLY_DIRS,
	ELS_ONLY_FILES,
	ELS_SHOW_LINKS,
	ELS_NO_LINKS,
	ELS_IGNORE_GLOB,
	ELS_GIT_IGNORE,
	ELS_LIMIT,
	ELS_ONE_FS,
	ELS_STDIN,
	ELS_STDIN0,
	ELS_RECURSE,
	ELS_LONG_WORD,
	ELS_ONE_WORD,
	ELS_ACROSS_WORD,
	ELS_GRID,
	ELS_CLASSIC,
	ELS_JSON,
	ELS_DATE,
	ELS_COLUMN_LIST,
	ELS_HEADER,
	ELS_PERMISSION,
	ELS_OCTAL,
	ELS_LINKS,
	ELS_BLOCK_COLUMN,
	ELS_BINARY,
	ELS_BYTES,
	ELS_SHOW_GROUP,
	ELS_SMART_GROUP,
	ELS_SHOW_MODIFIED,
	ELS_SHOW_ACCESSED,
	ELS_SHOW_CHANGED,
	ELS_SHOW_BORN,
	ELS_FLAGS,
	ELS_EXTENDED,
	ELS_MOUNTS,
	ELS_NO_PERMISSIONS,
	ELS_NO_SIZE,
	ELS_NO_USER,
	ELS_NO_TIME,
	ELS_TRUNCATE_AFTER,
	ELS_TRUNCATE_MARKER,
	ELS_TOTAL,
	ELS_TOTAL_BLOCKS,
	ELS_COUNT,
	ELS_NO_GIT,
	ELS_REPOS,
	ELS_REPOS_BARE,
	ELS_DIRS_LAST,
	ELS_GROUP_DIRS,
	ELS_NATURAL,
	ELS_TIMESORT,
	ELS_SIZESORT,
	ELS_EXTENSIONSORT,
	ELS_VERSIONSORT,
	ELS_NO_SORT,
	ELS_NO_QUOTES,
	ELS_ABSOLUTE,
	ELS_NO_TARGET,
	ELS_ICON_MAP,
	ELS_COLORS,
	ELS_COLOR_SCALE,
	ELS_SCALE_MODE,
	ELS_GENERATE_CONFIG,
	ELS_COMPLETION,
};

enum els_task {
	ELS_LIST,
	ELS_TELL_HELP,
	ELS_TELL_ALL_HELP,
	ELS_TELL_VERSION,
	ELS_TELL_ICONS,
	ELS_TELL_CONFIG,
	ELS_TELL_COMPLETION
};

struct els_conf {
	enum els_task task;
	char **files;
	size_t n_files; /* 0: the current folder */
	bool terminal;  /* stdout is one */
	const struct opt_table *table; /* of options; another than els_options where els is called lsd or eza */
	int shell;      /* ELS_TELL_COMPLETION: 0 bash, 1 zsh, 2 fish */
	struct icon_map *icon_map; /* the user's, NULL = none */
	const char *meant, *meant_hint; /* an operand that may be meant as an option's value, and which; NULL = none */
	bool meant_depth;		/* the hint is for trees */
	struct str names_end; /* names are read from stdin, each ended by this; empty = none are */
	struct list_conf list;
};

/*
 * Read argv, and the environment where it counts, into *c. -1: told, exit with diag's status.
 * Borrows argv and the environment; what is made lives in `a`.
 */
int conf_read(struct els_conf *c, struct arena *a, struct diag *d, int argc, char **argv);

/* Free what of *c does not live in the arena. */
void conf_fini(struct els_conf *c);

/* Do what was asked; failures are told, the status is in diag. */
void run(const struct els_conf *c, struct diag *d);

#endif
