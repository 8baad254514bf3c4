/*
 * reader: one input as a document: opened on the first fetch, decoded, split into lines, and each
 * line tokenised, decorated and wrapped when its rows are asked for. Printing and the pager both
 * take rows from it.
 */
#ifndef EMBER_VIEW_READER_H
#define EMBER_VIEW_READER_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/err.h"
#include "ember/base/out.h"
#include "ember/base/str.h"
#include "ember/git/git.h"
#include "ember/style/theme.h"
#include "ember/syntax/detect.h"
#include "ember/syntax/registry.h"
#include "ember/syntax/token.h"
#include "ember/term/color.h"
#include "ember/view/decorate.h"
#include "ember/view/doc.h"
#include "ember/view/highlight.h"
#include "ember/view/nonprint.h"
#include "ember/view/range.h"

/* AUTO: for input in a language. */
enum reader_when { READER_NEVER, READER_AUTO, READER_ALWAYS };

/* How inputs are shown: the same for all of a run, const while readers live. */
struct reader_conf {
	const struct registry *registry;
	const struct theme *theme; /* NULL: no colours for languages */
	const struct looks_frame *looks;
	struct git *git;           /* for change marks; NULL = none */
	const struct detect_rules *rules; /* may be NULL */
	bool has_language;         /* -l */
	uint32_t language;
	bool man;                  /* overstrikes are rendered whatever the language */
	bool italic;
	bool show_binary;          /* the body of a binary file too */
	bool has_fallback;         /* the language of input that none is found for */
	uint32_t fallback;
	bool diff;                 /* -d: changed lines only, with `diff_context` lines round them */
	unsigned diff_context;
	const char *diff_base;     /* git.h; NULL = the index */
	struct highlight *highlight;       /* --highlight-pattern; NULL = none */
	/* what becomes of control characters and escape sequences */
	enum reader_when strip, sanitize;
	bool raw;                  /* they pass */
	bool pictures, caret;      /* -A in bat's sense; caret: ^X for control characters */
	bool keep_cr;              /* printing ends lines with CR LF where the input does */
	bool squeeze_shown;        /* -s counts the lines that are shown, not those that -r leaves out */
	bool ends_rows;            /* the last row ends with a newline where lines are wrapped, if the input does not, too */
	bool quiet_empty;          /* nothing at all for empty input */
	size_t max_highlight;      /* longer lines are not tokenised; 0 = none is */
	const char *encoding;      /* decode_open's name; NULL = guessed */
	const char *hyperlink;     /* what file names and numbers link to (target.h); NULL = nothing */
	unsigned parts;            /* DECORATE_ bits */
	unsigned tabs;
	struct nonprint_conf format;
	const struct range_set *lines; /* -r; NULL = all */
	const struct range_set *marks; /* -H; NULL = none */
};

struct reader; /* opaque */

struct reader_source {
	const char *path;  /* NULL: standard input */
	bool prepared;     /* read `fd` in place of the file (what $LESSOPEN made of it); borrowed */
	int fd;
	const char *named; /* --file-name, or NULL */
	bool first;        /* of the run: no rule and no empty line above it */
	uint64_t number;   /* of its first line, less one (-n counts on over inputs) */
	/* Where -n and -b count on from, in place of `number`: read to its end first. NULL = nowhere; borrowed */
	struct reader *before;
};

/* What detection may know of an input by its names; in `a`, or borrowed from the source. */
struct detect_file reader_file(const struct reader_source *source, struct arena *a);
/* The language of what is not coloured already: conf's own, or what detection says with conf's rules and fallback. */
uint32_t reader_language(const struct reader_conf *conf, const struct detect_file *f);

/*
 * `shared`: a tokeniser to use; NULL: the reader makes its own on need. A shared one belongs to one
 * reader at a time.
 * Ownership: borrows all of conf, source's strings and the tokeniser. Threads: one at a time.
 */
struct reader *reader_new(const struct reader_conf *conf, const struct reader_source *source,
	struct tokens *shared);
void reader_free(struct reader *r);

/* The document; d->ctx is the reader. */
struct doc reader_doc(struct reader *r);

/*
 * Write all rows to `out`, whose output leaves before each wait for input.
 * Errors: -1, writing failed (out->err). A failed input is no error here: see reader_error.
 */
int reader_print(struct reader *r, struct out *out, const struct doc_layout *layout, enum color_depth depth);

/* Why the input could not be opened or read to its end; NULL: nothing failed. */
const struct err *reader_error(const struct reader *r);
/* Lines seen so far, for the next source's `number`. */
uint64_t reader_count(const struct reader *r);
/* Not when it could not be opened, nor where diff or quiet_empty leave nothing of it. */
bool reader_shown(const struct reader *r);

#endif
