/* pty: a pseudo-terminal for a test, both ends in this process. */
#ifndef EMBER_TESTS_LIB_PTY_H
#define EMBER_TESTS_LIB_PTY_H

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/test.h"

struct pty {
	int master, slave;
};

static struct pty pty_open(void)
{
	struct pty p = { posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC), -1 };
	char name[128];
	CHECK(p.master >= 0 && grantpt(p.master) == 0 && unlockpt(p.master) == 0, "no pty");
	CHECK(ptsname_r(p.master, name, sizeof(name)) == 0, "no name");
	p.slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
	CHECK(p.slave >= 0, "no slave");
	return p;
}

static void pty_close(struct pty p)
{
	close(p.slave);
	close(p.master);
}

#endif
