#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ember/git/repo.h"

#define STATUS_DEPTH 256         /* folders inside folders that are looked into */
#define STATUS_DEADLINE_EVERY 64 /* tracked files between two looks at the clock */

/* An entry of the listed directory that has something tracked at or below it. */
struct status_child {
	struct str name;
	struct git_letters own;   /* of a file of this name */
	struct git_letters below; /* the most urgent of a folder of this name */
	bool file;                /* the index has a file of this name */
	bool folder;              /* the index has something below a folder of this name */
	bool looked;              /* untracked files below it were looked for */
};

struct git_dir {
	struct repo *repo;
	const char *real;
	struct str prefix;      /* "" or "a/b/" */
	struct index_list list; /* what is tracked below it */
	enum repo_state state;
	VEC(struct status_child) children;
	struct map names; /* → index of the child */
	bool gitlink;     /* repo_in_gitlink */
	bool late;        /* the time was over before all folders were known */
};

/* Folders opened on the way to the one at hand, so that no link on the way is followed. */
struct status_chain {
	int top;
	int fds[STATUS_DEPTH];
	size_t ends[STATUS_DEPTH]; /* length of the folder's path, with its '/' */
	size_t n;
	char path[INDEX_PATH_MAX];
};

static void status_merge(char *to, char letter)
{
	if (repo_rank(letter) > repo_rank(*to))
		*to = letter;
}

/* ---- folders of the worktree ---- */

static void chain_cut(struct status_chain *c, size_t n)
{
	while (c->n > n)
		close(c->fds[--c->n]);
}

