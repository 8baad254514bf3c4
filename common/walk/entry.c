#include "ember/walk/entry.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "ember/base/mem.h"
#include "ember/base/size.h"
#include "ember/walk/ignore_stack.h"

struct folder *folder_new_in(void *block, struct folder *parent, struct str name)
{
	struct folder *f = block;
	if (sizeof(*f) + name.n + 1 > FOLDER_BLOCK) {
		free(block);
		f = NULL;
	}
	if (!f)
		f = mem_alloc(sizeof(*f) + name.n + 1);
	*f = (struct folder){
		.parent = parent, .refs = 1, .fd = -1, .root_fd = -1, .name_len = u32(name.n)
	};
	memcpy(f->name, name.p, name.n);
	f->name[name.n] = '\0';
	if (parent) {
		atomic_fetch_add_explicit(&parent->refs, 1, memory_order_relaxed);
		f->depth = parent->depth + 1;
		f->path_len = parent->path_len + name.n + 1;
		f->root_len = parent->root_len;
	} else {
		f->path_len = f->root_len = name.n + (name.n && name.p[name.n - 1] == '/' ? 0 : 1);
	}
	return f;
}

struct folder *folder_new(struct folder *parent, struct str name)
{
	return folder_new_in(NULL, parent, name);
}

struct folder *folder_ref(struct folder *f)
{
	if (f)
		atomic_fetch_add_explicit(&f->refs, 1, memory_order_relaxed);
	return f;
}

void folder_unref(struct folder *f)
{
	while (f) {
		/* acq_rel: who frees must see what every other holder wrote. */
		if (atomic_fetch_sub_explicit(&f->refs, 1, memory_order_acq_rel) != 1)
			return;
		struct folder *parent = f->parent;
		if (f->fd >= 0)
			close(f->fd);
		if (f->root_fd >= 0)
			close(f->root_fd);
		ignore_stack_unref(f->rules);
		free(f);
		f = parent;
	}
}

void folder_path(const struct folder *f, struct buf *b)
{
	size_t end = f->path_len;
	buf_clear(b);
	buf_reserve(b, end + 1);
	b->n = end;
	for (; f; f = f->parent) {
		size_t start = f->parent ? f->parent->path_len : 0;
		memcpy(b->p + start, f->name, f->name_len);
		if (start + f->name_len < end)
			b->p[end - 1] = '/';
		end = start;
	}
}

unsigned char entry_type_of_mode(unsigned mode)
{
	return (unsigned char)((mode & S_IFMT) >> 12); /* IFTODT of <dirent.h> */
}

void entry_reset(struct entry *e, struct folder *f, const struct buf *path, unsigned char type, uint64_t ino)
{
	e->folder = f;
	e->inside = NULL;
	e->path = buf_view(path);
	e->base = f->path_len;
	e->depth = f->depth + 1;
	e->type = type;
	e->follow = false;
	e->at = f->fd;
	e->name = path->p + f->path_len;
	e->ino = ino;
	e->answer = 0;
	e->have = 0;
	e->stat_err = 0;
}

int entry_statx(const struct entry *e, bool follow, unsigned mask, struct statx *out)
{
	int flags = AT_NO_AUTOMOUNT | (follow ? 0 : AT_SYMLINK_NOFOLLOW);
	return statx(e->at, e->name, flags, mask, out) == 0 ? 0 : errno;
}

const struct statx *entry_stat(struct entry *e, unsigned mask)
{
	if ((e->have & mask) == mask)
		return &e->sx;
	if (e->stat_err)
		return NULL;
	mask |= e->have | STATX_TYPE | STATX_MODE; /* these two cost nothing and settle the type */
	int num = entry_statx(e, e->follow, mask, &e->sx);
	if (e->follow && (num == ENOENT || num == ENOTDIR || num == ELOOP))
		num = entry_statx(e, false, mask, &e->sx); /* dangling: the link itself (N54, T9) */
	e->stat_err = num;
	if (num) {
		e->have = 0;
		return NULL;
	}
	/* It mostly tells more than it was asked for; what it does not know (a birth time) is not asked for again. */
	e->have = mask | e->sx.stx_mask;
	e->type = entry_type_of_mode(e->sx.stx_mode);
	return &e->sx;
}

unsigned char entry_type(struct entry *e)
{
	if (e->type == DT_UNKNOWN || (e->type == DT_LNK && e->follow && !e->have))
		entry_stat(e, STATX_TYPE);
	return e->type;
}

struct str entry_base(const struct entry *e)
{
	struct str s = str_sub(e->path, e->base, e->path.n);
	while (s.n > 1 && s.p[s.n - 1] == '/')
		s.n--;
	return s;
}
