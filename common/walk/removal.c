#include "ember/walk/removal.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ember/base/mem.h"
#include "ember/base/vec.h"
#include "ember/os/clock.h"
#include "ember/os/dir.h"
#include "ember/os/pool.h"

#define REMOVAL_PAUSE_NS 1000000 /* who is done by then starts no thread */
#define REMOVAL_THREADS 4        /* more wait for the file system's journal */
#define REMOVAL_LOTS 64          /* put off at most; each keeps two descriptors */
#define REMOVAL_NAMES 32         /* of a directory, in one lot */
#define REMOVAL_FDS 256          /* with fewer descriptors nothing is put off */

enum lot_state { LOT_WAITS, LOT_BUSY, LOT_DONE };

struct lot_failure {
	size_t end; /* of its path in `told` */
	int num;
};

/* Some names of one folder: several of files, or one of a directory. */
struct removal_lot {
	struct folder *folder;    /* a reference, and one of its `pending`, until it is done */
	struct folder *inside;    /* what that directory was read as: a reference, or NULL */
	struct removal_lot *then; /* the next one of the folder */
	enum lot_state state;
	bool dir;
	unsigned n;
	struct buf names; /* NUL after each */
	VEC(struct lot_failure) failures;
	struct buf told; /* their paths */
};

struct removals {
	struct removals_conf c;
	int64_t began_ns;
	bool started;
	struct pool pool;
	size_t max;               /* lots, at most REMOVAL_LOTS */
	struct removal_lot *open; /* the caller's: being filled, not yet handed on */
	/* The lock guards what follows, state and then of lots that were handed on, and folder.removals. */
	struct pool_lock lock;
	struct removal_lot lots[REMOVAL_LOTS];
	size_t first, next; /* lots [first, next) are handed on and not told; the place is modulo `max` */
	unsigned idle;
	bool awaited; /* the caller waits for `done` */
	bool stop;
};

/* ---- deleting */

static int remove_name(int at, const char *name, bool dir)
{
	if (unlinkat(at, name, dir ? AT_REMOVEDIR : 0) == 0)
		return 0;
	if (!dir && errno == EISDIR && unlinkat(at, name, AT_REMOVEDIR) == 0)
		return 0;
	return errno;
}

int removal_now(const struct entry *e)
{
	return remove_name(e->at, e->name, e->type == DT_DIR);
}

static void lot_failed(struct removal_lot *l, const char *name, int num)
{
	struct buf path = { 0 };
	folder_path(l->folder, &path);
	buf_add(&path, name, strlen(name));
	buf_str(&l->told, buf_view(&path));
	buf_fini(&path);
	VEC_PUSH(&l->failures) = (struct lot_failure){ l->told.n, num };
}

/* ---- with the lock */

static struct removal_lot *lot_at(struct removals *r, size_t i)
{
	return &r->lots[i % r->max];
}

static bool lot_may_begin(const struct removal_lot *l)
{
	return l->state == LOT_WAITS && l->folder->removals == l && !(l->inside && l->inside->removals);
}

/* The oldest one that nothing stands before; NULL = none. */
static struct removal_lot *lot_next(struct removals *r)
{
	for (size_t i = r->first; i < r->next; i++)
		if (lot_may_begin(lot_at(r, i)))
			return lot_at(r, i);
	return NULL;
}

static void lots_wake(struct removals *r)
{
	if (r->idle && lot_next(r))
		pthread_cond_signal(&r->lock.work);
}

/* The next one is ours now. */
static struct removal_lot *lot_take(struct removals *r)
{
	struct removal_lot *l = lot_next(r);
	if (l) {
		l->state = LOT_BUSY;
		lots_wake(r);
	}
	return l;
}

/* The lock is given back meanwhile. */
static void lot_run(struct removals *r, struct removal_lot *l)
{
	struct folder *f = l->folder, *inside = l->inside;
	pthread_mutex_unlock(&r->lock.held);
	const char *name = l->names.p;
	for (unsigned i = 0; i < l->n; i++, name += strlen(name) + 1) {
		int num = remove_name(f->fd, name, l->dir);
		if (num)
			lot_failed(l, name, num);
	}
	pthread_mutex_lock(&r->lock.held);
	f->removals = l->then;
	lots_wake(r);
	pthread_mutex_unlock(&r->lock.held);
	/* Release: who sees none pending may close the descriptor that was used. */
	atomic_fetch_sub_explicit(&f->pending, 1, memory_order_release);
	folder_unref(f);
	folder_unref(inside);
	pthread_mutex_lock(&r->lock.held);
	l->state = LOT_DONE; /* not before: what is settled holds no descriptor */
	if (r->awaited)
		pthread_cond_signal(&r->lock.done);
}

static void removals_work(void *ctx, unsigned index)
{
	struct removals *r = ctx;
	(void)index;
	pthread_mutex_lock(&r->lock.held);
	while (!r->stop) {
		struct removal_lot *l = lot_take(r);
		if (l) {
			lot_run(r, l);
			continue;
		}
		r->idle++;
		pthread_cond_wait(&r->lock.work, &r->lock.held);
		r->idle--;
	}
	pthread_mutex_unlock(&r->lock.held);
}

