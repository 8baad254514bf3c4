#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/cli/diag.h"
#include "ember/expr/find.h"
#include "ember/expr/primary.h"
#include "ember/os/ids.h"

static int state_fail(struct find_state *s, struct str *message, const char *path, int num)
{
	struct err e = { .num = num };
	char words[256];
	diag_words(&e, words, sizeof(words));
	*message = arena_printf(s->arena, "'%s': %s", path, words);
	return -1;
}

static int state_look(struct find_state *s, struct find_ref *r, struct str *message)
{
	int flags = AT_NO_AUTOMOUNT | (r->follow ? 0 : AT_SYMLINK_NOFOLLOW);
	unsigned mask = r->need | STATX_TYPE;
	if (statx(AT_FDCWD, r->path, flags, mask, &r->sx) == 0)
		return 0;
	if (r->follow && errno == ENOENT &&
		statx(AT_FDCWD, r->path, AT_NO_AUTOMOUNT | AT_SYMLINK_NOFOLLOW, mask, &r->sx) == 0)
		return 0;
	return state_fail(s, message, r->path, errno);
}

/* Two names of one file share one stream, so that their records do not overwrite each other. */
static struct find_file *state_same(struct find_state *s, size_t before, const struct stat *sb)
{
	for (size_t i = 0; i < before; i++) {
		struct find_file *f = s->line->files.p[i];
		if (f->ino == sb->st_ino && f->dev == sb->st_dev)
			return f;
	}
	return NULL;
}

static int state_open_file(struct find_state *s, size_t i, struct str *message)
{
	struct find_file *f = s->line->files.p[i];
	struct stat sb = { 0 };
	if (!f->path || strcmp(f->path, "/dev/stdout") == 0) {
		f->out = s->out;
		f->tty = s->tty;
		if (fstat(s->out->fd, &sb) == 0) {
			f->dev = sb.st_dev;
			f->ino = sb.st_ino;
		}
		return 0;
	}
	int fd = strcmp(f->path, "/dev/stderr") == 0 ? fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
		: open(f->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0666);
	if (fd < 0 || fstat(fd, &sb) != 0)
		return state_fail(s, message, f->path, errno);
	struct find_file *same = state_same(s, i, &sb);
	if (same) {
		close(fd);
		f->out = same->out;
		f->tty = same->tty;
		return 0;
	}
	f->dev = sb.st_dev;
	f->ino = sb.st_ino;
	f->tty = isatty(fd);
	out_init(&f->own, fd, OUT_CAP);
	f->out = &f->own;
	return 0;
}

int find_open(struct find_state *s, struct find_line *line, struct arena *a, struct out *out,
	struct expr_run *run, struct str *message)
{
	s->line = line;
	s->arena = a;
	s->out = out;
	s->tty = isatty(out->fd);
	run->find = s;
	for (size_t i = 0; i < line->refs.n; i++)
		if (state_look(s, line->refs.p[i], message) != 0)
			return -1;
	for (size_t i = 0; i < line->files.n; i++)
		if (state_open_file(s, i, message) != 0)
			return -1;
	return find_exec_open(s, message);
}

void find_before(struct find_state *s, struct expr_run *run)
{
	if (s->pending_dirs && run->entry->folder != s->pending_folder)
		find_exec_flush(s, run, true);
}

void find_root_begin(struct find_state *s, struct expr_run *run)
{
	if (s->pending_dirs)
		find_exec_flush(s, run, true);
}

void find_root_done(struct find_state *s, struct expr_run *run)
{
	if (s->pending_dirs && s->pending_folder)
		find_exec_flush(s, run, true);
}

int find_close(struct find_state *s, struct expr_run *run, struct str *path)
{
	int num = 0;
	find_exec_flush(s, run, false);
	for (size_t i = 0; i < s->line->files.n; i++) {
		struct find_file *f = s->line->files.p[i];
		if (f->out != &f->own || !f->out)
			continue;
		if (out_flush(f->out) != 0 && !num) {
			num = f->out->err;
			*path = str_from(f->path);
		}
		out_fini(f->out);
		close(f->own.fd);
	}
	find_exec_close(s->line);
	find_mounts_free(s->mounts);
	ids_free(s->ids);
	map_fini(&s->seen);
	buf_fini(&s->scratch);
	buf_fini(&s->scratch2);
	return num;
}
