/*
 * context: the line machine of .sublime-syntax files (spec syntax.md, section 3), beside the one
 * of TextMate grammars in scan.c. For the files of this room; others use token.h.
 *
 * The stack's frames are contexts. At its bottom lies a frame without patterns that holds the
 * syntax's scope, then the main context, which no pop takes away. `embed` puts a frame of the kind
 * STATE_EMBED below the embedded context. While there is one the line is searched for its escape
 * first, the outermost embed's before the inner ones', and what is embedded sees a text that ends
 * where the escape begins. Where a context stands for another language of the pack, a TextMate
 * grammar runs on that text with scan.c's machine; its own injections do not apply there. Where it
 * was pushed with with_prototype, a frame below it has those patterns: the grammar sees the text up
 * to the first match of one, which is then done, a pop taking away the grammar with all its frames.
 *
 * A match that takes no text and has no action is passed over, as is `fail` without its branch
 * point. An action on no text that would lead to a context which was left on no text at this very
 * place, as deep in the stack or less, is not done: the place moves on by one character. No pattern
 * is looked for behind a line's LF.
 *
 * Branch points: the machine goes on with the first alternative and remembers the place. `fail`
 * goes back there (the innermost open point of that name) and takes the next; after the last it
 * does nothing. A point is closed when a pop takes away the frame that the branch pushed (set does
 * not), CONTEXT_AHEAD lines later, or at the end of input. A line is handed out when no point in it
 * is open, which may take text from the lines that follow: see tokens_ahead. So a state at a line's
 * end never holds an open point, and tokenising can go on from any of them.
 */
#ifndef EMBER_SYNTAX_CONTEXT_H
#define EMBER_SYNTAX_CONTEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/buf.h"
#include "ember/base/map.h"
#include "ember/base/vec.h"
#include "ember/pack/pack.h"
#include "ember/syntax/state.h"

#define CONTEXT_AHEAD 128u       /* lines after a branch point in which `fail` goes back to it */
#define CONTEXT_RING 130u        /* lines kept: the one at hand, those ahead of it */
#define CONTEXT_EMBEDS_MAX 8u    /* embeds one in the other; a further one is not done */
#define CONTEXT_BRANCHES_MAX 64u /* open points; the oldest is closed for a further one */
#define CONTEXT_REWINDS_MAX 2000u /* for one line that is asked for; then the branches stand */
#define CONTEXT_SEEN_MAX 256u    /* actions on no text at one place */

/* A token as the machine makes it: engine.h. */
struct engine_token;
struct finder;
struct tokens;

/* Where an action on no text began. */
struct context_seen {
	uint32_t rule, depth;
	uint8_t kind;
};

struct context_branch {
	uint32_t rule, action;
	uint32_t alternative;   /* that is being tried */
	const struct state *st; /* the frame that branched; interned */
	uint32_t depth;         /* of what the branch pushed */
	uint32_t line;          /* number of its line */
	uint32_t last;          /* end of the last token before the match */
	size_t out;             /* tokens before the match */
	int start, stop;
	size_t groups; /* of the match, in contexts.groups: n pairs */
	int n;
};

/* A line that was tokenised but is not handed out yet. */
struct context_line {
	uint32_t number;
	bool parked; /* the fields below hold */
	bool stopped;
	struct buf text; /* as searched: with LF */
	struct buf out;  /* engine_tokens */
	uint64_t text_number;
	const struct state *after; /* interned */
};

/* A list of end patterns: of the patterns with back references in a context's set, in order. */
struct context_fill {
	const uint32_t *ends;
	uint32_t n;
};

/* What the machine keeps in a tokeniser. All-zero is a start. */
struct contexts {
	struct map fill_ids; /* by the ends' bytes: index in fills + 1 */
	VEC(struct context_fill) fills;
	struct arena fill_arena;
	VEC(uint32_t) ends; /* scratch */

	VEC(struct context_seen) seen; /* at the place at hand */
	struct {
		uint64_t of, number; /* numbers of the text and of what was cut from it */
		size_t end;
	} cut[CONTEXT_EMBEDS_MAX + 1]; /* the last: at a pattern of with_prototype */

	VEC(struct context_branch) branches;
	VEC(int) groups;
	VEC(uint32_t) skips; /* rules: branches on no text that failed at this place: */
	uint32_t skip_line;
	int skip_at;
	uint32_t rewinds;

	struct context_line *ring; /* CONTEXT_RING of them, by number; made on first use */
	uint32_t first, parked;    /* number of the line that is asked for; lines parked from there on */
	VEC(struct finder *) finders; /* by set; NULL = not made yet */
	VEC(uint32_t) language_roots; /* by context: what its language's root is, + 1; 0 = not looked up */
};

void contexts_reset(struct contexts *c); /* a new file begins */
void contexts_fini(struct contexts *c);

/* Has any syntax of the pack a branch point? */
bool contexts_branch(const struct pack *p);

/* The state before the first line of a file in a language whose main context that is. */
const struct state *contexts_root(struct tokens *t, uint32_t context);

/*
 * Tokenise the line in t->line, which comes after state `st`: its tokens are in t->out, and
 * t->stopped says whether limits ended it. Returns the state after it.
 */
const struct state *contexts_line(struct tokens *t, const struct state *st);

#endif
