/*
 * expr: a question about an entry (and what to do with it) as a row of steps with short-circuit
 * jumps. find's line and fd's line both end in one of these.
 */
#ifndef EMBER_EXPR_EXPR_H
#define EMBER_EXPR_EXPR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/err.h"
#include "ember/base/str.h"
#include "ember/base/vec.h"

struct entry; /* ember/walk/entry.h */
struct expr_run;
struct expr_step;

/* What a step wants to know about an entry beyond its path; a union of these is a needs mask. */
enum {
	EXPR_NEED_TYPE = 1 << 0,   /* type; d_type answers where the file system gives it */
	EXPR_NEED_STAT = 1 << 1,   /* size, mode, owner, times of the entry itself */
	EXPR_NEED_TARGET = 1 << 2, /* the same of what a link points to */
	EXPR_NEED_LINK = 1 << 3,   /* text of a link */
	EXPR_NEED_OPEN = 1 << 4,   /* opens the entry or asks the kernel for more */
};

/* What a step may do beyond answering. None of them = pure: order and repetition do not matter. */
enum {
	EXPR_ACTS = 1 << 0,    /* prints, runs, deletes: no -print is implied */
	EXPR_STEERS = 1 << 1,  /* -prune, -quit */
	EXPR_REPORTS = 1 << 2, /* may report an error about the entry */
	EXPR_OUTSIDE = 1 << 3, /* acts on more than standard output: runs, deletes, writes files */
	EXPR_PRUNES = 1 << 4,  /* -prune: may keep a directory from being entered */
	EXPR_AHEAD = 1 << 5,   /* a test that any thread may judge, given the facts it needs */
	EXPR_LINKED = 1 << 6,  /* a test of what changes when another name of the same file is deleted */
	EXPR_ALWAYS = 1 << 7,  /* true of everything, as options are: judging passes it by where anything else is asked */
};

/* Classes of cost, cheapest first; pure neighbours in an `and` chain are tried in this order. */
enum expr_cost { EXPR_COST_NONE, EXPR_COST_NAME, EXPR_COST_PATTERN, EXPR_COST_TYPE, EXPR_COST_STAT, EXPR_COST_RUN };

typedef bool expr_eval(struct expr_run *run, const struct expr_step *step);

/* One test or action, static: what all its uses share. */
struct expr_row {
	const char *name;
	uint8_t cost;   /* enum expr_cost */
	uint8_t needs;  /* EXPR_NEED_* */
	uint8_t flags;  /* EXPR_ACTS ... */
	expr_eval *eval;
};

/* Jump targets beyond the last step. */
#define EXPR_FALSE (UINT32_MAX - 1)
#define EXPR_TRUE UINT32_MAX

struct expr_step {
	expr_eval *eval;
	const void *arg;  /* the row's own, read-only; NULL when it has none */
	uint32_t yes, no; /* next step, EXPR_TRUE or EXPR_FALSE */
	const struct expr_row *row;
	uint8_t needs;    /* EXPR_NEED_*: the row's, or what this use of it really wants */
	uint8_t needs_on, flags_on; /* unions over this step and all that may follow it */
};

/* Immutable after expr_finish: may be read by several threads, each with its own expr_run. */
struct expr {
	const struct expr_step *steps;
	uint32_t n;
	uint32_t first;  /* where judging starts; EXPR_TRUE when there is no step */
	uint8_t needs;   /* union over all steps */
	uint8_t flags;   /* union over all steps */
};

/* The state of one judging thread. Set entry, then call expr_judge. */
struct expr_run {
	struct entry *entry;
	unsigned worker; /* whose run this is, when several judge at once */
	bool prune; /* out: do not enter this folder; reset by expr_judge */
	bool quit;  /* out: the run is over after this entry; never reset */
	/* An error about the entry (or an operand of an action); the owner prints and counts it. */
	void (*report)(void *ctx, struct str path, const struct err *e);
	void *ctx;
	struct find_state *find; /* find's actions; NULL in fd's language */
	void *own;               /* the language's own per-thread state */
};

bool expr_judge(const struct expr *e, struct expr_run *run);

/*
 * Judge run->entry, which has a type, as far as EXPR_AHEAD goes, on any thread; `mask`: STATX_ bits
 * to fetch when a step needs facts, 0 = not even then. Reports nothing. Returns an answer for expr_resume, 0 = none.
 * Facts that the rest needs are then in the entry, those that it does not are dropped; *enter becomes
 * false when the directory may be pruned.
 */
enum { EXPR_ANSWER_NONE, EXPR_ANSWER_TRUE, EXPR_ANSWER_FALSE }; /* others: where to go on */
uint32_t expr_look(const struct expr *e, struct expr_run *run, unsigned mask, bool *enter);
/* Judge from where expr_look stopped; answer 0 = from the start. */
bool expr_resume(const struct expr *e, struct expr_run *run, uint32_t answer);

/* ---- building: operands before their operator (postfix), in the order they are to be judged */

enum expr_op { EXPR_NOT, EXPR_AND, EXPR_OR, EXPR_COMMA };

struct expr_node {
	const struct expr_row *row; /* NULL = operator */
	const void *arg;
	enum expr_op op;
	uint32_t left, right; /* operator: nodes; EXPR_NOT uses left only */
	uint8_t flags;        /* of the whole branch */
	uint8_t needs;        /* of a leaf */
	uint32_t first;       /* leftmost leaf of the branch */
	uint32_t yes, no;
};

/* All-zero is empty. */
struct expr_builder {
	VEC(struct expr_node) nodes;
	VEC(uint32_t) stack; /* operands that wait for their operator */
};

/* `row` and `arg` are borrowed and must outlive the expression. */
void expr_leaf(struct expr_builder *b, const struct expr_row *row, const void *arg);
/* A leaf that needs less than its row says. */
void expr_leaf_needs(struct expr_builder *b, const struct expr_row *row, const void *arg, uint8_t needs);
/* Takes one (NOT) or two waiting operands. */
void expr_operator(struct expr_builder *b, enum expr_op op);
/* The operand that waits on top of `from` waits on top of `to` instead. */
void expr_move(struct expr_builder *from, struct expr_builder *to);
/*
 * Join what still waits with AND, put pure neighbours into order of cost, and lay out the steps in
 * `a`. The builder is emptied and freed.
 */
void expr_finish(struct expr *out, struct arena *a, struct expr_builder *b);

#endif
