/* context_own: what the files context*.c share. */
#ifndef EMBER_SYNTAX_CONTEXT_OWN_H
#define EMBER_SYNTAX_CONTEXT_OWN_H

#include "ember/syntax/engine.h"

/* The machine at work on a line. */
struct context_run {
	struct tokens *t;
	struct engine_text text; /* the whole line */
	size_t pos;
	const struct state *st;
	uint32_t line; /* number */
};

/* context_find.c: the text up to the first escape; `embed` is the frame it belongs to, or NULL. */
struct engine_text context_reach(struct context_run *r, const struct state **embed, struct engine_hit *h);
/* context_find.c: the next match of the context of frame `f` in `text`. */
bool context_find(struct context_run *r, const struct state *f, struct engine_text text, struct engine_hit *h);
/* context_find.c: the text up to `end`. */
struct engine_text context_cut(struct tokens *t, size_t level, struct engine_text text, size_t end);

/* context.c: one match; false when the line is done. */
bool context_step(struct context_run *r);
/* context.c: tokens of the branch's match, and its alternative pushed. */
void context_branch_enter(struct context_run *r, struct context_branch *b, const struct engine_hit *h);

/* context_push.c: frames for the contexts that an action pushes on `below`. */
const struct state *context_push(struct context_run *r, const struct state *below,
	const struct pack_action *a, const uint32_t *contexts, uint32_t n, const struct engine_hit *h);
/* context_push.c: the scopes of a match's text, without its own. */
uint32_t context_match_scope(struct context_run *r, const struct state *below,
	const struct pack_action *a, const uint32_t *contexts, uint32_t n);
/* context_push.c: the frame that is on top after n pops; never the bottom one unless `all`. */
const struct state *context_below(const struct state *st, uint32_t n, bool all);

/* context_branch.c: an alternative is tried from here on. */
void context_branch_open(struct context_run *r, uint32_t rule, const struct engine_hit *h);
/* context_branch.c: the open point of that name which has another alternative, or NULL. */
struct context_branch *context_branch_find(struct context_run *r, uint32_t point);
/* context_branch.c: go back to it and take its next alternative. */
void context_branch_fail(struct context_run *r, struct context_branch *b);
/* context_branch.c: forget the points whose frame is gone. */
void context_branch_close(struct context_run *r);

#endif
