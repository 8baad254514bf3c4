/*
 * command: the git command, asked about one repository that libgit2 does not open. Whatever the repository's
 * configuration names is left alone: nothing of it is run, nothing is written, locked or fetched.
 */
#ifndef EMBER_GIT_COMMAND_H
#define EMBER_GIT_COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "ember/base/arena.h"
#include "ember/base/buf.h"
#include "ember/base/vec.h"

#define COMMAND_NOTHING "EMBER_NOTHING" /* an environment variable that is set and empty there: for --config-env */
#define COMMAND_RECORD_MAX ((size_t)1 << 20) /* bytes of one line or NUL-terminated record */

/* An all-zero value with `top` is a repository that has not been asked yet. */
struct command {
	const char *top;          /* of the worktree: git looks for the repository there, and whether it is to be trusted */
	const char *gitdir;       /* where the environment named it; NULL = git finds it */
	const uint64_t *until_ns; /* CLOCK_MONOTONIC; NULL or 0 = as long as COMMAND_MS */
	struct buf program;       /* of git, found once */
	VEC(char *) silenced;     /* options that take a setting away from the repository */
	char why[256];            /* words for the last failure */
};

/* One run of it. */
struct command_run {
	pid_t pid;
	int to, from, errors; /* -1 = not open */
	struct buf text;
	size_t at;            /* what lies before it was taken */
};

void command_fini(struct command *c);

/* Set c->why: -1. */
int command_fail(struct command *c, const char *what);

/*
 * Start `git args` (ends with NULL). talks: command_say will be used; else its input is empty.
 * Errors: -1 and c->why. After a success command_end must be called.
 */
int command_start(struct command_run *run, struct command *c, const char *const *args, bool talks);

/* Hand it all these bytes. -1: it is gone, or too late (c->why). */
int command_say(struct command_run *run, struct command *c, struct str text);

/*
 * Its next output up to `end`, which is taken but not part of *record. 1, 0 = it has ended, -1 = too late, too
 * long (c->why). The view is valid until the next call.
 */
int command_record(struct command_run *run, struct command *c, char end, struct str *record);

/* A line, of which only the start is kept where it is long. */
int command_line(struct command_run *run, struct command *c, struct str *line);

/* Exactly n bytes of its output, as command_record; less than n is a failure. */
int command_bytes(struct command_run *run, struct command *c, size_t n, struct str *bytes);

/*
 * Wait for its end; where its output was not read to the end, it is stopped. Its exit status, or -1 (also when it was
 * stopped). c->why has what it told last of a failure, where it told anything.
 */
int command_end(struct command_run *run, struct command *c);

#endif
