#include "ember/list/order.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "ember/base/mem.h"
#include "ember/base/size.h"
#include "ember/base/sort.h"
#include "ember/list/more.h"
#include "ember/text/natsort.h"

#define ORDER_KEYS 131072 /* keys at once: 2 MB, however many names there are */

/* A name's first eight bytes, or its key in the locale, decide most comparisons without the item. */
struct order_key {
	union {
		uint64_t head;
		const char *collate; /* strxfrm's text, NULL = not made */
	};
	struct item *item;
};

static struct str order_undotted(const struct item *it)
{
	struct str name = item_name(it);
	while (name.n > 1 && name.p[0] == '.')
		name = str_sub(name, 1, name.n);
	return name;
}

static int order_names(const struct list_conf *conf, const struct item *a, const struct item *b)
{
	switch (conf->collate) {
	case LIST_COLLATE_LOCALE: return strcoll(a->name, b->name);
	case LIST_COLLATE_NATURAL:
	case LIST_COLLATE_NATURAL_CASE: break;
	case LIST_COLLATE_FOLD: {
		int order = strcasecmp(a->name, b->name);
		return order ? order : strcmp(a->name, b->name);
	}
	case LIST_COLLATE_BYTES: return strcmp(a->name, b->name);
	}
	struct str x = conf->mix_dots ? order_undotted(a) : item_name(a),
		   y = conf->mix_dots ? order_undotted(b) : item_name(b);
	return conf->collate == LIST_COLLATE_NATURAL ? natsort_natural(x, y)
						     : natsort_natural_case(x, y);
}

/* From the last dot of the name as it was given, folders and all, as GNU ls does. */
static const char *order_extension(const struct list_conf *conf, const struct item *it)
{
	const bool made = conf->absolute != LIST_RELATIVE; /* the folders were not given */
	const char *dot = strrchr(made ? str_base(item_name(it)).p : it->name, '.');
	return dot ? dot : "";
}

static int order_extensions(
	const struct list_conf *conf, const struct item *a, const struct item *b)
{
	const char *x = order_extension(conf, a), *y = order_extension(conf, b);
	switch (conf->collate) {
	case LIST_COLLATE_LOCALE: return strcoll(x, y);
	case LIST_COLLATE_NATURAL:
	case LIST_COLLATE_NATURAL_CASE: /* eza's Extension: the case of names counts, that of extensions does not */
	case LIST_COLLATE_FOLD: return strcasecmp(x, y);
	case LIST_COLLATE_BYTES: break;
	}
	return strcmp(x, y);
}

/* The time to sort by, which is not always the one that is shown. */
static struct stat_time order_time(const struct list_conf *conf, const struct item *it)
{
	static const struct stat_time unknown = { .sec = -1 }; /* as GNU ls takes it */
	if (!it->facts)
		return (struct stat_time){ 0, 0 };
	if (conf->sort_time == conf->time)
		return it->flags & ITEM_TIME_KNOWN ? (struct stat_time){ it->facts->sec, it->facts->nsec } : unknown;
	if (conf->sort_time == LIST_BORN && !it->facts->more->has_born)
		return unknown;
	return it->facts->more->time[conf->sort_time];
}

static int order_times(const struct list_conf *conf, const struct item *a, const struct item *b)
{
	const struct stat_time x = order_time(conf, a), y = order_time(conf, b);
	return x.sec != y.sec ? (x.sec < y.sec) - (x.sec > y.sec) : (x.nsec < y.nsec) - (x.nsec > y.nsec);
}

/* With the blank that stands in the place of quotes. */
static int order_widths(const struct list_conf *conf, const struct item *a, const struct item *b)
{
	const int x = a->cols + (conf->align_quotes && !(a->flags & ITEM_QUOTED)),
		  y = b->cols + (conf->align_quotes && !(b->flags & ITEM_QUOTED));
	return (x > y) - (x < y);
}

static int order_sizes(const struct item *a, const struct item *b)
{
	int64_t x = a->facts ? (int64_t)a->facts->size : 0,
		y = b->facts ? (int64_t)b->facts->size : 0;
	return (x < y) - (x > y);
}

static int order_git(const struct item *a, const struct item *b)
{
	unsigned x = git_urgency(a->git), y = git_urgency(b->git);
	return (x < y) - (x > y);
}

static int order_inodes(const struct item *a, const struct item *b)
{
	uint64_t x = a->facts ? a->facts->ino : 0, y = b->facts ? b->facts->ino : 0;
	return (x > y) - (x < y);
}

/* Folders, files, links, the rest. */
static unsigned order_type_rank(const struct item *it)
{
	switch (it->type) {
	case DT_DIR: return 0;
	case DT_REG: return 1;
	case DT_LNK: return 2;
	default: return 3u + it->type;
	}
}

