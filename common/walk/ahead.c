#include "ember/walk/ahead.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ember/base/panic.h"
#include "ember/os/pool.h"

#define AHEAD_SPARE 64 /* names of directories whose memory is kept for the next */
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
	struct ahead_dir *dir;
};

/* Written by who made it SLICE_BUSY, read by the walk once it is SLICE_DONE. */
struct ahead_slice {
	_Atomic unsigned state;
	size_t from, to;
	VEC(struct ahead_fact) facts;
	VEC(struct ahead_kid) kids;
	size_t fact, kid; /* the next ones that the walk has not met */
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
	pthread_mutex_t lock;
	pthread_cond_t work, done;
	struct ahead_dir *first, *last; /* the line: in the order in which the walk will need them */
	VEC(struct names) spare;        /* memory for the next directory */
	int left[AHEAD_LEFT];           /* descriptors to close when there is nothing else to do */
	unsigned n_left;
	unsigned idle;
	bool awaited; /* the walk waits for `done` */
	bool stop;
	/* Also changed without the lock, by the walk that enters a directory. */
	_Atomic size_t dirs, bytes; /* read and not yet entered */
	_Atomic bool full;          /* a thread sleeps because that is enough */
};

/* ---- the line */

static void line_insert(struct ahead *a, struct ahead_dir *d, struct ahead_dir *after)
{
	d->after = after;
	d->before = after ? after->before : a->last;
	*(d->before ? &d->before->after : &a->first) = d;
	*(after ? &after->before : &a->last) = d;
	d->in_line = true;
}

static void line_remove(struct ahead *a, struct ahead_dir *d)
{
	if (!d->in_line)
		return;
	*(d->before ? &d->before->after : &a->first) = d->after;
	*(d->after ? &d->after->before : &a->last) = d->before;
	d->in_line = false;
}

/* What a directory holds stands before the directory itself, whose later slices come after it. */
static void line_finish_slice(struct ahead *a, struct ahead_dir *d, struct ahead_slice *s)
{
	for (size_t i = 0; i < s->kids.n; i++)
		line_insert(a, s->kids.p[i].dir, d);
	if (s->kids.n > 0 && a->idle)
		pthread_cond_signal(&a->work);
	/* Release: who sees it done sees what it holds. */
	atomic_store_explicit(&s->state, SLICE_DONE, memory_order_release);
	if (atomic_fetch_sub_explicit(&d->undone, 1, memory_order_relaxed) == 1)
		line_remove(a, d);
	if (a->awaited)
		pthread_cond_signal(&a->done);
}

/* ---- looking */

static struct ahead_dir *kid_new(const struct ahead_dir *d, const struct name *name)
{
	struct ahead_dir *kid = calloc(1, sizeof(*kid));
	if (!kid)
		panic_memory();
	kid->up = folder_ref(d->folder);
	kid->name = names_text(&d->names, name);
	kid->name_len = (uint32_t)strlen(kid->name);
	atomic_init(&kid->state, AHEAD_WAITS);
	return kid;
}

static void slice_look(struct ahead *a, struct ahead_worker *me, struct ahead_dir *d, struct ahead_slice *s,
	size_t i, bool *enter)
{
	struct name *name = &d->names.list.p[i];
	const char *text = names_text(&d->names, name);
	struct entry *e = &me->e;
	if (name->type == DT_UNKNOWN || (a->c.follow && name->type == DT_LNK))
		return;
	me->path.n = d->folder->path_len;
	buf_add(&me->path, text, strlen(text) + 1);
	me->path.n--;
	entry_reset(e, d->folder, &me->path, name->type, name->ino);
	e->follow = a->c.follow;
	name->answer = a->c.look(a->c.ctx, me->index, e, enter) & (ENTRY_ANSWERS - 1);
	if (e->have)
		VEC_PUSH(&s->facts) = (struct ahead_fact){ .i = i, .have = e->have, .sx = e->sx };
}

