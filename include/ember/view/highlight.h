/* highlight: patterns whose matches are marked wherever they stand. */
#ifndef EMBER_VIEW_HIGHLIGHT_H
#define EMBER_VIEW_HIGHLIGHT_H

#include "ember/base/err.h"
#include "ember/base/vec.h"
#include "ember/view/marked.h"
#include "ember/view/search.h"

/* All-zero holds no pattern. Owned memory. */
struct highlight {
	VEC(struct search) of;
	struct runs hits, laid;
};

/* -1: e, and the reason in `why` (RX_WHY_MAX bytes). The pattern's text is copied. */
int highlight_add(struct highlight *h, struct str pattern, char *why, struct err *e);
void highlight_fini(struct highlight *h);

/* Lay `look` over all matches in m. Threads: one at a time. */
void highlight_lay(struct highlight *h, struct marked *m, struct look look);

#endif
