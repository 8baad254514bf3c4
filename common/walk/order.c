#include "ember/walk/order.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <stdlib.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "ember/base/buf.h"
#include "ember/base/size.h"
#include "ember/base/sort.h"
#include "ember/base/vec.h"
#include "ember/os/dir.h"

struct order_name {
	uint64_t ino;
	uint32_t at; /* offset from the level's text */
	unsigned char type;
};

/* One directory between the root and where we are. */
struct order_level {
	struct folder *folder;
	size_t names, next, end; /* of order.names: its first, the next to visit, end of this batch */
	size_t text;             /* start of its text in order.text */
	off_t resume;            /* where to read on when the descriptor was closed meanwhile */
	bool at_end;             /* the kernel has no more names */
	bool dead;               /* could not be reopened: nothing more is visited here */
	/* For its visit after its contents: */
	size_t path_len, base;
	uint64_t ino;
	struct statx *sx; /* stat_first; heap, or NULL */
	unsigned have;
};

struct order {
	const struct order_conf *c;
	VEC(struct order_level) levels;
	VEC(struct order_name) names; /* of all levels, one behind the other */
	struct buf text;              /* their bytes, NUL after each */
	struct buf path;              /* of the current entry, NUL after it */
	struct dir_batch batch;
	unsigned open, max_open;      /* descriptors of levels */
	size_t oldest;                /* no level before this one has its descriptor open */
	const char *root;
	uint64_t root_dev;
	bool stop;
};

static void order_error(struct order *o, struct str path, int num, const char *what)
{
	struct err e = { .num = num, .what = what };
	o->c->error(o->c->ctx, path, &e);
}

static uint64_t order_dev(const struct statx *sx)
{
	return makedev(sx->stx_dev_major, sx->stx_dev_minor);
}

/* ---- descriptors: few are open at a time; who is farthest up is closed first (spec B11) */

static void order_close(struct order *o, struct order_level *l)
{
	if (l->folder->fd < 0)
		return;
	close(l->folder->fd);
	l->folder->fd = -1;
	o->open--;
}

static void order_identify(struct folder *f)
{
	struct stat sb;
	if (!f->has_id && fstat(f->fd, &sb) == 0) {
		f->dev = sb.st_dev;
		f->ino = sb.st_ino;
		f->has_id = true;
	}
}

/* Close open levels from the root on, but not those in [keep, n). */
static void order_make_room(struct order *o, size_t keep)
{
	for (; o->oldest < keep && o->open >= o->max_open; o->oldest++) {
		struct order_level *l = &o->levels.p[o->oldest];
		if (l->folder->fd < 0)
			continue;
		order_identify(l->folder);
		if (!l->at_end)
			l->resume = lseek(l->folder->fd, 0, SEEK_CUR);
		order_close(o, l);
	}
}

static bool order_is_same(const struct folder *f, int fd)
{
	struct stat sb;
	return fd >= 0 && fstat(fd, &sb) == 0 && sb.st_dev == f->dev && sb.st_ino == f->ino;
}

/* `below`: descriptor of a level just left, or -1. The level is known by (dev, ino). */
static void order_reopen(struct order *o, size_t at, int below)
{
	struct order_level *l = &o->levels.p[at];
	struct err e = { 0 };
	if (l->folder->fd >= 0 || l->dead)
		return;
	order_make_room(o, at);
	int fd = below >= 0 ? dir_open(below, "..", false, &e) : -1;
	if (!order_is_same(l->folder, fd)) {
		if (fd >= 0)
			close(fd);
		fd = dir_open_path(AT_FDCWD, str_sub(buf_view(&o->path), 0, l->folder->path_len), true, &e);
		if (!order_is_same(l->folder, fd)) {
			if (fd >= 0)
				close(fd);
			l->dead = true;
			order_error(o, str_sub(buf_view(&o->path), 0, l->path_len), fd >= 0 ? ENOENT : e.num, NULL);
			return;
		}
	}
	l->folder->fd = fd;
	o->open++;
	if (at < o->oldest)
		o->oldest = at;
	if (!l->at_end && l->resume > 0 && lseek(fd, l->resume, SEEK_SET) < 0)
		l->at_end = true;
}