/* Without the lock; the slice is ours and the folder's descriptor stays. */
static void slice_run(struct ahead *a, struct ahead_worker *me, struct ahead_dir *d, struct ahead_slice *s)
{
	bool deeper = d->folder->depth + 1 < a->c.max_depth;
	if (a->c.look)
		folder_path(d->folder, &me->path);
	for (size_t i = s->from; i < s->to; i++) {
		bool enter = deeper && d->names.list.p[i].type == DT_DIR;
		if (a->c.look)
			slice_look(a, me, d, s, i, &enter);
		if (enter)
			VEC_PUSH(&s->kids) = (struct ahead_kid){ i, kid_new(d, &d->names.list.p[i]) };
	}
}

static void slices_make(struct ahead_dir *d)
{
	size_t n = d->names.end - d->names.next;
	d->slice = d->untaken = 0;
	d->n_slices = (n + AHEAD_SLICE - 1) / AHEAD_SLICE;
	atomic_store_explicit(&d->undone, d->n_slices, memory_order_relaxed);
	if (!d->n_slices)
		return;
	d->slices = calloc(d->n_slices, sizeof(*d->slices));
	if (!d->slices)
		panic_memory();
	for (size_t i = 0; i < d->n_slices; i++) {
		d->slices[i].from = d->names.next + i * AHEAD_SLICE;
		d->slices[i].to = d->slices[i].from + AHEAD_SLICE;
	}
	d->slices[d->n_slices - 1].to = d->names.end;
}

/* With the lock; it is given back while looking. False: the descriptor is closed. */
static bool slice_take(struct ahead *a, struct ahead_worker *me, struct ahead_dir *d)
{
	if (d->folder->fd < 0 && !a->c.names_only)
		return false;
	struct ahead_slice *s = &d->slices[d->untaken++];
	atomic_store_explicit(&s->state, SLICE_BUSY, memory_order_relaxed);
	atomic_fetch_add_explicit(&d->folder->pending, 1, memory_order_relaxed);
	pthread_mutex_unlock(&a->lock);
	slice_run(a, me, d, s);
	pthread_mutex_lock(&a->lock);
	atomic_fetch_sub_explicit(&d->folder->pending, 1, memory_order_relaxed);
	line_finish_slice(a, d, s);
	return true;
}

/* ---- reading */

static struct names spare_take(struct ahead *a)
{
	return a->spare.n ? a->spare.p[--a->spare.n] : (struct names){ 0 };
}

static void spare_put(struct ahead *a, struct names *n)
{
	if (a->spare.n >= AHEAD_SPARE) {
		names_fini(n);
		return;
	}
	names_clear(n);
	VEC_PUSH(&a->spare) = *n;
}

static unsigned folder_place(struct folder *f, int fd)
{
	unsigned place = atomic_load_explicit(&f->place, memory_order_relaxed);
	if (place == STAMP_UNKNOWN) {
		place = stamp_place(fd);
		atomic_store_explicit(&f->place, (unsigned char)place, memory_order_relaxed);
	}
	return place;
}

/* What is left open of a directory that was read: what its entries will be looked at through, -1 = nothing. */
static int dir_keep(const struct ahead *a, const struct names *n, int fd)
{
	if (!n->at_end || a->c.shut_later)
		return fd;
	for (size_t i = n->next; i < n->end; i++)
		if (!a->c.names_only || n->list.p[i].type == DT_DIR || n->list.p[i].type == DT_UNKNOWN)
			return dir_lead(fd);
	close(fd);
	return -1;
}

static bool dir_read(const struct ahead *a, struct ahead_worker *me, struct ahead_dir *d, int at)
{
	struct err e = { 0 };
	if (a->c.stamped && folder_place(d->up, at) == STAMP_USELESS)
		return false;
	stamp_take(&d->stamp);
	int fd = dir_open_near(at, d->name, a->c.stamped, &e);
	if (fd < 0)
		return false;
	if (names_fill(&d->names, &me->batch, fd, &e) != 0) {
		close(fd); /* the walk will meet the error itself */
		names_fini(&d->names);
		return false;
	}
	d->folder = folder_new(d->up, (struct str){ d->name, d->name_len });
	d->folder->fd = dir_keep(a, &d->names, fd);
	d->folder->place = d->up->place; /* no mount lies between the two */
	slices_make(d);
	d->bytes = d->names.list.cap * sizeof(struct name) + d->names.text.cap;
	return true;
}

