#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "ember/base/mem.h"
#include "ember/git/ask.h"

#define TREE_MAX ((size_t)1 << 28) /* bytes of a tree or commit */

/* ---- opening ---- */

static void ask_close(void *repo)
{
	struct ask *a = repo;
	ask_objects_end(a);
	command_fini(&a->command);
	map_fini(&a->changed.paths);
	VEC_FREE(&a->settings.list);
	VEC_FREE(&a->modules.list);
	arena_fini(&a->arena);
	free(a);
}

/* Reading settings says nothing of whether the repository is to be trusted; asking for an object does. */
static int ask_ready(struct ask *a)
{
	struct ask_object head;
	if (ask_settings_read(a, &a->settings, NULL) != 1 || ask_silence_filters(a) != 1)
		return -1;
	const struct ask_setting *format = ask_setting(&a->settings, STR("extensions.objectformat"));
	a->id_n = format && str_eqc(format->value, "sha256") ? GIT_PLUGIN_ID_MAX : GIT_PLUGIN_ID;
	return ask_object(a, STR("HEAD"), TREE_MAX, &head) < 0 ? -1 : 0;
}

static void *ask_open(const char *top, const char *gitdir, int by_gitdir, const uint64_t *until_ns, char *why,
	size_t why_n)
{
	struct ask *a = mem_zero(1, sizeof(*a));
	a->command = (struct command){ .top = top, .gitdir = by_gitdir ? gitdir : NULL, .until_ns = until_ns };
	if (ask_ready(a) == 0)
		return a;
	snprintf(why, why_n, "%s", a->command.why[0] ? a->command.why : "git cannot read it");
	ask_close(a);
	return NULL;
}

static const char *ask_problem(void *repo)
{
	const struct ask *a = repo;
	return a->command.why[0] ? a->command.why : "git gave no answer";
}

/* ---- settings ---- */

static int ask_table_flag(void *repo, const char *name, int unset)
{
	const struct ask *a = repo;
	return ask_flag(&a->settings, name, unset);
}

static int ask_copy(struct str text, char *out, size_t n)
{
	if (text.n >= n)
		return 0;
	memcpy(out, text.p, text.n);
	out[text.n] = '\0';
	return 1;
}

static int ask_text(void *repo, const char *name, char *out, size_t n)
{
	const struct ask *a = repo;
	const struct ask_setting *set = ask_setting(&a->settings, str_from(name));
	return set && !set->bare ? ask_copy(set->value, out, n) : 0;
}

static int ask_ignore_word(const struct ask_settings *s, struct str name)
{
	static const char *const words[] = { "none", "untracked", "dirty", "all" };
	const struct ask_setting *set = ask_setting(s, name);
	for (int i = 0; set && i < 4; i++)
		if (str_eqc(set->value, words[i]))
			return i;
	return -1;
}

/* "submodule.NAME" of the submodule at `path`; empty: .gitmodules knows none. */
static struct str ask_module(struct ask *a, const char *path)
{
	struct stat sb;
	const char *file = arena_printf(&a->arena, "%s/.gitmodules", a->command.top).p;
	if (!a->modules_known && lstat(file, &sb) == 0 && S_ISREG(sb.st_mode))
		ask_settings_read(a, &a->modules, file);
	a->modules_known = true;
	for (size_t i = 0; i < a->modules.list.n; i++) {
		struct ask_setting set = a->modules.list.p[i];
		if (str_starts(set.name, STR("submodule.")) && str_ends(set.name, STR(".path")) &&
			str_eqc(set.value, path))
			return str_sub(set.name, 0, set.name.n - 5);
	}
	return (struct str){ NULL, 0 };
}

static int ask_submodule_ignore(void *repo, const char *path)
{
	struct ask *a = repo;
	struct str module = ask_module(a, path);
	if (!module.n)
		return 0;
	struct str name = arena_printf(&a->arena, "%.*s.ignore", STR_ARG(module));
	int own = ask_ignore_word(&a->settings, name), its = ask_ignore_word(&a->modules, name);
	if (own >= 0 || its > 0)
		return own >= 0 ? own : its;
	own = ask_ignore_word(&a->settings, STR("diff.ignoresubmodules"));
	return own > 0 ? own : 0;
}

/* ---- objects ---- */

/* The one line that git says, or an empty one: its exit status, -1. */
static int ask_one_line(struct ask *a, const char *const *args, char *out, size_t n)
{
	struct command_run run;
	struct str line;
	int got;
	out[0] = '\0';
	if (command_start(&run, &a->command, args, false) != 0)
		return -1;
	while ((got = command_record(&run, &a->command, '\n', &line)) == 1)
		if (!ask_copy(line, out, n))
			got = command_fail(&a->command, "a name is too long");
	int status = command_end(&run, &a->command);
	return got < 0 ? -1 : status;
}

/* HEAD names nothing: 0 before the first commit, else its commit is not there. */
static int ask_unborn(struct ask *a)
{
	static const char *const args[] = { "rev-parse", "-q", "--verify", "HEAD", NULL };
	char line[2 * GIT_PLUGIN_ID_MAX + 1];
	int status = ask_one_line(a, args, line, sizeof(line));
	if (status == 1 && line[0] == '\0')
		return 0;
	return status < 0 ? -1 : command_fail(&a->command, "the commit of HEAD is missing");
}