/* A descriptor of the folder "a/b/" ("" = top). -1: it is not there, or a link is on the way. */
static int chain_to(struct status_chain *c, struct str folder)
{
	while (c->n &&
		!(c->ends[c->n - 1] <= folder.n &&
			memcmp(c->path, folder.p, c->ends[c->n - 1]) == 0))
		chain_cut(c, c->n - 1);
	size_t at = c->n ? c->ends[c->n - 1] : 0;
	if (folder.n >= sizeof(c->path))
		return -1;
	while (at < folder.n) {
		char name[NAME_MAX + 1];
		struct str rest = str_sub(folder, at, folder.n), part = str_cut(&rest, '/');
		if (c->n == STATUS_DEPTH || part.n > NAME_MAX)
			return -1;
		memcpy(name, part.p, part.n);
		name[part.n] = '\0';
		int fd = openat(c->n ? c->fds[c->n - 1] : c->top, name,
			O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
		if (fd < 0)
			return -1;
		memcpy(c->path + at, folder.p + at, part.n + 1);
		at += part.n + 1;
		c->fds[c->n] = fd;
		c->ends[c->n++] = at;
	}
	return c->n ? c->fds[c->n - 1] : c->top;
}

/* ---- tracked files ---- */

/* The letters that a path below the directory adds to: a file's own, or those of a folder. */
static struct git_letters *status_slot(
	struct git_dir *d, struct str path, struct status_child **child)
{
	bool added;
	struct str rest = str_sub(path, d->prefix.n, path.n);
	struct str name = str_cut(&rest, '/');
	uint64_t *at = map_at(&d->names, name, &added);
	if (added) {
		struct git_letters none = { '-', '-' };
		*at = d->children.n;
		VEC_PUSH(&d->children) =
			(struct status_child){ .name = name, .own = none, .below = none };
	}
	*child = &d->children.p[*at];
	return name.n + d->prefix.n < path.n ? &(*child)->below : &(*child)->own;
}

/* How deep a path lies below the listed directory: 0 = one of its entries. */
static bool status_counts(const struct git_dir *d, struct str path)
{
	enum git_depth depth = d->repo->git->options.depth;
	struct str rest = str_sub(path, d->prefix.n, path.n);
	size_t slash = str_chr(rest, '/');
	if (slash == STR_NONE || depth == GIT_DEPTH_FULL)
		return true;
	rest = str_sub(rest, slash + 1, rest.n);
	return depth == GIT_DEPTH_DIR && str_chr(rest, '/') == STR_NONE;
}

/* Letters that need no look at the worktree: conflicts, and what is staged. */
static void status_staged(struct git_dir *d)
{
	struct staged_list all = d->repo->staged;
	struct status_child *child;
	for (size_t i = 0; i < d->list.n; i++) {
		const struct index_entry *e = &d->list.p[i];
		struct git_letters *l = status_slot(d, e->path, &child);
		*(l == &child->own ? &child->file : &child->folder) = true;
		if (e->stage && status_counts(d, e->path))
			*l = (struct git_letters){ 'U', 'U' };
	}
	for (size_t i = 0; i < all.n; i++) {
		struct str path = all.p[i].path;
		if (str_starts(path, d->prefix) && path.n > d->prefix.n && status_counts(d, path))
			status_merge(&status_slot(d, path, &child)->index, all.p[i].letter);
	}
}

static char status_file(struct git_dir *d, struct status_chain *c, const struct index_entry *e)
{
	char name[NAME_MAX + 1];
	size_t slash = str_rchr(e->path, '/');
	size_t from = slash == STR_NONE ? 0 : slash + 1;
	if (e->mode == INDEX_TREE)
		return '-'; /* a folder that a sparse checkout left out */
	struct str base = str_sub(e->path, from, e->path.n);
	if (base.n > NAME_MAX)
		return '~';
	memcpy(name, base.p, base.n);
	name[base.n] = '\0';
	int fd = chain_to(c, str_sub(e->path, 0, from));
	if (fd < 0)
		return e->skip_worktree || e->assume_valid ? '-' : 'D';
	return repo_compare(d->repo, e, fd, name);
}

/* folders: what lies below the entries, after the entries themselves. */
static void status_worktree(struct git_dir *d, struct status_chain *c, bool folders)
{
	struct git_letters unknown = { '~', '~' };
	struct status_child *child;
	unsigned n = 0;
	for (size_t i = 0; i < d->list.n; i++) {
		const struct index_entry *e = &d->list.p[i];
		struct git_letters *l = status_slot(d, e->path, &child);
		if ((l == &child->below) != folders || e->stage || l->worktree == 'U' ||
			l->worktree == '~' || !status_counts(d, e->path))
			continue;
		if (folders && n++ % STATUS_DEADLINE_EVERY == 0 && repo_late(d->repo->git))
			d->late = true;
		char letter = folders && d->late ? '~' : status_file(d, c, e);
		if (letter == '~')
			*l = unknown;
		else
			status_merge(&l->worktree, letter);
	}
}

static bool status_scan(struct git_dir *d)
{
	struct repo *r = d->repo;
	struct status_chain c;
	if (d->state != REPO_NEW)
		return d->state == REPO_READY;
	d->state = REPO_BROKEN;
	c.top = r->top_fd;
	c.n = 0;
	repo_late(r->git); /* the time starts with the first question */
	if (!repo_index(r) || !repo_staged(r))
		return false;
	d->list = index_sub(r->all, d->prefix);
	d->gitlink = repo_in_gitlink(r, d->prefix);
	status_staged(d);
	status_worktree(d, &c, false);
	status_worktree(d, &c, true);
	chain_cut(&c, 0);
	d->state = REPO_READY;
	return true;
}

/* ---- the questions ---- */

struct git_dir *git_dir(struct git *g, const char *path)
{
	char real[PATH_MAX];
	uint64_t known;
	bool unusable;
	if (!realpath(path, real))
		return NULL;
	if (map_get(&g->dirs, str_from(real), &known))
		return (struct git_dir *)(uintptr_t)known;
	const char *kept = arena_cstr(&g->arena, str_from(real));
	struct repo *r = repo_find(g, kept, &unusable);
	struct git_dir *d = NULL;
	if (r || unusable) {
		d = ARENA_NEW(&g->arena, struct git_dir);
		*d = (struct git_dir){
			.repo = r, .real = kept, .state = unusable ? REPO_BROKEN : REPO_NEW
		};
	}
	if (r) {
		size_t top = strlen(r->place.top) == 1 ? 0 : strlen(r->place.top);
		if (strlen(kept) > top + 1)
			d->prefix = arena_printf(&g->arena, "%s/", kept + top + 1);
	}
	map_put(&g->dirs, str_from(kept), (uint64_t)(uintptr_t)d);
	return d;
}

static struct str status_path(struct git_dir *d, struct arena *a, struct str name)
{
	return arena_printf(a, "%.*s%.*s", STR_ARG(d->prefix), STR_ARG(name));
}

/*
 * The worktree letter of an entry that is not tracked. A folder without any file that git would
 * add is nothing to git; the search ends with the first one.
 */
static char status_untracked(struct git_dir *d, struct str name, bool is_dir)
{
	struct arena a = { 0 };
	enum git_depth depth = d->repo->git->options.depth;
	char letter = repo_ignored(d->repo, status_path(d, &a, name), is_dir);
	if (letter == '?' && is_dir && depth != GIT_DEPTH_OFF) {
		struct str folder = arena_printf(
			&a, "%.*s%.*s/", STR_ARG(d->prefix), STR_ARG(name));
		if (!repo_nested(d->repo, folder))
			letter = repo_untracked_below(d->repo, folder, true);
	}
	arena_fini(&a);
	return letter;
}

static void status_search(struct git_dir *d, struct status_child *child)
{
	struct repo *r = d->repo;
	enum git_depth depth = r->git->options.depth;
	if (child->looked || depth == GIT_DEPTH_OFF ||
		repo_rank(child->below.worktree) >= repo_rank('?'))
		return;
	struct str folder = arena_printf(
		&r->git->arena, "%.*s%.*s/", STR_ARG(d->prefix), STR_ARG(child->name));
	status_merge(
		&child->below.worktree, repo_untracked_below(r, folder, depth == GIT_DEPTH_FULL));
	child->looked = true;
}

/* One unknown side makes both unknown. */
static struct git_letters status_known(struct git_letters l)
{
	return l.index == '~' || l.worktree == '~' ? (struct git_letters){ '~', '~' } : l;
}

struct git_letters git_letters(struct git_dir *d, struct str name, bool is_dir)
{
	struct git_letters l = { '-', '-' };
	uint64_t at;
	if (str_eqc(name, ".git"))
		return (struct git_letters){ '-', 'I' };
	if (str_eqc(name, "."))
		return git_dir_letters(d);
	if (!status_scan(d))
		return (struct git_letters){ '~', '~' };
	if (d->gitlink)
		return l;
	struct status_child *child = map_get(&d->names, name, &at) ? &d->children.p[at] : NULL;
	bool tracked = child && (child->file || (is_dir && child->folder));
	if (child && is_dir && child->folder)
		status_search(d, child);
	if (child) {
		l = child->own;
		if (is_dir) {
			status_merge(&l.index, child->below.index);
			status_merge(&l.worktree, child->below.worktree);
		}
	}
	if (!tracked)
		status_merge(&l.worktree, status_untracked(d, name, is_dir));
	return status_known(l);
}

struct git_letters git_dir_letters(struct git_dir *d)
{
	struct git_letters sum = { '-', '-' };
	if (!status_scan(d))
		return (struct git_letters){ '~', '~' };
	if (d->gitlink)
		return sum;
	if (d->list.n == 0 && d->children.n == 0 && d->prefix.n) {
		sum.worktree = repo_ignored(d->repo, str_sub(d->prefix, 0, d->prefix.n - 1), true);
		return status_known(sum);
	}
	for (size_t i = 0; i < d->children.n; i++) {
		const struct status_child *child = &d->children.p[i];
		status_merge(&sum.index, child->own.index);
		status_merge(&sum.index, child->below.index);
		status_merge(&sum.worktree, child->own.worktree);
		status_merge(&sum.worktree, child->below.worktree);
	}
	enum git_depth depth = d->repo->git->options.depth;
	if (repo_rank(sum.worktree) < repo_rank('?') && depth != GIT_DEPTH_OFF)
		status_merge(&sum.worktree,
			repo_untracked_below(d->repo, d->prefix, depth == GIT_DEPTH_FULL));
	return status_known(sum);
}

unsigned git_urgency(struct git_letters l)
{
	unsigned a = repo_rank(l.index), b = repo_rank(l.worktree);
	return a > b ? a : b;
}

bool git_ignored(struct git_dir *d, struct str name, bool is_dir)
{
	struct arena a = { 0 };
	bool ignored = false;
	if (str_eqc(name, ".git"))
		return true;
	if (d->repo && repo_index(d->repo)) {
		struct str path = status_path(d, &a, name);
		struct str below = arena_printf(&a, "%.*s/", STR_ARG(path));
		ignored = !index_find(d->repo->all, path) &&
			index_sub(d->repo->all, below).n == 0 &&
			repo_ignored(d->repo, path, is_dir) == 'I';
	}
	arena_fini(&a);
	return ignored;
}

void status_free(struct git_dir *d)
{
	VEC_FREE(&d->children);
	map_fini(&d->names);
}
