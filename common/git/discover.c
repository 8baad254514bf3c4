#include "ember/git/discover.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/base/str.h"
#include "ember/os/env.h"

#define DISCOVER_FILE_MAX 8192      /* a .git or commondir file */
#define DISCOVER_CONFIG_MAX 1048576 /* a repository's config file */

bool git_below(const char *path, const char *folder)
{
	size_t n = strlen(folder);
	if (strcmp(folder, "/") == 0)
		return path[0] == '/';
	return strncmp(path, folder, n) == 0 && (path[n] == '/' || path[n] == '\0');
}

static const char *discover_join(struct arena *a, const char *folder, const char *name)
{
	return arena_printf(a, "%s/%s", strcmp(folder, "/") == 0 ? "" : folder, name).p;
}

static const char *discover_real(struct arena *a, const char *path)
{
	char buffer[PATH_MAX];
	return realpath(path, buffer) ? arena_cstr(a, str_from(buffer)) : NULL;
}

/* The file's bytes, at most max; NULL when it cannot be read. */
static struct str discover_read(struct arena *a, const char *path, size_t max)
{
	struct stat sb;
	struct str text = { NULL, 0 };
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0)
		return text;
	if (fstat(fd, &sb) == 0 && S_ISREG(sb.st_mode) && sb.st_size > 0 &&
		(uintmax_t)sb.st_size <= max) {
		char *p = arena_bytes(a, (size_t)sb.st_size);
		ssize_t n = read(fd, p, (size_t)sb.st_size);
		if (n > 0)
			text = (struct str){ p, (size_t)n };
	}
	close(fd);
	return text;
}

static bool discover_is_dir(struct arena *a, const char *folder, const char *name)
{
	struct stat sb;
	return stat(discover_join(a, folder, name), &sb) == 0 && S_ISDIR(sb.st_mode);
}

/* `folder` has what a repository has: HEAD, and objects and refs there or in its common folder. */
static bool discover_is_gitdir(struct arena *a, const char *folder)
{
	struct stat sb;
	if (lstat(discover_join(a, folder, "HEAD"), &sb) != 0 || S_ISDIR(sb.st_mode))
		return false;
	if (access(discover_join(a, folder, "commondir"), F_OK) == 0)
		return true;
	return discover_is_dir(a, folder, "objects") && discover_is_dir(a, folder, "refs");
}

/* The path in a "gitdir: path" file or a commondir file, relative to `from`. */
static const char *discover_pointer(
	struct arena *a, const char *file, const char *from, struct str prefix)
{
	struct str text = discover_read(a, file, DISCOVER_FILE_MAX);
	if (!text.n || !str_starts(text, prefix))
		return NULL;
	text = str_sub(text, prefix.n, text.n);
	while (text.n && (text.p[text.n - 1] == '\n' || text.p[text.n - 1] == '\r'))
		text.n--;
	if (text.n == 0 || str_chr(text, '\0') != STR_NONE)
		return NULL;
	const char *path = arena_cstr(a, text);
	return discover_real(a, path[0] == '/' ? path : discover_join(a, from, path));
}

/* What a repository may have and libgit2 1.5 still reads all that is asked of it. */
static bool discover_plain(struct str name, struct str value)
{
	static const char *const known[] = { "noop", "worktreeconfig", "partialclone", "preciousobjects",
		"relativeworktrees" };
	for (size_t i = 0; i < COUNTOF(known); i++)
		if (str_eq_nocase(name, str_from(known[i])))
			return true;
	return str_eq_nocase(name, STR("objectformat")) && str_eq_nocase(value, STR("sha1"));
}

/* The extensions that the config file names. */
static void discover_extensions(struct git_place *out, struct arena *a, const char *common)
{
	struct str text = discover_read(a, discover_join(a, common, "config"), DISCOVER_CONFIG_MAX),
		   line;
	bool inside = false;
	while (str_line(&text, &line)) {
		line = str_trim(line);
		if (line.n && line.p[0] == '[') {
			inside = line.n == 12 && str_eq_nocase(line, STR("[extensions]"));
		} else if (inside && line.n && line.p[0] != '#' && line.p[0] != ';') {
			struct str name = str_trim(str_cut(&line, '=')), value = str_trim(line);
			if (str_eq_nocase(name, STR("objectformat")) && str_eq_nocase(value, STR("sha256")))
				out->hash_size = 32;
			out->foreign |= !discover_plain(name, value);
		}
	}
}

