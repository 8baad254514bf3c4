#include "ember/git/index.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static int index_extensions(struct index *x, size_t at, size_t end, struct err *e)
{
	while (at < end) {
		if (end - at < 8)
			return err_text(e, "the index is damaged");
		const unsigned char *p = x->p + at;
		size_t n = index_u32(p + 4);
		at += 8;
		if (n > end - at)
			return err_text(e, "the index is damaged");
		if (memcmp(p, "TREE", 4) == 0) {
			x->tree = at;
			x->tree_n = n;
		} else if (memcmp(p, "link", 4) == 0) {
			x->link = at;
			x->link_n = n;
		} else if (memcmp(p, "sdir", 4) == 0) {
			x->sparse = true;
		} else if (p[0] < 'A' || p[0] > 'Z') {
			return err_text(e, "the index has an extension that is not known here");
		}
		at += n;
	}
	return 0;
}

int index_parse(struct index *x, struct arena *a, struct str bytes, unsigned hash_size, struct err *e)
{
	const unsigned char *p = (const unsigned char *)bytes.p;
	*x = (struct index){ .p = p, .n = bytes.n, .hash_size = hash_size };
	if (bytes.n < INDEX_HEADER + hash_size || memcmp(p, "DIRC", 4) != 0)
		return err_text(e, "not an index");
	x->version = index_u32(p + 4);
	uint32_t n = index_u32(p + 8);
	size_t end = bytes.n - hash_size, at;
	if (x->version < 2 || x->version > 4)
		return err_text(e, "an index version that is not known here");
	unsigned oddities;
	if (index_entries(x, a, n, end, &at, &oddities) != 0)
		return err_text(e, "the index is damaged");
	if (index_extensions(x, at, end, e) != 0)
		return -1;
	char base[INDEX_BASE_NAME];
	if (oddities && !index_base(x, base))
		return err_text(e, "the index is not sorted");
	return 0;
}

int index_open(struct index *x, struct arena *a, const char *path, unsigned hash_size, struct err *e)
{
	struct stat sb;
	int ret = -1, fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	*x = (struct index){ 0 };
	if (fd < 0)
		return errno == ENOENT ? 1 : err_sys(e, errno, "open");
	if (fstat(fd, &sb) != 0) {
		err_sys(e, errno, "stat");
	} else if (!S_ISREG(sb.st_mode) || sb.st_size <= 0 || (uint64_t)sb.st_size > INDEX_MAX) {
		err_text(e, "not an index");
	} else {
		/* git replaces the file as a whole, so what is mapped does not change. */
		void *p = mmap(NULL, (size_t)sb.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
		if (p == MAP_FAILED)
			err_sys(e, errno, "mmap");
		else
			ret = index_parse(x, a, (struct str){ p, (size_t)sb.st_size }, hash_size, e);
		x->mapped = p != MAP_FAILED;
		x->mtime_s = sb.st_mtim.tv_sec;
		x->mtime_ns = (uint32_t)sb.st_mtim.tv_nsec;
	}
	close(fd);
	if (ret != 0)
		index_close(x);
	return ret;
}

void index_close(struct index *x)
{
	if (x->mapped)
		munmap((void *)(uintptr_t)x->p, x->n);
	*x = (struct index){ 0 };
}

/* Number of entries whose path sorts before `key` (or, with `after`, has it as a prefix or sorts
 * before). */
static size_t index_bisect(struct index_list all, struct str key, bool after)
{
	size_t low = 0, high = all.n;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		struct str path = all.p[mid].path;
		bool less = after ? str_cmp(str_sub(path, 0, key.n), key) <= 0
				  : str_cmp(path, key) < 0;
		if (less)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

struct index_list index_sub(struct index_list all, struct str prefix)
{
	if (prefix.n == 0)
		return all;
	size_t from = index_bisect(all, prefix, false), to = index_bisect(all, prefix, true);
	return (struct index_list){ all.p ? all.p + from : NULL, to - from };
}

const struct index_entry *index_find(struct index_list all, struct str path)
{
	size_t i = index_bisect(all, path, false);
	return i < all.n && str_eq(all.p[i].path, path) ? &all.p[i] : NULL;
}
