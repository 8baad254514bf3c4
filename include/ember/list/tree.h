/* tree: a folder and all below it, drawn with branches, each folder written as soon as it is read. */
#ifndef EMBER_LIST_TREE_H
#define EMBER_LIST_TREE_H

#include "ember/base/buf.h"
#include "ember/base/vec.h"
#include "ember/list/collect.h"
#include "ember/list/column.h"
#include "ember/list/item.h"

struct tree_level;

/* Memory is that of the folders on the current branch; it is kept from one tree to the next. */
struct tree {
	struct collect *collect;
	struct column *column;
	VEC(struct tree_level *) levels;
	size_t depth;          /* levels in use */
	struct buf path, line; /* of the folder that is being shown; the branches before a name */
	bool any_acl;
	bool headed;           /* the titles have been written */
	bool looped;           /* a folder was met again inside itself, and not followed */
};

/* Threads: one at a time. Both are borrowed. */
void tree_init(struct tree *t, struct collect *collect, struct column *column);
void tree_fini(struct tree *t);

/*
 * Write the line of `root`, an argument, and the tree below it, to conf's depth. What cannot be
 * read is reported through collect's report, after its line.
 */
void tree_put(struct tree *t, const struct listing *args, const struct item *root);

#endif
