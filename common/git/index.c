#include "ember/git/index.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/base/buf.h"
#include "ember/base/vec.h"

#define INDEX_FIXED 42 /* stat data, mode and flags of an entry, without its id */

/* State of one pass over the entries. */
struct index_cursor {
	size_t at;
	uint32_t left;
	char path[INDEX_PATH_MAX]; /* version 4: the path so far, cut and extended by each entry */
	size_t path_n;
};

static uint32_t index_u32(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* Version 4's length: seven bits a byte, each continued value one more than it looks. */
static bool index_varint(const struct index *x, size_t *at, size_t *value)
{
	size_t v = 0;
	for (unsigned i = 0;; i++) {
		if (*at >= x->end || i == 4)
			return false;
		unsigned char c = x->p[(*at)++];
		v = (v << 7) | (c & 0x7fu);
		if (!(c & 0x80))
			break;
		v++;
	}
	*value = v;
	return true;
}

static bool index_path_4(const struct index *x, struct index_cursor *c, struct str *path)
{
	size_t drop, room = x->end;
	if (!index_varint(x, &c->at, &drop) || drop > c->path_n)
		return false;
	const unsigned char *end = memchr(x->p + c->at, '\0', room - c->at);
	if (!end)
		return false;
	size_t add = (size_t)(end - (x->p + c->at));
	if (add >= sizeof(c->path) - (c->path_n - drop))
		return false;
	memcpy(c->path + c->path_n - drop, x->p + c->at, add);
	c->path_n = c->path_n - drop + add;
	c->at += add + 1;
	*path = (struct str){ c->path, c->path_n };
	return true;
}

static bool index_path(
	const struct index *x, struct index_cursor *c, size_t start, struct str *path)
{
	const unsigned char *end = memchr(x->p + c->at, '\0', x->end - c->at);
	if (!end)
		return false;
	*path = (struct str){ (const char *)x->p + c->at, (size_t)(end - (x->p + c->at)) };
	/* One to eight NULs end the entry at a multiple of eight. */
	size_t used = c->at + path->n - start;
	c->at = start + ((used + 8) & ~(size_t)7);
	return path->n < INDEX_PATH_MAX && c->at <= x->end;
}

/* The next entry; false at the end or when its bytes make no sense. A version 4 path is the
 * cursor's. */
static bool index_next(const struct index *x, struct index_cursor *c, struct index_entry *out)
{
	size_t start = c->at;
	if (c->left == 0 || x->end - c->at < INDEX_FIXED + x->hash_size)
		return false;
	const unsigned char *p = x->p + c->at;
	unsigned flags = (unsigned)p[40 + x->hash_size] << 8 | p[41 + x->hash_size], more = 0;
	c->at += INDEX_FIXED + x->hash_size;
	if (flags & 0x4000) {
		if (x->version < 3 || x->end - c->at < 2)
			return false;
		more = (unsigned)x->p[c->at] << 8 | x->p[c->at + 1];
		c->at += 2;
	}
	*out = (struct index_entry){ .ctime_s = index_u32(p),
		.ctime_ns = index_u32(p + 4),
		.mtime_s = index_u32(p + 8),
		.mtime_ns = index_u32(p + 12),
		.ino = index_u32(p + 20),
		.mode = index_u32(p + 24),
		.uid = index_u32(p + 28),
		.gid = index_u32(p + 32),
		.size = index_u32(p + 36),
		.id = p + 40,
		.stage = (uint8_t)(flags >> 12 & 3),
		.assume_valid = flags & 0x8000,
		.skip_worktree = more & 0x4000,
		.intent_to_add = more & 0x2000 };
	c->left--;
	return x->version == 4 ? index_path_4(x, c, &out->path)
			       : index_path(x, c, start, &out->path);
}

static void index_start(const struct index *x, struct index_cursor *c)
{
	c->at = x->first;
	c->left = x->entries;
	c->path_n = 0;
}

/* Paths go to the kernel: none may be empty, absolute, or lead out of the worktree. */
static bool index_path_ok(struct str path)
{
	const char *p = path.p, *end = path.p + path.n;
	if (path.n == 0)
		return false;
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
 * A split index may begin with entries that only replace those of its base, without a path; what
 * it adds is sorted by itself. `oddities` counts what a whole index may not have.
 */
static int index_check_entries(struct index *x, unsigned *oddities, struct err *e)
{
	struct index_cursor c;
	struct index_entry entry;
	char before[INDEX_PATH_MAX];
	struct str last = { before, 0 };
	*oddities = 0;
	index_start(x, &c);
	while (c.left) {
		if (!index_next(x, &c, &entry) || (entry.path.n && !index_path_ok(entry.path)))
			return err_text(e, "the index is damaged");
		if (entry.path.n == 0 || str_cmp(last, entry.path) > 0)
			++*oddities;
		if (x->version == 4) /* the next one is written over it */
			last.p = memcpy(before, entry.path.p, entry.path.n);
		else
			last.p = entry.path.p;
		last.n = entry.path.n;
	}
	x->end = c.at;
	return 0;
}

static int index_check_extensions(struct index *x, size_t end, struct err *e)
{
	for (size_t at = x->end; at < end;) {
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
		} else if ((p[0] < 'A' || p[0] > 'Z') && memcmp(p, "sdir", 4) != 0) {
			return err_text(e, "the index has an extension that is not known here");
		}
		at += n;
	}
	return 0;
}

int index_parse(struct index *x, struct str bytes, unsigned hash_size, struct err *e)
{
	const unsigned char *p = (const unsigned char *)bytes.p;
	*x = (struct index){ .p = p, .n = bytes.n, .hash_size = hash_size, .first = 12 };
	if (bytes.n < 12 + hash_size || memcmp(p, "DIRC", 4) != 0)
		return err_text(e, "not an index");
	x->version = index_u32(p + 4);
	x->entries = index_u32(p + 8);
	x->end = bytes.n - hash_size;
	if (x->version < 2 || x->version > 4)
		return err_text(e, "an index version that is not known here");
	if (x->entries > bytes.n / (INDEX_FIXED + hash_size))
		return err_text(e, "the index is damaged");
	size_t end = x->end;
	unsigned oddities;
	if (index_check_entries(x, &oddities, e) != 0 || index_check_extensions(x, end, e) != 0)
		return -1;
	char base[INDEX_BASE_NAME];
	if (oddities && !index_base(x, base))
		return err_text(e, "the index is not sorted");
	return 0;
}

int index_open(struct index *x, const char *path, unsigned hash_size, struct err *e)
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
			ret = index_parse(x, (struct str){ p, (size_t)sb.st_size }, hash_size, e);
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

/* Every entry, into memory of its exact size: of a large index most of the time is copying. */
static void index_all(const struct index *x, struct arena *a, struct index_list *out)
{
	struct index_entry *p = arena_alloc(a, size_mul(x->entries, sizeof(*p)));
	struct index_cursor c;
	size_t n = 0;
	index_start(x, &c);
	while (n < x->entries && index_next(x, &c, &p[n])) {
		if (x->version == 4)
			p[n].path = arena_str(a, p[n].path);
		n++;
	}
	*out = (struct index_list){ p, n };
}

void index_range(const struct index *x, struct arena *a, struct str prefix, struct index_list *out)
{
	VEC(struct index_entry) found = { 0 };
	struct index_cursor c;
	struct index_entry entry;
	if (prefix.n == 0) {
		index_all(x, a, out);
		return;
	}
	index_start(x, &c);
	while (index_next(x, &c, &entry)) {
		if (str_starts(entry.path, prefix)) {
			if (x->version == 4)
				entry.path = arena_str(a, entry.path);
			VEC_PUSH(&found) = entry;
		} else if (found.n) {
			break;
		}
	}
	struct index_entry *p = ARENA_ARRAY(a, struct index_entry, found.n);
	if (found.n)
		memcpy(p, found.p, found.n * sizeof(*p));
	*out = (struct index_list){ p, found.n };
	VEC_FREE(&found);
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

/* ---- the cached tree ---- */

struct index_node {
	struct str name;
	bool known; /* the entry count is not negative: an id follows */
	uint32_t children;
	const unsigned char *id;
};

static bool index_digits(struct str *s, char end, uint32_t *value)
{
	uint64_t v = 0;
	size_t i = 0;
	for (; i < s->n && ascii_digit(s->p[i]) && v <= UINT32_MAX; i++)
		v = v * 10 + (uint64_t)(s->p[i] - '0');
	if (i == 0 || i >= s->n || s->p[i] != end || v > UINT32_MAX)
		return false;
	*s = str_sub(*s, i + 1, s->n);
	*value = (uint32_t)v;
	return true;
}

static bool index_node(struct str *rest, unsigned hash_size, struct index_node *out)
{
	uint32_t entries;
	size_t nul = str_chr(*rest, '\0');
	if (nul == STR_NONE)
		return false;
	*out = (struct index_node){ .name = str_sub(*rest, 0, nul), .known = true };
	*rest = str_sub(*rest, nul + 1, rest->n);
	if (rest->n && rest->p[0] == '-') {
		out->known = false;
		*rest = str_sub(*rest, 1, rest->n);
	}
	if (!index_digits(rest, ' ', &entries) || !index_digits(rest, '\n', &out->children))
		return false;
	if (out->known) {
		if (rest->n < hash_size)
			return false;
		out->id = (const unsigned char *)rest->p;
		*rest = str_sub(*rest, hash_size, rest->n);
	}
	return true;
}

/* Pass over `n` subtrees with all that is below them. */
static bool index_skip(struct str *rest, unsigned hash_size, uint64_t n)
{
	struct index_node node;
	for (; n; n--) {
		if (!index_node(rest, hash_size, &node))
			return false;
		n += node.children;
	}
	return true;
}

const unsigned char *index_tree(const struct index *x, struct str folder)
{
	struct str rest = { (const char *)x->p + x->tree, x->tree_n };
	struct index_node node;
	if (x->tree_n == 0 || !index_node(&rest, x->hash_size, &node))
		return NULL;
	while (folder.n) {
		struct str name = str_cut(&folder, '/');
		uint32_t left = node.children;
		bool found = false;
		for (; left && !found; left--) {
			if (!index_node(&rest, x->hash_size, &node))
				return NULL;
			found = str_eq(node.name, name);
			if (!found && !index_skip(&rest, x->hash_size, node.children))
				return NULL;
		}
		if (!found)
			return NULL;
	}
	return node.known ? node.id : NULL;
}
