/* date_format: a time as the formats of GNU's programs write it. */
#ifndef EMBER_LIST_DATE_FORMAT_H
#define EMBER_LIST_DATE_FORMAT_H

#include <time.h>

#include "ember/base/buf.h"
#include "ember/base/str.h"
#include "ember/os/clock.h"

#define DATE_WIDTH_MAX 1024 /* cells a width in a format can ask for */

/*
 * Append `t`, which is `tm` in local time, to b as `format` says: the conversions of strftime with flags ("_-0+^#") and
 * a width, and %N, %q, %:z, %::z, %:::z. What is no conversion stands as it is.
 * Threads: any. Words are those of the locale (LC_TIME).
 */
void date_format(struct buf *b, struct str format, const struct tm *tm, struct stat_time t);

#endif
