/* rcfile: a configuration file with one option a line, split into words. */
#ifndef EMBER_CLI_RCFILE_H
#define EMBER_CLI_RCFILE_H

#include <stdbool.h>
#include <stddef.h>

#include "ember/base/arena.h"
#include "ember/base/err.h"
#include "ember/base/str.h"

#define RCFILE_MAX (64 * 1024) /* bytes of a file */
#define RCFILE_WORDS 64        /* of a line */

/*
 * One entry. argv[1..argc) are its words as opt_start takes them, argv[0] is the file's name,
 * argv[argc] is NULL. A line that could not be split or is not UTF-8 has `what` and argc 0.
 */
struct rcfile_line {
	unsigned line; /* 1-based */
	const char *what;
	int argc;
	char **argv;
};

struct rcfile {
	const char *path; /* as given */
	const struct rcfile_line *lines;
	size_t n;
	bool shared; /* others than its owner (us or root) may write it */
};

/*
 * Split `text`. A line holds words in the shell's quotes ('…', "…", \), without any expansion;
 * '#' at the start of a word begins a comment; CR LF and a byte order mark are accepted. A line
 * whose first word has no dash is "name = value" and becomes the one word "--name=value" (further
 * words belong to the value). Empty lines give no entry.
 * Ownership: everything lives in `a`; `path` is borrowed; `text` is not.
 */
void rcfile_parse(struct rcfile *out, struct arena *a, const char *path, struct str text);

/*
 * The words of a command, split the same way: NULL at their end; in `a`. NULL: *what says what is wrong.
 */
char **rcfile_argv(struct arena *a, struct str command, const char **what);

/*
 * Read and split the file; /dev/null is an empty one. 0: *out is filled. 1: there is no such file (or no permission to look
 * for it). -1: it cannot be read, is not a regular file or passes RCFILE_MAX; *e says so.
 */
int rcfile_read(struct rcfile *out, struct arena *a, const char *path, struct err *e);

#endif
