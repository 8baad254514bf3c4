/* find: a command line in find's language, read into options, roots and an expression. */
#ifndef EMBER_EXPR_FIND_H
#define EMBER_EXPR_FIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/buf.h"
#include "ember/base/err.h"
#include "ember/base/map.h"
#include "ember/base/out.h"
#include "ember/base/str.h"
#include "ember/base/vec.h"
#include "ember/expr/expr.h"
#include "ember/walk/walk.h"

/* ---- words of the line */

enum find_word {
	FIND_WORD_OTHER,    /* a path, or an argument */
	FIND_WORD_PRIMARY,  /* "-name", "-newermt", ... exactly a primary */
	FIND_WORD_OPERATOR, /* ( ) ! , */
	FIND_WORD_OPTION,   /* -H -L -P -O2 -D, before the paths */
	FIND_WORD_UNKNOWN,  /* starts with '-' and is none of these */
};
/* What `arg` is by itself. Pure; for the choice between the two languages, too. */
enum find_word find_word(const char *arg);
/* The name (no dash) of the primary that `arg` is closest to, or NULL. */
const char *find_closest(const char *arg);
/* How many arguments a FIND_WORD_PRIMARY takes; -1 = a command up to ';' or '{} +'. */
int find_word_args(const char *arg);

/* ---- reading */

/* What reading a line depends on besides argv. */
struct find_world {
	int64_t now_sec; /* start of the run */
	uint32_t now_nsec;
	bool warn;  /* warnings are wanted until -warn / -nowarn: standard input is a terminal */
	bool posix; /* POSIXLY_CORRECT is set */
};

struct find_file; /* a file that -fprint and its kin write to */
struct find_ref;  /* a file that -newer and -samefile compare with */
struct gnu_regex; /* ember/expr/gnu_regex.h */
struct find_exec; /* one -exec, -execdir, -ok, -okdir */

struct find_line {
	struct expr expr;
	char **roots; /* as typed, borrowed from argv; "." when none was given */
	size_t n_roots;
	const char *files0; /* -files0-from, or NULL; then there are no roots */
	enum walk_follow follow;
	bool post, xdev, mount;
	unsigned threads; /* -jN; 0 = as many as there are processors */
	struct expr exclude; /* what is left out, with all below it; n = 0: nothing */
	bool nohidden, unique, xargs_safe; /* so are dot names; files met before; names xargs would cut */
	bool noerror;        /* errors of the walk are neither told nor counted */
	bool gitignore;      /* ignore files count */
	bool sorted;         /* names of a directory in order of bytes */
	bool breadth;        /* all of a level before the next one */
	int color;           /* 1 = -color, -1 = -nocolor, 0 = neither */
	bool ignore_race; /* vanished entries are no error */
	bool posix;
	bool help, version, debug_help; /* print that and stop */
	uint32_t min_depth, max_depth;
	VEC(struct str) warnings; /* "text" in order, to print as warnings */
	struct str message;       /* what is wrong, when reading failed */
	struct str hint;          /* a second line for it, or empty */
	struct str wrong;         /* the regular expression that is wrong, or empty ... */
	size_t wrong_at;          /* ... and where, bytes; STR_NONE = unknown */
	VEC(struct find_file *) files;
	VEC(struct find_ref *) refs;
	VEC(struct find_exec *) execs;
	bool one_by_one; /* ... one of which runs for each path */
	VEC(struct gnu_regex *) regexes; /* compiled, freed by find_line_fini */
};

/*
 * Read argv[1..argc). Opens nothing. Strings of argv are borrowed; the rest lives in `a`.
 * Returns 0, or -1 with line->message. Either way find_line_fini is due.
 * Uses the C library's locale and its regex compiler: one thread at a time.
 */
int find_parse(struct find_line *line, struct arena *a, const struct find_world *world, int argc,
	char **argv);
void find_line_fini(struct find_line *line);

/* Text of --help in find's language: usage and the three lists below. */
void find_help(struct out *o, const char *program);
/* Appended, from the tables that the line is read by: an empty line, a title, "  -name ARG  what it does" lines. */
void find_list_options(struct buf *b); /* operators, too */
void find_list_tests(struct buf *b);
void find_list_actions(struct buf *b);

/* ---- running */

struct ids;
struct find_mounts;
struct find_widths;

/* All-zero but for ask, note and root; find_open fills the rest. One per run. */
struct find_state {
	struct find_line *line;
	struct arena *arena;
	struct out *out;  /* standard output */
	bool tty;         /* ... is a terminal: unprintable bytes are shown as '?' */
	bool failed;      /* an action asks for exit status 1 */
	/* Both get the expr_run's ctx. Ask the person: true when the answer is yes. NULL = no. */
	bool (*ask)(void *ctx, struct str prompt);
	/* A message that leaves the exit status alone. NULL = silence. */
	void (*note)(void *ctx, struct str text);
	struct str root;            /* the root being walked, as typed */
	struct removals *removals;  /* the owner's: who carries out -delete; NULL = -delete itself */
	bool exits;                 /* -exit was met ... */
	int exit_status;            /* ... with that */
	const struct fd_print *paint; /* colours of -print on standard output, or NULL */
	struct map seen;            /* -unique: identities met */
	struct ids *ids;            /* made at first need */
	struct find_mounts *mounts; /* made at first need */
	struct find_widths *widths; /* columns of -ls, made at first need */
	uint32_t pending_dirs;      /* -execdir {} + commands that wait */
	struct folder *pending_folder; /* whose entries they hold; counted, so that no other gets its address */
	struct buf scratch, scratch2;
};

/*
 * Open output files, look at reference files, check PATH for -execdir. `run` is the thread's
 * expr_run with report and ctx set; its find field is set to `s`.
 * Returns -1 with *message (in the arena) after the first failure. find_close is due either way.
 */
int find_open(struct find_state *s, struct find_line *line, struct arena *a, struct out *out,
	struct expr_run *run, struct str *message);
#define FIND_UNDELETED "cannot delete"
/* Is the path of each entry on a line of standard output all that is asked for? */
bool find_lists(const struct find_line *line);
/* Does it show nowhere when -delete puts off what it does? Then state.removals may be set. */
bool find_deletes_later(const struct find_line *line);
/* Can anything of the line leave an entry out, before its turn, with all that is below it? */
bool find_leaves_out(const struct find_line *line);
/* Is run->entry left out? Once an entry, when it is met. */
bool find_left_out(struct find_state *s, struct expr_run *run);
/* The same for who looks ahead, on any thread: false = it is not, as far as can be told. */
bool find_may_leave_out(const struct find_line *line, struct expr_run *run, unsigned mask);
/* Before an entry is judged: runs what -execdir gathered in a folder that was left. */
void find_before(struct find_state *s, struct expr_run *run);
/* Before a root is looked at: the same for the root before it. */
void find_root_begin(struct find_state *s, struct expr_run *run);
/* After a root: the same for what it held, not yet for the root itself. */
void find_root_done(struct find_state *s, struct expr_run *run);
/*
 * After the last entry, or -quit: runs what waits, flushes and closes all but standard output.
 * Returns 0, or the errno value of the first file (*path) that could not be written.
 */
int find_close(struct find_state *s, struct expr_run *run, struct str *path);

#endif
