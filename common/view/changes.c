#include "ember/view/changes.h"

#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/base/mem.h"
#include "ember/base/out.h"
#include "ember/os/pool.h"

const char *changes_path(struct arena *a, const char *path)
{
	char real[PATH_MAX];
	struct stat sb;
	if (!path || lstat(path, &sb) != 0 || !S_ISLNK(sb.st_mode) || !realpath(path, real))
		return path;
	return arena_cstr(a, str_from(real));
}

void changes_ranges(struct range_set *s, const struct git_changes *c, unsigned context)
{
	for (size_t i = 0; i < c->n; i++) {
		uint64_t first = c->ranges[i].first, last = (uint64_t)c->ranges[i].last + context;
		first = first > context ? first - context : 1;
		VEC_PUSH(&s->of) = (struct range){ .first = { first, false }, .last = { last, false } };
	}
}

enum decorate_mark changes_mark(const struct git_changes *c, uint32_t line)
{
	switch (git_mark(c, line)) {
	case GIT_ADDED:
		return DECORATE_ADDED;
	case GIT_MODIFIED:
		return DECORATE_MODIFIED;
	case GIT_REMOVED_ABOVE:
		return DECORATE_ABOVE;
	case GIT_REMOVED_BELOW:
		return DECORATE_BELOW;
	case GIT_SAME:
		break;
	}
	return DECORATE_SAME;
}

/* The thread owns git, arena and answer until it has written to the descriptor. */
struct changes_job {
	struct pool pool;
	int fd;
	const char *path, *base;
	struct git *git;
	struct arena arena;
	struct git_changes answer;
};

static void changes_run(void *ctx, unsigned index)
{
	struct changes_job *j = ctx;
	struct err e;
	const uint64_t one = 1;
	(void)index;
	j->git = git_new(NULL);
	if (git_changes(j->git, &j->arena, j->path, j->base, &j->answer, &e) <= 0)
		j->answer = (struct git_changes){ 0 };
	(void)out_write_all(j->fd, &one, sizeof(one));
}

struct changes_job *changes_ask(const char *path, const char *base)
{
	struct changes_job *j = mem_zero(1, sizeof(*j));
	j->path = path;
	j->base = base;
	j->fd = eventfd(0, EFD_CLOEXEC);
	pool_init(&j->pool, 2);
	if (j->fd >= 0 && pool_add(&j->pool, changes_run, j))
		return j;
	changes_free(j);
	return NULL;
}

int changes_fd(const struct changes_job *j)
{
	return j->fd;
}

bool changes_answer(struct changes_job *j, int timeout_ms, struct git_changes *out)
{
	struct pollfd wait = { .fd = j->fd, .events = POLLIN };
	if (poll(&wait, 1, timeout_ms) != 1)
		return false;
	*out = j->answer;
	return true;
}

void changes_free(struct changes_job *j)
{
	if (!j)
		return;
	pool_join(&j->pool);
	git_free(j->git);
	arena_fini(&j->arena);
	if (j->fd >= 0)
		close(j->fd);
	free(j);
}
