/* ask: the terminal's background colour, by OSC 11 with a device-attributes question as sentinel. */
#ifndef EMBER_TERM_ASK_H
#define EMBER_TERM_ASK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/buf.h"
#include "ember/term/tty.h"

/*
 * Every terminal answers the sentinel (DA1), in order; so when its answer comes first, OSC 11 is
 * not known and there is nothing to wait for. What the user typed meanwhile is kept in `typed`.
 *
 *	struct ask a;
 *	if (ask_begin(&a, fd) == 0) {     // writes the questions, does not wait
 *		...                       // read the first block of input meanwhile
 *		if (ask_wait(&a, 50, &rgb)) // waits until 50 ms after the question at most
 *			dark = !ask_is_light(rgb);
 *		ask_end(&a);              // puts the mode back
 *	}
 * A reply later than that is for the key decoder (keys.h) to swallow.
 * Threads: one at a time per terminal.
 */
enum ask_state { ASK_WAITING, ASK_ANSWERED, ASK_NO_ANSWER };

struct ask {
	struct tty_mode mode;
	struct buf typed; /* bytes that were no reply; owned, freed by ask_fini */
	enum ask_state state;
	bool has_color;
	uint32_t rgb; /* 0xRRGGBB */
	int64_t asked_ms; /* when, by the monotonic clock */
	char part[128]; /* a reply that is not complete */
	size_t n_part;
};

/* -1 when fd is no terminal or the questions could not be written. */
int ask_begin(struct ask *a, int fd, struct err *e);
/*
 * True with *rgb set when the colour was told before so many ms had passed since ask_begin. While
 * a->state is ASK_WAITING it may be asked again later; the terminal stays without echo, so that a late
 * reply does not show.
 */
bool ask_wait(struct ask *a, unsigned timeout_ms, uint32_t *rgb);
/* Put the mode back: once after ask_begin. */
void ask_end(struct ask *a);
void ask_fini(struct ask *a); /* frees `typed` */

/* The pure half, for tests: bytes the terminal sent; start from an all-zero ask. */
enum ask_state ask_feed(struct ask *a, const char *p, size_t n);

/* Luminance above one half. */
bool ask_is_light(uint32_t rgb);

/* COLORFGBG ("15;0", "0;default;15"): 1 = light background, 0 = dark, -1 = does not tell. */
int ask_colorfgbg(const char *value);

#endif
