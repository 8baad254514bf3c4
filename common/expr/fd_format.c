#include "ember/expr/fd_format.h"

#include <stdio.h>
#include <time.h>

#include "ember/base/vec.h"
#include "ember/expr/fd.h"
#include "ember/os/clock.h"
#include "ember/walk/entry.h"

enum fd_token {
	FD_TEXT,
	FD_PATH,
	FD_BASE,
	FD_PARENT,
	FD_NO_EXT,
	FD_BASE_NO_EXT,
	FD_TOKEN_SIZE, /* these need the entry */
	FD_TOKEN_MTIME,
	FD_TOKEN_TYPE,
	FD_TOKEN_INODE,
};

struct fd_part {
	enum fd_token token;
	struct str text;
};

static const struct {
	const char *spelling;
	enum fd_token token;
} fd_tokens[] = {
	{ "{}", FD_PATH },
	{ "{/}", FD_BASE },
	{ "{//}", FD_PARENT },
	{ "{.}", FD_NO_EXT },
	{ "{/.}", FD_BASE_NO_EXT },
	{ "{size}", FD_TOKEN_SIZE },
	{ "{mtime}", FD_TOKEN_MTIME },
	{ "{type}", FD_TOKEN_TYPE },
	{ "{inode}", FD_TOKEN_INODE },
};

/* The placeholder that `text` begins with; COUNTOF(fd_tokens) = none. */
static size_t fd_token_at(struct str text, bool facts)
{
	for (size_t k = 0; k < COUNTOF(fd_tokens); k++) {
		if (fd_tokens[k].token >= FD_TOKEN_SIZE && !facts)
			break;
		if (str_starts(text, str_from(fd_tokens[k].spelling)))
			return k;
	}
	return COUNTOF(fd_tokens);
}

void fd_format_parse(struct fd_format *f, struct arena *a, struct str text, bool facts)
{
	VEC(struct fd_part) parts = { 0 };
	struct buf lit = { 0 };
	*f = (struct fd_format){ 0 };
	while (text.n) {
		size_t k = fd_token_at(text, facts);
		if (k < COUNTOF(fd_tokens)) {
			if (lit.n)
				VEC_PUSH(&parts) = (struct fd_part){ FD_TEXT,
					arena_str(a, buf_view(&lit)) };
			buf_clear(&lit);
			VEC_PUSH(&parts) = (struct fd_part){ .token = fd_tokens[k].token };
			text = str_sub(text, strlen(fd_tokens[k].spelling), text.n);
			f->tokens = true;
			continue;
		}
		bool twice = str_starts(text, STR("{{")) || str_starts(text, STR("}}"));
		buf_char(&lit, text.p[0]);
		text = str_sub(text, twice ? 2 : 1, text.n);
	}
	if (lit.n)
		VEC_PUSH(&parts) = (struct fd_part){ FD_TEXT, arena_str(a, buf_view(&lit)) };
	struct fd_part *kept = ARENA_ARRAY(a, struct fd_part, parts.n);
	if (parts.n)
		memcpy(kept, parts.p, parts.n * sizeof(*kept));
	f->parts = kept;
	f->n = parts.n;
	VEC_FREE(&parts);
	buf_fini(&lit);
}

void fd_put_path(struct buf *out, struct str path, struct str separator)
{
	if (!separator.n) {
		buf_str(out, path);
		return;
	}
	for (size_t i = 0; i < path.n; i++) {
		if (path.p[i] == '/')
			buf_str(out, separator);
		else
			buf_char(out, path.p[i]);
	}
}

/* Offset of the dot before the extension: the last one that is not the name's first byte. */
static size_t fd_extension(struct str path, size_t base)
{
	for (size_t i = path.n; i > base + 1; i--)
		if (path.p[i - 1] == '.')
			return i - 1;
	return path.n;
}

/* 2024-02-29T12:00:00+0100 */
static void fd_put_time(struct buf *out, struct entry *e)
{
	struct clock_local at = { 0 };
	struct stat_time t;
	struct tm tm;
	char text[64];
	if (!fd_entry_time(e, FD_MTIME, &t) || !clock_local(&at, t.sec, &tm) ||
		!strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%S%z", &tm))
		snprintf(text, sizeof(text), "?");
	buf_text(out, text);
}

/* As the letters of -t, or '?'. */
static char fd_type_letter(struct entry *e)
{
	switch (entry_type(e)) {
	case DT_REG: return 'f';
	case DT_DIR: return 'd';
	case DT_LNK: return 'l';
	case DT_SOCK: return 's';
	case DT_FIFO: return 'p';
	case DT_CHR: return 'c';
	case DT_BLK: return 'b';
	default: return '?';
	}
}

static void fd_put_fact(struct buf *out, enum fd_token token, struct entry *e)
{
	const struct statx *sx;
	switch (token) {
	case FD_TOKEN_MTIME: fd_put_time(out, e); break;
	case FD_TOKEN_TYPE: buf_char(out, fd_type_letter(e)); break;
	default:
		sx = entry_stat(e, token == FD_TOKEN_SIZE ? STATX_SIZE : STATX_INO);
		if (sx)
			buf_printf(out, "%llu",
				(unsigned long long)(token == FD_TOKEN_SIZE ? sx->stx_size : sx->stx_ino));
		else
			buf_char(out, '?');
	}
}

void fd_format_put(const struct fd_format *f, struct buf *out, struct entry *e, struct str path,
	struct str separator)
{
	while (path.n > 1 && path.p[path.n - 1] == '/')
		path.n--;
	size_t slash = str_rchr(path, '/');
	size_t base = slash == STR_NONE || path.n == 1 ? 0 : slash + 1;
	size_t ext = fd_extension(path, base);
	/* As in fd, {.} is without "./"; but never something that looks like an option. */
	bool plain = str_starts(path, STR("./")) && path.n > 2 && path.p[2] != '-';
	struct str parent = slash == STR_NONE ? STR(".") : str_sub(path, 0, slash ? slash : 1);
	for (size_t i = 0; i < f->n; i++) {
		const struct fd_part *p = &f->parts[i];
		switch (p->token) {
		case FD_TEXT: buf_str(out, p->text); break;
		case FD_PATH: fd_put_path(out, path, separator); break;
		case FD_BASE: fd_put_path(out, str_sub(path, base, path.n), separator); break;
		case FD_PARENT: fd_put_path(out, parent, separator); break;
		case FD_NO_EXT:
			fd_put_path(out, str_sub(path, plain ? 2 : 0, ext), separator);
			break;
		case FD_BASE_NO_EXT: fd_put_path(out, str_sub(path, base, ext), separator); break;
		default: fd_put_fact(out, p->token, e);
		}
	}
}
