/* conf: everything that decides how a listing looks; read-only once the program has filled it. */
#ifndef EMBER_LIST_CONF_H
#define EMBER_LIST_CONF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/git/git.h"
#include "ember/list/palette.h"
#include "ember/term/color.h"
#include "ember/term/lscolors.h"
#include "ember/text/human.h"
#include "ember/text/quote.h"

struct icon_map;

enum list_format { LIST_LONG, LIST_ONE, LIST_DOWN, LIST_ACROSS, LIST_COMMAS };
enum list_sort {
	LIST_BY_NAME, LIST_BY_NONE, LIST_BY_SIZE, LIST_BY_TIME, LIST_BY_VERSION, LIST_BY_EXTENSION,
	LIST_BY_WIDTH, LIST_BY_GIT, LIST_BY_INODE, LIST_BY_TYPE
};

/* How names are compared, where the order is by name or extension. */
enum list_collate {
	LIST_COLLATE_BYTES,
	LIST_COLLATE_LOCALE,       /* strcoll */
	LIST_COLLATE_NATURAL,      /* numbers by value, letters regardless of case */
	LIST_COLLATE_NATURAL_CASE, /* numbers by value */
	LIST_COLLATE_FOLD,         /* letters regardless of case */
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

/* What a line of LIST_LONG can hold, beyond GNU's own order. */
enum list_column {
	LIST_COL_INODE, LIST_COL_OCTAL, LIST_COL_PERMISSION, LIST_COL_LINKS, LIST_COL_USER, LIST_COL_GROUP,
	LIST_COL_AUTHOR, LIST_COL_CONTEXT, LIST_COL_SIZE, LIST_COL_BLOCKS, LIST_COL_FLAGS, LIST_COL_DATE,
	LIST_COL_MODIFIED, LIST_COL_ACCESSED, LIST_COL_CHANGED, LIST_COL_BORN, LIST_COL_XATTR, LIST_COL_GIT,
	LIST_COL_REPO, LIST_COL_ICON, LIST_COL_NAME,
	LIST_COLUMNS
};
enum list_permission { LIST_RWX, LIST_OCTAL, LIST_ATTRIBUTES, LIST_NO_PERMISSION };
enum list_group_dirs { LIST_DIRS_MIXED, LIST_DIRS_FIRST, LIST_DIRS_LAST };
enum list_only { LIST_EVERY, LIST_ONLY_DIRS, LIST_ONLY_FILES };
enum list_absolute { LIST_RELATIVE, LIST_ABSOLUTE, LIST_RESOLVED };
enum { LIST_SCALE_SIZE = 1, LIST_SCALE_AGE = 2 };

struct list_conf {
	enum list_format format;
	enum list_sort sort;
	enum list_time time;
	enum list_time sort_time;    /* what LIST_BY_TIME goes by */
	enum list_hidden hidden;
	enum list_follow follow;
	enum list_mark mark;
	bool reverse;
	bool flip;                   /* the key of `sort` counts the other way, names that it leaves equal do not */
	enum list_group_dirs group_dirs;
	bool backups_off;            /* -B */
	const char *const *ignore;   /* -I patterns, NULL-terminated; may be NULL */
	const char *const *hide;     /* --hide patterns, same */
	const char *const *globs;    /* --ignore-glob patterns, same; a leading dot is a character like others */
	enum list_only only;
	bool no_links;               /* links are left out */
	bool git_ignore;             /* what git ignores is left out */
	size_t limit;                /* items shown of a folder, 0 = all */
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
	enum list_collate collate;
	bool mix_dots;           /* LIST_COLLATE_NATURAL: a dot at the start does not count */
	enum list_icons icons;
	const struct icon_map *icon_map; /* the user's own, NULL = none */
	unsigned icon_gap;       /* blanks after an icon */
	bool git;                /* the column of git's letters */
	struct git_options git_options;
	bool color_columns;      /* other columns than the name have colours too */
	const struct palette *palette;    /* their colours; never NULL with color_columns */
	const enum list_column *columns;  /* of LIST_LONG; NULL = GNU's */
	size_t n_columns;
	bool align_name;         /* the name is not the last column */
	bool icon_column;        /* icons are a column of their own */
	bool total_line;         /* "total N" before a folder's items */
	bool header;             /* titles over the columns */
	bool dirs_as_given;      /* folders that are arguments are listed in their order */
	bool bare_root;          /* no heading over a single argument, with `recursive` */
	enum list_permission permission;
	bool dot_files;          /* '.' as the type letter of regular files, '|' of pipes */
	bool smart_group;        /* the group only where its name is another than the owner's */
	bool no_target;          /* no " -> target" */
	bool show_target;        /* one name a line has " -> target" too */
	bool lsd_letters;        /* git's letters as lsd writes them: '.' unchanged, 'C' conflict */
	bool relative_dates;
	const char *size_words;  /* between number and unit of sizes, NULL = as size_unit writes them */
	bool mark_attrs;         /* '@' behind the mode of files with other extended attributes */
	bool bare_dirs;          /* only regular files have a size, the rest '-' */
	size_t owner_max;        /* longer names of users and groups are cut after so many cells, 0 = never */
	const char *owner_marker;
	bool more;               /* a column asks for facts of struct item_more */
	bool xattrs, show_xattrs; /* attributes are read; each is a line below its item */
	bool mounts, count, repos, repo_status;
	bool total, total_blocks; /* size of folders: of all below; in allocated bytes */
	bool one_fs;
	bool more_line;          /* say how many items `limit` left out */
	bool long_grid;          /* LIST_LONG rows side by side */
	size_t long_grid_rows;   /* only from so many rows on */
	bool long_grid_across;
	bool json;
	enum list_absolute absolute;
	unsigned scale;          /* LIST_SCALE_ bits: colours by size, by age */
	bool scale_fixed;
	int scale_min;           /* least luminance, percent */
	bool scale_light;        /* the terminal's ground is light: what stands out there is dark */
	enum color_depth scale_depth;
	bool utf8;               /* the terminal's characters */
	bool translated;         /* words come from the catalogue of GNU's ls */
};

#endif
