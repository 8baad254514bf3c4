#include "ember/list/collect.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "ember/base/def.h"
#include "ember/base/size.h"
#include "ember/list/hyperlink.h"
#include "ember/list/total.h"
#include "ember/os/stat.h"

#define COLLECT_LINK_MAX 65536 /* longest link target that is read, bytes */

static unsigned collect_time_fact(enum list_time t)
{
	switch (t) {
	case LIST_ACCESSED: return STAT_ATIME;
	case LIST_CHANGED: return STAT_CTIME;
	case LIST_BORN: return STAT_BTIME;
	case LIST_MODIFIED: break;
	}
	return STAT_MTIME;
}

/* One name a line with where its link leads. */
static bool collect_shows_target(const struct list_conf *conf)
{
	return conf->show_target && conf->format == LIST_ONE && !conf->no_target;
}

void collect_init(struct collect *c, const struct list_conf *conf, struct list_report report)
{
	*c = (struct collect){ .conf = conf, .report = report };
	unsigned colors = conf->colors ? lscolors_needs(conf->colors) : 0;
	bool is_long = conf->format == LIST_LONG || conf->json;
	c->check_target = collect_shows_target(conf);
	c->wants_more = more_wanted(conf);
	more_init(&c->more, conf);
	c->all_facts = is_long || conf->blocks || conf->inode || conf->context ||
		conf->sort == LIST_BY_SIZE || conf->sort == LIST_BY_TIME ||
		conf->sort == LIST_BY_INODE || c->wants_more;
	c->check_target |= (colors & LSCOLORS_NEED_TARGET) || conf->group_dirs ||
		conf->follow_links || conf->icons;
	c->need_type = conf->recursive || conf->tree || conf->colors || conf->group_dirs ||
		conf->mark != LIST_MARK_NONE || conf->icons || conf->git ||
		conf->sort == LIST_BY_GIT || conf->sort == LIST_BY_TYPE || conf->only ||
		conf->no_links || conf->git_ignore || c->check_target;
	c->measure = conf->align_quotes || conf->format == LIST_DOWN ||
		conf->format == LIST_ACROSS || conf->format == LIST_COMMAS ||
		conf->sort == LIST_BY_WIDTH || conf->align_name;
	c->marks_acl = is_long;
	c->facts = STAT_MODE | STAT_INO;
	if (is_long)
		c->facts |= STAT_NLINK | STAT_OWNER | STAT_SIZE | STAT_BLOCKS;
	if (conf->blocks)
		c->facts |= STAT_BLOCKS;
	if (conf->sort == LIST_BY_SIZE)
		c->facts |= STAT_SIZE;
	if (is_long || conf->sort == LIST_BY_TIME)
		c->facts |= collect_time_fact(conf->time);
	if (c->wants_more && !(conf->hyperlink || conf->context))
		c->facts |= STAT_SIZE | STAT_ATIME | STAT_MTIME | STAT_CTIME | STAT_BTIME;
	if (colors & LSCOLORS_NEED_FILE)
		c->facts |= STAT_NLINK;
	dir_batch_init(&c->batch, DIR_BATCH);
}

void collect_fini(struct collect *c)
{
	git_free(c->git);
	more_fini(&c->more);
	buf_fini(&c->scratch);
	dir_batch_fini(&c->batch);
}

/* ---------------------------------------------------------------- which names */

static bool collect_matches(const char *const *patterns, const char *name, int flags)
{
	for (; patterns && *patterns; patterns++)
		if (fnmatch(*patterns, name, flags) == 0)
			return true;
	return false;
}

bool collect_hides(const struct list_conf *conf, const char *name)
{
	if (name[0] == '.') {
		bool dots = !name[1] || (name[1] == '.' && !name[2]);
		if (conf->hidden == LIST_NO_DOT ||
			(dots && (conf->hidden == LIST_ALMOST || conf->tree)))
			return true;
	}
	if (conf->hidden == LIST_NO_DOT && collect_matches(conf->hide, name, FNM_PERIOD))
		return true;
	if (conf->backups_off) {
		size_t n = strlen(name);
		if (n && name[n - 1] == '~')
			return true;
	}
	return collect_matches(conf->ignore, name, FNM_PERIOD) || collect_matches(conf->globs, name, 0);
}

/* ---------------------------------------------------------------- facts */

static bool collect_wants_facts(const struct collect *c, const struct item *it)
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

