/* pool: the only place that starts threads. */
#ifndef EMBER_OS_POOL_H
#define EMBER_OS_POOL_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#define POOL_MAX 256 /* threads a pool may have, the caller's included */

/* A handful of threads that are started one by one, when there is work for them. */
struct pool {
	unsigned n, max;
	struct pool_thread *threads; /* n of them */
};

/*
 * Threads: the pool itself is used by one thread at a time (callers lock where several add).
 * `max` counts the caller, who works too: pool_add starts at most max - 1 threads.
 */
void pool_init(struct pool *p, unsigned max);
/*
 * Start one more thread: run(ctx, index) with index 1, 2, ... (the caller is 0). False when the
 * pool is full or the system refuses; the caller then simply goes on with those it has. Signals
 * stay with the caller's thread: the new one blocks all.
 */
bool pool_add(struct pool *p, void (*run)(void *ctx, unsigned index), void *ctx);
/* Wait for all to return, and free the pool's memory. */
void pool_join(struct pool *p);

/* What the threads of a pool meet at: a lock, and what those who hold it wait for. */
struct pool_lock {
	pthread_mutex_t held;
	pthread_cond_t work, done; /* there is some; some was done */
};

/*
 * `brief`: it is never held for longer than it takes to sleep and be woken. Errors: none.
 * Threads: of both, one alone, before the others know it and when they are gone.
 */
void pool_lock_init(struct pool_lock *l, bool brief);
void pool_lock_fini(struct pool_lock *l);

/* Processors this process may run on, at most 8; at least 1 (spec efind W7). */
unsigned pool_default(void);

/*
 * Split [0, n) into ranges of at least `least` and run them on up to `max` threads, the caller's
 * among them; returns when all are done. run must only touch what belongs to its range.
 */
void pool_ranges(unsigned max, size_t n, size_t least,
	void (*run)(void *ctx, size_t from, size_t to), void *ctx);

#endif
