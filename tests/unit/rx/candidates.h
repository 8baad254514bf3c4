/*
 * candidates: is each place where Oniguruma matches a pattern among the automaton's candidates, and
 * does the direct matcher, where it is sure, see the same match as Oniguruma?
 */
#ifndef EMBER_TESTS_UNIT_RX_CANDIDATES_H
#define EMBER_TESTS_UNIT_RX_CANDIDATES_H

#include "ember/base/buf.h"
#include "ember/base/size.h"
#include "ember/rx/cand.h"
#include "ember/rx/direct.h"
#include "ember/rx/plan.h"
#include "ember/rx/rx.h"
#include "ember/rx/tree.h"

#define CANDIDATES_RETRIES 20000u /* of one try; what takes more says nothing */

#define CANDIDATES_WORK 1000000u /* instructions of the direct matcher for one text */

/* A set of one pattern, and the pattern itself. */
struct candidates {
	struct rx *rx; /* NULL: Oniguruma refuses it */
	struct rx_limit *limit;
	struct cand *cand;
	struct cand_set *set;
	struct buf automaton;
	struct str view; /* of it */
	struct cols first;
	uint32_t number; /* 0 */
	const struct direct *direct; /* NULL: left to Oniguruma */
	struct direct *made;         /* that, where it was made here */
	struct direct_run run;
	struct rx_match m, own;
	bool g; /* has \G */
};

/* For a cand whose automata lie end to end: ctx is an array of them. */
static inline struct str candidates_automaton(const void *ctx, uint32_t pattern)
{
	const struct str *automata = ctx;
	return automata[pattern];
}

static inline void candidates_open(struct candidates *c, struct str pattern)
{
	struct plan f;
	*c = (struct candidates){ .rx = rx_new(pattern, RX_GRAMMAR, 0, NULL, NULL) };
	c->limit = rx_limit_new(CANDIDATES_RETRIES, 10000);
	c->direct = c->made = direct_new(pattern);
	plan_make(&f, pattern, &c->automaton);
	c->g = f.g || !f.whole;
	c->view = buf_view(&c->automaton);
	c->first = f.first;
	c->cand = cand_new(candidates_automaton, &c->view);
	c->set = cand_set(c->cand, &c->number, &c->first, 1);
}

static inline void candidates_close(struct candidates *c)
{
	rx_free(c->rx);
	rx_limit_free(c->limit);
	rx_match_fini(&c->m);
	rx_match_fini(&c->own);
	direct_free(c->made);
	direct_run_fini(&c->run);
	cand_free(c->cand);
	buf_fini(&c->automaton);
}

static inline bool candidates_has(struct candidates *c, struct str text, size_t at, bool g)
{
	struct cand_list list;
	return cand_next(c->cand, c->set, text, at, at, g, &list) == at;
}

/* Is the direct match at a place, r by Oniguruma, the same? */
static inline bool candidates_same(struct candidates *c, struct str text, size_t at, unsigned options, int r)
{
	int own = c->direct ? direct_match_at(c->direct, &c->run, text, at, options, &c->own) : DIRECT_UNSURE;
	if (own == DIRECT_UNSURE || own == RX_LIMIT || r == RX_LIMIT)
		return true;
	if ((own < 0) != (r < 0) || (r >= 0 && c->own.n != c->m.n))
		return false;
	for (int i = 0; r >= 0 && i < c->m.n; i++)
		if (c->own.beg[i] != c->m.beg[i] || c->own.end[i] != c->m.end[i])
			return false;
	return true;
}

/*
 * The first place where the pattern matches and is no candidate, or is matched otherwise; STR_NONE when there is
 * none. A pattern that tries without end is not held against every place.
 */
static inline size_t candidates_missing(struct candidates *c, struct str text, size_t *matches)
{
	const uint64_t enough = c->run.work + CANDIDATES_WORK;
	for (size_t at = 0; c->rx && at <= text.n && c->run.work < enough; at++) {
		if (at < text.n && ((uint8_t)text.p[at] & 0xc0) == 0x80)
			continue;
		for (int g = 0; g < 1 + c->g; g++) {
			int r = rx_match_at(c->rx, c->limit, text, at, g ? 0 : RX_NOT_G, &c->m);
			if (!candidates_same(c, text, at, g ? 0 : RX_NOT_G, r))
				return at;
			if (r < 0)
				continue;
			++*matches;
			if (!candidates_has(c, text, at, g))
				return at;
		}
	}
	return STR_NONE;
}

/* ---------------------------------------------------------------- texts that a pattern may match */

static inline uint32_t candidates_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static inline void candidates_class(struct buf *b, const struct tree *t, uint32_t *seed)
{
	static const char *const high[] = { "\u00e9", "\u00df", "\u212a", "\u4e2d", "\U0001f600" };
	unsigned n = 0, pick;
	for (unsigned i = 1; i < 128; i++)
		n += cols_has(t->ascii, i);
	if (!n || (t->high && candidates_random(seed) % 8 == 0)) {
		buf_text(b, high[candidates_random(seed) % 5]);
		return;
	}
	pick = candidates_random(seed) % n;
	for (unsigned i = 1; i < 128; i++)
		if (cols_has(t->ascii, i) && !pick--)
			buf_char(b, (char)i);
}

/* Append a text that is more or less of the tree's kind. */
static inline void candidates_text(struct buf *b, const struct tree *t, uint32_t *seed)
{
	unsigned n = 0;
	if (b->n > 60)
		return;
	switch ((enum tree_op)t->op) {
	case TREE_CLASS:
		candidates_class(b, t, seed);
		break;
	case TREE_ALT:
		for (const struct tree *k = t->kid; k; k = k->next)
			n++;
		n = candidates_random(seed) % n;
		for (const struct tree *k = t->kid; k; k = k->next)
			if (!n--)
				candidates_text(b, k, seed);
		break;
	case TREE_REPEAT:
		n = t->max > t->min ? candidates_random(seed) % 3 : 0;
		n = t->min + n < t->max ? t->min + n : t->max;
		while (n--)
			candidates_text(b, t->kid, seed);
		break;
	case TREE_AHEAD: /* when nothing else of the sort follows, this makes it true */
	case TREE_BEHIND:
	case TREE_SEQ:
		for (const struct tree *k = t->kid; k; k = k->next)
			candidates_text(b, k, seed);
		break;
	case TREE_ANY:
		buf_text(b, "a1 ");
		break;
	case TREE_WORD:
		if (b->n && b->p[b->n - 1] > ' ' && candidates_random(seed) % 2)
			buf_char(b, ' ');
		break;
	default:
		break;
	}
}

#endif
