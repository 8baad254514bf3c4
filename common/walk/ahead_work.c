#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ahead_own.h"

#include "ember/base/mem.h"

/* ---- the line */

void ahead_line_insert(struct ahead *a, struct ahead_dir *d, struct ahead_dir *after)
{
	d->after = after;
	d->before = after ? after->before : a->last;
	*(d->before ? &d->before->after : &a->first) = d;
	*(after ? &after->before : &a->last) = d;
	d->in_line = true;
}

void ahead_line_remove(struct ahead *a, struct ahead_dir *d)
{
	if (!d->in_line)
		return;
	*(d->before ? &d->before->after : &a->first) = d->after;
	*(d->after ? &d->after->before : &a->last) = d->before;
	d->in_line = false;
}

/* ---- rooms: threads give back what others took, which the heap's own lists are slow at */

static struct ahead_room *room_of(struct ahead_dir *d)
{
	return (struct ahead_room *)(void *)d;
}

struct ahead_dir *ahead_room(struct ahead *a)
{
	struct ahead_dir *d = a->rooms;
	if (d) {
		a->rooms = d->after;
		a->n_rooms--;
		*d = (struct ahead_dir){ .slices = NULL };
		return d;
	}
	struct ahead_room *room = mem_zero(1, sizeof(*room));
	return &room->dir;
}

void ahead_room_fini(struct ahead_dir *d)
{
	struct ahead_room *room = room_of(d);
	VEC_FREE(&room->only.kids);
	VEC_FREE(&room->only.facts);
	free(room);
}

void ahead_room_leave(struct ahead *a, struct ahead_dir *d)
{
	struct ahead_room *room = room_of(d);
	VEC_FREE(&room->only.facts);
	if (a->n_rooms >= AHEAD_ROOMS || room->only.kids.cap > AHEAD_KIDS) {
		ahead_room_fini(d);
		return;
	}
	d->after = a->rooms;
	a->rooms = d;
	a->n_rooms++;
}

static struct ahead_dir *kid_new(struct ahead *a, struct ahead_dir *d, size_t i)
{
	struct ahead_dir *kid = ahead_room(a);
	kid->up = folder_ref(d->folder);
	kid->name = names_text(&d->names, &d->names.list.p[i]);
	kid->name_len = (uint32_t)names_len(&d->names, i);
	atomic_store_explicit(&kid->state, AHEAD_WAITS, memory_order_relaxed);
	return kid;
}

void ahead_slice_done(struct ahead *a, struct ahead_dir *d, struct ahead_slice *s)
{
	for (size_t i = 0; i < s->kids.n; i++) {
		s->kids.p[i].dir = kid_new(a, d, s->kids.p[i].i);
		ahead_line_insert(a, s->kids.p[i].dir, d);
	}
	if (s->kids.n > 0 && a->idle)
		pthread_cond_signal(&a->lock.work);
	/* Release: who sees it done sees what it holds. */
	atomic_store_explicit(&s->state, SLICE_DONE, memory_order_release);
	if (atomic_fetch_sub_explicit(&d->undone, 1, memory_order_relaxed) == 1)
		ahead_line_remove(a, d);
	if (atomic_load_explicit(&a->awaited, memory_order_relaxed))
		pthread_cond_signal(&a->lock.done);
}

/* ---- looking */

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
	if (e->have && !s->facts.cap)
		VEC_RESERVE(&s->facts, s->to - i);
	if (e->have)
		VEC_PUSH(&s->facts) = (struct ahead_fact){ .i = i, .have = e->have, .sx = e->sx };
}

/* Without the lock; the slice is ours and the folder's descriptor stays. */
static void slice_run(struct ahead *a, struct ahead_worker *me, struct ahead_dir *d, struct ahead_slice *s)
{
	bool deeper = d->folder->depth + 1 < a->c.max_depth;
	bool look = a->c.look != NULL;
	const struct name *list = d->names.list.p;
	if (look)
		folder_path(d->folder, &me->path);
	for (size_t i = s->from, to = s->to; i < to; i++) {
		bool enter = deeper && list[i].type == DT_DIR;
		if (look)
			slice_look(a, me, d, s, i, &enter);
		if (enter)
			VEC_PUSH(&s->kids) = (struct ahead_kid){ i, NULL };
	}
}

void ahead_slices_make(struct ahead_dir *d)
{
	size_t n = d->names.end - d->names.next;
	d->slice = d->untaken = d->plain = 0;
	d->n_slices = (n + AHEAD_SLICE - 1) / AHEAD_SLICE;
	atomic_store_explicit(&d->undone, d->n_slices, memory_order_relaxed);
	if (!d->n_slices)
		return;
	if (d->n_slices == 1) {
		d->slices = &room_of(d)->only;
		d->slices->fact = d->slices->kid = d->slices->facts.n = d->slices->kids.n = 0;
		atomic_store_explicit(&d->slices->state, SLICE_FREE, memory_order_relaxed);
	} else {
		d->slices = mem_zero(d->n_slices, sizeof(*d->slices));
	}
	for (size_t i = 0; i < d->n_slices; i++) {
		d->slices[i].from = d->names.next + i * AHEAD_SLICE;
		d->slices[i].to = d->slices[i].from + AHEAD_SLICE;
	}
	d->slices[d->n_slices - 1].to = d->names.end;
}

