#include "ember/list/long.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

#include "ember/base/number.h"
#include "ember/list/more.h"
#include "ember/list/table.h"

#define LONG_DIGITS 24u /* more than a number has */

static void long_number(struct out *o, uint64_t v, unsigned width)
{
	char digits[LONG_DIGITS];
	const unsigned n = number_put(digits, v), gap = n < width ? width - n : 0;
	if (gap > LONG_DIGITS) {
		out_fill(o, ' ', gap);
		out_bytes(o, digits, n);
		return;
	}
	char *p = out_room(o, 2 * sizeof(digits));
	memset(p, ' ', sizeof(digits));
	memcpy(p + gap, digits, sizeof(digits)); /* what is behind them is written over */
	out_wrote(o, gap + n);
}

/* Mode and links, each with the blank behind it. */
static void long_head(struct column *c, const struct item *it, bool any_acl)
{
	char *p = out_room(c->out, 16);
	unsigned n = cell_mode(p, it);
	if (any_acl)
		p[n++] = !it->facts ? '?' : it->facts->acl ? it->facts->acl : ' ';
	p[n++] = ' ';
	out_wrote(c->out, n);
	if (it->facts)
		long_number(c->out, it->facts->nlink, c->w.links);
	else
		column_right(c->out, STR("?"), c->w.links);
	out_char(c->out, ' ');
}

/* A user or group: its name, left-aligned, or its number, right-aligned. */
static void long_owner(struct column *c, const struct item *it, bool group, unsigned width)
{
	const struct item_facts *f = it->facts;
	const struct column_owner *o = f ? column_owner(c, group, group ? f->gid : f->uid) : NULL;
	const struct str shown = o ? buf_view(&o->shown) : STR("?");
	const size_t cols = o ? o->cols : 1, gap = cols < width ? width - cols : 0;
	const bool left = !o || o->named;
	if (!left)
		out_fill(c->out, ' ', gap);
	out_bytes(c->out, shown.p, shown.n);
	out_fill(c->out, ' ', (left ? gap : 0) + 1);
}

static void long_owners(struct column *c, const struct item *it)
{
	const struct list_conf *conf = c->conf;
	if (conf->owner)
		long_owner(c, it, false, c->w.owner);
	if (conf->group)
		long_owner(c, it, true, c->w.group);
	if (conf->author)
		long_owner(c, it, false, c->w.author);
}

/* One that does not print has no width, and what is behind it is not in line, as with GNU ls. */
static void long_context(struct column *c, const struct item *it)
{
	const struct str context = column_context(it);
	const size_t cols = quote_print_cols(context), width = c->w.context;
	out_str(c->out, context);
	out_fill(c->out, ' ', (cols < width ? width - cols : 0) + 1);
}

static void long_size(struct column *c, const struct item *it)
{
	const struct item_facts *f = it->facts;
	char p[HUMAN_MAX];
	if (!f) {
		column_right(c->out, STR("?"), c->w.size);
	} else if (S_ISCHR(f->mode) || S_ISBLK(f->mode)) {
		unsigned spare = c->w.size - (c->w.major + 2 + c->w.minor);
		long_number(c->out, f->rdev_major, c->w.major + spare);
		out_text(c->out, ", ");
		long_number(c->out, f->rdev_minor, c->w.minor);
	} else if (human_plain(&c->conf->size_unit, 1)) {
		long_number(c->out, f->size, c->w.size);
	} else {
		column_size(c->out, &c->conf->size_unit,
			(struct str){ p, human_put(p, f->size, 1, &c->conf->size_unit) }, c->w.size);
	}
	out_char(c->out, ' ');
}

static void long_date(struct column *c, const struct item *it)
{
	if (it->facts && (it->flags & ITEM_TIME_KNOWN)) {
		buf_clear(&c->text);
		when_put(&c->cells.when, &c->text, (struct stat_time){ it->facts->sec, it->facts->nsec });
		out_str(c->out, buf_view(&c->text));
	} else {
		column_right(c->out, STR("?"), when_width(&c->cells.when));
	}
	out_char(c->out, ' ');
}

static struct str long_arrow_text(const struct list_conf *conf)
{
	return conf->palette && conf->palette->arrow.n ? conf->palette->arrow
						       : STR("->");
}

static const struct mount *long_mount(const struct column *c, const struct item *it)
{
	return c->conf->mounts && it->facts && it->facts->more ? it->facts->more->mount : NULL;
}

/* " [DEVICE (TYPE)]" behind a mount point, into c->text. */
static void long_mount_text(struct column *c, const struct mount *m)
{
	buf_clear(&c->text);
	buf_text(&c->text, " [");
	cell_foreign(&c->text, m->source);
	buf_text(&c->text, " (");
	cell_foreign(&c->text, m->type);
	buf_text(&c->text, ")]");
}

void long_name(struct column *c, const struct item *it, size_t at)
{
	const struct list_conf *conf = c->conf;
	const struct mount *mount = long_mount(c, it);
	size_t shown = column_name(c, it, false, at);
	char mark = column_mark(conf, it);
	if (it->type == DT_LNK) {
		if (mark && conf->lsd_letters && !conf->no_target)
			out_char(c->out, mark);
		if (!conf->no_target)
			mark = 0;
		if (item_target(it) && !conf->no_target) {
			struct str arrow = long_arrow_text(conf);
			out_char(c->out, ' ');
			out_str(c->out, arrow);
			out_char(c->out, ' ');
			column_name(c, it, true, at + shown + arrow.n + 2);
			mark = conf->lsd_letters ? 0 : column_target_mark(conf, it);
		}
	}
	if (mark)
		out_char(c->out, mark);
	if (mount) {
		long_mount_text(c, mount);
		if (conf->color_columns && conf->palette->sgr[PALETTE_MOUNT].n)
			out_printf(c->out, "\033[%.*sm", STR_ARG(conf->palette->sgr[PALETTE_MOUNT]));
		out_str(c->out, buf_view(&c->text));
		if (conf->color_columns && conf->palette->sgr[PALETTE_MOUNT].n)
			out_text(c->out, "\033[0m");
	}
}

size_t long_name_cells(struct column *c, const struct item *it)
{
	const struct mount *mount = long_mount(c, it);
	size_t cells = column_cells(c, it);
	if (item_target(it) && !c->conf->no_target) {
		buf_clear(&c->text);
		struct quote_result r = quote_name(&c->text, &c->conf->quote, str_from(it->facts->link));
		cells -= column_mark(c->conf, it) != 0;
		cells += column_owner_cols(long_arrow_text(c->conf)) + r.cols +
			(column_target_mark(c->conf, it) != 0);
	}
	if (mount) {
		long_mount_text(c, mount);
		cells += column_owner_cols(buf_view(&c->text));
	}
	return cells;
}

void long_row(struct column *c, const struct item *it, bool any_acl)
{
	const struct list_conf *conf = c->conf;
	uint64_t start = c->out->total + c->out->n;
	if (conf->columns) {
		table_row(c, it);
		return;
	}
	column_frills(c, it);
	long_head(c, it, any_acl);
	long_owners(c, it);
	if (conf->context)
		long_context(c, it);
	if (conf->owner || conf->group || conf->author || conf->context)
		start = c->out->total + c->out->n;
	long_size(c, it);
	long_date(c, it);
	/* GNU counts a wrapped line from behind the owners: its bytes decide where colours are cut.
	 */
	long_name(c, it, (size_t)(c->out->total + c->out->n - start));
}
