/* lessopen: inputs prepared by the command of $LESSOPEN, as less has it. */
#ifndef EMBER_CMD_LESSOPEN_H
#define EMBER_CMD_LESSOPEN_H

#include <sys/types.h>

#include "ecat.h"

/*
 * Run the command once for each input. The result has a descriptor for each input to read in its
 * place, -1 = the input itself; it lives in `a`. NULL: there is no command. What fails is told.
 * *child: the command of the only input, which is still at work and whose pipe is read; 0 = none is.
 */
int *lessopen_prepare(const struct ecat_conf *c, struct diag *d, struct arena *a, pid_t *child);
/* Close them, wait for the child, and run $LESSCLOSE for those that were prepared. */
void lessopen_close(const struct ecat_conf *c, struct diag *d, int *prepared, pid_t child);

/* The text as a descriptor to be read from its start; -1: there is no memory for it. The caller closes it. */
int lessopen_memory(struct str text);

#endif
