/* inject: which injections of a language apply to a scope stack. */
#ifndef EMBER_SYNTAX_INJECT_H
#define EMBER_SYNTAX_INJECT_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/base/vec.h"
#include "ember/pack/pack.h"
#include "ember/style/scope.h"

/* The injections of the language at hand, and what was found out about scope stacks so far. */
struct inject {
	const struct pack *pack;
	const struct scopes *scopes;
	const struct pack_injection *list; /* in the order in which they are tried */
	uint32_t n;
	VEC(uint64_t) memo; /* by scope stack: INJECT_KNOWN and the bits of inject_mask */
};

/* Threads: one at a time. pack and scopes are borrowed. */
void inject_init(
	struct inject *in, const struct pack *p, const struct scopes *s, uint32_t language);
void inject_fini(struct inject *in);

#define INJECT_MASKED 63u /* so many injections have a bit */

/* Which injections apply to text with that scope stack: the bits of the first ones. */
uint64_t inject_mask(struct inject *in, uint32_t scope);
/* Does injection i? `mask`: what inject_mask said of the scope. */
bool inject_applies(const struct inject *in, uint64_t mask, uint32_t i, uint32_t scope);

#endif
