#include "ember/list/collect.h"

#include "ember/list/total.h"

static void collect_total_say(void *ctx, struct str path, int num)
{
	struct collect *c = ctx;
	c->report.say(c->report.ctx, false, "cannot read directory", path, num);
}

void collect_total(struct collect *c, struct listing *l, size_t from, struct str dir)
{
	struct total_conf conf = { .blocks = c->conf->total_blocks, .one_fs = c->conf->one_fs, .say = collect_total_say, .ctx = c };
	size_t n = 0, k = 0;
	for (size_t i = from; i < l->n; i++)
		n += item_is_dir(l->v[i]) && l->v[i]->facts;
	if (!n)
		return;
	struct total_root *roots = ARENA_ARRAY(&l->arena, struct total_root, n);
	for (size_t i = from; i < l->n; i++) {
		struct str name = item_name(l->v[i]);
		bool absolute = name.n && name.p[0] == '/';
		if (item_is_dir(l->v[i]) && l->v[i]->facts)
			roots[k++].path = arena_cstr(&l->text,
				absolute ? name : collect_path(&c->scratch, dir, l->v[i]->name));
	}
	total_sum(&conf, roots, n);
	k = 0;
	for (size_t i = from; i < l->n; i++) {
		struct item_facts *f = l->v[i]->facts;
		if (!item_is_dir(l->v[i]) || !f)
			continue;
		f->size = roots[k].size;
		f->more->total = true;
		f->more->partial = roots[k++].partial;
	}
}
