/* engine: the inside of a tokeniser, shared by the files of this room; others use token.h. */
#ifndef EMBER_SYNTAX_ENGINE_H
#define EMBER_SYNTAX_ENGINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/buf.h"
#include "ember/base/map.h"
#include "ember/base/str.h"
#include "ember/base/vec.h"
#include "ember/pack/pack.h"
#include "ember/style/scope.h"
#include "ember/syntax/context.h"
#include "ember/syntax/finder.h"
#include "ember/syntax/inject.h"
#include "ember/syntax/pattern.h"
#include "ember/syntax/state.h"
#include "ember/syntax/token.h"

#define ENGINE_BUDGET 100000u /* searches that any line may take ... */
#define ENGINE_BUDGET_BYTE 100u /* ... and for each byte of it */
#define ENGINE_BUDGET_AHEAD 1000u /* instead of the first, for a line that is looked at ahead */
#define ENGINE_NESTED_MAX 32u    /* captures tokenised again, one in the other */

/* A piece of the line as the grammar produced it; begins where the one before ends. */
struct engine_token {
	uint32_t end, scope;
};

/* A capture's name that is open while later groups of the match are looked at. */
struct engine_local {
	uint32_t scope;
	int end;
};

/* What a template leads to from a scope stack, where that is the same for every match. */
struct engine_named {
	uint32_t scope, template, name;
};
#define ENGINE_NAMED 256u /* so many are kept */

/* A rule's own set as a finder: its children, and its end pattern unless that has references. */
struct rule_finder {
	struct finder *finder;
	uint32_t *rules;  /* by index of a hit; RULE_FINDER_END: the end pattern */
	uint32_t *owners; /* likewise: the injection */
};
#define RULE_FINDER_END UINT32_MAX

struct tokens {
	const struct registry *reg;
	const struct pack *pack;
	uint32_t language, root; /* root rule, 0 = plain text, or: */
	uint32_t context;        /* main context, 0 = none */
	uint32_t limit;
	bool want_scopes;

	struct scopes *scopes;
	enum tokens_engine engine;
	struct tokens_missed missed;
	struct patterns patterns;
	VEC(struct rule_finder *) shared; /* finders, which rules share */
	struct map finder_ids;            /* index, by what they look for */
	struct idmap by_rule;             /* the same from 1, by rule */
	struct states states;
	struct inject inject;
	struct engine_named named[ENGINE_NAMED];
	struct rule_finder *injected; /* the last one of engine_injected, for `injected_mask`; NULL: none */
	uint64_t injected_mask;
	struct contexts contexts;
	bool (*ahead)(void *ctx, size_t i, struct str *line); /* may be NULL */
	void *ahead_ctx;
	bool branches; /* it may be of use */
	const struct state *state; /* interned; NULL: a first line comes next */

	/* Scratch of the line, kept from line to line. */
	struct buf line, name;
	uint64_t texts;    /* numbers the texts that patterns search in */
	uint32_t last;     /* end of the last token */
	uint32_t nested;   /* captures being tokenised again, one in the other */
	uint32_t budget;   /* searches this line may take */
	bool stopped;      /* it took more of anything, or a stack is too deep */
	VEC(struct engine_token) out;
	VEC(struct engine_local) locals;
	VEC(const struct state *) whiles; /* begin/while frames to check, outermost last */
	VEC(int) groups;                  /* matches being worked on: begin, end of each group */
	VEC(struct span) spans;
	VEC(uint32_t) span_scopes;
};

/* The text that is searched: a whole line with its LF, or a line cut off behind a capture. */
struct engine_text {
	struct str s;
	uint64_t number; /* equal numbers: equal text */
};

/* A match that was chosen. Its groups are in tokens.groups from `at` on. */
struct engine_hit {
	uint32_t rule;
	bool end; /* it is the end pattern of the top frame */
	int start, stop;
	size_t at;
	int n; /* groups, group 0 included */
};

/* scan.c: run the line machine from `pos` (spec syntax.md, 1.5). Returns the state reached. */
const struct state *engine_scan(struct tokens *t, struct engine_text text, size_t pos, int anchor,
	bool first, const struct state *st);
/* scan.c: check the begin/while frames of `st` at the start of a line, then run the machine. */
const struct state *engine_line(
	struct tokens *t, struct engine_text text, bool first, const struct state *st);
/* scan.c: close a token at `end` if that is past the last one's end. */
void engine_emit(struct tokens *t, uint32_t scope, size_t end);

/* scan.c: count one step; true when the line took more than it may, then t->stopped is set. */
bool engine_spent(struct tokens *t);
/* token.c: the line with LF in t->line, each byte that is no UTF-8 replaced, so that no pattern
 * ever sees such. */
void engine_copy(struct tokens *t, struct str line);
/* rules.c: has the rule an end pattern whose text is known without a begin match? */
bool engine_has_end(const struct tokens *t, const struct pack_rule *r);
/* rules.c: the finder of a rule. */
struct rule_finder *engine_finder_new(struct tokens *t, uint32_t rule);
static inline struct rule_finder *engine_finder(struct tokens *t, uint32_t rule)
{
	const uint32_t known = idmap_get(&t->by_rule, rule);
	return known ? t->shared.p[known - 1] : engine_finder_new(t, rule);
}
/* rules.c: one finder for the sets of all injections in a mask of inject_mask. */
struct rule_finder *engine_injected(struct tokens *t, uint64_t mask);

/* capture.c: tokens of a match's groups (1.7). */
void engine_captures(struct tokens *t, struct engine_text text, bool first, const struct state *st,
	struct pack_range captures, const struct engine_hit *h);
/* capture.c: `scope` with the names of a template pushed (1.3). */
uint32_t engine_name_new(struct tokens *t, uint32_t scope, uint32_t template, struct engine_text text,
	const struct engine_hit *h);
static inline struct engine_named *engine_name_slot(struct tokens *t, uint32_t scope, uint32_t template)
{
	return &t->named[(scope * 31 + template) % ENGINE_NAMED];
}
static inline uint32_t engine_name(struct tokens *t, uint32_t scope, uint32_t template, struct engine_text text,
	const struct engine_hit *h)
{
	if (!template)
		return scope;
	const struct engine_named *known = engine_name_slot(t, scope, template);
	if (known->template == template && known->scope == scope)
		return known->name;
	return engine_name_new(t, scope, template, text, h);
}
/* capture.c: an end or while regex with the match's groups filled in (1.2): its number. */
uint32_t engine_end_text(
	struct tokens *t, uint32_t regex, struct engine_text text, const struct engine_hit *h);

#endif