static int discover_found(
	struct git_place *out, struct arena *a, const char *top, const char *gitdir, struct err *e)
{
	struct str none = { NULL, 0 };
	if (!gitdir || !discover_is_gitdir(a, gitdir))
		return err_text(e, "not a git repository");
	const char *common = discover_pointer(
		a, discover_join(a, gitdir, "commondir"), gitdir, none);
	*out = (struct git_place){
		.top = top, .gitdir = gitdir, .common = common ? common : gitdir
	};
	out->hash_size = 20;
	discover_extensions(out, a, out->common);
	return 1;
}

/* ".git" of this folder: 1 found, 0 there is none, -1 unusable. */
static int discover_at(struct git_place *out, struct arena *a, const char *folder, struct err *e)
{
	struct stat sb;
	const char *dot = discover_join(a, folder, ".git");
	if (stat(dot, &sb) != 0)
		return 0;
	if (S_ISREG(sb.st_mode)) {
		const char *gitdir = discover_pointer(a, dot, folder, STR("gitdir: "));
		return discover_found(out, a, folder, gitdir, e);
	}
	/* A folder that is merely called .git does not count. */
	if (!S_ISDIR(sb.st_mode) || !discover_is_gitdir(a, dot))
		return 0;
	return discover_found(out, a, folder, discover_real(a, dot), e);
}

bool git_is_top(const char *folder)
{
	struct arena a = { 0 };
	struct git_place place;
	struct err e;
	int found = discover_at(&place, &a, folder, &e);
	arena_fini(&a);
	return found == 1;
}

static int discover_environment(
	struct git_place *out, struct arena *a, const char *real, const char *gitdir, struct err *e)
{
	const char *tree = env_get("GIT_WORK_TREE");
	const char *top = discover_real(a, tree ? tree : ".");
	if (!top || !git_below(real, top))
		return 0;
	int found = discover_found(out, a, top, discover_real(a, gitdir), e);
	if (found == 1) {
		out->environment = true;
		found = !git_below(real, out->gitdir);
	}
	return found;
}

/* Length of the longest ceiling that `real` lies strictly below; 0 = none. */
static size_t discover_ceiling(const char *real)
{
	struct str rest = str_from(env_get("GIT_CEILING_DIRECTORIES"));
	size_t longest = 0;
	while (rest.n) {
		struct str folder = str_cut(&rest, ':');
		while (folder.n > 1 && folder.p[folder.n - 1] == '/')
			folder.n--;
		if (folder.n > longest && folder.p[0] == '/' &&
			str_starts(str_from(real), folder) &&
			(folder.n == 1 ? real[1] != '\0' : real[folder.n] == '/'))
			longest = folder.n;
	}
	return longest;
}

int git_discover(struct git_place *out, struct arena *a, const char *real, bool nested, struct err *e)
{
	struct stat sb;
	const char *gitdir = nested ? NULL : env_get("GIT_DIR"),
		   *across = env_get("GIT_DISCOVERY_ACROSS_FILESYSTEM");
	if (gitdir)
		return discover_environment(out, a, real, gitdir, e);
	if (stat(real, &sb) != 0)
		return err_sys(e, errno, "stat");
	dev_t dev = sb.st_dev;
	bool cross = across && (strcmp(across, "1") == 0 || strcmp(across, "true") == 0);
	size_t ceiling = discover_ceiling(real);
	char *folder = arena_cstr(a, str_from(real));
	for (;;) {
		int found = discover_at(out, a, folder, e);
		if (found != 0)
			return found;
		/* Inside a gitdir or a bare repository there is no worktree. */
		if (discover_is_gitdir(a, folder))
			return 0;
		char *slash = strrchr(folder, '/');
		if (!slash || folder[1] == '\0')
			return 0;
		slash[slash == folder] = '\0';
		if ((ceiling && strlen(folder) <= ceiling) || stat(folder, &sb) != 0 ||
			(sb.st_dev != dev && !cross))
			return 0;
	}
}