/* Only the caller moves `first`, and a lot that is done is the caller's. */
static void lots_tell(struct removals *r)
{
	for (; r->first < r->next && lot_at(r, r->first)->state == LOT_DONE; r->first++) {
		struct removal_lot *l = lot_at(r, r->first);
		if (!l->failures.n)
			continue;
		pthread_mutex_unlock(&r->lock.held);
		size_t from = 0;
		for (size_t i = 0; i < l->failures.n; i++) {
			const struct lot_failure *f = &l->failures.p[i];
			r->c.failed(r->c.ctx, str_sub(buf_view(&l->told), from, f->end), f->num);
			from = f->end;
		}
		pthread_mutex_lock(&r->lock.held);
	}
}

/* ---- the caller's side */

/* Work, tell and wait until no more than `most` are left. */
static void removals_await(struct removals *r, size_t most)
{
	pthread_mutex_lock(&r->lock.held);
	for (;;) {
		lots_tell(r);
		if (r->next - r->first <= most)
			break;
		struct removal_lot *l = lot_take(r);
		if (l) {
			lot_run(r, l);
			continue;
		}
		r->awaited = true;
		pthread_cond_wait(&r->lock.done, &r->lock.held);
		r->awaited = false;
	}
	lots_wake(r);
	pthread_mutex_unlock(&r->lock.held);
}

static void lot_hand_on(struct removals *r)
{
	struct removal_lot *l = r->open;
	if (!l)
		return;
	r->open = NULL;
	pthread_mutex_lock(&r->lock.held);
	struct removal_lot **end = &l->folder->removals;
	while (*end)
		end = &(*end)->then;
	*end = l;
	r->next++;
	lots_wake(r);
	pthread_mutex_unlock(&r->lock.held);
}

static struct removal_lot *lot_open(struct removals *r, const struct entry *e, bool dir)
{
	struct removal_lot *l = r->open;
	if (l && !dir && l->folder == e->folder && l->n < REMOVAL_NAMES)
		return l;
	lot_hand_on(r);
	if (r->next - r->first == r->max)
		removals_await(r, r->max / 2);
	l = lot_at(r, r->next);
	l->folder = folder_ref(e->folder);
	l->inside = dir ? folder_ref(e->inside) : NULL;
	l->then = NULL;
	l->state = LOT_WAITS;
	l->dir = dir;
	l->n = 0;
	buf_clear(&l->names);
	buf_clear(&l->told);
	l->failures.n = 0;
	atomic_fetch_add_explicit(&e->folder->pending, 1, memory_order_relaxed);
	r->open = l;
	return l;
}

static bool removals_start(struct removals *r)
{
	if (r->c.threads < 2 || (!r->c.at_once && clock_ns(CLOCK_MONOTONIC) - r->began_ns < REMOVAL_PAUSE_NS))
		return false;
	pool_lock_init(&r->lock, false);
	pool_init(&r->pool, r->c.threads);
	r->started = true;
	while (pool_add(&r->pool, removals_work, r))
		;
	return true;
}

void removals_add(struct removals *r, const struct entry *e)
{
	bool dir = e->type == DT_DIR;
	if (!e->folder)
		removals_settle(r);
	if (!e->folder || !(r->started || removals_start(r))) {
		int num = removal_now(e);
		if (num)
			r->c.failed(r->c.ctx, e->path, num);
		return;
	}
	struct removal_lot *l = lot_open(r, e, dir);
	buf_add(&l->names, e->name, strlen(e->name) + 1);
	l->n++;
	if (dir)
		lot_hand_on(r);
}

void removals_settle(struct removals *r)
{
	if (!r->started)
		return;
	lot_hand_on(r);
	removals_await(r, 0);
}

struct removals *removals_new(const struct removals_conf *c)
{
	struct removals *r = mem_zero(1, sizeof(*r));
	unsigned limit = dir_limit();
	r->c = *c;
	if (limit < REMOVAL_FDS)
		r->c.threads = 1;
	if (r->c.threads > REMOVAL_THREADS)
		r->c.threads = REMOVAL_THREADS;
	r->max = limit / 8 < REMOVAL_LOTS ? limit / 8 : REMOVAL_LOTS;
	r->began_ns = clock_ns(CLOCK_MONOTONIC);
	return r;
}

void removals_free(struct removals *r)
{
	if (!r)
		return;
	if (r->started) {
		pthread_mutex_lock(&r->lock.held);
		r->stop = true;
		pthread_cond_broadcast(&r->lock.work);
		pthread_mutex_unlock(&r->lock.held);
		pool_join(&r->pool);
		pool_lock_fini(&r->lock);
	}
	for (size_t i = 0; i < REMOVAL_LOTS; i++) {
		buf_fini(&r->lots[i].names);
		buf_fini(&r->lots[i].told);
		VEC_FREE(&r->lots[i].failures);
	}
	free(r);
}
