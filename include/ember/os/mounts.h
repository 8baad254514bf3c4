/* mounts: what is mounted where, from the kernel's list. */
#ifndef EMBER_OS_MOUNTS_H
#define EMBER_OS_MOUNTS_H

#include "ember/base/buf.h"
#include "ember/base/str.h"
#include "ember/base/vec.h"

struct mount {
	struct str point, type, source; /* escapes of the list resolved */
};

/* All-zero is an empty list. */
struct mounts {
	VEC(struct mount) list;
	struct buf text; /* what the list points into */
};

/*
 * Split the lines of a mountinfo file, which are changed in place. Lines that are none are passed
 * over. Ownership: *m keeps views into `text`. Threads: pure.
 */
void mounts_parse(struct mounts *m, char *text, size_t n);

/* Read /proc/self/mountinfo; an empty list where there is none. */
void mounts_read(struct mounts *m);
void mounts_fini(struct mounts *m);

/* The last thing mounted at exactly `path` (absolute, links resolved), or NULL. */
const struct mount *mounts_at(const struct mounts *m, struct str path);

#endif
