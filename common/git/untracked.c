#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/base/buf.h"
#include "ember/git/repo.h"
#include "ember/os/dir.h"

#define SEARCH_NAMES_MAX                                                                           \
	4096 /* names looked at in untracked folders before '?' is taken for granted */

static struct str fold(struct arena *a, struct str path)
{
	char *to = arena_bytes(a, path.n);
	for (size_t i = 0; i < path.n; i++)
		to[i] = ascii_lower(path.p[i]);
	return (struct str){ to, path.n };
}

/* Some tracked path differs from this one in the case of ASCII letters alone. */
static bool folded(struct repo *r, struct str path)
{
	struct arena a = { 0 };
	if (!repo_index(r))
		return false;
	const bool made = r->folded.n != 0;
	for (size_t i = 0; !made && i < r->all.n; i++)
		map_put(&r->folded, fold(&r->git->arena, r->all.p[i].path), 1);
	bool known = map_get(&r->folded, fold(&a, path), NULL);
	arena_fini(&a);
	return known;
}

char repo_ignored(struct repo *r, struct str path, bool is_dir)
{
	if (!repo_api(r))
		return '~';
	if (r->ignore_case && !is_dir && folded(r, path))
		return '-';
	return exclude_is(&r->exclude, path, is_dir) ? 'I' : '?';
}

bool repo_nested(const struct repo *r, struct str folder)
{
	struct arena a = { 0 };
	struct str bare = str_sub(folder, 0, folder.n - 1);
	bool nested = git_is_top(arena_printf(&a, "%s/%.*s", r->place.top, STR_ARG(bare)).p);
	arena_fini(&a);
	return nested;
}

bool repo_in_gitlink(const struct repo *r, struct str folder)
{
	for (size_t i = 0; i < folder.n; i++) {
		const struct index_entry *e = folder.p[i] == '/' ? index_find(r->all, str_sub(folder, 0, i)) : NULL;
		if (e && e->mode == INDEX_GITLINK)
			return true;
	}
	return false;
}

/* A walk over the folders below one, in search of one untracked file. */
struct search {
	struct repo *repo;
	enum repo_search what;
	struct index_list list;
	struct arena arena;
	struct buf path;      /* of the name at hand */
	VEC(struct str) todo; /* folders, "a/b/" */
	unsigned budget;      /* names in untracked folders */
};

/* '?' when the untracked name s->path settles the search, '-' to go on, '~' on failure. */
static char search_new(struct search *s, bool is_dir)
{
	char letter = repo_ignored(s->repo, buf_view(&s->path), is_dir);
	if (letter != '?' || !is_dir)
		return letter == 'I' ? '-' : letter;
	buf_char(&s->path, '/');
	if (repo_nested(s->repo, buf_view(&s->path)))
		return '?';
	/* A folder without a file in it is nothing to git. */
	if (s->what != REPO_SEARCH_NAMES)
		VEC_PUSH(&s->todo) = arena_str(&s->arena, buf_view(&s->path));
	return '-';
}

/* The same of a name in `folder`, of which the index has the entries `here`. */
static char search_name(
	struct search *s, struct str folder, const struct dir_name *name, uint8_t type, struct index_list here)
{
	bool is_dir = type == DT_DIR;
	if ((!is_dir && type != DT_REG && type != DT_LNK) || str_eqc((struct str){ name->name, name->len }, ".git"))
		return '-';
	buf_clear(&s->path);
	buf_str(&s->path, folder);
	buf_add(&s->path, name->name, name->len);
	if (here.n && index_find(here, buf_view(&s->path)))
		return '-';
	if (here.n && is_dir) {
		buf_char(&s->path, '/');
		if (index_sub(here, buf_view(&s->path)).n) {
			if (s->what == REPO_SEARCH_ALL)
				VEC_PUSH(&s->todo) = arena_str(&s->arena, buf_view(&s->path));
			return '-';
		}
		s->path.n--;
	}
	return search_new(s, is_dir);
}

/* DT_DIR, DT_REG, DT_LNK; git knows nothing else. */
static uint8_t search_type(int fd, const struct dir_name *name)
{
	struct stat sb;
	if (name->type != DT_UNKNOWN)
		return name->type;
	return fstatat(fd, name->name, &sb, AT_SYMLINK_NOFOLLOW) == 0 ? (uint8_t)IFTODT(sb.st_mode)
								      : DT_UNKNOWN;
}

static char search_folder(struct search *s, struct dir_batch *batch, struct str folder)
{
	struct index_list here = index_sub(s->list, folder);
	struct dir_name name;
	struct err e;
	char letter = '-';
	int fd = folder.n
		? dir_open_path(s->repo->top_fd, str_sub(folder, 0, folder.n - 1), false, &e)
		: dir_open(s->repo->top_fd, ".", false, &e);
	if (fd < 0)
		return '-';
	do {
		if (dir_fill(batch, fd, &e) != 0)
			break;
		while (letter == '-' && dir_next(batch, &name)) {
			if (here.n == 0 && s->budget-- == 0)
				letter = '?';
			else
				letter = search_name(s, folder, &name, search_type(fd, &name), here);
		}
	} while (letter == '-' && !batch->end);
	close(fd);
	return letter;
}

char repo_untracked_below(struct repo *r, struct str folder, enum repo_search what)
{
	struct search s = {
		.repo = r, .what = what, .list = index_sub(r->all, folder), .budget = SEARCH_NAMES_MAX
	};
	struct dir_batch batch;
	char letter = '-';
	dir_batch_init(&batch, DIR_BATCH);
	VEC_PUSH(&s.todo) = folder;
	while (s.todo.n && letter == '-') {
		struct str next = s.todo.p[--s.todo.n];
		letter = repo_late(r->git) ? '~' : search_folder(&s, &batch, next);
	}
	dir_batch_fini(&batch);
	VEC_FREE(&s.todo);
	buf_fini(&s.path);
	arena_fini(&s.arena);
	return letter;
}
