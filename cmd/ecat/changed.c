#include "ecat.h"

#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "ember/base/sort.h"
#include "ember/git/git.h"

#define UP_MAX 256 /* folders above this one that are looked at */

struct changed {
	struct git *git;
	struct arena *arena;
	VEC(char *) files;
};

static bool changed_is(struct git_letters l)
{
	return l.worktree == 'M' || l.worktree == 'T' || l.worktree == 'U' || l.index == 'U';
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
		if (!changed_is(git_letters(dir, str_from(e->d_name), is_dir)))
			continue;
		char *name = arena_cstr(w->arena, arena_printf(w->arena, "%s%s%s", path, e->d_name, is_dir ? "/" : ""));
		if (is_dir)
			changed_walk(w, name);
		else if (e->d_type == DT_REG)
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
	struct changed w = { .git = git_new(NULL), .arena = a };
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
