#include "ember/os/stat.h"
#include "ember/walk/order.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "ember/base/mem.h"
#include "ember/os/clock.h"
#include "ember/walk/ignore_stack.h"
#include "order_own.h"

#define ORDER_PAUSE_NS 1000000 /* a walk that lasts no longer starts no thread (Q10) */
#define ORDER_AHEAD_FDS 128    /* with fewer descriptors nothing is read ahead */
#define ORDER_PATIENT_US 28000 /* of processor time: a walk that takes no more is not felt, and one thread does it for less */
#define ORDER_GLANCE 32        /* directories read from one look at what the walk used to the next */

/* ---- names */

static int64_t order_us(struct timeval t)
{
	return (int64_t)t.tv_sec * 1000000 + t.tv_usec;
}

/*
 * Now and then: has the walk used as much of the processor as a patient one does alone, or slept for one directory in
 * four at least, which is for the disk, mostly?
 */
static bool order_waits(const struct order *o)
{
	struct rusage r;
	if (o->n_read % ORDER_GLANCE || getrusage(RUSAGE_THREAD, &r) != 0)
		return false;
	if (o->c->patient && order_us(r.ru_utime) + order_us(r.ru_stime) > ORDER_PATIENT_US)
		return true;
	return r.ru_nvcsw > o->n_read / 4 &&
		(!o->c->settle || r.ru_inblock > o->n_read / 4); /* what it deletes makes it sleep, too */
}

/* Threads cost more than a short walk does. */
static void order_wake(struct order *o)
{
	o->n_read++;
	if (o->c->threads < 2 || !(o->c->at_once || o->c->eager || order_waits(o)))
		return;
	if (!o->c->at_once && clock_ns(CLOCK_MONOTONIC) - o->began_ns < ORDER_PAUSE_NS)
		return;
	ahead_start(o->ahead);
	for (size_t i = 0; i < o->levels.n; i++) /* the deepest comes to stand in front */
		if (!o->levels.p[i].dead)
			ahead_offer(o->ahead, o->levels.p[i].dir);
}

/* The ignore files that count below a folder (spec efind 2.4). */
static void order_rules(struct order *o, struct order_level *l)
{
	const struct names *n = &l->dir->names;
	struct folder *f = l->folder;
	unsigned has = 0;
	struct ignore_stack *root = NULL;
	for (size_t i = 0; i < n->end; i++) {
		const char *text = names_text(n, &n->list.p[i]);
		has |= *text == '.' ? ignore_special(text, strlen(text)) : 0;
	}
	if (!f->parent)
		root = ignore_stack_root(o->c->ignore, f->fd, str_from(o->root), has);
	f->rules = ignore_stack_enter(f->parent ? f->parent->rules : root, o->c->ignore, f->fd, has,
		f->path_len - f->root_len);
	ignore_stack_unref(root);
}

static bool order_ignores(const struct order *o, const struct entry *e)
{
	const struct folder *f = e->folder;
	return f && f->rules &&
		ignore_stack_drops(f->rules, o->c->ignore, str_sub(e->path, f->root_len, e->path.n),
			str_sub(e->path, e->base, e->path.n), e->type == DT_DIR);
}

