/* conf: everything that decides how a listing looks; read-only once the program has filled it. */
#ifndef EMBER_LIST_CONF_H
#define EMBER_LIST_CONF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/git/git.h"
#include "ember/term/lscolors.h"
#include "ember/text/human.h"
#include "ember/text/quote.h"

enum list_format { LIST_LONG, LIST_ONE, LIST_DOWN, LIST_ACROSS, LIST_COMMAS };
enum list_sort {
	LIST_BY_NAME, LIST_BY_NONE, LIST_BY_SIZE, LIST_BY_TIME, LIST_BY_VERSION, LIST_BY_EXTENSION,
	LIST_BY_WIDTH, LIST_BY_GIT
};
enum list_time { LIST_MODIFIED, LIST_ACCESSED, LIST_CHANGED, LIST_BORN };
enum list_hidden { LIST_NO_DOT, LIST_ALMOST, LIST_ALL }; /* default, -A, -a */
enum list_follow {
	LIST_NEVER,
	LIST_ARGS_TO_DIRS, /* arguments that are links to folders */
	LIST_ARGS,         /* -H */
	LIST_ALWAYS        /* -L */
};
enum list_icons { LIST_ICONS_NONE, LIST_ICONS_NERD, LIST_ICONS_UNICODE };
enum list_mark { LIST_MARK_NONE, LIST_MARK_SLASH, LIST_MARK_TYPE, LIST_MARK_CLASSIFY };

struct list_conf {
	enum list_format format;
	enum list_sort sort;
	enum list_time time;
	enum list_hidden hidden;
	enum list_follow follow;
	enum list_mark mark;
	bool reverse, dirs_first;
	bool backups_off;            /* -B */
	const char *const *ignore;   /* -I patterns, NULL-terminated; may be NULL */
	const char *const *hide;     /* --hide patterns, same */
	bool self;                   /* -d: folders themselves, not what is in them */
	bool recursive, tree;
	bool follow_links;           /* in a tree: also into links to folders */
	size_t depth;                /* levels below an argument for recursive and tree; SIZE_MAX = all */
	bool inode, blocks, context; /* columns of any format */
	bool owner, group, author;   /* columns of LIST_LONG */
	bool numeric;
	bool stream;                 /* rows of a folder are written as they are read, so nothing is padded */
	struct human block_unit, size_unit;
	struct quote quote;      /* names */
	struct quote dir_quote;  /* headings */
	bool align_quotes;       /* a blank before unquoted names when others are quoted */
	size_t width;            /* of a line, 0 = endless */
	size_t tab;              /* 0 = blanks only */
	char eol;                /* '\n' or NUL */
	bool dired;
	const char *hyperlink;   /* host for OSC 8 links, NULL = none */
	const struct lscolors *colors; /* NULL = none */
	const char *time_old, *time_recent; /* strftime formats; NULL = the locale's */
	bool collate;            /* names by strcoll, not by bytes */
	enum list_icons icons;
	unsigned icon_gap;       /* blanks after an icon */
	bool git;                /* the column of git's letters */
	struct git_options git_options;
	bool color_columns;      /* other columns than the name have colours too */
	bool utf8;               /* the terminal's characters */
};

#endif
