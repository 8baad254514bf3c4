/* ground: whether the terminal's background is light, asked while other things are made ready. */
#ifndef EMBER_CMD_GROUND_H
#define EMBER_CMD_GROUND_H

#include <stdbool.h>

#include "ecat.h"
#include "ember/term/ask.h"

/* All-zero with fds -1 asks nothing and is dark. */
struct ground {
	struct ask ask; /* typed: what the user typed meanwhile */
	int tty;        /* where the question went; -1: none is open */
	int kept;       /* the file that the answer is kept in, -1: none */
	bool light;
};

/*
 * Find out whether the theme asked for leaves it to the terminal, and whether COLORFGBG or the answer of
 * the last hour (in $XDG_RUNTIME_DIR, by terminal and session) tells; else send the question. Nothing is
 * asked of a terminal that would not answer: tmux before 3.4 (it does not pass the question on), screen
 * and the Linux console.
 */
void ground_begin(struct ground *g, const struct ecat_conf *c);

/* Wait for the answer, at most 50 ms from the question on. `pager`: its keys will swallow a later one. */
bool ground_light(struct ground *g, bool pager);

/* Swallow an answer that has come late or may still come, so that it does not end up at the prompt. */
void ground_end(struct ground *g);

#endif
