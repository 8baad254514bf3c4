#include "ember/pack/cache.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/base/sort.h"
#include "ember/base/str.h"
#include "ember/base/vec.h"
#include "ember/os/dir.h"
#include "ember/os/env.h"

#define NAME_END ".pack"

const char *cache_folder(struct arena *a)
{
	const char *named = env_get("EMBER_CACHE");
	if (!named)
		named = env_get("BAT_CACHE_PATH");
	return named ? named : env_path(a, ENV_CACHE, "ember");
}

static void name_of(char *name, size_t n, uint64_t key)
{
	snprintf(name, n, "%016llx" NAME_END, (unsigned long long)key);
}

static bool is_pack_name(struct str name)
{
	size_t n = 0;
	while (n < name.n && (ascii_digit(name.p[n]) || (name.p[n] >= 'a' && name.p[n] <= 'f')))
		n++;
	return n == 16 && str_eqc(str_sub(name, n, name.n), NAME_END);
}

/* Nobody but us and root may change it. */
static bool trusted(const struct stat *sb)
{
	return (sb->st_uid == geteuid() || sb->st_uid == 0) && !(sb->st_mode & (S_IWGRP | S_IWOTH));
}

/* The folder, if it is to be trusted; -1 else. */
static int open_folder(const char *folder, struct err *e)
{
	struct stat sb;
	int dir = dir_open(AT_FDCWD, folder, true, e);
	if (dir < 0)
		return -1;
	if (fstat(dir, &sb) == 0 && trusted(&sb))
		return dir;
	close(dir);
	return err_text(e, "others may write to the cache folder");
}

static int map(struct cache_map *m, int fd, size_t size, struct err *e)
{
	if (size == 0 || size > CACHE_PACK_MAX)
		return err_text(e, "no size that a pack has");
	void *at = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (at == MAP_FAILED)
		return err_sys(e, errno, "mmap");
	*m = (struct cache_map){ at, size };
	return 0;
}

enum cache_found cache_get(struct cache_map *m, const char *folder, uint64_t key)
{
	enum cache_found found = CACHE_NONE;
	char name[40];
	struct stat sb;
	*m = (struct cache_map){ 0 };
	int dir = folder ? open_folder(folder, NULL) : -1;
	if (dir < 0)
		return CACHE_NONE;
	name_of(name, sizeof(name), key);
	int fd = openat(dir, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	close(dir);
	if (fd < 0)
		return CACHE_NONE;
	if (fstat(fd, &sb) == 0 && S_ISREG(sb.st_mode) && trusted(&sb)) {
		if (sb.st_size == 0)
			found = CACHE_FAILED;
		else if (map(m, fd, (size_t)sb.st_size, NULL) == 0)
			found = CACHE_FOUND;
	}
	close(fd);
	return found;
}

void cache_unmap(struct cache_map *m)
{
	if (m->data)
		munmap((void *)(uintptr_t)m->data, m->size);
	*m = (struct cache_map){ 0 };
}

/* mkdir -p, for us alone. */
static void make_folder(const char *folder)
{
	struct arena a = { 0 };
	char *path = arena_cstr(&a, str_from(folder));
	for (char *p = path + 1; *p; p++) {
		if (*p != '/')
			continue;
		*p = 0;
		(void)mkdir(path, 0700);
		*p = '/';
	}
	(void)mkdir(path, 0700);
	arena_fini(&a);
}

int cache_begin(struct cache_new *n, const char *folder, struct err *e)
{
	*n = (struct cache_new){ .fd = -1, .dir = -1 };
	if (folder && folder[0]) {
		make_folder(folder);
		n->dir = open_folder(folder, e);
	}
	if (n->dir >= 0) {
		snprintf(n->name, sizeof(n->name), ".new-%ld", (long)getpid());
		(void)unlinkat(n->dir, n->name, 0);
		n->fd = openat(n->dir, n->name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
		if (n->fd >= 0)
			return 0;
		close(n->dir);
		n->dir = -1;
	}
	n->fd = memfd_create("ember", MFD_CLOEXEC);
	return n->fd >= 0 ? 0 : err_sys(e, errno, "memfd_create");
}

struct kept {
	struct str name;
	struct timespec used;
};

/* The one used last comes first. */
static int by_use(const void *a, const void *b, void *ctx)
{
	const struct timespec *x = &((const struct kept *)a)->used, *y = &((const struct kept *)b)->used;
	(void)ctx;
	if (x->tv_sec != y->tv_sec)
		return x->tv_sec > y->tv_sec ? -1 : 1;
	return (x->tv_nsec < y->tv_nsec) - (x->tv_nsec > y->tv_nsec);
}

/* Remove packs but the `keep` newest, and what was left half made. */
static int trim(int dir, size_t keep, struct err *e)
{
	struct arena a = { 0 };
	struct dir_batch batch;
	struct dir_name name;
	struct stat sb;
	VEC(struct kept) all = { 0 };
	int ret = 0;
	dir_batch_init(&batch, 4096);
	while (!batch.end && dir_fill(&batch, dir, e) == 0)
		while (dir_next(&batch, &name)) {
			struct str text = { name.name, name.len };
			bool half = str_starts(text, STR(".new-"));
			if ((half || is_pack_name(text)) && fstatat(dir, name.name, &sb, AT_SYMLINK_NOFOLLOW) == 0)
				VEC_PUSH(&all) = (struct kept){ arena_str(&a, text),
					half ? (struct timespec){ 0 } : sb.st_mtim };
		}
	if (all.n > keep) {
		sort_stable(all.p, all.n, sizeof(*all.p), by_use, NULL);
		for (size_t i = keep; i < all.n; i++)
			if (unlinkat(dir, all.p[i].name.p, 0) != 0 && errno != ENOENT)
				ret = err_sys(e, errno, NULL);
	}
	dir_batch_fini(&batch);
	VEC_FREE(&all);
	arena_fini(&a);
	return ret;
}

int cache_end(struct cache_new *n, struct cache_map *m, uint64_t key, struct err *e)
{
	char name[40];
	struct stat sb;
	*m = (struct cache_map){ 0 };
	int ret = fstat(n->fd, &sb) == 0 ? 0 : err_sys(e, errno, "stat");
	if (n->dir >= 0) {
		name_of(name, sizeof(name), key);
		if (ret != 0 || renameat(n->dir, n->name, n->dir, name) != 0)
			(void)unlinkat(n->dir, n->name, 0);
		else
			(void)trim(n->dir, CACHE_KEEP, NULL);
		close(n->dir);
	}
	if (ret == 0 && sb.st_size > 0)
		ret = map(m, n->fd, (size_t)sb.st_size, e);
	close(n->fd);
	return ret;
}

void cache_drop(struct cache_new *n)
{
	if (n->dir >= 0) {
		(void)unlinkat(n->dir, n->name, 0);
		close(n->dir);
	}
	close(n->fd);
}

int cache_clear(const char *folder, struct err *e)
{
	int dir = dir_open(AT_FDCWD, folder, true, e);
	if (dir < 0)
		return e->num == ENOENT ? 0 : -1;
	int ret = trim(dir, 0, e);
	close(dir);
	return ret;
}
