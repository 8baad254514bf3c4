/*
 * page: the pager without a terminal: keys and documents in, rows out. page_ui.h puts it on a screen.
 */
#ifndef EMBER_PAGE_PAGE_H
#define EMBER_PAGE_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/str.h"
#include "ember/term/keys.h"
#include "ember/view/doc.h"
#include "ember/view/row.h"
#include "ember/view/search.h"

/* How the pager starts. All-zero but docs and n_docs is a usable setting. */
struct page_conf {
	const struct doc *docs; /* borrowed; >= 1 of them */
	size_t n_docs;
	struct doc_layout layout; /* cols is set by page_resize */
	enum search_case ignore_case; /* -i: SMART, -I: IGNORE */
	bool quit_on_intr;    /* -K */
	bool quit_at_eof;     /* -e, -E: a move down at the end leaves */
	bool no_highlight;    /* -G: matches are not coloured */
	unsigned jump;        /* -j: screen row (1-based) where a target goes; 0 = 1 */
	unsigned side_cols;   /* -#: cells of a move to the side; 0 = half the screen */
	struct str first;     /* +cmd without the '+': "N", "G", "/re", "F", keys; borrowed */
	struct look match, match_here, status, prompt; /* all-zero: usable defaults are taken */
	bool can_edit;        /* v is a key: the caller runs an editor on PAGE_EDIT */
};

/*
 * Read the letters of $LESS (spec P10) into the settings they concern: e E F g G i I K n N R S X #
 * j x +cmd; unknown letters are passed over, and so are options of several letters except those.
 */
struct page_less {
	bool quit_if_one_screen, no_alt_screen, mouse;
	unsigned tabs; /* -x; 0 = not given */
	bool chop, numbers;
};
void page_less(struct str value, struct page_conf *conf, struct page_less *less);

struct page; /* opaque */

/* Threads: one. The conf is copied, what it points to is borrowed. */
struct page *page_new(const struct page_conf *conf);
void page_free(struct page *p);

/* Rows and columns of the whole screen, the status line included; the top byte stays on top. */
void page_resize(struct page *p, unsigned rows, unsigned cols);

/* What the caller has to do after a key or a step: bits. */
enum {
	PAGE_QUIT = 1 << 0,
	PAGE_BELL = 1 << 1,
	PAGE_CLEAR = 1 << 2,  /* ^L: draw everything anew, whatever the screen is thought to show */
	PAGE_EDIT = 1 << 3,   /* v: page_doc()'s path at page_number() in the editor, then page_reload */
	PAGE_STOP = 1 << 4,   /* ^Z */
	PAGE_DRAW = 1 << 5,   /* the frame may have changed */
};
unsigned page_key(struct page *p, uint32_t key);
unsigned page_interrupt(struct page *p); /* ^C */

/*
 * Work that is waiting: reading what the screen lacks, a search, a jump to the end. Does a slice of
 * at most some 8 ms. MORE: call again (keys may be looked at in between); WAIT: nothing to do until
 * input comes; END: nothing to do but for what page_fds may still name.
 */
enum doc_state page_step(struct page *p, unsigned *wishes);
bool page_busy(const struct page *p); /* a search or jump is under way */
/*
 * Descriptors to wait for behind a step that ended in `state`: at most 2; returns how many. Input is
 * among them where it is waited for: what nobody needs is not even looked at, which holds a pipe back.
 */
size_t page_fds(const struct page *p, enum doc_state state, int fds[2]);

struct page_frame {
	const struct row *rows; /* top to bottom, the status line is not among them */
	size_t n;               /* rows of the screen less one; those past the end show '~' */
	struct row status;
	bool prompt;            /* the cursor belongs on the status line, at cell `cursor` */
	unsigned cursor;
};
/* The screen as it should be. Valid until the next call of any page_ function. */
void page_frame(struct page *p, struct page_frame *frame);

const struct doc *page_doc(const struct page *p);
uint64_t page_number(const struct page *p); /* line number of the top line, 0 = none yet */
void page_reload(struct page *p);           /* after the editor */
void page_message(struct page *p, struct str text); /* safe text, shown until the next key */

#endif
