/* screen: the whole terminal as rows. Curses owns its modes, its keys and its start and end. */
#ifndef EMBER_TERM_SCREEN_H
#define EMBER_TERM_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/err.h"
#include "ember/base/str.h"
#include "ember/term/tty.h"

/*
 * Rows are written as bytes with SGR of our own (color.h), since curses cannot show more looks than
 * it has pairs; a row is only written when it differs from what the screen shows.
 * Threads: main thread only, one screen at a time. tty_watch must be on already, so that curses
 * installs no handlers of its own.
 */
struct screen;

struct screen_conf {
	int out_fd;  /* a terminal: rows go there */
	int key_fd;  /* a terminal: keys come from there; may be the same */
	bool no_alt; /* stay on the normal screen (less -X) */
	bool mouse;  /* the wheel gives keys */
	int (*sink)(void *ctx, const char *p, size_t n); /* writes rows in place of write; as struct out's; or NULL */
	void *ctx;
};

/* NULL (with e) when the terminal is not known or cannot address its cursor; nothing written then. */
struct screen *screen_open(const struct screen_conf *conf, struct err *e);
/* Terminal as before; the cursor on the last row, without the last row's text with no_alt. */
void screen_close(struct screen *s);

struct tty_size screen_size(const struct screen *s);
void screen_resized(struct screen *s); /* after SIGWINCH: measure anew, forget what is shown */
void screen_forget(struct screen *s);  /* write all rows at the next flush */
void screen_suspend(struct screen *s); /* terminal as before, for a while */
void screen_resume(struct screen *s);

/* The next key that has been read; false when there is none. Never waits longer than 25 ms. */
bool screen_key(struct screen *s, uint32_t *key);
/* Bytes read before the screen was there (ask.h), to be decoded first. */
void screen_typed(struct screen *s, struct str bytes);
bool screen_pending(const struct screen *s); /* ESC was read and may begin something */
bool screen_flush_key(struct screen *s, uint32_t *key); /* it did not: the key as it stands */

/*
 * Row y shows these bytes: text and SGR, plain at both ends, no longer than the screen is wide, no
 * control bytes but the sequences. The bytes are copied.
 */
void screen_put(struct screen *s, unsigned y, struct str bytes);
/* Where the cursor is to be; by default it is hidden. */
void screen_cursor(struct screen *s, unsigned y, unsigned x, bool visible);
void screen_bell(struct screen *s);
/* 0, or -1 with e when writing failed. */
int screen_flush(struct screen *s, struct err *e);

#endif
