/* diag: the one place that prints messages, and keeps the worst exit status. */
#ifndef EMBER_CLI_DIAG_H
#define EMBER_CLI_DIAG_H

#include <pthread.h>
#include <stdbool.h>

#include "ember/base/buf.h"
#include "ember/base/def.h"
#include "ember/base/err.h"
#include "ember/base/out.h"
#include "ember/base/str.h"

/* Whether stdout and stderr are one file; asked at the first message. */
enum diag_places { DIAG_SAME_UNKNOWN, DIAG_SAME, DIAG_APART };

/* One a run. Threads: every diag_ function locks; `out` is flushed by the main thread's calls only. */
struct diag {
	const char *program; /* base name of argv[0] */
	struct out *out;     /* flushed before a message when stdout and stderr are one file; or NULL */
	enum diag_places same;
	const char *bracketed; /* "bat": messages begin "[bat error]: " and "[bat warning]: "; NULL = "program: " */
	int status;          /* worst so far */
	pthread_mutex_t lock;
};

/* `argv0` may be NULL; a leading "-" (login shell) and folders are dropped. */
void diag_init(struct diag *d, const char *argv0);
void diag_bind(struct diag *d, struct out *out);

/*
 * "program: path: reason" as one line on stderr; with a place "program: path:line: reason".
 * The path is quoted as GNU's shell-escape where needed, so no byte of it reaches a terminal raw.
 * status: the exit status this failure asks for; the largest seen wins.
 */
void diag_path(struct diag *d, int status, struct str path, const struct err *e) EMBER_COLD;

/*
 * "program: before 'path': reason", the path always in quotes (GNU ls: before = "cannot access";
 * GNU find: before = NULL).
 */
void diag_about(struct diag *d, int status, const char *before, struct str path, const struct err *e)
	EMBER_COLD;

/* "program: text", one line; control bytes in the text are made visible. */
void diag_text(struct diag *d, int status, const char *fmt, ...) EMBER_PRINTF(3, 4) EMBER_COLD;

/* "program: warning: text"; the status stays. */
void diag_warn(struct diag *d, const char *fmt, ...) EMBER_PRINTF(2, 3) EMBER_COLD;

/* "program: text" and the line that points to --help (GNU's second line). */
void diag_usage(struct diag *d, int status, const char *fmt, ...) EMBER_PRINTF(3, 4) EMBER_COLD;

/*
 * Append `name` in the shell's quotes: as it stands when a shell would read it back unchanged
 * (and not `always`), else '...', "..." or '...'$'\n''...'. For names inside diag_text's words.
 */
void diag_quote(struct buf *b, struct str name, bool always);

/*
 * Words of an err into p (NUL-terminated, cut to n): the system's words where `num` is set, after
 * "what: " when `what` is a phrase; a single word ("open") is the call's name, for debuggers only.
 */
void diag_words(const struct err *e, char *p, size_t n);

#endif
