/*
 * removal: entries that are deleted by several threads, in a way that nobody can tell from one after the
 * other: those of a directory in the order in which they were handed in, a directory after all that it
 * holds, and failures told in the order of handing in.
 */
#ifndef EMBER_WALK_REMOVAL_H
#define EMBER_WALK_REMOVAL_H

#include <stdbool.h>

#include "ember/base/str.h"
#include "ember/walk/entry.h"

struct removals;

struct removals_conf {
	unsigned threads; /* the caller's included; 1 = never any other */
	bool at_once;     /* the others start with the first entry, not after a while */
	void *ctx;
	/* On the caller's thread, from removals_add and removals_settle: `path` could not be deleted. */
	void (*failed)(void *ctx, struct str path, int num);
};

/* Errors: none (a thread that cannot be started is done without). */
struct removals *removals_new(const struct removals_conf *c);
/* Settled before. NULL is none. */
void removals_free(struct removals *r);

/*
 * Delete the entry, now or until removals_settle. What is put off goes through the descriptor of
 * its folder, which stays open while folder.pending counts it. Directories come after what they
 * hold (e->inside).
 */
void removals_add(struct removals *r, const struct entry *e);
/* Do, and tell, all that was put off. */
void removals_settle(struct removals *r);

/* Delete one entry, here and now. 0 or an errno value. */
int removal_now(const struct entry *e);

#endif
