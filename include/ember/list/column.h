/* column: the pieces a listing is made of, and how wide each must be in one folder. */
#ifndef EMBER_LIST_COLUMN_H
#define EMBER_LIST_COLUMN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/buf.h"
#include "ember/base/out.h"
#include "ember/base/vec.h"
#include "ember/list/cell.h"
#include "ember/list/conf.h"
#include "ember/list/item.h"

struct column_widths {
	unsigned ino, blocks, context, git;
	unsigned links, owner, group, author, size, major, minor; /* LIST_LONG only */
};

/* A user or group and how it looks: by its name, or where there is none, or none is wanted, by its number. */
struct column_owner {
	bool known, named;
	uint32_t id;
	struct buf shown;
	size_t cols;
};

/* Where a listing is written, and what is remembered from row to row. */
struct column {
	const struct list_conf *conf;
	struct out *out;
	struct cells cells;
	struct buf text, icon;
	struct arena links; /* column_name's */
	struct column_owner owners[2]; /* the last user, the last group */
	struct column_widths w;
	unsigned table_w[LIST_COLUMNS]; /* of conf's columns */
	bool any_git;    /* with conf's columns: an item has letters */
	struct str dir;  /* of the items that column_measure saw */
	struct str branch; /* drawn before each name (tree) */
	bool align;      /* unquoted names get a blank in front */
	VEC(uint64_t) dired, subdired; /* with conf->dired: where names begin and end in the output */
	uint64_t uncounted; /* bytes of the output that `dired` leaves out: colours */
	bool color_used; /* a colour sequence has been written */
};

/* Threads: one at a time. conf and out are borrowed. */
void column_init(struct column *c, const struct list_conf *conf, struct out *out);
void column_fini(struct column *c);

/* Look at all items that will be shown together. */
void column_measure(struct column *c, const struct listing *l);

/* As column_measure, but columns keep the width they had. */
void column_measure_more(struct column *c, const struct listing *l);

/* "total N" for this folder. */
void column_total(struct column *c, const struct listing *l);

/* Start of a row: the colour of plain text, where one is set. */
void column_start(struct column *c);

/* Inode, blocks and (outside LIST_LONG) context, each with the blank behind it. */
void column_frills(struct column *c, const struct item *it);

/*
 * Git letters, branch, icon and name of the item (or, with `target`, the name of what the link points to), with its
 * colour. `start`: cells of the line before it, which decide whether a colour may run into the
 * next line. Returns the bytes written that show.
 */
size_t column_name(struct column *c, const struct item *it, bool target, size_t start);

/* The character that -F and its kin put behind the name, or 0. */
char column_mark(const struct list_conf *conf, const struct item *it);
char column_target_mark(const struct list_conf *conf, const struct item *it);

/* Cells of frills, name and mark: a cell of the grid. Needs column_measure. */
size_t column_cells(struct column *c, const struct item *it);

/* With conf->dired: the two blanks that a line begins with; where the output is; the lines that say where the names are. */
void column_indent(struct column *c);
static inline uint64_t column_at(const struct column *c)
{
	return c->out->total + c->out->n - c->uncounted;
}
void column_dired(struct column *c);

/* Put plain colours back at the end of all output. */
void column_finish(struct column *c);

/* Cells of the name of a user or group. */
size_t column_owner_cols(struct str name);

/* What is shown of a user or group, remembered until another one is asked for. */
const struct column_owner *column_owner_ask(struct column *c, bool group, uint32_t id);
static inline const struct column_owner *column_owner(struct column *c, bool group, uint32_t id)
{
	const struct column_owner *o = &c->owners[group];
	return o->known && o->id == id ? o : column_owner_ask(c, group, id);
}

/* Cells of an icon, without the blanks behind it. */
unsigned column_icon_cols(const struct list_conf *conf);

/* The icon of a column of its own, and a blank. */
void column_icon_alone(struct column *c, const struct item *it);

unsigned column_digits(uint64_t v);

/* The security context, or "?". */
struct str column_context(const struct item *it);

/* As column_right, for a size, whose separators may take several bytes a cell. */
void column_size(struct out *o, const struct human *h, struct str text, unsigned width);

/* A right-aligned text of at least `width` cells. */
void column_right(struct out *o, struct str text, unsigned width);

#endif
