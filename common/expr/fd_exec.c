#include "ember/expr/fd_exec.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ember/base/arena.h"
#include "ember/base/mem.h"
#include "ember/base/out.h"
#include "ember/base/panic.h"
#include "ember/base/sort.h"
#include "ember/base/vec.h"
#include "ember/expr/exec.h"
#include "ember/os/pool.h"
#include "ember/os/spawn.h"
#include "ember/text/safe.h"

#define FD_WAITING_MAX 4096       /* results that wait before the walk does */
#define FD_OUTPUT_MAX (64u << 20) /* bytes of one command's output that are kept */

struct fd_exec {
	struct fd_exec_conf c;
	struct pool_lock lock;     /* guards paths, next, ended, failed, pool; `done`: paths were taken */
	pthread_mutex_t speak;     /* held while one result's output or a message is written */
	VEC(char *) paths;         /* owned */
	size_t next;               /* the first that no worker has taken */
	bool ended, failed;
	unsigned idle;
	struct pool pool;
};

const char *fd_command_parse(
	struct fd_command *c, struct arena *a, char **argv, size_t n, bool batch)
{
	size_t with = 0;
	if (!n)
		return "no command given";
	c->args = ARENA_ARRAY(a, struct fd_format, n + 1);
	for (size_t i = 0; i < n; i++) {
		fd_format_parse(&c->args[i], a, str_from(argv[i]), false);
		with += c->args[i].tokens;
	}
	if (batch && c->args[0].tokens)
		return "the program's name may not be a placeholder here";
	if (batch && with > 1)
		return "only one argument may have placeholders";
	if (!with)
		fd_format_parse(&c->args[n++], a, STR("{}"), false);
	c->n = n;
	return NULL;
}

struct fd_exec *fd_exec_new(const struct fd_exec_conf *c)
{
	struct fd_exec *x = mem_zero(1, sizeof(*x));
	x->c = *c;
	pool_lock_init(&x->lock, false);
	pthread_mutex_init(&x->speak, NULL);
	pool_init(&x->pool, c->workers + 1); /* the walk's thread is not one of them */
	return x;
}

void fd_exec_free(struct fd_exec *x)
{
	if (!x)
		return;
	for (size_t i = 0; i < x->paths.n; i++)
		free(x->paths.p[i]);
	VEC_FREE(&x->paths);
	pool_lock_fini(&x->lock);
	pthread_mutex_destroy(&x->speak);
	free(x);
}

static void fd_failed(struct fd_exec *x, const char *command, const struct err *e)
{
	if (e && x->c.report) {
		pthread_mutex_lock(&x->speak);
		x->c.report(x->c.ctx, str_from(command), e);
		pthread_mutex_unlock(&x->speak);
	}
	pthread_mutex_lock(&x->lock.held);
	x->failed = true;
	pthread_mutex_unlock(&x->lock.held);
}

/* What became of a started command; true for status 0. */
static bool fd_ended(struct fd_exec *x, const char *command, int ret, int status, struct err *e)
{
	if (ret == 0 && spawn_ok(status))
		return true;
	if (ret == 0 && WIFSIGNALED(status)) {
		const char *what = sigdescr_np(WTERMSIG(status));
		*e = (struct err){ .what = what ? what : "killed by a signal" };
		ret = -1;
	}
	fd_failed(x, command, ret != 0 ? e : NULL);
	return false;
}

/* ---------------------------------------------------------------- one result */

struct fd_scratch {
	struct buf text, out, err;
	VEC(char *) argv;
};

static void fd_scratch_fini(struct fd_scratch *s)
{
	buf_fini(&s->text);
	buf_fini(&s->out);
	buf_fini(&s->err);
	VEC_FREE(&s->argv);
}

static void fd_fill(
	struct fd_exec *x, const struct fd_command *c, struct str path, struct fd_scratch *s)
{
	buf_clear(&s->text);
	s->argv.n = 0;
	for (size_t i = 0; i < c->n; i++) {
		fd_format_put(&c->args[i], &s->text, NULL, path, x->c.print->separator);
		buf_char(&s->text, '\0');
	}
	char *at = s->text.p; /* only now: the buffer does not move any more */
	for (size_t i = 0; i < c->n; i++) {
		VEC_PUSH(&s->argv) = at;
		at += strlen(at) + 1;
	}
	VEC_PUSH(&s->argv) = NULL;
}

static void fd_deliver(struct fd_exec *x, struct fd_scratch *s)
{
	pthread_mutex_lock(&x->speak);
	out_write_all(STDERR_FILENO, s->err.p, s->err.n);
	if (out_write_all(STDOUT_FILENO, s->out.p, s->out.n) != 0) {
		pthread_mutex_lock(&x->lock.held);
		x->failed = true;
		pthread_mutex_unlock(&x->lock.held);
	}
	pthread_mutex_unlock(&x->speak);
	buf_clear(&s->out);
	buf_clear(&s->err);
}

/* The path as a line of its own, fit for where it goes. */
static void fd_label(const struct fd_exec *x, struct str path, struct buf *out)
{
	if (x->c.print->safe)
		safe_add(out, path, SAFE_TAB);
	else
		buf_str(out, path);
	buf_char(out, '\n');
}

