/* walk: the parallel walker, entries in arrival order. For GNU's order see order.h. */
#ifndef EMBER_WALK_WALK_H
#define EMBER_WALK_WALK_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/err.h"
#include "ember/base/str.h"
#include "ember/walk/entry.h"

struct ignore_conf;

enum walk_answer {
	WALK_ON,    /* go on, and into the entry if it is a directory */
	WALK_PRUNE, /* do not enter it */
	WALK_STOP,  /* end the whole walk soon */
};

enum walk_follow {
	WALK_PHYSICAL, /* links are links */
	WALK_ROOTS,    /* links named as roots are followed */
	WALK_LOGICAL,  /* all links are followed; ancestor loops are reported (ELOOP) and not entered */
};

/* Which folder is read next. The two definite ones need threads = 1 to mean something. */
enum walk_order {
	WALK_AUTO,    /* as suits the machine */
	WALK_DEEPEST, /* depth first */
	WALK_NEAREST, /* breadth first; memory grows with the widest level */
};

#define WALK_DEEP UINT32_MAX /* max_depth: no limit */

/* Frozen while the walk runs. */
struct walk_conf {
	unsigned threads; /* at most this many work, the caller among them; 0 = pool_default() */
	enum walk_follow follow;
	bool one_file_system;
	bool local;        /* network and virtual file systems are not entered from another one */
	bool unique;       /* each folder (device, inode) is read once, whatever leads to it */
	enum walk_order order;
	uint32_t min_depth, max_depth;     /* roots are 0 */
	const struct ignore_conf *ignore;  /* NULL: nothing is left out */
	/*
	 * Called once, on some worker's thread with no other one judging yet, when a root turns out to
	 * hold something: time to read what `ignore` borrows. NULL = all is there.
	 */
	void (*rules)(void *ctx);
	const struct str *contain;         /* a directory that holds one of these names is skipped */
	size_t n_contain;                  /* (spec efind I18) */
	_Atomic bool *stop;                /* set by others (a signal) to end the walk; NULL = none */
	void *ctx;
	/*
	 * Called on a worker's thread (0 <= worker < threads), several at once; must not block for
	 * long. Roots are visited too (depth 0) when min_depth is 0.
	 */
	enum walk_answer (*visit)(void *ctx, unsigned worker, struct entry *e);
	/* The worker has read a folder to its end or has nothing to do: hand output on. NULL = none. */
	void (*rest)(void *ctx, unsigned worker);
	/* A folder or entry that could not be read. NULL = silence. Same threads as visit. */
	void (*error)(void *ctx, unsigned worker, struct str path, const struct err *e);
};

/*
 * Walk all roots; returns when every worker is done. Threads start only once there is work
 * for them (spec efind Q10): at the second unread folder where `threads` asks for them, else after a
 * moment; threads = 1 never starts one.
 * A root that cannot be opened is an error like any other.
 */
void walk_run(const struct walk_conf *c, const char *const *roots, size_t n);

/* Workers that walk_run will use at most, for sizing what visit keeps per worker. */
unsigned walk_workers(const struct walk_conf *c);

#endif