/* The name with its folder before it. */
static struct str collect_path(struct buf *b, struct str dir, const char *name)
{
	buf_clear(b);
	if (dir.n) {
		buf_str(b, dir);
		if (dir.p[dir.n - 1] != '/')
			buf_char(b, '/');
	}
	buf_text(b, name);
	return buf_view(b);
}

/* A path to hand to the calls that know no directory descriptor; without /proc, and fewer steps. */
static const char *collect_attr_path(struct collect *c, struct str dir, const char *name)
{
	if (dir.n == 0 || str_eqc(dir, "."))
		return name;
	collect_path(&c->scratch, dir, name);
	return buf_cstr(&c->scratch);
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
	const char *path = collect_attr_path(c, dir, it->name);
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

static void collect_say(
	struct collect *c, const struct item *it, const char *what, struct str path, int num)
{
	c->report.say(c->report.ctx, it->flags & ITEM_ARG, what, path, num);
}

static void collect_link(
	struct collect *c, struct listing *l, struct item *it, int at, struct str dir)
{
	bool is_long = c->conf->format == LIST_LONG || c->conf->json || collect_shows_target(c->conf);
	int num = 0;
	if (is_long) {
		it->facts->link = collect_readlink(c, l, at, it->name, &num);
		if (!it->facts->link) {
			collect_say(c, it, "cannot read symbolic link",
				collect_path(&c->scratch, dir, it->name), num);
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
	const char *path = collect_attr_path(c, dir, name);
	for (size_t i = 0; i < COUNTOF(names); i++) {
		ssize_t n = followed ? getxattr(path, names[i], value, sizeof(value))
				     : lgetxattr(path, names[i], value, sizeof(value));
		if (n > 0)
			return arena_cstr(
				&l->text, (struct str){ value, strnlen(value, (size_t)n) });
	}
	return NULL;
}

/* How the name will look, where that decides widths or alignment. */
static void collect_measure(struct collect *c, struct listing *l, struct item *it)
{
	const struct quote *q = &c->conf->quote;
	bool raw = q->style == QUOTE_LITERAL && !q->hide && !q->guard;
	if (raw && !c->measure) {
		it->flags |= ITEM_PLAIN;
		return;
	}
	buf_clear(&c->scratch);
	struct quote_result r = quote_name(&c->scratch, q, item_name(it));
	it->cols = r.cols == QUOTE_NO_COLS ? -1 : r.cols > INT16_MAX ? INT16_MAX : (int16_t)r.cols;
	if (r.quoted) {
		it->flags |= ITEM_QUOTED;
		l->any_quoted = true;
	} else if (raw || r.cols == it->len) {
		if (c->scratch.n == it->len && memcmp(c->scratch.p, it->name, it->len) == 0)
			it->flags |= ITEM_PLAIN;
	}
}

/* False: the item is not to be listed at all. */
static bool collect_facts(
	struct collect *c, struct listing *l, struct item *it, int at, struct str dir)
{
	struct stat_facts s;
	bool followed;
	int num = collect_stat(c, it, at, it->name, &s, &followed);
	if (num) {
		collect_say(c, it, "cannot access", collect_path(&c->scratch, dir, it->name), num);
		return !(it->flags & ITEM_ARG);
	}
	collect_keep(c, l, it, &s);
	if (c->marks_acl) {
		it->facts->acl = collect_acl(c, it, dir, s.dev, followed);
		l->any_acl |= it->facts->acl != 0;
	}
	if (c->wants_more)
		more_fill(&c->more, l, it, &s, collect_attr_path(c, dir, it->name), followed);
	if (c->conf->hyperlink) {
		struct str path = collect_path(&c->scratch, dir, it->name);
		it->facts->more->real = hyperlink_resolve(&l->text, buf_cstr(&c->scratch), &num);
		if (!it->facts->more->real)
			collect_say(c, it, "error canonicalizing", path, num);
	}
	if (c->conf->context)
		it->facts->more->context = collect_context(c, l, dir, it->name, followed);
	if (c->conf->colors && it->type == DT_REG &&
		(lscolors_needs(c->conf->colors) & LSCOLORS_NEED_CAP) &&
		getxattr(collect_attr_path(c, dir, it->name), "security.capability", NULL, 0) > 0)
		it->flags |= ITEM_CAP;
	if (it->type == DT_LNK && (c->conf->format == LIST_LONG || c->conf->json || c->check_target))
		collect_link(c, l, it, at, dir);
	return true;
}

static bool collect_wants_git(const struct collect *c)
{
	return c->conf->git || c->conf->sort == LIST_BY_GIT || c->conf->git_ignore;
}

static struct git *collect_git(struct collect *c)
{
	if (!c->git)
		c->git = git_new(&c->conf->git_options);
	return c->git;
}

static void collect_letters(const struct collect *c, struct listing *l, struct item *it, struct git_letters letters)
{
	/* git passes over what is no file, link or folder, unless it was one when it was added. */
	bool other = it->type != DT_REG && it->type != DT_LNK && it->type != DT_DIR && it->type != DT_UNKNOWN;
	if (other && (letters.worktree == '?' || letters.worktree == 'I'))
		letters.worktree = '-';
	/* What lies below was not asked for: nothing is said rather than that it is unchanged. */
	if (item_is_dir(it) && c->conf->git_options.depth == GIT_DEPTH_OFF && letters.index == '-' &&
		letters.worktree == '-')
		letters = (struct git_letters){ 0, 0 };
	it->git = letters;
	l->any_git |= letters.index || letters.worktree;
}

/* What the item added to the listing's sums is taken back. */
static void collect_forget(struct listing *l, const struct item *it)
{
	if (it->facts)
		l->blocks -= it->facts->blocks;
}

/* Letters of the items from `from` on, which lie in the folder `path`. */
static void collect_git_dir(struct collect *c, struct listing *l, size_t from, const char *path)
{
	struct git_dir *d = git_dir(collect_git(c), path);
	size_t kept = from;
	for (size_t i = from; d && i < l->n; i++) {
		struct str name = str_base(item_name(l->v[i]));
		bool dots = str_eqc(name, ".") || str_eqc(name, "..");
		if (c->conf->git_ignore && !dots && git_ignored(d, name, item_is_dir(l->v[i]))) {
			collect_forget(l, l->v[i]);
			continue;
		}
		l->v[kept++] = l->v[i];
		if (!c->conf->git && c->conf->sort != LIST_BY_GIT)
			continue;
		if (str_eqc(name, "."))
			collect_letters(c, l, l->v[i], git_dir_letters(d));
		else if (!str_eqc(name, ".."))
			collect_letters(c, l, l->v[i], git_letters(d, name, item_is_dir(l->v[i])));
	}
	if (d)
		l->n = kept;
}

/* An argument: a folder is asked about itself, anything else by its name in its folder. */
static void collect_git_arg(struct collect *c, struct listing *l, struct item *it)
{
	struct str path = item_name(it), base = str_base(path);
	struct git_dir *d;
	if (item_is_dir(it)) {
		d = git_dir(collect_git(c), it->name);
		if (d)
			collect_letters(c, l, it, git_dir_letters(d));
		return;
	}
	buf_clear(&c->scratch);
	buf_add(&c->scratch, path.p, (size_t)(base.p - path.p));
	if (c->scratch.n == 0)
		buf_char(&c->scratch, '.');
	d = git_dir(collect_git(c), buf_cstr(&c->scratch));
	if (d)
		collect_letters(c, l, it, git_letters(d, base, false));
}

/* An absolute name instead of the one in the folder, where conf asks for it. */
static void collect_name(struct collect *c, struct listing *l, struct item *it, struct str dir)
{
	int num;
	const char *name = NULL;
	if (c->conf->absolute == LIST_RELATIVE)
		return;
	if (c->conf->absolute == LIST_RESOLVED) {
		collect_path(&c->scratch, dir, it->name);
		name = hyperlink_resolve(&l->text, buf_cstr(&c->scratch), &num);
	} else if (it->name[0] != '/') {
		const char *real = dir.n ? c->real : hyperlink_resolve(&l->text, ".", &num);
		if (real) {
			collect_path(&c->scratch, str_from(real), it->name);
			name = arena_cstr(&l->text, buf_view(&c->scratch));
		}
	}
	size_t len = name ? strlen(name) : SIZE_MAX;
	if (len <= ITEM_LEN_MAX) {
		it->name = name;
		it->len = (uint16_t)len;
	}
}

/* The branch of an item that is the top of a repository. */
static void collect_repo(struct collect *c, struct listing *l, struct item *it, const char *path)
{
	struct str branch;
	if (it->type != DT_DIR || !it->facts || !it->facts->more ||
		git_branch(collect_git(c), &l->text, path, &branch) <= 0)
		return;
	struct item_more *more = it->facts->more;
	more->branch = arena_cstr(&l->text, branch);
	struct git_dir *d = c->conf->repo_status ? git_dir(collect_git(c), path) : NULL;
	if (!d)
		return;
	struct git_letters letters = git_dir_letters(d);
	more->clean_known = letters.index != '~' && letters.worktree != '~';
	more->clean = letters.index == '-' && letters.worktree == '-';
}

static void collect_total_say(void *ctx, struct str path, int num)
{
	struct collect *c = ctx;
	c->report.say(c->report.ctx, false, "cannot read directory", path, num);
}

/* The sizes of the folders from `from` on become those of all below them. */
static void collect_total(struct collect *c, struct listing *l, size_t from, struct str dir)
{
	struct total_conf conf = { .blocks = c->conf->total_blocks, .one_fs = c->conf->one_fs, .say = collect_total_say, .ctx = c };
	size_t n = 0, k = 0;
	for (size_t i = from; i < l->n; i++)
		n += item_is_dir(l->v[i]) && l->v[i]->facts;
	if (!n)
		return;
	struct total_root *roots = ARENA_ARRAY(&l->arena, struct total_root, n);
	for (size_t i = from; i < l->n; i++) {
		struct str name = item_name(l->v[i]);
		bool absolute = name.n && name.p[0] == '/';
		if (item_is_dir(l->v[i]) && l->v[i]->facts)
			roots[k++].path = arena_cstr(&l->text,
				absolute ? name : collect_path(&c->scratch, dir, l->v[i]->name));
	}
	total_sum(&conf, roots, n);
	k = 0;
	for (size_t i = from; i < l->n; i++) {
		struct item_facts *f = l->v[i]->facts;
		if (!item_is_dir(l->v[i]) || !f)
			continue;
		f->size = roots[k].size;
		f->more->total = true;
		f->more->partial = roots[k++].partial;
	}
}

/* Items of that type are left out. Folders are kept where what lies in them is listed too. */
static bool collect_drops(const struct list_conf *conf, uint8_t type)
{
	if (type == DT_LNK && conf->no_links)
		return true;
	if (conf->only == LIST_ONLY_DIRS)
		return type != DT_DIR;
	if (conf->only != LIST_ONLY_FILES || type == DT_REG)
		return false;
	return type != DT_DIR || !(conf->tree || conf->recursive);
}

/* Is the size of a folder that was named itself asked for, and not just those of what it holds? */
static bool collect_counts_arg(const struct list_conf *conf)
{
	return conf->total && (conf->self || conf->tree || conf->json || conf->sort == LIST_BY_SIZE);
}

void collect_arg(struct collect *c, struct listing *l, const char *path)
{
	struct item *it = listing_add(l, str_from(path));
	it->flags |= ITEM_ARG;
	if (!collect_facts(c, l, it, AT_FDCWD, (struct str){ NULL, 0 })) {
		l->n--;
		return;
	}
	collect_name(c, l, it, (struct str){ NULL, 0 });
	collect_measure(c, l, it);
	if (c->conf->git || c->conf->sort == LIST_BY_GIT)
		collect_git_arg(c, l, it);
	if (c->conf->repos)
		collect_repo(c, l, it, path);
	if (collect_counts_arg(c->conf))
		collect_total(c, l, l->n - 1, (struct str){ NULL, 0 });
}

void collect_dir(struct collect *c, struct listing *l, int fd, struct str path,
	void (*each)(void *ctx, struct listing *l), void *ctx)
{
	bool end = false;
	int num;
	c->real = c->conf->absolute ? hyperlink_resolve(&l->text, path.p, &num) : NULL;
	while (!end) {
		size_t from = l->n;
		struct err e = { 0 };
		/* ENOENT: the folder was removed while open, and is as good as empty. */
		if (dir_fill(&c->batch, fd, &e) != 0 && e.num != ENOENT)
			c->report.say(c->report.ctx, false, "reading directory", path, e.num);
		end = c->batch.end;
		struct dir_name d;
		while (dir_next_all(&c->batch, &d)) {
			if (collect_hides(c->conf, d.name))
				continue;
			if (d.type != DT_UNKNOWN && collect_drops(c->conf, d.type))
				continue;
			struct item *it = listing_add(l, (struct str){ d.name, d.len });
			it->type = d.type;
			if (collect_wants_facts(c, it))
				collect_facts(c, l, it, fd, path);
			if (d.type == DT_UNKNOWN && collect_drops(c->conf, it->type)) {
				collect_forget(l, it);
				l->n--;
				continue;
			}
			if (c->conf->repos)
				collect_repo(c, l, it, collect_attr_path(c, path, d.name));
			collect_name(c, l, it, path);
			collect_measure(c, l, it);
		}
		if (collect_wants_git(c))
			collect_git_dir(c, l, from, path.p);
		if (c->conf->total)
			collect_total(c, l, from, path);
		if (each)
			each(ctx, l);
	}
}
