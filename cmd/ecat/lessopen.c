#include "lessopen.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "ember/base/buf.h"
#include "ember/base/out.h"
#include "ember/os/env.h"
#include "ember/os/spawn.h"

#define OUTPUT_MAX ((size_t)256 << 20)

/* "|command %s" and its kin, taken apart. */
struct lessopen {
	const char *command;
	bool pipe;  /* the command's output is shown, else it names a file */
	bool empty; /* "||": empty output counts when the command succeeded */
	bool stdin_too; /* "-" */
};

static bool lessopen_parse(struct lessopen *l)
{
	const char *p = env_get("LESSOPEN");
	*l = (struct lessopen){ 0 };
	if (!p)
		return false;
	for (; *p == '|' || *p == '-'; p++) {
		l->empty |= *p == '|' && l->pipe;
		l->pipe |= *p == '|';
		l->stdin_too |= *p == '-';
	}
	const char *place = strstr(p, "%s");
	l->command = p;
	return place && !strstr(place + 2, "%s");
}

/* The command with each %s replaced by the next name, quoted for the shell. */
static const char *lessopen_fill(struct buf *b, const char *command, const char *first, const char *second)
{
	const char *name = first;
	buf_clear(b);
	for (const char *p = command; *p; p++) {
		if (p[0] == '%' && p[1] == 's') {
			if (name)
				diag_quote(b, str_from(name), false);
			name = second;
			p++;
		} else {
			buf_char(b, *p);
		}
	}
	return buf_cstr(b);
}

/* The command for the shell, in `argv`, which has room for four. */
static struct spawn lessopen_shell(char **argv, const char *command)
{
	static char shell[] = "/bin/sh", option[] = "-c";
	argv[0] = shell;
	argv[1] = option;
	argv[2] = (char *)(uintptr_t)command;
	argv[3] = NULL;
	return (struct spawn){ .argv = argv, .cwd = -1, .in = SPAWN_INHERIT, .out = -1, .err = -1 };
}

/* The command's output; false: it could not be run. */
static bool lessopen_run(struct diag *d, const char *command, struct buf *output, int *status)
{
	char *argv[4];
	struct spawn s = lessopen_shell(argv, command);
	struct err e;
	if (spawn_capture(&s, output, NULL, OUTPUT_MAX + 1, status, &e) == 0)
		return true;
	diag_path(d, 0, str_from(command), &e);
	return false;
}

/*
 * Start the command: what it writes is read while it works. -1: it has written nothing and ended, or
 * could not be run, and *child is 0.
 */
static int lessopen_start(struct diag *d, const char *command, pid_t *child, int *status)
{
	char *argv[4];
	struct spawn s = lessopen_shell(argv, command);
	struct err e;
	int ends[2];
	*child = 0;
	*status = SIGPIPE; /* no success */
	if (pipe2(ends, O_CLOEXEC) != 0) {
		err_sys(&e, errno, "pipe");
		diag_path(d, 0, str_from(command), &e);
		return -1;
	}
	struct pollfd wait = { .fd = ends[0], .events = POLLIN };
	s.out = ends[1];
	if (spawn_start(child, &s, &e) != 0) {
		diag_path(d, 0, str_from(command), &e);
		*child = 0;
	}
	close(ends[1]);
	while (*child && poll(&wait, 1, -1) < 0 && errno == EINTR)
		;
	if (wait.revents & POLLIN)
		return ends[0];
	close(ends[0]);
	if (*child)
		(void)spawn_wait(*child, status, &e);
	*child = 0;
	return -1;
}

/* Nobody reads on: a command that is still at work ends as by a write, be there one or not. */
static void lessopen_stop(pid_t child, int fd)
{
	struct pollfd now = { .fd = fd, .events = POLLIN };
	struct err e;
	int status;
	(void)poll(&now, 1, 0);
	close(fd);
	if (!(now.revents & POLLHUP))
		kill(child, SIGPIPE);
	(void)spawn_wait(child, &status, &e);
}

int lessopen_memory(struct str text)
{
	int fd = memfd_create("ecat", MFD_CLOEXEC);
	if (fd < 0)
		return -1;
	if (out_write_all(fd, text.p, text.n) == 0 && lseek(fd, 0, SEEK_SET) == 0)
		return fd;
	close(fd);
	return -1;
}

/* The only input, of a command whose output is shown. */
static int lessopen_only(const struct lessopen *l, struct diag *d, const char *name, pid_t *child)
{
	struct buf command = { 0 };
	int status, fd = lessopen_start(d, lessopen_fill(&command, l->command, name, NULL), child, &status);
	buf_fini(&command);
	return fd < 0 && l->empty && spawn_ok(status) ? lessopen_memory((struct str){ 0 }) : fd;
}

static int lessopen_one(const struct lessopen *l, struct diag *d, const char *name)
{
	struct buf command = { 0 }, output = { 0 };
	int status = 0, fd = -1;
	if (lessopen_run(d, lessopen_fill(&command, l->command, name, NULL), &output, &status)) {
		struct str text = buf_view(&output);
		if (text.n > OUTPUT_MAX) {
			diag_text(d, 1, "%s: what LESSOPEN's command writes is cut off at 256 MiB", name);
			text.n = OUTPUT_MAX;
		}
		if (l->pipe && (text.n || (l->empty && spawn_ok(status)))) {
			fd = lessopen_memory(text);
		} else if (!l->pipe && text.n) {
			struct str line = str_trim(text);
			buf_clear(&command);
			buf_str(&command, line);
			fd = open(buf_cstr(&command), O_RDONLY | O_CLOEXEC | O_NOCTTY);
		}
	}
	buf_fini(&command);
	buf_fini(&output);
	return fd;
}

static const char *lessopen_name(const struct ecat_conf *c, size_t i)
{
	return c->n_files ? c->files[i] : "-";
}

int *lessopen_prepare(const struct ecat_conf *c, struct diag *d, struct arena *a, pid_t *child)
{
	struct lessopen l;
	size_t n = c->n_files ? c->n_files : 1;
	*child = 0;
	if (!lessopen_parse(&l)) {
		if (env_get("LESSOPEN"))
			diag_warn(d, "LESSOPEN must hold %%s exactly once");
		return NULL;
	}
	int *fds = ARENA_ARRAY(a, int, n);
	for (size_t i = 0; i < n; i++) {
		const char *name = lessopen_name(c, i);
		if (strcmp(name, "-") == 0 && !l.stdin_too)
			fds[i] = -1;
		else if (n == 1 && l.pipe)
			fds[i] = lessopen_only(&l, d, name, child);
		else
			fds[i] = lessopen_one(&l, d, name);
	}
	return fds;
}

void lessopen_close(const struct ecat_conf *c, struct diag *d, int *prepared, pid_t child)
{
	const char *command = env_get("LESSCLOSE");
	struct buf filled = { 0 }, output = { 0 };
	int status;
	for (size_t i = 0; i < (c->n_files ? c->n_files : 1); i++) {
		if (prepared[i] < 0)
			continue;
		if (child)
			lessopen_stop(child, prepared[i]);
		else
			close(prepared[i]);
		if (command)
			(void)lessopen_run(d, lessopen_fill(&filled, command, lessopen_name(c, i), "-"), &output, &status);
	}
	buf_fini(&filled);
	buf_fini(&output);
}
