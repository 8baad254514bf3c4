#include <stdio.h>
#include <string.h>

#include "ember/base/number.h"
#include "ember/base/sort.h"
#include "ember/git/repo.h"

#define STAGED_LIMIT_MAX 32767 /* as git cuts it */

/* One entry of a tree of HEAD. */
struct staged_head {
	struct str name;
	uint32_t mode;
	unsigned char id[GIT_PLUGIN_ID_MAX];
	bool used; /* the index has something of this name */
};

/* A folder that is still to be compared. */
struct staged_item {
	struct str prefix; /* "" or "a/b/" */
	bool in_head;
	unsigned char id[GIT_PLUGIN_ID_MAX]; /* its tree in HEAD */
};

struct staged_work {
	struct repo *repo;
	struct arena *a;
	VEC(struct staged_item) todo;
	VEC(struct staged_head) heads; /* of the folder at hand */
	size_t hint;                   /* where the last head was found */
	VEC(struct staged) found;
};

static bool staged_is_tree(uint32_t mode)
{
	return (mode & 0170000) == INDEX_TREE;
}

static int staged_take(void *ctx, const char *name, uint32_t mode, const unsigned char *id)
{
	struct staged_work *w = ctx;
	struct staged_head head = { .name = arena_str(w->a, str_from(name)), .mode = mode };
	memcpy(head.id, id, w->repo->place.hash_size);
	VEC_PUSH(&w->heads) = head;
	return 0;
}

static struct staged_head *staged_head_of(struct staged_work *w, struct str name)
{
	/* A tree's order is by name with '/' behind folders: close to sorted, yet not by name
	 * alone. */
	for (size_t i = 0; i < w->heads.n; i++)
		if (str_eq(w->heads.p[i].name, name))
			return &w->heads.p[i];
	return NULL;
}

static void staged_add(
	struct staged_work *w, struct str path, char letter, uint32_t mode, const unsigned char *id)
{
	VEC_PUSH(&w->found) = (struct staged){ path, letter, mode, id };
}

static struct str staged_join(
	struct staged_work *w, struct str prefix, struct str name, const char *end)
{
	return arena_printf(w->a, "%.*s%.*s%s", STR_ARG(prefix), STR_ARG(name), end);
}

static void staged_push(struct staged_work *w, struct str prefix, const unsigned char *id)
{
	struct staged_item item = { .prefix = prefix, .in_head = id != NULL };
	if (id)
		memcpy(item.id, id, w->repo->place.hash_size);
	VEC_PUSH(&w->todo) = item;
}

/* A file of the index beside what HEAD has of this name. */
static void staged_file(
	struct staged_work *w, const struct index_entry *e, struct staged_head *head)
{
	if (!e->stage && e->intent_to_add) /* not in the index yet: what HEAD has of it is deleted */
		return;
	if (head)
		head->used = true;
	if (e->stage) /* a conflict is told by its stages */
		return;
	if (!head || staged_is_tree(head->mode)) {
		if (head)
			head->used = false; /* the files of the old folder are gone */
		staged_add(w, e->path, 'N', e->mode, e->id);
	} else if ((head->mode & 0170000) != (e->mode & 0170000)) {
		staged_add(w, e->path, 'T', e->mode, e->id);
	} else if (head->mode != e->mode || !repo_same_id(w->repo, head->id, e->id)) {
		staged_add(w, e->path, 'M', e->mode, e->id);
	}
}

/* The entries of one folder of the index: files are compared, folders put off. */
static void staged_folder(struct staged_work *w, struct str prefix, struct index_list list)
{
	for (size_t i = 0; i < list.n;) {
		const struct index_entry *e = &list.p[i];
		struct str rest = str_sub(e->path, prefix.n, e->path.n);
		size_t slash = str_chr(rest, '/');
		if (slash == STR_NONE) {
			staged_file(w, e, staged_head_of(w, rest));
			i++;
			continue;
		}
		struct str name = str_sub(rest, 0, slash);
		struct str below = str_sub(e->path, 0, prefix.n + slash + 1);
		struct staged_head *head = staged_head_of(w, name);
		bool tree = head && staged_is_tree(head->mode);
		if (tree)
			head->used = true;
		const unsigned char *cached = index_tree(
			&w->repo->index, str_sub(below, 0, below.n - 1));
		bool sparse = e->mode == INDEX_TREE && rest.n == slash + 1;
		if (sparse)
			cached = e->id;
		if (!tree || !cached || !repo_same_id(w->repo, cached, head->id)) {
			if (sparse)
				staged_add(w, e->path, tree ? 'M' : 'N', e->mode, e->id);
			else
				staged_push(w, below, tree ? head->id : NULL);
		}
		i += index_sub((struct index_list){ list.p + i, list.n - i }, below).n;
	}
}

/* What HEAD has and the index has not: files are deleted, folders with all that is in them. */
static void staged_gone(struct staged_work *w, struct str prefix)
{
	for (size_t i = 0; i < w->heads.n; i++) {
		const struct staged_head *head = &w->heads.p[i];
		if (head->used)
			continue;
		if (staged_is_tree(head->mode)) {
			staged_push(w, staged_join(w, prefix, head->name, "/"), head->id);
			continue;
		}
		unsigned char *id = arena_alloc(w->a, w->repo->place.hash_size);
		memcpy(id, head->id, w->repo->place.hash_size);
		staged_add(w, staged_join(w, prefix, head->name, ""), 'D', head->mode, id);
	}
}

