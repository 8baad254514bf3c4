/*
 * stamp: when a directory was read ahead of a walk that changes things, so that the walk, once it
 * arrives, can tell whether reading it then would give the same names.
 */
#ifndef EMBER_WALK_STAMP_H
#define EMBER_WALK_STAMP_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

/* What can be told of a mount: nothing yet, nothing at all, and then how it notes that a directory is read. */
enum stamp_place { STAMP_UNKNOWN, STAMP_USELESS, STAMP_NOATIME, STAMP_RELATIME, STAMP_STRICTATIME };

/*
 * Of the mount that `fd` is on. Useless are those where the times of a directory may be another
 * machine's, or where not every change and every move of it is one of its change time.
 */
enum stamp_place stamp_place(int fd);

struct stamp {
	struct timespec begun; /* by the clock of the kernel's times */
};

/* Before a directory is opened quietly (dir.h) and read. Threads: any. */
void stamp_take(struct stamp *s);

/*
 * Did `name` in `at`, of that inode number, stand there and not change since the stamp was taken?
 * Then what was opened and read is it, and the reading counts as an access, as if it happened now.
 * `fd`: what it was read through, -1 = that is closed; `ended`: it was read to its end.
 */
bool stamp_holds(const struct stamp *s, enum stamp_place place, int at, const char *name, uint64_t ino, int fd,
	bool ended);

#endif
