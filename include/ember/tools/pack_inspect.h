/* pack_inspect: ember-pack's questions about a finished pack. */
#ifndef EMBER_TOOLS_PACK_INSPECT_H
#define EMBER_TOOLS_PACK_INSPECT_H

#include "ember/pack/pack.h"

/* Print records and bytes of each section. Returns the exit status. */
int inspect_sections(const struct pack *p);
/* Compile every regex; print those that do not, and a sum. Returns the exit status. */
int inspect_regexes(const struct pack *p);
/* Print the licence of each thing the pack was made of, with its text. Returns the exit status. */
int inspect_notices(const struct pack *p);

#endif
