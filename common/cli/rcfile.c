#include "ember/cli/rcfile.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/base/buf.h"
#include "ember/base/vec.h"
#include "ember/text/utf8.h"

/* The words of one line while it is split. */
struct rcfile_words {
	struct buf text; /* the words, each followed by a NUL */
	size_t start[RCFILE_WORDS];
	size_t n;
};

/* A backslash in double quotes stands for itself unless one of these follows. */
static bool rcfile_escapes(char c)
{
	return c == '"' || c == '\\' || c == '$' || c == '`';
}

/* Take one word off *s (which does not start with a blank). Returns what is wrong, or NULL. */
static const char *rcfile_word(struct str *s, struct buf *b)
{
	char quote = 0;
	size_t i = 0;
	for (; i < s->n && (quote || !ascii_space(s->p[i])); i++) {
		char c = s->p[i];
		if (c == '\0')
			return "NUL byte";
		if (!quote && (c == '\'' || c == '"')) {
			quote = c;
		} else if (c == quote) {
			quote = 0;
		} else if (c == '\\' && quote != '\'') {
			if (i + 1 == s->n)
				return "backslash at the end of the line";
			if (quote && !rcfile_escapes(s->p[i + 1]))
				buf_char(b, c);
			else
				buf_char(b, s->p[++i]);
		} else {
			buf_char(b, c);
		}
	}
	if (quote)
		return quote == '"' ? "no closing \"" : "no closing '";
	buf_char(b, '\0');
	*s = str_sub(*s, i, s->n);
	return NULL;
}

static const char *rcfile_split(struct str line, struct rcfile_words *w)
{
	buf_clear(&w->text);
	w->n = 0;
	for (;;) {
		line = str_trim(line);
		if (line.n == 0 || line.p[0] == '#')
			return NULL;
		if (w->n == RCFILE_WORDS)
			return "too many words";
		w->start[w->n++] = w->text.n;
		const char *what = rcfile_word(&line, &w->text);
		if (what)
			return what;
	}
}

/* "name = value" as one word; what is wrong, or NULL. */
static const char *rcfile_assignment(struct rcfile_words *w, struct arena *a, char **word)
{
	struct str all = { w->text.p, w->text.n - 1 };
	/* The words' NULs are the blanks of the value; around '=' they are dropped. */
	size_t equals = str_chr(all, '=');
	if (equals == STR_NONE)
		return "an entry is --option, -o, or name = value";
	struct str name = str_sub(all, 0, equals), value = str_sub(all, equals + 1, all.n);
	if (name.n && name.p[name.n - 1] == '\0')
		name.n--;
	if (value.n && value.p[0] == '\0')
		value = str_sub(value, 1, value.n);
	if (name.n == 0 || str_chr(name, '\0') != STR_NONE)
		return "an entry is --option, -o, or name = value";
	char *p = arena_bytes(a, name.n + value.n + 4);
	*word = p;
	memcpy(p, "--", 2);
	memcpy(p + 2, name.p, name.n);
	p[2 + name.n] = '=';
	for (size_t i = 0; i < value.n; i++)
		p[3 + name.n + i] = value.p[i] ? value.p[i] : ' ';
	p[3 + name.n + value.n] = '\0';
	return NULL;
}

/* The words from argv[first] on, and NULL. */
static char **rcfile_keep(struct arena *a, const struct rcfile_words *w, size_t first)
{
	char **argv = ARENA_ARRAY(a, char *, w->n + first + 1);
	char *text = arena_bytes(a, w->text.n);
	if (w->n)
		memcpy(text, w->text.p, w->text.n);
	for (size_t i = 0; i < w->n; i++)
		argv[first + i] = text + w->start[i];
	argv[first + w->n] = NULL;
	return argv;
}

