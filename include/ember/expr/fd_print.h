/* fd_print: one result of fd's language as text. */
#ifndef EMBER_EXPR_FD_PRINT_H
#define EMBER_EXPR_FD_PRINT_H

#include <stdbool.h>

#include "ember/base/buf.h"
#include "ember/base/str.h"
#include "ember/expr/fd_format.h"
#include "ember/term/lscolors.h"
#include "ember/walk/entry.h"

/* Frozen before the walk. */
struct fd_print {
	bool strip;       /* a leading "./" goes, unless the name then starts with '-' (O2) */
	bool safe;        /* output is a terminal: what could move its cursor is made visible (O6) */
	bool bare;        /* no '/' behind a directory */
	char end;         /* behind each result: LF or NUL */
	struct str separator; /* --path-separator; empty = '/' */
	const struct fd_format *format;   /* --format, or NULL */
	const struct lscolors *colors;    /* NULL = none */
	unsigned needs;   /* lscolors_needs of colors */
	struct str host;  /* --hyperlink: host name; NULL p = off */
	struct str cwd;   /* absolute path of the working directory, for hyperlinks */
};

/* The path as results and commands show it: without "./" where that is to go. A view. */
struct str fd_shown(const struct fd_print *p, struct str path);

/*
 * Append the result with its end. `scratch` is the thread's own.
 * Facts beyond the type are fetched only where a colour rule asks for them.
 */
void fd_print(const struct fd_print *p, struct buf *out, struct entry *e, struct buf *scratch);

/* Order of results: component by component, bytes within one ("a/b" before "a-b"). */
int fd_path_cmp(struct str a, struct str b);

#endif
