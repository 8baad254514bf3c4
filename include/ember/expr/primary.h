/* primary: what find's primaries share with the parser; private to the room. */
#ifndef EMBER_EXPR_PRIMARY_H
#define EMBER_EXPR_PRIMARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

#include "ember/base/arena.h"
#include "ember/base/out.h"
#include "ember/base/str.h"
#include "ember/expr/expr.h"
#include "ember/expr/find.h"
#include "ember/walk/entry.h"

__extension__ typedef __int128 find_ns; /* nanoseconds: any time times any unit fits */
#define FIND_NS 1000000000LL

struct find_parser {
	struct find_line *line;
	struct arena *a;
	struct expr_builder b, exclude; /* exclude: the operands of -exclude */
	find_ns now;       /* start of the run */
	find_ns day;       /* start of the day that -mtime 0 ends with: see -daystart */
	bool daystart;
	bool warn;
	bool seen_test;    /* something other than an option was read: for the warning on order */
	bool prunes, deletes, explicit_post, limits;
	const char *refused; /* an action that stands within -exclude */
	unsigned long regex_syntax;
	int argc, at;      /* argv[at] is the next word */
	char **argv;
	const char *last;  /* the last primary, for the hint on unquoted patterns */
};

enum {
	FIND_GLOBAL = 1 << 0,   /* an option for the whole run, wherever it stands */
	FIND_POSITION = 1 << 1, /* an option for what follows it */
};

/* One row a primary: parser, help and the choice of language read this table. */
struct find_primary {
	struct expr_row row;
	const char *args;  /* names of its arguments, blank-separated; "COMMAND ..." = up to the end; or NULL */
	const char *help;  /* one line */
	/* Pushes leaves. -1 with line->message set, or without it: "invalid argument". */
	int (*parse)(struct find_parser *p, const struct find_primary *self, char **args);
	uint8_t kind;
	uint8_t variant;   /* the parse function's own */
};

struct find_primaries {
	const struct find_primary *rows;
	size_t n;
};
/* Each family's file defines one. */
extern const struct find_primaries find_option_rows, find_name_rows, find_stat_rows, find_time_rows,
	find_act_rows, find_exec_rows, find_extra_rows;
#define FIND_DEPTH_TEST " depth" /* the row that "-depth" is when a number follows */
#define FIND_XARGS_SPECIAL " \t\n\\\"'" /* what xargs does not take as it is */

/* Row for a name without its dash; NULL when there is none ("newerXY" counts as "newerXY"). */
const struct find_primary *find_lookup(const char *name);

/* A message in the parser's line; always returns -1. */
int find_fail(struct find_parser *p, const char *fmt, ...) EMBER_PRINTF(2, 3);
void find_warn(struct find_parser *p, const char *fmt, ...) EMBER_PRINTF(2, 3);

/* A leaf that is always true, for options. */
int find_leaf_true(struct find_parser *p);

/* ---- numbers: [+-]N */
enum find_sign { FIND_EXACT, FIND_MORE, FIND_LESS };
struct find_number {
	enum find_sign sign;
	uint64_t n;
};
bool find_number(struct find_number *out, const char *text);
static inline bool find_compare(const struct find_number *want, uint64_t got)
{
	switch (want->sign) {
	case FIND_MORE:
		return got > want->n;
	case FIND_LESS:
		return got < want->n;
	default:
		return got == want->n;
	}
}

/* ---- facts while judging: NULL after a report when the kernel refuses */
const struct statx *find_stat(struct expr_run *run, unsigned mask);
void find_report(struct expr_run *run, int num, const char *what);
/* Text of the link at the entry, in `b`. 0 or an errno value. */
int find_link_text(struct entry *e, struct buf *b);
/* SELinux: does the system have labels; that of an entry, appended to `b`: 0 or an errno value. */
bool find_has_contexts(void);
int find_context(const struct entry *e, struct buf *b);

/* ---- names shown */
/* The last component; of slashes behind it (a root's) one is kept. */
struct str find_base_name(const struct entry *e);
/* As it is, or on a terminal with '?' for what does not print. */
void find_clean_name(struct buf *b, struct str name); /* appends it with the '?' */
void find_put_name(struct out *o, bool tty, struct str name, struct buf *scratch);

struct find_ref {
	const char *path;
	bool follow;
	struct statx sx; /* find_open fills it */
	unsigned need;   /* STATX_ bits it must have */
};
/* A new reference, to be looked at by find_open with the follow mode of the whole line. */
struct find_ref *find_ref_new(struct find_parser *p, const char *path, unsigned need);

struct find_file {
	const char *path;
	struct out *out; /* find_open: standard output, or a file of its own */
	bool tty;
	dev_t dev;
	ino_t ino;
	struct out own;
};
/* NULL path = standard output. Equal paths give one file. */
struct find_file *find_file_new(struct find_parser *p, const char *path);

/* File system type of a device number, "unknown" when no mount has it. */
struct str find_fstype(struct find_state *s, uint64_t dev);
void find_mounts_free(struct find_mounts *m);

/* ---- -printf and -ls */
struct find_format;
/* NULL with line->message set. */
const struct find_format *find_format_parse(struct find_parser *p, const char *text);
/* False after a report when the facts could not be had; nothing was put out. */
bool find_format_put(const struct find_format *f, struct expr_run *run, const struct find_file *file);
bool find_ls_put(struct expr_run *run, const struct find_file *file);
/* "drwxr-xr-x": 10 bytes and a NUL. */
void find_mode_text(unsigned mode, char out[11]);

/* ---- regular expressions */
/* The default, as Emacs has it today; the C library's own word for it is older. */
#define FIND_SYNTAX_EMACS (RE_CHAR_CLASSES | RE_INTERVALS)
int find_regex_type(struct find_parser *p, const char *name); /* -1 with line->message */

/* ---- dates of -newerXt, as `date -d` reads them */
bool find_date(find_ns *out, const char *text, find_ns now);

/* ---- -exec */
int find_exec_open(struct find_state *s, struct str *message);
void find_exec_flush(struct find_state *s, struct expr_run *run, bool dirs_only);
void find_exec_close(struct find_line *line);

#endif
