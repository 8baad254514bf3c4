#include <fcntl.h>
#include <limits.h>
#include <unistd.h>

#include "ember/base/size.h"
#include "ember/os/dir.h"
#include "walker.h"

void walk_spell(struct walk_worker *me, struct folder *f)
{
	struct folder *was = me->spelled;
	if (was && f->parent && (f->parent == was || f->parent == was->parent)) {
		me->path.n = f->parent->path_len;
		buf_add(&me->path, f->name, f->name_len);
		buf_char(&me->path, '/');
	} else {
		folder_path(f, &me->path);
	}
	me->spelled = folder_ref(f);
	folder_unref(was);
	buf_reserve(&me->path, NAME_MAX + 2);
}

void walk_opened(struct walk *w, struct folder *f)
{
	/* acq_rel: the close must come after every sibling's openat. */
	if (atomic_fetch_sub_explicit(&f->pending, 1, memory_order_acq_rel) != 1)
		return;
	close(f->fd);
	f->fd = -1;
	atomic_fetch_sub_explicit(&w->cached, 1, memory_order_relaxed);
}

int walk_open(struct walk_worker *me, struct folder *f, struct err *e)
{
	bool follow = me->w->c->follow == WALK_LOGICAL;
	struct folder *parent = f->parent;
	if (!parent)
		return dir_open(AT_FDCWD, f->name, me->w->c->follow != WALK_PHYSICAL, e);
	if (!parent->parent) /* the root's stays open */
		return dir_open(parent->root_fd, f->name, follow, e);
	if (me->last == parent)
		return dir_open(me->last_fd, f->name, follow, e);
	if (f->through) {
		int fd = dir_open(parent->fd, f->name, follow, e);
		walk_opened(me->w, parent);
		return fd;
	}
	while (parent->parent)
		parent = parent->parent;
	/* Below the root's own descriptor, so that no folder on the way can be swapped for a link. */
	size_t from = f->root_len;
	return dir_open_path(parent->root_fd,
		(struct str){ me->path.p + from, me->path.n - 1 - from }, follow, e);
}

bool walk_keep(struct walk_worker *me, struct folder *f, int fd, size_t first)
{
	struct walk *w = me->w;
	size_t n = me->local.n - first;
	if (atomic_fetch_add_explicit(&w->cached, 1, memory_order_relaxed) >= w->cache_max) {
		atomic_fetch_sub_explicit(&w->cached, 1, memory_order_relaxed);
		return false;
	}
	/* Not shared yet: others see these fields only through the lock that hands them subfolders. */
	for (size_t i = first; i < me->local.n; i++)
		me->local.p[i]->through = true;
	f->pending = u32(n);
	f->fd = fd;
	return true;
}

void walk_forget(struct walk_worker *me)
{
	if (!me->last)
		return;
	close(me->last_fd);
	folder_unref(me->last);
	me->last = NULL;
}
