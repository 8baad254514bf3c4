/* styled: the styled path: languages, themes, frames, the pager. */
#ifndef EMBER_CMD_STYLED_H
#define EMBER_CMD_STYLED_H

#include "ecat.h"
#include "ember/base/out.h"
#include "ember/view/reader.h"

/* Show all inputs; failures are told. `c` has been through conf_looks. */
void styled_run(const struct ecat_conf *c, struct diag *d, struct out *out);

/* The tokens of each input, in the reference tokeniser's form. */
void styled_dump(const struct ecat_conf *c, struct diag *d, struct out *out);

#endif
