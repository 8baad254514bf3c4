#include "ember/git/git.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/base/mem.h"
#include "ember/git/repo.h"

struct git *git_new(const struct git_options *o)
{
	struct git *g = mem_zero(1, sizeof(*g));
	if (o)
		g->options = *o;
	return g;
}

void git_free(struct git *g)
{
	if (!g)
		return;
	for (struct repo *r = g->repos; r; r = r->next) {
		if (r->handle_state == REPO_READY) {
			exclude_fini(&r->exclude);
			r->api->close(r->handle);
		}
		map_fini(&r->folded);
		index_close(&r->index);
		index_close(&r->base);
		if (r->top_fd >= 0)
			close(r->top_fd);
	}
	for (size_t i = 0; i < g->dirs.cap; i++)
		if (g->dirs.slots[i].used && g->dirs.slots[i].value)
			status_free((struct git_dir *)(uintptr_t)g->dirs.slots[i].value);
	map_fini(&g->dirs);
	map_fini(&g->kept);
	arena_fini(&g->arena);
	free(g);
}

bool git_problem(const struct git *g, const char **path, struct err *e)
{
	if (!g->problem_path)
		return false;
	*path = g->problem_path;
	*e = g->problem;
	return true;
}

const char *git_library_version(struct git *g)
{
	const struct git_plugin *api = repo_plugin(g);
	return api ? api->version() : NULL;
}

/* ---- one file ---- */

/* A file, its repository, and its path from the top. */
struct git_file {
	struct repo *repo;
	struct str path; /* NUL-terminated */
	const char *name;
};

static int git_unknown(const struct git *g, struct err *e)
{
	const char *path;
	if (!git_problem(g, &path, e))
		err_text(e, "not known");
	return -1;
}

/* 1, 0 = in no repository, -1. The folder's links are resolved, not the file's own. */
static int git_file(struct git *g, struct git_file *f, const char *path, struct err *e)
{
	char real[PATH_MAX];
	bool unusable;
	struct str whole = str_from(path);
	size_t slash = str_rchr(whole, '/');
	struct str name = slash == STR_NONE ? whole : str_sub(whole, slash + 1, whole.n);
	const char *folder = slash == STR_NONE
		? "."
		: arena_cstr(&g->arena, str_sub(whole, 0, slash ? slash : 1));
	if (name.n == 0 || str_eqc(name, ".") || str_eqc(name, ".."))
		return 0;
	if (!realpath(folder, real))
		return err_sys(e, errno, "open");
	f->repo = repo_find(g, real, &unusable);
	if (!f->repo)
		return unusable ? git_unknown(g, e) : 0;
	size_t top = strlen(f->repo->place.top) == 1 ? 0 : strlen(f->repo->place.top);
	const char *below = strlen(real) > top + 1 ? real + top + 1 : "";
	f->path = arena_printf(&g->arena, "%s%s%.*s", below, *below ? "/" : "", STR_ARG(name));
	f->name = f->path.p + f->path.n - name.n;
	return 1;
}

/* The id of the file's blob in `base`. 1, 0 = it has none, -1 unknown. *entry only for the index.
 */
static int git_base(struct git_file *f, const char *base, unsigned char *id,
	const struct index_entry **entry, struct err *e)
{
	struct repo *r = f->repo;
	*entry = NULL;
	if (!base || strcmp(base, "index") == 0) {
		if (!repo_index(r))
			return git_unknown(r->git, e);
		const struct index_entry *found = index_find(r->all, f->path);
		if (!found || found->stage || found->intent_to_add || found->mode == INDEX_GITLINK)
			return 0;
		*entry = found;
		memcpy(id, found->id, r->place.hash_size);
		return 1;
	}
	const struct git_plugin *api = repo_api(r);
	int got = api
		? api->find(r->handle, strcmp(base, "head") == 0 ? "HEAD" : base, f->path.p, id)
		: -1;
	if (api && got < 0)
		repo_failed(r);
	return got < 0 ? git_unknown(r->git, e) : got;
}

struct git_ranges {
	VEC(struct git_range) list;
};

static void git_hunk(
	void *ctx, uint32_t old_start, uint32_t old_lines, uint32_t new_start, uint32_t new_lines)
{
	struct git_ranges *r = ctx;
	(void)old_start;
	struct git_range range = { new_start, new_start + new_lines - 1, GIT_MODIFIED };
	if (old_lines == 0)
		range.mark = GIT_ADDED;
	if (new_lines == 0) {
		/* Gone lines leave their mark on the line before them, or above the first. */
		range.first = range.last = new_start ? new_start : 1;
		range.mark = new_start ? GIT_REMOVED_BELOW : GIT_REMOVED_ABOVE;
	}
	VEC_PUSH(&r->list) = range;
}

/* The index says by its stat data alone that the file is what was added. */
static bool git_clean(struct git_file *f, const struct index_entry *entry)
{
	struct str folder = str_sub(f->path, 0, f->path.n - strlen(f->name));
	int fd = f->repo->top_fd;
	if (folder.n) {
		const char *below = arena_cstr(
			&f->repo->git->arena, str_sub(folder, 0, folder.n - 1));
		fd = openat(f->repo->top_fd, below, O_PATH | O_DIRECTORY | O_CLOEXEC);
	}
	bool clean = fd >= 0 && repo_unchanged(f->repo, entry, fd, f->name);
	if (fd >= 0 && fd != f->repo->top_fd)
		close(fd);
	return clean;
}

