/* Which type of file system a device number belongs to, from the kernel's list of mounts. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "ember/base/mem.h"
#include "ember/base/number.h"
#include "ember/expr/find.h"
#include "ember/expr/primary.h"
#include "ember/os/stat.h"

struct find_mount {
	uint64_t dev;
	struct str type;
	char *path; /* mount point, NUL-terminated */
};

struct find_mounts {
	VEC(struct find_mount) list;
	struct buf text;
	bool asked; /* the mount points themselves were asked for their device */
};

#define MOUNTS_MAX (16u << 20) /* bytes of the list that are read */

static void mounts_read(struct buf *b)
{
	int fd = open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC);
	ssize_t n = 1;
	if (fd < 0)
		return;
	while (b->n < MOUNTS_MAX && (n > 0 || errno == EINTR)) {
		buf_reserve(b, 16384);
		n = read(fd, b->p + b->n, 16384);
		if (n == 0)
			break;
		if (n > 0)
			b->n += (size_t)n;
	}
	close(fd);
}

/* "\040" and the like, in place. */
static char *mount_unescape(struct str s)
{
	char *to = (char *)(uintptr_t)s.p, *start = to;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\\' && i + 3 < s.n) {
			*to++ = (char)((s.p[i + 1] - '0') * 64 + (s.p[i + 2] - '0') * 8 + (s.p[i + 3] - '0'));
			i += 3;
		} else {
			*to++ = s.p[i];
		}
	}
	*to = '\0'; /* over the blank that ended the field, at the latest */
	return start;
}

/* "36 35 98:0 /root /mount rw,noatime master:1 - ext3 /dev/root rw" */
static void mounts_add(struct find_mounts *m, struct str line)
{
	uint64_t major, minor;
	struct str id, point;
	str_cut(&line, ' ');
	str_cut(&line, ' ');
	id = str_cut(&line, ' ');
	str_cut(&line, ' ');
	point = str_cut(&line, ' ');
	size_t at = str_find(line, STR(" - "));
	struct str high = str_cut(&id, ':');
	if (at == STR_NONE || !number_u64(high, &major) || !number_u64(id, &minor))
		return;
	line = str_sub(line, at + 3, line.n);
	struct str type = str_cut(&line, ' ');
	VEC_PUSH(&m->list) = (struct find_mount){ makedev((unsigned)major, (unsigned)minor), type,
		mount_unescape(point) };
}

static struct find_mount *mounts_find(struct find_mounts *m, uint64_t dev)
{
	for (size_t i = m->list.n; i-- > 0;)
		if (m->list.p[i].dev == dev)
			return &m->list.p[i];
	return NULL;
}

/* Some file systems (btrfs) show other numbers in stat than in the list. */
static void mounts_ask(struct find_mounts *m)
{
	m->asked = true;
	for (size_t i = 0; i < m->list.n; i++) {
		struct statx sx;
		if (statx(AT_FDCWD, m->list.p[i].path, AT_NO_AUTOMOUNT, STATX_TYPE, &sx) == 0)
			m->list.p[i].dev = stat_dev(&sx);
	}
}

struct str find_fstype(struct find_state *s, uint64_t dev)
{
	if (!s->mounts) {
		struct str rest, line;
		s->mounts = mem_zero(1, sizeof(*s->mounts));
		mounts_read(&s->mounts->text);
		rest = buf_view(&s->mounts->text);
		while (str_line(&rest, &line))
			mounts_add(s->mounts, line);
	}
	struct find_mount *hit = mounts_find(s->mounts, dev);
	if (!hit && !s->mounts->asked) {
		mounts_ask(s->mounts);
		hit = mounts_find(s->mounts, dev);
	}
	return hit ? hit->type : STR("unknown");
}

void find_mounts_free(struct find_mounts *m)
{
	if (!m)
		return;
	VEC_FREE(&m->list);
	buf_fini(&m->text);
	free(m);
}
