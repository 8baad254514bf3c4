/* text_doc: a document over plain text in memory: the pager's own help, messages, tests. */
#ifndef EMBER_VIEW_TEXT_DOC_H
#define EMBER_VIEW_TEXT_DOC_H

#include <stdbool.h>
#include <stddef.h>

#include "ember/base/buf.h"
#include "ember/base/str.h"
#include "ember/base/vec.h"
#include "ember/view/doc.h"

struct text_doc_row {
	size_t cell, piece; /* where its bytes and pieces begin */
	uint32_t from, to;  /* bytes of the line that it covers */
	uint32_t cols;
};

/*
 * Lines are split at LF; TABs stop every 8 cells; other control and invisible characters and bad
 * bytes are made visible as safe.h does. DOC_WRAP_WORD wraps as DOC_WRAP_CHARACTER does. A growing
 * text (a pipe, in tests) is given piece by piece.
 */
struct text_doc {
	struct buf bytes;
	VEC(size_t) starts; /* offset of each line known */
	bool ended;         /* no more text will come */
	bool held;          /* fetch says WAIT though bytes are there: a pipe that has nothing yet */
	size_t taken;       /* bytes split into lines so far */
	size_t share;       /* bytes one fetch takes; 0 = all */
	size_t wanted;      /* the most lines ever asked for */
	uint64_t version;
	/* scratch of the rows made last */
	struct buf cells;
	VEC(struct run) runs;
	VEC(struct row_piece) pieces;
	VEC(struct text_doc_row) rows;
};

/* All-zero, then text_doc_init. The text is copied. Threads: one. */
void text_doc_init(struct text_doc *t, struct str text);
void text_doc_add(struct text_doc *t, struct str more); /* before text_doc_end */
void text_doc_end(struct text_doc *t);
void text_doc_fini(struct text_doc *t);

/* A doc over t; `name` is borrowed and must be safe text. */
struct doc text_doc(struct text_doc *t, struct str name);

#endif
