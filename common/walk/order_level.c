/* The levels' descriptors: few are open at a time; who is farthest up is closed first (spec efind B11). */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "ember/os/stat.h"
#include "order_own.h"

void order_error(struct order *o, struct str path, int num, const char *what)
{
	struct err e = { .num = num, .what = what };
	o->c->error(o->c->ctx, path, &e);
}

static void order_close(struct order *o, struct order_level *l)
{
	if (l->folder->fd >= 0 && ahead_close(o->ahead, l->folder))
		o->open--;
}

void order_identify(struct folder *f)
{
	struct stat sb;
	if (!f->has_id && fstat(f->fd, &sb) == 0) {
		f->dev = sb.st_dev;
		f->ino = sb.st_ino;
		f->has_id = true;
	}
}

bool order_is_ancestor(struct order *o, uint64_t dev, uint64_t ino)
{
	for (size_t i = o->levels.n; i-- > 0;) {
		struct folder *f = o->levels.p[i].folder;
		if (f->fd >= 0)
			order_identify(f);
		if (f->has_id && f->ino == ino && f->dev == dev)
			return true;
	}
	return false;
}

void order_make_room(struct order *o, size_t keep)
{
	for (; o->oldest < keep && o->open >= o->max_open; o->oldest++) {
		struct order_level *l = &o->levels.p[o->oldest];
		if (l->folder->fd < 0)
			continue;
		order_identify(l->folder);
		if (!l->dir->names.at_end)
			l->resume = lseek(l->folder->fd, 0, SEEK_CUR);
		order_close(o, l);
	}
}

static bool order_is_same(const struct folder *f, int fd)
{
	struct stat sb;
	return fd >= 0 && fstat(fd, &sb) == 0 && sb.st_dev == f->dev && sb.st_ino == f->ino;
}

/* -1: neither what is above nor the path leads to that level; e->num tells why. */
static int order_find_level(struct order *o, const struct order_level *l, int below, struct err *e)
{
	int fd = below >= 0 ? dir_open(below, "..", false, e) : -1;
	if (order_is_same(l->folder, fd))
		return fd;
	if (fd >= 0)
		close(fd);
	fd = dir_open_path(AT_FDCWD, str_sub(buf_view(&o->path), 0, l->folder->path_len), true, e);
	if (order_is_same(l->folder, fd))
		return fd;
	if (fd < 0)
		return -1;
	close(fd);
	return err_sys(e, ENOENT, NULL);
}

void order_reopen(struct order *o, size_t at, int below)
{
	struct order_level *l = &o->levels.p[at];
	struct err e = { 0 };
	if (l->folder->fd >= 0 || l->dead)
		return;
	order_make_room(o, at);
	int fd = order_find_level(o, l, below, &e);
	if (fd < 0 && o->c->settle && (e.num == EMFILE || e.num == ENFILE)) { /* what was put off holds them */
		o->c->settle(o->c->ctx);
		fd = order_find_level(o, l, below, &e);
	}
	if (fd < 0) {
		l->dead = true;
		order_error(o, str_sub(buf_view(&o->path), 0, l->path_len), e.num, NULL);
		return;
	}
	ahead_reopened(o->ahead, l->folder, fd);
	o->open++;
	if (at < o->oldest)
		o->oldest = at;
	if (!l->dir->names.at_end && l->resume > 0 && lseek(fd, l->resume, SEEK_SET) < 0)
		l->dir->names.at_end = true;
}

/*
 * What was put off cannot be seen in another directory, unless that is the same one: so on another mount, or
 * where nobody knows, it is done before, and nothing is put off below.
 */
static int order_open_far(struct order *o, const struct entry *e, struct err *err)
{
	if (!o->c->settle)
		return dir_open(e->at, e->name, e->follow, err);
	o->c->settle(o->c->ctx);
	int fd = dir_open(e->at, e->name, e->follow, err);
	if (fd >= 0 && o->levels.n < o->now_from &&
		(o->levels.n || !dir_knows_mounts() || stamp_place(fd) == STAMP_USELESS))
		o->now_from = o->levels.n;
	return fd;
}

/* A directory cannot lie within itself unless by way of a link or of a mount. */
static int order_open_once(struct order *o, const struct entry *e, struct err *err)
{
	struct stat sb;
	if (o->c->follow == WALK_LOGICAL)
		return dir_open(e->at, e->name, e->follow, err);
	int fd = o->near;
	o->near = -1;
	if (fd < 0 && o->levels.n)
		fd = dir_open_near(e->at, e->name, false, err);
	if (fd >= 0)
		return fd;
	fd = order_open_far(o, e, err);
	if (fd < 0 || !o->levels.n || fstat(fd, &sb) != 0 || !order_is_ancestor(o, sb.st_dev, sb.st_ino))
		return fd;
	close(fd);
	*err = (struct err){ .what = ORDER_LOOP };
	return -1;
}

bool order_mount_loops(struct order *o, const struct entry *e)
{
	struct err err = { 0 };
	struct statx sx;
	bool acts = o->c->acts && !o->c->post; /* the visit may put another in its place */
	if (!o->levels.n || (!acts && o->kid && ahead_has(o->ahead, o->kid)))
		return false;
	if (!acts) {
		order_make_room(o, o->levels.n - 1);
		o->near = dir_open_near(e->at, e->name, false, &err);
	}
	if (o->near >= 0 || (!acts && err.num != EXDEV))
		return false;
	return entry_statx(e, false, STATX_INO, &sx) == 0 && (!acts || (sx.stx_attributes & STATX_ATTR_MOUNT_ROOT)) &&
		order_is_ancestor(o, stat_dev(&sx), sx.stx_ino);
}

int order_open(struct order *o, const struct entry *e, struct err *err)
{
	size_t here = o->levels.n ? o->levels.n - 1 : 0;
	order_make_room(o, here);
	int fd = order_open_once(o, e, err);
	if (fd < 0 && (err->num == EMFILE || err->num == ENFILE) && o->open > 1) {
		o->max_open = o->open > 2 ? o->open / 2 : 1;
		order_make_room(o, here);
		fd = order_open_once(o, e, err);
	}
	return fd;
}
