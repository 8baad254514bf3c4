/* about: what ecat tells of itself: its folders, a report for bug trackers, licences, the cache. */
#ifndef EMBER_CMD_ABOUT_H
#define EMBER_CMD_ABOUT_H

#include <stdbool.h>

#include "ecat.h"
#include "ember/base/out.h"

/* The tasks ECAT_TELL_CONFIG_FILE to ECAT_TELL_ACKNOWLEDGEMENTS; false: it is none of them. */
bool about_tell(const struct ecat_conf *c, struct diag *d, struct out *out);

/* diagnostic.c: the report. */
void diagnostic_tell(const struct ecat_conf *c, struct diag *d, struct out *out);

/*
 * The line is "cache --build" or one of its kin: done here and true. A file called "cache" in the
 * working folder makes it an operand instead.
 */
bool about_cache(struct diag *d, int argc, char **argv);

#endif
