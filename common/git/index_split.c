#include <string.h>

#include "ember/base/sort.h"
#include "ember/base/vec.h"
#include "ember/git/index.h"

/* Bits that git wrote as EWAH: runs of equal words, each followed by words as they are. */
struct split_bits {
	const uint64_t *words;
	size_t n; /* bits */
};

static uint64_t split_u64(const unsigned char *p)
{
	uint64_t v = 0;
	for (int i = 0; i < 8; i++)
		v = v << 8 | p[i];
	return v;
}

/* Take one bitmap off *rest; it may speak of at most `max` entries. */
static bool split_bitmap(struct str *rest, struct arena *a, size_t max, struct split_bits *out)
{
	const unsigned char *p = (const unsigned char *)rest->p;
	if (rest->n < 8)
		return false;
	uint64_t sizes = split_u64(p);
	size_t bits = (size_t)(sizes >> 32), words = (size_t)(sizes & UINT32_MAX),
	       room = (bits + 63) / 64, at = 0;
	/* Four more bytes tell the writer where its last run began. */
	if (bits > max || words > rest->n / 8 || rest->n - 8 < words * 8 + 4)
		return false;
	uint64_t *to = ARENA_ARRAY(a, uint64_t, room);
	for (size_t i = 0; i < words;) {
		uint64_t run = split_u64(p + 8 + 8 * i++);
		size_t same = (size_t)(run >> 1 & UINT32_MAX), literal = (size_t)(run >> 33);
		if (same > room - at || literal > room - at - same || literal > words - i)
			return false;
		memset(to + at, run & 1 ? 0xff : 0, same * sizeof(*to));
		at += same;
		for (; literal; literal--)
			to[at++] = split_u64(p + 8 + 8 * i++);
	}
	*rest = str_sub(*rest, 8 + words * 8 + 4, rest->n);
	*out = (struct split_bits){ to, bits };
	return true;
}

static bool split_has(const struct split_bits *b, size_t i)
{
	return i < b->n && (b->words[i / 64] >> (i % 64) & 1);
}

bool index_base(const struct index *x, char *name)
{
	static const char digits[] = "0123456789abcdef", prefix[] = "sharedindex.";
	unsigned char any = 0;
	if (x->link_n < x->hash_size)
		return false;
	memcpy(name, prefix, sizeof(prefix));
	char *at = name + sizeof(prefix) - 1;
	for (unsigned i = 0; i < x->hash_size; i++) {
		unsigned char c = x->p[x->link + i];
		*at++ = digits[c >> 4];
		*at++ = digits[c & 15];
		any |= c;
	}
	*at = '\0';
	return any != 0; /* no base any more: the index became whole again */
}

static int split_cmp(const void *a, const void *b, void *ctx)
{
	const struct index_entry *x = a, *y = b;
	int cmp = str_cmp(x->path, y->path);
	(void)ctx;
	return cmp ? cmp : (int)x->stage - (int)y->stage;
}

int index_merge(const struct index *x, const struct index *base, struct arena *a,
	struct index_list *out, struct err *e)
{
	struct index_list own = x->list, old = base->list;
	struct split_bits gone = { NULL, 0 }, replaced = { NULL, 0 };
	struct str rest = { (const char *)x->p + x->link, x->link_n };
	size_t n = 0, next = 0;
	rest = str_sub(rest, x->hash_size, rest.n);
	if (rest.n &&
		(!split_bitmap(&rest, a, old.n, &gone) ||
			!split_bitmap(&rest, a, old.n, &replaced)))
		return err_text(e, "the split index is damaged");
	struct index_entry *all = ARENA_ARRAY(a, struct index_entry, size_add(own.n, old.n));
	for (size_t i = 0; i < old.n; i++) {
		struct index_entry entry = old.p[i];
		if (split_has(&replaced, i)) {
			if (next == own.n)
				return err_text(e, "the split index is damaged");
			entry = own.p[next++];
			entry.path = old.p[i].path;
		}
		if (!split_has(&gone, i))
			all[n++] = entry;
	}
	for (; next < own.n; next++) {
		if (own.p[next].path.n == 0)
			return err_text(e, "the split index is damaged");
		all[n++] = own.p[next];
	}
	sort_stable(all, n, sizeof(*all), split_cmp, NULL);
	*out = (struct index_list){ all, n };
	return 0;
}
