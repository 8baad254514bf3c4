/* names: the names of one directory in the order that GNU find visits them (spec efind Q1, Q2). */
#ifndef EMBER_WALK_NAMES_H
#define EMBER_WALK_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "ember/base/buf.h"
#include "ember/base/err.h"
#include "ember/base/vec.h"
#include "ember/os/dir.h"

#define NAMES_BATCH 100000    /* names read before the first of them is visited */
#define NAMES_SORT_OVER 10000 /* a larger batch is visited in order of inode number */

struct name {
	uint64_t ino;
	uint32_t at;          /* offset of its bytes in the text, NUL after them */
	uint32_t type : 8;    /* DT_* */
	uint32_t answer : 24; /* what was found out about it before its turn (ahead.h); 0 = nothing */
};

/* All-zero is a directory of which nothing was read yet. */
struct names {
	VEC(struct name) list;
	struct buf text;
	size_t next, end; /* the next to visit, the end of this batch */
	bool at_end;      /* the kernel has no more */
	bool sorted;      /* the text is not in the order of the list */
};

/*
 * Forget the batch that was visited and read the next one through `fd` into next..end (equal: there
 * is none). -1 with e->num when the kernel refused; what it gave before that is there.
 * Ownership: list and text are the heap's, the owner of `n` frees them. Threads: one at a time for each `n`.
 */
int names_fill(struct names *n, struct dir_batch *b, int fd, struct err *e);
/* The same for all of the directory at once, in order of the bytes of the names. */
int names_fill_sorted(struct names *n, struct dir_batch *b, int fd, struct err *e);

static inline const char *names_text(const struct names *n, const struct name *name)
{
	return n->text.p + name->at;
}

/* Length of number i's text. */
static inline size_t names_len(const struct names *n, size_t i)
{
	const struct name *name = &n->list.p[i];
	if (n->sorted)
		return strlen(names_text(n, name));
	return (i + 1 < n->list.n ? name[1].at : n->text.n) - name->at - 1;
}

#define NAMES_STEP DIR_SLACK

/* `n` > 0 bytes of a name, and up to NAMES_STEP - 1 more: there is room behind both. Most take one step. */
static inline void names_copy(char *to, const char *from, size_t n)
{
	for (size_t at = 0; at < n; at += NAMES_STEP)
		memcpy(to + at, from + at, NAMES_STEP);
}

void names_clear(struct names *n); /* memory kept, unless it is much */
void names_fini(struct names *n);

#endif
