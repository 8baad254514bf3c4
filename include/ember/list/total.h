/* total: how much lies in folders and all below them. */
#ifndef EMBER_LIST_TOTAL_H
#define EMBER_LIST_TOTAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/str.h"

struct total_root {
	const char *path; /* as the kernel takes it; borrowed */
	uint64_t size;    /* out: bytes, its own included; saturates */
	bool partial;     /* out: something below could not be read */
};

struct total_conf {
	bool blocks;  /* allocated bytes, not the files' lengths */
	bool one_fs;  /* other file systems are not entered */
	unsigned threads; /* at most; 0 = as many as there are processors */
	/* A folder that could not be read; called by the caller's thread, in the order of the paths. */
	void (*say)(void *ctx, struct str path, int num);
	void *ctx;
};

/*
 * Sum up each root: the lengths of all below it and its own, a file of several links once a root. What
 * du -sb of that root alone says. /proc, /sys and places that would be mounted on entry count as
 * empty. Threads: starts some when there is work for them; returns when all are done.
 */
void total_sum(const struct total_conf *c, struct total_root *roots, size_t n);

#endif
