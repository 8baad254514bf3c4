#include "ember/os/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/test.h"

static void *worker(void *ctx)
{
	*(int *)ctx = 7;
	return NULL;
}

static bool refused(long result)
{
	return result < 0 && (errno == EPERM || errno == EACCES);
}

/* What holds inside, as the number of the first thing that is wrong; 0 = all is right. */
static int inside(unsigned keep, const char *path)
{
	char c;
	int held = sandbox_enter(keep, NULL), fd, got = 0;
	pthread_t thread;
	if (held == 0)
		return 0;
	if ((fd = open(path, O_RDONLY | O_CLOEXEC)) < 0 || read(fd, &c, 1) != 1 || c != 'x')
		return 1;
	close(fd);
	if (held < 2)
		return 0;
	if (!refused(open(path, O_WRONLY | O_CLOEXEC)) || !refused(open(path, O_RDWR | O_CLOEXEC)))
		return 2;
	if (!refused(unlink(path)) || !refused(rename(path, "elsewhere")))
		return 3;
	char *argv[] = { (char *)(uintptr_t) "/bin/true", NULL };
	if (!refused(execv("/bin/true", argv)))
		return 4;
	if (held < 3)
		return 0;
	if (!refused(socket(AF_INET, SOCK_STREAM, 0)) || !refused(socket(AF_UNIX, SOCK_STREAM, 0)))
		return 5;
	pid_t child = fork();
	if (child == 0)
		_exit(0);
	if (!refused(child))
		return 6;
	if (!refused(ioctl(STDIN_FILENO, TIOCSTI, "x")) || !refused(chmod(path, 0600)))
		return 7;
	if (pthread_create(&thread, NULL, worker, &got) != 0 || pthread_join(thread, NULL) != 0 || got != 7)
		return 8;
	return 0;
}

TEST(sandbox_holds)
{
	char *path = test_file("held", STR("x"));
	for (unsigned keep = 0; keep <= SANDBOX_TTY; keep++) {
		pid_t child = fork();
		if (child == 0)
			_exit(inside(keep, path));
		int status = -1;
		CHECK(waitpid(child, &status, 0) == child && WIFEXITED(status), "keep %u: status %d", keep, status);
		CHECK(WEXITSTATUS(status) == 0, "keep %u: number %d", keep, WEXITSTATUS(status));
	}
	free(path);
}
