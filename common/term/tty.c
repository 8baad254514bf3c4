#include "ember/term/tty.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "ember/base/panic.h"

enum { WATCHED = 7, CRASHES = 5 };

static const int watched[WATCHED] = { SIGWINCH, SIGINT, SIGTSTP, SIGCONT, SIGTERM, SIGHUP,
	SIGQUIT };
static const int crashes[CRASHES] = { SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT };

/* The only state signal handlers can reach. `bytes` and `modes` are set while no guard is on. */
static struct {
	volatile sig_atomic_t seen; /* TTY_ bits */
	volatile sig_atomic_t last; /* the signal behind TTY_END */
	volatile sig_atomic_t guarded;
	int fd;
	const char *bytes;
	size_t n;
	struct termios modes;
} tty_flags;

bool tty_is(int fd)
{
	return isatty(fd) == 1;
}

bool tty_size(int fd, struct tty_size *size)
{
	struct winsize w;
	if (ioctl(fd, TIOCGWINSZ, &w) != 0 || !w.ws_row || !w.ws_col)
		return false;
	*size = (struct tty_size){ w.ws_row, w.ws_col };
	return true;
}

int tty_open(struct err *e)
{
	int fd = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
	return fd >= 0 ? fd : err_sys(e, errno, "/dev/tty");
}

int tty_raw(struct tty_mode *m, int fd, struct err *e)
{
	*m = (struct tty_mode){ .fd = fd };
	if (tcgetattr(fd, &m->saved) != 0)
		return err_sys(e, errno, "terminal");
	/* Setting modes from the background would stop the process. */
	pid_t front = tcgetpgrp(fd);
	if (front > 0 && front != getpgrp())
		return err_text(e, "terminal: not in the foreground");
	struct termios raw = m->saved;
	raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
	raw.c_cc[VMIN] = 0;
	raw.c_cc[VTIME] = 0;
	if (tcsetattr(fd, TCSANOW, &raw) != 0)
		return err_sys(e, errno, "terminal");
	m->raw = true;
	return 0;
}

void tty_cooked(struct tty_mode *m)
{
	if (m->raw)
		(void)tcsetattr(m->fd, TCSANOW, &m->saved);
	m->raw = false;
}

/* ---------------------------------------------------------------- signals */

static void tty_note(int sig)
{
	int bit = sig == SIGWINCH ? TTY_RESIZED
		: sig == SIGINT   ? TTY_INTERRUPTED
		: sig == SIGTSTP  ? TTY_STOP
		: sig == SIGCONT  ? TTY_CONTINUED
				  : TTY_END;
	if (bit == TTY_END)
		tty_flags.last = sig;
	tty_flags.seen |= bit;
}

void tty_watch(struct tty_watch *w)
{
	sigset_t block;
	struct sigaction sa = { .sa_handler = tty_note };
	sigemptyset(&block);
	for (int i = 0; i < WATCHED; i++)
		sigaddset(&block, watched[i]);
	sa.sa_mask = block;
	sigprocmask(SIG_BLOCK, &block, &w->mask);
	tty_flags.seen = 0;
	for (int i = 0; i < WATCHED; i++) {
		sigaction(watched[i], NULL, &w->old[i]);
		/* What the parent told us to ignore stays so (nohup), but for the window's size. */
		if (w->old[i].sa_handler != SIG_IGN || watched[i] == SIGWINCH)
			sigaction(watched[i], &sa, NULL);
		sigdelset(&w->mask, watched[i]);
	}
	w->on = true;
}

void tty_unwatch(struct tty_watch *w)
{
	if (!w->on)
		return;
	for (int i = 0; i < WATCHED; i++)
		sigaction(watched[i], &w->old[i], NULL);
	sigprocmask(SIG_SETMASK, &w->mask, NULL);
	w->on = false;
}

int tty_poll(const struct tty_watch *w, struct pollfd *fds, size_t n, int timeout_ms)
{
	struct timespec t = { timeout_ms / 1000, timeout_ms % 1000 * 1000000L };
	return ppoll(fds, (nfds_t)n, timeout_ms < 0 ? NULL : &t, &w->mask);
}

unsigned tty_signals(const struct tty_watch *w)
{
	sigset_t blocked;
	/* Let in what is pending; the handler runs inside this call. */
	sigprocmask(SIG_SETMASK, &w->mask, &blocked);
	sigprocmask(SIG_SETMASK, &blocked, NULL);
	unsigned seen = (unsigned)tty_flags.seen;
	tty_flags.seen = 0; /* nothing can come in between: all are blocked here */
	return seen;
}

static void tty_default(int sig)
{
	struct sigaction sa = { .sa_handler = SIG_DFL }, old;
	sigset_t open, before;
	sigemptyset(&open);
	sigaddset(&open, sig);
	sigaction(sig, &sa, &old);
	raise(sig);
	sigprocmask(SIG_UNBLOCK, &open, &before);
	sigprocmask(SIG_SETMASK, &before, NULL);
	sigaction(sig, &old, NULL);
}

void tty_stop(struct tty_watch *w, bool group)
{
	(void)w;
	if (group)
		(void)kill(0, SIGTSTP); /* for ourselves it is pending meanwhile */
	tty_default(SIGTSTP);
	tty_flags.seen &= ~TTY_STOP;
}

void tty_die(struct tty_watch *w)
{
	int sig = tty_flags.last ? tty_flags.last : SIGTERM;
	tty_unwatch(w);
	tty_default(sig);
	_exit(128 + sig); /* the signal was ignored */
}

/* ---------------------------------------------------------------- crashes */

static void tty_rescue(void)
{
	if (!tty_flags.guarded)
		return;
	tty_flags.guarded = 0;
	size_t done = 0;
	while (done < tty_flags.n) {
		ssize_t n = write(tty_flags.fd, tty_flags.bytes + done, tty_flags.n - done);
		if (n <= 0 && errno != EINTR)
			break;
		done += n > 0 ? (size_t)n : 0;
	}
	(void)tcsetattr(tty_flags.fd, TCSANOW, &tty_flags.modes);
}

static void tty_crashed(int sig)
{
	tty_rescue();
	raise(sig); /* SA_RESETHAND: by the default action, once this returns */
}

void tty_guard(int fd, const char *bytes, size_t n, const struct termios *saved)
{
	tty_flags.guarded = 0;
	struct sigaction sa = { .sa_handler = bytes ? tty_crashed : SIG_DFL };
	sa.sa_flags = bytes ? (int)SA_RESETHAND : 0;
	for (int i = 0; i < CRASHES; i++) {
		struct sigaction old;
		sigaction(crashes[i], NULL, &old);
		/* A sanitizer's own handler stays; and only ours is taken off. */
		if (bytes ? old.sa_handler == SIG_DFL : old.sa_handler == tty_crashed)
			sigaction(crashes[i], &sa, NULL);
	}
	panic_set_hook(bytes ? tty_rescue : NULL);
	if (!bytes)
		return;
	tty_flags.fd = fd;
	tty_flags.bytes = bytes;
	tty_flags.n = n;
	tty_flags.modes = *saved;
	tty_flags.guarded = 1;
}
