/* page_ui: the pager on the terminal: the model of page.h, the screen, and the loop between them. */
#ifndef EMBER_PAGE_PAGE_UI_H
#define EMBER_PAGE_PAGE_UI_H

#include <stdbool.h>
#include <stddef.h>

#include "ember/base/err.h"
#include "ember/base/out.h"
#include "ember/term/color.h"
#include "ember/page/page.h"

struct page_ui_conf {
	struct page_conf page;
	enum color_depth depth; /* NONE is shown as MONO */
	bool quit_if_one_screen; /* P3 */
	bool no_alt_screen;      /* less -X */
	bool no_mouse;
	/*
	 * How one screen is printed: the documents in this order (NULL: in that of page.docs), and behind
	 * the last row of one that failed (doc.h's notice), `out` being flushed, this call (NULL: none).
	 */
	const struct doc *in_line;
	void (*failed)(void *ctx, const struct doc *doc);
	void *failed_ctx;
	struct str typed;        /* what ask.h read from the keyboard meanwhile; borrowed */
	/* Run the editor on the document at the line; the terminal is put back meanwhile. NULL: no key
	 * for it. 0, or -1 when it could not be run. */
	int (*edit)(void *ctx, const struct doc *doc, uint64_t line);
	void *edit_ctx;
};

enum page_ui_end {
	PAGE_UI_QUIT,     /* the user has seen it */
	PAGE_UI_PRINTED,  /* one screen: all rows were written to out */
	PAGE_UI_NO_SCREEN, /* no terminal for keys, or one that cannot address its cursor: nothing shown,
	                      the caller prints unpaged */
	PAGE_UI_ERROR,    /* writing failed: e */
};

/*
 * Show the documents. `out` is standard output, a terminal; what a one-screen input prints goes
 * there with row_out. The terminal is as before when this returns, also after SIGTERM and SIGHUP,
 * which end the process from here by their own action.
 * Threads: main thread only.
 */
enum page_ui_end page_ui_run(const struct page_ui_conf *conf, struct out *out, struct err *e);

#endif
