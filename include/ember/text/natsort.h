/* natsort: orders that read numbers in names as numbers. */
#ifndef EMBER_TEXT_NATSORT_H
#define EMBER_TEXT_NATSORT_H

#include "ember/base/str.h"

/*
 * GNU's version order (ls -v, sort -V): "a2" before "a10", "." and ".." first, dot files before others,
 * suffixes like ".tar.gz" weigh less than the stem. Locale-free. <0, 0, >0. Threads: any.
 */
int natsort_version(struct str a, struct str b);

/* Numbers by value, letters regardless of (ASCII) case; ties by bytes. */
int natsort_natural(struct str a, struct str b);
/* The same, letters by their bytes. */
int natsort_natural_case(struct str a, struct str b);

#endif
