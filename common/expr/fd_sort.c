#include "ember/expr/fd_sort.h"

#include "ember/expr/fd.h"
#include "ember/expr/fd_print.h"
#include "ember/text/natsort.h"

struct fd_sort_key fd_sort_key(enum fd_sort_by by, struct entry *e)
{
	static const enum fd_when whens[] = { [FD_SORT_MTIME] = FD_MTIME, [FD_SORT_CTIME] = FD_CTIME,
		[FD_SORT_BTIME] = FD_BTIME };
	struct fd_sort_key k = { 0 };
	struct stat_time t;
	if (by == FD_SORT_SIZE) {
		const struct statx *sx = entry_stat(e, STATX_SIZE);
		k.major = sx ? sx->stx_size : 0;
	} else if (by >= FD_SORT_MTIME && by <= FD_SORT_BTIME && fd_entry_time(e, whens[by], &t)) {
		k.major = (uint64_t)t.sec ^ (UINT64_C(1) << 63);
		k.minor = t.nsec;
	}
	return k;
}

static struct str fd_base(struct str path)
{
	size_t slash = str_rchr(path, '/');
	return slash == STR_NONE ? path : str_sub(path, slash + 1, path.n);
}

static int fd_bytes_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int r = n ? memcmp(a.p, b.p, n) : 0;
	return r ? r : (a.n > b.n) - (a.n < b.n);
}

int fd_sort_cmp(struct fd_sort s, const struct fd_sort_key *a, struct str path_a,
	const struct fd_sort_key *b, struct str path_b)
{
	int r = 0;
	switch (s.by) {
	case FD_SORT_NONE: return 0;
	case FD_SORT_PATH: break;
	case FD_SORT_NAME: r = fd_bytes_cmp(fd_base(path_a), fd_base(path_b)); break;
	case FD_SORT_VERSION: r = natsort_version(path_a, path_b); break;
	default:
		r = (a->major > b->major) - (a->major < b->major);
		if (!r)
			r = (a->minor > b->minor) - (a->minor < b->minor);
	}
	if (!r)
		r = fd_path_cmp(path_a, path_b);
	return s.reverse ? -r : r;
}
