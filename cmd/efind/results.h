/* results: how fd's results reach standard output: gathered and sorted at first, then as they come. */
#ifndef EMBER_CMD_EFIND_RESULTS_H
#define EMBER_CMD_EFIND_RESULTS_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/buf.h"
#include "ember/base/out.h"
#include "ember/base/str.h"
#include "ember/base/vec.h"
#include "ember/expr/fd_sort.h"

#define RESULTS_WINDOW 1000 /* results that are gathered and sorted, at most (spec efind O8) */

struct result {
	struct fd_sort_key fact;
	size_t text, text_n; /* in results.text or lane.text */
	size_t key, key_n;   /* the raw path, for sorting */
};

/* What one worker has printed and not handed on: whole records only. */
struct results_lane {
	struct buf text, keys;
	VEC(struct result) recs;
	int64_t since_ms; /* when the oldest record was added */
	size_t open;      /* where the record being printed starts */
};

struct results {
	struct out *out;
	bool eager; /* output is a terminal: nothing waits */
	struct fd_sort sort;    /* on: all results are held, else the window's are by path */
	uint64_t max;           /* sorted: results that are shown, 0 = all */
	int64_t until_ms;
	_Atomic bool streaming; /* the window is over; set under the lock */
	_Atomic bool broken;    /* output failed; out->err tells */
	pthread_mutex_t lock;   /* guards out, text, keys, recs */
	struct buf text, keys;
	VEC(struct result) recs;
};

/* `sort` as asked for; without it results are sorted by path while the window is open. */
void results_init(struct results *r, struct out *out, bool eager, unsigned window_ms,
	struct fd_sort sort, uint64_t max);
void results_fini(struct results *r);

/* Print one record: append its bytes to what results_open returns, then close it with its path. */
struct buf *results_open(struct results_lane *lane);
void results_close(struct results *r, struct results_lane *lane, struct entry *e);

/* The worker rests: hand on what waits too long. */
void results_rest(struct results *r, struct results_lane *lane);
/* After the walk: hand on all that a lane has, then show all that was gathered, sorted. */
void results_leave(struct results *r, struct results_lane *lane);
/* Instead of results_finish: the records, sorted, one call each. */
void results_each(struct results *r, void (*each)(void *ctx, struct str record), void *ctx);
void results_finish(struct results *r);
void results_lane_fini(struct results_lane *lane);

int64_t results_now_ms(void);

#endif
