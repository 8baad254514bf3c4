#include "ember/os/spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ember/base/mem.h"
#include "ember/base/size.h"

extern char **environ;

/* The order matters: dup2 of ours first, then the folder, so that no step moves another's source. */
static int spawn_actions(posix_spawn_file_actions_t *fa, const struct spawn *s)
{
	int bad = posix_spawn_file_actions_init(fa);
	if (bad)
		return bad;
	if (s->in == SPAWN_NULL)
		bad = posix_spawn_file_actions_addopen(fa, 0, "/dev/null", O_RDONLY, 0);
	if (s->in == SPAWN_FROM)
		bad = posix_spawn_file_actions_adddup2(fa, s->from, 0);
	if (!bad && s->out >= 0)
		bad = posix_spawn_file_actions_adddup2(fa, s->out, 1);
	if (!bad && s->err >= 0)
		bad = posix_spawn_file_actions_adddup2(fa, s->err, 2);
	if (!bad && s->cwd >= 0)
		bad = posix_spawn_file_actions_addfchdir_np(fa, s->cwd);
	if (bad)
		posix_spawn_file_actions_destroy(fa);
	return bad;
}

static int spawn_signals(posix_spawnattr_t *attr)
{
	sigset_t none, plain;
	int bad = posix_spawnattr_init(attr);
	if (bad)
		return bad;
	sigemptyset(&none);
	sigemptyset(&plain);
	sigaddset(&plain, SIGPIPE);
	sigaddset(&plain, SIGINT);
	sigaddset(&plain, SIGQUIT);
	bad = posix_spawnattr_setsigmask(attr, &none);
	if (!bad)
		bad = posix_spawnattr_setsigdefault(attr, &plain);
	if (!bad)
		bad = posix_spawnattr_setflags(attr, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
	if (bad)
		posix_spawnattr_destroy(attr);
	return bad;
}

/*
 * Where PATH has the program, so that the kernel is not handed all arguments once for each folder
 * that has it not (it copies them first). False where that is for execvp to say, which also knows a
 * PATH that depends on the folder the child starts in.
 */
static bool spawn_look(struct buf *found, const char *name, bool absolute)
{
	const char *path = getenv("PATH");
	struct stat sb;
	if (strchr(name, '/') || !*name || !path)
		return false;
	struct str rest = str_from(path);
	while (rest.n) {
		struct str folder = str_cut(&rest, ':');
		if (!folder.n || folder.p[0] != '/') {
			if (absolute)
				continue;
			return false;
		}
		buf_clear(found);
		buf_str(found, folder);
		buf_char(found, '/');
		buf_text(found, name);
		const char *file = buf_cstr(found);
		if (faccessat(AT_FDCWD, file, X_OK, AT_EACCESS) == 0 && stat(file, &sb) == 0 && S_ISREG(sb.st_mode))
			return true;
	}
	return false;
}

/* ENOEXEC: a script without its "#!" line, which execvp would give to the shell. */
static int spawn_shell(pid_t *pid, const struct spawn *s, const char *file, const posix_spawn_file_actions_t *fa,
	const posix_spawnattr_t *attr, char *const *env)
{
	size_t n = 0;
	while (s->argv[n])
		n++;
	char **argv = mem_zero(size_add(n, 2), sizeof(*argv));
	argv[0] = (char[]){ "sh" };
	memcpy(argv + 1, s->argv, n * sizeof(*argv));
	argv[1] = (char *)(uintptr_t)file;
	int bad = posix_spawn(pid, "/bin/sh", fa, attr, argv, env);
	free(argv);
	return bad;
}

static int spawn_file(pid_t *pid, const struct spawn *s, const char *file, const posix_spawn_file_actions_t *fa,
	const posix_spawnattr_t *attr, char *const *env)
{
	int bad = posix_spawn(pid, file, fa, attr, s->argv, env);
	return bad == ENOEXEC ? spawn_shell(pid, s, file, fa, attr, env) : bad;
}

static int spawn_named(pid_t *pid, const struct spawn *s, const posix_spawn_file_actions_t *fa,
	const posix_spawnattr_t *attr, char *const *env)
{
	const char *name = s->argv[0];
	struct buf found = { 0 };
	int bad = ENOENT;
	if (strchr(name, '/'))
		return spawn_file(pid, s, name, fa, attr, env);
	if (spawn_look(&found, name, false))
		bad = spawn_file(pid, s, buf_cstr(&found), fa, attr, env);
	buf_fini(&found);
	if (bad) /* it knows where else to look, or the right reason */
		bad = posix_spawnp(pid, name, fa, attr, s->argv, env);
	return bad;
}

/* Ours, without the variables that `set` names, and those of it that have a value. */
static char **spawn_environment(char *const *set)
{
	size_t n = 0, kept = 0, own = 0;
	while (environ && environ[n])
		n++;
	while (set[own])
		own++;
	char **all = mem_zero(size_add(size_add(n, own), 1), sizeof(*all));
	for (size_t i = 0; i < n; i++) {
		const size_t name = strcspn(environ[i], "=");
		size_t k = 0;
		while (k < own && !(strcspn(set[k], "=") == name && memcmp(set[k], environ[i], name) == 0))
			k++;
		if (k == own)
			all[kept++] = environ[i];
	}
	for (size_t k = 0; k < own; k++)
		if (strchr(set[k], '='))
			all[kept++] = set[k];
	return all;
}

int spawn_start(pid_t *pid, const struct spawn *s, struct err *e)
{
	posix_spawn_file_actions_t fa;
	posix_spawnattr_t attr;
	int bad = spawn_actions(&fa, s);
	if (bad)
		return err_sys(e, bad, NULL);
	bad = spawn_signals(&attr);
	if (!bad) {
		char **own = s->set ? spawn_environment(s->set) : NULL;
		bad = spawn_named(pid, s, &fa, &attr, own ? own : environ);
		posix_spawnattr_destroy(&attr);
		free(own);
	}
	posix_spawn_file_actions_destroy(&fa);
	return bad ? err_sys(e, bad, NULL) : 0;
}

int spawn_wait(pid_t pid, int *status, struct err *e)
{
	while (waitpid(pid, status, 0) < 0)
		if (errno != EINTR)
			return err_sys(e, errno, "wait");
	return 0;
}

int spawn_run(const struct spawn *s, int *status, struct err *e)
{
	pid_t pid;
	if (spawn_start(&pid, s, e) != 0)
		return -1;
	return spawn_wait(pid, status, e);
}

bool spawn_find(struct buf *found, const char *name)
{
	return spawn_look(found, name, true);
}

bool spawn_ok(int status)
{
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* One end of the parent's reading: descriptor -1 = at its end. */
struct spawn_pipe {
	int fd;
	struct buf *to;
};

static void spawn_take(struct spawn_pipe *p, size_t max)
{
	char piece[16384];
	ssize_t n = read(p->fd, piece, sizeof(piece));
	if (n > 0) {
		size_t room = p->to->n < max ? max - p->to->n : 0;
		buf_add(p->to, piece, (size_t)n < room ? (size_t)n : room);
	} else if (n == 0 || errno != EINTR) {
		close(p->fd);
		p->fd = -1;
	}
}

static void spawn_drain(struct spawn_pipe p[2], size_t max)
{
	while (p[0].fd >= 0 || p[1].fd >= 0) {
		struct pollfd wait[2] = { { .fd = p[0].fd, .events = POLLIN },
			{ .fd = p[1].fd, .events = POLLIN } };
		if (poll(wait, 2, -1) < 0)
			continue;
		for (int i = 0; i < 2; i++)
			if (p[i].fd >= 0 && wait[i].revents)
				spawn_take(&p[i], max);
	}
}

static void spawn_close(int fd)
{
	if (fd >= 0)
		close(fd);
}

int spawn_capture(const struct spawn *s, struct buf *out, struct buf *err, size_t max, int *status,
	struct err *e)
{
	struct spawn with = *s;
	struct spawn_pipe from[2] = { { .fd = -1, .to = out }, { .fd = -1, .to = err } };
	int ends[2][2] = { { -1, -1 }, { -1, -1 } };
	bool one = out && out == err;
	pid_t pid;
	int ret = -1;

	if ((out && pipe2(ends[0], O_CLOEXEC) != 0) || (err && !one && pipe2(ends[1], O_CLOEXEC) != 0)) {
		err_sys(e, errno, "pipe");
	} else {
		if (out)
			with.out = ends[0][1];
		if (err)
			with.err = one ? ends[0][1] : ends[1][1];
		ret = spawn_start(&pid, &with, e);
	}
	spawn_close(ends[0][1]);
	spawn_close(ends[1][1]);
	from[0].fd = ends[0][0];
	from[1].fd = ends[1][0];
	if (ret != 0) {
		spawn_close(from[0].fd);
		spawn_close(from[1].fd);
		return -1;
	}
	spawn_drain(from, max);
	return spawn_wait(pid, status, e);
}
