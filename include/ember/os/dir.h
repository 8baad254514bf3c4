/* dir: opening directories relative to one another, and reading them in large batches. */
#ifndef EMBER_OS_DIR_H
#define EMBER_OS_DIR_H

#include <dirent.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "ember/base/def.h"
#include "ember/base/err.h"
#include "ember/base/str.h"

#define DIR_BATCH 65536 /* usual batch, bytes (spec efind W3) */

#define DIR_SLACK 16    /* behind a name so many bytes can be read, whatever they are */

/* One name of a directory; `name` points into the batch and has a NUL after it. */
struct dir_name {
	const char *name;
	size_t len;
	uint64_t ino;
	unsigned char type; /* DT_ constant of <dirent.h>; DT_UNKNOWN where the file system is silent */
};

/* A batch of raw records. All-zero is valid and empty. Fields are dir's own. */
struct dir_batch {
	char *p;
	size_t cap, n, at;
	bool end; /* the directory has no more records than these */
};

/*
 * Threads: one at a time uses a batch; no shared state.
 * Memory:  the batch buffer is allocated at the first dir_fill and kept until dir_batch_fini.
 */
void dir_batch_init(struct dir_batch *b, size_t cap);
void dir_batch_fini(struct dir_batch *b);

/*
 * Forget the batch's records and read on in `fd`: calls the kernel until the buffer is nearly full
 * or the directory ends (then b->end is true). Returns 0, or -1 with e->num. After an error the
 * records read before it are in the batch.
 */
int dir_fill(struct dir_batch *b, int fd, struct err *e);

#define DIR_BYTES(x) (UINT64_C(0x0101010101010101) * (x))

_Static_assert(offsetof(struct dirent64, d_name) == 19, "of the shortest record's last 8 bytes, 3 stand before the name");

/* A record is a multiple of 8 bytes, and no longer than its name wants: the NUL is among the last 8. */
static inline size_t dir_name_len(const struct dirent64 *d)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	const size_t name = offsetof(struct dirent64, d_name), last = d->d_reclen - sizeof(uint64_t);
	uint64_t tail;
	memcpy(&tail, (const char *)d + last, sizeof(tail));
	if (last < name)
		tail |= 0xffffff;
	const uint64_t nul = (tail - DIR_BYTES(1)) & ~tail & DIR_BYTES(0x80); /* the lowest bit is of the first NUL */
	if (EMBER_LIKELY(nul && d->d_reclen % sizeof(uint64_t) == 0))
		return last + (size_t)__builtin_ctzll(nul) / 8 - name;
#endif
	return strlen(d->d_name);
}

/* The record at the batch's place, which is before its end. */
static inline void dir_record(struct dir_batch *b, struct dir_name *out)
{
	const struct dirent64 *d = (const void *)(b->p + b->at);
	b->at += d->d_reclen;
	*out = (struct dir_name){ d->d_name, dir_name_len(d), d->d_ino, d->d_type };
}

/* The next record; "." and ".." are left out. False at the end of the batch. */
static inline bool dir_next(struct dir_batch *b, struct dir_name *out)
{
	while (b->at < b->n) {
		dir_record(b, out);
		const char *c = out->name;
		if (EMBER_LIKELY(c[0] != '.') || (c[1] && (c[1] != '.' || c[2])))
			return true;
	}
	return false;
}
/* As dir_next, "." and ".." among the others, where the kernel puts them. */
bool dir_next_all(struct dir_batch *b, struct dir_name *out);
/* As dir_next, names that begin with a dot alone: a look through the batch that costs little. */
bool dir_next_hidden(struct dir_batch *b, struct dir_name *out);
void dir_again(struct dir_batch *b); /* back to the first record of the batch */

/*
 * Open directory `name` relative to `at` (or AT_FDCWD). With `follow` false a symbolic link is
 * refused (ELOOP or ENOTDIR). Returns a close-on-exec descriptor >= 3, or -1 with e->num.
 */
int dir_open(int at, const char *name, bool follow, struct err *e);

/*
 * As dir_open without following links; refuses (EXDEV) what lies on another file system or mount.
 * `quiet`: reading it counts as no access; refused (EPERM) when it belongs to somebody else.
 */
int dir_open_near(int at, const char *name, bool quiet, struct err *e);

/* Does dir_open_near tell mounts of the same file system apart, too? */
bool dir_knows_mounts(void);

/*
 * `fd` was read to its end and is given up for one that only leads to what lies in the directory:
 * what the kernel keeps for the next reader is freed here and now, by the thread that had it made.
 * Returns `fd` itself where that cannot be had.
 */
int dir_lead(int fd);

/*
 * As dir_open for a path of any length below `at`: one call where the kernel takes it, pieces
 * where it is longer than PATH_MAX. With `follow` false no component may be a symbolic link.
 */
int dir_open_path(int at, struct str path, bool follow, struct err *e);

/* How many descriptors this process may have open (soft limit). */
unsigned dir_limit(void);

#endif
