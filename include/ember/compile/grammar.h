/* grammar: raw TextMate grammars, and their rules compiled into a pack (spec syntax.md, section 1). */
#ifndef EMBER_COMPILE_GRAMMAR_H
#define EMBER_COMPILE_GRAMMAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/map.h"
#include "ember/base/vec.h"
#include "ember/compile/val.h"
#include "ember/compile/write.h"
#include "ember/pack/pack.h"

/* A grammar as it was read. */
struct grammar_source {
	struct str name;    /* "shellscript" */
	struct str scope;   /* "source.shell" */
	struct val root;
	struct str *inject_to; /* scopes that an injection grammar goes into */
	size_t n_inject_to;
};

/*
 * All grammars that may include one another. All-zero is empty. `base` (or NULL) is a finished pack
 * whose languages they may include too; it is then also what the writer was loaded with.
 */
struct grammars {
	const struct pack *base;
	VEC(struct grammar_source) all;
	struct map by_scope; /* index in all */
};

/* Does this grammar inject into languages of that scope (its inject_to has it, or a dotted prefix)? */
bool grammar_injects(const struct grammar_source *g, struct str scope);

/* What one grammar became. */
struct grammar_result {
	uint32_t root;                /* rule */
	struct pack_range injections; /* in PACK_INJECTIONS, sorted */
	struct pack_range repository; /* in PACK_REPOSITORY; empty with a base */
	struct pack_range offered;    /* with a base: what it injects into others, sorted */
};

/*
 * Add a grammar; false when its root is no object, it has no scopeName, or the scope is taken.
 * `g` is copied; what it borrows must outlive the set.
 */
bool grammars_add(struct grammars *set, const struct grammar_source *g);
void grammars_fini(struct grammars *set);

/*
 * Compile all: results[i] belongs to set->all.p[i]. Rules that nothing reaches are left out.
 * Errors: none: what a grammar says wrong is dropped, as the reference does.
 */
void grammars_compile(struct grammars *set, struct pack_writer *w, struct grammar_result *results);

#endif