/* ---- names */

static int order_by_ino(const void *a, const void *b, void *ctx)
{
	const struct order_name *x = a, *y = b;
	(void)ctx;
	return (x->ino > y->ino) - (x->ino < y->ino);
}

/* In memory or on a server the inode number says nothing about the place on a disk (Q1). */
static bool order_sorts(int fd)
{
	struct statfs fs;
	if (fstatfs(fd, &fs) != 0)
		return true;
	switch ((unsigned long)fs.f_type) {
	case TMPFS_MAGIC:
	case NFS_SUPER_MAGIC:
	case 0xFF534D42UL: /* CIFS */
		return false;
	default:
		return true;
	}
}

/* Names read beyond the last batch move to the level's start. */
static void order_carry(struct order *o, struct order_level *l)
{
	size_t n = o->names.n - l->next;
	if (n == 0) {
		o->names.n = l->names;
		o->text.n = l->text;
	} else if (l->next > l->names) {
		struct order_name *from = o->names.p + l->next;
		uint32_t cut = from[0].at; /* these were never sorted: text is in order of names */
		for (size_t i = 0; i < n; i++)
			from[i].at -= cut;
		memmove(o->names.p + l->names, from, n * sizeof(*from));
		memmove(o->text.p + l->text, o->text.p + l->text + cut, o->text.n - l->text - cut);
		o->names.n = l->names + n;
		o->text.n -= cut;
	}
	l->next = l->names;
}

static void order_push_name(struct order *o, const struct order_level *l, const struct dir_name *d)
{
	VEC_PUSH(&o->names) = (struct order_name){ .ino = d->ino, .at = u32(o->text.n - l->text),
		.type = d->type };
	buf_add(&o->text, d->name, d->len + 1);
}

/* The next batch of the deepest level. False when there is none. */
static bool order_fill(struct order *o)
{
	struct order_level *l = &o->levels.p[o->levels.n - 1];
	struct dir_name d;
	struct err e = { 0 };
	order_carry(o, l);
	while (!l->at_end && !l->dead && o->names.n - l->names < ORDER_BATCH) {
		if (dir_fill(&o->batch, l->folder->fd, &e) != 0)
			order_error(o, str_sub(buf_view(&o->path), 0, l->path_len), e.num, NULL);
		while (dir_next(&o->batch, &d))
			order_push_name(o, l, &d);
		l->at_end = o->batch.end;
	}
	size_t n = o->names.n - l->names;
	if (n > ORDER_BATCH)
		n = ORDER_BATCH;
	l->end = l->names + n;
	if (n > ORDER_SORT_OVER && order_sorts(l->folder->fd))
		sort_stable(o->names.p + l->names, n, sizeof(*o->names.p), order_by_ino, NULL);
	return n > 0;
}

/* ---- entries */

/*
 * Where links are followed: what the link at `e` points to. False after a report: the entry is not
 * visited (a link that leads to itself).
 */
static bool order_resolve(struct order *o, struct entry *e)
{
	int num = entry_statx(e, true, STATX_BASIC_STATS, &e->sx);
	if (num == 0) {
		e->have = STATX_BASIC_STATS;
		e->type = entry_type_of_mode(e->sx.stx_mode);
		return true;
	}
	if (num == ENOENT) /* dangling: the link itself */
		return true;
	order_error(o, e->path, num, NULL);
	if (num == ENOTDIR && e->depth > 0) /* dangling too, only louder */
		return true;
	e->stat_err = num;
	return num != ELOOP;
}

/* An ancestor's identity again: entering it would never end (N54). */
static bool order_loops(struct order *o, const struct entry *e)
{
	uint64_t dev = order_dev(&e->sx);
	for (size_t i = o->levels.n; i-- > 0;) {
		const struct folder *f = o->levels.p[i].folder;
		if (f->ino == e->sx.stx_ino && f->dev == dev)
			return true;
	}
	return false;
}