/* With the lock; it is given back while reading. */
static void dir_take(struct ahead *a, struct ahead_worker *me, struct ahead_dir *d)
{
	struct folder *up = d->up;
	struct ahead_slice *s = NULL;
	int at = up->fd;
	if (at < 0) { /* closed to make room: the walk opens it again when it is there */
		line_remove(a, d);
		atomic_store_explicit(&d->state, AHEAD_OWN, memory_order_release);
		return;
	}
	atomic_store_explicit(&d->state, AHEAD_BUSY, memory_order_relaxed);
	atomic_fetch_add_explicit(&up->pending, 1, memory_order_relaxed);
	atomic_fetch_add_explicit(&a->dirs, 1, memory_order_relaxed);
	d->names = spare_take(a);
	pthread_mutex_unlock(&a->lock);
	bool ok = dir_read(a, me, d, at);
	if (ok && d->n_slices == 1) {
		s = &d->slices[d->untaken++];
		slice_run(a, me, d, s);
		d->bytes += s->facts.cap * sizeof(*s->facts.p);
	}
	pthread_mutex_lock(&a->lock);
	atomic_fetch_sub_explicit(&up->pending, 1, memory_order_relaxed);
	if (ok)
		atomic_fetch_add_explicit(&a->bytes, d->bytes, memory_order_relaxed);
	else
		atomic_fetch_sub_explicit(&a->dirs, 1, memory_order_relaxed);
	if (s)
		line_finish_slice(a, d, s);
	else if (!ok || !d->n_slices)
		line_remove(a, d);
	/* Release: who sees it read sees its names. */
	atomic_store_explicit(&d->state, ok ? AHEAD_READ : AHEAD_OWN, memory_order_release);
	if (a->awaited)
		pthread_cond_signal(&a->done);
}

static bool ahead_enough(const struct ahead *a)
{
	return atomic_load_explicit(&a->dirs, memory_order_relaxed) >= a->c.max_dirs ||
		atomic_load_explicit(&a->bytes, memory_order_relaxed) >= AHEAD_BYTES;
}

/* One piece of work, the nearest to where the walk is. False: there is none. */
static bool ahead_step(struct ahead *a, struct ahead_worker *me)
{
	for (struct ahead_dir *d = a->first; d; d = d->after) {
		unsigned state = atomic_load_explicit(&d->state, memory_order_relaxed);
		if (state == AHEAD_WAITS) {
			if (ahead_enough(a)) {
				atomic_store_explicit(&a->full, true, memory_order_relaxed);
				return false;
			}
			dir_take(a, me, d);
			return true;
		}
		if (state != AHEAD_BUSY && d->untaken < d->n_slices && slice_take(a, me, d))
			return true;
	}
	return false;
}

/* With the lock; it is given back meanwhile. */
static bool ahead_shut(struct ahead *a)
{
	if (!a->n_left)
		return false;
	int fd = a->left[--a->n_left];
	pthread_mutex_unlock(&a->lock);
	close(fd);
	pthread_mutex_lock(&a->lock);
	return true;
}

static void ahead_work(void *ctx, unsigned index)
{
	struct ahead *a = ctx;
	struct ahead_worker *me = &a->workers[index];
	pthread_mutex_lock(&a->lock);
	while (!a->stop) {
		if (ahead_step(a, me) || ahead_shut(a))
			continue;
		a->idle++;
		pthread_cond_wait(&a->work, &a->lock);
		a->idle--;
	}
	pthread_mutex_unlock(&a->lock);
}

/* ---- the walk's side */

/* A walk without threads pays for no lock. */
static void lock(struct ahead *a)
{
	if (a->started)
		pthread_mutex_lock(&a->lock);
}

static void unlock(struct ahead *a)
{
	if (a->started)
		pthread_mutex_unlock(&a->lock);
}

struct ahead *ahead_new(const struct ahead_conf *c)
{
	struct ahead *a = calloc(1, sizeof(*a));
	if (!a)
		panic_memory();
	a->c = *c;
	if (a->c.max_dirs > AHEAD_DIRS)
		a->c.max_dirs = AHEAD_DIRS;
	return a;
}

