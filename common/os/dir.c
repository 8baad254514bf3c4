#include "ember/os/dir.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "ember/base/mem.h"

/* A record can be this long (name of 255 bytes); with less room left the kernel answers EINVAL. */
#define DIR_RECORD_MAX 288
#define DIR_PIECE (PATH_MAX - 1)

/*
 * Where the place after the last name is the last one that there is, nothing can follow: ext4 and tmpfs say so, and
 * not after an error. It saves the question whether there is more.
 */
static bool dir_ends_here(const char *p, size_t n)
{
	const struct dirent64 *d = (const void *)p;
	for (size_t at = 0; at < n; at += d->d_reclen)
		d = (const void *)(p + at);
	return d->d_off == INT64_MAX;
}

void dir_batch_init(struct dir_batch *b, size_t cap)
{
	*b = (struct dir_batch){ .cap = cap > 2 * DIR_RECORD_MAX ? cap : 2 * DIR_RECORD_MAX };
}

void dir_batch_fini(struct dir_batch *b)
{
	free(b->p);
	*b = (struct dir_batch){ 0 };
}

int dir_fill(struct dir_batch *b, int fd, struct err *e)
{
	if (!b->cap)
		b->cap = DIR_BATCH;
	if (!b->p)
		b->p = mem_alloc(b->cap + DIR_SLACK);
	b->n = b->at = 0;
	b->end = false;
	while (!b->end && b->cap - b->n >= DIR_RECORD_MAX) {
		long got = syscall(SYS_getdents64, fd, b->p + b->n, b->cap - b->n);
		if (got == 0 || (got < 0 && errno == ENOENT)) { /* removed meanwhile: nothing is in it */
			b->end = true;
			return 0;
		}
		if (got < 0 && errno == EINTR)
			continue;
		/* Not all file systems agree on how much room a record wants: then the batch is full. */
		if (got < 0 && errno == EINVAL && b->n)
			return 0;
		if (got < 0) {
			b->end = true;
			return err_sys(e, errno, NULL);
		}
		b->n += (size_t)got;
		b->end = dir_ends_here(b->p + b->n - got, (size_t)got);
	}
	return 0;
}

void dir_again(struct dir_batch *b)
{
	b->at = 0;
}

bool dir_next_all(struct dir_batch *b, struct dir_name *out)
{
	if (b->at >= b->n)
		return false;
	dir_record(b, out);
	return true;
}

bool dir_next_hidden(struct dir_batch *b, struct dir_name *out)
{
	while (b->at < b->n) {
		const struct dirent64 *d = (const void *)(b->p + b->at);
		if (d->d_name[0] != '.')
			b->at += d->d_reclen;
		else if (dir_next_all(b, out) && out->len > 1 && (out->name[1] != '.' || out->len > 2))
			return true;
	}
	return false;
}

/* 0 to 2 stay what they are even when the caller's shell closed them (spec efind B13). */
static int dir_above_stdio(int fd, struct err *e)
{
	if (fd < 0)
		return err_sys(e, errno, NULL);
	if (fd > 2)
		return fd;
	int up = fcntl(fd, F_DUPFD_CLOEXEC, 3);
	int num = errno;
	close(fd);
	return up < 0 ? err_sys(e, num, NULL) : up;
}

#define DIR_FLAGS (O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)

static int dir_open_as(int at, const char *name, int flags, struct err *e)
{
	int fd;
	do
		fd = openat(at, name, flags);
	while (fd < 0 && errno == EINTR);
	return dir_above_stdio(fd, e);
}

int dir_open(int at, const char *name, bool follow, struct err *e)
{
	return dir_open_as(at, name, DIR_FLAGS | (follow ? 0 : O_NOFOLLOW), e);
}

