/* entry: one thing met on a walk, and the folders it was reached through. */
#ifndef EMBER_WALK_ENTRY_H
#define EMBER_WALK_ENTRY_H

#include <dirent.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

#include "ember/base/buf.h"
#include "ember/base/err.h"
#include "ember/base/str.h"

struct ignore_stack;
struct removal_lot;

/*
 * A directory of the walk, linked to its parent and counted. Immutable once others can see it,
 * except refs, pending, removals and fd.
 */
struct folder {
	_Atomic uint32_t refs;
	_Atomic uint32_t pending; /* what will still be done through fd, which stays: subfolders opened, entries deleted */
	char apart[56];           /* one thread counts there while another reads what follows, which lies in another cache line */
	struct folder *parent;    /* NULL for a root */
	int fd;                   /* open descriptor for its subfolders, -1 = none */
	int root_fd;              /* of a root: open until all below it is read, -1 = not (yet) */
	bool through;             /* walk's own: opened through the parent's fd */
	_Atomic unsigned char place; /* ahead's own: enum stamp_place of what lies in it */
	struct removal_lot *removals; /* removal's own: what is to be deleted in it, the oldest */
	uint32_t depth;           /* 0 for a root */
	size_t path_len;          /* bytes of the path as spelled, with the '/' before an entry's name */
	size_t root_len;          /* path_len of the root it lies below */
	uint64_t dev, ino;        /* where has_id */
	bool has_id;
	struct ignore_stack *rules; /* walk's own, NULL = none */
	uint32_t name_len;
	char name[]; /* last component; for a root the operand as typed; NUL-terminated */
};

#define FOLDER_BLOCK 256 /* room for a folder with a name of usual length */

/*
 * A new folder with one reference, holding one on `parent` (may be NULL). The rule of spelling
 * (find N52): a '/' is put between folder and name unless the folder's text already ends in one.
 * Errors: none (no memory ends the run).
 */
struct folder *folder_new(struct folder *parent, struct str name);
/*
 * The same in `block`, which is of the heap, has FOLDER_BLOCK bytes and becomes the folder's; NULL = none. A thread
 * that makes what another one frees is slow to get memory: that other one can hand it on.
 */
struct folder *folder_new_in(void *block, struct folder *parent, struct str name);
struct folder *folder_ref(struct folder *f);
/* Drop one reference; the last one closes fd, frees the folder and goes on with its parent. */
void folder_unref(struct folder *f);
/* Put the folder's path with its trailing '/' into b (cleared first); b->n == f->path_len after. */
void folder_path(const struct folder *f, struct buf *b);

#define ENTRY_ANSWERS (1u << 24)

/*
 * Lives on its walker's stack during one visit; `path` and `name` point into the walker's buffers
 * and are gone after it. NUL-terminated both.
 */
struct entry {
	struct folder *folder; /* read from; NULL for a root */
	struct str path;       /* as spelled: the root operand, then components */
	size_t base;           /* offset of the last component in path */
	uint32_t depth;        /* 0 for a root */
	unsigned char type;    /* DT_*: link target's where links are followed; DT_UNKNOWN: entry_type */
	bool follow;           /* links are followed for this entry */
	struct folder *inside; /* of a directory, at its visit after what it holds: itself; else NULL */
	int at;                /* open folder or AT_FDCWD, and ... */
	const char *name;      /* ... the name relative to it: for statx, openat, faccessat ... */
	uint64_t ino;          /* as in the directory record; 0 for a root */
	uint32_t answer;       /* of who looked at it ahead (order.h), below ENTRY_ANSWERS; 0 = none */
	unsigned have;         /* STATX_ bits that sx holds */
	int stat_err;          /* errno of the stat that failed, 0 = none did */
	struct statx sx;       /* not valid beyond `have` */
};

/*
 * A new entry of `f`, without facts, whose name stands in `path` behind the folder's path; the bytes
 * of sx are left as they are, which is what makes this cheap.
 */
void entry_reset(struct entry *e, struct folder *f, const struct buf *path, unsigned char type, uint64_t ino);

/*
 * Facts about the entry, fetched at most once: STATX_ bits in `mask`. NULL with e->stat_err when
 * the kernel refuses. Where links are followed, a dangling or looping link gives the link's own.
 */
const struct statx *entry_stat(struct entry *e, unsigned mask);

/* As the kernel answers now, links followed or not, nothing kept. 0 or an errno value. */
int entry_statx(const struct entry *e, bool follow, unsigned mask, struct statx *out);

/* DT_*, by stat only where the directory record was silent. DT_UNKNOWN when that failed. */
unsigned char entry_type(struct entry *e);

/* Last component of the path (the whole operand for a root such as "/"), slashes at its end off. */
struct str entry_base(const struct entry *e);

/* DT_ constant of a file mode. */
unsigned char entry_type_of_mode(unsigned mode);

#endif
