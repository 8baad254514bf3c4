/* tty: the terminal as a device: size, raw mode, and the signals that concern it. */
#ifndef EMBER_TERM_TTY_H
#define EMBER_TERM_TTY_H

#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

#include "ember/base/err.h"

struct tty_size {
	unsigned rows, cols;
};

bool tty_is(int fd);
/* Window size of the terminal on fd (TIOCGWINSZ); false, with *size untouched, when not told. */
bool tty_size(int fd, struct tty_size *size);

/* The controlling terminal for reading and writing, close-on-exec; the caller closes it. -1: e. */
int tty_open(struct err *e);

/* ---- raw mode, for a short talk with the terminal (the pager's screen uses curses instead) */
struct tty_mode {
	int fd;
	bool raw;
	struct termios saved;
};
/*
 * No echo, no line editing; reads return at once with what is there. Signals keep their keys.
 * -1 for what is no terminal, and for a process in the background.
 */
int tty_raw(struct tty_mode *m, int fd, struct err *e);
void tty_cooked(struct tty_mode *m); /* as it was; nothing when not raw */

/* ---- signals: from tty_watch on, these are noted, not acted on, and come in only inside tty_poll */
enum {
	TTY_RESIZED = 1 << 0,     /* SIGWINCH */
	TTY_INTERRUPTED = 1 << 1, /* SIGINT */
	TTY_STOP = 1 << 2,        /* SIGTSTP: put the terminal back, then call tty_stop */
	TTY_CONTINUED = 1 << 3,   /* SIGCONT */
	TTY_END = 1 << 4,         /* SIGTERM, SIGHUP, SIGQUIT: put the terminal back, then tty_die */
};
struct tty_watch {
	struct sigaction old[7];
	sigset_t mask; /* before the watch */
	bool on;
};
/* One watch at a time, main thread. */
void tty_watch(struct tty_watch *w);
void tty_unwatch(struct tty_watch *w);
/* poll(2) during which watched signals may arrive: -1 with errno EINTR then. timeout_ms < 0: none. */
int tty_poll(const struct tty_watch *w, struct pollfd *fds, size_t n, int timeout_ms);
/* What arrived since the last call; also looks for a pending SIGINT without waiting. */
unsigned tty_signals(const struct tty_watch *w);
/*
 * Really stop; returns when continued. `group`: and all of our job with us, as the terminal's own ^Z
 * does: a shell has its prompt back only when every process of the pipe has stopped.
 */
void tty_stop(struct tty_watch *w, bool group);
void tty_die(struct tty_watch *w);  /* end by the signal that TTY_END stood for */

/*
 * Should the process crash or panic, write `bytes` (borrowed until the next call) to fd and set
 * its modes to *saved, then go on to die. NULL bytes takes the guard off.
 */
void tty_guard(int fd, const char *bytes, size_t n, const struct termios *saved);

#endif
