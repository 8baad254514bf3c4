#include "ember/list/collect.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "ember/base/def.h"
#include "ember/list/hyperlink.h"

#define COLLECT_LINK_MAX 65536 /* longest link target that is read, bytes */

bool collect_wants_facts(const struct collect *c, const struct item *it)
{
	unsigned colors = c->conf->colors ? lscolors_needs(c->conf->colors) : 0;
	bool links = c->conf->follow == LIST_ALWAYS || c->check_target;
	if (c->all_facts || c->conf->hyperlink)
		return true;
	switch (it->type) {
	case DT_UNKNOWN: return c->need_type;
	case DT_DIR: return (colors & LSCOLORS_NEED_DIR) != 0;
	case DT_REG:
		return c->conf->mark == LIST_MARK_CLASSIFY || (colors & LSCOLORS_NEED_FILE) ||
			c->conf->icons;
	case DT_LNK: return links && c->need_type;
	default: return false;
	}
}

static uint8_t collect_type(uint32_t mode)
{
	return (uint8_t)((mode & S_IFMT) >> 12);
}

static struct stat_time collect_time(const struct list_conf *conf, const struct stat_facts *s)
{
	switch (conf->time) {
	case LIST_ACCESSED: return s->accessed;
	case LIST_CHANGED: return s->changed;
	case LIST_BORN: return s->born;
	case LIST_MODIFIED: break;
	}
	return s->modified;
}

static void collect_keep(
	struct collect *c, struct listing *l, struct item *it, const struct stat_facts *s)
{
	struct item_facts *f = ARENA_NEW(&l->arena, struct item_facts);
	struct stat_time t = collect_time(c->conf, s);
	*f = (struct item_facts){
		.mode = (uint16_t)s->mode,
		.nlink = s->nlink,
		.uid = s->uid,
		.gid = s->gid,
		.nsec = t.nsec,
		.sec = t.sec,
		.size = s->size,
		.blocks = s->blocks,
		.ino = s->ino,
	};
	if (S_ISCHR(s->mode) || S_ISBLK(s->mode)) {
		f->rdev_major = major(s->rdev);
		f->rdev_minor = minor(s->rdev);
	}
	it->facts = f;
	it->flags |= ITEM_KNOWN;
	if (c->conf->time != LIST_BORN || s->has_born)
		it->flags |= ITEM_TIME_KNOWN;
	it->type = collect_type(s->mode);
	l->blocks += s->blocks;
}

/* stat or lstat, as conf follows links. Returns an errno value; *followed says which it was. */
static int collect_stat(struct collect *c, const struct item *it, int at, const char *name,
	struct stat_facts *s, bool *followed)
{
	enum list_follow follow = c->conf->follow;
	bool arg = it->flags & ITEM_ARG;
	*followed = follow == LIST_ALWAYS || (arg && follow == LIST_ARGS);
	if (arg && follow == LIST_ARGS_TO_DIRS) {
		int bad = stat_at(s, at, name, true, c->facts);
		*followed = bad ? bad != ENOENT && bad != ELOOP : S_ISDIR(s->mode);
		if (*followed)
			return bad;
	}
	return stat_at(s, at, name, *followed, c->facts);
}

static bool collect_has_name(const char *names, size_t n, const char *want)
{
	for (size_t i = 0; i < n; i += strlen(names + i) + 1)
		if (strcmp(names + i, want) == 0)
			return true;
	return false;
}

/* The mark of a file that has attributes: other ones than access lists and contexts are eza's to mark. */
static char collect_mark(const struct collect *c, const char *path, bool followed)
{
	char names[XATTR_LIST_MAX]; /* the kernel gives no more */
	ssize_t n = followed ? listxattr(path, names, sizeof(names)) : llistxattr(path, names, sizeof(names));
	if (n <= 0)
		return 0;
	size_t len = (size_t)n;
	if (collect_has_name(names, len, "system.posix_acl_access") ||
		collect_has_name(names, len, "system.posix_acl_default") ||
		collect_has_name(names, len, "system.nfs4_acl"))
		return '+';
	if (collect_has_name(names, len, "security.selinux"))
		return '.';
	return c->conf->mark_attrs ? '@' : 0;
}

