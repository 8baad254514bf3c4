/* order_own: the ordered walk's books, and the descriptors of the directories that it is in. */
#ifndef EMBER_WALK_ORDER_OWN_H
#define EMBER_WALK_ORDER_OWN_H

#include <sys/types.h>

#include "ember/base/buf.h"
#include "ember/base/vec.h"
#include "ember/os/dir.h"
#include "ember/walk/ahead.h"
#include "ember/walk/order.h"

/* One directory between the root and where we are. */
struct order_level {
	struct ahead_dir *dir;
	struct folder *folder;   /* dir's */
	off_t resume;            /* where to read on when the descriptor was closed meanwhile */
	bool dead;               /* could not be reopened: nothing more is visited here */
	/* For its visit after its contents: */
	size_t path_len, base;
	uint64_t ino;
	uint32_t answer;
	struct statx *sx; /* stat_first; heap, or NULL */
	unsigned have;
};

struct order {
	const struct order_conf *c;
	VEC(struct order_level) levels;
	struct ahead *ahead;
	int near;              /* the current entry, opened before its visit; -1 = it was not */
	struct ahead_dir *kid; /* what was read ahead of the current entry, or NULL */
	int64_t began_ns;
	unsigned n_read; /* directories read by the walk itself */
	struct buf path;          /* of the current entry, NUL after it */
	struct entry entry;
	struct dir_batch batch;
	unsigned open, max_open;      /* descriptors of levels */
	size_t now_from;              /* where the levels are more, nothing is put off */
	size_t oldest;                /* no level before this one has its descriptor open */
	const char *root;
	uint64_t root_dev;
	bool stop;
	bool plain; /* of what is no directory, nothing is asked before it is visited */
};

/* ---------------------------------------------------------------- order_level.c */

void order_error(struct order *o, struct str path, int num, const char *what);
/* Keep who the folder is, for order_reopen and for loops. */
void order_identify(struct folder *f);
/* Close open levels from the root on, but not those in [keep, n). */
void order_make_room(struct order *o, size_t keep);
/* Open level `at` again. `below`: descriptor of a level just left, or -1. The level is known by (dev, ino). */
void order_reopen(struct order *o, size_t at, int below);
/* Is the directory one of those that we are in? */
bool order_is_ancestor(struct order *o, uint64_t dev, uint64_t ino);
/*
 * Before the visit of a directory that may be entered, where links are not followed: does another mount show one
 * of those that we are in again? What lies on the same mount is opened for it, which costs nothing more.
 */
bool order_mount_loops(struct order *o, const struct entry *e);
/*
 * The directory at `e`, with fewer open levels where descriptors run out. -1 with err; err->what is ORDER_LOOP
 * when it is one that we are in.
 */
int order_open(struct order *o, const struct entry *e, struct err *err);

#endif
