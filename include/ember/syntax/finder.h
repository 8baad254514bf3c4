/*
 * finder: the leftmost match of a set of patterns, and of those that start there the first listed.
 * The candidate automaton of rx says where to look; Oniguruma decides.
 */
#ifndef EMBER_SYNTAX_FINDER_H
#define EMBER_SYNTAX_FINDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/str.h"
#include "ember/rx/cand.h"
#include "ember/syntax/pattern.h"

struct finder {
	uint32_t n;
	uint32_t *regexes; /* the pack's, which are their numbers in the automaton too; each once: of equal ones the first */
	uint32_t *index;   /* their places in the list that the finder was made from */
	uint32_t *place;   /* by regex, open addressing: 1 + the place above */
	uint32_t mask;     /* of that: a power of two less one */
	bool has_g;
	bool far_g;                /* has a pattern that is so */
	uint64_t line;             /* the text that the fields below speak of, 0 = none */
	size_t from, to;           /* no match starts in [from, to) */
	struct cand_set *set;
};

/*
 * A finder over the pack's regexes with these ids, in order; ids of no regex never match.
 * Ownership: it lives until patterns_fini. Threads: one at a time, as all of `ps`.
 */
struct finder *finder_new(struct patterns *ps, const uint32_t *regexes, uint32_t n);

struct finder_hit {
	struct pattern *pattern; /* the match is in pattern->m until the next search with it */
	uint32_t index;          /* in the list that the finder was made from */
	size_t start;
};

/* finder_next where no pattern looks back to \G from further on, and where one does and \G matches at `pos`. */
bool finder_near(struct patterns *ps, struct finder *f, struct str text, uint64_t line, size_t pos,
	size_t last, unsigned opts, struct finder_hit *hit);
bool finder_far(struct patterns *ps, struct finder *f, struct str text, uint64_t line, size_t pos,
	size_t last, unsigned opts, struct finder_hit *hit);

/*
 * Find a match that starts in [pos, last]. `line` names the text: equal numbers, equal text.
 * `opts`: RX_NOT_A, RX_NOT_G; without the latter \G matches at `pos`.
 * Returns: false when there is none.
 */
static inline bool finder_next(struct patterns *ps, struct finder *f, struct str text, uint64_t line, size_t pos,
	size_t last, unsigned opts, struct finder_hit *hit)
{
	return f->far_g && !(opts & RX_NOT_G) ? finder_far(ps, f, text, line, pos, last, opts, hit)
					      : finder_near(ps, f, text, line, pos, last, opts, hit);
}

/* Is the pattern with that index (of the finder, not of the list) among the candidates at `at`? */
bool finder_offers(struct patterns *ps, struct finder *f, struct str text, size_t at, bool g, uint32_t i);

#endif
