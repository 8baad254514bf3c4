#include "ember/list/collect.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <string.h>

#include "ember/list/hyperlink.h"
#include "ember/os/stat.h"

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
		c->facts |= collect_time_fact(conf->time) | collect_time_fact(conf->sort_time);
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

/* ---------------------------------------------------------------- one name */

struct str collect_path(struct buf *b, struct str dir, const char *name)
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

const char *collect_short_path(struct collect *c, struct str dir, const char *name)
{
	if (dir.n == 0 || str_eqc(dir, "."))
		return name;
	collect_path(&c->scratch, dir, name);
	return buf_cstr(&c->scratch);
}

void collect_forget(struct listing *l, const struct item *it)
{
	if (it->facts)
		l->blocks -= it->facts->blocks;
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
		if (it->len && c->scratch.n == it->len && memcmp(c->scratch.p, it->name, it->len) == 0)
			it->flags |= ITEM_PLAIN;
	}
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

/* Is a folder that was named shown itself, or its place decided by that order, and not just what it holds? */
static bool collect_shows_arg(const struct list_conf *conf, enum list_sort sort)
{
	return conf->self || conf->tree || conf->json || conf->sort == sort;
}

void collect_arg(struct collect *c, struct listing *l, const char *path)
{
	struct item *it = listing_add(l, str_from(path));
	it->flags |= ITEM_ARG;
	if (!collect_facts(c, l, it, AT_FDCWD, (struct str){ NULL, 0 })) {
		collect_measure(c, l, it); /* the others are aligned with its quotes, as by GNU ls */
		l->n--;
		return;
	}
	collect_name(c, l, it, (struct str){ NULL, 0 });
	collect_measure(c, l, it);
	if ((c->conf->git || c->conf->sort == LIST_BY_GIT) &&
		(!item_is_dir(it) || collect_shows_arg(c->conf, LIST_BY_GIT)))
		collect_git_arg(c, l, it);
	if (c->conf->repos)
		collect_repo(c, l, it, path);
	if (c->conf->total && collect_shows_arg(c->conf, LIST_BY_SIZE))
		collect_total(c, l, l->n - 1, (struct str){ NULL, 0 });
}

void collect_dir(struct collect *c, struct listing *l, int fd, struct str path,
	void (*each)(void *ctx, struct listing *l), void *ctx)
{
	bool end = false;
	int num;
	l->dir = path;
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
				collect_repo(c, l, it, collect_short_path(c, path, d.name));
			collect_name(c, l, it, path);
			collect_measure(c, l, it);
		}
		if (c->conf->git || c->conf->sort == LIST_BY_GIT || c->conf->git_ignore)
			collect_git_dir(c, l, from, path.p);
		if (c->conf->total)
			collect_total(c, l, from, path);
		if (each)
			each(ctx, l);
	}
}
