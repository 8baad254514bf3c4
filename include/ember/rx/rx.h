/* rx: compiled regular expressions. The only room that knows Oniguruma. Text is UTF-8. */
#ifndef EMBER_RX_RX_H
#define EMBER_RX_RX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/def.h"
#include "ember/base/err.h"
#include "ember/base/str.h"

enum rx_dialect {
	RX_GRAMMAR, /* Oniguruma's own syntax, unnamed groups always numbered */
	RX_SEARCH,  /* Ruby's syntax: what a user types at the pager's search prompt */
	RX_RUST,    /* canonical text made from Rust's syntax: Perl's with the changes that fd's dialect needs */
};

enum {
	RX_IGNORE_CASE = 1 << 0, /* RX_RUST: simple folding only, "ss" is not U+00DF */
	RX_DOT_ALL = 1 << 1,     /* the dot matches LF */
	RX_NO_GROUPS = 1 << 2,   /* groups are not captured: faster */
};

/* Options of one search. */
enum {
	RX_NOT_A = 1 << 0, /* \A never matches */
	RX_NOT_G = 1 << 1, /* \G never matches; otherwise it matches at `from` */
	RX_NOT_Z = 1 << 2, /* \z never matches */
};

#define RX_PATTERN_MAX (128u << 10) /* bytes of a pattern, more is an error */

struct rx;       /* immutable once compiled */
struct rx_limit; /* what one thread needs to run searches: their limits, and the last failure */

/* Offsets of a match in bytes; group 0 is the whole. -1 in both for a group that took no part. */
struct rx_match {
	int n, cap;
	int *beg, *end;
};

/*
 * Load Oniguruma (once, any thread), which rx_new does where it was not done. -1 with e->what: it is
 * not to be had on this system, now and later.
 */
int rx_start(struct err *e);
bool rx_missing(void); /* it was needed, and not to be had */

/*
 * Compile `pattern`.
 * Errors:    NULL with e->what set ("invalid pattern" and kin), and the reason, Oniguruma's where it
 *            has one, in `why` (a buffer of RX_WHY_MAX bytes, NUL-terminated; may be NULL).
 * Ownership: the result is the caller's, to be freed by rx_free.
 * Threads:   a compiled rx may be used by any number of threads at a time.
 */
#define RX_WHY_MAX 128
struct rx *rx_new(struct str pattern, enum rx_dialect dialect, unsigned flags, char *why, struct err *e)
	EMBER_NODISCARD;
void rx_free(struct rx *rx); /* NULL is fine */
int rx_groups(const struct rx *rx); /* capture groups, without group 0 */

/*
 * Limits for searches: `retries` within one match attempt (20 times that in a whole search), `stack`
 * frames of backtracking; 0 keeps Oniguruma's default. One per thread.
 */
#define RX_GRAMMAR_RETRIES 1000000u
#define RX_GRAMMAR_STACK 100000u
struct rx_limit *rx_limit_new(unsigned long retries, unsigned stack) EMBER_NODISCARD;
void rx_limit_free(struct rx_limit *l);

/* Oniguruma's version, "6.9.8"; NULL where it cannot be loaded. */
const char *rx_version(void);

/* Storage of a match, for the caller to keep and use again: grows once to the groups of the rx. */
void rx_match_fini(struct rx_match *m);

enum { RX_NONE = -1, RX_LIMIT = -2 }; /* results of rx_search besides an offset */

/*
 * Leftmost match that lies within [from, to) of `text`; look-behind sees what is before `from`.
 * Takes:   text must be valid UTF-8, at most INT_MAX bytes; `m` may be NULL.
 * Returns: the start of the match, RX_NONE, or RX_LIMIT when a limit stopped the search.
 */
int rx_search(const struct rx *rx, struct rx_limit *l, struct str text, size_t from, size_t to,
	unsigned options, struct rx_match *m);

/* As rx_search for a match that starts exactly at `at`. \G matches there unless RX_NOT_G. */
int rx_match_at(const struct rx *rx, struct rx_limit *l, struct str text, size_t at, unsigned options,
	struct rx_match *m);

#endif