static void rcfile_entry(
	struct rcfile_line *out, struct arena *a, const char *path, struct rcfile_words *w)
{
	char *one = NULL;
	bool assigns = w->text.p[0] != '-';
	if (assigns) {
		out->what = rcfile_assignment(w, a, &one);
		if (out->what)
			return;
	}
	out->argv = rcfile_keep(a, w, 1);
	out->argc = assigns ? 2 : (int)w->n + 1;
	out->argv[0] = arena_cstr(a, str_from(path));
	if (assigns) {
		out->argv[1] = one;
		out->argv[2] = NULL;
	}
}

char **rcfile_argv(struct arena *a, struct str command, const char **what)
{
	struct rcfile_words w = { .n = 0 };
	*what = rcfile_split(command, &w);
	char **argv = *what ? NULL : rcfile_keep(a, &w, 0);
	buf_fini(&w.text);
	return argv;
}

void rcfile_parse(struct rcfile *out, struct arena *a, const char *path, struct str text)
{
	VEC(struct rcfile_line) lines = { 0 };
	struct rcfile_words w = { .n = 0 };
	struct str line;
	unsigned number = 0;

	if (str_starts(text, STR("\xef\xbb\xbf")))
		text = str_sub(text, 3, text.n);
	while (str_line(&text, &line)) {
		struct rcfile_line entry = { .line = ++number };
		entry.what = utf8_valid(line) ? rcfile_split(line, &w) : "not valid UTF-8";
		if (!entry.what && w.n)
			rcfile_entry(&entry, a, path, &w);
		if (entry.what || entry.argc)
			VEC_PUSH(&lines) = entry;
	}
	struct rcfile_line *kept = ARENA_ARRAY(a, struct rcfile_line, lines.n);
	if (lines.n)
		memcpy(kept, lines.p, lines.n * sizeof(*kept));
	*out = (struct rcfile){ .path = path, .lines = kept, .n = lines.n };
	VEC_FREE(&lines);
	buf_fini(&w.text);
}

/* Bytes of the open file, at most RCFILE_MAX + 1; -1 = failure with errno. */
static ssize_t rcfile_fill(int fd, char *p)
{
	size_t n = 0;
	while (n <= RCFILE_MAX) {
		ssize_t got = read(fd, p + n, RCFILE_MAX + 1 - n);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		if (got == 0)
			break;
		n += (size_t)got;
	}
	return (ssize_t)n;
}

/* /dev/null: an empty file, as people say that they want none. */
static bool rcfile_is_null(const struct stat *sb)
{
	struct stat null;
	return S_ISCHR(sb->st_mode) && stat("/dev/null", &null) == 0 && null.st_rdev == sb->st_rdev;
}

int rcfile_read(struct rcfile *out, struct arena *a, const char *path, struct err *e)
{
	struct stat sb;
	int ret = -1;
	/* Not blocking: a FIFO in its place must not hold the program up. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd < 0)
		return errno == ENOENT || errno == ENOTDIR || errno == EACCES
			? 1
			: err_sys(e, errno, "open");
	char *p = NULL;
	ssize_t n = 0;
	if (fstat(fd, &sb) != 0) {
		err_sys(e, errno, "stat");
	} else if (rcfile_is_null(&sb)) {
		rcfile_parse(out, a, path, STR(""));
		ret = 0;
	} else if (!S_ISREG(sb.st_mode)) {
		err_text(e, "not a regular file");
	} else if (sb.st_size > RCFILE_MAX) {
		err_text(e, "larger than 64 KiB");
	} else if ((n = rcfile_fill(fd, p = arena_bytes(a, RCFILE_MAX + 1))) < 0) {
		err_sys(e, errno, "read");
	} else if (n > RCFILE_MAX) {
		err_text(e, "larger than 64 KiB");
	} else {
		rcfile_parse(out, a, path, (struct str){ p, (size_t)n });
		out->shared = (sb.st_mode & (S_IWGRP | S_IWOTH)) ||
			(sb.st_uid != 0 && sb.st_uid != geteuid());
		ret = 0;
	}
	close(fd);
	return ret;
}
