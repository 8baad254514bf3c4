#include "ember/list/item.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "ember/base/vec.h"

void listing_init(struct listing *l)
{
	*l = (struct listing){ .n = 0 };
}

void listing_fini(struct listing *l)
{
	arena_fini(&l->arena);
	arena_fini(&l->text);
	free(l->v);
	*l = (struct listing){ .n = 0 };
}

void listing_clear(struct listing *l)
{
	arena_rewind(&l->arena, (struct arena_mark){ NULL, NULL });
	arena_rewind(&l->text, (struct arena_mark){ NULL, NULL });
	l->n = 0;
	l->any_quoted = l->any_acl = l->any_git = false;
	l->blocks = 0;
}

struct item *listing_add(struct listing *l, struct str name)
{
	struct item *it = ARENA_NEW(&l->arena, struct item);
	name = str_sub(name, 0, ITEM_LEN_MAX);
	it->name = arena_cstr(&l->text, name);
	it->len = (uint16_t)name.n;
	if (l->n == l->cap)
		vec_grow((void **)&l->v, &l->cap, sizeof(*l->v), 1);
	l->v[l->n++] = it;
	return it;
}

bool item_is_dir(const struct item *it)
{
	return it->type == DT_DIR;
}

bool item_leads_to_dir(const struct item *it)
{
	return it->type == DT_DIR || (it->facts && S_ISDIR(it->facts->target_mode));
}

const char *item_target(const struct item *it)
{
	return it->type == DT_LNK && it->facts ? it->facts->link : NULL;
}
