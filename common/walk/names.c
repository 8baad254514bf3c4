#include "ember/walk/names.h"

#include <linux/magic.h>
#include <string.h>
#include <sys/vfs.h>

#include "ember/base/panic.h"
#include "ember/base/size.h"
#include "ember/base/sort.h"

#define NAMES_RECORD 32 /* bytes that a name takes in a batch, mostly */
#define NAMES_KEEP 32768 /* bytes of text that names_clear keeps */

/* Where two names are of one file, the one that was read first comes first: its text stands before the other's. */
static bool names_before(struct name a, struct name b)
{
	return a.ino != b.ino ? a.ino < b.ino : a.at < b.at;
}

static void names_sink(struct name *list, size_t at, size_t n)
{
	struct name sinks = list[at];
	for (size_t kid; (kid = 2 * at + 1) < n; at = kid) {
		kid += kid + 1 < n && names_before(list[kid], list[kid + 1]);
		if (!names_before(sinks, list[kid]))
			break;
		list[at] = list[kid];
	}
	list[at] = sinks;
}

/* A heap sort: 100,000 names leave no room for a second list of them (spec efind B10). */
static void names_sort(struct name *list, size_t n)
{
	for (size_t i = n / 2; i-- > 0;)
		names_sink(list, i, n);
	while (n > 1) {
		struct name most = list[0];
		list[0] = list[--n];
		list[n] = most;
		names_sink(list, 0, n);
	}
}

/* In memory or on a server the inode number says nothing about the place on a disk (Q1). */
static bool names_sorts(int fd)
{
	struct statfs fs;
	if (fstatfs(fd, &fs) != 0)
		return true;
	switch ((unsigned long)fs.f_type) {
	case TMPFS_MAGIC:
	case NFS_SUPER_MAGIC:
	case 0xFF534D42UL: /* CIFS */
		return false;
	default:
		return true;
	}
}

/* Names read beyond the last batch move to the start. */
static void names_carry(struct names *n)
{
	size_t left = n->list.n - n->next;
	if (left == 0) {
		n->list.n = n->text.n = 0;
	} else if (n->next > 0) {
		struct name *from = n->list.p + n->next;
		uint32_t cut = from[0].at; /* these were never sorted: text is in order of names */
		for (size_t i = 0; i < left; i++)
			from[i].at -= cut;
		memmove(n->list.p, from, left * sizeof(*from));
		memmove(n->text.p, n->text.p + cut, n->text.n - cut);
		n->list.n = left;
		n->text.n -= cut;
	}
	n->next = 0;
}

/* All of a batch. There is room for its bytes, which are more than those of its names. */
static void names_add(struct names *n, struct dir_batch *b)
{
	struct dir_name d;
	buf_reserve(&n->text, b->n + NAMES_STEP);
	VEC_RESERVE(&n->list, b->n / NAMES_RECORD);
	REQUIRE(n->text.n + b->n <= UINT32_MAX); /* numbers of places fit */
	while (dir_next(b, &d)) {
		VEC_PUSH(&n->list) = (struct name){ .ino = d.ino, .at = (uint32_t)n->text.n, .type = d.type };
		names_copy(n->text.p + n->text.n, d.name, d.len + 1);
		n->text.n += d.len + 1;
	}
}

static int names_read(struct names *n, struct dir_batch *b, int fd, size_t most, struct err *e)
{
	int ret = 0;
	names_carry(n);
	n->sorted = false;
	while (!n->at_end && n->list.n < most) {
		if (dir_fill(b, fd, e) != 0)
			ret = -1;
		names_add(n, b);
		n->at_end = b->end;
	}
	n->end = n->list.n < most ? n->list.n : most;
	return ret;
}

int names_fill(struct names *n, struct dir_batch *b, int fd, struct err *e)
{
	int ret = names_read(n, b, fd, NAMES_BATCH, e);
	n->sorted = n->end > NAMES_SORT_OVER && names_sorts(fd);
	if (n->sorted)
		names_sort(n->list.p, n->end);
	return ret;
}

static int names_by_text(const void *a, const void *b, void *ctx)
{
	const struct names *n = ctx;
	return strcmp(names_text(n, a), names_text(n, b));
}

int names_fill_sorted(struct names *n, struct dir_batch *b, int fd, struct err *e)
{
	int ret = names_read(n, b, fd, SIZE_MAX, e);
	sort_stable(n->list.p, n->end, sizeof(*n->list.p), names_by_text, n);
	n->sorted = true;
	return ret;
}

void names_clear(struct names *n)
{
	if (n->text.cap > NAMES_KEEP)
		names_fini(n);
	n->list.n = n->text.n = 0;
	n->next = n->end = 0;
	n->at_end = n->sorted = false;
}

void names_fini(struct names *n)
{
	VEC_FREE(&n->list);
	buf_fini(&n->text);
	*n = (struct names){ 0 };
}
