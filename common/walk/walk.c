#include "ember/os/stat.h"
#include "ember/walk/walk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "ember/base/mem.h"
#include "ember/base/size.h"
#include "ember/os/clock.h"
#include "ember/walk/ignore_stack.h"
#include "walker.h"

#define WALK_CACHE 64       /* folders whose descriptor is kept for their subfolders */
#define WALK_WORKER_FDS 5   /* a worker may have open: folder, ignore file on the way, root, last */
#define WALK_SPARE_FDS 4    /* standard streams and one more */

static unsigned walk_limit(unsigned fds)
{
	unsigned n = fds > WALK_SPARE_FDS ? (fds - WALK_SPARE_FDS) / (WALK_WORKER_FDS + 2) : 0;
	return n ? n : 1;
}

unsigned walk_workers(const struct walk_conf *c)
{
	unsigned n = c->threads ? c->threads : pool_default();
	unsigned limit = walk_limit(dir_limit());
	n = n < limit ? n : limit;
	return n < POOL_MAX ? n : POOL_MAX;
}

static bool walk_stopped(const struct walk *w)
{
	return atomic_load_explicit(&w->stop, memory_order_relaxed) ||
		(w->c->stop && atomic_load_explicit(w->c->stop, memory_order_relaxed));
}

static void walk_error(struct walk_worker *me, struct str path, int num)
{
	const struct walk_conf *c = me->w->c;
	struct err e = { .num = num };
	if (c->error)
		c->error(c->ctx, me->index, path, &e);
}

/* ---------------------------------------------------------------- entries */

/* The entry (a folder reached through a link) is one of its own ancestors. */
static bool walk_loops(struct entry *e)
{
	const struct statx *sx = entry_stat(e, STATX_INO);
	if (!sx)
		return false;
	uint64_t dev = stat_dev(sx);
	for (struct folder *f = e->folder; f; f = f->parent)
		if (f->has_id && f->ino == sx->stx_ino && f->dev == dev)
			return true;
	return false;
}

/* The folder holds one of the names that make it a thing to skip (I18). */
static bool walk_contains(struct walk_worker *me, int at, const char *name)
{
	const struct walk_conf *c = me->w->c;
	struct buf b = { 0 };
	bool found = false;
	for (size_t i = 0; i < c->n_contain && !found; i++) {
		buf_clear(&b);
		buf_text(&b, name);
		buf_char(&b, '/');
		buf_str(&b, c->contain[i]);
		found = faccessat(at, buf_cstr(&b), F_OK, 0) == 0;
	}
	buf_fini(&b);
	return found;
}

/* Settle what the directory record left open. False: the entry is gone or not to be shown. */
static bool walk_settle(struct walk_worker *me, struct entry *e, unsigned char raw)
{
	if (raw == DT_UNKNOWN || (raw == DT_LNK && e->follow)) {
		entry_type(e);
		if (e->stat_err) {
			walk_error(me, e->path, e->stat_err);
			return raw != DT_UNKNOWN && e->stat_err != ENOENT;
		}
	}
	if (raw != DT_DIR && e->type == DT_DIR && e->follow && walk_loops(e)) {
		walk_error(me, e->path, ELOOP);
		return false;
	}
	return true;
}

static void walk_entry(struct walk_worker *me, struct folder *f, int fd, const struct dir_name *d)
{
	const struct walk_conf *c = me->w->c;
	size_t base = f->path_len;
	buf_reserve(&me->path, d->len + 1);
	memcpy(me->path.p + base, d->name, d->len + 1);
	struct entry e EMBER_UNFILLED;
	e.folder = f;
	e.path = (struct str){ me->path.p, base + d->len };
	e.base = base;
	e.depth = f->depth + 1;
	e.type = d->type;
	e.follow = c->follow == WALK_LOGICAL;
	e.at = fd;
	e.name = me->path.p + base;
	e.ino = d->ino;
	e.answer = 0;
	e.have = 0;
	e.stat_err = 0;
	if (!walk_settle(me, &e, d->type))
		return;
	bool is_dir = e.type == DT_DIR;
	const struct str rel = { e.path.p + f->root_len, e.path.n - f->root_len };
	const struct str name = { e.name, d->len };
	if (c->ignore && ignore_stack_drops(f->rules, c->ignore, rel, name, is_dir))
		return;
	if (is_dir && c->n_contain && walk_contains(me, fd, e.name))
		return;
	enum walk_answer answer = e.depth >= c->min_depth ? c->visit(c->ctx, me->index, &e)
							  : WALK_ON;
	if (answer == WALK_STOP)
		atomic_store_explicit(&me->w->stop, true, memory_order_relaxed);
	else if (answer == WALK_ON && is_dir && e.depth < c->max_depth)
		VEC_PUSH(&me->local) = folder_new(f, (struct str){ d->name, d->len });
}

