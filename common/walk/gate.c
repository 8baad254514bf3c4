#include "gate.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <sys/vfs.h>

#include "ember/base/def.h"
#include "ember/base/mem.h"
#include "ember/base/size.h"

#define GATE_START 64 /* places of the first table; a power of two, as all are */

void gate_init(struct gate *g)
{
	*g = (struct gate){ 0 };
	pthread_mutex_init(&g->lock, NULL);
}

void gate_fini(struct gate *g)
{
	free(g->seen);
	pthread_mutex_destroy(&g->lock);
}

/* ---------------------------------------------------------------- seen before */

static size_t gate_place(const struct gate *g, struct gate_seen s)
{
	uint64_t h = (s.ino ^ (s.dev << 32)) * UINT64_C(0x9e3779b97f4a7c15);
	size_t at = (size_t)(h >> 20) & (g->cap - 1);
	while ((g->seen[at].ino || g->seen[at].dev) &&
		(g->seen[at].ino != s.ino || g->seen[at].dev != s.dev))
		at = (at + 1) & (g->cap - 1);
	return at;
}

static void gate_grow(struct gate *g)
{
	struct gate old = *g;
	g->cap = old.cap ? size_mul(old.cap, 2) : GATE_START;
	g->seen = mem_zero(g->cap, sizeof(*g->seen));
	for (size_t i = 0; i < old.cap; i++)
		if (old.seen[i].ino || old.seen[i].dev)
			g->seen[gate_place(g, old.seen[i])] = old.seen[i];
	free(old.seen);
}

/* True for the first that comes with these numbers. */
static bool gate_first(struct gate *g, uint64_t dev, uint64_t ino)
{
	struct gate_seen s = { dev, ino };
	pthread_mutex_lock(&g->lock);
	if (g->n * 2 >= g->cap)
		gate_grow(g);
	size_t at = gate_place(g, s);
	bool first = !g->seen[at].ino && !g->seen[at].dev;
	g->seen[at] = s;
	g->n += first;
	pthread_mutex_unlock(&g->lock);
	return first;
}

/* ---------------------------------------------------------------- file systems */

/* Those that lie on another machine, and those that are made up by the kernel. */
static bool gate_is_local(int fd)
{
	static const uint32_t others[] = {
		0x00006969 /* nfs */, 0xff534d42 /* cifs */, 0xfe534d42 /* smb2 */, 0x0000517b /* smb */,
		0x00c36400 /* ceph */, 0x01021997 /* 9p */, 0x5346414f /* afs */, 0x73757245 /* coda */,
		0x65735546 /* fuse */, 0x0bd00bd0 /* lustre */, 0x47504653 /* gpfs */,
		0x00009fa0 /* proc */, 0x62656572 /* sysfs */, 0x0027e0eb /* cgroup */,
		0x63677270 /* cgroup2 */, 0x64626720 /* debugfs */, 0x74726163 /* tracefs */,
		0x73636673 /* securityfs */, 0x00001cd1 /* devpts */, 0xcafe4a11 /* bpf */,
		0x6165676c /* pstore */, 0xde5e81e4 /* efivarfs */, 0x62656570 /* configfs */,
		0xf97cff8c /* selinuxfs */, 0x00000187 /* autofs */, 0x19800202 /* mqueue */,
		0x42494e4d /* binfmt_misc */, 0x6e736673 /* nsfs */, 0x958458f6 /* hugetlbfs */,
		0x65735543 /* fusectl */, 0x67596969 /* rpc_pipefs */,
	};
	struct statfs fs;
	if (fstatfs(fd, &fs) != 0)
		return true;
	for (size_t i = 0; i < COUNTOF(others); i++)
		if ((uint32_t)fs.f_type == others[i])
			return false;
	return true;
}

bool gate_open(struct gate *g, const struct walk_conf *c, struct folder *f, int fd)
{
	struct stat sb;
	bool devices = c->one_file_system || c->local;
	if (c->follow != WALK_LOGICAL && !devices && !c->unique)
		return true;
	if (fstat(fd, &sb) != 0)
		return false;
	f->dev = sb.st_dev;
	f->ino = sb.st_ino;
	f->has_id = true;
	if (devices && f->parent && f->parent->dev != f->dev &&
		(c->one_file_system || !gate_is_local(fd)))
		return false;
	return !c->unique || gate_first(g, f->dev, f->ino);
}
