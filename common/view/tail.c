#include "ember/view/tail.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ember/base/panic.h"

#define BLOCK ((size_t)64 << 10)

/* Go back over the block, which ends at p, until `lines` line ends are passed; NULL: there are fewer. */
static const char *tail_back(const char *block, const char *p, uint64_t *lines)
{
	for (;;) {
		const char *lf = memrchr(block, '\n', (size_t)(p - block));
		if (!lf || --*lines == 0)
			return lf;
		p = lf;
	}
}

bool tail_find(int fd, off_t start, uint64_t lines, off_t *at)
{
	char block[BLOCK];
	off_t end = lseek(fd, 0, SEEK_END), from = end;
	if (end < 0 || lines == 0)
		return false;
	while (from > start) {
		size_t n = from - start > (off_t)BLOCK ? BLOCK : (size_t)(from - start);
		if (pread(fd, block, n, from - (off_t)n) != (ssize_t)n)
			return false; /* it shrinks, or lied about its size */
		/* The LF of the last line ends no earlier one. */
		const char *lf = tail_back(block, block + n - (from == end), &lines);
		if (lf) {
			*at = from - (off_t)n + (lf - block) + 1;
			return true;
		}
		from -= (off_t)n;
	}
	*at = start;
	return true;
}

uint64_t tail_count(int fd, off_t from, off_t to)
{
	char block[BLOCK];
	uint64_t n = 0;
	while (from < to) {
		size_t want = to - from > (off_t)BLOCK ? BLOCK : (size_t)(to - from);
		ssize_t k = pread(fd, block, want, from);
		if (k <= 0)
			break;
		for (ssize_t i = 0; i < k; i++) /* vectorised by the compiler */
			n += block[i] == '\n';
		from += k;
	}
	return n;
}