/* An answer that was asked for ahead. */
struct git_kept {
	int got;
	struct git_changes changes;
};

static const struct git_kept *git_keeps(const struct git *g, const char *path, const char *base)
{
	struct arena a = { 0 };
	uint64_t at = 0;
	if (g->kept.n)
		map_get(&g->kept, arena_printf(&a, "%s\n%s", base ? base : "index", path), &at);
	arena_fini(&a);
	return (const struct git_kept *)(uintptr_t)at;
}

bool git_changes_kept(const struct git *g, const char *path, const char *base)
{
	return git_keeps(g, path, base) != NULL;
}

void git_changes_ahead(struct git *g, const char *path, const char *base)
{
	struct git_file f;
	struct err e;
	if (git_file(g, &f, path, &e) != 1 || !repo_asks(f.repo) || git_keeps(g, path, base))
		return;
	struct git_kept *kept = ARENA_NEW(&g->arena, struct git_kept);
	kept->got = git_changes(g, &g->arena, path, base, &kept->changes, &e);
	map_put(&g->kept, arena_printf(&g->arena, "%s\n%s", base ? base : "index", path),
		(uint64_t)(uintptr_t)kept);
}

int git_changes(struct git *g, struct arena *a, const char *path, const char *base,
	struct git_changes *out, struct err *e)
{
	struct git_file f;
	unsigned char id[GIT_PLUGIN_ID_MAX];
	const struct index_entry *entry;
	struct git_ranges ranges = { 0 };
	struct stat sb;
	*out = (struct git_changes){ 0 };
	const struct git_kept *kept = git_keeps(g, path, base);
	if (kept) {
		*out = kept->changes;
		return kept->got < 0 ? git_unknown(g, e) : kept->got;
	}
	if (lstat(path, &sb) != 0 || !S_ISREG(sb.st_mode))
		return 0;
	int got = git_file(g, &f, path, e);
	if (got == 1)
		got = git_base(&f, base, id, &entry, e);
	if (got != 1 || (entry && git_clean(&f, entry)))
		return got < 0 ? -1 : 0;
	const struct git_plugin *api = repo_api(f.repo);
	got = api ? api->hunks(f.repo->handle, id, entry != NULL, f.path.p, &ranges, git_hunk) : -1;
	if (api && got < 0)
		repo_failed(f.repo);
	if (got == 1 && ranges.list.n) {
		struct git_range *p = ARENA_ARRAY(a, struct git_range, ranges.list.n);
		memcpy(p, ranges.list.p, ranges.list.n * sizeof(*p));
		*out = (struct git_changes){ p, ranges.list.n };
	}
	VEC_FREE(&ranges.list);
	return got < 0 ? git_unknown(g, e) : out->n > 0;
}

enum git_mark git_mark(const struct git_changes *c, uint32_t line)
{
	size_t low = 0, high = c->n;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (c->ranges[mid].last < line)
			low = mid + 1;
		else
			high = mid;
	}
	enum git_mark mark = GIT_SAME;
	for (; low < c->n && c->ranges[low].first <= line; low++)
		if (mark == GIT_SAME || c->ranges[low].mark == GIT_ADDED ||
			c->ranges[low].mark == GIT_MODIFIED)
			mark = c->ranges[low].mark;
	return mark;
}

struct git_taken {
	struct arena *arena;
	struct str text;
};

static void git_take(void *ctx, const void *bytes, size_t n)
{
	struct git_taken *t = ctx;
	t->text = arena_str(t->arena, (struct str){ bytes, n });
}

int git_blob(struct git *g, struct arena *a, const char *path, const char *base, size_t max,
	struct str *out, struct err *e)
{
	struct git_file f;
	unsigned char id[GIT_PLUGIN_ID_MAX];
	const struct index_entry *entry;
	struct git_taken taken = { .arena = a };
	int got = git_file(g, &f, path, e);
	if (got == 1)
		got = git_base(&f, base, id, &entry, e);
	if (got != 1)
		return got;
	const struct git_plugin *api = repo_api(f.repo);
	got = api ? api->blob(f.repo->handle, id, max, &taken, git_take) : -1;
	if (api && got < 0)
		repo_failed(f.repo);
	*out = taken.text;
	return got < 0 ? git_unknown(g, e) : got;
}

int git_branch(struct git *g, struct arena *a, const char *path, struct str *out)
{
	char real[PATH_MAX], name[512];
	bool unusable;
	if (!realpath(path, real))
		return 0;
	struct repo *r = repo_find(g, real, &unusable);
	if (!r)
		return unusable ? -1 : 0;
	if (strcmp(r->place.top, real) != 0)
		return 0;
	const struct git_plugin *api = repo_api(r);
	int got = api ? api->branch(r->handle, name, sizeof(name)) : -1;
	if (api && got < 0)
		repo_failed(r);
	if (got == 1)
		*out = arena_str(a, str_from(name));
	return got;
}
