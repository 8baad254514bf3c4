/* order: the sequential walk in GNU find's order (spec efind 3.3, Q1 to Q4). */
#ifndef EMBER_WALK_ORDER_H
#define EMBER_WALK_ORDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/err.h"
#include "ember/base/str.h"
#include "ember/walk/entry.h"
#include "ember/walk/walk.h"

/* Frozen while the walk runs. Implemented in common/walk/order.c on os/dir and entry. */
struct order_conf {
	enum walk_follow follow;
	bool post;          /* -depth: a directory after what it holds */
	bool xdev;          /* do not enter other file systems; the mount point is visited */
	bool mount;         /* ... and is not visited either (N7) */
	uint32_t min_depth, max_depth; /* roots are 0 */
	void *ctx;
	/* In order, on the caller's thread. With `post`, WALK_PRUNE has no effect. */
	enum walk_answer (*visit)(void *ctx, struct entry *e);
	/* A root, folder or entry that could not be read; `path` as spelled. */
	void (*error)(void *ctx, struct str path, const struct err *e);
};

/*
 * Walk one root (call again for the next). False when visit said WALK_STOP.
 * Memory: one batch of names a level; descriptors bounded, works under `ulimit -n 8`.
 */
bool order_run(const struct order_conf *c, const char *root);

#endif
