#include "ember/git/command.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ember/base/mem.h"
#include "ember/os/clock.h"
#include "ember/os/env.h"
#include "ember/os/spawn.h"

#define COMMAND_MS 15000    /* for one answer, where nothing else ends the waiting */
#define COMMAND_PIECE 65536 /* bytes read at once */
#define COMMAND_LINE 256    /* bytes of a line that are kept at least, where not all are wanted */
#define COMMAND_ARGS 32     /* of a run, beside what is silenced */

int command_fail(struct command *c, const char *what)
{
	snprintf(c->why, sizeof(c->why), "%s", what);
	return -1;
}

void command_fini(struct command *c)
{
	for (size_t i = 0; i < c->silenced.n; i++)
		free(c->silenced.p[i]);
	VEC_FREE(&c->silenced);
	buf_fini(&c->program);
}

static void command_close(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

/* ---- starting ---- */

/* Where git must look, when the environment named the repository: it is started elsewhere than we were. */
struct command_place {
	char gitdir[PATH_MAX + 16], tree[PATH_MAX + 16], index[2 * PATH_MAX + 32];
};

static void command_places(struct command_place *p, const struct command *c)
{
	const char *index = env_get("GIT_INDEX_FILE");
	char here[PATH_MAX];
	*p = (struct command_place){ "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE" }; /* that is, without them */
	if (!c->gitdir)
		return;
	snprintf(p->gitdir, sizeof(p->gitdir), "GIT_DIR=%s", c->gitdir);
	snprintf(p->tree, sizeof(p->tree), "GIT_WORK_TREE=%s", c->top);
	if (index && index[0] == '/')
		snprintf(p->index, sizeof(p->index), "GIT_INDEX_FILE=%s", index);
	else if (index && getcwd(here, sizeof(here)))
		snprintf(p->index, sizeof(p->index), "GIT_INDEX_FILE=%s/%s", here, index);
}

/*
 * What holds for every question. An optional lock would be a write; an object that is not there would be fetched by
 * whatever program the repository names (older gits do not know the first variable and obey the second).
 */
static int command_spawn(struct command_run *run, struct command *c, char *const *argv, int in, int out)
{
	struct command_place place;
	command_places(&place, c);
	char *set[] = { (char[]){ "LC_ALL=C" }, (char[]){ "GIT_OPTIONAL_LOCKS=0" }, (char[]){ "GIT_NO_LAZY_FETCH=1" },
		(char[]){ "GIT_ALLOW_PROTOCOL=none" }, (char[]){ "GIT_TERMINAL_PROMPT=0" },
		(char[]){ "GIT_LITERAL_PATHSPECS=1" }, (char[]){ "GIT_EXTERNAL_DIFF" },
		(char[]){ COMMAND_NOTHING "=" }, place.gitdir, place.tree, place.index, NULL };
	const struct spawn s = { .argv = argv, .cwd = -1, .in = in >= 0 ? SPAWN_FROM : SPAWN_NULL, .from = in,
		.out = out, .err = run->errors, .set = set };
	struct err e = { 0 };
	return spawn_start(&run->pid, &s, &e) == 0 ? 0 : command_fail(c, strerrordesc_np(e.num));
}

/* git and what stands before its own words. */
static char **command_argv(struct command *c, const char *const *args)
{
	const char *first[] = { buf_cstr(&c->program), "-C", c->top, "--no-pager", "--no-optional-locks", "-c",
		"core.fsmonitor=false" };
	size_t n = 0, at = 0;
	while (args[n])
		n++;
	REQUIRE(n <= COMMAND_ARGS);
	char **argv = mem_zero(COUNTOF(first) + c->silenced.n + n + 1, sizeof(*argv));
	for (size_t i = 0; i < COUNTOF(first); i++)
		argv[at++] = (char *)(uintptr_t)first[i];
	for (size_t i = 0; i < c->silenced.n; i++)
		argv[at++] = c->silenced.p[i];
	for (size_t i = 0; i < n; i++)
		argv[at++] = (char *)(uintptr_t)args[i];
	return argv;
}

int command_start(struct command_run *run, struct command *c, const char *const *args, bool talks)
{
	int in[2] = { -1, -1 }, out[2] = { -1, -1 }, ret = -1;
	*run = (struct command_run){ .pid = -1, .to = -1, .from = -1, .errors = -1 };
	c->why[0] = '\0';
	if (!c->program.n && !spawn_find(&c->program, "git"))
		return command_fail(c, "the git command is needed and is not found");
	/* Its words go to memory, so that it never waits for us to read them; a socket, since writing to it when
	 * git is gone can be told not to be a signal. */
	run->errors = memfd_create("git", MFD_CLOEXEC);
	if (run->errors < 0 || pipe2(out, O_CLOEXEC) != 0 ||
		(talks && socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, in) != 0)) {
		command_fail(c, strerrordesc_np(errno));
	} else {
		char **argv = command_argv(c, args);
		ret = command_spawn(run, c, argv, in[0], out[1]);
		free(argv);
	}
	command_close(&in[0]);
	command_close(&out[1]);
	run->to = in[1];
	run->from = out[0];
	if (ret != 0) {
		command_close(&run->to);
		command_close(&run->from);
		command_close(&run->errors);
	}
	return ret;
}

