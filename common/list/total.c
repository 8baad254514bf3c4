#include "ember/list/total.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "ember/base/map.h"
#include "ember/base/mem.h"
#include "ember/base/sort.h"
#include "ember/base/vec.h"
#include "ember/os/dir.h"
#include "ember/os/pool.h"
#include "ember/os/stat.h"

#define TOTAL_ALONE 2000 /* entries that one thread reads before others are started */
#define TOTAL_NEED (STAT_NLINK | STAT_SIZE | STAT_BLOCKS | STAT_INO)

/* A folder that waits. */
struct total_job {
	struct total_state *of;
	char *path;
	uint64_t dev; /* of the folder it was found in */
};

struct total_failure {
	char *path;
	int num;
};

/* Numbers of the files that have several links: what was counted once. */
struct total_state {
	struct total_root *root;
	struct map seen;
	VEC(char *) keys;
};

/* `lock` guards all that follows it, and what the states point to. */
struct total {
	const struct total_conf *conf;
	unsigned max;
	struct pool pool;
	pthread_mutex_t lock;
	pthread_cond_t more;
	VEC(struct total_job) jobs;
	VEC(struct total_failure) failures;
	unsigned busy; /* threads that may still add jobs */
	size_t read;   /* entries so far */
};

static void *total_copy(const void *p, size_t n)
{
	char *copy = mem_alloc(n);
	memcpy(copy, p, n);
	return copy;
}

/* What one folder adds up to, before it is handed over. */
struct total_part {
	uint64_t size;
	size_t entries;
	VEC(struct total_job) jobs;
	VEC(struct stat_facts) linked; /* files of several links */
};

static void total_add(uint64_t *sum, uint64_t more)
{
	if (__builtin_add_overflow(*sum, more, sum))
		*sum = UINT64_MAX;
}

static uint64_t total_weight(const struct total_conf *c, const struct stat_facts *s)
{
	return c->blocks ? s->blocks * 512 : s->size;
}

static void total_fail(struct total *t, struct total_state *state, const char *path, int num)
{
	pthread_mutex_lock(&t->lock);
	state->root->partial = true;
	VEC_PUSH(&t->failures) =
		(struct total_failure){ total_copy(path, strlen(path) + 1), num };
	pthread_mutex_unlock(&t->lock);
}

static void total_entry(
	struct total *t, struct total_part *part, const struct total_job *job, int fd, uint64_t dev, const struct dir_name *name)
{
	struct stat_facts s = { .mode = S_IFDIR };
	/* A folder is asked when it is opened. */
	int num = name->type == DT_DIR ? 0 : stat_at(&s, fd, name->name, false, TOTAL_NEED);
	if (num == ENOENT)
		return; /* gone since it was read */
	size_t path_n = strlen(job->path);
	bool slash = path_n && job->path[path_n - 1] == '/';
	if (num == 0 && (s.mode & S_IFMT) != S_IFDIR) {
		if (s.nlink > 1)
			VEC_PUSH(&part->linked) = s;
		else
			total_add(&part->size, total_weight(t->conf, &s));
		return;
	}
	char *path = mem_alloc(path_n + name->len + 2);
	memcpy(path, job->path, path_n);
	path[path_n] = '/';
	memcpy(path + path_n + !slash, name->name, name->len + 1);
	if (num) {
		total_fail(t, job->of, path, num);
		free(path);
		return;
	}
	VEC_PUSH(&part->jobs) = (struct total_job){ job->of, path, dev };
}

/* A file system without an end, or one that looking at would mount. */
static bool total_is_virtual(int fd)
{
	struct statfs fs;
	return fstatfs(fd, &fs) == 0 &&
		(fs.f_type == PROC_SUPER_MAGIC || fs.f_type == SYSFS_MAGIC ||
			fs.f_type == AUTOFS_SUPER_MAGIC);
}

/* Whether the folder open at fd is to be read; its own weight is counted. */
static bool total_enter(struct total *t, struct total_part *part, const struct total_job *job, int fd, uint64_t *dev)
{
	struct stat_facts s;
	int num = stat_fd(&s, fd, TOTAL_NEED);
	if (num) {
		total_fail(t, job->of, job->path, num);
		return false;
	}
	bool crossed = job->dev && s.dev != job->dev;
	*dev = s.dev;
	if (crossed && t->conf->one_fs)
		return false;
	total_add(&part->size, total_weight(t->conf, &s));
	return !((crossed || !job->dev) && total_is_virtual(fd));
}

