/* spawn: running other programs. */
#ifndef EMBER_OS_SPAWN_H
#define EMBER_OS_SPAWN_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "ember/base/buf.h"
#include "ember/base/def.h"
#include "ember/base/err.h"

enum spawn_input { SPAWN_INHERIT, SPAWN_NULL, SPAWN_FROM }; /* the child's standard input; FROM: `from` */

struct spawn {
	char *const *argv; /* argv[0] is looked up in PATH when it has no slash; ends with NULL */
	int cwd;           /* descriptor of the folder to start in; -1 = this one */
	enum spawn_input in;
	int from;          /* a descriptor for the child's 0 */
	int out, err;      /* descriptors for the child's 1 and 2; -1 = inherited */
	char *const *set;  /* "NAME=value" for its environment, "NAME" to leave one out; ends with NULL; NULL = ours */
};

/*
 * The child gets an empty signal mask, default actions for SIGPIPE, SIGINT and SIGQUIT, and only
 * the descriptors 0, 1 and 2 (all others of ours are close-on-exec). A file that the kernel does
 * not know how to start is handed to /bin/sh, as execvp does.
 * Errors:  -1 and e->num says why it could not be started (ENOENT, EACCES, E2BIG ...).
 * Threads: any, at the same time.
 */
int spawn_start(pid_t *pid, const struct spawn *s, struct err *e);

/* Wait for that child: a status as of waitpid. */
int spawn_wait(pid_t pid, int *status, struct err *e);

int spawn_run(const struct spawn *s, int *status, struct err *e);

/*
 * As spawn_run, and append what the child writes to 1 and 2 to the buffers (which may be the same
 * one; NULL = leave that stream as s->out or s->err says). At most `max` bytes are kept, the rest is
 * read and dropped.
 */
int spawn_capture(const struct spawn *s, struct buf *out, struct buf *err, size_t max, int *status,
	struct err *e);

/*
 * Where PATH has the program, into *found: only its absolute folders are looked into, so that a program in the
 * folder at hand is never taken for it. False: nowhere.
 */
bool spawn_find(struct buf *found, const char *name);

/* Ended by itself with status 0. */
bool spawn_ok(int status);

#endif
