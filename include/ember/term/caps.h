/* caps: what terminfo says of a terminal. Read on the first question only. */
#ifndef EMBER_TERM_CAPS_H
#define EMBER_TERM_CAPS_H

#include <stdbool.h>

#include "ember/base/buf.h"

/* Numbers and flags; costs one small file read. */
struct caps {
	bool known;  /* terminfo has the terminal */
	bool rgb;    /* RGB or Tc: 24-bit colour by 38;2 */
	bool cup;    /* the cursor can be addressed: a pager is possible */
	int colors;  /* 0 = none or not told */
};

/*
 * Look the terminal `name` (NULL: $TERM) up. An unknown terminal leaves all fields 0 but `known`.
 * Threads: main thread only (terminfo keeps a current terminal of its own).
 */
void caps_read(struct caps *c, const char *name);

/* Of the library that reads terminfo, "ncurses 6.4.20221231". */
const char *caps_version(void);

#endif
