/* stat: statx with a mask of the facts that are needed. */
#ifndef EMBER_OS_STAT_H
#define EMBER_OS_STAT_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/base/def.h"

/* Facts to ask for; type and mode come together. */
enum {
	STAT_MODE = 1 << 0,
	STAT_NLINK = 1 << 1,
	STAT_OWNER = 1 << 2, /* uid and gid */
	STAT_SIZE = 1 << 3,
	STAT_BLOCKS = 1 << 4,
	STAT_INO = 1 << 5,
	STAT_ATIME = 1 << 6,
	STAT_MTIME = 1 << 7,
	STAT_CTIME = 1 << 8,
	STAT_BTIME = 1 << 9,
	STAT_BASIC = (1 << 9) - 1,
	STAT_ALL = (1 << 10) - 1,
};

struct stat_time {
	int64_t sec;
	uint32_t nsec;
};

struct statx;
/* The device that it lies on, as one number. */
uint64_t stat_dev(const struct statx *sx);

struct stat_facts {
	uint32_t mode, nlink, uid, gid;
	uint64_t size;   /* as the kernel says; signed for some file systems */
	uint64_t blocks; /* of 512 bytes */
	uint64_t ino;
	uint64_t dev, rdev;
	struct stat_time accessed, modified, changed, born;
	bool has_born;
	uint64_t attributes; /* STATX_ATTR_ bits that are set; always asked for, at no price */
};

/*
 * stat or (without `follow`) lstat of `name` below `dirfd`; never triggers an automount.
 * Returns 0 or an errno value. Threads: any.
 */
int stat_at(struct stat_facts *out, int dirfd, const char *name, bool follow, unsigned need)
	EMBER_NODISCARD;
int stat_fd(struct stat_facts *out, int fd, unsigned need) EMBER_NODISCARD;

#endif
