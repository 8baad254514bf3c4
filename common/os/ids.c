#include "ember/os/ids.h"

#include <grp.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>

#include "ember/base/arena.h"
#include "ember/base/mem.h"
#include "ember/base/size.h"

struct ids_slot {
	uint32_t id;
	bool used;
	struct str name;
};

/* Open addressing, at most 3/4 full: 100,000 distinct owners cost one step each. */
struct ids_table {
	struct ids_slot *slots;
	size_t n, cap;
	uint32_t last; /* index of the slot asked for last: most neighbours have one owner */
};

struct ids {
	struct arena arena;
	struct ids_table users, groups;
};

struct ids *ids_new(void)
{
	struct ids *s = mem_zero(1, sizeof(*s));
	return s;
}

void ids_free(struct ids *s)
{
	if (!s)
		return;
	free(s->users.slots);
	free(s->groups.slots);
	arena_fini(&s->arena);
	free(s);
}

static size_t ids_place(const struct ids_table *t, uint32_t id)
{
	size_t i = (id * (size_t)2654435761u) & (t->cap - 1);
	while (t->slots[i].used && t->slots[i].id != id)
		i = (i + 1) & (t->cap - 1);
	return i;
}

static void ids_grow(struct ids_table *t)
{
	struct ids_table bigger = { .cap = t->cap ? t->cap * 2 : 16, .n = t->n };
	bigger.slots = mem_zero(bigger.cap, sizeof(*bigger.slots));
	for (size_t i = 0; i < t->cap; i++)
		if (t->slots[i].used)
			bigger.slots[ids_place(&bigger, t->slots[i].id)] = t->slots[i];
	free(t->slots);
	*t = bigger;
}

/* A number nobody has a name for is remembered too: the slot's name stays empty. */
static struct str ids_name(struct ids *s, struct ids_table *t, uint32_t id, bool group)
{
	if (t->cap && t->slots[t->last].used && t->slots[t->last].id == id)
		return t->slots[t->last].name;
	if (t->n * 4 >= t->cap * 3)
		ids_grow(t);
	size_t i = ids_place(t, id);
	struct ids_slot *slot = &t->slots[i];
	t->last = u32(i);
	if (slot->used)
		return slot->name;
	*slot = (struct ids_slot){ .id = id, .used = true };
	t->n++;
	const char *name = NULL;
	if (group) {
		struct group *g = getgrgid(id);
		name = g ? g->gr_name : NULL;
	} else {
		struct passwd *p = getpwuid(id);
		name = p ? p->pw_name : NULL;
	}
	if (name)
		slot->name = arena_str(&s->arena, str_from(name));
	return slot->name;
}

struct str ids_user(struct ids *s, uint32_t uid)
{
	return ids_name(s, &s->users, uid, false);
}

struct str ids_group(struct ids *s, uint32_t gid)
{
	return ids_name(s, &s->groups, gid, true);
}

bool ids_find_user(const char *name, uint32_t *id)
{
	struct passwd *p = getpwnam(name);
	if (p)
		*id = p->pw_uid;
	return p != NULL;
}

bool ids_find_group(const char *name, uint32_t *id)
{
	struct group *g = getgrnam(name);
	if (g)
		*id = g->gr_gid;
	return g != NULL;
}
