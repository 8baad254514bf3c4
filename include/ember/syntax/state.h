/*
 * state: the rule stack as immutable frames. Frames made within a line live until its end; those
 * that outlast it are interned, so that equal stacks are one pointer and one small number.
 */
#ifndef EMBER_SYNTAX_STATE_H
#define EMBER_SYNTAX_STATE_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/slots.h"
#include "ember/base/vec.h"

/* Spec syntax.md, 1.4. Deeper stacks are not built: the rest of such a line is not tokenised. */
#define STATE_DEPTH_MAX 10000u

/* What a frame's `rule` numbers: a rule; a context; the action that embeds what is above. */
enum state_kind { STATE_RULE, STATE_CONTEXT, STATE_EMBED };

struct state {
	const struct state *parent; /* NULL: the bottom */
	const struct state *whiles; /* nearest begin/while frame, this one included; NULL = none */
	const struct state *embeds; /* nearest frame of the kind STATE_EMBED, likewise */
	uint32_t id;                /* interned: its number (from 1); 0: lives in the line */
	uint32_t rule;
	uint32_t end;           /* end pattern with resolved back references, 0 = the rule's own;
	                           of a context: list of such patterns (context.h) */
	uint32_t name, content; /* scope stacks */
	uint32_t depth;
	int enter, anchor; /* offsets in the line, -1 in interned frames */
	bool eol;          /* the begin match took the line's end */
	bool is_while;
	uint8_t kind; /* enum state_kind */
};

struct states {
	struct arena keep;              /* interned frames */
	struct arena line;              /* frames of the current line */
	VEC(const struct state *) list; /* by id - 1 */
	VEC(const struct state *) todo; /* scratch of states_keep */
	struct slots slots;             /* id */
};

/* Threads: one at a time. All-zero is an empty table. */
void states_reset(struct states *s); /* forget all frames */
void states_fini(struct states *s);

/* A new frame on top of `from->parent`, with from's other fields; lives until states_keep. */
struct state *states_push(struct states *s, const struct state *from);

/* The interned equal of `top`; forgets all frames of the line. */
const struct state *states_keep(struct states *s, const struct state *top);

/* The same without forgetting any. */
const struct state *states_fix(struct states *s, const struct state *top);

/* By number; NULL when there is none. */
const struct state *states_at(const struct states *s, uint32_t id);

#endif
