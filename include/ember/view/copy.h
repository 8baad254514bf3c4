/* copy: cat's way: bytes from descriptors to standard output, whole or formatted or by lines. */
#ifndef EMBER_VIEW_COPY_H
#define EMBER_VIEW_COPY_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/base/buf.h"
#include "ember/base/err.h"
#include "ember/base/out.h"
#include "ember/view/nonprint.h"
#include "ember/view/range.h"

#define COPY_BLOCK ((size_t)256 << 10)
#define COPY_ALIGN 4096 /* of the block: the kernel copies whole pages faster */

enum copy_end {
	COPY_DONE,
	COPY_INPUT,  /* reading failed; what was read is written */
	COPY_OUTPUT, /* writing failed: the end of the run */
	COPY_SELF,   /* the input is the output: nothing copied */
};

/* A run of copies to one output. Fields are the module's own. */
struct copy {
	struct out *out;
	struct nonprint *format;       /* NULL: bytes pass unchanged */
	const struct range_set *lines; /* NULL: all lines */
	char *block;                   /* COPY_BLOCK bytes, made on the first read */
	struct out muted;              /* where lines go that only count */
};

/*
 * Takes:     `out` writes to a descriptor, with a capacity of at least NONPRINT_OUT when `format`
 *            is set; format, lines may be NULL. All borrowed until copy_fini.
 * Threads:   one at a time.
 */
void copy_init(struct copy *c, struct out *out, struct nonprint *format, const struct range_set *lines);
void copy_fini(struct copy *c);

/*
 * Copy what is left to read on fd. Without format and lines the kernel copies, where it can. What
 * was written has left the buffer on return, and before any read that could block.
 * Errors: e is filled for COPY_INPUT and COPY_OUTPUT.
 */
enum copy_end copy_input(struct copy *c, int fd, struct err *e);

#endif
