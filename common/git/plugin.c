/* ember-git.so: libgit2 behind the table of plugin.h. Nothing of libember is linked in. */
#include "ember/git/plugin.h"

#include <git2.h>
#include <git2/sys/repository.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* git2.h has fields called ctime: only behind it may the banned functions be banned. */
#undef EMBER_BASE_BANNED_H
#include "ember/base/banned.h"

#define PLUGIN_FILE_MAX                                                                            \
	((off_t)64 << 20) /* bytes of a worktree file that is compared line by line */

#define PLUGIN_RENAMES 1000 /* old files that a new one is compared with */

const struct git_plugin *ember_git_plugin(void);
int plugin_encoding_start(void); /* of plugin_encoding.c */

static const char *plugin_problem(void *repo)
{
	(void)repo;
	const git_error *e = git_error_last();
	return e && e->message ? e->message : "unknown failure";
}

static int plugin_fail(int code)
{
	return code == GIT_ENOTFOUND || code == GIT_EUNBORNBRANCH ? 0 : -1;
}

/*
 * libgit2 must not read the index itself: it is ours to read, and 1.5 refuses one whose checksum
 * was left out. Its own questions (attributes) get an empty one in memory.
 */
static int plugin_blind(git_repository *repo)
{
	git_index *none = NULL;
	int code = git_index_new(&none);
	if (code == 0)
		code = git_repository_set_index(repo, none);
	git_index_free(none);
	return code;
}

/* Settings of this worktree alone, which libgit2 1.5 passes over: git keeps those of sparse checkouts there. */
static int plugin_worktree_config(git_repository *repo)
{
	char path[PATH_MAX];
	git_config *config = NULL;
	int on = 0;
	int n = snprintf(path, sizeof(path), "%sconfig.worktree", git_repository_path(repo));
	int code = git_repository_config(&config, repo);
	if (code == 0 && n > 0 && (size_t)n < sizeof(path) && access(path, R_OK) == 0 &&
		git_config_get_bool(&on, config, "extensions.worktreeconfig") == 0 && on)
		code = git_config_add_file_ondisk(config, path, GIT_CONFIG_LEVEL_APP, repo, 0);
	git_config_free(config);
	return code == GIT_EEXISTS ? 0 : code;
}

/*
 * Why a repository cannot be opened. That of another owner is told with the way out; libgit2 1.5 speaks of a missing
 * setting where the user has no such list yet.
 */
static const char *plugin_refusal(int code)
{
	const char *words = plugin_problem(NULL);
	if (code == GIT_EOWNER || strstr(words, "safe.directory"))
		return "belongs to another user; to trust it: git config --global --add safe.directory PATH";
	return words;
}

static void *plugin_open(const char *top, const char *gitdir, int by_gitdir,
	const uint64_t *until_ns, char *why, size_t why_n)
{
	(void)until_ns;
	git_repository *repo = NULL;
	int code = git_repository_open_ext(
		&repo, by_gitdir ? gitdir : top, GIT_REPOSITORY_OPEN_NO_SEARCH, NULL);
	if (code == 0 && by_gitdir)
		code = git_repository_set_workdir(repo, top, 0);
	if (code == 0)
		code = plugin_blind(repo);
	if (code == 0)
		code = plugin_worktree_config(repo);
	if (code == 0)
		return repo;
	if (why_n) {
		const char *words = plugin_refusal(code);
		size_t n = strlen(words);
		n = n < why_n ? n : why_n - 1;
		memcpy(why, words, n);
		why[n] = '\0';
	}
	git_repository_free(repo);
	return NULL;
}

static void plugin_close(void *repo)
{
	git_repository_free(repo);
}

static int plugin_flag(void *repo, const char *name, int unset)
{
	git_config *config = NULL;
	int value = unset;
	if (git_repository_config_snapshot(&config, repo) == 0 &&
		git_config_get_bool(&value, config, name) != 0)
		value = unset;
	git_config_free(config);
	return value;
}

static int plugin_text(void *repo, const char *name, char *out, size_t n)
{
	git_config *config = NULL;
	const char *value = NULL;
	int ret = 0;
	if (git_repository_config_snapshot(&config, repo) == 0 &&
		git_config_get_string(&value, config, name) == 0 && strlen(value) < n) {
		memcpy(out, value, strlen(value) + 1);
		ret = 1;
	}
	git_config_free(config);
	return ret;
}

static int plugin_head_commit(void *repo, unsigned char *id)
{
	git_oid oid;
	int code = git_reference_name_to_id(&oid, repo, "HEAD");
	if (code != 0)
		return plugin_fail(code);
	memcpy(id, oid.id, GIT_PLUGIN_ID);
	return 1;
}

