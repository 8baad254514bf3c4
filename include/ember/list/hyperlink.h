/* hyperlink: OSC 8 links round the names of a listing. */
#ifndef EMBER_LIST_HYPERLINK_H
#define EMBER_LIST_HYPERLINK_H

#include "ember/base/arena.h"
#include "ember/base/out.h"

/*
 * The absolute path that `path` leads to, all links followed as far as they go; what does not exist, and a link of a
 * loop, is kept as it is written. NULL with *num (an errno value) when the working directory is not known.
 * Ownership: lives in `a`. Threads: any.
 */
const char *hyperlink_resolve(struct arena *a, const char *path, int *num);

/* Begin a link to file://host/path, escaped as RFC 3986 asks; end it. */
void hyperlink_open(struct out *o, const char *host, const char *path);
void hyperlink_close(struct out *o);

#endif
