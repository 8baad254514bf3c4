#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "ember/git/repo.h"
#include "ember/os/env.h"

enum { STATUS_NOW = 1, STATUS_LATER }; /* in the place of letters that are to be found out */

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
	size_t last;      /* index of the child that was asked for last */
	bool gitlink;     /* repo_in_gitlink */
};

static void status_merge(char *to, char letter)
{
	if (repo_rank(letter) > repo_rank(*to))
		*to = letter;
}

/* ---- tracked files ---- */

/* The child of that name; most paths have that of the one before. */
static struct status_child *status_child(struct git_dir *d, struct str name)
{
	bool added;
	if (d->last < d->children.n && str_eq(d->children.p[d->last].name, name))
		return &d->children.p[d->last];
	uint64_t *at = map_at(&d->names, name, &added);
	if (added) {
		struct git_letters none = { '-', '-' };
		*at = d->children.n;
		VEC_PUSH(&d->children) =
			(struct status_child){ .name = name, .own = none, .below = none };
	}
	d->last = *at;
	return &d->children.p[*at];
}

/* The letters that a path below the directory adds to: a file's own, or those of a folder. */
static struct git_letters *status_slot(
	struct git_dir *d, struct str path, struct status_child **child)
{
	struct str rest = { path.p + d->prefix.n, path.n - d->prefix.n };
	size_t slash = str_chr(rest, '/');
	bool below = slash != STR_NONE;
	*child = status_child(d, (struct str){ rest.p, below ? slash : rest.n });
	return below ? &(*child)->below : &(*child)->own;
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

/* The worktree's letters: of the entries themselves first, then, as long as there is time, of what lies below them. */
static void status_worktree(struct git_dir *d)
{
	struct arena a = { 0 };
	struct git_letters unknown = { '~', '~' };
	struct status_child *child;
	char *letters = arena_bytes(&a, d->list.n);
	for (size_t i = 0; i < d->list.n; i++) {
		const struct index_entry *e = &d->list.p[i];
		struct git_letters *l = status_slot(d, e->path, &child);
		bool passed = e->stage || l->worktree == 'U' || !status_counts(d, e->path);
		letters[i] = passed ? '-' : l == &child->own ? STATUS_NOW : STATUS_LATER;
	}
	repo_tracked(d->repo, d->list, letters, STATUS_NOW, false);
	repo_tracked(d->repo, d->list, letters, STATUS_LATER, true);
	for (size_t i = 0; i < d->list.n; i++) {
		if (letters[i] == '-')
			continue;
		struct git_letters *l = status_slot(d, d->list.p[i].path, &child);
		if (letters[i] == '~')
			*l = unknown;
		else
			status_merge(&l->worktree, letters[i]);
	}
	arena_fini(&a);
}

static bool status_scan(struct git_dir *d)
{
	struct repo *r = d->repo;
	if (d->state != REPO_NEW)
		return d->state == REPO_READY;
	d->state = REPO_BROKEN;
	repo_late(r->git); /* the time starts with the first question */
	if (!repo_index(r) || !repo_staged(r))
		return false;
	d->list = index_sub(r->all, d->prefix);
	d->gitlink = repo_in_gitlink(r, d->prefix);
	status_staged(d);
	status_worktree(d);
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
	/* Where GIT_DIR names the repository, a folder of a submodule is another one seen from within. */
	const bool within = g->nesting && env_get("GIT_DIR");
	struct str key = within ? arena_printf(&g->arena, "%s/", real) : str_from(real);
	if (map_get(&g->dirs, key, &known))
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
	map_put(&g->dirs, within ? key : str_from(kept), (uint64_t)(uintptr_t)d);
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
			letter = repo_untracked_below(d->repo, folder, REPO_SEARCH_ALL);
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
	status_merge(&child->below.worktree,
		repo_untracked_below(r, folder, depth == GIT_DEPTH_FULL ? REPO_SEARCH_ALL : REPO_SEARCH_NAMES));
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
	enum git_depth depth = d->repo->git->options.depth;
	for (size_t i = 0; i < d->children.n; i++) {
		struct status_child *child = &d->children.p[i];
		status_merge(&sum.index, child->own.index);
		status_merge(&sum.index, child->below.index);
		status_merge(&sum.worktree, child->own.worktree);
		status_merge(&sum.worktree, child->below.worktree);
	}
	/* What the listing of the directory asks of its entries is not searched twice. */
	for (size_t i = 0; i < d->children.n && depth == GIT_DEPTH_FULL; i++) {
		struct status_child *child = &d->children.p[i];
		if (repo_rank(sum.worktree) >= repo_rank('?'))
			break;
		if (child->folder)
			status_search(d, child);
		status_merge(&sum.worktree, child->below.worktree);
	}
	if (repo_rank(sum.worktree) < repo_rank('?') && depth != GIT_DEPTH_OFF)
		status_merge(&sum.worktree,
			repo_untracked_below(d->repo, d->prefix,
				depth == GIT_DEPTH_FULL ? REPO_SEARCH_NEW : REPO_SEARCH_NAMES));
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
