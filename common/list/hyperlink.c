#include "ember/list/hyperlink.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ember/base/buf.h"

#define HYPERLINK_HOPS 20   /* links followed before a loop is looked for, as by GNU */
#define HYPERLINK_SEEN 1000 /* links followed after that */

/* A path that is resolved by its parts: what is known of it begins with '/' or is empty, the root. */
struct hyperlink_walk {
	struct buf real, rest; /* rest: what is still to be resolved */
	struct buf seen;       /* both, of each link after HYPERLINK_HOPS, NUL-terminated */
	size_t links;
};

/* The link that real ends in was met before with the same rest to resolve. */
static bool hyperlink_loops(struct hyperlink_walk *w)
{
	const size_t from = w->seen.n;
	if (++w->links <= HYPERLINK_HOPS)
		return false;
	buf_str(&w->seen, buf_view(&w->real));
	buf_char(&w->seen, '/');
	buf_str(&w->seen, buf_view(&w->rest));
	buf_char(&w->seen, 0);
	for (size_t at = 0; at < from; at += strlen(w->seen.p + at) + 1)
		if (strcmp(w->seen.p + at, w->seen.p + from) == 0)
			return true;
	return w->links > HYPERLINK_HOPS + HYPERLINK_SEEN;
}

static void hyperlink_up(struct buf *real)
{
	const size_t slash = str_rchr(buf_view(real), '/');
	real->n = slash == STR_NONE ? 0 : slash;
}

/* The next part of the rest goes to real; a link is put before the rest instead, unless it leads round. */
static void hyperlink_part(struct hyperlink_walk *w, struct buf *scratch)
{
	char target[PATH_MAX];
	struct str rest = buf_view(&w->rest), part = str_cut(&rest, '/');
	buf_clear(scratch);
	buf_str(scratch, part);
	memmove(w->rest.p, rest.p, rest.n);
	w->rest.n = rest.n;
	part = buf_view(scratch);
	if (part.n == 0 || str_eqc(part, "."))
		return;
	if (str_eqc(part, "..")) {
		hyperlink_up(&w->real);
		return;
	}
	buf_char(&w->real, '/');
	buf_str(&w->real, part);
	const ssize_t n = readlink(buf_cstr(&w->real), target, sizeof(target));
	if (n <= 0 || (size_t)n == sizeof(target) || hyperlink_loops(w))
		return;
	if (target[0] == '/')
		buf_clear(&w->real);
	else
		hyperlink_up(&w->real);
	buf_clear(scratch);
	buf_add(scratch, target, (size_t)n);
	buf_char(scratch, '/');
	buf_str(scratch, buf_view(&w->rest));
	buf_clear(&w->rest);
	buf_str(&w->rest, buf_view(scratch));
}

const char *hyperlink_resolve(struct arena *a, const char *path, int *num)
{
	char real[PATH_MAX];
	if (realpath(path, real))
		return arena_cstr(a, str_from(real));
	/* Something on the way is missing, is not to be read, or is a loop. */
	const char *start = path[0] == '/' ? "" : getcwd(real, sizeof(real));
	if (!start) {
		*num = errno;
		return NULL;
	}
	struct hyperlink_walk w = { .links = 0 };
	struct buf scratch = { 0 };
	if (start[0] && start[1]) /* the root is empty */
		buf_text(&w.real, start);
	buf_text(&w.rest, path);
	while (w.rest.n)
		hyperlink_part(&w, &scratch);
	const char *found = w.real.n ? arena_cstr(a, buf_view(&w.real)) : "/";
	buf_fini(&w.real);
	buf_fini(&w.rest);
	buf_fini(&w.seen);
	buf_fini(&scratch);
	return found;
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
