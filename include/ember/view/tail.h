/* tail: where the last lines of a regular file begin, found from its end. */
#ifndef EMBER_VIEW_TAIL_H
#define EMBER_VIEW_TAIL_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/*
 * The offset at which the last `lines` lines begin (an unfinished last line is one), not before
 * `start`. False: fd cannot tell, read it the usual way. The descriptor's own offset may be moved.
 */
bool tail_find(int fd, off_t start, uint64_t lines, off_t *at);

/* Line ends in [from, to) of the file, as far as they can be read. */
uint64_t tail_count(int fd, off_t from, off_t to);

#endif
