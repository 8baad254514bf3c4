#include "ember/list/tree.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "ember/base/mem.h"
#include "ember/list/long.h"
#include "ember/list/order.h"
#include "ember/list/rows.h"
#include "ember/list/table.h"
#include "ember/os/dir.h"

/* One folder of the branch: its items, how far we are, and what to cut off when it ends. */
struct tree_level {
	struct listing items;
	size_t at;
	size_t path_n, line_n; /* lengths before this folder was entered */
	uint64_t dev, ino;
};

/* Branch to an item, to the last one, and what stands below each. */
struct tree_glyphs {
	struct str item, last, below, below_last;
};

static const struct tree_glyphs tree_utf8 = {
	STR_INIT("\xe2\x94\x9c\xe2\x94\x80\xe2\x94\x80 "),
	STR_INIT("\xe2\x94\x94\xe2\x94\x80\xe2\x94\x80 "),
	STR_INIT("\xe2\x94\x82   "),
	STR_INIT("    "),
};
static const struct tree_glyphs tree_ascii = { STR_INIT("|-- "), STR_INIT("`-- "), STR_INIT("|   "),
	STR_INIT("    ") };

void tree_init(struct tree *t, struct collect *collect, struct column *column)
{
	*t = (struct tree){ .collect = collect, .column = column };
}

void tree_fini(struct tree *t)
{
	for (size_t i = 0; i < t->levels.n; i++) {
		listing_fini(&t->levels.p[i]->items);
		free(t->levels.p[i]);
	}
	VEC_FREE(&t->levels);
	buf_fini(&t->path);
	buf_fini(&t->line);
}

static const struct tree_glyphs *tree_glyphs(const struct tree *t)
{
	return t->collect->conf->utf8 ? &tree_utf8 : &tree_ascii;
}

/* Columns only ever grow, so that lines already written stay nearly in line with later ones. */
static void tree_measure(struct tree *t, const struct listing *l)
{
	column_measure_more(t->column, l);
	t->any_acl |= l->any_acl;
}

/* The item's line without its end, so that a remark can follow. */
static void tree_row(struct tree *t, const struct item *it)
{
	struct column *c = t->column;
	c->branch = buf_view(&t->line);
	c->cells.any_acl |= t->any_acl;
	column_start(c);
	if (c->conf->format == LIST_LONG) {
		long_row(c, it, t->any_acl);
		return;
	}
	column_frills(c, it);
	if (c->conf->show_target) {
		long_name(c, it, 0);
		return;
	}
	column_name(c, it, false, 0);
	char mark = column_mark(c->conf, it);
	if (mark)
		out_char(c->out, mark);
}

static struct tree_level *tree_level(struct tree *t)
{
	if (t->depth == t->levels.n) {
		struct tree_level *fresh = mem_zero(1, sizeof(*fresh));
		VEC_PUSH(&t->levels) = fresh;
	}
	struct tree_level *level = t->levels.p[t->depth];
	listing_clear(&level->items);
	level->at = 0;
	return level;
}

static bool tree_on_branch(const struct tree *t, const struct stat_facts *s)
{
	for (size_t i = 0; i < t->depth; i++)
		if (t->levels.p[i]->dev == s->dev && t->levels.p[i]->ino == s->ino)
			return true;
	return false;
}

static void tree_end_line(struct tree *t, const struct item *it, const char *remark)
{
	out_text(t->column->out, remark);
	out_char(t->column->out, t->column->conf->eol);
	if (t->column->conf->show_xattrs)
		table_attrs(t->column, it);
}

/* A folder that was opened, or why it was not. */
struct tree_folder {
	int fd, num;
	bool again; /* it is one of those it lies in */
	uint64_t dev, ino;
};

/* Open the folder at t->path; fd -1: it stays closed. */
static struct tree_folder tree_open(struct tree *t)
{
	struct str path = { buf_cstr(&t->path), t->path.n };
	struct tree_folder f = { .num = 0 };
	struct stat_facts s = { .mode = 0 };
	struct err e = { 0 };
	f.fd = dir_open_path(AT_FDCWD, path, true, &e);
	f.num = f.fd < 0 ? e.num : stat_fd(&s, f.fd, STAT_INO);
	f.again = !f.num && tree_on_branch(t, &s);
	f.dev = s.dev;
	f.ino = s.ino;
	if (f.fd >= 0 && (f.num || f.again)) {
		close(f.fd);
		f.fd = -1;
	}
	return f;
}