static bool staged_walk(struct staged_work *w, const struct git_plugin *api)
{
	while (w->todo.n) {
		struct staged_item item = w->todo.p[--w->todo.n];
		struct index_list list = index_sub(w->repo->all, item.prefix);
		w->heads.n = 0;
		w->hint = 0;
		if (item.in_head && api->tree(w->repo->handle, item.id, w, staged_take) != 1)
			return false;
		staged_folder(w, item.prefix, list);
		staged_gone(w, item.prefix);
	}
	return true;
}

static int staged_cmp(const void *a, const void *b, void *ctx)
{
	(void)ctx;
	return str_cmp(((const struct staged *)a)->path, ((const struct staged *)b)->path);
}

/* The files with that letter, for the plugin's search for renames. */
static struct git_plugin_file *staged_side(struct staged_work *w, char letter, size_t *n)
{
	struct git_plugin_file *files = ARENA_ARRAY(w->a, struct git_plugin_file, w->found.n);
	*n = 0;
	for (size_t i = 0; i < w->found.n; i++) {
		const struct staged *s = &w->found.p[i];
		if (s->letter == letter && s->mode != INDEX_GITLINK && s->mode != INDEX_TREE)
			files[(*n)++] = (struct git_plugin_file){
				.path = arena_cstr(w->a, s->path), .id = s->id, .mode = s->mode
			};
	}
	return files;
}

enum staged_find { STAGED_NOTHING, STAGED_RENAMES, STAGED_COPIES };

/* The first of the two settings that is there, "status." before "diff.". */
static bool staged_setting(const struct staged_work *w, const struct git_plugin *api, const char *key, char *word,
	size_t n)
{
	char name[32];
	void *handle = w->repo->handle;
	snprintf(name, sizeof(name), "status.%s", key);
	if (api->text(handle, name, word, n) == 1)
		return true;
	snprintf(name, sizeof(name), "diff.%s", key);
	return api->text(handle, name, word, n) == 1;
}

static enum staged_find staged_wanted(const struct staged_work *w, const struct git_plugin *api)
{
	char word[16];
	void *handle = w->repo->handle;
	if (staged_setting(w, api, "renames", word, sizeof(word)) &&
		(strcmp(word, "copies") == 0 || strcmp(word, "copy") == 0))
		return STAGED_COPIES;
	return api->flag(handle, "status.renames", api->flag(handle, "diff.renames", 1)) ? STAGED_RENAMES : STAGED_NOTHING;
}

static unsigned staged_limit(const struct staged_work *w, const struct git_plugin *api)
{
	char word[16];
	uint64_t limit = 0;
	if (staged_setting(w, api, "renamelimit", word, sizeof(word)) && !number_u64(str_from(word), &limit))
		return 0;
	return limit < STAGED_LIMIT_MAX ? (unsigned)limit : STAGED_LIMIT_MAX;
}

static void staged_renames(struct staged_work *w, const struct git_plugin *api)
{
	size_t n_old, n_new, kept = 0;
	struct git_plugin_file *old = staged_side(w, 'D', &n_old),
			       *now = staged_side(w, 'N', &n_new);
	void *handle = w->repo->handle;
	enum staged_find find = n_old && n_new ? staged_wanted(w, api) : STAGED_NOTHING;
	if (find == STAGED_NOTHING ||
		api->renames(handle, find == STAGED_COPIES, staged_limit(w, api), old, n_old, now, n_new) != 1)
		return;
	/* Both sides were taken in the order of `found`. */
	size_t at_old = 0, at_new = 0;
	for (size_t i = 0; i < w->found.n; i++) {
		struct staged s = w->found.p[i];
		if (at_old < n_old && s.letter == 'D' && str_eqc(s.path, old[at_old].path)) {
			if (old[at_old++].renamed)
				continue;
		} else if (at_new < n_new && s.letter == 'N' && str_eqc(s.path, now[at_new].path)) {
			if (now[at_new++].renamed)
				s.letter = 'R';
		}
		w->found.p[kept++] = s;
	}
	w->found.n = kept;
}

bool repo_staged(struct repo *r)
{
	struct staged_work w = { .repo = r, .a = &r->git->arena };
	unsigned char id[GIT_PLUGIN_ID_MAX];
	if (r->staged_state != REPO_NEW)
		return r->staged_state == REPO_READY;
	r->staged_state = REPO_BROKEN;
	const struct git_plugin *api = repo_index(r) ? repo_api(r) : NULL;
	if (!api)
		return false;
	int head = api->head_tree(r->handle, id);
	bool ok = head >= 0;
	if (ok) {
		const unsigned char *cached = head == 1 ? index_tree(&r->index, STR("")) : NULL;
		if (!cached || !repo_same_id(r, cached, id))
			staged_push(&w, STR(""), head == 1 ? id : NULL);
		ok = staged_walk(&w, api);
	}
	if (!ok) {
		repo_failed(r);
	} else {
		staged_renames(&w, api);
		if (w.found.n)
			sort_stable(w.found.p, w.found.n, sizeof(*w.found.p), staged_cmp, NULL);
		struct staged *p = ARENA_ARRAY(w.a, struct staged, w.found.n);
		if (w.found.n)
			memcpy(p, w.found.p, w.found.n * sizeof(*p));
		r->staged = (struct staged_list){ p, w.found.n };
		r->staged_state = REPO_READY;
	}
	VEC_FREE(&w.todo);
	VEC_FREE(&w.heads);
	VEC_FREE(&w.found);
	return ok;
}