void ahead_start(struct ahead *a)
{
	if (a->started || a->c.threads < 2)
		return;
	a->started = true;
	a->workers = calloc(a->c.threads, sizeof(*a->workers));
	if (!a->workers)
		panic_memory();
	pthread_mutex_init(&a->lock, NULL);
	pthread_cond_init(&a->work, NULL);
	pthread_cond_init(&a->done, NULL);
	if (a->c.prepare)
		a->c.prepare(a->c.ctx);
	pool_init(&a->pool, a->c.threads);
	for (unsigned i = 0; i < a->c.threads; i++) {
		a->workers[i].index = i;
		dir_batch_init(&a->workers[i].batch, DIR_BATCH);
	}
	while (pool_add(&a->pool, ahead_work, a))
		;
}

bool ahead_started(const struct ahead *a)
{
	return a->started;
}

void ahead_free(struct ahead *a)
{
	if (a->started) {
		pthread_mutex_lock(&a->lock);
		a->stop = true;
		pthread_cond_broadcast(&a->work);
		pthread_mutex_unlock(&a->lock);
		pool_join(&a->pool);
		while (a->n_left)
			close(a->left[--a->n_left]);
		for (unsigned i = 0; i < a->c.threads; i++) {
			dir_batch_fini(&a->workers[i].batch);
			buf_fini(&a->workers[i].path);
		}
		pthread_cond_destroy(&a->work);
		pthread_cond_destroy(&a->done);
		pthread_mutex_destroy(&a->lock);
		free(a->workers);
	}
	for (size_t i = 0; i < a->spare.n; i++)
		names_fini(&a->spare.p[i]);
	VEC_FREE(&a->spare);
	free(a);
}

struct ahead_dir *ahead_dir_new(struct ahead *a)
{
	struct ahead_dir *d = calloc(1, sizeof(*d));
	if (!d)
		panic_memory();
	lock(a);
	d->names = spare_take(a);
	unlock(a);
	return d;
}

/* What was read is no longer ahead of the walk. */
static void dir_arrived(struct ahead *a, struct ahead_dir *d)
{
	size_t dirs = atomic_fetch_sub_explicit(&a->dirs, 1, memory_order_relaxed) - 1;
	size_t bytes = atomic_fetch_sub_explicit(&a->bytes, d->bytes, memory_order_relaxed) - d->bytes;
	d->bytes = 0;
	atomic_store_explicit(&d->state, AHEAD_OWN, memory_order_relaxed);
	if (!atomic_load_explicit(&a->full, memory_order_relaxed) || dirs > a->c.max_dirs / 2 ||
		bytes > AHEAD_BYTES / 2)
		return;
	pthread_mutex_lock(&a->lock);
	atomic_store_explicit(&a->full, false, memory_order_relaxed);
	pthread_cond_broadcast(&a->work);
	pthread_mutex_unlock(&a->lock);
}

static bool dir_is_worked_on(const struct ahead_dir *d)
{
	if (atomic_load_explicit(&d->state, memory_order_acquire) == AHEAD_BUSY)
		return true;
	for (size_t i = 0; i < d->untaken; i++)
		if (atomic_load_explicit(&d->slices[i].state, memory_order_acquire) == SLICE_BUSY)
			return true;
	return false;
}

/* With the lock: something else comes first, or the next piece of work is done meanwhile. */
static void await_done(struct ahead *a)
{
	if (ahead_step(a, &a->workers[0]))
		return;
	a->awaited = true;
	pthread_cond_wait(&a->done, &a->lock);
	a->awaited = false;
}

static void slices_free(struct ahead *a, struct ahead_dir *d)
{
	for (size_t i = 0; i < d->n_slices; i++) {
		struct ahead_slice *s = &d->slices[i];
		for (; s->kid < s->kids.n; s->kid++)
			ahead_dir_free(a, s->kids.p[s->kid].dir); /* as deep as AHEAD_DIRS at most */
		VEC_FREE(&s->kids);
		VEC_FREE(&s->facts);
	}
	free(d->slices);
	d->slices = NULL;
	d->n_slices = d->untaken = 0;
}

