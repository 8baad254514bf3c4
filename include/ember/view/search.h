/* search: a pattern over the lines of a document, in slices that keep the keys alive. */
#ifndef EMBER_VIEW_SEARCH_H
#define EMBER_VIEW_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/buf.h"
#include "ember/base/err.h"
#include "ember/base/str.h"
#include "ember/rx/rx.h"
#include "ember/view/doc.h"

enum search_case { SEARCH_EXACT, SEARCH_SMART, SEARCH_IGNORE };

/* Signs typed before the pattern (spec K8). */
enum {
	SEARCH_NOT = 1 << 0,     /* lines that do not match */
	SEARCH_LITERAL = 1 << 1, /* the text itself, no regular expression */
};

/* A compiled pattern with what its searches need. All-zero: no pattern. */
struct search {
	struct rx *rx;
	struct rx_limit *limit;
	struct rx_match match;
	unsigned flags;
	struct buf pattern; /* as typed */
	struct buf clean;   /* copy of a line that was no UTF-8 */
};

/*
 * Take a new pattern. -1: e, and the reason in `why` (RX_WHY_MAX bytes); the old pattern stays.
 * SMART ignores case unless the pattern has a capital letter.
 * Threads: one at a time uses a search.
 */
int search_set(struct search *s, struct str pattern, unsigned flags, enum search_case kind, char *why,
	struct err *e);
void search_fini(struct search *s); /* all-zero again */
static inline bool search_ready(const struct search *s)
{
	return s->rx != NULL;
}

/* A match: bytes [from, to) of a line's searchable text. */
struct search_hit {
	size_t line;
	uint32_t from, to;
};

/*
 * A line as the searches below want it: well-formed UTF-8. The line itself where it is that, else a
 * copy with each bad byte replaced, valid until the next call. Ask once a line.
 */
struct str search_text(struct search *s, struct str line);

/*
 * The first match in `text` (of search_text) that begins in [from, to], to at most text.n. An empty
 * match is widened by the character it stands before, where there is one. With SEARCH_NOT the whole
 * line is the hit, from 0 only, when nothing in it matches. False also when a limit stopped the
 * search. hit->line is left alone.
 */
bool search_next(struct search *s, struct str text, size_t from, size_t to, struct search_hit *hit);
/* The last match that begins before `before`. */
bool search_last(struct search *s, struct str text, size_t before, struct search_hit *hit);
/* Does the line match at all (with SEARCH_NOT: does it not)? */
bool search_line(struct search *s, struct str text);

#endif
