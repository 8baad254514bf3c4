/* glob: shell-like patterns over bytes, for names and '/'-separated paths. */
#ifndef EMBER_TEXT_GLOB_H
#define EMBER_TEXT_GLOB_H

#include <stdbool.h>
#include <stddef.h>

#include "ember/base/def.h"
#include "ember/base/err.h"
#include "ember/base/str.h"

/*
 * `*` any run without '/', `?` one byte but '/', `[a-z]` `[!a]` `[^a]` one byte but '/', `\x` the
 * byte x. `**` alone in a component: any number of components. A leading '.' is ordinary.
 */
enum {
	GLOB_BRACES = 1 << 0, /* {a,b} alternatives, nestable (fd's globs; git has none) */
	GLOB_POSIX = 1 << 1,  /* [[:alpha:]] and so on, ASCII (git's globs; fd has none) */
	GLOB_NOCASE = 1 << 2, /* ASCII letters match either case */
	GLOB_UTF8 = 1 << 3,   /* `?` and classes take one whole UTF-8 character where there is one */
};

#define GLOB_MAX 65536        /* bytes of a pattern */
#define GLOB_BRANCHES_MAX 1024 /* alternatives that braces may expand to */

struct glob; /* immutable once compiled */

/*
 * Errors: NULL with e->what: unclosed class or brace, backslash at the end, too large.
 * Ownership: the caller's, by glob_free; nothing of `pattern` is kept.
 * Threads: a compiled glob may be read from any thread.
 */
struct glob *glob_compile(struct str pattern, unsigned flags, struct err *e) EMBER_NODISCARD;
void glob_free(struct glob *g);

/* The whole of `subject` matches. Time: at most pattern length times subject length. */
bool glob_match(const struct glob *g, struct str subject);

/* The pattern without its backslashes when it has no wildcard at all: true, and *out (heap). */
bool glob_literal(struct str pattern, unsigned flags, char **out, size_t *n);

#endif
