#include "ember/git/repo.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/git/ask.h"
#include "ember/os/clock.h"
#include "ember/os/env.h"

void repo_problem(struct git *g, const char *path, const struct err *e)
{
	if (g->problem_path)
		return;
	g->problem_path = arena_cstr(&g->arena, str_from(path));
	g->problem = *e;
	if (e->what)
		g->problem.what = arena_cstr(&g->arena, str_from(e->what));
}

struct repo *repo_find(struct git *g, const char *real, bool *unusable)
{
	struct git_place place;
	struct err e = { 0 };
	int found = git_discover(&place, &g->arena, real, g->nesting > 0, &e);
	*unusable = found < 0;
	if (found < 0)
		repo_problem(g, real, &e);
	if (found <= 0)
		return NULL;
	for (struct repo *r = g->repos; r; r = r->next)
		if (strcmp(r->place.gitdir, place.gitdir) == 0 &&
			strcmp(r->place.top, place.top) == 0)
			return r;
	struct repo *r = ARENA_NEW(&g->arena, struct repo);
	*r = (struct repo){ .next = g->repos, .git = g, .place = place };
	r->top_fd = open(place.top, O_PATH | O_DIRECTORY | O_CLOEXEC);
	g->repos = r;
	return r;
}

/* All entries; those of a split index over its base, which lies beside it. */
static int repo_entries(struct repo *r, struct err *e)
{
	struct arena *a = &r->git->arena;
	char name[INDEX_BASE_NAME];
	if (!index_base(&r->index, name)) {
		r->all = r->index.list;
		return 0;
	}
	const char *path = arena_printf(a, "%s/%s", r->place.gitdir, name).p;
	int got = index_open(&r->base, a, path, r->place.hash_size, e);
	if (got == 1)
		return err_text(e, "the base of the split index is missing");
	return got == 0 ? index_merge(&r->index, &r->base, a, &r->all, e) : -1;
}

bool repo_index(struct repo *r)
{
	struct git *g = r->git;
	if (r->index_state != REPO_NEW)
		return r->index_state == REPO_READY;
	const char *path = arena_printf(&g->arena, "%s/index", r->place.gitdir).p;
	const char *other = r->place.environment ? env_get("GIT_INDEX_FILE") : NULL;
	struct err e;
	r->index_state = REPO_BROKEN;
	int got = index_open(&r->index, &g->arena, other ? other : path, r->place.hash_size, &e);
	if (got == 0)
		got = repo_entries(r, &e);
	if (got < 0) {
		repo_problem(g, path, &e);
		return false;
	}
	r->index_state = REPO_READY;
	if (r->index.sparse || r->base.sparse)
		repo_unsparse(r);
	return true;
}

static const struct git_plugin *repo_load(struct git *g)
{
	struct err e;
	const char *path = g->options.plugin ? g->options.plugin
					     : env_part(&g->arena, GIT_PLUGIN_FILE, &e);
	if (!path) {
		repo_problem(g, GIT_PLUGIN_FILE, &e);
		return NULL;
	}
	/* Never closed: libgit2 and its libraries do not stand being unloaded. */
	void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	void *symbol = library ? dlsym(library, GIT_PLUGIN_SYMBOL) : NULL;
	const struct git_plugin *(*get)(void) = NULL;
	const struct git_plugin *api = NULL;
	if (symbol) {
		memcpy(&get, &symbol, sizeof(get));
		api = get();
	}
	if (api && api->abi == GIT_PLUGIN_ABI)
		return api;
	const char *why = library ? "is of another version" : dlerror();
	err_text(&e, why ? why : "cannot be loaded");
	repo_problem(g, path, &e);
	return NULL;
}

/* info/exclude, and the user's file: core.excludesFile, else git/ignore in the user's folder. */
static void repo_excludes(struct repo *r)
{
	struct git *g = r->git;
	char text[PATH_MAX];
	const char *info = arena_printf(&g->arena, "%s/info/exclude", r->place.common).p, *global;
	if (r->api->text(r->handle, "core.excludesfile", text, sizeof(text)) != 1)
		global = env_path(&g->arena, ENV_CONFIG, "git/ignore");
	else if (text[0] == '~' && text[1] == '/')
		global = env_path(&g->arena, ENV_HOME, text + 2);
	else
		global = text;
	exclude_init(&r->exclude, &g->arena, r->top_fd, info, global);
}

const struct git_plugin *repo_plugin(struct git *g)
{
	if (g->api_state == REPO_NEW) {
		g->api = repo_load(g);
		g->api_state = g->api ? REPO_READY : REPO_BROKEN;
	}
	return g->api_state == REPO_READY ? g->api : NULL;
}

bool repo_asks(const struct repo *r)
{
	return r->place.foreign;
}

const struct git_plugin *repo_api(struct repo *r)
{
	struct git *g = r->git;
	if (r->handle_state != REPO_NEW)
		return r->handle_state == REPO_READY ? r->api : NULL;
	r->handle_state = REPO_BROKEN;
	r->api = repo_asks(r) ? ask_table() : repo_plugin(g);
	if (!r->api)
		return NULL;
	char why[256];
	repo_late(g); /* the time starts with the first question */
	r->handle = r->api->open(
		r->place.top, r->place.gitdir, r->place.environment, &g->deadline_ns, why, sizeof(why));
	if (!r->handle) {
		repo_problem(g, r->place.top, &(struct err){ .what = why });
		return NULL;
	}
	r->file_mode = r->api->flag(r->handle, "core.filemode", 1) != 0;
	r->symlinks = r->api->flag(r->handle, "core.symlinks", 1) != 0;
	r->ignore_case = r->api->flag(r->handle, "core.ignorecase", 0) == 1;
	repo_excludes(r);
	r->handle_state = REPO_READY;
	return r->api;
}

void repo_failed(struct repo *r)
{
	repo_problem(r->git, r->place.top, &(struct err){ .what = r->api->problem(r->handle) });
}

bool repo_same_id(const struct repo *r, const unsigned char *a, const unsigned char *b)
{
	return memcmp(a, b, r->place.hash_size) == 0;
}

bool repo_late(struct git *g)
{
	if (g->options.timeout_ms == 0)
		return false;
	uint64_t now = (uint64_t)clock_ns(CLOCK_MONOTONIC);
	if (g->deadline_ns == 0)
		g->deadline_ns = now + (uint64_t)g->options.timeout_ms * 1000000u;
	return now > g->deadline_ns;
}

unsigned repo_rank(char letter)
{
	static const char order[] = "-I?NTRMDU~";
	const char *at = letter ? strchr(order, letter) : NULL;
	return at ? (unsigned)(at - order) : 0;
}
