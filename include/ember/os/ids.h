/* ids: names of users and groups, each asked for once. */
#ifndef EMBER_OS_IDS_H
#define EMBER_OS_IDS_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/base/str.h"

struct ids; /* opaque: both caches */

/* Threads: one at a time uses an `ids`. */
struct ids *ids_new(void);
void ids_free(struct ids *s); /* NULL is fine */

/* The name, or an empty str when the system knows none. Valid until ids_free. */
struct str ids_user(struct ids *s, uint32_t uid);
struct str ids_group(struct ids *s, uint32_t gid);

/* Name to number, not cached: true and *id set when the system knows the name. */
bool ids_find_user(const char *name, uint32_t *id);
bool ids_find_group(const char *name, uint32_t *id);

#endif
