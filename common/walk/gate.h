/* gate: whether an open folder is to be read at all: file systems, and folders that were read before. */
#ifndef EMBER_WALK_GATE_H
#define EMBER_WALK_GATE_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#include "ember/walk/walk.h"

struct gate_seen {
	uint64_t dev, ino;
};

/* All-zero but for the lock is empty. Threads: all workers of a walk share one. */
struct gate {
	pthread_mutex_t lock;   /* guards seen, n, cap */
	struct gate_seen *seen; /* open addressing; ino 0 and dev 0 = free */
	size_t n, cap;
};

void gate_init(struct gate *g);
void gate_fini(struct gate *g);

/*
 * Identify f through its descriptor where the walk needs it (loops, other devices, --unique), and
 * say whether it is to be read.
 */
bool gate_open(struct gate *g, const struct walk_conf *c, struct folder *f, int fd);

#endif
