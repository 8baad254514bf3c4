/* Folders that a sparse checkout left out, and that are there nevertheless. */
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

#include "ember/git/repo.h"

struct sparse_work {
	struct repo *repo;
	const struct git_plugin *api;
	struct str folder;                 /* whose tree is read, with '/' at its end */
	VEC(struct index_entry) children;  /* of that tree, in its order */
	VEC(struct index_entry) todo;      /* the next one is the last */
	VEC(struct index_entry) done;
};

/* Below it are names, and none that leads elsewhere. */
static bool sparse_name(struct str name)
{
	return name.n && str_chr(name, '/') == STR_NONE && !str_eqc(name, ".") && !str_eqc(name, "..") &&
		!str_eq_nocase(name, STR(".git"));
}

static int sparse_take(void *ctx, const char *name, uint32_t mode, const unsigned char *id)
{
	struct sparse_work *w = ctx;
	struct arena *a = &w->repo->git->arena;
	const unsigned n = w->repo->place.hash_size;
	const bool folder = (mode & 0170000) == INDEX_TREE;
	struct str s = str_from(name);
	if (!sparse_name(s) || w->folder.n + s.n + folder >= INDEX_PATH_MAX)
		return 1;
	/* all zero where an entry of the index has what was seen of its file: the content decides */
	unsigned char *seen = arena_bytes(a, INDEX_STAT + n);
	memset(seen, 0, INDEX_STAT);
	memcpy(seen + INDEX_STAT, id, n);
	VEC_PUSH(&w->children) = (struct index_entry){
		.path = arena_printf(a, "%.*s%s%s", STR_ARG(w->folder), name, folder ? "/" : ""),
		.id = seen + INDEX_STAT,
		.mode = folder ? INDEX_TREE : mode,
		.skip_worktree = true,
	};
	return 0;
}

static bool sparse_there(const struct repo *r, const struct index_entry *e)
{
	struct stat sb;
	char path[INDEX_PATH_MAX];
	if (e->mode != INDEX_TREE || e->path.n < 2 || e->path.n > sizeof(path))
		return false;
	memcpy(path, e->path.p, e->path.n - 1);
	path[e->path.n - 1] = 0;
	return fstatat(r->top_fd, path, &sb, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(sb.st_mode);
}

/* In the place of a folder what its tree has; a tree that cannot be read leaves it as it is. */
static void sparse_open(struct sparse_work *w, const struct index_entry *e)
{
	w->folder = e->path;
	w->children.n = 0;
	if (w->api->tree(w->repo->handle, e->id, w, sparse_take) != 1) {
		VEC_PUSH(&w->done) = *e;
		return;
	}
	for (size_t i = w->children.n; i > 0; i--)
		VEC_PUSH(&w->todo) = w->children.p[i - 1];
}

void repo_unsparse(struct repo *r)
{
	struct sparse_work w = { .repo = r };
	size_t first = 0;
	while (first < r->all.n && !sparse_there(r, &r->all.p[first]))
		first++;
	if (first == r->all.n || !(w.api = repo_api(r)))
		return;
	for (size_t i = 0; i < r->all.n; i++) {
		VEC_PUSH(&w.todo) = r->all.p[i];
		while (w.todo.n) {
			struct index_entry e = w.todo.p[--w.todo.n];
			if (i >= first && sparse_there(r, &e))
				sparse_open(&w, &e);
			else
				VEC_PUSH(&w.done) = e;
		}
	}
	struct index_entry *all = ARENA_ARRAY(&r->git->arena, struct index_entry, w.done.n);
	memcpy(all, w.done.p, w.done.n * sizeof(*all));
	r->all = (struct index_list){ all, w.done.n };
	VEC_FREE(&w.children);
	VEC_FREE(&w.todo);
	VEC_FREE(&w.done);
}