static int plugin_head_tree(void *repo, unsigned char *id)
{
	git_commit *commit = NULL;
	git_oid oid;
	int code = git_reference_name_to_id(&oid, repo, "HEAD");
	if (code != 0)
		return plugin_fail(code);
	if (git_commit_lookup(&commit, repo, &oid) != 0)
		return -1;
	memcpy(id, git_commit_tree_id(commit)->id, GIT_PLUGIN_ID);
	git_commit_free(commit);
	return 1;
}

static git_oid plugin_oid(const unsigned char *id)
{
	git_oid oid;
	memset(&oid, 0, sizeof(oid));
	memcpy(oid.id, id, GIT_PLUGIN_ID);
	return oid;
}

static int plugin_tree(void *repo, const unsigned char *id, void *ctx,
	int (*each)(void *ctx, const char *name, uint32_t mode, const unsigned char *id))
{
	git_oid oid = plugin_oid(id);
	git_tree *tree = NULL;
	int ret = 1;
	if (git_tree_lookup(&tree, repo, &oid) != 0)
		return -1;
	for (size_t i = 0, n = git_tree_entrycount(tree); i < n && ret == 1; i++) {
		const git_tree_entry *e = git_tree_entry_byindex(tree, i);
		if (each(ctx, git_tree_entry_name(e), (uint32_t)git_tree_entry_filemode_raw(e),
			    git_tree_entry_id(e)->id) != 0)
			ret = -1;
	}
	git_tree_free(tree);
	return ret;
}

static int plugin_full(git_repository *repo, const char *path, char *full)
{
	const char *top = git_repository_workdir(repo);
	size_t a = top ? strlen(top) : 0, b = strlen(path);
	if (!top || a + b >= PATH_MAX)
		return -1;
	memcpy(full, top, a);
	memcpy(full + a, path, b + 1);
	return 0;
}

/*
 * What the index has for this one file, for the filter of line ends: it leaves CRLF alone where it is stored so. A
 * failure is told by nothing but the filter's answer.
 */
static void plugin_stored(git_repository *repo, const char *path, uint32_t mode, const unsigned char *id)
{
	git_index *index = NULL;
	git_index_entry e;
	memset(&e, 0, sizeof(e));
	e.mode = mode;
	e.id = plugin_oid(id);
	e.path = path;
	if (git_repository_index(&index, repo) == 0)
		(void)git_index_add(index, &e);
	git_index_free(index);
}

static int plugin_same(void *repo, const char *path, uint32_t mode, const unsigned char *id)
{
	char full[PATH_MAX], link[PATH_MAX];
	struct stat sb;
	git_oid oid;
	int code;
	if (plugin_full(repo, path, full) != 0 || lstat(full, &sb) != 0)
		return -1;
	if (S_ISLNK(sb.st_mode)) {
		ssize_t n = readlink(full, link, sizeof(link));
		code = n < 0 || (size_t)n == sizeof(link)
			? -1
			: git_odb_hash(&oid, link, (size_t)n, GIT_OBJECT_BLOB);
	} else if (S_ISREG(sb.st_mode)) {
		plugin_stored(repo, path, mode, id);
		code = git_repository_hashfile(&oid, repo, full, GIT_OBJECT_BLOB, path);
	} else {
		git_error_set_str(GIT_ERROR_INVALID, "not a file any more");
		return -1;
	}
	return code == 0 ? memcmp(id, oid.id, GIT_PLUGIN_ID) == 0 : -1;
}

static int plugin_find(void *repo, const char *revision, const char *path, unsigned char *id)
{
	git_object *object = NULL, *tree = NULL;
	git_tree_entry *entry = NULL;
	int code = git_revparse_single(&object, repo, revision);
	if (code == 0)
		code = git_object_peel(&tree, object, GIT_OBJECT_TREE);
	if (code == 0)
		code = git_tree_entry_bypath(&entry, (const git_tree *)tree, path);
	int ret = code == 0 ? 1 : plugin_fail(code);
	/* A revision that does not exist is a mistake; a path that does not is an answer. */
	if (ret == 0 && !tree)
		ret = -1;
	if (ret == 1 && git_tree_entry_type(entry) != GIT_OBJECT_BLOB)
		ret = 0;
	if (ret == 1)
		memcpy(id, git_tree_entry_id(entry)->id, GIT_PLUGIN_ID);
	git_tree_entry_free(entry);
	git_object_free(tree);
	git_object_free(object);
	return ret;
}

