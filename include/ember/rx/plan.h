/* plan: what is known of a pattern before any text was seen; a pack carries it. */
#ifndef EMBER_RX_PLAN_H
#define EMBER_RX_PLAN_H

#include <stdbool.h>

#include "ember/base/buf.h"
#include "ember/base/str.h"
#include "ember/rx/cols.h"

struct plan {
	struct cols first; /* columns of the byte that a match may begin at (the edge: at the end) */
	bool g;            /* has \G */
	bool far_g;        /* ... that a match which begins behind it looks back to */
	bool refers;       /* has back references, calls, \K and the like: its groups must be captured */
	bool wide_fold;    /* (?i) may match ASCII text by way of characters past ASCII */
	bool whole;        /* the pattern was understood */
};

/* Append the pattern's automaton (ember/rx/dfa.h), whole multiples of 8 bytes. Never fails. Threads: no shared state. */
void plan_make(struct plan *p, struct str pattern, struct buf *automaton);

#endif
