/* token: the tokeniser: one line and a state in, spans of one style and the next state out. */
#ifndef EMBER_SYNTAX_TOKEN_H
#define EMBER_SYNTAX_TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/buf.h"
#include "ember/base/str.h"
#include "ember/style/style.h"
#include "ember/style/theme.h"
#include "ember/syntax/registry.h"

/* A run of one style. It begins where the one before ends (the first at 0). */
struct span {
	uint32_t end;   /* byte offset in the line */
	uint16_t style; /* for tokens_style */
	uint16_t flags; /* SPAN_PLAIN */
};

enum {
	SPAN_PLAIN = 1 << 0, /* not tokenised: line over the limit, budget of line or file used up */
};

/* Lines longer than this (bytes) are one span and leave the state as it was. */
#define TOKENS_LINE_DEFAULT 16384u
#define TOKENS_LINE_MAX 65536u

/*
 * A file whose lines lead to more different states, or whose names and groups make more different
 * scope stacks, is not tokenised further: a state is kept for as long as the file is. Text that
 * people write has some hundreds.
 */
#define TOKENS_STATES_MAX 65536u
#define TOKENS_SCOPES_MAX 262144u

struct tokens; /* a tokeniser with its compiled patterns, states and scope stacks */

/*
 * A tokeniser for files of any language of the registry, under one theme (NULL: all spans have
 * style 0). Patterns compile on first use and are kept for later files.
 * Ownership: borrows r, which must outlive it; theme is copied.
 * Threads:   one thread at a time uses a tokeniser; make one per thread.
 */
struct tokens *tokens_new(const struct registry *r, const struct theme *theme);
void tokens_free(struct tokens *t); /* NULL is fine */

/* Longest line that is tokenised; 0 = default, values past TOKENS_LINE_MAX count as that. */
void tokens_limit(struct tokens *t, uint32_t bytes);

/*
 * How matches are found. TOKENS_CHECK runs both engines, goes by the plain one's results, and counts
 * where the other would have differed.
 */
enum tokens_engine {
	TOKENS_AUTOMATON, /* the standard: an automaton names places to try */
	TOKENS_PLAIN,     /* every pattern is searched for */
	TOKENS_CHECK,
};
void tokens_engine(struct tokens *t, enum tokens_engine e); /* before tokens_begin */
/* The engine of that name: "plain", "check"; any other name is the standard. */
enum tokens_engine tokens_engine_named(struct str name);

/* What TOKENS_CHECK saw: differing results, and the pattern of the first. */
struct tokens_missed {
	unsigned long n;
	struct str pattern;
};
const struct tokens_missed *tokens_missed(const struct tokens *t);

/* Start a file. Earlier states, spans and scope ids are gone; the state is that of a first line. */
void tokens_begin(struct tokens *t, uint32_t language);

/*
 * Tokenise the next line: its bytes without the LF. A CR at its end is not shown to the grammar
 * and belongs to the last span. Malformed UTF-8 is allowed.
 * Returns: the spans, *n of them: at least one, in order, without gaps, the last ends at line.n
 *          (an empty line has one empty span). They live until the next call.
 * Cost:    no allocation once buffers have grown to the longest line and the states are known.
 */
const struct span *tokens_line(struct tokens *t, struct str line, size_t *n);

/*
 * Some .sublime-syntax files decide how a line reads by the lines that follow it (branch points).
 * For those tokens_line asks here: `line` sets *line to the i-th line after the one it was given
 * (0 = the next), without its LF, valid until the next question; false when there is none, or none
 * yet. At most 128 lines are asked for, one after the other; the tokens of those that were needed
 * are kept, so that no line is worked on twice when they are asked for in order. Without this
 * function (NULL), or where it says false, such a decision is made at the end of the line.
 */
void tokens_ahead(
	struct tokens *t, bool (*line)(void *ctx, size_t i, struct str *line), void *ctx);

/* May the language at hand ask that? */
bool tokens_branches(const struct tokens *t);

/* The look of a span. */
const struct style *tokens_style(const struct tokens *t, uint16_t style);

/*
 * The state after the last line, as a small number: equal states have equal numbers. Restoring one
 * makes the tokeniser go on after that line; valid until tokens_begin. 0 is the start of a file.
 */
uint32_t tokens_state(const struct tokens *t);
void tokens_restore(struct tokens *t, uint32_t state);

/*
 * With scopes on, spans are joined only where the whole scope stacks are equal, and tokens_scopes
 * has a scope stack for each span of the last line.
 */
void tokens_want_scopes(struct tokens *t, bool on);
const uint32_t *tokens_scopes(const struct tokens *t);
/* Append the scope stack's names, outermost first, separated by blanks. */
void tokens_scope_path(const struct tokens *t, uint32_t scope, struct buf *b);

#endif