static int plugin_blob(void *repo, const unsigned char *id, size_t max, void *ctx,
	void (*take)(void *ctx, const void *bytes, size_t n))
{
	git_oid oid = plugin_oid(id);
	git_blob *blob = NULL;
	if (git_blob_lookup(&blob, repo, &oid) != 0)
		return -1;
	git_object_size_t size = git_blob_rawsize(blob);
	int ret = size <= max ? 1 : -1;
	if (ret == 1)
		take(ctx, git_blob_rawcontent(blob), (size_t)size);
	else
		git_error_set_str(GIT_ERROR_INVALID, "too large to be read");
	git_blob_free(blob);
	return ret;
}

/* ---- hunks ---- */

struct plugin_hunks {
	void *ctx;
	void (*each)(void *ctx, uint32_t old_start, uint32_t old_lines, uint32_t new_start,
		uint32_t new_lines);
	int binary;
};

static int plugin_each_hunk(const git_diff_delta *delta, const git_diff_hunk *hunk, void *payload)
{
	struct plugin_hunks *h = payload;
	(void)delta;
	h->each(h->ctx, (uint32_t)hunk->old_start, (uint32_t)hunk->old_lines,
		(uint32_t)hunk->new_start, (uint32_t)hunk->new_lines);
	return 0;
}

static int plugin_each_binary(
	const git_diff_delta *delta, const git_diff_binary *binary, void *payload)
{
	struct plugin_hunks *h = payload;
	(void)delta;
	(void)binary;
	h->binary = 1;
	return 0;
}

/* The file's bytes as they would be stored: line ends and the like converted, nothing written. */
static int plugin_filtered(git_repository *repo, const char *path, git_buf *out)
{
	char full[PATH_MAX];
	struct stat sb;
	git_filter_list *filters = NULL;
	if (plugin_full(repo, path, full) != 0 || stat(full, &sb) != 0 || !S_ISREG(sb.st_mode) ||
		sb.st_size > PLUGIN_FILE_MAX) {
		git_error_set_str(GIT_ERROR_OS, "the file cannot be read");
		return -1;
	}
	if (git_filter_list_load(
		    &filters, repo, NULL, path, GIT_FILTER_TO_ODB, GIT_FILTER_ALLOW_UNSAFE) != 0)
		return -1;
	int code = git_filter_list_apply_to_file(out, filters, repo, path);
	git_filter_list_free(filters);
	return code;
}

static int plugin_hunks(void *repo, const unsigned char *id, int in_index, const char *path, void *ctx,
	void (*each)(void *ctx, uint32_t old_start, uint32_t old_lines, uint32_t new_start,
		uint32_t new_lines))
{
	git_oid oid = plugin_oid(id);
	git_blob *blob = NULL;
	git_buf now = { NULL, 0, 0 };
	git_diff_options options;
	struct plugin_hunks h = { ctx, each, 0 };
	int ret = -1;
	if (in_index)
		plugin_stored(repo, path, GIT_FILEMODE_BLOB, id);
	git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
	options.context_lines = 0;
	if (git_blob_lookup(&blob, repo, &oid) == 0 && plugin_filtered(repo, path, &now) == 0 &&
		git_diff_blob_to_buffer(blob, path, now.ptr, now.size, path, &options, NULL,
			plugin_each_binary, plugin_each_hunk, NULL, &h) == 0)
		ret = !h.binary;
	git_buf_dispose(&now);
	git_blob_free(blob);
	return ret;
}

/* ---- renames ---- */

/* An index in memory that holds just these files. */
static git_index *plugin_index(const struct git_plugin_file *files, size_t n)
{
	git_index *index = NULL;
	if (git_index_new(&index) != 0)
		return NULL;
	for (size_t i = 0; i < n; i++) {
		git_index_entry e;
		memset(&e, 0, sizeof(e));
		e.mode = files[i].mode;
		e.id = plugin_oid(files[i].id);
		e.path = files[i].path;
		if (git_index_add(index, &e) != 0) {
			git_index_free(index);
			return NULL;
		}
	}
	return index;
}

static struct git_plugin_file *plugin_file(struct git_plugin_file *files, size_t n, const char *path)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(files[i].path, path) == 0)
			return &files[i];
	return NULL;
}

/* Of the files that one goes on in, the last is the renamed one; the others are copies of it. */
static void plugin_paired(git_diff *diff, struct git_plugin_file *old, size_t n_old,
	struct git_plugin_file *now, size_t n_now)
{
	size_t n = git_diff_num_deltas(diff);
	for (size_t i = 0; i < n; i++) {
		const git_diff_delta *d = git_diff_get_delta(diff, i);
		int last = d->status == GIT_DELTA_RENAMED || d->status == GIT_DELTA_COPIED;
		for (size_t k = i + 1; last && k < n; k++) {
			const git_diff_delta *next = git_diff_get_delta(diff, k);
			if ((next->status == GIT_DELTA_RENAMED || next->status == GIT_DELTA_COPIED) &&
				strcmp(next->old_file.path, d->old_file.path) == 0)
				last = 0;
		}
		struct git_plugin_file *from = last ? plugin_file(old, n_old, d->old_file.path) : NULL;
		struct git_plugin_file *to = last ? plugin_file(now, n_now, d->new_file.path) : NULL;
		if (from && to)
			from->renamed = to->renamed = 1;
	}
}