static int ask_head(struct ask *a, const char *name, unsigned char *id)
{
	struct ask_object object;
	int got = ask_object(a, str_from(name), TREE_MAX, &object);
	if (got == 1)
		memcpy(id, object.id, a->id_n);
	return got == 0 ? ask_unborn(a) : got;
}

static int ask_head_commit(void *repo, unsigned char *id)
{
	return ask_head(repo, "HEAD^{commit}", id);
}

static int ask_head_tree(void *repo, unsigned char *id)
{
	return ask_head(repo, "HEAD^{tree}", id);
}

static int ask_tree(void *repo, const unsigned char *id, void *ctx,
	int (*each)(void *ctx, const char *name, uint32_t mode, const unsigned char *id))
{
	struct ask *a = repo;
	struct ask_object tree;
	const char *name;
	uint32_t mode;
	const unsigned char *its;
	int got = ask_object_id(a, id, TREE_MAX, &tree);
	if (got != 1 || strcmp(tree.type, "tree") != 0)
		return got < 0 ? -1 : command_fail(&a->command, "a tree is expected");
	while (ask_tree_next(a, &tree.bytes, &name, &mode, &its))
		if (mode == ASK_DAMAGED || each(ctx, name, mode, its) != 0)
			return command_fail(&a->command, "a tree is damaged");
	return 1;
}

/* The entry `name` of a tree: 1, 0, -1. */
static int ask_entry(struct ask *a, struct ask_object *tree, struct str name, uint32_t *mode, unsigned char *id)
{
	const char *here;
	const unsigned char *its;
	while (ask_tree_next(a, &tree->bytes, &here, mode, &its)) {
		if (*mode == ASK_DAMAGED)
			return command_fail(&a->command, "a tree is damaged");
		if (str_eqc(name, here)) {
			memcpy(id, its, a->id_n);
			return 1;
		}
	}
	return 0;
}

/* Folder by folder: a name with a line's end cannot be asked for behind the revision. */
static int ask_find(void *repo, const char *revision, const char *path, unsigned char *id)
{
	struct ask *a = repo;
	struct ask_object tree;
	struct str rest = str_from(path);
	uint32_t mode = 040000;
	struct str name = arena_printf(&a->arena, "%s^{tree}", revision);
	int got = ask_object(a, name, TREE_MAX, &tree);
	if (got == 0)
		return command_fail(&a->command, "no such revision");
	while (got == 1 && rest.n) {
		struct str part = str_cut(&rest, '/');
		got = ask_entry(a, &tree, part, &mode, id);
		if (got != 1 || rest.n == 0)
			break;
		if ((mode & 0170000) != 040000)
			return 0;
		got = ask_object_id(a, id, TREE_MAX, &tree);
	}
	if (got != 1)
		return got;
	return (mode & 0170000) == 0100000 || (mode & 0170000) == 0120000;
}

static int ask_blob(void *repo, const unsigned char *id, size_t max, void *ctx,
	void (*take)(void *ctx, const void *bytes, size_t n))
{
	struct ask *a = repo;
	struct ask_object blob;
	int got = ask_object_id(a, id, max, &blob);
	if (got == 1 && strcmp(blob.type, "blob") != 0)
		return command_fail(&a->command, "a blob is expected");
	if (got == 1)
		take(ctx, blob.bytes.p, blob.bytes.n);
	return got;
}

static int ask_branch(void *repo, char *out, size_t n)
{
	static const char *const args[] = { "symbolic-ref", "-q", "HEAD", NULL };
	struct ask *a = repo;
	char line[512], name[2 * GIT_PLUGIN_ID_MAX + 1];
	unsigned char id[GIT_PLUGIN_ID_MAX];
	int status = ask_one_line(a, args, line, sizeof(line));
	if (status == 0)
		return ask_copy(str_from(strncmp(line, "refs/heads/", 11) == 0 ? line + 11 : line), out, n) ? 1 : -1;
	if (status != 1 || ask_head_commit(a, id) != 1) /* 1: detached */
		return -1;
	ask_digits(a, id, name);
	return ask_copy((struct str){ name, 8 }, out, n) ? 1 : -1;
}

static const char *ask_version(void)
{
	return NULL;
}

const struct git_plugin *ask_table(void)
{
	static const struct git_plugin table = {
		.abi = GIT_PLUGIN_ABI,
		.open = ask_open,
		.close = ask_close,
		.flag = ask_table_flag,
		.text = ask_text,
		.head_commit = ask_head_commit,
		.head_tree = ask_head_tree,
		.tree = ask_tree,
		.same = ask_same,
		.find = ask_find,
		.blob = ask_blob,
		.hunks = ask_hunks,
		.renames = ask_renames,
		.branch = ask_branch,
		.submodule_ignore = ask_submodule_ignore,
		.problem = ask_problem,
		.version = ask_version,
	};
	return &table;
}
