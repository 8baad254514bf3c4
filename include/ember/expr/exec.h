/* exec: command lines with paths in them: one per path, or many paths up to the system's limit. */
#ifndef EMBER_EXPR_EXEC_H
#define EMBER_EXPR_EXEC_H

#include <stdbool.h>
#include <stddef.h>

#include "ember/base/arena.h"
#include "ember/base/buf.h"
#include "ember/base/def.h"
#include "ember/base/str.h"
#include "ember/base/vec.h"

/*
 * Bytes that arguments (text with NUL, and 8 for each pointer) and environment may take together,
 * less a reserve for the kernel: from ARG_MAX and this process's environment.
 */
size_t exec_room(void);
#define EXEC_ARG_MAX (32u * 4096u) /* the kernel's limit for one argument with its NUL, bytes */

/* One growing command line: fixed arguments, then paths, then fixed arguments. */
struct exec_batch {
	VEC(char *) argv;
	struct arena arena; /* the paths of this batch */
	char *const *tail;
	size_t n_head, n_tail;
	size_t max_paths;   /* 0 = no limit */
	size_t max_bytes;   /* what argv may take */
	size_t per_arg;     /* bytes counted for each argument beyond its text and NUL */
	size_t head_bytes, bytes;
	size_t n_paths;
};

/*
 * Borrowed: head[0..n_head) and tail[0..n_tail), until exec_batch_fini.
 * max_bytes 0 = exec_room(), which counts a pointer for each argument; another limit counts text
 * and NUL only, as GNU find does for its 128 KiB.
 * Threads: one at a time uses a batch.
 */
void exec_batch_init(struct exec_batch *b, char *const *head, size_t n_head, char *const *tail,
	size_t n_tail, size_t max_paths, size_t max_bytes);
void exec_batch_fini(struct exec_batch *b);

/*
 * Copy `path` behind the others. False: it does not fit beside what is there; run the batch, clear
 * it, add again. An empty batch takes any path (the kernel then says E2BIG).
 */
bool exec_batch_add(struct exec_batch *b, struct str path) EMBER_NODISCARD;
/* The whole command line, ending with NULL; valid until the next add or clear. */
char **exec_batch_argv(struct exec_batch *b);
void exec_batch_clear(struct exec_batch *b);

/* `arg` with each "{}" replaced by `path`, appended to `out` (no NUL). */
void exec_replace(struct buf *out, struct str arg, struct str path);

#endif
