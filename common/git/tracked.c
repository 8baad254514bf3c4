#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#include "ember/git/repo.h"
#include "ember/os/pool.h"

#define TRACKED_DEPTH 256         /* folders inside folders that are looked into */
#define TRACKED_DEADLINE_EVERY 64 /* files between two looks at the clock */
#define TRACKED_THREADS_FROM 5000 /* with fewer files, starting threads costs more than they save (spec els Y31) */
#define TRACKED_RANGE 2500        /* and each of them is to have so many */

/* Folders opened on the way to the one at hand, so that no link on the way is followed. */
struct tracked_chain {
	int top;
	int fds[TRACKED_DEPTH];
	size_t ends[TRACKED_DEPTH]; /* length of the folder's path, with its '/' */
	size_t n;
	char path[INDEX_PATH_MAX];
};

/* What the threads share: letters[i] belongs to the one whose range has i, all else is only read. */
struct tracked_work {
	struct repo *repo;
	struct index_list list;
	char *letters;
	char which;
	bool timed;
	atomic_bool late; /* relaxed: a hint that the time is over, seen by the others sooner or later */
};

static void chain_cut(struct tracked_chain *c, size_t n)
{
	while (c->n > n)
		close(c->fds[--c->n]);
}

/* A descriptor of the folder "a/b/" ("" = top). -1 and errno: it is not to be had, or a link is on the way (ENOTDIR). */
static int chain_to(struct tracked_chain *c, struct str folder)
{
	while (c->n &&
		!(c->ends[c->n - 1] <= folder.n &&
			memcmp(c->path, folder.p, c->ends[c->n - 1]) == 0))
		chain_cut(c, c->n - 1);
	size_t at = c->n ? c->ends[c->n - 1] : 0;
	while (at < folder.n) {
		char name[NAME_MAX + 1];
		struct str rest = str_sub(folder, at, folder.n), part = str_cut(&rest, '/');
		if (c->n == TRACKED_DEPTH || part.n > NAME_MAX) {
			errno = ENAMETOOLONG;
			return -1;
		}
		memcpy(name, part.p, part.n);
		name[part.n] = '\0';
		int fd = openat(c->n ? c->fds[c->n - 1] : c->top, name,
			O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
		if (fd < 0)
			return -1;
		memcpy(c->path + at, folder.p + at, part.n + 1);
		at += part.n + 1;
		c->fds[c->n] = fd;
		c->ends[c->n++] = at;
	}
	return c->n ? c->fds[c->n - 1] : c->top;
}

/* 0, unless `ask`: the glance does not decide. */
static char tracked_file(struct repo *r, struct tracked_chain *c, const struct index_entry *e, bool ask)
{
	size_t slash = str_rchr(e->path, '/'), from = slash == STR_NONE ? 0 : slash + 1;
	if (e->mode == INDEX_TREE)
		return '-'; /* a folder that a sparse checkout left out */
	int fd = chain_to(c, str_sub(e->path, 0, from));
	if (fd < 0)
		return repo_missing(e, errno);
	const char *name = e->path.p + from;
	return ask ? repo_compare(r, e, fd, name) : repo_glance(r, e, fd, name);
}

static bool tracked_late(struct tracked_work *w)
{
	if (!w->timed)
		return false;
	if (!atomic_load_explicit(&w->late, memory_order_relaxed) && repo_late(w->repo->git))
		atomic_store_explicit(&w->late, true, memory_order_relaxed);
	return atomic_load_explicit(&w->late, memory_order_relaxed);
}

static void tracked_glance(void *ctx, size_t from, size_t to)
{
	struct tracked_work *w = ctx;
	struct tracked_chain c;
	unsigned n = 0;
	bool late = false;
	c.top = w->repo->top_fd;
	c.n = 0;
	for (size_t i = from; i < to; i++) {
		if (w->letters[i] != w->which)
			continue;
		if (n++ % TRACKED_DEADLINE_EVERY == 0)
			late = tracked_late(w);
		w->letters[i] = late ? '~' : tracked_file(w->repo, &c, &w->list.p[i], false);
	}
	chain_cut(&c, 0);
}

static void tracked_ask(struct tracked_work *w)
{
	struct tracked_chain c;
	c.top = w->repo->top_fd;
	c.n = 0;
	for (size_t i = 0; i < w->list.n; i++)
		if (!w->letters[i])
			w->letters[i] = tracked_late(w) ? '~' : tracked_file(w->repo, &c, &w->list.p[i], true);
	chain_cut(&c, 0);
}

void repo_tracked(struct repo *r, struct index_list list, char *letters, char which, bool timed)
{
	struct tracked_work w = { .repo = r, .list = list, .letters = letters, .which = which, .timed = timed };
	size_t n = 0;
	for (size_t i = 0; i < list.n; i++)
		n += letters[i] == which;
	if (n == 0)
		return;
	repo_late(r->git); /* the time starts with the first question, and not in a thread */
	unsigned threads = n < TRACKED_THREADS_FROM ? 1 : pool_default();
	pool_ranges(threads, list.n, TRACKED_RANGE, tracked_glance, &w);
	tracked_ask(&w);
}
