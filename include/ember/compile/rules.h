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
	RULES_MAX = 1 << 21,          /* over all roots */
};

struct rule_capture {
	const struct val *raw; /* of any kind; NULL: no rule for this group */
	uint32_t rule;         /* index in rules.all, 0 = none */
};

struct rule {
	const struct val *raw; /* NULL: `foreign` */
	uint32_t foreign;      /* a rule of the base pack */
	uint32_t grammar;
	enum pack_kind kind;
	bool done;    /* false while its children are being bound */
	bool missing; /* some of its entries led nowhere */
	uint32_t canon; /* the rule that stands for it: itself, or the same one of another root */
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

/* A grammar as loaded for one root; its $base is the root's, or itself. */
struct rule_context {
	uint32_t grammar;
	const struct rule_context *base;
	struct val self; /* what $self names */
	struct rule_scope scope;
	uint32_t *rule_of; /* by object id; 0 = not bound yet */
};

struct rules {
	struct grammars *set;
	struct arena *a;
	VEC(struct rule) all; /* 0 is a dummy */
	struct rule_context *root;      /* the root at work */
	struct rule_context **external; /* what it has loaded so far, by grammar */
	uint32_t *foreign; /* index in all, by rule of the base pack */
	uint32_t n_foreign;
};

void rules_init(struct rules *r, struct grammars *set, struct arena *a);
void rules_fini(struct rules *r);

/* Start a root: the rule of a whole grammar, with itself as $base. */
uint32_t rules_root(struct rules *r, uint32_t grammar);
/* Of the root at work: the rule `raw` of a grammar that injects into it, or of its own injections. */
uint32_t rules_injection(struct rules *r, uint32_t grammar, const struct val *raw);
/* Of the root at work: the rule that a name of its repository means; 0 = none. */
uint32_t rules_named(struct rules *r, struct str name);

/*
 * After all roots: set `canon`, so that of rules which cannot be told apart by what they reach one
 * is left. Most grammars are bound alike whatever the root; the few that are not stay apart.
 */
void rules_merge(struct rules *r);

#endif
