#include "results.h"

#include "ember/base/sort.h"
#include "ember/os/clock.h"

#define RESULTS_BLOCK 65536 /* bytes that are handed on at once (W8) */
#define RESULTS_WAIT_MS 10  /* what waits longer is handed on when the worker rests */

int64_t results_now_ms(void)
{
	return clock_ns(CLOCK_MONOTONIC_COARSE) / 1000000;
}

void results_init(struct results *r, struct out *out, bool eager, unsigned window_ms,
	struct fd_sort sort, uint64_t max)
{
	*r = (struct results){ .out = out, .eager = eager, .sort = sort, .max = sort.on ? max : 0 };
	if (!sort.on)
		r->sort = (struct fd_sort){ .by = FD_SORT_PATH };
	r->until_ms = sort.on ? INT64_MAX : results_now_ms() + window_ms;
	r->streaming = !sort.on && window_ms == 0;
	pthread_mutex_init(&r->lock, NULL);
}

void results_fini(struct results *r)
{
	buf_fini(&r->text);
	buf_fini(&r->keys);
	VEC_FREE(&r->recs);
	pthread_mutex_destroy(&r->lock);
}

void results_lane_fini(struct results_lane *lane)
{
	buf_fini(&lane->text);
	buf_fini(&lane->keys);
	VEC_FREE(&lane->recs);
}

static void results_write(struct results *r, struct buf *text)
{
	out_str(r->out, buf_view(text));
	if (r->eager)
		out_flush(r->out);
	if (r->out->err)
		atomic_store_explicit(&r->broken, true, memory_order_relaxed);
	buf_clear(text);
}

/* Under the lock: the window's results go out in the order they came in. */
static void results_stream(struct results *r)
{
	results_write(r, &r->text);
	buf_clear(&r->keys);
	r->recs.n = 0;
	/* Relaxed: a lane that sees it late hands its records on under the lock all the same. */
	atomic_store_explicit(&r->streaming, true, memory_order_relaxed);
}

static void results_join(struct results *r, const struct results_lane *lane)
{
	for (size_t i = 0; i < lane->recs.n; i++) {
		struct result one = lane->recs.p[i];
		one.text += r->text.n;
		one.key += r->keys.n;
		VEC_PUSH(&r->recs) = one;
	}
	buf_str(&r->text, buf_view(&lane->text));
	buf_str(&r->keys, buf_view(&lane->keys));
}

static void results_hand_on(struct results *r, struct results_lane *lane)
{
	pthread_mutex_lock(&r->lock);
	if (atomic_load_explicit(&r->streaming, memory_order_relaxed)) {
		results_write(r, &lane->text);
	} else {
		results_join(r, lane);
		if (!r->sort.on && (r->recs.n > RESULTS_WINDOW || results_now_ms() >= r->until_ms))
			results_stream(r);
	}
	pthread_mutex_unlock(&r->lock);
	buf_clear(&lane->text);
	buf_clear(&lane->keys);
	lane->recs.n = 0;
}

struct buf *results_open(struct results_lane *lane)
{
	if (!lane->text.n)
		lane->since_ms = results_now_ms();
	lane->open = lane->text.n;
	return &lane->text;
}

void results_close(struct results *r, struct results_lane *lane, struct entry *e)
{
	if (!atomic_load_explicit(&r->streaming, memory_order_relaxed)) {
		VEC_PUSH(&lane->recs) = (struct result){ .text = lane->open,
			.text_n = lane->text.n - lane->open,
			.key = lane->keys.n,
			.key_n = e->path.n };
		if (r->sort.on)
			lane->recs.p[lane->recs.n - 1].fact = fd_sort_key(r->sort.by, e);
		buf_str(&lane->keys, e->path);
		if (lane->recs.n > RESULTS_WINDOW)
			results_hand_on(r, lane);
	} else if (lane->text.n >= RESULTS_BLOCK) {
		results_hand_on(r, lane);
	}
}

void results_rest(struct results *r, struct results_lane *lane)
{
	if (atomic_load_explicit(&r->streaming, memory_order_relaxed)) {
		if (lane->text.n &&
			(r->eager || results_now_ms() - lane->since_ms >= RESULTS_WAIT_MS))
			results_hand_on(r, lane);
	} else if (lane->recs.n >= RESULTS_WINDOW / 4 || results_now_ms() >= r->until_ms) {
		results_hand_on(r, lane);
	}
}

static int results_cmp(const void *a, const void *b, void *ctx)
{
	const struct result *x = a, *y = b;
	const struct results *r = ctx;
	const char *keys = r->keys.p;
	return fd_sort_cmp(r->sort, &x->fact, (struct str){ keys + x->key, x->key_n }, &y->fact,
		(struct str){ keys + y->key, y->key_n });
}

void results_leave(struct results *r, struct results_lane *lane)
{
	if (lane->text.n)
		results_hand_on(r, lane);
}

void results_each(struct results *r, void (*each)(void *ctx, struct str record), void *ctx)
{
	sort_stable(r->recs.p, r->recs.n, sizeof(*r->recs.p), results_cmp, r);
	for (size_t i = 0; i < r->recs.n && (!r->max || i < r->max); i++)
		each(ctx, (struct str){ r->text.p + r->recs.p[i].text, r->recs.p[i].text_n });
}

static void results_put(void *ctx, struct str record)
{
	out_str(ctx, record);
}

void results_finish(struct results *r)
{
	if (!atomic_load_explicit(&r->streaming, memory_order_relaxed))
		results_each(r, results_put, r->out);
	out_flush(r->out);
}
