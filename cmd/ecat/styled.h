/* styled: the styled path: languages, themes, frames, the pager. */
#ifndef EMBER_CMD_STYLED_H
#define EMBER_CMD_STYLED_H

#include "ecat.h"
#include "ember/base/out.h"
#include "ember/view/reader.h"

/*
 * Show all inputs; failures are told. `c` has been through conf_looks. prepared: a descriptor to read in place of
 * each input; NULL: the inputs themselves.
 */
void styled_run(const struct ecat_conf *c, struct diag *d, struct out *out, int *prepared);

/*
 * told.c: what is asked for (help, a list, licences) as a document on a terminal: coloured, and paged where it is
 * long. False: no such thing was asked for, or there is no terminal; nothing is done then.
 */
bool told_show(struct ecat_conf *c, struct diag *d, struct out *out);
/* Write what c->task asks for, as into a pipe. */
void told_write(struct ecat_conf *c, struct diag *d, struct out *out);

/* The tokens of each input, in the reference tokeniser's form. */
void styled_dump(const struct ecat_conf *c, struct diag *d, struct out *out);

#endif
