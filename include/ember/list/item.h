/* item: one listed name, and the names that are shown together. */
#ifndef EMBER_LIST_ITEM_H
#define EMBER_LIST_ITEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/str.h"
#include "ember/git/git.h"
#include "ember/os/stat.h"

struct item_more;

/* What the columns, the order or the colours asked for; fields not asked for are zero. */
struct item_facts {
	uint16_t mode;
	uint16_t target_mode; /* of a link's target, 0 = not asked, or there is none */
	uint32_t nlink, uid, gid;
	uint32_t nsec;
	char acl;             /* 0, '+', '.', '@', '?': eleventh character of the mode */
	int64_t sec;          /* the time that is shown or sorted by */
	uint64_t size, blocks, ino;
	union {
		const char *link; /* links: where it points to, NULL = not read */
		struct {
			uint32_t rdev_major, rdev_minor; /* devices */
		};
	};
	struct item_more *more; /* NULL unless conf asks for what is in it */
};

enum {
	ITEM_KNOWN = 1 << 0,     /* facts are there */
	ITEM_QUOTED = 1 << 1,    /* its style puts quotes round the name */
	ITEM_PLAIN = 1 << 2,     /* shown as its bytes */
	ITEM_LINK_OK = 1 << 3,   /* the link's target exists (asked only where needed) */
	ITEM_LINK_ASKED = 1 << 4,
	ITEM_ARG = 1 << 5,       /* from the command line */
	ITEM_CAP = 1 << 6,       /* has capabilities */
	ITEM_TIME_KNOWN = 1 << 7 /* sec is real (birth times may be missing) */
};

/* 24 bytes: there may be millions. */
struct item {
	const char *name;         /* NUL-terminated, in the listing */
	struct item_facts *facts; /* NULL unless ITEM_KNOWN */
	uint16_t len;
	int16_t cols;             /* of the name as shown, counted only where the format needs it; -1:
	                           * something in it does not print, and it counts as GNU ls counts it */
	uint8_t type;             /* DT_ constant */
	uint8_t flags;
	struct git_letters git;   /* both 0 unless asked for */
};

#define ITEM_LEN_MAX UINT16_MAX /* longer names are cut; the kernel takes none of them */

/* Items of one folder (or of the command line). Memory is freed at once by listing_clear. */
struct listing {
	struct arena arena; /* records */
	struct arena text;  /* names and link targets, packed */
	struct item **v;
	size_t n, cap;
	struct str dir;  /* the folder, borrowed; empty: they are arguments */
	bool any_quoted;
	bool any_acl;
	bool any_git; /* an item has letters */
	uint64_t blocks; /* sum, in 512 bytes */
};

void listing_init(struct listing *l);
void listing_fini(struct listing *l);
void listing_clear(struct listing *l); /* keeps the memory for the next folder */
struct item *listing_add(struct listing *l, struct str name);

static inline struct str item_name(const struct item *it)
{
	return (struct str){ it->name, it->len };
}

/* Items lie in memory as they were found, not as they are sorted: ask for those that a loop at i will come to soon. */
static inline void listing_ahead(const struct listing *l, size_t i)
{
	if (i + 16 < l->n)
		__builtin_prefetch(l->v[i + 16]);
	if (i + 8 < l->n) {
		__builtin_prefetch(l->v[i + 8]->facts);
		__builtin_prefetch(l->v[i + 8]->name);
	}
}

bool item_is_dir(const struct item *it);
/* A folder, or a link whose target is known to be one. */
bool item_leads_to_dir(const struct item *it);

/* Where a link points to; NULL: it is none, or the target was not asked for or not to be had. */
const char *item_target(const struct item *it);

#endif
