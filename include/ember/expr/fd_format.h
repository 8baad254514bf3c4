/* fd_format: fd's placeholders: {} {/} {//} {.} {/.} in --format and in commands; facts in --format. */
#ifndef EMBER_EXPR_FD_FORMAT_H
#define EMBER_EXPR_FD_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

#include "ember/base/arena.h"
#include "ember/base/buf.h"
#include "ember/base/str.h"

struct entry; /* ember/walk/entry.h */
struct fd_part;

/* One text with placeholders; immutable once parsed, readable from any thread. */
struct fd_format {
	const struct fd_part *parts;
	size_t n;
	bool tokens; /* there is at least one placeholder */
};

/*
 * "{{" and "}}" stand for braces; a brace that begins no placeholder is itself. Lives in `a`.
 * With `facts` {size} {mtime} {type} {inode} are placeholders, too.
 */
void fd_format_parse(struct fd_format *f, struct arena *a, struct str text, bool facts);

/*
 * Append the text for `path` (a directory's without '/' at its end). `separator`, when not empty,
 * stands for every '/' of what is filled in. Bytes pass as they are. `e` answers for facts and may
 * be NULL where there are none; a fact that the kernel refuses is "?".
 */
void fd_format_put(const struct fd_format *f, struct buf *out, struct entry *e, struct str path,
	struct str separator);

/* `path` with every '/' replaced; all of it when `separator` is empty. */
void fd_put_path(struct buf *out, struct str path, struct str separator);

#endif
