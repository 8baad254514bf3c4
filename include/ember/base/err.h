/* err: why something failed, as a value on the caller's stack. */
#ifndef EMBER_BASE_ERR_H
#define EMBER_BASE_ERR_H

#include "ember/base/def.h"

/*
 * A failing function returns -1 (or NULL) and fills one of these, given as its last argument.
 * The words of a message: "line: what: strerror(num)", each part only where set.
 */
struct err {
	int num;          /* errno value, 0 when the failure is not the system's */
	unsigned line;    /* 1-based line in the file that was read, 0 = no place */
	const char *what; /* static text, never freed */
};

/* Fill *e (when not NULL) and return -1, for `return err_sys(e, errno, "open");`. */
int err_sys(struct err *e, int num, const char *what) EMBER_COLD;
int err_text(struct err *e, const char *what) EMBER_COLD;
int err_line(struct err *e, unsigned line, const char *what) EMBER_COLD;

#endif
