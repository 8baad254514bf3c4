#include <dirent.h>
#include <sys/stat.h>

#include "ember/list/column.h"
#include "ember/list/hyperlink.h"
#include "ember/list/icon.h"
#include "ember/list/more.h"

/* ---------------------------------------------------------------- colour */

/* Emacs is told where names are as if these bytes were not there, as GNU does. */
static void column_escape(struct column *c, enum lscolors_key key)
{
	const struct str text = c->conf->colors->key[key].text;
	out_str(c->out, text);
	c->uncounted += text.n;
}

static void column_reset(struct column *c)
{
	if (c->conf->colors->key[LSCOLORS_EC].set) {
		column_escape(c, LSCOLORS_EC);
		return;
	}
	column_escape(c, LSCOLORS_LC);
	column_escape(c, LSCOLORS_RS);
	column_escape(c, LSCOLORS_RC);
}

static void column_color(struct column *c, struct str sgr)
{
	if (!c->color_used) {
		c->color_used = true;
		column_reset(c);
	}
	column_escape(c, LSCOLORS_LC);
	out_str(c->out, sgr);
	c->uncounted += sgr.n;
	column_escape(c, LSCOLORS_RC);
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
	column_escape(c, LSCOLORS_LC);
	column_escape(c, LSCOLORS_RC);
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

static struct str column_shown(struct column *c, const struct item *it, bool target, bool *quoted)
{
	*quoted = it->flags & ITEM_QUOTED;
	if (!target && (it->flags & ITEM_PLAIN))
		return item_name(it);
	buf_clear(&c->text);
	struct str text = target ? str_from(it->facts->link) : item_name(it);
	*quoted = quote_name(&c->text, &c->conf->quote, text).quoted;
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

unsigned column_icon_cols(const struct list_conf *conf)
{
	bool nerd = conf->icons == LIST_ICONS_NERD;
	return nerd && conf->palette && conf->palette->icon_width ? conf->palette->icon_width
								   : icon_cols(conf->icons);
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

/* Where the link of a name leads of which nothing else is known. Good until the next one. */
static const char *column_real(struct column *c, const struct item *it)
{
	int num;
	arena_rewind(&c->links, (struct arena_mark){ NULL, NULL });
	return hyperlink_resolve(&c->links, arena_printf(&c->links, "%.*s/%s%c", STR_ARG(c->dir), it->name, 0).p, &num);
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
	bool quoted;
	struct str sgr = { NULL, 0 }, name = column_shown(c, it, target, &quoted);
	bool colored = conf->colors && column_sgr(c, it, target, &sgr);
	bool pad = c->align && !target && !quoted;
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
			column_escape(c, LSCOLORS_LC);
			column_escape(c, LSCOLORS_RC);
		}
		column_color(c, sgr);
	}
	bool dired = conf->dired && !target;
	if (dired)
		VEC_PUSH(&c->dired) = column_at(c);
	const struct item_more *more = it->facts ? it->facts->more : NULL;
	const char *real = conf->hyperlink && more ? more->real : NULL;
	if (conf->hyperlink && !it->facts && c->dir.n)
		real = column_real(c, it);
	if (real)
		column_linked(c, name, real, c->align && quoted);
	else
		out_str(c->out, name);
	if (dired)
		VEC_PUSH(&c->dired) = column_at(c);
	if (colored || (conf->colors && lscolors_on(conf->colors, LSCOLORS_NO))) {
		column_reset(c);
		if (conf->width && shown &&
			start / conf->width != (start + shown - 1) / conf->width)
			column_escape(c, LSCOLORS_CL);
	}
	return shown;
}