/* The next batch of the deepest level. False when there is none. */
static bool order_fill(struct order *o)
{
	struct order_level *l = &o->levels.p[o->levels.n - 1];
	struct names *n = &l->dir->names;
	struct err e = { 0 };
	bool first = !n->list.n;
	if (!first && !n->at_end && o->c->settle)
		o->c->settle(o->c->ctx);
	if ((o->c->sorted ? names_fill_sorted : names_fill)(n, &o->batch, l->folder->fd, &e) != 0)
		order_error(o, str_sub(buf_view(&o->path), 0, l->path_len), e.num, NULL);
	if (n->next == n->end)
		return false;
	if (o->c->ignore && first)
		order_rules(o, l);
	if (ahead_started(o->ahead))
		ahead_offer(o->ahead, l->dir);
	else
		order_wake(o);
	return true;
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

static enum walk_answer order_visit(struct order *o, struct entry *e)
{
	if (e->depth < o->c->min_depth)
		return WALK_ON;
	enum walk_answer a = o->c->visit(o->c->ctx, e);
	if (o->c->settle && o->levels.n > o->now_from)
		o->c->settle(o->c->ctx);
	if (a == WALK_STOP)
		o->stop = true;
	return a;
}

static void order_close_near(struct order *o)
{
	if (o->near >= 0)
		close(o->near);
	o->near = -1;
}

/* The directory at `e`, open, read ahead or not yet. NULL after a report. */
static struct ahead_dir *order_dir(struct order *o, const struct entry *e)
{
	struct ahead_dir *d = o->kid;
	struct err err = { 0 };
	o->kid = NULL;
	if (d && ahead_take(o->ahead, d, e)) {
		order_close_near(o);
		order_make_room(o, o->levels.n ? o->levels.n - 1 : 0);
		o->open += d->folder->fd >= 0;
		return d;
	}
	if (d && d->folder) { /* something else by now */
		ahead_dir_free(o->ahead, d);
		d = NULL;
	}
	int fd = order_open(o, e, &err);
	if (fd < 0) {
		if (d)
			ahead_dir_free(o->ahead, d);
		order_error(o, e->path, err.num, err.what);
		return NULL;
	}
	if (!d)
		d = ahead_dir_new(o->ahead);
	d->folder = folder_new(e->folder, e->folder ? str_sub(e->path, e->base, e->path.n) : e->path);
	d->folder->fd = fd;
	o->open++;
	return d;
}

/* False after a report. */
static bool order_enter(struct order *o, const struct entry *e)
{
	struct ahead_dir *d = order_dir(o, e);
	if (!d)
		return false;
	if (o->c->follow == WALK_LOGICAL)
		order_identify(d->folder);
	struct order_level l = { .dir = d, .folder = d->folder, .path_len = e->path.n, .base = e->base, .ino = e->ino,
		.answer = e->answer };
	if (o->c->post && e->have && (e->have & o->c->stat_first)) {
		l.sx = mem_alloc(sizeof(*l.sx));
		*l.sx = e->sx;
		l.have = e->have;
	}
	o->path.n = e->path.n;
	if (l.folder->path_len > o->path.n)
		buf_char(&o->path, '/');
	VEC_PUSH(&o->levels) = l;
	return true;
}

/*
 * What has to be known of a directory before it is visited. False: it is left out, after a report, for it is one
 * that we are in: entering it would never end (N54).
 */
static bool order_check_dir(struct order *o, struct entry *e)
{
	const struct order_conf *c = o->c;
	unsigned need = c->post ? c->stat_first : 0;
	bool loops;
	if (c->follow == WALK_LOGICAL || c->xdev || c->mount)
		need |= STATX_TYPE | STATX_INO;
	bool known = need && entry_stat(e, need); /* an error shows when it is opened */
	if (c->follow == WALK_LOGICAL)
		loops = known && order_is_ancestor(o, stat_dev(&e->sx), e->sx.stx_ino);
	else
		loops = e->depth < c->max_depth && order_mount_loops(o, e);
	if (loops)
		order_error(o, e->path, 0, ORDER_LOOP);
	return !loops;
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
	if ((c->ignore && order_ignores(o, e)) || (c->drop && c->drop(c->ctx, e)))
		return;
	if (is_dir && !order_check_dir(o, e))
		return;
	if (c->mount && e->depth > 0 && entry_stat(e, STATX_TYPE) && stat_dev(&e->sx) != o->root_dev)
		return;
	bool away = c->xdev && is_dir && e->depth > 0 && e->have && stat_dev(&e->sx) != o->root_dev;
	enum walk_answer a = WALK_ON;
	if (!(c->post && is_dir))
		a = order_visit(o, e);
	if (!is_dir || a != WALK_ON) {
		order_close_near(o);
		return;
	}
	if (e->depth < c->max_depth && !away && order_enter(o, e))
		return;
	order_close_near(o);
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
	o->root_dev = stat_dev(&e.sx);
	e.ino = e.sx.stx_ino;
	order_entry(o, &e);
}

/*
 * The names that come next and are visited without more ado: none of them is a directory, and nothing but the name is
 * known of any. What all of them share is said once.
 */
static void order_names(struct order *o)
{
	struct order_level *l = &o->levels.p[o->levels.n - 1];
	struct names *n = &l->dir->names;
	struct entry *e = &o->entry;
	const size_t base = l->folder->path_len, end = n->end < l->dir->plain ? n->end : l->dir->plain;
	if (n->next >= end)
		return;
	entry_reset(e, l->folder, &o->path, DT_UNKNOWN, 0);
	for (size_t i = n->next; i < end && !o->stop; i++) {
		const struct name *name = &n->list.p[i];
		const size_t len = names_len(n, i);
		if (name->type == DT_DIR || name->type == DT_UNKNOWN || o->path.cap - base < len + NAMES_STEP)
			break;
		names_copy(o->path.p + base, names_text(n, name), len + 1);
		e->path.n = o->path.n = base + len;
		e->type = name->type;
		e->ino = name->ino;
		e->answer = 0;
		e->have = 0;
		e->stat_err = 0;
		n->next = i + 1;
		order_visit(o, e);
	}
}

/* The next name of the deepest level. */
static void order_next(struct order *o)
{
	struct order_level *l = &o->levels.p[o->levels.n - 1];
	struct names *n = &l->dir->names;
	size_t i = n->next++;
	struct folder *f = l->folder;
	struct entry *e = &o->entry;
	const size_t len = names_len(n, i);
	o->path.n = f->path_len;
	if (EMBER_UNLIKELY(o->path.cap - o->path.n < len + NAMES_STEP))
		buf_reserve(&o->path, len + NAMES_STEP);
	names_copy(o->path.p + o->path.n, names_text(n, &n->list.p[i]), len + 1);
	o->path.n += len;
	entry_reset(e, f, &o->path, DT_UNKNOWN, n->list.p[i].ino);
	e->follow = o->c->follow == WALK_LOGICAL;
	o->kid = ahead_reach(o->ahead, l->dir, i, e);
	e->type = n->list.p[i].type;
	if (o->plain && e->type != DT_DIR && e->type != DT_UNKNOWN)
		order_visit(o, e);
	else
		order_entry(o, e);
	if (o->kid)
		ahead_dir_free(o->ahead, o->kid);
	o->kid = NULL;
	if (o->plain)
		order_names(o);
}

/* The directory itself, after what it holds. */
static void order_visit_after(struct order *o, const struct order_level *l, const struct order_level *up)
{
	o->path.n = l->path_len;
	struct entry e = { .folder = up ? up->folder : NULL, .base = l->base, .depth = l->folder->depth,
		.type = DT_DIR, .ino = l->ino, .inside = l->folder, .at = up ? up->folder->fd : AT_FDCWD, .have = l->have,
		.answer = l->answer,
		.follow = o->c->follow == WALK_LOGICAL || (!up && o->c->follow == WALK_ROOTS) };
	e.path = (struct str){ buf_cstr(&o->path), l->path_len };
	e.name = up ? e.path.p + l->base : o->root;
	if (l->sx)
		e.sx = *l->sx;
	order_visit(o, &e);
}

static bool order_shuts_later(const struct order_conf *c)
{
	return c->acts && c->post;
}

/* All of the deepest level is done: back to the one above it. */
static void order_leave(struct order *o)
{
	size_t at = o->levels.n - 1;
	struct order_level *l = &o->levels.p[at];
	struct order_level *up = at ? l - 1 : NULL;
	const struct names *above = up ? &up->dir->names : NULL;
	if (up && !o->stop && (o->c->post || above->next < above->end || !above->at_end))
		order_reopen(o, at - 1, l->folder->fd);
	struct order_level was = *l;
	struct folder *f = folder_ref(l->folder);
	ahead_dir_free(o->ahead, l->dir); /* who reads below it is waited for */
	was.folder = f;
	bool needed = atomic_load_explicit(&f->pending, memory_order_acquire) > 0; /* by what was put off */
	int fd = needed ? -1 : f->fd;
	o->open -= f->fd >= 0;
	if (!needed)
		f->fd = -1;
	/* Who closes a deleted directory last has the work of it: so not before the visit, and not this thread. */
	bool later = order_shuts_later(o->c) && ahead_started(o->ahead);
	if (fd >= 0 && !later)
		close(fd);
	if (o->c->post && !o->stop && !(up && up->dead))
		order_visit_after(o, &was, up);
	if (fd >= 0 && later)
		ahead_close_later(o->ahead, fd);
	free(was.sx);
	folder_unref(f);
	if (--o->levels.n <= o->now_from)
		o->now_from = SIZE_MAX;
	if (o->oldest > o->levels.n)
		o->oldest = o->levels.n;
}

static unsigned order_threads(const struct order_conf *c, unsigned limit)
{
	return limit < ORDER_AHEAD_FDS || !c->threads || c->sorted || c->ignore ? 1 : c->threads;
}

static bool order_names_only(const struct order_conf *c)
{
	return c->names_only && c->follow != WALK_LOGICAL && !c->mount;
}

bool order_run(const struct order_conf *c, const char *root)
{
	struct order o = { .c = c, .root = root, .now_from = SIZE_MAX, .near = -1 };
	o.plain = !c->ignore && !c->drop && !c->mount && c->follow != WALK_LOGICAL;
	unsigned limit = dir_limit();
	o.max_open = limit >= 256 ? 64 : limit > 16 ? limit / 4 : 2;
	struct ahead_conf ahead = { .threads = order_threads(c, limit),
		.max_depth = c->max_depth, .max_dirs = limit / 4, .follow = c->follow == WALK_LOGICAL,
		.stamped = c->acts, .names_only = order_names_only(c),
		.shut_later = order_shuts_later(c), .ctx = c->ctx, .prepare = c->prepare, .look = c->look };
	o.ahead = ahead_new(&ahead);
	if (c->threads > 1)
		o.began_ns = clock_ns(CLOCK_MONOTONIC);
	dir_batch_init(&o.batch, DIR_BATCH);
	order_root(&o);
	while (o.levels.n) {
		struct order_level *l = &o.levels.p[o.levels.n - 1];
		if (o.stop || l->dead || (l->dir->names.next == l->dir->names.end && !order_fill(&o)))
			order_leave(&o);
		else
			order_next(&o);
	}
	ahead_free(o.ahead);
	dir_batch_fini(&o.batch);
	buf_fini(&o.path);
	VEC_FREE(&o.levels);
	return !o.stop;
}