bool ahead_slice_take(struct ahead *a, struct ahead_worker *me, struct ahead_dir *d)
{
	if (d->folder->fd < 0 && !a->c.names_only)
		return false;
	struct ahead_slice *s = &d->slices[d->untaken++];
	atomic_store_explicit(&s->state, SLICE_BUSY, memory_order_relaxed);
	atomic_fetch_add_explicit(&d->folder->pending, 1, memory_order_relaxed);
	pthread_mutex_unlock(&a->lock.held);
	slice_run(a, me, d, s);
	pthread_mutex_lock(&a->lock.held);
	atomic_fetch_sub_explicit(&d->folder->pending, 1, memory_order_relaxed);
	ahead_slice_done(a, d, s);
	return true;
}

/* ---- reading */

struct names ahead_spare(struct ahead *a)
{
	return a->spare.n ? a->spare.p[--a->spare.n] : (struct names){ 0 };
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
	if (!d->names.text.cap) { /* such room serves many directories, one after the other */
		buf_reserve(&d->names.text, AHEAD_TEXT);
		VEC_RESERVE(&d->names.list, AHEAD_NAMES);
	}
	if (names_fill(&d->names, &me->batch, fd, &e) != 0) {
		close(fd); /* the walk will meet the error itself */
		names_fini(&d->names);
		return false;
	}
	d->folder = folder_new_in(d->block, d->up, (struct str){ d->name, d->name_len });
	d->block = NULL;
	d->folder->fd = dir_keep(a, &d->names, fd);
	d->folder->place = d->up->place; /* no mount lies between the two */
	ahead_slices_make(d);
	d->bytes = d->names.list.cap * sizeof(struct name) + d->names.text.cap;
	return true;
}

static bool ahead_enough(const struct ahead *a)
{
	return a->dirs >= a->c.max_dirs || a->bytes >= AHEAD_BYTES;
}

/* With the lock: `d` is to be read by this thread. */
static void dir_begin(struct ahead *a, struct ahead_dir *d)
{
	atomic_store_explicit(&d->state, AHEAD_BUSY, memory_order_relaxed);
	atomic_fetch_add_explicit(&d->up->pending, 1, memory_order_relaxed);
	a->dirs++;
	d->names = ahead_spare(a);
	d->block = a->n_blocks ? a->blocks[--a->n_blocks] : NULL;
}

/* Without it. */
static bool dir_work(struct ahead *a, struct ahead_worker *me, struct ahead_dir *d, int at)
{
	bool ok = dir_read(a, me, d, at);
	if (ok && d->n_slices == 1) {
		struct ahead_slice *s = &d->slices[d->untaken++];
		slice_run(a, me, d, s);
		d->bytes += s->facts.cap * sizeof(*s->facts.p);
	}
	free(d->block);
	d->block = NULL;
	return ok;
}

/* With the lock. */
static void dir_end(struct ahead *a, struct ahead_dir *d, bool ok)
{
	atomic_fetch_sub_explicit(&d->up->pending, 1, memory_order_relaxed);
	if (ok)
		a->bytes += d->bytes;
	else
		a->dirs--;
	if (ok && d->n_slices == 1)
		ahead_slice_done(a, d, d->slices);
	else if (!ok || !d->n_slices)
		ahead_line_remove(a, d);
	/* Release: who sees it read sees its names. */
	atomic_store_explicit(&d->state, ok ? AHEAD_READ : AHEAD_OWN, memory_order_release);
	if (atomic_load_explicit(&a->awaited, memory_order_relaxed))
		pthread_cond_signal(&a->lock.done);
}

/* With the lock; it is given back while reading. */
static void dir_take(struct ahead *a, struct ahead_worker *me, struct ahead_dir *d)
{
	struct folder *up = d->up;
	struct ahead_dir *run[AHEAD_RUN];
	bool ok[AHEAD_RUN];
	unsigned n = 0, done = 0;
	int at = up->fd;
	if (at < 0) { /* closed to make room: the walk opens it again when it is there */
		ahead_line_remove(a, d);
		atomic_store_explicit(&d->state, AHEAD_OWN, memory_order_release);
		return;
	}
	unsigned most = me == a->workers ? 1 : AHEAD_RUN; /* the walk has something better to do */
	do {
		dir_begin(a, d);
		run[n++] = d;
		d = d->after;
	} while (n < most && d && d->up == up && !ahead_enough(a) &&
		atomic_load_explicit(&d->state, memory_order_relaxed) == AHEAD_WAITS);
	while (done < n) {
		unsigned from = done;
		pthread_mutex_unlock(&a->lock.held);
		do {
			ok[done] = dir_work(a, me, run[done], at);
			done++;
		} while (done < n && !atomic_load_explicit(&a->awaited, memory_order_relaxed));
		pthread_mutex_lock(&a->lock.held);
		for (; from < done; from++)
			dir_end(a, run[from], ok[from]);
	}
}

bool ahead_step(struct ahead *a, struct ahead_worker *me)
{
	for (struct ahead_dir *d = a->first; d; d = d->after) {
		unsigned state = atomic_load_explicit(&d->state, memory_order_relaxed);
		if (state == AHEAD_WAITS) {
			if (ahead_enough(a)) {
				a->full = true;
				return false;
			}
			dir_take(a, me, d);
			return true;
		}
		if (state != AHEAD_BUSY && d->untaken < d->n_slices && ahead_slice_take(a, me, d))
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
	pthread_mutex_unlock(&a->lock.held);
	close(fd);
	pthread_mutex_lock(&a->lock.held);
	return true;
}

void ahead_work(void *ctx, unsigned index)
{
	struct ahead *a = ctx;
	struct ahead_worker *me = &a->workers[index];
	pthread_mutex_lock(&a->lock.held);
	while (!a->stop) {
		if (ahead_step(a, me) || ahead_shut(a))
			continue;
		a->idle++;
		pthread_cond_wait(&a->lock.work, &a->lock.held);
		a->idle--;
	}
	pthread_mutex_unlock(&a->lock.held);
}