static int plugin_renames(void *repo, int copies, unsigned limit, struct git_plugin_file *old,
	size_t n_old, struct git_plugin_file *now, size_t n_now)
{
	git_index *a = plugin_index(old, n_old), *b = plugin_index(now, n_now);
	git_diff *diff = NULL;
	git_diff_find_options options;
	int ret = -1;
	(void)limit; /* git's counts pairs that are left after several searches: not to be had here */
	git_diff_find_options_init(&options, GIT_DIFF_FIND_OPTIONS_VERSION);
	options.flags = GIT_DIFF_FIND_RENAMES | (copies ? GIT_DIFF_FIND_COPIES : 0);
	options.rename_limit = PLUGIN_RENAMES;
	if (a && b && git_diff_index_to_index(&diff, repo, a, b, NULL) == 0 &&
		git_diff_find_similar(diff, &options) == 0) {
		plugin_paired(diff, old, n_old, now, n_now);
		ret = 1;
	}
	git_diff_free(diff);
	git_index_free(a);
	git_index_free(b);
	return ret;
}

static int plugin_ignore_word(void *repo, const char *name)
{
	static const char *const words[] = { "none", "untracked", "dirty", "all" };
	char word[16];
	if (plugin_text(repo, name, word, sizeof(word)) == 1)
		for (int i = 0; i < 4; i++)
			if (strcmp(word, words[i]) == 0)
				return i;
	return -1;
}

/* The repository's configuration first, then .gitmodules, which is all that libgit2 asks, then the general rule. */
static int plugin_submodule_ignore(void *repo, const char *path)
{
	git_submodule *sub = NULL;
	char name[4096];
	int code = git_submodule_lookup(&sub, repo, path);
	if (code != 0)
		return plugin_fail(code);
	int n = snprintf(name, sizeof(name), "submodule.%s.ignore", git_submodule_name(sub));
	int ignore = (int)git_submodule_ignore(sub) - (int)GIT_SUBMODULE_IGNORE_NONE;
	int own = n > 0 && (size_t)n < sizeof(name) ? plugin_ignore_word(repo, name) : -1;
	git_submodule_free(sub);
	if (own >= 0 || ignore > 0)
		return own >= 0 ? own : ignore;
	own = plugin_ignore_word(repo, "diff.ignoresubmodules");
	return own > 0 ? own : 0;
}

static int plugin_branch(void *repo, char *out, size_t n)
{
	git_reference *head = NULL;
	const char *name = NULL;
	char text[GIT_OID_HEXSZ + 1];
	int ret = -1;
	/* Not git_repository_head: before the first commit the branch has a name too. */
	if (git_reference_lookup(&head, repo, "HEAD") == 0) {
		name = git_reference_symbolic_target(head);
		if (name && strncmp(name, "refs/heads/", 11) == 0)
			name += 11;
		if (!name)
			name = git_oid_tostr(text, 9, git_reference_target(head));
		if (strlen(name) < n) {
			memcpy(out, name, strlen(name) + 1);
			ret = 1;
		}
	}
	git_reference_free(head);
	return ret;
}

static const char *plugin_version(void)
{
	return LIBGIT2_VERSION;
}

__attribute__((visibility("default"))) const struct git_plugin *ember_git_plugin(void)
{
	static const struct git_plugin table = {
		.abi = GIT_PLUGIN_ABI,
		.open = plugin_open,
		.close = plugin_close,
		.flag = plugin_flag,
		.text = plugin_text,
		.head_commit = plugin_head_commit,
		.head_tree = plugin_head_tree,
		.tree = plugin_tree,
		.same = plugin_same,
		.find = plugin_find,
		.blob = plugin_blob,
		.hunks = plugin_hunks,
		.renames = plugin_renames,
		.branch = plugin_branch,
		.submodule_ignore = plugin_submodule_ignore,
		.problem = plugin_problem,
		.version = plugin_version,
	};
	/* What says nothing about how to read: objects that are not there are missing, nothing is deleted here. */
	static const char *harmless[] = { "partialclone", "preciousobjects", "relativeworktrees" };
	/* Counted by libgit2; the library stays for the rest of the run. */
	return git_libgit2_init() > 0 &&
			git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, harmless, sizeof(harmless) / sizeof(*harmless)) == 0 &&
			plugin_encoding_start() == 0
		? &table
		: NULL;
}