static int order_types(const struct item *a, const struct item *b)
{
	unsigned x = order_type_rank(a), y = order_type_rank(b);
	return (x > y) - (x < y);
}

static int order_kind(const struct list_conf *conf, const struct item *a, const struct item *b)
{
	switch (conf->sort) {
	case LIST_BY_SIZE: return order_sizes(a, b);
	case LIST_BY_TIME: return order_times(conf, a, b);
	case LIST_BY_VERSION: {
		int order = natsort_version(item_name(a), item_name(b));
		return order ? order : strcmp(a->name, b->name);
	}
	case LIST_BY_EXTENSION: return order_extensions(conf, a, b);
	case LIST_BY_WIDTH: return order_widths(conf, a, b);
	case LIST_BY_GIT: return order_git(a, b);
	case LIST_BY_INODE: return order_inodes(a, b);
	case LIST_BY_TYPE: return order_types(a, b);
	case LIST_BY_NAME:
	case LIST_BY_NONE: break;
	}
	return 0;
}

/* Folders before or behind all else, whatever the direction. 0: no difference. */
static int order_grouped(const struct list_conf *conf, const struct item *a, const struct item *b)
{
	if (conf->group_dirs == LIST_DIRS_MIXED || item_leads_to_dir(a) == item_leads_to_dir(b))
		return 0;
	return item_leads_to_dir(a) == (conf->group_dirs == LIST_DIRS_FIRST) ? -1 : 1;
}

static int order_compare(const struct list_conf *conf, const struct item *a, const struct item *b)
{
	int order = order_grouped(conf, a, b);
	if (order)
		return order;
	order = order_kind(conf, a, b);
	if (conf->flip)
		order = -order;
	if (order == 0)
		order = order_names(conf, a, b);
	return conf->reverse ? -order : order;
}

static int order_by_conf(const void *a, const void *b, void *ctx)
{
	const struct order_key *x = a, *y = b;
	return order_compare(ctx, x->item, y->item);
}

/* Keys of the same bytes may still differ for strcoll, which then decides. */
static int order_by_locale(const void *a, const void *b, void *ctx)
{
	const struct order_key *x = a, *y = b;
	int order = strcmp(x->collate, y->collate);
	if (order == 0)
		order = strcoll(x->item->name, y->item->name);
	return ((const struct list_conf *)ctx)->reverse ? -order : order;
}

/* Eight bytes of the name from `at` on, as a number that compares as they do. */
static uint64_t order_head(const struct item *it, size_t at)
{
	uint64_t head = 0;
	if (at + 8 <= it->len) {
		memcpy(&head, it->name + at, 8);
		return __builtin_bswap64(head);
	}
	for (size_t i = at; i < at + 8; i++)
		head = head << 8 | (i < it->len ? (unsigned char)it->name[i] : 0);
	return head;
}

static void order_swap(struct order_key *a, struct order_key *b)
{
	struct order_key t = *a;
	*a = *b;
	*b = t;
}

static void order_insert(struct order_key *k, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct order_key key = k[i];
		size_t j = i;
		for (; j && (k[j - 1].head > key.head ||
			       (k[j - 1].head == key.head && strcmp(k[j - 1].item->name, key.item->name) > 0)); j--)
			k[j] = k[j - 1];
		k[j] = key;
	}
}

static uint64_t order_median(const struct order_key *k, size_t n)
{
	uint64_t a = k[n / 4].head, b = k[n / 2].head, c = k[n - 1 - n / 4].head;
	if (a > b) {
		uint64_t t = a;
		a = b;
		b = t;
	}
	return c < a ? a : c > b ? b : c;
}

static int order_by_name(const void *a, const void *b)
{
	const struct order_key *x = a, *y = b;
	return strcmp(x->item->name, y->item->name);
}

/* Partings that n keys take when each is at least fair. */
static unsigned order_rounds(size_t n)
{
	unsigned rounds = 8;
	for (; n; n /= 2)
		rounds += 2;
	return rounds;
}

/*
 * Names by their bytes, in place: quicksort in three parts by eight bytes at a time; where those
 * are equal, by the next eight. The keys' heads are those at `at`. Names of one folder differ, so
 * nothing is lost by its not being stable.
 */
static void order_quick(struct order_key *k, size_t n, size_t at, unsigned rounds)
{
	while (n > 16) {
		if (rounds-- == 0) { /* names made to be slow */
			qsort(k, n, sizeof(*k), order_by_name);
			return;
		}
		uint64_t pivot = order_median(k, n);
		size_t less = 0, i = 0, more = n;
		while (i < more) {
			if (k[i].head < pivot)
				order_swap(&k[less++], &k[i++]);
			else if (k[i].head > pivot)
				order_swap(&k[i], &k[--more]);
			else
				i++;
		}
		size_t same = more - less;
		if (same > 1 && (pivot & 0xff)) { /* a NUL in it ends the name: then they are the same */
			for (size_t e = less; e < more; e++)
				k[e].head = order_head(k[e].item, at + 8);
			order_quick(k + less, same, at + 8, order_rounds(same));
		}
		/* The smaller side by recursion, so that its depth stays small. */
		if (less < n - more) {
			order_quick(k, less, at, rounds);
			k += more;
			n -= more;
		} else {
			order_quick(k + more, n - more, at, rounds);
			n = less;
		}
	}
	order_insert(k, n);
}

