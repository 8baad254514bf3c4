/* sandbox: giving up what a reader of untrusted bytes does not need (DESIGN D9). */
#ifndef EMBER_OS_SANDBOX_H
#define EMBER_OS_SANDBOX_H

#include "ember/base/err.h"

enum {
	SANDBOX_TTY = 1 << 0, /* /dev/tty may still be opened for reading and writing */
};

/*
 * From here on this process and its threads start no program, make no process, open no socket and
 * change no file; what is open stays usable, files may be opened for reading. Refused calls fail
 * with EPERM (or EACCES). Nothing takes it back.
 * What the kernel offers is used: no_new_privs, a seccomp filter, Landlock.
 * Returns the number of these that hold (0 to 3); *e tells why the last one does not.
 * A build with a sanitizer, which needs processes and files of its own, holds none.
 * Threads: call it before there are any.
 */
int sandbox_enter(unsigned keep, struct err *e);

#endif
