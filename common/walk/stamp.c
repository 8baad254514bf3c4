#include "ember/walk/stamp.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "ember/base/def.h"

#define STAMP_TICK_NS 20000000 /* the clock of the kernel's times moves twice in it (100 Hz at least) */
#define STAMP_DAY 86400        /* where accesses are noted relatively, one is after so many seconds */

enum stamp_place stamp_place(int fd)
{
	static const uint32_t known[] = { EXT4_SUPER_MAGIC, TMPFS_MAGIC, BTRFS_SUPER_MAGIC, 0x58465342 /* xfs */,
		0xf2f52010 /* f2fs */, OVERLAYFS_SUPER_MAGIC };
	struct statfs fs;
	if (fstatfs(fd, &fs) != 0)
		return STAMP_USELESS;
	unsigned long flags = (unsigned long)fs.f_flags;
	for (size_t i = 0; i < COUNTOF(known); i++)
		if ((uint32_t)fs.f_type == known[i])
			return flags & (ST_NOATIME | ST_NODIRATIME | ST_RDONLY) ? STAMP_NOATIME
				: flags & ST_RELATIME ? STAMP_RELATIME : STAMP_STRICTATIME;
	return STAMP_USELESS;
}

void stamp_take(struct stamp *s)
{
	clock_gettime(CLOCK_REALTIME_COARSE, &s->begun);
}

static bool stamp_later(struct statx_timestamp a, struct statx_timestamp b)
{
	return a.tv_sec != b.tv_sec ? a.tv_sec > b.tv_sec : a.tv_nsec > b.tv_nsec;
}

/* The kernel may have been one tick behind with either of the two. */
static bool stamp_older(const struct stamp *s, struct statx_timestamp changed)
{
	int64_t since = s->begun.tv_sec - changed.tv_sec;
	return since > 1 || (since >= 0 && since * 1000000000 + s->begun.tv_nsec - changed.tv_nsec > STAMP_TICK_NS);
}

/* Would the kernel write down that it is read now? */
static bool stamp_counts(enum stamp_place place, const struct statx *sx)
{
	struct timespec now;
	if (place != STAMP_RELATIME)
		return place == STAMP_STRICTATIME;
	if (!stamp_later(sx->stx_atime, sx->stx_mtime) || !stamp_later(sx->stx_atime, sx->stx_ctime))
		return true;
	clock_gettime(CLOCK_REALTIME_COARSE, &now);
	return now.tv_sec - sx->stx_atime.tv_sec >= STAMP_DAY;
}

static void stamp_read(int fd)
{
	_Alignas(8) char some[512];
	(void)syscall(SYS_getdents64, fd, some, sizeof(some));
}

/* At its end it gives nothing, and is noted all the same; what is still to be read counts by itself. */
static bool stamp_unquiet(int fd, bool ended)
{
	int flags = fcntl(fd, F_GETFL);
	if (flags < 0 || fcntl(fd, F_SETFL, flags & ~O_NOATIME) != 0)
		return false;
	if (ended)
		stamp_read(fd);
	return true;
}

static bool stamp_touch(int at, const char *name)
{
	int fd = openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return false;
	stamp_read(fd);
	close(fd);
	return true;
}

bool stamp_holds(const struct stamp *s, enum stamp_place place, int at, const char *name, uint64_t ino, int fd,
	bool ended)
{
	struct statx sx;
	if (statx(at, name, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT, STATX_BASIC_STATS, &sx) != 0 || sx.stx_ino != ino ||
		(sx.stx_attributes & STATX_ATTR_MOUNT_ROOT) || !stamp_older(s, sx.stx_ctime))
		return false;
	return !stamp_counts(place, &sx) || (fd < 0 ? stamp_touch(at, name) : stamp_unquiet(fd, ended));
}