static const char *order_collation(struct arena *a, const struct item *it)
{
	char text[1024];
	size_t n = strxfrm(text, it->name, sizeof(text));
	if (n < sizeof(text))
		return arena_cstr(a, (struct str){ text, n });
	char *p = arena_bytes(a, n + 1);
	strxfrm(p, it->name, n + 1);
	return p;
}

/* As many names as there is room for keys, which are alike up to `at`. */
static void order_some(struct item **v, size_t n, size_t at, struct order_key *keys)
{
	for (size_t i = 0; i < n; i++)
		keys[i] = (struct order_key){ { order_head(v[i], at) }, v[i] };
	order_quick(keys, n, at, order_rounds(n));
	for (size_t i = 0; i < n; i++)
		v[i] = keys[i].item;
}

/*
 * Names that are alike up to `at`. With more of them than keys they are first parted, in place, by
 * their next byte; those that end here are the same, and stay where they are.
 */
static void order_many(struct item **v, size_t n, size_t at, struct order_key *keys)
{
	size_t next[256] = { 0 }, end[256], sum = 0;
	if (n <= ORDER_KEYS) {
		order_some(v, n, at, keys);
		return;
	}
	for (size_t i = 0; i < n; i++)
		next[(unsigned char)v[i]->name[at]]++;
	for (size_t b = 0; b < 256; b++) {
		size_t count = next[b];
		next[b] = sum;
		end[b] = sum += count;
	}
	for (size_t b = 0; b < 256; b++) {
		while (next[b] < end[b]) {
			size_t from = next[b], to = next[(unsigned char)v[from]->name[at]]++;
			struct item *it = v[from];
			v[from] = v[to];
			v[to] = it;
		}
	}
	for (size_t b = 1; b < 256; b++)
		if (end[b] > end[b - 1])
			order_many(v + end[b - 1], end[b] - end[b - 1], at + 1, keys);
}

/* How many bytes all names begin with in common: often many, and there is nothing to be sorted by them. */
static size_t order_common(const struct listing *l)
{
	struct str first = item_name(l->v[0]);
	for (size_t i = 1; i < l->n && first.n; i++) {
		const struct item *it = l->v[i];
		size_t n = it->len < first.n ? it->len : first.n;
		first.n = n;
		if (memcmp(first.p, it->name, n) != 0)
			for (first.n = 0; first.p[first.n] == it->name[first.n];)
				first.n++;
	}
	return first.n;
}

/* The names of one folder in byte order. */
static void order_folder(const struct list_conf *conf, struct listing *l)
{
	struct order_key *keys = mem_alloc(size_mul(l->n < ORDER_KEYS ? l->n : ORDER_KEYS, sizeof(*keys)));
	order_many(l->v, l->n, order_common(l), keys);
	free(keys);
	for (size_t i = 0; conf->reverse && i < l->n / 2; i++) {
		struct item *it = l->v[i];
		l->v[i] = l->v[l->n - 1 - i];
		l->v[l->n - 1 - i] = it;
	}
}

void order_items(const struct list_conf *conf, struct listing *l)
{
	bool plain = conf->sort == LIST_BY_NAME && conf->group_dirs == LIST_DIRS_MIXED;
	bool locale = plain && conf->collate == LIST_COLLATE_LOCALE;
	if (conf->sort == LIST_BY_NONE || l->n < 2)
		return;
	if (plain && conf->collate == LIST_COLLATE_BYTES && !(l->v[0]->flags & ITEM_ARG)) {
		order_folder(conf, l);
		return;
	}
	struct order_key *keys = mem_alloc(size_mul(l->n, sizeof(*keys)));
	struct arena arena = { 0 };
	for (size_t i = 0; i < l->n; i++) {
		keys[i] = (struct order_key){ .item = l->v[i] };
		if (locale)
			keys[i].collate = order_collation(&arena, l->v[i]);
	}
	struct list_conf copy = *conf;
	copy.align_quotes &= l->any_quoted;
	sort_stable(keys, l->n, sizeof(*keys), locale ? order_by_locale : order_by_conf, &copy);
	for (size_t i = 0; i < l->n; i++)
		l->v[i] = keys[i].item;
	free(keys);
	arena_fini(&arena);
}
