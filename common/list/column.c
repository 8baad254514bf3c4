#include "ember/list/column.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>

#include "ember/base/number.h"
#include "ember/list/more.h"
#include "ember/list/table.h"

void column_init(struct column *c, const struct list_conf *conf, struct out *out)
{
	*c = (struct column){ .conf = conf, .out = out };
	cells_init(&c->cells, conf);
}

void column_fini(struct column *c)
{
	cells_fini(&c->cells);
	buf_fini(&c->text);
	buf_fini(&c->icon);
	buf_fini(&c->owners[0].shown);
	buf_fini(&c->owners[1].shown);
	arena_fini(&c->links);
	VEC_FREE(&c->dired);
	VEC_FREE(&c->subdired);
}

void column_right(struct out *o, struct str text, unsigned width)
{
	if (text.n < width)
		out_fill(o, ' ', width - text.n);
	out_str(o, text);
}

/* Cells of a size: its bytes, unless the locale's separators are among its digits. */
static size_t column_size_cols(const struct human *h, const char *p, size_t n)
{
	return h->group || h->scale ? column_owner_cols((struct str){ p, n }) : n;
}

void column_size(struct out *o, const struct human *h, struct str text, unsigned width)
{
	size_t cols = column_size_cols(h, text.p, text.n);
	if (cols < width)
		out_fill(o, ' ', width - cols);
	out_str(o, text);
}

/* ---------------------------------------------------------------- for Emacs */

void column_indent(struct column *c)
{
	if (c->conf->dired)
		out_text(c->out, "  ");
}

void column_dired(struct column *c)
{
	static const char *const words[] = { QUOTE_WORD_LIST };
	for (int sub = 0; sub < 2; sub++) {
		const uint64_t *p = sub ? c->subdired.p : c->dired.p;
		size_t n = sub ? c->subdired.n : c->dired.n;
		if (n == 0)
			continue;
		out_text(c->out, sub ? "//SUBDIRED//" : "//DIRED//");
		for (size_t i = 0; i < n; i++) {
			out_char(c->out, ' ');
			out_uint(c->out, p[i]);
		}
		out_char(c->out, '\n');
	}
	out_printf(c->out, "//DIRED-OPTIONS// --quoting-style=%s\n", words[c->conf->quote.style]);
}

/* ---------------------------------------------------------------- inode, blocks, context */

static struct str column_blocks(const struct list_conf *conf, const struct item *it, char *p)
{
	if (!it->facts)
		return STR("?");
	return (struct str){ p, human_put(p, it->facts->blocks, 512, &conf->block_unit) };
}

static size_t column_blocks_cols(const struct list_conf *conf, const struct item *it)
{
	char p[HUMAN_MAX];
	struct str text = column_blocks(conf, it, p);
	return column_size_cols(&conf->block_unit, text.p, text.n);
}

static struct str column_inode(const struct item *it, char *p)
{
	if (!it->facts)
		return STR("?");
	return (struct str){ p, number_put(p, it->facts->ino) };
}

struct str column_context(const struct item *it)
{
	const struct item_more *more = it->facts ? it->facts->more : NULL;
	return more && more->context ? str_from(more->context) : STR("?");
}

void column_frills(struct column *c, const struct item *it)
{
	const struct list_conf *conf = c->conf;
	char p[HUMAN_MAX];
	bool loose = conf->format == LIST_COMMAS || (conf->stream && !(it->flags & ITEM_ARG));
	if (conf->inode) {
		column_right(c->out, column_inode(it, p), loose ? 0 : c->w.ino);
		out_char(c->out, ' ');
	}
	if (conf->blocks) {
		column_size(c->out, &conf->block_unit, column_blocks(conf, it, p), loose ? 0 : c->w.blocks);
		out_char(c->out, ' ');
	}
	if (conf->context && conf->format != LIST_LONG) {
		column_right(c->out, column_context(it), loose ? 0 : c->w.context);
		out_char(c->out, ' ');
	}
}

void column_total(struct column *c, const struct listing *l)
{
	char p[HUMAN_MAX];
	column_indent(c);
	out_text(c->out, c->conf->translated ? dcgettext("coreutils", "total", LC_MESSAGES) : "total");
	out_char(c->out, ' ');
	out_str(c->out, (struct str){ p, human_put(p, l->blocks, 512, &c->conf->block_unit) });
	out_char(c->out, c->conf->eol);
}

/* ---------------------------------------------------------------- widths */

static void column_widen(unsigned *width, size_t cols)
{
	if (cols > *width)
		*width = (unsigned)cols;
}

unsigned column_digits(uint64_t v)
{
	unsigned n = 1;
	for (; v > 9; v /= 10)
		n++;
	return n;
}

size_t column_owner_cols(struct str name)
{
	size_t cols = quote_cols(name);
	return cols == QUOTE_NO_COLS ? 0 : cols;
}

