/* changes: the lines of a file that differ from git's version, as ranges and as gutter marks. */
#ifndef EMBER_VIEW_CHANGES_H
#define EMBER_VIEW_CHANGES_H

#include "ember/git/git.h"
#include "ember/view/decorate.h"
#include "ember/view/range.h"

/*
 * What git is to be asked about where `path` is shown: what it leads to, as it is that which is read.
 * Ownership: `path` itself (NULL too), or text in `a`.
 */
const char *changes_path(struct arena *a, const char *path);

/* Add the changed lines with `context` lines before and after each of them. */
void changes_ranges(struct range_set *s, const struct git_changes *c, unsigned context);

enum decorate_mark changes_mark(const struct git_changes *c, uint32_t line);

/* ---- an answer that may come later than the first screen */

struct changes_job; /* opaque */

/*
 * Ask in a thread of its own how `path` differs from `base` (git.h). NULL: no thread could be had.
 * Ownership: path and base are borrowed until changes_free, which waits for the thread.
 * Threads:   the functions below belong to the thread that called this.
 */
struct changes_job *changes_ask(const char *path, const char *base);
/* Becomes readable when the answer is there, and stays so. */
int changes_fd(const struct changes_job *j);
/* Wait up to so many ms; true: *out is filled (n == 0: no change, or not known) and lives until changes_free. */
bool changes_answer(struct changes_job *j, int timeout_ms, struct git_changes *out);
void changes_free(struct changes_job *j); /* NULL is fine */

#endif
