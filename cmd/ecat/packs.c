#include "packs.h"

#include <stdio.h>
#include <unistd.h>

#include "ember/base/def.h"
#include "ember/os/env.h"
#include "ember/os/spawn.h"
#include "ember/pack/user.h"

enum { ERRORS_MAX = 1 << 16 };

/* The user's files, and what they are kept under. */
struct own {
	struct arena arena;
	struct diag *d;
	const char *folders[USER_FOLDERS];
	size_t n_folders;
	struct user_files files;
	uint64_t key;
	const char *cache;
};

static void packs_built_in(struct packs *p, struct diag *d)
{
	struct err e;
	size_t size = (size_t)(ember_pack_end - ember_pack_data);
	if (registry_open(&p->registry, ember_pack_data, size, &e) != 0)
		diag_warn(d, "the built-in languages cannot be read: %s", e.what ? e.what : "broken");
	p->registry.pack.sound = true;
}

static void own_find(struct own *o, struct diag *d, uint64_t pack)
{
	*o = (struct own){ .d = d, .files = { .a = &o->arena } };
	o->n_folders = user_folders(&o->arena, o->folders);
	for (size_t i = 0; i < o->n_folders; i++)
		user_files_find(&o->files, o->folders[i]);
	o->key = user_files_key(&o->files, pack);
	o->cache = cache_folder(&o->arena);
}

static void own_fini(struct own *o)
{
	user_files_fini(&o->files);
	arena_fini(&o->arena);
}

/* What ember-pack had to say, each line as a warning of ours. */
static void own_told(struct own *o, struct str text)
{
	struct str line, mark = STR("ember-pack: ");
	while (str_line(&text, &line)) {
		if (str_starts(line, mark))
			line = str_sub(line, mark.n, line.n);
		if (line.n)
			diag_warn(o->d, "%.*s", STR_ARG(line));
	}
}

/* 1: it ran and failed, which it will do again. */
static int own_spawn(struct own *o, int fd, struct err *e)
{
	char base[64], *argv[4 + USER_FOLDERS + 1];
	const char *program = env_part(&o->arena, "ember-pack", e);
	struct buf told = { 0 };
	size_t n = 0;
	int status;
	if (!program)
		return -1;
	snprintf(base, sizeof(base), "--base=/proc/%ld/exe", (long)getpid());
	argv[n++] = arena_cstr(&o->arena, str_from(program));
	argv[n++] = arena_cstr(&o->arena, STR("user"));
	argv[n++] = base;
	for (size_t i = 0; i < o->n_folders; i++)
		argv[n++] = arena_cstr(&o->arena, str_from(o->folders[i]));
	argv[n] = NULL;
	struct spawn s = { .argv = argv, .cwd = -1, .in = SPAWN_NULL, .out = fd, .err = -1 };
	int ret = spawn_capture(&s, NULL, &told, ERRORS_MAX, &status, e);
	own_told(o, buf_view(&told));
	buf_fini(&told);
	if (ret != 0)
		return -1;
	if (spawn_ok(status))
		return 0;
	err_text(e, "ember-pack failed");
	return 1;
}

/* Compile, keep and map. False, and told, when there is nothing to use. */
static bool own_make(struct own *o, struct cache_map *m)
{
	struct cache_new made;
	struct err e;
	char words[256];
	if (cache_begin(&made, o->cache, &e) == 0) {
		int ran = own_spawn(o, made.fd, &e);
		if (ran < 0 || (ran > 0 && ftruncate(made.fd, 0) != 0)) {
			cache_drop(&made);
		} else {
			struct err why = e;
			if (cache_end(&made, m, o->key, &e) == 0 && m->data)
				return true;
			if (ran > 0)
				e = why;
		}
	}
	diag_words(&e, words, sizeof(words));
	diag_warn(o->d, "your syntaxes and themes cannot be used: %s", words);
	return false;
}

/* The mapped pack as the registry, if it is whole and of that key (0: any). */
static bool packs_use(struct packs *p, uint64_t key)
{
	struct registry r;
	struct err e;
	if (registry_open(&r, p->own.data, p->own.size, &e) != 0 || (key && pack_hash(&r.pack) != key))
		return false;
	p->registry = r;
	return true;
}

static void packs_own(struct packs *p, struct own *o)
{
	switch (cache_get(&p->own, o->cache, o->key)) {
	case CACHE_FAILED:
		diag_warn(o->d, "your syntaxes and themes could not be compiled; 'ecat cache --build' tries again");
		return;
	case CACHE_FOUND:
		if (packs_use(p, o->key))
			return;
		cache_unmap(&p->own);
		break;
	case CACHE_NONE:
		break;
	}
	/* Files that changed while they were read make a pack of another key: good for this run. */
	if (own_make(o, &p->own) && !packs_use(p, 0))
		diag_warn(o->d, "your syntaxes and themes cannot be used: what was made of them is no pack");
}

void packs_open(struct packs *p, const struct ecat_conf *c, struct diag *d)
{
	struct own o;
	*p = (struct packs){ 0 };
	packs_built_in(p, d);
	if (c->no_custom)
		return;
	own_find(&o, d, pack_hash(&p->registry.pack));
	if (o.files.all.n)
		packs_own(p, &o);
	own_fini(&o);
}

void packs_close(struct packs *p)
{
	cache_unmap(&p->own);
}

void packs_build(struct diag *d)
{
	struct packs p = { 0 };
	struct own o;
	packs_built_in(&p, d);
	own_find(&o, d, pack_hash(&p.registry.pack));
	if (o.files.all.n)
		own_make(&o, &p.own);
	packs_close(&p);
	own_fini(&o);
}

void packs_clear(struct diag *d)
{
	struct arena a = { 0 };
	struct err e;
	const char *folder = cache_folder(&a);
	if (folder && cache_clear(folder, &e) != 0)
		diag_path(d, 1, str_from(folder), &e);
	arena_fini(&a);
}
