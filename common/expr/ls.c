/* -ls: one line an entry, columns that widen as they meet longer values and never narrow again. */
#include <stdio.h>
#include <string.h>
#include <sys/sysmacros.h>
#include <time.h>

#include "ember/base/number.h"
#include "ember/expr/find.h"
#include "ember/expr/primary.h"
#include "ember/os/clock.h"
#include "ember/os/ids.h"

struct find_widths {
	size_t inode, blocks, links, owner, group, major, minor, size;
	int64_t now; /* seconds, when the first line was put out */
	struct clock_local clock;
};

void find_mode_text(unsigned mode, char out[11])
{
	static const char types[] = "?pc?d?b?-?l?s???";
	static const char rwx[] = "rwxrwxrwx";
	out[0] = types[(mode >> 12) & 15];
	for (unsigned i = 0; i < 9; i++)
		out[1 + i] = mode >> (8 - i) & 1 ? rwx[i] : '-';
	if (mode & S_ISUID)
		out[3] = mode & S_IXUSR ? 's' : 'S';
	if (mode & S_ISGID)
		out[6] = mode & S_IXGRP ? 's' : 'S';
	if (mode & S_ISVTX)
		out[9] = mode & S_IXOTH ? 't' : 'T';
	out[10] = '\0';
}

static void put_right(struct out *o, size_t *width, uint64_t v)
{
	char digits[20];
	unsigned n = number_put(digits, v);
	if (n > *width)
		*width = n;
	out_fill(o, ' ', *width - n);
	out_bytes(o, digits, n);
}

static void put_left(struct out *o, size_t *width, struct str s)
{
	if (s.n > *width)
		*width = s.n;
	out_str(o, s);
	out_fill(o, ' ', *width - s.n);
}

static void put_owner(struct out *o, struct find_widths *w, struct str name, uint32_t id)
{
	char digits[20];
	if (name.n) {
		put_left(o, &w->owner, name);
		return;
	}
	/* A number takes 8 cells whatever the width, and counts one more than it has: as GNU find. */
	unsigned n = number_put(digits, id);
	out_bytes(o, digits, n);
	out_fill(o, ' ', n < 8 ? 8 - n : 0);
	if ((n < 8 ? 8 : n) + 1 > w->owner)
		w->owner = (n < 8 ? 8 : n) + 1;
}

static void put_group(struct out *o, struct find_widths *w, struct str name, uint32_t id)
{
	char digits[20];
	put_left(o, &w->group, name.n ? name : (struct str){ digits, number_put(digits, id) });
}

static void put_size(struct out *o, struct find_widths *w, const struct statx *sx)
{
	if (S_ISBLK(sx->stx_mode) || S_ISCHR(sx->stx_mode)) {
		put_right(o, &w->major, sx->stx_rdev_major);
		out_text(o, ", ");
		put_right(o, &w->minor, sx->stx_rdev_minor);
	} else {
		put_right(o, &w->size, sx->stx_size);
	}
}

#define LS_HALF_YEAR (180 * 86400)

static void put_date(struct out *o, struct find_widths *w, int64_t sec)
{
	struct tm tm;
	char text[128];
	bool recent = sec >= w->now - LS_HALF_YEAR && sec <= w->now + 3600;
	size_t n = 0;
	if (clock_local(&w->clock, sec, &tm))
		n = recent ? strftime(text, sizeof(text), "%b %e %H:%M", &tm)
			: strftime(text, sizeof(text), "%b %e  %Y", &tm);
	if (n)
		out_bytes(o, text, n);
	else
		out_printf(o, "%lld", (long long)sec);
}

/* Nothing but graphic ASCII goes out as it is. */
static void put_escaped(struct out *o, struct str name)
{
	static const char from[] = "\\\n\b\r\t\f \"", to[] = "\\nbrtf \"";
	for (size_t i = 0; i < name.n; i++) {
		unsigned char c = (unsigned char)name.p[i];
		const char *hit = c ? strchr(from, c) : NULL;
		if (hit) {
			out_char(o, '\\');
			out_char(o, to[hit - from]);
		} else if (c > 040 && c < 0177) {
			out_char(o, (char)c);
		} else {
			out_printf(o, "\\%03o", c);
		}
	}
}

static void put_target(struct expr_run *run, struct out *o)
{
	struct buf *b = &run->find->scratch;
	int num = find_link_text(run->entry, b);
	if (num) {
		find_report(run, num, NULL);
		return;
	}
	out_text(o, " -> ");
	put_escaped(o, buf_view(b));
}

static struct find_widths *ls_widths(struct find_state *s)
{
	if (!s->widths) {
		s->widths = ARENA_NEW(s->arena, struct find_widths);
		*s->widths = (struct find_widths){ .inode = 9, .blocks = 6, .links = 3, .owner = 8, .group = 8,
			.major = 3, .minor = 3, .size = 8, .now = clock_now().sec };
		s->ids = s->ids ? s->ids : ids_new();
	}
	return s->widths;
}

bool find_ls_put(struct expr_run *run, const struct find_file *file)
{
	struct find_state *s = run->find;
	const struct statx *sx = find_stat(run, STATX_BASIC_STATS);
	struct out *o = file->out;
	char mode[11];
	if (!sx)
		return false;
	struct find_widths *w = ls_widths(s);
	put_right(o, &w->inode, sx->stx_ino);
	out_char(o, ' ');
	put_right(o, &w->blocks, s->line->posix ? sx->stx_blocks : sx->stx_blocks / 2 + sx->stx_blocks % 2);
	out_char(o, ' ');
	find_mode_text(sx->stx_mode, mode);
	out_bytes(o, mode, 10);
	out_char(o, ' ');
	put_right(o, &w->links, sx->stx_nlink);
	out_char(o, ' ');
	put_owner(o, w, ids_user(s->ids, sx->stx_uid), sx->stx_uid);
	out_char(o, ' ');
	put_group(o, w, ids_group(s->ids, sx->stx_gid), sx->stx_gid);
	out_char(o, ' ');
	put_size(o, w, sx);
	out_char(o, ' ');
	put_date(o, w, sx->stx_mtime.tv_sec);
	out_char(o, ' ');
	put_escaped(o, run->entry->path);
	if (S_ISLNK(sx->stx_mode))
		put_target(run, o);
	out_char(o, '\n');
	return true;
}