/* End the folder's line, and tell why it stays closed. */
static void tree_told(struct tree *t, const struct item *it, const struct tree_folder *f)
{
	const struct list_report *report = &t->collect->report;
	tree_end_line(t, it, f->again ? " [recursive, not followed]" : "");
	t->looped |= f->again;
	if (f->num)
		report->say(report->ctx, it->flags & ITEM_ARG, "cannot open directory", buf_view(&t->path), f->num);
}

/* Read the open folder; its items are the next to be shown once t->depth counts it. */
static void tree_fill(struct tree *t, const struct tree_folder *f, struct str below, size_t path_n)
{
	struct str path = { buf_cstr(&t->path), t->path.n };
	struct tree_level *level = tree_level(t);
	level->dev = f->dev;
	level->ino = f->ino;
	level->path_n = path_n;
	level->line_n = t->line.n;
	buf_str(&t->line, below);
	collect_dir(t->collect, &level->items, f->fd, path, NULL, NULL);
	close(f->fd);
	order_items(t->collect->conf, &level->items);
	tree_measure(t, &level->items);
}

static bool tree_descends(const struct tree *t, const struct item *it)
{
	const struct list_conf *conf = t->collect->conf;
	if (t->depth >= conf->depth)
		return false;
	return item_is_dir(it) || (conf->follow_links && item_leads_to_dir(it));
}

/* How many items of the folder are shown. */
static size_t tree_shown(const struct tree *t, const struct tree_level *level)
{
	size_t limit = t->column->conf->limit;
	return limit && limit < level->items.n ? limit : level->items.n;
}

/* Below a folder's last shown item, how many there are besides. */
static void tree_left(struct tree *t, const struct tree_level *level)
{
	size_t shown = tree_shown(t, level);
	struct column *c = t->column;
	if (shown == level->items.n || !c->conf->more_line)
		return;
	out_fill(c->out, ' ', c->conf->format == LIST_LONG ? table_indent(c) : 0);
	out_str(c->out, buf_view(&t->line));
	out_str(c->out, tree_glyphs(t)->last);
	rows_more(c, level->items.n - shown);
}

/* The next item of the deepest folder: its line, and the folder below when it is one. */
static void tree_step(struct tree *t, struct tree_level *level)
{
	const struct tree_glyphs *g = tree_glyphs(t);
	const struct item *it = level->items.v[level->at++];
	size_t shown = tree_shown(t, level);
	bool last = level->at == shown && !(shown < level->items.n && t->column->conf->more_line);
	size_t line_n = t->line.n, path_n = t->path.n;
	buf_str(&t->line, last ? g->last : g->item);
	tree_row(t, it);
	t->line.n = line_n;
	if (!tree_descends(t, it)) {
		tree_end_line(t, it, "");
		return;
	}
	if (it->name[0] == '/')
		buf_clear(&t->path);
	else if (t->path.n && t->path.p[t->path.n - 1] != '/')
		buf_char(&t->path, '/');
	buf_add(&t->path, it->name, it->len);
	struct tree_folder folder = tree_open(t);
	tree_told(t, it, &folder);
	if (folder.fd < 0) {
		t->path.n = path_n;
		return;
	}
	tree_fill(t, &folder, last ? g->below_last : g->below, path_n);
	t->depth++;
}

void tree_put(struct tree *t, const struct listing *args, const struct item *root)
{
	buf_clear(&t->path);
	buf_clear(&t->line);
	buf_add(&t->path, root->name, root->len);
	tree_measure(t, args);
	/* What lies in it is read before its own line is written, which then stands in line with it. */
	struct tree_folder folder = { .fd = -1 };
	if (tree_descends(t, root))
		folder = tree_open(t);
	if (folder.fd >= 0)
		tree_fill(t, &folder, STR(""), 0);
	if (t->column->conf->header && !t->headed)
		table_header(t->column);
	t->headed = true;
	tree_row(t, root);
	tree_told(t, root, &folder);
	t->depth = folder.fd >= 0;
	while (t->depth) {
		struct tree_level *level = t->levels.p[t->depth - 1];
		if (level->at < tree_shown(t, level)) {
			tree_step(t, level);
			continue;
		}
		tree_left(t, level);
		t->path.n = level->path_n;
		t->line.n = level->line_n;
		t->depth--;
	}
}
