#include "ecat.h"

#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "ember/base/sort.h"
#include "ember/git/git.h"

#define UP_MAX 256 /* folders above this one that are looked at */

enum changed_base { CHANGED_INDEX, CHANGED_HEAD, CHANGED_REVISION };

struct changed {
	struct git *git;
	enum changed_base base;
	const char *revision;
	struct arena *arena;
	VEC(char *) files;
};

/* By its letters; against a revision, which they do not speak of, every tracked file may be changed. */
static bool changed_is(const struct changed *w, struct git_letters l)
{
	switch (w->base) {
	case CHANGED_REVISION:
		return l.worktree != '?' && l.worktree != 'I';
	case CHANGED_HEAD:
		if (l.index && strchr("MTR", l.index))
			return true;
		break;
	case CHANGED_INDEX:
		break;
	}
	return l.worktree == 'M' || l.worktree == 'T' || l.worktree == 'U' || l.index == 'U';
}

static bool changed_file(struct changed *w, const char *name)
{
	struct git_changes changes;
	struct arena a = { 0 };
	struct err e;
	if (w->base != CHANGED_REVISION)
		return true;
	bool changed = git_changes(w->git, &a, name, w->revision, &changes, &e) != 0; /* what fails is told later */
	arena_fini(&a);
	return changed;
}

static enum changed_base changed_base(const char *name)
{
	if (!name || strcmp(name, "index") == 0)
		return CHANGED_INDEX;
	return strcmp(name, "head") == 0 || strcmp(name, "HEAD") == 0 ? CHANGED_HEAD : CHANGED_REVISION;
}

/* Files below `path` ("" or "folder/") whose letters say that they were changed. */
static void changed_walk(struct changed *w, const char *path)
{
	struct git_dir *dir = git_dir(w->git, *path ? path : ".");
	DIR *list = dir ? opendir(*path ? path : ".") : NULL;
	for (struct dirent *e; list && (e = readdir(list)) != NULL;) {
		const bool is_dir = e->d_type == DT_DIR;
		if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0 || strcmp(e->d_name, ".git") == 0)
			continue;
		if (!changed_is(w, git_letters(dir, str_from(e->d_name), is_dir)))
			continue;
		char *name = arena_cstr(w->arena, arena_printf(w->arena, "%s%s%s", path, e->d_name, is_dir ? "/" : ""));
		if (is_dir)
			changed_walk(w, name);
		else if (e->d_type == DT_REG && changed_file(w, name))
			VEC_PUSH(&w->files) = name;
	}
	if (list)
		closedir(list);
}

static int changed_order(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

void changed_files(struct ecat_conf *c, struct arena *a, struct diag *d)
{
	struct changed w = { .git = git_new(NULL), .base = changed_base(c->diff_base), .revision = c->diff_base,
		.arena = a };
	char top[3 * UP_MAX + 1] = "";
	struct str branch;
	if (!git_dir(w.git, ".")) {
		diag_text(d, 1, "--diff: this folder is in no git repository");
		git_free(w.git);
		return;
	}
	for (unsigned i = 0; i < UP_MAX && git_branch(w.git, a, *top ? top : ".", &branch) != 1; i++)
		memcpy(top + 3 * i, "../", 4);
	changed_walk(&w, top);
	if (w.files.n) {
		qsort(w.files.p, w.files.n, sizeof(*w.files.p), changed_order);
		c->files = ARENA_ARRAY(a, char *, w.files.n);
		memcpy(c->files, w.files.p, w.files.n * sizeof(*w.files.p));
		c->n_files = w.files.n;
	}
	VEC_FREE(&w.files);
	git_free(w.git);
}
