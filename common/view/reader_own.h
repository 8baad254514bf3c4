/* reader_own: what the reader's files share. */
#ifndef EMBER_VIEW_READER_OWN_H
#define EMBER_VIEW_READER_OWN_H

#include <sys/types.h>
#include "ember/base/arena.h"
#include "ember/base/buf.h"
#include "ember/base/vec.h"
#include "ember/text/decode.h"
#include "ember/text/lines.h"
#include "ember/view/ansi_in.h"
#include "ember/view/changes.h"
#include "ember/view/marked.h"
#include "ember/view/reader.h"
#include "ember/view/wrap.h"

/* The state before a range is exact where so few lines come before it; further on it is guessed from these. */
#define READER_EXACT 2000
#define READER_GUESS 300

enum reader_kind {
	READER_TEXT,
	READER_TOP,
	READER_NAME,
	READER_SIZE,
	READER_MIDDLE,
	READER_SNIP,
	READER_BOTTOM,
	READER_RULE,
	READER_BLANK,
	READER_NOTICE,
};

enum {
	READER_LF = 1 << 0,
	READER_CR = 1 << 1,
	READER_INSIDE = 1 << 2,  /* goes on a line that was cut */
	READER_PARTIAL = 1 << 3, /* more of it may come */
	READER_PIECE = 1 << 4,   /* the line goes on in the next one */
	READER_SQUEEZED = 1 << 5, /* -s leaves it out */
};

struct reader_line {
	uint64_t at;     /* offset in the decoded text */
	uint32_t n;      /* bytes, without the line's end */
	uint32_t number; /* as the input counts */
	uint32_t shown;  /* number to show, 0 = none (-b) */
	uint32_t state;  /* the tokeniser's, behind this line; valid below `tokenised` */
	uint16_t sgr;    /* the look that the input had at its start: index into looks */
	uint8_t kind;
	uint8_t flags;
};

struct reader {
	const struct reader_conf *conf;
	struct reader_source source;
	struct buf name; /* safe text; empty for standard input */
	const struct range_set *want; /* lines to show, NULL = all: conf's or own_lines */
	struct range_set own_lines;
	bool gap;        /* lines were left out since the last one kept */
	/* the input */
	int fd;
	bool started, framed, regular, input_ended, ended, failed, binary, streams;
	bool counted; /* read to its end, for the numbers of a later one */
	size_t head;   /* bytes read by reader_head */
	off_t read_to; /* where the regular file ended; -1 = not known */
	ino_t inode;   /* of it */
	uint64_t size; /* bytes, UINT64_MAX = not known */
	struct err err;
	struct decode decode;
	/* the text and its lines */
	struct buf text;
	uint64_t base;  /* offset of text.p[0] in the whole text */
	size_t split;   /* bytes of text that are in lines */
	struct lines cutter;
	VEC(struct reader_line) lines;
	VEC(struct reader_line) waiting; /* lines whose fate the end of the input decides */
	size_t first_waiting;
	uint64_t number;    /* of the last line split off */
	uint64_t shown;     /* the last number given out */
	uint64_t last_kept; /* number of the last line that is shown; 0 = none yet */
	unsigned empty;     /* empty lines in a row, for -s */
	bool inside;        /* the next piece goes on a cut line */
	bool guessed;       /* states rest on a guess: lines were passed over untokenised */
	struct look sgr;
	VEC(struct look) looks;
	uint64_t version;
	/* languages and looks */
	struct tokens *tokens, *own_tokens;
	uint32_t language;
	bool overstrikes, crlf, strips, sanitizes;
	uint32_t start_state;
	size_t tokenised; /* lines whose `state` is known */
	size_t guess_from, guess_to; /* lines further on whose `state` rests on a guess */
	bool guess_used;             /* by the rows last built */
	bool ahead_known;            /* the tokeniser may ask for the lines behind the one at hand: */
	uint64_t ahead_at;           /* offset of the next one in the decoded text ... */
	size_t ahead_next;           /* ... and its number, 0 = the one right behind */
	VEC(struct look) styles;
	struct decorate frame;
	uint64_t number_end; /* the first number that its column is too narrow for; 0 = no column */
	struct look_memo *memo; /* of the printing; NULL = not made yet */
	struct arena arena;
	char *block; /* what was read and is not decoded yet; NULL = nothing was read so far */
	struct git_changes changes;
	struct changes_job *job; /* asks for them */
	bool awaits_marks;       /* and has no answer yet */
	/* rows of one line */
	struct marked plain, struck, gutter, gutter_rest;
	struct runs spans, laid;
	struct links links;
	struct buf scratch, link;
	struct str full; /* the file's absolute path, where links need it */
	struct wrap wrap, ruler;
	struct buf part; /* printing: what is written of the last row of an unfinished line ... */
	size_t part_row; /* ... and which of its rows that is */
	size_t built; /* line whose rows `wrap` holds, SIZE_MAX = none */
	struct doc_layout layout;
};

/* reader.c */
struct str reader_raw(const struct reader *r, const struct reader_line *l);
enum doc_state reader_fetch(struct reader *r, size_t want);

/* reader_skip.c: lines that are passed over fast */
void reader_skip_lines(struct reader *r);
/* "The last K lines" of a regular file: go on reading where they begin. */
void reader_skip_to_tail(struct reader *r);

/* reader_git.c: change marks, and lines that -d shows */
void reader_git_start(struct reader *r);
bool reader_git_poll(struct reader *r); /* true while the answer is still to come */
bool reader_git_ranges(struct reader *r); /* false: nothing is to be shown */
void reader_git_end(struct reader *r);

/* reader_text.c: a line without what only shapes it */
/* Its text with looks of its own, in r->plain or r->struck, links in r->links. */
struct marked *reader_plain(struct reader *r, const struct reader_line *l);
struct str reader_text(struct reader *r, size_t line);

/* reader_line.c: from a line's bytes to its rows */
void reader_build(struct reader *r, size_t line, const struct doc_layout *layout);
size_t reader_height(struct reader *r, size_t line, const struct doc_layout *layout);
/* Tokenise a line that is not shown, behind the last one. */
void reader_pass(struct reader *r, const struct reader_line *l);

/* reader_ahead.c: before a line is tokenised: read on, where its language looks at lines ahead. */
void reader_look_ahead(struct reader *r, const struct reader_line *l);
/* reader_ahead.c: for tokens_ahead */
bool reader_ahead_line(void *ctx, size_t i, struct str *line);

/* reader_grow.c: doc.h's grow */
int reader_grow(struct reader *r);

/* reader_start.c: open, guess, detect, header */
enum doc_state reader_start(struct reader *r);
void reader_push(struct reader *r, enum reader_kind kind);
int reader_read(struct reader *r, size_t n);

#endif
