/* charset: a terminal that does not speak UTF-8 gets what it can show. */
#ifndef EMBER_TERM_CHARSET_H
#define EMBER_TERM_CHARSET_H

#include <stdbool.h>
#include <stddef.h>

/* A conversion of everything that is written to one descriptor. Fields are the module's own. */
struct charset {
	int fd;
	void *iconv;
	char part[4]; /* the start of a character whose rest is still to come */
	size_t n_part;
};

/*
 * Which characters the terminal shows is told by LC_ALL, LC_CTYPE or LANG. False: UTF-8, or none of
 * them is set (then UTF-8 is taken for granted); nothing is to be converted.
 * Threads: sets the process's locale for LC_CTYPE; main thread, before there are others.
 */
bool charset_open(struct charset *c, int fd);
void charset_close(struct charset *c);

/*
 * A sink for struct out: UTF-8 in, the terminal's characters out. Lines of a frame become ASCII
 * where the terminal has none, what cannot be shown becomes '?'. 0 or an errno value.
 */
int charset_write(void *ctx, const char *p, size_t n);

#endif
