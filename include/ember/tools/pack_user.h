/* pack_user: ember-pack's work for ecat: the user's own files laid over the built-in pack. */
#ifndef EMBER_TOOLS_PACK_USER_H
#define EMBER_TOOLS_PACK_USER_H

#include <stddef.h>

/*
 * Write to standard output the pack in `base` (a pack, or a program that holds one on a page
 * boundary) with the grammars and themes of the folders laid over it. A file that is no good is
 * told of on stderr, one line each, and left out. Returns the exit status: 0 when a pack was
 * written.
 */
int pack_user(const char *base, char *const *folders, size_t n);

#endif
