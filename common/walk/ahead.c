#include "ember/walk/ahead.h"

#include <stdlib.h>
#include <unistd.h>

#include "ahead_own.h"

#include "ember/base/mem.h"

/* A walk without threads pays for no lock. */
static void lock(struct ahead *a)
{
	if (a->started)
		pthread_mutex_lock(&a->lock.held);
}

static void unlock(struct ahead *a)
{
	if (a->started)
		pthread_mutex_unlock(&a->lock.held);
}

struct ahead *ahead_new(const struct ahead_conf *c)
{
	struct ahead *a = mem_zero(1, sizeof(*a));
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
	a->workers = mem_zero(a->c.threads, sizeof(*a->workers));
	pool_lock_init(&a->lock, true);
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
		pthread_mutex_lock(&a->lock.held);
		a->stop = true;
		pthread_cond_broadcast(&a->lock.work);
		pthread_mutex_unlock(&a->lock.held);
		pool_join(&a->pool);
		while (a->n_left)
			close(a->left[--a->n_left]);
		while (a->n_blocks)
			free(a->blocks[--a->n_blocks]);
		for (unsigned i = 0; i < a->c.threads; i++) {
			dir_batch_fini(&a->workers[i].batch);
			buf_fini(&a->workers[i].path);
		}
		pool_lock_fini(&a->lock);
		free(a->workers);
	}
	for (size_t i = 0; i < a->spare.n; i++)
		names_fini(&a->spare.p[i]);
	VEC_FREE(&a->spare);
	while (a->rooms) {
		struct ahead_dir *d = a->rooms;
		a->rooms = d->after;
		ahead_room_fini(d);
	}
	free(a);
}

struct ahead_dir *ahead_dir_new(struct ahead *a)
{
	lock(a);
	struct ahead_dir *d = ahead_room(a);
	d->names = ahead_spare(a);
	unlock(a);
	return d;
}

/* With the lock: what was entered is no longer ahead of the walk. */
static void count_gone(struct ahead *a)
{
	a->dirs -= a->gone_dirs;
	a->bytes -= a->gone_bytes;
	a->gone_dirs = a->gone_bytes = 0;
	if (!a->full || a->dirs > a->c.max_dirs / 2 || a->bytes > AHEAD_BYTES / 2)
		return;
	a->full = false;
	pthread_cond_broadcast(&a->lock.work);
}

