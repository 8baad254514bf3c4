/* rules: raw grammar rules bound to what they include, before they are numbered for the pack. */
#ifndef EMBER_COMPILE_RULES_H
#define EMBER_COMPILE_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/vec.h"
#include "ember/compile/grammar.h"
#include "ember/pack/format.h"

enum {
	RULES_CAPTURE_MAX = 999,      /* group numbers above are left out */
	RULES_CONTEXTS_MAX = 1 << 14, /* (grammar, base) pairs */
	RULES_MAX = 1 << 21,
};

struct rule_capture {
	const struct val *raw; /* NULL: no rule for this group */
	uint32_t rule;         /* index in rules.all, 0 = none */
};

struct rule {
	const struct val *raw;
	uint32_t grammar;
	enum pack_kind kind;
	bool done;    /* false while its children are being bound */
	bool missing; /* some of its entries led nowhere */
	bool based;   /* what it reaches depends on $base */
	uint32_t canon; /* the rule that stands for it: itself, or the same one of another base */
	struct rule_capture *captures, *end_captures;
	uint32_t n_captures, n_end_captures;
	uint32_t *children;
	uint32_t n_children;
};

/* Names visible to #name: a repository, over the one that encloses it. */
struct rule_scope {
	const struct val *repository; /* or NULL */
	const struct rule_scope *outer;
};

/* A grammar's rules as bound under one $base. */
struct rule_context {
	uint32_t grammar, base; /* base == RULES_NO_BASE when the grammar never reaches $base */
	struct val self;        /* what $self names */
	struct rule_scope scope;
	uint32_t *rule_of;      /* by object id; 0 = not bound yet */
};
#define RULES_NO_BASE UINT32_MAX

struct rules {
	struct grammars *set;
	struct arena *a;
	VEC(struct rule) all; /* 0 is a dummy */
	VEC(struct rule_context *) contexts;
	struct map context_of; /* by the pair's bytes */
};

void rules_init(struct rules *r, struct grammars *set, struct arena *a);
void rules_fini(struct rules *r);

/* The rule of a grammar's root with itself as $base, or of its `injections` entry `raw`. */
uint32_t rules_root(struct rules *r, uint32_t grammar);
uint32_t rules_injection(struct rules *r, uint32_t grammar, const struct val *raw);

/* After all roots: set `canon`, so that rules alike under several bases become one. */
void rules_merge(struct rules *r);

#endif
