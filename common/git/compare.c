#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

#include "ember/git/repo.h"

#define REPO_NESTING_MAX 8 /* submodules inside submodules */

static bool repo_stat_matches(const struct index_stat *e, const struct stat *sb)
{
	return e->size == (uint32_t)sb->st_size && e->mtime_s == (uint32_t)sb->st_mtim.tv_sec &&
		(e->mtime_ns == 0 || e->mtime_ns == (uint32_t)sb->st_mtim.tv_nsec) &&
		e->ctime_s == (uint32_t)sb->st_ctim.tv_sec &&
		(e->ctime_ns == 0 || e->ctime_ns == (uint32_t)sb->st_ctim.tv_nsec) &&
		e->ino == (uint32_t)sb->st_ino && e->uid == sb->st_uid && e->gid == sb->st_gid;
}

/* The file may have been written again in the same tick after the index was. */
static bool repo_racy(const struct repo *r, const struct index_stat *e)
{
	int64_t s = (int64_t)e->mtime_s;
	return s > r->index.mtime_s || (s == r->index.mtime_s && e->mtime_ns >= r->index.mtime_ns);
}

static char repo_content(struct repo *r, const struct index_entry *entry)
{
	const struct git_plugin *api = repo_api(r);
	if (!api)
		return '~';
	int got = api->same(r->handle, entry->path.p, entry->mode, entry->id);
	if (got < 0)
		repo_failed(r);
	return got < 0 ? '~' : got ? '-' : 'M';
}

/* 'M' where submodule.NAME.ignore does not pass over what `found` says, as plugin.h counts; 0: clean. */
static char repo_submodule_letter(struct repo *r, const struct index_entry *entry, int found)
{
	const struct git_plugin *api = found ? repo_api(r) : NULL;
	if (!found)
		return '-';
	int passed = api ? api->submodule_ignore(r->handle, entry->path.p) : 0;
	return passed > 0 && found <= passed ? '-' : 'M';
}

static char repo_submodule_state(struct repo *r, const struct index_entry *entry)
{
	struct git *g = r->git;
	unsigned char id[GIT_PLUGIN_ID_MAX];
	bool unusable;
	const char *top = arena_printf(&g->arena, "%s/%.*s", r->place.top, STR_ARG(entry->path)).p;
	struct repo *sub = repo_find(g, top, &unusable);
	if (unusable)
		return '~';
	if (!sub || strcmp(sub->place.top, top) != 0)
		return '-'; /* not initialised */
	const struct git_plugin *api = repo_api(sub);
	int head = api ? api->head_commit(sub->handle, id) : -1;
	if (head < 0)
		return '~';
	if (head == 0 || sub->place.hash_size != r->place.hash_size || !repo_same_id(r, id, entry->id))
		return repo_submodule_letter(r, entry, 3);
	struct git_dir *d = git_dir(g, top);
	struct git_letters l = d ? git_dir_letters(d) : (struct git_letters){ '~', '~' };
	if (l.index == '~' || l.worktree == '~')
		return '~';
	bool tracked = repo_rank(l.index) > repo_rank('?') || repo_rank(l.worktree) > repo_rank('?');
	return repo_submodule_letter(r, entry, tracked ? 2 : l.worktree == '?' ? 1 : 0);
}

/* A submodule is modified when another commit is checked out in it, or anything in it is not clean. */
static char repo_submodule(struct repo *r, const struct index_entry *entry)
{
	struct git *g = r->git;
	if (g->nesting == REPO_NESTING_MAX)
		return '~';
	g->nesting++;
	char letter = repo_submodule_state(r, entry);
	g->nesting--;
	return letter;
}

/*
 * Does the file count although its entry is marked as left out? git takes the marks of a sparse
 * checkout off what is there nevertheless.
 */
static bool repo_back(struct repo *r)
{
	const struct git_plugin *api = repo_api(r);
	return api && api->flag(r->handle, "core.sparsecheckout", 0) == 1 &&
		api->flag(r->handle, "sparse.expectfilesoutsideofpatterns", 0) == 0;
}

char repo_missing(const struct index_entry *entry, int num)
{
	if (entry->skip_worktree || entry->assume_valid)
		return '-';
	return num == ENOENT || num == ENOTDIR ? 'D' : '~';
}

/*
 * What the entry and the file's stat data say; 0 where the content decides or, as long as it is not asked for, the
 * configuration.
 */
static char repo_judge(
	const struct repo *r, const struct index_entry *entry, const struct stat *sb, bool configured)
{
	struct index_stat e;
	bool link = S_ISLNK(sb->st_mode), linked = entry->mode == INDEX_LINK;
	if (S_ISDIR(sb->st_mode))
		return 'D';
	if (entry->intent_to_add)
		return 'N';
	if (link != linked) {
		/* Where there are no links (core.symlinks) a file holds what one would name. */
		if (!linked || !S_ISREG(sb->st_mode) || (configured && r->symlinks))
			return 'T';
		if (!configured)
			return 0;
	}
	if (!link && !S_ISREG(sb->st_mode)) /* a pipe and the like counts as a file */
		return 'M';
	if (!linked && ((sb->st_mode & S_IXUSR) != 0) != (entry->mode == INDEX_EXEC)) {
		if (!configured)
			return 0;
		if (r->file_mode)
			return 'M';
	}
	index_stat(entry, &e);
	if (repo_stat_matches(&e, sb) && !repo_racy(r, &e))
		return '-';
	return e.size != (uint32_t)sb->st_size && e.size != 0 ? 'M' : 0;
}

char repo_glance(const struct repo *r, const struct index_entry *entry, int folder, const char *name)
{
	struct stat sb;
	if (entry->assume_valid || entry->mode == INDEX_TREE)
		return '-';
	if (fstatat(folder, name, &sb, AT_SYMLINK_NOFOLLOW) != 0)
		return repo_missing(entry, errno);
	if (entry->skip_worktree || entry->mode == INDEX_GITLINK)
		return 0;
	return repo_judge(r, entry, &sb, false);
}

char repo_compare(struct repo *r, const struct index_entry *entry, int folder, const char *name)
{
	struct stat sb;
	if (fstatat(folder, name, &sb, AT_SYMLINK_NOFOLLOW) != 0)
		return repo_missing(entry, errno);
	if (entry->skip_worktree && !repo_back(r))
		return '-';
	if (entry->mode == INDEX_GITLINK)
		return S_ISDIR(sb.st_mode) ? repo_submodule(r, entry) : 'T';
	/* Asked for only where it matters: it opens the plugin. */
	if (!repo_api(r))
		return '~';
	char letter = repo_judge(r, entry, &sb, true);
	return letter ? letter : repo_content(r, entry);
}

bool repo_unchanged(struct repo *r, const struct index_entry *entry, int folder, const char *name)
{
	struct stat sb;
	struct index_stat e;
	index_stat(entry, &e);
	return fstatat(folder, name, &sb, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(sb.st_mode) &&
		(entry->mode == INDEX_FILE || entry->mode == INDEX_EXEC) && repo_stat_matches(&e, &sb) &&
		!repo_racy(r, &e);
}