/* The mark behind the mode: '+' an access list, '.' a security context alone, '@' anything else. */
static char collect_acl(struct collect *c, struct item *it, struct str dir, uint64_t dev, bool followed)
{
	if (it->type == DT_LNK || (c->has_no_acl_dev && c->no_acl_dev == dev))
		return 0;
	const char *path = collect_short_path(c, dir, it->name);
	ssize_t n = followed ? listxattr(path, NULL, 0) : llistxattr(path, NULL, 0);
	if (n < 0 && (errno == ENOTSUP || errno == ENOSYS)) {
		c->has_no_acl_dev = true;
		c->no_acl_dev = dev;
	}
	return n > 0 ? collect_mark(c, path, followed) : 0;
}

static const char *collect_readlink(
	struct collect *c, struct listing *l, int at, const char *name, int *num)
{
	for (size_t room = 256; room <= COLLECT_LINK_MAX; room *= 4) {
		buf_clear(&c->scratch);
		buf_reserve(&c->scratch, room);
		ssize_t n = readlinkat(at, name, c->scratch.p, room);
		if (n < 0) {
			*num = errno;
			return NULL;
		}
		if ((size_t)n < room)
			return arena_cstr(&l->text, (struct str){ c->scratch.p, (size_t)n });
	}
	*num = ENAMETOOLONG;
	return NULL;
}

static void collect_say(struct collect *c, const struct item *it, const char *what, struct str dir, int num)
{
	const char *path = collect_short_path(c, dir, it->name);
	c->report.say(c->report.ctx, it->flags & ITEM_ARG, what, str_from(path), num);
}

static void collect_link(
	struct collect *c, struct listing *l, struct item *it, int at, struct str dir)
{
	bool is_long = c->conf->format == LIST_LONG || c->conf->json || collect_shows_target(c->conf);
	int num = 0;
	if (is_long) {
		it->facts->link = collect_readlink(c, l, at, it->name, &num);
		if (!it->facts->link) {
			collect_say(c, it, "cannot read symbolic link", dir, num);
			return;
		}
	}
	if (!c->check_target && !(is_long && c->conf->mark >= LIST_MARK_TYPE))
		return;
	struct stat_facts target;
	it->flags |= ITEM_LINK_ASKED;
	if (stat_at(&target, at, it->name, true, STAT_MODE) == 0) {
		it->flags |= ITEM_LINK_OK;
		it->facts->target_mode = (uint16_t)target.mode;
	}
}

/* The security context: SELinux's, else Smack's. NULL when there is none. */
static const char *collect_context(
	struct collect *c, struct listing *l, struct str dir, const char *name, bool followed)
{
	static const char *const names[] = { "security.selinux", "security.SMACK64" };
	char value[4096];
	const char *path = collect_short_path(c, dir, name);
	for (size_t i = 0; i < COUNTOF(names); i++) {
		ssize_t n = followed ? getxattr(path, names[i], value, sizeof(value))
				     : lgetxattr(path, names[i], value, sizeof(value));
		if (n > 0)
			return arena_cstr(
				&l->text, (struct str){ value, strnlen(value, (size_t)n) });
	}
	return NULL;
}

bool collect_facts(
	struct collect *c, struct listing *l, struct item *it, int at, struct str dir)
{
	struct stat_facts s;
	bool followed;
	int num = collect_stat(c, it, at, it->name, &s, &followed);
	if (num) {
		collect_say(c, it, "cannot access", dir, num);
		return !(it->flags & ITEM_ARG);
	}
	collect_keep(c, l, it, &s);
	if (c->marks_acl) {
		it->facts->acl = collect_acl(c, it, dir, s.dev, followed);
		l->any_acl |= it->facts->acl != 0;
	}
	if (c->wants_more)
		more_fill(&c->more, l, it, &s, collect_short_path(c, dir, it->name), followed);
	if (c->conf->hyperlink) {
		collect_path(&c->scratch, dir, it->name);
		it->facts->more->real = hyperlink_resolve(&l->text, buf_cstr(&c->scratch), &num);
		if (!it->facts->more->real)
			collect_say(c, it, "error canonicalizing", dir, num);
	}
	if (c->conf->context)
		it->facts->more->context = collect_context(c, l, dir, it->name, followed);
	if (c->conf->colors && it->type == DT_REG &&
		(lscolors_needs(c->conf->colors) & LSCOLORS_NEED_CAP) &&
		getxattr(collect_short_path(c, dir, it->name), "security.capability", NULL, 0) > 0)
		it->flags |= ITEM_CAP;
	if (it->type == DT_LNK && (c->conf->format == LIST_LONG || c->conf->json || c->check_target))
		collect_link(c, l, it, at, dir);
	return true;
}