static void total_folder(struct total *t, struct total_part *part, const struct total_job *job, struct dir_batch *batch)
{
	struct err e = { 0 };
	uint64_t dev = 0;
	int fd = dir_open_path(AT_FDCWD, str_from(job->path), true, &e);
	if (fd < 0) {
		struct stat_facts s;
		if (e.num == ENOENT && job->dev) /* gone since it was read */
			return;
		if (stat_at(&s, AT_FDCWD, job->path, false, TOTAL_NEED) == 0)
			total_add(&part->size, total_weight(t->conf, &s));
		total_fail(t, job->of, job->path, e.num);
		return;
	}
	if (total_enter(t, part, job, fd, &dev)) {
		do {
			struct dir_name name;
			if (dir_fill(batch, fd, &e) != 0 && e.num != ENOENT)
				total_fail(t, job->of, job->path, e.num);
			while (dir_next(batch, &name)) {
				total_entry(t, part, job, fd, dev, &name);
				part->entries++;
			}
		} while (!batch->end && e.num == 0);
	}
	close(fd);
}

/* Not counted for this root yet? Called with the lock held. */
static bool total_is_new(struct total_state *state, const struct stat_facts *s)
{
	uint64_t key[2] = { s->dev, s->ino };
	struct str text = { (const char *)key, sizeof(key) };
	if (map_get(&state->seen, text, NULL))
		return false;
	char *copy = total_copy(key, sizeof(key));
	VEC_PUSH(&state->keys) = copy;
	map_put(&state->seen, (struct str){ copy, sizeof(key) }, 1);
	return true;
}

static void total_work(void *ctx, unsigned index);

/* Hand the folder's sums and subfolders over. Called with the lock held. */
static void total_take(struct total *t, struct total_part *part, struct total_state *state)
{
	for (size_t i = 0; i < part->linked.n; i++)
		if (total_is_new(state, &part->linked.p[i]))
			total_add(&part->size, total_weight(t->conf, &part->linked.p[i]));
	total_add(&state->root->size, part->size);
	for (size_t i = 0; i < part->jobs.n; i++)
		VEC_PUSH(&t->jobs) = part->jobs.p[i];
	t->read += part->entries;
	part->size = part->entries = part->jobs.n = part->linked.n = 0;
	if (t->jobs.n > 1 && t->read > TOTAL_ALONE && t->pool.n + 1 < t->max)
		pool_add(&t->pool, total_work, t);
	if (t->jobs.n)
		pthread_cond_broadcast(&t->more);
}

static void total_work(void *ctx, unsigned index)
{
	struct total *t = ctx;
	struct total_part part = { .size = 0 };
	struct dir_batch batch = { 0 };
	(void)index;
	pthread_mutex_lock(&t->lock);
	for (;;) {
		while (t->jobs.n == 0 && t->busy)
			pthread_cond_wait(&t->more, &t->lock);
		if (t->jobs.n == 0)
			break;
		struct total_job job = t->jobs.p[--t->jobs.n];
		t->busy++;
		pthread_mutex_unlock(&t->lock);
		total_folder(t, &part, &job, &batch);
		free(job.path);
		pthread_mutex_lock(&t->lock);
		total_take(t, &part, job.of);
		if (--t->busy == 0 && t->jobs.n == 0)
			pthread_cond_broadcast(&t->more);
	}
	pthread_mutex_unlock(&t->lock);
	VEC_FREE(&part.jobs);
	VEC_FREE(&part.linked);
	dir_batch_fini(&batch);
}

static int total_by_path(const void *a, const void *b, void *ctx)
{
	const struct total_failure *x = a, *y = b;
	(void)ctx;
	return strcmp(x->path, y->path);
}

void total_sum(const struct total_conf *c, struct total_root *roots, size_t n)
{
	struct total t = { .conf = c, .max = c->threads ? c->threads : pool_default() };
	struct total_state *states = mem_zero(n + 1, sizeof(*states));
	pthread_mutex_init(&t.lock, NULL);
	pthread_cond_init(&t.more, NULL);
	pool_init(&t.pool, t.max);
	for (size_t i = n; i-- > 0;) {
		roots[i].size = 0;
		roots[i].partial = false;
		states[i].root = &roots[i];
		VEC_PUSH(&t.jobs) = (struct total_job){ &states[i],
			total_copy(roots[i].path, strlen(roots[i].path) + 1), 0 };
	}
	total_work(&t, 0);
	pool_join(&t.pool);
	sort_stable(t.failures.p, t.failures.n, sizeof(*t.failures.p), total_by_path, NULL);
	for (size_t i = 0; i < t.failures.n; i++) {
		if (c->say)
			c->say(c->ctx, str_from(t.failures.p[i].path), t.failures.p[i].num);
		free(t.failures.p[i].path);
	}
	for (size_t i = 0; i < n; i++) {
		map_fini(&states[i].seen);
		for (size_t k = 0; k < states[i].keys.n; k++)
			free(states[i].keys.p[k]);
		VEC_FREE(&states[i].keys);
	}
	free(states);
	VEC_FREE(&t.jobs);
	VEC_FREE(&t.failures);
	pthread_cond_destroy(&t.more);
	pthread_mutex_destroy(&t.lock);
}
