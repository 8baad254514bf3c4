#include "ignore_file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/walk/ignore_global.h"

int ignore_fill(int fd, struct buf *b)
{
	while (b->n < IGNORE_FILE_MAX) {
		buf_reserve(b, b->n ? 65536 : 4096);
		ssize_t got = read(fd, b->p + b->n, b->cap - b->n);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return errno;
		if (got == 0)
			return 0;
		b->n += (size_t)got;
	}
	size_t lf = str_rchr(buf_view(b), '\n'); /* no half line at the end */
	b->n = lf == STR_NONE ? 0 : lf;
	return 0;
}

/* The bytes of file `name` in folder `at` into b; false when it is not a readable regular file. */
static bool ignore_read(int at, const char *name, int flags, struct buf *b)
{
	struct stat sb;
	int fd = openat(at, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | flags);
	if (fd < 0)
		return false;
	bool ok = fstat(fd, &sb) == 0 && S_ISREG(sb.st_mode);
	buf_clear(b);
	if (ok)
		(void)ignore_fill(fd, b);
	close(fd);
	return ok;
}

struct ignore *ignore_load(int at, const char *name, int flags)
{
	struct buf b = { 0 };
	struct ignore *ig = ignore_read(at, name, flags, &b) ? ignore_parse(buf_view(&b)) : NULL;
	buf_fini(&b);
	return ig;
}

int ignore_open_dir(int at, const char *path)
{
	return openat(at, path, O_PATH | O_DIRECTORY | O_CLOEXEC);
}

int ignore_git_dir(int at)
{
	int git = ignore_open_dir(at, ".git");
	struct buf b = { 0 };
	if (git < 0 && ignore_read(at, ".git", O_NOFOLLOW, &b) &&
		str_starts(buf_view(&b), STR("gitdir:"))) {
		struct str path = str_trim(str_sub(buf_view(&b), 7, b.n));
		struct buf name = { 0 };
		buf_str(&name, path);
		git = ignore_open_dir(at, buf_cstr(&name));
		buf_fini(&name);
	}
	if (git >= 0 && ignore_read(git, "commondir", O_NOFOLLOW, &b)) {
		b.n = str_trim(buf_view(&b)).n;
		int common = ignore_open_dir(git, buf_cstr(&b));
		close(git);
		git = common;
	}
	buf_fini(&b);
	return git;
}

bool ignore_own_global(int at, int git, const char *home, struct ignore **out)
{
	struct buf text = { 0 }, value = { 0 }, path = { 0 };
	bool named = ignore_read(git, "config", 0, &text) &&
		ignore_git_config(buf_view(&text), &value);
	struct str v = buf_view(&value);
	if (named && home && str_starts(v, STR("~/"))) {
		buf_text(&path, home);
		v = str_sub(v, 1, v.n);
	}
	buf_str(&path, v);
	*out = named && path.n ? ignore_load(at, buf_cstr(&path), 0) : NULL;
	buf_fini(&text);
	buf_fini(&value);
	buf_fini(&path);
	return named;
}