static enum walk_answer order_visit(struct order *o, struct entry *e)
{
	if (e->depth < o->c->min_depth)
		return WALK_ON;
	enum walk_answer a = o->c->visit(o->c->ctx, e);
	if (a == WALK_STOP)
		o->stop = true;
	return a;
}

static int order_open(struct order *o, const struct entry *e, struct err *err)
{
	size_t here = o->levels.n ? o->levels.n - 1 : 0;
	order_make_room(o, here);
	int fd = dir_open(e->at, e->name, e->follow, err);
	if (fd < 0 && (err->num == EMFILE || err->num == ENFILE) && o->open > 1) {
		o->max_open = o->open > 2 ? o->open / 2 : 1;
		order_make_room(o, here);
		fd = dir_open(e->at, e->name, e->follow, err);
	}
	return fd;
}

/* False after a report. */
static bool order_enter(struct order *o, const struct entry *e)
{
	struct err err = { 0 };
	int fd = order_open(o, e, &err);
	if (fd < 0) {
		order_error(o, e->path, err.num, NULL);
		return false;
	}
	struct folder *f = folder_new(e->folder, e->folder ? str_sub(e->path, e->base, e->path.n) : e->path);
	f->fd = fd;
	o->open++;
	if (o->c->follow == WALK_LOGICAL)
		order_identify(f);
	struct order_level l = { .folder = f, .names = o->names.n, .next = o->names.n, .end = o->names.n,
		.text = o->text.n, .path_len = e->path.n, .base = e->base, .ino = e->ino };
	if (o->c->post && e->have && (e->have & o->c->stat_first)) {
		l.sx = malloc(sizeof(*l.sx));
		if (!l.sx)
			panic_memory();
		*l.sx = e->sx;
		l.have = e->have;
	}
	o->path.n = e->path.n;
	if (f->path_len > o->path.n)
		buf_char(&o->path, '/');
	VEC_PUSH(&o->levels) = l;
	return true;
}

/* What has to be known of a directory before it is visited. False: it is left out, after a report. */
static bool order_check_dir(struct order *o, struct entry *e)
{
	const struct order_conf *c = o->c;
	unsigned need = c->post ? c->stat_first : 0;
	if (c->follow == WALK_LOGICAL || c->xdev || c->mount)
		need |= STATX_TYPE | STATX_INO;
	if (!need || !entry_stat(e, need))
		return true; /* the error shows when it is opened */
	if (c->follow == WALK_LOGICAL && order_loops(o, e)) {
		order_error(o, e->path, 0, ORDER_LOOP);
		return false;
	}
	return true;
}

/* Visit an entry, and go down when it is a directory that is to be read. */
static void order_entry(struct order *o, struct entry *e)
{
	const struct order_conf *c = o->c;
	if (e->follow && (e->type == DT_LNK || e->type == DT_UNKNOWN)) {
		if (!order_resolve(o, e))
			return;
	} else if (e->type == DT_UNKNOWN && entry_type(e) == DT_UNKNOWN) {
		order_error(o, e->path, e->stat_err, NULL);
	}
	bool is_dir = e->type == DT_DIR;
	if (is_dir && !order_check_dir(o, e))
		return;
	if (c->mount && e->depth > 0 && entry_stat(e, STATX_TYPE) && order_dev(&e->sx) != o->root_dev)
		return;
	bool away = c->xdev && is_dir && e->depth > 0 && e->have && order_dev(&e->sx) != o->root_dev;
	enum walk_answer a = WALK_ON;
	if (!(c->post && is_dir))
		a = order_visit(o, e);
	if (!is_dir || a != WALK_ON)
		return;
	if (e->depth < c->max_depth && !away && order_enter(o, e))
		return;
	if (c->post)
		order_visit(o, e);
}

