/* ansi: escape sequences in text: where one ends, and which of them may pass (SGR and OSC 8). */
#ifndef EMBER_TEXT_ANSI_H
#define EMBER_TEXT_ANSI_H

#include <stdbool.h>
#include <stddef.h>

#include "ember/base/buf.h"
#include "ember/base/str.h"

enum ansi_kind {
	ANSI_SGR,     /* ESC [ digits ; : m: body is what stands between [ and m */
	ANSI_LINK,    /* ESC ] 8 ; parameters ; target ST or BEL: body is the target, empty = link ends */
	ANSI_OTHER,   /* any other complete sequence: body is the whole of it */
	ANSI_PARTIAL, /* cut off by the end of the text, or not a sequence: only the ESC is taken */
	ANSI_TEXT,    /* ansi_next's alone: a run without ESC */
};

#define ANSI_MAX 4096 /* bytes; what is longer is not a sequence */

/*
 * The sequence at the start of s, whose first byte is ESC. Returns its length, at least 1.
 * Threads: pure.
 */
size_t ansi_scan(struct str s, enum ansi_kind *kind, struct str *body);

struct ansi_piece {
	enum ansi_kind kind;
	struct str bytes; /* as they stand in the input; not empty */
	struct str body;  /* ansi_scan's */
};

/* Cut the next piece off the front of *rest; false: there is none. The pieces joined are the text. */
bool ansi_next(struct str *rest, struct ansi_piece *piece);

/* Append s without any complete escape sequence. */
void ansi_strip(struct buf *b, struct str s);

#endif
