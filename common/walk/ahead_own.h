/* ahead_own: what the two sides of the reading ahead share: its books, and the line of what is to be done. */
#ifndef EMBER_WALK_AHEAD_OWN_H
#define EMBER_WALK_AHEAD_OWN_H

#include <pthread.h>

#include "ember/base/buf.h"
#include "ember/base/vec.h"
#include "ember/os/pool.h"
#include "ember/walk/ahead.h"

#define AHEAD_SPARE 128 /* names of directories whose memory is kept for the next */
#define AHEAD_TEXT 2048 /* bytes of text, and names, that there is room for from the start */
#define AHEAD_NAMES 64
#define AHEAD_ROOMS 1024
#define AHEAD_KIDS 64  /* a room that is kept holds memory for so many directories */
#define AHEAD_BLOCKS 16 /* blocks for folders that the walk lays ready for who reads */
#define AHEAD_RUN 4    /* neighbours that one thread takes at once: the lock goes from one processor to the other less often */
#define AHEAD_GONE 16  /* directories that the walk enters before it says so */
#define AHEAD_LEFT 32  /* descriptors that wait for who closes them */

/* Of a directory: read by the walk itself; known; being read; read and not yet entered. */
enum ahead_state { AHEAD_OWN, AHEAD_WAITS, AHEAD_BUSY, AHEAD_READ };
enum slice_state { SLICE_FREE, SLICE_BUSY, SLICE_DONE };

struct ahead_fact {
	size_t i; /* of names */
	unsigned have;
	struct statx sx;
};

struct ahead_kid {
	size_t i;
	struct ahead_dir *dir; /* there once the slice is done */
};

/* Written by who made it SLICE_BUSY, read by the walk once it is SLICE_DONE. */
struct ahead_slice {
	_Atomic unsigned state;
	size_t from, to;
	VEC(struct ahead_fact) facts;
	VEC(struct ahead_kid) kids;
	size_t fact, kid; /* the next ones that the walk has not met */
};

/* What an ahead_dir is made as: most directories have one slice, whose memory serves the next of them. */
struct ahead_room {
	struct ahead_dir dir; /* the first field */
	struct ahead_slice only;
};

struct ahead_worker {
	unsigned index;
	struct dir_batch batch;
	struct buf path;
	struct entry e;
};

struct ahead {
	struct ahead_conf c;
	bool started;
	struct ahead_worker *workers; /* c.threads of them */
	struct pool pool;
	/* The lock guards what follows, ahead_dir.before, after, in_line, untaken, and folder.fd. */
	struct pool_lock lock;
	struct ahead_dir *first, *last; /* the line: in the order in which the walk will need them */
	VEC(struct names) spare;        /* memory for the next directory */
	struct ahead_dir *rooms;        /* ... and it: a chain by `after` */
	unsigned n_rooms;
	void *blocks[AHEAD_BLOCKS];
	unsigned n_blocks;
	int left[AHEAD_LEFT];           /* descriptors to close when there is nothing else to do */
	unsigned n_left;
	unsigned idle;
	_Atomic bool awaited; /* the walk waits for `done`; read without the lock by who may hurry */
	bool stop;
	size_t dirs, bytes; /* read and not yet entered */
	bool full;          /* a thread sleeps because that is enough */
	/* The walk's own: entered since it had the lock. */
	size_t gone_dirs, gone_bytes;
};

/* ---------------------------------------------------------------- ahead_work.c */

/* The life of a thread that reads ahead. */
void ahead_work(void *ctx, unsigned index);
void ahead_slices_make(struct ahead_dir *d);

/* With the lock: */
void ahead_line_insert(struct ahead *a, struct ahead_dir *d, struct ahead_dir *after);
void ahead_line_remove(struct ahead *a, struct ahead_dir *d);
/* What a directory holds stands before the directory itself, whose later slices come after it. */
void ahead_slice_done(struct ahead *a, struct ahead_dir *d, struct ahead_slice *s);
struct names ahead_spare(struct ahead *a);
struct ahead_dir *ahead_room(struct ahead *a);
void ahead_room_leave(struct ahead *a, struct ahead_dir *d);
void ahead_room_fini(struct ahead_dir *d); /* needs no lock */
/* Both give the lock back while they work. False: the descriptor is closed; there is nothing to do. */
bool ahead_slice_take(struct ahead *a, struct ahead_worker *me, struct ahead_dir *d);
bool ahead_step(struct ahead *a, struct ahead_worker *me); /* one piece, the nearest to where the walk is */

#endif
