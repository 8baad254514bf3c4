#include "ember/os/env.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#ifndef EMBER_LIBEXEC
#define EMBER_LIBEXEC "/usr/local/libexec/ember"
#endif

const char *env_get(const char *name)
{
	const char *value = getenv(name);
	return value && *value ? value : NULL;
}

const char *env_raw(const char *name)
{
	return getenv(name);
}

static const char *env_join(
        struct arena *a, const char *folder, const char *between, const char *rest)
{
	if (!folder || folder[0] != '/')
		return NULL;
	return arena_printf(a, "%s%s/%s", folder, between, rest).p;
}

const char *env_path(struct arena *a, enum env_base base, const char *rest)
{
	static const struct {
		const char *variable, *below_home;
	} kinds[] = {
		[ENV_CONFIG] = { "XDG_CONFIG_HOME", "/.config" },
		[ENV_CACHE] = { "XDG_CACHE_HOME", "/.cache" },
		[ENV_DATA] = { "XDG_DATA_HOME", "/.local/share" },
		[ENV_RUNTIME] = { "XDG_RUNTIME_DIR", NULL },
		[ENV_HOME] = { NULL, "" },
	};
	const char *path = NULL;
	if (kinds[base].variable)
		path = env_join(a, env_get(kinds[base].variable), "", rest);
	if (!path && kinds[base].below_home)
		path = env_join(a, env_get("HOME"), kinds[base].below_home, rest);
	return path;
}

/* The folder of the running program, links resolved. NULL when /proc cannot tell. */
static const char *env_program_folder(struct arena *a)
{
	char path[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path));
	if (n <= 0 || (size_t)n == sizeof(path))
		return NULL;
	size_t slash = str_rchr((struct str){ path, (size_t)n }, '/');
	return slash == STR_NONE ? NULL : arena_cstr(a, (struct str){ path, slash ? slash : 1 });
}

const char *env_part(struct arena *a, const char *name, struct err *e)
{
	const char *folder = env_program_folder(a);
	const char *tries[] = {
		env_join(a, folder, "", name),
		env_join(a, folder, "/../libexec/ember", name),
		env_join(a, EMBER_LIBEXEC, "", name),
	};
	for (size_t i = 0; i < COUNTOF(tries); i++)
		if (tries[i] && access(tries[i], R_OK) == 0)
			return tries[i];
	err_sys(e, ENOENT, "a part of ember is not installed");
	return NULL;
}
