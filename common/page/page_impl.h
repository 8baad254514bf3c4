/* page_impl: what the parts of the pager's model share: the page itself. Not for others. */
#ifndef EMBER_PAGE_PAGE_IMPL_H
#define EMBER_PAGE_PAGE_IMPL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/buf.h"
#include "ember/base/vec.h"
#include "ember/page/page.h"
#include "ember/view/search.h"
#include "ember/view/text_doc.h"

enum {
	PAGE_MARKS = 53,           /* a to z, A to Z, and where we were */
	PAGE_MARK_LAST = 52,
	PAGE_COUNT_MAX = 100000000,
	PAGE_SLICE_MS = 8,
	PAGE_CHUNK = 512,         /* rows moved or lines searched between two looks at the clock */
	PAGE_AHEAD = 1,           /* lines known beyond the screen: is there more? */
	PAGE_INDEX_MAX = 8 << 20,  /* bytes of a file that are read to its end while nothing else is to do */
	PAGE_HITS_MAX = 2000,     /* matches coloured on one screen */
	PAGE_HISTORY = 32,
};

/* A row of the document: its line and which row of the line. */
struct place {
	size_t line, row;
};

struct page_mark {
	bool set;
	size_t doc, line;
	uint32_t byte;
};

/* One document and where we were in it. */
struct page_tab {
	const struct doc *doc;
	struct place top;
	uint64_t version;
	bool ended;  /* all lines are known */
	bool waits;  /* the last fetch would have blocked */
	bool told;   /* its notice was shown */
	VEC(signed char) shown; /* filter: 1 shown, -1 not, 0 not asked yet, by line */
};

enum job_kind {
	JOB_NONE,
	JOB_MOVE,    /* rows down (or up) by `n` */
	JOB_LINE,    /* line number n to the target row */
	JOB_END,
	JOB_PERCENT, /* n in 1/1000 percent */
	JOB_SEARCH,
	JOB_FOLLOW,
};

struct job {
	enum job_kind kind;
	int64_t n;
	/* JOB_SEARCH */
	bool back, wrap, wrapped, files, keep, first_page;
	struct search_hit at; /* where the next look begins: line, and byte `from` */
	size_t doc;           /* where the search began */
};

enum prompt_kind { PROMPT_NONE, PROMPT_SEARCH, PROMPT_SEARCH_BACK, PROMPT_FILTER, PROMPT_NUMBER };

struct prompt {
	enum prompt_kind kind;
	struct buf text;
	size_t at;          /* cursor, byte */
	unsigned flags;     /* SEARCH_ */
	bool wrap, files, from_first, keep;
	char option;        /* PROMPT_NUMBER: which option's value */
	size_t history;     /* entry shown, counted from the newest; 0 = the text being typed */
};

struct span_look {
	uint32_t from, to;
	struct look look;
};

/* How many matches there are, and which one we are at: counted while nothing else is to do. */
struct tally {
	bool on, done;
	size_t line, from; /* to be looked at next */
	size_t all, here;
};

struct page {
	struct page_conf conf;
	unsigned rows, cols;   /* of the screen; rows without the status line: rows - 1 */
	struct doc_layout layout;
	struct page_tab *tabs; /* n_docs + 1, the last is the help */
	size_t at;             /* tab shown */
	size_t before_help;
	struct doc help;
	struct text_doc help_text;
	bool helped;

	int64_t count;         /* typed before a command, -1 = none */
	bool escape;           /* ESC was typed */
	uint32_t prefix;       /* first key of a command of two: m M ' Z - _ : ^X ESC-m, 0 = none */
	unsigned window, half; /* set by z, w and d, u; 0 = from the screen */
	struct prompt prompt;
	VEC(struct str) history; /* patterns, oldest first; heap */
	struct buf message;    /* instead of the status until the next key */

	struct job job;
	struct search search, filter;
	bool filtering, hide_hits;
	bool search_back;      /* the last search went up */
	struct search_hit hit; /* the match we are at */
	bool has_hit;
	size_t hit_doc;
	struct tally tally;
	VEC(struct span_look) spans, row_spans; /* scratch of colouring */
	struct page_mark marks[PAGE_MARKS];

