/* more: facts of an item that only the columns beyond GNU's ask for. */
#ifndef EMBER_LIST_MORE_H
#define EMBER_LIST_MORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/list/conf.h"
#include "ember/list/item.h"
#include "ember/os/mounts.h"
#include "ember/os/stat.h"

struct more_attr {
	const char *name;
	struct str value; /* cut to MORE_VALUE_MAX bytes; n 0 = empty, or not to be read */
	size_t len;       /* of the whole value */
};
#define MORE_VALUE_MAX 64

struct item_more {
	struct stat_time time[4]; /* by enum list_time */
	uint64_t attributes;      /* STATX_ATTR_ bits that the file system answers for */
	uint64_t count;           /* entries of a folder */
	uint64_t dev;
	const char *real;         /* absolute path, links followed; NULL = not asked */
	const char *context;      /* security context, NULL = none, or not asked */
	bool has_born;
	bool counted;             /* count is known */
	bool total;               /* the item's size is that of all below it */
	bool partial;             /* and a part of it could not be read */
	bool xattrs_failed;
	bool clean;               /* with `branch`: nothing of the repository has letters */
	bool clean_known;
	const struct more_attr *attrs;
	size_t n_attrs;
	const char *branch;       /* the item is the top of a repository, NULL = not asked or none */
	const struct mount *mount; /* the item is a mount point */
};

/* Lives as long as a listing does: what is asked for more than once. */
struct more {
	const struct list_conf *conf;
	struct mounts mounts;
	bool has_mounts;
};

/* Threads: one at a time. `conf` is borrowed. */
void more_init(struct more *m, const struct list_conf *conf);
void more_fini(struct more *m);

/* Whether conf asks for any of this. */
bool more_wanted(const struct list_conf *conf);

/*
 * Fill it->facts->more in memory of `l`. `s`: what stat said. `path`: the item's path as the kernel takes
 * it (from the current folder); `followed`: links were. What cannot be had is left out.
 */
void more_fill(struct more *m, struct listing *l, struct item *it, const struct stat_facts *s,
	const char *path, bool followed);

/*
 * The letters of lsattr for the attributes, into p (MORE_FLAGS bytes, no NUL): a '-' for each that is
 * not set. Returns the length.
 */
#define MORE_FLAGS 7
unsigned more_flags(char *p, uint64_t attributes);

#endif