/* ---------------------------------------------------------------- one folder */

static unsigned walk_special(struct walk_worker *me, int fd)
{
	static const char *const names[] = { ".git", ".jj", ".gitignore", ".ignore", ".fdignore" };
	const struct ignore_conf *ig = me->w->c->ignore;
	unsigned has = 0;
	struct dir_name d;
	if (!ig->files && !ig->vcs)
		return 0;
	if (!me->batch.end) { /* too large to be seen at once: ask for the names */
		for (size_t i = 0; i < COUNTOF(names); i++)
			if (faccessat(fd, names[i], F_OK, AT_SYMLINK_NOFOLLOW) == 0)
				has |= ignore_special(names[i], strlen(names[i]));
		return has;
	}
	while (dir_next_hidden(&me->batch, &d))
		has |= ignore_special(d.name, d.len);
	dir_again(&me->batch);
	return has;
}

/* What only rules need is read once, before the first of them counts. */
static void walk_ready(struct walk *w)
{
	pthread_mutex_lock(&w->rules_lock);
	if (w->c->rules && !w->ready)
		w->c->rules(w->c->ctx);
	w->ready = true;
	pthread_mutex_unlock(&w->rules_lock);
}

/* The batch is all that the folder holds, and that is nothing. */
static bool walk_is_empty(struct walk_worker *me)
{
	struct dir_name d;
	bool any = !me->batch.end || dir_next(&me->batch, &d);
	dir_again(&me->batch);
	return !any;
}

static void walk_rules(struct walk_worker *me, struct folder *f, int fd)
{
	const struct ignore_conf *ig = me->w->c->ignore;
	if (!ig || (!f->parent && walk_is_empty(me))) /* an empty root asks for no verdict (W11) */
		return;
	if (!f->parent)
		walk_ready(me->w);
	unsigned has = walk_special(me, fd);
	if (f->parent) {
		f->rules = ignore_stack_enter(
			f->parent->rules, ig, fd, has, f->path_len - f->root_len);
		return;
	}
	struct ignore_stack *above = ignore_stack_root(ig, fd, str_from(f->name), has);
	f->rules = ignore_stack_enter(above, ig, fd, has, 0);
	ignore_stack_unref(above);
}

static void walk_read(struct walk_worker *me, struct folder *f, int fd)
{
	struct err e = { 0 };
	struct dir_name d;
	bool first = true;
	do {
		if (dir_fill(&me->batch, fd, &e) != 0)
			walk_error(me, (struct str){ me->path.p, f->path_len }, e.num);
		if (first)
			walk_rules(me, f, fd);
		first = false;
		while (!walk_stopped(me->w) && dir_next(&me->batch, &d))
			walk_entry(me, f, fd, &d);
		if (!me->batch.end && me->w->c->rest) /* a large folder is no reason to hold results back */
			me->w->c->rest(me->w->c->ctx, me->index);
	} while (!me->batch.end && !walk_stopped(me->w));
}

static void walk_folder(struct walk_worker *me, struct folder *f)
{
	const struct walk_conf *c = me->w->c;
	struct err e = { 0 };
	walk_spell(me, f);
	int fd = walk_open(me, f, &e);
	walk_forget(me);
	if (fd < 0) {
		size_t cut = f->parent ? 1 : f->path_len - f->name_len;
		walk_error(me, (struct str){ me->path.p, f->path_len - cut }, e.num);
		return;
	}
	size_t first = me->local.n;
	bool wanted = gate_open(&me->w->gate, c, f, fd) &&
		(f->parent || !c->n_contain || !walk_contains(me, fd, "."));
	if (wanted)
		walk_read(me, f, fd);
	if (!f->parent) {
		f->root_fd = fd; /* open until all that lies below is read */
	} else if (me->local.n == first) {
		close(fd);
	} else if (!walk_keep(me, f, fd, first)) {
		me->last = folder_ref(f);
		me->last_fd = fd;
	}
	if (c->rest)
		c->rest(c->ctx, me->index);
}

