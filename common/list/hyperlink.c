#include "ember/list/hyperlink.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define HYPERLINK_HOPS 40 /* links in a row that lead to nothing */

/* `name` below `dir`. */
static const char *hyperlink_join(struct arena *a, const char *dir, const char *name)
{
	const char *slash = dir[0] && dir[strlen(dir) - 1] == '/' ? "" : "/";
	return arena_cstr(a, arena_printf(a, "%s%s%s", dir, slash, name));
}

/* The folder part of a path without trailing slashes: "." when it has none. */
static const char *hyperlink_folder(struct arena *a, struct str path, struct str base)
{
	size_t n = (size_t)(base.p - path.p);
	return n ? arena_cstr(a, str_sub(path, 0, n)) : ".";
}

const char *hyperlink_resolve(struct arena *a, const char *path, int *num)
{
	char real[PATH_MAX], target[PATH_MAX];
	for (int hop = 0; hop < HYPERLINK_HOPS; hop++) {
		if (realpath(path, real))
			return arena_cstr(a, str_from(real));
		*num = errno;
		struct str whole = str_from(path), base = str_base(whole);
		if (*num != ENOENT || base.n == 0)
			return NULL;
		/* The last part is missing, or is a link to something that is. */
		const char *name = arena_cstr(a, base);
		if (!realpath(hyperlink_folder(a, whole, base), real))
			return path[0] == '/' || !getcwd(real, sizeof(real))
				? path
				: hyperlink_join(a, real, path);
		path = hyperlink_join(a, real, name);
		ssize_t n = readlink(path, target, sizeof(target) - 1);
		if (n < 0)
			return path;
		target[n] = 0;
		path = target[0] == '/' ? arena_cstr(a, str_from(target))
					: hyperlink_join(a, real, target);
	}
	*num = ELOOP;
	return NULL;
}

static void hyperlink_escape(struct out *o, const char *text)
{
	static const char hex[] = "0123456789abcdef";
	for (; *text; text++) {
		unsigned c = (unsigned char)*text;
		if (ascii_alnum(*text) || strchr("-._~/", *text)) {
			out_char(o, *text);
		} else {
			out_char(o, '%');
			out_char(o, hex[c >> 4]);
			out_char(o, hex[c & 15]);
		}
	}
}

void hyperlink_open(struct out *o, const char *host, const char *path)
{
	out_text(o, "\033]8;;file://");
	hyperlink_escape(o, host);
	hyperlink_escape(o, path);
	out_text(o, "\033\\");
}

void hyperlink_close(struct out *o)
{
	out_text(o, "\033]8;;\033\\");
}