/* All commands for one path, up to the first that fails (X4). */
static void fd_one(struct fd_exec *x, struct str path, struct fd_scratch *s)
{
	bool grouped = x->c.workers > 1;
	if (x->c.label) {
		fd_label(x, path, &s->out);
		if (!grouped) /* before the command writes for itself */
			fd_deliver(x, s);
	}
	for (size_t i = 0; i < x->c.n; i++) {
		struct err e = { 0 };
		int status = 0;
		fd_fill(x, &x->c.commands[i], path, s);
		struct spawn sp = { .argv = s->argv.p,
			.cwd = -1,
			.in = grouped ? SPAWN_NULL : SPAWN_INHERIT,
			.out = -1,
			.err = -1 };
		int ret = grouped ? spawn_capture(&sp, &s->out, &s->err, FD_OUTPUT_MAX, &status, &e)
				  : spawn_run(&sp, &status, &e);
		if (!fd_ended(x, s->argv.p[0], ret, status, &e))
			break;
	}
	if (x->c.print->end == '\0')
		buf_char(&s->out, '\0');
	fd_deliver(x, s);
}

static void fd_work(void *ctx, unsigned index)
{
	struct fd_exec *x = ctx;
	struct fd_scratch s = { 0 };
	(void)index;
	pthread_mutex_lock(&x->lock.held);
	for (;;) {
		while (x->next == x->paths.n && !x->ended) {
			x->idle++;
			pthread_cond_wait(&x->lock.work, &x->lock.held);
			x->idle--;
		}
		if (x->next == x->paths.n)
			break;
		char *path = x->paths.p[x->next++];
		if (x->next == x->paths.n) /* all taken: the list starts over */
			x->next = x->paths.n = 0;
		pthread_cond_signal(&x->lock.done);
		pthread_mutex_unlock(&x->lock.held);
		fd_one(x, str_from(path), &s);
		free(path);
		pthread_mutex_lock(&x->lock.held);
	}
	pthread_mutex_unlock(&x->lock.held);
	fd_scratch_fini(&s);
}

/* The path as commands get it: "./" by the rule, never something that looks like an option (X7). */
static char *fd_copy(struct fd_exec *x, struct str path)
{
	struct str shown = fd_shown(x->c.print, path);
	char *copy = mem_alloc(shown.n + 1);
	memcpy(copy, shown.p, shown.n);
	copy[shown.n] = '\0';
	return copy;
}

void fd_exec_add(struct fd_exec *x, struct str path)
{
	char *copy = fd_copy(x, path);
	if (x->c.workers < 2 && !x->c.batch) {
		struct fd_scratch s = { 0 };
		fd_one(x, str_from(copy), &s);
		fd_scratch_fini(&s);
		free(copy);
		return;
	}
	pthread_mutex_lock(&x->lock.held);
	if (!x->c.batch && !x->idle)
		pool_add(&x->pool, fd_work, x);
	while (!x->c.batch && x->pool.n && x->paths.n - x->next >= FD_WAITING_MAX)
		pthread_cond_wait(&x->lock.done, &x->lock.held);
	VEC_PUSH(&x->paths) = copy;
	pthread_cond_signal(&x->lock.work);
	pthread_mutex_unlock(&x->lock.held);
}

/* ---------------------------------------------------------------- all results */

static int fd_paths_cmp(const void *a, const void *b, void *ctx)
{
	(void)ctx;
	return fd_path_cmp(str_from(*(char *const *)a), str_from(*(char *const *)b));
}

static void fd_batch_run(struct fd_exec *x, struct exec_batch *b)
{
	struct err e = { 0 };
	int status = 0;
	char **argv = exec_batch_argv(b);
	struct spawn sp = { .argv = argv, .cwd = -1, .in = SPAWN_INHERIT, .out = -1, .err = -1 };
	int ret = spawn_run(&sp, &status, &e);
	fd_ended(x, argv[0], ret, status, &e);
	exec_batch_clear(b);
}

/* One command of -X over all paths. */
static void fd_batch(struct fd_exec *x, const struct fd_command *c)
{
	struct arena a = { 0 };
	struct exec_batch b;
	struct buf text = { 0 };
	size_t at = 0;
	char **fixed = ARENA_ARRAY(&a, char *, c->n);
	for (size_t i = 0; i < c->n; i++) {
		buf_clear(&text);
		if (c->args[i].tokens)
			at = i;
		else
			fd_format_put(&c->args[i], &text, NULL, STR("-"), x->c.print->separator);
		fixed[i] = arena_cstr(&a, buf_view(&text));
	}
	exec_batch_init(&b, fixed, at, fixed + at + 1, c->n - at - 1, x->c.batch_size, 0);
	for (size_t i = 0; i < x->paths.n; i++) {
		buf_clear(&text);
		fd_format_put(&c->args[at], &text, NULL, str_from(x->paths.p[i]),
			x->c.print->separator);
		if (exec_batch_add(&b, buf_view(&text)))
			continue;
		fd_batch_run(x, &b);
		if (!exec_batch_add(&b, buf_view(&text)))
			panic("an empty command line refuses a path");
	}
	if (x->paths.n)
		fd_batch_run(x, &b);
	exec_batch_fini(&b);
	buf_fini(&text);
	arena_fini(&a);
}

bool fd_exec_finish(struct fd_exec *x)
{
	if (x->c.batch) {
		if (!x->c.ordered)
			sort_stable(x->paths.p, x->paths.n, sizeof(*x->paths.p), fd_paths_cmp, NULL);
		for (size_t i = 0; i < x->c.n; i++)
			fd_batch(x, &x->c.commands[i]);
		return !x->failed;
	}
	pthread_mutex_lock(&x->lock.held);
	x->ended = true;
	pthread_cond_broadcast(&x->lock.work);
	pthread_mutex_unlock(&x->lock.held);
	if (x->c.workers > 1)
		fd_work(x, 0); /* also does it all when no thread could be started */
	pool_join(&x->pool);
	return !x->failed;
}
