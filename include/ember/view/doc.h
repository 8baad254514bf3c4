/*
 * doc: what the pager shows: one input as lines that become known on demand, and each line as rows
 * for a given layout. An interface: the viewer's producer (read, decode, tokenise, decorate, wrap,
 * paint) stands behind it; the pager never learns where lines come from.
 *
 * Words. A *line* is numbered from 0 here and is what the pager scrolls, searches and marks by: a
 * line of the input, or a decoration of its own (a header, a grid line, a snip line: number 0, no
 * text), or a piece of a line that was too long to be shown whole (the pieces carry one number).
 * A *row* (row.h) is one line of the screen.
 *
 * How a producer feeds it:
 *  - append: fetch(want) reads and splits what can be had without blocking, until `want` lines are
 *    known or a fair share (about 64 KiB, or 8 ms) of work is done. It never reads beyond what was
 *    asked plus 64 KiB: the pager asks for its screen plus what a search needs, so that an endless
 *    pipe is held back.
 *  - a partial last line (bytes without LF, more to come) counts as a line at once; it may grow with
 *    later fetches. `version` then changes.
 *  - end of input: fetch returns DOC_END; a last line without LF is then complete. A file that
 *    failed ends too; `notice` says why. An empty input has no line or only decorations.
 *  - several files are several docs, given to the pager as an array; each opens its file at the
 *    first fetch, so that files never looked at are never opened.
 *
 * Threads: the pager calls all functions from one thread. A producer with a worker of its own (the
 * index, git) makes `wake` readable when it has something, and takes it in at the next fetch.
 */
#ifndef EMBER_VIEW_DOC_H
#define EMBER_VIEW_DOC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/str.h"
#include "ember/view/row.h"

enum doc_wrap { DOC_CHOP, DOC_WRAP_CHARACTER, DOC_WRAP_WORD };

/* How rows are to be made. Any change makes rows got earlier void. */
struct doc_layout {
	unsigned cols;       /* cells a row may take, gutter included; >= 1 */
	enum doc_wrap wrap;
	unsigned left;       /* DOC_CHOP: cells of the text cut off at the left; the gutter stays */
	bool numbers;        /* line numbers in the gutter */
	bool decorations;    /* header, grid, change marks; without them (and numbers) text alone */
};

enum doc_state {
	DOC_MORE, /* fetching again at once gives more */
	DOC_WAIT, /* more may come: poll `fd` (and `wake`) */
	DOC_END,  /* all lines are known */
};

/* What stands on one line. */
struct doc_line {
	uint64_t number; /* 1-based number in the input, 0 = a decoration */
	uint64_t offset; /* byte offset in the input, for the percentage; 0 when not kept */
};

struct doc_ops {
	/* Lines known now. Never shrinks but by `reload`. */
	size_t (*lines)(void *ctx);
	enum doc_state (*fetch)(void *ctx, size_t want);
	void (*line)(void *ctx, size_t line, struct doc_line *info);
	/*
	 * The text of a line that search sees: UTF-8, decoded, without LF and CR LF's CR, without
	 * SGR, OSC 8 and overstrikes; TABs are TABs. Decorations: empty. Valid until the next call
	 * of any function of the doc. At most UINT32_MAX - 1 bytes.
	 */
	struct str (*text)(void *ctx, size_t line);
	/* How many rows the line takes, >= 1 (0 only for what the layout leaves out altogether). */
	size_t (*height)(void *ctx, size_t line, const struct doc_layout *layout);
	/*
	 * Make rows [first, first + max) of the line into rows[]; returns how many there were. They are
	 * valid until the next call of any function of the doc.
	 */
	size_t (*rows)(void *ctx, size_t line, const struct doc_layout *layout, size_t first, size_t max,
		struct row *rows);
	/* ---- each of these may be NULL */
	int (*fd)(void *ctx);         /* to poll for reading when fetch said DOC_WAIT; -1 = none */
	int (*wake)(void *ctx);       /* to poll always; -1 = none */
	uint64_t (*version)(void *ctx); /* another value = rows given out earlier may look different */
	bool (*guessed)(void *ctx);   /* colours of the rows last made rest on a guess ('~' in the status) */
	uint64_t (*size)(void *ctx);  /* bytes of the whole input, UINT64_MAX = not known */
	/* Index of the line with that input number (1-based) or offset; the last one when beyond. Only
	 * asked for lines that are known. NULL: searched for by halving. */
	size_t (*find_number)(void *ctx, uint64_t number);
	size_t (*find_offset)(void *ctx, uint64_t offset);
	struct str (*info)(void *ctx);   /* for '=': language, encoding, line ends; safe text */
	struct str (*notice)(void *ctx); /* why reading failed; empty = it did not; safe text */
	int (*reload)(void *ctx);        /* for 'R': start over; -1 = cannot (a pipe) */
	/* After DOC_END: 1 = the file has more now, fetch goes on; 0 = it has not; -1 = it is another one now, reload. */
	int (*grow)(void *ctx);
};

struct doc {
	const struct doc_ops *ops;
	void *ctx;
	struct str name; /* for the status line: safe text */
	struct str path; /* file to edit or follow; empty for a pipe */
};

/* Convenience over the optional functions. */
static inline uint64_t doc_version(const struct doc *d)
{
	return d->ops->version ? d->ops->version(d->ctx) : 0;
}
static inline uint64_t doc_size(const struct doc *d)
{
	return d->ops->size ? d->ops->size(d->ctx) : UINT64_MAX;
}

#endif
