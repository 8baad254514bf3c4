#include "ember/os/stat.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

static unsigned stat_mask(unsigned need)
{
	unsigned mask = STATX_TYPE | STATX_MODE;
	if (need & STAT_NLINK)
		mask |= STATX_NLINK;
	if (need & STAT_OWNER)
		mask |= STATX_UID | STATX_GID;
	if (need & STAT_SIZE)
		mask |= STATX_SIZE;
	if (need & STAT_BLOCKS)
		mask |= STATX_BLOCKS;
	if (need & STAT_INO)
		mask |= STATX_INO;
	if (need & STAT_ATIME)
		mask |= STATX_ATIME;
	if (need & STAT_MTIME)
		mask |= STATX_MTIME;
	if (need & STAT_CTIME)
		mask |= STATX_CTIME;
	if (need & STAT_BTIME)
		mask |= STATX_BTIME;
	return mask;
}

static struct stat_time stat_stamp(struct statx_timestamp t)
{
	return (struct stat_time){ t.tv_sec, t.tv_nsec };
}

static int stat_call(struct stat_facts *out, int fd, const char *name, int flags, unsigned need)
{
	struct statx x;
	if (statx(fd, name, flags | AT_NO_AUTOMOUNT, stat_mask(need), &x) != 0)
		return errno;
	*out = (struct stat_facts){
		.mode = x.stx_mode,
		.nlink = x.stx_nlink,
		.uid = x.stx_uid,
		.gid = x.stx_gid,
		.size = x.stx_size,
		.blocks = x.stx_blocks,
		.ino = x.stx_ino,
		.dev = stat_dev(&x),
		.rdev = makedev(x.stx_rdev_major, x.stx_rdev_minor),
		.accessed = stat_stamp(x.stx_atime),
		.modified = stat_stamp(x.stx_mtime),
		.changed = stat_stamp(x.stx_ctime),
		.born = stat_stamp(x.stx_btime),
		.attributes = x.stx_attributes & x.stx_attributes_mask,
		.has_born = (x.stx_mask & STATX_BTIME) != 0,
	};
	return 0;
}

uint64_t stat_dev(const struct statx *sx)
{
	return makedev(sx->stx_dev_major, sx->stx_dev_minor);
}

int stat_at(struct stat_facts *out, int dirfd, const char *name, bool follow, unsigned need)
{
	return stat_call(out, dirfd, name, follow ? 0 : AT_SYMLINK_NOFOLLOW, need);
}

int stat_fd(struct stat_facts *out, int fd, unsigned need)
{
	return stat_call(out, fd, "", AT_EMPTY_PATH, need);
}