void walk_work(void *ctx, unsigned index)
{
	struct walk *w = ctx;
	struct walk_worker *me = &w->workers[index];
	for (struct folder *f; (f = walk_next(me));) {
		if (!walk_stopped(w))
			walk_folder(me, f);
		else if (f->through)
			walk_opened(w, f->parent);
		folder_unref(f);
		walk_share(me);
	}
}

/* ---------------------------------------------------------------- the whole */

/* Roots are visited where the walk starts at depth 0. True: walk into it. */
static bool walk_visit_root(struct walk_worker *me, const char *root)
{
	const struct walk_conf *c = me->w->c;
	struct str s = str_from(root);
	size_t end = s.n;
	if (c->min_depth > 0)
		return c->max_depth > 0;
	while (end > 1 && root[end - 1] == '/')
		end--;
	size_t slash = str_rchr(str_sub(s, 0, end), '/');
	struct entry e = { .path = s,
		.base = slash == STR_NONE || end == 1 ? 0 : slash + 1,
		.type = DT_UNKNOWN,
		.follow = c->follow != WALK_PHYSICAL,
		.at = AT_FDCWD,
		.name = root };
	if (entry_type(&e) == DT_UNKNOWN) {
		walk_error(me, s, e.stat_err);
		return false;
	}
	enum walk_answer answer = c->visit(c->ctx, me->index, &e);
	if (answer == WALK_STOP)
		atomic_store_explicit(&me->w->stop, true, memory_order_relaxed);
	return answer == WALK_ON && e.type == DT_DIR && c->max_depth > 0;
}

static void walk_init(struct walk *w, const struct walk_conf *c)
{
	unsigned fds = dir_limit();
	*w = (struct walk){ .c = c, .max = walk_workers(c), .n_running = 1 };
	unsigned used = WALK_SPARE_FDS + WALK_WORKER_FDS * w->max;
	unsigned spare = fds > used ? (fds - used) / 2 : 0;
	w->cache_max = spare < WALK_CACHE ? (int)spare : WALK_CACHE;
	w->began_ns = clock_ns(CLOCK_MONOTONIC);
	pthread_mutex_init(&w->lock, NULL);
	pthread_mutex_init(&w->rules_lock, NULL);
	gate_init(&w->gate);
	pthread_cond_init(&w->more, NULL);
	pool_init(&w->pool, w->max);
	w->workers = mem_zero(w->max, sizeof(*w->workers));
	for (unsigned i = 0; i < w->max; i++)
		w->workers[i] = (struct walk_worker){ .w = w, .index = i };
}

static void walk_fini(struct walk *w)
{
	for (unsigned i = 0; i < w->max; i++) {
		struct walk_worker *k = &w->workers[i];
		folder_unref(k->spelled);
		walk_forget(k);
		dir_batch_fini(&k->batch);
		buf_fini(&k->path);
		VEC_FREE(&k->local);
	}
	free(w->workers);
	VEC_FREE(&w->shared);
	gate_fini(&w->gate);
	pthread_cond_destroy(&w->more);
	pthread_mutex_destroy(&w->lock);
	pthread_mutex_destroy(&w->rules_lock);
}

void walk_run(const struct walk_conf *c, const char *const *roots, size_t n)
{
	struct walk w;
	walk_init(&w, c);
	walk_list *todo = &w.workers[0].local;
	for (size_t i = 0; i < n && !walk_stopped(&w); i++)
		if (walk_visit_root(&w.workers[0], roots[i]))
			VEC_PUSH(todo) = folder_new(NULL, str_from(roots[i]));
	/* The first root is to be taken first. */
	for (size_t i = 0, j = c->order == WALK_NEAREST ? 0 : todo->n; i + 1 < j; i++) {
		struct folder *f = todo->p[i];
		todo->p[i] = todo->p[--j];
		todo->p[j] = f;
	}
	walk_work(&w, 0);
	pool_join(&w.pool);
	walk_fini(&w);
}