void ahead_dir_free(struct ahead *a, struct ahead_dir *d)
{
	if (a->started) {
		pthread_mutex_lock(&a->lock);
		while (dir_is_worked_on(d))
			await_done(a);
		line_remove(a, d);
		pthread_mutex_unlock(&a->lock);
		if (atomic_load_explicit(&d->state, memory_order_relaxed) == AHEAD_READ)
			dir_arrived(a, d);
	}
	slices_free(a, d);
	folder_unref(d->folder);
	folder_unref(d->up);
	lock(a);
	spare_put(a, &d->names);
	unlock(a);
	free(d);
}

void ahead_offer(struct ahead *a, struct ahead_dir *d)
{
	if (!a->started)
		return;
	slices_free(a, d);
	slices_make(d);
	if (!d->n_slices)
		return;
	pthread_mutex_lock(&a->lock);
	line_insert(a, d, a->first);
	if (a->idle && d->n_slices > 1)
		pthread_cond_signal(&a->work);
	pthread_mutex_unlock(&a->lock);
}

static void slice_await(struct ahead *a, struct ahead_dir *d, struct ahead_slice *s)
{
	pthread_mutex_lock(&a->lock);
	if (atomic_load_explicit(&s->state, memory_order_relaxed) == SLICE_FREE &&
		!slice_take(a, &a->workers[0], d)) {
		d->untaken++; /* nobody can look: the walk does without */
		line_finish_slice(a, d, s);
	}
	while (atomic_load_explicit(&s->state, memory_order_acquire) != SLICE_DONE)
		await_done(a);
	pthread_mutex_unlock(&a->lock);
}

struct ahead_dir *ahead_reach(struct ahead *a, struct ahead_dir *d, size_t i, struct entry *e)
{
	if (!d->n_slices)
		return NULL;
	if (i >= d->slices[d->slice].to)
		d->slice++;
	struct ahead_slice *s = &d->slices[d->slice];
	if (atomic_load_explicit(&s->state, memory_order_acquire) != SLICE_DONE)
		slice_await(a, d, s);
	e->answer = d->names.list.p[i].answer;
	if (s->fact < s->facts.n && s->facts.p[s->fact].i == i) {
		const struct ahead_fact *f = &s->facts.p[s->fact++];
		e->have = f->have;
		e->sx = f->sx;
	}
	if (s->kid < s->kids.n && s->kids.p[s->kid].i == i)
		return s->kids.p[s->kid++].dir;
	return NULL;
}

bool ahead_take(struct ahead *a, struct ahead_dir *d, const struct entry *e)
{
	if (atomic_load_explicit(&d->state, memory_order_acquire) != AHEAD_READ) {
		pthread_mutex_lock(&a->lock);
		while (atomic_load_explicit(&d->state, memory_order_acquire) == AHEAD_BUSY)
			await_done(a);
		if (atomic_load_explicit(&d->state, memory_order_acquire) != AHEAD_READ) {
			line_remove(a, d);
			atomic_store_explicit(&d->state, AHEAD_OWN, memory_order_relaxed);
		}
		pthread_mutex_unlock(&a->lock);
		if (atomic_load_explicit(&d->state, memory_order_acquire) != AHEAD_READ)
			return false;
	}
	dir_arrived(a, d);
	return !a->c.stamped || stamp_holds(&d->stamp, d->folder->place, e->at, e->name, e->ino,
		d->names.at_end && !a->c.shut_later ? -1 : d->folder->fd, d->names.at_end);
}

bool ahead_close(struct ahead *a, struct folder *f)
{
	lock(a);
	bool used = atomic_load_explicit(&f->pending, memory_order_relaxed) > 0;
	if (!used) {
		close(f->fd);
		f->fd = -1;
	}
	unlock(a);
	return !used;
}

void ahead_reopened(struct ahead *a, struct folder *f, int fd)
{
	lock(a);
	f->fd = fd;
	unlock(a);
}

void ahead_close_later(struct ahead *a, int fd)
{
	bool taken = false;
	if (a->started) {
		pthread_mutex_lock(&a->lock);
		taken = a->n_left < AHEAD_LEFT;
		if (taken)
			a->left[a->n_left++] = fd;
		if (taken && a->idle)
			pthread_cond_signal(&a->work);
		pthread_mutex_unlock(&a->lock);
	}
	if (!taken)
		close(fd);
}
