/*
 * ahead: threads that read directories, and look at what is in them, before the ordered walk gets
 * there (spec efind Q5 to Q10). The walk itself stays on one thread, so that what it shows never
 * depends on them: whatever they could not do, it does itself when it arrives.
 */
#ifndef EMBER_WALK_AHEAD_H
#define EMBER_WALK_AHEAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/os/dir.h"
#include "ember/walk/entry.h"
#include "ember/walk/names.h"
#include "ember/walk/stamp.h"

#define AHEAD_DIRS 256          /* ahead_conf.max_dirs is at most this */
#define AHEAD_BYTES (8u << 20)  /* ... and what they hold, bytes */
#define AHEAD_SLICE 256         /* neighbours that one thread looks at */

struct ahead_conf {
	unsigned threads;   /* the walk's own included; 1 = never any other */
	size_t max_dirs;    /* read and not yet visited, at most; each holds a descriptor */
	uint32_t max_depth; /* of entries; a directory there is not read */
	bool follow;        /* links are followed: only what is no link is looked at ahead */
	/*
	 * Visits may change what is read: directories are read in such a way that ahead_take can tell
	 * whether they are still the same, and passed over where that cannot be told. look asks for
	 * no facts.
	 */
	bool stamped;
	bool names_only;    /* order.h */
	bool shut_later;    /* the walk gives all descriptors to ahead_close_later */
	void *ctx;
	/* On the walk's thread, once, before another one is started. NULL = nothing to do. */
	void (*prepare)(void *ctx);
	/*
	 * On any thread, 0 <= worker < threads. What can be said of the entry now, below
	 * ENTRY_ANSWERS, 0 = nothing; it comes back as entry.answer with the facts in e->sx. *enter
	 * is set to false when the directory will not, or may not, be entered. NULL = no question.
	 */
	uint32_t (*look)(void *ctx, unsigned worker, struct entry *e, bool *enter);
};

struct ahead;
struct ahead_slice;

/* A directory of the walk; the walk's own except where noted. */
struct ahead_dir {
	struct folder *folder; /* holds a reference; NULL until it was opened */
	struct names names;
	/* ahead's own: */
	struct ahead_dir *before, *after; /* neighbours in the line of what is to be done */
	struct folder *up;                /* in which it lies; holds a reference */
	const char *name;                 /* in up's names */
	uint32_t name_len;
	_Atomic unsigned state;
	bool in_line;
	size_t bytes;                     /* counted against AHEAD_BYTES */
	void *block;                      /* for its folder, or NULL */
	struct stamp stamp;               /* where ahead_conf.stamped */
	struct ahead_slice *slices;       /* of names.next..end as they were when it was offered */
	size_t n_slices, slice;           /* slice: the walk is in */
	size_t plain;                     /* of the names before this one, nothing but the name is known */
	size_t untaken;                   /* first slice that nobody has begun */
	_Atomic size_t undone;            /* slices that are not done */
};

/* Errors: none (a thread that cannot be started is done without). */
struct ahead *ahead_new(const struct ahead_conf *c);
void ahead_free(struct ahead *a); /* stops and joins; directories were freed before */

/* ---- the walk's thread only */

/* Start the threads. Before it, every function here only keeps the walk's own books. */
void ahead_start(struct ahead *a);
bool ahead_started(const struct ahead *a);

struct ahead_dir *ahead_dir_new(struct ahead *a);
/* Waits for who works on it; frees it, what is known below it, and its reference of the folder. */
void ahead_dir_free(struct ahead *a, struct ahead_dir *d);

/* Offer d->names from next to end: others may look at them. d->folder is open. */
void ahead_offer(struct ahead *a, struct ahead_dir *d);
/*
 * Name number i of an offered directory is about to be visited: gives e, which was reset, its answer and facts,
 * and returns the directory that it is, or NULL. That one is the caller's to enter or to free.
 */
struct ahead_dir *ahead_next(struct ahead *a, struct ahead_dir *d, size_t i, struct entry *e);
static inline struct ahead_dir *ahead_reach(struct ahead *a, struct ahead_dir *d, size_t i, struct entry *e)
{
	return i < d->plain ? NULL : ahead_next(a, d, i, e);
}
/* Is it read, now or in a moment? Then it is on the mount of its parent. If not, nobody else will read it. */
bool ahead_has(struct ahead *a, struct ahead_dir *d);
/*
 * True when `d` was read, and reading `e` now would give the same: folder and names are there. False: it is the caller's to read; when d->folder is there it is of no use any more, and
 * the caller frees `d`.
 */
bool ahead_take(struct ahead *a, struct ahead_dir *d, const struct entry *e);
/* Close the descriptor of a folder that others may be using; false: they are, it stays. */
bool ahead_close(struct ahead *a, struct folder *f);
/* Close a descriptor that nothing needs, on another thread where there is one: it may take long. */
void ahead_close_later(struct ahead *a, int fd);
/* Give the folder a descriptor again. */
void ahead_reopened(struct ahead *a, struct folder *f, int fd);

#endif