int dir_open_near(int at, const char *name, bool quiet, struct err *e)
{
	int flags = DIR_FLAGS | O_NOFOLLOW | (quiet ? O_NOATIME : 0);
	struct open_how how = { .resolve = RESOLVE_NO_XDEV | RESOLVE_NO_SYMLINKS, .flags = (unsigned)flags };
	int fd = (int)syscall(SYS_openat2, at, name, &how, sizeof(how));
	if (fd >= 0 || (errno != ENOSYS && errno != EPERM))
		return dir_above_stdio(fd, e);
	/* A kernel, or a filter of system calls, without openat2. */
	struct stat here, there;
	fd = dir_open_as(at, name, flags, e);
	if (fd >= 0 && (fstat(at, &here) != 0 || fstat(fd, &there) != 0 || here.st_dev != there.st_dev)) {
		close(fd);
		return err_sys(e, EXDEV, NULL);
	}
	return fd;
}

bool dir_knows_mounts(void)
{
	return syscall(SYS_openat2, -1, "", NULL, (size_t)0) < 0 && errno == EINVAL; /* no such size of a request */
}

int dir_lead(int fd)
{
	int lead = openat(fd, ".", O_PATH | O_DIRECTORY | O_CLOEXEC);
	if (lead < 0)
		return fd;
	close(fd);
	return lead;
}

static int dir_open_beneath(int at, const char *path, bool last)
{
	struct open_how how = { .resolve = RESOLVE_NO_SYMLINKS,
		.flags = (last ? DIR_FLAGS : O_PATH | O_DIRECTORY | O_CLOEXEC) | O_NOFOLLOW };
	return (int)syscall(SYS_openat2, at, path, &how, sizeof(how));
}

/* One piece, component by component, for kernels without openat2. Writes into `path`. */
static int dir_open_steps(int at, char *path, bool last)
{
	int cur = at;
	for (char *c = path; *c;) {
		char *slash = strchr(c, '/');
		if (slash)
			*slash = '\0';
		char *next = slash ? slash + 1 : c + strlen(c);
		while (*next == '/')
			next++;
		int flags = last && !*next ? DIR_FLAGS : O_PATH | O_DIRECTORY | O_CLOEXEC;
		int fd = openat(cur, c, flags | O_NOFOLLOW);
		int num = errno;
		if (cur != at)
			close(cur);
		if (fd < 0) {
			errno = num;
			return -1;
		}
		cur = fd;
		c = next;
	}
	return cur;
}

static int dir_open_piece(int at, char *piece, bool follow, bool last)
{
	if (follow)
		return openat(at, piece, last ? DIR_FLAGS : O_PATH | O_DIRECTORY | O_CLOEXEC);
	int fd = dir_open_beneath(at, piece, last);
	if (fd < 0 && (errno == ENOSYS || errno == EPERM || errno == EAGAIN || errno == EINVAL))
		fd = dir_open_steps(at, piece, last);
	return fd;
}

int dir_open_path(int at, struct str path, bool follow, struct err *e)
{
	char piece[DIR_PIECE + 1];
	int cur = at;
	while (path.n) {
		size_t n = path.n;
		if (n > DIR_PIECE) { /* cut at the last slash that fits */
			n = str_rchr(str_sub(path, 0, DIR_PIECE), '/');
			if (n == STR_NONE || n == 0)
				n = DIR_PIECE;
		}
		memcpy(piece, path.p, n);
		piece[n] = '\0';
		path = str_sub(path, n, path.n);
		while (path.n && path.p[0] == '/')
			path = str_sub(path, 1, path.n);
		int fd = dir_open_piece(cur, piece, follow, !path.n);
		int num = errno;
		if (cur != at)
			close(cur);
		if (fd < 0)
			return err_sys(e, num, NULL);
		cur = fd;
	}
	if (cur == at)
		return err_sys(e, ENOENT, NULL);
	return dir_above_stdio(cur, e);
}

unsigned dir_limit(void)
{
	struct rlimit r;
	if (getrlimit(RLIMIT_NOFILE, &r) != 0)
		return 256;
	return r.rlim_cur > 1u << 20 ? 1u << 20 : (unsigned)r.rlim_cur;
}
