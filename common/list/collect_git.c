#include "ember/list/collect.h"

#include <dirent.h>

#include "ember/base/size.h"

static struct git *collect_git(struct collect *c)
{
	if (!c->git)
		c->git = git_new(&c->conf->git_options);
	return c->git;
}

static void collect_letters(const struct collect *c, struct listing *l, struct item *it, struct git_letters letters)
{
	/* git passes over what is no file, link or folder, unless it was one when it was added. */
	bool other = it->type != DT_REG && it->type != DT_LNK && it->type != DT_DIR && it->type != DT_UNKNOWN;
	if (other && (letters.worktree == '?' || letters.worktree == 'I'))
		letters.worktree = '-';
	/* What lies below was not asked for: nothing is said rather than that it is unchanged. */
	if (item_is_dir(it) && c->conf->git_options.depth == GIT_DEPTH_OFF && letters.index == '-' &&
		letters.worktree == '-')
		letters = (struct git_letters){ 0, 0 };
	it->git = letters;
	l->any_git |= letters.index || letters.worktree;
}

void collect_git_dir(struct collect *c, struct listing *l, size_t from, const char *path)
{
	struct git_dir *d = git_dir(collect_git(c), path);
	size_t kept = from;
	for (size_t i = from; d && i < l->n; i++) {
		struct str name = str_base(item_name(l->v[i]));
		bool dots = str_eqc(name, ".") || str_eqc(name, "..");
		if (c->conf->git_ignore && !dots && git_ignored(d, name, item_is_dir(l->v[i]))) {
			collect_forget(l, l->v[i]);
			continue;
		}
		l->v[kept++] = l->v[i];
		if (!c->conf->git && c->conf->sort != LIST_BY_GIT)
			continue;
		if (str_eqc(name, "."))
			collect_letters(c, l, l->v[i], git_dir_letters(d));
		else if (!str_eqc(name, ".."))
			collect_letters(c, l, l->v[i], git_letters(d, name, item_is_dir(l->v[i])));
	}
	if (d)
		l->n = kept;
}

void collect_git_arg(struct collect *c, struct listing *l, struct item *it)
{
	struct str path = item_name(it), base = str_base(path);
	struct git_dir *d;
	if (item_is_dir(it) && !str_eqc(base, ".git")) {
		d = git_dir(collect_git(c), it->name);
		if (d)
			collect_letters(c, l, it, git_dir_letters(d));
		return;
	}
	buf_clear(&c->scratch);
	buf_add(&c->scratch, path.p, (size_t)(base.p - path.p));
	if (c->scratch.n == 0)
		buf_char(&c->scratch, '.');
	d = git_dir(collect_git(c), buf_cstr(&c->scratch));
	if (d)
		collect_letters(c, l, it, git_letters(d, base, false));
}

void collect_repo(struct collect *c, struct listing *l, struct item *it, const char *path)
{
	struct str branch;
	if (it->type != DT_DIR || !it->facts || !it->facts->more ||
		git_branch(collect_git(c), &l->text, path, &branch) <= 0)
		return;
	struct item_more *more = it->facts->more;
	more->branch = arena_cstr(&l->text, branch);
	struct git_dir *d = c->conf->repo_status ? git_dir(collect_git(c), path) : NULL;
	if (!d)
		return;
	struct git_letters letters = git_dir_letters(d);
	more->clean_known = letters.index != '~' && letters.worktree != '~';
	more->clean = letters.index == '-' && letters.worktree == '-';
}
