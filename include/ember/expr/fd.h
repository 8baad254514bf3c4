/* fd: fd's questions: the values of its options, and one expression made of them all. */
#ifndef EMBER_EXPR_FD_H
#define EMBER_EXPR_FD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/buf.h"
#include "ember/base/err.h"
#include "ember/base/str.h"
#include "ember/base/vec.h"
#include "ember/expr/expr.h"
#include "ember/os/stat.h"
#include "ember/rx/rust.h"
#include "ember/text/glob.h"

/* ---- values of options. Each returns false on malformed text. Pure. */

/* -t: what an entry may be. */
enum {
	FD_FILE = 1 << 0,
	FD_DIR = 1 << 1,
	FD_LINK = 1 << 2,
	FD_SOCKET = 1 << 3,
	FD_PIPE = 1 << 4,
	FD_CHAR = 1 << 5,
	FD_BLOCK = 1 << 6,
	FD_EXECUTABLE = 1 << 7, /* regular files must be executable for the caller */
	FD_EMPTY = 1 << 8,      /* files and directories must be empty */
};
/* Adds to *types; words of FD_TYPE_WORDS. */
#define FD_TYPE_WORDS                                                                              \
	"f|file d|dir|directory l|symlink s|socket p|pipe c|char-device b|block-device "           \
	"x|executable e|empty"
bool fd_type(struct str word, unsigned *types);

/* -S: T2. sign: '+' at least, '-' at most, 0 exactly. */
struct fd_size {
	char sign;
	uint64_t bytes;
};
bool fd_size(struct str text, struct fd_size *out);

/* -o: T5. Looks names up in the system's tables: not pure. */
struct fd_owner {
	bool by_user, by_group, not_user, not_group;
	uint32_t uid, gid;
};
enum fd_owner_fault { FD_OWNER_OK, FD_OWNER_SYNTAX, FD_OWNER_USER, FD_OWNER_GROUP };
enum fd_owner_fault fd_owner(struct str text, struct fd_owner *out);

/*
 * --changed-within, --changed-before: T4: "@secs", a date with or without time and offset, or a
 * duration that is counted back from `now` ("2 weeks", "1d12h", "01:30:00", "P1DT2H", "3d ago").
 * Reads TZ.
 */
bool fd_time(struct str text, struct stat_time now, struct stat_time *out);

/* ---- the whole question */

/* One pattern: a regex or plain text, or a glob; all NULL matches everything. */
struct fd_pattern {
	struct rust_rx *rx;
	struct glob *glob;
	struct str text; /* as given, for messages */
};

/* What patterns are matched against, in the order of --match's words. */
enum fd_subject { FD_SUBJECT_NAME, FD_SUBJECT_REL, FD_SUBJECT_ABS /* -p: P2 */ };

/* Which of an entry's times, in the order of --time's words. */
enum fd_when { FD_MTIME, FD_CTIME, FD_ATIME, FD_BTIME };

typedef VEC(struct fd_pattern) fd_patterns;

/* Filled by conf, then frozen; borrowed by the expression. */
struct fd_query {
	fd_patterns all;   /* all must match */
	fd_patterns any;   /* one must, unless there is none */
	fd_patterns none;  /* none may */
	bool nothing;      /* --patterns-from gave no pattern: nothing is found */
	enum fd_subject subject;
	enum fd_when when;
	struct str cwd;                  /* absolute, without '/' at its end unless it is "/" */
	VEC(struct str) extensions;      /* one must match; leading dots dropped */
	unsigned types;                  /* 0 = any */
	VEC(struct fd_size) sizes;
	bool within, before;
	struct stat_time after_time, before_time;
	VEC(struct fd_owner) owners; /* at most one */
};

/* What one judging thread has of its own: expr_run.own. */
struct fd_judge {
	struct rx_limit *limit;       /* NULL until the first regex is asked */
	struct buf path;              /* -p: the absolute path */
	const struct fd_pattern *gave_up; /* a limit stopped this pattern's search (R20) */
};
void fd_judge_init(struct fd_judge *j);
void fd_judge_fini(struct fd_judge *j);

/*
 * All tests of the query, joined by AND, cheapest first. Lives in `a`, borrows `q`.
 * Judging sets run->quit and gave_up when a regex gives up.
 */
void fd_compile(struct expr *out, struct arena *a, const struct fd_query *q);
void fd_query_fini(struct fd_query *q);

/* One of the entry's times. False when the kernel refuses, or does not know the time of birth. */
bool fd_entry_time(struct entry *e, enum fd_when when, struct stat_time *out);

#endif