	/* the frame made last */
	struct arena arena;
	struct arena_mark start;
	VEC(struct row) frame;
	struct buf status;
	VEC(struct run) status_runs;
	struct place bottom;   /* behind the last row shown */
	size_t shown;          /* rows of the document on the screen */
	bool at_end;           /* nothing below */
	bool full;             /* enough lines are known for the screen as it stands */
	bool guessed;
};

/* ---- page_place.c: rows and lines */
static inline struct page_tab *page_tab(const struct page *p)
{
	return &p->tabs[p->at];
}
static inline size_t page_height(const struct page *p)
{
	return p->rows > 1 ? p->rows - 1 : 1;
}
size_t page_lines(const struct page *p);
size_t page_line_rows(struct page *p, size_t line); /* 0 for a line that is not shown */
struct doc_layout page_layout(const struct page *p);
enum doc_state page_fetch(struct page *p, size_t want);
/* Rows from `at` on, up to `limit` of them. */
size_t page_rows_after(struct page *p, struct place at, size_t limit);
size_t page_forward(struct page *p, struct place *at, size_t n); /* returns how many there were */
size_t page_back(struct page *p, struct place *at, size_t n);
void page_clamp(struct page *p, struct place *at);
struct place page_last_top(struct page *p); /* the last row at the bottom of the screen */
uint32_t page_byte(struct page *p, struct place at); /* first byte of the line in that row */
struct place page_place_of(struct page *p, size_t line, uint32_t byte);
void page_show(struct page *p, size_t line, uint32_t byte); /* at the jump row */
size_t page_line_of_number(struct page *p, uint64_t number);
size_t page_line_of_offset(struct page *p, uint64_t offset);
void page_relayout(struct page *p, const struct doc_layout *layout, unsigned rows);

/* ---- page_job.c: work in slices */
bool page_over(int64_t deadline);
int64_t page_deadline(void);
void page_job(struct page *p, struct job job);
bool page_job_step(struct page *p, unsigned *wishes, enum doc_state *state); /* true: done with it */

/* ---- page_find.c: search, filter, the colours of matches */
void page_search_start(struct page *p, bool back, int64_t n, bool first_page);
bool page_search_step(struct page *p, unsigned *wishes, enum doc_state *state);
int page_pattern(struct page *p, struct search *s, struct str text, unsigned flags);
void page_filter(struct page *p, struct str text, unsigned flags);
bool page_filtered_out(struct page *p, size_t line);
struct str page_search_text(struct page *p, size_t line); /* fit for p->search */
void page_paint_hits(struct page *p, size_t line, struct row *rows, size_t n);

/* ---- page_tally.c */
void page_tally_start(struct page *p);
bool page_tally_step(struct page *p, unsigned *wishes); /* true: there was something to count */
void page_tally_text(const struct page *p, struct buf *b);

/* ---- page_prompt.c */
void page_prompt_open(struct page *p, enum prompt_kind kind, char option);
unsigned page_prompt_key(struct page *p, uint32_t key);
void page_history_fini(struct page *p);

/* ---- page_option.c */
unsigned page_option(struct page *p, uint32_t letter); /* set or toggle: behind '-' */
unsigned page_option_value(struct page *p, char letter, struct str value);
void page_option_show(struct page *p, uint32_t letter);

/* ---- page_status.c */
void page_say(struct page *p, const char *fmt, ...) EMBER_PRINTF(2, 3);
void page_status(struct page *p, struct page_frame *frame);
void page_info(struct page *p);
struct str page_help_text(void);

/* ---- page_keys.c */
void page_go(struct page *p, size_t tab); /* show another document */
void page_remember(struct page *p);       /* '' comes back here */
void page_mark_set(struct page *p, size_t mark, struct place at);

/* page.c: forget what is known of the document; false: it cannot be read again */
bool page_reread(struct page *p);

#endif
