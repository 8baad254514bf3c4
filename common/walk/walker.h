/* walker: what the parts of the parallel walk share: its workers, how they open folders, how they share them. */
#ifndef EMBER_WALK_WALKER_H
#define EMBER_WALK_WALKER_H

#include <pthread.h>

#include "ember/base/buf.h"
#include "ember/base/vec.h"
#include "ember/os/dir.h"
#include "ember/os/pool.h"
#include "ember/walk/walk.h"
#include "gate.h"

typedef VEC(struct folder *) walk_list;

struct walk_worker {
	struct walk *w;
	unsigned index;
	walk_list local;       /* newest last; the owner takes from the end */
	size_t oldest;         /* breadth first: it takes from here, what lies before is gone */
	struct dir_batch batch;
	struct buf path;       /* the folder's path, then one entry's name */
	struct folder *spelled; /* whose path stands in `path`; one reference held */
	struct folder *last;    /* read just before and not kept: a chain of folders needs no path */
	int last_fd;
};

struct walk {
	const struct walk_conf *c;
	unsigned max; /* workers */
	int cache_max;
	int64_t began_ns;
	struct walk_worker *workers;
	_Atomic int cached;    /* folders that keep their descriptor */
	_Atomic bool stop;
	_Atomic size_t offered; /* shared.n, for a look without the lock */
	pthread_mutex_t lock;   /* guards shared, waiting, pool, ended */
	pthread_cond_t more;
	walk_list shared;
	unsigned waiting;
	struct pool pool;
	struct gate gate;
	_Atomic unsigned n_running; /* threads started, the caller included; changed under the lock */
	bool ended;
	pthread_mutex_t rules_lock; /* guards ready; held while files are read: only who needs them waits */
	bool ready;                 /* conf.rules was called */
};

/* ---------------------------------------------------------------- walk_open.c */

/* Put f's path into me->path; mostly a step from the folder that stands there. */
void walk_spell(struct walk_worker *me, struct folder *f);
/* The descriptor of f, whose path stands in me->path; -1 and *e. */
int walk_open(struct walk_worker *me, struct folder *f, struct err *e);
/* One subfolder less will be opened through f's descriptor; the last one closes it. */
void walk_opened(struct walk *w, struct folder *f);
/* Keep the descriptor for the subfolders pushed since `first`, while few are kept. True: kept. */
bool walk_keep(struct walk_worker *me, struct folder *f, int fd, size_t first);
/* Close the descriptor that was left open for a chain of folders. */
void walk_forget(struct walk_worker *me);

/* ---------------------------------------------------------------- walk_share.c */

/* Give the oldest half of the own folders away where another worker is likely to want them. */
void walk_share(struct walk_worker *me);
/* The next folder, own or shared; NULL when all workers have nothing left. */
struct folder *walk_next(struct walk_worker *me);

/* walk.c: a worker's whole life. */
void walk_work(void *ctx, unsigned index);

#endif
