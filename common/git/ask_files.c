#include <stdio.h>
#include <string.h>

#include "ember/git/ask.h"

/*
 * All files below a folder that differ from the index, by git itself in one run: it alone knows how contents are
 * converted. A second question for another folder asks for the whole worktree.
 */
static int ask_changed(struct ask *a, struct str folder)
{
	struct ask_changed *c = &a->changed;
	const char *args[] = { "ls-files", "-m", "-z", "--", NULL, NULL };
	struct command_run run;
	struct str path;
	int got;
	if (c->known && str_starts(folder, c->folder))
		return 1;
	if (c->failed)
		return -1;
	c->folder = c->known ? (struct str){ NULL, 0 } : arena_str(&a->arena, folder);
	c->known = false;
	c->failed = true;
	if (c->folder.n)
		args[4] = c->folder.p;
	if (command_start(&run, &a->command, args, false) != 0)
		return -1;
	while ((got = command_record(&run, &a->command, '\0', &path)) == 1)
		map_put(&c->paths, arena_str(&a->arena, path), 1);
	int status = command_end(&run, &a->command);
	c->known = got == 0 && status == 0;
	c->failed = !c->known;
	return c->known ? 1 : -1;
}

int ask_same(void *repo, const char *path, uint32_t mode, const unsigned char *id)
{
	struct ask *a = repo;
	struct str whole = str_from(path);
	size_t slash = str_rchr(whole, '/');
	(void)mode, (void)id;
	int got = ask_changed(a, str_sub(whole, 0, slash == STR_NONE ? 0 : slash + 1));
	return got == 1 ? !map_get(&a->changed.paths, whole, NULL) : -1;
}

static bool ask_number(struct str digits, uint32_t *value)
{
	uint64_t v = 0;
	size_t i = 0;
	for (; i < digits.n && ascii_digit(digits.p[i]) && v <= UINT32_MAX; i++)
		v = v * 10 + (uint64_t)(digits.p[i] - '0');
	*value = (uint32_t)v;
	return i && i == digits.n && v <= UINT32_MAX;
}

bool ask_hunk(struct str line, uint32_t at[4])
{
	struct str rest = str_sub(line, 4, line.n), old = str_cut(&rest, ' '), now = str_cut(&rest, ' ');
	struct str sides[] = { old, str_sub(now, 1, now.n) };
	if (!str_starts(line, STR("@@ -")) || !str_starts(now, STR("+")))
		return false;
	for (size_t i = 0; i < 2; i++) {
		struct str first = str_cut(&sides[i], ',');
		at[2 * i + 1] = 1;
		if (!ask_number(first, &at[2 * i]) || (sides[i].n && !ask_number(sides[i], &at[2 * i + 1])))
			return false;
	}
	return true;
}

int ask_hunks(void *repo, const unsigned char *id, int in_index, const char *path, void *ctx,
	void (*each)(void *ctx, uint32_t old_start, uint32_t old_lines, uint32_t new_start, uint32_t new_lines))
{
	struct ask *a = repo;
	char name[2 * GIT_PLUGIN_ID_MAX + 1] = "";
	const char *args[] = { "diff", "--no-ext-diff", "--no-textconv", "--no-color", "--no-renames",
		"--inter-hunk-context=0", "-U0", "--", path, NULL, NULL };
	struct command_run run;
	struct str line;
	uint32_t at[4];
	int got, ret = 1;
	if (!in_index) { /* else by its name alone: then what the index tells of its conversion counts */
		ask_digits(a, id, name);
		args[7] = name;
		args[8] = "--";
		args[9] = path;
	}
	if (command_start(&run, &a->command, args, false) != 0)
		return -1;
	while ((got = command_line(&run, &a->command, &line)) == 1) {
		if (str_starts(line, STR("Binary files ")))
			ret = 0;
		if (ask_hunk(line, at))
			each(ctx, at[0], at[1], at[2], at[3]);
	}
	int status = command_end(&run, &a->command);
	return got == 0 && status == 0 ? ret : -1;
}

static void ask_renamed(struct git_plugin_file *files, const struct map *at, struct str path)
{
	uint64_t i;
	if (map_get(at, path, &i))
		files[i].renamed = 1;
}

static void ask_index(struct map *at, const struct git_plugin_file *files, size_t n)
{
	for (size_t i = 0; i < n; i++)
		map_put(at, str_from(files[i].path), i);
}

int ask_renames(void *repo, int copies, unsigned limit, struct git_plugin_file *old, size_t n_old,
	struct git_plugin_file *now, size_t n_now)
{
	char bound[24];
	const char *args[] = { "diff-index", "--cached", copies ? "-C" : "-M", "-z", "--name-status", "--diff-filter=R",
		limit ? bound : "-M", "HEAD", "--", NULL };
	struct ask *a = repo;
	struct map olds = { 0 }, nows = { 0 };
	struct command_run run;
	struct str record;
	int got;
	snprintf(bound, sizeof(bound), "-l%u", limit);
	if (!limit && copies)
		args[6] = "-C";
	if (command_start(&run, &a->command, args, false) != 0)
		return -1;
	ask_index(&olds, old, n_old);
	ask_index(&nows, now, n_now);
	/* "R100", the old name, the new one. */
	for (unsigned i = 0; (got = command_record(&run, &a->command, '\0', &record)) == 1; i++) {
		if (i % 3 == 1)
			ask_renamed(old, &olds, record);
		if (i % 3 == 2)
			ask_renamed(now, &nows, record);
	}
	map_fini(&olds);
	map_fini(&nows);
	return command_end(&run, &a->command) == 0 && got == 0 ? 1 : -1;
}
