#include <string.h>

#include "ember/git/index.h"

#define INDEX_FLAGS 2  /* behind it; two more where a bit of them says so */
#define INDEX_LONG 0xfffu /* a path's length in the flags: this long or longer */

enum { FLAG_VALID = 0x8000, FLAG_MORE = 0x4000, MORE_SKIP = 0x4000, MORE_INTENT = 0x2000 };

/* One pass over the entries. */
struct index_pass {
	const unsigned char *p;
	size_t at, end;
	unsigned version, hash_size;
	struct str last; /* the path of the entry before */
	unsigned oddities;
};

static unsigned index_u16(const unsigned char *p)
{
	return (unsigned)p[0] << 8 | p[1];
}

/* Version 4's length: seven bits a byte, each continued value one more than it looks. */
static bool index_varint(struct index_pass *s, size_t *value)
{
	size_t v = 0;
	for (unsigned i = 0;; i++) {
		if (s->at >= s->end || i == 4)
			return false;
		unsigned char c = s->p[s->at++];
		v = (v << 7) | (c & 0x7fu);
		if (!(c & 0x80))
			break;
		v++;
	}
	*value = v;
	return true;
}

/* How many bytes two paths begin with in common; it is known that the first i are the same. */
static size_t index_common(struct str a, struct str b, size_t i)
{
	size_t n = a.n < b.n ? a.n : b.n;
	for (; i + 8 <= n; i += 8) {
		uint64_t x, y;
		memcpy(&x, a.p + i, 8);
		memcpy(&y, b.p + i, 8);
		if (x != y)
			break;
	}
	while (i < n && a.p[i] == b.p[i])
		i++;
	return i;
}

/* Version 4: so many bytes of the path before go, then follow those that come instead. */
static bool index_path_4(struct index_pass *s, struct arena *a, struct str *path, size_t *same)
{
	size_t drop;
	if (!index_varint(s, &drop) || drop > s->last.n)
		return false;
	const unsigned char *from = s->p + s->at, *nul = memchr(from, '\0', s->end - s->at);
	size_t keep = s->last.n - drop, add = nul ? (size_t)(nul - from) : INDEX_PATH_MAX;
	if (keep + add >= INDEX_PATH_MAX)
		return false;
	char *to = arena_bytes(a, keep + add + 1);
	if (keep)
		memcpy(to, s->last.p, keep);
	memcpy(to + keep, from, add + 1);
	*path = (struct str){ to, keep + add };
	*same = index_common(s->last, *path, keep);
	s->at += add + 1;
	return true;
}

/* Versions 2 and 3: the path as it is, and one to eight NULs, up to a multiple of eight. */
static bool index_path_2(struct index_pass *s, size_t start, unsigned flags, struct str *path, size_t *same)
{
	const unsigned char *from = s->p + s->at;
	size_t room = s->end - s->at, n = flags & INDEX_LONG;
	if (n == INDEX_LONG) {
		const unsigned char *nul = memchr(from, '\0', room);
		n = nul ? (size_t)(nul - from) : room;
	}
	if (n >= room || n >= INDEX_PATH_MAX || from[n] != '\0')
		return false;
	*path = (struct str){ (const char *)from, n };
	*same = index_common(s->last, *path, 0);
	if (memchr(from + *same, '\0', n - *same))
		return false;
	s->at = start + ((s->at - start + n + 8) & ~(size_t)7);
	return s->at <= s->end;
}

/*
 * Paths go to the kernel: none may be absolute, or lead out of the worktree. The first `same` bytes are those of a
 * path that was looked at before.
 */
static bool index_path_ok(struct str path, size_t same)
{
	const char *p = path.p + same, *end = path.p + path.n;
	while (p > path.p && p[-1] != '/')
		p--;
	while (p && p < end) {
		/* All names that are refused begin with a dot, but the empty one. */
		if (*p == '/')
			return false;
		const char *slash = memchr(p, '/', (size_t)(end - p));
		if (*p == '.') {
			struct str part = { p, (size_t)((slash ? slash : end) - p) };
			if (str_eqc(part, ".") || str_eqc(part, "..") || str_eqc(part, ".git"))
				return false;
		}
		p = slash ? slash + 1 : NULL;
	}
	return true;
}

/*
 * A split index may begin with entries that only replace those of its base, without a path; what it adds is sorted
 * by itself.
 */
static bool index_odd(struct str last, struct str path, size_t same)
{
	if (path.n == 0)
		return true;
	if (same == last.n)
		return false;
	return same == path.n || (unsigned char)last.p[same] > (unsigned char)path.p[same];
}

/* False when the bytes make no sense. */
static bool index_next(struct index_pass *s, struct arena *a, struct index_entry *out)
{
	size_t start = s->at, fixed = INDEX_STAT + s->hash_size + INDEX_FLAGS, same;
	if (s->end - start < fixed)
		return false;
	const unsigned char *p = s->p + start;
	unsigned flags = index_u16(p + fixed - INDEX_FLAGS), more = 0;
	s->at += fixed;
	if (flags & FLAG_MORE) {
		if (s->version < 3 || s->end - s->at < INDEX_FLAGS)
			return false;
		more = index_u16(p + fixed);
		s->at += INDEX_FLAGS;
	}
	*out = (struct index_entry){
		.id = p + INDEX_STAT,
		.mode = index_u32(p + 24),
		.stage = (uint8_t)(flags >> 12 & 3),
		.assume_valid = flags & FLAG_VALID,
		.skip_worktree = more & MORE_SKIP,
		.intent_to_add = more & MORE_INTENT,
	};
	if (s->version == 4 ? !index_path_4(s, a, &out->path, &same)
			    : !index_path_2(s, start, flags, &out->path, &same))
		return false;
	s->oddities += index_odd(s->last, out->path, same);
	if (!index_path_ok(out->path, same))
		return false;
	s->last = out->path;
	return true;
}

int index_entries(struct index *x, struct arena *a, size_t n, size_t end, size_t *after, unsigned *oddities)
{
	struct index_pass s = {
		.p = x->p, .at = INDEX_HEADER, .end = end, .version = x->version, .hash_size = x->hash_size
	};
	if (n > end / (INDEX_STAT + x->hash_size + INDEX_FLAGS))
		return -1;
	/* Of its exact size, and not cleared: of a large index most of the time goes there. */
	struct index_entry *list = arena_alloc(a, size_mul(n, sizeof(*list)));
	for (size_t i = 0; i < n; i++)
		if (!index_next(&s, a, &list[i]))
			return -1;
	x->list = (struct index_list){ list, n };
	*after = s.at;
	*oddities = s.oddities;
	return 0;
}

void index_stat(const struct index_entry *e, struct index_stat *out)
{
	const unsigned char *p = e->id - INDEX_STAT;
	*out = (struct index_stat){
		.ctime_s = index_u32(p),
		.ctime_ns = index_u32(p + 4),
		.mtime_s = index_u32(p + 8),
		.mtime_ns = index_u32(p + 12),
		.ino = index_u32(p + 20),
		.uid = index_u32(p + 28),
		.gid = index_u32(p + 32),
		.size = index_u32(p + 36),
	};
}
