/* inject: which injections of a language apply to a scope stack. */
#ifndef EMBER_SYNTAX_INJECT_H
#define EMBER_SYNTAX_INJECT_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/base/vec.h"
#include "ember/pack/pack.h"
#include "ember/style/scope.h"

/*
 * The injections of the language at hand, and what was found out about scope stacks so far: how many
 * texts of each path of their selectors occur in the stack, in order, from the outermost scope on. One
 * scope more changes that by one text a path at most, so that deep stacks cost no more than flat ones.
 */
struct inject {
	const struct pack *pack;
	const struct scopes *scopes;
	const struct pack_injection *list; /* in the order in which they are tried */
	uint32_t n;
	VEC(uint32_t) first; /* by injection: the number of its first path */
	VEC(uint32_t) paths; /* words of the pack */
	VEC(uint8_t) met;    /* texts that were met, by path; for each different case of them */
	VEC(uint64_t) masks; /* by case: the bits of inject_mask */
	VEC(uint32_t) memo;  /* by scope stack: 1 + its case, 0 = not known yet */
	VEC(uint8_t) now;    /* the case being made */
	VEC(uint32_t) above; /* scopes that are to be learned */
};

/* Threads: one at a time. pack and scopes are borrowed. */
void inject_init(
	struct inject *in, const struct pack *p, const struct scopes *s, uint32_t language);
void inject_fini(struct inject *in);

#define INJECT_MASKED 63u /* so many injections have a bit */

/* Which injections apply to text with that scope stack: the bits of the first ones. */
uint64_t inject_mask(struct inject *in, uint32_t scope);
/* Does injection i? `mask`: what inject_mask said of the scope. */
bool inject_applies(struct inject *in, uint64_t mask, uint32_t i, uint32_t scope);

#endif
