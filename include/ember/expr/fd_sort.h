/* fd_sort: by what results are ordered: --sort, and the short window of sorted results without it. */
#ifndef EMBER_EXPR_FD_SORT_H
#define EMBER_EXPR_FD_SORT_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/base/str.h"
#include "ember/walk/entry.h"

/* In the order of --sort's words. */
enum fd_sort_by {
	FD_SORT_PATH,    /* component by component, by bytes */
	FD_SORT_NAME,    /* last component by bytes, then the path */
	FD_SORT_SIZE,    /* these: smallest and oldest first, then the path */
	FD_SORT_MTIME,
	FD_SORT_CTIME,
	FD_SORT_BTIME,
	FD_SORT_VERSION, /* the path with numbers by their value */
	FD_SORT_NONE,    /* as they come */
};

struct fd_sort {
	bool on;
	bool reverse;
	enum fd_sort_by by;
};

/* The fact of one result that its path does not tell; 0 where the kernel does not know it. */
struct fd_sort_key {
	uint64_t major; /* size, or seconds with the sign bit turned */
	uint32_t minor; /* nanoseconds */
};

/* Asks the kernel for e's facts where `by` needs them, once. Threads: those of `e`. */
struct fd_sort_key fd_sort_key(enum fd_sort_by by, struct entry *e);

/* <0, 0, >0. Two results with different paths are never equal but for FD_SORT_NONE. Threads: pure. */
int fd_sort_cmp(struct fd_sort s, const struct fd_sort_key *a, struct str path_a,
	const struct fd_sort_key *b, struct str path_b);

#endif
