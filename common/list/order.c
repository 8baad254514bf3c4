#include "ember/list/order.h"

#include <stdlib.h>
#include <string.h>

#include "ember/base/panic.h"
#include "ember/base/size.h"
#include "ember/base/sort.h"
#include "ember/text/natsort.h"

/* A name's first eight bytes decide most comparisons without touching the item. */
struct order_key {
	uint64_t head;
	struct item *item;
};

static int order_names(const struct list_conf *conf, const struct item *a, const struct item *b)
{
	return conf->collate ? strcoll(a->name, b->name) : strcmp(a->name, b->name);
}

static const char *order_extension(const struct item *it)
{
	const char *dot = strrchr(it->name, '.');
	return dot ? dot : "";
}

static int order_extensions(
	const struct list_conf *conf, const struct item *a, const struct item *b)
{
	const char *x = order_extension(a), *y = order_extension(b);
	return conf->collate ? strcoll(x, y) : strcmp(x, y);
}

static int order_times(const struct item *a, const struct item *b)
{
	int64_t x = a->facts ? a->facts->sec : 0, y = b->facts ? b->facts->sec : 0;
	uint32_t m = a->facts ? a->facts->nsec : 0, n = b->facts ? b->facts->nsec : 0;
	return x != y ? (x < y) - (x > y) : (m < n) - (m > n);
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

static int order_kind(const struct list_conf *conf, const struct item *a, const struct item *b)
{
	switch (conf->sort) {
	case LIST_BY_SIZE: return order_sizes(a, b);
	case LIST_BY_TIME: return order_times(a, b);
	case LIST_BY_VERSION: {
		int order = natsort_version(item_name(a), item_name(b));
		return order ? order : strcmp(a->name, b->name);
	}
	case LIST_BY_EXTENSION: return order_extensions(conf, a, b);
	case LIST_BY_WIDTH: return (a->cols > b->cols) - (a->cols < b->cols);
	case LIST_BY_GIT: return order_git(a, b);
	case LIST_BY_NAME:
	case LIST_BY_NONE: break;
	}
	return 0;
}

int order_compare(const struct list_conf *conf, const struct item *a, const struct item *b)
{
	if (conf->dirs_first && item_leads_to_dir(a) != item_leads_to_dir(b))
		return item_leads_to_dir(a) ? -1 : 1;
	int order = order_kind(conf, a, b);
	if (order == 0)
		order = order_names(conf, a, b);
	return conf->reverse ? -order : order;
}

static int order_by_conf(const void *a, const void *b, void *ctx)
{
	const struct order_key *x = a, *y = b;
	return order_compare(ctx, x->item, y->item);
}

static int order_by_bytes(const void *a, const void *b, void *ctx)
{
	const struct order_key *x = a, *y = b;
	int order = x->head != y->head ? (x->head < y->head ? -1 : 1)
				       : strcmp(x->item->name, y->item->name);
	return ((const struct list_conf *)ctx)->reverse ? -order : order;
}

static uint64_t order_head(const struct item *it)
{
	uint64_t head = 0;
	for (unsigned i = 0; i < 8; i++)
		head = head << 8 | (i < it->len ? (unsigned char)it->name[i] : 0);
	return head;
}

void order_items(const struct list_conf *conf, struct listing *l)
{
	bool bytes = conf->sort == LIST_BY_NAME && !conf->collate && !conf->dirs_first;
	if (conf->sort == LIST_BY_NONE || l->n < 2)
		return;
	struct order_key *keys = malloc(size_mul(l->n, sizeof(*keys)));
	if (!keys)
		panic_memory();
	for (size_t i = 0; i < l->n; i++)
		keys[i] = (struct order_key){ bytes ? order_head(l->v[i]) : 0, l->v[i] };
	struct list_conf copy = *conf;
	sort_stable(keys, l->n, sizeof(*keys), bytes ? order_by_bytes : order_by_conf, &copy);
	for (size_t i = 0; i < l->n; i++)
		l->v[i] = keys[i].item;
	free(keys);
}