/* ---- talking ---- */

/* Milliseconds that this answer may still take. */
static int command_left(const struct command *c, int64_t begun)
{
	int64_t now = clock_monotonic_ms(), left = begun + COMMAND_MS - now;
	if (c->until_ns && *c->until_ns) {
		int64_t until = (int64_t)(*c->until_ns / 1000000) - now;
		left = until < left ? until : left;
	}
	return left > 0 ? (int)left : 0;
}

static int command_wait(struct command *c, int fd, short what, int64_t begun)
{
	struct pollfd p = { .fd = fd, .events = what };
	for (;;) {
		int got = poll(&p, 1, command_left(c, begun));
		if (got > 0)
			return 0;
		if (got == 0)
			return command_fail(c, "git did not answer in time");
		if (errno != EINTR)
			return command_fail(c, strerrordesc_np(errno));
	}
}

int command_say(struct command_run *run, struct command *c, struct str text)
{
	const int64_t begun = clock_monotonic_ms();
	while (text.n) {
		if (command_wait(c, run->to, POLLOUT, begun) != 0)
			return -1;
		ssize_t n = send(run->to, text.p, text.n, MSG_NOSIGNAL | MSG_DONTWAIT);
		if (n < 0 && errno != EINTR && errno != EAGAIN)
			return command_fail(c, "git has ended");
		text = str_sub(text, n > 0 ? (size_t)n : 0, text.n);
	}
	return 0;
}

/* More of its output: 1, 0 = its end, -1. */
static int command_fill(struct command_run *run, struct command *c, int64_t begun)
{
	if (run->from < 0)
		return 0;
	if (run->at) {
		run->text.n -= run->at;
		memmove(run->text.p, run->text.p + run->at, run->text.n);
		run->at = 0;
	}
	buf_reserve(&run->text, COMMAND_PIECE);
	for (;;) {
		if (command_wait(c, run->from, POLLIN, begun) != 0)
			return -1;
		ssize_t n = read(run->from, run->text.p + run->text.n, COMMAND_PIECE);
		if (n > 0) {
			run->text.n += (size_t)n;
			return 1;
		}
		if (n == 0) {
			command_close(&run->from);
			return 0;
		}
		if (errno != EINTR)
			return command_fail(c, strerrordesc_np(errno));
	}
}

/* cut: what is longer than COMMAND_LINE loses its end. */
static int command_until(struct command_run *run, struct command *c, char end, bool cut, struct str *record)
{
	const int64_t begun = clock_monotonic_ms();
	for (size_t seen = 0;;) {
		struct str rest = str_sub(buf_view(&run->text), run->at, run->text.n);
		size_t at = str_chr(str_sub(rest, seen, rest.n), end);
		if (at != STR_NONE) {
			*record = str_sub(rest, 0, seen + at);
			run->at += seen + at + 1;
			return 1;
		}
		seen = rest.n;
		if (cut && seen > COMMAND_LINE) {
			seen = COMMAND_LINE;
			run->text.n = run->at + seen;
		}
		if (seen > COMMAND_RECORD_MAX)
			return command_fail(c, "an answer of git is too long");
		int got = command_fill(run, c, begun);
		if (got < 0)
			return -1;
		if (got == 0)
			return seen ? command_fail(c, "git has ended") : 0;
	}
}

int command_record(struct command_run *run, struct command *c, char end, struct str *record)
{
	return command_until(run, c, end, false, record);
}

int command_line(struct command_run *run, struct command *c, struct str *line)
{
	return command_until(run, c, '\n', true, line);
}

int command_bytes(struct command_run *run, struct command *c, size_t n, struct str *bytes)
{
	const int64_t begun = clock_monotonic_ms();
	while (run->text.n - run->at < n) {
		int got = command_fill(run, c, begun);
		if (got <= 0)
			return got < 0 ? -1 : command_fail(c, "git has ended");
	}
	*bytes = str_sub(buf_view(&run->text), run->at, run->at + n);
	run->at += n;
	return 1;
}

/* ---- the end ---- */

/* The line in which it told what ended it: its first, without the word before. */
static void command_told(struct command_run *run, struct command *c)
{
	char text[sizeof(c->why)];
	ssize_t n = pread(run->errors, text, sizeof(text) - 1, 0);
	struct str rest = { text, n > 0 ? (size_t)n : 0 }, line;
	while (str_line(&rest, &line)) {
		bool fatal = str_starts(line, STR("fatal: "));
		if (!fatal && !str_starts(line, STR("error: ")))
			continue;
		line = str_sub(line, 7, line.n);
		memmove(c->why, line.p, line.n);
		c->why[line.n] = '\0';
		if (fatal)
			return;
	}
}

int command_end(struct command_run *run, struct command *c)
{
	struct err e;
	int status = 0;
	command_close(&run->to);
	if (run->from >= 0)
		kill(run->pid, SIGTERM);
	command_close(&run->from);
	int waited = spawn_wait(run->pid, &status, &e);
	command_told(run, c);
	command_close(&run->errors);
	buf_fini(&run->text);
	*run = (struct command_run){ .pid = -1, .to = -1, .from = -1, .errors = -1 };
	return waited == 0 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