static void order_root(struct order *o)
{
	struct str root = str_from(o->root);
	buf_add(&o->path, root.p, root.n);
	struct entry e = { .at = AT_FDCWD, .name = o->root, .type = DT_UNKNOWN,
		.follow = o->c->follow != WALK_PHYSICAL };
	e.path = (struct str){ buf_cstr(&o->path), root.n };
	size_t end = root.n;
	while (end > 1 && root.p[end - 1] == '/')
		end--;
	size_t slash = str_rchr(str_sub(root, 0, end), '/');
	e.base = slash == STR_NONE || end <= 1 ? 0 : slash + 1;
	/* A link to nowhere is visited as a link; one to itself is an error. */
	if (e.follow && (!order_resolve(o, &e) || e.stat_err))
		return;
	if (!entry_stat(&e, STATX_BASIC_STATS)) {
		order_error(o, e.path, e.stat_err, NULL);
		return;
	}
	o->root_dev = order_dev(&e.sx);
	e.ino = e.sx.stx_ino;
	order_entry(o, &e);
}

/* The next name of the deepest level. */
static void order_next(struct order *o)
{
	struct order_level *l = &o->levels.p[o->levels.n - 1];
	const struct order_name *name = &o->names.p[l->next++];
	struct folder *f = l->folder;
	const char *text = o->text.p + l->text + name->at;
	size_t len = strlen(text);
	o->path.n = f->path_len;
	buf_add(&o->path, text, len + 1);
	o->path.n--;
	struct entry e = { .folder = f, .path = buf_view(&o->path), .base = f->path_len,
		.depth = f->depth + 1, .type = name->type, .follow = o->c->follow == WALK_LOGICAL,
		.at = f->fd, .name = o->path.p + f->path_len, .ino = name->ino };
	order_entry(o, &e);
}

/* All of the deepest level is done: back to the one above it. */
static void order_leave(struct order *o)
{
	size_t at = o->levels.n - 1;
	struct order_level *l = &o->levels.p[at];
	struct order_level *up = at ? l - 1 : NULL;
	if (up && !o->stop && (o->c->post || up->next < up->end || !up->at_end))
		order_reopen(o, at - 1, l->folder->fd);
	order_close(o, l);
	if (o->c->post && !o->stop && !(up && up->dead)) {
		o->path.n = l->path_len;
		struct entry e = { .folder = up ? up->folder : NULL, .base = l->base, .depth = (uint32_t)at,
			.type = DT_DIR, .ino = l->ino, .at = up ? up->folder->fd : AT_FDCWD, .have = l->have,
			.follow = o->c->follow == WALK_LOGICAL || (!up && o->c->follow == WALK_ROOTS) };
		e.path = (struct str){ buf_cstr(&o->path), l->path_len };
		e.name = up ? e.path.p + l->base : o->root;
		if (l->sx)
			e.sx = *l->sx;
		order_visit(o, &e);
	}
	o->names.n = l->names;
	o->text.n = l->text;
	free(l->sx);
	folder_unref(l->folder);
	o->levels.n--;
	if (o->oldest > o->levels.n)
		o->oldest = o->levels.n;
}

bool order_run(const struct order_conf *c, const char *root)
{
	struct order o = { .c = c, .root = root };
	unsigned limit = dir_limit();
	o.max_open = limit >= 256 ? 64 : limit > 16 ? limit / 4 : 2;
	dir_batch_init(&o.batch, DIR_BATCH);
	order_root(&o);
	while (o.levels.n) {
		struct order_level *l = &o.levels.p[o.levels.n - 1];
		if (o.stop || l->dead || (l->next == l->end && !order_fill(&o)))
			order_leave(&o);
		else
			order_next(&o);
	}
	dir_batch_fini(&o.batch);
	buf_fini(&o.text);
	buf_fini(&o.path);
	VEC_FREE(&o.levels);
	VEC_FREE(&o.names);
	return !o.stop;
}
