/* order: the walk in GNU find's order (spec efind 3.3): one thread visits, others read ahead of it. */
#ifndef EMBER_WALK_ORDER_H
#define EMBER_WALK_ORDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/err.h"
#include "ember/base/str.h"
#include "ember/walk/entry.h"
#include "ember/walk/walk.h"

/* What err.what says when a directory is one of its own ancestors (err.num is 0). */
#define ORDER_LOOP "File system loop detected"

/* Frozen while the walk runs. */
struct order_conf {
	enum walk_follow follow;
	bool post;          /* -depth: a directory after what it holds */
	bool xdev;          /* do not enter other file systems; the mount point is visited */
	bool mount;         /* ... and is not visited either (N7) */
	uint32_t min_depth, max_depth; /* roots are 0 */
	/*
	 * With `post`: STATX_ bits of a directory that visit will want, fetched before what it
	 * holds is visited, so that deleting there does not change the answer.
	 */
	unsigned stat_first;
	/*
	 * At most this many threads read ahead of the visits, the caller's among them; 0 or 1: none
	 * does. They start once the walk has lasted a while; not `eager`, only when it waits for the
	 * disk, too; `patient`, also once it has lasted long enough to be felt: names alone are read by two
	 * in two thirds of the time, and for a quarter more work. Visits that may change what is read (`acts`)
	 * see the names that each directory holds when they come to it, as without threads; look asks
	 * for no facts then.
	 */
	unsigned threads;
	bool eager, patient; /* not both */
	bool acts;
	/*
	 * visit, look and drop want path, name, depth and type of an entry at most: a directory in
	 * which no other lies is closed as soon as it was read.
	 */
	bool names_only;
	bool at_once; /* they start with the first directory that holds anything */
	void *ctx;
	/* As ahead_conf has them; the answer comes back as entry.answer. May be NULL. */
	void (*prepare)(void *ctx);
	uint32_t (*look)(void *ctx, unsigned worker, struct entry *e, bool *enter);
	/*
	 * visit may put off what it does to an entry through its folder's descriptor (walk/removal.h).
	 * settle does it now, and is called before anything is read in which that might show: more of the
	 * same directory, or one on another mount, where all is done at once. NULL = nothing is put off.
	 */
	void (*settle)(void *ctx);
	bool sorted; /* names of a directory in order of their bytes, not the file system's; no threads */
	const struct ignore_conf *ignore; /* rules of ignore files count; no threads. NULL = none */
	/* An entry was met, and is not looked at further: neither visited nor entered. NULL = never. */
	bool (*drop)(void *ctx, struct entry *e);
	/* In order, on the caller's thread. With `post`, WALK_PRUNE has no effect. */
	enum walk_answer (*visit)(void *ctx, struct entry *e);
	/* A root, folder or entry that could not be read; `path` as spelled. */
	void (*error)(void *ctx, struct str path, const struct err *e);
};

/*
 * Walk one root (call again for the next). False when visit said WALK_STOP.
 * Memory: one batch of names a level, and AHEAD_BYTES; descriptors bounded, works under
 * `ulimit -n 8`.
 */
bool order_run(const struct order_conf *c, const char *root);

#endif
