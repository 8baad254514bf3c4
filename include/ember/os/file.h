/* file: descriptors and whole files: safe standard descriptors, reading, copying in the kernel. */
#ifndef EMBER_OS_FILE_H
#define EMBER_OS_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "ember/base/arena.h"
#include "ember/base/def.h"
#include "ember/base/err.h"
#include "ember/base/str.h"

/* Threads: no shared state anywhere here; a descriptor is used by one thread at a time. */

/*
 * Put /dev/null on those of the descriptors 0 to 2 that are closed, so that no file opened later
 * lands on them. Reading 0 and writing 1 or 2 then still fail with EBADF, as if closed.
 * Returns the mask (1 << fd) of those that were closed.
 */
unsigned file_guard_standard(void);

/* As read(2), with EINTR retried and EAGAIN waited for. -1 with errno set on failure. */
ssize_t file_read(int fd, void *p, size_t n);

/* True when a read would return at once: bytes are there, or the end, or an error. */
bool file_ready(int fd);

/*
 * Is `in` the file that `out` writes, with bytes still to be read that were written? Reading it to
 * its end would never end.
 */
bool file_is_output(int in, int out);

/*
 * The whole of `path` (at most `max` bytes, else EFBIG), with a NUL behind it that is not counted.
 * Ownership: *out lives in `a`. Errors: -1 with e->num; *out unset.
 */
int file_slurp(struct str *out, struct arena *a, const char *path, size_t max, struct err *e);

enum file_copied {
	FILE_COPIED,      /* to the end of the input */
	FILE_COPY_UNFIT,  /* nothing (more) can be copied this way: go on with read and write */
};

/*
 * Copy from the input's offset to its end without user space: copy_file_range between regular
 * files, splice with a pipe on one side. `total` grows by what was moved.
 * A kernel that refuses, an unfit pair, or a failure half way is FILE_COPY_UNFIT: read and write
 * from here on do the same work and meet the error, if there is one, with the right side to blame.
 */
enum file_copied file_copy_kernel(int in, int out, uint64_t *total);

#endif
