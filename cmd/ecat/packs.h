/* packs: the pack a styled run works with: the built-in one, with the user's files laid over it. */
#ifndef EMBER_CMD_PACKS_H
#define EMBER_CMD_PACKS_H

#include "ecat.h"
#include "ember/pack/cache.h"
#include "ember/syntax/registry.h"

struct packs {
	struct registry registry;
	struct cache_map own; /* what the registry reads, when that is not the built-in pack */
};

/*
 * Open the registry. Where the user has syntaxes or themes they are taken from the cache, or
 * compiled (which starts a program, so it comes before the sandbox); what is wrong with them is
 * told as warnings, and the built-in pack serves.
 */
void packs_open(struct packs *p, const struct ecat_conf *c, struct diag *d);
void packs_close(struct packs *p);

/* ecat cache --build: compile the user's files anew, whatever the cache holds. */
void packs_build(struct diag *d);
/* ecat cache --clear: remove all that is in the cache. */
void packs_clear(struct diag *d);

#endif
