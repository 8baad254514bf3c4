#include <string.h>

#include "ember/os/clock.h"
#include "walker.h"

#define WALK_SHARED 8       /* folders that wait in the shared list before workers keep theirs */
#define WALK_UNREAD 8       /* unread folders ... */
#define WALK_PAUSE_NS 200000 /* ... and time gone by before a second thread is worth its start */

static bool walk_worth_sharing(struct walk *w, size_t unread)
{
	if (w->max < 2 || unread < 2)
		return false;
	if (w->c->threads || atomic_load_explicit(&w->n_running, memory_order_relaxed) > 1)
		return atomic_load_explicit(&w->offered, memory_order_relaxed) < WALK_SHARED;
	return clock_ns(CLOCK_MONOTONIC) - w->began_ns > WALK_PAUSE_NS * (unread < WALK_UNREAD ? 5 : 1);
}

/* The oldest ones are the largest subtrees, and ours stay close together. */
void walk_share(struct walk_worker *me)
{
	struct walk *w = me->w;
	size_t half = me->local.n / 2;
	if (!walk_worth_sharing(w, me->local.n))
		return;
	pthread_mutex_lock(&w->lock);
	VEC_RESERVE(&w->shared, half);
	memcpy(w->shared.p + w->shared.n, me->local.p, half * sizeof(*me->local.p));
	w->shared.n += half;
	atomic_store_explicit(&w->offered, w->shared.n, memory_order_relaxed);
	if (w->waiting)
		pthread_cond_signal(&w->more);
	else if (pool_add(&w->pool, walk_work, w))
		atomic_fetch_add_explicit(&w->n_running, 1, memory_order_relaxed);
	pthread_mutex_unlock(&w->lock);
	me->local.n -= half;
	memmove(me->local.p, me->local.p + half, me->local.n * sizeof(*me->local.p));
}

/* The next of the own folders, of which there is one. */
static struct folder *walk_take(struct walk_worker *me)
{
	walk_list *l = &me->local;
	if (me->w->c->order != WALK_NEAREST)
		return l->p[--l->n];
	struct folder *f = l->p[me->oldest++];
	if (me->oldest * 2 > l->n) { /* half of the list is gone */
		l->n -= me->oldest;
		memmove(l->p, l->p + me->oldest, l->n * sizeof(*l->p));
		me->oldest = 0;
	}
	return f;
}

struct folder *walk_next(struct walk_worker *me)
{
	struct walk *w = me->w;
	struct folder *f = NULL;
	if (me->local.n)
		return walk_take(me);
	if (w->c->rest)
		w->c->rest(w->c->ctx, me->index);
	pthread_mutex_lock(&w->lock);
	while (!w->shared.n && !w->ended) {
		if (w->waiting + 1 == atomic_load_explicit(&w->n_running, memory_order_relaxed)) {
			w->ended = true;
			pthread_cond_broadcast(&w->more);
			break;
		}
		w->waiting++;
		pthread_cond_wait(&w->more, &w->lock);
		w->waiting--;
	}
	if (w->shared.n) {
		f = w->shared.p[--w->shared.n];
		atomic_store_explicit(&w->offered, w->shared.n, memory_order_relaxed);
		if (w->shared.n && w->waiting)
			pthread_cond_signal(&w->more);
	}
	pthread_mutex_unlock(&w->lock);
	return f;
}
