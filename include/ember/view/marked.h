/* marked: text with looks, growing: what the stages between a line's bytes and its rows hand on. */
#ifndef EMBER_VIEW_MARKED_H
#define EMBER_VIEW_MARKED_H

#include <stddef.h>
#include <stdint.h>

#include "ember/base/buf.h"
#include "ember/base/str.h"
#include "ember/base/vec.h"
#include "ember/term/color.h"
#include "ember/view/row.h"

struct runs {
	VEC(struct run) of;
};

/* Runs cover the text from 0 on; what is behind the last one is plain. Owned memory. */
struct marked {
	struct buf text;
	struct runs runs;
};

/* Threads: one at a time. All-zero is empty. */
void marked_clear(struct marked *m); /* memory kept */
void marked_fini(struct marked *m);
/* Append text of one look; a run that looks like its neighbour grows instead. */
void marked_add(struct marked *m, struct str text, struct look look);

/* The last run now reaches to `end`, in that look. Nothing when it does already. */
void runs_to(struct runs *r, uint32_t end, struct look look);
/* Close the last run at n: what comes behind it is plain. */
void runs_end(struct runs *r, uint32_t n);

/*
 * Lay `over` on `under`, both over a text of n bytes, into `to` (cleared first; neither of them).
 */
void runs_lay(struct runs *to, const struct runs *under, const struct runs *over, uint32_t n);

#endif
