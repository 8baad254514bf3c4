#include "ember/expr/fd_print.h"

#include <errno.h>
#include <unistd.h>
#include <sys/xattr.h>

#include "ember/text/safe.h"

struct str fd_shown(const struct fd_print *p, struct str path)
{
	struct str s = path;
	while (p->strip && s.n > 2 && s.p[0] == '.' && s.p[1] == '/') /* seen for each result: no call */
		s = (struct str){ s.p + 2, s.n - 2 };
	return s.n && s.p[0] == '-' ? path : s;
}

int fd_path_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n, i = 0;
	while (i < n && a.p[i] == b.p[i])
		i++;
	if (i == n)
		return (a.n > b.n) - (a.n < b.n);
	if (a.p[i] == '/' || b.p[i] == '/')
		return a.p[i] == '/' ? -1 : 1;
	return (unsigned char)a.p[i] < (unsigned char)b.p[i] ? -1 : 1;
}

/* ---------------------------------------------------------------- colours */

static bool fd_has_cap(struct entry *e)
{
	return lgetxattr(e->path.p, "security.capability", NULL, 0) > 0;
}

/* The facts that the colour rules ask for, no more. */
static struct lscolors_file fd_look(const struct fd_print *p, struct entry *e)
{
	unsigned char type = entry_type(e);
	struct lscolors_file f = { .name = entry_base(e), .mode = DTTOIF((unsigned)type) };
	bool want = (type == DT_REG && (p->needs & LSCOLORS_NEED_FILE)) ||
		(type == DT_DIR && (p->needs & LSCOLORS_NEED_DIR));
	const struct statx *sx = want ? entry_stat(e, STATX_MODE | STATX_NLINK) : NULL;
	if (sx) {
		f.mode = sx->stx_mode;
		f.nlink = sx->stx_nlink;
		f.known = true;
	}
	if (type == DT_REG && (p->needs & LSCOLORS_NEED_CAP))
		f.has_cap = fd_has_cap(e);
	if (type == DT_LNK && (p->needs & LSCOLORS_NEED_TARGET)) {
		struct statx target;
		if (entry_statx(e, true, STATX_TYPE | STATX_MODE, &target) == 0)
			f.target = target.stx_mode;
		else
			f.broken = true;
	}
	return f;
}

static void fd_text(const struct fd_print *p, struct buf *out, struct str s, struct buf *scratch)
{
	if (p->separator.n) {
		buf_clear(scratch);
		fd_put_path(scratch, s, p->separator);
		s = buf_view(scratch);
	}
	if (p->safe)
		safe_add(out, s, SAFE_TAB);
	else
		buf_str(out, s);
}

static void fd_coloured(const struct fd_print *p, struct buf *out, struct str sgr, struct str s,
	struct buf *scratch)
{
	if (!s.n)
		return;
	if (sgr.n)
		buf_printf(out, "\033[%.*sm", STR_ARG(sgr));
	fd_text(p, out, s, scratch);
	if (sgr.n)
		buf_text(out, "\033[0m");
}

static void fd_print_coloured(const struct fd_print *p, struct buf *out, struct entry *e,
	struct str shown, struct buf *scratch)
{
	struct str dir = { 0 }, base = { 0 };
	size_t slash = str_rchr(shown, '/');
	size_t cut = slash == STR_NONE ? 0 : slash + 1;
	struct lscolors_file f = fd_look(p, e);
	if (lscolors_on(p->colors, LSCOLORS_DI))
		dir = p->colors->key[LSCOLORS_DI].text;
	if (!lscolors_find(p->colors, &f, &base))
		base = (struct str){ 0 };
	fd_coloured(p, out, dir, str_sub(shown, 0, cut), scratch);
	fd_coloured(p, out, base, str_sub(shown, cut, shown.n), scratch);
	if (entry_type(e) == DT_DIR && !p->bare)
		fd_coloured(p, out, dir, STR("/"), scratch);
}

/* ---------------------------------------------------------------- hyperlinks */

static void fd_percent(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		if (ascii_alnum(c) || (c && strchr("/:._~-", c)))
			buf_char(out, c);
		else
			buf_printf(out, "%%%02X", (unsigned)(unsigned char)c);
	}
}

static void fd_link_open(const struct fd_print *p, struct buf *out, struct str path)
{
	buf_text(out, "\033]8;;file://");
	fd_percent(out, p->host);
	if (path.p[0] != '/') {
		fd_percent(out, p->cwd);
		if (!p->cwd.n || p->cwd.p[p->cwd.n - 1] != '/')
			buf_char(out, '/');
		while (str_starts(path, STR("./")))
			path = str_sub(path, 2, path.n);
	}
	fd_percent(out, path);
	buf_text(out, "\033\\");
}

/* ---------------------------------------------------------------- one result */

/* Nothing but the path itself is asked for: most results of most searches. */
static void fd_plain(const struct fd_print *p, struct buf *out, struct entry *e, struct str shown)
{
	buf_reserve(out, shown.n + 2);
	memcpy(out->p + out->n, shown.p, shown.n);
	out->n += shown.n;
	if (entry_type(e) == DT_DIR)
		out->p[out->n++] = '/';
	out->p[out->n++] = p->end;
}

void fd_print(const struct fd_print *p, struct buf *out, struct entry *e, struct buf *scratch)
{
	struct str shown = fd_shown(p, e->path);
	if (!p->safe && !p->format && !p->colors && !p->host.p && !p->separator.n) {
		fd_plain(p, out, e, shown);
		return;
	}
	if (p->host.p)
		fd_link_open(p, out, e->path);
	if (p->format && p->safe) {
		buf_clear(scratch);
		fd_format_put(p->format, scratch, e, shown, p->separator);
		safe_add(out, buf_view(scratch), SAFE_TAB | SAFE_LF);
	} else if (p->format) {
		fd_format_put(p->format, out, e, shown, p->separator);
	} else if (p->colors) {
		fd_print_coloured(p, out, e, shown, scratch);
	} else {
		fd_text(p, out, shown, scratch);
		if (entry_type(e) == DT_DIR)
			fd_text(p, out, STR("/"), scratch);
	}
	if (p->host.p)
		buf_text(out, "\033]8;;\033\\");
	buf_char(out, p->end);
}
