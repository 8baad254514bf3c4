/* index: a read-only view of git's .git/index, versions 2, 3 and 4, SHA-1 and SHA-256. */
#ifndef EMBER_GIT_INDEX_H
#define EMBER_GIT_INDEX_H

#include <endian.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "ember/base/arena.h"
#include "ember/base/err.h"
#include "ember/base/str.h"

#define INDEX_MAX ((uint64_t)1 << 31) /* bytes of an index file */
#define INDEX_PATH_MAX 4096           /* bytes of a path in it */
#define INDEX_ID_MAX 32

enum { INDEX_FILE = 0100644, INDEX_EXEC = 0100755, INDEX_LINK = 0120000, INDEX_GITLINK = 0160000, INDEX_TREE = 040000 };

/* 32 bytes of each; the stat data stay where they are, for index_stat. */
struct index_entry {
	struct str path;         /* from the top of the worktree, NUL-terminated; a sparse folder ends with '/' */
	const unsigned char *id; /* hash_size bytes */
	uint32_t mode;
	uint8_t stage;           /* 0 = merged, 1 to 3 = sides of a conflict */
	bool assume_valid, skip_worktree, intent_to_add;
};

struct index_stat {
	uint32_t ctime_s, ctime_ns, mtime_s, mtime_ns, ino, uid, gid, size;
};

struct index_list {
	const struct index_entry *p; /* in git's order: by bytes of the path, then by stage */
	size_t n;
};

/* An all-zero value is an empty index. */
struct index {
	const unsigned char *p; /* the file */
	size_t n;
	bool mapped;
	uint32_t version;
	unsigned hash_size;
	struct index_list list;   /* of this file alone; of a split index see index_merge */
	size_t tree, tree_n;      /* the cached tree extension, tree_n 0 = none */
	bool sparse;              /* folders that are not checked out may be entries */
	size_t link, link_n;      /* the split index extension: this is only the difference to a base */
	int64_t mtime_s;          /* of the file: entries not older than it are racy */
	uint32_t mtime_ns;
};

/*
 * Check the bytes of an index, which are borrowed, in one pass. Every offset, length, name and the order of the
 * entries is checked; the checksum is not (it may be all zero).
 * Ownership: the list lives in `a`; ids and, but for version 4, paths are views into the bytes.
 * Errors: -1 when the bytes are no index we know (a required extension other than sdir and link).
 */
int index_parse(struct index *x, struct arena *a, struct str bytes, unsigned hash_size, struct err *e);

/* Map and check a file. 0: opened. 1: there is no such file (*x is empty). -1: *e. */
int index_open(struct index *x, struct arena *a, const char *path, unsigned hash_size, struct err *e);
void index_close(struct index *x);

/* What the entry recorded of its file. */
void index_stat(const struct index_entry *e, struct index_stat *out);

/*
 * A split index: the name of its base ("sharedindex." and 40 or 64 digits) into `name` (at least
 * INDEX_BASE_NAME bytes). False: the index is whole.
 */
#define INDEX_BASE_NAME 80
bool index_base(const struct index *x, char *name);

/*
 * All entries of the split index x over its base. -1 when the two do not fit. Ownership: *out lives in
 * `a`, its views lead into either file.
 */
int index_merge(const struct index *x, const struct index *base, struct arena *a, struct index_list *out,
	struct err *e);

/* Entries of a list whose path starts with `prefix`: a sub-list, found by bisection. */
struct index_list index_sub(struct index_list all, struct str prefix);
/* The first entry with exactly this path, or NULL. */
const struct index_entry *index_find(struct index_list all, struct str path);

/*
 * The id that the cached tree extension has for a folder ("" = top, "a/b"): what the folder's
 * tree would be if the index were committed. NULL: not known, the index must be compared.
 */
const unsigned char *index_tree(const struct index *x, struct str folder);

/* ---- between the files of the module ---- */

#define INDEX_HEADER 12
#define INDEX_STAT 40 /* stat data and mode of an entry, before its id */

static inline uint32_t index_u32(const unsigned char *p)
{
	uint32_t v;
	memcpy(&v, p, sizeof(v));
	return be32toh(v);
}

/*
 * Read the n entries of x->p into x->list; `end` is where the file's checksum begins. *after: the offset of what
 * follows them. *oddities counts what a whole index may not have: entries without a path or out of order. -1: the
 * bytes make no sense.
 */
int index_entries(struct index *x, struct arena *a, size_t n, size_t end, size_t *after, unsigned *oddities);

#endif