/* What was read is entered. */
static void dir_arrived(struct ahead *a, struct ahead_dir *d)
{
	a->gone_bytes += d->bytes;
	d->bytes = 0;
	atomic_store_explicit(&d->state, AHEAD_OWN, memory_order_relaxed);
	if (++a->gone_dirs < AHEAD_GONE && a->gone_bytes < AHEAD_BYTES / 4)
		return;
	pthread_mutex_lock(&a->lock.held);
	count_gone(a);
	pthread_mutex_unlock(&a->lock.held);
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
	atomic_store_explicit(&a->awaited, true, memory_order_relaxed);
	pthread_cond_wait(&a->lock.done, &a->lock.held);
	atomic_store_explicit(&a->awaited, false, memory_order_relaxed);
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

static bool kids_left(const struct ahead_dir *d)
{
	for (size_t i = d->slice; i < d->n_slices; i++)
		if (d->slices[i].kid < d->slices[i].kids.n)
			return true;
	return false;
}

static void slices_free(struct ahead *a, struct ahead_dir *d)
{
	for (size_t i = 0; i < d->n_slices; i++) {
		struct ahead_slice *s = &d->slices[i];
		for (; s->kid < s->kids.n; s->kid++)
			ahead_dir_free(a, s->kids.p[s->kid].dir); /* as deep as AHEAD_DIRS at most */
		if (d->n_slices > 1) {
			VEC_FREE(&s->kids);
			VEC_FREE(&s->facts);
		}
	}
	if (d->n_slices > 1)
		free(d->slices);
	d->slices = NULL;
	d->n_slices = d->untaken = d->slice = d->plain = 0;
}

void ahead_dir_free(struct ahead *a, struct ahead_dir *d)
{
	void *block = a->started ? malloc(FOLDER_BLOCK) : NULL; /* the folder that goes gave it back, as a rule */
	lock(a);
	if (block && a->n_blocks < AHEAD_BLOCKS) {
		a->blocks[a->n_blocks++] = block;
		block = NULL;
	}
	count_gone(a);
	while (a->started && dir_is_worked_on(d))
		await_done(a);
	ahead_line_remove(a, d);
	bool waits = a->started && atomic_load_explicit(&d->state, memory_order_relaxed) == AHEAD_READ;
	if (waits || kids_left(d)) {
		unlock(a);
		if (waits)
			dir_arrived(a, d);
		slices_free(a, d);
		lock(a);
	}
	slices_free(a, d);
	struct folder *folder = d->folder, *up = d->up; /* read when nobody works on it any more */
	spare_put(a, &d->names);
	ahead_room_leave(a, d);
	unlock(a);
	free(block);
	folder_unref(folder);
	folder_unref(up);
}

void ahead_offer(struct ahead *a, struct ahead_dir *d)
{
	if (!a->started)
		return;
	slices_free(a, d);
	ahead_slices_make(d);
	if (!d->n_slices)
		return;
	pthread_mutex_lock(&a->lock.held);
	ahead_line_insert(a, d, a->first);
	if (a->idle && d->n_slices > 1)
		pthread_cond_signal(&a->lock.work);
	pthread_mutex_unlock(&a->lock.held);
}

static void slice_await(struct ahead *a, struct ahead_dir *d, struct ahead_slice *s)
{
	pthread_mutex_lock(&a->lock.held);
	if (atomic_load_explicit(&s->state, memory_order_relaxed) == SLICE_FREE &&
		!ahead_slice_take(a, &a->workers[0], d)) {
		d->untaken++; /* nobody can look: the walk does without */
		ahead_slice_done(a, d, s);
	}
	while (atomic_load_explicit(&s->state, memory_order_acquire) != SLICE_DONE)
		await_done(a);
	pthread_mutex_unlock(&a->lock.held);
}

struct ahead_dir *ahead_next(struct ahead *a, struct ahead_dir *d, size_t i, struct entry *e)
{
	if (!d->n_slices) {
		d->plain = SIZE_MAX;
		return NULL;
	}
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
	struct ahead_dir *kid = s->kid < s->kids.n && s->kids.p[s->kid].i == i ? s->kids.p[s->kid++].dir : NULL;
	if (!a->c.look)
		d->plain = s->kid < s->kids.n ? s->kids.p[s->kid].i : s->to;
	return kid;
}

bool ahead_has(struct ahead *a, struct ahead_dir *d)
{
	unsigned state = atomic_load_explicit(&d->state, memory_order_acquire);
	if (state == AHEAD_READ || state == AHEAD_OWN)
		return state == AHEAD_READ;
	pthread_mutex_lock(&a->lock.held);
	while (atomic_load_explicit(&d->state, memory_order_acquire) == AHEAD_BUSY)
		await_done(a);
	bool has = atomic_load_explicit(&d->state, memory_order_acquire) == AHEAD_READ;
	if (!has) {
		ahead_line_remove(a, d);
		atomic_store_explicit(&d->state, AHEAD_OWN, memory_order_relaxed);
	}
	pthread_mutex_unlock(&a->lock.held);
	return has;
}

bool ahead_take(struct ahead *a, struct ahead_dir *d, const struct entry *e)
{
	if (!ahead_has(a, d))
		return false;
	dir_arrived(a, d);
	return !a->c.stamped || stamp_holds(&d->stamp, d->folder->place, e->at, e->name, e->ino,
		d->names.at_end && !a->c.shut_later ? -1 : d->folder->fd, d->names.at_end);
}

bool ahead_close(struct ahead *a, struct folder *f)
{
	lock(a);
	bool used = atomic_load_explicit(&f->pending, memory_order_acquire) > 0;
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
		pthread_mutex_lock(&a->lock.held);
		taken = a->n_left < AHEAD_LEFT;
		if (taken)
			a->left[a->n_left++] = fd;
		if (taken && a->idle)
			pthread_cond_signal(&a->lock.work);
		pthread_mutex_unlock(&a->lock.held);
	}
	if (!taken)
		close(fd);
}
