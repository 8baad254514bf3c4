#include "ember/pack/user.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/base/sort.h"
#include "ember/os/dir.h"
#include "ember/os/env.h"

struct ending {
	const char *text; /* the longer of two that fit comes first */
	unsigned kinds;   /* 1 << enum user_kind */
};

static const struct ending endings[] = {
	{ ".tmLanguage.json", 1 << USER_SYNTAX },
	{ ".tmLanguage", 1 << USER_SYNTAX },
	{ ".sublime-syntax", 1 << USER_SYNTAX },
	{ ".tmTheme", 1 << USER_THEME },
	{ ".json", 1 << USER_SYNTAX | 1 << USER_THEME },
	{ ".jsonc", 1 << USER_SYNTAX | 1 << USER_THEME },
};

static const struct ending *ending(struct str name, enum user_kind kind)
{
	for (size_t i = 0; i < COUNTOF(endings); i++) {
		struct str text = str_from(endings[i].text);
		if (endings[i].kinds & 1u << kind && name.n > text.n &&
			str_eq_nocase(str_sub(name, name.n - text.n, name.n), text))
			return &endings[i];
	}
	return NULL;
}

size_t user_folders(struct arena *a, const char *out[USER_FOLDERS])
{
	size_t n = 0;
	const char *ours = env_path(a, ENV_CONFIG, "ember"), *bats = env_get("BAT_CONFIG_DIR");
	if (ours)
		out[n++] = ours;
	if (!bats)
		bats = env_path(a, ENV_CONFIG, "bat");
	if (bats)
		out[n++] = bats;
	return n;
}

/* A folder that is still to be read. */
struct place {
	struct str path;
	unsigned depth;
};

struct met {
	uint64_t dev, ino;
};

struct search {
	struct user_files *u;
	enum user_kind kind;
	const char *top;
	VEC(struct place) todo;
	VEC(struct met) met; /* folders read or to be read: a link that leads back adds nothing */
	struct dir_batch batch;
};

/* False: that folder was met already. */
static bool is_new(struct search *s, const struct stat_facts *folder)
{
	for (size_t i = 0; i < s->met.n; i++)
		if (s->met.p[i].dev == folder->dev && s->met.p[i].ino == folder->ino)
			return false;
	VEC_PUSH(&s->met) = (struct met){ folder->dev, folder->ino };
	return true;
}

static void meet(struct search *s, const struct place *at, const struct dir_name *name, int fd)
{
	struct user_files *u = s->u;
	struct stat_facts facts;
	struct str text = { name->name, name->len };
	bool wanted = ending(text, s->kind) != NULL;
	/* A name that is neither a folder nor ends as it should is not worth a look. */
	if (name->name[0] == '.' || (!wanted && name->type != DT_DIR && name->type != DT_LNK && name->type != DT_UNKNOWN))
		return;
	if (stat_at(&facts, fd, name->name, true, STAT_MODE | STAT_SIZE | STAT_MTIME | STAT_INO) != 0)
		return;
	struct str path = arena_printf(u->a, "%.*s/%s", STR_ARG(at->path), name->name);
	if (S_ISDIR(facts.mode)) {
		if (at->depth < USER_DEPTH_MAX && !is_new(s, &facts))
			return;
		if (at->depth < USER_DEPTH_MAX)
			VEC_PUSH(&s->todo) = (struct place){ path, at->depth + 1 };
		else
			u->capped = true;
	} else if (wanted && S_ISREG(facts.mode)) {
		if (u->all.n < USER_FILES_MAX)
			VEC_PUSH(&u->all) = (struct user_file){ s->kind, path.p, s->top, facts.size, facts.modified };
		else
			u->capped = true;
	}
}

static void read_place(struct search *s, const struct place *at)
{
	struct dir_name name;
	struct stat_facts facts;
	int fd = dir_open(AT_FDCWD, at->path.p, true, NULL);
	if (fd < 0)
		return;
	if (at->depth == 0 && stat_fd(&facts, fd, STAT_INO) == 0)
		is_new(s, &facts);
	do {
		if (dir_fill(&s->batch, fd, NULL) != 0)
			break;
		while (dir_next(&s->batch, &name)) {
			if (++s->u->names > USER_NAMES_MAX) {
				s->u->capped = true;
				close(fd);
				return;
			}
			meet(s, at, &name, fd);
		}
	} while (!s->batch.end);
	close(fd);
}

static int by_path(const void *a, const void *b, void *ctx)
{
	(void)ctx;
	return str_cmp(str_from(((const struct user_file *)a)->path), str_from(((const struct user_file *)b)->path));
}

static void search(struct user_files *u, const char *folder, enum user_kind kind)
{
	static const char *const names[] = { "syntaxes", "themes" };
	struct search s = { .u = u, .kind = kind };
	struct str top = arena_printf(u->a, "%s/%s", folder, names[kind]);
	size_t first = u->all.n;
	s.top = top.p;
	dir_batch_init(&s.batch, DIR_BATCH);
	VEC_PUSH(&s.todo) = (struct place){ top, 0 };
	while (s.todo.n) {
		struct place at = s.todo.p[--s.todo.n];
		read_place(&s, &at);
	}
	if (u->all.n > first)
		sort_stable(u->all.p + first, u->all.n - first, sizeof(*u->all.p), by_path, NULL);
	dir_batch_fini(&s.batch);
	VEC_FREE(&s.todo);
	VEC_FREE(&s.met);
}

void user_files_find(struct user_files *u, const char *folder)
{
	search(u, folder, USER_SYNTAX);
	search(u, folder, USER_THEME);
}

void user_files_fini(struct user_files *u)
{
	VEC_FREE(&u->all);
}

/* FNV-1a, 64 bits: the same in every run, unlike str_hash. */
static uint64_t mix(uint64_t h, const void *p, size_t n)
{
	const unsigned char *bytes = p;
	for (size_t i = 0; i < n; i++)
		h = (h ^ bytes[i]) * 0x100000001b3u;
	return h;
}

uint64_t user_files_key(const struct user_files *u, uint64_t pack_hash)
{
	uint64_t h = mix(0xcbf29ce484222325u, &pack_hash, sizeof(pack_hash));
	for (size_t i = 0; i < u->all.n; i++) {
		const struct user_file *f = &u->all.p[i];
		const uint64_t facts[] = { f->kind, f->size, (uint64_t)f->modified.sec, f->modified.nsec };
		h = mix(h, f->path, str_from(f->path).n + 1);
		h = mix(h, facts, sizeof(facts));
	}
	return h | 1;
}

struct str user_file_stem(const struct user_file *f)
{
	struct str name = str_base(str_from(f->path));
	const struct ending *e = ending(name, f->kind);
	return str_sub(name, 0, name.n - (e ? str_from(e->text).n : 0));
}
