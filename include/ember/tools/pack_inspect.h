/* pack_inspect: ember-pack's questions about a finished pack. */
#ifndef EMBER_TOOLS_PACK_INSPECT_H
#define EMBER_TOOLS_PACK_INSPECT_H

#include "ember/pack/pack.h"

/* Print records and bytes of each section. Returns the exit status. */
int inspect_sections(const struct pack *p);
/* Compile every regex; print those that do not, and a sum. Returns the exit status. */
int inspect_regexes(const struct pack *p);
/* Print name, scope and kind of licence of each language. Returns the exit status. */
int inspect_languages(const struct pack *p);
/* Print the licence of each thing the pack was made of, with its text. Returns the exit status. */
int inspect_notices(const struct pack *p);

/* Print name and version of the libraries that read source formats. Returns the exit status. */
int inspect_versions(void);

#endif