const struct column_owner *column_owner_ask(struct column *c, bool group, uint32_t id)
{
	struct column_owner *o = &c->owners[group];
	struct str name = { NULL, 0 };
	o->known = true;
	o->id = id;
	if (!c->conf->numeric && !c->cells.ids)
		c->cells.ids = ids_new();
	if (!c->conf->numeric)
		name = group ? ids_group(c->cells.ids, o->id) : ids_user(c->cells.ids, o->id);
	o->named = name.n > 0;
	buf_clear(&o->shown);
	if (o->named)
		cell_foreign(&o->shown, name); /* names come from a database of others (spec els B7) */
	else
		buf_uint(&o->shown, o->id);
	o->cols = o->named ? column_owner_cols(name) : o->shown.n;
	return o;
}

/* The largest numbers of a listing, which are the widest. */
struct column_most {
	bool known; /* there are any */
	uint64_t nlink, size;
};

static void column_measure_long(struct column *c, const struct item *it, struct column_most *most)
{
	const struct list_conf *conf = c->conf;
	const struct item_facts *f = it->facts;
	struct column_widths *w = &c->w;
	char p[HUMAN_MAX];
	if (!f) {
		column_widen(&w->links, 1);
		column_widen(&w->owner, 1);
		column_widen(&w->group, 1);
		column_widen(&w->author, 1);
		column_widen(&w->size, 1);
		return;
	}
	most->known = true;
	most->nlink = f->nlink > most->nlink ? f->nlink : most->nlink;
	if (conf->owner || conf->author) {
		const size_t cols = column_owner(c, false, f->uid)->cols;
		column_widen(&w->owner, cols);
		column_widen(&w->author, cols);
	}
	if (conf->group)
		column_widen(&w->group, column_owner(c, true, f->gid)->cols);
	if (S_ISCHR(f->mode) || S_ISBLK(f->mode)) {
		column_widen(&w->major, column_digits(f->rdev_major));
		column_widen(&w->minor, column_digits(f->rdev_minor));
		column_widen(&w->size, w->major + 2 + w->minor);
	} else if (conf->size_unit.scale) { /* "1.0K" is less wide than "1023" */
		unsigned n = human_put(p, f->size, 1, &conf->size_unit);
		column_widen(&w->size, column_size_cols(&conf->size_unit, p, n));
	} else if (f->size > most->size) {
		most->size = f->size;
	}
}

static void column_measure_most(struct column *c, const struct column_most *most)
{
	char p[HUMAN_MAX];
	unsigned n = human_put(p, most->size, 1, &c->conf->size_unit);
	column_widen(&c->w.links, column_digits(most->nlink));
	column_widen(&c->w.size, column_size_cols(&c->conf->size_unit, p, n));
}

void column_measure(struct column *c, const struct listing *l)
{
	c->w = (struct column_widths){ .ino = 0 };
	c->dir = l->dir;
	memset(c->table_w, 0, sizeof(c->table_w));
	c->cells.any_acl = c->any_git = false;
	column_measure_more(c, l);
}

void column_measure_more(struct column *c, const struct listing *l)
{
	const struct list_conf *conf = c->conf;
	char p[HUMAN_MAX];
	if (conf->git && l->any_git && !conf->columns)
		c->w.git = 2;
	c->align = conf->align_quotes && l->any_quoted;
	bool is_long = conf->format == LIST_LONG;
	if (is_long && conf->columns) {
		table_measure(c, l);
		return;
	}
	if (!is_long && !conf->inode && !conf->blocks && !conf->context)
		return;
	struct column_most most = { 0 };
	for (size_t i = 0; i < l->n; i++) {
		const struct item *it = l->v[i];
		listing_ahead(l, i);
		if (conf->inode && it->facts) /* the question marks of the others do not count, as with GNU ls */
			column_widen(&c->w.ino, column_inode(it, p).n);
		if (conf->blocks && it->facts)
			column_widen(&c->w.blocks, column_blocks_cols(conf, it));
		if (conf->context && it->facts)
			column_widen(&c->w.context, column_context(it).n);
		if (is_long)
			column_measure_long(c, it, &most);
	}
	if (is_long && most.known)
		column_measure_most(c, &most);
}

size_t column_cells(struct column *c, const struct item *it)
{
	const struct list_conf *conf = c->conf;
	bool commas = conf->format == LIST_COMMAS;
	char p[HUMAN_MAX];
	bool frills = !(conf->format == LIST_LONG && conf->columns);
	size_t cells = (size_t)(ptrdiff_t)it->cols; /* -1 wraps round, as in GNU ls */
	if (frills && conf->inode)
		cells += 1 + (commas ? column_inode(it, p).n : c->w.ino);
	if (frills && conf->blocks)
		cells += 1 + (commas ? column_blocks_cols(conf, it) : c->w.blocks);
	if (frills && conf->context)
		cells += 1 + (commas ? column_context(it).n : c->w.context);
	if (c->align && !(it->flags & ITEM_QUOTED))
		cells++;
	if (conf->icons && !conf->icon_column)
		cells += column_icon_cols(conf) + conf->icon_gap;
	if (c->w.git)
		cells += c->w.git + 1;
	return cells + (column_mark(conf, it) != 0);
}
