/* ecat: what its command line asked for, and the two ways of a run. */
#ifndef EMBER_CMD_ECAT_H
#define EMBER_CMD_ECAT_H

#include <stdbool.h>
#include <stddef.h>

#include "ember/base/arena.h"
#include "ember/base/str.h"
#include "ember/cli/diag.h"
#include "ember/view/nonprint.h"
#include "ember/view/range.h"

/* Ids of the rows in opts.c. */
enum ecat_id {
	ECAT_SHOW_ALL = 1,
	ECAT_NUMBER_NONBLANK,
	ECAT_E,
	ECAT_SHOW_ENDS,
	ECAT_NUMBER,
	ECAT_SQUEEZE,
	ECAT_T,
	ECAT_SHOW_TABS,
	ECAT_UNBUFFERED,
	ECAT_SHOW_NONPRINTING,
	ECAT_LINE_RANGE,
	ECAT_BRIEF_HELP,
	ECAT_HELP,
	ECAT_VERSION,
};

enum ecat_task { ECAT_VIEW, ECAT_TELL_BRIEF, ECAT_TELL_HELP, ECAT_TELL_VERSION };

struct ecat_conf {
	enum ecat_task task;
	bool as_cat;     /* called "cat" */
	unsigned closed; /* standard descriptors that were closed at the start, 1 << fd */
	char **files;
	size_t n_files;  /* 0: standard input */
	struct nonprint_conf format;
	struct range_set lines; /* -r; empty = all */
};

/* -1: told, exit with diag's status. Borrows argv; *c is to be given to conf_fini either way. */
int conf_read(struct ecat_conf *c, struct arena *a, struct diag *d, int argc, char **argv);
void conf_fini(struct ecat_conf *c);

/* Do what was asked; failures are told, the status is in diag. */
void run(const struct ecat_conf *c, struct diag *d);

#endif
