#include "ember/os/pool.h"

#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "ember/base/def.h"
#include "ember/base/mem.h"

#define POOL_STACK (256 * 1024)
#define POOL_USUAL 8

struct pool_thread {
	pthread_t id;
	void (*run)(void *ctx, unsigned index);
	void *ctx;
	unsigned index;
};

void pool_init(struct pool *p, unsigned max)
{
	*p = (struct pool){ .max = max < POOL_MAX ? max : POOL_MAX };
}

static void *pool_enter(void *arg)
{
	struct pool_thread *t = arg;
	t->run(t->ctx, t->index);
	return NULL;
}

static int pool_start(struct pool_thread *t)
{
	sigset_t all, was;
	pthread_attr_t attr;
	sigfillset(&all);
	pthread_attr_init(&attr);
	pthread_attr_setstacksize(&attr, POOL_STACK);
	pthread_sigmask(SIG_SETMASK, &all, &was);
	int failed = pthread_create(&t->id, &attr, pool_enter, t);
	pthread_sigmask(SIG_SETMASK, &was, NULL);
	pthread_attr_destroy(&attr);
	return failed;
}

bool pool_add(struct pool *p, void (*run)(void *ctx, unsigned index), void *ctx)
{
	if (p->n + 1 >= p->max)
		return false;
	if (!p->threads) /* never moved: the threads point into it */
		p->threads = mem_zero(p->max, sizeof(*p->threads));
	struct pool_thread *t = &p->threads[p->n];
	*t = (struct pool_thread){ .run = run, .ctx = ctx, .index = p->n + 1 };
	if (pool_start(t) != 0) {
		p->max = p->n + 1; /* the system has no more: do not ask again */
		return false;
	}
	p->n++;
	return true;
}

void pool_join(struct pool *p)
{
	for (unsigned i = 0; i < p->n; i++)
		pthread_join(p->threads[i].id, NULL);
	free(p->threads);
	p->threads = NULL;
	p->n = 0;
}

void pool_lock_init(struct pool_lock *l, bool brief)
{
	pthread_mutexattr_t attr;
	pthread_mutexattr_init(&attr);
#ifdef __GLIBC__
	if (brief)
		pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_ADAPTIVE_NP);
#else
	(void)brief;
#endif
	pthread_mutex_init(&l->held, &attr);
	pthread_mutexattr_destroy(&attr);
	pthread_cond_init(&l->work, NULL);
	pthread_cond_init(&l->done, NULL);
}

void pool_lock_fini(struct pool_lock *l)
{
	pthread_cond_destroy(&l->work);
	pthread_cond_destroy(&l->done);
	pthread_mutex_destroy(&l->held);
}

unsigned pool_default(void)
{
	cpu_set_t set;
	if (sched_getaffinity(0, sizeof(set), &set) != 0)
		return POOL_USUAL; /* more processors than a cpu_set_t names */
	int n = CPU_COUNT(&set);
	return n < 1 ? 1 : n > POOL_USUAL ? POOL_USUAL : (unsigned)n;
}

struct pool_split {
	_Atomic size_t next;
	size_t n, step;
	void (*run)(void *ctx, size_t from, size_t to);
	void *ctx;
};

static void pool_take(void *arg, unsigned index)
{
	struct pool_split *s = arg;
	(void)index;
	for (;;) {
		/* Relaxed: pthread_create and join order everything else. */
		size_t from = atomic_fetch_add_explicit(&s->next, s->step, memory_order_relaxed);
		if (from >= s->n)
			return;
		size_t left = s->n - from;
		s->run(s->ctx, from, from + (left < s->step ? left : s->step));
	}
}

void pool_ranges(unsigned max, size_t n, size_t least,
	void (*run)(void *ctx, size_t from, size_t to), void *ctx)
{
	if (!n)
		return;
	if (!least)
		least = 1;
	size_t workers = (n + least - 1) / least;
	if (workers > max)
		workers = max ? max : 1;
	size_t step = n / (workers * 4);
	struct pool_split s = {
		.n = n, .step = step > least ? step : least, .run = run, .ctx = ctx
	};
	struct pool p;
	pool_init(&p, (unsigned)workers);
	for (size_t i = 1; i < workers; i++)
		if (!pool_add(&p, pool_take, &s))
			break;
	pool_take(&s, 0);
	pool_join(&p);
}
