/*
 * raw_walk [-s] [DIR]: the least a program can do to list a tree: openat and getdents64 with a 64 KiB
 * buffer, every path written. With -s also a size asked for every non-directory. The physical limit
 * that the walker's figures are divided by; it checks nothing and is for measuring only.
 */
#include <dirent.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static char out[65536];
static size_t out_n;
static bool want_size;
static off_t total;

static void put(const char *path, size_t n)
{
	if (out_n + n + 1 > sizeof(out)) {
		if (write(STDOUT_FILENO, out, out_n) < 0)
			_exit(1);
		out_n = 0;
	}
	memcpy(out + out_n, path, n);
	out_n += n;
	out[out_n++] = '\n';
}

struct level {
	int fd;
	size_t path_n;
	char *dirs; /* names of subfolders, NUL-terminated, one behind the other */
	size_t n, cap, at;
};

static char path[1 << 20];
static char records[65536];

static void keep(struct level *l, const char *name, size_t n)
{
	if (l->n + n + 1 > l->cap) {
		l->cap = l->cap * 2 + n + 1024;
		l->dirs = realloc(l->dirs, l->cap);
		if (!l->dirs)
			_exit(1);
	}
	memcpy(l->dirs + l->n, name, n + 1);
	l->n += n + 1;
}

static void entry(struct level *l, const struct dirent64 *d)
{
	size_t n = strlen(d->d_name);
	struct stat sb;
	memcpy(path + l->path_n, d->d_name, n + 1);
	put(path, l->path_n + n);
	if (d->d_type == DT_DIR)
		keep(l, d->d_name, n);
	else if (want_size && fstatat(l->fd, d->d_name, &sb, AT_SYMLINK_NOFOLLOW) == 0)
		total += sb.st_size;
}

static void fill(struct level *l)
{
	long got;
	while ((got = syscall(SYS_getdents64, l->fd, records, sizeof(records))) > 0) {
		for (long at = 0; at < got;) {
			const struct dirent64 *d = (const void *)(records + at);
			const char *c = d->d_name;
			at += d->d_reclen;
			if (c[0] != '.' || (c[1] && (c[1] != '.' || c[2])))
				entry(l, d);
		}
	}
}

static void walk(const char *root)
{
	static struct level levels[4096];
	int top = 0;
	size_t n = strlen(root);
	memcpy(path, root, n);
	path[n] = '/';
	levels[0].fd = open(root, O_RDONLY | O_DIRECTORY);
	levels[0].path_n = n + 1;
	fill(&levels[0]);
	while (top >= 0) {
		struct level *l = &levels[top];
		if (l->at == l->n) {
			close(l->fd);
			l->n = l->at = 0;
			top--;
			continue;
		}
		const char *name = l->dirs + l->at;
		size_t len = strlen(name);
		l->at += len + 1;
		struct level *down = &levels[top + 1];
		down->fd = openat(l->fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
		if (down->fd < 0)
			continue;
		memcpy(path + l->path_n, name, len);
		path[l->path_n + len] = '/';
		down->path_n = l->path_n + len + 1;
		fill(down);
		top++;
	}
}

int main(int argc, char **argv)
{
	int at = 1;
	if (at < argc && strcmp(argv[at], "-s") == 0) {
		want_size = true;
		at++;
	}
	walk(at < argc ? argv[at] : ".");
	if (out_n && write(STDOUT_FILENO, out, out_n) < 0)
		return 1;
	return total < 0;
}
