/* pager: which pager shows the output, and output into one that is a program of its own. */
#ifndef EMBER_CMD_PAGER_H
#define EMBER_CMD_PAGER_H

#include <stdbool.h>
#include <sys/types.h>

#include "ecat.h"
#include "ember/base/out.h"

enum pager_choice {
	PAGER_NONE,    /* no paging */
	PAGER_BUILTIN,
	PAGER_PROGRAM, /* argv of the pager is set */
	PAGER_WRONG,   /* told: the command line's value names ecat itself or cannot be split */
};

struct pager {
	char **argv; /* of the program; in the arena of pager_choose */
	pid_t pid;
	/* what `out` was */
	int fd;
	int (*sink)(void *ctx, const char *p, size_t n);
};

/* By --pager, EMBER_PAGER, BAT_PAGER, PAGER (spec N30 to N33). May run `less --version`. */
enum pager_choice pager_choose(struct pager *p, const struct ecat_conf *c, struct diag *d, struct arena *a);

/*
 * Start it and lead `out` into it. False: it cannot be started, which is told; `out` is as it was.
 * Before the sandbox.
 */
bool pager_start(struct pager *p, struct diag *d, struct out *out);

/* Flush, wait for the pager's end; `out` is as it was, and a pager that left early is no failure. */
void pager_end(struct pager *p, struct out *out);

#endif
