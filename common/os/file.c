#include "ember/os/file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#define SPLICE_STEP ((size_t)1 << 20)
#define RANGE_STEP ((size_t)1 << 30)
#define PIPE_WANTED (1 << 19)

unsigned file_guard_standard(void)
{
	struct pollfd fds[3] = { { .fd = 0 }, { .fd = 1 }, { .fd = 2 } };
	unsigned closed = 0;
	if (poll(fds, COUNTOF(fds), 0) <= 0)
		return 0;
	for (int i = 0; i < 3; i++) {
		if (!(fds[i].revents & POLLNVAL))
			continue;
		/* The wrong direction on purpose: use of the descriptor still fails with EBADF. */
		if (open("/dev/null", i == 0 ? O_WRONLY : O_RDONLY) == i)
			closed |= 1u << i;
	}
	return closed;
}

ssize_t file_read(int fd, void *p, size_t n)
{
	for (;;) {
		ssize_t k = read(fd, p, n);
		if (k >= 0)
			return k;
		if (errno == EAGAIN) {
			struct pollfd wait = { .fd = fd, .events = POLLIN };
			if (poll(&wait, 1, -1) < 0 && errno != EINTR)
				return -1;
		} else if (errno != EINTR) {
			return -1;
		}
	}
}

bool file_ready(int fd)
{
	struct pollfd now = { .fd = fd, .events = POLLIN };
	return poll(&now, 1, 0) != 0;
}

bool file_is_output(int in, int out)
{
	struct stat from, to;
	if (fstat(in, &from) != 0 || fstat(out, &to) != 0 || from.st_ino != to.st_ino || from.st_dev != to.st_dev)
		return false;
	if (S_ISFIFO(to.st_mode) || S_ISSOCK(to.st_mode))
		return false;
	off_t at = lseek(in, 0, SEEK_CUR);
	int flags = fcntl(out, F_GETFL);
	return at >= 0 && at < lseek(out, 0, flags >= 0 && (flags & O_APPEND) ? SEEK_END : SEEK_CUR);
}

static int file_read_rest(struct str *out, struct arena *a, int fd, size_t guess, size_t max, struct err *e)
{
	size_t cap = guess + 1, n = 0;
	char *p = arena_bytes(a, cap + 1);
	for (;;) {
		ssize_t k = file_read(fd, p + n, cap - n);
		if (k < 0)
			return err_sys(e, errno, "read");
		if (k == 0)
			break;
		n += (size_t)k;
		if (n > max)
			return err_sys(e, EFBIG, "read");
		if (n == cap) { /* the size was a lie (/proc) or the file grew */
			cap = cap < 2048 ? 4096 : cap * 2;
			char *more = arena_bytes(a, cap + 1);
			memcpy(more, p, n);
			p = more;
		}
	}
	p[n] = '\0';
	*out = (struct str){ p, n };
	return 0;
}

int file_slurp(struct str *out, struct arena *a, const char *path, size_t max, struct err *e)
{
	int ret = -1;
	struct stat sb;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return err_sys(e, errno, "open");
	if (fstat(fd, &sb) != 0)
		err_sys(e, errno, "stat");
	else if (S_ISREG(sb.st_mode) && (uintmax_t)sb.st_size > max)
		err_sys(e, EFBIG, "read");
	else
		ret = file_read_rest(out, a, fd, S_ISREG(sb.st_mode) ? (size_t)sb.st_size : 0, max, e);
	close(fd);
	return ret;
}

static enum file_copied file_copy_range(int in, int out, uint64_t *total)
{
	bool moved = false;
	for (;;) {
		ssize_t k = copy_file_range(in, NULL, out, NULL, RANGE_STEP, 0);
		if (k < 0)
			return FILE_COPY_UNFIT;
		if (k == 0) /* a file of size 0 may still have bytes to read: /proc */
			return moved ? FILE_COPIED : FILE_COPY_UNFIT;
		moved = true;
		*total += (uint64_t)k;
	}
}

static enum file_copied file_splice(int in, int out, uint64_t *total)
{
	bool moved = false;
	for (;;) {
		ssize_t k = splice(in, NULL, out, NULL, SPLICE_STEP, SPLICE_F_MOVE | SPLICE_F_MORE);
		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0)
			return FILE_COPY_UNFIT;
		if (k == 0)
			return moved ? FILE_COPIED : FILE_COPY_UNFIT;
		moved = true;
		*total += (uint64_t)k;
	}
}

enum file_copied file_copy_kernel(int in, int out, uint64_t *total)
{
	struct stat from, to;
	if (fstat(in, &from) != 0 || fstat(out, &to) != 0)
		return FILE_COPY_UNFIT;
	if (S_ISREG(from.st_mode) && S_ISREG(to.st_mode))
		return file_copy_range(in, out, total);
	/* Character devices stay with write: splicing to /dev/full succeeds. */
	bool from_fit = S_ISFIFO(from.st_mode) || (S_ISREG(from.st_mode) && from.st_size > 0);
	bool to_fit = S_ISFIFO(to.st_mode) || S_ISREG(to.st_mode) || S_ISSOCK(to.st_mode);
	if (!from_fit || !to_fit || !(S_ISFIFO(from.st_mode) || S_ISFIFO(to.st_mode)))
		return FILE_COPY_UNFIT;
	if (S_ISFIFO(to.st_mode) && S_ISREG(from.st_mode) && from.st_size > PIPE_WANTED)
		(void)fcntl(out, F_SETPIPE_SZ, PIPE_WANTED);
	return file_splice(in, out, total);
}
