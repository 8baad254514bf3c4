/* mode: file modes as text: octal, or symbolic as chmod reads them. */
#ifndef EMBER_EXPR_MODE_H
#define EMBER_EXPR_MODE_H

#include <stdbool.h>

/*
 * The permission bits that `text` ("644", "u+rwx,go=rX") makes out of none, umask 0: for a file and
 * for a directory, which differ by 'X' and in that '=' leaves a directory's set-ID bits. False when it is no mode. Threads: pure.
 */
bool mode_parse(unsigned *file, unsigned *dir, const char *text);

#endif
