#include "ember/list/table.h"

#include <dirent.h>
#include <sys/stat.h>

#include "ember/list/icon.h"
#include "ember/list/long.h"
#include "ember/list/more.h"
#include "ember/text/safe.h"

static bool table_measured(const struct list_conf *conf, size_t i)
{
	enum list_column column = conf->columns[i];
	bool last = i + 1 == conf->n_columns;
	if (column == LIST_COL_NAME)
		return !last;
	return column != LIST_COL_ICON;
}

static void table_widen(struct column *c, enum list_column column, size_t cols)
{
	if (cols > c->table_w[column])
		c->table_w[column] = (unsigned)cols;
}

static unsigned table_name_cells(struct column *c, const struct item *it)
{
	size_t cells = long_name_cells(c, it);
	return cells > INT32_MAX ? 0 : (unsigned)cells;
}

/* A row's cells are asked for as they will be shown: that finds them again. */
static void table_measure_item(struct column *c, const struct item *it)
{
	const struct list_conf *conf = c->conf;
	struct str text;
	for (size_t i = 0; i < conf->n_columns; i++) {
		enum list_column column = conf->columns[i];
		if (!table_measured(conf, i))
			continue;
		table_widen(c, column,
			column == LIST_COL_NAME ? table_name_cells(c, it)
						: cell_get(&c->cells, it, column, conf->color_columns, &text));
	}
}

void table_measure(struct column *c, const struct listing *l)
{
	const struct list_conf *conf = c->conf;
	c->cells.any_acl |= l->any_acl;
	c->any_git |= l->any_git;
	scale_see(&c->cells.scale, l);
	if (conf->scale) /* shades are of what is listed together */
		cells_forget(&c->cells);
	for (size_t i = 0; i < l->n; i++) {
		const struct item_facts *f = l->v[i]->facts;
		if (f && (S_ISCHR(f->mode) || S_ISBLK(f->mode))) {
			unsigned digits = (unsigned)column_digits(f->rdev_minor);
			if (digits > c->cells.minor)
				c->cells.minor = digits;
		}
	}
	for (size_t i = 0; i < l->n; i++)
		table_measure_item(c, l->v[i]);
	for (size_t i = 0; conf->header && i < conf->n_columns; i++)
		if (table_measured(conf, i))
			table_widen(c, conf->columns[i], str_from(cell_title(conf, conf->columns[i])).n);
}

/* A column that is not there at all: letters where nothing lies in a repository. */
static bool table_absent(const struct column *c, enum list_column column)
{
	return column == LIST_COL_GIT && !c->any_git;
}

void table_header(struct column *c)
{
	const struct list_conf *conf = c->conf;
	struct str sgr = conf->color_columns ? conf->palette->sgr[PALETTE_HD] : STR("");
	for (size_t i = 0; i < conf->n_columns; i++) {
		enum list_column column = conf->columns[i];
		struct str title = str_from(cell_title(conf, column));
		unsigned width = c->table_w[column];
		size_t gap = width > title.n ? width - title.n : 0;
		if (table_absent(c, column))
			continue;
		if (cell_is_right(conf, column))
			out_fill(c->out, ' ', gap);
		if (sgr.n)
			out_printf(c->out, "\033[%.*sm", STR_ARG(sgr));
		out_str(c->out, title);
		if (sgr.n)
			out_text(c->out, "\033[0m");
		if (i + 1 < conf->n_columns) {
			if (!cell_is_right(conf, column))
				out_fill(c->out, ' ', gap);
			out_char(c->out, ' ');
		}
	}
	out_char(c->out, conf->eol);
}

static void table_cell(struct column *c, const struct item *it, size_t i)
{
	const struct list_conf *conf = c->conf;
	enum list_column column = conf->columns[i];
	bool last = i + 1 == conf->n_columns, right = cell_is_right(conf, column);
	struct str text;
	unsigned cols = cell_get(&c->cells, it, column, conf->color_columns, &text), width = c->table_w[column];
	size_t gap = cols < width ? width - cols : 0;
	if (right)
		out_fill(c->out, ' ', gap);
	out_str(c->out, text);
	if (last)
		return;
	if (!right)
		out_fill(c->out, ' ', gap);
	out_char(c->out, ' ');
}

void table_row(struct column *c, const struct item *it)
{
	const struct list_conf *conf = c->conf;
	uint64_t start = c->out->total + c->out->n;
	for (size_t i = 0; i < conf->n_columns; i++) {
		enum list_column column = conf->columns[i];
		if (table_absent(c, column))
			continue;
		if (column == LIST_COL_ICON) {
			column_icon_alone(c, it);
		} else if (column != LIST_COL_NAME) {
			table_cell(c, it, i);
		} else {
			long_name(c, it, (size_t)(c->out->total + c->out->n - start));
			if (i + 1 < conf->n_columns) {
				unsigned cols = table_name_cells(c, it), width = c->table_w[column];
				out_fill(c->out, ' ', (cols < width ? width - cols : 0) + 1);
			}
		}
	}
}

size_t table_indent(const struct column *c)
{
	size_t cells = 0;
	for (size_t i = 0; c->conf->columns && i < c->conf->n_columns; i++)
		if (c->conf->columns[i] == LIST_COL_NAME)
			return cells;
		else if (!table_absent(c, c->conf->columns[i]))
			cells += c->table_w[c->conf->columns[i]] + 1;
	return cells;
}

void table_attrs(struct column *c, const struct item *it)
{
	const struct item_more *more = it->facts ? it->facts->more : NULL;
	if (!c->conf->show_xattrs || !more)
		return;
	for (size_t i = 0; i < more->n_attrs; i++) {
		const struct more_attr *a = &more->attrs[i];
		buf_clear(&c->text);
		buf_text(&c->text, "    ");
		cell_foreign(&c->text, str_from(a->name));
		buf_printf(&c->text, " (%zu)", a->len);
		if (a->value.n) {
			buf_text(&c->text, " \"");
			safe_add(&c->text, a->value, 0);
			buf_text(&c->text, a->len > a->value.n ? "...\"" : "\"");
		}
		buf_char(&c->text, c->conf->eol);
		out_str(c->out, buf_view(&c->text));
	}
	if (more->xattrs_failed) {
		out_text(c->out, "    ?");
		out_char(c->out, c->conf->eol);
	}
}
