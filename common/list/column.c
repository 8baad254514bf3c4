#include "ember/list/column.h"

#include <dirent.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>

#include "ember/base/number.h"
#include "ember/list/hyperlink.h"
#include "ember/list/icon.h"
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
		if (conf->inode)
			column_widen(&c->w.ino, column_inode(it, p).n);
		if (conf->blocks)
			column_widen(&c->w.blocks, column_blocks_cols(conf, it));
		if (conf->context)
			column_widen(&c->w.context, column_context(it).n);
		if (is_long)
			column_measure_long(c, it, &most);
	}
	if (is_long && l->n)
		column_measure_most(c, &most);
}

static unsigned column_icon_cols(const struct list_conf *conf)
{
	bool nerd = conf->icons == LIST_ICONS_NERD;
	return nerd && conf->palette && conf->palette->icon_width ? conf->palette->icon_width
								   : icon_cols(conf->icons);
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

/* ---------------------------------------------------------------- colour */

static void column_reset(struct column *c)
{
	const struct lscolors *k = c->conf->colors;
	if (k->key[LSCOLORS_EC].set) {
		out_str(c->out, k->key[LSCOLORS_EC].text);
		return;
	}
	out_str(c->out, k->key[LSCOLORS_LC].text);
	out_str(c->out, k->key[LSCOLORS_RS].text);
	out_str(c->out, k->key[LSCOLORS_RC].text);
}

static void column_color(struct column *c, struct str sgr)
{
	const struct lscolors *k = c->conf->colors;
	if (!c->color_used) {
		c->color_used = true;
		column_reset(c);
	}
	out_str(c->out, k->key[LSCOLORS_LC].text);
	out_str(c->out, sgr);
	out_str(c->out, k->key[LSCOLORS_RC].text);
}

void column_start(struct column *c)
{
	const struct lscolors *k = c->conf->colors;
	if (k && lscolors_on(k, LSCOLORS_NO))
		column_color(c, k->key[LSCOLORS_NO].text);
}

void column_finish(struct column *c)
{
	const struct lscolors *k = c->conf->colors;
	if (!c->color_used ||
		(str_eqc(k->key[LSCOLORS_LC].text, "\033[") &&
			str_eqc(k->key[LSCOLORS_RC].text, "m")))
		return;
	out_str(c->out, k->key[LSCOLORS_LC].text);
	out_str(c->out, k->key[LSCOLORS_RC].text);
}

/* What lscolors must know of the item, or of the target of a link. */
static bool column_sgr(struct column *c, const struct item *it, bool target, struct str *sgr)
{
	const struct item_facts *f = it->facts;
	bool broken = it->type == DT_LNK && !(it->flags & ITEM_LINK_OK) &&
		(!f || (it->flags & ITEM_LINK_ASKED));
	struct lscolors_file file = {
		.name = target ? str_from(f->link) : item_name(it),
		.mode = target ? f->target_mode
			: f    ? f->mode
			       : (unsigned)it->type << 12,
		.nlink = f && !target ? f->nlink : 1,
		.known = f != NULL,
		.has_cap = (it->flags & ITEM_CAP) != 0,
		.broken = broken,
		.missing = target && broken,
		.target = f ? f->target_mode : 0,
	};
	return lscolors_find(c->conf->colors, &file, sgr);
}

/* ---------------------------------------------------------------- the name */

char column_mark(const struct list_conf *conf, const struct item *it)
{
	if (conf->mark == LIST_MARK_NONE)
		return 0;
	if (it->type == DT_DIR)
		return '/';
	if (it->type == DT_REG) {
		bool runs = it->facts && (it->facts->mode & 0111);
		return conf->mark == LIST_MARK_CLASSIFY && runs ? '*' : 0;
	}
	if (conf->mark == LIST_MARK_SLASH)
		return 0;
	switch (it->type) {
	case DT_LNK: return '@';
	case DT_FIFO: return '|';
	case DT_SOCK: return '=';
	default: return 0;
	}
}

char column_target_mark(const struct list_conf *conf, const struct item *it)
{
	unsigned mode = it->facts ? it->facts->target_mode : 0;
	struct item_facts facts = { .mode = (uint16_t)mode };
	struct item target = { .type = (uint8_t)((mode & S_IFMT) >> 12), .facts = &facts };
	return mode ? column_mark(conf, &target) : 0;
}

static struct str column_shown(struct column *c, const struct item *it, bool target)
{
	if (!target && (it->flags & ITEM_PLAIN))
		return item_name(it);
	buf_clear(&c->text);
	quote_name(&c->text, &c->conf->quote, target ? str_from(it->facts->link) : item_name(it));
	return buf_view(&c->text);
}

/* The two letters and a blank; returns the cells. */
static size_t column_git(struct column *c, const struct item *it)
{
	char letters[2] = { it->git.index, it->git.worktree };
	for (size_t i = 0; i < 2; i++) {
		char letter = cell_letter(c->conf, letters[i]);
		if (c->conf->color_columns && letters[i])
			out_printf(c->out, "\033[%.*sm%c\033[0m",
				STR_ARG(cell_git_sgr(c->conf->palette, letters[i])), letter);
		else
			out_char(c->out, letter);
	}
	out_char(c->out, ' ');
	return 3;
}

/* `sgr` without bold and underline, which would spoil a picture (spec els I7). */
static struct str column_thin(struct buf *b, struct str sgr)
{
	buf_clear(b);
	unsigned skip = 0; /* parameters of an extended colour that still follow */
	while (sgr.n) {
		struct str part = str_cut(&sgr, ';');
		bool bare = !skip &&
			(str_eqc(part, "1") || str_eqc(part, "01") || str_eqc(part, "4") ||
				str_eqc(part, "04"));
		if (skip == 5) /* after 38 or 48: 5 takes one parameter, 2 takes three */
			skip = str_eqc(part, "5") ? 1 : 3;
		else if (skip)
			skip--;
		else if (str_eqc(part, "38") || str_eqc(part, "48"))
			skip = 5;
		if (bare)
			continue;
		if (b->n)
			buf_char(b, ';');
		buf_str(b, part);
	}
	return buf_view(b);
}

static size_t column_icon(struct column *c, const struct item *it, const struct str *sgr)
{
	char p[ICON_MAX];
	unsigned n = icon_put(p, c->conf->icons, c->conf->icon_map, it);
	if (sgr) {
		struct str thin = column_thin(&c->icon, *sgr);
		column_color(c, thin);
	}
	out_bytes(c->out, p, n);
	if (sgr)
		column_reset(c);
	out_fill(c->out, ' ', c->conf->icon_gap);
	return column_icon_cols(c->conf) + c->conf->icon_gap;
}

void column_icon_alone(struct column *c, const struct item *it)
{
	struct str sgr;
	bool colored = c->conf->colors && column_sgr(c, it, false, &sgr);
	if (c->conf->icons)
		column_icon(c, it, colored ? &sgr : NULL);
}

/* The name as a link; with `bare`, as GNU does, without its first and last byte, the quotes. */
static void column_linked(struct column *c, struct str name, const char *real, bool bare)
{
	bare &= name.n >= 2;
	if (bare)
		out_char(c->out, name.p[0]);
	hyperlink_open(c->out, c->conf->hyperlink, real);
	out_str(c->out, bare ? str_sub(name, 1, name.n - 1) : name);
	hyperlink_close(c->out);
	if (bare)
		out_char(c->out, name.p[name.n - 1]);
}

static void column_branch(struct column *c)
{
	struct str sgr = c->conf->color_columns ? c->conf->palette->sgr[PALETTE_EDGE] : STR("");
	if (sgr.n)
		out_printf(c->out, "\033[%.*sm", STR_ARG(sgr));
	out_str(c->out, c->branch);
	if (sgr.n)
		out_text(c->out, "\033[0m");
}

size_t column_name(struct column *c, const struct item *it, bool target, size_t start)
{
	const struct list_conf *conf = c->conf;
	struct str sgr = { NULL, 0 }, name = column_shown(c, it, target);
	bool colored = conf->colors && column_sgr(c, it, target, &sgr);
	bool pad = c->align && !target && !(it->flags & ITEM_QUOTED);
	size_t shown = name.n + pad;
	if (!target && c->w.git)
		shown += column_git(c, it);
	if (!target && c->branch.n)
		column_branch(c);
	if (!target && conf->icons && !c->conf->icon_column)
		shown += column_icon(c, it, colored ? &sgr : NULL);
	if (pad)
		out_char(c->out, ' ');
	if (colored) {
		if (lscolors_on(conf->colors, LSCOLORS_NO)) { /* attributes must not add up */
			out_str(c->out, conf->colors->key[LSCOLORS_LC].text);
			out_str(c->out, conf->colors->key[LSCOLORS_RC].text);
		}
		column_color(c, sgr);
	}
	bool dired = conf->dired && !target;
	if (dired)
		VEC_PUSH(&c->dired) = c->out->total + c->out->n;
	const struct item_more *more = it->facts ? it->facts->more : NULL;
	if (conf->hyperlink && more && more->real)
		column_linked(c, name, more->real, c->align && !pad);
	else
		out_str(c->out, name);
	if (dired)
		VEC_PUSH(&c->dired) = c->out->total + c->out->n;
	if (colored || (conf->colors && lscolors_on(conf->colors, LSCOLORS_NO))) {
		column_reset(c);
		if (conf->width && shown &&
			start / conf->width != (start + shown - 1) / conf->width)
			out_str(c->out, conf->colors->key[LSCOLORS_CL].text);
	}
	return shown;
}
