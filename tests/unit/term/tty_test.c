/* tty: modes and sizes on a pseudo-terminal, signals that wait, a crash that puts things back. */
#include "ember/term/tty.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ember/base/panic.h"
#include "ember/term/caps.h"
#include "lib/pty.h"
#include "lib/test.h"

TEST(size)
{
	struct pty p = pty_open();
	struct tty_size size = { 1, 2 };
	CHECK(tty_is(p.slave) && !tty_is(-1), "is a terminal");
	struct winsize w = { 0 };
	ioctl(p.slave, TIOCSWINSZ, &w);
	CHECK(!tty_size(p.slave, &size) && size.rows == 1 && size.cols == 2, "%u x %u", size.rows, size.cols);
	w = (struct winsize){ .ws_row = 33, .ws_col = 99 };
	ioctl(p.slave, TIOCSWINSZ, &w);
	CHECK(tty_size(p.slave, &size) && size.rows == 33 && size.cols == 99, "%u x %u", size.rows, size.cols);
	pty_close(p);
}

TEST(raw_and_back)
{
	struct pty p = pty_open();
	struct termios before, raw, after;
	struct tty_mode mode;
	struct err e;
	tcgetattr(p.slave, &before);
	CHECK(tty_raw(&mode, p.slave, &e) == 0, "raw");
	tcgetattr(p.slave, &raw);
	CHECK(!(raw.c_lflag & (ICANON | ECHO)) && raw.c_lflag & ISIG, "lflag %x", (unsigned)raw.c_lflag);
	tty_cooked(&mode);
	tcgetattr(p.slave, &after);
	CHECK(after.c_lflag == before.c_lflag, "lflag %x", (unsigned)after.c_lflag);
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);
	CHECK(tty_raw(&mode, null, &e) == -1 && e.num == ENOTTY, "errno %d", e.num);
	tty_cooked(&mode); /* was never raw */
	close(null);
	pty_close(p);
}

TEST(signals_wait_for_the_poll)
{
	struct tty_watch w;
	tty_watch(&w);
	raise(SIGWINCH);
	raise(SIGINT);
	int ready = tty_poll(&w, NULL, 0, 1000);
	CHECK(ready == -1 && errno == EINTR, "ready %d", ready);
	unsigned seen = tty_signals(&w);
	CHECK(seen == (TTY_RESIZED | TTY_INTERRUPTED), "seen %x", seen);
	CHECK(tty_signals(&w) == 0, "told twice");
	raise(SIGINT); /* without a poll: pending, still seen */
	CHECK(tty_signals(&w) == TTY_INTERRUPTED, "not seen");
	CHECK(tty_poll(&w, NULL, 0, 1) == 0, "nothing more");
	tty_unwatch(&w);
	struct sigaction sa;
	sigaction(SIGINT, NULL, &sa);
	CHECK(sa.sa_handler == SIG_DFL, "handler left behind");
}

/* How a child ends that runs `body` on the slave side. */
static int child(void (*body)(int slave), int slave)
{
	pid_t pid = fork();
	if (pid == 0) {
		body(slave);
		_exit(0);
	}
	int status = 0;
	CHECK(pid > 0 && waitpid(pid, &status, 0) == pid, "fork");
	return status;
}

static void ends(int slave)
{
	struct tty_watch w;
	(void)slave;
	tty_watch(&w);
	raise(SIGTERM);
	if (tty_signals(&w) == TTY_END)
		tty_die(&w);
}

TEST(ends_by_its_signal)
{
	int status = child(ends, -1);
	CHECK(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM, "status %x", (unsigned)status);
}

static void crashes(int slave)
{
	struct termios saved, raw;
	tcgetattr(slave, &saved);
	raw = saved;
	cfmakeraw(&raw);
	tcsetattr(slave, TCSANOW, &raw);
	tty_guard(slave, "<back>", 6, &saved);
	signal(SIGABRT, SIG_DFL); /* a sanitizer or a test library may have its own */
	tty_guard(slave, "<back>", 6, &saved);
	abort();
}

static void panics(int slave)
{
	struct termios saved, raw;
	tcgetattr(slave, &saved);
	raw = saved;
	cfmakeraw(&raw);
	tcsetattr(slave, TCSANOW, &raw);
	tty_guard(slave, "<back>", 6, &saved);
	dup2(slave, 2);
	panic("on purpose");
}

TEST(crash_puts_the_terminal_back)
{
	void (*const bodies[])(int) = { crashes, panics };
	for (size_t i = 0; i < COUNTOF(bodies); i++) {
		struct pty p = pty_open();
		struct termios before, after;
		char said[512];
		tcgetattr(p.slave, &before);
		int status = child(bodies[i], p.slave);
		CHECK(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT, "row %zu: status %x", i, (unsigned)status);
		tcgetattr(p.slave, &after);
		CHECK(before.c_lflag == after.c_lflag, "row %zu: lflag %x", i, (unsigned)after.c_lflag);
		ssize_t n = read(p.master, said, sizeof(said));
		CHECK(n >= 6 && memcmp(said, "<back>", 6) == 0, "row %zu: %zd bytes", i, n);
		CHECK(n < 12 || !memmem(said + 6, (size_t)n - 6, "<back>", 6), "row %zu: said twice", i);
		pty_close(p);
	}
}

TEST(capabilities)
{
	static const struct {
		const char *name;
		bool known, cup, rgb;
		int colors;
	} rows[] = {
		{ "xterm-256color", true, true, false, 256 },
		{ "linux", true, true, false, 8 },
		{ "vt100", true, true, false, 0 },
		{ "dumb", true, false, false, 0 },
		{ "no-such-terminal", false, false, false, 0 },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct caps c;
		caps_read(&c, rows[i].name);
		CHECK(c.known == rows[i].known && c.cup == rows[i].cup && c.rgb == rows[i].rgb &&
			c.colors == rows[i].colors,
			"%s: known %d cup %d rgb %d colors %d", rows[i].name, c.known, c.cup, c.rgb, c.colors);
	}
}
