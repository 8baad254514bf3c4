#include "ember/list/tree.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "ember/base/panic.h"
#include "ember/list/long.h"
#include "ember/list/order.h"
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
	column_start(c);
	if (c->conf->format == LIST_LONG) {
		long_row(c, it, t->any_acl);
		return;
	}
	column_frills(c, it);
	column_name(c, it, false, 0);
	char mark = column_mark(c->conf, it);
	if (mark)
		out_char(c->out, mark);
}

static struct tree_level *tree_level(struct tree *t)
{
	if (t->depth == t->levels.n) {
		struct tree_level *fresh = calloc(1, sizeof(*fresh));
		if (!fresh)
			panic_memory();
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

static void tree_end_line(struct tree *t, const char *remark)
{
	out_text(t->column->out, remark);
	out_char(t->column->out, t->column->conf->eol);
}

/* End the line of the folder at t->path and go down into it. False: it stays closed. */
static bool tree_enter(struct tree *t, const struct item *it, struct str below, size_t path_n)
{
	const struct list_report *report = &t->collect->report;
	struct str path = { buf_cstr(&t->path), t->path.n };
	struct stat_facts s;
	struct err e = { 0 };
	int fd = dir_open_path(AT_FDCWD, path, true, &e);
	int num = fd < 0 ? e.num : stat_fd(&s, fd, STAT_INO);
	bool again = !num && tree_on_branch(t, &s);
	tree_end_line(t, again ? " [recursive, not followed]" : "");
	t->looped |= again;
	if (num)
		report->say(report->ctx, it->flags & ITEM_ARG, "cannot open directory", path, num);
	if (num || again) {
		if (fd >= 0)
			close(fd);
		return false;
	}
	struct tree_level *level = tree_level(t);
	level->dev = s.dev;
	level->ino = s.ino;
	level->path_n = path_n;
	level->line_n = t->line.n;
	buf_str(&t->line, below);
	collect_dir(t->collect, &level->items, fd, path, NULL, NULL);
	close(fd);
	order_items(t->collect->conf, &level->items);
	tree_measure(t, &level->items);
	t->depth++;
	return true;
}

static bool tree_descends(const struct tree *t, const struct item *it)
{
	const struct list_conf *conf = t->collect->conf;
	if (t->depth >= conf->depth)
		return false;
	return item_is_dir(it) || (conf->follow_links && item_leads_to_dir(it));
}

/* The next item of the deepest folder: its line, and the folder below when it is one. */
static void tree_step(struct tree *t, struct tree_level *level)
{
	const struct tree_glyphs *g = tree_glyphs(t);
	const struct item *it = level->items.v[level->at++];
	bool last = level->at == level->items.n;
	size_t line_n = t->line.n, path_n = t->path.n;
	buf_str(&t->line, last ? g->last : g->item);
	tree_row(t, it);
	t->line.n = line_n;
	if (!tree_descends(t, it)) {
		tree_end_line(t, "");
		return;
	}
	if (t->path.n && t->path.p[t->path.n - 1] != '/')
		buf_char(&t->path, '/');
	buf_add(&t->path, it->name, it->len);
	if (!tree_enter(t, it, last ? g->below_last : g->below, path_n))
		t->path.n = path_n;
}

void tree_put(struct tree *t, const struct listing *args, const struct item *root)
{
	buf_clear(&t->path);
	buf_clear(&t->line);
	buf_add(&t->path, root->name, root->len);
	tree_measure(t, args);
	tree_row(t, root);
	if (!tree_descends(t, root)) {
		tree_end_line(t, "");
		return;
	}
	if (!tree_enter(t, root, STR(""), 0))
		return;
	while (t->depth) {
		struct tree_level *level = t->levels.p[t->depth - 1];
		if (level->at < level->items.n) {
			tree_step(t, level);
			continue;
		}
		t->path.n = level->path_n;
		t->line.n = level->line_n;
		t->depth--;
	}
}
