#include "ember/list/more.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "ember/os/dir.h"

#define MORE_NAMES_MAX 65536 /* bytes of attributes' names, the kernel's own limit */
#define MORE_TRIES 3         /* of a list that grows while it is read (spec els B25) */

void more_init(struct more *m, const struct list_conf *conf)
{
	*m = (struct more){ .conf = conf };
}

void more_fini(struct more *m)
{
	mounts_fini(&m->mounts);
}

bool more_wanted(const struct list_conf *conf)
{
	const bool other_time = conf->sort == LIST_BY_TIME && conf->sort_time != conf->time;
	return other_time || conf->json || conf->hyperlink || conf->context || conf->more ||
		conf->xattrs || conf->mounts || conf->total || conf->count || conf->repos;
}

/* The names of a file's attributes; NULL when there are none or they cannot be had. */
static char *more_names(const char *path, bool followed, size_t *n, bool *failed)
{
	for (int i = 0; i < MORE_TRIES; i++) {
		ssize_t size = followed ? listxattr(path, NULL, 0) : llistxattr(path, NULL, 0);
		if (size <= 0 || size > MORE_NAMES_MAX) {
			*failed = size < 0 && errno != ENOTSUP && errno != ENOSYS;
			return NULL;
		}
		char *names = malloc((size_t)size);
		if (!names)
			break;
		ssize_t got = followed ? listxattr(path, names, (size_t)size)
				       : llistxattr(path, names, (size_t)size);
		if (got > 0 && names[got - 1] == '\0') {
			*n = (size_t)got;
			return names;
		}
		free(names);
		if (got < 0 && errno != ERANGE)
			break;
	}
	*failed = true;
	return NULL;
}

static void more_attrs(struct listing *l, struct item_more *m, const char *path, bool followed)
{
	size_t n = 0, count = 0;
	char *names = more_names(path, followed, &n, &m->xattrs_failed);
	if (!names)
		return;
	for (size_t i = 0; i < n; i += strlen(names + i) + 1)
		count++;
	struct more_attr *v = ARENA_ARRAY(&l->arena, struct more_attr, count);
	for (size_t i = 0; i < n; i += strlen(names + i) + 1) {
		char value[4096];
		struct more_attr *a = &v[m->n_attrs++];
		*a = (struct more_attr){ .name = arena_cstr(&l->text, str_from(names + i)) };
		ssize_t got = followed ? getxattr(path, a->name, value, sizeof(value))
				       : lgetxattr(path, a->name, value, sizeof(value));
		if (got < 0 && errno == ERANGE) {
			got = followed ? getxattr(path, a->name, NULL, 0)
				       : lgetxattr(path, a->name, NULL, 0);
			a->len = got > 0 ? (size_t)got : 0;
		} else if (got > 0) {
			size_t keep = got > MORE_VALUE_MAX ? MORE_VALUE_MAX : (size_t)got;
			a->value = arena_str(&l->text, (struct str){ value, keep });
			a->len = (size_t)got;
		}
	}
	m->attrs = v;
	free(names);
}

static void more_count(struct more *m, struct item_more *more, const char *path)
{
	struct dir_batch batch;
	struct dir_name name;
	struct err e;
	int fd = dir_open(AT_FDCWD, path, true, &e);
	if (fd < 0)
		return;
	dir_batch_init(&batch, DIR_BATCH);
	do {
		if (dir_fill(&batch, fd, &e) != 0)
			break;
		while (dir_next(&batch, &name))
			more->count += m->conf->hidden != LIST_NO_DOT || name.name[0] != '.';
	} while (!batch.end);
	more->counted = true;
	dir_batch_fini(&batch);
	close(fd);
}

static const struct mount *more_mount(struct more *m, const char *path)
{
	if (!m->has_mounts) {
		mounts_read(&m->mounts);
		m->has_mounts = true;
	}
	char *real = realpath(path, NULL);
	const struct mount *mount = real ? mounts_at(&m->mounts, str_from(real)) : NULL;
	free(real);
	return mount;
}

void more_fill(struct more *m, struct listing *l, struct item *it, const struct stat_facts *s,
	const char *path, bool followed)
{
	const struct list_conf *conf = m->conf;
	struct item_more *more = ARENA_NEW(&l->arena, struct item_more);
	*more = (struct item_more){
		.time = { [LIST_MODIFIED] = s->modified,
			[LIST_ACCESSED] = s->accessed,
			[LIST_CHANGED] = s->changed,
			[LIST_BORN] = s->born },
		.has_born = s->has_born,
		.attributes = s->attributes,
		.dev = s->dev,
	};
	it->facts->more = more;
	if (conf->xattrs)
		more_attrs(l, more, path, followed);
	if (it->type != DT_DIR)
		return;
	if (conf->count)
		more_count(m, more, path);
	if (conf->mounts)
		more->mount = more_mount(m, path);
}

unsigned more_flags(char *p, uint64_t attributes)
{
	static const struct {
		uint64_t bit;
		char letter;
	} rows[MORE_FLAGS] = {
		{ STATX_ATTR_IMMUTABLE, 'i' },
		{ STATX_ATTR_APPEND, 'a' },
		{ STATX_ATTR_NODUMP, 'd' },
		{ STATX_ATTR_COMPRESSED, 'c' },
		{ STATX_ATTR_ENCRYPTED, 'E' },
		{ STATX_ATTR_VERITY, 'V' },
		{ STATX_ATTR_DAX, 'x' },
	};
	for (unsigned i = 0; i < MORE_FLAGS; i++)
		p[i] = attributes & rows[i].bit ? rows[i].letter : '-';
	return MORE_FLAGS;
}
