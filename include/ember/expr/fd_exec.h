/* fd_exec: fd's -x (one run per result, in parallel) and -X (one run for all). */
#ifndef EMBER_EXPR_FD_EXEC_H
#define EMBER_EXPR_FD_EXEC_H

#include <stdbool.h>
#include <stddef.h>

#include "ember/base/err.h"
#include "ember/base/str.h"
#include "ember/expr/fd_format.h"
#include "ember/expr/fd_print.h"

/* One command line with placeholders. */
struct fd_command {
	struct fd_format *args; /* n of them, n > 0 */
	size_t n;
};

/*
 * Parse a command. Without any placeholder "{}" is put at its end. Lives in `a`.
 * Returns NULL, or what is wrong with it: empty, for `batch` more than one argument with
 * placeholders or one in the program's name (X2, X5).
 */
const char *fd_command_parse(
	struct fd_command *c, struct arena *a, char **argv, size_t n, bool batch);

struct fd_exec_conf {
	const struct fd_command *commands; /* run in order for each result, or each for all */
	size_t n;
	bool batch;
	size_t batch_size;          /* paths a run, 0 = what the system takes */
	bool label;                 /* a line with the path before each output of -x */
	bool ordered;               /* -X: results come in their final order already */
	unsigned workers;           /* 1: runs by the walk's own thread, streams are inherited */
	const struct fd_print *print; /* "./" and separator; end NUL also ends each output (O5) */
	void *ctx;
	/* A command that could not run or was killed. Locked: one call at a time. */
	void (*report)(void *ctx, struct str command, const struct err *e);
};

struct fd_exec;

/* Errors: none. Threads: fd_exec_add from any; the others from the thread that made it. */
struct fd_exec *fd_exec_new(const struct fd_exec_conf *c);
/* One more result. May wait for running commands, or run this one. */
void fd_exec_add(struct fd_exec *x, struct str path);
/* Run what waits, wait for all. True when every command ended with status 0. */
bool fd_exec_finish(struct fd_exec *x);
void fd_exec_free(struct fd_exec *x);

#endif
