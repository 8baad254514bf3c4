#include "ember/git/exclude.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/base/buf.h"

struct exclude_folder {
	struct exclude_folder *above;
	size_t prefix;        /* length of its path with the '/' behind it */
	struct ignore *rules; /* of its .gitignore, or NULL */
	bool ignored;         /* it, or one above it: nothing below can be taken back */
};

/* The rules of a file, NULL when there are none. git does not follow a link in the worktree. */
static struct ignore *exclude_read(int at, const char *path, int flags)
{
	struct stat sb;
	struct buf text = { 0 };
	struct ignore *rules = NULL;
	int fd = openat(at, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | flags);
	if (fd < 0)
		return NULL;
	if (fstat(fd, &sb) == 0 && S_ISREG(sb.st_mode) && sb.st_size > 0 &&
		sb.st_size <= (off_t)IGNORE_FILE_MAX) {
		size_t want = (size_t)sb.st_size;
		buf_reserve(&text, want);
		for (ssize_t n = 1; n != 0 && text.n < want;) {
			n = read(fd, text.p + text.n, want - text.n);
			if (n < 0 && errno != EINTR)
				break;
			text.n += n > 0 ? (size_t)n : 0;
		}
		rules = ignore_parse(buf_view(&text));
	}
	buf_fini(&text);
	close(fd);
	return rules;
}

void exclude_init(
	struct exclude *x, struct arena *arena, int top, const char *info, const char *global)
{
	*x = (struct exclude){ .arena = arena, .top = top };
	x->info = info ? exclude_read(AT_FDCWD, info, 0) : NULL;
	x->global = global ? exclude_read(AT_FDCWD, global, 0) : NULL;
}

void exclude_fini(struct exclude *x)
{
	for (size_t i = 0; i < x->folders.cap; i++)
		if (x->folders.slots[i].used)
			ignore_free(((struct exclude_folder *)(uintptr_t)x->folders.slots[i].value)
					    ->rules);
	map_fini(&x->folders);
	ignore_free((struct ignore *)(uintptr_t)x->info);
	ignore_free((struct ignore *)(uintptr_t)x->global);
	*x = (struct exclude){ 0 };
}

/* What the rules that reach into `folder` say about an entry of it. */
static bool exclude_judge(
	const struct exclude *x, const struct exclude_folder *folder, struct str path, bool is_dir)
{
	struct str base = str_base(path);
	enum ignore_verdict verdict = IGNORE_NONE;
	for (const struct exclude_folder *f = folder; f && verdict == IGNORE_NONE; f = f->above)
		if (f->rules)
			verdict = ignore_match(
				f->rules, str_sub(path, f->prefix, path.n), base, is_dir);
	if (verdict == IGNORE_NONE && x->info)
		verdict = ignore_match(x->info, path, base, is_dir);
	if (verdict == IGNORE_NONE && x->global)
		verdict = ignore_match(x->global, path, base, is_dir);
	return verdict == IGNORE_DROP;
}

/* The folder "" or "a/b"; those above it are made first. */
static struct exclude_folder *exclude_folder(struct exclude *x, struct str path)
{
	struct exclude_folder *folder = NULL;
	uint64_t known;
	if (map_get(&x->folders, path, &known))
		return (struct exclude_folder *)(uintptr_t)known;
	for (size_t end = 0; end <= path.n; end++) {
		if (end && end < path.n && path.p[end] != '/')
			continue;
		struct str here = str_sub(path, 0, end);
		struct exclude_folder *above = folder;
		if (map_get(&x->folders, here, &known)) {
			folder = (struct exclude_folder *)(uintptr_t)known;
			continue;
		}
		folder = ARENA_NEW(x->arena, struct exclude_folder);
		*folder = (struct exclude_folder){ .above = above, .prefix = end ? end + 1 : 0 };
		folder->ignored = above && (above->ignored || exclude_judge(x, above, here, true));
		if (!folder->ignored) {
			const char *file = arena_printf(
				x->arena, "%.*s%s.gitignore", STR_ARG(here), end ? "/" : "")
						   .p;
			folder->rules = exclude_read(x->top, file, O_NOFOLLOW);
		}
		map_put(&x->folders, arena_str(x->arena, here), (uint64_t)(uintptr_t)folder);
	}
	return folder;
}

bool exclude_is(struct exclude *x, struct str path, bool is_dir)
{
	size_t slash = str_rchr(path, '/');
	struct exclude_folder *folder = exclude_folder(
		x, str_sub(path, 0, slash == STR_NONE ? 0 : slash));
	return folder->ignored || exclude_judge(x, folder, path, is_dir);
}
